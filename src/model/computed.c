/* Columns with a formula: empty cells are computed, the others are compared with it. */
#include "base/intl.h"
#include "model/held.h"

#include <string.h>

/* An operand of a formula: a cell of the row that is computed. */
typedef struct {
  int col;          /* of the ledger; -1: it has no such column */
  const char *text; /* what the cell shows, its own or what it continues */
  TzPlace place;
  TzCellAmount amount;
  const TzLedgerValue *held; /* of a workbook, which shows it rounded; NULL: nothing but the text is known */
} Term;

typedef struct {
  TzLedger *ledger;
  TzDiag *diag;
  int col;
  const TzSchemaColumn *column;
  const TzFormula *formula;
  int n_terms;
  Term *terms;
  TzAmount *values; /* of the terms, as tz_formula_value takes them */
  gboolean starred; /* a term of this row has a star, so that plain and full differ */
  const char *unit; /* of this row's terms; "": none */
} Compute;

static const char *title_of (const Compute *c)
{
  return c->column->titles && c->column->titles[0] ? c->column->titles[0] : c->column->key;
}

/* ── the terms ───────────────────────────────────────────────────────────── */

static void to_hundredths (TzAmount *amount)
{
  static const TzRatio hundred = { 100, 1 };
  if (amount->kind != TZ_AMOUNT_NUMBER)
    return;
  if (!tz_ratio_combine (TZ_RATIO_DIVIDE, &amount->low, &hundred, &amount->low) ||
      !tz_ratio_combine (TZ_RATIO_DIVIDE, &amount->high, &hundred, &amount->high))
    amount->kind = TZ_AMOUNT_OTHER;
}

/* In a column of percentages the sign may be left out. */
static void read_amount (const TzSchemaColumn *column, const char *text, TzCellAmount *amount)
{
  tz_amount_parse (text, amount);
  if (column->type != TZ_VALUE_PERCENT || amount->percent)
    return;
  to_hundredths (&amount->plain);
  to_hundredths (&amount->full);
  amount->percent = TRUE;
}

/* With ten digits, so that few terms make too many. */
static void read_held (const TzLedgerValue *held, TzCellAmount *amount)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  tz_amount_parse (g_ascii_formatd (text, sizeof text, "%.10g", held->value), amount);
}

static void read_term (Compute *c, int record, Term *term)
{
  const TzLedgerCell *cell = &c->ledger->records[record].cells[term->col];
  if (term->text && cell->join & TZ_JOIN_UP) /* as in the row above */
    return;
  term->text = tz_ledger_text (c->ledger, record, term->col);
  term->place = tz_ledger_place (c->ledger, cell);
  term->held = tz_ledger_value (c->ledger, cell);
  read_amount (tz_ledger_column (c->ledger, term->col), term->text, &term->amount);
  if (term->held && term->amount.full.kind == TZ_AMOUNT_OTHER) /* ￥12.50 */
    read_held (term->held, &term->amount);
}

static void read_terms (Compute *c, int record)
{
  c->starred = FALSE;
  for (int i = 0; i < c->n_terms; i++) {
    Term *term = &c->terms[i];
    if (term->col < 0)
      continue;
    read_term (c, record, term);
    c->starred |= term->amount.starred || term->amount.bracketed;
  }
}

/* ── findings ────────────────────────────────────────────────────────────── */

/* "1 + 3 + 2": what the cells say. g_free. */
static char *show_terms (const Compute *c)
{
  g_autofree const char **texts = g_new0 (const char *, (gsize)c->n_terms + 1);
  for (int i = 0; i < c->n_terms; i++)
    if (c->terms[i].col >= 0 && c->terms[i].amount.full.kind != TZ_AMOUNT_NOTHING)
      texts[i] = c->terms[i].text;
  return tz_formula_show (c->formula, texts);
}

