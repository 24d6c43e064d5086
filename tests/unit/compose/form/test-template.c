/* The template language: what an INI may say, and what is said about mistakes. */
#include <glib/gstdio.h>
#include <string.h>

#include "compose/form/files.h"
#include "compose/form/form.h"
#include "help/findings.h"
#include "help/office.h"

#define COLUMN "[column a]\ntitles = 甲\n"

/* Loads the template TEXT, laid over with OVER (NULL: nothing), and compares findings. */
static TzTemplate *load (Office *office, const char *text, const char *over, const char *findings)
{
  TzIni *laid = over ? tz_ini_parse (over, strlen (over), "book.ini", office->diag) : NULL;
  office_write (office, "form.ini", text);
  TzTemplate *form = tz_template_load (office_path (office, "form.ini"), laid, NULL, office->diag);
  tz_diag_sort (office->diag);
  assert_findings (office->diag, findings);
  tz_ini_free (laid);
  return form;
}

static void check_message (Office *office, const char *part)
{
  const char *message = tz_diag_get (office->diag, 0)->message;
  g_test_message ("%s", message);
  g_assert_nonnull (strstr (message, part));
}

static void check (const char *text, const char *findings, const char *part)
{
  Office *office = office_new ();
  TzTemplate *form = load (office, text, NULL, findings);
  if (part)
    check_message (office, part);
  tz_template_free (form);
  office_free (office);
}

static void test_unknown_section (void)
{
  check ("[pgae]\nx = 1\n" COLUMN, "error unknown-section 1:1", "did you mean [page]");
}

static void test_unknown_key (void)
{
  check ("[page]\npapre = A4\n" COLUMN, "error unknown-key 2:1", "did you mean “paper”");
  check (COLUMN "mrege = down\n", "error unknown-key 3:1", "did you mean “merge”");
  check ("[book]\ntitel = x\n" COLUMN, "error unknown-key 2:1", "did you mean “title”");
}

static void test_bad_values (void)
{
  check ("[page]\norientation = quer\n" COLUMN, "error bad-value 2:15", "portrait, landscape");
  check ("[text]\nsize = 3\n" COLUMN, "error bad-value 2:8", "10.5pt");
  check ("[text]\nsize = 400pt\n" COLUMN, "error bad-value 2:8", "from 4 to 96 pt");
  check ("[header]\ncolour = red\n" COLUMN, "error bad-value 2:10", "#C00000");
  check ("[text]\nfont = Arial\n" COLUMN, "error bad-value 2:8", "fangsong");
  check ("[excel]\nzoom = nan\n" COLUMN, "error bad-value 2:8", "whole number");
  check ("[page]\npaper = A4, A11\n" COLUMN, "error bad-value 2:9", "A3");
  check ("[book]\nclean = spaces, all\n" COLUMN, "error bad-value 2:9", "nbsp");
  check (COLUMN "width = wide\n", "error bad-value 3:9", "auto");
  check (COLUMN "fill = choice\n", "error bad-value 1:1", "choices");
  check (COLUMN "diagonal = x\n", "error bad-value 3:12", "bar");
  check (COLUMN "floor = 9em\ncap = 4em\n", "error bad-value 1:1", "cap");
  check (COLUMN "[total t]\nscope = table\n", "error bad-value 3:1", "labels");
  check (COLUMN "[variant v]\ntitle = x\n", "error bad-value 3:1", "has");
}

/* No text of no size comes out of a form, whatever it says. */
static void test_sizes (void)
{
  static const char *const kinds[] = { "text",   "title",   "label", "unit-line", "continued-line",
                                       "header", "section", "total", "notes",     "column a" };
  static const char *const letter_kinds[] = { "text",        "title",     "subtitle", "mark",
                                              "copy-number", "secrecy",   "number",   "signatory",
                                              "heading-1",   "heading-4", "imprint",  "disclosure" };
  static const char *const sizes[] = { "0", "0pt", "0em", "0mm", "-5pt", "0.001pt", "3.9pt" };
  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++) {
    for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
      g_autofree char *text = g_strdup_printf ("[%s]\nsize = %s\n%s", kinds[i], sizes[k],
                                               g_str_equal (kinds[i], "column a") ? "" : COLUMN);
      check (text, "error bad-value 2:8", "from 4 to 96 pt");
    }
    for (gsize i = 0; i < G_N_ELEMENTS (letter_kinds); i++) {
      g_autofree char *text =
          g_strdup_printf ("[template]\nkind = letter\n[%s]\nsize = %s\n", letter_kinds[i], sizes[k]);
      check (text, "error bad-value 4:8", "from 4 to 96 pt");
    }
    g_autofree char *number = g_strdup_printf ("[page]\nnumber-size = %s\n" COLUMN, sizes[k]);
    check (number, "error bad-value 2:15", "from 4 to 40 pt");
    g_autofree char *pitch = g_strdup_printf ("[text]\npitch = %s\n" COLUMN, sizes[k]);
    check (pitch, "error bad-value 2:9", "from 4 to 200 pt");
  }
  check ("[title]\nshrink-to = 0.1pt\n" COLUMN, "error bad-value 2:13", "4 pt or more");
  check ("[title]\nshrink-to = 0\n" COLUMN, "", NULL);
}

