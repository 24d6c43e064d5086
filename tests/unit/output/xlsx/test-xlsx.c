#include "help/fixture.h"
#include "output/backends.h"
#include "output/xlsx/break.h"
#include "output/xlsx/cells.h"
#include "output/xlsx/chart.h"
#include "output/xlsx/page.h"
#include "output/xlsx/plan.h"
#include "output/xlsx/rows.h"
#include "output/xlsx/splice.h"
#include "output/xlsx/text.h"
#include "output/xlsx/verify.h"
#include "output/xlsx/workbook.h"
#include "output/xlsx/zip.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* ---- texts ---- */

static void test_escape (void)
{
  g_assert_null (tz_xlsx_escape ("第一段\n_x12 _xyz0_"));
  char *escaped = tz_xlsx_escape ("a_x0041_b");
  g_assert_cmpstr (escaped, ==, "a_x005F_x0041_b");
  g_free (escaped);
  escaped = tz_xlsx_escape ("a\x01z");
  g_assert_cmpstr (escaped, ==, "a\xEF\xBF\xBDz");
  g_free (escaped);
}

static char *repeat (const char *text, int n)
{
  GString *out = g_string_new (NULL);
  while (n-- > 0)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static void assert_head (const char *unit, int n, gsize wanted)
{
  char *text = repeat (unit, n);
  g_assert_cmpuint (tz_xlsx_head_bytes (text), ==, wanted);
  g_free (text);
}

static void test_head_bytes (void)
{
  assert_head ("汉", 32767, 32767 * 3);
  assert_head ("汉", 32768, 32767 * 3);
  assert_head ("𠀀", 20000, 16383 * 4); /* two UTF-16 units each */
  assert_head ("段\n", 253, 253 * 4);
  assert_head ("段\n", 254, 253 * 4);
  assert_head ("一二三\n", 20000, 253 * 10);
}

static int count (const char *text, double ems)
{
  return tz_xlsx_count_lines (text, strlen (text), (TzXlsxType){ 10 * TZ_PT, FALSE },
                              (TzLen)(ems * 10 * TZ_PT));
}

static void test_count_lines (void)
{
  g_assert_cmpint (count ("一二三四五六", 6), ==, 1);
  g_assert_cmpint (count ("一二三四五六七", 6), ==, 2);
  g_assert_cmpint (count ("一\n二\n\n三", 6), ==, 4);
  g_assert_cmpint (count ("一\n", 6), ==, 1);
  g_assert_cmpint (count ("一二三四五，", 5), ==, 2); /* no comma at a line's start: 五 goes along */
  g_assert_cmpint (count ("一二三四（五", 5), ==, 2); /* no bracket at a line's end */
  g_assert_cmpint (count ("一二三abcdef", 5), ==, 2); /* a word stays whole */
  g_assert_cmpint (count ("abcdefghijklmnopqrstuvwxyz", 4), ==, 5); /* unless the cell is too narrow */
  g_assert_cmpint (count ("，，，，，，，，，，", 1), >=, 10);
  g_assert_cmpint (count ("一二", 0), ==, 2);
}

static void assert_name (GPtrArray *used, const char *wanted, const char *got)
{
  char *name = tz_xlsx_sheet_name (wanted, used);
  g_assert_cmpstr (name, ==, got);
  g_free (name);
}

static void test_sheet_names (void)
{
  GPtrArray *used = g_ptr_array_new_with_free_func (g_free);
  assert_name (used, "台账", "台账");
  assert_name (used, "台账", "台账 (2)");
  assert_name (used, "[a]:b*c?d/e\\f", "-a--b-c-d-e-f");
  assert_name (used, "''x'y''", "x'y");
  assert_name (used, "Plan", "Plan");
  assert_name (used, "PLAN", "PLAN (2)");
  assert_name (used, "history", "Sheet-history");
  assert_name (used, NULL, "Sheet1");
  assert_name (used, " '' ", "Sheet1 (2)");
  char *wide = repeat ("长", 40), *cut = repeat ("长", 31), *again = repeat ("长", 27);
  char *numbered = g_strconcat (again, " (2)", NULL);
  assert_name (used, wide, cut);
  assert_name (used, wide, numbered);
  g_free (wide);
  g_free (cut);
  g_free (again);
  g_free (numbered);
  g_ptr_array_unref (used);
}

static void assert_footer (const char *form, TzNumberPlace place, const char *wanted)
{
  char *footer = tz_xlsx_footer (form, place, "宋体", 14 * TZ_PT);
  g_assert_cmpstr (footer, ==, wanted);
  g_free (footer);
}

static void test_footer (void)
{
  assert_footer ("第 {page} 页 共 {pages} 页", TZ_NUMBER_CENTER, "&C&\"宋体,Regular\"&14第 &P 页 共 &N 页");
  assert_footer ("— {page} —", TZ_NUMBER_OUTER, "&R&\"宋体,Regular\"&14— &P —");
  assert_footer ("2021 {page}", TZ_NUMBER_LEFT, "&L&\"宋体,Regular\"&14 2021 &P");
  assert_footer ("A&B {page}", TZ_NUMBER_CENTER, "&C&\"宋体,Regular\"&14A&&B &P");
  assert_footer ("A&G&[Picture]", TZ_NUMBER_CENTER, "&C&\"宋体,Regular\"&14A＆G＆[Picture]");
  char *endless = repeat ("页", 300);
  assert_footer (endless, TZ_NUMBER_CENTER, NULL);
  g_free (endless);
}

/* ---- rows and columns ---- */

static void test_row_heights (void)
{
  g_assert_cmpfloat (tz_xlsx_row_height (14.2), ==, 14.25);
  g_assert_cmpfloat (tz_xlsx_row_height (14.25), ==, 14.25);
  g_assert_cmpfloat (tz_xlsx_row_height (14.9), ==, 15.75); /* 15 would mean "not set" */
  g_assert_cmpfloat (tz_xlsx_row_height (0), ==, 0.75);     /* 0 would hide the row */
  g_assert_cmpfloat (tz_xlsx_row_height (500), ==, 408.75);
}

/* A page that holds any row. */
static const TzXlsxSpace roomy = { 1, 1e6, 1, TZ_TALL_SPLIT };

/* A table of one row whose only cell holds TEXT, planned. */
static TzXlsxPlan *plan_text (const char *text, TzLen width)
{
  TzDoc *doc = tz_fixture_table (0, 1);
  TzGrid *grid = ((TzBlock *)g_ptr_array_index (doc->blocks, 0))->table->grid;
  TzCellStyle style = tz_fixture_style (TZ_CELL_BODY);
  int body = tz_grid_add_style (grid, &style);
  tz_grid_add_row (grid, 0, 0);
  tz_grid_put (grid, 1, 0, 1, 1, body, text);
  TzLayout *layout = tz_fixture_layout (doc, width, 0);
  TzXlsxPlan *plan = tz_xlsx_plan_new (tz_layout_sized (layout, 0), &roomy);
  tz_fixture_layout_free (layout);
  tz_doc_free (doc);
  return plan;
}

static void test_tall_row_is_cut (void)
{
  char *text = repeat ("一二三四五六七八九十", 40); /* 40 lines of 14.5 pt and more */
  TzXlsxPlan *plan = plan_text (text, 110 * TZ_PT);
  g_assert_cmpint (plan->first[2] - plan->first[1], ==, 2);
  g_assert_cmpfloat (plan->height[1] + plan->height[2], >=, 40 * 14.5);
  g_assert_cmpfloat (plan->height[1], <=, 409);
  tz_xlsx_plan_free (plan);
  g_free (text);
}

static void test_long_text_has_rows (void)
{
  char *text = repeat ("一二三四五六七八九十", 4000); /* two cells */
  TzXlsxPlan *plan = plan_text (text, 110 * TZ_PT);
  double height = 0;
  for (int i = plan->first[1]; i < plan->first[2]; i++)
    height += plan->height[i];
  g_assert_cmpfloat (height, >=, 4000 * 14.5);
  tz_xlsx_plan_free (plan);
  g_free (text);
}

static void test_merged_rows_grow (void)
{
  TzDoc *doc = tz_fixture_doc ();
  TzGrid *grid = ((TzBlock *)g_ptr_array_index (doc->blocks, 0))->table->grid;
  TzLayout *layout = tz_fixture_layout (doc, 100 * TZ_PT, 0);
  TzSized *sized = tz_layout_sized (layout, 0);
  char *text = repeat ("一二三四五六七八九", 20);
  ((TzCell *)tz_grid_cell (grid, tz_grid_index_at (grid, 3, 1)))->text = tz_grid_keep (grid, text);
  TzXlsxPlan *plan = tz_xlsx_plan_new (sized, &roomy);
  g_assert_cmpfloat (plan->height[3] + plan->height[4], >=, 20 * 14.5);
  g_assert_cmpfloat (plan->height[4], >, plan->height[3]); /* in proportion to 16 and 40 */
  tz_xlsx_plan_free (plan);
  tz_fixture_layout_free (layout);
  tz_doc_free (doc);
  g_free (text);
}

/* An indent takes room from a text's lines. */
static void test_indent_takes_room (void)
{
  TzDoc *doc = tz_fixture_table (0, 1);
  TzGrid *grid = ((TzBlock *)g_ptr_array_index (doc->blocks, 0))->table->grid;
  TzCellStyle style = tz_fixture_style (TZ_CELL_BODY);
  style.indent = 3 * style.text.size;
  tz_grid_add_row (grid, 0, 0);
  const TzCell *cell = tz_grid_put (grid, 1, 0, 1, 1, tz_grid_add_style (grid, &style), "一二三四五");
  TzLayout *layout = tz_fixture_layout (doc, 60 * TZ_PT, 0); /* 80 pixels; five hanzi have 67 */
  TzXlsxPlan *plan = tz_xlsx_plan_new (tz_layout_sized (layout, 0), &roomy);
  g_assert_cmpint (tz_xlsx_indent (&style), ==, 3);
  g_assert_cmpint (tz_xlsx_area_pixels (plan, cell), <=, 80 - 3 * 9);
  g_assert_cmpfloat (plan->height[1], >=, 2 * 14.5);
  tz_xlsx_plan_free (plan);
  tz_fixture_layout_free (layout);
  tz_doc_free (doc);
}

static void test_columns_keep_the_sum (void)
{
  TzDoc *doc = tz_fixture_table (1, 7);
  TzLayout *layout = tz_fixture_layout (doc, 100 * TZ_PT + 200, 0);
  TzXlsxPlan *plan = tz_xlsx_plan_new (tz_layout_sized (layout, 0), &roomy);
  int sum = 0;
  for (int col = 0; col < 7; col++)
    sum += plan->pixels[col];
  g_assert_cmpint (sum, ==, 935); /* 701.37 pt are 935.2 pixels */
  tz_xlsx_plan_free (plan);
  tz_fixture_layout_free (layout);
  tz_doc_free (doc);
}

/* ROWS: one letter a row of 100 pt, a capital keeps the row after it. The answer
 * is ROWS with "|" where a page ends. */
static void assert_pages (const char *rows, double room, int repeat_last, const char *wanted)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (TzXlsxRow));
  for (const char *p = rows; *p; p++) {
    TzXlsxRow row = { 100, g_ascii_isupper (*p) };
    g_array_append_val (array, row);
  }
  GArray *breaks = tz_xlsx_breaks (array, room, repeat_last < 0 ? -1 : 0, repeat_last);
  GString *got = g_string_new (rows);
  for (guint i = breaks->len; i-- > 0;)
    g_string_insert_c (got, g_array_index (breaks, int, i), '|');
  g_assert_cmpstr (got->str, ==, wanted);
  g_string_free (got, TRUE);
  g_array_unref (breaks);
  g_array_unref (array);
}

