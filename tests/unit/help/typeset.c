#include "help/typeset.h"

#include "base/diag.h"
#include "command/counterset.h"
#include "command/fontset.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

static char *isolated; /* a fontconfig file that names no fonts */

static void forget (void)
{
  g_unlink (isolated);
  g_clear_pointer (&isolated, g_free);
}

void typeset_isolate (void)
{
  setlocale (LC_CTYPE, "C.UTF-8"); /* so that messages show the texts */
  GError *error = NULL;
  int fd = g_file_open_tmp ("fonts-XXXXXX.conf", &isolated, &error);
  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (isolated, "<?xml version='1.0'?><fontconfig></fontconfig>", -1, &error);
  g_assert_no_error (error);
  g_setenv ("FONTCONFIG_FILE", isolated, TRUE);
  g_setenv ("XDG_CONFIG_HOME", isolated, TRUE); /* no folder: no fonts.ini of a user's */
  atexit (forget);
}

TzFonts *typeset_fonts (void)
{
  TzDiag *diag = tz_diag_new ();
  GError *error = NULL;
  TzFonts *fonts = tz_fontset_open (NULL, diag, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fonts);
  tz_diag_free (diag);
  return fonts;
}

TzCounters *typeset_counters (void)
{
  TzDiag *diag = tz_diag_new ();
  TzCounters *counters = tz_counterset_load (NULL, diag);
  g_assert_nonnull (counters);
  tz_diag_free (diag);
  return counters;
}

TzTypesetter *typeset_new (void)
{
  return tz_typesetter_new (typeset_fonts (), typeset_counters ());
}

TzTextStyle typeset_style (void)
{
  return (TzTextStyle){ .role = TZ_ROLE_SONG, .size = 12 * TZ_PT, .pitch = 18 * TZ_PT };
}

/* ---- texts ---- */

const char *const typeset_sentences[] = {
  "为深入贯彻落实党中央、国务院关于优化营商环境的决策部署，进一步压减办电时间、简化办电流程，"
  "现就有关事项通知如下。",
  "（一）实行“三零”服务。2022年底前，对160kW及以下的小微企业用电报装实行“零上门、零审批、零投资”服务；"
  "全过程办电时间压减至15个工作日以内，其中10（6）kV单电源用户不超过22个工作日。",
  "依据《电力供应与使用条例》（国务院令第196号）、〔2021〕8号文件和“十四五”规划（2021—2025年），"
  "各市（县、区）人民政府——包括开发区管委会——应当按季度报送进展情况……",
  "责任单位：市发展改革委、市工业和信息化局、市自然资源和规划局、市住房城乡建设局、市供电公司",
  "1.完成率由92.5%提高到98.75%，投诉量下降3.2个百分点，平均停电时间降至5.23小时/户，同比减少1,204户·小时。",
  "牵头人：张弢 李镕基 王喆；联系电话：0531-8888 6666转8012；邮箱：office@example.gov.cn。",
  "请登录https://www.example.gov.cn/gzcy/dzxx/2022/index.html?id=20220315&type=a下载附件1～3，"
  "并于3月31日17:00前反馈（逾期视为“无意见”）。",
  "该项目总投资1.2亿元，其中：①中央预算内资金3000万元；②省级配套资金2500万元；③企业自筹6500万元。",
  "“是否已经完成？”“已经完成！”（详见《关于印发〈用户受电工程“三指定”行为整治工作方案〉的通知》。）",
  "环境温度不高于40℃，相对湿度≤95%，误差±0.5％，A／B两路互为备用，GB/T 9704-2012、DL/T 645-2007均适用。",
  NULL,
};

static const char *pick (GRand *rand, const char *const *table, int n)
{
  return table[g_rand_int_range (rand, 0, n)];
}

#define PICK(rand, table) pick ((rand), (table), G_N_ELEMENTS (table))

static void add_hanzi (GString *text, GRand *rand, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_unichar (text, (gunichar)g_rand_int_range (rand, 0x4E00, 0x9F00));
}

