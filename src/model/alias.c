#include "model/alias.h"

#include "base/intl.h"
#include "model/schema.h"

#include <string.h>

struct TzAliases {
  const char *section; /* interned */
  GHashTable *shown;   /* folded alias -> shown name */
  GPtrArray *names;    /* shown names; ended by NULL */
  GPtrArray *spellings;
  GStringChunk *strings;
};

static GPtrArray *list_new (void)
{
  GPtrArray *list = g_ptr_array_new ();
  g_ptr_array_add (list, NULL);
  return list;
}

/* Adds TEXT to LIST, which ends with a NULL and keeps it. */
static void list_add (GPtrArray *list, const char *text)
{
  g_ptr_array_insert (list, (int)list->len - 1, (gpointer)text);
}

TzAliases *tz_aliases_new (const char *section)
{
  TzAliases *aliases = g_new0 (TzAliases, 1);
  aliases->section = g_intern_string (section);
  aliases->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  aliases->names = list_new ();
  aliases->spellings = list_new ();
  aliases->strings = g_string_chunk_new (1024);
  return aliases;
}

void tz_aliases_free (TzAliases *aliases)
{
  if (!aliases)
    return;
  g_hash_table_destroy (aliases->shown);
  g_ptr_array_free (aliases->names, TRUE);
  g_ptr_array_free (aliases->spellings, TRUE);
  g_string_chunk_free (aliases->strings);
  g_free (aliases);
}

static void add_alias (TzAliases *aliases, const char *alias, const char *shown, const TzPlace *place,
                       TzDiag *diag)
{
  char *folded = tz_title_fold (alias);
  const char *other = g_hash_table_lookup (aliases->shown, folded);
  if (*folded == '\0' || (other && g_str_equal (other, shown))) {
    g_free (folded);
    return;
  }
  if (!other) {
    list_add (aliases->spellings, g_string_chunk_insert_const (aliases->strings, alias));
    g_hash_table_insert (aliases->shown, folded, (gpointer)shown);
    return;
  }
  tz_diag_add (diag, TZ_ERROR, place, "alias-twice",
               _ ("“%s” is a name of “%s” already; leave it in one line of [%s] only"), alias, other,
               aliases->section);
  g_free (folded);
}

/* Names in a list are parted by semicolons of either width and by line ends. */
static char **split_aliases (const char *list)
{
  g_autoptr (GString) text = g_string_new (list);
  g_string_replace (text, "；", ";", 0);
  g_string_replace (text, "\n", ";", 0);
  return g_strsplit (text->str, ";", -1);
}

void tz_aliases_add (TzAliases *aliases, const char *key, const char *list, const TzPlace *place, TzDiag *diag)
{
  g_auto (GStrv) names = split_aliases (list);
  const char *shown = g_str_is_ascii (key) ? NULL : g_string_chunk_insert_const (aliases->strings, key);
  for (char **name = names; *name; name++) {
    g_strstrip (*name);
    if (!shown && **name != '\0')
      shown = g_string_chunk_insert_const (aliases->strings, *name);
  }
  if (!shown)
    return;
  if (g_strcmp0 (tz_aliases_name (aliases, shown), shown) != 0 || !tz_aliases_knows (aliases, shown))
    list_add (aliases->names, shown);
  add_alias (aliases, shown, shown, place, diag);
  for (char **name = names; *name; name++)
    add_alias (aliases, *name, shown, place, diag);
}

static const char *lookup (const TzAliases *aliases, const char *written)
{
  if (!aliases)
    return NULL;
  g_autofree char *folded = tz_title_fold (written);
  return g_hash_table_lookup (aliases->shown, folded);
}

const char *tz_aliases_name (const TzAliases *aliases, const char *written)
{
  const char *shown = lookup (aliases, written);
  return shown ? shown : written;
}

gboolean tz_aliases_knows (const TzAliases *aliases, const char *written)
{
  return lookup (aliases, written) != NULL;
}

const char *const *tz_aliases_names (const TzAliases *aliases)
{
  return (const char *const *)aliases->names->pdata;
}

const char *const *tz_aliases_spellings (const TzAliases *aliases)
{
  return (const char *const *)aliases->spellings->pdata;
}
