/* The template language as data: sections, keys, and what each may hold.
 * templates/README.md tells the same to offices. */
#include "compose/form/language.h"

#include <stddef.h>

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
static const TzWord red_rules[] = {
  { "none", TZ_RED_RULE_NONE }, { "single", TZ_RED_RULE_SINGLE }, { "double", TZ_RED_RULE_DOUBLE }, { NULL, 0 }
};
static const TzWord orientations[] = { { "portrait", FALSE }, { "landscape", TRUE }, { NULL, 0 } };
static const TzWord number_places[] = { { "none", TZ_NUMBER_NONE },   { "center", TZ_NUMBER_CENTER },
                                        { "left", TZ_NUMBER_LEFT },   { "right", TZ_NUMBER_RIGHT },
                                        { "outer", TZ_NUMBER_OUTER }, { NULL, 0 } };
static const TzWord heads[] = { { "thick", TRUE }, { "thin", FALSE }, { NULL, 0 } };
static const TzWord continueds[] = {
  { "repeat", TZ_CONTINUED_REPEAT }, { "mark", TZ_CONTINUED_MARK }, { "empty", TZ_CONTINUED_EMPTY }, { NULL, 0 }
};
static const TzWord needs[] = {
  { "required", TZ_NEED_REQUIRED }, { "optional", TZ_NEED_OPTIONAL }, { "blank", TZ_NEED_BLANK }, { NULL, 0 }
};
static const TzWord meanings[] = {
  { "number", TZ_MEANS_NUMBER }, { "name", TZ_MEANS_NAME },       { "content", TZ_MEANS_CONTENT },
  { "owner", TZ_MEANS_OWNER },   { "helper", TZ_MEANS_HELPER },   { "deadline", TZ_MEANS_DEADLINE },
  { "id", TZ_MEANS_ID },         { "nothing", TZ_MEANS_NOTHING }, { NULL, 0 }
};
static const TzWord merges[] = { { "no", TZ_MERGE_NONE },
                                 { "down", TZ_MERGE_DOWN },
                                 { "down-alone", TZ_MERGE_DOWN | TZ_MERGE_ALONE },
                                 { "across", TZ_MERGE_ACROSS },
                                 { "both", TZ_MERGE_DOWN | TZ_MERGE_ACROSS },
                                 { NULL, 0 } };
static const TzWord types[] = { { "text", TZ_TYPE_TEXT },
                                { "number", TZ_TYPE_NUMBER },
                                { "percent", TZ_TYPE_PERCENT },
                                { "date", TZ_TYPE_DATE },
                                { NULL, 0 } };
static const TzWord fills[] = { { "no", TZ_FILL_NONE },
                                { "text", TZ_FILL_TEXT },
                                { "choice", TZ_FILL_CHOICE },
                                { "number", TZ_FILL_NUMBER },
                                { "percent", TZ_FILL_PERCENT },
                                { "date", TZ_FILL_DATE },
                                { NULL, 0 } };
static const TzWord bindings[] = { { "screen", TZ_BINDING_SCREEN },
                                   { "print", TZ_BINDING_PRINT },
                                   { NULL, 0 } };
static const TzWord talls[] = {
  { "split", TZ_TALL_SPLIT }, { "shrink", TZ_TALL_SHRINK }, { "widen", TZ_TALL_WIDEN }, { NULL, 0 }
};
static const TzWord emphases[] = {
  { "no", TZ_EMPHASIS_NONE }, { "marks", TZ_EMPHASIS_MARKS }, { "lead", TZ_EMPHASIS_LEAD }, { NULL, 0 }
};
static const TzWord protects[] = {
  { "auto", TZ_PROTECT_AUTO }, { "yes", TZ_PROTECT_YES }, { "no", TZ_PROTECT_NO }, { NULL, 0 }
};
static const TzWord scopes[] = {
  { "section", TZ_TOTAL_SECTION }, { "group", TZ_TOTAL_GROUP }, { "table", TZ_TOTAL_TABLE }, { NULL, 0 }
};
static const TzWord positions[] = { { "first", TRUE }, { "last", FALSE }, { NULL, 0 } };
static const TzWord cleans[] = { { "none", 0 },
                                 { "spaces", TZ_CLEAN_SPACES },
                                 { "nbsp", TZ_CLEAN_NBSP },
                                 { "doubled", TZ_CLEAN_DOUBLED },
                                 { "tags", TZ_CLEAN_TAGS },
                                 { NULL, 0 } };

