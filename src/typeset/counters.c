#include "typeset/counters.h"

#include "base/utf8.h"

#include <string.h>

typedef struct {
  TzCounter kind;
  int n;
  guint text; /* where its characters begin in the pool */
  int next;   /* another word of the same bucket; -1: there is none */
} Word;

enum { BUCKETS = 1024 }; /* by the first character; a power of two */

struct TzCounters {
  GArray *words; /* Word */
  GArray *pool;  /* gunichar */
  int first[BUCKETS];
};

TzCounters *tz_counters_new (void)
{
  TzCounters *counters = g_new0 (TzCounters, 1);
  counters->words = g_array_new (FALSE, FALSE, sizeof (Word));
  counters->pool = g_array_new (FALSE, FALSE, sizeof (gunichar));
  for (int i = 0; i < BUCKETS; i++)
    counters->first[i] = -1;
  return counters;
}

void tz_counters_free (TzCounters *counters)
{
  if (!counters)
    return;
  g_array_unref (counters->words);
  g_array_unref (counters->pool);
  g_free (counters);
}

static gboolean begins_with (const TzCounters *counters, const gunichar *text, int n, const Word *word)
{
  return word->n <= n && memcmp (text, &g_array_index (counters->pool, gunichar, word->text),
                                 (gsize)word->n * sizeof (gunichar)) == 0;
}

void tz_counters_add (TzCounters *counters, const char *word, gsize length, TzCounter kind)
{
  gunichar text[TZ_COUNTER_LONGEST];
  int n = 0;
  for (const char *p = word; p < word + length && n < TZ_COUNTER_LONGEST; p = g_utf8_next_char (p))
    text[n++] = tz_utf8_get (p);
  if (n == 0)
    return;
  int *bucket = &counters->first[text[0] % BUCKETS];
  for (int i = *bucket; i >= 0; i = g_array_index (counters->words, Word, i).next) {
    Word *known = &g_array_index (counters->words, Word, i);
    if (known->n == n && begins_with (counters, text, n, known)) {
      known->kind = kind;
      return;
    }
  }
  Word added = { .kind = kind, .n = n, .text = counters->pool->len, .next = *bucket };
  *bucket = (int)counters->words->len;
  g_array_append_vals (counters->pool, text, (guint)n);
  g_array_append_val (counters->words, added);
}

static gboolean is_latin (gunichar c)
{
  return c < 0x80 && g_ascii_isalpha ((char)c);
}

/* Whether a word of so many characters would end within a run of Latin letters. */
static gboolean cuts_run (const gunichar *text, int n, int length)
{
  return length < n && is_latin (text[length - 1]) && is_latin (text[length]);
}

TzCounter tz_counters_find (const TzCounters *counters, const gunichar *text, int n, int *length)
{
  TzCounter found = TZ_COUNTER_NONE;
  *length = 0;
  for (int i = counters && n > 0 ? counters->first[text[0] % BUCKETS] : -1; i >= 0;) {
    const Word *word = &g_array_index (counters->words, Word, i);
    i = word->next;
    if (word->n <= *length || !begins_with (counters, text, n, word) || cuts_run (text, n, word->n))
      continue;
    *length = word->n;
    found = word->kind;
  }
  return found;
}
