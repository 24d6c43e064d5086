#include "read/source.h"

#include "base/intl.h"
#include "read/csv.h"
#include "read/encoding.h"
#include "read/file.h"
#include "read/workbook/convert.h"
#include "read/workbook/docx.h"
#include "read/workbook/kind.h"
#include "read/workbook/rows.h"

#include <string.h>

typedef struct {
  const char *shown, *sheet; /* SHEET may be NULL */
  const TzSourceOptions *options;
  TzDiag *diag;
} Source;

char *tz_source_path (const char *path, char **sheet)
{
  const char *mark = strrchr (path, '#');
  *sheet = NULL;
  if (!mark || mark == path || mark[1] == '\0' || g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup (path);
  *sheet = g_strdup (mark + 1);
  return g_strndup (path, (gsize)(mark - path));
}

static void report (const Source *source, const char *code, const char *message)
{
  TzPlace place = tz_place_file (source->shown);
  tz_diag_add (source->diag, TZ_ERROR, &place, code, "%s", message);
}

static GPtrArray *list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)tz_rows_unref);
}

/* NULL is left out: a finding says why. */
static GPtrArray *list_of (TzRows *take_rows)
{
  if (!take_rows)
    return NULL;
  GPtrArray *list = list_new ();
  g_ptr_array_add (list, take_rows);
  return list;
}

static GPtrArray *read_csv (const Source *source, const GByteArray *bytes)
{
  gsize length;
  const char *encoding = source->options ? source->options->encoding : NULL;
  char *text =
      tz_text_decode ((const char *)bytes->data, bytes->len, source->shown, encoding, source->diag, &length);
  if (!text)
    return NULL;
  if (source->sheet)
    report (source, "no-such-sheet", _ ("a CSV file has no sheets; leave # and what follows out"));
  TzRows *rows = source->sheet ? NULL : tz_csv_rows (text, length, source->shown, 0, source->diag);
  g_free (text);
  return list_of (rows);
}

/* Takes WORKBOOK (may be NULL). */
static GPtrArray *rows_of_sheets (const Source *source, TzWorkbook *workbook)
{
  if (!workbook)
    return NULL;
  GPtrArray *list = list_new ();
  gboolean keep = source->options && source->options->keep_hidden, good = TRUE;
  for (int i = 0; i < tz_workbook_n_sheets (workbook) && good; i++) {
    TzRows *rows = tz_worksheet_rows (workbook, tz_workbook_sheet (workbook, i), keep, source->diag);
    good = rows != NULL;
    if (rows)
      g_ptr_array_add (list, rows);
  }
  tz_workbook_free (workbook);
  if (!good)
    g_clear_pointer (&list, g_ptr_array_unref);
  return list;
}

static GPtrArray *read_converted (const Source *source, const GByteArray *bytes, const char *extension)
{
  GByteArray *made = tz_convert_to_xlsx (bytes, extension, source->shown, source->diag);
  if (!made)
    return NULL;
  GPtrArray *list =
      rows_of_sheets (source, tz_workbook_read (made, source->shown, source->sheet, source->diag));
  g_byte_array_unref (made);
  return list;
}

static GPtrArray *read_document (const Source *source, const GByteArray *bytes)
{
  gint64 number = 0;
  if (source->sheet && !g_ascii_string_to_signed (source->sheet, 10, 1, 100000, &number, NULL)) {
    report (source, "no-such-sheet", _ ("tables of a Word document have numbers; write #1 for the first"));
    return NULL;
  }
  return rows_of_sheets (source, tz_docx_read (bytes, source->shown, (int)number, source->diag));
}

/* What to do with a file that holds no cells. */
static const char *refusal (TzFileKind kind)
{
  switch (kind) {
  case TZ_FILE_DOC:
    return N_ (
        "this is a Word document of the old kind; open it in Word or WPS, save it as .docx, and give that");
  case TZ_FILE_PDF:
    return N_ ("this is a PDF, in which a table is only a picture of one; give the workbook or CSV that it was "
               "made from");
  case TZ_FILE_HTML:
    return N_ (
        "this is a web page, whatever its name says; open it in Excel or WPS, save it as .xlsx, and give that");
  case TZ_FILE_XML_2003:
    return N_ ("this is an XML table of Excel 2003; open it in Excel or WPS, save it as .xlsx, and give that");
  default:
    return N_ ("this is no table: neither a workbook, nor a CSV, nor a Word document; give the file that holds "
               "the table");
  }
}

