/* Lines chosen over boxes made by hand: one letter a box, an em of 10 units.
 *   H hanzi   d digit (half an em)   , closing mark   ( opening mark
 *   _ blank   W a word of three ems  = may not be broken after (inside a word)
 *   + bond: better not broken after */
#include "typeset/justify.h"

#include <string.h>

#define EM   10
#define HALF (EM / 2)

static TzBreaker *breaker;

static TzBox make_box (char letter)
{
  TzBox box = { .n_bytes = 1, .n_glyphs = 1, .advance = EM, .class = TZ_CLASS_HAN, .c = 0x5B57 };
  switch (letter) {
  case 'd':
    box.class = TZ_CLASS_DIGIT;
    box.advance = HALF;
    break;
  case ',':
    box.class = TZ_CLASS_COMMA;
    box.blank_right = HALF;
    break;
  case '(':
    box.class = TZ_CLASS_OPEN;
    box.blank_left = HALF;
    break;
  case '_':
    box.class = TZ_CLASS_SPACE;
    box.advance = EM / 4;
    break;
  case 'W':
    box.class = TZ_CLASS_LETTER;
    box.advance = 3 * EM;
    break;
  default:
    break;
  }
  return box;
}

/* What the marks and blanks on both sides make of a gap. */
static TzGap make_gap (const TzBox *a, const TzBox *b)
{
  TzGap gap = { .stretch_class = TZ_STRETCH_ANY };
  gap.shrink = a->blank_right + b->blank_left;
  gap.shrink_class = a->blank_right ? TZ_SHRINK_COMMA : TZ_SHRINK_BRACKET;
  if (b->class == TZ_CLASS_SPACE)
    gap.penalty = TZ_BREAK_INSIDE;
  else if (b->class == TZ_CLASS_COMMA)
    gap.penalty = TZ_BREAK_START;
  else if (a->class == TZ_CLASS_OPEN)
    gap.penalty = TZ_BREAK_END;
  return gap;
}

static TzBoxes *make_boxes (const char *letters)
{
  TzBoxes *boxes = tz_boxes_new (NULL);
  for (const char *p = letters; *p; p++) {
    guint n = boxes->boxes->len;
    if (*p == '=' || *p == '+') {
      g_array_index (boxes->gaps, TzGap, n - 1).penalty = *p == '=' ? TZ_BREAK_INSIDE : TZ_BREAK_BOND;
      continue;
    }
    TzBox box = make_box (*p);
    g_array_append_val (boxes->boxes, box);
    TzGap none = { 0 };
    g_array_append_val (boxes->gaps, none); /* after it; the last is taken away again */
    if (n > 0) {
      TzGap *before = &g_array_index (boxes->gaps, TzGap, n - 1);
      gint32 penalty = before->penalty;
      *before = make_gap (&g_array_index (boxes->boxes, TzBox, n - 1), &box);
      before->penalty = MAX (before->penalty, penalty);
    }
  }
  if (boxes->gaps->len > 0)
    g_array_set_size (boxes->gaps, boxes->gaps->len - 1);
  return boxes;
}

/* The lines as "HHH|HH,|H", blanks that vanish left out. */
static char *break_into (const TzBoxes *boxes, const char *letters, const TzLineSpec *spec)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  for (const char *p = letters; *p; p++)
    if (*p != '=' && *p != '+')
      g_string_append_c (plain, *p);
  GString *out = g_string_new (NULL);
  const GArray *lines = tz_breaker_run (breaker, boxes, spec);
  for (guint i = 0; i < lines->len; i++) {
    const TzBreak *line = &g_array_index (lines, TzBreak, i);
    if (i > 0)
      g_string_append_c (out, '|');
    g_string_append_len (out, plain->str + line->start, line->end - line->start);
    g_assert_cmpint (line->last, ==, i + 1 == lines->len);
  }
  return g_string_free (out, FALSE);
}

static void assert_lines_in (const char *letters, const TzLineSpec *spec, const char *expected)
{
  TzBoxes *boxes = make_boxes (letters);
  g_autofree char *lines = break_into (boxes, letters, spec);
  g_assert_cmpstr (lines, ==, expected);
  tz_boxes_free (boxes);
}

