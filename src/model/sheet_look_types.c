/* Rules of types: figures, years, numbers of rows, words where figures stand. */
#include <string.h>

#include "model/sheet_look.h"
#include "model/sheet_words.h"

typedef struct {
  int fitting, clashing, years, rising, numbers, marks, words, dated;
} Tally;

static Tally tally_row (const TzSheetLook *look)
{
  Tally tally = { 0 };
  double before = 0;
  for (int col = look->line->first; col <= look->line->last; col++) {
    TzCellKind kind = tz_sheet_kind (look->sheet, look->row, col);
    gboolean figures = tz_look_holds_figures (look, col);
    double value;
    int places;
    if (!tz_cell_is_filled (kind))
      continue;
    tally.numbers += kind == TZ_CELL_NUMBER;
    tally.words += kind == TZ_CELL_WORDS;
    tally.marks += kind == TZ_CELL_MARK;
    tally.dated += kind == TZ_CELL_DATE;
    if (col == look->label)
      continue;
    tally.fitting += figures && (tz_cell_is_figure (kind) || kind == TZ_CELL_MARK);
    tally.clashing += figures && (kind == TZ_CELL_WORDS || kind == TZ_CELL_CODE);
    if (kind == TZ_CELL_YEAR && tz_cell_value (tz_sheet_text (look->sheet, look->row, col), &value, &places)) {
      tally.rising += tally.years > 0 && value >= before;
      tally.years++;
      before = value;
    }
  }
  return tally;
}

static gboolean are_years (const TzSheetLook *look, const Tally *tally)
{
  gboolean stub_empty = !tz_sheet_filled (look->sheet, look->row, look->label);
  if (tally->years == 0 || tally->years <= tally->numbers)
    return FALSE;
  if (!stub_empty && (tally->years < 2 || tally->rising * 10 < (tally->years - 1) * 7))
    return FALSE;
  return tally->years * 2 >= look->line->filled - tally->marks;
}

/* 1, 一, （一） … stands in the label column of ROW. */
static gboolean is_first_serial (const TzSheet *sheet, int row, int label)
{
  enum { LONGEST = 12 }; /* bytes of the longest: （一） with a blank */
  char folded[24];
  gboolean whole;
  int number;
  if (row < 0 || sheet->lines[row].filled < 2 || label >= sheet->n_cols || !tz_sheet_filled (sheet, row, label))
    return FALSE;
  const char *text = tz_sheet_text (sheet, row, label);
  if ((g_ascii_isdigit (*text) && *text != '1') || strlen (text) > LONGEST)
    return FALSE;
  tz_cell_fold (text, folded, sizeof folded);
  return tz_sheet_numbering (folded, &number, &whole) != TZ_NUMBERING_NONE && whole && number == 1 &&
         !tz_sheet_is_colnum (sheet, row);
}

/* "(1,000)", "（万元）", "%", "mg/L" in brackets; words in brackets are taken for a unit here. */
static gboolean is_unit_cell (const TzSheet *sheet, int row, int col)
{
  char folded[64];
  tz_cell_fold (tz_sheet_text (sheet, row, col), folded, sizeof folded);
  gsize n = strlen (folded);
  if (strcmp (folded, "%") == 0 || strcmp (folded, "percent") == 0)
    return TRUE;
  if (n < 3 || folded[0] != '(' || folded[n - 1] != ')')
    return FALSE;
  TzCellKind kind = tz_sheet_kind (sheet, row, col);
  if (kind != TZ_CELL_NUMBER)
    return kind == TZ_CELL_WORDS || (kind == TZ_CELL_MARK && n == 3);
  /* Thousands and ten thousands are units, other figures in brackets are negative. */
  return g_str_has_prefix (folded, "(1,000") || g_str_has_prefix (folded, "(10,000") ||
         strcmp (folded, "(1000)") == 0;
}

/* Every filled cell but the first, and that too unless it is a label, names a unit. */
static gboolean are_units (const TzSheetLook *look)
{
  int n = 0;
  for (int col = look->line->first; col <= look->line->last; col++) {
    if (!tz_sheet_filled (look->sheet, look->row, col))
      continue;
    gboolean unit = is_unit_cell (look->sheet, look->row, col);
    if (!unit && col != look->label)
      return FALSE;
    n += unit;
  }
  return n >= 2;
}

void tz_look_at_types (const TzSheetLook *look, TzSheetLine *line)
{
  const TzSheet *sheet = look->sheet;
  Tally tally = tally_row (look);
  gboolean years = are_years (look, &tally);
  gboolean colnum = tz_sheet_is_colnum (sheet, look->row);
  gboolean ruler = line->filled >= 2 && tally.marks == line->filled;
  gboolean labelled = tz_sheet_filled (sheet, look->row, look->label);
  TzCellKind label = labelled ? tz_sheet_kind (sheet, look->row, look->label) : TZ_CELL_EMPTY;
  gboolean serial = labelled && tz_look_holds_figures (look, look->label) &&
                    (tz_cell_is_figure (label) || label == TZ_CELL_CODE);
  serial = serial || (label == TZ_CELL_DATE && tz_look_holds_dates (look, look->label));

  tz_sheet_set_rule (line, TZ_RULE_YEARS, years);
  tz_sheet_set_rule (line, TZ_RULE_COLNUM, colnum);
  tz_sheet_set_rule (line, TZ_RULE_RULER, ruler);
  tz_sheet_set_rule (line, TZ_RULE_NUMBERS,
                     tally.fitting > 0 && tally.marks < line->filled && !years && !colnum);
  tz_sheet_set_rule (line, TZ_RULE_CLASH, tally.clashing > 0);
  tz_sheet_set_rule (line, TZ_RULE_CLASHES, tally.clashing > 1);
  tz_sheet_set_rule (line, TZ_RULE_SERIAL, serial && !colnum);
  tz_sheet_set_rule (line, TZ_RULE_FIRST_SERIAL, is_first_serial (sheet, look->row, look->label));
  tz_sheet_set_rule (line, TZ_RULE_BEFORE_FIRST,
                     line->next >= 0 && is_first_serial (sheet, line->next, look->label));
  tz_sheet_set_rule (line, TZ_RULE_SHORT,
                     line->filled >= 3 && tally.words == line->filled && line->widest <= TZ_LOOK_NARROW &&
                         line->widest > 0);
  gboolean apart = line->filled == 2 && line->last >= line->first + 2;
  tz_sheet_set_rule (line, TZ_RULE_DATE, tally.dated == 1 && (line->filled == 1 || apart));
  tz_sheet_set_rule (line, TZ_RULE_UNITS, line->filled >= 2 && are_units (look));
}
