/* fonts: which font serves which role, and what it lacks. */
#include "base/intl.h"
#include "base/utf8.h"
#include "command/command.h"
#include "command/fontset.h"
#include "compose/book/book.h"

#include <string.h>

/* The 6,763 hanzi of GB/T 2312, rows 16 to 87: what an office's text is mostly
 * made of. Decoded once, in the standard's order. */
static GArray *common_hanzi (void)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (gunichar));
  for (int row = 0xB0; row <= 0xF7; row++)
    for (int cell = 0xA1; cell <= 0xFE; cell++) {
      const char bytes[3] = { (char)row, (char)cell, 0 };
      g_autofree char *text = g_convert (bytes, 2, "UTF-8", "GB2312", NULL, NULL, NULL);
      if (!text)
        continue;
      gunichar c = g_utf8_get_char (text);
      g_array_append_val (all, c);
    }
  return all;
}

/* Marks and signs that ledgers use beside hanzi. */
static const char signs[] =
    "，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕·—…～％‰℃°×÷±√≤≥①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㎡²³☑☐□■▲★●○";

typedef struct {
  TzFonts *fonts;
  TzRole role;
  GPtrArray *paths; /* const char*, in order of first use */
  GArray *counts;   /* int: hanzi from each */
  GString *missing; /* signs and hanzi from nowhere */
} Survey;

static void survey_char (Survey *survey, gunichar c, gboolean counted)
{
  guint32 glyph;
  TzFace face = tz_fonts_find (survey->fonts, survey->role, FALSE, c, &glyph);
  if (face == TZ_FACE_NONE) {
    g_string_append_unichar (survey->missing, c);
    return;
  }
  const char *path = tz_fonts_path (survey->fonts, face);
  guint i = 0;
  while (i < survey->paths->len && !g_str_equal (survey->paths->pdata[i], path))
    i++;
  if (i == survey->paths->len) {
    int none = 0;
    g_ptr_array_add (survey->paths, (gpointer)path);
    g_array_append_val (survey->counts, none);
  }
  g_array_index (survey->counts, int, i) += counted;
}

static void report_role (Survey *survey, const GArray *hanzi, GString *text)
{
  g_string_append_printf (text, "%s  %s\n", tz_role_name (survey->role), tz_role_key (survey->role));
  if (survey->role == TZ_ROLE_WESTERN)
    for (gunichar c = 0x21; c < 0x7F; c++)
      survey_char (survey, c, FALSE);
  else {
    for (guint i = 0; i < hanzi->len; i++)
      survey_char (survey, g_array_index (hanzi, gunichar, i), TRUE);
    for (const char *p = signs; *p; p = g_utf8_next_char (p))
      survey_char (survey, g_utf8_get_char (p), FALSE);
  }
  for (guint i = 0; i < survey->paths->len; i++) {
    int count = g_array_index (survey->counts, int, i);
    if (count > 0)
      g_string_append_printf (text, _ ("    %s (%d of %d common hanzi)\n"),
                              (const char *)survey->paths->pdata[i], count, (int)hanzi->len);
    else
      g_string_append_printf (text, _ ("    %s (letters or signs)\n"), (const char *)survey->paths->pdata[i]);
  }
  if (survey->missing->len > 0)
    g_string_append_printf (text, _ ("    no font here has: %s\n"), survey->missing->str);
  g_string_append_printf (text, _ ("    in workbooks: %s\n"),
                          tz_fonts_office_name (survey->fonts, survey->role));
}

static void report (TzFonts *fonts, TzOutcome *outcome)
{
  GArray *hanzi = common_hanzi ();
  for (int role = 0; role < TZ_N_ROLES; role++) {
    Survey survey = { .fonts = fonts,
                      .role = (TzRole)role,
                      .paths = g_ptr_array_new (),
                      .counts = g_array_new (FALSE, FALSE, sizeof (int)),
                      .missing = g_string_new (NULL) };
    report_role (&survey, hanzi, outcome->text);
    g_ptr_array_unref (survey.paths);
    g_array_unref (survey.counts);
    g_string_free (survey.missing, TRUE);
  }
  g_array_unref (hanzi);
}

static void survey_fonts (const char *input, TzOutcome *outcome)
{
  TzBookOptions options = { 0 };
  TzBook *book = input ? tz_book_load (input, &options, outcome->diag) : NULL;
  g_autoptr (GError) error = NULL;
  TzFonts *fonts =
      input && !book ? NULL : tz_fontset_open (book ? tz_book_fonts (book) : NULL, outcome->diag, &error);
  if (error)
    tz_outcome_fail (outcome, TZ_EXIT_SYSTEM, "%s", error->message);
  if (fonts)
    report (fonts, outcome);
  tz_fonts_free (fonts);
  tz_book_free (book);
  tz_outcome_judge (outcome, FALSE);
}

void tz_command_fonts (const TzWords *words, TzOutcome *outcome)
{
  if (g_strv_length (words->inputs) > 1) {
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("name one book only"));
    return;
  }
  if (!tz_command_find_data (outcome))
    return;
  TzOutcome *survey = tz_outcome_new ();
  survey_fonts (words->inputs[0], survey);
  tz_outcome_take (outcome, survey, words->inputs[0]);
}
