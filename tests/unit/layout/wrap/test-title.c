/* Titles broken between words: what each break costs, what each outline costs, and which lines
 * come of both. All in toy type (hanzi 1 em, ASCII 1/2 em), but for the last tests. */
#include "layout/wrap/cost.h"
#include "layout/wrap/shape.h"
#include "layout/wrap/title.h"
#include "layout/wrap/wrap.h"

#include "help/toy.h"
#include "help/typeset.h"

#include <string.h>

static Toy *toy;
static TzMeasure measure;

static const TzTextStyle style = { .size = 10, .pitch = 15, .wrap = TZ_WRAP_TITLE };

/* ---- what a break costs ---- */

/* Of a break before character I of TEXT in lines of EMS. */
static int cost_in (const char *text, int ems, int i)
{
  TzTitleText *title = tz_title_text_new (&measure, text, &style, ems * style.size);
  g_autofree int *costs = g_new0 (int, title->n);
  tz_title_costs (title, costs);
  int cost = costs[i];
  tz_title_text_free (title);
  return cost;
}

static void assert_cost (const char *text, int i, int cost)
{
  g_assert_cmpint (cost_in (text, 40, i), ==, cost);
}

static void test_words (void)
{
  assert_cost ("能源局发展改革委", 3, TZ_TITLE_FAIR); /* two known words meet */
  assert_cost ("亍乜供电", 2, TZ_TITLE_POOR);         /* only one is known */
  assert_cost ("供电亍乜", 2, TZ_TITLE_POOR);
  assert_cost ("亍乜供电", 1, TZ_TITLE_BAD);
  assert_cost ("能源局发展改革委", 1, TZ_TITLE_INSIDE);
}

/* The longest word counts: 发展改革委 and not 发展, 改革. */
static void test_longest_word (void)
{
  assert_cost ("发展改革委", 2, TZ_TITLE_INSIDE);
}

/* Between the words of a name a line ends only where no other place is left. */
static void test_names (void)
{
  TzNameSet *names = tz_name_set_new ();
  tz_name_set_add (names, "亍乜能源局");
  TzTextStyle named = style;
  named.names = names;
  TzTitleText *title = tz_title_text_new (&measure, "丏亍乜能源局开展工作", &named, 400);
  g_autofree int *costs = g_new0 (int, title->n);
  tz_title_costs (title, costs);
  g_assert_cmpint (costs[1], ==, TZ_TITLE_POOR);
  g_assert_cmpint (costs[3], ==, TZ_TITLE_NAME);
  g_assert_cmpint (costs[6], ==, TZ_TITLE_FAIR);
  tz_title_text_free (title);
  tz_name_set_unref (names);
}

static void test_pauses (void)
{
  assert_cost ("亍乜、丏亓", 3, TZ_TITLE_GOOD);
  assert_cost ("亍乜 丏亓", 3, TZ_TITLE_GOOD);
  assert_cost ("亍乜《丏亓》", 2, TZ_TITLE_GOOD);
  assert_cost ("亍乜关于丏亓", 2, TZ_TITLE_GOOD);
  assert_cost ("亍乜印发丏亓", 2, TZ_TITLE_GOOD);
  assert_cost ("亍乜转发丏亓", 2, TZ_TITLE_GOOD);
}

static void test_marks (void)
{
  assert_cost ("亍乜、丏亓", 2, TZ_TITLE_NEVER);   /* no line begins with a mark that closes */
  assert_cost ("亍乜《丏亓》", 3, TZ_TITLE_NEVER); /* or ends with one that opens */
  assert_cost ("亍乜“丏亓”", 2, TZ_TITLE_FAIR);
  assert_cost ("《亍乜》丏亓", 4, TZ_TITLE_FAIR);
  assert_cost ("亍——乜", 2, TZ_TITLE_NEVER);
  assert_cost ("亍、乜丏", 1, TZ_TITLE_NEVER);
}

