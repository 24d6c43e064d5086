/* A phrase is cut at its marks into clauses; each clause is read by one rule of
 * deadline_rule.c; what the clauses say is put together. A year, a month or 每年
 * said in one clause holds for the clauses behind it. */
#include "model/deadline.h"

#include "base/utf8.h"
#include "model/deadline_rule.h"
#include "model/numeral.h"

#include <string.h>

typedef struct {
  TzDeadline *deadline;
  int context;               /* what 今年 is; 0: not known */
  int year, month;           /* said before; 0: not */
  gboolean recurring;        /* 每年 was said before */
  gboolean bracketed;        /* within （…） */
  gboolean done, done_plain; /* …; without further words */
  gboolean term;
  gboolean free_text;                      /* a clause that no rule reads */
  const char *rules[TZ_DEADLINE_DATE + 1]; /* the first rule that said each kind */
} Reader;

/* ── collecting ──────────────────────────────────────────────────────────── */

static GDate day_of (int year, int month, int day)
{
  GDate date;
  int last = g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)MIN (day, last), (GDateMonth)month, (GDateYear)year);
  return date;
}

/* Whether a month can have such a day; 31 stands for the last one. */
static gboolean is_day (int month, int day)
{
  static const int longest[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  return month >= 1 && month <= 12 && day >= 1 && (day <= longest[month - 1] || day == TZ_LAST_OF_MONTH);
}

/* Keeps the dates in order, each once; of too many the latest. */
static void add_date (TzDeadline *deadline, GDate date)
{
  int at = deadline->n_dates;
  while (at > 0 && g_date_compare (&deadline->dates[at - 1], &date) > 0)
    at--;
  if (at > 0 && g_date_compare (&deadline->dates[at - 1], &date) == 0)
    return;
  if (deadline->n_dates == TZ_DEADLINE_MAX_DATES) {
    if (at == 0)
      return;
    memmove (deadline->dates, deadline->dates + 1, sizeof (GDate) * (TZ_DEADLINE_MAX_DATES - 1));
    deadline->n_dates--;
    at--;
  }
  memmove (deadline->dates + at + 1, deadline->dates + at, sizeof (GDate) * (gsize)(deadline->n_dates - at));
  deadline->dates[at] = date;
  deadline->n_dates++;
}

static void add_point (TzDeadline *deadline, int month, int day)
{
  TzYearDay point = { (guint8)month, (guint8)day };
  int at = deadline->n_points;
  while (at > 0 && (deadline->points[at - 1].month > month ||
                    (deadline->points[at - 1].month == month && deadline->points[at - 1].day > day)))
    at--;
  if (at > 0 && deadline->points[at - 1].month == month && deadline->points[at - 1].day == day)
    return;
  if (deadline->n_points == TZ_DEADLINE_MAX_POINTS)
    return;
  memmove (deadline->points + at + 1, deadline->points + at,
           sizeof (TzYearDay) * (gsize)(deadline->n_points - at));
  deadline->points[at] = point;
  deadline->n_points++;
}

/* ── what a rule says ────────────────────────────────────────────────────── */

/* The I-th year of the clause, or what stands for it: said before, or the context. 0: none. */
static int year_of (const Reader *r, const TzCapture *c, int i)
{
  int year = c->n_years > 0 ? c->years[MIN (i, c->n_years - 1)] : 0;
  if (year < TZ_YEAR_RELATIVE - 1)
    return year > 0 ? year : (r->year > 0 ? r->year : r->context);
  int base = year > TZ_YEAR_RELATIVE && r->year > 0 ? r->year : r->context;
  return base > 0 ? base + year - TZ_YEAR_RELATIVE : 0;
}

static int pick (const int *numbers, int n, int i, int otherwise)
{
  return n > 0 ? numbers[MIN (i, n - 1)] : otherwise;
}

static gboolean is_relative (const TzCapture *c)
{
  return c->n_years > 0 && c->years[0] >= TZ_YEAR_RELATIVE - 1;
}

/* A day with a year is a date, one without after 每年 a day of every year. */
static gboolean say_day (Reader *r, const TzCapture *c, int month, int day)
{
  int year = year_of (r, c, 1);
  if (!is_day (month, day))
    return FALSE;
  if (r->recurring && (c->n_years == 0 || is_relative (c))) {
    add_point (r->deadline, month, day);
    return TRUE;
  }
  if (year == 0) {
    r->deadline->needs_year = TRUE;
    return TRUE;
  }
  if (day != TZ_LAST_OF_MONTH && !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  add_date (r->deadline, day_of (year, month, day));
  r->year = c->n_years > 0 ? year : r->year;
  return TRUE;
}

static gboolean say_date (Reader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int month = pick (c->months, c->n_months, 0, rule->month > 0 ? rule->month : r->month);
  if (!say_day (r, c, month, pick (c->days, c->n_days, 0, rule->day)))
    return FALSE;
  r->month = c->n_months > 0 ? month : r->month;
  return TRUE;
}

static gboolean say_range (Reader *r, const TzCapture *c, int first_month, int first_day, int month, int day)
{
  int first_year = year_of (r, c, 0);
  if (!is_day (first_month, first_day) || !say_day (r, c, month, day))
    return FALSE;
  if (first_year > 0)
    r->deadline->first = day_of (first_year, first_month, first_day);
  return TRUE;
}

static gboolean say_months (Reader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int month = pick (c->months, c->n_months, 1, rule->month);
  /* 2021年1月5日至10日: the second month is the first. 2021-2022年 begins in January. */
  int first_month = pick (c->months, c->n_months, 0, 1);
  int first_day = c->n_days > 1 ? c->days[0] : 1;
  return say_range (r, c, first_month, first_day, month, pick (c->days, c->n_days, 1, rule->day));
}

static gboolean say_quarters (Reader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int first = pick (c->numbers, c->n_numbers, 0, 0), last = pick (c->numbers, c->n_numbers, 1, 0);
  if (first < 1 || first > 4 || last < 1 || last > 4)
    return FALSE;
  if (rule->says == TZ_SAYS_QUARTER)
    return say_day (r, c, 3 * last, TZ_LAST_OF_MONTH);
  return say_range (r, c, 3 * first - 2, 1, 3 * last, TZ_LAST_OF_MONTH);
}

static gboolean say_plan (Reader *r, const TzCapture *c)
{
  r->deadline->first = day_of (c->years[0] - 4, 1, 1);
  add_date (r->deadline, day_of (c->years[0], 12, 31));
  return TRUE;
}

/* After a number of days that a rule counts from the end of a quarter the day is that number. */
static gboolean say_every (Reader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int day = pick (c->days, c->n_days, 0, pick (c->numbers, c->n_numbers, 0, rule->day));
  if (day < 1 || day > TZ_LAST_OF_MONTH)
    return FALSE;
  for (int month = rule->month; month <= 12; month += rule->every)
    add_point (r->deadline, month, day);
  r->recurring = rule->every == 12 || r->recurring;
  return TRUE;
}

static gboolean say_weekly (Reader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  r->deadline->weekdays |= 1u << pick (c->numbers, c->n_numbers, 0, rule->day);
  return TRUE;
}

static gboolean say_term (Reader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int amount = pick (c->numbers, c->n_numbers, 0, rule->day) * rule->every;
  if (r->term)
    return FALSE; /* one term only: 3天、5天 is no deadline */
  r->term = TRUE;
  r->deadline->amount = rule->says == TZ_SAYS_HOURS ? (amount + 23) / 24 : amount;
  r->deadline->unit = rule->says == TZ_SAYS_WORKDAYS ? TZ_UNIT_WORKDAY
                      : rule->says == TZ_SAYS_MONTHS ? TZ_UNIT_MONTH
                                                     : TZ_UNIT_DAY;
  return TRUE;
}

static gboolean say_from (Reader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  int year = year_of (r, c, 0), month = pick (c->months, c->n_months, 0, rule->month);
  int day = pick (c->days, c->n_days, 0, rule->day);
  if (!is_day (month, day))
    return FALSE;
  if (year > 0)
    r->deadline->first = day_of (year, month, day);
  r->deadline->continuing = TRUE;
  return TRUE;
}

static gboolean say_done (Reader *r, const TzDeadlineRule *rule)
{
  r->done = TRUE;
  r->done_plain = r->done_plain || !strchr (rule->pattern, '*') || strstr (rule->pattern, "于");
  return TRUE;
}

/* FALSE if the numbers that the rule read are impossible: 2月30日. */
static gboolean say (Reader *r, const TzDeadlineRule *rule, const TzCapture *c)
{
  switch (rule->says) {
  case TZ_SAYS_DATE:
    return say_date (r, rule, c);
  case TZ_SAYS_QUARTER:
  case TZ_SAYS_QUARTER_RANGE:
    return say_quarters (r, rule, c);
  case TZ_SAYS_RANGE:
    return say_months (r, rule, c);
  case TZ_SAYS_PLAN:
    return say_plan (r, c);
  case TZ_SAYS_EVERY:
    return say_every (r, rule, c);
  case TZ_SAYS_WEEKLY:
    return say_weekly (r, rule, c);
  case TZ_SAYS_DAILY:
    r->deadline->weekdays = 0xFE;
    return TRUE;
  case TZ_SAYS_DAYS:
  case TZ_SAYS_WORKDAYS:
  case TZ_SAYS_HOURS:
  case TZ_SAYS_MONTHS:
    return say_term (r, rule, c);
  case TZ_SAYS_DONE:
    return say_done (r, rule);
  case TZ_SAYS_FROM:
    return say_from (r, rule, c);
  default:
    r->deadline->continuing = TRUE;
    return TRUE;
  }
}

static TzDeadlineKind kind_said (const Reader *r, const TzDeadlineRule *rule)
{
  switch (rule->says) {
  case TZ_SAYS_EVERY:
  case TZ_SAYS_WEEKLY:
  case TZ_SAYS_DAILY:
    return TZ_DEADLINE_RECURRING;
  case TZ_SAYS_DAYS:
  case TZ_SAYS_WORKDAYS:
  case TZ_SAYS_HOURS:
  case TZ_SAYS_MONTHS:
    return TZ_DEADLINE_DURATION;
  case TZ_SAYS_DONE:
    return TZ_DEADLINE_DONE;
  case TZ_SAYS_FROM:
  case TZ_SAYS_CONTINUING:
    return TZ_DEADLINE_CONTINUING;
  default:
    return r->recurring && r->deadline->n_points > 0 ? TZ_DEADLINE_RECURRING : TZ_DEADLINE_DATE;
  }
}

/* ── one clause ──────────────────────────────────────────────────────────── */

/* What was read, tried on a copy: a rule whose numbers are impossible is no rule. */
typedef struct {
  const TzDeadlineRule *rule;
  const char *end;
  Reader reader;
  TzDeadline deadline;
} Reading;

static gboolean is_better (const Reading *best, const TzDeadlineRule *rule, const char *end)
{
  if (!best->rule || end != best->end)
    return !best->rule || end > best->end;
  return strchr (best->rule->pattern, '*') && !strchr (rule->pattern, '*');
}

static void try_rule (const Reader *r, const TzDeadlineRule *rule, const char *text, Reading *best)
{
  TzCapture capture;
  const char *end = tz_deadline_match (rule->pattern, text, &capture);
  if (!end || end == text || !is_better (best, rule, end))
    return;
  if (*end != '\0' && !tz_deadline_is_tail (end))
    return;
  Reading reading = { rule, end, *r, *r->deadline };
  reading.reader.deadline = &reading.deadline;
  if (!say (&reading.reader, rule, &capture))
    return;
  *best = reading;
}

static gboolean read_by_rules (Reader *r, const char *text)
{
  Reading best = { .rule = NULL };
  for (const TzDeadlineRule *rule = tz_deadline_rules; rule->name; rule++)
    try_rule (r, rule, text, &best);
  if (!best.rule)
    return FALSE;
  TzDeadline *deadline = r->deadline;
  *deadline = best.deadline;
  *r = best.reader;
  r->deadline = deadline;
  TzDeadlineKind kind = kind_said (r, best.rule);
  if (!r->rules[kind])
    r->rules[kind] = best.rule->name;
  return TRUE;
}

/* "2021年每季度末", "2021年起每年6月底": what bounds a recurrence. */
static const char *read_bound (Reader *r, const char *text)
{
  TzCapture c;
  const char *end = tz_deadline_match ("Y起", text, &c);
  gboolean open = end != NULL;
  if (!end)
    end = tz_deadline_match ("Y", text, &c);
  int year = end ? year_of (r, &c, 0) : 0;
  if (!end || year == 0 || !(g_str_has_prefix (end, "每") || (open && *end != '\0')))
    return text;
  r->deadline->first = day_of (year, 1, 1);
  if (!open)
    r->deadline->until = day_of (year, 12, 31);
  return end;
}

/* "1.2021年6月底" is an item of a list. */
static const char *skip_item (const char *text)
{
  const char *p = text;
  int number = tz_numeral_read (&p);
  return number >= 1 && number <= 99 && *p == '.' ? p + 1 : text;
}

static gboolean read_clause (Reader *r, const char *text)
{
  text = tz_deadline_skip_lead (text);
  if (read_by_rules (r, text))
    return TRUE;
  const char *rest = read_bound (r, text);
  if (rest != text && read_by_rules (r, rest))
    return TRUE;
  if (g_str_has_prefix (rest, "每年")) {
    Reader yearly = *r;
    yearly.recurring = TRUE;
    rest += strlen ("每年");
    rest += g_str_has_prefix (rest, "度") ? strlen ("度") : 0;
    if (read_by_rules (&yearly, rest)) {
      *r = yearly;
      return TRUE;
    }
  }
  rest = skip_item (text);
  return rest != text && read_by_rules (r, tz_deadline_skip_lead (rest));
}

/* ── the phrase ──────────────────────────────────────────────────────────── */

/* TEXT without blanks and quotation marks, ASCII in half width. g_free. */
static char *squeeze (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c >= 0xFF01 && c <= 0xFF5E)
      c -= 0xFEE0;
    if (c == '\n')
      g_string_append_c (out, ';');
    else if (!tz_char_is_blank (c) && !g_utf8_strchr ("“”‘’\"'", -1, c))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/* Whether the mark at P ends a clause; 和 and 及 do before a number. */
static gsize clause_mark (const char *p)
{
  static const char *const marks[] = { "、", ",", ";", "。", ":", "(", ")", "【", "】", "[", "]" };
  static const char *const ands[] = { "和", "及", "与" };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i]))
      return strlen (marks[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (ands); i++)
    if (g_str_has_prefix (p, ands[i]) && g_ascii_isdigit (p[strlen (ands[i])]))
      return strlen (ands[i]);
  return 0;
}

