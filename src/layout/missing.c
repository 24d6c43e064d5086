#include "layout/missing.h"

#include "base/intl.h"
#include "base/utf8.h"

#include <string.h>

static void collect_missing (GString *names, const TzLines *lines)
{
  int shown = 0;
  for (guint32 i = 0; i < lines->n_glyphs && shown < 5; i++) {
    if (lines->glyphs[i].face != TZ_FACE_NONE)
      continue;
    char c[7] = { 0 };
    g_unichar_to_utf8 (lines->glyphs[i].glyph, c);
    if (shown > 0 && strstr (names->str, c))
      continue;
    g_string_append_printf (names, "%s%s (U+%04X)", shown ? ", " : "", c, lines->glyphs[i].glyph);
    shown++;
  }
}

void tz_missing_report (const TzLines *lines, const TzPlace *place, TzDiag *diag)
{
  if (lines->n_missing == 0)
    return;
  g_autoptr (GString) names = g_string_new (NULL);
  collect_missing (names, lines);
  tz_diag_add (diag, TZ_WARNING, place, "missing-glyph",
               _ ("no font on this machine has %s: a box is printed instead; install a font that has it"),
               names->str);
}

struct TzMissing {
  const TzMeasure *measure;
  TzTextStyle style;
  guint32 known[0x10000 / 32]; /* bit by character: some font has it */
};

TzMissing *tz_missing_new (const TzMeasure *measure, const TzTextStyle *style)
{
  TzMissing *missing = g_new0 (TzMissing, 1);
  missing->measure = measure;
  missing->style = *style;
  return missing;
}

void tz_missing_free (TzMissing *missing)
{
  g_free (missing);
}

/* Characters that come from the same font whatever stands beside them, so that looking once is enough. */
static gboolean stands_alone (gunichar c)
{
  return tz_char_is_common_han (c) || (c >= ' ' && c < 0x7F) || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E);
}

static gboolean knows (const TzMissing *missing, const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = tz_utf8_get (p);
    if (c != '\n' && (c > 0xFFFF || !(missing->known[c / 32] & 1u << c % 32)))
      return FALSE;
  }
  return TRUE;
}

void tz_missing_look (TzMissing *missing, const char *text, const TzPlace *place, TzDiag *diag)
{
  if (knows (missing, text))
    return;
  const TzLines *lines =
      missing->measure->set (missing->measure->self, text, &missing->style, 40 * missing->style.size);
  tz_missing_report (lines, place, diag);
  for (const char *p = text; *p && lines->n_missing == 0; p = g_utf8_next_char (p)) {
    gunichar c = tz_utf8_get (p);
    if (stands_alone (c))
      missing->known[c / 32] |= 1u << c % 32;
  }
}
