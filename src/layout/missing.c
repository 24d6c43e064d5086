#include "layout/missing.h"

#include "base/intl.h"

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
