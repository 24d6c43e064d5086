/* What names of offices and companies look like. */
#ifndef TZ_MODEL_ORGAN_H
#define TZ_MODEL_ORGAN_H

#include <glib.h>

/* Whether START … END reads like the name of an office: four hanzi or more, with one
 * of the words at its end that such names end in (局, 委员会, 公司 …). */
gboolean tz_organ_is_name (const char *start, const char *end);

/* The hanzi that stand before END, from START on at the earliest: where they begin. */
const char *tz_organ_run_before (const char *start, const char *end);

/* Whether the hanzi from START on begin with such a name: 国家能源局关于印发… */
gboolean tz_organ_begins (const char *start);

#endif
