/* What is wrong with a letter, as the office that sends it would want to know. */
#include "base/date.h"
#include "base/intl.h"
#include "base/utf8.h"
#include "compose/letter_data.h"

#include <string.h>

enum { MAX_TITLE_LINES = 5 };

typedef struct {
  const char *file;
  TzDiag *diag;
} Check;

static TzPlace place_of (const Check *check, int line)
{
  TzPlace place = tz_place_file (check->file);
  place.line = line;
  return place;
}

/* ── title and date ──────────────────────────────────────────────────────── */

static void check_title (const Check *check, const TzLetterPart *part, double most, gboolean needed)
{
  TzPlace place = place_of (check, part->title_line > 0 ? part->title_line : part->line);
  if (!part->title) {
    if (needed)
      tz_diag_add (
          check->diag, TZ_ERROR, &place, "no-title",
          _ ("the document has no title; write it on a line of its own below the document number, or as "
             "title: … into the key block"));
    return;
  }
  char *broken = tz_letter_break_title (part->title, most);
  int lines = 1;
  for (const char *p = broken; *p != '\0'; p++)
    lines += *p == '\n';
  if (lines > MAX_TITLE_LINES || (lines == 1 && g_utf8_strlen (broken, -1) > (glong)(most * MAX_TITLE_LINES)))
    tz_diag_add (
        check->diag, TZ_ERROR, &place, "long-title",
        _ ("the title needs more than %d lines; shorten it, or if it is text, end it with a full stop"),
        MAX_TITLE_LINES);
  g_free (broken);
}

static void check_date (const Check *check, const TzLetter *letter)
{
  GDate date;
  TzPlace place = place_of (check, letter->date_line);
  if (!letter->date)
    return;
  if (tz_letter_match ("[一二三四五六七八九〇○零]", letter->date, NULL))
    tz_diag_add (check->diag, TZ_WARNING, &place, "bad-date",
                 _ ("the date “%s” is written in hanzi; write it with digits, such as 2021年8月6日"),
                 letter->date);
  else if (!tz_date_parse (letter->date, &date))
    tz_diag_add (check->diag, TZ_ERROR, &place, "bad-date", _ ("there is no day “%s”; correct the date"),
                 letter->date);
  else if (tz_letter_match ("年 *0|月 *0", letter->date, NULL))
    tz_diag_add (check->diag, TZ_WARNING, &place, "bad-date",
                 _ ("the month and the day of “%s” begin with a zero; leave the zeros out"), letter->date);
}

/* ── numbering ───────────────────────────────────────────────────────────── */

/* A number follows the one before it in its level, or begins anew with 1. */
static void check_headings (const Check *check, const TzLetterPart *part)
{
  int last[5] = { 0 };
  for (guint i = 0; i < part->paras->len; i++) {
    const TzLetterPara *para = part->paras->pdata[i];
    TzPlace place = place_of (check, para->line);
    if (para->level == 0)
      continue;
    if (para->number != last[para->level] + 1 && para->number != 1)
      tz_diag_add (check->diag, TZ_WARNING, &place, "heading-number",
                   last[para->level] > 0
                       ? _ ("number %d follows number %d; correct the numbering or add what is missing")
                       : _ ("numbering begins with %d and not with 1 (before it stands %d); correct it"),
                   para->number, last[para->level]);
    last[para->level] = para->number;
  }
}

/* ── attachments ─────────────────────────────────────────────────────────── */

static gboolean same_name (const char *a, const char *b)
{
  static const char *const idle = " 　\n《》";
  while (*a != '\0' || *b != '\0') {
    while (*a != '\0' && g_utf8_strchr (idle, -1, g_utf8_get_char (a)))
      a = g_utf8_next_char (a);
    while (*b != '\0' && g_utf8_strchr (idle, -1, g_utf8_get_char (b)))
      b = g_utf8_next_char (b);
    if (g_utf8_get_char (a) != g_utf8_get_char (b))
      return FALSE;
    if (*a == '\0')
      break;
    a = g_utf8_next_char (a);
    b = g_utf8_next_char (b);
  }
  return TRUE;
}