static void test_page_breaks (void)
{
  assert_pages ("", 300, -1, "");
  assert_pages ("abc", 300, -1, "abc");
  assert_pages ("abcdefg", 300, -1, "abc|def|g");
  assert_pages ("abcdefg", 300, 0, "abc|de|fg"); /* the head takes room on later pages */
  assert_pages ("abCdef", 300, -1, "ab|Cde|f");  /* a heading goes with its row */
  assert_pages ("aBCDEf", 300, -1, "aBC|DEf");   /* a block that no page holds is cut */
  assert_pages ("ab", 50, -1, "a|b");            /* rows higher than the page */
  assert_pages ("abc", 100, 0, "abc");           /* no room beside the head: left to Excel */
}

/* ---- files ---- */

typedef struct {
  char *folder, *path;
  TzDiag *diag;
  GError *error;
} Case;

static void set_up (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  c->folder = tz_fixture_folder ();
  c->path = g_build_filename (c->folder, "book.xlsx", NULL);
  c->diag = tz_diag_new ();
  c->error = NULL;
}

static void tear_down (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  tz_fixture_remove (c->folder);
  g_free (c->path);
  tz_diag_free (c->diag);
  g_clear_error (&c->error);
}

static gboolean write_doc (Case *c, TzDoc *take_doc)
{
  TzLayout *layout = tz_fixture_layout (take_doc, 100 * TZ_PT, 1);
  gboolean ok = tz_backend_xlsx.write (layout, NULL, c->path, 0, c->diag, &c->error);
  tz_fixture_layout_free (layout);
  tz_doc_free (take_doc);
  return ok;
}

