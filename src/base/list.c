#include "base/list.h"

#include "base/intl.h"

/* The words but for the last, as a list. g_free. */
static char *join_first (const char *const *words)
{
  char *list = g_strdup (words[0] ? words[0] : "");
  for (int i = 1; words[0] && words[i] && words[i + 1]; i++) {
    /* Translators: a list, as in “xlsx, pdf and png”: its words but for the last. */
    char *longer = g_strdup_printf (_ ("%s, %s"), list, words[i]);
    g_free (list);
    list = longer;
  }
  return list;
}

static const char *last_word (const char *const *words)
{
  guint n = g_strv_length ((char **)words);
  return n > 1 ? words[n - 1] : NULL;
}

char *tz_list_and (const char *const *words)
{
  g_autofree char *first = join_first (words);
  const char *last = last_word (words);
  /* Translators: a list and its last word, as in “xlsx, pdf and png”. */
  return last ? g_strdup_printf (_ ("%s and %s"), first, last) : g_steal_pointer (&first);
}

char *tz_list_or (const char *const *words)
{
  g_autofree char *first = join_first (words);
  const char *last = last_word (words);
  /* Translators: a list and its last word, as in “xlsx, pdf or png”. */
  return last ? g_strdup_printf (_ ("%s or %s"), first, last) : g_steal_pointer (&first);
}
