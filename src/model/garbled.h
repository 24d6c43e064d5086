/* Texts that were saved or converted in a wrong encoding before they came here. */
#ifndef TZ_MODEL_GARBLED_H
#define TZ_MODEL_GARBLED_H

#include <glib.h>

/* Whether TEXT, some dozen characters or more, is UTF-8 or GBK that was read as another encoding: 鍙拌处 for
 * 台账, å°è´¦ for it. Sound Chinese text of that length never is. */
gboolean tz_text_is_garbled (const char *text);

#endif
