/* Workbooks made of parts by hand: what is read from them, and what is refused. */
#include "help/findings.h"
#include "help/package.h"
#include "read/workbook/kind.h"
#include "read/workbook/rows.h"
#include "read/workbook/workbook.h"

#include <string.h>

/* Reads a workbook of one sheet; FINDINGS come up. tz_workbook_free. */
static TzWorkbook *read_sheet (const char *sheet, const char *styles, const char *strings, const char *findings)
{
  TzDiag *diag = tz_diag_new ();
  GByteArray *bytes = package_workbook (sheet, styles, strings);
  TzWorkbook *workbook = tz_workbook_read (bytes, "b.xlsx", NULL, diag);
  assert_findings (diag, findings);
  g_byte_array_unref (bytes);
  tz_diag_free (diag);
  return workbook;
}

/* "A1=甲|B2=3" of the first sheet. */
static char *cells_of (const TzWorkbook *workbook)
{
  const TzWorksheet *sheet = tz_workbook_sheet (workbook, 0);
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < sheet->cells->len; i++) {
    const TzWorksheetCell *cell = &g_array_index (sheet->cells, TzWorksheetCell, i);
    TzPlace place = { .row = cell->row, .col = cell->col };
    char address[16];
    g_string_append_printf (all, "%s%s=%s", i ? "|" : "", tz_place_address (&place, address), cell->text);
  }
  return g_string_free (all, FALSE);
}

static void assert_cells (const char *sheet, const char *styles, const char *strings, const char *cells)
{
  TzWorkbook *workbook = read_sheet (sheet, styles, strings, "");
  g_assert_nonnull (workbook);
  g_autofree char *got = cells_of (workbook);
  g_assert_cmpstr (got, ==, cells);
  tz_workbook_free (workbook);
}

static void test_shared_strings (void)
{
  assert_cells (
      "<sheetData><row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>0</v></c></row></sheetData>", "",
      "<si><t>乙</t></si><si><t>甲</t></si>", "A1=甲|B1=乙");
}

static void test_inline_strings (void)
{
  assert_cells ("<sheetData><row r='2'><c r='C2' t='inlineStr'><is><t>丙</t></is></c></row></sheetData>", "",
                "", "C2=丙");
}

static void test_phonetic_left_out (void)
{
  assert_cells ("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData>", "",
                "<si><t>示例</t><rPh sb='0' eb='2'><t>shili</t></rPh></si>", "A1=示例");
}

static void test_line_feeds (void)
{
  assert_cells ("<sheetData><row r='1'><c r='A1' "
                "t='inlineStr'><is><t>一_x000D_\n二&#13;三</t></is></c></row></sheetData>",
                "", "", "A1=一\n二\n三");
}

static void test_escapes (void)
{
  assert_cells ("<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>a_x005F_x0041_ "
                "_x12_</t></is></c></row></sheetData>",
                "", "", "A1=a_x0041_ _x12_");
}

static void test_formula_values (void)
{
  assert_cells ("<sheetData><row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1' t='str'><f>A1</f><v>甲</v></c>"
                "<c r='C1' t='b'><v>1</v></c><c r='D1' t='e'><v>#REF!</v></c></row></sheetData>",
                "", "", "A1=2|B1=甲|C1=TRUE|D1=#REF!");
}

/* A program that writes formulas may leave their values to Excel. */
static void test_formula_without_value (void)
{
  TzWorkbook *workbook =
      read_sheet ("<sheetData><row r='1'><c r='A1'><f>1+1</f></c></row></sheetData>", "", "", "");
  const TzWorksheetCell *cell = tz_worksheet_cell (tz_workbook_sheet (workbook, 0), 1, 1);
  g_assert_nonnull (cell);
  g_assert_cmpint (cell->kind, ==, TZ_WORKSHEET_UNKNOWN);
  tz_workbook_free (workbook);
}

#define FORMATS                                                                                                \
  "<numFmts><numFmt numFmtId='176' formatCode='0.0%'/></numFmts><fonts><font/><font><b/></font></fonts>"       \
  "<cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='176' fontId='1'/><xf numFmtId='31' fontId='0'>"         \
  "<alignment indent='2'/></xf><xf numFmtId='49' fontId='0'/><xf numFmtId='32' fontId='0'/></cellXfs>"

static void test_number_formats (void)
{
  assert_cells ("<sheetData><row r='1'><c r='A1' s='1'><v>0.667</v></c><c r='B1' s='2'><v>44377</v></c>"
                "<c r='C1' s='3' t='s'><v>0</v></c></row></sheetData>",
                FORMATS, "<si><t>007</t></si>", "A1=66.7%|B1=2021年6月30日|C1=007");
}

