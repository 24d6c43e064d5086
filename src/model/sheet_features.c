/* Which rules hold for which row. */
#include <string.h>

#include "model/sheet_look.h"

enum {
  WIDE_CELL = 36, /* columns on a terminal from which a cell among others is no title of a column */
  RUN = 3         /* rows with one cell each that make a list of names */
};

/* ---- rules of shape ---- */

static void look_at_shape (const TzSheetLook *look, TzSheetLine *line)
{
  tz_sheet_set_rule (line, TZ_RULE_ALONE, line->filled <= 1);
  tz_sheet_set_rule (line, TZ_RULE_TWO, line->filled == 2);
  tz_sheet_set_rule (line, TZ_RULE_MANY, line->filled >= 3);
  tz_sheet_set_rule (line, TZ_RULE_WHOLE, line->filled >= 3 && line->filled * 10 >= look->n_used * 9);
  tz_sheet_set_rule (line, TZ_RULE_LATE, line->filled == 1 && line->first > look->label);
  tz_sheet_set_rule (line, TZ_RULE_CORNER, line->filled == 1 && look->n_used > 2 && line->first >= look->last);
  tz_sheet_set_rule (line, TZ_RULE_LONG, line->filled == 1 && line->width >= TZ_LOOK_WIDE);
  tz_sheet_set_rule (line, TZ_RULE_LONG_CELL, line->filled >= 2 && line->widest >= WIDE_CELL);
  tz_sheet_set_rule (line, TZ_RULE_GAP_ABOVE, line->gap);
  tz_sheet_set_rule (line, TZ_RULE_GAP_BELOW, line->next >= 0 && look->sheet->lines[line->next].gap);
}

/* ---- rules of workbooks ---- */

static void look_at_facts (const TzSheetLook *look, TzSheetLine *line)
{
  if (look->sheet->rows->facts == NULL)
    return;
  gboolean bold = TRUE, merged = FALSE;
  TzSheetFacts facts = { 0 };
  for (int col = line->first; col <= line->last; col++) {
    if (!tz_sheet_filled (look->sheet, look->row, col))
      continue;
    tz_sheet_facts (look->sheet, look->row, col, &facts);
    bold = bold && (facts.flags & TZ_FACT_BOLD) != 0;
    merged = merged || (facts.across > 1 && line->filled > 1);
  }
  tz_sheet_set_rule (line, TZ_RULE_BOLD, bold);
  tz_sheet_set_rule (line, TZ_RULE_MERGED_WIDE,
                     line->filled == 1 && facts.across * 4 >= look->n_used * 3 && facts.across > 1);
  tz_sheet_set_rule (line, TZ_RULE_MERGED_HEAD, merged);
}

/* Whether every cell of ROW is merged down into the next row, or across with titles below it, and none is a
 * number: ROW and the next are two levels of a head. */
static gboolean is_upper_level (const TzSheet *sheet, int row)
{
  const TzSheetLine *line = &sheet->lines[row];
  int n_down = 0, n_across = 0, next = line->next;
  if (!tz_sheet_is_adjacent (sheet, row, next))
    return FALSE;
  for (int col = line->first; col <= line->last; col++) {
    TzSheetFacts facts;
    if (!tz_sheet_filled (sheet, row, col))
      continue;
    tz_sheet_facts (sheet, row, col, &facts);
    if (tz_sheet_kind (sheet, row, col) == TZ_CELL_NUMBER)
      return FALSE;
    if (facts.down > 1)
      n_down++;
    else if (facts.across > 1 && tz_sheet_filled (sheet, next, col))
      n_across++;
    else
      return FALSE;
  }
  return n_down > 0 && n_across > 0 && line->filled > 2;
}

static void mark_levels (TzSheet *sheet)
{
  for (int row = 0; row < sheet->n_rows && sheet->rows->facts != NULL; row++)
    if (sheet->lines[row].filled > 2 && is_upper_level (sheet, row)) {
      tz_sheet_set_rule (&sheet->lines[row], TZ_RULE_MERGED_LEVEL, TRUE);
      tz_sheet_set_rule (&sheet->lines[sheet->lines[row].next], TZ_RULE_MERGED_LEVEL, TRUE);
    }
}

