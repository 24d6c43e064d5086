/* Letters with their form become pieces of an official document. */
#include "base/date.h"
#include "base/intl.h"
#include "compose/document.h"
#include "compose/letter_data.h"
#include "compose/letter_figure.h"

#include <string.h>

typedef struct {
  const TzTemplate *form;
  TzOfficial *official;
  TzLen em, pitch, width; /* of the text; of the type area */
  TzLen height;           /* from the type area's top to the paper's edge */
  const TzFigureSource *source;
  const TzPlace *place; /* of the letter */
  TzDiag *diag;
  gboolean begun; /* something stands on the sheet */
} Builder;

static const TzTextStyle *style_of (const Builder *b, int part)
{
  return &b->form->letter_parts[part].text;
}

static TzPiece *add (Builder *b, TzPieceKind kind, const char *text, int part)
{
  b->begun = TRUE;
  return tz_official_add (b->official, kind, text, style_of (b, part));
}

static void add_sheet (Builder *b)
{
  if (b->begun)
    tz_official_add (b->official, TZ_PIECE_SHEET, NULL, NULL);
  b->begun = FALSE;
}

static char *join (const GPtrArray *texts, const char *between, int in_a_line)
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

/* Room so that the piece stands GAP below the box of the line above. */
static TzLen below (const Builder *b, TzLen gap)
{
  return gap - (b->pitch - b->em);
}

/* ── the head ────────────────────────────────────────────────────────────── */

/* 7.2.1 to 7.2.3: from above the copy's number, secrecy, urgency. */
static void add_margin_lines (Builder *b, const TzLetter *letter, TzLen first)
{
  const struct {
    const char *text;
    int part;
  } lines[] = { { letter->copy_number, TZ_LETTER_COPY_NUMBER },
                { letter->secrecy, TZ_LETTER_SECRECY },
                { letter->urgency, TZ_LETTER_SECRECY } };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].text) {
      add (b, TZ_PIECE_TEXT, lines[i].text, lines[i].part)->before = first;
      first = 0;
    }
}

static void add_mark (Builder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  if (letter->organs->len == 0)
    return;
  char *names = frame->mark_lead_only ? g_strdup (letter->organs->pdata[0]) : join (letter->organs, "", 1);
  TzPiece *mark = add (b, TZ_PIECE_MARK, names, TZ_LETTER_MARK);
  mark->top = frame->mark_top;
  if (letter->suffix && frame->mark_suffix)
    mark->label = g_strdup ("文件");
  g_free (names);
}

static TzPiece *add_rule (Builder *b, TzLen before)
{
  const TzFormFrame *frame = &b->form->frame;
  TzPiece *rule = add (b, TZ_PIECE_RULE, NULL, TZ_LETTER_MARK);
  rule->before = before;
  rule->style.colour = frame->rule_colour;
  rule->thick = frame->rule_thick;
  rule->thin = frame->rule == TZ_RED_RULE_DOUBLE ? frame->rule_thin : 0;
  rule->width = frame->rule_width;
  return rule;
}

/* 7.2.6: upward documents name who signed, two names a line, and the number stands
 * left on the last of these lines. */
static void add_signatories (Builder *b, const TzLetter *letter, TzLen before)
{
  char *names = join (letter->signatories, "　", 2);
  TzPiece *signatory = add (b, TZ_PIECE_TEXT, names, TZ_LETTER_SIGNATORY);
  signatory->label = g_strdup ("签发人：");
  signatory->label_style = *style_of (b, TZ_LETTER_TEXT);
  signatory->label_style.first_indent = 0;
  signatory->flush_right = TRUE;
  signatory->right = b->em;
  signatory->before = before;
  g_free (names);
}

static void add_number (Builder *b, const TzLetter *letter)
{
  TzLen before = (TzLen)(b->form->frame.mark_before_number * (double)b->pitch);
  if (letter->signatories->len > 0)
    add_signatories (b, letter, before);
  if (!letter->number)
    return;
  TzPiece *number = add (b, TZ_PIECE_TEXT, letter->number, TZ_LETTER_NUMBER);
  number->before = before;
  number->beside = letter->signatories->len > 0;
  if (number->beside) {
    number->style.align = TZ_ALIGN_LEFT;
    number->left = b->em;
  }
}

