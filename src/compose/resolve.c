/* An INI in the template language becomes a form. */
#include "base/intl.h"
#include "base/suggest.h"
#include "compose/language.h"
#include "compose/placeholder.h"

#include <string.h>

typedef struct {
  TzTemplate *form;
  const char *const *titles; /* of the data, or NULL */
  int n_titles;
  TzDiag *diag;
} Resolve;

static const TzIniKey *lookup_key (const TzIniSection *section, const char *key)
{
  for (int i = 0; section && i < section->n_keys; i++)
    if (g_str_equal (section->keys[i].key, key))
      return &section->keys[i];
  return NULL;
}

/* ── sections with plain keys ────────────────────────────────────────────── */

/* Names of all SETTINGS of up to three lists, for "did you mean". */
static void report_unknown (const Resolve *r, const TzIniSection *section, const TzIniKey *key,
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
static void apply_keys (const Resolve *r, const TzIniSection *section, const TzSetting *settings,
                        gboolean first, TzLen em, gpointer target)
{
  for (int i = 0; section && i < section->n_keys; i++) {
    const TzSetting *setting = tz_setting_lookup (settings, section->keys[i].key);
    if (setting && setting->first == first)
      tz_setting_apply (setting, &section->keys[i], em, target, r->form->strings, r->diag);
  }
}

static void check_keys (const Resolve *r, const TzIniSection *section, const TzSetting *const *lists)
{
  for (int i = 0; section && i < section->n_keys; i++) {
    gboolean known = FALSE;
    for (const TzSetting *const *list = lists; *list; list++)
      known |= tz_setting_lookup (*list, section->keys[i].key) != NULL;
    if (!known)
      report_unknown (r, section, &section->keys[i], lists);
  }
}

static void resolve_plain (const Resolve *r, const char *kind, const TzSetting *settings, gpointer target)
{
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, kind, "");
  const TzSetting *const lists[] = { settings, NULL };
  check_keys (r, section, lists);
  apply_keys (r, section, settings, FALSE, r->form->parts[TZ_PART_TEXT].text.size, target);
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
  if (!lookup_key (section, "pitch") && old_size > 0)
    style->text.pitch = style->text.pitch * style->text.size / old_size;
}

static void resolve_style (const Resolve *r, const TzIniSection *section, TzFormStyle *style)
{
  TzLen old_size = style->text.size;
  apply_keys (r, section, tz_settings_part, TRUE, old_size, style);
  scale_pitch (style, section, old_size);
  apply_keys (r, section, tz_settings_part, FALSE, style->text.size, style);
}

static void resolve_parts (const Resolve *r)
{
  const TzSetting *const lists[] = { tz_settings_part, NULL };
  for (int i = 0; i < TZ_N_PARTS; i++) {
    const TzIniSection *section = tz_ini_lookup_section (r->form->ini, part_defaults[i].kind, "");
    TzFormStyle *style = &r->form->parts[i];
    *style = i == TZ_PART_TEXT ? first_style : r->form->parts[TZ_PART_TEXT];
    style->text.role = part_defaults[i].role;
    style->text.align = part_defaults[i].align;
    style->repeat = part_defaults[i].repeat;
    check_keys (r, section, lists);
    resolve_style (r, section, style);
  }
}

/* ── columns ─────────────────────────────────────────────────────────────── */

static char *expand (const Resolve *r, const char *text, const char *column, const TzPlace *place)
{
  return tz_placeholder_expand (r->form->ini, text, column, FALSE, place, r->diag);
}

/* Splits VALUE at MARK and expands each part. g_strfreev. */
static char **expand_list (const Resolve *r, const TzIniKey *key, const char *mark, const char *column)
{
  char **list = tz_text_split (key->value, mark);
  for (char **part = list; *part; part++) {
    char *text = expand (r, *part, column, &key->value_place);
    g_free (*part);
    *part = text;
  }
  return list;
}

static void resolve_width (const Resolve *r, const TzIniSection *section, TzFormColumn *column)
{
  const TzIniKey *key = lookup_key (section, "width");
  TzLen width;
  if (!key || g_str_equal (key->value, "auto"))
    return;
  if (tz_len_parse (key->value, column->style.text.size, &width) && width >= 4 * TZ_PT &&
      width <= 2000 * TZ_PT) {
    column->policy = TZ_WIDTH_FIXED;
    column->width = width;
  } else {
    tz_setting_report (key, _ ("auto, or a length such as 12mm or 4em"), r->diag);
  }
}

