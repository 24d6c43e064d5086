/* Rows of files as rows of sheets. */
#include <glib.h>
#include <string.h>

#include "help/rows.h"
#include "model/sheet_rows.h"
#include "read/csv.h"

static TzRows *csv_rows (const char *text)
{
  TzDiag *diag = tz_diag_new ();
  TzRows *rows = tz_csv_rows (text, strlen (text), "f.csv", 0, diag);
  g_assert_cmpuint (tz_diag_count (diag), ==, 0);
  tz_diag_free (diag);
  return rows;
}

static void test_blank_rows_count (void)
{
  TzRows *rows = csv_rows ("出勤表,\n\n姓名,天数\n甲某,20\n乙某,18\n,\n\n");
  TzSheetRows lent = tz_sheet_rows (rows);
  TzSheet *sheet = tz_sheet_recognise (&lent, NULL);
  g_autofree char *dump = tz_sheet_dump (sheet), *text = tz_sheet_describe (sheet, 0);
  g_assert_cmpstr (
      dump, ==,
      "1 title 出勤表\n2 blank\n3 head 姓名 | 天数\n4 body 甲某 | 20\n5 body 乙某 | 18\n6 blank\n7 "
      "blank\n");
  g_assert_cmpstr (text, ==, "row 1 taken as title; row 3 taken as the head");
  tz_sheet_free (sheet);
  tz_rows_unref (rows);
}

static void add_row (TzRowsMaker *maker, int row, const char *const *texts, const TzFieldFacts *facts)
{
  tz_rows_maker_begin (maker, row, row);
  for (; *texts != NULL; texts++)
    tz_rows_maker_add (maker, *texts, row, 1, facts);
  tz_rows_maker_end (maker, row);
}

/* A workbook's merged title covers what is left under it, and its merges say what the head spans. */
static void test_merges (void)
{
  static const char *const texts[][5] = { { "苗木清单", "旧", "旧", "" },
                                          { "品种", "规格", "", "数量" },
                                          { "", "胸径", "冠幅", "" },
                                          { "银杏", "12", "300", "20" },
                                          { "香樟", "10", "250", "35" } };
  const TzMerge merges[] = { { 1, 0, 1, 3 }, { 2, 0, 3, 0 }, { 2, 1, 2, 2 }, { 2, 3, 3, 3 } };
  const TzFieldFacts plain = { .kind = TZ_FIELD_TEXT };
  TzTexts *all = tz_texts_new ();
  TzDiag *diag = tz_diag_new ();
  TzRowsMaker *maker = tz_rows_maker_new ("苗木.xlsx#1", all, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add_row (maker, (int)i + 1, texts[i], &plain);
  for (gsize i = 0; i < G_N_ELEMENTS (merges); i++)
    tz_rows_maker_merge (maker, merges[i]);
  TzRows *rows = tz_rows_maker_finish (maker, diag);
  TzSheetRows lent = tz_sheet_rows (rows);
  TzSheet *sheet = tz_sheet_recognise (&lent, NULL);
  g_autofree char *classes = test_rows_classes (sheet), *paths = test_rows_paths (sheet, 0);
  g_assert_cmpstr (classes, ==, "title head head body body");
  g_assert_cmpstr (paths, ==, "品种; 规格/胸径; 规格/冠幅; 数量");
  tz_sheet_free (sheet);
  tz_rows_unref (rows);
  tz_texts_unref (all);
  tz_diag_free (diag);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-rows/blank-rows-count", test_blank_rows_count);
  g_test_add_func ("/sheet-rows/merges-of-a-workbook", test_merges);
  return g_test_run ();
}
