/* What belongs to a number: which gaps are bound, and that lines heed it for every unit that comes with the
 * program. */
#include "base/data.h"
#include "base/diag.h"
#include "help/typeset.h"
#include "read/ini.h"
#include "typeset/box.h"

#include <string.h>

static TzTypesetter *setter;
static TzGlyphs *glyphs;
static TzBoxes *boxes;

/* ---- which gaps ---- */

/* EXPECTED is a text with a sign where it is bound: - what is counted, ~ two numbers, = kept, # within a
 * number; these do not stand in the text itself. */
static void assert_bonds (const char *expected)
{
  TzTextStyle style = typeset_style ();
  GString *text = g_string_new (NULL), *got = g_string_new (NULL);
  for (const char *p = expected; *p; p = g_utf8_next_char (p))
    if (!strchr ("-~=#", *p))
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
  tz_boxes_make (boxes, glyphs, tz_typesetter_fonts (setter), text->str, text->len, NULL, 0, 0, &style,
                 40 * style.size, TRUE);
  for (guint k = 0; k < boxes->boxes->len; k++) {
    const TzBox *box = &g_array_index (boxes->boxes, TzBox, k);
    g_string_append_len (got, text->str + box->text, box->n_bytes);
    static const char signs[] = {
      [TZ_BOND_JOINED] = '~', [TZ_BOND_COUNTED] = '-', [TZ_BOND_KEPT] = '=', [TZ_BOND_FIGURE] = '#'
    };
    guint8 bond = k < boxes->gaps->len ? g_array_index (boxes->gaps, TzGap, k).bond : TZ_BOND_NONE;
    if (bond != TZ_BOND_NONE)
      g_string_append_c (got, signs[bond]);
  }
  g_assert_cmpstr (got->str, ==, expected);
  g_string_free (text, TRUE);
  g_string_free (got, TRUE);
}

static void test_units (void)
{
  assert_bonds ("共5-个、3-小=时");
  assert_bonds ("1#2-工=作=日");
  assert_bonds ("增长3-个=百=分=点");
  assert_bonds ("3-成以上");
  assert_bonds ("5 -个");
  assert_bonds ("2#2#0 -k=V线路");
  assert_bonds ("面积6#0-㎡");
}

static void test_multiples (void)
{
  assert_bonds ("5-万=千=瓦=时");
  assert_bonds ("3#.#2-万=余=户");
  assert_bonds ("1#0-余=名");
  assert_bonds ("6-亿=k=W=h");
}

static void test_units_of_two_parts (void)
{
  assert_bonds ("8-元=/=户");
  assert_bonds ("5-小=时=/=百=公=里=·=年");
  assert_bonds ("3-个=多=月");
  assert_bonds ("5-m=g=/=L");
}

/* A word that only begins like a unit, and a unit that follows no number. */
static void test_no_units (void)
{
  assert_bonds ("附件3根据");
  assert_bonds ("2#0#2#1-年起执行");
  assert_bonds ("5多云");
  assert_bonds ("3 是");
  assert_bonds ("台账2全");
}

static void test_digits (void)
{
  assert_bonds ("住户1# #8#4#6-户");
  assert_bonds ("1#2# #3#4#5# #6#7#8");
  assert_bonds ("1#,#2#0#4#.#5");
  assert_bonds ("1#.#2#5,3#.#7#5");
  assert_bonds ("１#２#．#５");
  assert_bonds ("2#0#2#1 1#2#3");
  assert_bonds ("1 2#3");
}

static void test_two_numbers (void)
{
  assert_bonds ("6=～~8");
  assert_bonds ("6=至~8-个");
  assert_bonds ("1=∶=3");
  assert_bonds ("1#7=：=0#0");
  assert_bonds ("附件1：2#0#2#1-年");
  assert_bonds ("5=±=2");
  assert_bonds ("1#0%=～~2#0%");
  assert_bonds ("1#.#3=×=1#0⁵");
  assert_bonds ("2=×~6");
  assert_bonds ("6至今");
}

static void test_leads (void)
{
  assert_bonds ("第=3-次");
  assert_bonds ("第 =3 -次");
  assert_bonds ("≥=9#5%");
  assert_bonds ("￥=2#0#0");
  assert_bonds ("文=〔2#0#2#1〕=8-号");
  assert_bonds ("G=B=/=T -9#7#0#4");
  assert_bonds ("LED 2#0#0-盏");
  assert_bonds ("1#0=（6）=kV");
}

/* ---- lines ---- */

/* Calls EACH with every word that may follow a number. */
static void each_unit (void (*each) (const char *unit))
{
  TzDiag *diag = tz_diag_new ();
  g_autofree char *folder = tz_data_path ("templates/words");
  g_autofree char *path = g_build_filename (folder, "counters.ini", NULL);
  TzIni *ini = tz_ini_load (path, path, diag);
  const TzIniSection *section = tz_ini_lookup_section (ini, "counters", "");
  int n = 0;
  for (int i = 0; i < section->n_keys; i++) {
    g_auto (GStrv) words = g_strsplit_set (section->keys[i].value, " \n", -1);
    if (g_str_equal (section->keys[i].key, "none") || g_str_equal (section->keys[i].key, "about"))
      continue;
    for (char **word = words; *word; word++)
      if (**word != '\0') {
        each (*word);
        n++;
      }
  }
  g_assert_cmpint (n, >, 700);
  tz_ini_free (ini);
  tz_diag_free (diag);
}

