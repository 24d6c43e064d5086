/* Conditions: late > 0 and not (rate >= 80 or status = 逾期). */
#include "base/date.h"
#include "base/intl.h"
#include "compose/report/prose/text.h"
#include "model/numeral.h"

#include <string.h>

enum { MAX_NEST = 20 }; /* of brackets and not */

static TzProseCond *cond_new (TzProseCondKind kind, TzProseCond *take_a, TzProseCond *take_b)
{
  TzProseCond *cond = g_new0 (TzProseCond, 1);
  cond->kind = kind;
  cond->a = take_a;
  cond->b = take_b;
  return cond;
}

/* ── what is compared ────────────────────────────────────────────────────── */

static gboolean parse_relation (TzProseReader *reader, TzProseRelation *relation)
{
  static const char *const signs[] = {
    [TZ_REL_LESS] = "<",       [TZ_REL_NOT_MORE] = "<=", [TZ_REL_EQUAL] = "=",
    [TZ_REL_NOT_EQUAL] = "!=", [TZ_REL_NOT_LESS] = ">=", [TZ_REL_MORE] = ">"
  };
  const TzProseToken *token = tz_prose_peek (reader);
  if (tz_prose_take_key (reader, TZ_KEY_HAS)) {
    *relation = TZ_REL_HAS;
    return TRUE;
  }
  for (gsize i = 0; token->kind == TZ_TOKEN_MARK && i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i], token->text)) {
      *relation = (TzProseRelation)i;
      tz_prose_take (reader);
      return TRUE;
    }
  return FALSE;
}

static void report_kind (TzProseReader *reader, const TzProseToken *token, const char *message)
{
  TzPlace place = tz_prose_place (reader, token->at);
  tz_diag_add (reader->diag, TZ_ERROR, &place, "bad-condition", message, token->text);
}

/* Reads 80, 12.5 or 12.5%. Values of rates are in percent, so the sign changes nothing. */
static void read_number (const char *text, TzProseValue *value)
{
  const char *point = strchr (text, '.');
  value->kind = TZ_PROSE_NUMBER;
  value->n = g_ascii_strtoll (text, NULL, 10);
  value->d = 1;
  for (int i = 1; point && i <= 4 && g_ascii_isdigit (point[i]); i++) {
    value->n = value->n * 10 + (point[i] - '0');
    value->d *= 10;
  }
}

static gboolean is_pace (const char *text)
{
  for (int pace = 0; pace < TZ_N_PACES; pace++)
    if (*text != '\0' && g_str_equal (tz_pace_word ((TzPace)pace), text))
      return TRUE;
  return FALSE;
}

/* Words to compare with. The words of states and paces are known: another one is a slip and would make a
 * condition that is never true. */
static gboolean parse_word (TzProseReader *reader, TzProseCond *cond, const TzProseToken *token)
{
  TzProseWords words = cond->left.entry ? cond->left.entry->words : TZ_ANY_WORD;
  TzStatus status = TZ_STATUS_LATE;
  const char *text = token->text;
  if (words == TZ_STATUS_WORD && !tz_status_parse (text, &status)) {
    report_kind (reader, token, _ ("there is no status “%s”; write 未启动, 推进中, 已完成, 已销号 or 逾期"));
    return FALSE;
  }
  if (words == TZ_PACE_WORD && !is_pace (text)) {
    report_kind (reader, token, _ ("“%s” is not a pace; write 提前, 按序时 or 慢序时"));
    return FALSE;
  }
  cond->with.kind = TZ_PROSE_TEXT;
  cond->with.text = g_strdup (words == TZ_STATUS_WORD ? tz_status_word (status) : text);
  return TRUE;
}

static gboolean parse_day (TzProseCond *cond, const TzProseToken *token)
{
  GDate day;
  if (!tz_date_parse (token->text, &day))
    return FALSE;
  cond->with.kind = TZ_PROSE_DATE;
  cond->with.day = g_date_get_julian (&day);
  return TRUE;
}

/* A name on the right side; FALSE with a finding if it is of another kind than the left side. */
static gboolean parse_right_name (TzProseReader *reader, TzProseCond *cond, const TzProseToken *token)
{
  if (token->kind != TZ_TOKEN_WORD) {
    tz_prose_unexpected (reader, token);
    return FALSE;
  }
  if (!tz_prose_resolve (reader, token, &cond->right))
    return FALSE;
  cond->has_right = TRUE;
  if (cond->right.kind == cond->left.kind)
    return TRUE;
  report_kind (reader, token,
               cond->left.kind == TZ_PROSE_DATE
                   ? _ ("a day cannot be compared with “%s”; write a day such as 2021-06-30")
                   : _ ("a number cannot be compared with “%s”; write a number"));
  return FALSE;
}

