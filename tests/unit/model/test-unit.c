/* Units: spellings, cells that name several, names that look alike. */
#include "help/findings.h"
#include "model/unit.h"
#include "read/csv.h"

#include <locale.h>
#include <string.h>

static char *split (const char *text)
{
  g_auto (GStrv) names = tz_unit_split (text);
  return g_strjoinv (" | ", names);
}

static void test_split (void)
{
  static const struct {
    const char *cell, *names;
  } cases[] = {
    { "省能源局", "省能源局" },
    { "", "" },
    { "——", "" },
    { "--", "" },
    { "县发改局、县供电公司", "县发改局 | 县供电公司" },
    { "省能源局，山西能源监管办", "省能源局 | 山西能源监管办" },
    { "甲局,乙局；丙局;丁局\n戊局", "甲局 | 乙局 | 丙局 | 丁局 | 戊局" },
    { "省、市能源局", "省能源局 | 市能源局" },
    { "省、市、县能源局，省电力公司", "省能源局 | 市能源局 | 县能源局 | 省电力公司" },
    { "各市人民政府", "各市人民政府" },
    { "各市、县人民政府", "各市人民政府 | 县人民政府" },
    { "东江市、南湖市、西岭市人民政府，省电力公司",
      "东江市人民政府 | 南湖市人民政府 | 西岭市人民政府 | 省电力公司" },
    { "各市（州、盟）人民政府", "各市（州、盟）人民政府" },
    { "县发改、审批服务、公安、自然资源和规划、住建、交通、供电等部门",
      "县发改 | 审批服务 | 公安 | 自然资源和规划 | 住建 | 交通 | 供电" },
    { "县发改局牵头，相关政府部门、供电企业", "县发改局 | 相关政府部门 | 供电企业" },
    { "县发展改革局和县财政局", "县发展改革局 | 县财政局" },
    { "自然资源和规划局", "自然资源和规划局" },
    { "市住房和城乡建设委、市规划和自然资源局", "市住房和城乡建设委 | 市规划和自然资源局" },
    { "市发展改革委 市财政局", "市发展改革委 | 市财政局" },
    { "市发展改革委　市工业和信息化局", "市发展改革委 | 市工业和信息化局" },
    { "国网 示例公司", "国网 示例公司" },
    { "牵头单位：县发改局", "县发改局" },
    { "县住建局等有关部门按职责分工负责", "县住建局" },
    { "县供电公司、县供电公司", "县供电公司" },
    { "县属企业【水务、燃气】，县财政局", "县属企业【水务、燃气】 | 县财政局" },
    { "县属企业〔水务、燃气〕，县财政局", "县属企业〔水务、燃气〕 | 县财政局" },
    { "（待定", "（待定" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *names = split (cases[i].cell);
    g_test_message ("%s -> %s", cases[i].cell, names);
    g_assert_cmpstr (names, ==, cases[i].names);
  }
}

static TzAliases *make_units (const char *const *lines, TzDiag *diag)
{
  TzAliases *units = tz_aliases_new ("units");
  for (; lines[0]; lines += 2)
    tz_aliases_add (units, lines[0], lines[1], NULL, diag);
  return units;
}

static const char *const lines[] = { "state-grid", "国网示例省电力公司; 省电力公司; 示例省电力公司", "省能源局",
                                     "示例省能源局；能源局\n省局", NULL };

static void test_names (void)
{
  TzDiag *diag = tz_diag_new ();
  TzAliases *units = make_units (lines, diag);
  g_assert_cmpstr (tz_aliases_name (units, "省电力公司"), ==, "国网示例省电力公司");
  g_assert_cmpstr (tz_aliases_name (units, "省 电力公司"), ==, "国网示例省电力公司");
  g_assert_cmpstr (tz_aliases_name (units, "能源局"), ==, "省能源局");
  g_assert_cmpstr (tz_aliases_name (units, "省局"), ==, "省能源局");
  g_assert_cmpstr (tz_aliases_name (units, "省公安厅"), ==, "省公安厅");
  g_assert_cmpstr (tz_aliases_name (NULL, "省公安厅"), ==, "省公安厅");
  g_assert_false (tz_aliases_knows (units, "省公安厅"));
  assert_findings (diag, "");
  tz_aliases_free (units);
  tz_diag_free (diag);
}

static void test_list (void)
{
  TzDiag *diag = tz_diag_new ();
  TzAliases *units = make_units (lines, diag);
  g_auto (GStrv) names = tz_units_list (units, "省电力公司、能源局、示例省电力公司、省公安厅");
  g_autofree char *joined = g_strjoinv (" | ", names);
  g_assert_cmpstr (joined, ==, "国网示例省电力公司 | 省能源局 | 省公安厅");
  tz_aliases_free (units);
  tz_diag_free (diag);
}

/* What offices type in several ways is one unit. */
static void test_normal (void)
{
  static const struct {
    const char *written, *normal;
  } cases[] = {
    { "示例电力(集团)公司", "示例电力（集团）公司" },
    { "示例电力（集团）公司", "示例电力（集团）公司" },
    { "ＡＢＣ科技１公司", "ABC科技1公司" },
    { "国网 示例　公司", "国网示例公司" },
    { "State  Grid (Demo)", "State Grid (Demo)" },
    { "示例 ABC 公司", "示例ABC公司" },
    { "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *normal = tz_unit_normal (cases[i].written);
    g_assert_cmpstr (normal, ==, cases[i].normal);
  }
}

static void test_list_normal (void)
{
  g_auto (GStrv) names = tz_units_list (NULL, "示例电力（集团）公司；示例电力(集团)公司、ＡＢＣ公司，ABC公司");
  g_autofree char *joined = g_strjoinv (" | ", names);
  g_assert_cmpstr (joined, ==, "示例电力（集团）公司 | ABC公司");
}

/* Two ways to type one name are no slip of the pen. */
static void test_similar_normal (void)
{
  static const TzUnitUse uses[] = { { "示例电力(集团)公司", { .line = 2 } },
                                    { "示例电力（集团）公司", { .line = 3 } } };
  TzDiag *diag = tz_diag_new ();
  tz_units_check_similar (NULL, uses, G_N_ELEMENTS (uses), diag);
  assert_findings (diag, "");
  tz_diag_free (diag);
}

static void test_twice (void)
{
  static const char *const twice[] = { "a", "省能源局; 能源局", "b", "市能源局; 能源局", "c", " ; ", NULL };
  TzDiag *diag = tz_diag_new ();
  TzAliases *units = make_units (twice, diag);
  assert_findings (diag, "error alias-twice");
  g_assert_cmpstr (tz_aliases_name (units, "能源局"), ==, "省能源局");
  tz_aliases_free (units);
  tz_diag_free (diag);
}

/* ── names that look alike ───────────────────────────────────────────────── */

static void check_similar (const TzAliases *units, const char *a, const char *b, gboolean similar)
{
  TzDiag *diag = tz_diag_new ();
  TzUnitUse uses[] = { { a, { .line = 2 } }, { b, { .line = 3 } }, { b, { .line = 4 } }, { a, { .line = 5 } } };
  tz_units_check_similar (units, uses, G_N_ELEMENTS (uses), diag);
  g_test_message ("%s / %s", a, b);
  assert_findings (diag, similar ? "warning unit-similar 3" : "");
  tz_diag_free (diag);
}

static void test_similar (void)
{
  check_similar (NULL, "县发改局", "县发展改革局", TRUE);
  check_similar (NULL, "省发改委", "省发展和改革委员会", TRUE);
  check_similar (NULL, "市住房城乡建设委", "市住房和城乡建设委", TRUE);
  check_similar (NULL, "能源局", "省能源局", TRUE);
  check_similar (NULL, "市规划资源局", "市规划和自然资源局", TRUE);
  check_similar (NULL, "省乡村振兴局", "省乡村振局", TRUE);
  check_similar (NULL, "省乡村振兴局", "省乡村兴振局", TRUE);
  check_similar (NULL, "市能源局", "各市能源局", TRUE);
  check_similar (NULL, "供电企业", "各供电企业", TRUE);
  check_similar (NULL, "市场监督管理局", "县市场监管局", TRUE);
  check_similar (NULL, "县发改", "县发改局", TRUE);
  check_similar (NULL, "住建", "县住建局", TRUE);
  check_similar (NULL, "供电", "县供电公司", TRUE);
  check_similar (NULL, "省电力公司", "示例省电力公司", TRUE);
  check_similar (NULL, "示例省电力公司", "国网示例省电力公司", TRUE);
  check_similar (NULL, "示例地方供电公司", "示例地方电力有限公司", TRUE);
}

static void test_different (void)
{
  check_similar (NULL, "省能源局", "市能源局", FALSE);
  check_similar (NULL, "省财政厅", "省水利厅", FALSE);
  check_similar (NULL, "东江市人民政府", "东湖市人民政府", FALSE);
  check_similar (NULL, "城区供电所", "城东区供电所", FALSE);
  check_similar (NULL, "第一供电所", "第二供电所", FALSE);
  check_similar (NULL, "各市人民政府", "各市（州）人民政府", FALSE);
  check_similar (NULL, "省林业厅", "省农业厅", FALSE);
  check_similar (NULL, "供电服务公司", "城东供电服务公司", FALSE);
  check_similar (NULL, "省电力公司", "市供电公司", FALSE);
  check_similar (NULL, "市公安局", "市公安局交警支队", FALSE);
  check_similar (NULL, "市场监管局", "监管局", FALSE);
}

/* Two units with no mark between them, each of which is named elsewhere. */
static void test_joined (void)
{
  TzDiag *diag = tz_diag_new ();
  TzUnitUse uses[] = { { "示例电力公司", { .line = 2 } },
                       { "配网试点", { .line = 2 } },
                       { "示例电力公司配网试点", { .line = 3 } },
                       { "示例电力公司调度处", { .line = 4 } },
                       { "市公安局", { .line = 5 } },
                       { "治安支队", { .line = 5 } },
                       { "市公安局治安支队", { .line = 6 } } };
  tz_units_check_similar (NULL, uses, G_N_ELEMENTS (uses), diag);
  assert_findings (diag, "warning unit-joined 3");
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, "“示例电力公司” and “配网试点”"));
  tz_diag_free (diag);
}

