/* The search ends with widths in whole steps. What they leave of the room is given to columns here, and
 * if even the floors do not fit, what is lacking is taken from them. */
#include "layout/table/column_data.h"

static gboolean is_open (const TzDemand *d, int c, const TzLen *widths)
{
  const TzDemandColumn *column = &d->columns[c];
  return column->wish->policy == TZ_WIDTH_AUTO && (column->cap == 0 || widths[c] < column->cap);
}

static TzLen most_more (const TzDemand *d, int c, const TzLen *widths)
{
  return d->columns[c].cap > 0 ? d->columns[c].cap - widths[c] : G_MAXINT64;
}

static double weight_of (const TzDemandColumn *column)
{
  return column->wish->weight > 0 ? column->wish->weight : 1;
}

/* LEFT is shared out by weight and width, in whole steps to justified columns.
 * Returns what is left then; CAPPED tells whether a cap held something back. */
static TzLen share_out (const TzDemand *d, TzLen *widths, TzLen left, gboolean *capped)
{
  double weight = 0;
  TzLen spare = left;
  *capped = FALSE;
  for (int c = 0; c < d->n_cols; c++)
    if (is_open (d, c, widths))
      weight += weight_of (&d->columns[c]) * (double)widths[c];
  for (int c = 0; c < d->n_cols; c++) {
    const TzDemandColumn *column = &d->columns[c];
    if (!is_open (d, c, widths))
      continue;
    TzLen share = (TzLen)((double)spare * weight_of (column) * (double)widths[c] / weight);
    if (column->justified)
      share = share / column->step * column->step;
    *capped |= share >= most_more (d, c, widths);
    share = MIN (MIN (share, most_more (d, c, widths)), left);
    widths[c] += share;
    left -= share;
  }
  return left;
}

/* The column that takes what cannot be shared in whole steps: one without a cap and not justified, if
 * there is one; -1 if none can grow. */
static int last_taker (const TzDemand *d, const TzLen *widths)
{
  int taker = -1, best = 0;
  for (int c = 0; c < d->n_cols; c++) {
    int rank = is_open (d, c, widths) ? 1 + 2 * (d->columns[c].cap == 0) + !d->columns[c].justified : 0;
    if (rank > 0 && rank >= best) {
      best = rank;
      taker = c;
    }
  }
  return taker;
}

static int n_tied (const TzDemand *d, int c)
{
  return d->columns[d->columns[c].lead].n_tied;
}

/* Gives MORE to column C and those tied to it, in equal parts. Returns what was given: no more than their caps
 * let them have, and a whole number for each. */
static TzLen give (const TzDemand *d, TzLen *widths, int c, TzLen more)
{
  int lead = d->columns[c].lead, n = n_tied (d, c);
  TzLen part = MIN (more / n, most_more (d, lead, widths));
  for (int i = lead; i < lead + n; i++)
    widths[i] += part;
  return part * n;
}

void tz_column_spread (const TzDemand *d, TzLen *widths, TzLen room)
{
  TzLen left = room;
  for (int c = 0; c < d->n_cols; c++)
    left -= widths[c];
  for (int c = 0; c < d->n_cols && left > 0 && left < 20 * TZ_PT; c++)
    if (is_open (d, c, widths) && !d->columns[c].justified && left / n_tied (d, c) <= most_more (d, c, widths))
      left -= give (d, widths, c, left);
  for (gboolean capped = TRUE; capped && left > 0;)
    left = share_out (d, widths, left, &capped);
  for (int c; left > 0 && (c = last_taker (d, widths)) >= 0;) {
    TzLen given = give (d, widths, c, left);
    if (given == 0) { /* of a few thousandths of a point there is not one for each */
      given = MIN (left, most_more (d, c, widths));
      widths[c] += given;
    }
    left -= given;
  }
}

/* The least width of column C that holds its numbers, dates and codes (but a word of more than LONGEST_WORD ems
 * may be cut) if they are set in SIZE hundredths; with SIZE 0 two characters. */
static TzLen least_of (const TzDemand *d, int c, int size)
{
  const TzDemandColumn *column = &d->columns[c];
  TzLen text = MAX (2 * column->em, MIN (column->narrow, LONGEST_WORD * column->em) * size / 100);
  return MIN (column->floor, text + column->pad);
}

/* Takes OVER from WIDTHS in proportion to what each has beyond its least. Returns what could not be taken. */
static TzLen take (const TzDemand *d, TzLen *widths, TzLen over, int size)
{
  TzLen give = 0, taken = 0, seen = 0;
  for (int c = 0; c < d->n_cols; c++)
    give += MAX (widths[c] - least_of (d, c, size), 0);
  TzLen wanted = MIN (over, give);
  for (int c = 0; c < d->n_cols && wanted > 0; c++) {
    seen += MAX (widths[c] - least_of (d, c, size), 0);
    TzLen due = wanted * seen / give;
    widths[c] -= due - taken;
    taken = due;
  }
  return over - taken;
}

void tz_column_squeeze (const TzDemand *d, TzLen *widths, TzLen room)
{
  static const int sizes[] = { 100, TZ_FIGURE_LEAST + 1, 0 }; /* + 1: advances are rounded */
  TzLen over = -room;
  for (int c = 0; c < d->n_cols; c++) {
    widths[c] = d->columns[c].floor;
    over += widths[c];
  }
  for (gsize i = 0; i < G_N_ELEMENTS (sizes) && over > 0; i++)
    over = take (d, widths, over, sizes[i]);
}
