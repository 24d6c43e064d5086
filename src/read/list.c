#include "read/list.h"

#include <string.h>

char **tz_list_split (const char *text, const char *mark)
{
  GPtrArray *parts = g_ptr_array_new ();
  gsize n = strlen (mark);
  const char *start = text;
  for (const char *p = text;;) {
    gboolean at_mark = *p != '\0' && strncmp (p, mark, n) == 0;
    if (at_mark || *p == '\0')
      g_ptr_array_add (parts, g_strstrip (g_strndup (start, (gsize)(p - start))));
    if (*p == '\0')
      break;
    if (at_mark)
      start = p += n;
    else
      p += *p == '\\' && p[1] != '\0' ? 2 : 1;
  }
  g_ptr_array_add (parts, NULL);
  return (char **)g_ptr_array_free (parts, FALSE);
}
