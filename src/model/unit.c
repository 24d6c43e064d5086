#include "model/unit.h"

char **tz_units_list (const TzAliases *units, const char *text)
{
  g_auto (GStrv) written = tz_unit_split (text);
  GPtrArray *names = g_ptr_array_new ();
  for (char **name = written; *name; name++) {
    const char *shown = tz_aliases_name (units, *name);
    if (!g_ptr_array_find_with_equal_func (names, shown, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (shown));
  }
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (names, FALSE);
}
