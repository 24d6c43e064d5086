/* Charts: their drawings as goldens, and what must hold for any chart: texts stand inside
 * and apart. CHART_PDF=FILE draws the specimens for a look. */
#include "layout/chart/chart.h"

#include "output/backends.h"
#include "output/dump.h"
#include "help/golden.h"
#include "help/typeset.h"
#include "help/specimen.h"
#include "help/toy.h"

#include "layout/chart/strip.h"

#include <math.h>
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

static void test_golden (gconstpointer data)
{
  const Specimen *specimen = data;
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  TzLayout *layout = layout_of (specimen, &measure);
  char *dump = tz_dump (layout, "pages");
  char *file = g_strconcat (specimen->name, ".txt", NULL);
  assert_golden ("chart", file, dump);
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
  for (guint32 seed = 0; seed < 5000; seed++) {
    Toy *toy = toy_new ();
    TzMeasure measure = toy_measure (toy);
    assert_chart_is_legible (seed, &measure);
    toy_free (toy);
  }
}

static void test_legible_in_real_fonts (void)
{
  TzTypesetter *setter = typeset_new ();
  TzMeasure measure = tz_measure_typeset (setter);
  for (guint32 seed = 10000; seed < 12000; seed++) {
    assert_chart_is_legible (seed, &measure);
    tz_typesetter_reset (setter);
  }
  tz_typesetter_free (setter);
}

/* Too narrow for any order; but nothing may break. */
static void test_any_width (void)
{
  static const TzLen widths[] = {
    G_MININT32, -1, 0, 1, TZ_PT, 7 * TZ_PT, 20 * TZ_PT, 60 * TZ_PT, 5000 * TZ_PT
  };
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  for (guint32 seed = 20000; seed < 20200; seed++) {
    GRand *rand = g_rand_new_with_seed (seed);
    TzChart *chart = specimen_by_chance (rand);
    TzSizedChart *sized = tz_sized_chart_new (chart, widths[seed % G_N_ELEMENTS (widths)], &measure);
    g_assert_cmpint (tz_sized_chart_height (sized), >, 0);
    tz_sized_chart_free (sized);
    tz_chart_free (chart);
    g_rand_free (rand);
  }
  toy_free (toy);
}

/* ---- what stands in a chart ---- */

typedef struct {
  Toy *toy;
  TzMeasure measure;
  TzChart *chart;
  TzPage *page; /* with the chart drawn in its corner */
} Drawn;

static Drawn *draw_chart (TzChart *take_chart)
{
  Drawn *drawn = g_new0 (Drawn, 1);
  drawn->toy = toy_new ();
  drawn->measure = toy_measure (drawn->toy);
  drawn->chart = take_chart;
  TzSizedChart *sized = tz_sized_chart_new (take_chart, WIDTH, &drawn->measure);
  drawn->page = tz_page_new (WIDTH, tz_sized_chart_height (sized));
  tz_sized_chart_draw (sized, drawn->page, 0, 0);
  tz_sized_chart_free (sized);
  return drawn;
}

static void drawn_free (Drawn *drawn)
{
  tz_page_free (drawn->page);
  tz_chart_free (drawn->chart);
  toy_free (drawn->toy);
  g_free (drawn);
}

static int count_texts (const TzPage *page, const char *text)
{
  int n = 0;
  for (guint i = 0; i < page->texts->len; i++)
    n += g_str_equal (g_array_index (page->texts, TzPageText, i).lines->text, text);
  return n;
}

static const TzPageText *find_text (const TzPage *page, const char *text)
{
  for (guint i = 0; i < page->texts->len; i++) {
    const TzPageText *found = &g_array_index (page->texts, TzPageText, i);
    if (g_str_equal (found->lines->text, text))
      return found;
  }
  g_error ("no text “%s”", text);
}

/* The N-th fill of TONE; the legend's is the first. */
static const TzPageFill *find_fill (const TzPage *page, TzTone tone, int n)
{
  for (guint i = 0; i < page->fills->len; i++) {
    const TzPageFill *fill = &g_array_index (page->fills, TzPageFill, i);
    if (fill->colour == tz_tone_colour (tone) && n-- == 0)
      return fill;
  }
  return NULL;
}