/* 的 stays with what is before it, 关于 with what is behind. */
static void test_small_words (void)
{
  assert_cost ("亍乜的丏亓", 2, TZ_TITLE_NEVER);
  assert_cost ("亍乜的丏亓", 3, TZ_TITLE_FAIR);
  assert_cost ("关于亍乜", 2, TZ_TITLE_NEVER);
}

static void test_conjunctions (void)
{
  assert_cost ("亍乜和丏亓", 2, TZ_TITLE_FAIR);
  assert_cost ("亍乜和丏亓", 3, TZ_TITLE_BAD + TZ_TITLE_POOR);
  assert_cost ("发展和改革", 2, TZ_TITLE_INSIDE); /* inside a word it is none */
}

static void test_western (void)
{
  assert_cost ("亍乜2021年", 2, TZ_TITLE_NEVER);
  assert_cost ("亍乜2021年", 4, TZ_TITLE_NEVER);
  assert_cost ("亍乜2021年", 6, TZ_TITLE_NEVER);
}

/* What ends an organ's name is not cut off, unless it begins a word after another. */
static void test_organs (void)
{
  assert_cost ("亍乜丏局", 3, TZ_TITLE_NEVER);
  assert_cost ("能源局办公室", 3, TZ_TITLE_FAIR);
}

/* 表12 is no line. */
static void test_caption_number (void)
{
  assert_cost ("表12　亍乜", 4, TZ_TITLE_NEVER);
  assert_cost ("图3 亍乜", 3, TZ_TITLE_NEVER);
  assert_cost ("第一 亍乜", 3, TZ_TITLE_GOOD);
  assert_cost ("表 亍乜", 2, TZ_TITLE_GOOD);
}

/* What stands in brackets stays together as long as a line holds it with both brackets. */
static void test_brackets (void)
{
  static const char *const texts[] = { "《亍乜丏》", "“亍乜丏”", "（亍乜丏）", "〈亍乜丏〉" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_assert_cmpint (cost_in (texts[i], 5, 2), ==, TZ_TITLE_BAD + TZ_TITLE_BRACKET);
    g_assert_cmpint (cost_in (texts[i], 4, 2), ==, TZ_TITLE_BAD + TZ_TITLE_FAIR);
  }
  g_assert_cmpint (cost_in ("(亍乜丏)", 4, 2), ==, TZ_TITLE_BAD + TZ_TITLE_BRACKET);
  g_assert_cmpint (cost_in ("亍乜《丏亓》", 9, 1), ==, TZ_TITLE_BAD); /* outside it is as ever */
}

/* ---- what an outline costs ---- */

/* Lengths in tenths of an em. */
#define COST_OF(...)                                                                                           \
  tz_shape_cost ((const TzLen[]){ __VA_ARGS__ }, sizeof ((const TzLen[]){ __VA_ARGS__ }) / sizeof (TzLen), 10)

static void test_outlines_wanted (void)
{
  g_assert_cmpint (COST_OF (100), ==, 0);
  g_assert_cmpint (COST_OF (100, 120), ==, 2 * TZ_SHAPE_EM);
  g_assert_cmpint (COST_OF (120, 100), ==, 2 * TZ_SHAPE_EM);
  g_assert_cmpint (COST_OF (100, 120, 140), ==, 4 * TZ_SHAPE_EM);
  g_assert_cmpint (COST_OF (100, 140, 120), ==, 4 * TZ_SHAPE_EM);
}

/* Under nine tenths of an em it is no step. */
static void test_steps (void)
{
  g_assert_cmpint (COST_OF (100, 109), <, TZ_SHAPE_EM);
  g_assert_cmpint (COST_OF (100, 108), >, TZ_SHAPE_NONE + TZ_SHAPE_RECTANGLE);
  g_assert_cmpint (COST_OF (109, 100), <, TZ_SHAPE_EM);
  g_assert_cmpint (COST_OF (108, 100), >, TZ_SHAPE_NONE + TZ_SHAPE_RECTANGLE);
}

