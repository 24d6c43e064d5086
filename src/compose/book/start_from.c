/* A book made from a file that an office has. The file is copied as it is, so that its owner goes on with it;
 * the book says which form each of its tables has. */
#include "base/intl.h"
#include "base/list.h"
#include "base/utf8.h"
#include "compose/book/data.h"
#include "compose/book/start.h"
#include "compose/form/placeholder.h"
#include "compose/form/write.h"
#include "read/file.h"
#include "read/ini_write.h"
#include "read/source.h"

#include <string.h>

/* ---- what the table is ---- */

/* The rows that BOOK's one document is made from. */
static const TzBookRows *rows_of (const TzBook *book)
{
  return book->rows->pdata[0];
}

gboolean tz_start_has_further (const TzBook *book)
{
  return rows_of (book)->further != NULL;
}

/* What the shipped forms may call column C: its whole path, or where none knows that its lowest title. Lent. */
static const char *title_of (const TzTemplate *form, int c, const TzKnownForms *known)
{
  const TzFormColumn *column = &form->columns[c];
  const char *whole = column->data->titles[0];
  guint n = g_strv_length (column->path);
  return n < 2 || tz_known_forms_column (known, whole) ? whole : column->path[n - 1];
}

/* One a column; NULL: no shipped form has it. g_free. */
static const TzSchemaColumn **known_columns (const TzTemplate *form, const TzKnownForms *known)
{
  const TzSchemaColumn **columns = g_new0 (const TzSchemaColumn *, (gsize)form->n_columns + 1);
  for (int c = 0; c < form->n_columns && !form->table.headless; c++) {
    const char *title = title_of (form, c, known);
    columns[c] = *title != '\0' ? tz_known_forms_column (known, title) : NULL;
  }
  return columns;
}

TzFormFit tz_start_nearest (const TzBook *book, const TzKnownForms *known)
{
  const TzTemplate *form = rows_of (book)->form;
  if (form->table.headless)
    return (TzFormFit){ .name = NULL };
  const char **titles = g_new0 (const char *, (gsize)form->n_columns + 1);
  for (int c = 0; c < form->n_columns; c++)
    titles[c] = title_of (form, c, known);
  TzFormFit fit = tz_known_forms_nearest (known, titles, form->n_columns);
  g_free (titles);
  return fit;
}

/* The labels of the table's total rows, each once. NULL-ended; g_free the array. */
static const char **total_labels (const TzLedger *ledger)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *labels = g_ptr_array_new ();
  for (int i = 0; i < tz_ledger_n_records (ledger); i++) {
    const TzRecord *record = tz_ledger_record (ledger, i);
    const char *label =
        record->kind == TZ_RECORD_TOTAL && record->label >= 0 ? record->cells[record->label].text : "";
    label = tz_utf8_skip_blanks (label, label + strlen (label));
    if (*label != '\0' && g_hash_table_add (seen, (gpointer)label))
      g_ptr_array_add (labels, (gpointer)label);
  }
  g_ptr_array_add (labels, NULL);
  return (const char **)g_ptr_array_free (labels, FALSE);
}

/* Whether reports can be made about the rows of TABLE. */
static gboolean has_tasks (const TzStartTable *table, const TzKnownForms *known, const TzTemplate *shipped)
{
  const TzTemplate *form = rows_of (table->book)->form;
  g_autofree const TzSchemaColumn **columns = known_columns (form, known);
  return shipped ? shipped->kind == TZ_FORM_LEDGER
                 : table->as_taken || tz_form_has_tasks (columns, form->n_columns);
}

/* ---- the form ---- */

char *tz_start_form_name (int i)
{
  return i == 0 ? g_strdup ("form.ini") : g_strdup_printf ("form-%d.ini", i + 1);
}

static void add_form (GPtrArray *files, const TzStartTable *table, int i, const TzKnownForms *known)
{
  const TzBookRows *rows = rows_of (table->book);
  g_autofree const TzSchemaColumn **columns = known_columns (rows->form, known);
  g_autofree const char **labels = total_labels (rows->model->ledger);
  g_autofree char *shown = g_path_get_basename (table->source), *source = g_utf8_make_valid (shown, -1),
                  *name = tz_start_form_name (i);
  TzFormFound about = { .source = source,
                        .around = rows->around,
                        .paper = table->paper,
                        .widths = table->widths,
                        .total_labels = labels,
                        .known = columns,
                        .as_taken = table->as_taken,
                        .tasks = has_tasks (table, known, NULL),
                        .sectionless = tz_ledger_n_sections (rows->model->ledger) == 0,
                        .by_place = table->by_place };
  char *text = tz_form_write (rows->form, &about);
  tz_start_add (files, name, text, strlen (text));
}

