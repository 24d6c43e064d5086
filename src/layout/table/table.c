/* One page's part of a table: where its cells, texts and rules stand. */
#include "layout/table/table.h"

#include "base/intl.h"
#include "layout/table/rule.h"
#include "layout/structure.h"
#include "layout/wrap/wrap.h"

typedef struct {
  const TzSized *sized;
  const TzCuts *cuts;
  const TzSlice *slice;
  const TzPart *parts;
  const TzMeasure *measure;
  TzPage *page;
  TzLen x;
  GArray *rows; /* TzRuleRow */
} Drawing;

/* A cell's box on the page and the lines that stand in it. */
typedef struct {
  const TzCell *cell;
  int index;
  TzLen top, bottom;
  const TzLines *lines;
  int first, n;
  gboolean continued; /* part of a text that goes on from or to another page */
  gboolean again;     /* a repeated text, which stood on an earlier page */
} Box;

static void draw_lines (const Drawing *d, const Box *box)
{
  const TzCellStyle *style = tz_sized_style (d->sized, box->cell);
  TzLen room = box->bottom - box->top - 2 * style->pad_y;
  TzLen spare = MAX (room - box->n * box->lines->pitch, 0), y = box->top + style->pad_y;
  if (style->valign == TZ_VALIGN_MIDDLE && !box->continued)
    y += spare / 2;
  else if (style->valign == TZ_VALIGN_BOTTOM && !box->continued)
    y += spare;
  /* The em box stands in the middle of its line. */
  y += (box->lines->pitch - box->lines->size) / 2;
  TzLen x = d->x + tz_sized_text_x (d->sized, box->cell, box->lines);
  tz_page_add_text (d->page, box->lines, box->first, box->n, x, y);
}

/* The head cell cut by a diagonal from the upper left to the lower right: its own
 * text below on the left, the other above on the right. */
static void draw_diagonal (const Drawing *d, const Box *box)
{
  const TzCell *cell = box->cell;
  const TzCellStyle *style = tz_sized_style (d->sized, cell);
  const TzLines *corner = d->sized->corner[box->index];
  TzLen left = d->x + d->sized->x[cell->col], right = d->x + d->sized->x[cell->col + cell->col_span];
  tz_page_add_rule (d->page, left, box->top, right, box->bottom, tz_grid_rules (d->sized->grid)->inner, 0);
  TzLen drop = (box->lines->pitch - box->lines->size) / 2, half = style->pad_x / 2;
  TzLen low = box->bottom - style->pad_y - box->lines->n_lines * box->lines->pitch + drop;
  /* Texts were set for the style's alignment; their own left edges are undone. An
   * opening mark's blank half lies left of the line. */
  for (int i = 0; i < box->lines->n_lines; i++) {
    const TzLine *line = &box->lines->lines[i];
    TzLen indent = line->n_glyphs ? MAX (box->lines->glyphs[line->glyph].x, 0) : 0;
    tz_page_add_text (d->page, box->lines, i, 1, left + half - indent, low + i * box->lines->pitch);
  }
  for (int i = 0; i < corner->n_lines; i++)
    tz_page_add_text (d->page, corner, i, 1, right - half - corner->lines[i].width,
                      box->top + style->pad_y + drop + i * corner->pitch);
}

static void draw_box (const Drawing *d, const Box *box)
{
  const TzCellStyle *style = tz_sized_style (d->sized, box->cell);
  const guint32 *nodes = d->sized->nodes;
  TzLen left = d->x + d->sized->x[box->cell->col],
        right = d->x + d->sized->x[box->cell->col + box->cell->col_span];
  if (style->background != 0xFFFFFF)
    tz_page_add_fill (d->page, left, box->top, right - left, box->bottom - box->top, style->background);
  d->page->node = nodes && !box->again ? nodes[box->index] : TZ_NODE_NONE;
  if (d->sized->corner && d->sized->corner[box->index])
    draw_diagonal (d, box);
  else
    draw_lines (d, box);
  d->page->node = TZ_NODE_NONE;
}

/* The text of a repeated cell on later pages where the template marks it: with （续） behind it, if
 * that fits the cell's part. */
static const TzLines *marked_lines (const Drawing *d, const Box *box)
{
  const TzCellStyle *style = tz_sized_style (d->sized, box->cell);
  TzLen width = tz_sized_text_width (d->sized, box->cell);
  g_autofree char *text = g_strconcat (box->cell->text, "（续）", NULL);
  int n;
  const TzTextRun *runs = tz_grid_runs (d->sized->grid, box->index, &n);
  const TzLines *lines = tz_wrap_runs (d->measure, text, runs, n, &style->text, width);
  return lines->n_lines * lines->pitch + 2 * style->pad_y <= box->bottom - box->top ? lines : box->lines;
}

static gboolean has_room (const Drawing *d, const Box *box)
{
  const TzCellStyle *style = tz_sized_style (d->sized, box->cell);
  return box->lines->n_lines * box->lines->pitch + 2 * style->pad_y <= box->bottom - box->top;
}

/* Whether a cell that was set on the page before is set once more: a row that goes on at the top of a
 * page shows its number and name again, where there is room for them. */
static gboolean says_again (const Drawing *d, const Box *box)
{
  return box->cell->label && tz_grid_continued (d->sized->grid) != TZ_CONTINUED_EMPTY && has_room (d, box);
}