static void add_value (TzChart *chart, guint series, int value)
{
  g_array_append_val (((TzChartSeries *)chart->series->pdata[series])->values, value);
}

/* A chart of N categories and the series DONE and LATE; VALUES: n times a value of each. */
static TzChart *small_chart (TzChartKind kind, const char *unit, int n, const int *values)
{
  TzChart *chart = tz_chart_new (kind, "small", NULL, unit);
  tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  tz_chart_add_series (chart, "逾期", TZ_TONE_LATE);
  for (int i = 0; i < n; i++) {
    tz_chart_add_category (chart, "类别");
    add_value (chart, 0, values[2 * i]);
    add_value (chart, 1, values[2 * i + 1]);
  }
  return chart;
}

static void test_bars_are_to_scale (void)
{
  const int values[] = { 40, 0, 20, 0, 10, 0 };
  Drawn *drawn = draw_chart (small_chart (TZ_CHART_BARS, "项", 3, values));
  TzLen longest = find_fill (drawn->page, TZ_TONE_DONE, 1)->width;
  g_assert_cmpint (longest, >, WIDTH / 2);
  g_assert_cmpint (ABS (find_fill (drawn->page, TZ_TONE_DONE, 2)->width - longest / 2), <=, 2);
  g_assert_cmpint (ABS (find_fill (drawn->page, TZ_TONE_DONE, 3)->width - longest / 4), <=, 2);
  drawn_free (drawn);
}

static void test_zero_leaves_nothing (void)
{
  const int values[] = { 40, 0, 0, 0 };
  Drawn *drawn = draw_chart (small_chart (TZ_CHART_BARS, "项", 2, values));
  g_assert_null (find_fill (drawn->page, TZ_TONE_LATE, 0)); /* nor in the legend */
  g_assert_cmpint (drawn->page->fills->len, ==, 2);         /* a key and a bar */
  g_assert_cmpint (count_texts (drawn->page, "逾期"), ==, 0);
  g_assert_cmpint (count_texts (drawn->page, "0"), ==, 1); /* the second whole */
  drawn_free (drawn);
}

static void test_unknown_is_not_zero (void)
{
  const int values[] = { TZ_CHART_UNKNOWN, TZ_CHART_UNKNOWN, 7, TZ_CHART_UNKNOWN, 0, 0 };
  Drawn *drawn = draw_chart (small_chart (TZ_CHART_BARS, "项", 3, values));
  g_assert_cmpint (count_texts (drawn->page, "无数据"), ==, 1);
  g_assert_cmpint (count_texts (drawn->page, "≥7"), ==, 1);
  g_assert_cmpint (count_texts (drawn->page, "0"), ==, 1);
  drawn_free (drawn);
}

/* A thousandth of the bar has its number, below it. */
static void test_small_pieces_have_numbers (void)
{
  const int values[] = { 9990, 10 };
  Drawn *drawn = draw_chart (small_chart (TZ_CHART_BARS, "项", 1, values));
  const TzPageFill *bar = find_fill (drawn->page, TZ_TONE_DONE, 1);
  g_assert_cmpint (find_text (drawn->page, "9990")->y, <, bar->y + bar->height);
  g_assert_cmpint (find_text (drawn->page, "10")->y, >=, bar->y + bar->height);
  g_assert_nonnull (find_fill (drawn->page, TZ_TONE_LATE, 1));
  g_assert_cmpint (count_texts (drawn->page, "10000"), ==, 1);
  drawn_free (drawn);
}

/* All values differ, so that each number can be told. */
static void assert_every_number_stands (TzChartKind kind, guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  int n = g_rand_int_range (rand, 1, 9), n_series = g_rand_int_range (rand, 2, 6), value = 0;
  TzChart *chart = tz_chart_new (kind, "numbers", NULL, "项");
  for (int k = 0; k < n_series; k++)
    tz_chart_add_series (chart, "线", (TzTone)k);
  for (int i = 0; i < n; i++) {
    tz_chart_add_category (chart, "类");
    for (int k = 0; k < n_series; k++)
      add_value (chart, (guint)k, value += g_rand_int_range (rand, 1, g_rand_int_range (rand, 2, 60)));
  }
  Drawn *drawn = draw_chart (chart);
  for (guint i = 0; i < chart->series->len; i++)
    for (int k = 0; k < n; k++) {
      const TzChartSeries *series = chart->series->pdata[i];
      char *number = g_strdup_printf ("%d", g_array_index (series->values, int, k));
      if (count_texts (drawn->page, number) == 0)
        g_error ("seed %u: no number “%s”", seed, number);
      g_free (number);
    }
  drawn_free (drawn);
  g_rand_free (rand);
}

