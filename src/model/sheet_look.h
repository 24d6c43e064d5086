/* How the rules see a row: with the rows around it, which tell what its columns hold. */
#ifndef TZ_MODEL_SHEET_LOOK_H
#define TZ_MODEL_SHEET_LOOK_H

#include "model/sheet_data.h"

/* Widths in columns of a terminal. */
enum {
  TZ_LOOK_NARROW = 26, /* up to which a text may well be a column's title or a name */
  TZ_LOOK_WIDE = 60    /* from which a text alone is a sentence rather than a name */
};

/* What the cells of a column near a row are. */
typedef struct {
  int figures, words, others;
} TzSheetCensus;

typedef struct {
  TzSheet *sheet;
  TzSheetCensus *near;        /* by column: of the rows in the window */
  gboolean known;             /* a first classification is there: only body rows are asked */
  int row;                    /* the row the window is around */
  int table_first, table_end; /* rows that belong to the same table as far as is known */
  const TzSheetLine *line;    /* of ROW */
  int label;                  /* the first column that holds anything near */
  int last;                   /* the last one */
  int n_used;                 /* how many hold anything near */
} TzSheetLook;

void tz_look_open (TzSheetLook *look, TzSheet *sheet, gboolean known);
/* Moves the window to ROW, which is the next one; the first is 0. */
void tz_look_move (TzSheetLook *look, int row);
void tz_look_close (TzSheetLook *look);

gboolean tz_look_holds_figures (const TzSheetLook *look, int col);
/* Dates or codes. */
gboolean tz_look_holds_dates (const TzSheetLook *look, int col);

/* The rules that the row's cells obey by what they are; by how they stand to the rows BEFORE (-1: none) and
 * after; by their words. */
void tz_look_at_types (const TzSheetLook *look, TzSheetLine *line);
void tz_look_at_order (const TzSheetLook *look, TzSheetLine *line, int before);
void tz_look_at_words (const TzSheetLook *look, TzSheetLine *line);
/* The rules that tz_look_at_words finds, which do not change when the columns' types are known. */
guint64 tz_look_word_rules (void);

/* NEXT follows ROW immediately, and both have cells. */
gboolean tz_sheet_is_adjacent (const TzSheet *sheet, int row, int next);

static inline gboolean tz_cell_is_figure (TzCellKind kind)
{
  return kind == TZ_CELL_NUMBER || kind == TZ_CELL_YEAR;
}

#endif
