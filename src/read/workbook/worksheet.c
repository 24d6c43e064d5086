/* The cells of a worksheet (ECMA-376 part 1, 18.3), read from above in one go. */
#include "read/workbook/data.h"

#include "base/intl.h"
#include "read/workbook/calendar.h"

#include <math.h>
#include <string.h>

typedef struct {
  TzWorkbook *workbook;
  TzWorksheet *sheet;
  TzDiag *diag;
  int row, col; /* where reading is */
  TzWorksheetCell cell;
  char type;          /* of the cell: s shared, i inline, t text of a formula, b, e, n */
  gboolean in_data;   /* within <sheetData>: places of controls are told in rows and columns, too */
  gboolean in_value;  /* within <v> */
  gboolean in_string; /* within <is> */
  gboolean in_cell;
  gboolean no_value; /* a formula, and no <v> yet */
  GString *value;
  TzRichText rich;
  gsize n_bytes;   /* of all texts so far */
  gboolean failed; /* a finding says why; ends the reading */
} Reader;

/* ── places ──────────────────────────────────────────────────────────────── */

/* "BC12" at P; FALSE for anything else. Stops behind it. */
static gboolean read_reference (const char **p, int *row, int *col)
{
  int c = 0, r = 0;
  const char *q = *p;
  if (*q == '$')
    q++;
  for (; g_ascii_isalpha (*q) && c <= TZ_WORKSHEET_MAX_COLUMNS; q++)
    c = c * 26 + g_ascii_toupper (*q) - 'A' + 1;
  if (*q == '$')
    q++;
  for (; g_ascii_isdigit (*q) && r <= TZ_WORKSHEET_MAX_ROWS; q++)
    r = r * 10 + *q - '0';
  if (c < 1 || c > TZ_WORKSHEET_MAX_COLUMNS || r < 1 || r > TZ_WORKSHEET_MAX_ROWS)
    return FALSE;
  *p = q;
  *row = r;
  *col = c;
  return TRUE;
}

static void fail (Reader *reader, const char *code, const char *message)
{
  if (!reader->failed) {
    TzPlace place = tz_place_file (reader->sheet->file);
    place.line = place.row = reader->row;
    place.column = place.col = reader->col;
    tz_diag_add (reader->diag, TZ_ERROR, &place, code, "%s", message);
  }
  reader->failed = TRUE;
}

static void fail_damaged (Reader *reader)
{
  fail (reader, "workbook-damaged",
        _ ("the workbook is damaged here; open it in Excel or WPS, save it under another name, and give that"));
}

/* ── cells ───────────────────────────────────────────────────────────────── */

static char cell_type (const char *const *attributes)
{
  static const struct {
    const char *name;
    char type;
  } types[] = { { "s", 's' }, { "inlineStr", 'i' }, { "str", 't' }, { "b", 'b' },
                { "e", 'e' }, { "n", 'n' },         { "d", 'd' } };
  const char *type = tz_xml_attribute (attributes, "t");
  for (guint i = 0; type && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i].name))
      return types[i].type;
  return 'n';
}

static void start_cell (Reader *reader, const char *const *attributes)
{
  const char *reference = tz_xml_attribute (attributes, "r");
  int row = reader->row, col = reader->col + 1;
  if (reference && (!read_reference (&reference, &row, &col) || *reference != '\0' || row != reader->row))
    fail_damaged (reader);
  if (col <= reader->col || col > TZ_WORKSHEET_MAX_COLUMNS)
    fail_damaged (reader);
  reader->col = col;
  reader->cell = (TzWorksheetCell){ .row = row, .col = col };
  int style = tz_xml_count (attributes, "s", G_MAXUINT16, 0);
  reader->cell.style = style < (int)reader->workbook->styles->len ? (guint16)style : 0;
  reader->type = cell_type (attributes);
  reader->in_cell = TRUE;
  reader->no_value = FALSE;
  g_string_truncate (reader->value, 0);
  tz_rich_begin (&reader->rich);
}

static const char *keep (Reader *reader, const char *text, gsize n)
{
  char *room = tz_texts_begin (reader->workbook->texts, n + 1);
  memcpy (room, text, n);
  room[n] = '\0';
  return tz_texts_end (reader->workbook->texts, n);
}

