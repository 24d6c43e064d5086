#include "model/unit.h"

#include "base/intl.h"
#include "base/utf8.h"
#include "model/schema.h"

#include <string.h>

struct TzUnits {
  GHashTable *names; /* folded alias -> shown name */
  GStringChunk *strings;
};

TzUnits *tz_units_new (void)
{
  TzUnits *units = g_new0 (TzUnits, 1);
  units->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  units->strings = g_string_chunk_new (1024);
  return units;
}

void tz_units_free (TzUnits *units)
{
  if (!units)
    return;
  g_hash_table_destroy (units->names);
  g_string_chunk_free (units->strings);
  g_free (units);
}

static void add_alias (TzUnits *units, const char *alias, const char *shown, const TzPlace *place, TzDiag *diag)
{
  char *folded = tz_title_fold (alias);
  const char *other = g_hash_table_lookup (units->names, folded);
  if (*folded == '\0' || (other && g_str_equal (other, shown))) {
    g_free (folded);
    return;
  }
  if (!other) {
    g_hash_table_insert (units->names, folded, (gpointer)shown);
    return;
  }
  tz_diag_add (diag, TZ_ERROR, place, "unit-twice",
               _ ("“%s” is a name of “%s” already; leave it in one line of [units] only"), alias, other);
  g_free (folded);
}

/* Names in a list are parted by semicolons of either width and by line ends. */
static char **split_aliases (const char *aliases)
{
  g_autoptr (GString) list = g_string_new (aliases);
  g_string_replace (list, "；", ";", 0);
  g_string_replace (list, "\n", ";", 0);
  return g_strsplit (list->str, ";", -1);
}

void tz_units_add (TzUnits *units, const char *key, const char *aliases, const TzPlace *place, TzDiag *diag)
{
  g_auto (GStrv) names = split_aliases (aliases);
  const char *shown = g_str_is_ascii (key) ? NULL : g_string_chunk_insert_const (units->strings, key);
  for (char **name = names; *name; name++) {
    g_strstrip (*name);
    if (!shown && **name != '\0')
      shown = g_string_chunk_insert_const (units->strings, *name);
  }
  if (!shown)
    return;
  add_alias (units, shown, shown, place, diag);
  for (char **name = names; *name; name++)
    add_alias (units, *name, shown, place, diag);
}

static const char *lookup (const TzUnits *units, const char *written)
{
  if (!units)
    return NULL;
  g_autofree char *folded = tz_title_fold (written);
  return g_hash_table_lookup (units->names, folded);
}

const char *tz_units_name (const TzUnits *units, const char *written)
{
  const char *shown = lookup (units, written);
  return shown ? shown : written;
}

gboolean tz_units_knows (const TzUnits *units, const char *written)
{
  return lookup (units, written) != NULL;
}

char **tz_units_list (const TzUnits *units, const char *text)
{
  g_auto (GStrv) written = tz_unit_split (text);
  GPtrArray *names = g_ptr_array_new ();
  for (char **name = written; *name; name++) {
    const char *shown = tz_units_name (units, *name);
    if (!g_ptr_array_find_with_equal_func (names, shown, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (shown));
  }
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (names, FALSE);
}
