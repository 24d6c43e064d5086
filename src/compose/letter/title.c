/* Where a title may be broken. GB/T 9704-2012, 7.3.1: lines keep words whole and have
 * the outline of a trapezoid or a diamond. Without a dictionary a word is what is in
 * the list below; the rest are characters that may be parted, if it must be. */
#include "compose/letter/letter.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

enum { MAX_LINES = 5, MAX_CHARS = 200 };

/* What parting costs between two characters. */
enum { GOOD = 0, FAIR = 3, POOR = 14, BAD = 60, NEVER = 10000 };

/* Words that stand in titles and names of organs. */
/* clang-format off: a word a line would fill pages */
static const char *const words[] = {
  "发展和改革委员会",
  "国家发展改革委",
  "发展改革委员会",
  "三年行动计划",
  "两年行动计划",
  "工作实施方案",
  "重点任务台账",
  "重点工作台账",
  "发展和改革局",
  "国家能源局",
  "发展改革委",
  "发展改革局",
  "发展和改革",
  "行政执法局",
  "审批服务局",
  "全面提升",
  "持续优化",
  "实施细则",
  "实施方案",
  "实施办法",
  "实施意见",
  "工作方案",
  "工作计划",
  "行动计划",
  "行动方案",
  "管理办法",
  "暂行办法",
  "暂行规定",
  "指导意见",
  "重点任务",
  "重点工作",
  "责任清单",
  "任务清单",
  "任务台账",
  "工作台账",
  "营商环境",
  "服务水平",
  "领导小组",
  "监督管理",
  "应急管理",
  "人民政府",
  "公共服务",
  "供电公司",
  "电力公司",
  "供电企业",
  "三年行动",
  "专项行动",
  "自然资源",
  "能源局",
  "自治区",
  "自治州",
  "自治县",
  "委员会",
  "办公室",
  "数字化",
  "信息化",
  "现代化",
  "高质量",
  "进一步",
  "上半年",
  "下半年",
  "组织部",
  "宣传部",
  "示例省",
  "执法局",
  "规划局",
  "大数据",
  "建设局",
  "关于",
  "印发",
  "转发",
  "批转",
  "开展",
  "做好",
  "加强",
  "推进",
  "推动",
  "促进",
  "落实",
  "贯彻",
  "全面",
  "提升",
  "持续",
  "优化",
  "深化",
  "改革",
  "加快",
  "规范",
  "完善",
  "健全",
  "建立",
  "支持",
  "鼓励",
  "防范",
  "化解",
  "调整",
  "公布",
  "发布",
  "召开",
  "举办",
  "组织",
  "申报",
  "报送",
  "征求",
  "工作",
  "通知",
  "意见",
  "通报",
  "公告",
  "通告",
  "决定",
  "决议",
  "批复",
  "请示",
  "报告",
  "议案",
  "纪要",
  "方案",
  "计划",
  "规划",
  "办法",
  "规定",
  "细则",
  "条例",
  "制度",
  "标准",
  "清单",
  "台账",
  "任务",
  "重点",
  "实施",
  "执行",
  "行动",
  "专项",
  "服务",
  "水平",
  "电力",
  "获得",
  "能源",
  "国家",
  "环境",
  "企业",
  "用电",
  "供电",
  "用户",
  "报装",
  "公司",
  "社会",
  "经济",
  "发展",
  "建设",
  "管理",
  "监管",
  "监督",
  "检查",
  "安全",
  "生产",
  "应急",
  "消防",
  "防汛",
  "抗旱",
  "森林",
  "教育",
  "卫生",
  "健康",
  "文化",
  "旅游",
  "交通",
  "运输",
  "财政",
  "税务",
  "审计",
  "统计",
  "农业",
  "农村",
  "工业",
  "商务",
  "市场",
  "科技",
  "创新",
  "人才",
  "就业",
  "保障",
  "住房",
  "城乡",
  "自然",
  "资源",
  "生态",
  "水利",
  "信息",
  "数据",
  "公开",
  "审批",
  "行政",
  "政务",
  "体系",
  "机制",
  "能力",
  "措施",
  "有关",
  "事项",
  "问题",
  "情况",
  "项目",
  "年度",
  "季度",
  "先进",
  "集体",
  "个人",
  "表彰",
  "任命",
  "免去",
  "职务",
  "会议",
  "活动",
  "试点",
  "示范",
  "补助",
  "资金",
  "预算",
  "综合",
  "中心",
};
/* clang-format on */

