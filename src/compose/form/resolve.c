/* An INI in the template language becomes a form. */
#include "base/intl.h"
#include "base/suggest.h"
#include "compose/form/language.h"
#include "compose/form/placeholder.h"
#include "compose/form/resolve.h"

const TzIniKey *tz_section_lookup (const TzIniSection *section, const char *key)
{
  for (int i = 0; section && i < section->n_keys; i++)
    if (g_str_equal (section->keys[i].key, key))
      return &section->keys[i];
  return NULL;
}

/* ── sections with plain keys ────────────────────────────────────────────── */

/* Names of all SETTINGS of up to three lists, for "did you mean". */
static void report_unknown (const TzResolve *r, const TzIniSection *section, const TzIniKey *key,
                            const TzSetting *const *lists)
{
  GPtrArray *known = g_ptr_array_new ();
  for (; *lists; lists++)
    for (const TzSetting *setting = *lists; setting->key; setting++)
      g_ptr_array_add (known, (gpointer)setting->key);
  g_ptr_array_add (known, NULL);
  tz_setting_report_unknown (section, key, (const char *const *)known->pdata, r->diag);
  g_ptr_array_unref (known);
}

/* Applies the keys of SECTION that SETTINGS knows, those marked FIRST alone or all others. */
void tz_resolve_keys (const TzResolve *r, const TzIniSection *section, const TzSetting *settings,
                      gboolean first, TzLen em, gpointer target)
{
  for (int i = 0; section && i < section->n_keys; i++) {
    const TzSetting *setting = tz_setting_lookup (settings, section->keys[i].key);
    if (setting && setting->first == first)
      tz_setting_apply (setting, &section->keys[i], em, target, r->form->strings, r->diag);
  }
}

void tz_resolve_check (const TzResolve *r, const TzIniSection *section, const TzSetting *const *lists)
{
  for (int i = 0; section && i < section->n_keys; i++) {
    gboolean known = FALSE;
    for (const TzSetting *const *list = lists; *list; list++)
      known |= tz_setting_lookup (*list, section->keys[i].key) != NULL;
    if (!known)
      report_unknown (r, section, &section->keys[i], lists);
  }
}

static void resolve_plain (const TzResolve *r, const char *kind, const TzSetting *settings, gpointer target)
{
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, kind, "");
  const TzSetting *const lists[] = { settings, NULL };
  tz_resolve_check (r, section, lists);
  tz_resolve_keys (r, section, settings, FALSE, r->form->parts[TZ_PART_TEXT].text.size, target);
}

/* ── styles ──────────────────────────────────────────────────────────────── */

static const struct {
  const char *kind;
  TzRole role;
  TzAlign align;
  gboolean repeat;
} part_defaults[TZ_N_PARTS] = {
  [TZ_PART_TEXT] = { "text", TZ_ROLE_SONG, TZ_ALIGN_JUSTIFY, FALSE },
  [TZ_PART_TITLE] = { "title", TZ_ROLE_XIAOBIAOSONG, TZ_ALIGN_CENTER, FALSE },
  [TZ_PART_LABEL] = { "label", TZ_ROLE_HEI, TZ_ALIGN_LEFT, FALSE },
  [TZ_PART_UNIT_LINE] = { "unit-line", TZ_ROLE_SONG, TZ_ALIGN_RIGHT, FALSE },
  [TZ_PART_CONTINUED] = { "continued-line", TZ_ROLE_SONG, TZ_ALIGN_RIGHT, FALSE },
  [TZ_PART_HEADER] = { "header", TZ_ROLE_HEI, TZ_ALIGN_CENTER, TRUE },
  [TZ_PART_SECTION] = { "section", TZ_ROLE_HEI, TZ_ALIGN_LEFT, FALSE },
  [TZ_PART_TOTAL] = { "total", TZ_ROLE_SONG, TZ_ALIGN_CENTER, FALSE },
  [TZ_PART_NOTES] = { "notes", TZ_ROLE_SONG, TZ_ALIGN_JUSTIFY, FALSE },
};

static const TzFormStyle first_style = {
  .text = { .role = TZ_ROLE_SONG, .size = 10 * TZ_PT, .pitch = 14 * TZ_PT },
  .valign = TZ_VALIGN_MIDDLE,
  .pad_x = 4 * TZ_PT,
  .pad_y = 3 * TZ_PT,
  .background = 0xFFFFFF,
};

/* A larger size without a pitch of its own keeps the proportion of the two. */
static void scale_pitch (TzFormStyle *style, const TzIniSection *section, TzLen old_size)
{
  if (!tz_section_lookup (section, "pitch") && old_size > 0)
    style->text.pitch = style->text.pitch * style->text.size / old_size;
}

/* Text is never smaller than a size may be. */
static void check_shrink (const TzResolve *r, const TzIniSection *section, TzFormStyle *style)
{
  double least = tz_setting_lookup (tz_settings_part, "size")->min;
  const TzIniKey *key = tz_section_lookup (section, "shrink-to");
  if (!key || style->text.shrink_floor == 0 || tz_len_to_pt (style->text.shrink_floor) >= least)
    return;
  tz_setting_report (key, _ ("write a length of 4 pt or more, or 0 so that the text is never shrunk"), r->diag);
  style->text.shrink_floor = 0;
}

void tz_resolve_style (const TzResolve *r, const TzIniSection *section, TzFormStyle *style)
{
  TzLen old_size = style->text.size;
  tz_resolve_keys (r, section, tz_settings_part, TRUE, old_size, style);
  scale_pitch (style, section, old_size);
  tz_resolve_keys (r, section, tz_settings_part, FALSE, style->text.size, style);
  check_shrink (r, section, style);
}

