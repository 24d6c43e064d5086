/* A chart as content: what it says, before it has a place or a size. The numbers it
 * shows are whole: counts of tasks, or tenths of a percent. */
#ifndef TZ_CONTENT_CHART_H
#define TZ_CONTENT_CHART_H

#include "base/text.h"

typedef enum {
  TZ_CHART_BARS,     /* a lying bar for each category, its series stacked; the whole behind its end */
  TZ_CHART_PROGRESS, /* a lying bar for each category, series 0, and a mark at series 1: the time gone by */
  TZ_CHART_TREND,    /* categories are periods in order; each series is a line */
  TZ_CHART_CALENDAR, /* a strip of days with marks at the due days */
  TZ_N_CHART_KINDS
} TzChartKind;

/* What a series or a mark means; colours, greys and hatches follow from it alone. */
typedef enum {
  TZ_TONE_DONE,
  TZ_TONE_CLOSED,
  TZ_TONE_ONGOING,
  TZ_TONE_NOT_STARTED,
  TZ_TONE_LATE,
  TZ_TONE_PLAN, /* the plan: time gone by, tasks due */
  TZ_N_TONES
} TzTone;

/* Colours, 0xRRGGBB. The tones' fills are steps of about 16 in CIE lightness, so that
 * they differ on a laser printer, and lie on the axis from blue to yellow, which the
 * colour-blind see too. */
guint32 tz_tone_colour (TzTone tone); /* of a bar */
guint32 tz_tone_ink (TzTone tone);    /* of a number on such a bar */
guint32 tz_tone_line (TzTone tone);   /* of a line, a marker or a number on paper */
/* Bars of this tone have white lines across as well, so that they stand out in grey. */
gboolean tz_tone_is_hatched (TzTone tone);

enum { TZ_CHART_UNKNOWN = -1 }; /* a value that nobody reported: nothing is drawn */

typedef struct {
  char *name; /* as the legend has it */
  TzTone tone;
  GArray *values; /* int, one a category, TZ_CHART_UNKNOWN where there is none */
} TzChartSeries;

/* Tasks due on a day of a calendar strip; where they differ, there is one of these for each tone. */
typedef struct {
  guint32 day; /* Julian, as g_date_get_julian gives it */
  int n;       /* tasks due on it */
  TzTone tone;
} TzChartDay;

typedef struct {
  TzChartKind kind;
  char *name;  /* the word by which a text asks for it; its worksheet's name is made from TITLE */
  char *title; /* below it: 图1 各部分任务完成情况 */
  char *unit;  /* of counts: 项; "%": values are tenths of a percent */
  char *axis;  /* what its categories are: 责任单位; NULL: no word is needed */
  TzTextStyle title_style, label_style;
  GPtrArray *categories; /* of char * */
  GPtrArray *series;     /* of TzChartSeries; every one has as many values as there are categories */
  GArray *days; /* CALENDAR: TzChartDay, ascending; its categories and series count them by month and tone */
  guint32 first_day, last_day, today; /* CALENDAR; Julian; TODAY 0: not shown */
} TzChart;

/* TITLE and UNIT are copied, may be NULL. */
TzChart *tz_chart_new (TzChartKind kind, const char *name, const char *title, const char *unit);
void tz_chart_free (TzChart *chart); /* NULL is allowed */
void tz_chart_add_category (TzChart *chart, const char *name);
/* Lent; its values are to be appended. */
TzChartSeries *tz_chart_add_series (TzChart *chart, const char *name, TzTone tone);
void tz_chart_add_day (TzChart *chart, guint32 day, int n, TzTone tone);
/* Its title and what it shows as a sentence, for readers that do not see it. g_free. */
char *tz_chart_words (const TzChart *chart);

#endif
