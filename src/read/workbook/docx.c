#include "read/workbook/docx.h"

#include "base/intl.h"
#include "base/utf8.h"
#include "read/workbook/data.h"

#include <string.h>

enum {
  MOST_ABOVE = 8,       /* lines above a table that may belong to it */
  MOST_BELOW = 12,      /* and below */
  MOST_CHARACTERS = 80, /* of such a line; a longer one is text of the document */
  MOST_COLUMNS = 256    /* Word takes 63 */
};

/* A cell that goes on below, column by column of the grid. */
typedef struct {
  int row, last_col; /* where it began, 0: no such cell; how far it goes across */
} Open;

typedef struct {
  TzWorkbook *workbook;
  int wanted;          /* number of the table; 0: all */
  int n_tables;        /* begun so far, outermost ones */
  TzWorksheet *sheet;  /* of the table being read, or the last one; NULL: none, or it is not wanted */
  GPtrArray *above;    /* lines since the last table, of char * */
  int n_below;         /* lines behind it that were taken */
  gboolean below_ends; /* no further line is taken */
  int depth;           /* tables within tables */
  int skipped;         /* depth in what is not part of the text */
  int row, col;        /* where reading is; col is the cell's first */
  int across;          /* columns of the cell */
  gboolean continues;  /* it goes on from the row above */
  gboolean begins;     /* it may go on below */
  gboolean in_cell_properties, in_row_properties;
  GArray *open; /* of Open, by column */
  GString *text;
  GArray *runs;     /* of TzBoldRun */
  int n_paragraphs; /* of the cell */
  gboolean in_text, bold, in_run;
} Docx;

/* ── lines around a table ────────────────────────────────────────────────── */

static void add_cell (Docx *d, int row, int col, const char *text)
{
  TzWorksheetCell cell = { .row = row, .col = col, .kind = TZ_WORKSHEET_TEXT };
  gsize n = strlen (text);
  char *room = tz_texts_begin (d->workbook->texts, n + 1);
  memcpy (room, text, n + 1);
  cell.text = tz_texts_end (d->workbook->texts, n);
  g_array_append_val (d->sheet->cells, cell);
  d->sheet->n_rows = MAX (d->sheet->n_rows, row);
  d->sheet->n_cols = MAX (d->sheet->n_cols, col);
}

