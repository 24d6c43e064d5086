/* A table that reaches the end of its page is cut there. */
#include "layout/official/exhibit_data.h"

TzLen tz_exhibit_tail (const TzOfficialFrame *frame, const GPtrArray *rows, guint i)
{
  const TzOfficialRow *row = rows->pdata[i], *next = i + 1 < rows->len ? rows->pdata[i + 1] : NULL;
  if ((row->piece->keep == 0 && !row->keep) || !next || next->new_part || next->piece == row->piece)
    return 0;
  TzLen tail = tz_official_gap (frame) + frame->official->pitch;
  for (guint k = i + 1; k < rows->len; k++) {
    next = rows->pdata[k];
    tail += next->before + (next->keep ? next->advance : next->ink);
    if (!next->keep)
      break;
  }
  return tail <= frame->height / 2 ? tail : 0;
}

static TzCuts *try_cuts (const TzOfficialFrame *frame, const TzOfficialExhibit *exhibit, TzLen y, TzLen tail)
{
  const TzTableFrame *around = &exhibit->frame;
  TzRoom room = { .first = frame->height - y - tz_exhibit_above (exhibit, 0) - around->head,
                  .later = frame->height - around->above_later - (around->repeat_head ? around->head : 0),
                  .notes = (exhibit->below ? around->below : 0) + tail };
  if (y > 0 && room.first < MAX (tz_sized_least_room (exhibit->sized), frame->height / 10))
    return NULL;
  if (room.notes > room.later / 2)
    room.notes = exhibit->below ? around->below : 0;
  return tz_cuts_new (exhibit->sized, &room);
}

static void take_cuts (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzCuts *take_cuts)
{
  TzOfficialRow *row = rows->pdata[i];
  row->exhibit->cuts = take_cuts;
  row->slice = 0;
  row->keep = FALSE;
  tz_exhibit_set_heights (frame, row);
  for (int k = 1; k < (int)take_cuts->slices->len; k++) {
    TzOfficialRow *later = tz_official_row_new (row->piece);
    later->exhibit = row->exhibit;
    later->slice = k;
    later->page = TRUE;
    later->before = 0;
    later->top = TZ_LEN_UNSET;
    later->first = FALSE;
    tz_exhibit_set_heights (frame, later);
    g_ptr_array_insert (rows, (int)i + k, later);
  }
}

gboolean tz_official_cut_exhibit (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzLen y)
{
  const TzOfficialRow *row = rows->pdata[i];
  if (row->exhibit->chart)
    return FALSE;
  TzCuts *cuts = try_cuts (frame, row->exhibit, y, tz_exhibit_tail (frame, rows, i));
  gboolean parts = cuts && cuts->slices->len > 1 && g_array_index (cuts->slices, TzSlice, 0).n > 0;
  if (parts)
    take_cuts (frame, rows, i, cuts);
  else if (cuts)
    tz_cuts_free (cuts);
  return parts;
}
