/* What the tables of one file are called, and which of them a document takes. */
#include "compose/book/tables.h"

#include "help/findings.h"
#include "help/office.h"

#include <string.h>

/* ---- names ---- */

/* The rows of a sheet called NAME (NULL: it has no name); lines of TEXT, cells between commas. */
static TzRows *rows_of (const char *name, const char *text)
{
  TzTexts *texts = tz_texts_new ();
  TzRowsMaker *maker = tz_rows_maker_new (name ? name : "f", texts, FALSE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  tz_rows_maker_set_sheet (maker, name);
  for (int row = 0; lines[row]; row++) {
    g_auto (GStrv) cells = g_strsplit (lines[row], ",", -1);
    tz_rows_maker_begin (maker, row + 1, row + 1);
    for (int col = 0; cells[col]; col++)
      tz_rows_maker_add (maker, g_intern_string (cells[col]), row + 1, col + 1, NULL);
    tz_rows_maker_end (maker, row + 1);
  }
  TzRows *rows = tz_rows_maker_finish (maker, NULL);
  tz_texts_unref (texts);
  return rows;
}

#define PLAIN  "路段,长度,备注\n一段,3,好\n二段,4,好\n"
#define TITLED "养护一览表\n" PLAIN
#define LABEL  "附件2\n" PLAIN

/* What WHAT says of the tables on sheets NAME, TEXT, NAME, TEXT …, those of one sheet below each other: "a; b".
 */
static void check_names (char *(*what) (const GPtrArray *tables, guint i, const char *stem),
                         const char *expected, const char *const *sheets, gsize n)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_found_table_free);
  g_autoptr (GString) names = g_string_new (NULL);
  for (gsize i = 0; i < n; i++) {
    TzRows *rows = rows_of (sheets[2 * i], sheets[2 * i + 1]);
    g_ptr_array_extend_and_steal (tables, tz_tables_find (rows, NULL));
    tz_rows_unref (rows);
  }
  for (guint i = 0; i < tables->len; i++) {
    char *name = what (tables, i, "文件");
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name ? name : "(none)");
    g_free (name);
  }
  g_assert_cmpstr (names->str, ==, expected);
}

#define SHEETS(...)                                                                                            \
  ((const char *const[]){ __VA_ARGS__ }), G_N_ELEMENTS (((const char *const[]){ __VA_ARGS__ })) / 2

static void test_one_table_is_called_by_its_form (void)
{
  check_names (tz_book_table_sheet, "(none)", SHEETS ("东片", TITLED));
}

static void test_worksheets_are_called_as_their_sheets (void)
{
  check_names (tz_book_table_sheet, "东片; 西片", SHEETS ("东片", TITLED, "西片", PLAIN));
}

static void test_several_tables_of_a_sheet (void)
{
  check_names (tz_book_table_sheet, "东片; 养护一览表; 附件2", SHEETS ("东片", PLAIN "\n" TITLED "\n" LABEL));
  check_names (tz_book_table_sheet, "东片; 东片-2; 西片", SHEETS ("东片", PLAIN, "东片", PLAIN, "西片", PLAIN));
}

static void test_sheets_without_names (void)
{
  check_names (tz_book_table_sheet, "养护一览表; 文件-2", SHEETS (NULL, TITLED, NULL, PLAIN));
}

static void test_titles_of_untitled_tables (void)
{
  check_names (tz_book_table_stem, "文件", SHEETS ("东片", PLAIN));
  check_names (tz_book_table_stem, "东片; 西片", SHEETS ("东片", PLAIN, "西片", PLAIN));
  check_names (tz_book_table_stem, "文件; ; 西片", SHEETS ("Sheet1", PLAIN, "工作表2", PLAIN, "西片", PLAIN));
  check_names (tz_book_table_stem, "文件; ", SHEETS (NULL, PLAIN, NULL, PLAIN));
}

/* ---- which ---- */

#define FORM                                                                                                   \
  "[column road]\ntitles = 路段\n[column length]\ntitles = 长度\n[column note]\ntitles = 备注\nneed = "  \
  "optional\n"
#define BRIDGES "\n\n桥梁一览表,,\n桥名,年份,备注\n甲桥,1998,好\n乙桥,2004,好\n"
#define REPAIRS "\n\n抢修一览表,,\n路段,长度,备注\n三段,5,好\n四段,6,好\n"

static void add_grids (GString *made, const TzDoc *doc)
{
  for (guint i = 0; i < doc->blocks->len; i++) {
    g_autofree char *grid = office_grid_text (((const TzBlock *)doc->blocks->pdata[i])->table->grid);
    g_string_append_printf (made, "%s%s", made->len > 0 ? "\n" : "", grid);
  }
}

/* The grids of all tables in CSV, a line between them, and the findings of its document. */
static void check_document (const char *form, const char *csv, const char *grids, const char *findings)
{
  Office *office = office_new ();
  office_write (office, "form.ini", form);
  office_write (office, "f.csv", csv);
  TzDoc *doc = office_compose (office, "f.csv", 0, *form != '\0' ? "form.ini" : NULL, NULL);
  g_autoptr (GString) made = g_string_new (NULL);
  add_grids (made, doc);
  g_assert_cmpstr (made->str, ==, grids);
  assert_findings (office->diag, findings);
  tz_doc_free (doc);
  office_free (office);
}

static void test_all_without_a_form (void)
{
  check_document ("", "养护一览表,,\n" PLAIN BRIDGES,
                  "路段|长度|备注\n一段|3|好\n二段|4|好\n\n桥名|年份|备注\n甲桥|1998|好\n乙桥|2004|好\n",
                  "note table-recognised 1; note table-recognised 7");
}

static void test_all_that_fit_a_form (void)
{
  check_document (FORM, "养护一览表,,\n" PLAIN REPAIRS,
                  "路段|长度|备注\n一段|3|好\n二段|4|好\n\n路段|长度|备注\n三段|5|好\n四段|6|好\n",
                  "note table-recognised 1; note table-recognised 7");
}

static void test_others_are_named (void)
{
  check_document (FORM, "养护一览表,,\n" PLAIN BRIDGES, "路段|长度|备注\n一段|3|好\n二段|4|好\n",
                  "warning tables-left-out 1; note table-recognised 1");
}

/* A ledger of which a row looks like a head is one table, whatever it looks like. */
static void test_a_known_head_is_the_only_one (void)
{
  check_document (FORM, PLAIN "\n三段,短,差\n四段,长,差\n",
                  "路段|长度|备注\n一段|3|好\n二段|4|好\n三段|短|差\n四段|长|差\n", "");
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/name/one", test_one_table_is_called_by_its_form);
  g_test_add_func ("/tables/name/sheets", test_worksheets_are_called_as_their_sheets);
  g_test_add_func ("/tables/name/several-in-a-sheet", test_several_tables_of_a_sheet);
  g_test_add_func ("/tables/name/no-names", test_sheets_without_names);
  g_test_add_func ("/tables/name/titles", test_titles_of_untitled_tables);
  g_test_add_func ("/tables/which/without-a-form", test_all_without_a_form);
  g_test_add_func ("/tables/which/fit-a-form", test_all_that_fit_a_form);
  g_test_add_func ("/tables/which/others", test_others_are_named);
  g_test_add_func ("/tables/which/known-head", test_a_known_head_is_the_only_one);
  return g_test_run ();
}