static gboolean same_texts (const TzSheet *sheet, int a, int b)
{
  const TzSheetLine *first = &sheet->lines[a], *second = &sheet->lines[b];
  if (first->filled != second->filled || first->first != second->first || first->last != second->last)
    return FALSE;
  for (int col = first->first; col <= first->last; col++)
    if (strcmp (tz_sheet_text (sheet, a, col), tz_sheet_text (sheet, b, col)) != 0)
      return FALSE;
  return TRUE;
}

/* The head of the page before, printed again: same texts as a row known as head. */
static gboolean repeats_head (const TzSheetLook *look, const int *heads, int n_heads)
{
  for (int i = 0; i < n_heads && heads[i] < look->row; i++)
    if (same_texts (look->sheet, heads[i], look->row))
      return TRUE;
  return FALSE;
}

/* ---- all rows ---- */

/* FULL: a row with as many cells as a row of the table's own has at least. Rows without one above, or below,
 * stand at the sheet's top or tail. */
static void mark_ends (TzSheet *sheet)
{
  int columns = 0, first_full = -1, last_full = -1, first = -1;
  for (int row = 0; row < sheet->n_rows; row++)
    columns = MAX (columns, sheet->lines[row].filled);
  for (int row = 0; row < sheet->n_rows; row++) {
    if (sheet->lines[row].filled > 0 && first < 0)
      first = row;
    if (sheet->lines[row].filled < MIN (3, columns))
      continue;
    if (first_full < 0)
      first_full = row;
    last_full = row;
  }
  for (int row = 0; row < sheet->n_rows; row++) {
    TzSheetLine *line = &sheet->lines[row];
    tz_sheet_set_rule (line, TZ_RULE_FIRST, row == first);
    tz_sheet_set_rule (line, TZ_RULE_TOP, row <= first_full);
    tz_sheet_set_rule (line, TZ_RULE_NARROW,
                       row < first_full && columns > 2 && line->filled == 2 && line->last == line->first + 1);
    tz_sheet_set_rule (line, TZ_RULE_TAIL, row > last_full);
  }
}

/* START … END-1 are rows of one cell each: names that wait for their figures, with sections among them or not.
 * Among them several offices are a list of offices. */
static void mark_run (TzSheet *sheet, int start, int end)
{
  int n_organs = 0;
  for (int row = start; row < end; row++)
    n_organs += tz_sheet_has_rule (&sheet->lines[row], TZ_RULE_ORGAN);
  for (int row = start; row < end; row++) {
    TzSheetLine *line = &sheet->lines[row];
    if (n_organs > 1)
      line->rules &= ~tz_rule_bit (TZ_RULE_ORGAN);
    tz_sheet_set_rule (line, TZ_RULE_WAITING, !tz_sheet_has_rule (line, TZ_RULE_SECTION));
  }
}

static void mark_waiting (TzSheet *sheet)
{
  int start = 0;
  for (int row = 0; row <= sheet->n_rows; row++) {
    gboolean goes_on =
        row < sheet->n_rows && sheet->lines[row].filled == 1 && sheet->lines[row].width <= TZ_LOOK_NARROW &&
        (row == start || (sheet->lines[row].first == sheet->lines[start].first && !sheet->lines[row].gap));
    if (goes_on)
      continue;
    if (row - start >= RUN)
      mark_run (sheet, start, row);
    start = row < sheet->n_rows && sheet->lines[row].filled == 1 ? row : row + 1;
  }
}

/* How many of the rows around ROW are marked. */
static int count_near (const guint8 *marks, int row, int n_rows)
{
  enum { REACH = 4 };
  int n = 0;
  for (int i = MAX (row - REACH, 0); i <= MIN (row + REACH, n_rows - 1); i++)
    n += marks[i];
  return n;
}

/* Whether rows of several cells are there that are no entries: else a sheet of entries is a card, not the top
 * of a table. */
static gboolean has_table (const TzSheet *sheet)
{
  for (int row = 0; row < sheet->n_rows; row++)
    if (sheet->lines[row].filled > 1 && !tz_sheet_has_rule (&sheet->lines[row], TZ_RULE_ENTRY))
      return TRUE;
  return FALSE;
}

/* A form: in several of the rows around, the first cell is a label of a form. Elsewhere such words stand in the
 * head only. */
