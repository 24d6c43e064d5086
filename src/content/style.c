#include "content/style.h"

gboolean tz_cell_style_equal (const TzCellStyle *a, const TzCellStyle *b)
{
  return tz_text_style_equal (&a->text, &b->text) && a->valign == b->valign && a->pad_x == b->pad_x &&
         a->pad_y == b->pad_y && a->indent == b->indent && a->kind == b->kind && a->type == b->type &&
         tz_fill_in_equal (&a->fill, &b->fill) && a->background == b->background;
}
