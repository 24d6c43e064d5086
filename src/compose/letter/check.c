/* What is wrong with a letter, as the office that sends it would want to know. */
#include "base/date.h"
#include "base/intl.h"
#include "base/utf8.h"
#include "compose/letter/data.h"

#include <string.h>

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

static void check_title (const Check *check, const TzLetterPart *part)
{
  TzPlace place = place_of (check, part->line);
  if (!part->title)
    tz_diag_add (check->diag, TZ_ERROR, &place, "no-title",
                 _ ("the document has no title; write it on a line of its own below the document number, or as "
                    "title: … into the key block"));
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

static void report_bound (const Check *check, const TzLetterItem *item, const TzPlace *place)
{
  char *called = tz_utf8_excerpt (item->name, 40);
  char *title = tz_utf8_excerpt (item->bound->title ? item->bound->title : "", 40);
  tz_diag_add (
      check->diag, TZ_WARNING, place, "attachment-title",
      _ ("the attachment is called “%s” here, but what is bound behind the text has the title “%s”; make both "
         "the same"),
      called, title);
  g_free (called);
  g_free (title);
}

/* 7.3.7: number and name as the text gives them. */
static void check_bound (const Check *check, const TzLetterItem *item, const TzPlace *place)
{
  const char *label = tz_letter_bound_label (item->bound);
  g_autofree char *wanted = tz_letter_item_label (item);
  if (!tz_letter_is_named (item->bound, item->name))
    report_bound (check, item, place);
  if (label && !tz_letter_same_name (label, wanted))
    tz_diag_add (check->diag, TZ_WARNING, place, "attachment-label",
                 _ ("what is bound behind the text for this line has the label “%s”, but it is “%s” here; make "
                    "both the same: label = %s in its [document …]"),
                 label, wanted, wanted);
}

static void check_item (const Check *check, const TzLetterItem *item)
{
  TzPlace place = place_of (check, item->line);
  const TzLetterPart *part = item->part;
  if (part && part->title && !tz_letter_same_name (part->title, item->name)) {
    place.line = part->title_line;
    tz_diag_add (check->diag, TZ_WARNING, &place, "attachment-title",
                 _ ("the attachment's title “%s” is not what line %d calls it; make both the same"),
                 part->title, item->line);
  }
  if (item->bound)
    check_bound (check, item, &place);
  if (part || item->nested || item->bound)
    return;
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
      if (((const TzLetterItem *)part->items->pdata[k])->part == attachment)
        return TRUE;
  }
  return FALSE;
}

static void check_attachments (const Check *check, const TzLetter *letter)
{
  for (guint i = 0; i < letter->parts->len; i++) {
    const TzLetterPart *part = letter->parts->pdata[i];
    TzPlace place = place_of (check, part->line);
    for (guint k = 0; k < part->items->len; k++)
      check_item (check, part->items->pdata[k]);
    if (part->label && !is_named (letter, part))
      tz_diag_add (check->diag, TZ_WARNING, &place, "attachment-unnamed",
                   _ ("“%s” is not named in the text; add it to the lines that begin with 附件："),
                   part->label);
  }
}

void tz_letters_check (const GPtrArray *letters, TzDiag *diag)
{
  for (guint i = letters->len; i-- > 0;) {
    const TzLetter *letter = letters->pdata[i];
    Check check = { .file = letter->place.file, .diag = diag };
    check_date (&check, letter);
    for (guint p = 0; p < letter->parts->len; p++) {
      if (p == 0 && !letter->untitled)
        check_title (&check, letter->parts->pdata[p]);
      check_headings (&check, letter->parts->pdata[p]);
    }
    check_attachments (&check, letter);
  }
}