static void assert_lines (const char *letters, int ems, const char *expected)
{
  TzLineSpec spec = { .width = ems * EM, .em = EM };
  assert_lines_in (letters, &spec, expected);
}

static void test_nothing (void)
{
  assert_lines ("", 5, "");
}

static void test_one_line (void)
{
  assert_lines ("HHHHH", 5, "HHHHH");
}

static void test_two_lines (void)
{
  assert_lines ("HHHHHHHH", 5, "HHHHH|HHH");
}

/* The mark's blank half hangs outside at the end. */
static void test_mark_at_end_takes_half (void)
{
  TzLineSpec spec = { .width = 4 * EM + HALF, .em = EM };
  assert_lines_in ("HHHH,HH", &spec, "HHHH,|HH");
}

static void test_mark_at_start_takes_half (void)
{
  TzLineSpec spec = { .width = 3 * EM + HALF, .em = EM };
  assert_lines_in ("HHH(HHH", &spec, "HHH|(HHH");
}

/* Marks inside the line give way before a closing one is carried down. */
static void test_shrinks_first (void)
{
  assert_lines ("HH,HHH,HH", 6, "HH,HHH,|HH");
}

static void test_no_mark_begins_a_line (void)
{
  assert_lines ("HHHHHHHHHHHHHH,HH", 14, "HHHHHHHHHHHHH|H,HH");
}

static void test_no_opening_mark_ends_a_line (void)
{
  assert_lines ("HHHH(HHH", 5, "HHHH|(HHH");
}

static void test_word_stays_whole (void)
{
  assert_lines ("HHHd=d=dHH", 4, "HHH|dddHH");
}

static void test_word_wider_than_the_line_is_broken (void)
{
  assert_lines ("d=d=d=d=d=d=d", 2, "dddd|ddd");
}

/* The bond gives way before the mark, the mark before the word. */
static void test_bond_gives_way_first (void)
{
  assert_lines ("H+H+H,", 2, "HH|H,");
  assert_lines ("d=d=d=d,,,", 2, "dddd|,,,");
}

/* A single box may stick out, nothing else does. */
static void test_box_wider_than_the_line (void)
{
  assert_lines ("HWH", 2, "H|W|H");
  assert_lines ("W_H", 2, "W|H");
  assert_lines ("W", 2, "W");
}

static void test_blanks_vanish_at_line_ends (void)
{
  assert_lines ("HHHH____HH__", 4, "HHHH|HH");
}

static void test_only_blanks (void)
{
  assert_lines ("____", 4, "_");
}

static void test_no_lone_last_character (void)
{
  assert_lines ("HHHHHHHHHHHHH", 12, "HHHHHHHHHHH|HH");
}

static void test_first_indent (void)
{
  TzLineSpec spec = { .width = 6 * EM, .em = EM, .first_indent = 2 * EM };
  assert_lines_in ("HHHHHHHHHHHH", &spec, "HHHH|HHHHHH|HH");
}

/* Squeezed to hold more they would be two lines. */
static void test_even (void)
{
  static const char text[] = "H,HH,HHH,HH,HHH,HH,HHH,HH,HHH,H";
  TzLineSpec spec = { .width = 14 * EM, .em = EM, .even = TZ_EVEN_YES };
  assert_lines_in (text, &spec, "H,HH,HHH,HH,HH|H,HH,HHH,HH,HH|H,H");
  spec.even = TZ_EVEN_SAVING;
  assert_lines_in (text, &spec, "H,HH,HHH,HH,HHH,|HH,HHH,HH,HHH,H");
  spec.even = TZ_EVEN_NO;
  assert_lines_in (text, &spec, "H,HH,HHH,HH,HHH,|HH,HHH,HH,HHH,H");
}

static void test_hang (void)
{
  TzLineSpec spec = { .width = 6 * EM, .em = EM, .hang = 2 * EM };
  assert_lines_in ("HHHHHHHHHHHH", &spec, "HHHHHH|HHHH|HH");
}

static void test_no_room_at_all (void)
{
  TzLineSpec spec = { .width = -3 * EM, .em = EM, .first_indent = EM };
  assert_lines_in ("HHH", &spec, "H|H|H");
}

