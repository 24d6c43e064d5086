/* Column widths: fixed ones as given, the others solved for the least height. */
#ifndef TZ_LAYOUT_TABLE_COLUMN_H
#define TZ_LAYOUT_TABLE_COLUMN_H

#include "content/grid.h"
#include "layout/measure.h"

/* What the texts of a table demand of its columns' widths (CSS calls such sizes intrinsic): measured
 * once, and then solved for several paper widths. GRID and MEASURE must outlive it. */
typedef struct TzDemand TzDemand;

TzDemand *tz_demand_new (const TzGrid *grid, const TzMeasure *measure);
void tz_demand_free (TzDemand *demand);

/* The width that column COL needs to read well: its floor, or its fixed width. */
TzLen tz_demand_floor (const TzDemand *demand, int col);
/* The same for a column that repeats on panels: its widest text on one line, up to
 * 12 em. */
TzLen tz_demand_comfort (const TzDemand *demand, int col);
/* What all columns need, and whether that is there. */
TzLen tz_demand_floors (const TzDemand *demand);
gboolean tz_demand_floors_fit (const TzDemand *demand, TzLen room);

/* The width below which some column could not hold two characters. */
TzLen tz_demand_least (const TzDemand *demand);

/* Column edges, n_cols + 1 from 0; the last is ROOM exactly, or less when every
 * column has a cap. ROOM is at least tz_demand_least. g_free. */
TzLen *tz_demand_solve (const TzDemand *demand, TzLen room);

/* One way to answer. HEIGHT: of the rows that were looked at, without padding, about as they will be set; the
 * head once a page. FLAWS: of their texts in narrow columns. */
typedef struct {
  TzLen *edges; /* as of tz_demand_solve */
  gint64 height;
  gint64 flaws;
} TzSolution;

/* What widths are asked for. */
typedef struct {
  TzLen room;
  TzLen page; /* the height of a page, on each of which the head is repeated; 0: of one page */
  int weight; /* how much flaws (holes, words and names cut) count against height */
  int most;   /* how many ways */
} TzAsk;

/* The same, and next best ways: an array of at most ASK->most TzSolution, the cheapest first, which frees their
 * edges. A slightly higher table may break into fewer pages. g_array_unref. */
enum { TZ_FLAWS_NOT = 0, TZ_FLAWS_USUAL = 4 };
GArray *tz_demand_solutions (const TzDemand *demand, const TzAsk *ask);

/* Whether text stays readable with these EDGES: no column of long text is
 * squeezed under 12 em, none of short text under what its words need. */
gboolean tz_demand_readable (const TzDemand *demand, const TzLen *edges);

#endif
