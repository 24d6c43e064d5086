#include "compose/book/tables.h"

#include "base/intl.h"
#include "base/list.h"
#include "base/utf8.h"

#include <string.h>

typedef struct {
  const TzTemplate *form;
  GPtrArray *tables; /* of TzFoundTable: those found */
  GPtrArray *bare;   /* of const char *: sheets without a table */
  TzDiag *diag;
} Finder;

static const TzFoundTable *table_at (const GPtrArray *tables, guint i)
{
  return tables->pdata[i];
}

/* ---- finding ---- */

/* Where there are tables, a sheet of texts only tells how to fill them in. */
static gboolean is_prose (const GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    if (!table_at (tables, i)->prose)
      return FALSE;
  return TRUE;
}

static GPtrArray *find_in_sheet (const Finder *f, TzRows *rows)
{
  const TzFormInput *input = &f->form->input;
  TzTableHints hints = { .schema = tz_template_schema (f->form),
                         .header_rows = input->header_rows,
                         .title_rows = input->title_rows,
                         .skip_rows = input->skip_rows,
                         .notes_from = input->notes_from };
  return tz_tables_find (rows, &hints);
}

/* The tables of all SHEETS (of TzRows). What is only prose counts where there is nothing else. */
static void find_in_sheets (Finder *f, const GPtrArray *sheets)
{
  g_autoptr (GPtrArray) prose = NULL;
  for (guint i = 0; i < sheets->len; i++) {
    GPtrArray *found = find_in_sheet (f, sheets->pdata[i]);
    if (!is_prose (found)) {
      g_ptr_array_extend_and_steal (f->tables, found);
      continue;
    }
    g_ptr_array_add (f->bare, (gpointer)tz_rows_file (sheets->pdata[i]));
    if (prose || found->len == 0)
      g_ptr_array_unref (found);
    else
      prose = found;
  }
  if (f->tables->len == 0 && prose) {
    g_ptr_array_remove (f->bare, (gpointer)tz_records_file (table_at (prose, 0)->records));
    g_ptr_array_extend_and_steal (f->tables, g_steal_pointer (&prose));
  }
}

/* ---- choosing ---- */

static gboolean has_columns (const TzTemplate *form)
{
  return tz_template_schema (form)->n_columns > 0;
}

/* Whether TABLE can be printed in a form that names columns. */
static gboolean fits (const TzFoundTable *table)
{
  return table->whole && table->fit > 0;
}

/* The first of TABLES that fits the form best. */
static const TzFoundTable *best_of (const GPtrArray *tables)
{
  const TzFoundTable *best = tables->pdata[0];
  for (guint i = 1; i < tables->len; i++)
    if (table_at (tables, i)->fit > best->fit)
      best = table_at (tables, i);
  return best;
}

static gboolean some_fit (const GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    if (fits (table_at (tables, i)))
      return TRUE;
  return FALSE;
}

/* Takes those out of the tables found that are not read. Of TzFoundTable, owned. */
static GPtrArray *take_others (Finder *f, gboolean all)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_found_table_free);
  const TzFoundTable *best = best_of (f->tables);
  gboolean choose_fitting = all && has_columns (f->form) && some_fit (f->tables);
  for (guint i = 0; i < f->tables->len;) {
    const TzFoundTable *table = table_at (f->tables, i);
    if (choose_fitting ? fits (table) : (all && !has_columns (f->form)) || table == best)
      i++;
    else
      g_ptr_array_add (others, g_ptr_array_steal_index (f->tables, i));
  }
  return others;
}

/* ---- nothing is left out silently ---- */

static char *say_places (const GPtrArray *tables)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < tables->len; i++)
    g_ptr_array_add (places, tz_found_table_place (table_at (tables, i)));
  g_ptr_array_add (places, NULL);
  return tz_list_and ((const char *const *)places->pdata);
}

/* They do not fit the form, or a book has room for one table only. */
static void report_others (const Finder *f, const GPtrArray *others, gboolean all)
{
  const TzFoundTable *first = table_at (f->tables, 0);
  if (!all || !fits (first)) {
    tz_tables_report_others (others, first, f->diag);
    return;
  }
  g_autofree char *names = say_places (others);
  if (others->len > 0)
    tz_diag_add (f->diag, TZ_WARNING, &first->place, "tables-left-out",
                 _ ("further tables of the file do not have the columns that the form “%s” needs and are left "
                    "out: %s; build them by themselves (FILE#SHEET), with another form (-t) or without one"),
                 tz_template_name (f->form), names);
}

static gboolean are_on_several_sheets (const GPtrArray *tables)
{
  for (guint i = 1; i < tables->len; i++)
    if (!tz_book_tables_are_beside (table_at (tables, 0), table_at (tables, i)))
      return TRUE;
  return FALSE;
}

