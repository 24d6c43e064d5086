/* Charts: their drawings as goldens, and what must hold for any chart: texts stand inside
 * and apart. CHART_PDF=FILE draws the specimens for a look. */
#include "layout/chart.h"

#include "output/backends.h"
#include "output/dump.h"
#include "setting.h"
#include "specimen.h"
#include "toy.h"

#include <string.h>

#define WIDTH (442 * TZ_PT) /* 156 mm, the type area of an official page */

static TzLayout *layout_of (const Specimen *specimen, const TzMeasure *measure)
{
  TzChart *chart = specimen->make ();
  TzSizedChart *sized = tz_sized_chart_new (chart, WIDTH, measure);
  TzLayout *layout = g_new0 (TzLayout, 1);
  TzLen margin = 20 * TZ_PT;
  layout->pages = tz_pages_new ();
  TzPage *page = tz_pages_add (layout->pages, WIDTH + 2 * margin, tz_sized_chart_height (sized) + 2 * margin);
  tz_sized_chart_draw (sized, page, margin, margin);
  tz_sized_chart_free (sized);
  tz_chart_free (chart);
  return layout;
}

static void layout_free (TzLayout *layout)
{
  tz_pages_free (layout->pages);
  g_free (layout);
}

/* ---- goldens ---- */

/* UPDATE_GOLDEN=1 writes what comes out now; read the difference before keeping it. */
static void test_golden (gconstpointer data)
{
  const Specimen *specimen = data;
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  TzLayout *layout = layout_of (specimen, &measure);
  char *dump = tz_dump (layout, "pages"), *wanted = NULL;
  char *file = g_strconcat (specimen->name, ".txt", NULL);
  char *path = g_test_build_filename (G_TEST_DIST, "golden", "chart", file, NULL);
  if (g_getenv ("UPDATE_GOLDEN"))
    g_assert_true (g_file_set_contents (path, dump, -1, NULL));
  g_assert_true (g_file_get_contents (path, &wanted, NULL, NULL));
  g_assert_cmpstr (dump, ==, wanted);
  g_free (wanted);
  g_free (path);
  g_free (file);
  g_free (dump);
  layout_free (layout);
  toy_free (toy);
}

/* ---- texts stand inside and apart ---- */

typedef struct {
  TzLen x0, y0, x1, y1;
  const TzLines *lines;
  int line;
} Box;

static void add_boxes (GArray *boxes, const TzPageText *text)
{
  const TzLines *lines = text->lines;
  for (int i = text->first; i < text->first + text->n; i++) {
    const TzLine *line = &lines->lines[i];
    if (line->n_glyphs == 0)
      continue;
    TzLen y = text->y + (i - text->first) * lines->pitch;
    /* An opening bracket may begin left of 0, with the blank half of its em. */
    Box box = { .x0 = text->x + MAX (lines->glyphs[line->glyph].x, 0),
                .y0 = y,
                .x1 = text->x + line->width,
                .y1 = y + lines->size,
                .lines = lines,
                .line = i };
    g_array_append_val (boxes, box);
  }
}

static GArray *boxes_of (const TzPage *page)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  for (guint i = 0; i < page->texts->len; i++)
    add_boxes (boxes, &g_array_index (page->texts, TzPageText, i));
  return boxes;
}

static char *box_words (const Box *box)
{
  const TzLine *line = &box->lines->lines[box->line];
  g_autofree char *text = g_strndup (box->lines->text + line->start, line->end - line->start);
  return g_strdup_printf ("“%s” (%.2f %.2f to %.2f %.2f)", text, tz_len_to_pt (box->x0), tz_len_to_pt (box->y0),
                          tz_len_to_pt (box->x1), tz_len_to_pt (box->y1));
}

static void assert_inside (const Box *box, const TzPage *page, const char *chart)
{
  TzLen slack = TZ_PT / 50; /* positions of glyphs are rounded */
  if (box->x0 >= -slack && box->y0 >= -slack && box->x1 <= page->width + slack &&
      box->y1 <= page->height + slack)
    return;
  g_error ("%s: %s sticks out of %.2f x %.2f", chart, box_words (box), tz_len_to_pt (page->width),
           tz_len_to_pt (page->height));
}