static void test_iso_dates (void)
{
  assert_cells ("<sheetData><row r='1'><c r='A1' s='2' t='d'><v>2021-06-30</v></c>"
                "<c r='B1' s='2' t='d'><v>2021-07-01T08:00:00Z</v></c></row></sheetData>",
                FORMATS, "", "A1=2021年6月30日|B1=2021年7月1日");
}

static void test_iso_times (void)
{
  assert_cells ("<sheetData><row r='1'><c r='A1' s='4' t='d'><v>08:30:15.2</v></c>"
                "<c r='B1' s='4' t='d'><v>8 o'clock</v></c></row></sheetData>",
                FORMATS, "", "A1=8时30分|B1=8 o'clock");
}

/* Without any shared text, none has the number 0. */
static void test_no_such_string (void)
{
  TzWorkbook *workbook = read_sheet ("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData>", "",
                                     "", "error workbook-damaged 1:1 A1");
  g_assert_null (workbook);
}

/* Where a button stands is told in rows and columns of another kind. */
static void test_places_of_controls (void)
{
  assert_cells ("<sheetData><row r='2'><c r='A2'><v>1</v></c></row></sheetData>"
                "<controls><from><col>1</col><row>1</row></from><c r='B7'><v>2</v></c></controls>",
                "", "", "A2=1");
}

static void test_kinds_and_styles (void)
{
  TzWorkbook *workbook =
      read_sheet ("<sheetData><row r='1'><c r='A1' s='1'><v>0.667</v></c><c r='B1' s='2'><v>44377</v></c>"
                  "</row></sheetData>",
                  FORMATS, "", "");
  const TzWorksheet *sheet = tz_workbook_sheet (workbook, 0);
  const TzWorksheetCell *a = tz_worksheet_cell (sheet, 1, 1), *b = tz_worksheet_cell (sheet, 1, 2);
  g_assert_cmpint (a->kind, ==, TZ_WORKSHEET_NUMBER);
  g_assert_cmpfloat (a->value, ==, 0.667);
  g_assert_true (tz_workbook_style (workbook, a->style)->bold);
  g_assert_cmpint (b->kind, ==, TZ_WORKSHEET_DATE);
  g_assert_cmpint (tz_workbook_style (workbook, b->style)->indent, ==, 2);
  tz_workbook_free (workbook);
}

static void test_bold_runs (void)
{
  TzWorkbook *workbook = read_sheet ("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData>", "",
                                     "<si><r><rPr><b/></rPr><t>甲：</t></r><r><t>乙</t></r></si>", "");
  const TzWorksheet *sheet = tz_workbook_sheet (workbook, 0);
  g_assert_cmpuint (sheet->runs->len, ==, 1);
  const TzWorksheetRun *run = &g_array_index (sheet->runs, TzWorksheetRun, 0);
  g_assert_cmpuint (run->start, ==, 0);
  g_assert_cmpuint (run->end, ==, strlen ("甲："));
  tz_workbook_free (workbook);
}

/* The places of a run behind what an escape stood for are those of the text without it. */
static void test_runs_behind_escapes (void)
{
  TzWorkbook *workbook = read_sheet ("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData>", "",
                                     "<si><r><t>一_x000A_</t></r><r><rPr><b/></rPr><t>二</t></r></si>", "");
  const TzWorksheetRun *run = &g_array_index (tz_workbook_sheet (workbook, 0)->runs, TzWorksheetRun, 0);
  g_assert_cmpuint (run->start, ==, strlen ("一\n"));
  g_assert_cmpuint (run->end, ==, strlen ("一\n二"));
  tz_workbook_free (workbook);
}

/* A run may begin within what stands for a character. */
static void test_runs_among_escapes (void)
{
  TzWorkbook *workbook = read_sheet ("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData>", "",
                                     "<si><r><t>一_x0041_二_x00</t></r><r><rPr><b/></rPr><t>42_三_x4E2D_</t></"
                                     "r><r><t>_x000D_\n四</t></r></si>",
                                     "");
  const TzWorksheet *sheet = tz_workbook_sheet (workbook, 0);
  g_autofree char *got = cells_of (workbook);
  g_assert_cmpstr (got, ==, "A1=一A二B三中\n四");
  const TzWorksheetRun *run = &g_array_index (sheet->runs, TzWorksheetRun, 0);
  g_assert_cmpuint (run->start, ==, strlen ("一A二B"));
  g_assert_cmpuint (run->end, ==, strlen ("一A二B三中"));
  tz_workbook_free (workbook);
}