/* 注：, 填表人：… and the like. */
static gboolean is_below_line (const char *text)
{
  static const char *const words[] = { "注",   "备注", "说明",   "填表", "填报",  "制表",
                                       "审核", "审批", "负责人", "联系", "经办",  "单位负责",
                                       "*",    "＊",   "※",      "Note", "Source" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  return FALSE;
}

static void take_below (Docx *d, const char *text)
{
  gboolean numbered = d->n_below > 0 && g_ascii_isdigit (*text); /* 1.… 2.… under 注： */
  if (!d->sheet || d->below_ends || d->n_below >= MOST_BELOW)
    return;
  if (!is_below_line (text) && !numbered) {
    d->below_ends = TRUE;
    return;
  }
  add_cell (d, d->sheet->n_rows + 1, 1, text);
  d->n_below++;
}

/* A paragraph outside of tables. */
static void end_line (Docx *d)
{
  const char *end = tz_utf8_drop_blanks (d->text->str, d->text->str + d->text->len);
  const char *start = tz_utf8_skip_blanks (d->text->str, end);
  g_autofree char *line = g_strndup (start, (gsize)(end - start));
  if (*line == '\0')
    return;
  guint before = d->sheet ? d->sheet->cells->len : 0;
  take_below (d, line);
  if (d->sheet && d->sheet->cells->len > before)
    return;
  if (g_utf8_strlen (line, -1) > MOST_CHARACTERS || g_str_has_suffix (line, "。")) {
    g_ptr_array_set_size (d->above, 0);
    return;
  }
  if (d->above->len == MOST_ABOVE)
    g_ptr_array_remove_index (d->above, 0);
  g_ptr_array_add (d->above, g_steal_pointer (&line));
}

/* ── tables ──────────────────────────────────────────────────────────────── */

static void start_table (Docx *d)
{
  if (d->depth++ > 0)
    return;
  d->n_tables++;
  d->sheet = NULL;
  d->row = 0;
  g_array_set_size (d->open, 0);
  if (d->wanted == 0 || d->wanted == d->n_tables) {
    char name[16];
    g_snprintf (name, sizeof name, "%d", d->n_tables);
    d->sheet = tz_worksheet_new (d->workbook, name);
    d->sheet->numbered = TRUE;
    g_ptr_array_add (d->workbook->sheets, d->sheet);
    for (guint i = 0; i < d->above->len; i++)
      add_cell (d, ++d->row, 1, d->above->pdata[i]);
  }
  g_ptr_array_set_size (d->above, 0);
  d->n_below = 0;
  d->below_ends = FALSE;
}

static Open *open_at (Docx *d, int col)
{
  if ((int)d->open->len <= col)
    g_array_set_size (d->open, (guint)col + 1);
  return &g_array_index (d->open, Open, col);
}

/* The cell that began at COL and went on below is merged as far as ROW. */
static void close_cell (Docx *d, int col, int row)
{
  Open *open = open_at (d, col);
  if (open->row > 0 && d->sheet && (row > open->row || open->last_col > col)) {
    TzWorksheetMerge merge = { open->row, col, row, open->last_col };
    g_array_append_val (d->sheet->merges, merge);
  }
  open->row = 0;
}

static void end_cell (Docx *d)
{
  gboolean begun = d->continues && open_at (d, d->col)->row > 0;
  int last = MIN (d->col + d->across - 1, MOST_COLUMNS);
  if (!begun) {
    close_cell (d, d->col, d->row - 1);
    *open_at (d, d->col) = (Open){ d->row, last };
    if (!d->begins)
      close_cell (d, d->col, d->row);
  }
  if (d->sheet && d->text->len > 0 && !begun) {
    const char *end = tz_utf8_drop_blanks (d->text->str, d->text->str + d->text->len);
    g_string_truncate (d->text, (gsize)(end - d->text->str));
    for (guint i = 0; i < d->runs->len; i++) {
      TzBoldRun bold = g_array_index (d->runs, TzBoldRun, i);
      TzWorksheetRun run = { d->sheet->cells->len, bold.start, MIN (bold.end, (guint)d->text->len) };
      if (run.start < run.end && d->text->len > 0)
        g_array_append_val (d->sheet->runs, run);
    }
    if (d->text->len > 0)
      add_cell (d, d->row, d->col, d->text->str);
  }
  d->col = last + 1;
}

static void start_cell (Docx *d)
{
  d->across = 1;
  d->continues = d->begins = FALSE;
  d->n_paragraphs = 0;
  g_string_truncate (d->text, 0);
  g_array_set_size (d->runs, 0);
}

static void end_table (Docx *d)
{
  if (--d->depth > 0)
    return;
  for (int col = 1; col < (int)d->open->len; col++)
    close_cell (d, col, d->row);
  g_string_truncate (d->text, 0);
}

/* Cells of a row that end before the row above did close what went on there. */
static void end_row (Docx *d)
{
  for (int col = d->col; col < (int)d->open->len; col++)
    close_cell (d, col, d->row - 1);
}

/* ── elements ────────────────────────────────────────────────────────────── */

/* What is no text of the document as it stands: struck out, the older form of a drawing, notes of fields. */
static gboolean is_skipped (const char *name)
{
  static const char *const names[] = { "del",       "moveFrom",  "Fallback", "txbxContent",
                                       "pPrChange", "rPrChange", NULL };
  return g_strv_contains (names, name);
}

static void start_cell_property (Docx *d, const char *name, const char *const *attributes)
{
  const char *value = tz_xml_attribute (attributes, "val");
  if (g_str_equal (name, "gridSpan")) {
    d->across = MAX (1, tz_xml_count (attributes, "val", MOST_COLUMNS, 1));
  } else if (g_str_equal (name, "vMerge")) {
    d->begins = value && g_str_equal (value, "restart");
    d->continues = !d->begins;
  }
}

static void start_paragraph (Docx *d)
{
  if (d->depth == 0)
    g_string_truncate (d->text, 0);
  else if (d->n_paragraphs++ > 0)
    g_string_append_c (d->text, '\n');
}

static void start_in_run (Docx *d, const char *name, const char *const *attributes)
{
  if (g_str_equal (name, "b"))
    d->bold = tz_xml_flag (attributes, "val", TRUE);
  else if (g_str_equal (name, "t"))
    d->in_text = TRUE;
  else if (g_str_equal (name, "tab"))
    g_string_append_c (d->text, ' ');
  else if (g_str_equal (name, "br") || g_str_equal (name, "cr"))
    g_string_append_c (d->text, '\n');
  else if (g_str_equal (name, "noBreakHyphen"))
    g_string_append_c (d->text, '-');
}

static void start_in_table (Docx *d, const char *name, const char *const *attributes)
{
  if (g_str_equal (name, "tr")) {
    d->row++;
    d->col = 1;
  } else if (g_str_equal (name, "trPr")) {
    d->in_row_properties = TRUE;
  } else if (g_str_equal (name, "gridBefore") && d->in_row_properties) {
    d->col += tz_xml_count (attributes, "val", MOST_COLUMNS, 0);
  } else if (g_str_equal (name, "tc")) {
    start_cell (d);
  } else if (g_str_equal (name, "tcPr")) {
    d->in_cell_properties = TRUE;
  } else if (d->in_cell_properties) {
    start_cell_property (d, name, attributes);
  }
}

static void start (gpointer self, const char *name, const char *const *attributes)
{
  Docx *d = self;
  if (d->skipped > 0 || is_skipped (name)) {
    d->skipped++;
  } else if (g_str_equal (name, "tbl")) {
    start_table (d);
  } else if (g_str_equal (name, "p")) {
    start_paragraph (d);
  } else if (g_str_equal (name, "r")) {
    d->in_run = TRUE;
    d->bold = FALSE;
  } else if (d->in_run) {
    start_in_run (d, name, attributes);
  } else if (d->depth == 1) {
    start_in_table (d, name, attributes);
  }
}

static void end_in_table (Docx *d, const char *name)
{
  if (g_str_equal (name, "tc") && d->col <= MOST_COLUMNS)
    end_cell (d);
  else if (g_str_equal (name, "tr"))
    end_row (d);
  else if (g_str_equal (name, "tcPr"))
    d->in_cell_properties = FALSE;
  else if (g_str_equal (name, "trPr"))
    d->in_row_properties = FALSE;
}

static void end (gpointer self, const char *name)
{
  Docx *d = self;
  if (d->skipped > 0)
    d->skipped--;
  else if (g_str_equal (name, "tbl"))
    end_table (d);
  else if (g_str_equal (name, "t"))
    d->in_text = FALSE;
  else if (g_str_equal (name, "r"))
    d->in_run = d->bold = FALSE;
  else if (g_str_equal (name, "p") && d->depth == 0)
    end_line (d);
  else if (d->depth == 1)
    end_in_table (d, name);
}

static void text (gpointer self, const char *piece, int n)
{
  Docx *d = self;
  if (!d->in_text || d->skipped > 0)
    return;
  guint from = (guint)d->text->len;
  g_string_append_len (d->text, piece, n);
  if (d->bold && d->depth > 0) {
    TzBoldRun run = { from, (guint)d->text->len };
    g_array_append_val (d->runs, run);
  }
}

/* ── the whole ───────────────────────────────────────────────────────────── */

/* A table is as wide as its merged cells, even where these are empty. */
static void set_width (TzWorksheet *sheet)
{
  for (guint i = 0; i < sheet->merges->len; i++) {
    const TzWorksheetMerge *merge = &g_array_index (sheet->merges, TzWorksheetMerge, i);
    sheet->n_cols = MAX (sheet->n_cols, merge->last_col);
  }
}

static void finish_sheet (TzWorksheet *sheet)
{
  set_width (sheet);
  tz_worksheet_sort_merges (sheet);
}

static void report_no_table (const TzWorkbook *workbook, int n, TzDiag *diag)
{
  TzPlace place = tz_place_file (workbook->shown);
  if (n == 0)
    tz_diag_add (diag, TZ_ERROR, &place, "no-table",
                 _ ("the document has no table; a ledger is made from a table: give the file that has it"));
  else
    tz_diag_add (diag, TZ_ERROR, &place, "no-table",
                 ngettext ("the document has only %d table; write its number behind the file: %s#1",
                           "the document has only %d tables; write the number of one behind the file: %s#1",
                           (gulong)n),
                 n, workbook->shown);
}

TzWorkbook *tz_docx_read (const GByteArray *bytes, const char *shown, int number, TzDiag *diag)
{
  static const TzXmlHandler handler = { start, end, text };
  TzPackage *package = tz_package_open (bytes, shown, diag);
  if (!package)
    return NULL;
  Docx d = { .workbook = tz_workbook_new (shown),
             .wanted = number,
             .above = g_ptr_array_new_with_free_func (g_free),
             .open = g_array_new (FALSE, TRUE, sizeof (Open)),
             .runs = g_array_new (FALSE, FALSE, sizeof (TzBoldRun)),
             .text = g_string_new (NULL) };
  tz_styles_default (d.workbook);
  g_autofree char *document = tz_package_document (package);
  gboolean done =
      tz_package_read (package, document ? document : "word/document.xml", &handler, &d, NULL, diag);
  for (guint i = 0; i < d.workbook->sheets->len; i++)
    finish_sheet (d.workbook->sheets->pdata[i]);
  if (done && d.workbook->sheets->len == 0)
    report_no_table (d.workbook, d.n_tables, diag);
  if (!done || d.workbook->sheets->len == 0)
    g_clear_pointer (&d.workbook, tz_workbook_free);
  if (d.workbook)
    tz_texts_settle (d.workbook->texts);
  g_ptr_array_unref (d.above);
  g_array_unref (d.open);
  g_array_unref (d.runs);
  g_string_free (d.text, TRUE);
  tz_package_free (package);
  return d.workbook;
}
