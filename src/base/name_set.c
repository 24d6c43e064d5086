#include "base/name_set.h"

struct TzNameSet {
  gatomicrefcount refs;
  GHashTable *all;    /* of char *, owned */
  GHashTable *starts; /* what a name begins with -> GPtrArray of those names, lent by ALL */
};

/* The first two characters; different ones seldom share a number, and it would not matter. */
static gpointer start_of (gunichar a, gunichar b)
{
  return GUINT_TO_POINTER (a * 0x1F1F1Fu + b);
}

TzNameSet *tz_name_set_new (void)
{
  TzNameSet *names = g_new (TzNameSet, 1);
  g_atomic_ref_count_init (&names->refs);
  names->all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names->starts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  return names;
}

void tz_name_set_ref (const TzNameSet *names)
{
  if (names)
    g_atomic_ref_count_inc (&((TzNameSet *)names)->refs);
}

void tz_name_set_unref (const TzNameSet *lent)
{
  TzNameSet *names = (TzNameSet *)lent;
  if (!names || !g_atomic_ref_count_dec (&names->refs))
    return;
  g_hash_table_unref (names->starts);
  g_hash_table_unref (names->all);
  g_free (names);
}

void tz_name_set_add (TzNameSet *names, const char *name)
{
  glong length = g_utf8_strlen (name, -1);
  if (length < TZ_NAME_SET_LEAST || length > TZ_NAME_SET_MOST || g_hash_table_contains (names->all, name))
    return;
  gpointer start = start_of (g_utf8_get_char (name), g_utf8_get_char (g_utf8_next_char (name)));
  GPtrArray *alike = g_hash_table_lookup (names->starts, start);
  if (!alike) {
    alike = g_ptr_array_new ();
    g_hash_table_insert (names->starts, start, alike);
  }
  char *own = g_strdup (name);
  g_hash_table_add (names->all, own);
  g_ptr_array_add (alike, own);
}

/* The length of NAME if TEXT begins with it, else 0. */
static int length_at (const char *name, const gunichar *text, int n)
{
  int length = 0;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p), length++)
    if (length >= n || text[length] != g_utf8_get_char (p))
      return 0;
  return length;
}

int tz_name_set_longest (const TzNameSet *names, const gunichar *text, int n)
{
  if (n < TZ_NAME_SET_LEAST)
    return 0;
  const GPtrArray *alike = g_hash_table_lookup (names->starts, start_of (text[0], text[1]));
  int longest = 0;
  for (guint i = 0; alike && i < alike->len; i++)
    longest = MAX (longest, length_at (alike->pdata[i], text, n));
  return longest;
}