static void test_merges (void)
{
  TzWorkbook *workbook =
      read_sheet ("<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>"
                  "<mergeCells><mergeCell ref='B3:B4'/><mergeCell ref='A1:C2'/></mergeCells>",
                  "", "", "");
  const GArray *merges = tz_workbook_sheet (workbook, 0)->merges;
  g_assert_cmpuint (merges->len, ==, 2);
  const TzWorksheetMerge *first = &g_array_index (merges, TzWorksheetMerge, 0);
  g_assert_cmpint (first->row * 1000 + first->col * 100 + first->last_row * 10 + first->last_col, ==, 1123);
  tz_workbook_free (workbook);
}

static void test_hidden (void)
{
  TzWorkbook *workbook =
      read_sheet ("<cols><col min='2' max='3' width='9' hidden='1'/></cols><sheetData>"
                  "<row r='4' hidden='1'/><row r='5' hidden='true'/><row r='9'/></sheetData><autoFilter/>",
                  "", "", "");
  const TzWorksheet *sheet = tz_workbook_sheet (workbook, 0);
  g_assert_true (tz_worksheet_in_ranges (sheet->hidden_rows, 4));
  g_assert_true (tz_worksheet_in_ranges (sheet->hidden_rows, 5));
  g_assert_false (tz_worksheet_in_ranges (sheet->hidden_rows, 9));
  g_assert_true (tz_worksheet_in_ranges (sheet->hidden_columns, 3));
  g_assert_false (tz_worksheet_in_ranges (sheet->hidden_columns, 4));
  g_assert_true (sheet->has_filter);
  tz_workbook_free (workbook);
}

/* Places may be left out: they follow from the order. */
static void test_no_places (void)
{
  assert_cells ("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>",
                "", "", "A1=1|B1=2|A2=3");
}

static void test_damaged (void)
{
  static const char *const sheets[] = {
    "<sheetData><row r='1'><c r='A1' t='s'><v>5</v></c></row></sheetData>", /* no such text */
    "<sheetData><row r='2'><c r='A1'><v>5</v></c></row></sheetData>",       /* of another row */
    "<sheetData><row r='1'><c r='B1'><v>5</v></c><c r='A1'/></row></sheetData>",
    "<sheetData><row r='2'/><row r='1'/></sheetData>",
    "<sheetData><row r='1'><c r='A1'><v>fünf</v></c></row></sheetData>",
    "<sheetData><row r='1'><c r='XFE1'><v>1</v></c></row></sheetData>",
    "<sheetData><row r='1'>",
  };
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++) {
    TzDiag *diag = tz_diag_new ();
    GByteArray *bytes = package_workbook (sheets[i], "", "<si><t>甲</t></si>");
    g_assert_null (tz_workbook_read (bytes, "b.xlsx", NULL, diag));
    g_assert_cmpuint (tz_diag_count (diag), ==, 1);
    g_assert_cmpstr (tz_diag_get (diag, 0)->code, ==, "workbook-damaged");
    g_byte_array_unref (bytes);
    tz_diag_free (diag);
  }
}

static void test_document_type (void)
{
  TzDiag *diag = tz_diag_new ();
  GByteArray *bytes = package_of (
      "xl/workbook.xml",
      "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><workbook>&b;</workbook>", NULL);
  g_assert_null (tz_workbook_read (bytes, "b.xlsx", NULL, diag));
  assert_findings (diag, "error workbook-limits");
  g_byte_array_unref (bytes);
  tz_diag_free (diag);
}

/* 200 MiB of blanks pack into 200 KiB. */
static void test_bomb (void)
{
  g_autofree char *blanks = g_strnfill (64 << 20, ' ');
  g_autofree char *sheet = g_strconcat ("<sheetData>", blanks, "</sheetData>", NULL);
  TzWorkbook *workbook = read_sheet (sheet, "", "", "error workbook-limits");
  g_assert_null (workbook);
}

static void test_sheet_by_name (void)
{
  TzDiag *diag = tz_diag_new ();
  GByteArray *bytes = package_workbook ("<sheetData/>", "", "");
  TzWorkbook *workbook = tz_workbook_read (bytes, "b.xlsx", "表一", diag);
  g_assert_nonnull (workbook);
  g_assert_cmpstr (tz_workbook_sheet (workbook, 0)->file, ==, "b.xlsx#表一");
  tz_workbook_free (workbook);
  g_assert_null (tz_workbook_read (bytes, "b.xlsx", "表二", diag));
  assert_findings (diag, "error no-such-sheet");
  g_byte_array_unref (bytes);
  tz_diag_free (diag);
}

static void test_no_package (void)
{
  static const char text[] = "序号,任务\n1,甲\n";
  TzDiag *diag = tz_diag_new ();
  GByteArray *bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *)text, sizeof text - 1);
  g_assert_null (tz_workbook_read (bytes, "b.xlsx", NULL, diag));
  assert_findings (diag, "error workbook-damaged");
  g_byte_array_unref (bytes);
  tz_diag_free (diag);
}