/* All of a text that stands on several pages, unless this one is a rest too low for it. */
static void choose_all (const Drawing *d, Box *box, gboolean again)
{
  box->again = again;
  if (again && *box->cell->text && tz_grid_continued (d->sized->grid) == TZ_CONTINUED_MARK)
    box->lines = marked_lines (d, box);
  box->n = again && !has_room (d, box) ? 0 : box->lines->n_lines;
}

/* Which lines of the cell stand in the part of it on this page. */
static void choose_lines (const Drawing *d, Box *box, int first_row, int last_row)
{
  const TzCell *cell = box->cell;
  const TzPart *first = &d->parts[0], *last = &d->parts[d->slice->n - 1];
  gboolean began = cell->row < first_row || (cell->row == first->row && first->cut_above);
  gboolean goes_on = cell->row + cell->row_span - 1 > last_row ||
                     (cell->row + cell->row_span - 1 == last->row && last->cut_below);
  gboolean repeats = tz_cell_repeats (d->sized, cell);
  int before = began ? d->slice->before[cell->col] : 0;
  int after = goes_on ? d->slice->after[cell->col] : box->lines->n_lines;
  if (repeats || before == TZ_SAID_AGAIN || after == TZ_SAID_AGAIN) {
    choose_all (d, box, began && (repeats || before == TZ_SAID_AGAIN));
  } else if (began && before == after && says_again (d, box)) {
    choose_all (d, box, TRUE);
  } else {
    box->first = before;
    box->n = after - before;
    box->continued = began || goes_on;
  }
}

static void draw_body (const Drawing *d, int n_head)
{
  int first_row = d->parts[0].row, last_row = d->parts[d->slice->n - 1].row;
  const TzRuleRow *rows = &g_array_index (d->rows, TzRuleRow, n_head);
  for (int i = 0; i < d->slice->n; i++)
    for (int c = 0; c < d->sized->n_cols; c++) {
      int index = tz_grid_index_at (d->sized->grid, d->parts[i].row, c);
      const TzCell *cell = index >= 0 ? tz_grid_cell (d->sized->grid, index) : NULL;
      if (!cell || cell->col != c || (cell->row != d->parts[i].row && i > 0))
        continue;
      int end = MIN (cell->row + cell->row_span, last_row + 1) - first_row;
      Box box = {
        .cell = cell, .index = index, .top = rows[i].y, .bottom = rows[end].y, .lines = d->sized->lines[index]
      };
      choose_lines (d, &box, first_row, last_row);
      draw_box (d, &box);
    }
}

static void draw_head (const Drawing *d, int n_head, gboolean again)
{
  const TzRuleRow *rows = &g_array_index (d->rows, TzRuleRow, 0);
  for (int r = 0; r < n_head; r++)
    for (int c = 0; c < d->sized->n_cols; c++) {
      int index = tz_grid_index_at (d->sized->grid, r, c);
      const TzCell *cell = index >= 0 ? tz_grid_cell (d->sized->grid, index) : NULL;
      if (!cell || cell->row != r || cell->col != c)
        continue;
      Box box = { .cell = cell,
                  .index = index,
                  .top = rows[r].y,
                  .bottom = rows[MIN (r + cell->row_span, n_head)].y,
                  .lines = d->sized->lines[index],
                  .n = d->sized->lines[index]->n_lines,
                  .again = again };
      draw_box (d, &box);
    }
}

static void add_row (Drawing *d, int row, TzLen *y, TzLen height)
{
  TzRuleRow at = { .row = row, .y = *y };
  g_array_append_val (d->rows, at);
  *y += height;
}

TzLen tz_table_draw (const TzSized *sized, const TzCuts *cuts, int number, gboolean head, TzPage *page, TzLen x,
                     TzLen y, const TzMeasure *measure)
{
  Drawing d = { .sized = sized, .cuts = cuts, .measure = measure, .page = page, .x = x };
  d.slice = &g_array_index (cuts->slices, TzSlice, number);
  d.parts = &g_array_index (cuts->parts, TzPart, d.slice->first);
  d.rows = g_array_new (FALSE, FALSE, sizeof (TzRuleRow));
  int n_head = head ? tz_grid_n_head (sized->grid) : 0;
  TzLen bottom = y;
  for (int r = 0; r < n_head; r++)
    add_row (&d, r, &bottom, sized->height[r]);
  for (int i = 0; i < d.slice->n; i++)
    add_row (&d, d.parts[i].row, &bottom, d.parts[i].height);
  add_row (&d, -1, &bottom, 0);
  if (n_head)
    draw_head (&d, n_head, number > 0);
  if (d.slice->n)
    draw_body (&d, n_head);
  tz_rules_draw (sized, &g_array_index (d.rows, TzRuleRow, 0), n_head + d.slice->n, x, page);
  g_array_unref (d.rows);
  return bottom - y;
}

void tz_sized_take_nodes (TzSized *sized, const TzGrid *whole, guint32 *cells)
{
  int n = tz_grid_n_cells (sized->grid);
  if (!cells)
    return;
  g_free (sized->nodes);
  sized->nodes = g_new0 (guint32, MAX (n, 1));
  for (int i = 0; i < n; i++) {
    guint32 *node = &cells[sized->grid != whole ? tz_grid_origin (sized->grid, i) : i];
    sized->nodes[i] = *node;
    *node = TZ_NODE_NONE;
  }
}
