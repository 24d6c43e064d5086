#include "model/deadline_rule.h"

#include "model/numeral.h"

#include <string.h>

#define LAST       31
#define DONE_WORDS "(实现|完成|办结|整改|落实|建成|达标|达到|销号|出台|印发|投运|报送)"

const TzDeadlineRule tz_deadline_rules[] = {
  /* days */
  { "day", "yMDB", TZ_SAYS_DATE, 0, 0, 0 },
  { "iso-day", "Z(-|/|.)m(-|/|.)d(日|)B", TZ_SAYS_DATE, 0, 0, 0 },
  { "day-alone", "DB", TZ_SAYS_DATE, 0, 0, 0 }, /* its month was said before */
  { "ten-days-1", "yM(上旬|初)B", TZ_SAYS_DATE, 0, 0, 10 },
  { "ten-days-2", "yM中旬B", TZ_SAYS_DATE, 0, 0, 20 },
  { "ten-days-3", "yM下旬B", TZ_SAYS_DATE, 0, 0, LAST },
  { "mid-month", "yM中B", TZ_SAYS_DATE, 0, 0, 15 },
  /* months, quarters, halves, years */
  { "month", "yMB", TZ_SAYS_DATE, 0, 0, LAST },
  { "month-end", "yM(底|末|月底)B", TZ_SAYS_DATE, 0, 0, LAST },
  { "iso-month", "Z(-|/|.)mB", TZ_SAYS_DATE, 0, 0, LAST },
  { "quarter", "y(第|)N季度(末|底|内|)B", TZ_SAYS_QUARTER, 0, 0, LAST },
  { "quarter-code", "Z(Q|q)N", TZ_SAYS_QUARTER, 0, 0, LAST },
  { "half-1", "y上半年(末|底|内|)B", TZ_SAYS_DATE, 0, 6, LAST },
  { "half-2", "y下半年(末|底|内|)B", TZ_SAYS_DATE, 0, 12, LAST },
  { "mid-year", "y(年中)B", TZ_SAYS_DATE, 0, 6, LAST },
  { "year", "Y(全年|)B", TZ_SAYS_DATE, 0, 12, LAST },
  { "year-end", "Y(底|末|年底|年末)B", TZ_SAYS_DATE, 0, 12, LAST },
  { "year-end-plain", "(年底|年末|年内)B", TZ_SAYS_DATE, 0, 12, LAST },
  { "plan", "P(规划|)(期间|时期|期|)(末|)B", TZ_SAYS_PLAN, 0, 0, 0 },
  /* spans */
  { "days-range", "yMD~yMDB", TZ_SAYS_RANGE, 0, 0, LAST },
  { "days-of-month", "yMd~DB", TZ_SAYS_RANGE, 0, 0, LAST },
  { "days-of-month-2", "yMD~DB", TZ_SAYS_RANGE, 0, 0, LAST },
  { "months-range", "yM~yM(底|末|)B", TZ_SAYS_RANGE, 0, 0, LAST },
  { "months-of-year", "ym~M(底|末|)B", TZ_SAYS_RANGE, 0, 0, LAST },
  { "years-range", "Y~Y(底|末|)B", TZ_SAYS_RANGE, 0, 12, LAST },
  { "years-range-short", "Z~Y(底|末|)B", TZ_SAYS_RANGE, 0, 12, LAST },
  { "quarters-range", "y(第|)N(季度|)~(第|)N季度(末|底|)B", TZ_SAYS_QUARTER_RANGE, 0, 0, LAST },
  /* recurrences */
  { "each-year", "(每年|每年度|逐年|按年)(度|)", TZ_SAYS_EVERY, 12, 12, LAST },
  { "each-year-end", "每年(度|)(年|)(底|末)B", TZ_SAYS_EVERY, 12, 12, LAST },
  { "each-half", "(每半年|每半年度|按半年)(度|)(末|底|)B", TZ_SAYS_EVERY, 6, 6, LAST },
  { "each-quarter", "(每季度|每季|每个季度|按季度|按季|逐季|各季度)", TZ_SAYS_EVERY, 3, 3, LAST },
  { "each-quarter-end", "(每季度|每季|每个季度|各季度)(末|底|末月底)B", TZ_SAYS_EVERY, 3, 3, LAST },
  { "each-quarter-1-day", "(每季度|每季|每个季度)(首月|第一个月|第1个月)DB", TZ_SAYS_EVERY, 3, 1, 0 },
  { "each-quarter-2-day", "(每季度|每季|每个季度)(次月|第二个月|第2个月)DB", TZ_SAYS_EVERY, 3, 2, 0 },
  { "each-quarter-3-day", "(每季度|每季|每个季度)(末月|第三个月|第3个月)DB", TZ_SAYS_EVERY, 3, 3, 0 },
  { "each-quarter-1", "(每季度|每季|每个季度)(首月|第一个月|第1个月)(底|末|)B", TZ_SAYS_EVERY, 3, 1, LAST },
  { "each-quarter-2", "(每季度|每季|每个季度)(次月|第二个月|第2个月)(底|末|)B", TZ_SAYS_EVERY, 3, 2, LAST },
  { "next-quarter-day", "(次季度|次季|下季度|下季)(首月|第一个月|第1个月)DB", TZ_SAYS_EVERY, 3, 1, 0 },
  { "after-quarter", "(每季度|每季|每个季度)(结束|终了|)(后|末后)N(日|天)B", TZ_SAYS_EVERY, 3, 1, 0 },
  { "each-month", "(每月|每个月|按月|逐月)(度|)", TZ_SAYS_EVERY, 1, 1, LAST },
  { "each-month-end", "(每月|每个月)(月|)(底|末)B", TZ_SAYS_EVERY, 1, 1, LAST },
  { "each-month-day", "(每月|每个月|次月)DB", TZ_SAYS_EVERY, 1, 1, 0 },
  { "each-month-part-1", "(每月|每个月)(上旬|初)B", TZ_SAYS_EVERY, 1, 1, 10 },
  { "each-month-part-2", "(每月|每个月)中旬B", TZ_SAYS_EVERY, 1, 1, 20 },
  { "each-month-part-3", "(每月|每个月)下旬B", TZ_SAYS_EVERY, 1, 1, LAST },
  { "each-week", "(每周|每星期|按周|逐周)", TZ_SAYS_WEEKLY, 0, 0, 5 },
  { "each-week-day", "(每周|每星期)WB", TZ_SAYS_WEEKLY, 0, 0, 0 },
  { "each-day", "(每日|每天|逐日|按日)", TZ_SAYS_DAILY, 0, 0, 0 },
  /* terms */
  { "days", "N(天|日|个自然日|个日历日)(内|以内|之内|)", TZ_SAYS_DAYS, 1, 0, 0 },
  { "workdays", "N(个|)工作日(内|以内|之内|)", TZ_SAYS_WORKDAYS, 1, 0, 0 },
  { "weeks", "N(周|个星期|星期)(内|以内|之内|)", TZ_SAYS_DAYS, 7, 0, 0 },
  { "hours", "N(个小时|小时)(内|以内|之内|)", TZ_SAYS_HOURS, 1, 0, 0 },
  { "months", "N个月(内|以内|之内|)", TZ_SAYS_MONTHS, 1, 0, 0 },
  { "half-year", "半年(内|以内|之内|)", TZ_SAYS_MONTHS, 1, 0, 6 },
  { "years", "N年(内|以内|之内|)", TZ_SAYS_MONTHS, 12, 0, 0 },
  { "at-once", "(立行立改|立即整改|立即办理|立即落实|立即|即知即改|即行即改|即办|即时|当日|当天|马上)",
    TZ_SAYS_DAYS, 1, 0, 0 },
  /* states */
  { "done", "已(经|)(全部|全面|基本|)" DONE_WORDS "(到位|)", TZ_SAYS_DONE, 0, 0, 0 },
  { "done-with-words", "已(经|)(全部|全面|基本|)" DONE_WORDS "*", TZ_SAYS_DONE, 0, 0, 0 },
  { "done-by-day", "已于yMDB" DONE_WORDS "*", TZ_SAYS_DONE, 0, 0, 0 },
  { "done-by-month", "已于yM(底|末|)B" DONE_WORDS "*", TZ_SAYS_DONE, 0, 0, 0 },
  { "done-by-year", "已于Y(底|末|)B" DONE_WORDS "*", TZ_SAYS_DONE, 0, 0, 0 },
  { "done-plain", "(完成|实现|办结|销号|整改完成|全部完成)", TZ_SAYS_DONE, 0, 0, 0 },
  { "continuing", "(持续|长期|常态|不断|滚动|贯穿|经常|日常|全程|全年|常年)*", TZ_SAYS_CONTINUING, 0, 0, 0 },
  { "from-now", "(即日起|自即日起|从即日起|即时起)", TZ_SAYS_CONTINUING, 0, 0, 0 },
  { "from-year", "Y起", TZ_SAYS_FROM, 0, 1, 1 },
  { "from-month", "yM起", TZ_SAYS_FROM, 0, 0, 1 },
  { "from-day", "yMD起", TZ_SAYS_FROM, 0, 0, 0 },
  { NULL, NULL, TZ_SAYS_DATE, 0, 0, 0 },
};

