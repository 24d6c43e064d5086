/* The text and what follows it: headings, the note of attachments, signature and
 * date, remarks, attachments, the last page's block. */
#include "base/intl.h"
#include "compose/letter/data.h"
#include "compose/letter/exhibit.h"

#include <string.h>

enum { MAX_ORGAN = 40, MAX_TITLE = 120, MAX_PRINTER = 60 };

#define DATE     "[0-9０-９]{4} *年 *[0-9０-９]{1,2} *月 *[0-9０-９]{1,2} *日"
#define HAN_DATE "[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"

/* ── paragraphs ──────────────────────────────────────────────────────────── */

/* The heading that a numbered paragraph begins with: up to the first full stop that the author wrote, or wholly
 * if there is none and it does not end like a sentence. An item of the lower levels that ends in something
 * inserted may be one: "1.{text}" makes a list, not headings. */
static gsize heading_length (const char *own, const char *body, int level, int longest)
{
  static const char *const ends[] = { "：", ":", "；", ";", "，", "！", "？", NULL };
  const char *stop = strstr (body, "。");
  gsize length = stop ? (gsize)(stop - own) + strlen ("。") : strlen (own);
  if (g_utf8_strlen (own, (gssize)length) > longest)
    return 0;
  for (const char *const *end = ends; !stop && *end; end++)
    if (g_str_has_suffix (own, *end))
      return 0;
  if (!stop && level > 2 && tz_letter_ends_inserted (own))
    return 0;
  return length;
}

/* In a list whose items end with ；, the last one ends with a full stop; that does not make a heading of it. */
static gboolean goes_on (const TzLetterPart *part, int level)
{
  const TzLetterPara *last = part->paras->len > 0 ? part->paras->pdata[part->paras->len - 1] : NULL;
  return last && last->level == level && last->heading == 0 && g_str_has_suffix (last->own, "；");
}

static void add_para (const TzLetterReader *reader, TzLetterPart *part, const TzLetterLine *line)
{
  TzLetterPara *para = g_new0 (TzLetterPara, 1);
  const char *body = NULL;
  para->line = line->line;
  para->exhibit = tz_letter_read_exhibit (line->words.own, &para->text, &para->column);
  if (para->exhibit) {
    para->column += line->column;
  } else {
    para->text = g_strdup (line->words.text);
    para->own = g_strdup (line->words.own);
    para->named = g_strdup (line->words.named);
    para->level = tz_letter_level (para->own, &para->number, &body);
  }
  if (para->level > 0 && !goes_on (part, para->level))
    para->heading = heading_length (para->own, body, para->level, reader->form->frame.heading_longest);
  g_ptr_array_add (part->paras, para);
}

/* ── the note of attachments ─────────────────────────────────────────────── */

static void add_item (TzLetterPart *part, const char *text, int number, int line)
{
  TzLetterItem *item = g_new0 (TzLetterItem, 1);
  const char *end = text + strlen (text);
  /* 7.3.4: no mark after the name. */
  while (end > text && (g_str_has_suffix (text, "。") || g_str_has_suffix (text, "；")) &&
         (!strncmp (end - 3, "。", 3) || !strncmp (end - 3, "；", 3)))
    end -= 3;
  item->number = number;
  item->name = g_strstrip (g_strndup (text, (gsize)(end - text)));
  item->line = line;
  g_ptr_array_add (part->items, item);
}

/* Where the name begins in OWN, "2.名称" with the number that is expected next; 0: it is no such line. */
static gsize item_name (const char *own, int expected)
{
  int number;
  const char *body;
  if (tz_letter_level (own, &number, &body) != 3 || number != expected)
    return 0;
  return (gsize)(body - own);
}

static gboolean take_note (TzLetterReader *reader, TzLetterPart *part)
{
  const TzLetterLine *line = tz_letter_peek (reader, 0);
  TzLetterWords groups[2] = { 0 };
  if (!tz_letter_find ("^附件 *[:：]\\s*(.*)()$", &line->words, line->words.own, groups))
    return FALSE;
  gsize name = item_name (groups[0].own, 1);
  gboolean bare = *groups[0].text == '\0';
  if (!bare)
    add_item (part, groups[0].text + name, name > 0 ? 1 : 0, line->line);
  reader->next++;
  int next = bare ? 1 : 2;
  while ((name > 0 || next == 1) && (line = tz_letter_peek (reader, 0)) &&
         (name = item_name (line->words.own, next)) > 0) {
    add_item (part, line->words.text + name, next, line->line);
    next++;
    reader->next++;
  }
  tz_letter_words_clear (&groups[0]);
  tz_letter_words_clear (&groups[1]);
  return TRUE;
}

/* ── signature and date ──────────────────────────────────────────────────── */

static gboolean is_organ (const char *text)
{
  return g_utf8_strlen (text, -1) <= MAX_ORGAN &&
         tz_letter_match (
             "(委|局|厅|部|办|会|院|署|室|社|处|科|站|所|校|司|行|集团|中心|政府|公司|委员会|办公室)$", text,
             NULL) &&
         !tz_letter_match ("[，。；：、！？:;,]", text, NULL);
}