static void test_every_number_stands (void)
{
  for (guint32 seed = 0; seed < 300; seed++) {
    assert_every_number_stands (TZ_CHART_BARS, seed);
    assert_every_number_stands (TZ_CHART_TREND, seed);
  }
}

static gboolean is_hatched (const TzPage *page)
{
  for (guint i = 0; i < page->rules->len; i++)
    if (g_array_index (page->rules, TzPageRule, i).colour == 0xFFFFFF)
      return TRUE;
  return FALSE;
}

static void test_hatching_tells_tones_apart (void)
{
  const int values[] = { 3, 3 };
  Drawn *drawn = draw_chart (small_chart (TZ_CHART_BARS, "项", 1, values));
  g_assert_true (is_hatched (drawn->page));
  drawn_free (drawn);
  TzChart *one = tz_chart_new (TZ_CHART_BARS, "one", NULL, "项");
  tz_chart_add_series (one, "逾期", TZ_TONE_LATE);
  tz_chart_add_category (one, "类别");
  add_value (one, 0, 3);
  drawn = draw_chart (one);
  g_assert_false (is_hatched (drawn->page));
  drawn_free (drawn);
}

static void test_parts_are_one_chart (void)
{
  int values[200];
  for (int i = 0; i < 100; i++) {
    values[2 * i] = 1000 + i;
    values[2 * i + 1] = 0;
  }
  TzChart *chart = small_chart (TZ_CHART_BARS, "项", 100, values);
  g_free (chart->title);
  chart->title = g_strdup ("图1 情况");
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  TzLen room = 640 * TZ_PT;
  GPtrArray *parts = tz_sized_chart_parts (chart, WIDTH, room, &measure);
  g_assert_cmpint (parts->len, >, 1);
  TzPage *page = tz_page_new (WIDTH, parts->len * room);
  for (guint i = 0; i < parts->len; i++) {
    g_assert_cmpint (tz_sized_chart_height (parts->pdata[i]), <=, room);
    tz_sized_chart_draw (parts->pdata[i], page, 0, i * room);
  }
  g_assert_cmpint (count_texts (page, "类别"), ==, 100);
  g_assert_cmpint (count_texts (page, "图1 情况"), ==, 1);
  g_assert_cmpint (count_texts (page, "图1 情况（续）"), ==, parts->len - 1);
  TzLen first = find_fill (page, TZ_TONE_DONE, 1)->width;
  const TzPageFill *last = &g_array_index (page->fills, TzPageFill, page->fills->len - 1);
  g_assert_cmpint (ABS (last->width * 1000 / first - 1099), <=, 1);
  tz_page_free (page);
  g_ptr_array_unref (parts);
  tz_chart_free (chart);
  toy_free (toy);
}

static void test_time_gone_by_is_one_line (void)
{
  const int values[] = { 300, 500, 700, 500 };
  Drawn *drawn = draw_chart (small_chart (TZ_CHART_PROGRESS, "%", 2, values));
  g_assert_cmpint (count_texts (drawn->page, "逾期 50%"), ==, 1); /* the name of its series */
  g_assert_cmpint (count_texts (drawn->page, "30%"), ==, 1);
  g_assert_cmpint (count_texts (drawn->page, "70%"), ==, 1);
  drawn_free (drawn);
}

static void test_own_times_stand_in_brackets (void)
{
  const int values[] = { 300, 500, 700, 250 };
  Drawn *drawn = draw_chart (small_chart (TZ_CHART_PROGRESS, "%", 2, values));
  g_assert_cmpint (count_texts (drawn->page, "30%（50%）"), ==, 1);
  g_assert_cmpint (count_texts (drawn->page, "70%（25%）"), ==, 1);
  drawn_free (drawn);
}