static void test_file_kinds (void)
{
  static const struct {
    const char *bytes;
    gsize n;
    TzFileKind kind;
  } files[] = {
#define FILE_OF(text, kind) { text, sizeof (text) - 1, kind }
    FILE_OF ("序号,任务\n", TZ_FILE_TEXT),
    FILE_OF ("%PDF-1.7\n", TZ_FILE_PDF),
    FILE_OF ("{\\rtf1}", TZ_FILE_DOC),
    FILE_OF ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....W\0o\0r\0k\0b\0o\0o\0k\0", TZ_FILE_XLS),
    FILE_OF ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
             TZ_FILE_PROTECTED),
    FILE_OF ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", TZ_FILE_DOC),
    FILE_OF ("<html><table><tr><td>1</td></tr></table></html>", TZ_FILE_HTML),
    FILE_OF ("PK\x03\x04....other.txt", TZ_FILE_PACKAGE),
    FILE_OF ("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", TZ_FILE_PACKAGE),
    FILE_OF ("", TZ_FILE_TEXT),
  };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_cmpint (tz_file_kind ((const guint8 *)files[i].bytes, files[i].n), ==, files[i].kind);
  GByteArray *bytes = package_workbook ("<sheetData/>", "", "");
  g_assert_cmpint (tz_file_kind (bytes->data, bytes->len), ==, TZ_FILE_XLSX);
  g_byte_array_unref (bytes);
}

#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define OFFICE    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORKBOOK  "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
#define SHEET     "<worksheet><sheetData><row r='1'><c r='A1'><v>7</v></c></row></sheetData></worksheet>"

/* A workbook whose parts have names of their own; FINDINGS come up. What A1 shows; NULL: it is refused. g_free.
 */
static char *read_parts (const char *main_relations, const char *workbook, const char *relations,
                         const char *findings)
{
  TzDiag *diag = tz_diag_new ();
  GByteArray *bytes = package_of ("_rels\\.rels", main_relations, "book.xml", workbook, "_rels/book.xml.rels",
                                  relations, "first.xml", SHEET, "xl/embeddings/word/document.xml", "", NULL);
  g_assert_cmpint (tz_file_kind (bytes->data, bytes->len), ==, TZ_FILE_XLSX);
  TzWorkbook *read = tz_workbook_read (bytes, "b.xlsx", NULL, diag);
  assert_findings (diag, findings);
  char *text = read ? g_strdup (tz_worksheet_cell (tz_workbook_sheet (read, 0), 1, 1)->text) : NULL;
  tz_workbook_free (read);
  g_byte_array_unref (bytes);
  tz_diag_free (diag);
  return text;
}

#define MAIN_RELATION                                                                                          \
  RELATIONS "<Relationship Id='r' Type='" OFFICE "officeDocument' Target='/book.xml'/></Relationships>"
#define SHEET_RELATION                                                                                         \
  RELATIONS "<Relationship Id='r1' Type='" OFFICE "worksheet' Target='first.xml'/></Relationships>"

/* Other programs call the parts as they like, and write the names of folders as Windows does. */
static void test_parts_by_other_names (void)
{
  g_autofree char *text = read_parts (
      MAIN_RELATION, WORKBOOK "<sheets><sheet name='a' r:id='r1'/></sheets></workbook>", SHEET_RELATION, "");
  g_assert_cmpstr (text, ==, "7");
}

static void test_sheet_missing (void)
{
  g_autofree char *text =
      read_parts (MAIN_RELATION,
                  WORKBOOK "<sheets><sheet name='a' r:id='r1'/><sheet name='b' r:id='r2'/></sheets></workbook>",
                  SHEET_RELATION, "warning sheet-missing");
  g_assert_cmpstr (text, ==, "7");
}

static void test_relations_damaged (void)
{
  g_autofree char *text =
      read_parts (MAIN_RELATION, WORKBOOK "<sheets><sheet name='a' r:id='r1'/></sheets></workbook>",
                  RELATIONS "<Rel", "error workbook-damaged");
  g_assert_null (text);
}