static void resolve_diagonal (const Resolve *r, const TzIniSection *section, TzFormColumn *column)
{
  const TzIniKey *key = lookup_key (section, "diagonal");
  if (!key || *key->value == '\0')
    return;
  char **corners = expand_list (r, key, "|", NULL);
  if (g_strv_length (corners) != 2) {
    tz_setting_report (key, _ ("the lower left text, a bar |, and the upper right text"), r->diag);
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
static void resolve_choices (const Resolve *r, const TzIniSection *section, TzFormColumn *column)
{
  const TzIniKey *key = lookup_key (section, "choices");
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
                 _ ("column “%s” is to be filled in by choice but has no choices; add choices = 是; 否"),
                 section->name);
}

static void resolve_titles (const Resolve *r, const TzIniSection *section, TzSchemaColumn *schema)
{
  const TzIniKey *key = lookup_key (section, "titles");
  if (key)
    schema->titles = expand_list (r, key, "|", NULL);
  if (schema->titles && schema->titles[0])
    return;
  g_strfreev (schema->titles);
  schema->titles = g_new0 (char *, 2);
  schema->titles[0] = g_strdup (section->name);
}

static gboolean is_number_type (TzType type)
{
  return type != TZ_TYPE_TEXT;
}

static void resolve_column (const Resolve *r, const TzIniSection *section, TzFormColumn *column,
                            TzSchemaColumn *schema)
{
  static const TzSetting *const lists[] = { tz_settings_schema, tz_settings_column, tz_settings_part, NULL };
  check_keys (r, section, lists);
  column->key = g_string_chunk_insert_const (r->form->strings, section->name);
  column->policy = TZ_WIDTH_AUTO;
  column->weight = 1;
  column->style = r->form->parts[TZ_PART_TEXT];
  schema->key = g_strdup (section->name);
  apply_keys (r, section, tz_settings_schema, FALSE, 0, schema);
  if (is_number_type (schema->type))
    column->style.text.align = TZ_ALIGN_CENTER;
  resolve_style (r, section, &column->style);
  apply_keys (r, section, tz_settings_column, FALSE, column->style.text.size, column);
  if (column->prompt) {
    const TzIniKey *key = lookup_key (section, "prompt");
    char *prompt = expand (r, column->prompt, NULL, &key->value_place);
    column->prompt = g_string_chunk_insert_const (r->form->strings, prompt);
    g_free (prompt);
  }
  resolve_width (r, section, column);
  resolve_choices (r, section, column);
  resolve_titles (r, section, schema);
  if (column->cap > 0 && column->cap < column->floor)
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "bad-value",
                 _ ("the cap of column “%s” is smaller than its floor; make it larger"), section->name);
}

/* Header texts wait for the titles of the data: {column} is the one that matched. */
static void resolve_header (const Resolve *r, int c, int title)
{
  TzFormColumn *column = &r->form->columns[c];
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "column", column->key);
  const TzIniKey *key = lookup_key (section, "header");
  const char *shown = title >= 0 ? r->titles[title] : r->form->schema.columns[c].titles[0];
  if (key) {
    column->path = expand_list (r, key, " / ", shown);
  } else {
    column->path = g_new0 (char *, 2);
    column->path[0] = g_strdup (r->form->schema.columns[c].titles[0]);
  }
  resolve_diagonal (r, section, column);
}

static void resolve_headers (const Resolve *r)
{
  TzTemplate *form = r->form;
  int *match = tz_schema_match (&form->schema, r->titles, r->n_titles);
  for (int c = 0; c < form->n_columns; c++)
    resolve_header (r, c, match[c]);
  g_free (match);
}

/* Where the data bring the columns, those of the template are not meant. */
static gboolean is_overruled (const Resolve *r, const TzIniSection *section)
{
  return r->form->table.infer && tz_ini_lookup_section (r->form->own, "column", section->name);
}

static const TzIniKey *column_list (const Resolve *r)
{
  const TzIni *over = r->form->over;
  if (r->form->table.infer && !(over && tz_ini_lookup (over, "table", "", "columns")))
    return NULL;
  return tz_ini_lookup (r->form->ini, "table", "", "columns");
}

/* Sections [column …] in the order that the form prints them. */
static GPtrArray *ordered_columns (const Resolve *r)
{
  const TzIni *ini = r->form->ini;
  GPtrArray *columns = g_ptr_array_new ();
  const TzIniKey *key = column_list (r);
  if (!key) {
    for (int i = 0; i < tz_ini_n_sections (ini); i++) {
      const TzIniSection *section = tz_ini_section (ini, i);
      if (g_str_equal (section->kind, "column") && !is_overruled (r, section))
        g_ptr_array_add (columns, (gpointer)section);
    }
    return columns;
  }
  for (char **name = r->form->table.columns; name && *name; name++) {
    const TzIniSection *section = tz_ini_lookup_section (ini, "column", *name);
    if (!section)
      tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "unknown-column",
                   _ ("there is no [column %s]; write that section or take its name out of columns"), *name);
    else if (g_ptr_array_find (columns, section, NULL))
      tz_diag_add (r->diag, TZ_ERROR, &key->value_place, "duplicate-column",
                   _ ("column “%s” stands twice in columns; take one away"), *name);
    else
      g_ptr_array_add (columns, (gpointer)section);
  }
  return columns;
}

/* A column that only the book speaks of is a new one if it says how the data call
 * it; otherwise its name is a slip. */
static gboolean is_stranger (const Resolve *r, const TzIniSection *section)
{
  return r->form->over && tz_ini_lookup_section (r->form->over, "column", section->name) &&
         !lookup_key (section, "titles") && !lookup_key (section, "position") &&
         !tz_ini_lookup_section (r->form->own, "column", section->name);
}

