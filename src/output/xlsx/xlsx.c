/* The back end: opens, fills and closes the book.
 *
 *   sheet.c      one worksheet: what stands where; sheet_plan.c: its rows and pages
 *     plan.c       widths and heights as Excel counts them
 *     break.c      where printed pages begin; keep.c: rows beside merged texts
 *     fragment.c   texts that stand on more than one page
 *     cells.c      cells and merges, row by row
 *     page.c       print set-up, panes, footer
 *     fill.c       what is filled in: drop-downs, messages, colours, locks
 *   exhibit.c    tables and charts of official documents; chart.c: Excel's own charts
 *   summary.c    the sheet that counts; summary_*.c: its parts; tally.c: what is counted
 *   identity.c   the hidden sheet by which a workbook is known again
 *   rows.c       packs the rows of a long sheet while they are made
 *   splice.c     puts them into the package; zip.c: what a package is
 *   verify.c     reads the file back that the library wrote
 *
 * All of them use workbook.c (what they share, errors, names of sheets), format.c
 * (looks become cell formats), text.c and value.c (what a cell can hold). */
#include "base/intl.h"
#include "output/backends.h"
#include "output/xlsx/exhibit.h"
#include "output/xlsx/fill.h"
#include "output/xlsx/identity.h"
#include "output/xlsx/rows.h"
#include "output/xlsx/sheet.h"
#include "output/xlsx/splice.h"
#include "output/xlsx/summary.h"
#include "output/xlsx/verify.h"
#include "output/xlsx/workbook.h"

#include <errno.h>
#include <locale.h>

static void set_properties (TzXlsx *xlsx)
{
  const TzDoc *doc = xlsx->layout->doc;
  lxw_doc_properties properties = {
    .title = doc->title,
    .subject = doc->subject,
    .author = doc->author,
    /* libxlsxwriter takes 0 for "now". */
    .created = doc->date != 0 ? (time_t)doc->date : 1,
  };
  tz_xlsx_note (xlsx, workbook_set_properties (xlsx->book, &properties), NULL, 0, 0);
}

static void add_sheet (TzXlsx *xlsx, const TzSized *sized, const GPtrArray *before, const GPtrArray *after)
{
  TzXlsxContent content = {
    .name = sized ? sized->table->sheet_name : NULL, .sized = sized, .before = before, .after = after
  };
  tz_xlsx_add_sheet (xlsx, &content);
}

/* Of an official document: a sheet for each table and chart. Its text is not in the workbook. */
static void add_sheets_of_text (TzXlsx *xlsx)
{
  for (guint i = 0; i < xlsx->layout->tables->len; i++)
    tz_xlsx_add_exhibit (xlsx, g_ptr_array_index (xlsx->layout->tables, i));
}

/* One sheet a table. Paragraphs of the document stand on the sheet of the table
 * that follows them, the last ones on the last sheet, and without any table on a
 * sheet of their own, so that nothing is missing from the workbook. */
static void add_sheets_of_blocks (TzXlsx *xlsx)
{
  const GPtrArray *blocks = xlsx->layout->doc->blocks;
  GPtrArray *before = g_ptr_array_new (), *after = g_ptr_array_new ();
  guint n_tables = xlsx->layout->tables->len, next = 0;
  for (guint i = 0; i < blocks->len && next < n_tables; i++) {
    const TzBlock *block = g_ptr_array_index (blocks, i);
    if (block->kind == TZ_BLOCK_PARA) {
      g_ptr_array_add (before, block->para);
      continue;
    }
    for (guint k = i + 1; next + 1 == n_tables && k < blocks->len; k++)
      g_ptr_array_add (after, ((const TzBlock *)g_ptr_array_index (blocks, k))->para);
    add_sheet (xlsx, tz_layout_sized (xlsx->layout, next++), before, after);
    g_ptr_array_set_size (before, 0);
  }
  for (guint i = 0; n_tables == 0 && i < blocks->len; i++)
    g_ptr_array_add (before, ((const TzBlock *)g_ptr_array_index (blocks, i))->para);
  if (n_tables == 0)
    add_sheet (xlsx, NULL, before, after);
  g_ptr_array_unref (before);
  g_ptr_array_unref (after);
}