/* ---- the book ---- */

/* What the copy of FILE is called: the same, unless an INI cannot say it. g_free. */
static char *copy_name (const char *file)
{
  g_autofree char *base = g_path_get_basename (file);
  const char *dot = strrchr (base, '.');
  if (g_utf8_validate (base, -1, NULL) && tz_ini_can_hold (base))
    return g_steal_pointer (&base);
  return g_strconcat ("table", dot && g_str_is_ascii (dot) && tz_ini_can_hold (dot) ? dot : "", NULL);
}

/* "#SHEET" where SOURCE names one, else "". g_free. */
static char *sheet_suffix (const char *source)
{
  g_autofree char *sheet = NULL;
  g_free (tz_source_path (source, &sheet));
  return sheet ? g_strconcat ("#", sheet, NULL) : g_strdup ("");
}

/* The name of the files that are made of it; NULL: a name that would mean something else in an INI. g_free. */
static char *document_name (const TzStartTable *table, gboolean alone)
{
  g_autofree char *suffix = sheet_suffix (table->source);
  g_autofree char *stem = tz_book_stem (table->source);
  gboolean is_number = *suffix != '\0' && strspn (suffix + 1, "0123456789") == strlen (suffix + 1);
  g_autofree char *name = *suffix == '\0' || alone ? g_strdup (stem)
                          : is_number ? g_strdup_printf ("%s-%s", stem, suffix + 1) /* of a Word document */
                                      : g_strdup (suffix + 1);
  TzDiag *diag = tz_diag_new ();
  gboolean good = g_utf8_validate (name, -1, NULL) && !strpbrk (name, "\\{}|/;") && tz_ini_can_hold (name) &&
                  tz_book_check_name (name, NULL, diag);
  tz_diag_free (diag);
  return good ? g_steal_pointer (&name) : NULL;
}

/* A shipped form has texts of its own, which are those of another ledger: the table's stand in their place. */
static void put_texts (TzIni *ini, const char *name, const TzStartTable *table, const TzTemplate *shipped)
{
  static const char *const keys[] = { "title", "label", "unit-line", "notes" };
  const TzBookRows *rows = rows_of (table->book);
  const TzIniKey *title = tz_ini_lookup (rows->form->ini, "book", "", "title");
  const char *texts[] = { rows->around->title, rows->around->label, rows->around->unit, NULL };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!texts[i] && tz_ini_lookup (shipped->own, "book", "", keys[i]))
      tz_ini_put (ini, "document", name, keys[i], i == 0 && title ? title->value : "");
}

/* Texts of a shipped form that may be wanted all the same. */
static void hint_texts (GString *out, const TzTemplate *shipped)
{
  static const char *const keys[] = { "region", "title", "label" };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    const TzIniKey *key = tz_ini_lookup (shipped->own, "book", "", keys[i]);
    if (key && *key->value != '\0')
      tz_ini_write_hint (out, keys[i], key->value);
  }
}

typedef struct {
  const TzStartTable *tables;
  int n;
  const TzKnownForms *known;
  int first;  /* the table that [book] is about */
  char *copy; /* the file's name in the new folder */
  GString *out;
  TzDiag *diag;
} Start;

static TzTemplate *load_shipped (const Start *s, int i)
{
  return s->tables[i].form ? tz_template_load (s->tables[i].form, NULL, NULL, s->diag) : NULL;
}

/* The name of the section of table I. g_free. */
static char *section_name (const Start *s, int i, gboolean tasks)
{
  return i == s->first ? g_strdup (tasks ? "ledger" : "table") : g_strdup_printf ("table-%d", i + 1);
}

/* All tables in one workbook, as they are in the file. */
static void hint_sheets (const Start *s, int i)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (int other = 0; other < s->n && i == s->first; other++)
    if (other != s->first)
      g_string_append_printf (names, "%stable-%d", names->len > 0 ? ", " : "", other + 1);
  if (names->len == 0)
    return;
  tz_ini_write_remark (s->out, _ ("All tables in the workbook of this one, too:"));
  tz_ini_write_hint (s->out, "sheets", names->str);
}

