/* Which widths a table gets, and how tight it is set: of whole documents in toy type. */
#include "help/sketch.h"

#include "layout/table/size.h"

/* Rows of a line of 12 pt and PAD above and below, on pages of 400 pt, with a note of so many lines of 10 pt.
 */
static TzLayout *lay_out (TzDoc **doc, Toy *toy, int n_rows, TzLen pad, int n_note_lines)
{
  TzCellStyle style = sketch_style ();
  style.pad_y = pad;
  style.text.pitch = 12 * TZ_PT;
  GString *rows = g_string_new (NULL);
  for (int i = 0; i < n_rows; i++)
    g_string_append (rows, ". 甲|乙\n");
  *doc = sketch_doc (sketch_grid (rows->str, 50 * TZ_PT, &style), 100, 400);
  g_string_free (rows, TRUE);
  TzTextStyle text = sketch_text_style ();
  g_autofree char *note = sketch_hanzi (10 * n_note_lines);
  if (n_note_lines > 0)
    tz_table_add_below ((TzTable *)sketch_table (*doc), note, &text);
  TzMeasure measure = toy_measure (toy);
  TzDiag *diag = tz_diag_new ();
  TzLayout *layout = tz_layout_new (*doc, &measure, diag);
  tz_diag_free (diag);
  return layout;
}

static void assert_noted_pages (int n_rows, TzLen pad, int n_note_lines, guint expected)
{
  Toy *toy = toy_new ();
  TzDoc *doc;
  TzLayout *layout = lay_out (&doc, toy, n_rows, pad, n_note_lines);
  g_assert_cmpuint (layout->pages->pages->len, ==, expected);
  tz_layout_free (layout);
  tz_doc_free (doc);
  toy_free (toy);
}

static void assert_pages (int n_rows, TzLen pad, guint expected)
{
  assert_noted_pages (n_rows, pad, 0, expected);
}

/* 25 rows of 16 pt a page; two more are drawn in by closer rules. */
static void test_few_rows_are_drawn_in (void)
{
  assert_pages (50, 2 * TZ_PT, 2);
  assert_pages (52, 2 * TZ_PT, 2);
}

/* More than three rows make a page, however little of it they fill. */
static void test_four_rows_are_a_page (void)
{
  assert_pages (54, 2 * TZ_PT, 3);
}

/* 33 rows of 12 pt a page. Without padding to give, lines may come as close as 0.96 of what the form says. */
static void test_limit (void)
{
  assert_pages (68, 0, 2);
  assert_pages (69, 0, 3);
}

/* The notes below them do not make them more. */
static void test_rows_with_notes (void)
{
  assert_noted_pages (21, 4 * TZ_PT, 6, 1);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/size/few-rows", test_few_rows_are_drawn_in);
  g_test_add_func ("/size/four-rows", test_four_rows_are_a_page);
  g_test_add_func ("/size/limit", test_limit);
  g_test_add_func ("/size/rows-with-notes", test_rows_with_notes);
  return g_test_run ();
}