/* The attachment of LETTER that ITEM names: by number, or by name where it has none. */
static TzLetterPart *find_part (const TzLetter *letter, const TzLetterItem *item)
{
  for (guint i = 1; i < letter->parts->len; i++) {
    TzLetterPart *part = letter->parts->pdata[i];
    if (part->label && (part->number == item->number || (part->number <= 1 && item->number <= 1)))
      return part;
  }
  return NULL;
}

/* A letter nested in the text, or a text issued without a label. */
static gboolean is_nested (const GPtrArray *letters, guint after, const char *name)
{
  for (guint i = after + 1; i < letters->len; i++) {
    const TzLetterPart *first = ((const TzLetter *)letters->pdata[i])->parts->pdata[0];
    if (first->title && same_name (first->title, name))
      return TRUE;
  }
  return FALSE;
}

static void check_item (const Check *check, const GPtrArray *letters, guint at, const TzLetterItem *item,
                        int *bound)
{
  const TzLetter *letter = letters->pdata[at];
  TzPlace place = place_of (check, item->line);
  const TzLetterPart *part = find_part (letter, item);
  if (part && part->title && !same_name (part->title, item->name)) {
    place.line = part->title_line;
    tz_diag_add (check->diag, TZ_WARNING, &place, "attachment-title",
                 _ ("the attachment's title “%s” is not what line %d calls it; make both the same"),
                 part->title, item->line);
  }
  if (part || is_nested (letters, at, item->name))
    return;
  if (*bound > 0) {
    (*bound)--;
    return;
  }
  char *name = tz_utf8_excerpt (item->name, 40);
  tz_diag_add (
      check->diag, TZ_WARNING, &place, "attachment-missing",
      _ ("the attachment “%s” is named here, but it is not in the text; add it behind a line 附件%d, or "
         "name its document in attachments = …"),
      name, MAX (item->number, 1));
  g_free (name);
}

static gboolean is_named (const TzLetter *letter, const TzLetterPart *attachment)
{
  for (guint i = 0; i < letter->parts->len; i++) {
    const TzLetterPart *part = letter->parts->pdata[i];
    for (guint k = 0; k < part->items->len; k++)
      if (find_part (letter, part->items->pdata[k]) == attachment)
        return TRUE;
  }
  return FALSE;
}

static void check_attachments (const Check *check, const GPtrArray *letters, guint at, int *bound)
{
  const TzLetter *letter = letters->pdata[at];
  for (guint i = 0; i < letter->parts->len; i++) {
    const TzLetterPart *part = letter->parts->pdata[i];
    TzPlace place = place_of (check, part->line);
    for (guint k = 0; k < part->items->len; k++)
      check_item (check, letters, at, part->items->pdata[k], bound);
    if (part->label && !is_named (letter, part))
      tz_diag_add (check->diag, TZ_WARNING, &place, "attachment-unnamed",
                   _ ("“%s” is not named in the text; add it to the lines that begin with 附件："),
                   part->label);
  }
}

void tz_letters_check (const GPtrArray *letters, const GPtrArray *attached, double most, TzDiag *diag)
{
  int bound = attached ? (int)attached->len : 0;
  /* The inner ones first: what they do not name belongs to the outer. */
  for (guint i = letters->len; i-- > 0;) {
    const TzLetter *letter = letters->pdata[i];
    Check check = { .file = letter->place.file, .diag = diag };
    check_date (&check, letter);
    for (guint p = 0; p < letter->parts->len; p++) {
      check_title (&check, letter->parts->pdata[p], most, p == 0 && !letter->untitled);
      check_headings (&check, letter->parts->pdata[p]);
    }
    check_attachments (&check, letters, i, &bound);
  }
}
