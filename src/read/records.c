#include "read/records.h"

#include "base/intl.h"
#include "base/utf8.h"

#include <string.h>

typedef struct {
  int row; /* of the rows */
  TzRowClass cls;
} Entry;

typedef struct {
  char *joined;
  char **levels; /* NULL: not told */
} Title;

struct TzRecords {
  TzRows *rows;
  int head; /* row of the lowest titles; -1: none */
  int n_columns;
  int n_titled; /* columns up to the last one with a title */
  Title *titles;
  GArray *entries;     /* of Entry */
  GHashTable *changed; /* row * n_columns + column -> text; NULL: none */
};

TzRecords *tz_records_new (TzRows *rows, int head, int n_columns)
{
  TzRecords *records = g_new0 (TzRecords, 1);
  records->rows = tz_rows_ref (rows);
  records->head = head;
  records->n_columns = n_columns;
  records->titles = g_new0 (Title, (gsize)n_columns + 1);
  records->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return records;
}

void tz_records_free (TzRecords *records)
{
  if (!records)
    return;
  for (int i = 0; i < records->n_columns; i++) {
    g_free (records->titles[i].joined);
    g_strfreev (records->titles[i].levels);
  }
  g_free (records->titles);
  g_array_unref (records->entries);
  if (records->changed)
    g_hash_table_unref (records->changed);
  tz_rows_unref (records->rows);
  g_free (records);
}

static void set_title (TzRecords *records, int column, char *take_text)
{
  g_free (records->titles[column].joined);
  records->titles[column].joined = take_text;
  if (*take_text != '\0')
    records->n_titled = MAX (records->n_titled, column + 1);
}

void tz_records_set_path (TzRecords *records, int column, const char *const *path)
{
  g_assert (column >= 0 && column < records->n_columns);
  g_strfreev (records->titles[column].levels);
  records->titles[column].levels = g_strdupv ((char **)path);
  set_title (records, column, g_strjoinv ("/", (char **)path));
}

void tz_records_add (TzRecords *records, int row, TzRowClass cls)
{
  Entry entry = { row, cls };
  g_array_append_val (records->entries, entry);
}

/* ── widths ──────────────────────────────────────────────────────────────── */

static gboolean has_text_from (const TzRow *row, int column, int *found)
{
  for (int i = column; i < row->n_fields; i++)
    if (*row->fields[i].text != '\0') {
      *found = i;
      return TRUE;
    }
  return FALSE;
}

/* A workbook's rows are as wide as they need to be; those of a CSV say something by their width. */
static gboolean check_width (const TzRecords *records, const TzRow *row, int n_head, TzDiag *diag)
{
  TzPlace place = { .file = tz_rows_file (records->rows), .line = row->line, .row = row->row };
  int excess;
  if (row->n_read > n_head && has_text_from (row, n_head, &excess)) {
    place = tz_rows_place (records->rows, row, excess);
    tz_diag_add (diag, TZ_ERROR, &place, "ragged-row",
                 _ ("this row has more cells than the first line has titles (%d); put \"…\" around a text that "
                    "contains the "
                    "separator, or add a title"),
                 n_head);
    return FALSE;
  }
  if (row->n_read < records->n_titled)
    tz_diag_add (diag, TZ_WARNING, &place, "ragged-row",
                 _ ("this row has fewer cells (%d) than the first line has titles (%d); the others count as "
                    "empty: check that none was forgotten"),
                 row->n_read, records->n_titled);
  if (row->n_read > n_head)
    tz_diag_add (diag, TZ_WARNING, &place, "ragged-row",
                 _ ("this row has more cells (%d) than the first line has titles (%d); the empty ones at its "
                    "end are left out: delete them"),
                 row->n_read, n_head);
  return TRUE;
}

gboolean tz_records_check_widths (const TzRecords *records, TzDiag *diag)
{
  gboolean good = TRUE;
  if (records->head < 0)
    return TRUE;
  int n_head = tz_rows_get (records->rows, records->head)->n_read;
  for (guint i = 0; i < records->entries->len; i++) {
    const Entry *entry = &g_array_index (records->entries, Entry, i);
    good &= check_width (records, tz_rows_get (records->rows, entry->row), n_head, diag);
  }
  return good;
}

/* ── a head in the first row ─────────────────────────────────────────────── */

void tz_rows_report_empty (const TzRows *rows, TzDiag *diag)
{
  TzPlace place = tz_place_file (tz_rows_file (rows));
  if (tz_rows_n (rows) == 0)
    tz_diag_add (diag, TZ_ERROR, &place, "empty-file",
                 _ ("the file is empty; write the column titles into its first line and the data below"));
  else
    tz_diag_add (diag, TZ_ERROR, &place, "no-records",
                 _ ("the file has only a first line with titles; add at least one row of data"));
}

