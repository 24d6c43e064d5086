/* The end of a letter in pieces: signature and date, GB/T 9704-2012, 7.3.5; the block at
 * the end of the last page, 7.4. */
#include "compose/letter/build.h"

#include <string.h>

/* ── signature and date ──────────────────────────────────────────────────── */

/* A signature that does not fit takes some text along to the next page: 7.3.5.1 wants no seal on a page without
 * text. */
static void keep_text (TzLetterBuilder *b, const TzLetterPart *part)
{
  for (guint i = b->official->pieces->len; i-- > 0;) {
    TzPiece *piece = b->official->pieces->pdata[i];
    /* Of a single paragraph the beginning stays on page 1. */
    piece->keep = !piece->body ? 100 : part->paras->len > 1 ? 2 : 1;
    if (piece->body)
      return;
  }
}

/* 7.3.5.3: titles of office, and behind \v the name that stands where its stamp will. */
static char *stamped_names (const GPtrArray *stamps)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < stamps->len; i++) {
    char *groups[3] = { NULL };
    const char *stamp = stamps->pdata[i];
    gboolean named = tz_letter_match (TZ_LETTER_STAMP, stamp, groups);
    g_string_append_printf (text, "%s%s\v%s", i > 0 ? "\n" : "", named ? groups[0] : stamp,
                            named ? groups[1] : "");
    for (int g = 0; g < 3; g++)
      g_free (groups[g]);
  }
  return g_string_free (text, FALSE);
}

static void add_stamps (TzLetterBuilder *b, const TzLetter *letter)
{
  char *text = stamped_names (letter->stamps);
  keep_text (b, letter->parts->pdata[0]);
  TzPiece *sign = tz_letter_add (b, TZ_PIECE_SIGN, text, TZ_LETTER_TEXT);
  sign->style.first_indent = 0;
  sign->label = g_strdup (letter->date);
  sign->label_style = *tz_letter_style (b, TZ_LETTER_SIGNATORY);
  sign->stamp_width = b->form->frame.stamp_width;
  sign->stamp_height = b->form->frame.stamp_height;
  sign->before = 2 * b->pitch;
  g_free (text);
}

void tz_letter_add_signature (TzLetterBuilder *b, const TzLetter *letter)
{
  if (letter->stamps->len > 0) {
    add_stamps (b, letter);
    return;
  }
  const GPtrArray *names = letter->signature->len > 0 ? letter->signature : letter->organs;
  if (!letter->date && letter->signature->len == 0)
    return;
  gboolean sealed = (letter->seal >= 0 ? letter->seal : b->form->frame.seal) && names->len > 0;
  char *text = tz_letter_join (names, "", 1);
  keep_text (b, letter->parts->pdata[0]);
  TzPiece *sign = tz_letter_add (b, TZ_PIECE_SIGN, text, TZ_LETTER_TEXT);
  sign->style.first_indent = 0;
  sign->label = g_strdup (letter->date);
  sign->sealed = sealed;
  sign->seal = b->form->frame.seal_size;
  sign->seal_row = b->form->frame.seal_row;
  /* 7.3.5.1: the first seals' top is within a line of the text. */
  sign->before = sign->sealed && names->len > 1 ? 2 * b->pitch : b->pitch;
  g_free (text);
}

/* ── the last page's block ───────────────────────────────────────────────── */

static void add_recipients (TzLetterBuilder *b, const char *label, const char *text, gboolean rule)
{
  char *names = g_strconcat (text, g_str_has_suffix (text, "。") ? "" : "。", NULL);
  tz_official_add_imprint (b->official, label, names)->rule = rule;
  g_free (names);
}

void tz_letter_add_imprint (TzLetterBuilder *b, const TzLetter *letter)
{
  const TzFormFrame *frame = &b->form->frame;
  TzOfficial *official = b->official;
  official->imprint_style = *tz_letter_style (b, TZ_LETTER_IMPRINT);
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