static void add_sheets (TzXlsx *xlsx)
{
  if (xlsx->layout->doc->official)
    add_sheets_of_text (xlsx);
  else
    add_sheets_of_blocks (xlsx);
}

/* Closes the book, which writes it; *NUMBER is the errno of a failure. */
static lxw_error close_book (TzXlsx *xlsx, const char *path, int *number)
{
  errno = 0;
  lxw_error code = workbook_close (xlsx->book);
  *number = errno;
  xlsx->book = NULL;
  if (code == LXW_NO_ERROR && !tz_xlsx_verify (path)) {
    *number = ENOSPC;
    code = LXW_ERROR_READING_TMPFILE;
  }
  if (code == LXW_NO_ERROR && xlsx->rows->len > 0 && (*number = tz_xlsx_splice (path, xlsx->rows)) != 0)
    code = LXW_ERROR_ZIP_FILE_OPERATION;
  return code;
}

static gboolean fail_at_cell (const TzXlsx *xlsx, const char *path, GError **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
               _ ("cannot write “%s”: Excel cannot hold cell %s (%s). Split the table, or write it as PDF"),
               path, xlsx->failure_place, lxw_strerror (xlsx->failure));
  return FALSE;
}

/* The font of the Normal style is the measure of all column widths. libxlsxwriter
 * reckons with digits of 7 pixels. Times New Roman at 10.5 pt (五号) has exactly
 * those (half an em of 14 pixels), so that programs that round digits to whole
 * pixels (Excel, WPS) and programs that do not (LibreOffice) see the same widths;
 * with Calibri 11 or Arial 10 the latter make every column 6 % wider and shrink the
 * printed page. It is known, or replaced in equal widths, everywhere. */
static void set_default_font (TzXlsx *xlsx)
{
  lxw_format *normal = STAILQ_FIRST (xlsx->book->formats);
  format_set_font_name (normal, "Times New Roman");
  format_set_font_size (normal, 10.5);
}

static gboolean is_form (const TzXlsx *xlsx)
{
  for (guint i = 0; i < xlsx->n_own; i++)
    if (tz_xlsx_has_fills (((const TzXlsxTable *)g_ptr_array_index (xlsx->tables, i))->plan->sized->grid))
      return TRUE;
  return FALSE;
}

/* From now on sheets are made for the document of LAYOUT, on its paper. */
static void turn_to (TzXlsx *xlsx, const TzLayout *layout)
{
  xlsx->layout = layout;
  xlsx->paper = layout->paper;
}

/* The document's own tables, those of the documents that follow among them. */
static void add_own_sheets (TzXlsx *xlsx)
{
  const TzLayout *own = xlsx->layout;
  add_sheets (xlsx);
  for (guint i = 0; i < own->following->len; i++) {
    turn_to (xlsx, g_ptr_array_index (own->following, i));
    add_sheets (xlsx);
  }
  turn_to (xlsx, own);
  xlsx->n_own = xlsx->tables->len;
}

/* Tables of other documents, each on its own paper; in a form they are locked. */
static void add_further_sheets (TzXlsx *xlsx)
{
  const TzLayout *own = xlsx->layout;
  for (guint i = 0; i < own->sheets->len; i++) {
    guint first = xlsx->tables->len;
    turn_to (xlsx, g_ptr_array_index (own->sheets, i));
    add_sheets (xlsx);
    turn_to (xlsx, own);
    for (guint k = first; k < xlsx->tables->len; k++)
      tz_xlsx_protect (xlsx, ((const TzXlsxTable *)g_ptr_array_index (xlsx->tables, k))->sheet, is_form (xlsx));
  }
}

/* Of each of the document's own tables whose form wants it. */
static void add_summaries (TzXlsx *xlsx)
{
  const TzLayout *own = xlsx->layout;
  for (guint i = 0; i < xlsx->n_own; i++) {
    const TzXlsxTable *table = g_ptr_array_index (xlsx->tables, i);
    turn_to (xlsx, table->layout);
    if (xlsx->layout->doc->excel.summary)
      tz_xlsx_add_summary (xlsx, table);
  }
  turn_to (xlsx, own);
}

