/* What columns and headings need at each width that they may have. Text widths of justified columns go in whole
 * ems (a line of hanzi then fills its width without stretching), in narrow ones also by halves, which is what a
 * mark at a line's end takes; those of others in half ems. */
#include "layout/table/column_data.h"
#include "layout/wrap/wrap.h"

#include <string.h>

#define MOST_STEPS 160

/* Adds what the texts of column C ask for at N widths beginning with step K. */
static void count_lines (TzDemand *d, TzDemandColumn *column, int c, int k, int n, TzLen step)
{
  guint32 *lines = g_new (guint32, n);
  for (int r = 0; r < d->n_rows && n > 0; r++) {
    const TzCell *cell = d->cells[r * d->n_cols + c];
    if (!cell)
      continue;
    const TzCellStyle *style = tz_grid_style (d->grid, cell->style);
    TzLen first = column->widths[k] - column->pad, least = column->floor - column->pad;
    memset (lines, 0, sizeof (guint32) * (gsize)n);
    tz_wrap_count (d->measure, cell->text, &style->text, first - MIN (style->indent, least / 2), step, n, lines,
                   column->flaws + k);
    for (int i = 0; i < n; i++) {
      gint32 need = (gint32)MIN (lines[i] * column->pitch, G_MAXINT32);
      column->needs[(gsize)(k + i) * (gsize)d->n_rows + (gsize)r] = need;
      column->all_needs[k + i] += need;
    }
  }
  g_free (lines);
}

/* From so many ems of text on a justified column's width goes in whole ems only. */
#define HALVES 9

/* The width that column C, the last that may grow under SPAN, needs for the heading to stand on one line. */
static TzLen enough_for_span (const TzDemand *d, const TzDemandSpan *span, int c)
{
  TzLen others = 0;
  int last = -1;
  for (int i = span->cell->col; i < span->cell->col + span->cell->col_span; i++) {
    others += i == c ? 0 : d->columns[i].floor;
    last = d->columns[i].wish->policy == TZ_WIDTH_AUTO ? i : last;
  }
  return last == c ? span->wide + 2 * tz_grid_style (d->grid, span->cell->style)->pad_x - others : 0;
}

/* The width with which all columns tied to COLUMN have their texts on one line. */
static TzLen enough_of (const TzDemand *d, const TzDemandColumn *column)
{
  TzLen enough = column->floor;
  for (int c = column->lead; c < d->n_cols && d->columns[c].lead == column->lead; c++) {
    const TzDemandColumn *tied = &d->columns[c];
    enough = MAX (enough, MAX (tied->wide, tied->head_wide) + column->pad + column->step);
    for (guint i = 0; i < d->spans->len; i++)
      enough = MAX (enough, enough_for_span (d, &g_array_index (d->spans, TzDemandSpan, i), c) + column->step);
  }
  return enough;
}

static void tabulate (TzDemand *d, TzDemandColumn *column, int c, TzLen room)
{
  TzLen most = MIN (column->cap > 0 ? column->cap : room, room);
  TzLen last = MIN (most, enough_of (d, column)), half = column->em / 2;
  TzLen halves = column->justified ? MIN (last, HALVES * column->em + column->pad) : column->floor;
  int n_small = (int)CLAMP ((halves - column->floor) / half, 0, MOST_STEPS - 1);
  TzLen from = column->floor + n_small * half;
  column->n_steps = n_small + (int)CLAMP ((last - from) / column->step + 1, 1, MOST_STEPS - n_small);
  column->widths = g_new (TzLen, column->n_steps);
  for (int k = 0; k < column->n_steps; k++)
    column->widths[k] = k < n_small ? column->floor + k * half : from + (k - n_small) * column->step;
  column->needs = g_new0 (gint32, (gsize)column->n_steps * (gsize)d->n_rows + 1);
  column->all_needs = g_new0 (gint64, column->n_steps);
  column->flaws = g_new0 (guint32, column->n_steps);
  count_lines (d, column, c, 0, n_small, half);
  count_lines (d, column, c, n_small, column->n_steps - n_small, column->step);
}

static void tabulate_span (TzDemand *d, TzDemandSpan *span, TzLen room)
{
  const TzCellStyle *style = tz_grid_style (d->grid, span->cell->style);
  TzLen pad = 2 * style->pad_x;
  span->least = 0;
  for (int c = span->cell->col; c < span->cell->col + span->cell->col_span; c++)
    span->least += d->columns[c].floor;
  span->step = MAX (style->text.size, 1);
  span->n_steps = (int)CLAMP ((MIN (span->wide + pad, room) - span->least) / span->step + 2, 1, MOST_STEPS);
  span->lines = g_new0 (guint32, span->n_steps);
  g_autofree guint32 *flaws = g_new0 (guint32, span->n_steps);
  tz_wrap_count (d->measure, span->cell->text, &style->text, MAX (span->least - pad, style->text.size),
                 span->step, span->n_steps, span->lines, flaws);
}

gboolean tz_column_make_tables (TzDemand *d, TzLen room)
{
  if (d->tables_for == room)
    return FALSE;
  tz_column_drop_tables (d);
  for (int c = 0; c < d->n_cols; c++)
    tabulate (d, &d->columns[c], c, room);
  for (guint i = 0; i < d->spans->len; i++)
    tabulate_span (d, &g_array_index (d->spans, TzDemandSpan, i), room);
  d->tables_for = room;
  return TRUE;
}

void tz_column_drop_tables (TzDemand *d)
{
  for (int c = 0; c < d->n_cols; c++) {
    g_clear_pointer (&d->columns[c].needs, g_free);
    g_clear_pointer (&d->columns[c].all_needs, g_free);
    g_clear_pointer (&d->columns[c].flaws, g_free);
    g_clear_pointer (&d->columns[c].widths, g_free);
  }
  for (guint i = 0; i < d->spans->len; i++)
    g_clear_pointer (&g_array_index (d->spans, TzDemandSpan, i).lines, g_free);
  d->tables_for = 0;
}
