#include "compose/form/style.h"

#include "base/intl.h"
#include "compose/form/language.h"

static const struct {
  const char *kind;
  TzRole role;
  TzAlign align;
  gboolean repeat;
  int indent; /* ems */
} part_defaults[TZ_N_PARTS] = {
  [TZ_PART_TEXT] = { "text", TZ_ROLE_SONG, TZ_ALIGN_JUSTIFY, FALSE, 0 },
  [TZ_PART_TITLE] = { "title", TZ_ROLE_XIAOBIAOSONG, TZ_ALIGN_CENTER, FALSE, 0 },
  [TZ_PART_LABEL] = { "label", TZ_ROLE_HEI, TZ_ALIGN_LEFT, FALSE, 0 },
  [TZ_PART_UNIT_LINE] = { "unit-line", TZ_ROLE_SONG, TZ_ALIGN_RIGHT, FALSE, 0 },
  [TZ_PART_CONTINUED] = { "continued-line", TZ_ROLE_SONG, TZ_ALIGN_RIGHT, FALSE, 0 },
  [TZ_PART_HEADER] = { "header", TZ_ROLE_HEI, TZ_ALIGN_CENTER, TRUE, 0 },
  [TZ_PART_SECTION] = { "section", TZ_ROLE_HEI, TZ_ALIGN_LEFT, FALSE, 0 },
  [TZ_PART_TOTAL] = { "total", TZ_ROLE_SONG, TZ_ALIGN_CENTER, FALSE, 0 },
  [TZ_PART_NOTES] = { "notes", TZ_ROLE_SONG, TZ_ALIGN_JUSTIFY, FALSE, 0 },
  [TZ_PART_LINES] = { "lines", TZ_ROLE_SONG, TZ_ALIGN_LEFT, FALSE, 0 },
  [TZ_PART_LEAD] = { "lead", TZ_ROLE_SONG, TZ_ALIGN_JUSTIFY, FALSE, 2 },
  [TZ_PART_SIGN] = { "sign", TZ_ROLE_SONG, TZ_ALIGN_LEFT, FALSE, 0 },
};

const TzFormStyle tz_style_first = { .cell = {
                                         .text = { .role = TZ_ROLE_SONG,
                                                   .size = 10 * TZ_PT,
                                                   .pitch = 14 * TZ_PT,
                                                   .hang = TRUE },
                                         .valign = TZ_VALIGN_MIDDLE,
                                         .pad_x = 4 * TZ_PT,
                                         .pad_y = 3 * TZ_PT,
                                         .background = 0xFFFFFF,
                                     } };

/* A section with a size but no pitch keeps the proportion of the two. */
static void scale_pitch (TzFormStyle *style, const TzIniSection *section, TzLen old_size)
{
  if (!tz_section_lookup (section, "pitch") && old_size > 0)
    style->cell.text.pitch = style->cell.text.pitch * style->cell.text.size / old_size;
}

/* "shrink-to" has the least value of "size", or is 0: never shrunk. */
static void check_shrink (const TzResolve *r, const TzIniSection *section, TzFormStyle *style)
{
  double least = tz_setting_lookup (tz_settings_part, "size")->min;
  const TzIniKey *key = tz_section_lookup (section, "shrink-to");
  if (!key || style->cell.text.shrink_floor == 0 || tz_len_to_pt (style->cell.text.shrink_floor) >= least)
    return;
  tz_setting_report (key, _ ("write a length of 4 pt or more, or 0 so that the text is never shrunk"), r->diag);
  style->cell.text.shrink_floor = 0;
}

void tz_resolve_style (const TzResolve *r, const TzIniSection *section, TzFormStyle *style)
{
  TzLen old_size = style->cell.text.size;
  tz_resolve_keys (r, section, tz_settings_part, TRUE, old_size, style);
  scale_pitch (style, section, old_size);
  tz_resolve_keys (r, section, tz_settings_part, FALSE, style->cell.text.size, style);
  /* An indent shows where paragraphs begin; so do lines that hang, and both would be too much. */
  if (tz_section_lookup (section, "indent") && !tz_section_lookup (section, "hang"))
    style->cell.text.hang &= style->cell.text.first_indent == 0;
  check_shrink (r, section, style);
}

void tz_resolve_parts (const TzResolve *r)
{
  for (int i = 0; i < TZ_N_PARTS; i++) {
    gboolean cells = i == TZ_PART_TEXT || i == TZ_PART_SECTION;
    const TzSetting *const lists[] = { tz_settings_part,
                                       i == TZ_PART_HEADER ? tz_settings_header
                                       : cells             ? tz_settings_emphasis
                                                           : NULL,
                                       NULL };
    const TzIniSection *section = tz_ini_lookup_section (r->form->ini, part_defaults[i].kind, "");
    TzFormStyle *style = &r->form->parts[i];
    *style = i == TZ_PART_TEXT ? tz_style_first : r->form->parts[TZ_PART_TEXT];
    style->cell.text.role = part_defaults[i].role;
    style->cell.text.align = part_defaults[i].align;
    style->cell.text.hang = i == TZ_PART_TEXT;
    style->repeat = part_defaults[i].repeat;
    tz_resolve_check (r, section, lists);
    tz_resolve_style (r, section, style);
    if (part_defaults[i].indent > 0 && !tz_section_lookup (section, "indent"))
      style->cell.text.first_indent = part_defaults[i].indent * style->cell.text.size;
    if (i != TZ_PART_TEXT)
      style->emphasis = TZ_EMPHASIS_NONE;
    if (cells)
      tz_resolve_keys (r, section, tz_settings_emphasis, FALSE, 0, style);
  }
}
