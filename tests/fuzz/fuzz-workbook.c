/* Any bytes as a workbook or Word document, and any XML in the parts of one: what is read lies within Excel's
 * limits, rows are rectangular, and where nothing is read a finding says why. The first byte chooses the part:
 * z the whole package, w a worksheet, s its styles, t its texts, d a Word document. */
#include "help/package.h"
#include "model/sheet_rows.h"
#include "read/workbook/docx.h"
#include "read/workbook/kind.h"
#include "read/workbook/rows.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char cells[] =
    "<sheetData><row r='1'><c r='A1' s='1'><v>44377.5</v></c><c r='B1' t='s'><v>0</v></c></row>"
    "<row r='3'><c r='A3' t='inlineStr'><is><t>甲</t></is></c></row></sheetData>"
    "<mergeCells><mergeCell ref='A1:A3'/></mergeCells>";

static void check_rows (const TzRows *rows)
{
  int last = 0;
  for (int i = 0; i < tz_rows_n (rows); i++) {
    const TzRow *row = tz_rows_get (rows, i);
    g_assert_cmpint (row->n_fields, ==, tz_rows_n_columns (rows));
    g_assert_cmpint (row->row, >, last);
    last = row->row;
    for (int c = 0; c < row->n_fields; c++)
      g_assert_true (g_utf8_validate (row->fields[c].text, -1, NULL));
  }
}

/* Sheets that are read are looked into as the program does it. */
static void check_sheet (const TzWorkbook *workbook, const TzWorksheet *sheet, TzDiag *diag)
{
  TzRows *rows = tz_worksheet_rows (workbook, sheet, FALSE, diag);
  if (!rows)
    return;
  check_rows (rows);
  if (tz_rows_n (rows) > 0 && tz_rows_get (rows, tz_rows_n (rows) - 1)->row < 10000) {
    TzSheetRows lent = tz_sheet_rows (rows);
    tz_sheet_free (tz_sheet_recognise (&lent, NULL));
  }
  tz_rows_unref (rows);
}

static void check (TzWorkbook *workbook, TzDiag *diag)
{
  g_assert_true ((workbook == NULL) == (tz_diag_n_errors (diag) > 0));
  for (int i = 0; workbook && i < tz_workbook_n_sheets (workbook); i++)
    check_sheet (workbook, tz_workbook_sheet (workbook, i), diag);
  tz_workbook_free (workbook);
}

static GByteArray *package_for (char part, const char *text)
{
  switch (part) {
  case 'w':
    return package_workbook (text, "<cellXfs><xf numFmtId='0'/><xf numFmtId='31'/></cellXfs>",
                             "<si><t>乙</t></si>");
  case 's':
    return package_workbook (cells, text, "<si><t>乙</t></si>");
  case 't':
    return package_workbook (cells, "", text);
  default:
    return package_of ("word/document.xml", text, NULL);
  }
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size == 0)
    return 0;
  TzDiag *diag = tz_diag_new ();
  tz_file_kind (data + 1, size - 1);
  if (*data == 'z') {
    GByteArray *bytes = g_byte_array_new ();
    g_byte_array_append (bytes, data + 1, (guint)size - 1);
    check (tz_workbook_read (bytes, "fuzz.xlsx", NULL, diag), diag);
    g_byte_array_unref (bytes);
  } else {
    g_autofree char *text = g_strndup ((const char *)data + 1, size - 1);
    GByteArray *bytes = package_for ((char)*data, text);
    check (*data == 'w' || *data == 's' || *data == 't' ? tz_workbook_read (bytes, "fuzz.xlsx", NULL, diag)
                                                        : tz_docx_read (bytes, "fuzz.docx", 0, diag),
           diag);
    g_byte_array_unref (bytes);
  }
  tz_diag_free (diag);
  return 0;
}