/* Names that [units] sets apart are apart; spellings of one unit are one. */
static void test_settled (void)
{
  static const char *const settled[] = { "a", "省能源局", "b", "能源局", "c", "县发改局; 县发展改革局", NULL };
  TzDiag *diag = tz_diag_new ();
  TzAliases *units = make_units (settled, diag);
  check_similar (units, "省能源局", "能源局", FALSE);
  check_similar (units, "县发改局", "县发展改革局", FALSE);
  tz_aliases_free (units);
  tz_diag_free (diag);
}

/* ── real ledgers ────────────────────────────────────────────────────────── */

static int show_ledger (const char *path)
{
  TzDiag *diag = tz_diag_new ();
  TzRecords *csv = tz_csv_load (path, path, NULL, diag);
  int n = 0;
  g_assert_nonnull (csv);
  for (int col = 0; col < tz_records_n_columns (csv); col++)
    for (int i = 0; strstr (tz_records_title (csv, col), "单位") && i < tz_records_n (csv); i++) {
      const char *cell = tz_records_get (csv, i)->fields[col].text;
      g_autofree char *names = split (cell);
      if (*cell != '\0')
        g_test_message ("%s -> %s", cell, names);
      g_assert_null (strstr (names, "、"));
      n++;
    }
  tz_records_free (csv);
  tz_diag_free (diag);
  return n;
}

