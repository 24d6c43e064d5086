/* Letters with their form become pieces of an official document. */
#include "base/date.h"
#include "compose/table/document.h"
#include "compose/letter/build.h"
#include "compose/letter/exhibit.h"

#include <string.h>

static void add_new_page (TzLetterBuilder *b)
{
  if (b->begun)
    tz_official_add (b->official, TZ_PIECE_NEW_PAGE, NULL, NULL);
  b->begun = FALSE;
}

/* ── title, text ─────────────────────────────────────────────────────────── */

static char *one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n", ' ');
}

static TzPiece *add_title (TzLetterBuilder *b, const TzLetterPart *part)
{
  TzPiece *title = tz_letter_add (b, TZ_PIECE_TEXT, part->title, TZ_LETTER_TITLE);
  title->style.wrap = TZ_WRAP_TITLE;
  title->place = *b->place;
  title->place.line = part->title_line > 0 ? part->title_line : part->line;
  title->outline = title->heading = title->section = 1;
  title->outline_text = one_line (part->title);
  title->keep = 100;
  if (part->subtitle)
    tz_letter_add (b, TZ_PIECE_TEXT, part->subtitle, TZ_LETTER_SUBTITLE)->keep = 100;
  return title;
}

static char *heading_text (const TzLetterPara *para)
{
  gsize n = para->heading;
  if (n >= 3 && strncmp (para->text + n - 3, "。", 3) == 0)
    n -= 3;
  return g_strndup (para->text, n);
}

static TzPiece *add_para (TzLetterBuilder *b, const TzLetterPara *para)
{
  gboolean headed = para->level > 0 && para->heading > 0, whole = headed && para->text[para->heading] == '\0';
  int part = TZ_LETTER_HEADING_1 + MAX (para->level, 1) - 1;
  TzPiece *piece = tz_letter_add (b, TZ_PIECE_TEXT, para->text, whole ? part : TZ_LETTER_TEXT);
  piece->body = TRUE;
  if (headed && para->level <= 2) {
    piece->outline = para->level + 1;
    piece->outline_text = heading_text (para);
  }
  /* An item of the lower levels is a heading only if it is no sentence. */
  gboolean sentence = whole && para->level > 2 && g_str_has_suffix (para->own, "。");
  if (whole && !sentence)
    piece->heading = para->level + 1;
  tz_letter_tell_floats (piece, para, headed && !sentence);
  if (whole && b->form->frame.keep_headings)
    piece->keep = 100;
  if (headed && !whole) {
    TzTextRun run = { .end = (guint32)para->heading,
                      .bold = tz_letter_style (b, part)->bold,
                      .colour = tz_letter_style (b, part)->colour,
                      .has_role = TRUE,
                      .role = tz_letter_style (b, part)->role };
    piece->runs = g_array_new (FALSE, FALSE, sizeof (TzTextRun));
    g_array_append_val (piece->runs, run);
  }
  return piece;
}

/* GB/T 9704-2012, 10.3: minutes list who was there (出席：), absent, sitting in. The label is set in a type of
 * its own, further lines stand under the first name, and a blank line stands above the first list. FALSE if
 * PARA is no such list. */
static gboolean add_people (TzLetterBuilder *b, const TzLetterPara *para, gboolean *listed)
{
  char **words = g_strsplit (b->form->frame.people ? b->form->frame.people : "", ",", -1);
  gboolean found = FALSE;
  for (char **word = words; *word && !found; word++) {
    gsize n = strlen (g_strstrip (*word));
    if (n == 0 || !g_str_has_prefix (para->own, *word) || !g_str_has_prefix (para->own + n, "："))
      continue;
    found = TRUE;
    TzPiece *piece = tz_letter_add (b, TZ_PIECE_TEXT, para->text + n + strlen ("："), TZ_LETTER_TEXT);
    piece->body = TRUE;
    piece->style.first_indent = 0;
    piece->left = 2 * b->em;
    piece->label = g_strconcat (*word, "：", NULL);
    piece->label_style = *tz_letter_style (b, TZ_LETTER_LABEL);
    piece->before = *listed ? 0 : b->pitch;
  }
  *listed |= found;
  g_strfreev (words);
  return found;
}

static TzPiece *add_part_of_text (TzLetterBuilder *b, const TzLetterPara *para, TzLen before, gboolean *listed)
{
  TzPlace place = *b->place;
  place.line = para->line;
  place.column = para->column;
  TzPiece *piece = NULL;
  if (para->exhibit)
    piece = tz_letter_add_exhibit (b->official, para, &place, b->source, tz_letter_style (b, TZ_LETTER_CAPTION),
                                   b->diag);
  else if (!add_people (b, para, listed))
    piece = add_para (b, para);
  if (!piece)
    return NULL;
  piece->before = before;
  b->begun = TRUE;
  return piece;
}

