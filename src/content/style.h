/* How a cell looks and what it takes, resolved and interned: a grid's cells name
 * a style by number, so that a table of 100,000 cells has a dozen styles. */
#ifndef TZ_CONTENT_STYLE_H
#define TZ_CONTENT_STYLE_H

#include "base/text.h"

typedef enum { TZ_CELL_BODY, TZ_CELL_HEAD, TZ_CELL_SECTION, TZ_CELL_TOTAL } TzCellKind;

typedef enum { TZ_VALUE_TEXT, TZ_VALUE_NUMBER, TZ_VALUE_PERCENT, TZ_VALUE_DATE } TzValueType;

/* What a person may write into a cell of a form. */
typedef enum {
  TZ_FILL_NONE,
  TZ_FILL_TEXT,
  TZ_FILL_CHOICE,
  TZ_FILL_NUMBER,
  TZ_FILL_PERCENT,
  TZ_FILL_DATE
} TzFillKind;

typedef struct {
  TzTextStyle text;
  TzVAlign valign;
  TzLen pad_x, pad_y; /* between rule and text */
  TzCellKind kind;
  TzValueType type; /* text unless the template says number */
  TzFillKind fill;
  const char *choices; /* interned; ";"-separated, for TZ_FILL_CHOICE */
  const char *prompt;  /* interned; shown when the cell is entered; may be NULL */
  guint32 background;  /* 0xRRGGBB; 0xFFFFFF: none */
} TzCellStyle;

gboolean tz_cell_style_equal (const TzCellStyle *a, const TzCellStyle *b);

#endif