/* Nor where the page leaves no room for its characters. */
static void test_size_of_letters (void)
{
  Office *office = office_new ();
  TzTemplate *form =
      load (office, "[template]\nkind = letter\n[page]\nmargin = 104mm\n[frame]\ncharacters = 100\n", NULL, "");
  for (int i = 0; i < TZ_N_LETTER_PARTS; i++) {
    g_assert_cmpint (form->letter_parts[i].cell.text.size, >=, 4 * TZ_PT);
    g_assert_cmpint (form->letter_parts[i].cell.text.pitch, >, 0);
  }
  tz_template_free (form);
  office_free (office);
}

/* A larger size leaves the lines of a document on its grid; the mark and the imprint have none to keep to. */
static void test_pitch_of_letters (void)
{
  Office *office = office_new ();
  TzTemplate *form =
      load (office,
            "[template]\nkind = letter\n[heading-1]\nsize = 20pt\n[heading-2]\nsize = 20pt\n"
            "pitch = 33pt\n[mark]\nsize = 60pt\n[imprint]\nsize = 16pt\n[caption]\nsize = 18pt\n",
            NULL, "");
  const TzTextStyle *text = &form->letter_parts[TZ_LETTER_TEXT].cell.text;
  g_assert_cmpint (form->letter_parts[TZ_LETTER_HEADING_1].cell.text.pitch, ==, text->pitch);
  g_assert_cmpint (form->letter_parts[TZ_LETTER_HEADING_1 + 1].cell.text.pitch, ==, 33 * TZ_PT);
  g_assert_cmpfloat_with_epsilon (tz_len_to_pt (form->letter_parts[TZ_LETTER_MARK].cell.text.pitch), 78, 0.01);
  g_assert_cmpint (form->letter_parts[TZ_LETTER_IMPRINT].cell.text.pitch, ==, 30 * TZ_PT);
  g_assert_cmpint (form->letter_parts[TZ_LETTER_CAPTION].cell.text.pitch, ==, 27 * TZ_PT);
  tz_template_free (form);
  office_free (office);
}

static void test_unknown_columns (void)
{
  check ("[table]\ncolumns = a, b\n" COLUMN, "error unknown-column 2:11", "[column b]");
  check (COLUMN "[total t]\nlabels = 合计\ncolumn = b\n", "error unknown-column 5:10", "[column b]");
  check (COLUMN "[variant v]\nhas = b\n", "error unknown-column 4:7", "[column b]");
}

static void test_no_columns (void)
{
  check ("[book]\ntitle = x\n", "error no-columns", "[column");
}

static void test_placeholders (void)
{
  Office *office = office_new ();
  TzTemplate *form = load (office,
                           "[values]\nyear = 2031\n[book]\nregion = 某市\n"
                           "title = {region}{year}年\\n“{{”台账\n" COLUMN,
                           "[book]\nregion = 东市\n", "");
  char *title = tz_form_text (form, "title", office->diag);
  g_assert_cmpstr (title, ==, "东市2031年\n“{”台账");
  g_free (title);
  tz_template_free (form);
  office_free (office);
}

static void test_bad_placeholders (void)
{
  check ("[book]\ntitle = {regoin}台账\n" COLUMN, "error unknown-placeholder 2:9", "{region}");
  check ("[book]\ntitle = {period}台账\n" COLUMN, "warning no-value 2:9", "period");
  check ("[book]\ntitle = {label}\nlabel = {title}\n" COLUMN,
         "error placeholder-loop 2:9; error placeholder-loop 3:9", "itself");
}

/* Eight values that each name the next twice would make 2^8 texts and more. */
static void test_placeholder_growth (void)
{
  GString *text = g_string_new ("[book]\ntitle = {v0}\n[values]\n");
  for (int i = 0; i < 8; i++) {
    g_string_append_printf (text, "v%d =", i);
    for (int k = 0; k < 40; k++)
      g_string_append_printf (text, " {v%d}", i + 1);
    g_string_append_c (text, '\n');
  }
  g_string_append (text, "v8 = x\n" COLUMN);
  Office *office = office_new ();
  office_write (office, "form.ini", text->str);
  tz_template_free (tz_template_load (office_path (office, "form.ini"), NULL, NULL, office->diag));
  office_free (office);
  g_string_free (text, TRUE);
}