static void test_equal_values_share_a_number (void)
{
  const int values[] = { 31, 31, 5, 8 };
  Drawn *drawn = draw_chart (small_chart (TZ_CHART_TREND, "项", 2, values));
  g_assert_cmpint (count_texts (drawn->page, "31"), ==, 1);
  g_assert_cmpint (count_texts (drawn->page, "5"), ==, 1);
  g_assert_cmpint (count_texts (drawn->page, "8"), ==, 1);
  drawn_free (drawn);
}

/* Lines that are not closed. */
static int count_lines (const TzPage *page)
{
  int n = 0;
  for (guint i = 0; i < page->shapes->len; i++)
    n += !g_array_index (page->shapes, TzPageShape, i).closed;
  return n;
}

static void test_line_breaks_at_the_unknown (void)
{
  const int values[] = { 1, 9, 2, 9, TZ_CHART_UNKNOWN, 9, 4, 9, 5, 9 };
  Drawn *drawn = draw_chart (small_chart (TZ_CHART_TREND, "项", 5, values));
  g_assert_cmpint (count_lines (drawn->page), ==, 3);
  drawn_free (drawn);
}

static void test_years_are_said_once (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_TREND, "years", NULL, "项");
  tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  for (int i = 0; i < 14; i++) {
    char *name = g_strdup_printf ("%d年%d月", 2021 + i / 12, i % 12 + 1);
    tz_chart_add_category (chart, name);
    add_value (chart, 0, i);
    g_free (name);
  }
  Drawn *drawn = draw_chart (chart);
  g_assert_cmpint (count_texts (drawn->page, "2021年"), ==, 1);
  g_assert_cmpint (find_text (drawn->page, "2022年")->x, >, find_text (drawn->page, "11月")->x);
  g_assert_cmpint (count_texts (drawn->page, "1月"), ==, 2);
  drawn_free (drawn);
}

/* ---- the periods of a trend ---- */

/* A trend of N periods called NAME (with one %d: FIRST, FIRST + 1 …), all of VALUE. */
static TzChart *periods_chart (int n, const char *name, int first, int value)
{
  TzChart *chart = tz_chart_new (TZ_CHART_TREND, "periods", NULL, "项");
  tz_chart_add_series (chart, "已完成", TZ_TONE_DONE);
  for (int i = 0; i < n; i++) {
    g_auto (GStrv) parts = g_strsplit (name, "%d", 2);
    g_autofree char *text = g_strdup_printf ("%s%d%s", parts[0], first + i, parts[1]);
    tz_chart_add_category (chart, text);
    add_value (chart, 0, value);
  }
  return chart;
}

static TzPage *page_of (const TzChart *chart, TzLen width, const TzMeasure *measure)
{
  TzSizedChart *sized = tz_sized_chart_new (chart, width, measure);
  TzPage *page = tz_page_new (width, tz_sized_chart_height (sized));
  tz_sized_chart_draw (sized, page, 0, 0);
  tz_sized_chart_free (sized);
  return page;
}

/* Texts of PAGE that begin with PREFIX and stand at one height are at least GAP apart. */
static void assert_apart_by (const TzPage *page, const char *prefix, TzLen gap)
{
  GArray *boxes = boxes_of (page);
  for (guint i = 0; i < boxes->len; i++)
    for (guint k = 0; k < i; k++) {
      const Box *a = &g_array_index (boxes, Box, i), *b = &g_array_index (boxes, Box, k);
      TzLen between = MAX (a->x0 - b->x1, b->x0 - a->x1);
      gboolean meant = g_str_has_prefix (a->lines->text, prefix) && g_str_has_prefix (b->lines->text, prefix);
      if (meant && a->y0 == b->y0 && between < gap - TZ_PT / 50)
        g_error ("%s and %s are only %.2f pt apart", box_words (a), box_words (b), tz_len_to_pt (between));
    }
  g_array_unref (boxes);
}

/* However narrow: names 3 pt, numbers 1.5 pt. The numbers here are narrower than the names, then
 * wider. */
static void test_periods_stand_apart (void)
{
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  for (int n = 3; n < 30; n++)
    for (TzLen width = 150 * TZ_PT; width < 700 * TZ_PT; width += 13 * TZ_PT) {
      TzChart *names = periods_chart (n, "第%d期", 100, 1), *numbers = periods_chart (n, "%d", 1, 1234567);
      TzPage *page = page_of (names, width, &measure);
      assert_apart_by (page, "第", 3 * TZ_PT);
      tz_page_free (page);
      page = page_of (numbers, width, &measure);
      assert_apart_by (page, "1234567", TZ_PT * 3 / 2);
      tz_page_free (page);
      tz_chart_free (names);
      tz_chart_free (numbers);
    }
  toy_free (toy);
}