static void mark_forms (TzSheet *sheet)
{
  enum { ENOUGH = 3 };
  const guint64 form = tz_rule_bit (TZ_RULE_FORM), entry = tz_rule_bit (TZ_RULE_ENTRY);
  gboolean card = !has_table (sheet);
  guint8 *marks = g_new0 (guint8, (gsize)sheet->n_rows + 1);
  for (int row = 0; row < sheet->n_rows; row++)
    marks[row] = (sheet->lines[row].rules & (form | (card ? entry : 0))) != 0;
  for (int row = 0; row < sheet->n_rows; row++) {
    TzSheetLine *line = &sheet->lines[row];
    gboolean enough = count_near (marks, row, sheet->n_rows) >= ENOUGH;
    if (!enough) {
      line->rules &= ~form;
      if (line->filled < 4)
        line->rules &= ~tz_rule_bit (TZ_RULE_PAIRS);
    } else if (card && (line->rules & entry) != 0) {
      line->rules = (line->rules & ~entry) | form;
    }
  }
  g_free (marks);
}

static int collect_heads (const TzSheet *sheet, int heads[], int max)
{
  int n = 0;
  for (int row = 0; row < sheet->n_rows && n < max; row++)
    if (sheet->lines[row].part == TZ_PART_HEAD && sheet->lines[row].filled >= 2)
      heads[n++] = row;
  return n;
}

static void look_at_row (const TzSheetLook *look, int before, const int *heads, int n_heads)
{
  TzSheetLine *line = &look->sheet->lines[look->row];
  look_at_shape (look, line);
  tz_look_at_types (look, line);
  if (!look->known)
    tz_look_at_words (look, line);
  tz_look_at_order (look, line, before);
  look_at_facts (look, line);
  tz_sheet_set_rule (line, TZ_RULE_REPEAT, line->filled >= 2 && repeats_head (look, heads, n_heads));
}

/* Called as columns are, or words where the columns below hold figures. */
static gboolean looks_like_head (const TzSheetLine *line)
{
  const guint64 any = tz_rule_bit (TZ_RULE_COLUMN) | tz_rule_bit (TZ_RULE_COLUMNS) |
                      tz_rule_bit (TZ_RULE_CLASHES) | tz_rule_bit (TZ_RULE_YEARS);
  const guint64 both = tz_rule_bit (TZ_RULE_CLASH) | tz_rule_bit (TZ_RULE_SHORT);
  return (line->rules & any) != 0 || (line->rules & both) == both;
}

/* Only when the rows below are known can a row tell what follows it. */
static void mark_next (TzSheet *sheet)
{
  const guint64 data = tz_rule_bit (TZ_RULE_NUMBERS) | tz_rule_bit (TZ_RULE_SERIAL);
  for (int row = 0; row < sheet->n_rows; row++) {
    TzSheetLine *line = &sheet->lines[row];
    if (line->filled == 0 || !tz_sheet_is_adjacent (sheet, row, line->next))
      continue;
    const TzSheetLine *next = &sheet->lines[line->next];
    tz_sheet_set_rule (line, TZ_RULE_DATA_NEXT, (next->rules & data) != 0);
    if (line->filled > 1 || !looks_like_head (next))
      continue;
    tz_sheet_set_rule (line, TZ_RULE_HEAD_NEXT, TRUE);
    tz_sheet_set_rule (line, TZ_RULE_BEGINS, line->gap);
    /* A number before a name above a head is that of a table. */
    line->rules &= ~tz_rule_bit (TZ_RULE_SECTION);
  }
}

void tz_sheet_find_rules (TzSheet *sheet, gboolean known)
{
  enum { MAX_HEADS = 12 }; /* heads are few; those of later pages repeat the first */
  int heads[MAX_HEADS], before = -1;
  int n_heads = known ? collect_heads (sheet, heads, MAX_HEADS) : 0;
  TzSheetLook look;
  tz_look_open (&look, sheet, known);
  for (int row = 0; row < sheet->n_rows; row++)
    sheet->lines[row].rules &= known ? tz_look_word_rules () : 0;
  for (int row = 0; row < sheet->n_rows; row++) {
    tz_look_move (&look, row);
    if (sheet->lines[row].filled == 0)
      continue;
    look_at_row (&look, before, heads, n_heads);
    before = row;
  }
  mark_ends (sheet);
  mark_levels (sheet);
  mark_waiting (sheet);
  if (!known)
    mark_forms (sheet);
  mark_next (sheet);
  tz_look_close (&look);
}