static void write_document (Start *s, int i)
{
  const TzStartTable *table = &s->tables[i];
  TzTemplate *shipped = load_shipped (s, i);
  gboolean tasks = has_tasks (table, s->known, shipped);
  g_autofree char *section = section_name (s, i, tasks);
  g_autofree char *suffix = sheet_suffix (table->source), *data = g_strconcat (s->copy, suffix, NULL);
  g_autofree char *name = document_name (table, s->n == 1), *form = tz_start_form_name (i);
  TzIni *ini = tz_ini_new ("");
  tz_ini_put (ini, "document", section, "kind", tasks ? "ledger" : "table");
  if (name)
    tz_ini_put (ini, "document", section, "name", name);
  if (i != s->first) { /* what [book] says */
    tz_ini_put (ini, "document", section, "template", table->form ? table->form : form);
    tz_ini_put (ini, "document", section, "data", data);
  }
  if (shipped)
    put_texts (ini, section, table, shipped);
  g_string_append_c (s->out, '\n');
  tz_ini_write_section (s->out, tz_ini_section (ini, 0));
  if (!shipped && rows_of (table->book)->around->title)
    tz_ini_write_hint (s->out, "title", _ ("another title than the file's"));
  if (shipped)
    hint_texts (s->out, shipped);
  hint_sheets (s, i);
  tz_ini_free (ini);
  tz_template_free (shipped);
}

/* The first table of tasks is what reports are about. */
static void write_book (Start *s)
{
  TzIni *ini = tz_ini_new ("");
  gboolean tasks = FALSE;
  for (int i = 0; i < s->n && !tasks; i++) {
    TzTemplate *shipped = load_shipped (s, i);
    tasks = has_tasks (&s->tables[i], s->known, shipped);
    s->first = tasks ? i : 0;
    tz_template_free (shipped);
  }
  const TzStartTable *first = &s->tables[s->first];
  g_autofree char *suffix = sheet_suffix (first->source), *data = g_strconcat (s->copy, suffix, NULL),
                  *form = tz_start_form_name (s->first);
  tz_ini_put (ini, "book", "", "template", first->form ? first->form : form);
  tz_ini_put (ini, "book", "", tasks ? "tasks" : "data", data);
  tz_ini_write_remark (s->out,
                       _ ("A book: which tables there are, and how they are printed. Build it with\n"
                          "taizhang build book.ini\n"
                          "Paths are relative to this file; a line that begins with “;” does not count. "
                          "README.md tells what else a book may have."));
  g_string_append_c (s->out, '\n');
  tz_ini_write_section (s->out, tz_ini_section (ini, 0));
  if (tasks) {
    tz_ini_write_remark (s->out, _ ("For progress reports (taizhang report book.ini -p 2021Q2):"));
    tz_ini_write_hint (s->out, "organ", _ ("the office that reports"));
    tz_ini_write_hint (s->out, "progress", "progress/*.csv");
  }
  tz_ini_free (ini);
}

static gboolean add_copy (GPtrArray *files, const char *file, const char *name, TzDiag *diag)
{
  GByteArray *bytes = tz_file_load (file, file, diag);
  if (!bytes)
    return FALSE;
  gsize n = bytes->len;
  tz_start_add (files, name, (char *)g_byte_array_free (bytes, FALSE), n);
  return TRUE;
}

GPtrArray *tz_start_from (const TzStartTable *tables, int n, const char *file, const TzKnownForms *known,
                          TzDiag *diag)
{
  Start s = { tables, n, known, 0, copy_name (file), g_string_new (NULL), diag };
  GPtrArray *files = tz_start_new ();
  write_book (&s);
  for (int i = 0; i < n; i++)
    write_document (&s, i);
  gsize length = s.out->len;
  tz_start_add (files, TZ_START_BOOK, g_string_free (s.out, FALSE), length);
  for (int i = 0; i < n; i++)
    if (!tables[i].form)
      add_form (files, &tables[i], i, known);
  if (!add_copy (files, file, s.copy, diag))
    g_clear_pointer (&files, g_ptr_array_unref);
  g_free (s.copy);
  return files;
}

/* ---- what was guessed ---- */

typedef gboolean (*Holds) (const TzFormColumn *column);

static gboolean is_merged (const TzFormColumn *column)
{
  return (column->data->merge & TZ_MERGE_DOWN) != 0;
}

static gboolean has_numbers (const TzFormColumn *column)
{
  return column->data->type != TZ_VALUE_TEXT;
}

static gboolean is_filled_in (const TzFormColumn *column)
{
  return column->look.fill.kind != TZ_FILL_NONE;
}

/* The keys of the columns that HOLDS; NULL: none. g_free. */
static char *keys_where (const TzTemplate *form, char **keys, Holds holds)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (int c = 0; c < form->n_columns; c++)
    if (holds (&form->columns[c]))
      g_ptr_array_add (names, keys[c]);
  g_ptr_array_add (names, NULL);
  return names->len > 1 ? tz_list_and ((const char *const *)names->pdata) : NULL;
}