#define LENGTH(key_, type, field, low, high)                                                                   \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_LENGTH, .offset = offsetof (type, field), .min = low, .max = high          \
  }
#define WORD(key_, type, field, words_)                                                                        \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_WORD, .offset = offsetof (type, field), .words = words_                    \
  }
#define COUNT(key_, type, field, low, high)                                                                    \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_COUNT, .offset = offsetof (type, field), .min = low, .max = high           \
  }
#define TEXT(key_, type, field)                                                                                \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_TEXT, .offset = offsetof (type, field)                                     \
  }
#define LIST(key_, type, field)                                                                                \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_LIST, .offset = offsetof (type, field)                                     \
  }
#define COLOUR(key_, type, field)                                                                              \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_COLOUR, .offset = offsetof (type, field)                                   \
  }
#define ROLE(key_, type, field)                                                                                \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_ROLE, .offset = offsetof (type, field)                                     \
  }
#define OTHER(key_)                                                                                            \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_OTHER                                                                      \
  }
#define END                                                                                                    \
  {                                                                                                            \
    .key = NULL                                                                                                \
  }

const TzSetting tz_settings_template[] = { OTHER ("summary"), OTHER ("summary-zh"), OTHER ("based-on"),
                                           WORD ("kind", TzTemplate, kind, kinds), END };

const TzSetting tz_settings_book[] = {
  { .key = "clean", .kind = TZ_SETTING_WORDS, .offset = offsetof (TzTemplate, schema.clean), .words = cleans },
  END
};

static const char *const book_keys[] = { "title",    "label", "unit-line", "continued-line", "notes",
                                         "region",   "organ", "author",    "subject",        "period",
                                         "as-of",    "name",  "template",  "tasks",          "data",
                                         "progress", "clean", "start",     "calendar",       NULL };

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
                                         .offset = offsetof (TzFormStyle, text.size),
                                         .min = 4,
                                         .max = 96,
                                         .first = TRUE },
                                       ROLE ("font", TzFormStyle, text.role),
                                       LENGTH ("pitch", TzFormStyle, text.pitch, 4, 200),
                                       WORD ("bold", TzFormStyle, text.bold, tz_words_yes_no),
                                       COLOUR ("colour", TzFormStyle, text.colour),
                                       WORD ("align", TzFormStyle, text.align, aligns),
                                       WORD ("valign", TzFormStyle, valign, valigns),
                                       WORD ("prohibit", TzFormStyle, text.prohibit, prohibits),
                                       LENGTH ("indent", TzFormStyle, text.first_indent, 0, 200),
                                       WORD ("hang", TzFormStyle, text.hang, tz_words_yes_no),
                                       LENGTH ("shrink-to", TzFormStyle, text.shrink_floor, 0, 96),
                                       LENGTH ("pad-x", TzFormStyle, pad_x, 0, 100),
                                       LENGTH ("pad-y", TzFormStyle, pad_y, 0, 100),
                                       COLOUR ("background", TzFormStyle, background),
                                       WORD ("repeat", TzFormStyle, repeat, tz_words_yes_no),
                                       LENGTH ("space-before", TzFormStyle, before, 0, 400),
                                       LENGTH ("space-after", TzFormStyle, after, 0, 400),
                                       END };

const TzSetting tz_settings_emphasis[] = { WORD ("emphasis", TzFormStyle, emphasis, emphases), END };

#define LINES(key_, field)                                                                                     \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_REAL, .offset = offsetof (TzFormFrame, field), .min = 0, .max = 20         \
  }