/* Words among the terms, or two units that are added. */
static gboolean check_terms (Compute *c)
{
  c->unit = "";
  for (int i = 0; i < c->n_terms; i++) {
    const Term *term = &c->terms[i];
    if (term->col < 0)
      continue;
    gboolean words = term->amount.full.kind == TZ_AMOUNT_OTHER;
    gboolean other = tz_formula_is_sum (c->formula) && *term->amount.unit != '\0' && *c->unit != '\0' &&
                     !tz_amount_unit_equal (term->amount.unit, c->unit);
    if (words)
      tz_diag_add (
          c->diag, TZ_WARNING, &term->place, "formula-unchecked",
          _ ("“%s” is not a number, so column “%s” cannot be computed from it; write a number or a dash"),
          term->text, title_of (c));
    else if (other)
      tz_diag_add (
          c->diag, TZ_WARNING, &term->place, "formula-unchecked",
          _ ("“%s” has another unit than the cells beside it, so column “%s” cannot be computed from it; "
             "write all of them in one unit"),
          term->text, title_of (c));
    if (words || other)
      return FALSE;
    if (*c->unit == '\0')
      c->unit = term->amount.unit;
  }
  return TRUE;
}

/* ── one cell ────────────────────────────────────────────────────────────── */

static TzAmount value_of (Compute *c, gboolean full)
{
  TzAmount value;
  for (int i = 0; i < c->n_terms; i++) {
    const Term *term = &c->terms[i];
    c->values[i] = full ? term->amount.full
                        : term->amount.plain; /* TZ_AMOUNT_NOTHING where the ledger has no such column */
  }
  tz_formula_value (c->formula, c->values, &value);
  return value;
}

/* "6", "17(22*)", "67%". g_free. */
static char *write_value (const Compute *c, const TzAmount *plain, const TzAmount *full, int digits,
                          gboolean percent)
{
  const char *unit = tz_formula_is_sum (c->formula) ? c->unit : "";
  g_autofree char *all = tz_amount_to_string (full, digits, percent), *some = NULL;
  if (!c->starred)
    return g_strconcat (all, unit, NULL);
  if (plain->kind != TZ_AMOUNT_NUMBER)
    return g_strconcat (all, "*", unit, NULL);
  some = tz_amount_to_string (plain, digits, percent);
  return g_str_equal (some, all) ? g_strconcat (all, unit, NULL)
                                 : g_strconcat (some, "(", all, "*)", unit, NULL);
}

static void compute_cell (const Compute *c, TzLedgerCell *cell, const TzAmount *plain, const TzAmount *full)
{
  g_autofree char *text = write_value (c, plain, full, c->column->digits, c->column->type == TZ_VALUE_PERCENT);
  cell->text = tz_texts_keep (c->ledger->texts, text);
}

/* Quotients are rounded as they are written, all else is exact. */
static gboolean agrees (const Compute *c, const TzCellAmount *declared, const TzAmount *said,
                        const TzAmount *computed)
{
  if (computed->kind != TZ_AMOUNT_NUMBER)
    return TRUE;
  if (!tz_formula_divides (c->formula))
    return tz_ratio_equal (&said->low, &computed->low) && tz_ratio_equal (&said->high, &computed->high);
  int digits = MIN (declared->digits, TZ_RATIO_MAX_DIGITS);
  g_autofree char *a = tz_amount_to_string (said, digits, declared->percent);
  g_autofree char *b = tz_amount_to_string (computed, digits, declared->percent);
  return g_str_equal (a, b);
}

/* A number without a star may stand for the row with its starred cells or without them. */
static gboolean is_right (const Compute *c, const TzCellAmount *declared, const TzAmount *plain,
                          const TzAmount *full)
{
  gboolean in_full = agrees (c, declared, &declared->full, full);
  if (declared->bracketed)
    return in_full && agrees (c, declared, &declared->plain, plain);
  if (in_full || declared->starred || !c->starred)
    return in_full;
  return plain->kind == TZ_AMOUNT_NUMBER && agrees (c, declared, &declared->plain, plain);
}

/* Whether what the cells hold agrees, though the rounded figures that they show do not. */
static gboolean is_right_as_held (const Compute *c, const TzLedgerCell *cell)
{
  gboolean known = tz_ledger_value (c->ledger, cell) != NULL;
  TzCellAmount amount;
  TzAmount result;
  for (int i = 0; i < c->n_terms; i++) {
    const Term *term = &c->terms[i];
    c->values[i] = term->amount.full;
    if (term->col < 0 || !term->held)
      continue;
    known = TRUE;
    read_held (term->held, &amount);
    c->values[i] = amount.full;
  }
  if (!known)
    return FALSE;
  tz_formula_value (c->formula, c->values, &result);
  return result.kind == TZ_AMOUNT_NUMBER &&
         tz_held_agrees (c->ledger, cell, (double)result.low.num / (double)result.low.den);
}