static void read_piece (Reader *r, const char *start, gsize length)
{
  if (length == 0)
    return;
  g_autofree char *clause = g_strndup (start, length);
  if (!read_clause (r, clause) && !r->bracketed)
    r->free_text = TRUE;
}

/* In brackets after 已完成 a day tells when, not until when. */
static void read_phrase (Reader *r, const char *text)
{
  const char *start = text, *p = text;
  for (;;) {
    gsize n = *p == '\0' ? 0 : clause_mark (p);
    if (*p != '\0' && n == 0) {
      p = g_utf8_next_char (p);
      continue;
    }
    read_piece (r, start, (gsize)(p - start));
    if (*p == '\0')
      return;
    r->bracketed = *p == '(' || (r->bracketed && *p != ')');
    start = p += n;
  }
}

static gboolean is_nothing (const char *text)
{
  static const char *const nothings[] = { "", "-", "--", "—", "——", "/", "无", "\\", NULL };
  return g_strv_contains (nothings, text);
}

static TzDeadlineKind decide (const Reader *r)
{
  const TzDeadline *d = r->deadline;
  if (r->done_plain)
    return TZ_DEADLINE_DONE;
  if (d->n_dates > 0 || d->needs_year)
    return TZ_DEADLINE_DATE;
  if (d->n_points > 0 || d->weekdays != 0)
    return TZ_DEADLINE_RECURRING;
  if (r->term)
    return TZ_DEADLINE_DURATION;
  if (r->done)
    return TZ_DEADLINE_DONE;
  return d->continuing ? TZ_DEADLINE_CONTINUING : TZ_DEADLINE_UNKNOWN;
}

