#include "model/total_parts.h"

#include <string.h>

#include "base/intl.h"
#include "base/list.h"

enum {
  FEW_TOTALS = 20, /* so many may each add up the whole table */
  MOST_RANGES = 6  /* of rows that are named */
};

typedef struct {
  const TzSumTable *table;
  int row;
  const TzSumRow *of; /* ROW's */
  GArray *found;      /* rows, rising or falling */
  gint64 *budget;
} Search;

static const TzSumRow *row_at (const Search *s, int i)
{
  return &s->table->rows[i];
}

static void take (const Search *s, int i)
{
  g_array_append_val (s->found, i);
}

static void take_leaf (const Search *s, int i)
{
  if (row_at (s, i)->role == TZ_SUM_LEAF)
    take (s, i);
}

static gboolean is_inside (const Search *s, int i)
{
  (*s->budget)--;
  return i >= 0 && i < s->table->n_rows;
}

/* ── the readings ────────────────────────────────────────────────────────── */

/* The column on the left of the label whose cell holds the group together; -1: there is none. */
static int group_column (const Search *s)
{
  const TzLedger *ledger = s->table->ledger;
  const TzRecord *record = tz_ledger_record (ledger, s->row);
  for (int col = record->kind == TZ_RECORD_TOTAL ? record->label - 1 : -1; col >= 0; col--)
    if (record->cells[col].join & TZ_JOIN_UP || *record->cells[col].text != '\0')
      return col;
  return -1;
}

/* Whether rows I and I+1 show the same cell in COL, or the same text. */
static gboolean is_same_group (const Search *s, int i, int col)
{
  const TzLedger *ledger = s->table->ledger;
  if (row_at (s, i)->role == TZ_SUM_HEADING || row_at (s, i + 1)->role == TZ_SUM_HEADING)
    return FALSE;
  const TzLedgerCell *upper = &tz_ledger_record (ledger, i)->cells[col],
                     *lower = &tz_ledger_record (ledger, i + 1)->cells[col];
  return lower->join & TZ_JOIN_UP || (*lower->text != '\0' && g_str_equal (upper->text, lower->text));
}

static void find_group (const Search *s)
{
  int first = s->row, last = s->row, col = group_column (s);
  while (col >= 0 && is_inside (s, first - 1) && is_same_group (s, first - 1, col))
    first--;
  while (col >= 0 && is_inside (s, last + 1) && is_same_group (s, last, col))
    last++;
  for (int i = first; i <= last && col >= 0; i++)
    take_leaf (s, i);
}

/* What stands directly below in the order of levels. */
static void find_parts (const Search *s)
{
  int end = s->row + 1, level = G_MAXINT;
  for (; s->of->level >= 0 && s->table->has_levels && is_inside (s, end); end++) {
    const TzSumRow *row = row_at (s, end);
    if (row->role == TZ_SUM_HEADING || row->level <= s->of->level)
      break;
    if (row->role != TZ_SUM_SHARE)
      level = MIN (level, row->level);
  }
  for (int i = s->row + 1; i < end; i++)
    if (row_at (s, i)->role != TZ_SUM_SHARE && row_at (s, i)->level == level)
      take (s, i);
}

/* How far the section goes from the total by STEP. */
static int edge_of_section (const Search *s, int step)
{
  int i = s->row;
  while (is_inside (s, i + step) && row_at (s, i + step)->role != TZ_SUM_HEADING)
    i += step;
  return i;
}

/* A total of the section stands at one of its ends, with totals only behind it. */
static gboolean is_at_edge (const Search *s, int step)
{
  for (int i = s->row + step; is_inside (s, i) && row_at (s, i)->role != TZ_SUM_HEADING; i += step)
    if (row_at (s, i)->role == TZ_SUM_LEAF)
      return FALSE;
  return TRUE;
}

static void find_section (const Search *s)
{
  if (tz_ledger_record (s->table->ledger, s->row)->section < 0 || !(is_at_edge (s, -1) || is_at_edge (s, 1)))
    return;
  int last = edge_of_section (s, 1);
  for (int i = edge_of_section (s, -1); i <= last; i++)
    take_leaf (s, i);
}

/* From the total on by STEP: up to the next total or heading once a row has been taken; those in between are
 * passed. */
static void find_run (const Search *s, int step)
{
  for (int i = s->row + step; is_inside (s, i); i += step) {
    TzSumRole role = (TzSumRole)row_at (s, i)->role;
    if ((role == TZ_SUM_TOTAL || role == TZ_SUM_HEADING) && s->found->len > 0)
      break;
    take_leaf (s, i);
  }
}

static gboolean is_rival (const Search *s, int i)
{
  const TzSumRow *row = row_at (s, i);
  return row->role == TZ_SUM_TOTAL && row->label == s->of->label && row->word == s->of->word;
}