static gboolean read_number (Reader *reader)
{
  TzWorksheetCell *cell = &reader->cell;
  char *end;
  cell->value = g_ascii_strtod (reader->value->str, &end);
  return end != reader->value->str && *end == '\0' && isfinite (cell->value);
}

/* The number that the cell holds, by its format. */
static void show_number (Reader *reader)
{
  TzWorksheetCell *cell = &reader->cell;
  const TzNumberFormat *format = tz_style_format (reader->workbook, cell->style);
  g_string_truncate (reader->value, 0);
  tz_number_format_number (format, cell->value, reader->workbook->date_1904, reader->value);
  cell->kind = tz_number_format_kind (format) == TZ_FORMAT_DATE ? TZ_WORKSHEET_DATE : TZ_WORKSHEET_NUMBER;
  cell->text = keep (reader, reader->value->str, reader->value->len);
}

static void set_number (Reader *reader)
{
  if (read_number (reader))
    show_number (reader);
  else
    fail_damaged (reader);
}

/* A text by its format: @ may stand among other characters. */
static void set_text (Reader *reader, const char *text)
{
  const char *code = tz_workbook_style (reader->workbook, reader->cell.style)->code;
  reader->cell.text = text;
  if (strchr (code, '@') == NULL || g_str_equal (code, "@"))
    return;
  const TzNumberFormat *format = tz_style_format (reader->workbook, reader->cell.style);
  if (tz_number_format_kind (format) == TZ_FORMAT_GENERAL)
    return;
  g_autoptr (GString) shown = g_string_new (NULL);
  tz_number_format_text (format, text, shown);
  if (!g_str_equal (shown->str, text))
    reader->cell.text = keep (reader, shown->str, shown->len);
}

static void add_runs (Reader *reader, const TzBoldRun *runs, guint n)
{
  for (guint i = 0; i < n; i++) {
    TzWorksheetRun run = { .cell = reader->sheet->cells->len, .start = runs[i].start, .end = runs[i].end };
    g_array_append_val (reader->sheet->runs, run);
  }
}

static void set_shared (Reader *reader)
{
  guint64 index;
  if (!g_ascii_string_to_unsigned (reader->value->str, 10, 0, G_MAXUINT, &index, NULL) ||
      index >= reader->workbook->strings->len) {
    fail_damaged (reader);
    return;
  }
  const TzSharedString *string = &g_array_index (reader->workbook->strings, TzSharedString, index);
  set_text (reader, string->text);
  if (reader->cell.text == string->text)
    add_runs (reader, &g_array_index (reader->workbook->runs, TzBoldRun, string->run), string->n_runs);
}

static void set_inline (Reader *reader)
{
  tz_rich_finish (&reader->rich);
  const char *text = keep (reader, reader->rich.text->str, reader->rich.text->len);
  set_text (reader, text);
  if (reader->cell.text == text)
    add_runs (reader, (const TzBoldRun *)(void *)reader->rich.runs->data, reader->rich.runs->len);
}

static void set_formula_text (Reader *reader)
{
  TzRichText *rich = &reader->rich;
  tz_rich_begin (rich);
  g_string_append_len (rich->text, reader->value->str, (gssize)reader->value->len);
  tz_rich_finish (rich);
  set_text (reader, keep (reader, rich->text->str, rich->text->len));
}

/* A moment that is written as 2021-06-30T08:00:00; one that is written in another way stays as it is. */
static void set_moment (Reader *reader)
{
  if (tz_serial_from_iso (reader->value->str, reader->workbook->date_1904, &reader->cell.value))
    show_number (reader);
  else
    set_formula_text (reader);
}

static void set_boolean (Reader *reader)
{
  reader->cell.kind = TZ_WORKSHEET_BOOLEAN;
  reader->cell.value = reader->value->str[0] == '1' || reader->value->str[0] == 't';
  reader->cell.text = reader->cell.value != 0 ? "TRUE" : "FALSE";
}

static void set_value (Reader *reader)
{
  switch (reader->type) {
  case 's':
    set_shared (reader);
    break;
  case 'b':
    set_boolean (reader);
    break;
  case 'e':
    reader->cell.kind = TZ_WORKSHEET_ERROR;
    reader->cell.text = keep (reader, reader->value->str, reader->value->len);
    break;
  case 'n':
    set_number (reader);
    break;
  case 'd':
    set_moment (reader);
    break;
  default:
    set_formula_text (reader);
    break;
  }
}

