/* What a single cell of a sheet is by its text: number, year, date, code, words. */
#ifndef TZ_MODEL_SHEET_CELL_H
#define TZ_MODEL_SHEET_CELL_H

#include <glib.h>

typedef enum {
  TZ_CELL_EMPTY,
  TZ_CELL_FOOTMARK, /* \1, [2]: counts as empty, it belongs to the cell beside it */
  TZ_CELL_MARK,     /* — … / (NA): stands for a value that there is not */
  TZ_CELL_NUMBER,   /* with thousands, unit, percent, comparison */
  TZ_CELL_YEAR,     /* 1600 to 2099 */
  TZ_CELL_DATE,
  TZ_CELL_CODE, /* 001, A-12, 15 digits */
  TZ_CELL_WORDS,
  TZ_N_CELL_KINDS
} TzCellKind;

TzCellKind tz_cell_kind (const char *text);

static inline gboolean tz_cell_is_filled (TzCellKind kind)
{
  return kind > TZ_CELL_FOOTMARK;
}

/* The number that a cell of kind NUMBER or YEAR shows, (12) being -12; *PLACES its digits behind the point.
 * FALSE for a number with a second one behind it (3—5). */
gboolean tz_cell_value (const char *text, double *value, int *places);

/* As a terminal would show it, hanzi 2; stops counting at LIMIT. */
int tz_cell_width (const char *text, int limit);

/* TEXT as its words are compared: half width, small letters, no blank beside a hanzi, others one space, cut to
 * SIZE-1 bytes at a character's end. */
void tz_cell_fold (const char *text, char *out, gsize size);

#endif