/* Everything beside the tables themselves. */
static void add_companions (TzXlsx *xlsx)
{
  const TzExcelSetup *excel = &xlsx->layout->doc->excel;
  add_summaries (xlsx);
  if (excel->instructions)
    tz_xlsx_add_instructions (xlsx, excel->instructions);
  if (!xlsx->layout->doc->official && xlsx->layout->tables->len > 0 && xlsx->tables->len > 0)
    tz_xlsx_add_identity (xlsx);
}

static gboolean fill_and_close (TzXlsx *xlsx, const char *path, GError **error)
{
  set_default_font (xlsx);
  set_properties (xlsx);
  add_own_sheets (xlsx);
  add_further_sheets (xlsx);
  if (xlsx->failure == LXW_NO_ERROR)
    add_companions (xlsx);
  if (xlsx->failure != LXW_NO_ERROR) {
    lxw_workbook_free (xlsx->book);
    return fail_at_cell (xlsx, path, error);
  }
  int number = 0;
  if (close_book (xlsx, path, &number) == LXW_NO_ERROR)
    return TRUE;
  tz_output_set_error (error, path, number);
  return FALSE;
}

/* A long table is written in the library's constant-memory mode, a short one is
 * not: only then are texts shared and charts drawn with their data at once. */
#define LONG_BOOK 50000 /* cells */

static gboolean is_long (const TzLayout *layout)
{
  int n = 0;
  for (guint i = 0; i < layout->tables->len; i++)
    n = MAX (n, tz_grid_n_cells (tz_layout_sized (layout, i)->grid));
  gboolean is = n > LONG_BOOK;
  for (guint i = 0; i < layout->following->len && !is; i++)
    is = is_long (g_ptr_array_index (layout->following, i));
  for (guint i = 0; i < layout->sheets->len && !is; i++)
    is = is_long (g_ptr_array_index (layout->sheets, i));
  return is;
}

/* The library collects the parts of a book in files of its own. Beside PATH there
 * is room and permission if there is any for the book itself; /tmp may lack both. */
static gboolean write_book (const TzLayout *layout, TzFonts *fonts, const char *path, TzDiag *diag,
                            GError **error)
{
  char *folder = g_path_get_dirname (path);
  gboolean constant_memory = is_long (layout);
  lxw_workbook_options options = { .tmpdir = folder,
                                   .constant_memory = constant_memory ? LXW_TRUE : LXW_FALSE };
  TzXlsx xlsx = {
    .layout = layout,
    .paper = layout->paper,
    .pages_wide = 1,
    .fonts = fonts,
    .diag = diag,
    .constant_memory = constant_memory,
    .folder = folder,
    .book = workbook_new_opt (path, &options),
  };
  gboolean ok = FALSE;
  if (xlsx.book) {
    xlsx.formats = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    xlsx.names = g_ptr_array_new_with_free_func (g_free);
    xlsx.rows = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_xlsx_rows_free);
    xlsx.tables = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_xlsx_table_free);
    ok = fill_and_close (&xlsx, path, error);
    g_hash_table_unref (xlsx.formats);
    g_ptr_array_unref (xlsx.names);
    g_ptr_array_unref (xlsx.rows);
    g_ptr_array_unref (xlsx.tables);
    g_free (xlsx.lists_name);
    g_free (xlsx.failure_place);
  } else {
    tz_output_set_error (error, path, ENOMEM);
  }
  g_free (folder);
  return ok;
}

/* The library prints numbers with printf, whose decimal sign follows the locale. It
 * also calls gmtime and rand, which threads share: one book at a time. */
static gboolean write_xlsx (const TzLayout *layout, TzFonts *fonts, const char *path, G_GNUC_UNUSED int page,
                            TzDiag *diag, GError **error)
{
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t)0)));
  locale_t before = plain ? uselocale (plain) : (locale_t)0;
  static GMutex one_at_a_time;
  g_mutex_lock (&one_at_a_time);
  gboolean ok = write_book (layout, fonts, path, diag, error);
  g_mutex_unlock (&one_at_a_time);
  if (plain) {
    uselocale (before);
    freelocale (plain);
  }
  return ok;
}

const TzBackend tz_backend_xlsx = {
  .name = "xlsx", .extension = "xlsx", .write = write_xlsx, .usual = TRUE, .tables = TRUE
};
