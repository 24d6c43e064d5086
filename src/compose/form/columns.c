/* Which columns a form has, and in which order. */
#include "base/intl.h"
#include "base/suggest.h"
#include "compose/form/column.h"
#include "compose/form/resolve.h"

/* A formula may name any column that has a section, printed or not. */
static void check_formula (const TzResolve *r, const TzSchemaColumn *schema)
{
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "column", schema->key);
  const TzIniKey *key = tz_section_lookup (section, "compute");
  for (int i = 0; schema->formula && i < tz_formula_n_names (schema->formula); i++) {
    const char *name = tz_formula_name (schema->formula, i);
    if (!tz_ini_lookup_section (r->form->ini, "column", name))
      tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "unknown-column",
                   _ ("there is no [column %s]; write that section, or take its name out of compute"), name);
  }
}

static void check_formulas (const TzResolve *r)
{
  const TzSchema *schema = &r->form->schema;
  for (int c = 0; c < schema->n_columns; c++)
    check_formula (r, &schema->columns[c]);
  int c = tz_schema_find_circle (schema);
  if (c < 0)
    return;
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "column", schema->columns[c].key);
  tz_setting_report (tz_section_lookup (section, "compute"),
                     _ ("it would be computed from itself; name other columns"), r->diag);
}

static void resolve_headers (const TzResolve *r)
{
  TzTemplate *form = r->form;
  int *match = tz_schema_match (&form->schema, r->titles, r->n_titles);
  for (int c = 0; c < form->n_columns; c++)
    tz_resolve_header (r, c, match[c]);
  g_free (match);
}

/* With "infer = yes" the columns come from the data: those of the template itself do not count. */
static gboolean is_overruled (const TzResolve *r, const TzIniSection *section)
{
  return r->form->table.infer && tz_ini_lookup_section (r->form->own, "column", section->name);
}

static const TzIniKey *column_list (const TzResolve *r)
{
  const TzIni *over = r->form->over;
  if (r->form->table.infer && !(over && tz_ini_lookup (over, "table", "", "columns")))
    return NULL;
  return tz_ini_lookup (r->form->ini, "table", "", "columns");
}

/* Without a list the order is that of the sections. */
static void take_all (const TzResolve *r, GPtrArray *columns)
{
  for (int i = 0; i < tz_ini_n_sections (r->form->ini); i++) {
    const TzIniSection *section = tz_ini_section (r->form->ini, i);
    if (g_str_equal (section->kind, "column") && !is_overruled (r, section))
      g_ptr_array_add (columns, (gpointer)section);
  }
}

static void take_listed (const TzResolve *r, const TzIniKey *key, GPtrArray *columns)
{
  for (char **name = r->form->table.columns; name && *name; name++) {
    const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "column", *name);
    if (!section)
      tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "unknown-column",
                   _ ("there is no [column %s]; write that section, or take its name out of columns"), *name);
    else if (g_ptr_array_find (columns, section, NULL))
      tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "duplicate-column",
                   _ ("columns names “%s” twice; take one away"), *name);
    else
      g_ptr_array_add (columns, (gpointer)section);
  }
}

/* A column for which the book has a section is added to the listed ones, unless the book has a list of its
 * own. */
static void take_mentioned (const TzResolve *r, GPtrArray *columns)
{
  const TzIni *over = r->form->over;
  if (!over || tz_ini_lookup (over, "table", "", "columns"))
    return;
  for (int i = 0; i < tz_ini_n_sections (over); i++) {
    const TzIniSection *mentioned = tz_ini_section (over, i);
    const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "column", mentioned->name);
    if (g_str_equal (mentioned->kind, "column") && !g_ptr_array_find (columns, section, NULL))
      g_ptr_array_add (columns, (gpointer)section);
  }
}

/* Sections [column …] in the order that the form prints them. */
static GPtrArray *ordered_columns (const TzResolve *r)
{
  GPtrArray *columns = g_ptr_array_new ();
  const TzIniKey *key = column_list (r);
  if (key) {
    take_listed (r, key, columns);
    take_mentioned (r, columns);
  } else {
    take_all (r, columns);
  }
  return columns;
}

/* A column that only the book speaks of is a new one if it says how the data call
 * it; otherwise its name is a slip. */
static gboolean is_stranger (const TzResolve *r, const TzIniSection *section)
{
  return r->form->over && tz_ini_lookup_section (r->form->over, "column", section->name) &&
         !tz_section_lookup (section, "titles") && !tz_section_lookup (section, "position") &&
         !tz_ini_lookup_section (r->form->own, "column", section->name);
}

static void report_stranger (const TzResolve *r, const TzIniSection *section)
{
  GPtrArray *known = g_ptr_array_new ();
  for (int i = 0; i < tz_ini_n_sections (r->form->ini); i++) {
    const TzIniSection *other = tz_ini_section (r->form->ini, i);
    if (other != section && g_str_equal (other->kind, "column"))
      g_ptr_array_add (known, (gpointer)other->name);
  }
  g_ptr_array_add (known, NULL);
  const char *near = tz_suggest (section->name, (const char *const *)known->pdata);
  if (near)
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-column",
                 _ ("the template %s has no column “%s”; did you mean “%s”?"), r->form->name, section->name,
                 near);
  else
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-column",
                 _ ("the template %s has no column “%s”; correct its name (taizhang templates %s lists them), "
                    "or add titles = … "
                    "if it is a new column"),
                 r->form->name, section->name, r->form->name);
  g_ptr_array_unref (known);
}

void tz_resolve_columns (const TzResolve *r)
{
  TzTemplate *form = r->form;
  GPtrArray *sections = ordered_columns (r);
  form->columns = g_new0 (TzFormColumn, sections->len + 1);
  form->schema.columns = g_new0 (TzSchemaColumn, sections->len + 1);
  for (guint i = 0; i < sections->len; i++) {
    const TzIniSection *section = sections->pdata[i];
    /* With infer the data bring the columns; before they are known none is strange. */
    if (is_stranger (r, section) && !(form->table.infer && !r->titles))
      report_stranger (r, section);
    tz_resolve_column (r, section, &form->columns[form->n_columns], &form->schema.columns[form->n_columns]);
    form->n_columns = ++form->schema.n_columns;
  }
  g_ptr_array_unref (sections);
  check_formulas (r);
  resolve_headers (r);
}