const TzSetting tz_settings_frame[] = { COUNT ("characters", TzFormFrame, characters, 8, 100),
                                        COUNT ("lines", TzFormFrame, lines, 4, 100),
                                        LENGTH ("mark-top", TzFormFrame, mark_top, -200, 400),
                                        LINES ("lines-before-number", mark_before_number),
                                        LINES ("lines-before-title", title_before),
                                        WORD ("lead-only", TzFormFrame, mark_lead_only, tz_words_yes_no),
                                        WORD ("suffix", TzFormFrame, mark_suffix, tz_words_yes_no),
                                        WORD ("number-right", TzFormFrame, number_right, tz_words_yes_no),
                                        WORD ("rule", TzFormFrame, rule, red_rules),
                                        LENGTH ("rule-gap", TzFormFrame, rule_gap, 0, 100),
                                        LENGTH ("rule-width", TzFormFrame, rule_width, 0, 1000),
                                        LENGTH ("rule-thick", TzFormFrame, rule_thick, 0, 10),
                                        LENGTH ("rule-thin", TzFormFrame, rule_thin, 0, 10),
                                        LENGTH ("rule-foot", TzFormFrame, rule_foot, 0, 400),
                                        COLOUR ("rule-colour", TzFormFrame, rule_colour),
                                        COUNT ("heading-longest", TzFormFrame, heading_longest, 0, 1000),
                                        WORD ("keep-headings", TzFormFrame, keep_headings, tz_words_yes_no),
                                        WORD ("seal", TzFormFrame, seal, tz_words_yes_no),
                                        LENGTH ("seal-size", TzFormFrame, seal_size, 0, 300),
                                        LENGTH ("seal-row", TzFormFrame, seal_row, 10, 400),
                                        WORD ("ordinal", TzFormFrame, ordinal, tz_words_yes_no),
                                        WORD ("untitled", TzFormFrame, untitled, tz_words_yes_no),
                                        WORD ("stamp", TzFormFrame, stamp, tz_words_yes_no),
                                        LENGTH ("stamp-width", TzFormFrame, stamp_width, 0, 400),
                                        LENGTH ("stamp-height", TzFormFrame, stamp_height, 0, 300),
                                        LENGTH ("imprint-thick", TzFormFrame, imprint_thick, 0, 10),
                                        LENGTH ("imprint-thin", TzFormFrame, imprint_thin, 0, 10),
                                        LENGTH ("imprint-inset", TzFormFrame, imprint_inset, 0, 200),
                                        WORD ("imprint-even", TzFormFrame, imprint_even, tz_words_yes_no),
                                        WORD ("imprint-printer", TzFormFrame, imprint_printer, tz_words_yes_no),
                                        TEXT ("people", TzFormFrame, people),
                                        WORD ("first-numbered", TzFormFrame, first_numbered, tz_words_yes_no),
                                        END };

const TzSetting tz_settings_rules[] = { LENGTH ("outer", TzRules, outer, 0, 10),
                                        LENGTH ("inner", TzRules, inner, 0, 10),
                                        WORD ("head", TzRules, double_head, heads), END };

const TzSetting tz_settings_table[] = { WORD ("continued", TzFormTable, continued, continueds),
                                        WORD ("section-rows", TzFormTable, section_rows, tz_words_yes_no),
                                        WORD ("outline", TzFormTable, outline, tz_words_yes_no),
                                        WORD ("whole-rows", TzFormTable, whole_rows, tz_words_yes_no),
                                        WORD ("infer", TzFormTable, infer, tz_words_yes_no),
                                        WORD ("sideways", TzFormTable, sideways, tz_words_yes_no),
                                        COLOUR ("band", TzFormTable, band),
                                        LENGTH ("min-height", TzFormTable, min_height, 0, 600),
                                        LIST ("columns", TzFormTable, columns),
                                        END };

/* What a [column] says about its form. The keys of a part follow, then these. */
const TzSetting tz_settings_column[] = { OTHER ("titles"),
                                         OTHER ("header"),
                                         OTHER ("diagonal"),
                                         OTHER ("width"),
                                         OTHER ("choices"),
                                         LENGTH ("floor", TzFormColumn, floor, 0, 2000),
                                         LENGTH ("cap", TzFormColumn, cap, 0, 2000),
                                         { .key = "weight",
                                           .kind = TZ_SETTING_REAL,
                                           .offset = offsetof (TzFormColumn, weight),
                                           .min = 0.01,
                                           .max = 100 },
                                         WORD ("sideways-key", TzFormColumn, sideways_key, tz_words_yes_no),
                                         WORD ("fill", TzFormColumn, fill, fills),
                                         TEXT ("prompt", TzFormColumn, prompt),
                                         TEXT ("done", TzFormColumn, done),
                                         TEXT ("late", TzFormColumn, late),
                                         END };

