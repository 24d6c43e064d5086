/* Columns that look alike are equally wide: the months under 完成数, 2022年 beside 2023年. A table whose
 * columns of figures differ by a few points looks like a mistake. */
#include "layout/table/column_data.h"

#include "base/text.h"

#include <string.h>

/* The lowest heading over column C alone, and that above it which spans others, too; NULL if there is none. */
static void find_heads (const TzDemand *d, int c, const TzCell **own, const TzCell **parent)
{
  *own = *parent = NULL;
  for (int r = d->n_head - 1; r >= 0 && !*parent; r--) {
    int index = tz_grid_index_at (d->grid, r, c);
    const TzCell *cell = index >= 0 ? tz_grid_cell (d->grid, index) : NULL;
    if (cell && cell->col_span > 1)
      *parent = cell;
    else if (cell && !*own)
      *own = cell;
  }
}

static gboolean is_numeral (gunichar c)
{
  return c != 0 && (g_unichar_isdigit (c) || g_utf8_strchr ("一二三四五六七八九十", -1, c));
}

/* Whether two headings differ by nothing but a number: 9月 and 10月, 一季度 and 二季度. */
static gboolean counts_on (const char *a, const char *b)
{
  gboolean numbered = FALSE;
  for (;;) {
    gboolean number = is_numeral (g_utf8_get_char (a));
    if (number != is_numeral (g_utf8_get_char (b)))
      return FALSE;
    numbered |= number;
    for (; number && is_numeral (g_utf8_get_char (a)); a = g_utf8_next_char (a)) {
    }
    for (; number && is_numeral (g_utf8_get_char (b)); b = g_utf8_next_char (b)) {
    }
    if (*a == '\0' || *b == '\0' || g_utf8_get_char (a) != g_utf8_get_char (b))
      return numbered && *a == *b;
    a = g_utf8_next_char (a);
    b = g_utf8_next_char (b);
  }
}

/* Columns of sentences are as wide as they need, whatever stands beside them. */
static gboolean may_be_alike (const TzDemandColumn *column)
{
  return column->wish->policy == TZ_WIDTH_AUTO && !column->justified && column->wide > 0;
}

static gboolean have_same_kind (const TzDemandColumn *a, const TzDemandColumn *b)
{
  return may_be_alike (a) && may_be_alike (b) && a->type == b->type && a->align == b->align && a->em == b->em &&
         a->pad == b->pad && a->wish->floor == b->wish->floor && a->wish->cap == b->wish->cap &&
         a->wish->weight == b->wish->weight;
}

void tz_column_find_alike (TzDemand *d)
{
  const TzCell *own_before = NULL, *parent_before = NULL;
  for (int c = 0; c < d->n_cols; c++) {
    const TzCell *own, *parent;
    find_heads (d, c, &own, &parent);
    d->columns[c].group = c;
    gboolean siblings =
        c > 0 && (parent ? parent == parent_before
                         : !parent_before && own && own_before && counts_on (own->text, own_before->text));
    if (siblings && have_same_kind (&d->columns[c], &d->columns[c - 1]))
      d->columns[c].group = d->columns[c - 1].group;
    own_before = own;
    parent_before = parent;
  }
}

static void set_floor (TzDemandColumn *column, TzLen floor)
{
  column->floor = floor;
  if (column->wish->policy == TZ_WIDTH_AUTO)
    column->cap = column->wish->cap > 0 ? MAX (column->wish->cap, floor) : 0;
}

/* Makes columns FROM up to TO of one width if that takes no more than MORE of the room. Returns what it takes.
 */
static TzLen tie (TzDemand *d, int from, int to, TzLen more)
{
  TzLen floor = 0, takes = 0;
  for (int c = from; c < to; c++)
    floor = MAX (floor, d->columns[c].own_floor);
  for (int c = from; c < to; c++)
    takes += floor - d->columns[c].own_floor;
  if (takes > more)
    return 0;
  for (int c = from; c < to; c++) {
    TzDemandColumn *column = &d->columns[c];
    set_floor (column, floor);
    column->lead = from;
    column->n_tied = 0;
  }
  d->columns[from].n_tied = to - from;
  return takes;
}

void tz_column_tie (TzDemand *d, TzLen room)
{
  TzLen more = room;
  for (int c = 0; c < d->n_cols; c++) {
    TzDemandColumn *column = &d->columns[c];
    set_floor (column, column->own_floor);
    column->lead = c;
    column->n_tied = 1;
    more -= column->floor;
  }
  for (int c = 0, end; c < d->n_cols; c = end) {
    for (end = c + 1; end < d->n_cols && d->columns[end].group == c;)
      end++;
    if (end > c + 1 && more > 0)
      more -= tie (d, c, end, more);
  }
}