static void say_part (GString *said, const char *format, const char *names)
{
  g_autofree char *part = names ? g_strdup_printf (format, names) : NULL;
  if (part)
    g_string_append (said, part);
}

/* "number (序号), name (任务)". g_free. */
static char *say_columns (const TzTemplate *form, char **keys)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (int c = 0; c < form->n_columns; c++) {
    const char *title = form->table.headless ? "" : form->columns[c].data->titles[0];
    g_autofree char *line = g_strdelimit (g_strdup (title), "\n", ' ');
    g_ptr_array_add (names,
                     *line != '\0' ? g_strdup_printf (_ ("%s (%s)"), keys[c], line) : g_strdup (keys[c]));
  }
  g_ptr_array_add (names, NULL);
  return tz_list_and ((const char *const *)names->pdata);
}

static void say_form (const TzStartTable *table, int i, const TzKnownForms *known, TzDiag *diag)
{
  const TzTemplate *form = rows_of (table->book)->form;
  TzPlace place = tz_place_file (table->source);
  g_autofree const TzSchemaColumn **columns = known_columns (form, known);
  g_auto (GStrv) keys = tz_form_keys (form, columns);
  g_autofree char *name = tz_start_form_name (i), *all = say_columns (form, keys),
                  *merged = keys_where (form, keys, is_merged), *numbers = keys_where (form, keys, has_numbers),
                  *filled = keys_where (form, keys, is_filled_in);
  g_autoptr (GString) said = g_string_new (NULL);
  say_part (said, _ ("; an empty cell goes on with the one above: %s"), merged);
  say_part (said, _ ("; numbers: %s"), numbers);
  say_part (said, _ ("; to be filled in: %s"), filled);
  tz_diag_add (
      diag, TZ_NOTE, &place, "form-made",
      _ ("%s was made from this table: %s on paper %s %s; columns %s%s. Correct there what was guessed wrong"),
      name, tz_form_has_tasks (columns, form->n_columns) ? _ ("a ledger of tasks") : _ ("a table"),
      table->paper->name, table->paper->width > table->paper->height ? _ ("landscape") : _ ("portrait"), all,
      said->str);
}

/* A number, which nearly all tables have, makes no form near. */
enum { LEAST_NEAR = 2 };

/* Which shipped form came nearest to TABLE, or has it. */
static void say_nearest (const TzStartTable *table, const TzKnownForms *known, TzDiag *diag)
{
  TzFormFit fit = tz_start_nearest (table->book, known);
  int n = rows_of (table->book)->form->n_columns;
  TzPlace place = tz_place_file (table->source);
  if (table->asked)
    return;
  if (table->form)
    tz_diag_add (diag, TZ_NOTE, &place, "form-used",
                 _ ("the form “%s” has all columns of this table, so the book prints it in that form"),
                 table->form);
  else if (fit.n_found < LEAST_NEAR)
    tz_diag_add (diag, TZ_NOTE, &place, "form-nearest",
                 _ ("none of the forms that come with the program is near to this table"));
  else if (fit.n_found == n)
    tz_diag_add (diag, TZ_NOTE, &place, "form-nearest",
                 _ ("the nearest of the forms that come with the program is “%s”, which has all "
                    "columns of this table and needs others; taizhang templates %s describes it"),
                 fit.name, fit.name);
  else
    tz_diag_add (diag, TZ_NOTE, &place, "form-nearest",
                 _ ("the nearest of the forms that come with the program is “%s”, which has %d of the "
                    "%d columns; taizhang templates %s describes it"),
                 fit.name, fit.n_found, n, fit.name);
}

/* A document has one table of a sheet. */
static void say_further (const TzStartTable *table, TzDiag *diag)
{
  const GPtrArray *further = rows_of (table->book)->further;
  TzPlace place = tz_place_file (table->source);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  for (guint i = 0; further && i < further->len; i++)
    g_ptr_array_add (places, ((const TzBookRows *)further->pdata[i])->place);
  if (places->len == 0)
    return;
  g_ptr_array_add (places, NULL);
  g_autofree char *names = tz_list_and ((const char *const *)places->pdata);
  tz_diag_add (
      diag, TZ_WARNING, &place, "tables-left-out",
      _ ("the book has no document for further tables of this sheet: %s; move each to a sheet of its own"),
      names);
}

void tz_start_say (const TzStartTable *tables, int n, const TzKnownForms *known, TzDiag *diag)
{
  for (int i = 0; i < n; i++) {
    if (!tables[i].form)
      say_form (&tables[i], i, known, diag);
    say_nearest (&tables[i], known, diag);
    say_further (&tables[i], diag);
  }
}
