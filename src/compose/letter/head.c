/* What stands above the text: organs up to the line with the document's number, the
 * title, the addressees. */
#include "base/intl.h"
#include "compose/letter/data.h"
#include "compose/letter/exhibit.h"

#include <string.h>

/* The number's line stands among the first few; organs are seldom more than ten. */
enum { HEAD_LINES = 40, MAX_NUMBER = 60, MAX_TITLE = 200 };

/* 示发〔2021〕8号, also in the wrong brackets or with 第 and zeros. */
#define NUMBER                                                                                                 \
  "^([\\p{Han}A-Z]{1,20}) *[〔\\[\\(（【［] *[0-9０-９]{2,4} *[〕\\]\\)）】］] *第? *[0-9０-９]+ *号$"
#define RIGHT_NUMBER "^[\\p{Han}A-Z]{1,20}〔[12][0-9]{3}〕[1-9][0-9]*号$"
/* Of orders and minutes: 第12号, 第3期 */
#define ORDINAL       "^[(（]?第 *[0-9０-９]+ *[号期次][)）]?$"
#define RIGHT_ORDINAL "^[(（]?第[1-9][0-9]*[号期次][)）]?$"

/* ── the number's line ───────────────────────────────────────────────────── */

static void take_names (GPtrArray *list, const TzLetterWords *words)
{
  tz_letter_split ("[\\s　、；;]+", words, list);
}

/* Whether LINE is the number's: "…号 签发人：张三 李四" is cut in two. NUMBER and SIGNATORIES get its parts,
 * the latter NULL if it has none; tz_letter_words_clear. */
static gboolean read_number (const TzLetterReader *reader, const TzLetterLine *line, TzLetterWords *number,
                             TzLetterWords *signatories)
{
  TzLetterWords groups[2] = { 0 };
  if (!tz_letter_find ("^(.*?)[\\s　]*签发人[:：](.*)$", &line->words, line->words.own, groups))
    groups[0] = tz_letter_words_slice (&line->words, 0, strlen (line->words.text));
  const char *named = groups[0].named;
  gboolean ordinal = reader->form->frame.ordinal && tz_letter_match (ORDINAL, named, NULL);
  gboolean found =
      g_utf8_strlen (named, -1) <= MAX_NUMBER && (ordinal || tz_letter_match (NUMBER, named, NULL));
  *number = groups[0];
  *signatories = groups[1];
  return found;
}

/* How many lines stand before the number's; G_MAXUINT if there is none. */
static guint find_number (const TzLetterReader *reader)
{
  const TzLetterLine *line;
  for (guint i = 0; i < HEAD_LINES && (line = tz_letter_peek (reader, i)); i++) {
    TzLetterWords number, signatories;
    gboolean found = read_number (reader, line, &number, &signatories);
    tz_letter_words_clear (&number);
    tz_letter_words_clear (&signatories);
    if (found)
      return i;
    /* A sentence: the text has begun. */
    if (g_str_has_suffix (line->words.own, "。"))
      return G_MAXUINT;
  }
  return G_MAXUINT;
}

static void take_number (TzLetterReader *reader)
{
  const TzLetterLine *line = tz_letter_peek (reader, 0);
  TzLetterWords number, signatories;
  TzLetter *letter = reader->letter;
  read_number (reader, line, &number, &signatories);
  if (signatories.text)
    take_names (letter->signatories, &signatories);
  if (!letter->number) {
    letter->number = g_steal_pointer (&number.text);
    letter->number_line = line->line;
  }
  tz_letter_words_clear (&number);
  tz_letter_words_clear (&signatories);
  reader->next++;
}

static void check_number (const TzLetterReader *reader)
{
  const TzLetter *letter = reader->letter;
  TzPlace place = tz_letter_place (reader, letter->number_line);
  if (letter->number && reader->form->frame.ordinal && tz_letter_match (RIGHT_ORDINAL, letter->number, NULL))
    return;
  if (letter->number && !tz_letter_match (RIGHT_NUMBER, letter->number, NULL))
    tz_diag_add (
        reader->diag, TZ_WARNING, &place, "bad-number",
        _ ("the document number “%s” is not in the form 示发〔2021〕8号; write the year with four digits "
           "in the brackets 〔 〕, and the number without 第 and without zeros before it"),
        letter->number);
}

/* ── organs ──────────────────────────────────────────────────────────────── */

static gboolean take_mark_line (TzLetter *letter, const TzLetterWords *words)
{
  TzLetterWords groups[2] = { 0 };
  if (!letter->copy_number && tz_letter_match ("^[0-9]{6}$", words->named, NULL))
    letter->copy_number = g_strdup (words->text);
  else if (!letter->secrecy && tz_letter_match ("^(绝密|机密|秘密)([\\s　★].*)?$", words->named, NULL))
    letter->secrecy = g_strdup (words->text);
  else if (!letter->urgency && tz_letter_match ("^(特急|加急|特提|平急|急件)$", words->named, NULL))
    letter->urgency = g_strdup (words->text);
  else if (tz_letter_find ("^签发人[:：](.*)()$", words, words->own, groups))
    take_names (letter->signatories, &groups[0]);
  else
    return FALSE;
  tz_letter_words_clear (&groups[0]);
  tz_letter_words_clear (&groups[1]);
  return TRUE;
}

