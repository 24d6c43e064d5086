#include "model/garbled.h"

#include <glib.h>

/* Fewer bytes beyond ASCII tell too little. */
enum { MIN_BYTES = 16 };

/* ── UTF-8 as GBK ────────────────────────────────────────────────────────── */

/* Written in GB18030 again, such a text is UTF-8: three bytes from E4 to E9 (hanzi) or EF, E3 (marks). Of sound
 * text next to none are, since its commonest hanzi begin with B0 to D7. Characters that were lost on the way
 * make gaps. */
static gboolean is_utf8_as_gbk (const char *text)
{
  gsize length = 0;
  g_autofree char *bytes = g_convert_with_fallback (text, -1, "GB18030", "UTF-8", "?", NULL, &length, NULL);
  gsize n_high = 0, n_inside = 0;
  for (gsize i = 0; bytes != NULL && i < length;) {
    const guchar *p = (const guchar *)bytes + i;
    gboolean lead = (*p >= 0xE4 && *p <= 0xE9) || *p == 0xE3 || *p == 0xEF;
    gboolean whole = lead && i + 2 < length && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80;
    n_high += whole ? 3 : *p >= 0x80;
    n_inside += whole ? 3 : 0;
    i += whole ? 3 : 1;
  }
  return n_high >= MIN_BYTES && 2 * n_inside > n_high;
}

/* ── either as Latin-1 ───────────────────────────────────────────────────── */

/* A byte from 80 to FF as ISO 8859-1 or Windows' code page 1252 shows it. */
static gboolean is_latin_byte (gunichar c)
{
  static const gunichar windows[] = { 0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
                                      0x0160, 0x2039, 0x0152, 0x017D, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x017E, 0x0178 };
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (c == windows[i])
      return TRUE;
  return c >= 0x80 && c <= 0xFF;
}

/* Letters with accents stand alone among plain ones in the languages that have them; bytes of hanzi stand
 * together. Quotation marks, dashes and blanks do so, too: but at least every third byte of UTF-8, and most of
 * GBK, is a letter from À to ÿ. */
static gboolean is_read_as_latin (const char *text)
{
  gsize n_bytes = 0, n_letters = 0, n_beside = 0;
  gboolean before = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean latin = is_latin_byte (c);
    if (!latin && c >= 0x100)
      return FALSE;
    n_bytes += latin;
    n_letters += c >= 0xC0 && c <= 0xFF;
    n_beside += latin && before;
    before = latin;
  }
  return n_bytes >= MIN_BYTES && 4 * n_beside > 2 * n_bytes && 4 * n_letters >= n_bytes;
}

gboolean tz_text_is_garbled (const char *text)
{
  return is_utf8_as_gbk (text) || is_read_as_latin (text);
}
