/* The template language as data: sections, keys, and what each may hold. Here is what
 * forms of every kind have; language_table.c and language_letter.c have the rest.
 * templates/README.md tells the same to offices. */
#include "compose/form/keys.h"
#include "compose/form/language_macros.h"

static const TzWord aligns[] = { { "justify", TZ_ALIGN_JUSTIFY },
                                 { "left", TZ_ALIGN_LEFT },
                                 { "center", TZ_ALIGN_CENTER },
                                 { "right", TZ_ALIGN_RIGHT },
                                 { "decimal", TZ_ALIGN_DECIMAL },
                                 { "spread", TZ_ALIGN_SPREAD },
                                 { NULL, 0 } };
static const TzWord valigns[] = {
  { "top", TZ_VALIGN_TOP }, { "middle", TZ_VALIGN_MIDDLE }, { "bottom", TZ_VALIGN_BOTTOM }, { NULL, 0 }
};
static const TzWord prohibits[] = { { "auto", TZ_PROHIBIT_AUTO },     { "none", TZ_PROHIBIT_NONE },
                                    { "basic", TZ_PROHIBIT_BASIC },   { "gb", TZ_PROHIBIT_GB },
                                    { "strict", TZ_PROHIBIT_STRICT }, { NULL, 0 } };
static const TzWord kinds[] = {
  { "ledger", TZ_FORM_LEDGER }, { "table", TZ_FORM_TABLE }, { "letter", TZ_FORM_LETTER }, { NULL, 0 }
};
static const TzWord orientations[] = { { "portrait", FALSE }, { "landscape", TRUE }, { NULL, 0 } };
static const TzWord number_places[] = { { "none", TZ_NUMBER_NONE },   { "center", TZ_NUMBER_CENTER },
                                        { "left", TZ_NUMBER_LEFT },   { "right", TZ_NUMBER_RIGHT },
                                        { "outer", TZ_NUMBER_OUTER }, { NULL, 0 } };
static const TzWord bindings[] = { { "screen", TZ_BINDING_SCREEN },
                                   { "print", TZ_BINDING_PRINT },
                                   { NULL, 0 } };
static const TzWord emphases[] = {
  { "no", TZ_EMPHASIS_NONE }, { "marks", TZ_EMPHASIS_MARKS }, { "lead", TZ_EMPHASIS_LEAD }, { NULL, 0 }
};
static const TzWord cleans[] = { { "none", 0 },
                                 { "spaces", TZ_CLEAN_SPACES },
                                 { "nbsp", TZ_CLEAN_NBSP },
                                 { "doubled", TZ_CLEAN_DOUBLED },
                                 { "tags", TZ_CLEAN_TAGS },
                                 { NULL, 0 } };

const TzSetting tz_settings_template[] = { OTHER ("summary"), OTHER ("summary-zh"), OTHER ("based-on"),
                                           WORD ("kind", TzTemplate, kind, kinds), END };

const TzSetting tz_settings_book[] = {
  { .key = "clean", .kind = TZ_SETTING_WORDS, .offset = offsetof (TzTemplate, schema.clean), .words = cleans },
  END
};

const TzSetting tz_settings_page[] = { OTHER ("margin"),
                                       TEXT ("paper", TzFormPage, papers),
                                       WORD ("orientation", TzFormPage, landscape, orientations),
                                       LENGTH ("margin-top", TzFormPage, margin[0], 0, 400),
                                       LENGTH ("margin-bottom", TzFormPage, margin[1], 0, 400),
                                       LENGTH ("margin-left", TzFormPage, margin[2], 0, 400),
                                       LENGTH ("margin-right", TzFormPage, margin[3], 0, 400),
                                       WORD ("number", TzFormPage, number, number_places),
                                       TEXT ("number-form", TzFormPage, number_form),
                                       ROLE ("number-font", TzFormPage, number_font),
                                       LENGTH ("number-size", TzFormPage, number_size, 4, 40),
                                       LENGTH ("number-gap", TzFormPage, number_gap, 0, 100),
                                       LENGTH ("number-inset", TzFormPage, number_inset, 0, 100),
                                       WORD ("binding", TzFormPage, binding, bindings),
                                       WORD ("tagged", TzFormPage, tagged, tz_words_yes_no),
                                       END };

