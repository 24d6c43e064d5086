/* The tables in files: the same table as a CSV and as a workbook is found alike. */
#include "model/merged.h"
#include "model/row_list.h"
#include "model/tables.h"
#include "read/source.h"

#include "help/findings.h"
#include "help/office.h"
#include "help/package.h"

#include <string.h>

/* ---- files ---- */

static TzRows *load (Office *office, const char *name)
{
  g_autoptr (GPtrArray) sheets = tz_source_load (office_path (office, name), name, NULL, office->diag);
  g_assert_nonnull (sheets);
  return tz_rows_ref (sheets->pdata[0]);
}

static TzRows *csv_rows (Office *office, const char *text)
{
  office_write (office, "f.csv", text);
  return load (office, "f.csv");
}

/* The lines of TEXT, cells between commas, as a worksheet; MERGES is what stands in its <mergeCells>. */
static TzRows *workbook_rows (Office *office, const char *text, const char *merges)
{
  GString *sheet = g_string_new ("<sheetData>");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (int row = 0; lines[row]; row++) {
    g_auto (GStrv) cells = g_strsplit (lines[row], ",", -1);
    g_string_append_printf (sheet, "<row r='%d'>", row + 1);
    for (int col = 0; cells[col]; col++)
      if (*cells[col] != '\0')
        g_string_append_printf (sheet, "<c r='%c%d' t='inlineStr'><is><t>%s</t></is></c>", 'A' + col, row + 1,
                                cells[col]);
    g_string_append (sheet, "</row>");
  }
  g_string_append_printf (sheet, "</sheetData><mergeCells>%s</mergeCells>", merges);
  GByteArray *bytes = package_workbook (sheet->str, "", "");
  g_assert_true (g_file_set_contents (office_path (office, "f.xlsx"), (const char *)bytes->data,
                                      (gssize)bytes->len, NULL));
  g_byte_array_unref (bytes);
  g_string_free (sheet, TRUE);
  return load (office, "f.xlsx");
}

/* ---- what was found ---- */

static void add_lines (GString *text, const char *name, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++) {
    const TzAroundLine *line = lines->pdata[i];
    g_autofree char *joined = g_strjoinv ("|", line->texts);
    g_string_append_printf (text, "%s %s\n", name, joined);
  }
}

static void add_text (GString *text, const char *name, const char *value)
{
  if (value)
    g_string_append_printf (text, "%s %s\n", name, value);
}

static void add_records (GString *text, const TzRecords *records)
{
  static const char *const classes[] = { "unknown", "body", "heading", "total" };
  for (int i = 0; i < tz_records_n (records); i++) {
    g_string_append (text, classes[tz_records_class (records, i)]);
    for (int col = 0; col < tz_records_n_columns (records); col++)
      g_string_append_printf (text, "%s%s", col == 0 ? " " : "|", tz_records_text (records, i, col));
    g_string_append_c (text, '\n');
  }
}

static char *describe (const GPtrArray *tables)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < tables->len; i++) {
    const TzFoundTable *table = tables->pdata[i];
    const TzAround *around = table->around;
    g_autofree const char **titles = tz_records_titles (table->records);
    g_autofree char *head = g_strjoinv ("|", (char **)titles);
    add_text (text, "label", around->label);
    add_text (text, "title", around->title);
    add_text (text, "subtitle", around->subtitle);
    add_text (text, "unit", around->unit);
    add_lines (text, "line", around->lines);
    add_lines (text, "lead", around->lead);
    g_string_append_printf (text, "head %s\n", head);
    g_autofree char *numbers = around->column_numbers ? g_strjoinv ("|", around->column_numbers) : NULL;
    add_text (text, "numbers", numbers);
    add_records (text, table->records);
    add_lines (text, "note", around->notes);
    add_lines (text, "sign", around->sign);
  }
  return g_string_free (text, FALSE);
}

static void check_rows (TzRows *take_rows, const TzTableHints *hints, const char *expected)
{
  g_autoptr (GPtrArray) tables = tz_tables_find (take_rows, hints);
  g_autofree char *text = describe (tables);
  g_assert_cmpstr (text, ==, expected);
  tz_rows_unref (take_rows);
}

/* TEXT as CSV and as a workbook without merged cells. */
static void check (const char *text, const TzTableHints *hints, const char *expected)
{
  Office *office = office_new ();
  check_rows (csv_rows (office, text), hints, expected);
  check_rows (workbook_rows (office, text, ""), hints, expected);
  office_free (office);
}