/* A shared text takes a few bytes in each cell that shows it: little in the file may be gigabytes on paper. */
static gboolean is_too_much (Reader *reader)
{
  enum { MOST_OF_CELL = 1 << 20, FREE = 16 << 20, MEAN = 1000 }; /* bytes */
  gsize n = strlen (reader->cell.text), n_cells = reader->sheet->cells->len;
  reader->n_bytes += n;
  if (n_cells >= TZ_WORKSHEET_MAX_CELLS)
    fail (reader, "too-many-cells",
          _ ("the sheet has more cells than can be read; delete what does not belong to the table"));
  else if (n > MOST_OF_CELL)
    fail (reader, "too-much-text",
          _ ("this cell holds more text than Excel allows; delete what does not belong to the table"));
  else if (reader->n_bytes > FREE && reader->n_bytes / MEAN > n_cells)
    fail (reader, "too-much-text",
          _ ("the cells down to here hold more text than any table, most of it again and again; delete what "
             "does not belong to the table, or split it into several sheets"));
  return reader->failed;
}

static void end_cell (Reader *reader)
{
  TzWorksheet *sheet = reader->sheet;
  reader->in_cell = FALSE;
  if (reader->type == 'i')
    set_inline (reader);
  else if (reader->value->len > 0)
    set_value (reader);
  else if (reader->no_value) {
    reader->cell.kind = TZ_WORKSHEET_UNKNOWN;
    reader->cell.text = "";
  }
  if (reader->failed || !reader->cell.text)
    return;
  if (*reader->cell.text == '\0' && reader->cell.kind != TZ_WORKSHEET_UNKNOWN)
    return;
  if (is_too_much (reader))
    return;
  tz_style_format (reader->workbook, reader->cell.style);
  g_array_append_val (sheet->cells, reader->cell);
  sheet->n_rows = MAX (sheet->n_rows, reader->cell.row);
  sheet->n_cols = MAX (sheet->n_cols, reader->cell.col);
}

/* ── rows, columns, merges ───────────────────────────────────────────────── */

static void add_range (GArray *ranges, int first, int last)
{
  TzWorksheetRange *before =
      ranges->len > 0 ? &g_array_index (ranges, TzWorksheetRange, ranges->len - 1) : NULL;
  TzWorksheetRange range = { first, last };
  if (before && first <= before->last + 1 && first >= before->first)
    before->last = MAX (before->last, last);
  else
    g_array_append_val (ranges, range);
}

static int compare_ranges (gconstpointer a, gconstpointer b)
{
  const TzWorksheetRange *x = a, *y = b;
  return (x->first > y->first) - (x->first < y->first);
}

/* In order, without overlaps, in whatever order the file gave them. */
static void settle_ranges (GArray *ranges)
{
  guint n = 0;
  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++) {
    TzWorksheetRange range = g_array_index (ranges, TzWorksheetRange, i);
    TzWorksheetRange *before = n > 0 ? &g_array_index (ranges, TzWorksheetRange, n - 1) : NULL;
    if (before && range.first <= before->last + 1)
      before->last = MAX (before->last, range.last);
    else
      g_array_index (ranges, TzWorksheetRange, n++) = range;
  }
  g_array_set_size (ranges, n);
}

static void start_row (Reader *reader, const char *const *attributes)
{
  int row = tz_xml_count (attributes, "r", TZ_WORKSHEET_MAX_ROWS, reader->row + 1);
  if (row <= reader->row)
    fail_damaged (reader);
  reader->row = row;
  reader->col = 0;
  if (tz_xml_flag (attributes, "hidden", FALSE))
    add_range (reader->sheet->hidden_rows, row, row);
}

