#include "model/tables.h"

#include "base/intl.h"
#include "base/list.h"
#include "base/utf8.h"
#include "model/row_list.h"
#include "model/sheet_rows.h"
#include "model/stray.h"
#include "model/tables_around.h"

#include <string.h>

/* A head stands among the first 15 rows. */
enum { N_TOP = 15 };

typedef struct {
  TzRows *rows;
  const TzTableHints *hints;
  const TzSchema *schema; /* NULL: nothing is known of the columns */
  TzSheet *sheet;
  gboolean forced;  /* the rules see no data in any row */
  GPtrArray *found; /* of TzFoundTable */
} Search;

void tz_found_table_free (TzFoundTable *table)
{
  tz_records_free (table->records);
  tz_around_free (table->around);
  g_free (table->said);
  g_free (table->doubt);
  g_free (table);
}

/* ---- which columns of the schema titles are ---- */

/* How many columns of the schema have one of TITLES. */
static int count_fit (const TzSchema *schema, const char *const *titles, int n_titles)
{
  int n = 0;
  int *match = schema ? tz_schema_match (schema, titles, n_titles) : NULL;
  for (int c = 0; schema && c < schema->n_columns; c++)
    n += match[c] >= 0 && schema->columns[c].position == 0;
  g_free (match);
  return n;
}

static gboolean has_required (const TzSchema *schema, const char *const *titles, int n_titles)
{
  g_autofree int *match = tz_schema_match (schema, titles, n_titles);
  gboolean all = TRUE;
  for (int c = 0; c < schema->n_columns; c++)
    all &= match[c] >= 0 || schema->columns[c].need != TZ_NEED_REQUIRED;
  return all;
}

static gboolean is_known (const TzSchema *schema, const char *title)
{
  for (int c = 0; schema && c < schema->n_columns; c++)
    if (tz_schema_column_matches (&schema->columns[c], title))
      return TRUE;
  return FALSE;
}

/* ---- the head's paths ---- */

/* The levels over each column, of char * lent; a level that only says the one above again is left out. Of
 * GPtrArray. */
static GPtrArray *collect_paths (const TzSheet *sheet, int table, int n_columns)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  for (int col = 0; col < n_columns; col++)
    g_ptr_array_add (paths, g_ptr_array_new ());
  int n;
  const TzSheetTitle *titles = tz_sheet_titles (sheet, table, &n);
  for (int k = 0; k < n; k++)
    for (int col = titles[k].col; col < MIN (titles[k].col + titles[k].across, n_columns); col++) {
      GPtrArray *path = paths->pdata[col];
      const char *text = titles[k].text, *above = path->len > 0 ? path->pdata[path->len - 1] : "";
      text = tz_utf8_skip_blanks (text, text + strlen (text));
      if (!g_str_equal (text, above))
        g_ptr_array_add (path, (gpointer)text);
    }
  return paths;
}

/* Whether no other path ends as the one at COL does. */
static gboolean has_own_leaf (const GPtrArray *paths, guint col)
{
  const GPtrArray *path = paths->pdata[col];
  for (guint i = 0; i < paths->len; i++) {
    const GPtrArray *other = paths->pdata[i];
    if (i != col && other->len > 0 && g_str_equal (other->pdata[other->len - 1], path->pdata[path->len - 1]))
      return FALSE;
  }
  return TRUE;
}

/* The schema may call a column by its whole path or by its leaf alone: from which level on PATH is its title.
 */
static guint first_level (const TzSchema *schema, const GPtrArray *paths, guint col)
{
  const GPtrArray *path = paths->pdata[col];
  if (!schema || path->len < 2)
    return 0;
  g_autoptr (GPtrArray) levels = g_ptr_array_new ();
  g_ptr_array_extend (levels, (GPtrArray *)path, NULL, NULL);
  g_ptr_array_add (levels, NULL);
  g_autofree char *whole = g_strjoinv ("/", (char **)levels->pdata);
  gboolean by_leaf =
      !is_known (schema, whole) && is_known (schema, path->pdata[path->len - 1]) && has_own_leaf (paths, col);
  return by_leaf ? path->len - 1 : 0;
}

static void set_paths (const Search *s, TzRecords *records, int table)
{
  int n_columns = tz_records_n_columns (records);
  g_autoptr (GPtrArray) paths = collect_paths (s->sheet, table, n_columns);
  for (guint col = 0; col < paths->len; col++) {
    GPtrArray *path = paths->pdata[col];
    g_autoptr (GPtrArray) levels = g_ptr_array_new ();
    for (guint i = first_level (s->schema, paths, col); i < path->len; i++)
      g_ptr_array_add (levels, path->pdata[i]);
    g_ptr_array_add (levels, NULL);
    tz_records_set_path (records, (int)col, (const char *const *)levels->pdata);
  }
}