/* Set in a column of EMS, where is the line's end within the word from START to END of TEXT? -1: behind it, 0:
 * right before it, else within it. */
static int cut_in (const char *text, gsize start, gsize end, int ems, TzLen *before)
{
  TzTextStyle style = typeset_style ();
  const TzLines *lines = tz_typeset (setter, text, NULL, 0, &style, ems * style.size);
  for (int i = 0; i + 1 < lines->n_lines; i++)
    if (lines->lines[i].end >= start && lines->lines[i].end < end) {
      *before = lines->lines[i].width;
      return (int)(lines->lines[i].end - start);
    }
  return -1;
}

static const char lead[] = "按期完成巡视检查更换供电服务工作要点";

/* The text of N characters before 36UNIT. */
static char *sentence (int n, const char *unit, gsize *start, gsize *end)
{
  const char *from = g_utf8_offset_to_pointer (lead, g_utf8_strlen (lead, -1) - n);
  GString *text = g_string_new (from);
  g_string_append (text, "36");
  *start = text->len;
  g_string_append (text, unit);
  *end = text->len;
  g_string_append (text, "的改进提高质量确保安全稳定运行不出差错");
  return g_string_free (text, FALSE);
}

/* In a wide column a line never ends within a measure. */
static void keep_in_wide_columns (const char *unit)
{
  for (int ems = 12; ems <= 30; ems += 3)
    for (int n = MAX (ems - 12, 0); n <= 18; n++) {
      gsize start, end;
      TzLen before;
      g_autofree char *text = sentence (n, unit, &start, &end);
      if (cut_in (text, start, end, ems, &before) >= 0)
        g_error ("in %d em: %s", ems, text);
    }
}

/* In a narrow column a line may end behind the number, but only if it would be half empty without it; within
 * the unit only where the column does not hold it, or where the unit is so long that half the line would be
 * empty. (A character alone on a line is worse than either, and not asked for here.) */
static void keep_in_narrow_columns (const char *unit)
{
  TzTextStyle style = typeset_style ();
  TzLen narrow, wide;
  g_autofree char *measure = g_strconcat ("36", unit, NULL);
  tz_typeset_widths (setter, measure, &style, &narrow, &wide);
  for (int ems = 3; ems < 12; ems++)
    for (int n = 0; n <= 12; n++) {
      gsize start, end;
      TzLen before = 0;
      g_autofree char *text = sentence (n, unit, &start, &end);
      int cut = wide <= ems * style.size && n % ems != 1 ? cut_in (text, start, end, ems, &before) : -1;
      if ((cut > 0 && g_utf8_strlen (unit, -1) < 5) ||
          (cut == 0 && before - style.size * 5 / 4 > ems * style.size / 2))
        g_error ("in %d em, %d: %s", ems, cut, text);
    }
}

static void test_wide (void)
{
  each_unit (keep_in_wide_columns);
}

static void test_narrow (void)
{
  each_unit (keep_in_narrow_columns);
}

/* The blank in a number is not stretched. */
static void test_thousands_keep_their_width (void)
{
  TzTextStyle style = typeset_style ();
  const TzLines *lines = tz_typeset (setter, "住户1 846户，其他", NULL, 0, &style, 6 * style.size);
  TzLen one = -1, eight = -1;
  for (guint32 i = 0; i < lines->n_glyphs; i++) {
    const char *c = lines->text + lines->glyphs[i].text;
    one = *c == '1' ? lines->glyphs[i].x : one;
    eight = *c == '8' ? lines->glyphs[i].x : eight;
  }
  g_assert_cmpint (eight - one, ==, style.size * 3 / 4);
}

int main (int argc, char **argv)
{
  typeset_isolate ();
  g_test_init (&argc, &argv, NULL);
  setter = typeset_new ();
  glyphs = tz_glyphs_new (tz_typesetter_fonts (setter));
  TzCounters *counters = typeset_counters ();
  boxes = tz_boxes_new (counters);
  g_test_add_func ("/bond/units", test_units);
  g_test_add_func ("/bond/multiples", test_multiples);
  g_test_add_func ("/bond/two-parts", test_units_of_two_parts);
  g_test_add_func ("/bond/none", test_no_units);
  g_test_add_func ("/bond/digits", test_digits);
  g_test_add_func ("/bond/two-numbers", test_two_numbers);
  g_test_add_func ("/bond/leads", test_leads);
  g_test_add_func ("/bond/wide", test_wide);
  g_test_add_func ("/bond/narrow", test_narrow);
  g_test_add_func ("/bond/thousands", test_thousands_keep_their_width);
  int status = g_test_run ();
  tz_boxes_free (boxes);
  tz_counters_free (counters);
  tz_glyphs_free (glyphs);
  tz_typesetter_free (setter);
  return status;
}