/* ---- tests ---- */

static void test_plain (void)
{
  check ("序号,事项,单位\n1,修桥,镇政府\n2,铺路,村委会\n", NULL,
         "head 序号|事项|单位\nbody 1|修桥|镇政府\nbody 2|铺路|村委会\n");
}

static void test_around (void)
{
  check ("附件2,,\n青山乡植树台账,,\n填报单位：青山乡林业站,,填报日期：2031-03-12\n序号,地块,株数\n"
         "1,南坡,120\n2,北坡,80\n合计,,200\n注：株数按成活数计。,,\n填表人：钱某,,审核人：孙某\n",
         NULL,
         "label 附件2\ntitle 青山乡植树台账\nline 填报单位：青山乡林业站|填报日期：2031-03-12\n"
         "head 序号|地块|株数\nbody 1|南坡|120\nbody 2|北坡|80\ntotal 合计||200\n"
         "note 注：株数按成活数计。\nsign 填表人：钱某|审核人：孙某\n");
}

/* A day in brackets below the title goes with it. */
static void test_day_in_brackets (void)
{
  check ("植树进度表,,\n（截至3月12日）,,\n序号,地块,株数\n1,南坡,120\n2,北坡,80\n", NULL,
         "title 植树进度表\nsubtitle （截至3月12日）\nhead 序号|地块|株数\nbody 1|南坡|120\nbody 2|北坡|80\n");
}

/* What waits behind a colon may stand in the next cell. */
static void test_entry_in_two_cells (void)
{
  check ("植树台账,,,\n填报单位：林业站,,填报日期：,2031-03-12\n序号,地块,树种,株数\n1,南坡,松,120\n2,北坡,柏,"
         "80\n",
         NULL,
         "title 植树台账\nline 填报单位：林业站|填报日期：2031-03-12\nhead 序号|地块|树种|株数\n"
         "body 1|南坡|松|120\nbody 2|北坡|柏|80\n");
}

static void test_levels_and_numbers (void)
{
  check ("乡镇,造林面积,,备注\n,计划,完成,\n甲,1,2,3\n东乡,30,28.5,\n西乡,40,41,超额\n", NULL,
         "head 乡镇|造林面积/计划|造林面积/完成|备注\nnumbers 甲|1|2|3\nbody 东乡|30|28.5|\n"
         "body 西乡|40|41|超额\n");
}

static void test_headings (void)
{
  check ("序号,事项,单位\n一、造林,,\n1,整地,林业站\n2,栽植,各村\n二、管护,,\n1,浇水,各村\n", NULL,
         "head 序号|事项|单位\nheading 一、造林||\nbody 1|整地|林业站\nbody 2|栽植|各村\nheading 二、管护||\n"
         "body 1|浇水|各村\n");
}

/* The last record may go on in one column; a note would begin at the left. */
static void test_last_row_goes_on (void)
{
  check ("序号,事项,措施\n1,修桥,先勘察后设计，报镇政府审定，再招标施工，逐月报进度。\n"
         ",,完工后组织验收，资料归档，并在村务公开栏公示一个月。\n",
         NULL,
         "head 序号|事项|措施\nbody 1|修桥|先勘察后设计，报镇政府审定，再招标施工，逐月报进度。\n"
         "body ||完工后组织验收，资料归档，并在村务公开栏公示一个月。\n");
}

/* Rows that all look like a head: the first is, and nothing is lost. */
static void test_words_only (void)
{
  check ("甲栏,乙栏\n丙,丁\n", NULL, "head 甲栏|乙栏\nbody 丙|丁\n");
}

#define OFFERED "点名册,,\n姓名,到场,离场\n甲某,早,晚\n乙某,早,午\n说明：午后补签,,\n"

static void test_given_head (void)
{
  const TzTableHints hints = { .header_rows = "3" };
  check (OFFERED, &hints,
         "title 点名册\nline 姓名|到场|离场\nhead 甲某|早|晚\nbody 乙某|早|午\nnote 说明：午后补签\n");
}

static void test_given_skip (void)
{
  const TzTableHints hints = { .header_rows = "2", .skip_rows = "1, 4-5" };
  check (OFFERED, &hints, "head 姓名|到场|离场\nbody 甲某|早|晚\n");
}

