/* Six tasks in two sections or groups. A form in which numbers merge has a task of two rows. */
#include "compose/form/example.h"

#include "compose/form/section.h"
#include "read/list.h"

#include <string.h>

enum { N_TASKS = 6, N_IN_GROUP = 3, SPLIT_TASK = 1 };

static const char *const sections[] = { "一、提高办电效率", "二、改进供电服务" };
static const char *const groups[] = { "办电效率", "供电服务" };
static const char *const names[N_TASKS] = { "压减办电时间", "精简办电资料", "推行线上办理",
                                            "提高供电质量", "公开服务信息", "加强监督检查" };
static const char *const contents[N_TASKS] = {
  "修订业务系统的计时规则，各环节自动取时，逐月公布办电时间。",
  "居民用户凭身份证、企业用户凭营业执照即可申请，能够共享的资料不再收取。",
  "办电申请、进度查询、电费缴纳全部可以在网上办理，保留线下窗口。",
  "安排配电网改造项目，减少用户平均停电时间，计划停电提前七天通知。",
  "在营业场所和网站公布办电流程、收费项目和投诉电话，变化时随时更新。",
  "每季度抽查办电工单，对超过时限的逐件说明原因并督促改正。",
};
static const char *const further_content = "对超过时限的工单逐户回访，查明原因后及时改正。";
static const char *const owners[N_TASKS] = { "县供电公司", "县供电公司",   "县政务服务局",
                                             "县供电公司", "县发展改革局", "县市场监管局" };
static const char *const helpers[N_TASKS] = { "县发展改革局", "县公安局",   "县供电公司",
                                              "各镇人民政府", "县供电公司", "县发展改革局" };
static const char *const deadlines[N_TASKS] = { "2021年3月底前",  "2021年6月底前", "2021年9月底前",
                                                "2021年12月底前", "每季度末",      "持续推进" };
static const char *const aims[] = {
  "形成工作方案，明确分工和进度。", "完成阶段任务，总结做法和不足。", "巩固已有成果，建立长效机制。",
  "对照先进地区，提出改进措施。",   "开展宣传培训，方便群众办事。",
};
static const char *const words[] = { "重点", "一般", "常规" };
static const char *const kinds[N_TASKS] = { "居民用户", "小微企业用户", "工业用户",
                                            "商业用户", "公共服务用户", "农业生产用户" };

/* What a column holds. */
typedef enum {
  LEFT_OUT,
  NUMBER,
  NAME,
  CONTENT,
  OWNER,
  HELPER,
  DEADLINE,
  GROUP,
  CHOICE,
  AMOUNT,
  PERCENT,
  DAY,
  KIND,
  WORD,
  AIM
} Holds;

typedef struct {
  const TzTemplate *form;
  Holds *holds; /* by column */
  gboolean sections, splits;
  GString *csv;
} Example;

/* ---- what columns hold ---- */

/* A variant is told by columns that the plain form lacks. */
static gboolean is_of_variant (const TzTemplate *form, const char *key)
{
  for (int i = 0; i < tz_ini_n_sections (form->ini); i++) {
    const TzIniSection *section = tz_ini_section (form->ini, i);
    const TzIniKey *has = g_str_equal (section->kind, "variant") ? tz_section_lookup (section, "has") : NULL;
    g_auto (GStrv) columns = has ? tz_list_split (has->value, ",") : NULL;
    if (columns && g_strv_contains ((const char *const *)columns, key))
      return TRUE;
  }
  return FALSE;
}

/* Columns that others are computed from hold amounts. */
static gboolean is_operand (const TzSchema *schema, const char *key)
{
  for (int c = 0; c < schema->n_columns; c++) {
    const TzFormula *formula = schema->columns[c].formula;
    for (int i = 0; formula && i < tz_formula_n_names (formula); i++)
      if (g_str_equal (tz_formula_name (formula, i), key))
        return TRUE;
  }
  return FALSE;
}

static Holds held_by_meaning (TzMeans means)
{
  static const Holds holds[] = {
    [TZ_MEANS_NUMBER] = NUMBER, [TZ_MEANS_NAME] = NAME,     [TZ_MEANS_CONTENT] = CONTENT,
    [TZ_MEANS_OWNER] = OWNER,   [TZ_MEANS_HELPER] = HELPER, [TZ_MEANS_DEADLINE] = DEADLINE
  };
  return means < G_N_ELEMENTS (holds) ? holds[means] : LEFT_OUT;
}

static Holds held_by_type (TzValueType type)
{
  return type == TZ_VALUE_PERCENT ? PERCENT : type == TZ_VALUE_DATE ? DAY : AMOUNT;
}

/* Narrow columns hold words. */
static gboolean is_narrow (const TzFormColumn *column)
{
  TzLen em = column->style.cell.text.size;
  return column->look.cap > 0 && column->look.cap <= 8 * em;
}

