#include "read/rows.h"

#include "base/intl.h"

#include <string.h>

/* Excel's limits (ECMA-376 leaves them to the program): what goes beyond cannot become a workbook. */
enum { MAX_COLUMNS = 16384, MAX_ROWS = 1048576 };

/* Short rows are filled up to the width of the longest, so a small file could ask for any amount of memory. 32
 * million cells are 512 MiB, and twice what 68,000 rows of 200 columns need. */
enum { MAX_CELLS = 32 * 1024 * 1024 };

/* Of a worksheet, which lists only cells that show something, a cell in the last column of each row would ask
 * for as much: of so many cells one must be given. Below the number that is free nobody asks. */
enum { FREE_CELLS = 4 * 1024 * 1024, CELLS_FOR_ONE = 16 };

struct TzRows {
  int n_refs;
  const char *file, *sheet;
  TzTexts *texts;
  TzField *fields;     /* n * n_columns */
  TzFieldFacts *facts; /* the same, or NULL */
  TzRow *rows;
  int n, n_columns, last;
  gboolean hidden;
  GArray *merges;  /* of TzMerge, by row and column; NULL: not known */
  GArray *bold;    /* of TzBold */
  GArray *widths;  /* of double */
  GArray *numbers; /* of int: the columns' numbers in the file; NULL: as they stand */
};

struct TzRowsMaker {
  const char *file, *sheet;
  TzTexts *texts;
  GArray *fields;  /* of TzField: those of all rows, one behind the other */
  GArray *facts;   /* of TzFieldFacts, the same; NULL: none */
  GArray *rows;    /* of TzRow; fields not set yet */
  guint start;     /* the row's first field */
  int n_filled;    /* columns up to the last one with a text in any row */
  int last_column; /* in the file, of the last field */
  int n_widest;    /* fields of the widest row, empty ones included */
  gint64 n_given;  /* fields that the file holds; not those between the cells of a worksheet */
  int last;        /* number of the last row that is known of */
  gboolean has_text, hidden;
  TzRow row;
  GArray *merges, *bold, *widths, *numbers;
};

/* ── asking ──────────────────────────────────────────────────────────────── */

TzRows *tz_rows_ref (TzRows *rows)
{
  rows->n_refs++;
  return rows;
}

static void free_array (GArray *array)
{
  if (array)
    g_array_unref (array);
}

void tz_rows_unref (TzRows *rows)
{
  if (!rows || --rows->n_refs > 0)
    return;
  free_array (rows->merges);
  free_array (rows->bold);
  free_array (rows->widths);
  free_array (rows->numbers);
  g_free (rows->fields);
  g_free (rows->facts);
  g_free (rows->rows);
  tz_texts_unref (rows->texts);
  g_free (rows);
}

const char *tz_rows_file (const TzRows *rows)
{
  return rows->file;
}

const char *tz_rows_sheet (const TzRows *rows)
{
  return rows->sheet;
}

int tz_rows_n (const TzRows *rows)
{
  return rows->n;
}

const TzRow *tz_rows_get (const TzRows *rows, int i)
{
  g_assert (i >= 0 && i < rows->n);
  return &rows->rows[i];
}

int tz_rows_last (const TzRows *rows)
{
  return rows->last;
}

gboolean tz_rows_have_hidden (const TzRows *rows)
{
  return rows->hidden;
}

int tz_rows_n_columns (const TzRows *rows)
{
  return rows->n_columns;
}

TzTexts *tz_rows_texts (const TzRows *rows)
{
  return rows->texts;
}

TzPlace tz_rows_place (const TzRows *rows, const TzRow *row, int column)
{
  g_assert (column >= 0 && column < row->n_fields);
  const TzField *field = &row->fields[column];
  TzPlace place = { rows->file, field->line, field->column, row->row, column + 1 };
  if (rows->numbers && column < (int)rows->numbers->len)
    place.col = g_array_index (rows->numbers, int, column);
  return place;
}

