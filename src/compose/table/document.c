#include "compose/table/document.h"

#include "base/date.h"
#include "compose/form/placeholder.h"
#include "compose/table/around.h"
#include "compose/table/grid.h"
#include "compose/table/names.h"
#include "model/period.h"
#include "read/list.h"

static void set_papers (TzPageSetup *page, const TzFormPage *from)
{
  char **names = tz_list_split (from->papers, ",");
  for (char **name = names; *name && page->n_papers < (int)G_N_ELEMENTS (page->papers); name++)
    page->n_papers += tz_form_paper (*name, from->landscape, &page->papers[page->n_papers]);
  g_strfreev (names);
}

void tz_form_set_page (TzDoc *doc, const TzTemplate *form, TzDiag *diag)
{
  const TzFormPage *from = &form->page;
  const TzIniKey *key = tz_ini_lookup (form->ini, "page", "", "number-form");
  TzPageSetup *page = &doc->page;
  set_papers (page, from);
  page->top = from->margin[0];
  page->bottom = from->margin[1];
  page->left = from->margin[2];
  page->right = from->margin[3];
  page->number_place = from->number;
  page->number_form =
      tz_placeholder_expand (form->ini, from->number_form, NULL, TRUE, key ? &key->value_place : NULL, diag);
  page->number_style = form->parts[TZ_PART_TEXT].cell.text;
  page->number_style.role = from->number_font;
  page->number_style.size = from->number_size;
  page->number_style.pitch = from->number_size * 14 / 10;
  page->number_style.align = TZ_ALIGN_CENTER;
  page->number_style.bold = FALSE;
  page->number_style.first_indent = 0;
  page->number_gap = from->number_gap;
  page->number_inset = from->number_inset;
  page->binding = from->binding;
  page->tagged = from->tagged;
}

static void set_excel (TzDoc *doc, const TzTemplate *form, TzDiag *diag)
{
  const TzFormExcel *from = &form->excel;
  const TzIniKey *key = tz_ini_lookup (form->ini, "excel", "", "instructions");
  doc->excel.zoom = from->zoom;
  doc->excel.tall = from->tall;
  doc->excel.protect = from->protect;
  doc->excel.password = from->password && *from->password ? g_strdup (from->password) : NULL;
  doc->excel.summary = from->summary;
  doc->excel.filter = from->filter;
  doc->excel.fill_lines = from->fill_lines;
  if (key && *key->value != '\0')
    doc->excel.instructions =
        tz_placeholder_expand (form->ini, key->value, NULL, FALSE, &key->value_place, diag);
  for (int i = 0; i < TZ_N_ROLES; i++)
    doc->excel.font_names[i] = g_strdup (form->excel.fonts[i]);
}

/* FILES are the data and the book, if there is one. */
static void set_origin (TzDoc *doc, const TzTemplate *form, const char *const *files, TzDiag *diag)
{
  const char *book = files[0] && files[1] ? files[1] : files[0];
  TzPeriod period;
  doc->origin.template_name = g_strdup (form->name);
  doc->origin.book = book ? g_path_get_basename (book) : NULL;
  doc->origin.period = tz_form_text (form, "period", diag);
  doc->origin.period_words = doc->origin.period && tz_period_parse (doc->origin.period, &period)
                                 ? tz_period_to_words (&period)
                                 : g_strdup (doc->origin.period);
  doc->origin.region = tz_form_text (form, "region", diag);
}

static char *sheet_name (const TzTemplate *form, const TzDoc *doc, TzDiag *diag)
{
  const TzIniKey *key = tz_ini_lookup (form->ini, "excel", "", "sheet");
  if (key && *key->value != '\0')
    return tz_placeholder_expand (form->ini, key->value, NULL, FALSE, &key->value_place, diag);
  return g_strdup (doc->title);
}

/* Organ and region stand in titles and heads. */
static TzNameSet *names_of (const TzDoc *doc, const TzLedger *ledger, const TzSpellings *spellings)
{
  TzNameSet *names = tz_ledger_names (ledger, spellings->units, spellings->regions);
  if (doc->author)
    tz_name_set_add (names, doc->author);
  if (doc->origin.region)
    tz_name_set_add (names, doc->origin.region);
  return names;
}

static void add_table (TzDoc *doc, const TzTemplate *form, const TzLedger *ledger, const TzSpellings *spellings,
                       const TzAround *around, TzDiag *diag)
{
  TzTable *table =
      tz_doc_add_table (doc, tz_ledger_grid (form, ledger, spellings->units,
                                             around ? (const char *const *)around->column_numbers : NULL));
  tz_table_put_around (table, form, around, diag);
  table->sheet_name = sheet_name (form, doc, diag);
  table->sideways = form->table.sideways;
  table->section_outline = form->table.outline;
  table->freeze = form->excel.freeze_header;
  table->freeze_cols = MIN (form->excel.freeze_columns, tz_ledger_n_columns (ledger));
  tz_table_take_names (table, names_of (doc, ledger, spellings));
}

/* A title broken by hand is one line in the document's properties. */
static char *title_line (const TzTemplate *form, const TzAround *around, const char *name, TzDiag *diag)
{
  char *title = tz_table_text (form, around, "title", diag);
  return title ? g_strdelimit (title, "\n", ' ') : g_strdup (name);
}

TzDoc *tz_ledger_document (const TzTemplate *form, const TzLedger *ledger, const TzSpellings *spellings,
                           const TzAround *around, const char *name, const char *const *files, TzDiag *diag)
{
  TzDoc *doc = tz_doc_new ();
  char *organ = tz_form_text (form, "organ", diag);
  doc->name = g_strdup (name);
  doc->title = title_line (form, around, name, diag);
  doc->author = tz_form_text (form, "author", diag);
  if (!doc->author)
    doc->author = g_steal_pointer (&organ);
  doc->subject = tz_form_text (form, "subject", diag);
  doc->lang = g_strdup ("zh-CN");
  doc->date = tz_date_of_outputs (files);
  tz_form_set_page (doc, form, diag);
  set_excel (doc, form, diag);
  set_origin (doc, form, files, diag);
  add_table (doc, form, ledger, spellings, around, diag);
  g_free (organ);
  return doc;
}