typedef struct {
  int n;
  gunichar c[MAX_CHARS];
  double width[MAX_CHARS]; /* ems */
  int cost[MAX_CHARS + 1]; /* of a break before character i */
} Title;

static gboolean is_in (gunichar c, const char *set)
{
  return g_utf8_strchr (set, -1, c) != NULL;
}

static double char_width (gunichar c)
{
  return c < 0x2000 ? (g_unichar_isupper (c) ? .75 : .58) : 1;
}

/* Between hanzi and what is Western the typesetter leaves a quarter of an em. */
static double gap_before (const Title *title, int i)
{
  gunichar a = i > 0 ? title->c[i - 1] : ' ', b = title->c[i];
  gboolean western =
      a < 0x2000 ? g_unichar_isalnum (a) && b >= 0x4E00 : g_unichar_isalnum (b) && b < 0x2000 && a >= 0x4E00;
  return western && a < 0xA000 && b < 0xA000 ? .25 : 0;
}

/* Whether the word W begins at character I; its length. */
static int word_at (const Title *title, int i, const char *word)
{
  int n = 0;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), n++)
    if (i + n >= title->n || title->c[i + n] != g_utf8_get_char (p))
      return 0;
  return n;
}

static gboolean begins (const Title *title, int i, const char *word)
{
  return word_at (title, i, word) > 0;
}

static int longest_word (const Title *title, int i)
{
  int longest = 0;
  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    longest = MAX (longest, word_at (title, i, words[w]));
  return longest;
}

/* Between two hanzi: cheap where a word of the list ends or begins. */
static void cost_words (Title *title)
{
  gboolean known = FALSE; /* a word ended here */
  for (int i = 0; i < title->n;) {
    int n = longest_word (title, i);
    title->cost[i] = n > 0 && known ? FAIR : n > 0 || known ? POOR : BAD;
    for (int k = 1; k < n; k++)
      title->cost[i + k] = NEVER;
    known = n > 0;
    i += MAX (n, 1);
  }
}

static gboolean never_parted (const Title *title, int i)
{
  gunichar a = title->c[i - 1], b = title->c[i];
  return is_in (b, "、，。：；！？”’）》〉】〕 的") || is_in (a, "“‘（《〈【〔") || a < 0x2000 || b < 0x2000 ||
         (is_in (a, "—…") && is_in (b, "—…")) || (i >= 2 && begins (title, i - 2, "关于")) ||
         (is_in (b, "局委厅署院部办") && title->cost[i] >= POOR); /* the end of an organ's name */
}

static gboolean well_parted (const Title *title, int i)
{
  return is_in (title->c[i - 1], "、，；： ") || title->c[i] == 0x300A /* 《 */ || begins (title, i, "关于") ||
         begins (title, i, "转发") || begins (title, i, "印发");
}

static void cost_marks (Title *title)
{
  for (int i = 1; i < title->n; i++) {
    gunichar a = title->c[i - 1], b = title->c[i];
    int *cost = &title->cost[i];
    if (a != ' ' && never_parted (title, i))
      *cost = NEVER;
    else if (well_parted (title, i))
      *cost = GOOD;
    else if (is_in (a, "》的") || b == 0x201C /* “ */)
      *cost = FAIR;
    else if (is_in (a, "和与及并") && *cost < NEVER)
      *cost += POOR;
    else if (is_in (b, "和与及并") && *cost < NEVER)
      *cost = MIN (*cost, FAIR);
  }
}

/* What stands in brackets or quotes stays whole if a line can hold it. */
static void cost_brackets (Title *title, double most)
{
  static const char *const pairs[] = { "《》", "“”", "（）", "〈〉", "()" };
  for (gsize p = 0; p < G_N_ELEMENTS (pairs); p++) {
    gunichar open = g_utf8_get_char (pairs[p]), close = g_utf8_get_char (g_utf8_next_char (pairs[p]));
    for (int i = 0; i < title->n; i++) {
      double width = title->width[i];
      int end = i + 1;
      if (title->c[i] != open)
        continue;
      for (; end < title->n && title->c[end] != close; end++)
        width += title->width[end];
      for (int k = i + 1; k <= MIN (end, title->n - 1); k++)
        if (title->cost[k] < NEVER)
          title->cost[k] = width + 1 <= most ? NEVER / 4 : title->cost[k] + FAIR;
    }
  }
}

