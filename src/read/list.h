/* Lists in the value of an INI key: "是; 否", "A4, A3 landscape". */
#ifndef TZ_READ_LIST_H
#define TZ_READ_LIST_H

#include <glib.h>

/* The parts of TEXT between one MARK (a string that is not empty) and the next, without
 * the blanks at their ends. A MARK behind a backslash does not count; the backslash
 * stays, for whoever undoes the escapes. An empty part is a part: "a,,b" has three, ""
 * has one. NULL-ended; g_strfreev. */
char **tz_list_split (const char *text, const char *mark);

#endif
