/* How a cell looks and what may be written into it: a grid's cells name
 * a style by number, so that a table of 100,000 cells has a dozen styles. */
#ifndef TZ_CONTENT_STYLE_H
#define TZ_CONTENT_STYLE_H

#include "base/text.h"
#include "base/value.h"
#include "content/fill_in.h"

typedef enum { TZ_CELL_BODY, TZ_CELL_HEAD, TZ_CELL_SECTION, TZ_CELL_TOTAL } TzCellKind;

typedef struct {
  TzTextStyle text;
  TzVAlign valign;
  TzLen pad_x, pad_y; /* between rule and text */
  TzLen indent; /* of all lines from the left, besides PAD_X: the level of a label in a hierarchy; whole ems */
  TzCellKind kind;
  TzValueType type; /* text unless the template says number */
  TzFillIn fill;
  guint32 background; /* 0xRRGGBB; 0xFFFFFF: none */
} TzCellStyle;

gboolean tz_cell_style_equal (const TzCellStyle *a, const TzCellStyle *b);

#endif
