/* {region}, {period}, {organ} and the words of [values] in the text of a letter. What a
 * report computes is not for letters. */
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "compose/letter/exhibit.h"
#include "compose/form/placeholder.h"
#include "model/period.h"

#include <string.h>

typedef struct {
  TzIni *ini;
  TzPlace place; /* of the word that is being filled in */
  TzDiag *diag;
  TzFilledText *out;
} Fill;

static gboolean has_value (const Fill *fill, const char *name)
{
  static const char *const sections[] = { "values", "book" };
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++) {
    const TzIniKey *key = tz_ini_lookup (fill->ini, sections[i], "", name);
    if (key && *key->value != '\0')
      return TRUE;
  }
  return FALSE;
}

static void report_unknown (const Fill *fill, const char *name)
{
  GPtrArray *names = g_ptr_array_new ();
  const TzIniSection *values = tz_ini_lookup_section (fill->ini, "values", "");
  for (int i = 0; values && i < values->n_keys; i++)
    g_ptr_array_add (names, (gpointer)values->keys[i].key);
  for (const char *const *key = tz_form_book_keys (); *key; key++)
    g_ptr_array_add (names, (gpointer)*key);
  g_ptr_array_add (names, NULL);
  const char *near = tz_suggest (name, (const char *const *)names->pdata);
  gboolean known = g_strv_contains ((const char *const *)names->pdata, name);
  char *shown = tz_utf8_excerpt (name, 40);
  if (!known && near)
    tz_diag_add (fill->diag, TZ_ERROR, &fill->place, "unknown-placeholder",
                 _ ("there is no {%s}; did you mean {%s}? A brace that is meant as text is written {{"), shown,
                 near);
  else
    tz_diag_add (
        fill->diag, TZ_ERROR, &fill->place, "unknown-placeholder",
        _ ("{%s} has no value here; give it one in [book] or [values], or write kind = report for a text "
           "with computed figures. A brace that is meant as text is written {{"),
        shown);
  g_free (shown);
  g_ptr_array_unref (names);
}

static void fill_word (Fill *fill, const char *written)
{
  char *name = g_strdelimit (g_strstrip (g_strdup (written)), "_", '-');
  if (has_value (fill, name)) {
    char *word = g_strdup_printf ("{%s}", name);
    char *value = tz_placeholder_expand (fill->ini, word, NULL, FALSE, &fill->place, fill->diag);
    tz_filled_text_add (fill->out, value, TZ_FROM_BOOK);
    g_free (value);
    g_free (word);
  } else {
    report_unknown (fill, name);
  }
  g_free (name);
}

/* A brace that is meant as text must not ask for a table. */
static void add_brace (Fill *fill, char brace)
{
  char text[] = { brace, '\0' };
  tz_filled_text_add (fill->out, text, TZ_FROM_DATA);
}

static void fill_line (Fill *fill, const char *line)
{
  for (const char *p = line; *p != '\0';) {
    const char *end = *p == '{' ? strchr (p, '}') : NULL;
    if ((*p == '{' && p[1] == '{') || (*p == '}' && p[1] == '}')) {
      add_brace (fill, *p);
      p += 2;
    } else if (end) {
      char *name = g_strndup (p + 1, (gsize)(end - p - 1));
      fill->place.column = (int)g_utf8_pointer_to_offset (line, p) + 1;
      fill_word (fill, name);
      g_free (name);
      p = end + 1;
    } else {
      g_string_append_c (fill->out->text, *p++);
    }
  }
}

/* The book's words with the period as it is said. */
static TzIni *spoken_keys (const TzIni *ini)
{
  TzIni *spoken = tz_ini_new (tz_ini_file (ini));
  const TzIniKey *key = tz_ini_lookup (ini, "book", "", "period");
  TzPeriod period;
  tz_ini_overlay (spoken, ini);
  if (key && tz_period_parse (key->value, &period)) {
    char *words = tz_period_to_words (&period);
    tz_ini_put (spoken, "book", "", "period", words);
    g_free (words);
  }
  return spoken;
}

/* A line for an exhibit is left for who reads the letter. */
static gboolean is_exhibit_line (const char *line)
{
  const char *end = line + strlen (line), *first = tz_utf8_skip_blanks (line, end);
  char *bare = g_strndup (first, (gsize)(tz_utf8_drop_blanks (first, end) - first));
  gboolean exhibit = tz_letter_is_exhibit (bare);
  g_free (bare);
  return exhibit;
}

TzFilledText *tz_letter_fill (const char *text, const char *shown, const TzIni *ini, TzDiag *diag)
{
  Fill fill = { .ini = spoken_keys (ini), .place = tz_place_file (shown), .diag = diag };
  fill.out = tz_filled_text_new ();
  char **all = g_strsplit (text, "\n", -1);
  for (char **line = all; *line; line++) {
    fill.place.line++;
    if (is_exhibit_line (*line))
      tz_filled_text_add (fill.out, *line, TZ_FROM_AUTHOR);
    else
      fill_line (&fill, *line);
    if (line[1])
      tz_filled_text_add (fill.out, "\n", TZ_FROM_AUTHOR);
  }
  g_strfreev (all);
  tz_ini_free (fill.ini);
  return fill.out;
}
