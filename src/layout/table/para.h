/* A paragraph above or below a table, set: one text, or several side by side.
 *
 *   |填报单位：…         填报人：…         日期：…|      parts that fit beside each other
 *
 *   |填报单位：…         填报人：…               |      and those that do not: each line is
 *   |电话：…                             日期：…|      spread by itself */
#ifndef TZ_LAYOUT_TABLE_PARA_H
#define TZ_LAYOUT_TABLE_PARA_H

#include "content/table.h"
#include "layout/measure.h"

/* A text and where it stands, from the paragraph's upper left corner below the room above it. */
typedef struct {
  const TzLines *lines;
  TzLen x, y;
} TzParaText;

/* The texts of PARA, set for WIDTH: of TzParaText, from the left and from above. *HEIGHT is theirs, without the
 * room around the paragraph. g_array_unref. */
GArray *tz_para_texts (const TzPara *para, const TzMeasure *measure, TzLen width, TzLen *height);
/* Set for WIDTH, with the room around it. */
TzLen tz_para_height (const TzPara *para, const TzMeasure *measure, TzLen width);

#endif