/* Rows have the same numbers on each sheet. */
static void report_told_rows (const Finder *f, const char *shown)
{
  const TzFormInput *input = &f->form->input;
  TzPlace place = tz_place_file (shown);
  gboolean told = input->header_rows || input->title_rows || input->skip_rows || input->notes_from > 0;
  if (told && are_on_several_sheets (f->tables))
    tz_diag_add (
        f->diag, TZ_WARNING, &place, "rows-of-all-sheets",
        _ ("the rows that [input] names (header-rows and the like) are taken so on every sheet; if they "
           "are those of one, build that one by itself (FILE#SHEET)"));
}

/* SHOWN names the file. */
static void report_bare (const Finder *f, const char *shown)
{
  if (f->bare->len == 0)
    return;
  TzPlace place = tz_place_file (shown);
  g_ptr_array_add (f->bare, NULL);
  g_autofree char *names = tz_list_and ((const char *const *)f->bare->pdata);
  tz_diag_add (f->diag, TZ_NOTE, &place, "sheets-left-out",
               _ ("no table with rows is in %s; what stands there is not read"), names);
}

/* ---- all of it ---- */

/* Leaves those that are read among the tables found. FALSE with a finding: there is none. */
static gboolean choose_tables (Finder *f, const GPtrArray *sheets, const char *source, gboolean all)
{
  find_in_sheets (f, sheets);
  if (f->tables->len == 0 || (sheets->len == 1 && tz_rows_n (sheets->pdata[0]) < 2)) {
    tz_rows_report_empty (sheets->pdata[0], f->diag);
    return FALSE;
  }
  g_autoptr (GPtrArray) others = take_others (f, all);
  report_others (f, others, all);
  report_told_rows (f, source);
  report_bare (f, source);
  return TRUE;
}

GPtrArray *tz_book_find_tables (TzFiles *files, const char *source, const TzTemplate *form, gboolean all,
                                TzDiag *diag)
{
  GPtrArray *sheets = tz_files_rows (files, source, form->input.keep_hidden, diag);
  if (!sheets)
    return NULL;
  Finder f = { .form = form, .diag = diag };
  f.tables = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_found_table_free);
  f.bare = g_ptr_array_new ();
  if (!choose_tables (&f, sheets, source, all))
    g_clear_pointer (&f.tables, g_ptr_array_unref);
  g_ptr_array_unref (f.bare);
  return f.tables;
}

gboolean tz_book_tables_are_beside (const TzFoundTable *a, const TzFoundTable *b)
{
  return tz_records_rows (a->records) == tz_records_rows (b->records);
}

/* ---- names ---- */

/* Tables with the same name of a sheet, or none, stand together. */
static gboolean is_beside (const TzFoundTable *a, const TzFoundTable *b)
{
  return tz_rows_sheet (tz_records_rows (a->records)) == tz_rows_sheet (tz_records_rows (b->records));
}

/* How many of the first N tables stand together with TABLE. */
static guint count_beside (const GPtrArray *tables, guint n, const TzFoundTable *table)
{
  guint count = 0;
  for (guint i = 0; i < n; i++)
    count += is_beside (table_at (tables, i), table);
  return count;
}

/* Names that programs give (Sheet1, 工作表1) say nothing. */
static gboolean is_telling (const char *sheet)
{
  gboolean hanzi = FALSE;
  for (const char *p = sheet; *p != '\0'; p = g_utf8_next_char (p))
    hanzi |= tz_char_is_han (g_utf8_get_char (p));
  return hanzi && !g_str_has_prefix (sheet, "工作表");
}

char *tz_book_table_stem (const GPtrArray *tables, guint i, const char *stem)
{
  const TzFoundTable *table = table_at (tables, i);
  const char *sheet = tz_rows_sheet (tz_records_rows (table->records));
  if (count_beside (tables, i, table) > 0)
    return g_strdup ("");
  if (sheet && is_telling (sheet) && count_beside (tables, tables->len, table) < tables->len)
    return g_strdup (sheet);
  return g_strdup (i == 0 ? stem : "");
}

char *tz_book_table_sheet (const GPtrArray *tables, guint i, const char *stem)
{
  const TzFoundTable *table = table_at (tables, i);
  const char *sheet = tz_rows_sheet (tz_records_rows (table->records));
  guint before = count_beside (tables, i, table);
  if (tables->len < 2)
    return NULL;
  if (sheet && count_beside (tables, tables->len, table) == 1)
    return g_strdup (sheet);
  if (table->around->title || table->around->label)
    return g_strdup (table->around->title ? table->around->title : table->around->label);
  return before == 0 ? g_strdup (sheet ? sheet : stem)
                     : g_strdup_printf ("%s-%u", sheet ? sheet : stem, before + 1);
}
