/* startup OUT.pdf: the least a program costs that sets Chinese with Pango the usual
 * way: the default font map, one CJK font, one line, a PDF. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

int main (int argc, char **argv)
{
  if (argc != 2)
    return 2;
  cairo_surface_t *surface = cairo_pdf_surface_create (argv[1], 842, 595);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Serif CJK SC 12");
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "全面提升获得电力服务水平", -1);
  cairo_move_to (cr, 72, 72);
  pango_cairo_show_layout (cr, layout);
  cairo_show_page (cr);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  int failed = cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return failed;
}