static void test_inherit (void)
{
  Office *office = office_new ();
  office_write (office, "base.ini", "[text]\nsize = 12pt\n[column a]\ntitles = 甲\n[column b]\ntitles = 乙\n");
  TzTemplate *form =
      load (office, "[template]\nbased-on = base.ini\n[table]\ncolumns = b, a\n[column b]\nneed = optional\n",
            NULL, "");
  const TzSchema *schema = tz_template_schema (form);
  g_assert_cmpint (schema->n_columns, ==, 2);
  g_assert_cmpstr (schema->columns[0].titles[0], ==, "乙");
  g_assert_cmpint (schema->columns[0].need, ==, TZ_NEED_OPTIONAL);
  g_assert_cmpint (form->parts[TZ_PART_TEXT].cell.text.size, ==, 12 * TZ_PT);
  tz_template_free (form);
  office_free (office);
}

static void test_loop (void)
{
  Office *office = office_new ();
  office_write (office, "other.ini", "[template]\nbased-on = form.ini\n");
  g_assert_null (load (office, "[template]\nbased-on = other.ini\n", NULL, "error template-loop 2:12"));
  office_free (office);
}

static void test_unknown_template (void)
{
  TzDiag *diag = tz_diag_new ();
  g_assert_null (tz_template_load ("shnaxi", NULL, NULL, diag));
  assert_findings (diag, "error unknown-template");
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, "did you mean “shanxi”"));
  tz_diag_free (diag);
}

static void test_over (void)
{
  Office *office = office_new ();
  TzTemplate *form = load (office, COLUMN "width = 9mm\n[page]\nmargin = 10mm\nmargin-top = 15mm\n",
                           "[column a]\nwidth = 3em\n[page]\nmargin = 30mm\n[text]\nsize = 12pt\n", "");
  g_assert_cmpint (form->columns[0].look.width, ==, 36 * TZ_PT);
  g_assert_cmpint (form->page.margin[0], ==, tz_len_from_mm (15));
  g_assert_cmpint (form->page.margin[3], ==, tz_len_from_mm (30));
  tz_template_free (form);
  office_free (office);
}

static void test_over_columns (void)
{
  Office *office = office_new ();
  TzTemplate *form =
      load (office, COLUMN, "[column b]\nwidth = 3em\n[column c]\ntitles = 丙\n", "error unknown-column 1:1");
  g_assert_cmpint (tz_template_schema (form)->n_columns, ==, 3);
  tz_template_free (form);
  office_free (office);
}

/* A list of columns is no wall: what the book speaks of comes after it. */
static void test_over_listed (void)
{
  Office *office = office_new ();
  TzTemplate *form = load (office, "[table]\ncolumns = a\n" COLUMN "[column b]\n[column c]\n",
                           "[column c]\nneed = blank\n[column d]\nwidth = 3\n",
                           "error unknown-column 3:1; error bad-value 4:9");
  const TzSchema *schema = tz_template_schema (form);
  g_assert_cmpint (schema->n_columns, ==, 3);
  g_assert_cmpstr (schema->columns[1].key, ==, "c");
  tz_template_free (form);
  office_free (office);
}

/* Items hang in cells unless a form says otherwise; notes, titles and heads do not. */
static void test_hang (void)
{
  Office *office = office_new ();
  TzTemplate *form = load (office,
                           "[column a]\n[column b]\nindent = 2em\n[column c]\nhang = no\n"
                           "[column d]\nindent = 1em\nhang = yes\n[sign]\nhang = yes\n",
                           NULL, "");
  static const gboolean expected[] = { TRUE, FALSE, FALSE, TRUE };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (form->columns[i].style.cell.text.hang, ==, expected[i]);
  g_assert_false (form->parts[TZ_PART_NOTES].cell.text.hang);
  g_assert_false (form->parts[TZ_PART_HEADER].cell.text.hang);
  g_assert_true (form->parts[TZ_PART_SIGN].cell.text.hang);
  tz_template_free (form);
  office_free (office);
}

/* A size without a pitch keeps the proportion; a pitch that is given stays. */
static void test_pitch (void)
{
  Office *office = office_new ();
  TzTemplate *form = load (
      office,
      "[text]\nsize = 10pt\npitch = 15pt\n[title]\nsize = 20pt\n[notes]\nsize = 8pt\npitch = 9pt\n" COLUMN,
      NULL, "");
  g_assert_cmpint (form->parts[TZ_PART_TITLE].cell.text.pitch, ==, 30 * TZ_PT);
  g_assert_cmpint (form->parts[TZ_PART_NOTES].cell.text.pitch, ==, 9 * TZ_PT);
  g_assert_cmpint (form->parts[TZ_PART_HEADER].cell.text.pitch, ==, 15 * TZ_PT);
  tz_template_free (form);
  office_free (office);
}

