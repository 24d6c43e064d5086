/* A workbook of ours has a row higher than Excel allows in several: each page has its part of the texts, and
 * merged cells end where the page does. The hidden sheet says what was one (base/identity.h); where the cells
 * still are as it says, they are joined again. */
#include "read/workbook/data.h"

#include "base/utf8.h"

#include <string.h>

typedef struct {
  TzWorkbook *workbook;
  TzWorksheet *sheet;
  const TzWorksheet *identity;
  GHashTable *rows, *columns; /* id -> row, key -> column */
} Parts;

/* Cell COL of row ROW of SHEET as text, "" if it shows nothing. */
static const char *text_at (const TzWorksheet *sheet, int row, int col)
{
  const TzWorksheetCell *cell = tz_worksheet_cell (sheet, row, col);
  return cell ? cell->text : "";
}

static int number_at (const TzWorksheet *sheet, int row, int col)
{
  const TzWorksheetCell *cell = tz_worksheet_cell (sheet, row, col);
  return cell && cell->kind == TZ_WORKSHEET_NUMBER ? (int)CLAMP (cell->value, 0, TZ_WORKSHEET_MAX_ROWS) : 0;
}

static const char *kind_at (const Parts *p, int row)
{
  return text_at (p->identity, row, 1);
}

static TzWorksheetCell *find_cell (const Parts *p, int row, int col)
{
  return (TzWorksheetCell *)tz_worksheet_cell (p->sheet, row, col);
}

/* ---- texts ---- */

static const char *skip_blanks (const char *text)
{
  return tz_utf8_skip_blanks (text, text + strlen (text));
}

/* What of WHOLE is left behind the text of CELL; NULL if it does not go on with it. */
static const char *behind (const TzWorksheetCell *cell, const char *whole)
{
  const char *text = skip_blanks (cell->text), *end = tz_utf8_drop_blanks (text, text + strlen (text));
  whole = skip_blanks (whole);
  gsize n = (gsize)(end - text);
  return n > 0 && strncmp (whole, text, n) == 0 ? whole + n : NULL;
}

/* The last row of the parts of WHOLE in column COL, of which the first stands in row FIRST; 0 if they are not
 * whole. With EMPTY, the others are emptied. */
static int follow (const Parts *p, const char *whole, int first, int col, gboolean empty)
{
  const TzWorksheetCell *cell = tz_worksheet_cell (p->sheet, first, col);
  const char *left = cell ? behind (cell, whole) : NULL;
  int row = first;
  while (left && *skip_blanks (left) != '\0' && ++row <= p->sheet->n_rows) {
    TzWorksheetCell *next = find_cell (p, row, col);
    if (!next || *next->text == '\0')
      continue;
    left = behind (next, left);
    if (empty)
      next->text = "";
  }
  return left && *skip_blanks (left) == '\0' ? row : 0;
}

/* The whole text in row ROW of the hidden sheet. g_free. */
static char *whole_text (const Parts *p, int row)
{
  enum { FIRST = 4 };
  GString *whole = g_string_new (NULL);
  for (int col = FIRST; *text_at (p->identity, row, col) != '\0'; col++)
    g_string_append (whole, text_at (p->identity, row, col));
  return g_string_free (whole, FALSE);
}

static int lookup (GHashTable *table, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (table, name));
}

/* The text in row I of the hidden sheet: FALSE where the sheet does not have it. With JOIN its first cell gets
 * all of it. */
static gboolean take_text (const Parts *p, int i, gboolean join)
{
  int row = lookup (p->rows, text_at (p->identity, i, 2)),
      col = lookup (p->columns, text_at (p->identity, i, 3));
  g_autofree char *whole = whole_text (p, i);
  if (row == 0 || col == 0 || follow (p, whole, row, col, FALSE) == 0)
    return FALSE;
  if (join) {
    follow (p, whole, row, col, TRUE);
    find_cell (p, row, col)->text = tz_texts_keep (p->workbook->texts, whole);
  }
  return TRUE;
}

/* ---- merged cells ---- */

static gboolean is_within (const TzWorksheetMerge *merge, int col, int first, int last)
{
  return merge->col == col && merge->row >= first && merge->row <= last;
}

/* A merged cell in row I of the hidden sheet, unless something else stands in its rows by now. */
static void take_span (const Parts *p, int i)
{
  int col = lookup (p->columns, text_at (p->identity, i, 2)), first = number_at (p->identity, i, 3),
      last = number_at (p->identity, i, 4);
  if (col == 0 || first == 0 || last <= first || last > p->sheet->n_rows ||
      *text_at (p->sheet, first, col) == '\0')
    return;
  for (int row = first + 1; row <= last; row++)
    if (*text_at (p->sheet, row, col) != '\0')
      return;
  TzWorksheetMerge whole = { first, col, last, col };
  GArray *merges = p->sheet->merges;
  for (guint k = merges->len; k > 0; k--)
    if (is_within (&g_array_index (merges, TzWorksheetMerge, k - 1), col, first, last))
      g_array_remove_index (merges, k - 1);
  g_array_append_val (merges, whole);
}

/* ---- the sheet ---- */

/* The rows of the hidden sheet about P's sheet: from *FIRST to before *END. */
static void find_section (const Parts *p, int *first, int *end)
{
  *first = *end = p->identity->n_rows + 1;
  for (int row = 1; row <= p->identity->n_rows; row++) {
    if (strcmp (kind_at (p, row), "sheet") != 0)
      continue;
    if (*first <= p->identity->n_rows) {
      *end = row;
      return;
    }
    if (strcmp (text_at (p->identity, row, 2), p->sheet->name) == 0)
      *first = row + 1;
  }
}

static void read_places (const Parts *p, int first, int end)
{
  for (int row = first; row < end; row++) {
    const char *kind = kind_at (p, row);
    GHashTable *into = strcmp (kind, "row") == 0 ? p->rows : strcmp (kind, "column") == 0 ? p->columns : NULL;
    if (into)
      g_hash_table_insert (into, (gpointer)text_at (p->identity, row, 2),
                           GINT_TO_POINTER (number_at (p->identity, row, 3)));
  }
}

/* All texts or none: where one was changed, what stands on the sheet is what is meant. */
static gboolean are_all_there (const Parts *p, int first, int end)
{
  for (int row = first; row < end; row++)
    if (strcmp (kind_at (p, row), "text") == 0 && !take_text (p, row, FALSE))
      return FALSE;
  return TRUE;
}

void tz_worksheet_join_parts (TzWorkbook *workbook, TzWorksheet *sheet, const TzWorksheet *identity)
{
  Parts p = { workbook, sheet, identity, g_hash_table_new (g_str_hash, g_str_equal),
              g_hash_table_new (g_str_hash, g_str_equal) };
  int first, end;
  find_section (&p, &first, &end);
  read_places (&p, first, end);
  if (are_all_there (&p, first, end)) {
    for (int row = first; row < end; row++)
      if (strcmp (kind_at (&p, row), "text") == 0)
        take_text (&p, row, TRUE);
    /* Only then are the rows free in which parts of texts stood. */
    for (int row = first; row < end; row++)
      if (strcmp (kind_at (&p, row), "span") == 0)
        take_span (&p, row);
    tz_worksheet_sort_merges (sheet);
  }
  g_hash_table_unref (p.rows);
  g_hash_table_unref (p.columns);
}
