/* The drawing board of charts: labels, bars, legends, and what the kinds share. */
#ifndef TZ_LAYOUT_CHART_BOARD_H
#define TZ_LAYOUT_CHART_BOARD_H

#include "layout/chart/chart.h"

/* Greys of what is not data, and the thicknesses of rules. */
#define TZ_CHART_GREY  0x595959
#define TZ_CHART_TRACK 0xD9D9D9
#define TZ_CHART_AXIS  (TZ_PT / 2)
#define TZ_CHART_HAIR  (TZ_PT * 3 / 8)

typedef struct {
  const TzChart *chart;
  const TzMeasure *measure;
  TzPage *page; /* what is drawn, from 0, 0 */
  TzLen width;
  TzLen y;                         /* lower end of what stands so far */
  TzTextStyle title, label, value; /* VALUE: of numbers in and at the data, a little smaller */
  gboolean percent, tenths;        /* values are tenths of a percent; some are no whole percents */
  gboolean plain;                  /* bars of one tone need no hatching */
  gboolean bare;                   /* numbers go without a percent sign: the unit is told above them */
  guint first, n;                  /* categories shown: a part of a chart too high for a page */
  TzLen less; /* so much lower than usual it should be, as far as it stays readable; negative: higher */
} TzBoard;

/* The styles and the range are set, the page is empty. */
TzBoard tz_board_begin (const TzChart *chart, TzLen width, const TzMeasure *measure);

/* Each draws its kind from board->y on and moves it. A chart without categories, or a
 * calendar without days, is drawn by none of them. */
void tz_chart_draw_bars (TzBoard *board);
void tz_chart_draw_progress (TzBoard *board);
void tz_chart_draw_trend (TzBoard *board);
void tz_chart_draw_calendar (TzBoard *board);

/* ---- labels ---- */

typedef struct {
  const TzLines *lines; /* NULL: none */
  TzLen width, height;
} TzLabel;

/* Not wider than ROOM: then in several lines. */
TzLabel tz_board_label (const TzBoard *board, const char *text, const TzTextStyle *style, guint32 colour,
                        TzLen room);
void tz_board_put (TzBoard *board, const TzLabel *label, TzLen x, TzLen y);
/* Its digits' middle, or its hanzi's, at MIDDLE. */
void tz_board_put_middle (TzBoard *board, const TzLabel *label, TzLen x, TzLen middle);
/* As "12" or "45.5%". */
char *tz_board_number (const TzBoard *board, gint64 value);

/* ---- data ---- */

guint tz_board_n_series (const TzBoard *board);
const TzChartSeries *tz_board_series (const TzBoard *board, guint series);
/* TZ_CHART_UNKNOWN for every negative value and for one that is missing. */
int tz_board_value (const TzBoard *board, guint series, guint category);

/* ---- shapes ---- */

void tz_board_rule (TzBoard *board, TzLen x0, TzLen y0, TzLen x1, TzLen y1, TzLen thickness, guint32 colour);
/* A bar's piece of TONE; its hatching leaves free what lies between FREE and FREE_END. */
void tz_board_bar (TzBoard *board, TzTone tone, TzLen x, TzLen y, TzLen width, TzLen height, TzLen free,
                   TzLen free_end);

/* ---- parts of charts ---- */

typedef enum { TZ_KEY_BAR, TZ_KEY_TICK } TzKeyKind;

typedef struct {
  TzKeyKind kind;
  TzTone tone;
  const char *name;
} TzKey;

/* A line or more of keys from LEFT on, and the unit at the right. Nothing for neither. */
void tz_board_legend (TzBoard *board, const TzKey *keys, guint n, TzLen left, gboolean with_unit);

/* The names of the categories in a column of their own at the left. */
typedef struct {
  TzLabel *labels; /* of the categories shown; g_free */
  TzLen width;
} TzNames;

TzNames tz_board_names (const TzBoard *board);

/* Heights of the rows that hold a bar each: comfortable for a dozen, closer for more or if it should be lower.
 */
typedef struct {
  TzLen bar, pitch;
} TzBarSizes;

TzBarSizes tz_board_bar_sizes (const TzBoard *board);

/* ---- places on a line ---- */

typedef struct {
  TzLen want, size; /* where it would like to begin; its length */
  TzLen at;         /* the answer */
} TzSpan;

/* Places N spans in their order between LOW and HIGH, GAP apart, near to what they want:
 * those that push each other share the loss. FALSE when they do not fit; then they
 * stand from LOW on. */
gboolean tz_chart_spread (TzSpan *spans, guint n, TzLen gap, TzLen low, TzLen high);

#endif
