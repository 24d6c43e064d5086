#include "compose/form/column.h"

#include "base/intl.h"
#include "compose/form/language.h"
#include "compose/form/style.h"

#include <string.h>

static void resolve_width (const TzResolve *r, const TzIniSection *section, TzFormColumn *column)
{
  const TzIniKey *key = tz_section_lookup (section, "width");
  TzLen width;
  if (!key || g_str_equal (key->value, "auto"))
    return;
  if (tz_len_parse (key->value, column->style.cell.text.size, &width) && width >= (TzLen)4 * TZ_PT &&
      width <= (TzLen)2000 * TZ_PT) {
    column->look.policy = TZ_WIDTH_FIXED;
    column->look.width = width;
  } else {
    tz_setting_report (key, _ ("write auto, or a length such as 12mm or 4em, from 4 to 2000 pt"), r->diag);
  }
}

static void resolve_diagonal (const TzResolve *r, const TzIniSection *section, TzFormColumn *column)
{
  const TzIniKey *key = tz_section_lookup (section, "diagonal");
  if (!key || *key->value == '\0')
    return;
  char **corners = tz_resolve_list (r, key, "|", NULL);
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
    char **choices = tz_resolve_list (r, key, ";", NULL);
    GString *text = g_string_new (NULL);
    for (char **choice = choices; *choice; choice++)
      if (**choice != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", *choice);
    column->look.fill.choices = g_intern_string (text->str);
    g_string_free (text, TRUE);
    g_strfreev (choices);
  }
  if (column->look.fill.kind == TZ_FILL_CHOICE &&
      (!column->look.fill.choices || *column->look.fill.choices == '\0'))
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "bad-value",
                 _ ("column “%s” is filled in by choice but offers nothing to choose; add a line such as "
                    "choices = 是; 否"),
                 section->name);
}

static void resolve_prompt (const TzResolve *r, const TzIniSection *section, TzFormColumn *column)
{
  const TzIniKey *key = tz_section_lookup (section, "prompt");
  if (!key)
    return;
  char *prompt = tz_resolve_text (r, key->value, NULL, &key->value_place);
  column->look.fill.prompt = g_intern_string (prompt);
  g_free (prompt);
}

/* The words of "done = …" and "late = …" must be among the choices. */
static void check_states (const TzResolve *r, const TzIniSection *section, const TzFormColumn *column,
                          const char *name)
{
  const TzIniKey *key = tz_section_lookup (section, name);
  char **choices = g_strsplit (column->look.fill.choices ? column->look.fill.choices : "", ";", -1);
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
    schema->titles = tz_resolve_list (r, key, "|", NULL);
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

/* Numbers are compared by their last digits or points, so these stand in one line; dates are short and
 * stand in the middle. */
static TzAlign align_of_type (TzValueType type, TzAlign of_texts)
{
  if (type == TZ_VALUE_TEXT)
    return of_texts;
  return type == TZ_VALUE_DATE ? TZ_ALIGN_CENTER : TZ_ALIGN_DECIMAL;
}

void tz_resolve_column (const TzResolve *r, const TzIniSection *section, TzFormColumn *column,
                        TzSchemaColumn *schema)
{
  static const TzSetting *const lists[] = { tz_settings_schema, tz_settings_column, tz_settings_part,
                                            tz_settings_emphasis, NULL };
  tz_resolve_check (r, section, lists);
  schema->key = g_intern_string (section->name);
  schema->digits = -1;
  column->data = schema;
  column->look = (TzColumn)TZ_COLUMN_INIT;
  column->look.name = schema->key;
  column->style = r->form->parts[TZ_PART_TEXT];
  tz_resolve_keys (r, section, tz_settings_schema, FALSE, 0, schema);
  resolve_formula (r, section, schema);
  column->style.cell.text.align = align_of_type (schema->type, column->style.cell.text.align);
  tz_resolve_style (r, section, &column->style);
  tz_resolve_keys (r, section, tz_settings_emphasis, FALSE, 0, &column->style);
  tz_resolve_keys (r, section, tz_settings_column, FALSE, column->style.cell.text.size, column);
  resolve_prompt (r, section, column);
  resolve_width (r, section, column);
  resolve_choices (r, section, column);
  check_states (r, section, column, "done");
  check_states (r, section, column, "late");
  resolve_titles (r, section, schema);
  if (column->look.cap > 0 && column->look.cap < column->look.floor)
    tz_diag_add (
        r->diag, TZ_ERROR, &section->place, "bad-value",
        _ ("the cap (greatest width) of column “%s” is less than its floor (least width); make it larger"),
        section->name);
}

/* Header texts wait for the titles of the data: {column} is the one that matched. */
void tz_resolve_header (const TzResolve *r, int c, int title)
{
  TzFormColumn *column = &r->form->columns[c];
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "column", column->data->key);
  const TzIniKey *key = tz_section_lookup (section, "header");
  const char *shown = title >= 0 ? r->titles[title] : column->data->titles[0];
  if (key) {
    column->path = tz_resolve_list (r, key, " / ", shown);
  } else {
    column->path = g_new0 (char *, 2);
    column->path[0] = g_strdup (column->data->titles[0]);
  }
  resolve_diagonal (r, section, column);
}