static Holds held_by (const TzTemplate *form, int c)
{
  const TzFormColumn *column = &form->columns[c];
  const TzSchemaColumn *data = column->data;
  if (data->need == TZ_NEED_BLANK || data->formula || data->means == TZ_MEANS_ID ||
      is_of_variant (form, data->key) ||
      (column->look.fill.kind != TZ_FILL_NONE && data->need != TZ_NEED_REQUIRED))
    return LEFT_OUT;
  if (data->means != TZ_MEANS_NOTHING)
    return held_by_meaning (data->means);
  if (data->type != TZ_VALUE_TEXT)
    return held_by_type (data->type);
  if (column->look.fill.kind == TZ_FILL_CHOICE)
    return CHOICE;
  if (is_operand (&form->schema, data->key))
    return AMOUNT;
  if (is_narrow (column))
    return data->merge & TZ_MERGE_DOWN ? GROUP : WORD;
  return form->kind == TZ_FORM_TABLE ? KIND : AIM;
}

/* ---- cells ---- */

static gboolean merges_down (const Example *x, int c)
{
  return (x->form->schema.columns[c].merge & TZ_MERGE_DOWN) != 0;
}

static char *choice_of (const TzFormColumn *column, int task)
{
  g_auto (GStrv) choices = g_strsplit (column->look.fill.choices ? column->look.fill.choices : "", ";", -1);
  guint n = g_strv_length (choices);
  return g_strdup (n > 0 ? choices[(guint)task % n] : "");
}

/* The cell of TASK in column C. g_free. */
static char *cell_of (const Example *x, int c, int task)
{
  int group = task / N_IN_GROUP;
  switch (x->holds[c]) {
  case NUMBER:
    return g_strdup_printf ("%d", x->sections ? task % N_IN_GROUP + 1 : task + 1);
  case NAME:
    return g_strdup (names[task]);
  case CONTENT:
    return g_strdup (contents[task]);
  case OWNER:
    return g_strdup (owners[task]);
  case HELPER:
    return g_strdup (helpers[task]);
  case DEADLINE:
    return g_strdup (deadlines[task]);
  case GROUP:
    return g_strdup (task % N_IN_GROUP == 0 ? groups[group] : "");
  case CHOICE:
    return choice_of (&x->form->columns[c], task);
  case AMOUNT:
    return g_strdup_printf ("%d", (task * 7 + c * 3) % 10 + 1);
  case PERCENT:
    return g_strdup_printf ("%d%%", (task * 13 + c * 7) % 100);
  case DAY:
    return g_strdup_printf ("2021-%02d-15", task + 4);
  case KIND:
    return g_strdup (kinds[task]);
  case WORD:
    return g_strdup (words[(task + c) % (int)G_N_ELEMENTS (words)]);
  default:
    return g_strdup (aims[(task + c) % (int)G_N_ELEMENTS (aims)]);
  }
}

/* The second row of a task: what does not merge is said anew. g_free. */
static char *further_cell_of (const Example *x, int c, int task)
{
  if (merges_down (x, c))
    return g_strdup ("");
  return x->holds[c] == CONTENT ? g_strdup (further_content) : cell_of (x, c, task + 1);
}

/* ---- rows ---- */

/* RFC 4180: quotes where a cell needs them. */
static void add_cell (GString *csv, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (csv, ',');
  if (!strpbrk (text, ",\"\r\n")) {
    g_string_append (csv, text);
    return;
  }
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (csv, "\"%s\"", doubled);
}

static void end_row (GString *csv)
{
  g_string_append (csv, "\r\n");
}

typedef char *(*CellOf) (const Example *x, int c, int task);

static void add_row (const Example *x, CellOf cell, int task)
{
  gboolean first = TRUE;
  for (int c = 0; c < x->form->n_columns; c++) {
    if (x->holds[c] == LEFT_OUT)
      continue;
    g_autofree char *text = cell (x, c, task);
    add_cell (x->csv, text, first);
    first = FALSE;
  }
  end_row (x->csv);
}

static char *title_of (const Example *x, int c, int task)
{
  (void)task;
  return g_strdup (x->form->schema.columns[c].titles[0]);
}

static char *section_cell (const Example *x, int c, int task)
{
  for (int before = 0; before < c; before++)
    if (x->holds[before] != LEFT_OUT)
      return g_strdup ("");
  return g_strdup (sections[task / N_IN_GROUP]);
}

static void plan (Example *x)
{
  x->holds = g_new0 (Holds, (gsize)x->form->n_columns + 1);
  for (int c = 0; c < x->form->n_columns; c++) {
    x->holds[c] = held_by (x->form, c);
    x->splits |= x->holds[c] == NUMBER && merges_down (x, c);
  }
  x->sections = x->form->kind == TZ_FORM_LEDGER && x->form->table.section_rows;
}

char *tz_form_example (const TzTemplate *form)
{
  Example x = { .form = form, .csv = g_string_new (NULL) };
  plan (&x);
  add_row (&x, title_of, 0);
  for (int task = 0; task < N_TASKS; task++) {
    if (x.sections && task % N_IN_GROUP == 0)
      add_row (&x, section_cell, task);
    add_row (&x, cell_of, task);
    if (x.splits && task == SPLIT_TASK)
      add_row (&x, further_cell_of, task);
  }
  g_free (x.holds);
  return g_string_free (x.csv, FALSE);
}