static void test_given_notes (void)
{
  const TzTableHints hints = { .notes_from = 4 };
  check (OFFERED, &hints,
         "title 点名册\nhead 姓名|到场|离场\nbody 甲某|早|晚\nnote 乙某|早|午\nnote 说明：午后补签\n");
}

/* ---- a schema ---- */

static TzSchema schema_of (TzSchemaColumn *columns, int n)
{
  return (TzSchema){ .n_columns = n, .columns = columns };
}

static char *owner_titles[] = { "承办单位/主办", NULL }, *helper_titles[] = { "协办", NULL },
            *place_titles[] = { "地点", NULL };

/* The leaf alone serves where no other column has it, the whole path where the form says it. */
static void test_paths_of_a_form (void)
{
  TzSchemaColumn columns[] = { { .key = "owner", .titles = owner_titles },
                               { .key = "helper", .titles = helper_titles } };
  TzSchema schema = schema_of (columns, 2);
  const TzTableHints hints = { .schema = &schema };
  check ("序号,承办单位,,备注\n,主办,协办,\n1,林业站,各村,急\n2,水务站,东村,\n", &hints,
         "head 序号|承办单位/主办|协办|备注\nbody 1|林业站|各村|急\nbody 2|水务站|东村|\n");
}

/* The row that names all columns of the form is the head, whatever stands above it. */
static void test_rows_that_fit (void)
{
  TzSchemaColumn columns[] = { { .key = "place", .titles = place_titles },
                               { .key = "helper", .titles = helper_titles } };
  TzSchema schema = schema_of (columns, 2);
  const TzTableHints hints = { .schema = &schema };
  check ("东片,西片\n南片,北片\n地点,协办\n南坡,东村\n", &hints,
         "line 东片|西片\nline 南片|北片\nhead 地点|协办\nbody 南坡|东村\n");
}

/* A head that is known leaves room for further tables where each has a title or a blank row above its own. */
static void test_tables_below_a_known_head (void)
{
  TzSchemaColumn columns[] = { { .key = "place", .titles = place_titles },
                               { .key = "helper", .titles = helper_titles, .need = TZ_NEED_OPTIONAL } };
  TzSchema schema = schema_of (columns, 2);
  const TzTableHints hints = { .schema = &schema };
  check ("地点,协办,亩\n南坡,东村,3\n北坡,西村,4\n\n抢险一览表,,\n桥名,年份,座\n东桥,1998,1\n西桥,2004,2\n",
         &hints,
         "head 地点|协办|亩\nbody 南坡|东村|3\nbody 北坡|西村|4\n"
         "title 抢险一览表\nhead 桥名|年份|座\nbody 东桥|1998|1\nbody 西桥|2004|2\n");
  check ("地点,协办\n南坡,东村\n桥头,西村\n东桥,北村\n", &hints,
         "head 地点|协办\nbody 南坡|东村\nbody 桥头|西村\nbody 东桥|北村\n");
}

static void test_what_a_form_needs (void)
{
  Office *office = office_new ();
  TzSchemaColumn columns[] = { { .key = "place", .titles = place_titles },
                               { .key = "helper", .titles = helper_titles } };
  TzSchema schema = schema_of (columns, 2);
  const TzTableHints hints = { .schema = &schema };
  TzRows *rows = csv_rows (
      office,
      "地点,协办,亩\n南坡,东村,3\n北坡,西村,4\n\n抢险一览表,,\n地点,年份,座\n东桥,1998,1\n西桥,2004,2\n");
  g_autoptr (GPtrArray) tables = tz_tables_find (rows, &hints);
  g_assert_cmpuint (tables->len, ==, 2);
  g_assert_true (((const TzFoundTable *)tables->pdata[0])->whole);
  g_assert_false (((const TzFoundTable *)tables->pdata[1])->whole);
  tz_rows_unref (rows);
  office_free (office);
}

static gboolean is_prose (Office *office, const char *text)
{
  TzRows *rows = csv_rows (office, text);
  g_autoptr (GPtrArray) tables = tz_tables_find (rows, NULL);
  gboolean prose = ((const TzFoundTable *)tables->pdata[0])->prose;
  tz_rows_unref (rows);
  return prose;
}