static void report_stranger (const Resolve *r, const TzIniSection *section)
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
                 _ ("the template %s has no column “%s”; a new column needs titles = …"), r->form->name,
                 section->name);
  g_ptr_array_unref (known);
}

static void resolve_columns (const Resolve *r)
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
  resolve_headers (r);
}

/* ── totals ──────────────────────────────────────────────────────────────── */

static void resolve_total (const Resolve *r, const TzIniSection *section)
{
  static const TzSetting *const lists[] = { tz_settings_total, NULL };
  TzSchema *schema = &r->form->schema;
  TzSchemaTotal total = { .scope = TZ_TOTAL_TABLE, .check = TRUE };
  const TzIniKey *labels = lookup_key (section, "labels"), *column = lookup_key (section, "column");
  check_keys (r, section, lists);
  apply_keys (r, section, tz_settings_total, FALSE, 0, &total);
  if (!labels || *labels->value == '\0') {
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "bad-value",
                 _ ("[total %s] does not say how its rows are labelled; add labels = 合计"), section->name);
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

static void resolve_totals (const Resolve *r)
{
  for (int i = 0; i < tz_ini_n_sections (r->form->ini); i++) {
    const TzIniSection *section = tz_ini_section (r->form->ini, i);
    if (g_str_equal (section->kind, "total") && *section->name != '\0')
      resolve_total (r, section);
  }
}

/* ── the whole ───────────────────────────────────────────────────────────── */

/* Sections that exist once have no name, columns and variants must have one. */
static void check_name (const Resolve *r, const TzIniSection *section)
{
  gboolean named = *section->name != '\0';
  gboolean must = g_str_equal (section->kind, "column") || g_str_equal (section->kind, "variant");
  if (named && !must && !g_str_equal (section->kind, "total"))
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-section", _ ("[%s] takes no name; delete “%s”"),
                 section->kind, section->name);
  else if (!named && must)
    tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-section", _ ("[%s] needs a name: [%s NAME]"),
                 section->kind, section->kind);
}

static void check_sections (const Resolve *r)
{
  for (int i = 0; i < tz_ini_n_sections (r->form->ini); i++) {
    const TzIniSection *section = tz_ini_section (r->form->ini, i);
    const char *near = tz_suggest (section->kind, tz_form_section_kinds ());
    if (tz_form_knows_section (section->kind))
      check_name (r, section);
    else if (near)
      tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("there is no section [%s]; did you mean [%s]?"), section->kind, near);
    else
      tz_diag_add (r->diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("there is no section [%s]; delete it or correct its name"), section->kind);
  }
}

static void resolve_book (const Resolve *r)
{
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "book", "");
  for (int i = 0; section && i < section->n_keys; i++)
    if (!g_strv_contains (tz_form_book_keys (), section->keys[i].key))
      tz_setting_report_unknown (section, &section->keys[i], tz_form_book_keys (), r->diag);
  apply_keys (r, section, tz_settings_book, FALSE, 0, r->form);
}

static void check_papers (const Resolve *r)
{
  char **papers = tz_text_split (r->form->page.papers, ",");
  TzPaper paper;
  int n = 0;
  for (char **name = papers; *name; name++)
    n += tz_form_paper (*name, r->form->page.landscape, &paper);
  if (n != (int)g_strv_length (papers) || n == 0 || n > (int)G_N_ELEMENTS (((TzPageSetup *)NULL)->papers)) {
    const TzIniKey *key = tz_ini_lookup (r->form->ini, "page", "", "paper");
    if (key)
      tz_setting_report (key,
                         _ ("A4, A3, B4, 16开 or 210x297mm, or up to four of them with commas between; each "
                            "may be followed by portrait or landscape"),
                         r->diag);
    r->form->page.papers = "A4";
  }
  g_strfreev (papers);
}

static void resolve_page (const Resolve *r)
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
static void check_texts (const Resolve *r)
{
  static const char *const texts[] = { "title", "label", "unit-line", "notes", "author", "organ", "subject" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (tz_form_text (r->form, texts[i], r->diag));
}

void tz_form_resolve (TzTemplate *form, const char *const *titles, int n_titles, TzDiag *diag)
{
  Resolve r = { form, titles, n_titles, diag };
  check_sections (&r);
  resolve_plain (&r, "template", tz_settings_template, form);
  resolve_book (&r);
  resolve_parts (&r);
  resolve_page (&r);
  form->rules = (TzRules){ TZ_PT, TZ_PT / 2, FALSE };
  resolve_plain (&r, "rules", tz_settings_rules, &form->rules);
  form->table = (TzFormTable){ .section_rows = TRUE, .outline = TRUE };
  resolve_plain (&r, "table", tz_settings_table, &form->table);
  form->excel = (TzFormExcel){ .freeze_header = TRUE };
  resolve_plain (&r, "excel", tz_settings_excel, &form->excel);
  resolve_plain (&r, "fonts", tz_settings_fonts, form);
  resolve_columns (&r);
  resolve_totals (&r);
  check_texts (&r);
  form->schema.plain = form->is_table;
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