/* An extension has an element of the same name as the one that says when days begin. */
static void test_date_system (void)
{
  TzDiag *diag = tz_diag_new ();
  GByteArray *bytes = package_of (
      "_rels/.rels", MAIN_RELATION, "book.xml",
      WORKBOOK
      "<workbookPr date1904='1'/><sheets><sheet name='a' r:id='r1'/></sheets>"
      "<extLst><ext><x15:workbookPr xmlns:x15='x' chartTrackingRefBase='1'/></ext></extLst></workbook>",
      "_rels/book.xml.rels",
      RELATIONS "<Relationship Id='r1' Type='" OFFICE "worksheet' Target='first.xml'/><Relationship Id='r2' "
                "Type='" OFFICE "styles' Target='styles.xml'/></Relationships>",
      "first.xml",
      "<worksheet><sheetData><row r='1'><c r='A1' s='2'><v>1</v></c></row></sheetData></worksheet>",
      "styles.xml", "<styleSheet>" FORMATS "</styleSheet>", NULL);
  TzWorkbook *workbook = tz_workbook_read (bytes, "b.xlsx", NULL, diag);
  assert_findings (diag, "");
  g_autofree char *got = cells_of (workbook);
  g_assert_cmpstr (got, ==, "A1=1904年1月2日");
  tz_workbook_free (workbook);
  g_byte_array_unref (bytes);
  tz_diag_free (diag);
}

/* ---- as rows ---- */

static TzRows *rows_of (const char *sheet, gboolean keep_hidden, const char *findings)
{
  TzWorkbook *workbook = read_sheet (sheet, FORMATS, "<si><t>甲</t></si>", "");
  TzDiag *diag = tz_diag_new ();
  TzRows *rows = tz_worksheet_rows (workbook, tz_workbook_sheet (workbook, 0), keep_hidden, diag);
  assert_findings (diag, findings);
  tz_diag_free (diag);
  tz_workbook_free (workbook);
  return rows;
}

/* "甲||1/2||": what the rows hold. */
static void assert_rows (TzRows *rows, const char *expected)
{
  g_autoptr (GString) all = g_string_new (NULL);
  for (int i = 0; i < tz_rows_n (rows); i++)
    for (int c = 0; c < tz_rows_n_columns (rows); c++)
      g_string_append_printf (all, "%s%s", c ? "|" : i ? "/" : "", tz_rows_get (rows, i)->fields[c].text);
  g_assert_cmpstr (all->str, ==, expected);
}

#define TABLE                                                                                                  \
  "<cols><col min='2' max='2' width='9' hidden='1'/></cols><sheetData><row r='1'><c r='A1'><v>1</v></c>"       \
  "<c r='B1'><v>2</v></c><c r='C1'><v>3</v></c></row><row r='2' hidden='1'><c r='A2'><v>4</v></c></row>"       \
  "<row r='4'><c r='C4'><v>5</v></c></row></sheetData>"

static void test_rows_without_hidden (void)
{
  TzRows *rows = rows_of (TABLE, FALSE, "warning hidden-rows; warning hidden-columns");
  assert_rows (rows, "1|3/|5");
  TzPlace place = tz_rows_place (rows, tz_rows_get (rows, 1), 1);
  g_assert_cmpint (place.row * 10 + place.col, ==, 43); /* C4, though B is left out */
  tz_rows_unref (rows);
}

static void test_rows_with_hidden (void)
{
  TzRows *rows = rows_of (TABLE, TRUE, "");
  assert_rows (rows, "1|2|3/4||/||5");
  tz_rows_unref (rows);
}

/* Other programs may list hidden columns in any order. */
static void test_rows_with_unsorted_hidden (void)
{
  TzRows *rows =
      rows_of ("<cols><col min='4' max='5' hidden='1'/><col min='2' max='2' hidden='1'/><col min='1' "
               "max='2' hidden='1'/></cols><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v>"
               "</c><c r='C1'><v>3</v></c><c r='E1'><v>5</v></c><c r='F1'><v>6</v></c></row></sheetData>",
               FALSE, "warning hidden-columns");
  assert_rows (rows, "3|6");
  tz_rows_unref (rows);
}

/* A slip of the mouse far to the right does not make the table thousands of columns wide. */
static void test_rows_with_stray_cell (void)
{
  TzRows *rows = rows_of (
      "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>9</v></c></row></sheetData>", FALSE, "");
  g_assert_cmpint (tz_rows_n_columns (rows), ==, 12);
  TzPlace place = tz_rows_place (rows, tz_rows_get (rows, 0), 11);
  g_assert_cmpint (place.col, ==, 16384);
  tz_rows_unref (rows);
}

static void test_rows_with_merges (void)
{
  TzRows *rows =
      rows_of ("<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row r='2'><c r='B2'>"
               "<v>3</v></c></row></sheetData><mergeCells><mergeCell ref='A1:A2'/></mergeCells>",
               FALSE, "");
  const TzMerge *merge = tz_rows_merge_at (rows, 1, 0);
  g_assert_nonnull (merge);
  g_assert_cmpint (merge->last_row, ==, 2);
  g_assert_null (tz_rows_merge_at (rows, 1, 1));
  g_assert_true (tz_rows_facts (rows, 1, 0)->covered);
  g_assert_false (tz_rows_facts (rows, 0, 0)->covered);
  g_assert_false (tz_rows_facts (rows, 1, 1)->covered);
  tz_rows_unref (rows);
}