/* Paragraphs on a sheet are hardly a table of one column. */
static void test_prose (void)
{
  Office *office = office_new ();
  g_assert_true (is_prose (office, "填表说明\n一、每月五日前报送。\n二、金额保留两位小数。\n"));
  g_assert_false (is_prose (office, "路段,长度\n一段,3\n二段,4\n"));
  office_free (office);
}

/* ---- merged cells ---- */

#define GROUPS "片区,地块,株数\n东片,南坡,120\n,北坡,80\n,塘边,\n"

static gboolean *merged_down (Office *office, const char *merges)
{
  TzRows *rows = workbook_rows (office, GROUPS, merges);
  g_autoptr (GPtrArray) tables = tz_tables_find (rows, NULL);
  const TzRecords *records = ((const TzFoundTable *)tables->pdata[0])->records;
  gboolean *down = g_new0 (gboolean, 3);
  g_assert_cmpint (tz_records_are_merged (records), ==, *merges != '\0');
  tz_records_mark_merged_down (records, down);
  tz_rows_unref (rows);
  return down;
}

static void test_merged_columns (void)
{
  Office *office = office_new ();
  g_autofree gboolean *down = merged_down (office, "<mergeCell ref='A2:A3'/>");
  g_assert_true (down[0]);
  g_assert_false (down[1]);
  g_autofree gboolean *none = merged_down (office, "");
  g_assert_false (none[0]);
  office_free (office);
}

/* A cell goes on where it is merged, and only there. */
static void test_merged_cells (void)
{
  Office *office = office_new ();
  g_autofree char *made = NULL;
  tz_rows_unref (workbook_rows (office, GROUPS, "<mergeCell ref='A2:A3'/><mergeCell ref='B4:C4'/>"));
  TzDoc *doc = office_compose (office, "f.xlsx", 0, NULL, NULL);
  made = office_grid_text (office_table (doc)->grid);
  g_assert_cmpstr (made, ==, "片区|地块|株数\n东片|南坡|120\n^|北坡|80\n|塘边|<\n");
  tz_doc_free (doc);
  office_free (office);
}

/* Titles merged down beside one merged across make two levels, though the columns below say little. */
static void test_merged_levels (void)
{
  Office *office = office_new ();
  check_rows (
      workbook_rows (office,
                     "片区,事项,柳溪镇,\n,,要求,是否做到\n东片,清淤。,五月底前清淤三公里。,\n西片,护岸。,"
                     "六月底前护岸一公里。,\n",
                     "<mergeCell ref='A1:A2'/><mergeCell ref='B1:B2'/><mergeCell ref='C1:D1'/>"),
      NULL,
      "head 片区|事项|柳溪镇/要求|柳溪镇/是否做到\nbody 东片|清淤。|五月底前清淤三公里。|\n"
      "body 西片|护岸。|六月底前护岸一公里。|\n");
  office_free (office);
}

#define LONG_TITLE "柳溪镇《关于进一步加强农村河道长效保洁和水利设施日常管护工作的若干意见》各村各单位落实进展"

/* A line over the whole table is its title, however long. */
static void test_merged_title (void)
{
  Office *office = office_new ();
  check_rows (workbook_rows (office, LONG_TITLE ",,\n序号,事项,单位\n1,修桥,镇政府\n2,铺路,村委会\n",
                             "<mergeCell ref='A1:C1'/>"),
              NULL, "title " LONG_TITLE "\nhead 序号|事项|单位\nbody 1|修桥|镇政府\nbody 2|铺路|村委会\n");
  office_free (office);
}

/* ---- beside the table ---- */

#define BESIDE(text) "序号,事项,单位,,\n1,修桥,镇政府,," text "\n2,铺路,村委会,,\n3,植树,林业站,,\n"

static TzFoundTable *first_table (Office *office, const char *text, GPtrArray **tables)
{
  TzRows *rows = csv_rows (office, text);
  *tables = tz_tables_find (rows, NULL);
  tz_rows_unref (rows);
  return (*tables)->pdata[0];
}

/* What somebody typed beside it is no column of the table. */
static void test_stray (void)
{
  Office *office = office_new ();
  g_autoptr (GPtrArray) tables = NULL;
  const TzFoundTable *table = first_table (office, BESIDE ("请核实"), &tables);
  g_autofree char *text = describe (tables);
  g_assert_true (g_str_has_prefix (text, "head 序号|事项|单位"));
  g_assert_null (strstr (text, "请核实"));
  tz_table_check (table, office->diag);
  assert_findings (office->diag, "warning stray-cells 2:11 E2");
  office_free (office);
}

