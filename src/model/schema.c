#include "model/schema.h"

#include "base/utf8.h"

#include <string.h>

void tz_schema_clear (TzSchema *schema)
{
  for (int i = 0; i < schema->n_columns; i++) {
    g_strfreev (schema->columns[i].titles);
    tz_formula_free (schema->columns[i].formula);
  }
  for (int i = 0; i < schema->n_totals; i++) {
    g_strfreev (schema->totals[i].labels);
    g_free (schema->totals[i].column);
  }
  g_free (schema->columns);
  g_free (schema->totals);
  *schema = (TzSchema){ 0 };
}

static gboolean is_same_list (char *const *a, char *const *b)
{
  if (!a || !b)
    return a == b;
  return g_strv_equal ((const char *const *)a, (const char *const *)b);
}

static gboolean is_same_column (const TzSchemaColumn *a, const TzSchemaColumn *b)
{
  return g_str_equal (a->key, b->key) && is_same_list (a->titles, b->titles) && a->need == b->need &&
         a->merge == b->merge && a->type == b->type && a->means == b->means && a->position == b->position &&
         tz_formula_is_same (a->formula, b->formula) && a->digits == b->digits;
}

static gboolean is_same_total (const TzSchemaTotal *a, const TzSchemaTotal *b)
{
  return is_same_list (a->labels, b->labels) && g_strcmp0 (a->column, b->column) == 0 && a->scope == b->scope &&
         a->first == b->first && a->check == b->check;
}

gboolean tz_schema_is_same (const TzSchema *a, const TzSchema *b)
{
  gboolean same = a->n_columns == b->n_columns && a->n_totals == b->n_totals && a->clean == b->clean &&
                  a->plain == b->plain && a->no_sections == b->no_sections;
  for (int i = 0; same && i < a->n_columns; i++)
    same = is_same_column (&a->columns[i], &b->columns[i]);
  for (int i = 0; same && i < a->n_totals; i++)
    same = is_same_total (&a->totals[i], &b->totals[i]);
  return same;
}

int tz_schema_find_column (const TzSchema *schema, const char *key)
{
  for (int i = 0; i < schema->n_columns; i++)
    if (g_str_equal (schema->columns[i].key, key))
      return i;
  return -1;
}

/* Whether column C is computed from TARGET, directly or by way of other columns. SEEN marks the columns that
 * were asked, so that none is asked twice. */
static gboolean leads_to (const TzSchema *schema, int c, int target, gboolean *seen)
{
  const TzFormula *formula = schema->columns[c].formula;
  for (int i = 0; formula && i < tz_formula_n_names (formula); i++) {
    int next = tz_schema_find_column (schema, tz_formula_name (formula, i));
    if (next == target)
      return TRUE;
    if (next < 0 || seen[next])
      continue;
    seen[next] = TRUE;
    if (leads_to (schema, next, target, seen))
      return TRUE;
  }
  return FALSE;
}

int tz_schema_find_circle (const TzSchema *schema)
{
  gsize n = (gsize)schema->n_columns + 1;
  gboolean *seen = g_new (gboolean, n);
  int found = -1;
  for (int c = 0; c < schema->n_columns && found < 0; c++) {
    memset (seen, 0, n * sizeof *seen);
    if (leads_to (schema, c, c, seen))
      found = c;
  }
  g_free (seen);
  return found;
}

/* Marks that offices type in either width, those of full-width ASCII included. */
static gunichar fold_char (gunichar c)
{
  switch (c) {
  case 0x201C: /* “ */
  case 0x201D: /* ” */
    return '"';
  case 0x2018: /* ‘ */
  case 0x2019: /* ’ */
    return '\'';
  default:
    return g_unichar_tolower (tz_char_narrow (c));
  }
}

char *tz_title_fold (const char *title)
{
  GString *folded = g_string_new (NULL);
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c != '\n' && !tz_char_is_blank (c))
      g_string_append_unichar (folded, fold_char (c));
  }
  return g_string_free (folded, FALSE);
}

static gboolean column_matches_folded (const TzSchemaColumn *column, const char *folded)
{
  if (*folded == '\0')
    return FALSE;
  if (g_str_equal (column->key, folded))
    return TRUE;
  for (char **title = column->titles; title && *title; title++) {
    char *known = tz_title_fold (*title);
    gboolean same = g_str_equal (known, folded);
    g_free (known);
    if (same)
      return TRUE;
  }
  return FALSE;
}

gboolean tz_schema_column_matches (const TzSchemaColumn *column, const char *title)
{
  char *folded = tz_title_fold (title);
  gboolean matches = column_matches_folded (column, folded);
  g_free (folded);
  return matches;
}

static int find_title (const TzSchemaColumn *column, char **folded, const gboolean *taken, int n_titles)
{
  if (column->position > 0)
    return column->position <= n_titles ? column->position - 1 : -1;
  for (int i = 0; i < n_titles; i++)
    if (!taken[i] && column_matches_folded (column, folded[i]))
      return i;
  return -1;
}

int *tz_schema_match (const TzSchema *schema, const char *const *titles, int n_titles)
{
  char **folded = g_new0 (char *, (gsize)n_titles + 1);
  gboolean *taken = g_new0 (gboolean, (gsize)n_titles + 1);
  int *match = g_new (int, (gsize)schema->n_columns + 1);
  for (int i = 0; i < n_titles; i++)
    folded[i] = tz_title_fold (titles[i]);
  for (int c = 0; c < schema->n_columns; c++) {
    match[c] = find_title (&schema->columns[c], folded, taken, n_titles);
    if (match[c] >= 0)
      taken[match[c]] = TRUE;
  }
  g_strfreev (folded);
  g_free (taken);
  return match;
}