/* At least LINES lines of the text above stay with what follows when that goes to the next page. */
static void keep_lines (TzLetterBuilder *b, int lines)
{
  TzPiece *last =
      b->official->pieces->len > 0 ? b->official->pieces->pdata[b->official->pieces->len - 1] : NULL;
  if (last && last->body)
    last->keep = MAX (last->keep, lines);
}

/* A heading goes with its table, and so does a sentence that the table is a part of. */
static gboolean leads (TzLetterBuilder *b, const TzLetterPara *before)
{
  if (before->level > 0 && before->text[before->heading] == '\0')
    keep_lines (b, 100);
  if (!tz_letter_leads_exhibit (before))
    return FALSE;
  keep_lines (b, 2);
  return TRUE;
}

static void add_paras (TzLetterBuilder *b, const TzLetterPart *part, TzLen first)
{
  gboolean listed = FALSE;
  for (guint i = 0; i < part->paras->len; i++) {
    const TzLetterPara *para = part->paras->pdata[i], *before = i > 0 ? part->paras->pdata[i - 1] : NULL;
    gboolean led = para->exhibit && before && !before->exhibit && leads (b, before);
    TzPiece *piece = add_part_of_text (b, para, i == 0 ? first : 0, &listed);
    if (piece && para->exhibit)
      piece->floats = !led;
  }
}

/* GB/T 9704-2012, 7.3.4: further lines of a name stand under its first character. */
static void add_items (TzLetterBuilder *b, const TzLetterPart *part)
{
  if (part->items->len > 0 && part->paras->len > 1)
    keep_lines (b, 2);
  for (guint i = 0; i < part->items->len; i++) {
    const TzLetterItem *item = part->items->pdata[i];
    TzPiece *piece = tz_letter_add (b, TZ_PIECE_TEXT, item->name, TZ_LETTER_TEXT);
    piece->style.first_indent = piece->label_style.first_indent = 0;
    piece->left = (i == 0 ? 2 : 5) * b->em;
    piece->item = item->number > 0;
    piece->label = item->number > 0 ? g_strdup_printf ("%s%d.", i == 0 ? "附件：" : "", item->number)
                                    : g_strdup (i == 0 ? "附件：" : "");
    piece->before = i == 0 ? b->pitch : 0;
  }
}

/* ── parts ───────────────────────────────────────────────────────────────── */

static void add_part (TzLetterBuilder *b, const TzLetterPart *part)
{
  add_new_page (b);
  if (part->label) {
    TzPiece *label = tz_letter_add (b, TZ_PIECE_TEXT, part->label, TZ_LETTER_LABEL);
    label->keep = 100;
    if (!part->title) {
      label->outline = label->heading = label->section = 1;
      label->outline_text = g_strdup (part->label);
    }
  }
  if (part->title) {
    TzPiece *title = add_title (b, part);
    title->before = b->pitch; /* 7.3.7: on the third line */
    if (!part->label)
      title->top = b->pitch;
  }
  add_paras (b, part, b->pitch);
  add_items (b, part);
}

static void add_letter (TzLetterBuilder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  const TzLetterPart *part = letter->parts->pdata[0];
  add_new_page (b);
  tz_letter_add_head (b, letter);
  gboolean headed = b->begun;
  if (part->title) {
    TzPiece *title = add_title (b, part);
    /* Larger type overlaps the line above it in the middle of its own. */
    title->before =
        headed ? (TzLen)(frame->title_before * (double)b->pitch) + (title->style.size - b->em) / 2 : 0;
  }
  if (letter->addressees) {
    TzPiece *to = tz_letter_add (b, TZ_PIECE_TEXT, letter->addressees, TZ_LETTER_TEXT);
    to->style.first_indent = 0;
    to->before = b->pitch;
  }
  /* 10.2: of an order without a title the text stands two lines below the number. */
  TzLen gap = part->title ? b->pitch : (TzLen)(frame->title_before * (double)b->pitch);
  add_paras (b, part, letter->addressees ? 0 : gap);
  add_items (b, part);
  tz_letter_add_signature (b, letter);
  for (guint i = 0; i < letter->remarks->len; i++)
    tz_letter_add (b, TZ_PIECE_TEXT, letter->remarks->pdata[i], TZ_LETTER_TEXT);
  for (guint i = 1; i < letter->parts->len; i++)
    add_part (b, letter->parts->pdata[i]);
}

/* ── the document ────────────────────────────────────────────────────────── */

/* The title of an order, which prints none, in the properties of the document: its organ and number. */
static char *title_of_order (const TzLetter *letter, const char *name)
{
  if (letter->organs->len == 0 || !letter->number)
    return g_strdup (name);
  char *organs = tz_letter_join (letter->organs, "、", G_MAXINT);
  char *title = g_strconcat (organs, letter->number, NULL);
  g_free (organs);
  return title;
}