static void test_period_names_take_two_lines (void)
{
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  int most = 0;
  for (int n = 2; n < 16; n++) {
    TzChart *chart = periods_chart (n, "第%d轮供电服务检查", 10, 1);
    TzPage *page = page_of (chart, 300 * TZ_PT, &measure);
    for (guint i = 0; i < page->texts->len; i++) {
      const TzPageText *text = &g_array_index (page->texts, TzPageText, i);
      if (g_str_has_prefix (text->lines->text, "第"))
        most = MAX (most, text->n);
    }
    tz_page_free (page);
    tz_chart_free (chart);
  }
  g_assert_cmpint (most, ==, 2);
  toy_free (toy);
}

/* A word is not broken over two lines. */
static void test_period_names_stay_whole (void)
{
  TzTypesetter *setter = typeset_new ();
  TzMeasure measure = tz_measure_typeset (setter);
  TzChart *chart = periods_chart (12, "Quarter%d", 10, 1);
  TzPage *page = page_of (chart, WIDTH, &measure);
  for (guint i = 0; i < page->texts->len; i++)
    g_assert_cmpint (g_array_index (page->texts, TzPageText, i).n, ==, 1);
  tz_page_free (page);
  tz_chart_free (chart);
  tz_typesetter_free (setter);
}

/* A period a year: in a line of their own the years would run into each other. */
static void test_years_too_close (void)
{
  Drawn *drawn = draw_chart (periods_chart (25, "%d年6月", 2001, 7));
  assert_legible (drawn->page, "years");
  drawn_free (drawn);
}

/* ---- the numbers of a trend ---- */

static gboolean is_number (const TzLines *lines)
{
  return *lines->text && strspn (lines->text, "0123456789.") == strlen (lines->text);
}

/* The box around the corners of a mark; FALSE for lines and for the white under a number. */
static gboolean mark_box (const TzPage *page, const TzPageShape *shape, Box *box)
{
  if (!shape->closed || shape->stroke == TZ_NO_COLOUR)
    return FALSE;
  *box = (Box){ G_MAXINT64, G_MAXINT64, G_MININT64, G_MININT64, NULL, 0 };
  for (guint32 i = 0; i < shape->n; i++) {
    const TzPagePoint *p = &g_array_index (page->points, TzPagePoint, shape->first + i);
    *box = (Box){ MIN (box->x0, p->x), MIN (box->y0, p->y), MAX (box->x1, p->x), MAX (box->y1, p->y), NULL, 0 };
  }
  return TRUE;
}

static int count_covered (const TzPage *page)
{
  int n = 0;
  for (guint i = 0; i < page->texts->len; i++) {
    const TzPageText *text = &g_array_index (page->texts, TzPageText, i);
    const TzLines *lines = text->lines;
    Box mark;
    for (guint k = 0; is_number (lines) && k < page->shapes->len; k++)
      if (mark_box (page, &g_array_index (page->shapes, TzPageShape, k), &mark) &&
          mark.x0 < text->x + lines->lines[0].width && mark.x1 > text->x &&
          mark.y0 < text->y + lines->size * 9 / 10 && mark.y1 > text->y + lines->size / 5)
        n++;
  }
  return n;
}

/* Whether TEXT stands 1 pt above or below a mark of PAGE: at its point. */
static gboolean is_at_mark (const TzPage *page, const TzPageText *text)
{
  TzLen size = text->lines->size, middle = text->x + text->lines->lines[0].width / 2;
  Box mark;
  for (guint k = 0; k < page->shapes->len; k++) {
    if (!mark_box (page, &g_array_index (page->shapes, TzPageShape, k), &mark))
      continue;
    TzLen above = mark.y0 - (text->y + size * 9 / 10), below = text->y + size / 5 - mark.y1;
    if (ABS ((mark.x0 + mark.x1) / 2 - middle) < TZ_PT / 10 &&
        ((above > 0 && above < 3 * TZ_PT) || (below > 0 && below < 3 * TZ_PT)))
      return TRUE;
  }
  return FALSE;
}