static void test_written_book_is_whole (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_true (write_doc (c, tz_fixture_doc ()));
  g_assert_no_error (c->error);
  g_assert_true (tz_xlsx_verify (c->path));
  g_assert_cmpuint (tz_diag_count (c->diag), ==, 0);
}

static void test_same_bytes (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *first = NULL, *second = NULL;
  gsize n_first = 0, n_second = 0;
  g_assert_true (write_doc (c, tz_fixture_doc ()));
  g_assert_true (g_file_get_contents (c->path, &first, &n_first, NULL));
  g_usleep (1100000); /* another second on the clock */
  g_assert_true (write_doc (c, tz_fixture_doc ()));
  g_assert_true (g_file_get_contents (c->path, &second, &n_second, NULL));
  g_assert_cmpuint (n_first, ==, n_second);
  g_assert_cmpint (memcmp (first, second, n_first), ==, 0);
  g_free (first);
  g_free (second);
}

static void test_damage_is_seen (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  char *bytes = NULL;
  gsize n = 0;
  g_assert_true (write_doc (c, tz_fixture_doc ()));
  g_assert_true (g_file_get_contents (c->path, &bytes, &n, NULL));
  g_assert_true (g_file_set_contents (c->path, bytes, (gssize)n / 2, NULL));
  g_assert_false (tz_xlsx_verify (c->path));
  bytes[n / 3] ^= 0x55;
  g_assert_true (g_file_set_contents (c->path, bytes, (gssize)n, NULL));
  g_assert_false (tz_xlsx_verify (c->path));
  g_assert_true (g_file_set_contents (c->path, "", 0, NULL));
  g_assert_false (tz_xlsx_verify (c->path));
  g_free (bytes);
}