/* TEXT signs above those who sign already, a name a line: a value of the book may have several. */
static void sign (TzLetter *letter, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = g_strv_length (lines); i-- > 0;)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_insert (letter->signature, 0, g_strdup (lines[i]));
}

/* The organs right above the date were read as paragraphs. */
static void take_signature (TzLetterReader *reader, TzLetterPart *part)
{
  while (part->paras->len > 0) {
    TzLetterPara *last = part->paras->pdata[part->paras->len - 1];
    if (last->level > 0 || last->exhibit || !is_organ (last->named))
      return;
    if (!reader->has_signature)
      sign (reader->letter, last->text);
    g_ptr_array_set_size (part->paras, (int)part->paras->len - 1);
  }
}

/* An order is signed by a person: 市长　某某某 above the date. */
static void take_stamp (TzLetterReader *reader, TzLetterPart *part)
{
  const TzLetterPara *last = part->paras->len > 0 ? part->paras->pdata[part->paras->len - 1] : NULL;
  if (!reader->form->frame.stamp || !last || last->exhibit ||
      !tz_letter_match (TZ_LETTER_STAMP, last->named, NULL))
    return;
  if (reader->letter->stamps->len == 0)
    g_ptr_array_add (reader->letter->stamps, g_strdup (last->text));
  g_ptr_array_set_size (part->paras, (int)part->paras->len - 1);
}

static gboolean take_date (TzLetterReader *reader, TzLetterPart *part)
{
  TzLetter *letter = reader->letter;
  const TzLetterLine *line = tz_letter_peek (reader, 0);
  if (letter->parts->len > 1 || !tz_letter_match ("^(" DATE "|" HAN_DATE ")$", line->words.named, NULL))
    return FALSE;
  take_signature (reader, part);
  take_stamp (reader, part);
  reader->dated = TRUE;
  if (!letter->date) {
    letter->date = g_strdup (line->words.text);
    letter->date_line = line->line;
  }
  reader->next++;
  return TRUE;
}

/* ── remarks and the last page's block ───────────────────────────────────── */

/* 7.3.6: in full-width brackets. */
static char *full_width_brackets (const char *text)
{
  gsize n = strlen (text);
  const char *first = *text == '(' ? text + 1 : text;
  gboolean closed = n > 0 && text[n - 1] == ')';
  return g_strdup_printf ("%s%.*s%s", *text == '(' ? "（" : "", (int)(text + n - closed - first), first,
                          closed ? "）" : "");
}

static gboolean is_opened (const char *text)
{
  return *text == '(' || g_str_has_prefix (text, "（");
}

static gboolean is_closed (const char *text)
{
  return g_str_has_suffix (text, ")") || g_str_has_suffix (text, "）");
}