/* ---- one table ---- */

/* The row of its lowest titles, -1: it has no head. */
static int lowest_titles (const Search *s, const TzSheetTable *table)
{
  for (int row = table->head + table->n_head - 1; row >= table->head; row--)
    if (tz_sheet_class (s->sheet, row) == TZ_SHEET_HEAD)
      return row;
  return -1;
}

/* Merged cells say that the rows come from a workbook, whose rows are as wide as they need to be. */
static gboolean is_text_file (const TzRows *rows)
{
  int n;
  tz_rows_merges (rows, &n);
  return n < 0;
}

/* A head of one row in a CSV says how many columns there are. */
static int count_columns (const Search *s, const TzSheetTable *table, int head)
{
  if (head < 0 || table->n_levels != 1 || !is_text_file (s->rows))
    return table->n_columns;
  return MIN (tz_rows_n_columns (s->rows), tz_rows_get (s->rows, head)->n_read);
}

/* Rows FIRST to END-1 go to FOUND: records, and what stands around them. A table without a head of its own goes
 * on with the one before, where what stands above it is a heading. */
static void take_rows (const Search *s, const TzSheetTable *table, gboolean goes_on, TzFoundTable *found)
{
  for (int row = table->first; row < table->end; row++) {
    TzSheetClass cls = tz_sheet_class (s->sheet, row);
    gboolean above = cls >= TZ_SHEET_LABEL && cls <= TZ_SHEET_LEAD;
    if (cls == TZ_SHEET_BODY)
      tz_records_add (found->records, row, TZ_CLASS_BODY);
    else if (cls == TZ_SHEET_TOTAL)
      tz_records_add (found->records, row, TZ_CLASS_TOTAL);
    else if (cls == TZ_SHEET_SECTION || (goes_on && above))
      tz_records_add (found->records, row, TZ_CLASS_HEADING);
    else if (cls == TZ_SHEET_COLNUM && row < table->head + table->n_head)
      tz_around_take_numbers (found->around, s->rows, row, tz_records_n_columns (found->records));
    else if (cls != TZ_SHEET_HEAD && cls != TZ_SHEET_COLNUM)
      tz_around_take_row (found->around, s->rows, row, cls);
  }
}

/* Whether a reader would say the same without having looked: the head in the first row, and records below. */
static gboolean is_plain (const Search *s, const TzSheetTable *table)
{
  int n = tz_sheet_n_rows (s->sheet);
  for (int row = 0; row < n; row++) {
    TzSheetClass cls = tz_sheet_class (s->sheet, row);
    if (row > 0 && cls != TZ_SHEET_SECTION && cls != TZ_SHEET_BODY && cls != TZ_SHEET_TOTAL &&
        cls != TZ_SHEET_BLANK)
      return FALSE;
  }
  return table->n_head == 1 && table->head == 0;
}

static void take_table (Search *s, int i)
{
  const TzSheetTable *table = tz_sheet_table (s->sheet, i);
  TzFoundTable *last = s->found->len > 0 ? s->found->pdata[s->found->len - 1] : NULL;
  if (table->n_head == 0 && last && table->n_columns <= tz_records_n_columns (last->records)) {
    take_rows (s, table, TRUE, last);
    return;
  }
  int head = lowest_titles (s, table);
  TzFoundTable *found = g_new0 (TzFoundTable, 1);
  found->records = tz_records_new (s->rows, head, count_columns (s, table, head));
  found->around = tz_around_new ();
  found->prose = s->forced && tz_records_n_columns (found->records) == 1;
  found->place = tz_place_file (tz_rows_file (s->rows));
  found->place.line = tz_rows_get (s->rows, table->first)->line;
  set_paths (s, found->records, i);
  take_rows (s, table, FALSE, found);
  g_autofree const char **titles = tz_records_titles (found->records);
  found->fit = count_fit (s->schema, titles, tz_records_n_columns (found->records));
  found->whole = !s->schema || has_required (s->schema, titles, tz_records_n_columns (found->records));
  found->said = is_plain (s, table) ? NULL : tz_sheet_describe (s->sheet, i);
  found->doubt = s->hints->header_rows || !found->said ? NULL : tz_sheet_doubt (s->sheet, i);
  g_ptr_array_add (s->found, found);
}