static const char *const leads[] = { "即日起至", "即日起到", "自即日起至", "力争", "争取",   "确保", "计划",
                                     "预计",     "原则上",   "原则",       "拟于", "拟",     "须于", "应于",
                                     "务必于",   "在",       "于",         "截至", "截止到", "截止", "至",
                                     "到",       "不迟于",   "最迟",       "自",   "从",     "由",   NULL };

static const char *const tails[] = { "完成", "实现", "到位",   "建成", "见效", "报送", "上报", "启动",
                                     "取得", "印发", "出台",   "投运", "落实", "达到", "达标", "开展",
                                     "组织", "至少", "不少于", "基本", "全面", "全部", "初步", "力争",
                                     "确保", "争取", "销号",   "办结", "整改", "执行", "施行", "实施",
                                     "推进", "报告", "通报",   "更新", "调度", "一次", "1次",  "两次",
                                     "2次",  "形成", "提交",   "公布", "公开", "再",   "各",   NULL };

/* ── matching ────────────────────────────────────────────────────────────── */

/* TEXT behind WORD, which it begins with; else NULL. A long ledger asks millions of times,
 * and most words differ in the first hanzi. */
static inline const char *behind (const char *text, const char *word)
{
  while (*word != '\0' && *text == *word) {
    text++;
    word++;
  }
  return *word == '\0' ? text : NULL;
}

