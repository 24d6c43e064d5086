/* The sections [column …] and [total …] of a template. */
#include "base/intl.h"
#include "base/suggest.h"
#include "compose/form/language.h"
#include "compose/form/placeholder.h"
#include "compose/form/resolve.h"

#include <string.h>

/* ── columns ─────────────────────────────────────────────────────────────── */

static char *expand (const TzResolve *r, const char *text, const char *column, const TzPlace *place)
{
  return tz_placeholder_expand (r->form->ini, text, column, FALSE, place, r->diag);
}

/* Splits VALUE at MARK and expands each part. g_strfreev. */
static char **expand_list (const TzResolve *r, const TzIniKey *key, const char *mark, const char *column)
{
  char **list = tz_text_split (key->value, mark);
  for (char **part = list; *part; part++) {
    char *text = expand (r, *part, column, &key->value_place);
    g_free (*part);
    *part = text;
  }
  return list;
}

static void resolve_width (const TzResolve *r, const TzIniSection *section, TzFormColumn *column)
{
  const TzIniKey *key = tz_section_lookup (section, "width");
  TzLen width;
  if (!key || g_str_equal (key->value, "auto"))
    return;
  if (tz_len_parse (key->value, column->style.text.size, &width) && width >= (TzLen)4 * TZ_PT &&
      width <= (TzLen)2000 * TZ_PT) {
    column->policy = TZ_WIDTH_FIXED;
    column->width = width;
  } else {
    tz_setting_report (key, _ ("write auto, or a length such as 12mm or 4em, from 4 to 2000 pt"), r->diag);
  }
}

static void resolve_diagonal (const TzResolve *r, const TzIniSection *section, TzFormColumn *column)
{
  const TzIniKey *key = tz_section_lookup (section, "diagonal");
  if (!key || *key->value == '\0')
    return;
  char **corners = expand_list (r, key, "|", NULL);
  if (g_strv_length (corners) != 2) {
    tz_setting_report (key, _ ("write the lower left text, a bar |, and the upper right text"), r->diag);
    g_strfreev (corners);
    return;
  }
  guint last = g_strv_length (column->path) - 1;
  g_free (column->path[last]);
  column->path[last] = g_steal_pointer (&corners[0]);
  column->corner = g_steal_pointer (&corners[1]);
  g_free (corners);
}

/* Cells to choose from: "是; 否". */
static void resolve_choices (const TzResolve *r, const TzIniSection *section, TzFormColumn *column)
{
  const TzIniKey *key = tz_section_lookup (section, "choices");
  if (key && *key->value != '\0') {
    char **choices = expand_list (r, key, ";", NULL);
    GString *text = g_string_new (NULL);
    for (char **choice = choices; *choice; choice++)
      if (**choice != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", *choice);
    column->choices = g_string_chunk_insert_const (r->form->strings, text->str);
    g_string_free (text, TRUE);
    g_strfreev (choices);
  }
  if (column->fill == TZ_FILL_CHOICE && (!column->choices || *column->choices == '\0'))
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "bad-value",
                 _ ("column “%s” is filled in by choice but offers nothing to choose; add a line such as "
                    "choices = 是; 否"),
                 section->name);
}

/* The words of "done = …" and "late = …" must be among the choices. */
static void check_states (const TzResolve *r, const TzIniSection *section, const TzFormColumn *column,
                          const char *name)
{
  const TzIniKey *key = tz_section_lookup (section, name);
  char **choices = g_strsplit (column->choices ? column->choices : "", ";", -1);
  char **words = g_strsplit (key ? key->value : "", ";", -1);
  for (char **word = words; *word; word++)
    if (*g_strstrip (*word) != '\0' && !g_strv_contains ((const char *const *)choices, *word))
      tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "bad-value",
                   _ ("“%s” is not one of the choices of column “%s”; write it as it stands there"), *word,
                   section->name);
  g_strfreev (words);
  g_strfreev (choices);
}

static void resolve_titles (const TzResolve *r, const TzIniSection *section, TzSchemaColumn *schema)
{
  const TzIniKey *key = tz_section_lookup (section, "titles");
  if (key)
    schema->titles = expand_list (r, key, "|", NULL);
  if (schema->titles && schema->titles[0])
    return;
  g_strfreev (schema->titles);
  schema->titles = g_new0 (char *, 2);
  schema->titles[0] = g_strdup (section->name);
}

