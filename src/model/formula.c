#include "model/formula.h"

#include <string.h>

enum { MAX_TOKENS = 200, MAX_DEPTH = 32 };

/* SIGN is one of + - * / ( ), or N for a name, # for a number. */
typedef struct {
  char sign;
  int name;
  TzRatio number;
  char *text; /* of a number */
} Token;

struct TzFormula {
  GArray *tokens; /* Token, as written */
  GPtrArray *names;
};

/* ── reading ─────────────────────────────────────────────────────────────── */

static void token_clear (gpointer token)
{
  g_free (((Token *)token)->text);
}

static TzFormula *formula_new (void)
{
  TzFormula *formula = g_new0 (TzFormula, 1);
  formula->tokens = g_array_new (FALSE, TRUE, sizeof (Token));
  g_array_set_clear_func (formula->tokens, token_clear);
  formula->names = g_ptr_array_new_with_free_func (g_free);
  return formula;
}

void tz_formula_free (TzFormula *formula)
{
  if (!formula)
    return;
  g_array_free (formula->tokens, TRUE);
  g_ptr_array_free (formula->names, TRUE);
  g_free (formula);
}

static int add_name (TzFormula *formula, const char *start, gsize length)
{
  char *name = g_strndup (start, length);
  guint at;
  if (!g_ptr_array_find_with_equal_func (formula->names, name, g_str_equal, &at)) {
    at = formula->names->len;
    g_ptr_array_add (formula->names, g_steal_pointer (&name));
  }
  g_free (name);
  return (int)at;
}

static gboolean read_number (const char *start, gsize length, Token *token)
{
  token->text = g_strndup (start, length);
  TzDecimal *decimal = tz_decimal_parse (token->text);
  gboolean good = decimal && tz_ratio_from_decimal (decimal, &token->number);
  tz_decimal_free (decimal);
  return good;
}

/* Takes the token at TEXT. What is behind it, or NULL. */
static const char *read_token (TzFormula *formula, const char *text)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  Token token = { .sign = *text };
  gsize length = 1;
  gboolean good = strchr ("+-*/()", *text) != NULL;
  if (g_ascii_isalpha (*text)) {
    length = strspn (text, letters);
    token.sign = 'N';
    token.name = add_name (formula, text, length);
    good = TRUE;
  } else if (g_ascii_isdigit (*text)) {
    length = strspn (text, "0123456789.");
    token.sign = '#';
    good = read_number (text, length, &token);
  }
  g_array_append_val (formula->tokens, token);
  return good && formula->tokens->len <= MAX_TOKENS ? text + length : NULL;
}

static char sign_at (const TzFormula *formula, guint i)
{
  if (i >= formula->tokens->len)
    return '\0';
  return g_array_index (formula->tokens, Token, i).sign;
}

/* ── computing ───────────────────────────────────────────────────────────── */

/* With VALUES NULL the formula is only checked, not computed. */
typedef struct {
  const TzFormula *formula;
  const TzAmount *values;
  guint next;
  int depth;
  gboolean wrong;
} Walk;

static TzAmount amount_of (TzAmountKind kind)
{
  return (TzAmount){ .kind = kind };
}

/* The range of results, lowest to highest, for operands that are ranges. */
static TzAmount add_ranges (const TzAmount *a, TzRatioSign sign, const TzAmount *b)
{
  TzAmount result = { .kind = TZ_AMOUNT_NUMBER };
  gboolean minus = sign == TZ_RATIO_SUBTRACT;
  if (tz_ratio_combine (sign, &a->low, minus ? &b->high : &b->low, &result.low) &&
      tz_ratio_combine (sign, &a->high, minus ? &b->low : &b->high, &result.high))
    return result;
  return amount_of (TZ_AMOUNT_OTHER);
}

static TzAmount combine (const TzAmount *a, TzRatioSign sign, const TzAmount *b)
{
  TzAmount result = { .kind = TZ_AMOUNT_NUMBER };
  if (a->kind == TZ_AMOUNT_OTHER || b->kind == TZ_AMOUNT_OTHER)
    return amount_of (TZ_AMOUNT_OTHER);
  if (a->kind == TZ_AMOUNT_NOTHING || b->kind == TZ_AMOUNT_NOTHING)
    return sign != TZ_RATIO_ADD ? amount_of (TZ_AMOUNT_NOTHING) : a->kind == TZ_AMOUNT_NUMBER ? *a : *b;
  if (sign == TZ_RATIO_ADD || sign == TZ_RATIO_SUBTRACT)
    return add_ranges (a, sign, b);
  if (sign == TZ_RATIO_DIVIDE && b->low.num == 0 && b->high.num == 0)
    return amount_of (TZ_AMOUNT_NOTHING);
  if (!tz_ratio_equal (&a->low, &a->high) || !tz_ratio_equal (&b->low, &b->high) ||
      !tz_ratio_combine (sign, &a->low, &b->low, &result.low))
    return amount_of (TZ_AMOUNT_OTHER);
  result.high = result.low;
  return result;
}

static TzAmount walk_sum (Walk *w);