static void add_plain_head (Builder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  add_margin_lines (b, letter, 0);
  add_mark (b, letter);
  add_number (b, letter);
  if (frame->rule != TZ_RED_RULE_NONE && letter->organs->len > 0)
    add_rule (b, below (b, frame->rule_gap));
}

/* 10.1: double rules under the mark and near the page's foot; the number at the
 * right, 7/8 of a character below the first, the other lines at the left. */
static void add_letter_head (Builder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  add_mark (b, letter);
  add_rule (b, below (b, frame->rule_gap));
  TzLen gap = b->em * 7 / 8;
  guint n = b->official->pieces->len;
  if (letter->number) {
    TzPiece *number = add (b, TZ_PIECE_TEXT, letter->number, TZ_LETTER_NUMBER);
    number->style.align = TZ_ALIGN_RIGHT;
    number->before = gap;
  }
  add_margin_lines (b, letter, letter->number ? 0 : gap);
  if (letter->number && b->official->pieces->len > n + 1)
    ((TzPiece *)b->official->pieces->pdata[n + 1])->beside = TRUE;
  TzPiece *foot = add_rule (b, 0);
  foot->pinned = TRUE;
  foot->thin_first = TRUE;
  foot->top = b->height - frame->rule_foot;
}

/* ── title, text ─────────────────────────────────────────────────────────── */

static char *one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n", ' ');
}

static TzPiece *add_title (Builder *b, const TzLetterPart *part)
{
  const TzTextStyle *style = style_of (b, TZ_LETTER_TITLE);
  char *lines = tz_letter_break_title (part->title, (double)b->width / (double)style->size);
  TzPiece *title = add (b, TZ_PIECE_TEXT, lines, TZ_LETTER_TITLE);
  title->outline = title->heading = 1;
  title->outline_text = one_line (part->title);
  title->keep = 100;
  g_free (lines);
  if (part->subtitle)
    add (b, TZ_PIECE_TEXT, part->subtitle, TZ_LETTER_SUBTITLE)->keep = 100;
  return title;
}

static char *heading_text (const TzLetterPara *para)
{
  gsize n = para->heading;
  if (n >= 3 && strncmp (para->text + n - 3, "。", 3) == 0)
    n -= 3;
  return g_strndup (para->text, n);
}

static TzPiece *add_para (Builder *b, const TzLetterPara *para)
{
  gboolean headed = para->level > 0 && para->heading > 0, whole = headed && para->text[para->heading] == '\0';
  int part = TZ_LETTER_HEADING_1 + MAX (para->level, 1) - 1;
  TzPiece *piece = add (b, TZ_PIECE_TEXT, para->text, whole ? part : TZ_LETTER_TEXT);
  piece->body = TRUE;
  if (headed && para->level <= 2) {
    piece->outline = para->level + 1;
    piece->outline_text = heading_text (para);
  }
  /* An item of the lower levels is a heading only if it is no sentence. */
  if (whole && (para->level <= 2 || !g_str_has_suffix (para->text, "。")))
    piece->heading = para->level + 1;
  if (whole && b->form->frame.keep_headings)
    piece->keep = 100;
  if (headed && !whole) {
    TzTextRun run = { .end = (guint32)para->heading,
                      .bold = style_of (b, part)->bold,
                      .colour = style_of (b, part)->colour,
                      .has_role = TRUE,
                      .role = style_of (b, part)->role };
    piece->runs = g_array_new (FALSE, FALSE, sizeof (TzTextRun));
    g_array_append_val (piece->runs, run);
  }
  return piece;
}

/* 10.3: 出席： and the like in another type, turned lines under the first name; a
 * blank line above the first. FALSE if PARA is no such list. */
