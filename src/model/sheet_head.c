/* The levels of a head: which title stands over which columns.
 *
 *   序号 | 投资 |      |      | 备注        An empty cell behind a title continues it to the right while the
 * row | 小计 | 其中 |      |             below says more; an empty cell below a title is spanned from above. |
 * | 中央 | 地方 |             Where the workbook has merged cells, they say it. */
#include "model/sheet_data.h"

typedef struct {
  const TzSheet *sheet;
  int *rows; /* of the sheet, by level */
  int n_levels, n_cols;
  GArray *titles; /* of TzSheetTitle */
} Head;

static gboolean is_titled (const Head *head, int level, int col)
{
  return tz_sheet_filled (head->sheet, head->rows[level], col);
}

static void add_title (Head *head, int level, int col, int across, int down, const char *text)
{
  TzSheetTitle title = { level, col, across, down, text };
  g_array_append_val (head->titles, title);
}

static const char *text_at (const Head *head, int level, int col)
{
  return tz_sheet_text (head->sheet, head->rows[level], col);
}

/* ---- by blanks ---- */

/* The first level from LEVEL on with a title in columns FROM … END-1; n_levels if there is none. */
static int next_level (const Head *head, int level, int from, int end)
{
  for (; level < head->n_levels; level++)
    for (int col = from; col < end; col++)
      if (is_titled (head, level, col))
        return level;
  return head->n_levels;
}

/* The next column behind COL with a title in LEVEL, at most END. */
static int next_title (const Head *head, int level, int col, int end)
{
  do
    col++;
  while (col < end && !is_titled (head, level, col));
  return col;
}

/* The columns FROM … END-1 under one title, from LEVEL down; TOP is the level up to which their first titles
 * reach since nothing stands above them. */
static void build_by_blanks (Head *head, int level, int top, int from, int end)
{
  for (int col = from; col < end;) {
    int next = next_title (head, level, col, end), n = head->n_levels;
    if (!is_titled (head, level, col)) {
      int below = next_level (head, level + 1, col, next);
      if (below < n)
        build_by_blanks (head, below, top, col, next);
      else
        add_title (head, top, col, next - col, n - top, "");
      col = next;
      continue;
    }
    int alone = col; /* up to here nothing stands below */
    while (alone < next && next_level (head, level + 1, alone, alone + 1) == n)
      alone++;
    if (alone > col) {
      add_title (head, top, col, alone - col, n - top, text_at (head, level, col));
      if (alone < next)
        build_by_blanks (head, next_level (head, level + 1, alone, next), top, alone, next);
    } else {
      int below = next_level (head, level + 1, col, next);
      add_title (head, top, col, next - col, below - top, text_at (head, level, col));
      build_by_blanks (head, below, below, col, next);
    }
    col = next;
  }
}

/* ---- by merges ---- */

typedef struct {
  guint8 *taken; /* by level and column */
} Merges;

static gboolean is_free (const Head *head, const Merges *merges, int level, int col, int across)
{
  for (int i = col; i < col + across; i++)
    if (merges->taken[level * head->n_cols + i] || is_titled (head, level, i))
      return FALSE;
  return TRUE;
}

/* A title that is merged to the right only, or not at all, reaches down as far as the cells below are empty, if
 * they are so to the bottom. */
static int reach_down (const Head *head, const Merges *merges, int level, int col, int across, int down)
{
  int end = level + down;
  while (end < head->n_levels && is_free (head, merges, end, col, across))
    end++;
  return end == head->n_levels ? end - level : down;
}

static void mark_taken (const Head *head, Merges *merges, const TzSheetTitle *title)
{
  for (int level = title->level; level < title->level + title->down; level++)
    for (int col = title->col; col < title->col + title->across; col++)
      merges->taken[level * head->n_cols + col] = 1;
}

/* How many levels the rows ROW … ROW+DOWN-1 of the sheet are, ROW being that of LEVEL. */
static int count_levels (const Head *head, int level, int down)
{
  int n = 1;
  while (level + n < head->n_levels &&
         head->sheet->lines[head->rows[level + n]].number < head->sheet->lines[head->rows[level]].number + down)
    n++;
  return n;
}

/* Merged cells of a damaged workbook may overlap: the later one gives way. */
static gboolean is_clear (const Head *head, const Merges *merges, int level, int col, int across)
{
  for (int i = col; i < col + across; i++)
    if (merges->taken[level * head->n_cols + i])
      return FALSE;
  return TRUE;
}

static void clip (const Head *head, const Merges *merges, TzSheetTitle *title)
{
  while (!is_clear (head, merges, title->level, title->col, title->across))
    title->across--;
  for (int down = 1; down < title->down; down++)
    if (!is_clear (head, merges, title->level + down, title->col, title->across))
      title->down = down;
}

static gboolean has_merges (const Head *head)
{
  TzSheetFacts facts;
  for (int level = 0; level < head->n_levels && head->sheet->rows->facts != NULL; level++)
    for (int col = 0; col < head->n_cols; col++) {
      tz_sheet_facts (head->sheet, head->rows[level], col, &facts);
      if (facts.across > 1 || facts.down > 1)
        return TRUE;
    }
  return FALSE;
}

static void build_by_merges (Head *head)
{
  Merges merges = { .taken = g_new0 (guint8, (gsize)head->n_levels * (gsize)head->n_cols + 1) };
  for (int level = 0; level < head->n_levels; level++)
    for (int col = 0; col < head->n_cols; col++) {
      if (merges.taken[level * head->n_cols + col])
        continue;
      TzSheetFacts facts;
      tz_sheet_facts (head->sheet, head->rows[level], col, &facts);
      const gboolean titled = is_titled (head, level, col);
      TzSheetTitle title = { level, col, CLAMP (facts.across, 1, head->n_cols - col),
                             count_levels (head, level, MAX (facts.down, 1)),
                             titled ? text_at (head, level, col) : "" };
      clip (head, &merges, &title);
      if (titled)
        title.down = reach_down (head, &merges, level, col, title.across, title.down);
      mark_taken (head, &merges, &title);
      g_array_append_val (head->titles, title);
    }
  g_free (merges.taken);
}

/* ---- the whole ---- */

static int compare_titles (gconstpointer a, gconstpointer b)
{
  const TzSheetTitle *first = a, *second = b;
  return first->level != second->level ? first->level - second->level : first->col - second->col;
}

GArray *tz_sheet_build_titles (const TzSheet *sheet, const TzSheetTable *table)
{
  Head head = { .sheet = sheet, .n_cols = table->n_columns };
  head.titles = g_array_new (FALSE, FALSE, sizeof (TzSheetTitle));
  head.rows = g_new (int, (gsize)table->n_head + 1);
  for (int row = table->head; row < table->head + table->n_head; row++)
    if (sheet->lines[row].cls == TZ_SHEET_HEAD)
      head.rows[head.n_levels++] = row;
  if (head.n_levels > 0 && has_merges (&head))
    build_by_merges (&head);
  else if (head.n_levels > 0)
    build_by_blanks (&head, 0, 0, 0, head.n_cols);
  g_array_sort (head.titles, compare_titles);
  g_free (head.rows);
  return head.titles;
}