/* What only other kinds have is cleared, so that equal deadlines look alike. */
static void tidy (TzDeadline *d)
{
  if (d->kind == TZ_DEADLINE_DONE || d->kind == TZ_DEADLINE_UNKNOWN) {
    d->n_dates = d->n_points = 0;
    d->weekdays = 0;
    d->amount = 0;
  }
  d->needs_year = d->kind == TZ_DEADLINE_DATE && d->n_dates == 0;
}

void tz_deadline_parse (const char *text, int year, TzDeadline *deadline)
{
  static const TzDeadline blank;
  Reader reader = { .deadline = deadline, .context = year };
  *deadline = blank;
  g_date_clear (&deadline->first, 1);
  g_date_clear (&deadline->until, 1);
  g_autofree char *words = squeeze (text);
  if (is_nothing (words)) {
    deadline->rule = "nothing";
    return;
  }
  read_phrase (&reader, words);
  deadline->kind = decide (&reader);
  deadline->rule = deadline->kind == TZ_DEADLINE_UNKNOWN ? "free-text" : reader.rules[deadline->kind];
  deadline->partial = deadline->kind != TZ_DEADLINE_UNKNOWN && reader.free_text;
  tidy (deadline);
}

/* ── questions ───────────────────────────────────────────────────────────── */

