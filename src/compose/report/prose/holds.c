/* Whether a condition holds in a place of the text. */
#include "compose/report/prose/text.h"

#include <string.h>

static int sign_of (gint64 difference)
{
  return (difference > 0) - (difference < 0);
}

static gboolean fits (TzProseRelation relation, int sign)
{
  switch (relation) {
  case TZ_REL_LESS:
    return sign < 0;
  case TZ_REL_NOT_MORE:
    return sign <= 0;
  case TZ_REL_EQUAL:
    return sign == 0;
  case TZ_REL_NOT_EQUAL:
    return sign != 0;
  case TZ_REL_NOT_LESS:
    return sign >= 0;
  default:
    return sign > 0;
  }
}

/* A value that is missing compares with nothing: it is neither more nor less than anything, nor equal to it. */
static gboolean compare (const TzProseValue *a, TzProseRelation relation, const TzProseValue *b)
{
  if (a->kind != b->kind || a->kind == TZ_PROSE_NONE)
    return FALSE;
  if (relation == TZ_REL_HAS)
    return strstr (a->text, b->text) != NULL;
  if (a->kind == TZ_PROSE_TEXT)
    return fits (relation, strcmp (a->text, b->text));
  if (a->kind == TZ_PROSE_DATE)
    return fits (relation, sign_of ((gint64)a->day - (gint64)b->day));
  return fits (relation, sign_of (a->n * b->d - b->n * a->d));
}

static gboolean holds_compare (const TzProseScope *scope, const TzProseCond *cond)
{
  TzProseValue left = { 0 }, right = { 0 };
  tz_prose_get (scope, &cond->left, &left);
  if (cond->has_right)
    tz_prose_get (scope, &cond->right, &right);
  gboolean holds = compare (&left, cond->relation, cond->has_right ? &right : &cond->with);
  tz_prose_value_clear (&left);
  tz_prose_value_clear (&right);
  return holds;
}

static gboolean is_there (const TzProseScope *scope, const TzProseName *name)
{
  TzProseValue value = { 0 };
  tz_prose_get (scope, name, &value);
  gboolean there = value.kind == TZ_PROSE_NUMBER ? value.n != 0
                   : value.kind == TZ_PROSE_TEXT ? *value.text != '\0'
                                                 : value.kind != TZ_PROSE_NONE;
  tz_prose_value_clear (&value);
  return there;
}

gboolean tz_prose_holds (const TzProseScope *scope, const TzProseCond *cond)
{
  switch (cond->kind) {
  case TZ_COND_OR:
    return tz_prose_holds (scope, cond->a) || tz_prose_holds (scope, cond->b);
  case TZ_COND_AND:
    return tz_prose_holds (scope, cond->a) && tz_prose_holds (scope, cond->b);
  case TZ_COND_NOT:
    return !tz_prose_holds (scope, cond->a);
  case TZ_COND_THERE:
    return is_there (scope, &cond->left);
  default:
    return holds_compare (scope, cond);
  }
}
