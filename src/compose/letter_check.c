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

/* The documents bound behind the text, and how many of them nobody has named yet. */
typedef struct {
  const GPtrArray *docs; /* of TzDoc; NULL: none */
  int left;
} Bound;

static char *bare_name (const char *name)
{
  GString *bare = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_utf8_strchr (" 　\n《》", -1, g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_string_free (bare, FALSE);
}

/* 7.3.7: as the text calls it; a form's title may have a place before it: XX市…台账. */
static gboolean is_bound (const Bound *bound, const char *name)
{
  char *wanted = bare_name (name);
  gboolean found = FALSE;
  for (guint i = 0; bound->docs && i < bound->docs->len && !found; i++) {
    const char *title = ((const TzDoc *)bound->docs->pdata[i])->title;
    char *bare = bare_name (title ? title : "");
    found = *bare != '\0' && *wanted != '\0' && (strstr (bare, wanted) || strstr (wanted, bare));
    g_free (bare);
  }
  g_free (wanted);
  return found;
}

static void report_bound (const Check *check, const Bound *bound, const char *name, const TzPlace *place)
{
  GString *titles = g_string_new (NULL);
  for (guint i = 0; i < bound->docs->len; i++) {
    const char *title = ((const TzDoc *)bound->docs->pdata[i])->title;
    char *shown = tz_utf8_excerpt (title ? title : "", 30);
    g_string_append_printf (titles, "%s“%s”", i > 0 ? ", " : "", shown);
    g_free (shown);
  }
  char *shown = tz_utf8_excerpt (name, 40);
  tz_diag_add (
      check->diag, TZ_WARNING, place, "attachment-title",
      _ ("the attachment is called “%s” here, but what is bound behind the text has the title %s; make both "
         "the same"),
      shown, titles->str);
  g_free (shown);
  g_string_free (titles, TRUE);
}

static void check_item (const Check *check, const GPtrArray *letters, guint at, const TzLetterItem *item,
                        Bound *bound)
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
  if (bound->left > 0) {
    bound->left--;
    if (!is_bound (bound, item->name))
      report_bound (check, bound, item->name, &place);
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

static void check_attachments (const Check *check, const GPtrArray *letters, guint at, Bound *bound)
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
  Bound bound = { .docs = attached, .left = attached ? (int)attached->len : 0 };
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