static gboolean add_people (Builder *b, const TzLetterPara *para, gboolean *listed)
{
  char **words = g_strsplit (b->form->frame.people ? b->form->frame.people : "", ",", -1);
  gboolean found = FALSE;
  for (char **word = words; *word && !found; word++) {
    gsize n = strlen (g_strstrip (*word));
    if (n == 0 || !g_str_has_prefix (para->text, *word) || !g_str_has_prefix (para->text + n, "："))
      continue;
    found = TRUE;
    TzPiece *piece = add (b, TZ_PIECE_TEXT, para->text + n + strlen ("："), TZ_LETTER_TEXT);
    piece->body = TRUE;
    piece->style.first_indent = 0;
    piece->left = 2 * b->em;
    piece->label = g_strconcat (*word, "：", NULL);
    piece->label_style = *style_of (b, TZ_LETTER_LABEL);
    piece->before = *listed ? 0 : b->pitch;
  }
  *listed |= found;
  g_strfreev (words);
  return found;
}

static void add_part_of_text (Builder *b, const TzLetterPara *para, TzLen before, gboolean *listed)
{
  TzPlace place = *b->place;
  place.line = para->line;
  place.column = para->column;
  TzPiece *piece = NULL;
  if (para->figure)
    piece =
        tz_letter_add_figure (b->official, para, &place, b->source, style_of (b, TZ_LETTER_CAPTION), b->diag);
  else if (!add_people (b, para, listed))
    piece = add_para (b, para);
  if (!piece)
    return;
  piece->before = before;
  b->begun = TRUE;
}

static void add_paras (Builder *b, const TzLetterPart *part, TzLen first)
{
  gboolean listed = FALSE;
  for (guint i = 0; i < part->paras->len; i++) {
    const TzLetterPara *para = part->paras->pdata[i], *before = i > 0 ? part->paras->pdata[i - 1] : NULL;
    /* A heading goes with its table. */
    if (para->figure && before && before->level > 0 && before->text[before->heading] == '\0')
      ((TzPiece *)b->official->pieces->pdata[b->official->pieces->len - 1])->keep = 100;
    add_part_of_text (b, para, i == 0 ? first : 0, &listed);
  }
}

/* 7.3.4: turned lines stand under the first character of the name. */
static void add_items (Builder *b, const TzLetterPart *part)
{
  for (guint i = 0; i < part->items->len; i++) {
    const TzLetterItem *item = part->items->pdata[i];
    TzPiece *piece = add (b, TZ_PIECE_TEXT, item->name, TZ_LETTER_TEXT);
    piece->style.first_indent = piece->label_style.first_indent = 0;
    piece->left = (i == 0 ? 2 : 5) * b->em;
    piece->item = item->number > 0;
    piece->label = item->number > 0 ? g_strdup_printf ("%s%d.", i == 0 ? "附件：" : "", item->number)
                                    : g_strdup (i == 0 ? "附件：" : "");
    piece->before = i == 0 ? b->pitch : 0;
  }
}

/* ── the end ─────────────────────────────────────────────────────────────── */

/* So much of the text goes with a signature that does not fit: 7.3.5.1 wants no seal
 * on a page without text. */
static void keep_text (Builder *b, const TzLetterPart *part)
{
  for (guint i = b->official->pieces->len; i-- > 0;) {
    TzPiece *piece = b->official->pieces->pdata[i];
    /* Of a single paragraph the beginning stays on page 1. */
    piece->keep = !piece->body ? 100 : part->paras->len > 1 ? 2 : 1;
    if (piece->body)
      return;
  }
}

/* Beside each other under seals long names are turned; \v is where. */
static char *sealed_names (const GPtrArray *names)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++) {
    glong n = g_utf8_strlen (names->pdata[i], -1);
    char *halves = tz_letter_break_title (names->pdata[i], n > 5 ? (double)n / 2 + 1.1 : (double)n + 1);
    const char *turn = strchr (halves, '\n');
    if (n > 5 && (!turn || turn != strrchr (halves, '\n'))) {
      g_free (halves);
      halves = tz_letter_break_title (names->pdata[i], (double)n * .7);
    }
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", g_strdelimit (halves, "\n", '\v'));
    g_free (halves);
  }
  return g_string_free (text, FALSE);
}