/* … and about the data. */
const TzSetting tz_settings_schema[] = { WORD ("need", TzSchemaColumn, need, needs),
                                         WORD ("means", TzSchemaColumn, means, meanings),
                                         WORD ("merge", TzSchemaColumn, merge, merges),
                                         WORD ("type", TzSchemaColumn, type, types),
                                         COUNT ("position", TzSchemaColumn, position, 0, 16384),
                                         OTHER ("compute"),
                                         COUNT ("digits", TzSchemaColumn, digits, 0, TZ_RATIO_MAX_DIGITS),
                                         END };

const TzSetting tz_settings_total[] = { OTHER ("labels"),
                                        OTHER ("column"),
                                        WORD ("scope", TzSchemaTotal, scope, scopes),
                                        WORD ("position", TzSchemaTotal, first, positions),
                                        WORD ("check", TzSchemaTotal, check, tz_words_yes_no),
                                        END };

const TzSetting tz_settings_excel[] = { COUNT ("freeze-columns", TzFormExcel, freeze_columns, 0, 50),
                                        WORD ("freeze-header", TzFormExcel, freeze_header, tz_words_yes_no),
                                        COUNT ("zoom", TzFormExcel, zoom, 0, 400),
                                        TEXT ("sheet", TzFormExcel, sheet),
                                        WORD ("tall", TzFormExcel, tall, talls),
                                        WORD ("protect", TzFormExcel, protect, protects),
                                        TEXT ("password", TzFormExcel, password),
                                        WORD ("summary", TzFormExcel, summary, tz_words_yes_no),
                                        WORD ("filter", TzFormExcel, filter, tz_words_yes_no),
                                        COUNT ("fill-lines", TzFormExcel, fill_lines, 1, 20),
                                        OTHER ("instructions"),
                                        TEXT ("font-fangsong", TzFormExcel, fonts[TZ_ROLE_FANGSONG]),
                                        TEXT ("font-kaiti", TzFormExcel, fonts[TZ_ROLE_KAITI]),
                                        TEXT ("font-song", TzFormExcel, fonts[TZ_ROLE_SONG]),
                                        TEXT ("font-hei", TzFormExcel, fonts[TZ_ROLE_HEI]),
                                        TEXT ("font-xiaobiaosong", TzFormExcel, fonts[TZ_ROLE_XIAOBIAOSONG]),
                                        TEXT ("font-western", TzFormExcel, fonts[TZ_ROLE_WESTERN]),
                                        END };

const TzSetting tz_settings_fonts[] = { TEXT ("fangsong", TzTemplate, fonts[TZ_ROLE_FANGSONG]),
                                        TEXT ("kaiti", TzTemplate, fonts[TZ_ROLE_KAITI]),
                                        TEXT ("song", TzTemplate, fonts[TZ_ROLE_SONG]),
                                        TEXT ("hei", TzTemplate, fonts[TZ_ROLE_HEI]),
                                        TEXT ("xiaobiaosong", TzTemplate, fonts[TZ_ROLE_XIAOBIAOSONG]),
                                        TEXT ("western", TzTemplate, fonts[TZ_ROLE_WESTERN]),
                                        END };

static const char *const section_kinds[] = {
  "template",  "book",           "values",      "page",       "text",      "title",     "label",
  "unit-line", "continued-line", "header",      "section",    "total",     "notes",     "rules",
  "table",     "column",         "variant",     "excel",      "fonts",     "frame",     "subtitle",
  "mark",      "number",         "copy-number", "secrecy",    "heading-1", "heading-2", "heading-3",
  "heading-4", "signatory",      "imprint",     "disclosure", "caption",   NULL
};

/* Those of a table are known to it, too. */
static const char *const letter_kinds[] = { "frame",     "subtitle",  "mark",       "copy-number", "secrecy",
                                            "number",    "signatory", "heading-1",  "heading-2",   "heading-3",
                                            "heading-4", "imprint",   "disclosure", "caption",     NULL };

gboolean tz_form_is_letter_section (const char *kind)
{
  return g_strv_contains (letter_kinds, kind);
}

const char *const *tz_form_section_kinds (void)
{
  return section_kinds;
}

gboolean tz_form_knows_section (const char *kind)
{
  return g_strv_contains (section_kinds, kind);
}

const char *const *tz_form_book_keys (void)
{
  return book_keys;
}

gboolean tz_form_is_table_text (const char *key)
{
  static const char *const texts[] = { "title", "label", "unit-line", "continued-line", "notes", NULL };
  return g_strv_contains (texts, key);
}
