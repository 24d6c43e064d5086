/* A text becomes letters: cut into lines and documents, each taken apart. */
#include "base/intl.h"
#include "compose/letter/data.h"

#include <string.h>

static gboolean is_key (const TzLetterLine *line)
{
  return tz_letter_match ("^[a-z][a-z-]* *[:：]", line->words.own, NULL);
}

/* Where the letter that begins with line START ends: at a line ===, or before a key
 * block, whose keys are followed by ---. */
static guint letter_end (const GPtrArray *lines, guint start)
{
  gboolean in_keys = TRUE;
  for (guint i = start; i < lines->len; i++) {
    const TzLetterLine *line = lines->pdata[i];
    const char *own = line->words.own;
    gboolean key = is_key (line), dashes = g_str_equal (own, "---");
    if (g_str_has_prefix (own, "===") && strspn (own, "=") == strlen (own))
      return i;
    if (key && !in_keys) {
      guint k = i;
      while (k < lines->len && is_key (lines->pdata[k]))
        k++;
      if (k < lines->len && g_str_equal (((TzLetterLine *)lines->pdata[k])->words.own, "---"))
        return i;
    }
    in_keys &= key && !dashes;
  }
  return lines->len;
}

static TzLetter *read_letter (TzLetterReader *reader)
{
  TzLetter *letter = reader->letter = tz_letter_new ();
  letter->untitled = reader->form->frame.untitled;
  letter->place = tz_letter_place (reader, tz_letter_peek (reader, 0)->line);
  tz_letter_add_part (letter, letter->place.line);
  if (!tz_letter_read_keys (reader)) {
    tz_letter_free (letter);
    return NULL;
  }
  tz_letter_read_head (reader);
  tz_letter_read_body (reader);
  return letter;
}

GPtrArray *tz_letters_read (const TzFilledText *text, const char *shown, const TzTemplate *form, TzDiag *diag)
{
  GPtrArray *letters = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_letter_free);
  GPtrArray *lines = tz_letter_split_lines (text);
  gboolean right = TRUE;
  for (guint start = 0; start < lines->len;) {
    guint end = letter_end (lines, start);
    TzLetterReader reader = { .file = g_intern_string (shown), .form = form, .diag = diag };
    reader.lines = g_ptr_array_new ();
    for (guint i = start; i < end; i++)
      g_ptr_array_add (reader.lines, lines->pdata[i]);
    TzLetter *letter = reader.lines->len > 0 ? read_letter (&reader) : NULL;
    right &= letter || reader.lines->len == 0;
    if (letter)
      g_ptr_array_add (letters, letter);
    g_ptr_array_unref (reader.lines);
    start = end < lines->len && !is_key (lines->pdata[end]) ? end + 1 : end;
  }
  g_ptr_array_unref (lines);
  if (right && letters->len == 0) {
    TzPlace place = tz_place_file (shown);
    tz_diag_add (diag, TZ_ERROR, &place, "no-text", _ ("the file holds no text; write the document into it"));
    right = FALSE;
  }
  if (!right)
    g_clear_pointer (&letters, g_ptr_array_unref);
  return letters;
}