/* A number rather stands at its point on the other side than a little off it. */
static void test_numbers_stand_at_points (void)
{
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  int astray = 0, all = 0;
  for (guint32 seed = 0; seed < 3000; seed++) {
    GRand *rand = g_rand_new_with_seed (seed);
    TzChart *chart = specimen_by_chance (rand);
    TzPage *page = page_of (chart, g_rand_int_range (rand, 250, 700) * TZ_PT, &measure);
    for (guint i = 0; chart->kind == TZ_CHART_TREND && i < page->texts->len; i++) {
      const TzPageText *text = &g_array_index (page->texts, TzPageText, i);
      if (!is_number (text->lines))
        continue;
      all++;
      astray += !is_at_mark (page, text);
    }
    tz_page_free (page);
    tz_chart_free (chart);
    g_rand_free (rand);
  }
  g_assert_cmpint (all, >, 9000);
  g_assert_cmpint (astray, <=, 1438); /* 93 more if being off the point costs nothing */
  toy_free (toy);
}

/* Numbers stand off all marks, their own and their neighbours', wherever there is room. */
static void test_numbers_stand_off_marks (void)
{
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  int covered = 0;
  for (guint32 seed = 0; seed < 3000; seed++) {
    GRand *rand = g_rand_new_with_seed (seed);
    TzChart *chart = specimen_by_chance (rand);
    TzPage *page = page_of (chart, g_rand_int_range (rand, 250, 700) * TZ_PT, &measure);
    if (chart->kind == TZ_CHART_TREND && chart->series->len <= 3)
      covered += count_covered (page);
    tz_page_free (page);
    tz_chart_free (chart);
    g_rand_free (rand);
  }
  g_assert_cmpint (covered, <=, 32); /* of some thousands; in charts of many periods there is no room */
  toy_free (toy);
}

/* ---- the days of a calendar ---- */

/* Days 738156 … : 2022-01-01 on. */
static TzChart *days_chart (int n, int step)
{
  TzChart *chart = tz_chart_new (TZ_CHART_CALENDAR, "days", NULL, "项");
  chart->first_day = 738156;
  chart->last_day = chart->first_day + 364;
  for (int i = 0; i < n; i++)
    tz_chart_add_day (chart, chart->first_day + (guint32)(i * step), 2, TZ_TONE_ONGOING);
  return chart;
}

static void test_every_day_has_its_label (void)
{
  Drawn *drawn = draw_chart (days_chart (30, 12));
  g_assert_cmpint (count_texts (drawn->page, "1月1日 2项"), ==, 1);
  g_assert_cmpint (count_texts (drawn->page, "12月15日 2项"), ==, 1);
  drawn_free (drawn);
}

static void test_too_many_days_become_a_list (void)
{
  Drawn *drawn = draw_chart (days_chart (330, 1));
  const TzPageText *list = NULL;
  for (guint i = 0; i < drawn->page->texts->len && !list; i++) {
    const TzPageText *text = &g_array_index (drawn->page->texts, TzPageText, i);
    list = strchr (text->lines->text, '\n') ? text : NULL;
  }
  g_assert_nonnull (list);
  g_assert_true (g_str_has_prefix (list->lines->text, "2022年1月：1日 2项、2日 2项、"));
  g_assert_nonnull (strstr (list->lines->text, "\n2022年11月：1日 2项"));
  drawn_free (drawn);
}

/* Sixty days in a row would need leaders that nobody can follow. */
static void test_crowded_days_become_a_list (void)
{
  Drawn *drawn = draw_chart (days_chart (60, 1));
  g_assert_cmpint (count_texts (drawn->page, "1月1日 2项"), ==, 0);
  drawn_free (drawn);
}

/* Five labels of 100 pt over days that are 15 pt apart. Where there is room the leaders of a stack are
 * 12 pt apart, rather than as close as they can be (3 pt). */
