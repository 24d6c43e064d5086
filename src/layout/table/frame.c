#include "layout/table/frame.h"

#include "layout/table/para.h"

static TzLen paras_height (const GPtrArray *paras, const TzMeasure *measure, TzLen width)
{
  TzLen height = 0;
  for (guint i = 0; i < paras->len; i++)
    height += tz_para_height (paras->pdata[i], measure, width);
  return height;
}

/* What stands above the parts on later pages: what repeats, and the 续表 line. */
static TzLen later_height (const TzTable *table, const TzMeasure *measure, TzLen width)
{
  TzLen height = table->continued ? tz_para_height (table->continued, measure, width) : 0;
  for (guint i = 0; i < table->above->len; i++)
    if (((const TzPara *)table->above->pdata[i])->repeat)
      height += tz_para_height (table->above->pdata[i], measure, width);
  return height;
}

TzLen tz_sized_least_room (const TzSized *sized)
{
  TzLen least = 0;
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    if (!(tz_grid_row (sized->grid, cell->row)->flags & TZ_ROW_HEAD))
      least = MAX (least, tz_sized_height_of (sized, cell, tz_cell_least_lines (sized, cell)));
  }
  return MAX (least, 6 * TZ_PT);
}

gboolean tz_table_frame (const TzSized *sized, const TzMeasure *measure, TzLen width, TzLen height,
                         TzTableFrame *frame)
{
  const TzTable *table = sized->table;
  TzLen least = tz_sized_least_room (sized);
  frame->head = tz_sized_head_height (sized);
  frame->above_first = paras_height (table->above, measure, width);
  frame->above_later = later_height (table, measure, width);
  frame->below = paras_height (table->below, measure, width);
  frame->repeat_above = height - frame->above_later - frame->head >= MAX (least, height / 4);
  if (!frame->repeat_above)
    frame->above_later = 0;
  frame->repeat_head =
      tz_grid_repeat_head (sized->grid) && height - frame->above_later - frame->head >= MAX (least, height / 5);
  return height - frame->head >= least;
}
