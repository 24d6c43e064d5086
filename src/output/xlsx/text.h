/* Texts as a workbook can hold them, and their lines as Excel breaks them. */
#ifndef TZ_OUTPUT_XLSX_TEXT_H
#define TZ_OUTPUT_XLSX_TEXT_H

#include "base/len.h"

/* ECMA-376 leaves these open; they are Excel's own limits. */
#define TZ_XLSX_MAX_CHARS 32767 /* UTF-16 units in a cell */
#define TZ_XLSX_MAX_FEEDS 253   /* line feeds in a cell */

/* Of a text as far as its lines depend on it. */
typedef struct {
  TzLen em;
  gboolean bold; /* some of it: letters and digits are wider then */
} TzXlsxType;

/* TEXT as a string cell must hold it: "_x0041_" would be read as "A", so its
 * first underscore is written as "_x005F_" (ECMA-376 part 1, 22.9.2.19 ST_Xstring);
 * what XML cannot hold becomes U+FFFD. NULL if TEXT is right as it is; g_free. */
char *tz_xlsx_escape (const char *text);

/* Bytes of TEXT that fit one cell: at most TZ_XLSX_MAX_CHARS and
 * TZ_XLSX_MAX_FEEDS, ending after a line feed if there is one. */
gsize tz_xlsx_head_bytes (const char *text);

/* Bytes of TEXT that stand on its first MOST lines there, within tz_xlsx_head_bytes. */
gsize tz_xlsx_first_lines (const char *text, TzXlsxType type, TzLen width, int most);

/* Lines that TEXT needs in a cell of WIDTH (the text's own room) when Excel breaks them. */
int tz_xlsx_count_lines (const char *text, gsize n_bytes, TzXlsxType type, TzLen width);

#endif
