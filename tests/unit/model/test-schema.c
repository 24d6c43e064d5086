/* Whether two schemas understand any file alike. */
#include "model/schema.h"

/* A schema with a column and a total in which every property is set. */
typedef struct {
  char *titles[3], *labels[2];
  TzSchemaColumn column;
  TzSchemaTotal total;
  TzSchema schema;
} Sample;

static Sample *sample_new (void)
{
  Sample *s = g_new0 (Sample, 1);
  s->titles[0] = "金额";
  s->titles[1] = "数额";
  s->labels[0] = "合计";
  s->column = (TzSchemaColumn){ .key = "sum",
                                .titles = s->titles,
                                .need = TZ_NEED_OPTIONAL,
                                .merge = TZ_MERGE_DOWN,
                                .type = TZ_VALUE_NUMBER,
                                .means = TZ_MEANS_CONTENT,
                                .position = 2,
                                .formula = tz_formula_parse ("a + 2 * b"),
                                .digits = 1 };
  s->total = (TzSchemaTotal){
    .labels = s->labels, .column = "kind", .scope = TZ_TOTAL_GROUP, .first = TRUE, .check = TZ_CHECK_YES
  };
  s->schema = (TzSchema){ .n_columns = 1,
                          .columns = &s->column,
                          .n_totals = 1,
                          .totals = &s->total,
                          .clean = TZ_CLEAN_TAGS,
                          .no_sections = TRUE };
  return s;
}

static void sample_free (Sample *s)
{
  tz_formula_free (s->column.formula);
  g_free (s);
}

/* Compares a sample with another in which STATEMENT was done to s; they must be the SAME or not. */
#define COMPARE(same, statement)                                                                               \
  do {                                                                                                         \
    Sample *plain = sample_new (), *s = sample_new ();                                                         \
    statement;                                                                                                 \
    g_assert_true (tz_schema_is_same (&plain->schema, &s->schema) == (same));                                  \
    g_assert_true (tz_schema_is_same (&s->schema, &plain->schema) == (same));                                  \
    sample_free (plain);                                                                                       \
    sample_free (s);                                                                                           \
  } while (0)

static void set_formula (Sample *s, const char *text)
{
  tz_formula_free (s->column.formula);
  s->column.formula = text ? tz_formula_parse (text) : NULL;
}

static void test_alike (void)
{
  COMPARE (TRUE, );
  COMPARE (TRUE, set_formula (s, "a  +  2*b"));
}

static void test_columns (void)
{
  COMPARE (FALSE, s->column.key = "other");
  COMPARE (FALSE, s->titles[1] = "款额");
  COMPARE (FALSE, s->titles[1] = NULL);
  COMPARE (FALSE, s->column.titles = NULL);
  COMPARE (FALSE, s->column.need = TZ_NEED_BLANK);
  COMPARE (FALSE, s->column.merge = TZ_MERGE_ACROSS);
  COMPARE (FALSE, s->column.type = TZ_VALUE_PERCENT);
  COMPARE (FALSE, s->column.means = TZ_MEANS_NAME);
  COMPARE (FALSE, s->column.position = 0);
  COMPARE (FALSE, s->column.digits = -1);
  COMPARE (FALSE, s->schema.n_columns = 0);
}

static void test_formulas (void)
{
  COMPARE (FALSE, set_formula (s, NULL));
  COMPARE (FALSE, set_formula (s, "a + 2 * c"));
  COMPARE (FALSE, set_formula (s, "a - 2 * b"));
  COMPARE (FALSE, set_formula (s, "a + 3 * b"));
  COMPARE (FALSE, set_formula (s, "b + 2 * a"));
  COMPARE (FALSE, set_formula (s, "a + 2 * b + a"));
}

static void test_totals (void)
{
  COMPARE (FALSE, s->labels[0] = "小计");
  COMPARE (FALSE, s->total.column = NULL);
  COMPARE (FALSE, s->total.scope = TZ_TOTAL_TABLE);
  COMPARE (FALSE, s->total.first = FALSE);
  COMPARE (FALSE, s->total.check = FALSE);
  COMPARE (FALSE, s->schema.n_totals = 0);
}

static void test_whole (void)
{
  COMPARE (FALSE, s->schema.clean = 0);
  COMPARE (FALSE, s->schema.plain = TRUE);
  COMPARE (FALSE, s->schema.no_sections = FALSE);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/alike", test_alike);
  g_test_add_func ("/schema/columns", test_columns);
  g_test_add_func ("/schema/formulas", test_formulas);
  g_test_add_func ("/schema/totals", test_totals);
  g_test_add_func ("/schema/whole", test_whole);
  return g_test_run ();
}
