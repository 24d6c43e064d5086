/* What "taizhang templates NAME" prints: the form in words. */
#include "base/intl.h"
#include "compose/form/form.h"
#include "compose/form/section.h"

#include <string.h>

static void add_line (GString *text, const char *name, const char *value)
{
  if (value && *value != '\0')
    g_string_append_printf (text, _ ("%s: %s\n"), name, value);
}

static const char *need_word (TzNeed need)
{
  static const char *const words[] = { [TZ_NEED_REQUIRED] = N_ ("required"),
                                       [TZ_NEED_OPTIONAL] = N_ ("optional"),
                                       [TZ_NEED_BLANK] = N_ ("printed empty if missing") };
  return _ (words[need]);
}

static void add_notes (GString *text, const TzFormColumn *column)
{
  guint merge = column->data->merge;
  /* Translators: stands between the properties of a column. */
  const char *comma = _ (", ");
  g_string_append_printf (text, "    %s", need_word (column->data->need));
  if (merge & TZ_MERGE_DOWN)
    g_string_append_printf (text, "%s%s", comma, _ ("an empty cell continues the one above"));
  if (merge & TZ_MERGE_ACROSS)
    g_string_append_printf (text, "%s%s", comma, _ ("an empty cell continues the one on its left"));
  if (column->look.fill.kind != TZ_FILL_NONE)
    g_string_append_printf (text, "%s%s", comma, _ ("to be filled in"));
  if (column->look.fill.choices)
    g_string_append_printf (text, _ (" (choices: %s)"), column->look.fill.choices);
  g_string_append_c (text, '\n');
}

static void add_column (GString *text, const TzIni *ini, const TzFormColumn *column)
{
  const TzSchemaColumn *schema = column->data;
  const TzIniKey *compute = tz_ini_lookup (ini, "column", schema->key, "compute");
  char *titles = g_strjoinv (" | ", schema->titles), *path = g_strjoinv (" / ", column->path);
  g_strdelimit (path, "\n", ' ');
  g_string_append_printf (text, "  %s: %s\n", schema->key, titles);
  if (!g_str_equal (schema->titles[0], path))
    g_string_append_printf (text, _ ("    header: %s\n"), path);
  add_notes (text, column);
  if (compute && schema->formula)
    g_string_append_printf (text, _ ("    computed where empty, checked where given: %s\n"), compute->value);
  g_free (titles);
  g_free (path);
}

static void add_variants (GString *text, const TzIni *ini)
{
  for (int i = 0; i < tz_ini_n_sections (ini); i++) {
    const TzIniSection *section = tz_ini_section (ini, i);
    if (!g_str_equal (section->kind, "variant"))
      continue;
    const TzIniKey *has = tz_section_lookup (section, "has"), *lacks = tz_section_lookup (section, "lacks");
    if (has)
      g_string_append_printf (text, _ ("variant %s: for data with the columns %s\n"), section->name,
                              has->value);
    if (lacks)
      g_string_append_printf (text, _ ("variant %s: for data without the columns %s\n"), section->name,
                              lacks->value);
  }
}

char *tz_template_describe (const TzTemplate *form)
{
  static const char *const keys[] = { "title", "label", "unit-line", "region", "organ" };
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%s: %s\n", form->name, tz_template_summary (form));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    const TzIniKey *key = tz_ini_lookup (form->ini, "book", "", keys[i]);
    add_line (text, keys[i], key ? key->value : NULL);
  }
  add_line (text, _ ("paper"), form->page.papers);
  if (!strchr (form->page.papers, ' '))
    add_line (text, _ ("orientation"), form->page.landscape ? _ ("landscape") : _ ("portrait"));
  if (form->kind == TZ_FORM_LETTER) {
    g_string_append_printf (text, _ ("an official document from a text: %d lines of %d characters on a page\n"),
                            form->frame.lines, form->frame.characters);
    return g_string_free (text, FALSE);
  }
  g_string_append (text, _ ("columns:\n"));
  if (form->table.infer)
    g_string_append (text, _ ("  as the first line of the data says\n"));
  for (int c = 0; c < form->n_columns; c++)
    add_column (text, form->ini, &form->columns[c]);
  add_variants (text, form->ini);
  return g_string_free (text, FALSE);
}