static void start_columns (Reader *reader, const char *const *attributes)
{
  int first = tz_xml_count (attributes, "min", TZ_WORKSHEET_MAX_COLUMNS, 0);
  int last = tz_xml_count (attributes, "max", TZ_WORKSHEET_MAX_COLUMNS, 0);
  const char *width = tz_xml_attribute (attributes, "width");
  GArray *widths = reader->sheet->widths;
  if (first < 1 || last < first)
    return;
  if (tz_xml_flag (attributes, "hidden", FALSE))
    add_range (reader->sheet->hidden_columns, first, last);
  /* A range to the last column of all says nothing about a table. */
  last = MIN (last, first + 1023);
  if ((int)widths->len <= last)
    g_array_set_size (widths, (guint)last + 1);
  double wide = width ? g_ascii_strtod (width, NULL) : 0;
  for (int col = first; width && col <= last; col++)
    g_array_index (widths, double, col) = CLAMP (wide, 0, 255);
}

static void start_merge (Reader *reader, const char *const *attributes)
{
  enum { MOST = 200000 }; /* merges; what is beyond shows nothing new */
  const char *reference = tz_xml_attribute (attributes, "ref");
  TzWorksheetMerge merge;
  if (!reference || !read_reference (&reference, &merge.row, &merge.col) || *reference++ != ':' ||
      !read_reference (&reference, &merge.last_row, &merge.last_col))
    return;
  if (merge.last_row < merge.row || merge.last_col < merge.col || reader->sheet->merges->len >= MOST)
    return;
  g_array_append_val (reader->sheet->merges, merge);
}

/* ── elements ────────────────────────────────────────────────────────────── */

static void start_in_cell (Reader *reader, const char *name, const char *const *attributes)
{
  if (g_str_equal (name, "v"))
    reader->in_value = TRUE;
  else if (g_str_equal (name, "f"))
    reader->no_value = reader->cell.formula = TRUE;
  else if (g_str_equal (name, "is"))
    reader->in_string = TRUE;
  else if (reader->in_string)
    tz_rich_start (&reader->rich, name, attributes);
}

static void start (gpointer self, const char *name, const char *const *attributes)
{
  Reader *reader = self;
  if (reader->in_cell)
    start_in_cell (reader, name, attributes);
  else if (reader->in_data && g_str_equal (name, "c"))
    start_cell (reader, attributes);
  else if (reader->in_data && g_str_equal (name, "row"))
    start_row (reader, attributes);
  else if (g_str_equal (name, "sheetData"))
    reader->in_data = TRUE;
  else if (g_str_equal (name, "col"))
    start_columns (reader, attributes);
  else if (g_str_equal (name, "mergeCell"))
    start_merge (reader, attributes);
  else if (g_str_equal (name, "autoFilter"))
    reader->sheet->has_filter = TRUE;
  else if (g_str_equal (name, "drawing") || g_str_equal (name, "picture"))
    reader->sheet->n_pictures++;
  else if (g_str_equal (name, "sheetFormatPr")) {
    const char *width = tz_xml_attribute (attributes, "defaultColWidth");
    reader->sheet->usual_width = width ? CLAMP (g_ascii_strtod (width, NULL), 0, 255) : 0;
  }
}

static void end (gpointer self, const char *name)
{
  Reader *reader = self;
  if (g_str_equal (name, "c") && reader->in_cell)
    end_cell (reader);
  else if (g_str_equal (name, "v"))
    reader->in_value = FALSE;
  else if (g_str_equal (name, "sheetData"))
    reader->in_data = FALSE;
  else if (g_str_equal (name, "is"))
    reader->in_string = FALSE;
  else if (reader->in_string)
    tz_rich_end (&reader->rich, name);
}

static void text (gpointer self, const char *piece, int n)
{
  Reader *reader = self;
  if (reader->in_value)
    g_string_append_len (reader->value, piece, n);
  else if (reader->in_string)
    tz_rich_text (&reader->rich, piece, n);
}

gboolean tz_worksheet_read (TzWorkbook *workbook, TzWorksheet *sheet, TzPackage *package, const char *part,
                            TzDiag *diag)
{
  static const TzXmlHandler handler = { start, end, text };
  Reader reader = { .workbook = workbook, .sheet = sheet, .diag = diag, .value = g_string_new (NULL) };
  gboolean done = tz_package_read (package, part, &handler, &reader, &reader.failed, diag) && !reader.failed;
  tz_worksheet_sort_merges (sheet);
  settle_ranges (sheet->hidden_columns);
  g_string_free (reader.value, TRUE);
  tz_rich_clear (&reader.rich);
  return done;
}
