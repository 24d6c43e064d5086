#include "model/row_list.h"

#include <string.h>

enum { LAST_ROW = 1048576 }; /* of a worksheet */

/* Reads "4-5" or "9" at *P; FALSE for anything else. */
static gboolean read_range (const char **p, int *first, int *last)
{
  char *end;
  guint64 from = g_ascii_strtoull (*p, &end, 10), to = from;
  if (!g_ascii_isdigit (**p) || from > LAST_ROW)
    return FALSE;
  if (*end == '-') {
    const char *second = end + 1;
    to = g_ascii_strtoull (second, &end, 10);
    if (!g_ascii_isdigit (*second) || to > LAST_ROW || to < from || from == 0)
      return FALSE;
  }
  *p = end;
  *first = (int)from;
  *last = (int)to;
  return TRUE;
}

/* The ranges of TEXT one by one: *P is moved on. FALSE at the end, *GOOD tells whether all was understood. */
static gboolean next_range (const char **p, int *first, int *last, gboolean *good)
{
  *p += strspn (*p, " \t");
  if (**p == '\0')
    return FALSE;
  *good = read_range (p, first, last);
  *p += strspn (*p, " \t");
  *good &= **p == '\0' || **p == ',';
  *p += **p == ',';
  return *good;
}

gboolean tz_row_list_is_valid (const char *text)
{
  const char *p = text;
  gboolean good = FALSE;
  int first, last;
  while (next_range (&p, &first, &last, &good))
    if (first == 0 && !g_str_equal (text, "0"))
      return FALSE;
  return good;
}

gboolean tz_row_list_has (const char *text, int row)
{
  const char *p = text ? text : "";
  gboolean good = FALSE;
  int first, last;
  while (next_range (&p, &first, &last, &good))
    if (row >= first && row <= last)
      return TRUE;
  return FALSE;
}
