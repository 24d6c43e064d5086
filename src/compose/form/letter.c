/* The frame and the parts of an official document's form. Without values a form has
 * the standard's: GB/T 9704-2012, clauses in brackets. */
#include "compose/form/language.h"
#include "compose/form/resolve.h"
#include "compose/form/style.h"

static const struct {
  const char *section;
  TzRole role;
  TzAlign align;
  double size; /* pt; 0: the text's */
  guint32 colour;
} parts[TZ_N_LETTER_PARTS] = {
  [TZ_LETTER_TEXT] = { "text", TZ_ROLE_FANGSONG, TZ_ALIGN_JUSTIFY, 0, 0 },
  [TZ_LETTER_TITLE] = { "title", TZ_ROLE_XIAOBIAOSONG, TZ_ALIGN_CENTER, 22, 0 },
  [TZ_LETTER_SUBTITLE] = { "subtitle", TZ_ROLE_KAITI, TZ_ALIGN_CENTER, 0, 0 },
  [TZ_LETTER_MARK] = { "mark", TZ_ROLE_XIAOBIAOSONG, TZ_ALIGN_CENTER, 42, 0xE60012 },
  [TZ_LETTER_COPY_NUMBER] = { "copy-number", TZ_ROLE_FANGSONG, TZ_ALIGN_LEFT, 0, 0 },
  [TZ_LETTER_SECRECY] = { "secrecy", TZ_ROLE_HEI, TZ_ALIGN_LEFT, 0, 0 },
  [TZ_LETTER_NUMBER] = { "number", TZ_ROLE_FANGSONG, TZ_ALIGN_CENTER, 0, 0 },
  [TZ_LETTER_SIGNATORY] = { "signatory", TZ_ROLE_KAITI, TZ_ALIGN_LEFT, 0, 0 },
  [TZ_LETTER_HEADING_1] = { "heading-1", TZ_ROLE_HEI, TZ_ALIGN_JUSTIFY, 0, 0 },
  [TZ_LETTER_HEADING_1 + 1] = { "heading-2", TZ_ROLE_KAITI, TZ_ALIGN_JUSTIFY, 0, 0 },
  [TZ_LETTER_HEADING_1 + 2] = { "heading-3", TZ_ROLE_FANGSONG, TZ_ALIGN_JUSTIFY, 0, 0 },
  [TZ_LETTER_HEADING_1 + 3] = { "heading-4", TZ_ROLE_FANGSONG, TZ_ALIGN_JUSTIFY, 0, 0 },
  [TZ_LETTER_LABEL] = { "label", TZ_ROLE_HEI, TZ_ALIGN_LEFT, 0, 0 },
  [TZ_LETTER_IMPRINT] = { "imprint", TZ_ROLE_FANGSONG, TZ_ALIGN_JUSTIFY, 14, 0 },
  [TZ_LETTER_DISCLOSURE] = { "disclosure", TZ_ROLE_FANGSONG, TZ_ALIGN_LEFT, 0, 0 },
  [TZ_LETTER_CAPTION] = { "caption", TZ_ROLE_HEI, TZ_ALIGN_CENTER, 14, 0 },
};

static void resolve_frame (const TzResolve *r, TzLen em)
{
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, "frame", "");
  const TzSetting *const lists[] = { tz_settings_frame, NULL };
  r->form->frame = (TzFormFrame){ .characters = 28, /* 5.2.3 */
                                  .lines = 22,
                                  .mark_top = tz_len_from_mm (35), /* 7.2.4 */
                                  .mark_before_number = 2,         /* 7.2.5 */
                                  .title_before = 2,               /* 7.3.1 */
                                  .mark_suffix = TRUE,
                                  .rule = TZ_RED_RULE_SINGLE,
                                  .rule_gap = tz_len_from_mm (4), /* 7.2.7 */
                                  .rule_thick = TZ_PT,
                                  .rule_thin = TZ_PT / 2,
                                  .rule_colour = 0xE60012,
                                  .heading_longest = 40,
                                  .seal_size = tz_len_from_mm (42),
                                  .seal_row = tz_len_from_mm (46),
                                  .stamp_width = tz_len_from_mm (40),
                                  .stamp_height = tz_len_from_mm (20),
                                  .imprint_thick = tz_len_from_mm (.35), /* 7.4.1 */
                                  .imprint_thin = tz_len_from_mm (.25),
                                  .imprint_inset = (TzLen)14 * TZ_PT, /* 7.4.2: a character */
                                  .imprint_even = TRUE,
                                  .imprint_printer = TRUE,
                                  .first_numbered = TRUE };
  tz_resolve_check (r, section, lists);
  tz_resolve_keys (r, section, tz_settings_frame, FALSE, em, &r->form->frame);
}