/* The parts are collected in temporary files many times larger than the book.
 * When only those meet a full disk, libxlsxwriter reports success. */
static void test_full_disk_for_parts (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  struct rlimit before, small;
  getrlimit (RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 200000;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  gboolean ok = write_doc (c, tz_fixture_table (2000, 5));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (ok);
  g_assert_nonnull (strstr (c->error->message, c->path));
}

static void test_odd_tables (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  TzDoc *no_rows = tz_fixture_table (0, 3), *no_cells = tz_fixture_table (0, 2),
        *no_table = tz_fixture_table (0, 1);
  TzTextStyle style = tz_fixture_style (TZ_CELL_BODY).text;
  tz_doc_add_table (no_rows, tz_grid_new (4));
  tz_grid_add_row (((TzBlock *)g_ptr_array_index (no_cells->blocks, 0))->table->grid, 0, 0);
  g_ptr_array_set_size (no_table->blocks, 0);
  g_assert_true (write_doc (c, no_rows));
  g_assert_true (write_doc (c, no_cells));
  g_assert_true (write_doc (c, no_table));
  TzDoc *para = tz_fixture_table (0, 1);
  g_ptr_array_set_size (para->blocks, 0);
  tz_doc_add_para (para, "各县（市、区）：", &style);
  tz_doc_add_para (para, "", &style);
  g_assert_true (write_doc (c, para));
  g_assert_no_error (c->error);
}

static void test_long_text_is_told (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  TzDoc *doc = tz_fixture_table (0, 2);
  TzGrid *grid = ((TzBlock *)g_ptr_array_index (doc->blocks, 0))->table->grid;
  TzCellStyle style = tz_fixture_style (TZ_CELL_BODY);
  int body = tz_grid_add_style (grid, &style);
  char *text = repeat ("字", 70000);
  tz_grid_add_row (grid, 0, 0);
  tz_grid_put (grid, 1, 0, 1, 1, body, "1");
  TzPlace source = { .row = 2, .col = 2 };
  tz_grid_put (grid, 1, 1, 1, 1, body, text);
  tz_grid_set_source (grid, tz_grid_n_cells (grid) - 1, &source);
  g_free (text);
  g_assert_true (write_doc (c, doc));
  g_assert_cmpuint (tz_diag_n_warnings (c->diag), ==, 1);
  g_assert_cmpstr (tz_diag_get (c->diag, 0)->code, ==, "cell-too-long");
  g_assert_cmpint (tz_diag_get (c->diag, 0)->place.col, ==, 2);
}

/* ---- rows packed on the way ---- */

/* 3,000 rows with merges, some of them beside a second sheet; with AHEAD packed while
 * they are made, otherwise as the library does it. */
static void write_long_book (const Case *c, const char *path, gboolean ahead)
{
  lxw_workbook_options options = { .tmpdir = c->folder, .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_doc_properties properties = { .title = "台账", .created = 1 };
  lxw_worksheet *first = workbook_add_worksheet (book, NULL), *second = workbook_add_worksheet (book, NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_xlsx_rows_free);
  workbook_set_properties (book, &properties);
  if (ahead)
    g_ptr_array_add (all, tz_xlsx_rows_new (second, c->folder));
  worksheet_write_string (first, 0, 0, "<sheetData></sheetData>", NULL);
  for (lxw_row_t row = 0; row < 3000; row++) {
    char *text = g_strdup_printf ("第%u项：压减办电时间，逐户销号。", row * row % 997);
    worksheet_set_row (second, row, 20.25, NULL);
    if (row % 7 == 6)
      worksheet_merge_range (second, row - 6, 0, row, 0, "", NULL);
    worksheet_write_string (second, row, 1, text, NULL);
    g_free (text);
  }
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
  if (ahead)
    g_assert_cmpint (tz_xlsx_splice (path, all), ==, 0);
  g_ptr_array_unref (all);
}

static void test_rows_packed_ahead (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *other = g_build_filename (c->folder, "ahead.xlsx", NULL);
  char *bytes[2];
  gsize n[2];
  TzZip zips[2];
  TzZipPart parts[2];
  write_long_book (c, c->path, FALSE);
  write_long_book (c, other, TRUE);
  g_assert_true (g_file_get_contents (c->path, &bytes[0], &n[0], NULL));
  g_assert_true (g_file_get_contents (other, &bytes[1], &n[1], NULL));
  for (int i = 0; i < 2; i++)
    g_assert_true (tz_zip_open (&zips[i], (const guint8 *)bytes[i], n[i]));
  g_assert_cmpuint (zips[0].n_parts, ==, zips[1].n_parts);
  for (guint i = 0; i < zips[0].n_parts; i++) {
    g_assert_true (tz_zip_next (&zips[0], &parts[0]) && tz_zip_next (&zips[1], &parts[1]));
    g_assert_cmpmem (parts[0].name, (int)parts[0].n_name, parts[1].name, (int)parts[1].n_name);
    g_assert_cmpuint (parts[0].sum, ==, parts[1].sum);
    /* Method, time, sizes before packing and all else but sum and packed size. */
    g_assert_cmpmem (parts[0].entry, 16, parts[1].entry, 16);
    g_assert_cmpmem (parts[0].entry + 24, 18, parts[1].entry + 24, 18);
    g_assert_cmpmem (parts[1].local + 14, 12, parts[1].entry + 16, 12);
  }
  g_assert_true (tz_xlsx_verify (other)); /* and the sums are those of what is packed */
  g_free (bytes[0]);
  g_free (bytes[1]);
}

/* Excel draws the edge of a merged cell from the formats of all cells in it. In a long book the library
 * has the upper rows on the disk when it merges: they must have been given the format before. */
static void test_merged_cells_have_one_format (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  lxw_workbook_options options = { .tmpdir = c->folder, .constant_memory = LXW_TRUE };
  TzXlsx xlsx = { .book = workbook_new_opt (c->path, &options), .constant_memory = TRUE };
  lxw_worksheet *sheet = workbook_add_worksheet (xlsx.book, NULL);
  TzXlsxArea area = { .row0 = 1, .col0 = 1, .row1 = 3, .col1 = 3, .text = "合并", .n = strlen ("合并") };
  area.format = workbook_add_format (xlsx.book);
  format_set_border (area.format, LXW_BORDER_THIN);
  for (int row = area.row0; row <= area.row1; row++)
    tz_xlsx_write_area (&xlsx, sheet, &area, row);
  worksheet_write_blank (sheet, 9, 0, area.format); /* the rows above go to the disk */
  g_assert_cmpint (xlsx.failure, ==, LXW_NO_ERROR);
  char rows[4096] = "";
  rewind (sheet->file);
  g_assert_cmpuint (fread (rows, 1, sizeof rows - 1, sheet->file), >, 0);
  for (int row = area.row0; row <= area.row1; row++)
    for (int col = area.col0; col <= area.col1; col++) {
      char *cell = g_strdup_printf ("<c r=\"%c%d\" s=\"1\"", 'A' + col, row + 1);
      g_assert_nonnull (strstr (rows, cell));
      g_free (cell);
    }
  lxw_workbook_free (xlsx.book);
}

static void test_rows_of_a_book_never_closed (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  lxw_workbook_options options = { .tmpdir = c->folder, .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (c->path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  TzXlsxRows *rows = tz_xlsx_rows_new (sheet, c->folder);
  int number = 0;
  worksheet_write_string (sheet, 0, 0, "text", NULL);
  worksheet_write_string (sheet, 1, 0, "text", NULL);
  g_assert_null (tz_xlsx_rows_packed (rows, &number));
  lxw_workbook_free (book);
  tz_xlsx_rows_free (rows);
}

static void test_too_many_columns (Case *c, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_false (write_doc (c, tz_fixture_table (0, 16385)));
  g_assert_nonnull (c->error);
}

static TzChart *bars_new (int n)
{
  TzChart *chart = tz_chart_new (TZ_CHART_BARS, "bars", NULL, "项");
  tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  for (int i = 0; i < n; i++)
    tz_chart_add_category (chart, "某单位");
  return chart;
}

/* As many bars as a page can show stand on one page; more of them are never too low for their names. */
static void test_charts_fit_a_page (void)
{
  for (int n = 1; n <= 60; n++) {
    TzChart *chart = bars_new (n);
    double height = tz_xlsx_chart_height (chart, 700);
    g_assert_cmpfloat (height, <=, 700);
    g_assert_cmpfloat (height, >=, 10 * n);
    g_assert_cmpfloat (tz_xlsx_chart_height (chart, 10), >=, 10 * n);
    tz_chart_free (chart);
  }
}

int main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Case *c, gconstpointer data);
  } files[] = {
    { "/xlsx/written-book-is-whole", test_written_book_is_whole },
    { "/xlsx/same-bytes", test_same_bytes },
    { "/xlsx/damage-is-seen", test_damage_is_seen },
    { "/xlsx/full-disk-for-parts", test_full_disk_for_parts },
    { "/xlsx/odd-tables", test_odd_tables },
    { "/xlsx/long-text-is-told", test_long_text_is_told },
    { "/xlsx/too-many-columns", test_too_many_columns },
    { "/xlsx/rows-packed-ahead", test_rows_packed_ahead },
    { "/xlsx/cells/merged-cells-have-one-format", test_merged_cells_have_one_format },
    { "/xlsx/rows-of-a-book-never-closed", test_rows_of_a_book_never_closed },
  };
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/indent-takes-room", test_indent_takes_room);
  g_test_add_func ("/xlsx/text/escape", test_escape);
  g_test_add_func ("/xlsx/text/head-bytes", test_head_bytes);
  g_test_add_func ("/xlsx/text/count-lines", test_count_lines);
  g_test_add_func ("/xlsx/sheet-names", test_sheet_names);
  g_test_add_func ("/xlsx/footer", test_footer);
  g_test_add_func ("/xlsx/plan/row-heights", test_row_heights);
  g_test_add_func ("/xlsx/plan/tall-row-is-cut", test_tall_row_is_cut);
  g_test_add_func ("/xlsx/plan/long-text-has-rows", test_long_text_has_rows);
  g_test_add_func ("/xlsx/plan/merged-rows-grow", test_merged_rows_grow);
  g_test_add_func ("/xlsx/plan/columns-keep-the-sum", test_columns_keep_the_sum);
  g_test_add_func ("/xlsx/plan/page-breaks", test_page_breaks);
  g_test_add_func ("/xlsx/plan/charts-fit-a-page", test_charts_fit_a_page);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_test_add (files[i].path, Case, NULL, set_up, files[i].test, tear_down);
  return g_test_run ();
}