static void test_rectangle (void)
{
  g_assert_cmpint (COST_OF (100, 100), ==, TZ_SHAPE_NONE + TZ_SHAPE_RECTANGLE);
  g_assert_cmpint (COST_OF (100, 100, 100), ==, TZ_SHAPE_RECTANGLE);
}

static void test_no_outline (void)
{
  g_assert_cmpint (COST_OF (140, 120, 120, 140), ==, TZ_SHAPE_NONE + 2 * TZ_SHAPE_EM);
}

static void test_hourglass (void)
{
  g_assert_cmpint (COST_OF (120, 100, 120), ==, TZ_SHAPE_NONE + TZ_SHAPE_HOURGLASS + 2 * TZ_SHAPE_EM);
}

static void test_rest (void)
{
  g_assert_cmpint (COST_OF (100, 40), ==, 6 * TZ_SHAPE_EM);
  g_assert_cmpint (COST_OF (100, 36), ==, TZ_SHAPE_REST + TZ_SHAPE_REST_MORE / 10 + 192);
  g_assert_cmpint (COST_OF (100, 20), ==, TZ_SHAPE_REST + TZ_SHAPE_REST_MORE / 2 + 8 * TZ_SHAPE_EM);
}

/* ---- the lines ---- */

/* TEXT in lines of EMS is EXPECTED, lines separated by LF. */
static void check (const char *text, int ems, const char *expected)
{
  TzTitleBreak breaks[TZ_TITLE_MOST_LINES - 1];
  int n = tz_title_breaks (&measure, text, &style, ems * style.size, breaks);
  g_autofree char *lines = tz_title_join (text, breaks, n);
  g_assert_cmpstr (lines, ==, expected);
}

static void test_one_line (void)
{
  check ("关于做好供电服务工作的通知", 20, "关于做好供电服务工作的通知");
  check ("关于做好供电服务工作的通知", 13, "关于做好供电服务工作的通知");
  check ("关于做好供电服务工作的通知", 12, "关于做好供电\n服务工作的通知");
}

static void test_between_words (void)
{
  check ("关于印发《示例县全面提升“获得电力”服务水平三年行动计划》的通知", 20,
         "关于印发《示例县全面提升\n“获得电力”服务水平三年行动计划》的通知");
}

/* Between names of organs rather than in one of them; the blank there is on no line. */
static void test_organs_apart (void)
{
  check ("示例省发展改革委 示例省能源局关于开展全省供电服务质量检查工作的通知", 20,
         "示例省发展改革委 示例省能源局\n关于开展全省供电服务质量检查工作的通知");
  check ("示例省发展改革委　示例省能源局", 10, "示例省发展改革委\n示例省能源局");
}

/* Three lines where two would cut what nobody knows. */
static void test_line_more (void)
{
  check ("亍乜丏亓戊己、庚辛壬癸子丑寅、卯辰巳午未", 11, "亍乜丏亓戊己、\n庚辛壬癸子丑寅、\n卯辰巳午未");
}

/* Two equal lines are no reason for a third, though three would make a trapezoid. */
static void test_no_line_more (void)
{
  check ("重点任务三年行动计划全面提升三年行动计划", 10, "重点任务三年行动计划\n全面提升三年行动计划");
}

/* Of breaks that cost the same the outline decides: not 6 and 6. */
static void test_outline_decides (void)
{
  check ("三年行动计划用电重点任务", 8, "三年行动计划用电\n重点任务");
}