static void test_rows_know_kinds (void)
{
  TzRows *rows = rows_of ("<sheetData><row r='1'><c r='A1' s='2'><v>44377</v></c><c r='B1' s='1'><v>0.5</v></c>"
                          "<c r='C1' t='s'><v>0</v></c></row></sheetData>",
                          FALSE, "");
  g_assert_cmpint (tz_rows_facts (rows, 0, 0)->kind, ==, TZ_FIELD_DATE);
  g_assert_cmpint (tz_rows_facts (rows, 0, 0)->indent, ==, 2);
  g_assert_cmpint (tz_rows_facts (rows, 0, 1)->kind, ==, TZ_FIELD_NUMBER);
  g_assert_cmpstr (tz_rows_facts (rows, 0, 1)->format, ==, "0.0%");
  g_assert_true (tz_rows_facts (rows, 0, 1)->bold);
  g_assert_cmpint (tz_rows_facts (rows, 0, 2)->kind, ==, TZ_FIELD_TEXT);
  tz_rows_unref (rows);
}

static void test_rows_trim_but_keep_levels (void)
{
  TzRows *rows = rows_of (
      "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t xml:space='preserve'> 　　其中：办公 </t></is></c>"
      "</row></sheetData>",
      FALSE, "");
  assert_rows (rows, "　　其中：办公");
  tz_rows_unref (rows);
}

static void test_rows_name_faults (void)
{
  TzRows *rows = rows_of (
      "<sheetData><row r='1'><c r='A1'><f>1</f></c></row><row r='2'><c r='B2' t='e'><v>#N/A</v></c></row>"
      "</sheetData><drawing/>",
      FALSE, "warning error-value 2:2 B2; warning formula-no-value 1:1 A1; warning pictures");
  tz_rows_unref (rows);
}

#define FILLS                                                                                                  \
  "<fills><fill><patternFill patternType='none'/></fill><fill><patternFill patternType='solid'><fgColor "      \
  "rgb='FFFFFF00'/></patternFill></fill></fills><cellXfs><xf/><xf fillId='1'/></cellXfs>"

static void check_colours (const char *rows, const char *findings)
{
  GByteArray *bytes = package_workbook (rows, FILLS, "");
  TzDiag *diag = tz_diag_new ();
  TzWorkbook *workbook = tz_workbook_read (bytes, "a.xlsx", NULL, diag);
  TzRows *made = tz_worksheet_rows (workbook, tz_workbook_sheet (workbook, 0), FALSE, diag);
  assert_findings (diag, findings);
  tz_rows_unref (made);
  tz_workbook_free (workbook);
  tz_diag_free (diag);
  g_byte_array_unref (bytes);
}

#define PAIR(row, a, b)                                                                                        \
  "<row r='" row "'><c r='A" row "' s='" a "'><v>1</v></c><c r='B" row "' s='" b "'><v>2</v></c></row>"

/* A coloured head says nothing; a colour among the cells below may. */
static void test_colours (void)
{
  check_colours ("<sheetData>" PAIR ("1", "1", "1") PAIR ("2", "0", "0") PAIR ("3", "0", "1") "</sheetData>",
                 "note colours 3:2 B3");
  check_colours ("<sheetData>" PAIR ("1", "1", "1") PAIR ("2", "0", "0") "</sheetData>", "");
}

#define LISTED(name, id, state) "<sheet name='" name "' sheetId='" id "' state='" state "' r:id='r1'/>"

/* A workbook whose sheet has DRAWING over its cells and a comment; SHEETS are those it lists. */
static void check_over (const char *drawing, const char *sheets, const char *findings)
{
  g_autofree char *list = g_strconcat ("<workbook xmlns:r='o'><sheets>", sheets, "</sheets></workbook>", NULL);
  GByteArray *bytes = package_of (
      "_rels/.rels",
      RELATIONS "<Relationship Id='r1' Type='" OFFICE "officeDocument' Target='xl/workbook.xml'/>"
                "</Relationships>",
      "xl/workbook.xml", list, "xl/_rels/workbook.xml.rels",
      RELATIONS "<Relationship Id='r1' Type='" OFFICE "worksheet' Target='s.xml'/></Relationships>", "xl/s.xml",
      "<worksheet xmlns:r='o'><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData><drawing "
      "r:id='r1'/>"
      "</worksheet>",
      "xl/_rels/s.xml.rels",
      RELATIONS "<Relationship Id='r1' Type='" OFFICE
                "drawing' Target='d.xml'/><Relationship Id='r2' Type='" OFFICE
                "comments' Target='c.xml'/></Relationships>",
      "xl/d.xml", drawing, "xl/c.xml",
      "<comments><commentList><comment ref='E9'/><comment ref='F2'/></commentList></comments>", NULL);
  TzDiag *diag = tz_diag_new ();
  TzWorkbook *workbook = tz_workbook_read (bytes, "a.xlsx", NULL, diag);
  g_assert_nonnull (workbook);
  TzRows *rows = tz_worksheet_rows (workbook, tz_workbook_sheet (workbook, 0), FALSE, diag);
  assert_findings (diag, findings);
  tz_rows_unref (rows);
  tz_workbook_free (workbook);
  tz_diag_free (diag);
  g_byte_array_unref (bytes);
}

