/* Texts and the lines they become: tests/golden/typeset/NAME.in beside NAME.out.
 * The first row of an .in names the setting ("width=12 align=center", widths and
 * indents in em; "name=…": what is a word, too), the rest is the text, in which \u{A0}
 * stands for a character. UPDATE_GOLDEN=1 writes the .out files anew. */
#include "help/golden.h"
#include "help/typeset.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static TzTypesetter *setter;

typedef struct {
  TzTextStyle style;
  TzLen width;
  TzNameSet *names;
} Setting;

static TzLen ems (const Setting *s, const char *value)
{
  return (TzLen)(g_ascii_strtod (value, NULL) * (double)s->style.size);
}

static void read_word (Setting *s, const char *word)
{
  static const char *const aligns[] = { "justify", "left", "center", "right", "decimal", "spread", NULL };
  static const char *const levels[] = { "auto", "none", "basic", "gb", "strict", NULL };
  g_auto (GStrv) pair = g_strsplit (word, "=", 2);
  const char *value = pair[1] ? pair[1] : "";
  if (g_str_equal (pair[0], "width")) {
    s->width = ems (s, value);
  } else if (g_str_equal (pair[0], "indent")) {
    s->style.first_indent = ems (s, value);
  } else if (g_str_equal (pair[0], "shrink")) {
    s->style.shrink_floor = ems (s, value);
  } else if (g_str_equal (pair[0], "hang")) {
    s->style.hang = TRUE;
  } else if (g_str_equal (pair[0], "name")) {
    tz_name_set_add (s->names, value);
    s->style.names = s->names;
  } else if (g_str_equal (pair[0], "label")) {
    s->style.wrap = TZ_WRAP_LABEL;
  } else if (g_str_equal (pair[0], "bold")) {
    s->style.bold = TRUE;
  } else if (g_str_equal (pair[0], "role")) {
    g_assert_true (tz_role_parse (value, &s->style.role));
  } else {
    gboolean align = g_str_equal (pair[0], "align");
    g_assert_true (align || g_str_equal (pair[0], "level"));
    const char *const *words = align ? aligns : levels;
    int i = 0;
    while (words[i] && !g_str_equal (words[i], value))
      i++;
    g_assert_nonnull (words[i]);
    if (align)
      s->style.align = (TzAlign)i;
    else
      s->style.prohibit = (TzProhibit)i;
  }
}

static Setting read_setting (const char *row)
{
  Setting s = { .style = typeset_style (), .names = tz_name_set_new () };
  g_auto (GStrv) words = g_strsplit (row, " ", -1);
  for (int i = 0; words[i]; i++)
    read_word (&s, words[i]);
  g_assert_cmpint (s.width, >, 0);
  return s;
}

/* Without the file's last LF, and with \u{…} replaced. */
static char *read_text (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p && strcmp (p, "\n") != 0;) {
    if (g_str_has_prefix (p, "\\u{")) {
      char *end = NULL;
      g_string_append_unichar (out, (gunichar)strtoul (p + 3, &end, 16));
      g_assert_true (*end == '}');
      p = end + 1;
    } else {
      g_string_append_c (out, *p++);
    }
  }
  return g_string_free (out, FALSE);
}

static void add_number (GString *out, const char *name, TzLen length, TzLen em)
{
  g_string_append_printf (out, " %s %ld", name, lround ((double)length * 100 / (double)em));
}

static char *set (const Setting *s, const char *text)
{
  const TzLines *lines = tz_typeset (setter, text, NULL, 0, &s->style, s->width);
  TzLen narrow, wide;
  guint32 n = 0, flaws = 0;
  tz_typeset_widths (setter, text, &s->style, &narrow, &wide);
  tz_typeset_count (setter, text, &s->style, s->width, 0, 1, &n, &flaws);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%d lines", lines->n_lines);
  add_number (out, "widest", lines->widest, lines->size);
  add_number (out, "size", lines->size, s->style.size);
  add_number (out, "pitch", lines->pitch, s->style.pitch);
  if (lines->anchor >= 0)
    add_number (out, "anchor", lines->anchor, lines->size);
  if (lines->n_missing)
    g_string_append_printf (out, " missing %d", lines->n_missing);
  add_number (out, "narrow", narrow, s->style.size);
  add_number (out, "wide", wide, s->style.size);
  g_string_append_printf (out, " counted %u\n", n);
  g_autofree char *dump = typeset_dump (lines, 0, G_MAXINT);
  g_string_append (out, dump);
  return g_string_free (out, FALSE);
}

static void test_golden (gconstpointer data)
{
  const char *in_path = data;
  g_autofree char *in = NULL;
  GError *error = NULL;
  g_file_get_contents (in_path, &in, NULL, &error);
  g_assert_no_error (error);
  char *row_end = strchr (in, '\n');
  g_assert_nonnull (row_end);
  *row_end = '\0';
  Setting s = read_setting (in);
  g_autofree char *text = read_text (row_end + 1);
  g_autofree char *lines = set (&s, text);

  g_autofree char *base = g_path_get_basename (in_path);
  g_autofree char *name = g_strdup_printf ("%.*sout", (int)(strlen (base) - strlen ("in")), base);
  assert_golden ("typeset", name, lines);
  tz_name_set_unref (s.names);
}

static int by_name (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *)a, *(char *const *)b);
}

static GPtrArray *list_inputs (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir));)
    if (g_str_has_suffix (name, ".in"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_dir_close (dir);
  g_ptr_array_sort (paths, by_name);
  return paths;
}

int main (int argc, char **argv)
{
  typeset_isolate ();
  g_test_init (&argc, &argv, NULL);
  setter = typeset_new ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "golden", "typeset", NULL);
  g_autoptr (GPtrArray) paths = list_inputs (folder);
  for (guint i = 0; i < paths->len; i++) {
    g_autofree char *name = g_path_get_basename (paths->pdata[i]);
    g_autofree char *path = g_strdup_printf ("/lines/%.*s", (int)strlen (name) - 3, name);
    g_test_add_data_func (path, paths->pdata[i], test_golden);
  }
  int status = g_test_run ();
  tz_typesetter_free (setter);
  return status;
}
