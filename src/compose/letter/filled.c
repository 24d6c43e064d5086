#include "compose/letter/filled.h"

TzFilledText *tz_filled_text_new (void)
{
  TzFilledText *filled = g_new0 (TzFilledText, 1);
  filled->text = g_string_new (NULL);
  filled->inserted = g_array_new (FALSE, FALSE, sizeof (TzInserted));
  filled->lines = g_array_new (FALSE, FALSE, sizeof (int));
  return filled;
}

void tz_filled_text_free (TzFilledText *filled)
{
  if (!filled)
    return;
  g_string_free (filled->text, TRUE);
  g_array_unref (filled->inserted);
  g_array_unref (filled->lines);
  g_free (filled);
}

void tz_filled_text_add (TzFilledText *filled, const char *more, TzFrom from)
{
  TzInserted inserted = { .start = filled->text->len, .from = from };
  g_string_append (filled->text, more);
  inserted.end = filled->text->len;
  if (from != TZ_FROM_AUTHOR && inserted.end > inserted.start)
    g_array_append_val (filled->inserted, inserted);
}

void tz_filled_text_truncate (TzFilledText *filled, gsize length)
{
  guint n = filled->inserted->len;
  g_string_truncate (filled->text, length);
  while (n > 0 && g_array_index (filled->inserted, TzInserted, n - 1).start >= length)
    n--;
  g_array_set_size (filled->inserted, n);
  if (n > 0) {
    TzInserted *last = &g_array_index (filled->inserted, TzInserted, n - 1);
    last->end = MIN (last->end, length);
  }
}
