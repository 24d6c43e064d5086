/* Adding pieces: what all parts of a letter are made with. */
#include "compose/letter/build.h"

const TzTextStyle *tz_letter_style (const TzLetterBuilder *b, int part)
{
  return &b->form->letter_parts[part].cell.text;
}

TzPiece *tz_letter_add (TzLetterBuilder *b, TzPieceKind kind, const char *text, int part)
{
  b->begun = TRUE;
  return tz_official_add (b->official, kind, text, tz_letter_style (b, part));
}

char *tz_letter_join (const GPtrArray *texts, const char *between, int in_a_line)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s%s",
                            i == 0                    ? ""
                            : (int)i % in_a_line == 0 ? "\n"
                                                      : between,
                            (const char *)texts->pdata[i]);
  return g_string_free (text, FALSE);
}
