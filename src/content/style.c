#include "content/style.h"

/* Field by field: padding bytes of the structs are not defined. */
static gboolean text_style_equal (const TzTextStyle *a, const TzTextStyle *b)
{
  return a->role == b->role && a->size == b->size && a->pitch == b->pitch && a->bold == b->bold &&
         a->colour == b->colour && a->align == b->align && a->prohibit == b->prohibit &&
         a->first_indent == b->first_indent && a->hang == b->hang && a->shrink_floor == b->shrink_floor;
}

gboolean tz_cell_style_equal (const TzCellStyle *a, const TzCellStyle *b)
{
  return text_style_equal (&a->text, &b->text) && a->valign == b->valign && a->pad_x == b->pad_x &&
         a->pad_y == b->pad_y && a->kind == b->kind && a->type == b->type && a->fill == b->fill &&
         a->choices == b->choices && a->prompt == b->prompt && a->background == b->background;
}
