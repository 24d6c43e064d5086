/* The template language: what ledgers and tables have besides. */
#include "compose/form/language_macros.h"

static const TzWord heads[] = { { "thick", TRUE }, { "thin", FALSE }, { NULL, 0 } };
static const TzWord hiddens[] = { { "keep", TRUE }, { "drop", FALSE }, { NULL, 0 } };
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
                                 { "down-task", TZ_MERGE_DOWN | TZ_MERGE_ALONE | TZ_MERGE_TASK },
                                 { "across", TZ_MERGE_ACROSS },
                                 { "both", TZ_MERGE_DOWN | TZ_MERGE_ACROSS },
                                 { NULL, 0 } };
static const TzWord types[] = { { "text", TZ_VALUE_TEXT },
                                { "number", TZ_VALUE_NUMBER },
                                { "percent", TZ_VALUE_PERCENT },
                                { "date", TZ_VALUE_DATE },
                                { NULL, 0 } };
static const TzWord fills[] = { { "no", TZ_FILL_NONE },
                                { "text", TZ_FILL_TEXT },
                                { "choice", TZ_FILL_CHOICE },
                                { "number", TZ_FILL_NUMBER },
                                { "percent", TZ_FILL_PERCENT },
                                { "date", TZ_FILL_DATE },
                                { NULL, 0 } };
static const TzWord talls[] = {
  { "split", TZ_TALL_SPLIT }, { "shrink", TZ_TALL_SHRINK }, { "widen", TZ_TALL_WIDEN }, { NULL, 0 }
};
static const TzWord protects[] = {
  { "auto", TZ_PROTECT_AUTO }, { "yes", TZ_PROTECT_YES }, { "no", TZ_PROTECT_NO }, { NULL, 0 }
};
static const TzWord scopes[] = {
  { "section", TZ_TOTAL_SECTION }, { "group", TZ_TOTAL_GROUP }, { "table", TZ_TOTAL_TABLE }, { NULL, 0 }
};
static const TzWord checks[] = {
  { "yes", TZ_CHECK_YES }, { "no", TZ_CHECK_NO }, { "confirmed", TZ_CHECK_CONFIRMED }, { NULL, 0 }
};
static const TzWord positions[] = { { "first", TRUE }, { "last", FALSE }, { NULL, 0 } };

static const TzWord shows[] = { { "yes", FALSE }, { "no", TRUE }, { NULL, 0 } };

const TzSetting tz_settings_header[] = { WORD ("show", TzFormTable, headless, shows), END };

const TzSetting tz_settings_input[] = { TEXT ("header-rows", TzFormInput, header_rows),
                                        TEXT ("title-rows", TzFormInput, title_rows),
                                        TEXT ("skip-rows", TzFormInput, skip_rows),
                                        COUNT ("notes-from", TzFormInput, notes_from, 1, 1048576),
                                        TEXT ("sheet", TzFormInput, sheet),
                                        WORD ("hidden", TzFormInput, keep_hidden, hiddens),
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

/* A [column] about its looks; it has the keys of a part, too. */
const TzSetting tz_settings_column[] = { OTHER ("titles"),
                                         OTHER ("header"),
                                         OTHER ("diagonal"),
                                         OTHER ("width"),
                                         OTHER ("choices"),
                                         LENGTH ("floor", TzFormColumn, look.floor, 0, 2000),
                                         LENGTH ("cap", TzFormColumn, look.cap, 0, 2000),
                                         { .key = "weight",
                                           .kind = TZ_SETTING_REAL,
                                           .offset = offsetof (TzFormColumn, look.weight),
                                           .min = 0.01,
                                           .max = 100 },
                                         WORD ("sideways-key", TzFormColumn, look.key, tz_words_yes_no),
                                         WORD ("fill", TzFormColumn, look.fill.kind, fills),
                                         OTHER ("prompt"),
                                         TEXT ("done", TzFormColumn, look.done),
                                         TEXT ("late", TzFormColumn, look.late),
                                         END };

/* A [column] about its data. */
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
                                        WORD ("check", TzSchemaTotal, check, checks),
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
