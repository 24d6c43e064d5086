#include "read/ini_store.h"

#include <string.h>

#include "base/utf8.h"

struct TzIniStored {
  TzIniSection shown; /* .keys and .n_keys follow the array below */
  GArray *keys;       /* of TzIniKey */
  GHashTable *index;  /* key → its number in keys, plus 1 */
};

struct TzIni {
  const char *file;
  GStringChunk *strings;
  GPtrArray *sections; /* of TzIniStored */
  GHashTable *index;   /* section → itself, by kind and name */
};

static guint hash_section (gconstpointer data)
{
  const TzIniSection *section = data;
  return g_str_hash (section->kind) * 31 + g_str_hash (section->name);
}

static gboolean is_same_section (gconstpointer a, gconstpointer b)
{
  const TzIniSection *s = a, *t = b;
  return strcmp (s->kind, t->kind) == 0 && strcmp (s->name, t->name) == 0;
}

static void section_free (gpointer data)
{
  TzIniStored *section = data;
  g_array_unref (section->keys);
  g_hash_table_unref (section->index);
  g_free (section);
}

TzIni *tz_ini_new (const char *shown)
{
  TzIni *ini = g_new0 (TzIni, 1);
  ini->file = g_intern_string (shown);
  ini->strings = g_string_chunk_new (4096);
  ini->sections = g_ptr_array_new_with_free_func (section_free);
  ini->index = g_hash_table_new (hash_section, is_same_section);
  return ini;
}

void tz_ini_free (TzIni *ini)
{
  if (ini == NULL)
    return;
  g_hash_table_unref (ini->index);
  g_ptr_array_unref (ini->sections);
  g_string_chunk_free (ini->strings);
  g_free (ini);
}

/* ---- asking ---- */

const char *tz_ini_file (const TzIni *ini)
{
  return ini->file;
}

int tz_ini_n_sections (const TzIni *ini)
{
  return (int)ini->sections->len;
}

const TzIniSection *tz_ini_section (const TzIni *ini, int i)
{
  g_assert (i >= 0 && i < tz_ini_n_sections (ini));
  const TzIniStored *section = g_ptr_array_index (ini->sections, i);
  return &section->shown;
}

static TzIniStored *lookup_section (const TzIni *ini, const char *kind, const char *name)
{
  TzIniSection wanted = { .kind = kind, .name = name };
  return g_hash_table_lookup (ini->index, &wanted);
}

const TzIniSection *tz_ini_lookup_section (const TzIni *ini, const char *kind, const char *name)
{
  const TzIniStored *section = lookup_section (ini, kind, name);
  return section != NULL ? &section->shown : NULL;
}

const TzIniKey *tz_ini_store_lookup (const TzIniStored *section, const char *key)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (section->index, key));
  return number > 0 ? &g_array_index (section->keys, TzIniKey, number - 1) : NULL;
}

const TzIniKey *tz_ini_lookup (const TzIni *ini, const char *kind, const char *name, const char *key)
{
  const TzIniStored *section = lookup_section (ini, kind, name);
  return section != NULL ? tz_ini_store_lookup (section, key) : NULL;
}

/* ---- filling ---- */

TzIniStored *tz_ini_store_section (TzIni *ini, const char *kind, const char *name, TzPlace place)
{
  TzIniStored *section = lookup_section (ini, kind, name);
  if (section != NULL)
    return section;
  section = g_new0 (TzIniStored, 1);
  section->shown.kind = g_string_chunk_insert (ini->strings, kind);
  section->shown.name = g_string_chunk_insert (ini->strings, name);
  section->shown.place = place;
  section->keys = g_array_new (FALSE, FALSE, sizeof (TzIniKey));
  section->index = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (ini->sections, section);
  g_hash_table_insert (ini->index, &section->shown, section);
  return section;
}

void tz_ini_store_key (TzIni *ini, TzIniStored *section, const TzIniKey *key)
{
  TzIniKey stored = *key;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (section->index, key->key));
  stored.value = g_string_chunk_insert (ini->strings, key->value);
  if (number > 0) {
    TzIniKey *old = &g_array_index (section->keys, TzIniKey, number - 1);
    stored.key = old->key;
    *old = stored;
    return;
  }
  stored.key = g_string_chunk_insert (ini->strings, key->key);
  g_array_append_val (section->keys, stored);
  section->shown.keys = &g_array_index (section->keys, TzIniKey, 0);
  section->shown.n_keys = (int)section->keys->len;
  g_hash_table_insert (section->index, (gpointer)stored.key, GUINT_TO_POINTER (section->keys->len));
}

static void put (TzIni *ini, const char *kind, const char *name, const char *key, const char *value,
                 TzPlace place)
{
  TzIniKey added = { key, value, place, place };
  tz_ini_store_key (ini, tz_ini_store_section (ini, kind, name, place), &added);
}

void tz_ini_put (TzIni *ini, const char *kind, const char *name, const char *key, const char *value)
{
  put (ini, kind, name, key, value, (TzPlace){ .file = ini->file });
}

void tz_ini_overlay (TzIni *base, const TzIni *over)
{
  for (int i = 0; i < tz_ini_n_sections (over); i++) {
    const TzIniSection *from = tz_ini_section (over, i);
    TzIniStored *to = tz_ini_store_section (base, from->kind, from->name, from->place);
    for (int k = 0; k < from->n_keys; k++)
      tz_ini_store_key (base, to, &from->keys[k]);
  }
}

TzIni *tz_ini_copy (const TzIni *ini)
{
  TzIni *copy = tz_ini_new (ini->file);
  tz_ini_overlay (copy, ini);
  return copy;
}

static char *trimmed (const char *start, const char *end)
{
  end = tz_utf8_drop_blanks (start, end);
  start = tz_utf8_skip_blanks (start, end);
  return g_strndup (start, (gsize)(end - start));
}

gboolean tz_ini_split_title (const char *title, gsize length, char **kind, char **name)
{
  const char *end = tz_utf8_drop_blanks (title, title + length);
  const char *p = tz_utf8_skip_blanks (title, end);
  const char *kind_start = p;
  if (p == end)
    return FALSE;
  while (p < end && tz_utf8_skip_blanks (p, end) == p)
    p++;
  *kind = g_strndup (kind_start, (gsize)(p - kind_start));
  *name = trimmed (p, end);
  return TRUE;
}

gboolean tz_ini_set (TzIni *ini, const char *spec)
{
  const char *equals = strchr (spec, '=');
  const char *dot = equals != NULL ? g_strrstr_len (spec, equals - spec, ".") : NULL;
  char *kind, *name;
  if (dot == NULL || !tz_ini_split_title (spec, (gsize)(dot - spec), &kind, &name))
    return FALSE;

  char *key = trimmed (dot + 1, equals);
  char *value = trimmed (equals + 1, equals + 1 + strlen (equals + 1));
  gboolean is_set = *key != '\0';
  if (is_set) {
    /* Findings about the value then name the option where another value's name its file. */
    char *option = g_strdup_printf ("-s %.*s", (int)(equals - spec), spec);
    put (ini, kind, name, key, value, tz_place_file (option));
    g_free (option);
  }
  g_free (kind);
  g_free (name);
  g_free (key);
  g_free (value);
  return is_set;
}
