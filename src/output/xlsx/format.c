#include "output/xlsx/format.h"

#include "output/xlsx/workbook.h"

#include <string.h>

/* Excel has no "flush on both sides but for the last line" that Chinese text
 * keeps with every viewer, so running text stands left, as in tables made by hand. */
static const guint8 aligns[] = {
  [TZ_ALIGN_JUSTIFY] = LXW_ALIGN_LEFT,  [TZ_ALIGN_LEFT] = LXW_ALIGN_LEFT,
  [TZ_ALIGN_CENTER] = LXW_ALIGN_CENTER, [TZ_ALIGN_RIGHT] = LXW_ALIGN_RIGHT,
  [TZ_ALIGN_DECIMAL] = LXW_ALIGN_RIGHT, [TZ_ALIGN_SPREAD] = LXW_ALIGN_DISTRIBUTED,
};

static const guint8 valigns[] = {
  [TZ_VALIGN_TOP] = LXW_ALIGN_VERTICAL_TOP,
  [TZ_VALIGN_MIDDLE] = LXW_ALIGN_VERTICAL_CENTER,
  [TZ_VALIGN_BOTTOM] = LXW_ALIGN_VERTICAL_BOTTOM,
};

TzXlsxLook tz_xlsx_look_of (const TzTextStyle *text, TzVAlign valign)
{
  TzXlsxLook look;
  memset (&look, 0, sizeof look);
  look.size = text->size;
  look.colour = text->colour;
  look.background = 0xFFFFFF;
  look.role = (guint8)text->role;
  look.bold = text->bold != FALSE;
  look.align = aligns[text->align];
  look.valign = valigns[valign];
  return look;
}

guint8 tz_xlsx_border (TzLen thickness)
{
  if (thickness <= 0)
    return LXW_BORDER_NONE;
  if (thickness < TZ_PT)
    return LXW_BORDER_THIN;
  return thickness < 2 * TZ_PT ? LXW_BORDER_MEDIUM : LXW_BORDER_THICK;
}

const char *tz_xlsx_font_name (const TzXlsx *xlsx, TzRole role)
{
  const char *own = xlsx->layout->doc->excel.font_names[role];
  if (own && *own)
    return own;
  return xlsx->fonts ? tz_fonts_office_name (xlsx->fonts, role) : tz_role_name (role);
}

static lxw_format *make_format (TzXlsx *xlsx, const TzXlsxLook *look)
{
  lxw_format *format = workbook_add_format (xlsx->book);
  format_set_font_name (format, tz_xlsx_font_name (xlsx, (TzRole)look->role));
  format_set_font_size (format, tz_len_to_pt (look->size));
  if (look->bold)
    format_set_bold (format);
  if (look->colour)
    format_set_font_color (format, look->colour);
  if (look->background != 0xFFFFFF) {
    format_set_pattern (format, LXW_PATTERN_SOLID);
    format_set_bg_color (format, look->background ? look->background : LXW_COLOR_BLACK);
  }
  format_set_align (format, look->align);
  format_set_align (format, look->valign);
  if (look->indent)
    format_set_indent (format, look->indent);
  if (look->single)
    format_set_shrink (format);
  else
    format_set_text_wrap (format);
  format_set_left (format, look->left);
  format_set_top (format, look->top);
  format_set_right (format, look->right);
  format_set_bottom (format, look->bottom);
  if (look->diagonal) {
    format_set_diag_type (format, LXW_DIAGONAL_BORDER_DOWN);
    format_set_diag_border (format, look->diagonal);
  }
  if (look->num_format)
    format_set_num_format (format, look->num_format);
  if (look->unlocked)
    format_set_unlocked (format);
  return format;
}

lxw_format *tz_xlsx_format (TzXlsx *xlsx, const TzXlsxLook *look)
{
  GBytes *key = g_bytes_new (look, sizeof *look);
  lxw_format *format = g_hash_table_lookup (xlsx->formats, key);
  if (format) {
    g_bytes_unref (key);
    return format;
  }
  format = make_format (xlsx, look);
  g_hash_table_insert (xlsx->formats, key, format);
  return format;
}