static void test_left_alone (void)
{
  GString *text = g_string_new (NULL);
  check ("关于做\n好某事和另一件事的通知", 8, "关于做\n好某事和另一件事的通知"); /* broken by hand */
  check ("", 8, "");
  check ("亍乜丏的亓", 1, "亍乜丏的亓"); /* no line holds 丏的 */
  for (int i = 0; i < 26; i++)
    g_string_append (text, "工作");
  check (text->str, 10, text->str); /* more than five lines */
  for (int i = 0; i < 100; i++)
    g_string_append (text, "工作");
  check (text->str, 200, text->str); /* no title at all */
  g_string_free (text, TRUE);
}

static void test_five_lines (void)
{
  check ("工作工作工作工作工作", 2, "工作\n工作\n工作\n工作\n工作");
}

/* Lines never begin with 的 or a closing mark, nor end with an opening one; and none is lost. */
static void test_any_marks (void)
{
  static const char words[] = "关于印发《示例（试行）“一二”办法》的通知、和能源局";
  GRand *rand = g_rand_new_with_seed (7);
  glong n = g_utf8_strlen (words, -1);
  int n_broken = 0;
  for (int round = 0; round < 300; round++) {
    TzTitleBreak breaks[TZ_TITLE_MOST_LINES - 1];
    GString *title = g_string_new (NULL);
    for (int i = g_rand_int_range (rand, 1, 90); i > 0; i--)
      g_string_append_unichar (
          title, g_utf8_get_char (g_utf8_offset_to_pointer (words, g_rand_int_range (rand, 0, (gint32)n))));
    int k = tz_title_breaks (&measure, title->str, &style, 20 * style.size, breaks);
    for (int i = 0; i < k; i++) {
      const char *next = title->str + breaks[i].next, *end = title->str + breaks[i].end;
      g_assert_cmpuint (breaks[i].end, ==, breaks[i].next); /* there are no blanks */
      g_assert_null (g_utf8_strchr ("的》）”、", -1, g_utf8_get_char (next)));
      g_assert_null (g_utf8_strchr ("《（“", -1, g_utf8_get_char (g_utf8_find_prev_char (title->str, end))));
      n_broken++;
    }
    g_string_free (title, TRUE);
  }
  g_assert_cmpint (n_broken, >, 100);
  g_rand_free (rand);
}

/* ---- names in two lines ---- */

static void assert_halves (const char *name, const char *expected)
{
  g_autofree char *halves = tz_title_halve (&measure, name, &style);
  g_assert_cmpstr (halves, ==, expected);
}

static void test_halves (void)
{
  assert_halves ("示例市审批服务局", "示例市\n审批服务局");
  assert_halves ("亍市发展和改革委员会", NULL);             /* 8 of 10 are no half */
  assert_halves ("示例省某政执法局", "示例省\n某政执法局"); /* a little off the middle */
  assert_halves ("某市公安局", NULL);                       /* short */
  assert_halves ("发展和改革委员会", NULL);
}

/* ---- set ---- */

static void test_only_titles (void)
{
  TzTextStyle plain = style;
  plain.wrap = TZ_WRAP_TEXT;
  const TzLines *title = tz_wrap (&measure, "关于做好供电服务工作的通知", &style, 120),
                *text = tz_wrap (&measure, "关于做好供电服务工作的通知", &plain, 120);
  g_assert_cmpuint (title->lines[0].n_glyphs, ==, 6);
  g_assert_cmpuint (text->lines[0].n_glyphs, ==, 12);
}

static gboolean is_bold (const TzLines *lines, const char *word)
{
  guint32 at = (guint32)(strstr (lines->text, word) - lines->text);
  for (guint32 i = 0; i < lines->n_glyphs; i++)
    if (lines->glyphs[i].text == at)
      return (lines->glyphs[i].flags & TZ_GLYPH_BOLD) != 0;
  return FALSE;
}