/* Behind the date; lines of one remark up to its closing bracket. */
static gboolean take_remark (TzLetterReader *reader)
{
  const TzLetterLine *line = tz_letter_peek (reader, 0);
  gboolean of_issue = tz_letter_match ("^[(（]此件.{0,20}[)）]$", line->words.named, NULL);
  if (!of_issue && (!reader->dated || !is_opened (line->words.named) || reader->letter->parts->len > 1))
    return FALSE;
  guint n = 0;
  while (n < 4 && tz_letter_peek (reader, n) && !is_closed (tz_letter_peek (reader, n)->words.named))
    n++;
  if (n == 4 || !tz_letter_peek (reader, n))
    return FALSE;
  GString *text = g_string_new (NULL);
  for (guint i = 0; i <= n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", tz_letter_peek (reader, i)->words.text);
  g_ptr_array_add (reader->letter->remarks, full_width_brackets (text->str));
  g_string_free (text, TRUE);
  reader->next += n + 1;
  return TRUE;
}

static gboolean take_value (TzLetterReader *reader, const char *pattern, char **field)
{
  TzLetterWords groups[2] = { 0 };
  const TzLetterWords *words = &tz_letter_peek (reader, 0)->words;
  if (!tz_letter_find (pattern, words, words->own, groups))
    return FALSE;
  if (!*field)
    *field = g_steal_pointer (&groups[0].text);
  tz_letter_words_clear (&groups[0]);
  tz_letter_words_clear (&groups[1]);
  reader->next++;
  return TRUE;
}

/* 印发 is the author's, the day before it may be the book's. */
static gboolean take_print_line (TzLetterReader *reader, TzLetterPart *part)
{
  TzLetter *letter = reader->letter;
  TzLetterWords groups[2] = { 0 };
  const TzLetterWords *words = &tz_letter_peek (reader, 0)->words;
  if (!g_str_has_suffix (words->own, "印发") ||
      !tz_letter_find ("^(.*?)[\\s　]*([0-9]{4}年[0-9]{1,2}月[0-9 　]{0,3}日) *印发$", words, words->named,
                       groups))
    return FALSE;
  if (*groups[0].text != '\0' && !letter->printer)
    letter->printer = g_strdup (groups[0].text);
  if (!letter->print_date)
    letter->print_date = g_strdup (groups[1].text);
  tz_letter_words_clear (&groups[0]);
  tz_letter_words_clear (&groups[1]);
  TzLetterPara *last = part->paras->len > 0 ? part->paras->pdata[part->paras->len - 1] : NULL;
  if (last && !last->exhibit && is_organ (last->named) && !letter->printer) {
    letter->printer = g_strdup (last->text);
    g_ptr_array_set_size (part->paras, (int)part->paras->len - 1);
  }
  reader->next++;
  return TRUE;
}

static gboolean take_imprint (TzLetterReader *reader, TzLetterPart *part)
{
  TzLetter *letter = reader->letter;
  return take_value (reader, "^((?:政府)?(?:信息)?公开(?:选项|方式|属性|类别) *[:：].*)()$",
                     &letter->disclosure) ||
         take_value (reader, "^抄送 *[:：]\\s*(.*)()$", &letter->copy_to) ||
         take_value (reader, "^主送 *[:：]\\s*(.*)()$", &letter->main_to) || take_print_line (reader, part);
}

/* ── attachments and what a notice issues ────────────────────────────────── */

static void take_titles (TzLetterReader *reader, TzLetterPart *part)
{
  const TzLetterLine *line = tz_letter_peek (reader, 0);
  const char *body;
  int number;
  if (!line || g_utf8_strlen (line->words.text, -1) > MAX_TITLE || tz_letter_is_exhibit (line->words.own) ||
      g_str_has_suffix (line->words.named, "。") || tz_letter_level (line->words.own, &number, &body) > 0)
    return;
  part->title = g_strdup (line->words.text);
  part->title_line = line->line;
  reader->next++;
  line = tz_letter_peek (reader, 0);
  if (line && g_utf8_strlen (line->words.text, -1) <= MAX_ORGAN &&
      tz_letter_match ("^[(（][^()（）]*[)）]$", line->words.named, NULL)) {
    part->subtitle = full_width_brackets (line->words.text);
    reader->next++;
  }
}

static TzLetterPart *take_attachment (TzLetterReader *reader)
{
  const TzLetterLine *line = tz_letter_peek (reader, 0);
  char *groups[3] = { NULL };
  if (!tz_letter_match ("^附件 *([0-9]{0,3}) *[:：]?()()$", line->words.own, groups))
    return NULL;
  /* 附件： with names behind it is the note. */
  const TzLetterLine *next = tz_letter_peek (reader, 1);
  gboolean note = *groups[0] == '\0' && tz_letter_match ("[:：]$", line->words.own, NULL) && next &&
                  item_name (next->words.own, 1) > 0;
  TzLetterPart *part = note ? NULL : tz_letter_add_part (reader->letter, line->line);
  if (part) {
    part->number = (int)g_ascii_strtoll (groups[0], NULL, 10);
    part->label = g_strconcat ("附件", groups[0], NULL);
    reader->next++;
    take_titles (reader, part);
  }
  for (int i = 0; i < 3; i++)
    g_free (groups[i]);
  return part;
}

/* A title behind the date begins the text that the document issues. */
static TzLetterPart *take_issued (TzLetterReader *reader)
{
  const TzLetterLine *line = tz_letter_peek (reader, 0);
  if (!reader->dated || reader->letter->parts->len > 1 || g_utf8_strlen (line->words.text, -1) > MAX_TITLE ||
      tz_letter_match ("[。；：，]$", line->words.named, NULL) || reader->next + 1 >= reader->lines->len ||
      is_organ (line->words.named) || tz_letter_is_exhibit (line->words.own))
    return NULL;
  TzLetterPart *part = tz_letter_add_part (reader->letter, line->line);
  take_titles (reader, part);
  return part;
}

/* ── the whole ───────────────────────────────────────────────────────────── */

/* The standard of 2012 no longer knows this line. */
static gboolean drop_no_text (TzLetterReader *reader)
{
  const TzLetterLine *line = tz_letter_peek (reader, 0);
  TzPlace place = tz_letter_place (reader, line->line);
  if (!tz_letter_match ("^[(（]此页无正文[)）]$", line->words.own, NULL))
    return FALSE;
  tz_diag_add (reader->diag, TZ_WARNING, &place, "no-text-page",
               _ ("“%s” is left out: a page is not printed for a seal alone; delete the line"),
               line->words.text);
  reader->next++;
  return TRUE;
}

void tz_letter_read_body (TzLetterReader *reader)
{
  TzLetterPart *part = reader->letter->parts->pdata[0], *begun;
  while (tz_letter_peek (reader, 0)) {
    if ((begun = take_attachment (reader)) != NULL) {
      part = begun;
      continue;
    }
    if (drop_no_text (reader) || take_note (reader, part) || take_date (reader, part) || take_remark (reader) ||
        take_imprint (reader, part))
      continue;
    if ((begun = take_issued (reader)) != NULL) {
      part = begun;
      continue;
    }
    add_para (reader, part, tz_letter_peek (reader, 0));
    reader->next++;
  }
}