/* A word that must be split must not cause one to be split that need not. */
static void test_split_words_do_not_spread (void)
{
  assert_lines ("Hd=d=d=d,Hd=d=d=d=d=d=d=d", 3, "H|dddd,|Hdddd|dddd");
}

/* ---- against trying everything ---- */

static TzLen least (const TzBoxes *boxes, int start, int end)
{
  tz_breaker_load (breaker, boxes);
  return tz_breaker_least (breaker, start, end);
}

/* The dearest break that cannot be avoided: tried over all ways to break. */
static gint32 dearest_needed (const TzBoxes *boxes, TzLen width)
{
  int n = (int)boxes->boxes->len;
  g_autofree gint32 *best = g_new (gint32, n + 1);
  best[0] = 0;
  for (int end = 1; end <= n; end++) {
    best[end] = G_MAXINT32;
    gint32 own = end < n ? g_array_index (boxes->gaps, TzGap, end - 1).penalty : 0;
    for (int start = 0; start < end; start++)
      if (best[start] < G_MAXINT32 && (least (boxes, start, end) <= width || end - start == 1))
        best[end] = MIN (best[end], MAX (best[start], own));
  }
  return best[n];
}

static gint32 dearest_chosen (const TzBoxes *boxes, TzLen width)
{
  TzLineSpec spec = { .width = width, .em = EM };
  const GArray *lines = tz_breaker_run (breaker, boxes, &spec);
  gint32 dearest = 0;
  for (guint i = 1; i < lines->len; i++) {
    int start = g_array_index (lines, TzBreak, i).start;
    dearest = MAX (dearest, g_array_index (boxes->gaps, TzGap, start - 1).penalty);
  }
  return dearest;
}

static char *random_letters (GRand *rand)
{
  static const char letters[] = "HHHHHHH,,(d=d=_+W";
  GString *text = g_string_new ("H");
  for (int n = g_rand_int_range (rand, 0, 40); n > 0; n--)
    g_string_append_c (text, letters[g_rand_int_range (rand, 0, (gint32)strlen (letters))]);
  return g_string_free (text, FALSE);
}

/* What no way of breaking needs to give up is not given up. */
static void test_nothing_dear_is_broken_for_no_need (void)
{
  GRand *rand = g_rand_new_with_seed (7);
  for (int i = 0; i < 2000; i++) {
    g_autofree char *letters = random_letters (rand);
    TzLen width = g_rand_int_range (rand, 3 * EM, 16 * EM);
    TzBoxes *boxes = make_boxes (letters);
    gint32 needed = dearest_needed (boxes, width), chosen = dearest_chosen (boxes, width);
    if (MAX (needed, TZ_BREAK_BOND) < chosen)
      g_error ("%s in %d: a break of %d, though %d would do", letters, (int)width, chosen, needed);
    tz_boxes_free (boxes);
  }
  g_rand_free (rand);
}

/* ---- measuring ---- */

static void test_widths (void)
{
  TzBoxes *boxes = make_boxes ("HHd=d=d=d=d=dHH,");
  TzLen narrow, wide;
  tz_breaker_load (breaker, boxes);
  tz_breaker_widths (breaker, 2 * EM, &narrow, &wide);
  g_assert_cmpint (narrow, ==, 3 * EM);
  g_assert_cmpint (wide, ==, 2 * EM + 4 * EM + 3 * EM + HALF);
  tz_boxes_free (boxes);
}

static int count_hanging (const char *letters, int ems, int hang)
{
  TzBoxes *boxes = make_boxes (letters);
  TzLineSpec spec = { .width = ems * EM, .em = EM, .hang = hang * EM };
  int flaws;
  tz_breaker_load (breaker, boxes);
  int n = tz_breaker_count (breaker, &spec, &flaws);
  tz_boxes_free (boxes);
  return n;
}

static int count (const char *letters, int ems)
{
  return count_hanging (letters, ems, 0);
}

static void test_count (void)
{
  g_assert_cmpint (count ("", 5), ==, 1);
  g_assert_cmpint (count ("HHHHH", 5), ==, 1);
  g_assert_cmpint (count ("HHHHHH", 5), ==, 2);
  g_assert_cmpint (count ("HHH____________HH", 3), ==, 2);
  g_assert_cmpint (count ("Hd=d=d=d=d=d=d=dH", 2), ==, 3); /* the word begins on the first line */
  g_assert_cmpint (count ("HHHHHHHHHHHH", 6), ==, 2);
  g_assert_cmpint (count_hanging ("HHHHHHHHHHHH", 6, 2), ==, 3);
}

