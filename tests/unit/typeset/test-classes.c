#include "typeset/classes.h"

static void assert_classes (const char *text, TzCharClass class)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (tz_char_class (g_utf8_get_char (p)) != class)
      g_error ("class of %.*s is %d, not %d", (int)(g_utf8_next_char (p) - p), p,
               (int)tz_char_class (g_utf8_get_char (p)), (int)class);
}

static void test_hanzi (void)
{
  assert_classes ("字國〇々𠮷㐀弢镕喆かカ한①⑳㎡㈠→■★≤±×�", TZ_CLASS_HAN);
}

static void test_marks (void)
{
  assert_classes ("（“‘《〈「『【〔〖［｛", TZ_CLASS_OPEN);
  assert_classes ("）”’》〉」』】〕〗］｝", TZ_CLASS_CLOSE);
  assert_classes ("，、；：．", TZ_CLASS_COMMA);
  assert_classes ("。？！", TZ_CLASS_STOP);
  assert_classes ("·・‧", TZ_CLASS_INTERPUNCT);
}

static void test_joints (void)
{
  assert_classes ("—…⸺", TZ_CLASS_DASH);
  assert_classes ("～–", TZ_CLASS_CONNECT);
  assert_classes ("／", TZ_CLASS_SOLIDUS);
  assert_classes ("％℃‰°′″²³₂", TZ_CLASS_SUFFIX);
}

static void test_western (void)
{
  assert_classes ("0123456789", TZ_CLASS_DIGIT);
  assert_classes ("azAZéßĀαΩЖяµ", TZ_CLASS_LETTER);
  assert_classes (".,:;!?()[]{}<>/-+=%&@#$*'\"_§¥€½‐", TZ_CLASS_WESTERN);
}

static void test_blanks (void)
{
  assert_classes (" \t\xC2\xA0", TZ_CLASS_SPACE);
  assert_classes ("　", TZ_CLASS_WIDE_SPACE);
}

static void test_complex (void)
{
  assert_classes ("ئۇيغۇرབོདअ\xCC\x81\xEF\xB8\x8F", TZ_CLASS_COMPLEX);
}

/* The table is searched by halves, so a row out of order would hide others. */
static void test_every_character_has_a_class (void)
{
  int seen[TZ_N_CLASSES] = { 0 };
  for (gunichar c = 0; c <= 0x10FFFF; c++) {
    TzCharClass class = tz_char_class (c);
    g_assert_cmpint (class, <, TZ_N_CLASSES);
    seen[class]++;
  }
  for (int class = 0; class < TZ_N_CLASSES; class ++)
    g_assert_cmpint (seen[class], >, 0);
}

static void assert_forbidden (const char *text, gboolean at_start, TzProhibit level, gboolean expected)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    TzCharClass class = tz_char_class (c);
    gboolean is = at_start ? tz_forbidden_at_start (c, class, level) : tz_forbidden_at_end (c, class, level);
    if (is != expected)
      g_error ("%.*s at a line's %s, level %d: %d", (int)(g_utf8_next_char (p) - p), p,
               at_start ? "start" : "end", (int)level, is);
  }
}

static void test_line_start (void)
{
  static const char closing[] = "、，。：；！？”’）》】〕」』～–·／％℃.,;:!?)]}%";
  for (int level = TZ_PROHIBIT_BASIC; level <= TZ_PROHIBIT_STRICT; level++) {
    assert_forbidden (closing, TRUE, (TzProhibit)level, TRUE);
    assert_forbidden ("字a1（“《([①", TRUE, (TzProhibit)level, FALSE);
  }
  assert_forbidden (closing, TRUE, TZ_PROHIBIT_NONE, FALSE);
  assert_forbidden ("—…", TRUE, TZ_PROHIBIT_GB, FALSE);
  assert_forbidden ("—…", TRUE, TZ_PROHIBIT_STRICT, TRUE);
}

static void test_line_end (void)
{
  for (int level = TZ_PROHIBIT_BASIC; level <= TZ_PROHIBIT_STRICT; level++) {
    assert_forbidden ("“‘（《【〔「『([{", FALSE, (TzProhibit)level, TRUE);
    assert_forbidden ("字a1）”，。)—…", FALSE, (TzProhibit)level, FALSE);
  }
  assert_forbidden ("“（([", FALSE, TZ_PROHIBIT_NONE, FALSE);
  assert_forbidden ("／", FALSE, TZ_PROHIBIT_BASIC, FALSE);
  assert_forbidden ("／", FALSE, TZ_PROHIBIT_GB, TRUE);
}

static void test_level_by_width (void)
{
  g_assert_cmpint (tz_prohibit_for (3), ==, TZ_PROHIBIT_BASIC);
  g_assert_cmpint (tz_prohibit_for (24), ==, TZ_PROHIBIT_BASIC);
  g_assert_cmpint (tz_prohibit_for (25), ==, TZ_PROHIBIT_GB);
  g_assert_cmpint (tz_prohibit_for (32), ==, TZ_PROHIBIT_GB);
  g_assert_cmpint (tz_prohibit_for (33), ==, TZ_PROHIBIT_STRICT);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classes/hanzi", test_hanzi);
  g_test_add_func ("/classes/marks", test_marks);
  g_test_add_func ("/classes/joints", test_joints);
  g_test_add_func ("/classes/western", test_western);
  g_test_add_func ("/classes/blanks", test_blanks);
  g_test_add_func ("/classes/complex", test_complex);
  g_test_add_func ("/classes/every-character", test_every_character_has_a_class);
  g_test_add_func ("/classes/line-start", test_line_start);
  g_test_add_func ("/classes/line-end", test_line_end);
  g_test_add_func ("/classes/level-by-width", test_level_by_width);
  return g_test_run ();
}