static void resolve_parts (const TzResolve *r)
{
  for (int i = 0; i < TZ_N_PARTS; i++) {
    gboolean cells = i == TZ_PART_TEXT || i == TZ_PART_SECTION;
    const TzSetting *const lists[] = { tz_settings_part, cells ? tz_settings_emphasis : NULL, NULL };
    const TzIniSection *section = tz_ini_lookup_section (r->form->ini, part_defaults[i].kind, "");
    TzFormStyle *style = &r->form->parts[i];
    *style = i == TZ_PART_TEXT ? first_style : r->form->parts[TZ_PART_TEXT];
    style->text.role = part_defaults[i].role;
    style->text.align = part_defaults[i].align;
    style->repeat = part_defaults[i].repeat;
    tz_resolve_check (r, section, lists);
    tz_resolve_style (r, section, style);
    if (i != TZ_PART_TEXT)
      style->emphasis = TZ_EMPHASIS_NONE;
    if (cells)
      tz_resolve_keys (r, section, tz_settings_emphasis, FALSE, 0, style);
  }
}

/* ── the whole ───────────────────────────────────────────────────────────── */

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
      tz_setting_report_unknown (section, &section->keys[i], tz_form_book_keys (), r->diag);
  tz_resolve_keys (r, section, tz_settings_book, FALSE, 0, r->form);
}

static void check_papers (const TzResolve *r)
{
  char **papers = tz_text_split (r->form->page.papers, ",");
  TzPaper paper;
  int n = 0;
  for (char **name = papers; *name; name++)
    n += tz_form_paper (*name, r->form->page.landscape, &paper);
  if (n != (int)g_strv_length (papers) || n == 0 || n > (int)G_N_ELEMENTS (((TzPageSetup){ 0 }).papers)) {
    const TzIniKey *key = tz_ini_lookup (r->form->ini, "page", "", "paper");
    if (key)
      tz_setting_report (
          key,
          _ ("write A4, A3, B4, 16开 or 210x297mm, or up to four of them with commas between; each "
             "may be followed by portrait or landscape"),
          r->diag);
    r->form->page.papers = "A4";
  }
  g_strfreev (papers);
}

static void resolve_page (const TzResolve *r)
{
  TzFormPage *page = &r->form->page;
  const TzIniKey *margin = tz_ini_lookup (r->form->ini, "page", "", "margin");
  *page = (TzFormPage){ .papers = "A4",
                        .number = TZ_NUMBER_CENTER,
                        .number_form = "{page}",
                        .number_font = TZ_ROLE_SONG,
                        .number_size = 10 * TZ_PT,
                        .number_gap = tz_len_from_mm (7) };
  for (int i = 0; i < 4; i++)
    page->margin[i] = tz_len_from_mm (20);
  if (margin && tz_setting_apply (&tz_setting_margin, margin, r->form->parts[TZ_PART_TEXT].text.size, page,
                                  r->form->strings, r->diag))
    page->margin[1] = page->margin[2] = page->margin[3] = page->margin[0];
  resolve_plain (r, "page", tz_settings_page, page);
  check_papers (r);
}

/* Texts are expanded when a document is made; here only to report what is wrong. */
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
  resolve_plain (&r, "template", tz_settings_template, form);
  check_sections (&r);
  resolve_book (&r);
  if (form->kind == TZ_FORM_LETTER)
    form->parts[TZ_PART_TEXT] = first_style; /* its ems stand in [page] */
  else
    resolve_parts (&r);
  resolve_page (&r);
  if (form->kind == TZ_FORM_LETTER) {
    tz_resolve_letter (&r);
    resolve_plain (&r, "fonts", tz_settings_fonts, form);
    check_texts (&r);
    return;
  }
  form->rules = (TzRules){ TZ_PT, TZ_PT / 2, FALSE };
  resolve_plain (&r, "rules", tz_settings_rules, &form->rules);
  form->table = (TzFormTable){ .section_rows = TRUE, .outline = TRUE, .band = 0xFFFFFF };
  resolve_plain (&r, "table", tz_settings_table, &form->table);
  form->excel = (TzFormExcel){ .freeze_header = TRUE, .fill_lines = 1 };
  resolve_plain (&r, "excel", tz_settings_excel, &form->excel);
  resolve_plain (&r, "fonts", tz_settings_fonts, form);
  tz_resolve_columns (&r);
  tz_resolve_totals (&r);
  check_texts (&r);
  form->schema.plain = form->kind == TZ_FORM_TABLE;
  form->schema.no_sections = !form->table.section_rows;
}

void tz_form_clear (TzTemplate *form)
{
  for (int i = 0; i < form->n_columns; i++) {
    g_strfreev (form->columns[i].path);
    g_free (form->columns[i].corner);
  }
  g_clear_pointer (&form->columns, g_free);
  g_clear_pointer (&form->table.columns, g_strfreev);
  form->n_columns = 0;
  tz_schema_clear (&form->schema);
}

char *tz_form_text (const TzTemplate *form, const char *key, TzDiag *diag)
{
  const TzIniKey *found = tz_ini_lookup (form->ini, "book", "", key);
  if (!found || *found->value == '\0')
    return NULL;
  char *text = tz_placeholder_expand (form->ini, found->value, NULL, FALSE, &found->value_place, diag);
  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}
