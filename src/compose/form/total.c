/* The sections [total …] of a template. */
#include "base/intl.h"
#include "compose/form/language.h"
#include "compose/form/resolve.h"

static void resolve_total (const TzResolve *r, const TzIniSection *section)
{
  static const TzSetting *const lists[] = { tz_settings_total, NULL };
  TzSchema *schema = &r->form->schema;
  TzSchemaTotal total = { .scope = TZ_TOTAL_TABLE, .check = TZ_CHECK_YES };
  const TzIniKey *labels = tz_section_lookup (section, "labels"),
                 *column = tz_section_lookup (section, "column");
  tz_resolve_check (r, section, lists);
  tz_resolve_keys (r, section, tz_settings_total, FALSE, 0, &total);
  if (!labels || *labels->value == '\0') {
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "bad-value",
                 _ ("[total %s] does not say how its rows are labelled; add a line such as labels = 合计"),
                 section->name);
    return;
  }
  if (column && tz_schema_find_column (schema, column->value) < 0)
    tz_diag_add (r->diag, TZ_ERROR, &column->value_place, "unknown-column",
                 _ ("there is no [column %s]; name the column in which “%s” stands"), column->value,
                 labels->value);
  total.labels = tz_resolve_list (r, labels, ";", NULL);
  total.column = column ? g_strdup (column->value) : NULL;
  schema->totals = g_renew (TzSchemaTotal, schema->totals, schema->n_totals + 1);
  schema->totals[schema->n_totals++] = total;
}

void tz_resolve_totals (const TzResolve *r)
{
  for (int i = 0; i < tz_ini_n_sections (r->form->ini); i++) {
    const TzIniSection *section = tz_ini_section (r->form->ini, i);
    if (g_str_equal (section->kind, "total") && *section->name != '\0')
      resolve_total (r, section);
  }
}
