/* An INI in the template language becomes a form. */
#include "compose/form/resolve.h"

#include "base/intl.h"
#include "base/suggest.h"
#include "compose/form/language.h"
#include "compose/form/placeholder.h"
#include "compose/form/style.h"
#include "model/row_list.h"

/* Sections that exist once have no name, columns and variants must have one. */
static void check_name (const TzResolve *r, const TzIniSection *section)
{
  gboolean named = *section->name != '\0';
  gboolean must = g_str_equal (section->kind, "column") || g_str_equal (section->kind, "variant");
  if (named && !must && !g_str_equal (section->kind, "total"))
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-section", _ ("[%s] takes no name; delete “%s”"),
                 section->kind, section->name);
  else if (!named && must)
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-section",
                 _ ("[%s] needs a name; write [%s NAME]"), section->kind, section->kind);
}

static void check_sections (const TzResolve *r)
{
  for (int i = 0; i < tz_ini_n_sections (r->form->ini); i++) {
    const TzIniSection *section = tz_ini_section (r->form->ini, i);
    const char *near = tz_suggest (section->kind, tz_form_section_kinds ());
    if (tz_form_is_letter_section (section->kind) && r->form->kind != TZ_FORM_LETTER)
      tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("[%s] belongs to forms of official documents (kind = letter); delete it here"),
                   section->kind);
    else if (tz_form_knows_section (section->kind))
      check_name (r, section);
    else if (near)
      tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("there is no section [%s]; did you mean [%s]?"), section->kind, near);
    else
      tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("there is no section [%s]; delete it or correct its name"), section->kind);
  }
}

static void resolve_book (const TzResolve *r)
{
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "book", "");
  for (int i = 0; section && i < section->n_keys; i++)
    if (!g_strv_contains (tz_form_book_keys (), section->keys[i].key))
      tz_section_report_unknown (section, &section->keys[i], tz_form_book_keys (), r->diag);
  tz_resolve_keys (r, section, tz_settings_book, FALSE, 0, r->form);
}

static void check_rows (const TzResolve *r, const char *name, const char **rows)
{
  const TzIniKey *key = tz_ini_lookup (r->form->ini, "input", "", name);
  if (!key || tz_row_list_is_valid (key->value))
    return;
  *rows = NULL;
  tz_setting_report (key, _ ("write numbers of rows, such as 4 or 4-5 or 2, 7-9"), r->diag);
}

static void resolve_input (const TzResolve *r)
{
  TzFormInput *input = &r->form->input;
  *input = (TzFormInput){ 0 };
  tz_resolve_plain (r, "input", tz_settings_input, input);
  check_rows (r, "header-rows", &input->header_rows);
  check_rows (r, "title-rows", &input->title_rows);
  check_rows (r, "skip-rows", &input->skip_rows);
}

/* Texts are expanded when a document is made; here they are only checked. */
static void check_texts (const TzResolve *r)
{
  static const char *const texts[] = { "title", "label",  "unit-line", "continued-line",
                                       "notes", "author", "organ",     "subject" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (tz_form_text (r->form, texts[i], r->diag));
  const TzIniKey *key = tz_ini_lookup (r->form->ini, "excel", "", "instructions");
  if (key)
    g_free (tz_placeholder_expand (r->form->ini, key->value, NULL, FALSE, &key->value_place, r->diag));
}

void tz_form_resolve (TzTemplate *form, const char *const *titles, int n_titles, TzDiag *diag)
{
  TzResolve r = { form, titles, n_titles, diag };
  tz_resolve_plain (&r, "template", tz_settings_template, form);
  check_sections (&r);
  resolve_book (&r);
  if (form->kind == TZ_FORM_LETTER)
    form->parts[TZ_PART_TEXT] = tz_style_first; /* its ems stand in [page] */
  else
    tz_resolve_parts (&r);
  tz_resolve_page (&r);
  if (form->kind == TZ_FORM_LETTER) {
    tz_resolve_letter (&r);
    tz_resolve_plain (&r, "fonts", tz_settings_fonts, form);
    check_texts (&r);
    return;
  }
  resolve_input (&r);
  form->rules = (TzRules){ TZ_PT, TZ_PT / 2, FALSE };
  tz_resolve_plain (&r, "rules", tz_settings_rules, &form->rules);
  form->table = (TzFormTable){ .section_rows = TRUE, .outline = TRUE, .band = 0xFFFFFF };
  tz_resolve_plain (&r, "table", tz_settings_table, &form->table);
  tz_resolve_keys (&r, tz_ini_lookup_section (form->ini, "header", ""), tz_settings_header, FALSE, 0,
                   &form->table);
  form->excel = (TzFormExcel){ .freeze_header = TRUE, .fill_lines = 1 };
  tz_resolve_plain (&r, "excel", tz_settings_excel, &form->excel);
  tz_resolve_plain (&r, "fonts", tz_settings_fonts, form);
  tz_resolve_columns (&r);
  tz_resolve_totals (&r);
  check_texts (&r);
  form->schema.plain = form->kind == TZ_FORM_TABLE;
  form->schema.no_sections = !form->table.section_rows;
}
