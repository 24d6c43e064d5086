/* Columns without any cell part the sheet into blocks; the table is the largest of them.
 *
 *   附件3 |      |      |      |   | 查重用        A block in which hardly a row of the table has a cell stands
 *   序号  | 问题 | 措施 | 时限 |   |               beside it, unless its words belong to a table: 单位：万元,
 *   1     | …    | …    | …    |   |               or it stands at the left above the head, as titles do. */
#include "model/stray.h"

#include "model/sheet_cell.h"
#include "model/sheet_words.h"

/* Columns COL … END-1. */
typedef struct {
  int col, end;
  int n_cells;
} Block;

typedef struct {
  TzRows *rows;
  int n_cols;
  GArray *blocks; /* of Block */
  Block table;
  int first, last, n_table; /* the table's first and last row, and how many it has */
} Sheet;

static gboolean is_filled (const TzRows *rows, int i, int col)
{
  const TzFieldFacts *facts = tz_rows_facts (rows, i, col);
  return *tz_rows_get (rows, i)->fields[col].text != '\0' && !(facts && facts->covered);
}

/* How many cells of row I the BLOCK has. */
static int count_cells (const TzRows *rows, int i, const Block *block)
{
  int n = 0;
  for (int col = block->col; col < block->end; col++)
    n += is_filled (rows, i, col);
  return n;
}

/* How many cells each column has; a merged cell counts for all of its columns. g_free. */
static int *count_columns (const TzRows *rows, int n_cols)
{
  int *counts = g_new0 (int, (gsize)n_cols + 1), n_merges;
  const TzMerge *merges = tz_rows_merges (rows, &n_merges);
  for (int i = 0; i < tz_rows_n (rows); i++)
    for (int col = 0; col < n_cols; col++)
      counts[col] += is_filled (rows, i, col);
  for (int k = 0; k < n_merges; k++)
    for (int col = merges[k].col; col <= MIN (merges[k].last_col, n_cols - 1); col++)
      counts[col]++;
  return counts;
}

static void find_blocks (Sheet *sheet)
{
  int *counts = count_columns (sheet->rows, sheet->n_cols);
  for (int col = 0; col < sheet->n_cols; col++) {
    Block block = { col, col, 0 };
    for (; block.end < sheet->n_cols && counts[block.end] > 0; block.end++)
      block.n_cells += counts[block.end];
    if (block.end == col)
      continue;
    if (block.n_cells > sheet->table.n_cells)
      sheet->table = block;
    g_array_append_val (sheet->blocks, block);
    col = block.end;
  }
  g_free (counts);
}

/* Rows with one cell are titles and notes. */
static void find_table (Sheet *sheet)
{
  sheet->first = sheet->last = -1;
  for (int i = 0; i < tz_rows_n (sheet->rows); i++) {
    if (count_cells (sheet->rows, i, &sheet->table) < 2)
      continue;
    sheet->first = sheet->first < 0 ? i : sheet->first;
    sheet->last = i;
    sheet->n_table++;
  }
}

static gboolean belongs (const char *text)
{
  const guint words =
      TZ_WORD_LABEL | TZ_WORD_UNIT | TZ_WORD_ENTRY | TZ_WORD_NOTE | TZ_WORD_SIGN | TZ_WORD_TITLE;
  char folded[160];
  tz_cell_fold (text, folded, sizeof folded);
  return (tz_sheet_words (folded) & words) != 0 || tz_cell_kind (text) == TZ_CELL_DATE;
}

static gboolean stands_beside (const Sheet *sheet, const Block *block)
{
  enum { SHARE = 3 };     /* a block with a cell in every third row is a column of its own */
  int n_rows = 0;         /* of the table, in which it has a cell */
  gboolean around = TRUE; /* all of it above or below the table */
  if (block->col == sheet->table.col)
    return FALSE;
  for (int i = 0; i < tz_rows_n (sheet->rows); i++) {
    if (count_cells (sheet->rows, i, block) == 0)
      continue;
    gboolean outside = i < sheet->first || i > sheet->last;
    n_rows += !outside;
    around = around && outside;
    for (int col = block->col; col < block->end; col++)
      if (is_filled (sheet->rows, i, col) && belongs (tz_rows_get (sheet->rows, i)->fields[col].text))
        return FALSE;
  }
  return n_rows * SHARE <= sheet->n_table && !(around && block->col < sheet->table.col);
}

/* Empties the cells of BLOCK. */
static int empty (const Sheet *sheet, const Block *block, TzPlace *place, const char **text)
{
  int n = 0;
  for (int i = 0; i < tz_rows_n (sheet->rows); i++)
    for (int col = block->col; col < block->end; col++) {
      if (!is_filled (sheet->rows, i, col))
        continue;
      if (!*text) {
        *place = tz_rows_place (sheet->rows, tz_rows_get (sheet->rows, i), col);
        *text = tz_rows_get (sheet->rows, i)->fields[col].text;
      }
      tz_rows_empty (sheet->rows, i, col);
      n++;
    }
  return n;
}

int tz_rows_set_aside (TzRows *rows, TzPlace *place, const char **text)
{
  Sheet sheet = { .rows = rows, .n_cols = tz_rows_n_columns (rows) };
  int n = 0;
  *text = NULL;
  sheet.blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  find_blocks (&sheet);
  if (sheet.blocks->len > 1)
    find_table (&sheet);
  for (guint k = 0; sheet.blocks->len > 1 && k < sheet.blocks->len; k++) {
    const Block *block = &g_array_index (sheet.blocks, Block, k);
    if (stands_beside (&sheet, block))
      n += empty (&sheet, block, place, text);
  }
  g_array_unref (sheet.blocks);
  return n;
}
