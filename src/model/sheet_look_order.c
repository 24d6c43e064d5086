/* Rules of the sequence: how a row stands to the rows before and after it. */
#include <string.h>

#include "model/sheet_look.h"

gboolean tz_sheet_is_adjacent (const TzSheet *sheet, int row, int next)
{
  return row >= 0 && next >= 0 && sheet->lines[row].filled > 0 && sheet->lines[row].next == next &&
         !sheet->lines[next].gap;
}

/* LOWER goes on below UPPER as the second row of a head does: it fills what UPPER leaves empty behind a title,
 * and says nothing where UPPER's titles reach down. */
static gboolean is_parent (const TzSheet *sheet, int upper, int lower)
{
  int fills = 0, holes = 0, both = 0;
  if (!tz_sheet_is_adjacent (sheet, upper, lower))
    return FALSE;
  int last = MAX (sheet->lines[upper].last, sheet->lines[lower].last);
  for (int col = sheet->lines[upper].first; col <= last; col++) {
    gboolean up = tz_sheet_filled (sheet, upper, col), down = tz_sheet_filled (sheet, lower, col);
    TzCellKind kind = tz_sheet_kind (sheet, upper, col);
    if (up && kind == TZ_CELL_NUMBER)
      return FALSE;
    fills += !up && down;
    holes += up && !down;
    both += up && down;
  }
  return fills > 0 && holes + both > 0 && (holes > 0 || both < fills + 2);
}

/* A cell with words that the row before or after has in the same column: titles do not recur, data do. */
static gboolean has_recurring (const TzSheet *sheet, int row, int other)
{
  if (other < 0 || sheet->lines[other].filled < 2)
    return FALSE;
  for (int col = sheet->lines[row].first + 1; col <= sheet->lines[row].last; col++)
    if (tz_sheet_kind (sheet, row, col) == TZ_CELL_WORDS &&
        tz_sheet_kind (sheet, other, col) == TZ_CELL_WORDS &&
        strcmp (tz_sheet_text (sheet, row, col), tz_sheet_text (sheet, other, col)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean is_alone (const TzSheet *sheet, int row)
{
  return row >= 0 && sheet->lines[row].filled == 1;
}

static gboolean ends_open (const char *folded)
{
  static const char *const words[] = { ",", " and", " of", " the", " or", " for", " in", " to", " with", "-" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (folded, words[i]))
      return TRUE;
  return FALSE;
}

/* Whether the label columns are filled and all of several columns of figures are empty. */
static gboolean has_labels_only (const TzSheetLook *look)
{
  int figures = 0;
  for (int col = 0; col < look->sheet->n_cols; col++) {
    if (!tz_look_holds_figures (look, col) || col == look->label)
      continue;
    if (tz_sheet_filled (look->sheet, look->row, col))
      return FALSE;
    figures++;
  }
  return figures >= 2 && look->line->filled >= 1 && look->line->filled <= 3;
}

/* A label too long for its cell, typed into two rows, the figures beside its end. */
static gboolean is_wrapped (const TzSheetLook *look)
{
  const TzSheet *sheet = look->sheet;
  const TzSheetLine *line = look->line;
  if (line->first != look->label || !tz_sheet_is_adjacent (sheet, look->row, line->next))
    return FALSE;
  const TzSheetLine *next = &sheet->lines[line->next];
  if (next->filled < 2 || next->first != look->label || (line->filled > 1 && !has_labels_only (look)))
    return FALSE;
  char folded[160];
  tz_cell_fold (tz_sheet_text (sheet, look->row, line->first), folded, sizeof folded);
  const char *text = tz_sheet_text (sheet, line->next, next->first);
  return g_ascii_islower (*text) || ends_open (folded);
}

void tz_look_at_order (const TzSheetLook *look, TzSheetLine *line, int before)
{
  const TzSheet *sheet = look->sheet;
  int row = look->row, next = line->next;
  gboolean close = tz_sheet_is_adjacent (sheet, row, next);
  gboolean above = is_parent (sheet, row, next), below = is_parent (sheet, before, row);
  gboolean open_next = close && !tz_sheet_filled (sheet, next, look->label);
  gboolean open_here = !tz_sheet_filled (sheet, row, look->label);
  /* A title by itself is no parent of the row below. */
  gboolean few = line->filled < 2, few_above = before >= 0 && sheet->lines[before].filled < 2;
  tz_sheet_set_rule (line, TZ_RULE_PARENT, above && open_next && (!few || open_here));
  tz_sheet_set_rule (line, TZ_RULE_SPANS, above && !open_next && !few);
  tz_sheet_set_rule (line, TZ_RULE_CHILD, below && open_here);
  tz_sheet_set_rule (line, TZ_RULE_SPANNED, below && !open_here && !few_above);
  tz_sheet_set_rule (line, TZ_RULE_RECURS,
                     line->filled >= 2 &&
                         (has_recurring (sheet, row, before) || (close && has_recurring (sheet, row, next))));
  tz_sheet_set_rule (line, TZ_RULE_ALONE_NEXT, close && is_alone (sheet, next));
  tz_sheet_set_rule (line, TZ_RULE_ALONE_BEFORE, !line->gap && is_alone (sheet, before));
  tz_sheet_set_rule (line, TZ_RULE_WRAP, is_wrapped (look));
  tz_sheet_set_rule (line, TZ_RULE_STUB,
                     line->filled == 1 && line->first == look->label && line->width <= TZ_LOOK_NARROW &&
                         close && sheet->lines[next].filled >= 2 &&
                         !tz_sheet_filled (sheet, next, look->label));
  tz_sheet_set_rule (line, TZ_RULE_LABELS, line->filled >= 2 && has_labels_only (look));
}
