/* Character classes that more than one room asks for. */
#ifndef TZ_BASE_UTF8_H
#define TZ_BASE_UTF8_H

#include <glib.h>

/* A hanzi: CJK unified ideographs with all extensions, compatibility
 * ideographs, 〇 and 々. */
gboolean tz_char_is_han (gunichar c);

/* What a printed text may hold: neither a control character (but LF and TAB),
 * nor a surrogate or non-character. XML 1.0 forbids the same in workbooks. */
gboolean tz_char_is_printable (gunichar c);

/* White space in the sense of offices: ASCII, NBSP, spaces of any width with
 * U+3000, zero-width and BOM. */
gboolean tz_char_is_blank (gunichar c);

/* The text from START to END without blanks at its beginning or its end. END may be
 * in the middle of anything: bytes that are no UTF-8 count as text. */
const char *tz_utf8_skip_blanks (const char *start, const char *end);
const char *tz_utf8_drop_blanks (const char *start, const char *end);

/* Characters of a valid UTF-8 text shown in a terminal: hanzi count 2. */
int tz_utf8_columns (const char *text);

/* The first N characters of TEXT, followed by … if it was longer; line ends and
 * tabs become blanks, since it goes into one-line messages. g_free. */
char *tz_utf8_excerpt (const char *text, int n);

#endif