/* ---- a row that names the columns ---- */

/* The texts of row I as titles; g_free the array. */
static const char **row_titles (const Search *s, int i)
{
  const TzRow *row = tz_rows_get (s->rows, i);
  const char **titles = g_new0 (const char *, (gsize)row->n_fields + 1);
  for (int col = 0; col < row->n_fields; col++)
    titles[col] = tz_rows_shown (s->rows, i, col);
  return titles;
}

/* How many columns of the schema row I names. */
static int row_fit (const Search *s, int i)
{
  g_autofree const char **titles = row_titles (s, i);
  return count_fit (s->schema, titles, tz_rows_get (s->rows, i)->n_fields);
}

/* Whether the row below I has no text where I has none, as the lower row of a head of two levels must. */
static gboolean covers_next (const Search *s, int i)
{
  for (int col = 0; i + 1 < tz_rows_n (s->rows) && col < tz_rows_get (s->rows, i)->n_fields; col++)
    if (*tz_rows_shown (s->rows, i, col) == '\0' && *tz_rows_shown (s->rows, i + 1, col) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean names_required (const Search *s, int i)
{
  const char **titles = row_titles (s, i);
  gboolean all = has_required (s->schema, titles, tz_rows_get (s->rows, i)->n_fields);
  g_free (titles);
  return all;
}

/* The row that is the head by itself: it names all columns that the form needs, and the row below adds nothing
 * to it. -1: there is none. */
static int find_named_head (const Search *s)
{
  int n = tz_rows_n (s->rows);
  for (int i = 0; i < MIN (n, N_TOP) && s->schema; i++)
    if (row_fit (s, i) > 0 && names_required (s, i) && covers_next (s, i) &&
        (i + 1 == n || row_fit (s, i + 1) == 0))
      return i;
  return -1;
}

/* ---- what was said ---- */

static gboolean is_told (const TzTableHints *h)
{
  return h->header_rows || h->title_rows || h->skip_rows || h->notes_from > 0;
}

/* The class of each row that the hints name, and of row HEAD whose titles are known (-1: no row is), -1 for all
 * others; NULL: of none. g_free. */
static int *given_rows (const Search *s, int head)
{
  const TzTableHints *h = s->hints;
  if (head < 0 && !is_told (h))
    return NULL;
  int n = tz_rows_n (s->rows), *given = g_new (int, (gsize)n + 1);
  for (int i = 0; i < n; i++) {
    int number = tz_rows_get (s->rows, i)->row;
    if (tz_row_list_has (h->skip_rows, number))
      given[i] = TZ_SHEET_BLANK;
    else if (i == head || tz_row_list_has (h->header_rows, number))
      given[i] = TZ_SHEET_HEAD;
    else if (tz_row_list_has (h->title_rows, number))
      given[i] = TZ_SHEET_TITLE;
    else
      given[i] = h->notes_from > 0 && number >= h->notes_from ? TZ_SHEET_NOTE : -1;
  }
  return given;
}

/* All titles that the columns may have, NULL-ended; lent. g_free. */
static const char **known_titles (const TzSchema *schema)
{
  GPtrArray *titles = g_ptr_array_new ();
  for (int c = 0; schema && c < schema->n_columns; c++) {
    g_ptr_array_add (titles, (gpointer)schema->columns[c].key);
    for (char **title = schema->columns[c].titles; title && *title; title++)
      g_ptr_array_add (titles, *title);
  }
  g_ptr_array_add (titles, NULL);
  return (const char **)g_ptr_array_free (titles, FALSE);
}

static void recognise (Search *s, const int *given)
{
  g_autofree const char **titles = known_titles (s->schema);
  TzSheetHints hints = { .titles = s->schema ? titles : NULL, .given = given };
  TzSheetRows lent = tz_sheet_rows (s->rows);
  tz_sheet_free (s->sheet);
  s->sheet = tz_sheet_recognise (&lent, &hints);
}

/* "header-rows = 0": what was taken for a head is data. */
static void deny_head (Search *s, const int *given)
{
  int n = tz_rows_n (s->rows), *denied = g_new (int, (gsize)n + 1);
  for (int i = 0; i < n; i++) {
    TzSheetClass cls = tz_sheet_class (s->sheet, i);
    denied[i] = cls == TZ_SHEET_HEAD || cls == TZ_SHEET_COLNUM ? TZ_SHEET_BODY : given[i];
  }
  recognise (s, denied);
  g_free (denied);
}

/* ---- further tables below a head that is known ---- */

static int count_filled (const Search *s, int i)
{
  int n = 0;
  for (int col = 0; col < tz_rows_get (s->rows, i)->n_fields; col++)
    n += *tz_rows_shown (s->rows, i, col) != '\0';
  return n;
}

/* Whether row I stands apart from what is above it: below a blank row, or below a single text such as a title.
 */
static gboolean stands_apart (const Search *s, int i)
{
  return tz_rows_get (s->rows, i)->row > tz_rows_get (s->rows, i - 1)->row + 1 || count_filled (s, i - 1) == 1;
}

/* Several words and no number, as titles of columns are. */
static gboolean is_all_words (const Search *s, int i)
{
  for (int col = 0; col < tz_rows_get (s->rows, i)->n_fields; col++)
    if (g_ascii_isdigit (*tz_rows_shown (s->rows, i, col)))
      return FALSE;
  return count_filled (s, i) > 1;
}

/* Whether a row below HEAD may be the head of a further table: a short look, for there seldom is one. */
static gboolean may_have_several (const Search *s, int head)
{
  for (int i = head + 2; i < tz_rows_n (s->rows); i++)
    if (stands_apart (s, i) && is_all_words (s, i))
      return TRUE;
  return FALSE;
}

static gboolean is_head_of (const TzSheetTable *table, int row)
{
  return table->n_head > 0 && row >= table->head && row < table->head + table->n_head;
}

/* Whether the rules by themselves see what is known, the row HEAD in the head of a table, and further tables
 * with heads of their own, each below a title or a blank row. Then the sheet is as they see it. */
static gboolean see_several (Search *s, int head)
{
  gboolean known = FALSE, apart = TRUE;
  if (head < 0 || !may_have_several (s, head))
    return FALSE;
  recognise (s, NULL);
  int n = tz_sheet_n_tables (s->sheet);
  for (int i = 0; i < n; i++) {
    const TzSheetTable *table = tz_sheet_table (s->sheet, i);
    known |= is_head_of (table, head);
    apart &= table->n_head > 0 && (i == 0 || table->first < table->head || stands_apart (s, table->head));
  }
  return n > 1 && known && apart;
}

/* What was said goes before what the rules say. */
static void recognise_as_told (Search *s)
{
  int head = s->hints->header_rows ? -1 : find_named_head (s);
  int *given = given_rows (s, head);
  if (is_told (s->hints) || !see_several (s, head))
    recognise (s, given);
  if (g_strcmp0 (s->hints->header_rows, "0") == 0)
    deny_head (s, given);
  g_free (given);
}

/* ---- the rows that fit best ---- */

/* Columns of the schema that the heads found so far have. */
static int best_fit (const Search *s)
{
  int best = 0;
  for (guint i = 0; i < s->found->len; i++)
    best = MAX (best, ((const TzFoundTable *)s->found->pdata[i])->fit);
  return best;
}

static void take_tables (Search *s)
{
  g_ptr_array_set_size (s->found, 0);
  for (int i = 0; i < tz_sheet_n_tables (s->sheet); i++)
    take_table (s, i);
}

/* Row I is the head, whatever the rules say, and what stands below it is BELOW (-1: what they say). */
static void take_head (Search *s, int i, int below)
{
  int n = tz_rows_n (s->rows), *given = g_new (int, (gsize)n + 1);
  for (int row = 0; row < n; row++)
    given[row] = row == i ? TZ_SHEET_HEAD : row > i ? below : -1;
  recognise (s, given);
  take_tables (s);
  g_free (given);
}

/* A row that names more columns of the form than the head that was recognised is the head. */
static void try_rows (Search *s)
{
  int best = -1, most = best_fit (s), n = tz_rows_n (s->rows);
  for (int i = 0; i < MIN (n, N_TOP) && s->schema; i++) {
    int fit = row_fit (s, i);
    if (fit > most) {
      most = fit;
      best = i;
    }
  }
  if (best >= 0)
    take_head (s, best, -1);
}

static gboolean has_records (const Search *s)
{
  for (guint i = 0; i < s->found->len; i++)
    if (tz_records_n (((const TzFoundTable *)s->found->pdata[i])->records) > 0)
      return TRUE;
  return FALSE;
}

/* The first row that is a head by the rules, or could be one although they take it for a line above the table,
 * since it has several cells; -1: none. */
static int first_head (const Search *s)
{
  int n_filled = 0;
  for (int i = 0; i < tz_sheet_n_rows (s->sheet); i++)
    if (tz_sheet_class (s->sheet, i) == TZ_SHEET_HEAD)
      return i;
  for (int col = 0; col < tz_rows_get (s->rows, 0)->n_fields; col++)
    n_filled += *tz_rows_shown (s->rows, 0, col) != '\0';
  TzSheetClass cls = tz_sheet_class (s->sheet, 0);
  return n_filled > 1 && cls >= TZ_SHEET_LABEL && cls <= TZ_SHEET_LEAD ? 0 : -1;
}

/* Where no row is data the first that looks like a head is the head, so that the others are; and where none
 * looks like one, a first row that is no title is. */
static void try_first_head (Search *s)
{
  if (tz_rows_n (s->rows) == 0)
    return;
  int head = first_head (s);
  s->forced = !has_records (s);
  if (s->forced)
    take_head (s, MAX (head, 0), TZ_SHEET_BODY);
  else if (head >= 0 && tz_sheet_class (s->sheet, head) != TZ_SHEET_HEAD)
    take_head (s, head, -1);
}

/* ---- all tables ---- */

static void drop_empty (GPtrArray *found)
{
  for (guint i = found->len; i > 0; i--)
    if (tz_records_n (((const TzFoundTable *)found->pdata[i - 1])->records) == 0)
      g_ptr_array_remove_index (found, i - 1);
}

GPtrArray *tz_tables_find (TzRows *rows, const TzTableHints *hints)
{
  static const TzTableHints none;
  Search s = { .rows = rows, .hints = hints ? hints : &none };
  s.schema = s.hints->schema && s.hints->schema->n_columns > 0 ? s.hints->schema : NULL;
  TzPlace place = { 0 };
  const char *stray;
  int n_stray = tz_rows_set_aside (rows, &place, &stray);
  s.found = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_found_table_free);
  recognise_as_told (&s);
  take_tables (&s);
  if (!s.hints->header_rows)
    try_rows (&s);
  if (!s.hints->header_rows)
    try_first_head (&s);
  tz_sheet_free (s.sheet);
  drop_empty (s.found);
  if (s.found->len > 0) {
    TzFoundTable *first = s.found->pdata[0];
    first->n_stray = n_stray;
    first->stray_place = place;
    first->stray = stray;
  }
  return s.found;
}

static void report_stray (const TzFoundTable *table, TzDiag *diag)
{
  if (table->n_stray == 0)
    return;
  g_autofree char *text = tz_utf8_excerpt (table->stray, 16);
  tz_diag_add (
      diag, TZ_WARNING, &table->stray_place, "stray-cells",
      ngettext ("“%s” stands beside the table, apart from it, and is left out; move it into the table, or "
                "delete it",
                "%2$d cells, the first “%1$s”, stand beside the table, apart from it, and are left out; "
                "move them into the table, or delete them",
                (gulong)table->n_stray),
      text, table->n_stray);
}

gboolean tz_table_check (const TzFoundTable *table, TzDiag *diag)
{
  const TzRecords *records = table->records;
  if (table->said)
    tz_diag_add (diag, TZ_NOTE, &table->place, "table-recognised", "%s", table->said);
  if (table->doubt)
    tz_diag_add (diag, TZ_WARNING, &table->place, "head-doubtful", "%s", table->doubt);
  report_stray (table, diag);
  gboolean level = TRUE;
  for (int col = 0; col < tz_records_n_columns (records); col++) {
    const char *const *path = tz_records_path (records, col);
    level &= !path || !path[0] || !path[1];
  }
  return !level || !is_text_file (tz_records_rows (records)) || tz_records_check_widths (records, diag);
}

char *tz_found_table_place (const TzFoundTable *table)
{
  return g_strdup_printf ("%s:%d", table->place.file, table->place.line);
}

void tz_tables_report_others (const GPtrArray *tables, const TzFoundTable *chosen, TzDiag *diag)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < tables->len; i++)
    if (tables->pdata[i] != chosen)
      g_ptr_array_add (places, tz_found_table_place (tables->pdata[i]));
  if (places->len == 0)
    return;
  g_ptr_array_add (places, NULL);
  g_autofree char *names = tz_list_and ((const char *const *)places->pdata);
  tz_diag_add (diag, TZ_WARNING, &chosen->place, "tables-left-out",
               _ ("the table that begins here is read; the file has further ones, which are not: %s; name the "
                  "sheet that is meant behind the file (FILE#SHEET), or make a file of each"),
               names);
}
