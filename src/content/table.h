/* A table with the paragraphs that belong to it. */
#ifndef TZ_CONTENT_TABLE_H
#define TZ_CONTENT_TABLE_H

#include "content/grid.h"

typedef struct {
  char *text;
  char **parts; /* texts side by side (one at the left, the last at the right, others between), NULL-ended;
                   TEXT has them in a row. NULL: TEXT stands alone */
  TzTextStyle style;
  TzLen space_before, space_after;
  gboolean repeat; /* on every page of the table it stands above */
  gboolean tall;   /* if it is shrunk to stay on one line it keeps the height of its full size */
  int outline;     /* level in the PDF outline from 1; 0: none */
  gboolean found;  /* a label that stands in the table's file: what binds the table may call it otherwise */
} TzPara;

/* A table with what belongs to it: label, title and unit line above, notes below. */
typedef struct {
  GPtrArray *above; /* of TzPara */
  TzGrid *grid;
  GPtrArray *below;         /* of TzPara */
  TzPara *continued;        /* 续表: stands above the later pages' parts; NULL: nothing does */
  gboolean sideways;        /* too wide for any paper: goes on over several pages, key columns repeated */
  char *sheet_name;         /* what its worksheet is called; cleaned by output */
  char *outline_name;       /* what it is called in the PDF outline where it has no title; NULL: nothing */
  TzLen space_before;       /* from what stands above it on a page */
  gboolean section_outline; /* section rows appear in the PDF outline */
  TzNameSet *names;         /* words of its texts; NULL: none are known */
  gboolean freeze;          /* xlsx: head stays on screen */
  int freeze_cols;          /* xlsx: leading columns that stay on screen */
} TzTable;

TzPara *tz_para_new (const char *text, const TzTextStyle *style);
void tz_para_free (TzPara *para);

TzTable *tz_table_new (TzGrid *take_grid);
void tz_table_free (TzTable *table); /* NULL is allowed */
/* When TABLE has all its texts: NAMES are words of them. Once for a table. */
void tz_table_take_names (TzTable *table, TzNameSet *take_names);
/* Whether one of the paragraphs above it is a title: stands in the PDF outline. */
gboolean tz_table_is_titled (const TzTable *table);
/* TEXT is copied. The paragraph is lent; the table owns it. */
TzPara *tz_table_add_above (TzTable *table, const char *text, const TzTextStyle *style);
TzPara *tz_table_add_below (TzTable *table, const char *text, const TzTextStyle *style);
/* The same with the NULL-ended TEXTS side by side; of a single one the paragraph is an ordinary one. */
TzPara *tz_table_add_parts_above (TzTable *table, const char *const *texts, const TzTextStyle *style);
TzPara *tz_table_add_parts_below (TzTable *table, const char *const *texts, const TzTextStyle *style);
TzPara *tz_table_set_continued (TzTable *table, const char *text, const TzTextStyle *style);

#endif