static void test_ledgers (void)
{
  const char *folder = g_getenv ("TAIZHANG_LEDGERS");
  GDir *dir = folder ? g_dir_open (folder, 0, NULL) : NULL;
  int n = 0;
  if (!dir) {
    g_test_skip ("TAIZHANG_LEDGERS does not name the folder of the real ledgers");
    return;
  }
  for (const char *name; (name = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (folder, name, "tasks.csv", NULL);
    if (g_file_test (path, G_FILE_TEST_EXISTS))
      n += show_ledger (path);
  }
  g_dir_close (dir);
  g_assert_cmpint (n, >, 0);
}

int main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8"); /* so that the names can be read in the diagnostics */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/split", test_split);
  g_test_add_func ("/unit/names", test_names);
  g_test_add_func ("/unit/list", test_list);
  g_test_add_func ("/unit/normal", test_normal);
  g_test_add_func ("/unit/list-normal", test_list_normal);
  g_test_add_func ("/unit/similar-normal", test_similar_normal);
  g_test_add_func ("/unit/twice", test_twice);
  g_test_add_func ("/unit/similar", test_similar);
  g_test_add_func ("/unit/different", test_different);
  g_test_add_func ("/unit/joined", test_joined);
  g_test_add_func ("/unit/settled", test_settled);
  g_test_add_func ("/unit/real-ledgers", test_ledgers);
  return g_test_run ();
}