void tz_rows_empty (TzRows *rows, int i, int column)
{
  gsize at = (gsize)i * (gsize)rows->n_columns + (gsize)column;
  rows->fields[at].text = "";
  if (rows->facts)
    rows->facts[at] = (TzFieldFacts){ .kind = TZ_FIELD_TEXT };
}

const TzFieldFacts *tz_rows_facts (const TzRows *rows, int i, int column)
{
  return rows->facts ? &rows->facts[(gsize)i * (gsize)rows->n_columns + (gsize)column] : NULL;
}

const TzMerge *tz_rows_merges (const TzRows *rows, int *n)
{
  *n = rows->merges ? (int)rows->merges->len : -1;
  return rows->merges ? (const TzMerge *)(gconstpointer)rows->merges->data : NULL;
}

static int compare_merge (const TzMerge *merge, int row, int column)
{
  if (merge->row != row)
    return merge->row < row ? -1 : 1;
  return merge->col < column ? -1 : merge->col > column;
}

const TzMerge *tz_rows_merge_at (const TzRows *rows, int row, int column)
{
  guint low = 0, high = rows->merges ? rows->merges->len : 0;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    const TzMerge *merge = &g_array_index (rows->merges, TzMerge, middle);
    int order = compare_merge (merge, row, column);
    if (order == 0)
      return merge;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

const TzBold *tz_rows_bold (const TzRows *rows, int *n)
{
  *n = (int)rows->bold->len;
  return (const TzBold *)(gconstpointer)rows->bold->data;
}

double tz_rows_width (const TzRows *rows, int column)
{
  return column < (int)rows->widths->len ? g_array_index (rows->widths, double, column) : 0;
}

/* ── making ──────────────────────────────────────────────────────────────── */

TzRowsMaker *tz_rows_maker_new (const char *file, TzTexts *texts, gboolean with_facts)
{
  TzRowsMaker *maker = g_new0 (TzRowsMaker, 1);
  maker->file = g_intern_string (file);
  maker->texts = tz_texts_ref (texts);
  maker->fields = g_array_new (FALSE, FALSE, sizeof (TzField));
  maker->facts = with_facts ? g_array_new (FALSE, FALSE, sizeof (TzFieldFacts)) : NULL;
  maker->rows = g_array_new (FALSE, FALSE, sizeof (TzRow));
  maker->merges = with_facts ? g_array_new (FALSE, FALSE, sizeof (TzMerge)) : NULL;
  maker->bold = g_array_new (FALSE, FALSE, sizeof (TzBold));
  maker->widths = g_array_new (FALSE, TRUE, sizeof (double));
  return maker;
}

void tz_rows_maker_free (TzRowsMaker *maker)
{
  if (!maker)
    return;
  GArray *arrays[] = { maker->fields, maker->facts,  maker->rows,   maker->merges,
                       maker->bold,   maker->widths, maker->numbers };
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    free_array (arrays[i]);
  tz_texts_unref (maker->texts);
  g_free (maker);
}

void tz_rows_maker_begin (TzRowsMaker *maker, int row, int line)
{
  maker->row = (TzRow){ .row = row, .line = line };
  maker->start = maker->fields->len;
  maker->has_text = FALSE;
}

void tz_rows_maker_add (TzRowsMaker *maker, const char *text, int line, int column, const TzFieldFacts *facts)
{
  TzField field = { text, line, column };
  TzFieldFacts none = { .kind = TZ_FIELD_TEXT };
  g_array_append_val (maker->fields, field);
  if (maker->facts)
    g_array_append_vals (maker->facts, facts ? facts : &none, 1);
  maker->last_column = column;
  maker->row.n_read++;
  maker->n_widest = MAX (maker->n_widest, maker->row.n_read);
  maker->n_given += !maker->facts || *text != '\0';
  if (*text != '\0') {
    maker->has_text = TRUE;
    maker->n_filled = MAX (maker->n_filled, maker->row.n_read);
  }
}

int tz_rows_maker_n_fields (const TzRowsMaker *maker)
{
  return maker->row.n_read;
}

void tz_rows_maker_set_sheet (TzRowsMaker *maker, const char *name)
{
  maker->sheet = g_intern_string (name);
}

void tz_rows_maker_set_last (TzRowsMaker *maker, int last)
{
  maker->last = MAX (maker->last, last);
}

void tz_rows_maker_end (TzRowsMaker *maker, int line)
{
  maker->row.end_line = line;
  if (maker->has_text) {
    tz_rows_maker_set_last (maker, maker->row.row);
    g_array_append_val (maker->rows, maker->row);
    return;
  }
  g_array_set_size (maker->fields, maker->start);
  if (maker->facts)
    g_array_set_size (maker->facts, maker->start);
}

void tz_rows_maker_hide (TzRowsMaker *maker)
{
  maker->hidden = TRUE;
}

void tz_rows_maker_merge (TzRowsMaker *maker, TzMerge merge)
{
  g_array_append_val (maker->merges, merge);
}

void tz_rows_maker_bold (TzRowsMaker *maker, TzBold bold)
{
  g_array_append_val (maker->bold, bold);
}

void tz_rows_maker_width (TzRowsMaker *maker, int column, double width)
{
  if ((int)maker->widths->len <= column)
    g_array_set_size (maker->widths, (guint)column + 1);
  g_array_index (maker->widths, double, column) = width;
}

void tz_rows_maker_number (TzRowsMaker *maker, int column, int number)
{
  if (!maker->numbers)
    maker->numbers = g_array_new (FALSE, TRUE, sizeof (int));
  if ((int)maker->numbers->len <= column)
    g_array_set_size (maker->numbers, (guint)column + 1);
  g_array_index (maker->numbers, int, column) = number;
}

static int most_cells (const TzRowsMaker *maker)
{
  return (int)MIN (MAX_CELLS, FREE_CELLS + CELLS_FOR_ONE * maker->n_given);
}

gboolean tz_rows_maker_is_full (const TzRowsMaker *maker)
{
  guint n = maker->rows->len;
  return maker->fields->len > (guint)most_cells (maker) || maker->n_widest > MAX_COLUMNS ||
         (n > 0 && g_array_index (maker->rows, TzRow, n - 1).row > MAX_ROWS);
}

static gboolean is_within_limits (const TzRowsMaker *maker, TzDiag *diag)
{
  /* Where reading ended: of a row that is too wide, at the first field beyond. */
  gboolean wide = maker->n_widest > MAX_COLUMNS;
  TzPlace place = { .file = maker->file, .line = maker->row.line, .column = wide ? maker->last_column : 0 };
  guint n = maker->rows->len;
  int most = most_cells (maker);
  if (n > 0 && g_array_index (maker->rows, TzRow, n - 1).row > MAX_ROWS)
    tz_diag_add (diag, TZ_ERROR, &place, "too-many-rows",
                 _ ("the file has more than %d rows, more than Excel can hold; split it into several"),
                 MAX_ROWS);
  else if (wide)
    tz_diag_add (diag, TZ_ERROR, &place, "too-many-columns",
                 _ ("the file has more than %d columns, more than Excel can hold; check the separator"),
                 MAX_COLUMNS);
  else if ((gint64)n * maker->n_filled > most || maker->fields->len > (guint)most)
    tz_diag_add (diag, TZ_ERROR, &place, "too-many-cells",
                 _ ("the file has more than %d cells, empty ones included; delete what stands far from the "
                    "table, or split it into several"),
                 most);
  else
    return TRUE;
  return FALSE;
}

/* The N elements of SIZE bytes at FROM of DATA go to TO, with cleared ones behind them up to WIDTH. */
static void move (char *data, gsize size, gsize from, gsize to, gsize n, gsize width)
{
  memmove (data + to * size, data + from * size, n * size);
  memset (data + (to + n) * size, 0, (width - n) * size);
}

/* All rows become WIDTH fields wide, in their place: those that shrink from the front, those that grow from the
 * back. A row that grows may only be moved when what stands behind it has moved, so the arrays are first
 * packed, then spread. */
static void spread (GArray *array, const GArray *rows, gsize width)
{
  gsize size = g_array_get_element_size (array), from = 0, to = 0;
  for (guint i = 0; i < rows->len; i++) {
    gsize n = (gsize)g_array_index (rows, TzRow, i).n_read, kept = MIN (n, width);
    memmove (array->data + to * size, array->data + from * size, kept * size);
    from += n;
    to += kept;
  }
  g_array_set_size (array, (guint)(rows->len * width));
  for (guint i = rows->len; i > 0; i--) {
    gsize kept = MIN ((gsize)g_array_index (rows, TzRow, i - 1).n_read, width);
    to -= kept;
    move (array->data, size, to, (i - 1) * width, kept, width);
  }
}

static void fill_up (const TzRowsMaker *maker, int width)
{
  for (guint i = 0; i < maker->rows->len; i++) {
    const TzRow *row = &g_array_index (maker->rows, TzRow, i);
    for (int c = row->n_read; c < width; c++)
      g_array_index (maker->fields, TzField, i * (guint)width + (guint)c) = (TzField){ "", row->end_line, 0 };
  }
}

static int compare_merges (gconstpointer a, gconstpointer b)
{
  const TzMerge *merge = b;
  return compare_merge (a, merge->row, merge->col);
}

/* The index of the first row that is numbered ROW or higher. */
static int find_row (const TzRows *rows, int row)
{
  int low = 0, high = rows->n;
  while (low < high) {
    int middle = low + (high - low) / 2;
    if (rows->rows[middle].row < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Merges of a sound file do not overlap, so that each cell is met once at most. */
static void mark_covered (TzRows *rows)
{
  gint64 left = rows->facts ? (gint64)rows->n * rows->n_columns : 0;
  for (guint k = 0; rows->facts && k < rows->merges->len && left > 0; k++) {
    const TzMerge *merge = &g_array_index (rows->merges, TzMerge, k);
    for (int i = find_row (rows, merge->row); i < rows->n && rows->rows[i].row <= merge->last_row; i++)
      for (int c = merge->col; c <= MIN (merge->last_col, rows->n_columns - 1) && left-- > 0; c++)
        if (rows->rows[i].row > merge->row || c > merge->col)
          rows->facts[(gsize)i * (gsize)rows->n_columns + (gsize)c].covered = 1;
  }
}

static void take_arrays (TzRows *rows, TzRowsMaker *maker)
{
  rows->n = (int)maker->rows->len;
  rows->last = maker->last;
  rows->hidden = maker->hidden;
  rows->fields = (TzField *)(gpointer)g_array_free (g_steal_pointer (&maker->fields), FALSE);
  if (maker->facts)
    rows->facts = (TzFieldFacts *)(gpointer)g_array_free (g_steal_pointer (&maker->facts), FALSE);
  rows->rows = (TzRow *)(gpointer)g_array_free (g_steal_pointer (&maker->rows), FALSE);
  rows->merges = g_steal_pointer (&maker->merges);
  rows->bold = g_steal_pointer (&maker->bold);
  rows->widths = g_steal_pointer (&maker->widths);
  rows->numbers = g_steal_pointer (&maker->numbers);
}

TzRows *tz_rows_maker_finish (TzRowsMaker *maker, TzDiag *diag)
{
  if (!is_within_limits (maker, diag)) {
    tz_rows_maker_free (maker);
    return NULL;
  }
  TzRows *rows = g_new0 (TzRows, 1);
  rows->n_refs = 1;
  rows->file = maker->file;
  rows->sheet = maker->sheet;
  rows->texts = tz_texts_ref (maker->texts);
  rows->n_columns = maker->n_filled;
  spread (maker->fields, maker->rows, (gsize)maker->n_filled);
  fill_up (maker, maker->n_filled);
  if (maker->facts)
    spread (maker->facts, maker->rows, (gsize)maker->n_filled);
  if (maker->merges)
    g_array_sort (maker->merges, compare_merges);
  take_arrays (rows, maker);
  for (int i = 0; i < rows->n; i++) {
    rows->rows[i].n_fields = rows->n_columns;
    rows->rows[i].fields = rows->fields + (gsize)i * (gsize)rows->n_columns;
  }
  mark_covered (rows);
  tz_rows_maker_free (maker);
  return rows;
}