static void resolve_formula (const TzResolve *r, const TzIniSection *section, TzSchemaColumn *schema)
{
  const TzIniKey *key = tz_section_lookup (section, "compute");
  if (!key || *key->value == '\0')
    return;
  schema->formula = tz_formula_parse (key->value);
  if (!schema->formula)
    tz_setting_report (key,
                       _ ("write keys of columns and numbers with + - * / and round brackets, such as a + b or "
                          "(before - after) / before, with blanks on both sides of -"),
                       r->diag);
}

/* Figures are compared from their last digit or their point; a date is a short name. */
static TzAlign align_of_type (TzType type, TzAlign of_texts)
{
  if (type == TZ_TYPE_TEXT)
    return of_texts;
  return type == TZ_TYPE_DATE ? TZ_ALIGN_CENTER : TZ_ALIGN_DECIMAL;
}

static void resolve_column (const TzResolve *r, const TzIniSection *section, TzFormColumn *column,
                            TzSchemaColumn *schema)
{
  static const TzSetting *const lists[] = { tz_settings_schema, tz_settings_column, tz_settings_part,
                                            tz_settings_emphasis, NULL };
  tz_resolve_check (r, section, lists);
  column->key = g_string_chunk_insert_const (r->form->strings, section->name);
  column->policy = TZ_WIDTH_AUTO;
  column->weight = 1;
  column->style = r->form->parts[TZ_PART_TEXT];
  schema->key = g_strdup (section->name);
  schema->digits = -1;
  tz_resolve_keys (r, section, tz_settings_schema, FALSE, 0, schema);
  resolve_formula (r, section, schema);
  column->style.text.align = align_of_type (schema->type, column->style.text.align);
  tz_resolve_style (r, section, &column->style);
  tz_resolve_keys (r, section, tz_settings_emphasis, FALSE, 0, &column->style);
  tz_resolve_keys (r, section, tz_settings_column, FALSE, column->style.text.size, column);
  if (column->prompt) {
    const TzIniKey *key = tz_section_lookup (section, "prompt");
    char *prompt = expand (r, column->prompt, NULL, &key->value_place);
    column->prompt = g_string_chunk_insert_const (r->form->strings, prompt);
    g_free (prompt);
  }
  resolve_width (r, section, column);
  resolve_choices (r, section, column);
  check_states (r, section, column, "done");
  check_states (r, section, column, "late");
  resolve_titles (r, section, schema);
  if (column->cap > 0 && column->cap < column->floor)
    tz_diag_add (
        r->diag, TZ_ERROR, &section->place, "bad-value",
        _ ("the cap (greatest width) of column “%s” is less than its floor (least width); make it larger"),
        section->name);
}

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

/* Header texts wait for the titles of the data: {column} is the one that matched. */
static void resolve_header (const TzResolve *r, int c, int title)
{
  TzFormColumn *column = &r->form->columns[c];
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "column", column->key);
  const TzIniKey *key = tz_section_lookup (section, "header");
  const char *shown = title >= 0 ? r->titles[title] : r->form->schema.columns[c].titles[0];
  if (key) {
    column->path = expand_list (r, key, " / ", shown);
  } else {
    column->path = g_new0 (char *, 2);
    column->path[0] = g_strdup (r->form->schema.columns[c].titles[0]);
  }
  resolve_diagonal (r, section, column);
}

static void resolve_headers (const TzResolve *r)
{
  TzTemplate *form = r->form;
  int *match = tz_schema_match (&form->schema, r->titles, r->n_titles);
  for (int c = 0; c < form->n_columns; c++)
    resolve_header (r, c, match[c]);
  g_free (match);
}

/* Where the data bring the columns, those of the template are not meant. */
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

/* Without a list: as the sections stand. */
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

/* A column that the book speaks of belongs to the form, unless the book has a list
 * of its own. */
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
    resolve_column (r, section, &form->columns[form->n_columns], &form->schema.columns[form->n_columns]);
    form->n_columns = ++form->schema.n_columns;
  }
  g_ptr_array_unref (sections);
  check_formulas (r);
  resolve_headers (r);
}

/* ── totals ──────────────────────────────────────────────────────────────── */

static void resolve_total (const TzResolve *r, const TzIniSection *section)
{
  static const TzSetting *const lists[] = { tz_settings_total, NULL };
  TzSchema *schema = &r->form->schema;
  TzSchemaTotal total = { .scope = TZ_TOTAL_TABLE, .check = TRUE };
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
  total.labels = expand_list (r, labels, ";", NULL);
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
