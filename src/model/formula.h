/* What a column is computed from: "accept + reply", "(before - after) / before". */
#ifndef TZ_MODEL_FORMULA_H
#define TZ_MODEL_FORMULA_H

#include "model/amount.h"

typedef struct TzFormula TzFormula;

/* Keys of columns and numbers with + - * / and round brackets; a minus sign stands between blanks, since
 * keys may hold one. NULL if TEXT is none. */
TzFormula *tz_formula_parse (const char *text);
void tz_formula_free (TzFormula *formula);

/* Whether both are written alike but for blanks. Either may be NULL. */
gboolean tz_formula_is_same (const TzFormula *a, const TzFormula *b);

/* The keys in it, each once. */
int tz_formula_n_names (const TzFormula *formula);
const char *tz_formula_name (const TzFormula *formula, int i);

/* Whether it divides, so that its result is rounded when it is written. */
gboolean tz_formula_divides (const TzFormula *formula);
/* Whether it only adds and subtracts, so that the result has its terms' unit. */
gboolean tz_formula_is_sum (const TzFormula *formula);

/* The value for these VALUES (one for each name). In a sum nothing counts as zero; in any other operation it
 * makes the result nothing, as a division by zero does. Of ranges only sums and differences are computed;
 * what is not, or has too many digits, is OTHER. */
void tz_formula_value (const TzFormula *formula, const TzAmount *values, TzAmount *result);

/* The formula with TEXTS (one for each name) in the place of its names: "1 + 3 + 2". What is added and has
 * no text (NULL) is left out. g_free. */
char *tz_formula_show (const TzFormula *formula, const char *const *texts);

#endif
