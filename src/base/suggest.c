#include "base/suggest.h"

/* A word longer than this is no mistyped word, and would cost its square. */
#define MAX_WORD 100

typedef struct {
  gunichar *chars;
  glong n;
} Word;

/* Letters in lower case, so that "Title" is as near to "title" as can be. */
static Word word_new (const char *text)
{
  Word word;
  word.chars = g_utf8_to_ucs4_fast (text, -1, &word.n);
  for (glong i = 0; i < word.n; i++)
    word.chars[i] = g_unichar_tolower (word.chars[i]);
  return word;
}

/* Edits by insertion, deletion, replacement and swap of neighbours, each of them used on a letter once
 * (optimal string alignment). */
static int count_edits (const Word *a, const Word *b)
{
  int d[MAX_WORD + 1][MAX_WORD + 1];
  for (glong i = 0; i <= a->n; i++)
    d[i][0] = (int)i;
  for (glong j = 0; j <= b->n; j++)
    d[0][j] = (int)j;
  for (glong i = 1; i <= a->n; i++)
    for (glong j = 1; j <= b->n; j++) {
      int replaced = d[i - 1][j - 1] + (a->chars[i - 1] != b->chars[j - 1]);
      int edits = MIN (replaced, MIN (d[i - 1][j], d[i][j - 1]) + 1);
      if (i > 1 && j > 1 && a->chars[i - 1] == b->chars[j - 2] && a->chars[i - 2] == b->chars[j - 1])
        edits = MIN (edits, d[i - 2][j - 2] + 1);
      d[i][j] = edits;
    }
  return d[a->n][b->n];
}

/* G_MAXINT when the words are too far apart to be taken for each other. */
static int distance (const Word *a, const Word *b)
{
  glong longer = MAX (a->n, b->n);
  glong limit = MAX (longer / 3, 1);
  if (longer > MAX_WORD || ABS (a->n - b->n) > limit)
    return G_MAXINT;
  int edits = count_edits (a, b);
  /* As many edits as letters: nothing of the word is left. */
  return edits <= limit && edits < longer ? edits : G_MAXINT;
}

const char *tz_suggest (const char *word, const char *const *candidates)
{
  const char *nearest = NULL;
  int least = G_MAXINT;
  Word wanted = word_new (word);

  for (gsize i = 0; candidates[i] != NULL; i++) {
    Word candidate = word_new (candidates[i]);
    int edits = distance (&wanted, &candidate);
    g_free (candidate.chars);
    if (edits < least) {
      least = edits;
      nearest = candidates[i];
    }
  }
  g_free (wanted.chars);
  return nearest;
}