/* As find_run, but up to a total with the same word, past headings. */
static void find_all (const Search *s, int step)
{
  for (int i = s->row + step; is_inside (s, i); i += step) {
    if (is_rival (s, i) && s->found->len > 0)
      break;
    take_leaf (s, i);
  }
}

/* Whether the total may be that of the whole table: nothing stands on one of its sides but other totals, or
 * totals are few. */
static gboolean may_be_grand (const Search *s)
{
  const TzSumTable *table = s->table;
  return table->n_totals <= FEW_TOTALS || s->row < table->first_leaf || s->row > table->last_leaf;
}

static void find_table (const Search *s)
{
  if (!may_be_grand (s))
    return;
  for (int i = 0; is_inside (s, i); i++)
    take_leaf (s, i);
}

static void find_top (const Search *s)
{
  int top = G_MAXINT;
  if (!s->table->has_levels || !may_be_grand (s))
    return;
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; is_inside (s, i); i++) {
      const TzSumRow *row = row_at (s, i);
      if (row->role == TZ_SUM_HEADING || row->role == TZ_SUM_SHARE || row->level < 0 || i == s->row)
        continue;
      if (pass == 0)
        top = MIN (top, row->level);
      else if (row->level == top)
        take (s, i);
    }
}

/* The totals by STEP up to one with the same word: all that have the word of the first. */
static void find_totals (const Search *s, int step)
{
  int first = -1;
  for (int i = s->row + step; is_inside (s, i); i += step) {
    const TzSumRow *row = row_at (s, i);
    if (row->role != TZ_SUM_TOTAL || row->label == TZ_LABEL_MEAN || row->label == TZ_LABEL_OTHER)
      continue;
    if (is_rival (s, i))
      break;
    first = first < 0 ? i : first;
    if (row->word == row_at (s, first)->word)
      take (s, i);
  }
}

/* ── the whole ───────────────────────────────────────────────────────────── */

static void find (const Search *s, TzReading reading)
{
  switch (reading) {
  case TZ_READ_GROUP:
    find_group (s);
    break;
  case TZ_READ_PARTS:
    find_parts (s);
    break;
  case TZ_READ_SECTION:
    find_section (s);
    break;
  case TZ_READ_ABOVE:
    find_run (s, -1);
    break;
  case TZ_READ_BELOW:
    find_run (s, 1);
    break;
  case TZ_READ_TOP:
    find_top (s);
    break;
  case TZ_READ_ALL_ABOVE:
    find_all (s, -1);
    break;
  case TZ_READ_ALL_BELOW:
    find_all (s, 1);
    break;
  case TZ_READ_TABLE:
    find_table (s);
    break;
  default:
    find_totals (s, -1);
    if (s->found->len == 0)
      find_totals (s, 1);
  }
}

static int compare_rows (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

TzSumParts tz_sum_parts_find (const TzSumTable *table, int row, TzReading reading, gint64 *budget)
{
  Search s = { table, row, &table->rows[row], g_array_new (FALSE, FALSE, sizeof (int)), budget };
  find (&s, reading);
  g_array_sort (s.found, compare_rows);
  TzSumParts parts = { (int)s.found->len, NULL };
  parts.rows = (int *)(gpointer)g_array_free (s.found, FALSE);
  return parts;
}

void tz_sum_parts_clear (TzSumParts *parts)
{
  g_free (parts->rows);
  *parts = (TzSumParts){ 0, NULL };
}

gboolean tz_sum_parts_equal (const TzSumParts *a, const TzSumParts *b)
{
  return a->n == b->n && (a->n == 0 || memcmp (a->rows, b->rows, sizeof (int) * (gsize)a->n) == 0);
}

static int number_of (const TzLedger *ledger, int row)
{
  return tz_ledger_record (ledger, row)->place.row;
}

char *tz_sum_parts_say (const TzLedger *ledger, const TzSumParts *parts)
{
  char *ranges[MOST_RANGES + 2] = { NULL };
  int n = 0;
  for (int i = 0, end; i < parts->n && n <= MOST_RANGES; i = end) {
    for (end = i + 1; end < parts->n && parts->rows[end] == parts->rows[end - 1] + 1;)
      end++;
    int first = number_of (ledger, parts->rows[i]), last = number_of (ledger, parts->rows[end - 1]);
    ranges[n] = n == MOST_RANGES ? g_strdup ("…")
                : first == last  ? g_strdup_printf ("%d", first)
                                 : g_strdup_printf (_ ("%d–%d"), first, last);
    n++;
  }
  char *list = tz_list_and ((const char *const *)ranges);
  char *text = g_strdup_printf (parts->n == 1 ? _ ("row %s") : _ ("rows %s"), list);
  for (int i = 0; i < n; i++)
    g_free (ranges[i]);
  g_free (list);
  return text;
}
