/* An exhibit that does not fit where it is: set closer, it may; else text that follows stands before it; and
 * rather than leave much of the page blank even a short table is cut. */
#include "layout/official/exhibit_data.h"

#include "layout/official/float.h"

/* Rows of a table keep half of the room above and below their texts, as in tables on paper of their own. */
#define LEAST_PAD 50

/* ---- closer ---- */

/* A table with PAD hundredths of its padding. */
static TzSized *set_padded (const TzOfficialFrame *frame, const TzSized *sized, int pad)
{
  const TzTightness by = { .pad = pad, .pitch = 100 };
  return tz_sized_new_tight (sized->table, g_memdup2 (sized->x, sizeof (TzLen) * (gsize)(sized->n_cols + 1)),
                             &by, frame->measure);
}

static TzLen rows_height (const TzSized *sized)
{
  return tz_sized_head_height (sized) + tz_exhibit_body_height (sized);
}

static gboolean set_table_closer (const TzOfficialFrame *frame, TzOfficialRow *row, TzLen room)
{
  TzOfficialExhibit *exhibit = row->exhibit;
  TzLen usual = rows_height (exhibit->sized), wanted = usual - (row->ink - room);
  if (wanted < usual / 2)
    return FALSE;
  TzSized *closer = set_padded (frame, exhibit->sized, LEAST_PAD);
  TzLen least = rows_height (closer);
  gboolean fits = least <= wanted;
  if (fits && usual > least) {
    int pad = LEAST_PAD + (int)((100 - LEAST_PAD) * (wanted - least) / (usual - least));
    TzSized *easier = set_padded (frame, exhibit->sized, pad);
    gboolean enough = rows_height (easier) <= wanted;
    tz_sized_free (enough ? closer : easier);
    closer = enough ? easier : closer;
  }
  if (fits) {
    TzSized *swap = exhibit->sized;
    exhibit->sized = closer;
    closer = swap;
    tz_table_frame (exhibit->sized, frame->measure, frame->width, frame->height, &exhibit->frame);
  }
  tz_sized_free (closer);
  return fits;
}

static gboolean set_chart_closer (const TzOfficialFrame *frame, TzOfficialRow *row, TzLen room)
{
  TzSizedChart *closer = tz_sized_chart_new_high (row->piece->chart, frame->width, room, frame->measure);
  gboolean fits = tz_sized_chart_height (closer) <= room;
  if (fits) {
    TzSizedChart *swap = row->exhibit->chart;
    row->exhibit->chart = closer;
    closer = swap;
  }
  tz_sized_chart_free (closer);
  return fits;
}

/* Row I is made so low that it fits ROOM. FALSE: it is as it was. */
static gboolean set_closer (const TzOfficialFrame *frame, const GPtrArray *rows, guint i, TzLen room)
{
  TzOfficialRow *row = rows->pdata[i];
  TzOfficialExhibit *exhibit = row->exhibit;
  if (!tz_official_is_whole (rows, i) || exhibit->panels || room <= exhibit->too_low)
    return FALSE;
  gboolean fits = exhibit->chart ? set_chart_closer (frame, row, room) : set_table_closer (frame, row, room);
  if (fits)
    tz_exhibit_set_heights (frame, row);
  else
    exhibit->too_low = room;
  return fits;
}

/* ---- the whole ---- */

gboolean tz_official_fit_exhibit (const TzOfficialFrame *frame, GPtrArray *rows, guint i, TzLen y, gboolean top)
{
  const TzOfficialRow *row = rows->pdata[i];
  gboolean is_short = tz_official_is_short (frame, row->ink);
  TzLen room = frame->height - y, tail = tz_exhibit_tail (frame, rows, i);
  if (row->slice >= 0 || row->ink + (is_short ? 0 : tail) <= room)
    return FALSE;
  if (set_closer (frame, rows, i, room - tail))
    return TRUE;
  if ((top || !is_short) && tz_official_cut_exhibit (frame, rows, i, y))
    return FALSE;
  if (top)
    return FALSE;
  if (tz_official_float (frame, rows, i, y))
    return TRUE;
  if (is_short && room > frame->height / 4)
    tz_official_cut_exhibit (frame, rows, i, y);
  return FALSE;
}