static TzAmount walk_operand (Walk *w)
{
  char sign = sign_at (w->formula, w->next);
  if (sign == 'N' || sign == '#') {
    const Token *token = &g_array_index (w->formula->tokens, Token, w->next++);
    if (sign == '#')
      return (TzAmount){ TZ_AMOUNT_NUMBER, token->number, token->number };
    return w->values ? w->values[token->name] : amount_of (TZ_AMOUNT_NOTHING);
  }
  w->wrong |= sign != '(' || w->depth >= MAX_DEPTH;
  if (w->wrong)
    return amount_of (TZ_AMOUNT_OTHER);
  w->next++;
  w->depth++;
  TzAmount inner = walk_sum (w);
  w->depth--;
  w->wrong |= sign_at (w->formula, w->next++) != ')';
  return inner;
}

/* What stands between the signs of LIST ("+-"), which mean FIRST and the next operation. */
static TzAmount walk_chain (Walk *w, const char *list, TzRatioSign first, TzAmount (*operand) (Walk *))
{
  TzAmount result = operand (w);
  for (;;) {
    char sign = sign_at (w->formula, w->next);
    if (w->wrong || sign == '\0' || !strchr (list, sign))
      return result;
    w->next++;
    TzAmount other = operand (w);
    result = combine (&result, sign == list[0] ? first : (TzRatioSign)(first + 1), &other);
  }
}

static TzAmount walk_product (Walk *w)
{
  return walk_chain (w, "*/", TZ_RATIO_MULTIPLY, walk_operand);
}

static TzAmount walk_sum (Walk *w)
{
  return walk_chain (w, "+-", TZ_RATIO_ADD, walk_product);
}

TzFormula *tz_formula_parse (const char *text)
{
  TzFormula *formula = formula_new ();
  Walk walk = { .formula = formula };
  while (text && *(text += strspn (text, " \t\n")) != '\0')
    text = read_token (formula, text);
  if (text)
    walk_sum (&walk);
  if (text && !walk.wrong && walk.next == formula->tokens->len && formula->names->len > 0)
    return formula;
  tz_formula_free (formula);
  return NULL;
}

void tz_formula_value (const TzFormula *formula, const TzAmount *values, TzAmount *result)
{
  Walk walk = { .formula = formula, .values = values };
  *result = walk_sum (&walk);
}

/* ── questions ───────────────────────────────────────────────────────────── */

static gboolean is_same_token (const TzFormula *a, const TzFormula *b, guint i)
{
  const Token *s = &g_array_index (a->tokens, Token, i), *t = &g_array_index (b->tokens, Token, i);
  if (s->sign != t->sign || g_strcmp0 (s->text, t->text) != 0)
    return FALSE;
  return s->sign != 'N' || g_str_equal (a->names->pdata[s->name], b->names->pdata[t->name]);
}

gboolean tz_formula_is_same (const TzFormula *a, const TzFormula *b)
{
  if (!a || !b)
    return a == b;
  gboolean same = a->tokens->len == b->tokens->len;
  for (guint i = 0; same && i < a->tokens->len; i++)
    same = is_same_token (a, b, i);
  return same;
}

int tz_formula_n_names (const TzFormula *formula)
{
  return (int)formula->names->len;
}

const char *tz_formula_name (const TzFormula *formula, int i)
{
  g_return_val_if_fail (i >= 0 && i < (int)formula->names->len, NULL);
  return formula->names->pdata[i];
}

static gboolean has_sign (const TzFormula *formula, const char *list)
{
  for (guint i = 0; i < formula->tokens->len; i++)
    if (strchr (list, sign_at (formula, i)))
      return TRUE;
  return FALSE;
}

gboolean tz_formula_divides (const TzFormula *formula)
{
  return has_sign (formula, "/");
}

gboolean tz_formula_is_sum (const TzFormula *formula)
{
  return !has_sign (formula, "*/");
}

/* Whether token I is added and nothing else is done with it. */
static gboolean is_addend (const TzFormula *formula, guint i)
{
  char after = sign_at (formula, i + 1);
  if (i > 0 && !strchr ("+(", sign_at (formula, i - 1)))
    return FALSE;
  return after == '+' || after == ')' || after == '\0';
}

/* A term that is added and has no text is left out with its sign: MARK below is only printed before an
 * operand. */
static gboolean is_left_out (const TzFormula *formula, const char *const *texts, guint i)
{
  const Token *token = &g_array_index (formula->tokens, Token, i);
  return token->sign == 'N' && !texts[token->name] && is_addend (formula, i);
}

/* As a report prints the sign of an operation; NULL for what is none. */
static const char *sign_text (char sign)
{
  static const struct {
    char sign;
    const char *text;
  } signs[] = { { '+', " + " }, { '-', " - " }, { '*', " × " }, { '/', " ÷ " } };
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].sign == sign)
      return signs[i].text;
  return NULL;
}

static const char *operand_text (const Token *token, const char *const *texts)
{
  if (token->sign == '(')
    return "(";
  if (token->sign == '#')
    return token->text;
  return texts[token->name] ? texts[token->name] : "—";
}

char *tz_formula_show (const TzFormula *formula, const char *const *texts)
{
  GString *all = g_string_new (NULL);
  const char *mark = ""; /* before the next operand */
  for (guint i = 0; i < formula->tokens->len; i++) {
    const Token *token = &g_array_index (formula->tokens, Token, i);
    const char *sign = sign_text (token->sign);
    if (is_left_out (formula, texts, i))
      continue;
    if (sign) {
      mark = all->len == 0 || g_str_has_suffix (all->str, "(") ? "" : sign;
    } else if (token->sign == ')') {
      g_string_append_c (all, ')');
    } else {
      g_string_append_printf (all, "%s%s", mark, operand_text (token, texts));
      mark = "";
    }
  }
  return g_string_free (all, FALSE);
}
