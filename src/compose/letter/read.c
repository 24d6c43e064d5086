/* A text becomes letters: cut into lines and documents, each taken apart. */
#include "base/intl.h"
#include "base/utf8.h"
#include "compose/letter/data.h"

#include <string.h>

/* ── what a letter holds ─────────────────────────────────────────────────── */

static void para_free (TzLetterPara *para)
{
  g_free (para->text);
  g_free (para);
}

static void item_free (TzLetterItem *item)
{
  g_free (item->name);
  g_free (item);
}

static void part_free (TzLetterPart *part)
{
  g_free (part->label);
  g_free (part->title);
  g_free (part->subtitle);
  g_ptr_array_unref (part->paras);
  g_ptr_array_unref (part->items);
  g_free (part);
}

TzLetter *tz_letter_new (void)
{
  TzLetter *letter = g_new0 (TzLetter, 1);
  letter->organs = g_ptr_array_new_with_free_func (g_free);
  letter->signatories = g_ptr_array_new_with_free_func (g_free);
  letter->signature = g_ptr_array_new_with_free_func (g_free);
  letter->stamps = g_ptr_array_new_with_free_func (g_free);
  letter->remarks = g_ptr_array_new_with_free_func (g_free);
  letter->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  letter->seal = -1;
  return letter;
}

void tz_letter_free (TzLetter *letter)
{
  if (!letter)
    return;
  char **texts[] = { &letter->label,      &letter->form,    &letter->copy_number, &letter->secrecy,
                     &letter->urgency,    &letter->number,  &letter->addressees,  &letter->date,
                     &letter->disclosure, &letter->main_to, &letter->copy_to,     &letter->printer,
                     &letter->print_date };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_ptr_array_unref (letter->organs);
  g_ptr_array_unref (letter->signatories);
  g_ptr_array_unref (letter->signature);
  g_ptr_array_unref (letter->stamps);
  g_ptr_array_unref (letter->remarks);
  g_ptr_array_unref (letter->parts);
  g_free (letter);
}

TzLetterPart *tz_letter_add_part (TzLetter *letter, int line)
{
  TzLetterPart *part = g_new0 (TzLetterPart, 1);
  part->line = line;
  part->paras = g_ptr_array_new_with_free_func ((GDestroyNotify)para_free);
  part->items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  g_ptr_array_add (letter->parts, part);
  return part;
}

/* ── tools ───────────────────────────────────────────────────────────────── */

const TzLetterLine *tz_letter_peek (const TzLetterReader *reader, guint ahead)
{
  return reader->next + ahead < reader->lines->len ? reader->lines->pdata[reader->next + ahead] : NULL;
}

TzPlace tz_letter_place (const TzLetterReader *reader, int line)
{
  TzPlace place = tz_place_file (reader->file);
  place.line = line;
  return place;
}

gboolean tz_letter_match (const char *pattern, const char *text, char *groups[3])
{
  GMatchInfo *info;
  GRegex *regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_assert (regex);
  gboolean found = g_regex_match (regex, text, 0, &info);
  for (int i = 0; found && groups && i < 3; i++)
    groups[i] = g_match_info_fetch (info, i + 1);
  g_match_info_free (info);
  g_regex_unref (regex);
  return found;
}

/* ── lines ───────────────────────────────────────────────────────────────── */

static void line_free (TzLetterLine *line)
{
  g_free (line->text);
  g_free (line);
}

/* NUMBERS (of int, NULL: as they stand) are the lines' places. */
static GPtrArray *split_lines (const char *text, const GArray *numbers)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  int number = 0;
  for (const char *p = text; *p != '\0';) {
    const char *end = strchrnul (p, '\n');
    number++;
    const char *first = tz_utf8_skip_blanks (p, end), *last = tz_utf8_drop_blanks (first, end);
    if (last > first) {
      TzLetterLine *line = g_new0 (TzLetterLine, 1);
      line->text = g_strdelimit (g_strndup (first, (gsize)(last - first)), "\t", ' ');
      line->line = numbers ? g_array_index (numbers, int, number - 1) : number;
      line->column = (int)g_utf8_pointer_to_offset (p, first) + 1;
      g_ptr_array_add (lines, line);
    }
    p = *end == '\0' ? end : end + 1;
  }
  return lines;
}

static gboolean is_key (const TzLetterLine *line)
{
  return tz_letter_match ("^[a-z][a-z-]* *[:：]", line->text, NULL);
}

/* Where the letter that begins with line START ends: at a line ===, or before a key
 * block, whose keys are followed by ---. */
static guint letter_end (const GPtrArray *lines, guint start)
{
  gboolean in_keys = TRUE;
  for (guint i = start; i < lines->len; i++) {
    const TzLetterLine *line = lines->pdata[i];
    gboolean key = is_key (line), dashes = g_str_equal (line->text, "---");
    if (g_str_has_prefix (line->text, "===") && strspn (line->text, "=") == strlen (line->text))
      return i;
    if (key && !in_keys) {
      guint k = i;
      while (k < lines->len && is_key (lines->pdata[k]))
        k++;
      if (k < lines->len && g_str_equal (((TzLetterLine *)lines->pdata[k])->text, "---"))
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

GPtrArray *tz_letters_read_made (const char *text, const GArray *numbers, const char *shown,
                                 const TzTemplate *form, TzDiag *diag)
{
  GPtrArray *letters = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_letter_free);
  GPtrArray *lines = split_lines (text, numbers);
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

GPtrArray *tz_letters_read (const char *text, const char *shown, const TzTemplate *form, TzDiag *diag)
{
  return tz_letters_read_made (text, NULL, shown, form, diag);
}