static void test_leaders_keep_their_distance (void)
{
  TzBoard board = { .width = 400 * TZ_PT };
  TzDue dues[5] = { { .day = 1 } };
  TzStrip strip = { .board = &board, .dues = dues, .n = G_N_ELEMENTS (dues) };
  for (guint i = 0; i < strip.n; i++)
    dues[i] = (TzDue){ .day = i, .x = (150 + 15 * (TzLen)i) * TZ_PT, .label.width = 100 * TZ_PT };
  g_assert_true (tz_strip_place_stacks (&strip));
  g_assert_cmpint (strip.n_levels, ==, 3);
  g_assert_cmpint (dues[1].channel - dues[0].channel, ==, 12 * TZ_PT);
}

/* A leader that ends under the middle of a label, or beside it, but not at its corner. */
static void assert_no_corner (const TzPage *page, const char *chart)
{
  for (guint i = 0; i < page->texts->len; i++) {
    const TzPageText *text = &g_array_index (page->texts, TzPageText, i);
    TzLen end = text->x + text->lines->lines[0].width, bottom = text->y + text->lines->pitch;
    for (guint k = 0; strchr (text->lines->text, ' ') && text->n == 1 && k < page->rules->len; k++) {
      const TzPageRule *rule = &g_array_index (page->rules, TzPageRule, k);
      gboolean below = rule->x0 == rule->x1 && MIN (rule->y0, rule->y1) <= bottom &&
                       MIN (rule->y0, rule->y1) > text->y + text->lines->size / 2 &&
                       MAX (rule->y0, rule->y1) > bottom;
      if (below && (ABS (rule->x0 - text->x) < TZ_PT || ABS (rule->x0 - end) < TZ_PT))
        g_error ("%s: a leader ends at the corner of “%s”", chart, text->lines->text);
    }
  }
}

static void test_leaders_end_under_their_labels (void)
{
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  for (guint32 seed = 0; seed < 4000; seed++) {
    GRand *rand = g_rand_new_with_seed (seed);
    TzChart *chart = specimen_by_chance (rand);
    g_autofree char *name = g_strdup_printf ("chart of seed %u", seed);
    TzPage *page = page_of (chart, g_rand_int_range (rand, 150, 700) * TZ_PT, &measure);
    if (chart->kind == TZ_CHART_CALENDAR)
      assert_no_corner (page, name);
    tz_page_free (page);
    tz_chart_free (chart);
    g_rand_free (rand);
  }
  toy_free (toy);
}

static void test_days_beyond_the_range_are_shown (void)
{
  TzChart *chart = days_chart (1, 1);
  tz_chart_add_day (chart, chart->last_day + 31, 5, TZ_TONE_LATE);
  Drawn *drawn = draw_chart (chart);
  g_assert_cmpint (count_texts (drawn->page, "1月31日 5项"), ==, 1);
  drawn_free (drawn);
}

static void test_today_is_named (void)
{
  TzChart *chart = days_chart (1, 1);
  chart->today = chart->first_day + 180;
  Drawn *drawn = draw_chart (chart);
  g_assert_cmpint (count_texts (drawn->page, "统计日 6月30日"), ==, 1);
  drawn_free (drawn);
}

static void test_wild_days (void)
{
  TzChart *chart = tz_chart_new (TZ_CHART_CALENDAR, "wild", NULL, NULL);
  tz_chart_add_day (chart, 0, -3, TZ_TONE_DONE);
  tz_chart_add_day (chart, G_MAXUINT32, G_MAXINT, TZ_TONE_DONE);
  chart->today = G_MAXUINT32;
  drawn_free (draw_chart (chart));
}

/* ---- colours ---- */

static double linear (guint32 channel)
{
  double c = (channel & 0xFF) / 255.0;
  return c <= .04045 ? c / 12.92 : pow ((c + .055) / 1.055, 2.4);
}

/* CIE L*, 0 to 100. */
static double lightness (guint32 colour)
{
  double y = .2126 * linear (colour >> 16) + .7152 * linear (colour >> 8) + .0722 * linear (colour);
  return y > .008856 ? 116 * cbrt (y) - 16 : 903.3 * y;
}

static void test_tones_differ_in_grey (void)
{
  for (TzTone a = TZ_TONE_DONE; a < TZ_TONE_PLAN; a++) {
    for (TzTone b = TZ_TONE_DONE; b < a; b++)
      g_assert_cmpfloat (fabs (lightness (tz_tone_colour (a)) - lightness (tz_tone_colour (b))), >, 12);
    g_assert_cmpfloat (fabs (lightness (tz_tone_colour (a)) - lightness (tz_tone_ink (a))), >, 45);
    g_assert_cmpfloat (lightness (tz_tone_line (a)), <, 55);
  }
}

