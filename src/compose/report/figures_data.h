/* The inside of the figures, for the files of this room that make them. */
#ifndef TZ_COMPOSE_REPORT_FIGURES_DATA_H
#define TZ_COMPOSE_REPORT_FIGURES_DATA_H

#include "compose/report/figures.h"

struct TzFigures {
  const TzLedger *ledger;
  const TzFacts *facts;
  const TzStats *stats;
  const TzTemplate *form;
  int n_regions;
};

/* ── a table under construction (figure_table.c) ─────────────────────────── */

typedef struct {
  const char *group; /* upper head cell, shared by neighbours; NULL: HEAD reaches over both rows */
  const char *head;
  TzValueType type;
  TzAlign align;
  double floor, cap; /* em; cap 0: none */
  gboolean key;      /* repeated where the table goes on sideways */
  gboolean label;    /* names its row */
  gboolean tight;    /* one of many: hardly any room beside its text */
} TzFigureColumn;

typedef struct {
  const TzFigures *figures;
  TzTable *table;
  int n_cols, row;
  int *body, *total; /* styles, one a column */
  int section;
  gboolean *labels; /* one a column */
  int next;         /* column */
} TzFigureTable;

/* TITLE stands above, at its right UNIT (may be NULL). SIZE: of the text; 0: the form's. */
TzFigureTable *tz_figure_table_begin (const TzFigures *figures, const char *title, const char *unit,
                                      const TzFigureColumn *columns, int n_columns, TzLen size);
/* A row: TZ_ROW_TOTAL, TZ_ROW_SECTION (one text over all columns), or 0. */
void tz_figure_row (TzFigureTable *t, guint flags);
/* The next cell of the row. */
void tz_figure_put (TzFigureTable *t, const char *text);
/* The same on grey. */
void tz_figure_put_shaded (TzFigureTable *t, const char *text);
void tz_figure_take (TzFigureTable *t, char *take_text);
void tz_figure_put_number (TzFigureTable *t, int number);
/* One more paragraph below. */
void tz_figure_note (TzFigureTable *t, const char *text);
TzTable *tz_figure_table_end (TzFigureTable *take_t);

/* "+3", "-1", "0"; and the same of tenths: "+3.3". g_free. */
char *tz_figure_change (int change);
char *tz_figure_change_tenths (int tenths);

/* "一-5 外线行政审批提速". g_free. */
char *tz_figure_task_name (const TzFigures *figures, int task);

/* ── makers ──────────────────────────────────────────────────────────────── */

TzTable *tz_figure_total (const TzFigures *figures);
TzTable *tz_figure_sections (const TzFigures *figures);
TzTable *tz_figure_units (const TzFigures *figures);
TzTable *tz_figure_regions (const TzFigures *figures);
TzTable *tz_figure_periods (const TzFigures *figures);
TzTable *tz_figure_matrix (const TzFigures *figures);
TzTable *tz_figure_task_matrix (const TzFigures *figures);
TzTable *tz_figure_list (const TzFigures *figures, TzStatsList list);

TzChart *tz_figure_bars (const TzFigures *figures, TzStatsBy by);
TzChart *tz_figure_progress (const TzFigures *figures);
TzChart *tz_figure_trend (const TzFigures *figures);
TzChart *tz_figure_calendar (const TzFigures *figures);

/* States in the order in which tables and charts show them, and each one's tone. */
extern const TzStatus tz_figure_states[TZ_N_STATUSES];
TzTone tz_figure_tone (TzStatus status);

#endif