static void add_signature (Builder *b, const TzLetter *letter)
{
  const GPtrArray *names = letter->signature->len > 0 ? letter->signature : letter->organs;
  if (!letter->date && letter->signature->len == 0)
    return;
  gboolean sealed = (letter->seal >= 0 ? letter->seal : b->form->frame.seal) && names->len > 0;
  char *text = sealed && names->len > 1 ? sealed_names (names) : join (names, "", 1);
  keep_text (b, letter->parts->pdata[0]);
  TzPiece *sign = add (b, TZ_PIECE_SIGN, text, TZ_LETTER_TEXT);
  sign->style.first_indent = 0;
  sign->label = g_strdup (letter->date);
  sign->sealed = sealed;
  sign->seal = b->form->frame.seal_size;
  sign->seal_row = b->form->frame.seal_row;
  /* 7.3.5.1: the first seals' top is within a line of the text. */
  sign->before = sign->sealed && names->len > 1 ? 2 * b->pitch : b->pitch;
  g_free (text);
}

static void add_part (Builder *b, const TzLetterPart *part)
{
  add_sheet (b);
  if (part->label) {
    TzPiece *label = add (b, TZ_PIECE_TEXT, part->label, TZ_LETTER_LABEL);
    label->keep = 100;
    if (!part->title) {
      label->outline = label->heading = 1;
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

static void add_letter (Builder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  const TzLetterPart *part = letter->parts->pdata[0];
  add_sheet (b);
  if (frame->rule == TZ_RED_RULE_DOUBLE)
    add_letter_head (b, letter);
  else
    add_plain_head (b, letter);
  gboolean headed = b->begun;
  if (part->title) {
    TzPiece *title = add_title (b, part);
    /* Larger type overlaps the line above it in the middle of its own. */
    title->before =
        headed ? (TzLen)(frame->title_before * (double)b->pitch) + (title->style.size - b->em) / 2 : 0;
  }
  if (letter->addressees) {
    TzPiece *to = add (b, TZ_PIECE_TEXT, letter->addressees, TZ_LETTER_TEXT);
    to->style.first_indent = 0;
    to->before = b->pitch;
  }
  add_paras (b, part, letter->addressees ? 0 : b->pitch);
  add_items (b, part);
  add_signature (b, letter);
  for (guint i = 0; i < letter->remarks->len; i++)
    add (b, TZ_PIECE_TEXT, letter->remarks->pdata[i], TZ_LETTER_TEXT);
  for (guint i = 1; i < letter->parts->len; i++)
    add_part (b, letter->parts->pdata[i]);
}

/* ── the last page's block ───────────────────────────────────────────────── */

/* TEXT without the label it may begin with, ending with 。 */
static char *recipients (const char *text)
{
  char *groups[3] = { NULL };
  const char *names = text;
  if (tz_letter_match ("^(?:抄送|主送) *[:：]\\s*(.*)()()$", text, groups))
    names = groups[0];
  char *sentence = g_strconcat (names, g_str_has_suffix (names, "。") ? "" : "。", NULL);
  for (int i = 0; i < 3; i++)
    g_free (groups[i]);
  return sentence;
}

static void add_recipients (Builder *b, const char *label, const char *text, gboolean rule)
{
  char *names = recipients (text);
  tz_official_add_imprint (b->official, label, names)->rule = rule;
  g_free (names);
}

static void add_imprint (Builder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  TzOfficial *official = b->official;
  official->imprint_style = *style_of (b, TZ_LETTER_IMPRINT);
  official->imprint_inset = frame->imprint_inset;
  official->imprint_thick = frame->imprint_thick;
  official->imprint_thin = frame->imprint_thin;
  official->imprint_even = frame->imprint_even;
  official->first_unnumbered = !frame->first_numbered;
  if (letter->disclosure)
    tz_official_add_imprint (official, NULL, letter->disclosure);
  if (letter->main_to)
    add_recipients (b, "主送：", letter->main_to, TRUE);
  if (letter->copy_to)
    add_recipients (b, "抄送：", letter->copy_to, !letter->main_to);
  if (!frame->imprint_printer || !(letter->printer || letter->print_date))
    return;
  TzImprintRow *row = tz_official_add_imprint (official, NULL, letter->printer);
  row->rule = TRUE;
  if (letter->print_date)
    row->right =
        g_strconcat (letter->print_date, g_str_has_suffix (letter->print_date, "印发") ? "" : "印发", NULL);
}

/* ── the document ────────────────────────────────────────────────────────── */

static void describe (TzDoc *doc, const TzTemplate *form, const GPtrArray *letters, const char *name,
                      TzDiag *diag)
{
  const TzLetter *letter = letters->pdata[0];
  const TzLetterPart *part = letter->parts->pdata[0];
  doc->name = g_strdup (name);
  doc->title = part->title ? one_line (part->title) : g_strdup (name);
  doc->author = tz_form_text (form, "author", diag);
  if (!doc->author && letter->organs->len > 0)
    doc->author = join (letter->organs, "、", G_MAXINT);
  if (!doc->author)
    doc->author = tz_form_text (form, "organ", diag);
  doc->subject = tz_form_text (form, "subject", diag);
  if (!doc->subject)
    doc->subject = g_strdup (letter->number);
  doc->lang = g_strdup ("zh-CN");
}

/* Bound into a document, a landscape page has the text's type area, turned: its left
 * side will be the sheet's foot, its top the binding side. */
static void turn_margins (const TzPageSetup *text, TzPageSetup *page)
{
  const TzPaper *sheet = &text->papers[0];
  gboolean turned = FALSE;
  for (int i = 0; i < page->n_papers; i++)
    turned |= page->papers[i].width == sheet->height && page->papers[i].height == sheet->width;
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
static TzTemplate *own_form (const TzLetter *letter, TzDiag *diag)
{
  TzIni *over = tz_ini_new ("");
  tz_ini_put (over, "template", "", "kind", "letter");
  TzTemplate *form = tz_template_load (letter->form, over, &letter->place, diag);
  tz_ini_free (over);
  return form;
}

static void add_letters (Builder *b, const GPtrArray *letters, TzDiag *diag)
{
  const TzTemplate *form = b->form;
  for (guint i = 0; i < letters->len; i++) {
    const TzLetter *letter = letters->pdata[i];
    TzTemplate *own = letter->form ? own_form (letter, diag) : NULL;
    if (own)
      b->form = own;
    b->place = &letter->place;
    add_letter (b, letter);
    if (i == 0)
      add_imprint (b, letter);
    b->form = form;
    tz_template_free (own);
  }
}

TzDoc *tz_letter_document (const TzTemplate *form, const GPtrArray *letters, const char *name,
                           const char *const *files, const TzFigureSource *source, GPtrArray *take_attached,
                           TzDiag *diag)
{
  TzDoc *doc = tz_doc_new ();
  doc->date = tz_date_of_outputs (files);
  describe (doc, form, letters, name, diag);
  tz_form_set_page (doc, form, diag);
  adopt (doc, take_attached);
  const TzPageSetup *page = &doc->page;
  const TzTextStyle *text = &form->letter_parts[TZ_LETTER_TEXT].text;
  doc->official = tz_official_new ();
  doc->official->em = text->size;
  doc->official->pitch = text->pitch;
  Builder b = { .form = form,
                .official = doc->official,
                .em = text->size,
                .pitch = text->pitch,
                .width = page->papers[0].width - page->left - page->right,
                .height = page->papers[0].height - page->top,
                .source = source,
                .diag = diag };
  tz_letters_check (letters, take_attached, (double)b.width / (double)style_of (&b, TZ_LETTER_TITLE)->size,
                    diag);
  add_letters (&b, letters, diag);
  tz_letter_number_figures (doc->official);
  return doc;
}