/* ── the shape ───────────────────────────────────────────────────────────── */

typedef struct {
  const Title *title;
  double most;
  int n; /* lines wanted */
  int at[MAX_LINES + 1], best[MAX_LINES + 1];
  double length[MAX_LINES];
  double least; /* cost of BEST */
} Search;

/* A rectangle and an hourglass are not wanted; a line much shorter than the widest
 * looks like a rest. */
static double shape_cost (const Search *s)
{
  double widest = 0, narrowest = s->most, cost = 0;
  gboolean rising = TRUE, falling = TRUE, hourglass = FALSE;
  for (int i = 0; i < s->n; i++) {
    widest = MAX (widest, s->length[i]);
    narrowest = MIN (narrowest, s->length[i]);
    if (i > 0) {
      rising &= s->length[i] >= s->length[i - 1] + .9;
      falling &= s->length[i] <= s->length[i - 1] - .9;
    }
    if (i > 0 && i < s->n - 1)
      hourglass |= s->length[i] < s->length[i - 1] && s->length[i] < s->length[i + 1];
  }
  gboolean diamond = s->n >= 3;
  for (int i = 1, down = 0; i < s->n && diamond; i++) {
    down |= s->length[i] < s->length[i - 1];
    diamond = down ? s->length[i] <= s->length[i - 1] : TRUE;
  }
  if (hourglass)
    cost += 40;
  if (!rising && !falling && !diamond)
    cost += 10;
  if (s->n > 1 && widest - narrowest < .9)
    cost += 12;
  if (narrowest < widest * .4)
    cost += 30 * (.4 - narrowest / widest) / .4 + 8;
  return cost + (widest - narrowest) * .3;
}

static double line_width (const Title *title, int from, int to)
{
  double width = 0;
  for (int i = from; i < to; i++)
    if (!(title->c[i] == ' ' && i == to - 1))
      width += title->width[i];
  return width;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than a title has lines */
static void search (Search *s, int line, double cost)
{
  const Title *title = s->title;
  if (cost >= s->least)
    return;
  if (line == s->n - 1) {
    s->length[line] = line_width (title, s->at[line], title->n);
    if (s->length[line] > s->most)
      return;
    cost += shape_cost (s);
    if (cost < s->least) {
      s->least = cost;
      memcpy (s->best, s->at, sizeof s->best);
    }
    return;
  }
  for (int end = s->at[line] + 1; end < title->n; end++) {
    s->length[line] = line_width (title, s->at[line], end);
    if (s->length[line] > s->most)
      break;
    if (title->cost[end] >= NEVER)
      continue;
    s->at[line + 1] = end;
    search (s, line + 1, cost + title->cost[end]);
  }
}

static char *join_lines (const Title *title, const int *at, int n)
{
  GString *text = g_string_new (NULL);
  for (int line = 0; line < n; line++) {
    int end = line == n - 1 ? title->n : at[line + 1];
    if (line > 0)
      g_string_append_c (text, '\n');
    for (int i = at[line]; i < end; i++)
      if (!(title->c[i] == ' ' && i == end - 1))
        g_string_append_unichar (text, title->c[i]);
  }
  return g_string_free (text, FALSE);
}

char *tz_letter_break_title (const char *text, double most)
{
  Title title = { .n = 0 };
  glong length = g_utf8_strlen (text, -1);
  if (length > MAX_CHARS || length == 0 || strchr (text, '\n'))
    return g_strdup (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    title.c[title.n] = tz_char_is_blank (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p);
    title.width[title.n] = char_width (title.c[title.n]) + gap_before (&title, title.n);
    title.n++;
  }
  cost_words (&title);
  cost_marks (&title);
  cost_brackets (&title, most);
  double width = line_width (&title, 0, title.n), least = G_MAXDOUBLE;
  int fewest = MAX ((int)ceil (width / most), 1);
  char *best = NULL;
  /* A line more is worth it where the fewest would tear words. */
  for (int n = fewest; n <= MIN (fewest + 1, (int)MAX_LINES); n++) {
    Search s = { .title = &title, .most = most, .n = n, .least = least - (n > fewest ? 18 : 0) };
    search (&s, 0, 0);
    if (s.best[0] == 0 && (n == 1 || s.best[1] > 0) && s.least < least - (n > fewest ? 18 : 0)) {
      least = s.least;
      g_free (best);
      best = join_lines (&title, s.best, n);
    }
  }
  return best ? best : g_strdup (text);
}