/* Every template that is delivered must be without fault and have both summaries. */
static void test_delivered (void)
{
  char **names = tz_template_names ();
  g_assert_cmpuint (g_strv_length (names), >=, 8);
  for (char **name = names; *name; name++) {
    TzDiag *diag = tz_diag_new ();
    TzTemplate *form = tz_template_load (*name, NULL, NULL, diag);
    g_test_message ("%s", *name);
    assert_findings (diag, "");
    g_assert_nonnull (tz_ini_lookup (form->own, "template", "", "summary"));
    g_assert_nonnull (tz_ini_lookup (form->own, "template", "", "summary-zh"));
    char *text = tz_template_describe (form);
    g_assert_true (g_str_has_prefix (text, *name));
    g_free (text);
    tz_template_free (form);
    tz_diag_free (diag);
  }
  g_strfreev (names);
}

/* Sections and keys put together at random: findings, never a crash. */
static void test_odd_templates (void)
{
  static const char *const lines[] = { "[page]",
                                       "[column a]",
                                       "[column]",
                                       "[column b]",
                                       "[total]",
                                       "[total t]",
                                       "[variant v]",
                                       "[book]",
                                       "[table]",
                                       "[text]",
                                       "[values x]",
                                       "[template]",
                                       "titles = a | b",
                                       "titles =",
                                       "header = a /  / b",
                                       "header = / / /",
                                       "header = {column} / {x}",
                                       "diagonal = |",
                                       "diagonal = a|b",
                                       "width = 1em",
                                       "width =",
                                       "labels = ;;",
                                       "columns = a, a,,",
                                       "columns =",
                                       "has = a, ,b",
                                       "has =",
                                       "page.paper = A3",
                                       "a.b.c = d",
                                       ".x = 1",
                                       "x. = 1",
                                       "title = {",
                                       "title = \\",
                                       "title = {title}",
                                       "size = 0",
                                       "paper = ,",
                                       "paper =",
                                       "margin = 400pt",
                                       "infer = yes",
                                       "based-on = form.ini",
                                       "choices = ;",
                                       "position = 99",
                                       "fill = choice",
                                       "merge = both",
                                       "type = number",
                                       "kind = table",
                                       "scope = group",
                                       "clean = ,",
                                       "weight = 1e9" };
  GRand *rand = g_rand_new_with_seed (9704);
  for (int round = 0; round < 400; round++) {
    Office *office = office_new ();
    GString *text = g_string_new ("[column a]\ntitles = 甲\n");
    for (int i = 0; i < 14; i++)
      g_string_append_printf (text, "%s\n", lines[g_rand_int_range (rand, 0, (int)G_N_ELEMENTS (lines))]);
    office_write (office, "form.ini", text->str);
    office_write (office, "data.csv", "甲,b,合计\n一、x,,\n1,,2\n,a,\n合计,,3\n");
    tz_doc_free (office_compose (office, "data.csv", 0, "form.ini", NULL));
    g_string_free (text, TRUE);
    office_free (office);
  }
  g_rand_free (rand);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/unknown-section", test_unknown_section);
  g_test_add_func ("/template/unknown-key", test_unknown_key);
  g_test_add_func ("/template/bad-values", test_bad_values);
  g_test_add_func ("/template/sizes", test_sizes);
  g_test_add_func ("/template/size-of-letters", test_size_of_letters);
  g_test_add_func ("/template/pitch-of-letters", test_pitch_of_letters);
  g_test_add_func ("/template/unknown-columns", test_unknown_columns);
  g_test_add_func ("/template/no-columns", test_no_columns);
  g_test_add_func ("/template/placeholders", test_placeholders);
  g_test_add_func ("/template/bad-placeholders", test_bad_placeholders);
  g_test_add_func ("/template/placeholders-do-not-explode", test_placeholder_growth);
  g_test_add_func ("/template/based-on", test_inherit);
  g_test_add_func ("/template/loop", test_loop);
  g_test_add_func ("/template/unknown-template", test_unknown_template);
  g_test_add_func ("/template/book-overrides", test_over);
  g_test_add_func ("/template/book-adds-columns", test_over_columns);
  g_test_add_func ("/template/book-adds-to-the-list", test_over_listed);
  g_test_add_func ("/template/hang", test_hang);
  g_test_add_func ("/template/pitch-follows-size", test_pitch);
  g_test_add_func ("/template/delivered-ones-are-sound", test_delivered);
  g_test_add_func ("/template/odd-templates", test_odd_templates);
  return g_test_run ();
}