TzRecords *tz_records_from_first_row (TzRows *rows, TzDiag *diag)
{
  TzRecords *records = NULL;
  if (tz_rows_n (rows) < 2) {
    tz_rows_report_empty (rows, diag);
  } else {
    const TzRow *head = tz_rows_get (rows, 0);
    records = tz_records_new (rows, 0, MIN (tz_rows_n_columns (rows), head->n_read));
    for (int i = 0; i < records->n_columns; i++)
      set_title (records, i, g_strdup (head->fields[i].text));
    for (int i = 1; i < tz_rows_n (rows); i++)
      tz_records_add (records, i, TZ_CLASS_UNKNOWN);
    if (!tz_records_check_widths (records, diag))
      g_clear_pointer (&records, tz_records_free);
  }
  tz_rows_unref (rows);
  return records;
}

/* ── asking ──────────────────────────────────────────────────────────────── */

const TzRows *tz_records_rows (const TzRecords *records)
{
  return records->rows;
}

const char *tz_records_file (const TzRecords *records)
{
  return tz_rows_file (records->rows);
}

TzTexts *tz_records_texts (const TzRecords *records)
{
  return tz_rows_texts (records->rows);
}

int tz_records_n_columns (const TzRecords *records)
{
  return records->n_columns;
}

const char *tz_records_title (const TzRecords *records, int column)
{
  g_assert (column >= 0 && column < records->n_columns);
  const char *title = records->titles[column].joined;
  return title ? title : "";
}

char *tz_records_name (const TzRecords *records, int column)
{
  char letters[16];
  TzPlace place = { .row = 1, .col = column + 1 };
  const char *title = tz_records_title (records, column);
  if (*title != '\0')
    return tz_utf8_excerpt (title, 20);
  tz_place_address (&place, letters);
  return g_strndup (letters, strcspn (letters, "0123456789"));
}

const char **tz_records_titles (const TzRecords *records)
{
  const char **titles = g_new0 (const char *, (gsize)records->n_columns + 1);
  for (int i = 0; i < records->n_columns; i++)
    titles[i] = tz_records_title (records, i);
  return titles;
}

const char *const *tz_records_path (const TzRecords *records, int column)
{
  return (const char *const *)records->titles[column].levels;
}

const TzRow *tz_records_head (const TzRecords *records)
{
  return records->head < 0 ? NULL : tz_rows_get (records->rows, records->head);
}

TzPlace tz_records_title_place (const TzRecords *records, int column)
{
  const TzRow *head = tz_records_head (records);
  return head ? tz_rows_place (records->rows, head, column) : tz_place_file (tz_records_file (records));
}

int tz_records_n (const TzRecords *records)
{
  return (int)records->entries->len;
}

int tz_records_row (const TzRecords *records, int i)
{
  g_assert (i >= 0 && i < (int)records->entries->len);
  return g_array_index (records->entries, Entry, i).row;
}

const TzRow *tz_records_get (const TzRecords *records, int i)
{
  return tz_rows_get (records->rows, tz_records_row (records, i));
}

TzRowClass tz_records_class (const TzRecords *records, int i)
{
  return g_array_index (records->entries, Entry, i).cls;
}

static gint64 cell_key (const TzRecords *records, int i, int column)
{
  return (gint64)tz_records_row (records, i) * records->n_columns + column;
}

static const char *changed_text (const TzRecords *records, int i, int column)
{
  gint64 key = records->changed ? cell_key (records, i, column) : 0;
  return records->changed ? g_hash_table_lookup (records->changed, &key) : NULL;
}

void tz_records_set_text (TzRecords *records, int i, int column, const char *text)
{
  gint64 key = cell_key (records, i, column);
  if (!records->changed)
    records->changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (records->changed, g_memdup2 (&key, sizeof key),
                       (gpointer)tz_texts_keep (tz_records_texts (records), text));
}

gboolean tz_records_is_changed (const TzRecords *records, int i, int column)
{
  return changed_text (records, i, column) != NULL;
}

const char *tz_records_text (const TzRecords *records, int i, int column)
{
  int row = tz_records_row (records, i);
  const char *changed = changed_text (records, i, column);
  if (changed)
    return changed;
  const TzFieldFacts *facts = tz_rows_facts (records->rows, row, column);
  return facts && facts->covered ? "" : tz_rows_get (records->rows, row)->fields[column].text;
}

TzPlace tz_records_place (const TzRecords *records, int i, int column)
{
  return tz_rows_place (records->rows, tz_records_get (records, i), column);
}
