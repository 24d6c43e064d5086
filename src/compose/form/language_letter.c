/* The template language: what official documents have besides. */
#include "compose/form/language_macros.h"

static const TzWord red_rules[] = {
  { "none", TZ_RED_RULE_NONE }, { "single", TZ_RED_RULE_SINGLE }, { "double", TZ_RED_RULE_DOUBLE }, { NULL, 0 }
};

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
