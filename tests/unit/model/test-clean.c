#include <glib.h>

#include "model/clean.h"

typedef struct {
  guint what;
  const char *dirty, *clean;
} Case;

static void check (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    char *clean = tz_text_clean (cases[i].dirty, cases[i].what);
    g_assert_cmpstr (clean, ==, cases[i].clean);
    /* What was changed must also have been found, and nothing else. */
    gboolean changed = !g_str_equal (cases[i].dirty, clean);
    g_assert_cmpint ((tz_text_flaws (cases[i].dirty) & cases[i].what) != 0, ==, changed);
    g_free (clean);
  }
}

static void test_spaces (void)
{
  static const Case cases[] = {
    { TZ_CLEAN_SPACES, "推进 项目", "推进项目" },
    { TZ_CLEAN_SPACES, "推进\u3000项目", "推进项目" },
    { TZ_CLEAN_SPACES, "共 3 项", "共 3 项" },
    { TZ_CLEAN_SPACES, "第一行\n第二行", "第一行\n第二行" },
    { TZ_CLEAN_SPACES, "A B", "A B" },
  };
  check (cases, G_N_ELEMENTS (cases));
}

/* Names and short words are spread to the width of three characters, numbers of articles parted from the text.
 */
static void test_meant_spaces (void)
{
  static const Case cases[] = {
    { TZ_CLEAN_SPACES | TZ_CLEAN_NBSP, "王\u3000五", "王\u3000五" },
    { TZ_CLEAN_SPACES | TZ_CLEAN_NBSP, "王\u3000五、赵六", "王\u3000五、赵六" },
    { TZ_CLEAN_SPACES | TZ_CLEAN_NBSP, "小\u3000\u3000计", "小\u3000\u3000计" },
    { TZ_CLEAN_SPACES, "合 计：", "合 计：" },
    { TZ_CLEAN_SPACES, "责 任 单 位", "责 任 单 位" },
    { TZ_CLEAN_SPACES | TZ_CLEAN_NBSP, "第十二条\u3000用户应当", "第十二条\u3000用户应当" },
    { TZ_CLEAN_SPACES, "见第3章 附则", "见第3章 附则" },
    { TZ_CLEAN_SPACES | TZ_CLEAN_NBSP, "三\u3000保障措施", "三\u3000保障措施" },
    { TZ_CLEAN_NBSP, "一项\n\u3000\u3000二项", "一项\n\u3000\u3000二项" },
  };
  check (cases, G_N_ELEMENTS (cases));
}

static void test_spaces_that_are_not_meant (void)
{
  static const Case cases[] = {
    { TZ_CLEAN_SPACES, "检 修线路", "检修线路" },
    { TZ_CLEAN_SPACES, "检 修 输 电 线 路", "检修输电线路" }, /* scanned */
    { TZ_CLEAN_SPACES, "各条 线路", "各条线路" },
    { TZ_CLEAN_NBSP, "王\u00a0五", "王 五" },
    { TZ_CLEAN_NBSP, "检修\u3000线路", "检修 线路" },
  };
  check (cases, G_N_ELEMENTS (cases));
}

static void test_organs (void)
{
  static const Case cases[] = {
    { TZ_CLEAN_SPACES, "市发展改革委 市自然资源局", "市发展改革委 市自然资源局" },
    { TZ_CLEAN_SPACES, "示例省电力公司 示例市人民政府", "示例省电力公司 示例市人民政府" },
    { TZ_CLEAN_SPACES, "市发展改革委 市自然资源局关于印发方案", "市发展改革委 市自然资源局关于印发方案" },
    { TZ_CLEAN_SPACES, "市局 县局", "市局县局" },                     /* too short to tell */
    { TZ_CLEAN_SPACES, "自然资源局 提出意见", "自然资源局提出意见" }, /* one name alone */
  };
  check (cases, G_N_ELEMENTS (cases));
}

static void test_titles (void)
{
  static const Case cases[] = {
    { TZ_CLEAN_SPACES, "《全面提升水平 持续优化环境的意见》印发 以来",
      "《全面提升水平 持续优化环境的意见》印发以来" },
    { TZ_CLEAN_SPACES, "《意见》 要求", "《意见》 要求" },
  };
  check (cases, G_N_ELEMENTS (cases));
}

static void test_tags (void)
{
  static const Case cases[] = {
    { TZ_CLEAN_TAGS, "<p>一</p><p>二</p>", "一\n二" },
    { TZ_CLEAN_TAGS, "一<br/>二<BR>三", "一\n二\n三" },
    { TZ_CLEAN_TAGS, "<b>重点</b><span class=\"x\">任务</span>", "重点任务" },
    { TZ_CLEAN_TAGS, "<10千伏>以下", "<10千伏>以下" },
    { TZ_CLEAN_TAGS, "a<b，b>c", "a<b，b>c" },
    { TZ_CLEAN_TAGS, "<p", "<p" },
  };
  check (cases, G_N_ELEMENTS (cases));
}

static void test_blanks (void)
{
  static const Case cases[] = {
    { TZ_CLEAN_NBSP, "a\u00a0b", "a b" },
    { TZ_CLEAN_NBSP, "甲\u200b乙", "甲乙" },
    { TZ_CLEAN_DOUBLED, "a   b", "a b" },
    { TZ_CLEAN_NBSP | TZ_CLEAN_DOUBLED, "a\u00a0 \u3000b", "a b" },
  };
  check (cases, G_N_ELEMENTS (cases));
}

static void test_flaws (void)
{
  g_assert_cmpuint (tz_text_flaws ("锛屽姞寮哄唴閮ㄧ鎺с€傜殑銆") & TZ_FLAW_MOJIBAKE, !=, 0);
  g_assert_cmpuint (tz_text_flaws ("丢失\uFFFD字"), ==, TZ_FLAW_REPLACEMENT);
  g_assert_cmpuint (tz_text_flaws ("控制\001符"), ==, TZ_FLAW_CONTROL);
  g_assert_cmpuint (tz_text_flaws ("备  注"), ==, 0);
  g_assert_cmpuint (tz_text_flaws ("备注  说明"), !=, 0);
  g_assert_cmpuint (tz_text_flaws ("2021年底前，将低压、20kV及以下（含）压减至5个。——“三零”"), ==, 0);
}

static void test_controls (void)
{
  char *clean = tz_text_clean ("控制\001符\t\n", 0);
  g_assert_cmpstr (clean, ==, "控制符");
  g_free (clean);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clean/meant-spaces", test_meant_spaces);
  g_test_add_func ("/clean/spaces-not-meant", test_spaces_that_are_not_meant);
  g_test_add_func ("/clean/blanks-between-hanzi", test_spaces);
  g_test_add_func ("/clean/organ-names-keep-their-space", test_organs);
  g_test_add_func ("/clean/quoted-titles-keep-their-space", test_titles);
  g_test_add_func ("/clean/tags", test_tags);
  g_test_add_func ("/clean/odd-and-doubled-blanks", test_blanks);
  g_test_add_func ("/clean/flaws-beyond-cleaning", test_flaws);
  g_test_add_func ("/clean/control-characters-go-always", test_controls);
  return g_test_run ();
}