/* 5.2.3: as many lines of as many characters as fill the type area. */
static TzFormStyle text_style (const TzResolve *r)
{
  const TzFormPage *page = &r->form->page;
  const TzFormFrame *frame = &r->form->frame;
  TzPaper paper = { .width = 0 };
  TzFormStyle style = { .cell = { .background = 0xFFFFFF, .valign = TZ_VALIGN_MIDDLE } };
  char **papers = g_strsplit (page->papers, ",", 2);
  if (!papers[0] || !tz_form_paper (papers[0], page->landscape, &paper))
    tz_paper_parse ("A4", FALSE, &paper);
  g_strfreev (papers);
  TzLen width = paper.width - page->margin[2] - page->margin[3];
  TzLen height = paper.height - page->margin[0] - page->margin[1];
  style.cell.text.size = MAX (width / frame->characters, (TzLen)4 * TZ_PT);
  style.cell.text.pitch = MAX ((height - style.cell.text.size) / (frame->lines - 1), style.cell.text.size);
  style.cell.text.first_indent = 2 * style.cell.text.size; /* 7.3.3 */
  style.cell.text.even = TZ_EVEN_YES;                      /* 5.2.3: so many characters a line */
  return style;
}

static void resolve_part (const TzResolve *r, int i)
{
  TzFormStyle *style = &r->form->letter_parts[i];
  const TzFormStyle *text = &r->form->letter_parts[TZ_LETTER_TEXT];
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, parts[i].section, "");
  const TzSetting *const lists[] = { tz_settings_part, NULL };
  gboolean heading = i >= TZ_LETTER_HEADING_1 && i <= TZ_LETTER_HEADING_4;
  *style = i == TZ_LETTER_TEXT ? text_style (r) : *text;
  if (parts[i].size > 0)
    style->cell.text.size = tz_len_from_pt (parts[i].size);
  if (i == TZ_LETTER_MARK)
    style->cell.text.pitch = style->cell.text.size * 13 / 10;
  if (i == TZ_LETTER_IMPRINT)
    style->cell.text.pitch = style->cell.text.size * 15 / 8;
  if (i == TZ_LETTER_CAPTION)
    style->cell.text.pitch = style->cell.text.size * 3 / 2;
  style->cell.text.role = parts[i].role;
  style->cell.text.align = parts[i].align;
  style->cell.text.colour = parts[i].colour;
  if (i != TZ_LETTER_TEXT && !heading)
    style->cell.text.first_indent = 0;
  tz_resolve_check (r, section, lists);
  TzLen pitch = style->cell.text.pitch;
  tz_resolve_style (r, section, style);
  /* A larger size alone does not change the pitch: lines stay on the page's grid. */
  if (i != TZ_LETTER_MARK && i != TZ_LETTER_IMPRINT && i != TZ_LETTER_CAPTION &&
      !tz_section_lookup (section, "pitch"))
    style->cell.text.pitch = pitch;
}

void tz_resolve_letter (const TzResolve *r)
{
  resolve_frame (r, (TzLen)16 * TZ_PT);
  for (int i = 0; i < TZ_N_LETTER_PARTS; i++)
    resolve_part (r, i);
}