/* A drawing that holds nothing is no picture. */
static void test_what_lies_over (void)
{
  check_over ("<wsDr><twoCellAnchor/></wsDr>", LISTED ("甲", "1", "visible"),
              "warning pictures; note comments");
  check_over ("<wsDr/>", LISTED ("甲", "1", "visible"), "note comments");
}

/* A sheet that somebody hid is told, one that a program keeps for itself is not. */
static void test_hidden_sheets_are_told (void)
{
  check_over ("<wsDr/>",
              LISTED ("甲", "1", "visible") LISTED ("乙", "2", "hidden") LISTED ("_丙", "3", "hidden"),
              "note hidden-sheets; note comments");
}

/* ---- workbooks of ours ---- */

#define TEXT(ref, text) "<c r='" ref "' t='inlineStr'><is><t>" text "</t></is></c>"
#define NUMBER(ref, n)  "<c r='" ref "'><v>" n "</v></c>"
#define WHOLE           TEXT ("D6", "清淤三公里，") TEXT ("E6", "护岸。")
#define OF_OURS                                                                                                \
  "<worksheet><sheetData><row r='1'>" TEXT ("A1", "sheet") TEXT ("B1", "表") NUMBER (                          \
      "C1", "1") "</row>"                                                                                      \
                 "<row r='2'>" TEXT ("A2", "column") TEXT ("B2", "what") NUMBER (                              \
                     "C2", "2") "</row>"                                                                       \
                                "<row r='3'>" TEXT ("A3", "column") TEXT ("B3", "name") NUMBER (               \
                                    "C3", "1") "</row>"                                                        \
                                               "<row r='4'>" TEXT ("A4", "row") TEXT ("B4", "一") NUMBER (     \
                                                   "C4",                                                       \
                                                   "1") "</row>"                                               \
                                                        "<row r='5'>" TEXT ("A5", "span") TEXT ("B5", "name")  \
                                                            NUMBER ("C5", "1") NUMBER (                        \
                                                                "D5", "4") "</row>"                            \
                                                                           "<row r='6'>" TEXT ("A6", "text")   \
                                                                               TEXT ("B6", "一")               \
                                                                                   TEXT ("C6", "what") WHOLE   \
      "</row></sheetData></worksheet>"

/* A row that stands in two, of which the second has PART, and a further one; the hidden sheet says what was
 * one. */
static TzRows *rows_of_ours (const char *part)
{
  g_autofree char *sheet =
      g_strconcat ("<worksheet><sheetData><row r='1'>" TEXT ("A1", "东片")
                       TEXT ("B1", "清淤三公里，") "</row><row r='3'>"
                                                   "<c r='B3' t='inlineStr'><is><t>",
                   part,
                   "</t></is></c></row><row r='4'>" TEXT (
                       "B4", "植树。") "</row></sheetData><mergeCells><mergeCell ref='A1:A2'/><mergeCell "
                                       "ref='A3:A4'/></mergeCells></worksheet>",
                   NULL);
  GByteArray *bytes = package_of ("_rels/.rels",
                                  RELATIONS "<Relationship Id='r1' Type='" OFFICE
                                            "officeDocument' Target='w.xml'/></Relationships>",
                                  "w.xml",
                                  "<workbook xmlns:r='o'><sheets><sheet name='表' sheetId='1' "
                                  "r:id='r1'/><sheet name='_taizhang' sheetId='2' "
                                  "state='hidden' r:id='r2'/></sheets></workbook>",
                                  "_rels/w.xml.rels",
                                  RELATIONS "<Relationship Id='r1' Type='" OFFICE
                                            "worksheet' Target='s.xml'/><Relationship Id='r2' Type='" OFFICE
                                            "worksheet' Target='t.xml'/></Relationships>",
                                  "s.xml", sheet, "t.xml", OF_OURS, NULL);
  TzDiag *diag = tz_diag_new ();
  TzWorkbook *workbook = tz_workbook_read (bytes, "a.xlsx", NULL, diag);
  g_assert_nonnull (workbook);
  TzRows *rows = tz_worksheet_rows (workbook, tz_workbook_sheet (workbook, 0), FALSE, diag);
  assert_findings (diag, "");
  tz_workbook_free (workbook);
  tz_diag_free (diag);
  g_byte_array_unref (bytes);
  return rows;
}

