/* Number formats: what a cell of a workbook shows for the value it holds (ECMA-376 part 1, 18.8.30
 * and 18.8.31), as an Excel in Chinese shows it. */
#ifndef TZ_READ_WORKBOOK_FORMAT_H
#define TZ_READ_WORKBOOK_FORMAT_H

#include <glib.h>

/* A format, taken apart once and used for many cells. */
typedef struct TzNumberFormat TzNumberFormat;

/* CODE is the format's text: #,##0.00;[Red]-#,##0.00. Whatever CODE is, the answer can be used: what is
 * not understood is shown literally. Free with tz_number_format_free. */
TzNumberFormat *tz_number_format_new (const char *code);
void tz_number_format_free (TzNumberFormat *format); /* NULL is allowed */

/* The code of built-in format ID as a Chinese Excel has it; "General" for an id that has none. Static. */
const char *tz_number_format_builtin (int id);

typedef enum {
  TZ_FORMAT_GENERAL, /* as Excel shows a number by itself */
  TZ_FORMAT_NUMBER,  /* digits, a fraction, an exponent, a currency */
  TZ_FORMAT_PERCENT,
  TZ_FORMAT_DATE, /* a day, a time of day, or both */
  TZ_FORMAT_TEXT  /* @ */
} TzFormatKind;

/* What the format makes of a positive number. */
TzFormatKind tz_number_format_kind (const TzNumberFormat *format);

/* The format as it may be written into any workbook: what a cell shows by it is the same in every language and
 * region, and without colours and blanks that only align. Interned; NULL: it is General or @, longer than a
 * workbook takes, or needs two languages at once. Language-bound names of months and days are English, as they
 * are read. */
const char *tz_number_format_write (const TzNumberFormat *format);
/* Whether it shows a day, so that it matters from where days are counted. */
gboolean tz_number_format_has_day (const TzNumberFormat *format);

/* Appends what a cell with VALUE shows. DATE_1904: day 0 is 1 January 1904 instead of Excel's 0 January 1900.
 * A date before day 0 or after 31 December 9999 is shown as ########, as Excel does. Blanks that only
 * align figures (_x, *x) are left out at both ends. */
void tz_number_format_number (const TzNumberFormat *format, double value, gboolean date_1904, GString *out);
/* Appends what a cell with TEXT shows: the fourth section's literals around it. */
void tz_number_format_text (const TzNumberFormat *format, const char *text, GString *out);

/* A number as Excel shows it without a format, in a column that is wide enough: up to eleven characters,
 * beyond these in powers of ten. */
void tz_number_general (double value, GString *out);

#endif
