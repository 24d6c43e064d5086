/* Which text may stand before an exhibit, and the change of places.
 *
 *   before   … text | exhibit | exhibit | unit | further text     the exhibits do not fit the page
 *   after    … text | unit | exhibit | exhibit | further text     the unit does, or its first lines
 *
 * A unit is a paragraph with all that must stand directly above it: headings, and sentences that go on. The
 * exhibits come behind the first unit that leaves the page or fills it, and keep their order. */
#include "layout/official/float.h"

static const TzOfficialRow *row_at (const GPtrArray *rows, guint i)
{
  return i < rows->len ? rows->pdata[i] : NULL;
}

/* An exhibit in several parts stays where it is. */
static gboolean is_floating (const GPtrArray *rows, guint i)
{
  const TzOfficialRow *row = row_at (rows, i);
  return row->exhibit && row->piece->floats && !row->new_part && !row->page && tz_official_is_whole (rows, i);
}

/* Level of the section that row I stands in; 0: none has begun. */
static int section_of (const GPtrArray *rows, guint i)
{
  for (;; i--) {
    const TzOfficialRow *row = rows->pdata[i];
    if (row->piece->section > 0)
      return row->piece->section;
    if (row->new_part || i == 0)
      return 0;
  }
}

static gboolean is_passable (const TzOfficialRow *row, int section)
{
  const TzPiece *piece = row->piece;
  return piece->kind == TZ_PIECE_TEXT && piece->body && !piece->looks_up && !row->new_part && !row->page &&
         !(piece->section > 0 && piece->section <= section);
}

static guint end_of_piece (const GPtrArray *rows, guint first)
{
  guint end = first;
  while (end < rows->len && row_at (rows, end)->piece == row_at (rows, first)->piece)
    end++;
  return end;
}

/* Where the unit that begins with row FIRST ends; FIRST if it may not stand before exhibits of SECTION. What
 * keeps with the end of the text without being its beginning (特此报告。) is the last word. */
static guint end_of_unit (const GPtrArray *rows, guint first, int section)
{
  guint end = first;
  while (end < rows->len) {
    const TzOfficialRow *row = row_at (rows, end);
    if (!is_passable (row, section))
      return first;
    end = end_of_piece (rows, end);
    const TzOfficialRow *last = row_at (rows, end - 1), *next = row_at (rows, end);
    gboolean ended = !next || !next->piece->body;
    if (ended && row->keep)
      return first;
    if (ended || (!last->keep && !row->piece->goes_on))
      return end;
  }
  return first;
}

/* Whether what must stand together at the beginning of the unit fits at Y. */
static gboolean begins_here (const TzOfficialFrame *frame, const GPtrArray *rows, guint first, guint end,
                             TzLen y)
{
  guint i = first;
  for (; i + 1 < end && row_at (rows, i)->keep; i++)
    y += row_at (rows, i)->before + row_at (rows, i)->advance;
  return y + row_at (rows, i)->before + row_at (rows, i)->ink <= frame->height;
}

/* Whether the exhibits from row I on stand on one page with what the unit, the last one, keeps with. Y is where
 * the unit begins. */
static gboolean ends_well (const TzOfficialFrame *frame, const GPtrArray *rows, guint i, guint first, guint end,
                           TzLen y)
{
  for (guint k = first; k < end; k++)
    y += row_at (rows, k)->before + row_at (rows, k)->advance;
  TzLen height = MAX (y - frame->height, 0);
  for (guint k = i; k < first; k++)
    height += row_at (rows, k)->advance;
  for (guint k = end; k < rows->len; k++) {
    const TzOfficialRow *row = row_at (rows, k);
    height += row->before + (row->keep ? row->advance : row->ink);
    if (!row->keep)
      break;
  }
  return height <= frame->height;
}

/* What kept the unit with the end of the text now keeps the exhibit there. */
static void hand_keep (GPtrArray *rows, guint unit, guint end)
{
  TzOfficialRow *exhibit = rows->pdata[end - 1];
  const TzOfficialRow *next = row_at (rows, end);
  if (next && next->piece->body)
    return;
  for (guint i = unit; i-- > 0 && row_at (rows, i)->keep && row_at (rows, i)->piece->body;) {
    ((TzOfficialRow *)rows->pdata[i])->keep = FALSE;
    exhibit->keep = TRUE;
  }
}

gboolean tz_official_float (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzLen y)
{
  guint first = i;
  while (first < rows->len && is_floating (rows, first))
    first++;
  if (first == i || first == rows->len)
    return FALSE;
  guint end = end_of_unit (rows, first, section_of (rows, i));
  if (end == first || !begins_here (frame, rows, first, end, y))
    return FALSE;
  if (row_at (rows, end - 1)->keep && !ends_well (frame, rows, i, first, end, y))
    return FALSE;
  /* Room above belongs to the place: a blank line below the title. */
  TzOfficialRow *exhibit = rows->pdata[i], *unit = rows->pdata[first];
  TzLen before = exhibit->before;
  exhibit->before = unit->before;
  unit->before = before;
  for (guint k = first; k < end; k++)
    g_ptr_array_insert (rows, (int)(i + k - first), g_ptr_array_steal_index (rows, k));
  hand_keep (rows, i + end - first, end);
  return TRUE;
}