/* Parts of their own weight keep to their characters, though every line's end adds a byte. */
static void test_runs (void)
{
  static const char text[] = "示例省能源局关于印发优化营商环境行动计划检查工作的通知";
  TzTypesetter *setter = typeset_new ();
  TzMeasure real = tz_measure_typeset (setter);
  TzTextStyle type = typeset_style ();
  type.wrap = TZ_WRAP_TITLE;
  TzTextRun run = { .bold = TRUE };
  run.start = (guint32)(strstr (text, "检查") - text);
  run.end = run.start + (guint32)strlen ("检查");
  const TzLines *lines = tz_wrap_runs (&real, text, &run, 1, &type, 7 * type.size);
  g_assert_cmpint (lines->n_lines, ==, 5);
  g_assert_false (is_bold (lines, "划"));
  g_assert_true (is_bold (lines, "检"));
  g_assert_true (is_bold (lines, "查"));
  g_assert_false (is_bold (lines, "工"));
  tz_typesetter_free (setter);
}

/* Widths are those of the type: no line that the breaker made is broken once more. */
static void test_real_widths (void)
{
  static const char *const titles[] = { "关于示例市AB2021重点任务进展情况的报告",
                                        "关于示例市2021年重点任务进展情况的报告",
                                        "关于印发《WiFi（试行）“获得电力”服务水平提升办法》的通知",
                                        "示例省能源局关于2021年第1季度供电服务质量检查情况的通报" };
  TzTypesetter *setter = typeset_new ();
  TzMeasure real = tz_measure_typeset (setter);
  TzTextStyle type = typeset_style ();
  type.wrap = TZ_WRAP_TITLE;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (TzLen width = 10 * type.size; width < 26 * type.size; width += type.size / 3) {
      TzTitleBreak breaks[TZ_TITLE_MOST_LINES - 1];
      int n = tz_title_breaks (&real, titles[i], &type, width, breaks);
      const TzLines *lines = tz_wrap (&real, titles[i], &type, width);
      g_assert_cmpint (lines->n_lines, ==, n + 1);
    }
  tz_typesetter_free (setter);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  typeset_isolate ();
  toy = toy_new ();
  measure = toy_measure (toy);
  g_test_add_func ("/title/words", test_words);
  g_test_add_func ("/title/longest-word", test_longest_word);
  g_test_add_func ("/title/names", test_names);
  g_test_add_func ("/title/pauses", test_pauses);
  g_test_add_func ("/title/marks", test_marks);
  g_test_add_func ("/title/small-words", test_small_words);
  g_test_add_func ("/title/conjunctions", test_conjunctions);
  g_test_add_func ("/title/western", test_western);
  g_test_add_func ("/title/organs", test_organs);
  g_test_add_func ("/title/caption-number", test_caption_number);
  g_test_add_func ("/title/brackets", test_brackets);
  g_test_add_func ("/title/outlines-wanted", test_outlines_wanted);
  g_test_add_func ("/title/steps", test_steps);
  g_test_add_func ("/title/rectangle", test_rectangle);
  g_test_add_func ("/title/no-outline", test_no_outline);
  g_test_add_func ("/title/hourglass", test_hourglass);
  g_test_add_func ("/title/rest", test_rest);
  g_test_add_func ("/title/one-line", test_one_line);
  g_test_add_func ("/title/between-words", test_between_words);
  g_test_add_func ("/title/organs-apart", test_organs_apart);
  g_test_add_func ("/title/line-more", test_line_more);
  g_test_add_func ("/title/no-line-more", test_no_line_more);
  g_test_add_func ("/title/outline-decides", test_outline_decides);
  g_test_add_func ("/title/left-alone", test_left_alone);
  g_test_add_func ("/title/five-lines", test_five_lines);
  g_test_add_func ("/title/any-marks", test_any_marks);
  g_test_add_func ("/title/halves", test_halves);
  g_test_add_func ("/title/only-titles", test_only_titles);
  g_test_add_func ("/title/runs", test_runs);
  g_test_add_func ("/title/real-widths", test_real_widths);
  int status = g_test_run ();
  toy_free (toy);
  return status;
}
