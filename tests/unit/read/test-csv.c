#include "read/csv.h"

#include <string.h>

#include "help/findings.h"

static void append_record (GString *all, const TzRow *record)
{
  for (int i = 0; i < record->n_fields; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", record->fields[i].text);
  g_string_append_c (all, '/');
}

/* "a|b/1|2/": the header and the records; NULL if there is no result. */
static char *to_string (const TzRecords *csv)
{
  if (csv == NULL)
    return NULL;
  GString *all = g_string_new (NULL);
  append_record (all, tz_records_head (csv));
  for (int i = 0; i < tz_records_n (csv); i++)
    append_record (all, tz_records_get (csv, i));
  return g_string_free (all, FALSE);
}

static TzRecords *parse (const char *text, const char *findings)
{
  TzDiag *diag = tz_diag_new ();
  TzRecords *csv = tz_csv_parse (text, strlen (text), "f.csv", 0, diag);
  assert_findings (diag, findings);
  tz_diag_free (diag);
  return csv;
}

static void assert_parsed (const char *text, const char *expected, const char *findings)
{
  TzRecords *csv = parse (text, findings);
  char *string = to_string (csv);
  g_assert_cmpstr (string, ==, expected);
  g_free (string);
  tz_records_free (csv);
}

static void test_plain (void)
{
  assert_parsed ("序号,单位\n1,省局\n2,市局\n", "序号|单位/1|省局/2|市局/", "");
}

static void test_last_line_without_end (void)
{
  assert_parsed ("a,b\n1,2", "a|b/1|2/", "");
  assert_parsed ("a,b\n1,", "a|b/1|/", "");
  assert_parsed ("a,b\n1,\"2\"", "a|b/1|2/", "");
}

static void test_quoted (void)
{
  assert_parsed ("a,b\n\"1,\n2\",\"say \"\"yes\"\"\"\n", "a|b/1,\n2|say \"yes\"/", "");
}

static void test_blanks_at_both_ends (void)
{
  assert_parsed ("a ,\tb\n 　1\302\240,\" \n2\n 　\"\n", "a|b/1|2/", "");
}

static void test_blanks_at_line_ends_within_a_cell (void)
{
  assert_parsed ("a\n\"一 　\n 二\t\n三\"\n", "a/一\n 二\n三/", "");
}

/* ---- separators ---- */

static void test_separators_by_header (void)
{
  assert_parsed ("a\tb\n1,5\t2\n", "a|b/1,5|2/", "");
  assert_parsed ("a;b;c\n1,5;2;3\n", "a|b|c/1,5|2|3/", "");
  assert_parsed ("\"a;x;y\",b\n1,2\n", "a;x;y|b/1|2/", "");
}

static void test_separator_behind_blank_lines (void)
{
  assert_parsed ("\n \n\"a\nx\";b\n1;2\n", "a\nx|b/1|2/", "");
}

static void test_one_column (void)
{
  assert_parsed ("a\n1\n", "a/1/", "");
}

static void test_separator_line_of_excel (void)
{
  assert_parsed ("sep=;\na,x;b\n1;2\n", "a,x|b/1|2/", "");
  assert_parsed ("\"SEP=|\"\na|b\n1|2\n", "a|b/1|2/", "");
}

static void test_separator_line_is_no_row (void)
{
  TzRecords *csv = parse ("sep=,\na,b\n1,2\n", "");
  g_assert_cmpint (tz_records_head (csv)->row, ==, 1);
  g_assert_cmpint (tz_records_head (csv)->line, ==, 2);
  tz_records_free (csv);
}

static void test_given_separator (void)
{
  static const char text[] = "a,b;c\n1,2;3\n";
  TzDiag *diag = tz_diag_new ();
  TzRecords *csv = tz_csv_parse (text, strlen (text), "f.csv", ';', diag);
  char *string = to_string (csv);
  g_assert_cmpstr (string, ==, "a,b|c/1,2|3/");
  g_free (string);
  tz_records_free (csv);
  tz_diag_free (diag);
}

static void test_full_width_commas (void)
{
  assert_parsed ("序号，单位\n1，省局\n", "序号，单位/1，省局/", "warning full-width-separator 1:1");
  assert_parsed ("\n\n序号，单位\n1，省局\n", "序号，单位/1，省局/", "warning full-width-separator 3:1");
}

/* ---- quotes out of place ---- */

static void test_unclosed_quote (void)
{
  assert_parsed ("a,b\n1,  \"2\n3,4\n5,6\n", NULL, "error unclosed-quote 2:5 B2");
}

static void test_quote_in_plain_cell_is_kept (void)
{
  assert_parsed ("a,b\n1,办\"三零\"事\n", "a|b/1|办\"三零\"事/", "warning stray-quote 2:4 B2");
}

static void test_text_behind_closing_quote (void)
{
  assert_parsed ("a,b\n1,\"三零\"服务\n", NULL, "error stray-quote 2:7 B2");
}

static void test_quote_behind_closing_quote_and_blank (void)
{
  assert_parsed ("a,b\n1,\"x\" \"y\"\n", NULL, "error stray-quote 2:7 B2");
}

/* ---- ragged records ---- */

static void test_short_record (void)
{
  assert_parsed ("a,b,c\n1,2\n", "a|b|c/1|2|/", "warning ragged-row 2");
}

static void test_empty_cells_beyond_the_header (void)
{
  assert_parsed ("a,b\n1,2,,\n", "a|b/1|2/", "warning ragged-row 2");
}

static void test_text_beyond_the_header (void)
{
  assert_parsed ("a,b\n1,2,,x,y\n3,4,z\n", NULL, "error ragged-row 2:6 D2; error ragged-row 3:5 C3");
}

static void test_columns_that_excel_kept (void)
{
  assert_parsed ("a,b,,\n1,2,,\n3,4\n5,6,\n", "a|b/1|2/3|4/5|6/", "");
}

static void test_text_under_no_title_is_kept (void)
{
  assert_parsed ("a,b,,\n1,2,x,\n", "a|b|/1|2|x/", "");
}

static void test_blank_records (void)
{
  assert_parsed ("\na,b\n\n , \n,,,\n1,2\n\n", "a|b/1|2/", "");
}

static void test_nothing (void)
{
  assert_parsed ("", NULL, "error empty-file");
  assert_parsed ("\n \n,,\n", NULL, "error empty-file");
}

static void test_header_only (void)
{
  assert_parsed ("a,b\n\n,\n", NULL, "error no-records");
}

/* ---- places ---- */

static void assert_place (const TzRecords *csv, int record, int column, int line, int col, int row)
{
  const TzRow *r = record < 0 ? tz_records_head (csv) : tz_records_get (csv, record);
  TzPlace place = tz_rows_place (tz_records_rows (csv), r, column);
  g_assert_cmpstr (place.file, ==, "f.csv");
  g_assert_cmpint (place.line, ==, line);
  g_assert_cmpint (place.column, ==, col);
  g_assert_cmpint (place.row, ==, row);
  g_assert_cmpint (place.col, ==, column + 1);
}

static void test_places_count_characters (void)
{
  TzRecords *csv = parse ("序号,责任单位\n一,二\n", "");
  assert_place (csv, -1, 1, 1, 4, 1);
  assert_place (csv, 0, 1, 2, 3, 2);
  tz_records_free (csv);
}

static void test_places_behind_lines_within_cells (void)
{
  TzRecords *csv = parse ("a,b\n\"一\n二三\",\"x\"\n1, 2\n", "");
  assert_place (csv, 0, 0, 2, 1, 2);
  assert_place (csv, 0, 1, 3, 5, 2);
  assert_place (csv, 1, 1, 4, 4, 3);
  tz_records_free (csv);
}

/* Excel counts a blank line as a row, and a cell of many lines as one. */
static void test_rows_as_excel_numbers_them (void)
{
  TzRecords *csv = parse ("\na\n\n\"1\n2\"\n \n3\n", "");
  g_assert_cmpint (tz_records_head (csv)->row, ==, 2);
  g_assert_cmpint (tz_records_get (csv, 0)->row, ==, 4);
  g_assert_cmpint (tz_records_get (csv, 1)->row, ==, 6);
  g_assert_cmpint (tz_records_get (csv, 1)->line, ==, 7);
  tz_records_free (csv);
}

static void test_places_of_missing_cells (void)
{
  TzRecords *csv = parse ("a,b\n\"1\n\"\n", "warning ragged-row 2");
  assert_place (csv, 0, 1, 3, 0, 2);
  tz_records_free (csv);
}

/* ---- limits ---- */

static void test_mebibyte_cell (void)
{
  GString *text = g_string_new ("a,b\n1,");
  for (int i = 0; i < 1024 * 1024; i++)
    g_string_append_c (text, 'x');
  TzRecords *csv = parse (text->str, "warning long-cell 2:3 B2");
  g_assert_cmpstr (tz_records_get (csv, 0)->fields[1].text, ==, text->str + 6);
  tz_records_free (csv);
  g_string_free (text, TRUE);
}

/* The limit is one of characters, not of bytes. */
static void test_long_cell_counts_characters (void)
{
  GString *text = g_string_new ("a\n");
  for (int i = 0; i < 32767; i++)
    g_string_append (text, "字");
  tz_records_free (parse (text->str, ""));
  g_string_append (text, "字");
  tz_records_free (parse (text->str, "warning long-cell 2:1 A2"));
  g_string_free (text, TRUE);
}

static GString *repeat (GString *text, const char *part, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append (text, part);
  return text;
}

static void test_too_many_columns (void)
{
  GString *text = repeat (g_string_new ("a"), ",a", 16384);
  g_assert_null (parse (text->str, "error too-many-columns 1:32769"));
  g_string_free (text, TRUE);
}

static void test_too_many_rows (void)
{
  GString *text = repeat (g_string_new ("a\n"), "1\n", 1048576);
  g_assert_null (parse (text->str, "error too-many-rows 1048577"));
  g_string_free (text, TRUE);
}

/* 64 KiB of text that would take gigabytes when padded. */
static void test_too_many_cells (void)
{
  GString *text = repeat (repeat (g_string_new ("a"), ",a", 16383), "\n1", 2100);
  TzDiag *diag = tz_diag_new ();
  g_assert_null (tz_csv_parse (text->str, text->len, "f.csv", 0, diag));
  g_assert_cmpstr (tz_diag_get (diag, tz_diag_count (diag) - 1)->code, ==, "too-many-cells");
  tz_diag_free (diag);
  g_string_free (text, TRUE);
}

/* Above a head only the first cell may be filled: no separator stands there. */
static void test_separator_below_titles (void)
{
  static const char text[] = "附件2\n清运台账\n地点;车数\n甲街;3\n\n";
  TzDiag *diag = tz_diag_new ();
  TzRows *rows = tz_csv_rows (text, strlen (text), "f.csv", 0, diag);
  g_assert_cmpint (tz_rows_n_columns (rows), ==, 2);
  g_assert_cmpstr (tz_rows_get (rows, 3)->fields[1].text, ==, "3");
  g_assert_cmpint (tz_rows_n (rows), ==, 4);
  g_assert_cmpint (tz_rows_last (rows), ==, 5);
  tz_rows_unref (rows);
  tz_diag_free (diag);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/plain", test_plain);
  g_test_add_func ("/csv/last-line", test_last_line_without_end);
  g_test_add_func ("/csv/quoted", test_quoted);
  g_test_add_func ("/csv/blanks", test_blanks_at_both_ends);
  g_test_add_func ("/csv/blanks-within", test_blanks_at_line_ends_within_a_cell);
  g_test_add_func ("/csv/separators", test_separators_by_header);
  g_test_add_func ("/csv/separator-behind-blank-lines", test_separator_behind_blank_lines);
  g_test_add_func ("/csv/one-column", test_one_column);
  g_test_add_func ("/csv/separator-line", test_separator_line_of_excel);
  g_test_add_func ("/csv/separator-line-no-row", test_separator_line_is_no_row);
  g_test_add_func ("/csv/given-separator", test_given_separator);
  g_test_add_func ("/csv/full-width-commas", test_full_width_commas);
  g_test_add_func ("/csv/unclosed-quote", test_unclosed_quote);
  g_test_add_func ("/csv/quote-in-plain-cell", test_quote_in_plain_cell_is_kept);
  g_test_add_func ("/csv/text-behind-quote", test_text_behind_closing_quote);
  g_test_add_func ("/csv/quote-behind-quote", test_quote_behind_closing_quote_and_blank);
  g_test_add_func ("/csv/short-record", test_short_record);
  g_test_add_func ("/csv/empty-beyond-header", test_empty_cells_beyond_the_header);
  g_test_add_func ("/csv/text-beyond-header", test_text_beyond_the_header);
  g_test_add_func ("/csv/columns-excel-kept", test_columns_that_excel_kept);
  g_test_add_func ("/csv/text-under-no-title", test_text_under_no_title_is_kept);
  g_test_add_func ("/csv/blank-records", test_blank_records);
  g_test_add_func ("/csv/nothing", test_nothing);
  g_test_add_func ("/csv/header-only", test_header_only);
  g_test_add_func ("/csv/places", test_places_count_characters);
  g_test_add_func ("/csv/places-behind-lines", test_places_behind_lines_within_cells);
  g_test_add_func ("/csv/rows", test_rows_as_excel_numbers_them);
  g_test_add_func ("/csv/places-missing", test_places_of_missing_cells);
  g_test_add_func ("/csv/mebibyte-cell", test_mebibyte_cell);
  g_test_add_func ("/csv/long-cell", test_long_cell_counts_characters);
  g_test_add_func ("/csv/too-many-columns", test_too_many_columns);
  g_test_add_func ("/csv/too-many-rows", test_too_many_rows);
  g_test_add_func ("/csv/too-many-cells", test_too_many_cells);
  g_test_add_func ("/csv/separator-below-titles", test_separator_below_titles);
  return g_test_run ();
}