static void describe (TzDoc *doc, const TzTemplate *form, const GPtrArray *letters, const char *name,
                      TzDiag *diag)
{
  const TzLetter *letter = letters->pdata[0];
  const TzLetterPart *part = letter->parts->pdata[0];
  doc->name = g_strdup (name);
  doc->title = part->title ? one_line (part->title) : title_of_order (letter, name);
  doc->author = tz_form_text (form, "author", diag);
  if (!doc->author && letter->organs->len > 0)
    doc->author = tz_letter_join (letter->organs, "、", G_MAXINT);
  if (!doc->author)
    doc->author = tz_form_text (form, "organ", diag);
  doc->subject = tz_form_text (form, "subject", diag);
  if (!doc->subject)
    doc->subject = g_strdup (letter->number);
  doc->lang = g_strdup ("zh-CN");
}

/* A landscape page bound into an upright document is turned: its left side becomes the paper's foot, its top
 * the side of the binding. So that its type area is that of the text it gets the text's margins, turned
 * likewise. */
static void turn_margins (const TzPageSetup *text, TzPageSetup *page)
{
  const TzPaper *upright = &text->papers[0];
  gboolean turned = FALSE;
  for (int i = 0; i < page->n_papers; i++)
    turned |= page->papers[i].width == upright->height && page->papers[i].height == upright->width;
  if (!turned)
    return;
  page->top = text->left;
  page->bottom = text->right;
  page->left = text->bottom;
  page->right = text->top;
}

/* Pages bound behind the text go on with its numbers, in its type. */
static void adopt (TzDoc *doc, GPtrArray *attached)
{
  doc->attached = attached;
  for (guint i = 0; attached && i < attached->len; i++) {
    TzDoc *bound = attached->pdata[i];
    TzPageSetup *page = &bound->page;
    g_free (page->number_form);
    page->number_form = g_strdup (doc->page.number_form);
    page->number_place = doc->page.number_place;
    page->number_style = doc->page.number_style;
    page->number_inset = doc->page.number_inset;
    page->tagged = doc->page.tagged;
    page->binding = doc->page.binding;
    if (page->binding == TZ_BINDING_PRINT)
      turn_margins (&doc->page, page);
    page->number_gap = MIN (doc->page.number_gap, MAX (page->bottom - doc->page.number_style.size / 2, 0));
    doc->date = MAX (doc->date, bound->date);
  }
}

/* The form that a nested letter's key block names. NULL with a finding. */
static TzTemplate *own_form (const TzLetter *letter, TzFiles *files, TzDiag *diag)
{
  TzIni *over = tz_ini_new ("");
  tz_ini_put (over, "template", "", "kind", "letter");
  TzTemplate *form = files ? tz_template_load_from (files, letter->form, over, &letter->place, diag)
                           : tz_template_load (letter->form, over, &letter->place, diag);
  tz_ini_free (over);
  return form;
}

static void add_letters (TzLetterBuilder *b, const GPtrArray *letters, TzDiag *diag)
{
  const TzTemplate *form = b->form;
  for (guint i = 0; i < letters->len; i++) {
    const TzLetter *letter = letters->pdata[i];
    TzTemplate *own = letter->form ? own_form (letter, form->files, diag) : NULL;
    if (own)
      b->form = own;
    b->place = &letter->place;
    add_letter (b, letter);
    if (i == 0)
      tz_letter_add_imprint (b, letter);
    b->form = form;
    tz_template_free (own);
  }
}

TzDoc *tz_letter_document (const TzTemplate *form, const GPtrArray *letters, const char *name,
                           const char *const *files, const TzExhibitSource *source, GPtrArray *take_attached,
                           TzDiag *diag)
{
  TzDoc *doc = tz_doc_new ();
  doc->date = tz_date_of_outputs (files);
  describe (doc, form, letters, name, diag);
  tz_form_set_page (doc, form, diag);
  adopt (doc, take_attached);
  const TzPageSetup *page = &doc->page;
  const TzTextStyle *text = &form->letter_parts[TZ_LETTER_TEXT].cell.text;
  doc->official = tz_official_new ();
  doc->official->em = text->size;
  doc->official->pitch = text->pitch;
  TzLetterBuilder b = { .form = form,
                        .official = doc->official,
                        .em = text->size,
                        .pitch = text->pitch,
                        .height = page->papers[0].height - page->top,
                        .source = source,
                        .diag = diag };
  tz_letters_match (letters, take_attached);
  tz_letters_check (letters, diag);
  tz_letters_label (letters, take_attached, tz_letter_style (&b, TZ_LETTER_LABEL), b.em, b.pitch);
  add_letters (&b, letters, diag);
  tz_letter_title_exhibits (doc->official);
  return doc;
}