/* ---- places on a line ---- */

static void assert_spread (const TzLen *wants, guint n, TzLen size, const char *places)
{
  TzSpan spans[8];
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    spans[i] = (TzSpan){ .want = wants[i], .size = size };
  gboolean fit = tz_chart_spread (spans, n, 2, 0, 100);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%d ", (int)spans[i].at);
  g_string_append (text, fit ? "fit" : "too much");
  g_assert_cmpstr (text->str, ==, places);
  g_string_free (text, TRUE);
}

static void test_spread (void)
{
  const TzLen apart[] = { 10, 30, 60 }, together[] = { 40, 40, 40 }, outside[] = { -20, 95, 120 };
  const TzLen chain[] = { 10, 15, 24, 70 };
  assert_spread (apart, 3, 10, "10 30 60 fit");
  assert_spread (together, 3, 10, "28 40 52 fit");
  assert_spread (outside, 3, 10, "0 78 90 fit");
  assert_spread (chain, 4, 10, "4 16 28 70 fit");
  assert_spread (together, 3, 40, "0 42 84 too much");
  assert_spread (together, 0, 40, "fit");
}

/* ---- a look ---- */

static void draw_specimens (const char *path)
{
  TzTypesetter *setter = typeset_new ();
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
  typeset_isolate ();
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
  g_test_add_func ("/chart/any-width", test_any_width);
  g_test_add_func ("/chart/bars-are-to-scale", test_bars_are_to_scale);
  g_test_add_func ("/chart/zero-leaves-nothing", test_zero_leaves_nothing);
  g_test_add_func ("/chart/unknown-is-not-zero", test_unknown_is_not_zero);
  g_test_add_func ("/chart/small-pieces-have-numbers", test_small_pieces_have_numbers);
  g_test_add_func ("/chart/every-number-stands", test_every_number_stands);
  g_test_add_func ("/chart/hatching-tells-tones-apart", test_hatching_tells_tones_apart);
  g_test_add_func ("/chart/parts-are-one-chart", test_parts_are_one_chart);
  g_test_add_func ("/chart/time-gone-by-is-one-line", test_time_gone_by_is_one_line);
  g_test_add_func ("/chart/own-times-stand-in-brackets", test_own_times_stand_in_brackets);
  g_test_add_func ("/chart/equal-values-share-a-number", test_equal_values_share_a_number);
  g_test_add_func ("/chart/line-breaks-at-the-unknown", test_line_breaks_at_the_unknown);
  g_test_add_func ("/chart/years-are-said-once", test_years_are_said_once);
  g_test_add_func ("/chart/periods-stand-apart", test_periods_stand_apart);
  g_test_add_func ("/chart/period-names-take-two-lines", test_period_names_take_two_lines);
  g_test_add_func ("/chart/period-names-stay-whole", test_period_names_stay_whole);
  g_test_add_func ("/chart/years-too-close", test_years_too_close);
  g_test_add_func ("/chart/crowded-days-become-a-list", test_crowded_days_become_a_list);
  g_test_add_func ("/chart/leaders-keep-their-distance", test_leaders_keep_their_distance);
  g_test_add_func ("/chart/leaders-end-under-their-labels", test_leaders_end_under_their_labels);
  g_test_add_func ("/chart/numbers-stand-at-points", test_numbers_stand_at_points);
  g_test_add_func ("/chart/numbers-stand-off-marks", test_numbers_stand_off_marks);
  g_test_add_func ("/chart/every-day-has-its-label", test_every_day_has_its_label);
  g_test_add_func ("/chart/too-many-days-become-a-list", test_too_many_days_become_a_list);
  g_test_add_func ("/chart/days-beyond-the-range-are-shown", test_days_beyond_the_range_are_shown);
  g_test_add_func ("/chart/today-is-named", test_today_is_named);
  g_test_add_func ("/chart/wild-days", test_wild_days);
  g_test_add_func ("/chart/tones-differ-in-grey", test_tones_differ_in_grey);
  g_test_add_func ("/chart/spread", test_spread);
  return g_test_run ();
}