/* One setting for all four margins, ahead of the single ones. */
const TzSetting tz_setting_margin = LENGTH ("margin", TzFormPage, margin[0], 0, 400);

const TzSetting tz_settings_part[] = { { .key = "size",
                                         .kind = TZ_SETTING_LENGTH,
                                         .offset = offsetof (TzFormStyle, cell.text.size),
                                         .min = 4,
                                         .max = 96,
                                         .first = TRUE },
                                       ROLE ("font", TzFormStyle, cell.text.role),
                                       LENGTH ("pitch", TzFormStyle, cell.text.pitch, 4, 200),
                                       WORD ("bold", TzFormStyle, cell.text.bold, tz_words_yes_no),
                                       COLOUR ("colour", TzFormStyle, cell.text.colour),
                                       WORD ("align", TzFormStyle, cell.text.align, aligns),
                                       WORD ("valign", TzFormStyle, cell.valign, valigns),
                                       WORD ("prohibit", TzFormStyle, cell.text.prohibit, prohibits),
                                       LENGTH ("indent", TzFormStyle, cell.text.first_indent, 0, 200),
                                       WORD ("hang", TzFormStyle, cell.text.hang, tz_words_yes_no),
                                       LENGTH ("shrink-to", TzFormStyle, cell.text.shrink_floor, 0, 96),
                                       LENGTH ("pad-x", TzFormStyle, cell.pad_x, 0, 100),
                                       LENGTH ("pad-y", TzFormStyle, cell.pad_y, 0, 100),
                                       COLOUR ("background", TzFormStyle, cell.background),
                                       WORD ("repeat", TzFormStyle, repeat, tz_words_yes_no),
                                       LENGTH ("space-before", TzFormStyle, before, 0, 400),
                                       LENGTH ("space-after", TzFormStyle, after, 0, 400),
                                       END };

const TzSetting tz_settings_emphasis[] = { WORD ("emphasis", TzFormStyle, emphasis, emphases), END };

const TzSetting tz_settings_fonts[] = { TEXT ("fangsong", TzTemplate, fonts[TZ_ROLE_FANGSONG]),
                                        TEXT ("kaiti", TzTemplate, fonts[TZ_ROLE_KAITI]),
                                        TEXT ("song", TzTemplate, fonts[TZ_ROLE_SONG]),
                                        TEXT ("hei", TzTemplate, fonts[TZ_ROLE_HEI]),
                                        TEXT ("xiaobiaosong", TzTemplate, fonts[TZ_ROLE_XIAOBIAOSONG]),
                                        TEXT ("western", TzTemplate, fonts[TZ_ROLE_WESTERN]),
                                        END };

gboolean tz_form_is_letter_section (const char *kind)
{
  const TzSectionEntry *entry = tz_section_entry (kind);
  return entry && (entry->readers & TZ_OF_LETTER);
}

gboolean tz_form_knows_section (const char *kind)
{
  const TzSectionEntry *entry = tz_section_entry (kind);
  return entry && (entry->readers & TZ_OF_FORM);
}

const char *const *tz_form_section_kinds (void)
{
  static const char **all;
  if (g_once_init_enter (&all))
    g_once_init_leave (&all, tz_section_kinds (TZ_OF_FORM));
  return all;
}

const char *const *tz_form_book_keys (void)
{
  static const char **keys;
  if (g_once_init_enter (&keys))
    g_once_init_leave (&keys, tz_key_names ("book"));
  return keys;
}

gboolean tz_form_is_table_text (const char *key)
{
  static const char *const texts[] = { "title", "label", "unit-line", "continued-line", "notes", NULL };
  return g_strv_contains (texts, key);
}