gboolean tz_deadline_last (const TzDeadline *deadline, const GDate *start, const TzCalendar *calendar,
                           GDate *last)
{
  if (deadline->kind == TZ_DEADLINE_DATE && deadline->n_dates > 0) {
    *last = deadline->dates[deadline->n_dates - 1];
    return TRUE;
  }
  if (deadline->kind != TZ_DEADLINE_DURATION || !start || !g_date_valid (start))
    return FALSE;
  *last = *start;
  if (deadline->unit == TZ_UNIT_WORKDAY)
    tz_calendar_add_workdays (calendar, start, deadline->amount, last);
  else if (deadline->unit == TZ_UNIT_MONTH)
    g_date_add_months (last, (guint)deadline->amount);
  else
    g_date_add_days (last, (guint)deadline->amount);
  return TRUE;
}

static void take_earlier (GDate *best, const GDate *date)
{
  if (!g_date_valid (best) || g_date_compare (date, best) < 0)
    *best = *date;
}

static void next_point (const TzDeadline *deadline, const GDate *after, GDate *best)
{
  for (int year = g_date_get_year (after); year <= g_date_get_year (after) + 1; year++)
    for (int i = 0; i < deadline->n_points; i++) {
      GDate date = day_of (year, deadline->points[i].month, deadline->points[i].day);
      if (g_date_compare (&date, after) > 0)
        take_earlier (best, &date);
    }
}