/* What pages have cut is one again: the text, and the cell beside it that goes on. */
static void test_parts_are_joined (void)
{
  TzRows *rows = rows_of_ours ("护岸。");
  assert_rows (rows, "东片|清淤三公里，护岸。/|植树。");
  const TzMerge *merge = tz_rows_merge_at (rows, 1, 0);
  g_assert_nonnull (merge);
  g_assert_cmpint (merge->last_row, ==, 4);
  tz_rows_unref (rows);
}

/* A part that somebody has changed since is what is meant. */
static void test_changed_parts_stay (void)
{
  TzRows *rows = rows_of_ours ("护坡。");
  assert_rows (rows, "东片|清淤三公里，/|护坡。/|植树。");
  tz_rows_unref (rows);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/colours", test_colours);
  g_test_add_func ("/workbook/what-lies-over", test_what_lies_over);
  g_test_add_func ("/workbook/hidden-sheets-are-told", test_hidden_sheets_are_told);
  g_test_add_func ("/workbook/ours/parts-are-joined", test_parts_are_joined);
  g_test_add_func ("/workbook/ours/changed-parts-stay", test_changed_parts_stay);
  g_test_add_func ("/workbook/shared-strings", test_shared_strings);
  g_test_add_func ("/workbook/inline-strings", test_inline_strings);
  g_test_add_func ("/workbook/phonetic-left-out", test_phonetic_left_out);
  g_test_add_func ("/workbook/line-feeds", test_line_feeds);
  g_test_add_func ("/workbook/escapes", test_escapes);
  g_test_add_func ("/workbook/formula-values", test_formula_values);
  g_test_add_func ("/workbook/formula-without-value", test_formula_without_value);
  g_test_add_func ("/workbook/number-formats", test_number_formats);
  g_test_add_func ("/workbook/iso-dates", test_iso_dates);
  g_test_add_func ("/workbook/iso-times", test_iso_times);
  g_test_add_func ("/workbook/no-such-string", test_no_such_string);
  g_test_add_func ("/workbook/places-of-controls", test_places_of_controls);
  g_test_add_func ("/workbook/kinds-and-styles", test_kinds_and_styles);
  g_test_add_func ("/workbook/bold-runs", test_bold_runs);
  g_test_add_func ("/workbook/runs-behind-escapes", test_runs_behind_escapes);
  g_test_add_func ("/workbook/runs-among-escapes", test_runs_among_escapes);
  g_test_add_func ("/workbook/merges", test_merges);
  g_test_add_func ("/workbook/hidden", test_hidden);
  g_test_add_func ("/workbook/no-places", test_no_places);
  g_test_add_func ("/workbook/damaged", test_damaged);
  g_test_add_func ("/workbook/document-type", test_document_type);
  g_test_add_func ("/workbook/bomb", test_bomb);
  g_test_add_func ("/workbook/sheet-by-name", test_sheet_by_name);
  g_test_add_func ("/workbook/no-package", test_no_package);
  g_test_add_func ("/workbook/file-kinds", test_file_kinds);
  g_test_add_func ("/workbook/rows-without-hidden", test_rows_without_hidden);
  g_test_add_func ("/workbook/rows-with-hidden", test_rows_with_hidden);
  g_test_add_func ("/workbook/parts-by-other-names", test_parts_by_other_names);
  g_test_add_func ("/workbook/sheet-missing", test_sheet_missing);
  g_test_add_func ("/workbook/relations-damaged", test_relations_damaged);
  g_test_add_func ("/workbook/date-system", test_date_system);
  g_test_add_func ("/workbook/rows-with-unsorted-hidden", test_rows_with_unsorted_hidden);
  g_test_add_func ("/workbook/rows-with-stray-cell", test_rows_with_stray_cell);
  g_test_add_func ("/workbook/rows-with-merges", test_rows_with_merges);
  g_test_add_func ("/workbook/rows-know-kinds", test_rows_know_kinds);
  g_test_add_func ("/workbook/rows-trim-but-keep-levels", test_rows_trim_but_keep_levels);
  g_test_add_func ("/workbook/rows-name-faults", test_rows_name_faults);
  return g_test_run ();
}