static void check_cell (Compute *c, const TzLedgerCell *cell, const TzCellAmount *declared,
                        const TzAmount *plain, const TzAmount *full)
{
  if (is_right (c, declared, plain, full) || is_right_as_held (c, cell))
    return;
  int digits = tz_formula_divides (c->formula) ? MIN (declared->digits, TZ_RATIO_MAX_DIGITS) : -1;
  g_autofree char *terms = show_terms (c);
  g_autofree char *value = write_value (c, plain, full, digits, declared->percent);
  TzPlace place = tz_ledger_place (c->ledger, cell);
  tz_diag_add (
      c->diag, TZ_WARNING, &place, "formula-mismatch",
      _ ("“%s” in column “%s” does not agree with %s = %s; correct it, or the cells that it is made from"),
      cell->text, title_of (c), terms, value);
}

static void report_impossible (Compute *c, const TzLedgerCell *cell)
{
  g_autofree char *terms = show_terms (c);
  TzPlace place = tz_ledger_place (c->ledger, cell);
  tz_diag_add (c->diag, TZ_WARNING, &place, "formula-unchecked",
               _ ("column “%s” cannot be computed here: %s has too many digits, or multiplies or divides a "
                  "range; correct the cells, or compare them yourself"),
               title_of (c), terms);
}

static void compute_row (Compute *c, int i)
{
  const TzRecord *record = &c->ledger->records[i];
  TzLedgerCell *cell = &record->cells[c->col];
  TzCellAmount declared;
  if (record->kind == TZ_RECORD_SECTION)
    return;
  read_terms (c, i);
  read_amount (c->column, cell->text, &declared);
  if (cell->join != 0 || (*cell->text != '\0' && declared.full.kind != TZ_AMOUNT_NUMBER) || !check_terms (c))
    return;
  TzAmount plain = value_of (c, FALSE), full = value_of (c, TRUE);
  if (full.kind == TZ_AMOUNT_OTHER || plain.kind == TZ_AMOUNT_OTHER)
    report_impossible (c, cell);
  else if (full.kind == TZ_AMOUNT_NUMBER && *cell->text == '\0')
    compute_cell (c, cell, &plain, &full);
  else if (full.kind == TZ_AMOUNT_NUMBER)
    check_cell (c, cell, &declared, &plain, &full);
}

/* ── the columns ─────────────────────────────────────────────────────────── */

/* Computes column COL after the columns that its formula names. DONE marks the columns that were begun, so
 * that each is computed once, and that a formula which needs its own result does not go on for ever. */
static void compute_column (TzLedger *ledger, int col, gboolean *done, TzDiag *diag)
{
  const TzSchemaColumn *column = tz_ledger_column (ledger, col);
  if (done[col] || !column->formula)
    return;
  Compute c = { .ledger = ledger, .diag = diag, .col = col, .column = column, .formula = column->formula };
  done[col] = TRUE;
  c.n_terms = tz_formula_n_names (c.formula);
  c.terms = g_new0 (Term, (gsize)c.n_terms + 1);
  c.values = g_new0 (TzAmount, (gsize)c.n_terms + 1);
  for (int i = 0; i < c.n_terms; i++) {
    c.terms[i].col = tz_ledger_find_column (ledger, tz_formula_name (c.formula, i));
    if (c.terms[i].col >= 0)
      compute_column (ledger, c.terms[i].col, done, diag);
  }
  for (int i = 0; i < ledger->n_records; i++)
    compute_row (&c, i);
  g_free (c.terms);
  g_free (c.values);
}

void tz_ledger_compute (TzLedger *ledger, TzDiag *diag)
{
  gboolean *done = g_new0 (gboolean, (gsize)ledger->n_cols + 1);
  for (int col = 0; col < ledger->n_cols; col++)
    compute_column (ledger, col, done, diag);
  g_free (done);
}