static void next_weekday (const TzDeadline *deadline, const GDate *after, GDate *best)
{
  GDate date = *after;
  for (int i = 0; i < 7; i++) {
    g_date_add_days (&date, 1);
    if (deadline->weekdays & 1u << g_date_get_weekday (&date)) {
      take_earlier (best, &date);
      return;
    }
  }
}

gboolean tz_deadline_next (const TzDeadline *deadline, const GDate *after, GDate *due)
{
  GDate best, from = *after;
  g_date_clear (&best, 1);
  for (int i = 0; i < deadline->n_dates; i++)
    if (g_date_compare (&deadline->dates[i], after) > 0)
      take_earlier (&best, &deadline->dates[i]);
  if (g_date_valid (&deadline->first) && g_date_compare (&deadline->first, after) > 0) {
    from = deadline->first;
    g_date_subtract_days (&from, 1);
  }
  next_point (deadline, &from, &best);
  if (deadline->weekdays)
    next_weekday (deadline, &from, &best);
  if (!g_date_valid (&best) ||
      (g_date_valid (&deadline->until) && g_date_compare (&best, &deadline->until) > 0))
    return FALSE;
  *due = best;
  return TRUE;
}

gboolean tz_deadline_is_late (const TzDeadline *deadline, const GDate *start, const TzCalendar *calendar,
                              const GDate *day)
{
  GDate last;
  return tz_deadline_last (deadline, start, calendar, &last) && g_date_compare (day, &last) > 0;
}

const char *tz_deadline_kind_name (TzDeadlineKind kind)
{
  static const char *const names[] = {
    "none", "unknown", "continuing", "done", "duration", "recurring", "date"
  };
  return names[kind];
}

const char *tz_deadline_rule_name (int i)
{
  return tz_deadline_rules[i].name;
}

static void append_day (GString *text, const GDate *date)
{
  g_string_append_printf (text, " %04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

char *tz_deadline_to_string (const TzDeadline *deadline)
{
  static const char *const units[] = { "days", "workdays", "months" };
  GString *text = g_string_new (tz_deadline_kind_name (deadline->kind));
  if (deadline->kind == TZ_DEADLINE_DURATION)
    g_string_append_printf (text, " %d %s", deadline->amount, units[deadline->unit]);
  for (int i = 0; i < deadline->n_dates; i++)
    append_day (text, &deadline->dates[i]);
  for (int i = 0; i < deadline->n_points; i++)
    g_string_append_printf (text, deadline->points[i].day == TZ_LAST_OF_MONTH ? " %d-last" : " %d-%d",
                            deadline->points[i].month, deadline->points[i].day);
  for (int day = 1; day <= 7; day++)
    if (deadline->weekdays & 1u << day)
      g_string_append_printf (text, " weekday-%d", day);
  if (g_date_valid (&deadline->first)) {
    g_string_append (text, " from");
    append_day (text, &deadline->first);
  }
  if (g_date_valid (&deadline->until)) {
    g_string_append (text, " until");
    append_day (text, &deadline->until);
  }
  if (deadline->needs_year)
    g_string_append (text, " year?");
  if (deadline->continuing && deadline->kind != TZ_DEADLINE_CONTINUING)
    g_string_append (text, " continuing");
  if (deadline->partial)
    g_string_append (text, " partial");
  return g_string_free (text, FALSE);
}
