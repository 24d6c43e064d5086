/* A phrase is cut at its marks into clauses; each clause is read by one rule of deadline_rule.c;
 * what the clauses say is put together. */
#include "base/utf8.h"
#include "model/deadline_data.h"
#include "model/numeral.h"

#include <string.h>

/* ── one clause ──────────────────────────────────────────────────────────── */

/* The rule is applied to a copy of the reader first: one whose numbers are impossible (2月30日) must leave no
 * trace. */
typedef struct {
  const TzDeadlineRule *rule;
  const char *end;
  TzDeadlineReader reader;
  TzDeadline deadline;
} Reading;

static gboolean is_better (const Reading *best, const TzDeadlineRule *rule, const char *end)
{
  if (!best->rule || end != best->end)
    return !best->rule || end > best->end;
  return strchr (best->rule->pattern, '*') && !strchr (rule->pattern, '*');
}

static void try_rule (const TzDeadlineReader *r, const TzDeadlineRule *rule, const char *text, Reading *best)
{
  TzCapture capture;
  const char *end = tz_deadline_match (rule->pattern, text, &capture);
  if (!end || end == text || !is_better (best, rule, end))
    return;
  if (*end != '\0' && !tz_deadline_is_tail (end))
    return;
  Reading reading = { rule, end, *r, *r->deadline };
  reading.reader.deadline = &reading.deadline;
  if (!tz_deadline_say (&reading.reader, rule, &capture))
    return;
  *best = reading;
}

static gboolean read_by_rules (TzDeadlineReader *r, const char *text)
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
  TzDeadlineKind kind = tz_deadline_kind_said (r, best.rule);
  if (!r->rules[kind])
    r->rules[kind] = best.rule->name;
  return TRUE;
}

/* "2021年每季度末", "2021年起每年6月底": what bounds a recurrence. */
static const char *read_bound (TzDeadlineReader *r, const char *text)
{
  TzCapture c;
  const char *end = tz_deadline_match ("Y起", text, &c);
  gboolean open = end != NULL;
  if (!end)
    end = tz_deadline_match ("Y", text, &c);
  int year = end ? tz_deadline_year (r, &c, 0) : 0;
  if (!end || year == 0 || !(g_str_has_prefix (end, "每") || (open && *end != '\0')))
    return text;
  r->deadline->first = tz_deadline_day (year, 1, 1);
  if (!open)
    r->deadline->until = tz_deadline_day (year, 12, 31);
  return end;
}

/* "1.2021年6月底" is an item of a list. */
static const char *skip_item (const char *text)
{
  const char *p = text;
  int number = tz_numeral_read (&p);
  return number >= 1 && number <= 99 && *p == '.' ? p + 1 : text;
}

static gboolean read_clause (TzDeadlineReader *r, const char *text)
{
  text = tz_deadline_skip_lead (text);
  if (read_by_rules (r, text))
    return TRUE;
  const char *rest = read_bound (r, text);
  if (rest != text && read_by_rules (r, rest))
    return TRUE;
  if (g_str_has_prefix (rest, "每年")) {
    TzDeadlineReader yearly = *r;
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

/* TEXT as the rules read it: without blanks and quotation marks, ASCII in half width, and a line's end is a
 * mark like others. g_free. */
static char *squeeze (const char *text)
{
  g_autofree char *lines = g_strdelimit (g_strdup (text), "\n", ';');
  return tz_utf8_squeeze (lines, "“”‘’\"'");
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

static void read_piece (TzDeadlineReader *r, const char *start, gsize length)
{
  if (length == 0)
    return;
  g_autofree char *clause = g_strndup (start, length);
  if (!read_clause (r, clause) && !r->bracketed)
    r->free_text = TRUE;
}

/* In brackets after 已完成 a day tells when, not until when. */
static void read_phrase (TzDeadlineReader *r, const char *text)
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

static TzDeadlineKind decide (const TzDeadlineReader *r)
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
  TzDeadlineReader reader = { .deadline = deadline, .context = year };
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