static void take_organ (TzLetterReader *reader, const TzLetterWords *words, gboolean named)
{
  TzLetter *letter = reader->letter;
  gboolean suffix = g_str_has_suffix (words->named, "文件");
  gsize length = strlen (words->text) - (suffix ? strlen ("文件") : 0);
  letter->suffix |= suffix && !named;
  if (length > 0 && !named)
    g_ptr_array_add (letter->organs, g_strndup (words->text, length));
}

/* With a number every line above it is an organ's; without one only lines that end
 * with 文件 are. */
static void read_organs (TzLetterReader *reader)
{
  guint until = find_number (reader);
  gboolean numbered = until != G_MAXUINT, named = reader->letter->organs->len > 0;
  const TzLetterLine *line;
  for (guint i = 0; (line = tz_letter_peek (reader, 0)) && (!numbered || i < until); i++) {
    gboolean mark = take_mark_line (reader->letter, &line->words);
    if (!mark && !numbered && !g_str_has_suffix (line->words.named, "文件"))
      break;
    if (!mark)
      take_organ (reader, &line->words, named);
    reader->next++;
  }
  if (numbered)
    take_number (reader);
  while ((line = tz_letter_peek (reader, 0)) && take_mark_line (reader->letter, &line->words))
    reader->next++;
  check_number (reader);
}

/* ── title and addressees ────────────────────────────────────────────────── */

static gboolean ends_with (const char *text, const char *const *ends)
{
  for (; *ends; ends++)
    if (g_str_has_suffix (text, *ends))
      return TRUE;
  return FALSE;
}

static gboolean is_addressees (const TzLetterWords *words)
{
  static const char *const colons[] = { "：", ":", NULL };
  return ends_with (words->named, colons) && !g_str_has_prefix (words->own, "附件");
}

static gboolean is_title_line (const TzLetterWords *words)
{
  static const char *const stops[] = { "。", "；", "！", "？", "：", ":", ";", NULL };
  const char *body;
  int number;
  return !ends_with (words->named, stops) && !tz_letter_is_exhibit (words->own) &&
         g_utf8_strlen (words->text, -1) <= MAX_TITLE && tz_letter_level (words->own, &number, &body) == 0;
}

/* Lines of a title broken by hand stand between the number and the addressees. */
static guint title_lines (const TzLetterReader *reader)
{
  const TzLetterLine *line;
  for (guint n = 0; n <= 6 && (line = tz_letter_peek (reader, n)); n++) {
    if (is_addressees (&line->words))
      return n;
    if (!is_title_line (&line->words))
      break;
  }
  return (line = tz_letter_peek (reader, 0)) && is_title_line (&line->words) ? 1 : 0;
}

static gboolean is_bracketed (const char *text)
{
  return tz_letter_match ("^[(（][^()（）]*[)）]$", text, NULL);
}

static void read_title (TzLetterReader *reader)
{
  TzLetterPart *part = reader->letter->parts->pdata[0];
  if (part->title)
    return;
  guint n = title_lines (reader);
  GString *title = g_string_new (NULL);
  for (guint i = 0; i < n; i++) {
    const TzLetterLine *line = tz_letter_peek (reader, i);
    if (i == 0)
      part->title_line = line->line;
    if (i > 0 && is_bracketed (line->words.named) && !part->subtitle)
      part->subtitle = g_strdup (line->words.text);
    else
      g_string_append_printf (title, "%s%s", i > 0 ? "\n" : "", line->words.text);
  }
  reader->next += n;
  part->title = g_string_free (title, FALSE);
  if (*part->title == '\0')
    g_clear_pointer (&part->title, g_free);
}

/* 7.3.2: the last name is followed by a full-width colon. */
static char *with_colon (const char *text)
{
  const char *end = text + strlen (text);
  if (g_str_has_suffix (text, "："))
    end -= strlen ("：");
  else if (g_str_has_suffix (text, ":"))
    end -= 1;
  return g_strdup_printf ("%.*s：", (int)(end - text), text);
}

void tz_letter_read_head (TzLetterReader *reader)
{
  TzLetter *letter = reader->letter;
  read_organs (reader);
  read_title (reader);
  const TzLetterLine *line = tz_letter_peek (reader, 0);
  char *written = letter->addressees;
  if (!written && line && is_addressees (&line->words)) {
    written = g_strdup (line->words.text);
    reader->next++;
  }
  letter->addressees = written ? with_colon (written) : NULL;
  g_free (written);
}