static gboolean parse_right (TzProseReader *reader, TzProseCond *cond)
{
  const TzProseToken *token = tz_prose_take (reader);
  gboolean word = token->kind == TZ_TOKEN_WORD || token->kind == TZ_TOKEN_QUOTED;
  if (cond->left.kind == TZ_PROSE_TEXT && (word || token->kind == TZ_TOKEN_NUMBER))
    return parse_word (reader, cond, token);
  if (cond->left.kind == TZ_PROSE_NUMBER && token->kind == TZ_TOKEN_NUMBER) {
    read_number (token->text, &cond->with);
    return TRUE;
  }
  if (cond->left.kind == TZ_PROSE_DATE && parse_day (cond, token))
    return TRUE;
  return parse_right_name (reader, cond, token);
}

static gboolean check_relation (TzProseReader *reader, const TzProseCond *cond, const TzProseToken *sign)
{
  gboolean text = cond->left.kind == TZ_PROSE_TEXT, equal = cond->relation == TZ_REL_EQUAL;
  if (text && (equal || cond->relation == TZ_REL_NOT_EQUAL || cond->relation == TZ_REL_HAS))
    return TRUE;
  if (!text && cond->relation != TZ_REL_HAS)
    return TRUE;
  report_kind (reader, sign,
               text ? _ ("words cannot be compared with “%s”; use =, != or has")
                    : _ ("“%s” is for words; compare numbers and days with = != < <= > >="));
  return FALSE;
}

static TzProseCond *parse_compare (TzProseReader *reader)
{
  TzProseCond *cond = cond_new (TZ_COND_THERE, NULL, NULL);
  gboolean good = tz_prose_resolve (reader, tz_prose_take (reader), &cond->left);
  const TzProseToken *sign = tz_prose_peek (reader);
  if (good && parse_relation (reader, &cond->relation)) {
    cond->kind = TZ_COND_COMPARE;
    good = check_relation (reader, cond, sign) && parse_right (reader, cond);
  }
  if (!good)
    g_clear_pointer (&cond, tz_prose_cond_free);
  return cond;
}

/* ── and, or, not ────────────────────────────────────────────────────────── */

static TzProseCond *parse_or (TzProseReader *reader, int nest);

static gboolean take_mark (TzProseReader *reader, const char *mark)
{
  const TzProseToken *token = tz_prose_peek (reader);
  if (token->kind != TZ_TOKEN_MARK || !g_str_equal (token->text, mark))
    return FALSE;
  tz_prose_take (reader);
  return TRUE;
}

static TzProseCond *parse_bracket (TzProseReader *reader, int nest)
{
  TzProseCond *cond = parse_or (reader, nest + 1);
  if (!cond || take_mark (reader, ")"))
    return cond;
  tz_prose_unexpected (reader, tz_prose_peek (reader));
  tz_prose_cond_free (cond);
  return NULL;
}

static TzProseCond *parse_not (TzProseReader *reader, int nest)
{
  if (nest > MAX_NEST) {
    tz_prose_unexpected (reader, tz_prose_peek (reader));
    return NULL;
  }
  if (take_mark (reader, "("))
    return parse_bracket (reader, nest);
  if (!tz_prose_take_key (reader, TZ_KEY_NOT))
    return parse_compare (reader);
  TzProseCond *cond = parse_not (reader, nest + 1);
  return cond ? cond_new (TZ_COND_NOT, cond, NULL) : NULL;
}

static TzProseCond *parse_and (TzProseReader *reader, int nest)
{
  TzProseCond *cond = parse_not (reader, nest);
  while (cond && tz_prose_take_key (reader, TZ_KEY_AND)) {
    TzProseCond *more = parse_not (reader, nest);
    if (!more) {
      tz_prose_cond_free (cond);
      return NULL;
    }
    cond = cond_new (TZ_COND_AND, cond, more);
  }
  return cond;
}

static TzProseCond *parse_or (TzProseReader *reader, int nest)
{
  TzProseCond *cond = parse_and (reader, nest);
  while (cond && tz_prose_take_key (reader, TZ_KEY_OR)) {
    TzProseCond *more = parse_and (reader, nest);
    if (!more) {
      tz_prose_cond_free (cond);
      return NULL;
    }
    cond = cond_new (TZ_COND_OR, cond, more);
  }
  return cond;
}

TzProseCond *tz_prose_parse_cond (TzProseReader *reader)
{
  return parse_or (reader, 0);
}