/* One way to read the text so far by the pattern; a list of words can be read in several. */
typedef struct {
  const char *text; /* behind what was read */
  TzCapture capture;
} Way;

/* Patterns branch little: at most two words of a list can stand at the same place. */
enum { MAX_WAYS = 32 };

typedef struct {
  Way ways[MAX_WAYS];
  int n;
} Ways;

static void add_way (Ways *ways, const char *text, const TzCapture *capture)
{
  if (ways->n < MAX_WAYS)
    ways->ways[ways->n++] = (Way){ text, *capture };
}

static void keep (int *numbers, int *n, int number)
{
  if (*n < 2)
    numbers[(*n)++] = number;
}

/* Each of the words between LIST and its END that stands at FROM is a way. */
static void try_words (const char *list, const char *end, const Way *from, Ways *to)
{
  while (list <= end) {
    const char *bar = memchr (list, '|', (gsize)(end - list));
    gsize n = (gsize)((bar ? bar : end) - list), same = 0;
    while (same < n && from->text[same] == list[same])
      same++;
    if (same == n)
      add_way (to, from->text + n, &from->capture);
    list += n + 1;
  }
}

static int digits_at (const char *text)
{
  int n = 0;
  while (g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* "2021年", "2021年度", "二〇二一年"; "今年" counts from the year that is meant. */
static const char *read_year (const char *text, int *year)
{
  static const struct {
    const char *word;
    int shift;
  } words[] = { { "今年", 0 }, { "本年度", 0 }, { "本年", 0 }, { "当年", 0 }, { "明年", 1 },
                { "次年", 1 }, { "翌年", 1 },   { "来年", 1 }, { "去年", -1 } };
  const char *end = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if ((end = behind (text, words[i].word))) {
      *year = TZ_YEAR_RELATIVE + words[i].shift;
      return end;
    }
  *year = tz_numeral_read (&text);
  if (*year >= 1900 && *year <= 2999)
    end = behind (text, "年");
  const char *term = end ? behind (end, "度") : NULL;
  return term ? term : end;
}

/* A number from 1 to LIMIT and one of two words behind it; WORD NULL: none. */
static const char *read_part (const char *text, int limit, const char *word, const char *other, int *number)
{
  *number = tz_numeral_read (&text);
  if (*number < 1 || *number > limit)
    return NULL;
  if (!word)
    return text;
  const char *end = behind (text, word);
  return end ? end : behind (text, other);
}

static const char *read_weekday (const char *text, int *weekday)
{
  static const char *const words[] = { "一", "二", "三", "四", "五", "六", "日" };
  const char *end = NULL;
  for (int i = 0; i < (int)G_N_ELEMENTS (words); i++)
    if ((end = behind (text, words[i]))) {
      *weekday = i + 1;
      return end;
    }
  end = behind (text, "天");
  *weekday = end ? 7 : 0;
  return end;
}

/* The last year of a five-year plan. */
static const char *read_plan (const char *text, int *year)
{
  static const char *const plans[] = { "十三五", "十四五", "十五五", "十六五" };
  const char *end = NULL;
  for (int i = 0; i < (int)G_N_ELEMENTS (plans) && !end; i++)
    if ((end = behind (text, plans[i])))
      *year = 2020 + 5 * i;
  return end;
}

/* Reads what the letter CODE stands for into CAPTURE. NULL if it is not there. */
static const char *read_code (char code, const char *text, TzCapture *c)
{
  int number = 0;
  const char *end = NULL;
  switch (code) {
  case 'Y':
  case 'y':
    end = read_year (text, &number);
    keep (c->years, &c->n_years, number);
    break;
  case 'P':
    end = read_plan (text, &number);
    keep (c->years, &c->n_years, number);
    break;
  case 'Z':
    end = digits_at (text) == 4 ? read_part (text, 2999, NULL, NULL, &number) : NULL;
    end = number >= 1900 ? end : NULL;
    keep (c->years, &c->n_years, number);
    break;
  case 'M':
    end = read_part (text, 12, "月份", "月", &number);
    keep (c->months, &c->n_months, number);
    break;
  case 'm':
    end = read_part (text, 12, NULL, NULL, &number);
    keep (c->months, &c->n_months, number);
    break;
  case 'D':
    end = read_part (text, 31, "日", "号", &number);
    keep (c->days, &c->n_days, number);
    break;
  case 'd':
    end = read_part (text, 31, NULL, NULL, &number);
    keep (c->days, &c->n_days, number);
    break;
  case 'W':
    end = read_weekday (text, &number);
    keep (c->numbers, &c->n_numbers, number);
    break;
  default: /* N */
    end = read_part (text, 999, NULL, NULL, &number);
    keep (c->numbers, &c->n_numbers, number);
    break;
  }
  return end;
}

/* B and ~ are lists that many patterns share. */
static const char by[] = "前|之前|以前|止|为止|内|以内|之内|";
static const char codes[] = "YyZMmDdNWP";
static const char range[] = "至|到|-|~|—|–|——";

static void try_code (char code, const Way *from, Ways *to)
{
  TzCapture read = from->capture;
  const char *end = read_code (code, from->text, &read);
  if (end)
    add_way (to, end, &read);
  if (code == 'y')
    add_way (to, from->text, &from->capture);
}

/* All ways to read on from FROM by the part of a pattern between PART and END. */
static void try_part (const char *part, const char *end, const Way *from, Ways *to)
{
  if (*part == '(')
    try_words (part + 1, end - 1, from, to);
  else if (*part == 'B')
    try_words (by, strchr (by, '\0'), from, to);
  else if (*part == '~')
    try_words (range, strchr (range, '\0'), from, to);
  else if (*part == '*')
    add_way (to, strchr (from->text, '\0'), &from->capture);
  else if (strchr (codes, *part))
    try_code (*part, from, to);
  else if (*part == *from->text)
    add_way (to, from->text + 1, &from->capture);
}

const char *tz_deadline_match (const char *pattern, const char *text, TzCapture *capture)
{
  Ways one, other, *now = &one, *next = &other; /* only the first N of each are set */
  const Way *best = NULL;
  *capture = (TzCapture){ .n_years = 0 };
  one.n = 0;
  add_way (now, text, capture);
  while (*pattern != '\0' && now->n > 0) {
    const char *end = *pattern == '(' ? strchr (pattern, ')') + 1 : pattern + 1;
    next->n = 0;
    for (int i = 0; i < now->n; i++)
      try_part (pattern, end, &now->ways[i], next);
    Ways *spare = now;
    now = next;
    next = spare;
    pattern = end;
  }
  for (int i = 0; i < now->n; i++)
    if (!best || now->ways[i].text > best->text)
      best = &now->ways[i];
  if (best)
    *capture = best->capture;
  return best ? best->text : NULL;
}

const char *tz_deadline_skip_lead (const char *text)
{
  for (int i = 0; leads[i]; i++) {
    const char *end = behind (text, leads[i]);
    if (!end)
      continue;
    text = end;
    i = -1; /* another one may follow: 力争于 */
  }
  return text;
}

gboolean tz_deadline_is_tail (const char *text)
{
  for (int i = 0; tails[i]; i++)
    if (behind (text, tails[i]))
      return TRUE;
  return FALSE;
}