char *typeset_prose (GRand *rand, int n)
{
  static const char *const pauses[] = {
    "，", "、", "；", "：", "。", "。", "，", "，", "——", "……", "！", "？"
  };
  static const char *const facts[] = { "5个",    "2021年",  "〔2021〕8号", "160kW",   "10（6）kV", "98.75%",
                                       "第3条",  "1,204户", "35千伏",      "①",       "GB/T 9704", "3～5天",
                                       "25℃",    "±0.5",    "12.",         "5万千瓦", "APP",       "QQ群",
                                       "（一）", "A／B",    "Web端",       " ",       "　　",      "——",
                                       "弢",     "㎡",      "0531-86",     "”。）",   "。”",       "（“" };
  GString *text = g_string_new (NULL);
  while (g_utf8_strlen (text->str, -1) < n) {
    int kind = g_rand_int_range (rand, 0, 10);
    if (kind < 5) {
      add_hanzi (text, rand, g_rand_int_range (rand, 1, 7));
    } else if (kind < 7) {
      g_string_append (text, PICK (rand, pauses));
    } else if (kind < 9) {
      g_string_append (text, PICK (rand, facts));
    } else {
      gboolean quote = g_rand_boolean (rand);
      g_string_append (text, quote ? "“" : "（");
      add_hanzi (text, rand, g_rand_int_range (rand, 1, 9));
      g_string_append (text, quote ? "”" : "）");
    }
  }
  return g_string_free (text, FALSE);
}

char *typeset_jumble (GRand *rand, int n)
{
  static const char *const table[] = {
    "字",
    "國",
    "，",
    "。",
    "、",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    "—",
    "——",
    "…",
    "……",
    "·",
    "～",
    "／",
    "％",
    "a",
    "Word",
    "-",
    "1",
    "234",
    ".",
    ",",
    "%",
    "(",
    ")",
    "/",
    " ",
    " ",
    "\xC2\xA0",
    "　",
    "\t",
    "\n",
    "①",
    "é",
    "e\xCC\x81",
    "字\xCC\x88",
    "α",
    "Ж",
    "ئۇيغۇر",
    "བོད་ཡིག",
    "𠮷",
    "\xF0\x9F\x98\x80",
    "葛\xF3\xA0\x84\x80",
    "\xE2\x80\x8B",
    "\xE2\x80\x8D",
    "ﷺ",
    "한",
    "か",
    "‰",
    "℃",
    "〔",
    "〕",
    "年",
    "kV",
    "\xCC\x81",
    "\xEF\xB8\x8F",
    "\xC2\xAD",
    "§",
    "\xF4\x8F\xBF\xB0",
  };
  GString *text = g_string_new (NULL);
  for (int i = 0; i < n; i++)
    g_string_append (text, PICK (rand, table));
  return g_string_free (text, FALSE);
}

/* ---- dumps ---- */

static long hundredths (const TzLines *lines, TzLen length)
{
  TzLen product = length * 100, half = lines->size / 2;
  return (long)((product + (product < 0 ? -half : half)) / lines->size);
}

/* Blanks and what a terminal does not show, as numbers. */
static void add_visible (GString *out, const char *text, gsize n)
{
  for (const char *p = text; p < text + n; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == ' ')
      g_string_append (out, "␣");
    else if (!g_unichar_isgraph (c) || g_unichar_ismark (c))
      g_string_append_printf (out, "<%04X>", c);
    else
      g_string_append_unichar (out, c);
  }
}

static void add_glyph (GString *out, const TzLines *lines, const TzGlyph *glyph)
{
  g_string_append (out, "  ");
  if (glyph->n_bytes)
    add_visible (out, lines->text + glyph->text, glyph->n_bytes);
  else
    g_string_append_c (out, '+');
  if (glyph->face == TZ_FACE_NONE)
    g_string_append (out, "□");
  if (glyph->flags & TZ_GLYPH_BOLD)
    g_string_append_c (out, '*');
  g_string_append_printf (out, " %ld", hundredths (lines, glyph->x));
}

char *typeset_dump (const TzLines *lines, int from, int end)
{
  GString *out = g_string_new (NULL);
  for (int i = MAX (from, 0); i < MIN (end, lines->n_lines); i++) {
    const TzLine *line = &lines->lines[i];
    g_string_append (out, "⟦");
    add_visible (out, lines->text + line->start, line->end - line->start);
    g_string_append_printf (out, "⟧ %ld%s\n", hundredths (lines, line->width), line->last ? " last" : "");
    for (guint32 k = 0; k < line->n_glyphs; k++)
      add_glyph (out, lines, &lines->glyphs[line->glyph + k]);
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}
