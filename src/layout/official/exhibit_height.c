#include "layout/official/exhibit_data.h"

#include "layout/table/panel.h"
#include "layout/table/para.h"

void tz_official_exhibit_free (TzOfficialExhibit *exhibit)
{
  if (exhibit->cuts)
    tz_cuts_free (exhibit->cuts);
  if (exhibit->panels)
    tz_panels_free (exhibit->panels);
  else if (exhibit->sized && exhibit->lead == exhibit)
    tz_sized_free (exhibit->sized);
  if (exhibit->chart)
    tz_sized_chart_free (exhibit->chart);
  g_free (exhibit->cells);
  g_free (exhibit);
}

TzOfficialExhibit *tz_exhibit_new (const TzOfficialFrame *frame)
{
  TzOfficialExhibit *exhibit = g_new0 (TzOfficialExhibit, 1);
  exhibit->lead = exhibit;
  g_ptr_array_add (frame->exhibits, exhibit);
  return exhibit;
}

/* ---- heights ---- */

TzLen tz_official_gap (const TzOfficialFrame *frame)
{
  return frame->official->pitch - frame->official->em;
}

TzLen tz_official_whole_lines (const TzOfficialFrame *frame, TzLen height)
{
  TzLen pitch = frame->official->pitch;
  return (height + pitch - 1) / pitch * pitch;
}

TzLen tz_exhibit_body_height (const TzSized *sized)
{
  TzLen height = 0;
  for (int r = tz_grid_n_head (sized->grid); r < sized->n_rows; r++)
    height += sized->height[r];
  return height;
}

static TzLen slice_height (const TzCuts *cuts, int number)
{
  const TzSlice *slice = &g_array_index (cuts->slices, TzSlice, number);
  TzLen height = 0;
  for (int i = 0; i < slice->n; i++)
    height += g_array_index (cuts->parts, TzPart, slice->first + i).height;
  return height;
}

gboolean tz_exhibit_has_head (const TzOfficialExhibit *exhibit, int slice)
{
  return slice <= 0 || exhibit->frame.repeat_head;
}

TzLen tz_exhibit_above (const TzOfficialExhibit *exhibit, int slice)
{
  if (slice > 0 || exhibit->lead != exhibit)
    return exhibit->frame.above_later;
  return exhibit->above ? exhibit->frame.above_first : 0;
}

gboolean tz_exhibit_is_last (const TzOfficialExhibit *exhibit, int slice)
{
  return !exhibit->cuts || slice == (int)exhibit->cuts->slices->len - 1;
}

static TzLen height_of (const TzOfficialExhibit *exhibit, int slice)
{
  if (exhibit->chart)
    return tz_sized_chart_height (exhibit->chart);
  return tz_exhibit_above (exhibit, slice) + (tz_exhibit_has_head (exhibit, slice) ? exhibit->frame.head : 0) +
         (slice < 0 ? tz_exhibit_body_height (exhibit->sized) : slice_height (exhibit->cuts, slice)) +
         (tz_exhibit_is_last (exhibit, slice) && exhibit->below ? exhibit->frame.below : 0);
}

void tz_exhibit_set_heights (const TzOfficialFrame *frame, TzOfficialRow *row)
{
  row->ink = height_of (row->exhibit, row->slice);
  row->advance = tz_exhibit_is_last (row->exhibit, row->slice)
                     ? tz_official_whole_lines (frame, row->ink + tz_official_gap (frame))
                     : row->ink + tz_official_gap (frame);
}

/* Lines of type have room above and below them; charts and the rules of tables have none. */
static TzLen air_above (const TzOfficialFrame *frame, const TzPara *para)
{
  TzLen height;
  g_autoptr (GArray) texts = tz_para_texts (para, frame->measure, frame->width, &height);
  return para->space_before + g_array_index (texts, TzParaText, 0).y;
}

static TzLen air_below (const TzOfficialFrame *frame, const TzPara *para)
{
  TzLen height;
  g_autoptr (GArray) texts = tz_para_texts (para, frame->measure, frame->width, &height);
  const TzParaText *last = &g_array_index (texts, TzParaText, texts->len - 1);
  return para->space_after + height - last->y - (last->lines->n_lines - 1) * last->lines->pitch -
         last->lines->size;
}

TzLen tz_official_exhibit_lead (const TzOfficialFrame *frame, const TzOfficialRow *row, TzLen y)
{
  const TzOfficialExhibit *exhibit = row->exhibit;
  const TzTable *table = exhibit->chart ? NULL : exhibit->sized->table;
  TzLen spare = row->advance - row->ink - tz_official_gap (frame);
  if (y <= 0 || spare <= 0)
    return 0;
  if (table && exhibit->lead == exhibit && exhibit->above && table->above->len > 0)
    spare -= air_above (frame, table->above->pdata[0]);
  if (table && exhibit->below && table->below->len > 0)
    spare += air_below (frame, table->below->pdata[table->below->len - 1]);
  return CLAMP (spare / 2, 0, MAX (frame->height - y - row->ink, 0));
}

gboolean tz_official_is_short (const TzOfficialFrame *frame, TzLen height)
{
  return height <= frame->height / 2;
}
