/* Lists of words in a sentence. */
#ifndef TZ_BASE_LIST_H
#define TZ_BASE_LIST_H

#include <glib.h>

/* "a, b and c", "a, b or c", as the language of the messages has it. WORDS ends with NULL. g_free. */
char *tz_list_and (const char *const *words);
char *tz_list_or (const char *const *words);

#endif