/* Whether the name says workbook or Word document. */
static gboolean is_named_so (const Source *source)
{
  static const char *const names[] = { ".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods", ".docx", ".doc" };
  gboolean named = FALSE;
  g_autofree char *name = g_ascii_strdown (source->shown, -1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    named |= g_str_has_suffix (name, names[i]);
  return named;
}

/* Whether the bytes are those of no text: of a file that is named like a document and is none. */
static gboolean is_binary (const GByteArray *bytes)
{
  gboolean utf16 =
      bytes->len >= 2 && (memcmp (bytes->data, "\xFF\xFE", 2) == 0 || memcmp (bytes->data, "\xFE\xFF", 2) == 0);
  return !utf16 && memchr (bytes->data, '\0', bytes->len) != NULL;
}

/* A CSV that was renamed is read; Excel and WPS would refuse it or warn. */
static void note_renamed (const Source *source)
{
  TzPlace place = tz_place_file (source->shown);
  tz_diag_add (source->diag, TZ_NOTE, &place, "renamed-csv",
               _ ("this is a CSV that was given the name of a workbook; it was read as the CSV that it is"));
}

static gboolean is_mark_of_open_file (const Source *source)
{
  g_autofree char *name = g_path_get_basename (source->shown);
  return g_str_has_prefix (name, "~$");
}

static GPtrArray *read_text (const Source *source, const GByteArray *bytes)
{
  if (is_mark_of_open_file (source))
    report (source, "not-a-table",
            _ ("this is the mark that Excel, WPS or Word keeps beside a file while it is open; give the file "
               "itself"));
  else if (is_named_so (source) && is_binary (bytes))
    report (source, "not-a-table",
            _ ("this is no workbook and no Word document, whatever its name says, or it is damaged from its "
               "beginning; "
               "open it in Excel or WPS, save it as .xlsx, and give that"));
  else {
    if (is_named_so (source))
      note_renamed (source);
    return read_csv (source, bytes);
  }
  return NULL;
}

static GPtrArray *read_bytes (const Source *source, const GByteArray *bytes)
{
  TzFileKind kind = tz_file_kind (bytes->data, bytes->len);
  switch (kind) {
  case TZ_FILE_TEXT:
    return read_text (source, bytes);
  case TZ_FILE_XLSX:
    return rows_of_sheets (source, tz_workbook_read (bytes, source->shown, source->sheet, source->diag));
  case TZ_FILE_XLS:
    return read_converted (source, bytes, "xls");
  case TZ_FILE_XLSB:
    return read_converted (source, bytes, "xlsb");
  case TZ_FILE_ODS:
    return read_converted (source, bytes, "ods");
  case TZ_FILE_DOCX:
    return read_document (source, bytes);
  case TZ_FILE_PROTECTED:
    report (
        source, "protected",
        _ ("the file asks for a password; open it in Excel or WPS, save a copy without one, and give that"));
    return NULL;
  default:
    report (source, "not-a-table", gettext (refusal (kind)));
    return NULL;
  }
}

GPtrArray *tz_source_load (const char *path, const char *shown, const TzSourceOptions *options, TzDiag *diag)
{
  g_autofree char *sheet = NULL, *sheet_shown = NULL;
  g_autofree char *file = tz_source_path (path, &sheet), *file_shown = tz_source_path (shown, &sheet_shown);
  Source source = { .shown = sheet ? file_shown : shown, .sheet = sheet, .options = options, .diag = diag };
  GByteArray *bytes = tz_file_load (file, source.shown, diag);
  if (!bytes)
    return NULL;
  GPtrArray *list = read_bytes (&source, bytes);
  g_byte_array_unref (bytes);
  return list;
}