/* Without a column between them it may belong to it. */
static void test_next_to_it (void)
{
  Office *office = office_new ();
  g_autoptr (GPtrArray) tables = NULL;
  const TzFoundTable *table =
      first_table (office, "序号,事项,单位,\n1,修桥,镇政府,急\n2,铺路,村委会,\n3,植树,林业站,\n", &tables);
  g_assert_cmpint (table->n_stray, ==, 0);
  office_free (office);
}

/* The unit of measure may stand far to the right, and a title to the left of the table. */
static void test_parts_apart (void)
{
  static const char *const texts[] = {
    ",,,,单位：万元\n序号,事项,金额,,\n1,修桥,30,,\n2,铺路,20,,\n3,植树,10,,\n",
    "修桥铺路,,,,\n,,序号,事项,金额\n,,1,修桥,30\n,,2,铺路,20\n,,3,植树,10\n",
  };
  Office *office = office_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    GPtrArray *tables = NULL;
    g_assert_cmpint (first_table (office, texts[i], &tables)->n_stray, ==, 0);
    g_ptr_array_unref (tables);
  }
  office_free (office);
}

/* A column with a gap before it that is filled in many rows is one of the table's. */
static void test_column_apart (void)
{
  Office *office = office_new ();
  g_autoptr (GPtrArray) tables = NULL;
  const TzFoundTable *table =
      first_table (office, "序号,事项,,单位\n1,修桥,,镇政府\n2,铺路,,\n3,植树,,林业站\n", &tables);
  g_assert_cmpint (table->n_stray, ==, 0);
  office_free (office);
}

/* ---- lists of rows ---- */

static void test_row_list (void)
{
  g_assert_true (tz_row_list_is_valid ("0"));
  g_assert_true (tz_row_list_is_valid ("4-5, 9"));
  g_assert_false (tz_row_list_is_valid (""));
  g_assert_false (tz_row_list_is_valid ("5-4"));
  g_assert_false (tz_row_list_is_valid ("4,x"));
  g_assert_true (tz_row_list_has ("4-5, 9", 5));
  g_assert_true (tz_row_list_has ("4-5, 9", 9));
  g_assert_false (tz_row_list_has ("4-5, 9", 6));
  g_assert_false (tz_row_list_has (NULL, 1));
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/plain", test_plain);
  g_test_add_func ("/tables/what-stands-around", test_around);
  g_test_add_func ("/tables/day-in-brackets", test_day_in_brackets);
  g_test_add_func ("/tables/entry-in-two-cells", test_entry_in_two_cells);
  g_test_add_func ("/tables/levels-and-column-numbers", test_levels_and_numbers);
  g_test_add_func ("/tables/headings", test_headings);
  g_test_add_func ("/tables/last-row-goes-on", test_last_row_goes_on);
  g_test_add_func ("/tables/words-only", test_words_only);
  g_test_add_func ("/tables/given/head", test_given_head);
  g_test_add_func ("/tables/given/skipped-rows", test_given_skip);
  g_test_add_func ("/tables/given/notes", test_given_notes);
  g_test_add_func ("/tables/form/paths", test_paths_of_a_form);
  g_test_add_func ("/tables/form/rows-that-fit", test_rows_that_fit);
  g_test_add_func ("/tables/form/tables-below-a-known-head", test_tables_below_a_known_head);
  g_test_add_func ("/tables/form/what-it-needs", test_what_a_form_needs);
  g_test_add_func ("/tables/prose", test_prose);
  g_test_add_func ("/tables/merged/columns", test_merged_columns);
  g_test_add_func ("/tables/merged/cells", test_merged_cells);
  g_test_add_func ("/tables/merged/levels", test_merged_levels);
  g_test_add_func ("/tables/merged/long-title", test_merged_title);
  g_test_add_func ("/tables/beside/stray", test_stray);
  g_test_add_func ("/tables/beside/next-to-it", test_next_to_it);
  g_test_add_func ("/tables/beside/parts-apart", test_parts_apart);
  g_test_add_func ("/tables/beside/column-apart", test_column_apart);
  g_test_add_func ("/tables/row-list", test_row_list);
  return g_test_run ();
}