static void assert_apart (const Box *a, const Box *b, const char *chart)
{
  TzLen slack = TZ_PT / 50;
  if (a->x1 <= b->x0 + slack || b->x1 <= a->x0 + slack || a->y1 <= b->y0 + slack || b->y1 <= a->y0 + slack)
    return;
  g_error ("%s: %s and %s overlap", chart, box_words (a), box_words (b));
}

static void assert_legible (const TzPage *page, const char *chart)
{
  GArray *boxes = boxes_of (page);
  for (guint i = 0; i < boxes->len; i++) {
    const Box *box = &g_array_index (boxes, Box, i);
    assert_inside (box, page, chart);
    for (guint k = 0; k < i; k++)
      assert_apart (box, &g_array_index (boxes, Box, k), chart);
  }
  g_array_unref (boxes);
}

static void assert_chart_is_legible (guint32 seed, const TzMeasure *measure)
{
  static const char *const kinds[] = { "bars", "progress", "trend", "calendar" };
  GRand *rand = g_rand_new_with_seed (seed);
  TzChart *chart = specimen_by_chance (rand);
  TzLen width = g_rand_int_range (rand, 150, 700) * TZ_PT;
  TzSizedChart *sized = tz_sized_chart_new (chart, width, measure);
  TzPage *page = tz_page_new (width, tz_sized_chart_height (sized));
  tz_sized_chart_draw (sized, page, 0, 0);
  g_autofree char *name = g_strdup_printf ("chart of seed %u (%s)", seed, kinds[chart->kind]);
  assert_legible (page, name);
  tz_page_free (page);
  tz_sized_chart_free (sized);
  tz_chart_free (chart);
  g_rand_free (rand);
}

static void test_legible (void)
{
  for (guint32 seed = 0; seed < 3000; seed++) {
    Toy *toy = toy_new ();
    TzMeasure measure = toy_measure (toy);
    assert_chart_is_legible (seed, &measure);
    toy_free (toy);
  }
}

static void test_legible_in_real_fonts (void)
{
  TzTypesetter *setter = setting_new ();
  TzMeasure measure = tz_measure_typeset (setter);
  for (guint32 seed = 10000; seed < 11000; seed++) {
    assert_chart_is_legible (seed, &measure);
    tz_typesetter_reset (setter);
  }
  tz_typesetter_free (setter);
}

/* ---- a look ---- */

static void draw_specimens (const char *path)
{
  TzTypesetter *setter = setting_new ();
  TzMeasure measure = tz_measure_typeset (setter);
  TzLayout all = { .pages = tz_pages_new () };
  for (const Specimen *specimen = specimens; specimen->name; specimen++) {
    TzLayout *layout = layout_of (specimen, &measure);
    const TzPage *page = layout->pages->pages->pdata[0];
    tz_page_add_drawing (tz_pages_add (all.pages, page->width, page->height), page, 0, 0);
    layout_free (layout);
  }
  GError *error = NULL;
  tz_backend_pdf.write (&all, tz_typesetter_fonts (setter), path, 0, NULL, &error);
  g_assert_no_error (error);
  tz_pages_free (all.pages);
  tz_typesetter_free (setter);
}

int main (int argc, char **argv)
{
  setting_isolate ();
  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("CHART_PDF"))
    draw_specimens (g_getenv ("CHART_PDF"));
  for (const Specimen *specimen = specimens; specimen->name; specimen++) {
    char *name = g_strconcat ("/chart/golden/", specimen->name, NULL);
    g_test_add_data_func (name, specimen, test_golden);
    g_free (name);
  }
  g_test_add_func ("/chart/legible", test_legible);
  g_test_add_func ("/chart/legible-in-real-fonts", test_legible_in_real_fonts);
  return g_test_run ();
}
