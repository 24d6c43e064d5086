/* Any text in any column: nothing is lost and no line sticks out. The first six
 * bytes choose the setting, the rest is the text. */
#include "base/diag.h"
#include "command/fontset.h"
#include "typeset/paragraph.h"
#include "help/typeset.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define N_CHOICES 6

/* Opened once; fonts of the machine are left out, so that an input does the same
 * everywhere. Lives until the program ends. */
static TzTypesetter *get_setter (void)
{
  static TzTypesetter *setter;
  if (setter)
    return setter;
  g_autofree char *conf = NULL;
  int fd = g_file_open_tmp ("fonts-XXXXXX.conf", &conf, NULL);
  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (conf, "<?xml version='1.0'?><fontconfig></fontconfig>", -1, NULL));
  g_setenv ("FONTCONFIG_FILE", conf, TRUE);
  g_setenv ("XDG_CONFIG_HOME", conf, TRUE); /* no folder: no fonts.ini of a user's */
  TzDiag *diag = tz_diag_new ();
  TzFonts *fonts = tz_fontset_open (NULL, diag, NULL);
  g_assert_nonnull (fonts);
  tz_diag_free (diag);
  setter = tz_typesetter_new (fonts, typeset_counters ());
  tz_typeset (setter, "\xF4\x80\x80\x80", NULL, 0, &(TzTextStyle){ .size = 1024 }, 1024); /* reads CONF */
  unlink (conf);
  return setter;
}

static gboolean is_blank (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
}

static void assert_blank (const char *from, const char *end)
{
  for (const char *p = from; p < end; p = g_utf8_next_char (p))
    g_assert_true (*p == '\n' || is_blank (p));
}

static void check_line (const TzLines *lines, const TzLine *line, TzLen widest)
{
  guint32 at = line->start;
  for (guint32 k = 0; k < line->n_glyphs; k++) {
    const TzGlyph *glyph = &lines->glyphs[line->glyph + k];
    if (glyph->n_bytes == 0)
      continue;
    g_assert_cmpuint (glyph->text, ==, at);
    at += glyph->n_bytes;
  }
  g_assert_cmpuint (at, ==, line->end);
  g_assert_cmpint (line->width, <=, lines->widest);
  g_assert_cmpint (line->width, <=, widest + line->n_glyphs);
}

static void check (TzTypesetter *setter, const char *text, const TzTextStyle *style, TzLen width)
{
  const TzLines *lines = tz_typeset (setter, text, NULL, 0, style, width);
  guint32 at = 0;
  TzLen narrow, wide, indent = MAX (style->first_indent, 0);
  tz_typeset_widths (setter, text, style, &narrow, &wide);
  g_assert_cmpint (lines->n_lines, >=, 1);
  for (int i = 0; i < lines->n_lines; i++) {
    const TzLine *line = &lines->lines[i];
    g_assert_cmpuint (line->start, >=, at);
    assert_blank (text + at, text + line->start);
    check_line (lines, line, MAX (width, indent + narrow));
    at = line->end;
  }
  assert_blank (text + at, text + strlen (text));
  guint32 counted[3] = { 0 }, flaws[3] = { 0 };
  tz_typeset_count (setter, text, style, width, 1024, 3, counted, flaws);
  g_assert_cmpuint (counted[0], >=, 1);
  g_assert_true (tz_typeset (setter, text, NULL, 0, style, width) == lines);
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size < N_CHOICES)
    return 0;
  TzTypesetter *setter = get_setter ();
  g_autofree char *cut = g_strndup ((const char *)data + N_CHOICES, size - N_CHOICES);
  g_autofree char *text = g_utf8_make_valid (cut, -1);
  TzTextStyle style = { .role = (TzRole)(data[0] % TZ_N_ROLES),
                        .align = (TzAlign)(data[1] % (TZ_ALIGN_SPREAD + 1)),
                        .prohibit = (TzProhibit)(data[2] % (TZ_PROHIBIT_STRICT + 1)),
                        .bold = data[1] >= 128,
                        .hang = data[2] >= 128,
                        .size = 1 + (TzLen)data[3] * data[3] * 6 };
  style.pitch = style.size * 3 / 2;
  style.first_indent = data[4] >= 128 ? 2 * style.size : 0;
  style.shrink_floor = data[4] % 2 ? style.size / 2 : 0;
  /* Up to 64 em; a column narrower than its indent is one of the questions. */
  check (setter, text, &style, style.size * data[5] / 4);
  tz_typesetter_reset (setter);
  return 0;
}
