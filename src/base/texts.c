#include "base/texts.h"

#include <string.h>

#define BLOCK 65536

typedef struct {
  const char *text; /* NULL: free */
  guint32 hash, n;
} Slot;

struct TzTexts {
  gatomicrefcount refs;
  GPtrArray *blocks;
  char *next;
  gsize left;
  Slot *slots; /* a table of N_SLOTS, a power of 2; NULL: settled, or nothing yet */
  gsize n_slots, n_used;
};

TzTexts *tz_texts_new (void)
{
  TzTexts *texts = g_new0 (TzTexts, 1);
  g_atomic_ref_count_init (&texts->refs);
  texts->blocks = g_ptr_array_new_with_free_func (g_free);
  return texts;
}

TzTexts *tz_texts_ref (TzTexts *texts)
{
  g_atomic_ref_count_inc (&texts->refs);
  return texts;
}

void tz_texts_unref (TzTexts *texts)
{
  if (!texts || !g_atomic_ref_count_dec (&texts->refs))
    return;
  g_ptr_array_unref (texts->blocks);
  g_free (texts->slots);
  g_free (texts);
}

char *tz_texts_begin (TzTexts *texts, gsize n)
{
  if (n + 1 > texts->left) {
    texts->left = MAX (n + 1, BLOCK);
    texts->next = g_malloc (texts->left);
    g_ptr_array_add (texts->blocks, texts->next);
  }
  return texts->next;
}

/* Takes the first N bytes of the room for good. */
static const char *take (TzTexts *texts, gsize n)
{
  const char *text = texts->next;
  texts->next += n + 1;
  texts->left -= n + 1;
  return text;
}

const char *tz_texts_keep (TzTexts *texts, const char *text)
{
  gsize n = strlen (text);
  if (n == 0)
    return "";
  memcpy (tz_texts_begin (texts, n), text, n + 1);
  return take (texts, n);
}

/* ---- texts that are alike ---- */

/* Every bit of HASH and WORD reaches every bit of the result (the last step of MurmurHash3): texts that differ
 * in some digits only must not come to stand side by side in the table. */
static guint64 mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * 0xFF51AFD7ED558CCDu;
  hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53u;
  return hash ^ hash >> 33;
}

/* Eight bytes at a time. */
static guint32 hash_of (const char *text, gsize n)
{
  guint64 hash = n, word = 0;
  for (; n >= 8; n -= 8, text += 8) {
    memcpy (&word, text, 8);
    hash = mix (hash, word);
  }
  word = 0;
  memcpy (&word, text, n);
  return (guint32)mix (hash, word);
}

/* The slot of TEXT, or the free one where it belongs. */
static Slot *find (const TzTexts *texts, const char *text, gsize n, guint32 hash)
{
  for (gsize i = hash;; i++) {
    Slot *slot = &texts->slots[i & (texts->n_slots - 1)];
    if (!slot->text || (slot->hash == hash && slot->n == n && memcmp (slot->text, text, n) == 0))
      return slot;
  }
}

/* At least a third of the slots stays free. */
static void make_room (TzTexts *texts)
{
  gsize n = texts->n_slots;
  Slot *old = texts->slots;
  if (texts->slots && texts->n_used < n / 3 * 2)
    return;
  texts->n_slots = MAX (1024, n * 2);
  texts->slots = g_new0 (Slot, texts->n_slots);
  for (gsize i = 0; old && i < n; i++)
    if (old[i].text)
      *find (texts, old[i].text, old[i].n, old[i].hash) = old[i];
  g_free (old);
}

const char *tz_texts_end (TzTexts *texts, gsize n)
{
  if (n == 0)
    return "";
  texts->next[n] = '\0';
  make_room (texts);
  guint32 hash = hash_of (texts->next, n);
  Slot *slot = find (texts, texts->next, n, hash);
  if (!slot->text) {
    *slot = (Slot){ take (texts, n), hash, (guint32)n };
    texts->n_used++;
  }
  return slot->text;
}

void tz_texts_settle (TzTexts *texts)
{
  g_clear_pointer (&texts->slots, g_free);
  texts->n_slots = texts->n_used = 0;
}
