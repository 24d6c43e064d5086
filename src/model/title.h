/* What a column's title says of its texts. */
#ifndef TZ_MODEL_TITLE_H
#define TZ_MODEL_TITLE_H

#include <glib.h>

/* Whether TITLE is one of codes, numbers of phones and documents, or years: figures that nobody adds up (编号,
 * 身份证号, 联系电话, 年份, 文号, Phone, Code). The rows' own numbers (序号) are none. */
gboolean tz_title_names_codes (const char *title);
/* Whether TITLE is one of days: 完成时限, 日期, Date. */
gboolean tz_title_names_days (const char *title);
/* Whether TITLE is one of amounts: 投资（万元）, 数量, 单价. */
gboolean tz_title_names_amounts (const char *title);

#endif
