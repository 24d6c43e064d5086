/* Where printed pages of a sheet begin. Excel would find places itself, but then nobody could know
 * beforehand which merged cells a page's end cuts, and Excel leaves a heading at the foot of a page
 * and a table's notes alone on the next.
 *
 * Rows are taken in blocks: a row with those that it is to be kept with.
 *
 *        title      keep -+
 *        head       keep  | a block
 *        heading    keep  |
 *        row 1           -+
 *        row 2            - a block of its own
 *       ............ here the page is full
 *        head             - repeated: takes room on each page but the first
 *        row 3      keep -+ a block
 *        note            -+
 *
 * A block that no page can hold is taken row by row. */
#include "output/xlsx/break.h"

/* The last row of the block that begins at FIRST and should stay on one page. */
static guint end_of_block (const GArray *rows, guint first)
{
  guint last = first;
  while (last + 1 < rows->len && g_array_index (rows, TzXlsxRow, last).keep_next)
    last++;
  return last;
}

static double height_of (const GArray *rows, guint first, guint last)
{
  double height = 0;
  for (guint i = first; i <= last; i++)
    height += g_array_index (rows, TzXlsxRow, i).height;
  return height;
}

GArray *tz_xlsx_breaks (const GArray *rows, double room, int repeat_first, int repeat_last)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (int));
  double repeated = repeat_first >= 0 ? height_of (rows, (guint)repeat_first, (guint)repeat_last) : 0;
  double left = room;
  gboolean fresh = TRUE; /* nothing on this page yet */
  if (repeated >= room)
    return breaks;
  for (guint i = 0; i < rows->len;) {
    guint last = end_of_block (rows, i);
    double height = height_of (rows, i, last);
    double later = (int)i > repeat_last ? room - repeated : room;
    if (height > left && height > later) { /* no page holds it: row by row */
      last = i;
      height = height_of (rows, i, i);
    }
    if (height > left && !fresh) {
      int at = (int)i;
      g_array_append_val (breaks, at);
      left = later;
    }
    left -= height;
    fresh = FALSE;
    i = last + 1;
  }
  return breaks;
}
