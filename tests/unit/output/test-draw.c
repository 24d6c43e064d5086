/* What reaches the paper, looked at as pixels. */
#include "output/draw.h"
#include "help/typeset.h"

#include <string.h>

#define SIDE 120 /* pixels, at one to the point */

/* How many pixels of the picture are mostly red, or mostly black. */
typedef struct {
  int red, black;
} Ink;

/* PAGE takes the picture; SIDE wide and high. */
static Ink draw_page (TzTypesetter *setter, const TzPage *page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  TzDraw *draw = tz_draw_new (tz_typesetter_fonts (setter));
  tz_draw_page (draw, cr, page);
  tz_draw_free (draw);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  Ink ink = { 0 };
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++) {
      guint32 pixel;
      memcpy (&pixel,
              cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4,
              sizeof pixel);
      guint red = pixel >> 16 & 0xFF, green = pixel >> 8 & 0xFF;
      ink.red += red > 0xC0 && green < 0x80;
      ink.black += red < 0x80 && green < 0x80;
    }
  cairo_surface_destroy (surface);
  return ink;
}

static Ink draw_lines (TzTypesetter *setter, const TzLines *lines)
{
  TzPage *page = tz_page_new (SIDE * TZ_PT, SIDE * TZ_PT);
  tz_page_add_text (page, lines, 0, lines->n_lines, 10 * TZ_PT, 10 * TZ_PT);
  Ink ink = draw_page (setter, page);
  tz_page_free (page);
  return ink;
}

static Ink draw_with (const TzTextRun *runs, int n_runs)
{
  TzTypesetter *setter = typeset_new ();
  TzTextStyle style = typeset_style ();
  style.size = 30 * TZ_PT;
  style.pitch = 40 * TZ_PT;
  Ink ink = draw_lines (setter, tz_typeset (setter, "国国国", runs, n_runs, &style, 200 * TZ_PT));
  tz_typesetter_free (setter);
  return ink;
}

static void test_run_has_its_colour (void)
{
  const TzTextRun run = { .start = 3, .end = 6, .colour = 0xFF0000 };
  Ink ink = draw_with (&run, 1);
  g_assert_cmpint (ink.red, >, 20);
  g_assert_cmpint (ink.black, >, 40);
}

static void test_text_is_black (void)
{
  Ink ink = draw_with (NULL, 0);
  g_assert_cmpint (ink.red, ==, 0);
  g_assert_cmpint (ink.black, >, 60);
}

static void test_missing_character_shows (void)
{
  TzTypesetter *setter = typeset_new ();
  TzTextStyle style = typeset_style ();
  style.size = 30 * TZ_PT;
  style.pitch = 40 * TZ_PT;
  const TzLines *lines = tz_typeset (setter, "\U0001F9EE", NULL, 0, &style, 200 * TZ_PT);
  g_assert_cmpint (lines->n_missing, ==, 1);
  g_assert_cmpint (draw_lines (setter, lines).black, >, 40);
  tz_typesetter_free (setter);
}

static Ink draw_shape (const TzPageShape *look)
{
  const TzPagePoint corners[] = { { 10 * TZ_PT, 10 * TZ_PT },
                                  { 110 * TZ_PT, 10 * TZ_PT },
                                  { 110 * TZ_PT, 110 * TZ_PT } };
  TzTypesetter *setter = typeset_new ();
  TzPage *page = tz_page_new (SIDE * TZ_PT, SIDE * TZ_PT);
  tz_page_add_shape (page, corners, G_N_ELEMENTS (corners), look);
  Ink ink = draw_page (setter, page);
  tz_page_free (page);
  tz_typesetter_free (setter);
  return ink;
}

static void test_polygon_is_filled (void)
{
  const TzPageShape look = { .fill = 0xFF0000, .stroke = TZ_NO_COLOUR, .closed = TRUE };
  Ink ink = draw_shape (&look);
  g_assert_cmpint (ABS (ink.red - 5000), <, 150); /* half of 100 x 100 */
  g_assert_cmpint (ink.black, ==, 0);
}

static void test_line_is_open (void)
{
  const TzPageShape look = { .fill = TZ_NO_COLOUR, .stroke = 0, .thickness = 2 * TZ_PT };
  TzPageShape closed = look;
  closed.closed = TRUE;
  Ink ink = draw_shape (&look);
  g_assert_cmpint (ABS (ink.black - 400), <, 20); /* two sides of 100 */
  g_assert_cmpint (draw_shape (&closed).black, >, ink.black + 150);
}

static void test_dashes_leave_gaps (void)
{
  const TzPageShape look = { .fill = TZ_NO_COLOUR, .stroke = 0, .thickness = 2 * TZ_PT, .dash = 5 * TZ_PT };
  g_assert_cmpint (ABS (draw_shape (&look).black - 200), <, 20);
}

int main (int argc, char **argv)
{
  typeset_isolate ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/run-has-its-colour", test_run_has_its_colour);
  g_test_add_func ("/draw/text-is-black", test_text_is_black);
  g_test_add_func ("/draw/missing-character-shows", test_missing_character_shows);
  g_test_add_func ("/draw/polygon-is-filled", test_polygon_is_filled);
  g_test_add_func ("/draw/line-is-open", test_line_is_open);
  g_test_add_func ("/draw/dashes-leave-gaps", test_dashes_leave_gaps);
  return g_test_run ();
}
