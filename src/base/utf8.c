#include "base/utf8.h"

typedef struct {
  gunichar first, last;
} CharRange;

static gboolean is_in (const CharRange *ranges, gsize n, gunichar c)
{
  for (gsize i = 0; i < n; i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return TRUE;
  return FALSE;
}

gboolean tz_char_is_han (gunichar c)
{
  /* Planes 2 and 3 are set aside for ideographs, so extensions still to come count as well. */
  static const CharRange han[] = {
    { 0x4E00, 0x9FFF }, { 0x3400, 0x4DBF },   { 0x3005, 0x3005 },   { 0x3007, 0x3007 },
    { 0xF900, 0xFAFF }, { 0x20000, 0x2FFFD }, { 0x30000, 0x3FFFD },
  };
  return is_in (han, G_N_ELEMENTS (han), c);
}

gboolean tz_char_is_printable (gunichar c)
{
  /* The 32 non-characters of the Arabic block, the surrogates, and the control characters C0, DEL and C1. */
  static const CharRange unwanted[] = {
    { 0x00, 0x08 }, { 0x0B, 0x1F }, { 0x7F, 0x9F }, { 0xD800, 0xDFFF }, { 0xFDD0, 0xFDEF },
  };
  if (c >= 0xA0 && c < 0xD800) /* nearly every character asked for */
    return TRUE;
  if (c > 0x10FFFF || (c & 0xFFFE) == 0xFFFE)
    return FALSE;
  return !is_in (unwanted, G_N_ELEMENTS (unwanted), c);
}

gboolean tz_char_is_blank (gunichar c)
{
  /* U+2000 to U+200D: spaces of fixed width, zero-width space and joiners; U+2060: word joiner. */
  static const CharRange blanks[] = {
    { 0x09, 0x0D },     { 0x20, 0x20 },     { 0x85, 0x85 },     { 0xA0, 0xA0 },     { 0x2000, 0x200D },
    { 0x2028, 0x2029 }, { 0x202F, 0x202F }, { 0x205F, 0x2060 }, { 0x3000, 0x3000 }, { 0xFEFF, 0xFEFF },
  };
  if ((c > 0x20 && c < 0x7F) || (c > 0x3000 && c < 0xFEFF)) /* nearly every character asked for */
    return FALSE;
  return is_in (blanks, G_N_ELEMENTS (blanks), c);
}

gunichar tz_char_narrow (gunichar c)
{
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

char *tz_utf8_squeeze (const char *text, const char *drop)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = tz_char_narrow (g_utf8_get_char (p));
    if (!tz_char_is_blank (c) && !g_utf8_strchr (drop, -1, c))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

char *tz_utf8_fold_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

/* Bytes of the blank character at P, or 0. All blanks beyond ASCII begin with one of three bytes. */
static gsize blank_at (const char *p, const char *end)
{
  guint8 byte = (guint8)*p;
  if (byte < 0x80)
    return tz_char_is_blank (byte) ? 1 : 0;
  if (byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF)
    return 0;
  gunichar c = g_utf8_get_char_validated (p, end - p);
  return c < 0x110000 && tz_char_is_blank (c) ? (gsize)(g_utf8_next_char (p) - p) : 0;
}

const char *tz_utf8_skip_blanks (const char *start, const char *end)
{
  const char *p = start;
  for (gsize n; p < end && (n = blank_at (p, end)) > 0;)
    p += n;
  return p;
}

const char *tz_utf8_drop_blanks (const char *start, const char *end)
{
  while (end > start) {
    const char *last = end - 1;
    while (last > start && ((guint8)*last & 0xC0) == 0x80)
      last--;
    if (blank_at (last, end) != (gsize)(end - last))
      break;
    end = last;
  }
  return end;
}

const char *tz_utf8_back_to_indent (const char *start, const char *p)
{
  static const char wide[] = "　";
  const gssize n = sizeof wide - 1;
  while (p - start >= n && memcmp (p - n, wide, (gsize)n) == 0)
    p -= n;
  return p;
}

int tz_utf8_columns (const char *text)
{
  int columns = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_iszerowidth (c))
      continue;
    columns += g_unichar_iswide (c) ? 2 : 1;
  }
  return columns;
}

char *tz_utf8_excerpt (const char *text, int n)
{
  const char *end = text;
  for (int i = 0; i < n && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  GString *excerpt = g_string_new_len (text, end - text);
  for (gsize i = 0; i < excerpt->len; i++)
    if (excerpt->str[i] == '\n' || excerpt->str[i] == '\t')
      excerpt->str[i] = ' ';
  if (*end != '\0')
    g_string_append (excerpt, "…");
  return g_string_free (excerpt, FALSE);
}

gboolean tz_utf8_is_figure (const char *text)
{
  gboolean digit = FALSE;
  for (const char *p = text; *p != '\0'; p++) {
    if (!g_ascii_isgraph (*p))
      return FALSE;
    digit |= g_ascii_isdigit (*p) != 0;
  }
  return digit;
}
