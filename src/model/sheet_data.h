/* What the files of the sheet model share. */
#ifndef TZ_MODEL_SHEET_DATA_H
#define TZ_MODEL_SHEET_DATA_H

#include "model/sheet.h"
#include "model/sheet_cell.h"

/* The five kinds of row that follow one another in a sheet; each is told apart further when they are known. */
typedef enum {
  TZ_PART_ABOVE, /* label, title, unit line … */
  TZ_PART_HEAD,
  TZ_PART_SECTION,
  TZ_PART_BODY,
  TZ_PART_BELOW, /* notes and sign-off */
  TZ_N_PARTS,
  TZ_PART_NONE = TZ_N_PARTS /* a blank row; before the first row */
} TzPart;

/* The rules, in the order of their table. */
typedef enum {
  TZ_RULE_ALONE,
  TZ_RULE_TWO,
  TZ_RULE_MANY,
  TZ_RULE_WHOLE,
  TZ_RULE_LATE,
  TZ_RULE_CORNER,
  TZ_RULE_LONG,
  TZ_RULE_STOP,
  TZ_RULE_LONG_CELL,
  TZ_RULE_SHORT,
  TZ_RULE_NUMBERS,
  TZ_RULE_CLASH,
  TZ_RULE_CLASHES,
  TZ_RULE_YEARS,
  TZ_RULE_COLNUM,
  TZ_RULE_SERIAL,
  TZ_RULE_FIRST_SERIAL,
  TZ_RULE_BEFORE_FIRST,
  TZ_RULE_RULER,
  TZ_RULE_RECURS,
  TZ_RULE_REPEAT,
  TZ_RULE_WRAP,
  TZ_RULE_STUB,
  TZ_RULE_PARENT,
  TZ_RULE_CHILD,
  TZ_RULE_SPANS,
  TZ_RULE_SPANNED,
  TZ_RULE_TOP,
  TZ_RULE_TAIL,
  TZ_RULE_NARROW,
  TZ_RULE_FIRST,
  TZ_RULE_ALONE_NEXT,
  TZ_RULE_ALONE_BEFORE,
  TZ_RULE_GAP_ABOVE,
  TZ_RULE_GAP_BELOW,
  TZ_RULE_DATA_NEXT,
  TZ_RULE_LABELS,
  TZ_RULE_WAITING,
  TZ_RULE_NOTE,
  TZ_RULE_SIGN,
  TZ_RULE_LABEL,
  TZ_RULE_UNIT,
  TZ_RULE_ENTRY,
  TZ_RULE_TITLE,
  TZ_RULE_BRACKETED,
  TZ_RULE_DATE,
  TZ_RULE_ORGAN,
  TZ_RULE_SECTION,
  TZ_RULE_NUMBERED,
  TZ_RULE_COLUMN,
  TZ_RULE_COLUMNS,
  TZ_RULE_PAIRS,
  TZ_RULE_FIELD,
  TZ_RULE_FORM,
  TZ_RULE_NAME,
  TZ_RULE_UNITS,
  TZ_RULE_HEAD_NEXT,
  TZ_RULE_BEGINS,
  TZ_RULE_COLON,
  TZ_RULE_TOTAL,
  TZ_RULE_MERGED_WIDE,
  TZ_RULE_MERGED_HEAD,
  TZ_RULE_MERGED_LEVEL,
  TZ_RULE_BOLD,
  TZ_N_RULES
} TzRule;

typedef struct {
  const char *name;
  double
      votes[TZ_N_PARTS]; /* natural logarithms of odds: how much likelier each part is where the rule holds */
  const char *reason;
} TzRuleEntry;

extern const TzRuleEntry tz_sheet_rules[TZ_N_RULES];
/* What a step from one part (TZ_PART_NONE: the sheet's beginning) to the next costs, without and with a blank
 * row between, and what it costs that the sheet ends in it. */
extern const double tz_sheet_steps[2][TZ_N_PARTS + 1][TZ_N_PARTS];
extern const double tz_sheet_ends[TZ_N_PARTS];

typedef struct {
  guint64 rules; /* bits of TzRule */
  int next;      /* the next row that is not blank, or -1 */
  int number;    /* in the file, from 1 */
  guint16 filled, first, last;
  guint16 words;        /* TZ_WORD_ bits of the first filled cell */
  guint8 width, widest; /* of the first filled cell and of the widest, up to 255 */
  guint8 gap;           /* a blank row stands above */
  guint8 part, cls;
  guint8 other;  /* the next likely part */
  guint8 sure;   /* 255: certain */
  guint8 titled; /* cells that bear a title of the template */
} TzSheetLine;

struct TzSheet {
  const TzSheetRows *rows;
  int n_rows, n_cols;
  guint8 *kinds;      /* TzCellKind of all cells, n_cols a row */
  TzSheetLine *lines; /* n_rows */
  GArray *tables;     /* of TzSheetTable */
  GPtrArray *titles;  /* of GArray of TzSheetTitle, one a table */
};

static inline TzCellKind tz_sheet_kind (const TzSheet *sheet, int row, int col)
{
  return (TzCellKind)sheet->kinds[(gsize)row * (gsize)sheet->n_cols + (gsize)col];
}

static inline gboolean tz_sheet_filled (const TzSheet *sheet, int row, int col)
{
  return tz_cell_is_filled (tz_sheet_kind (sheet, row, col));
}

static inline guint64 tz_rule_bit (TzRule rule)
{
  return G_GUINT64_CONSTANT (1) << rule;
}

static inline void tz_sheet_set_rule (TzSheetLine *line, TzRule rule, gboolean holds)
{
  if (holds)
    line->rules |= tz_rule_bit (rule);
}

static inline gboolean tz_sheet_has_rule (const TzSheetLine *line, TzRule rule)
{
  return (line->rules & tz_rule_bit (rule)) != 0;
}

/* "" beyond the row's end and for a cell under a merged one. */
const char *tz_sheet_text (const TzSheet *sheet, int row, int col);
void tz_sheet_facts (const TzSheet *sheet, int row, int col, TzSheetFacts *facts);

/* Reads all cells; the first step. */
void tz_sheet_read_lines (TzSheet *sheet, const TzSheetHints *hints);
/* Finds which rules hold for each row. KNOWN: the lines' parts are known from a first round, so that the
 * columns' types are taken from the body alone; else from all rows with several cells. */
void tz_sheet_find_rules (TzSheet *sheet, gboolean known);
/* Sets each line's part by the best way through all rows, and when KNOWN how sure it is. */
void tz_sheet_find_path (TzSheet *sheet, const TzSheetHints *hints, gboolean known);

/* Splits the body in rows and totals. */
void tz_sheet_find_totals (TzSheet *sheet);
/* Names rows above and below, column numbers, sections. */
void tz_sheet_name_rows (TzSheet *sheet);
void tz_sheet_find_tables (TzSheet *sheet);
/* The cells of TABLE's head. g_array_unref. */
GArray *tz_sheet_build_titles (const TzSheet *sheet, const TzSheetTable *table);

/* 甲 乙 1 2; 1 2 3; 栏次 1 2: numbers rising by one and nothing else but short marks. */
gboolean tz_sheet_is_colnum (const TzSheet *sheet, int row);

#endif