/* ---- places ---- */

static void assert_places (const char *letters, TzLineSpec spec, TzLen width, ...)
{
  TzBoxes *boxes = make_boxes (letters);
  const GArray *lines = tz_breaker_run (breaker, boxes, &spec);
  gint32 x[64];
  g_assert_cmpint (tz_justify (boxes, &g_array_index (lines, TzBreak, 0), TRUE, &spec, x), ==, width);
  va_list args;
  va_start (args, width);
  for (int k = 0; k < g_array_index (lines, TzBreak, 0).end; k++)
    g_assert_cmpint (x[k], ==, va_arg (args, int));
  va_end (args);
  tz_boxes_free (boxes);
}

static void test_places (void)
{
  TzLineSpec spec = { .width = 4 * EM, .em = EM };
  assert_places ("HHHHHH", spec, 40, 0, 10, 20, 30);
  assert_places ("(HHH", spec, 35, -5, 5, 15, 25);
  spec.width = 3 * EM + 7;
  assert_places ("H,HHHHH", spec, 37, 0, 10, 17, 27); /* the comma shrinks no further than needed */
}

static void test_aligned_places (void)
{
  TzLineSpec spec = { .width = 8 * EM, .em = EM, .align = TZ_ALIGN_CENTER };
  assert_places ("HH", spec, 50, 30, 40);
  spec.align = TZ_ALIGN_RIGHT;
  assert_places ("HH", spec, 80, 60, 70);
  spec.align = TZ_ALIGN_SPREAD;
  assert_places ("HHH", spec, 80, 0, 35, 70);
  spec.align = TZ_ALIGN_JUSTIFY;
  assert_places ("HH", spec, 20, 0, 10);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  breaker = tz_breaker_new ();
  g_test_add_func ("/linebreak/nothing", test_nothing);
  g_test_add_func ("/linebreak/one-line", test_one_line);
  g_test_add_func ("/linebreak/two-lines", test_two_lines);
  g_test_add_func ("/linebreak/mark-at-end", test_mark_at_end_takes_half);
  g_test_add_func ("/linebreak/mark-at-start", test_mark_at_start_takes_half);
  g_test_add_func ("/linebreak/shrinks-first", test_shrinks_first);
  g_test_add_func ("/linebreak/no-mark-begins", test_no_mark_begins_a_line);
  g_test_add_func ("/linebreak/no-opening-mark-ends", test_no_opening_mark_ends_a_line);
  g_test_add_func ("/linebreak/word-stays-whole", test_word_stays_whole);
  g_test_add_func ("/linebreak/word-too-wide", test_word_wider_than_the_line_is_broken);
  g_test_add_func ("/linebreak/bond-gives-way-first", test_bond_gives_way_first);
  g_test_add_func ("/linebreak/box-too-wide", test_box_wider_than_the_line);
  g_test_add_func ("/linebreak/blanks-vanish", test_blanks_vanish_at_line_ends);
  g_test_add_func ("/linebreak/only-blanks", test_only_blanks);
  g_test_add_func ("/linebreak/no-lone-last-character", test_no_lone_last_character);
  g_test_add_func ("/linebreak/first-indent", test_first_indent);
  g_test_add_func ("/linebreak/even", test_even);
  g_test_add_func ("/linebreak/hang", test_hang);
  g_test_add_func ("/linebreak/no-room", test_no_room_at_all);
  g_test_add_func ("/linebreak/split-words-do-not-spread", test_split_words_do_not_spread);
  g_test_add_func ("/linebreak/nothing-dear-for-no-need", test_nothing_dear_is_broken_for_no_need);
  g_test_add_func ("/linebreak/widths", test_widths);
  g_test_add_func ("/linebreak/count", test_count);
  g_test_add_func ("/linebreak/places", test_places);
  g_test_add_func ("/linebreak/aligned-places", test_aligned_places);
  int status = g_test_run ();
  tz_breaker_free (breaker);
  return status;
}
