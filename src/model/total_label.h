/* What the label of a row says of the row's figures. */
#ifndef TZ_MODEL_TOTAL_LABEL_H
#define TZ_MODEL_TOTAL_LABEL_H

#include <glib.h>

typedef enum {
  TZ_LABEL_PLAIN, /* they stand for themselves */
  TZ_LABEL_SUM,   /* 合计（7个）, 全市小计：, 总分 */
  TZ_LABEL_MEAN,  /* 平均 */
  TZ_LABEL_OTHER, /* 人均, 最高值, 增减: reckoned in another way */
  TZ_LABEL_SHARE  /* 其中：…: part of what stands above */
} TzLabelKind;

TzLabelKind tz_label_kind (const char *text);

/* Which word makes TEXT the label of a sum: the same number for 小计, 小计： and 全市小计. -1: none of the
 * usual ones. */
int tz_label_word (const char *text);

#endif
