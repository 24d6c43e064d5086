/* Character classes that more than one room asks for. */
#ifndef TZ_BASE_UTF8_H
#define TZ_BASE_UTF8_H

#include <glib.h>

/* The character at P, which is valid UTF-8. As g_utf8_get_char, but inline: loops over
 * all texts of a ledger spend their time on hanzi, of three bytes, and ASCII. */
static inline gunichar tz_utf8_get (const char *p)
{
  const guint8 *b = (const guint8 *)p;
  if (b[0] < 0x80)
    return b[0];
  if ((b[0] & 0xF0) == 0xE0)
    return (gunichar)(b[0] & 0x0F) << 12 | (gunichar)(b[1] & 0x3F) << 6 | (gunichar)(b[2] & 0x3F);
  return g_utf8_get_char (p);
}

/* Whether C is one of the 20,992 hanzi of Unicode's first block, as nearly all are:
 * no mark, no blank, known without a search in any table. */
static inline gboolean tz_char_is_common_han (gunichar c)
{
  return c >= 0x4E00 && c <= 0x9FFF;
}

/* A hanzi: CJK unified ideographs with all extensions, compatibility
 * ideographs, 〇 and 々. */
gboolean tz_char_is_han (gunichar c);

/* What a printed text may hold: neither a control character (but LF and TAB),
 * nor a surrogate or non-character. XML 1.0 forbids the same in workbooks. */
gboolean tz_char_is_printable (gunichar c);

/* White space in the sense of offices: ASCII, NBSP, spaces of any width with
 * U+3000, zero-width and BOM. */
gboolean tz_char_is_blank (gunichar c);

/* Full-width forms of ASCII (０ Ａ －) in half width; any other character as it is. */
gunichar tz_char_narrow (gunichar c);

/* TEXT without blanks and without the characters of DROP, full-width ASCII in half width: as what
 * offices type is compared. g_free. */
char *tz_utf8_squeeze (const char *text, const char *drop);

/* NAME as file systems compare it that take no notice of case (Windows) or of how letters are composed
 * (macOS): two names that give the same text may be one file. Bytes that are no UTF-8 are all alike. g_free. */
char *tz_utf8_fold_name (const char *name);

/* The text from START to END without blanks at its beginning or its end. END may be
 * in the middle of anything: bytes that are no UTF-8 count as text. */
const char *tz_utf8_skip_blanks (const char *start, const char *end);
const char *tz_utf8_drop_blanks (const char *start, const char *end);

/* From P, where a text begins, back over the full-width blanks right before it, but not before START: they may
 * be the level of a label in a hierarchy. */
const char *tz_utf8_back_to_indent (const char *start, const char *p);

/* Characters of a valid UTF-8 text shown in a terminal: hanzi count 2. */
int tz_utf8_columns (const char *text);

/* The first N characters of TEXT, followed by … if it was longer; line ends and
 * tabs become blanks, since it goes into one-line messages. g_free. */
char *tz_utf8_excerpt (const char *text, int n);

/* Whether TEXT is a number, date, code or percentage: of ASCII characters, no blank among them, at least one a
 * digit. */
gboolean tz_utf8_is_figure (const char *text);

#endif
