/* The head of a letter in pieces: GB/T 9704-2012, 7.2; of the letter format 10.1. */
#include "compose/letter/build.h"

/* The space before a piece whose top is to stand GAP below the characters of the line above: characters fill
 * one em of the pitch that a line takes. */
static TzLen below (const TzLetterBuilder *b, TzLen gap)
{
  return gap - (b->pitch - b->em);
}

/* 7.2.1 to 7.2.3: from above the copy's number, secrecy, urgency. */
static void add_margin_lines (TzLetterBuilder *b, const TzLetter *letter, TzLen first)
{
  const struct {
    const char *text;
    int part;
  } lines[] = { { letter->copy_number, TZ_LETTER_COPY_NUMBER },
                { letter->secrecy, TZ_LETTER_SECRECY },
                { letter->urgency, TZ_LETTER_SECRECY } };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].text) {
      tz_letter_add (b, TZ_PIECE_TEXT, lines[i].text, lines[i].part)->before = first;
      first = 0;
    }
}

static void add_mark (TzLetterBuilder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  if (letter->organs->len == 0)
    return;
  char *names =
      frame->mark_lead_only ? g_strdup (letter->organs->pdata[0]) : tz_letter_join (letter->organs, "", 1);
  TzPiece *mark = tz_letter_add (b, TZ_PIECE_MARK, names, TZ_LETTER_MARK);
  mark->top = frame->mark_top;
  if (letter->suffix && frame->mark_suffix)
    mark->label = g_strdup ("文件");
  g_free (names);
}

static TzPiece *add_rule (TzLetterBuilder *b, TzLen before)
{
  const TzFormFrame *frame = &b->form->frame;
  TzPiece *rule = tz_letter_add (b, TZ_PIECE_RULE, NULL, TZ_LETTER_MARK);
  rule->before = before;
  rule->style.colour = frame->rule_colour;
  rule->thick = frame->rule_thick;
  rule->thin = frame->rule == TZ_RED_RULE_DOUBLE ? frame->rule_thin : 0;
  rule->width = frame->rule_width;
  return rule;
}

/* 7.2.6: upward documents name who signed, two names a line, and the number stands
 * left on the last of these lines. */
static void add_signatories (TzLetterBuilder *b, const TzLetter *letter, TzLen before)
{
  char *names = tz_letter_join (letter->signatories, "　", 2);
  TzPiece *signatory = tz_letter_add (b, TZ_PIECE_TEXT, names, TZ_LETTER_SIGNATORY);
  signatory->label = g_strdup ("签发人：");
  signatory->label_style = *tz_letter_style (b, TZ_LETTER_TEXT);
  signatory->label_style.first_indent = 0;
  signatory->flush_right = TRUE;
  signatory->right = b->em;
  signatory->before = before;
  g_free (names);
}

static void add_number (TzLetterBuilder *b, const TzLetter *letter)
{
  TzLen before = (TzLen)(b->form->frame.mark_before_number * (double)b->pitch);
  if (letter->signatories->len > 0)
    add_signatories (b, letter, before);
  if (!letter->number)
    return;
  TzPiece *number = tz_letter_add (b, TZ_PIECE_TEXT, letter->number, TZ_LETTER_NUMBER);
  number->before = before;
  number->beside = letter->signatories->len > 0;
  if (number->beside) {
    number->style.align = TZ_ALIGN_LEFT;
    number->left = b->em;
  }
}

static void add_plain_head (TzLetterBuilder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  /* 7.3.7: what is passed on as an attachment has its label in the first line. */
  if (letter->label)
    tz_letter_add (b, TZ_PIECE_TEXT, letter->label, TZ_LETTER_LABEL);
  add_margin_lines (b, letter, 0);
  add_mark (b, letter);
  add_number (b, letter);
  if (frame->rule != TZ_RED_RULE_NONE && letter->organs->len > 0)
    add_rule (b, below (b, frame->rule_gap));
}

/* 10.1: double rules under the mark and near the page's foot; the number at the
 * right, 7/8 of a character below the first, the other lines at the left. */
static void add_letter_head (TzLetterBuilder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  add_mark (b, letter);
  add_rule (b, below (b, frame->rule_gap));
  TzLen gap = b->em * 7 / 8;
  guint n = b->official->pieces->len;
  if (letter->number) {
    TzPiece *number = tz_letter_add (b, TZ_PIECE_TEXT, letter->number, TZ_LETTER_NUMBER);
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

void tz_letter_add_head (TzLetterBuilder *b, const TzLetter *letter)
{
  if (b->form->frame.rule == TZ_RED_RULE_DOUBLE)
    add_letter_head (b, letter);
  else
    add_plain_head (b, letter);
}
