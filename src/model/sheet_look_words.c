/* Rules of words: notes, units, totals, sections, what columns and fields are called. */
#include <string.h>

#include "model/organ.h"
#include "model/sheet_look.h"
#include "model/sheet_words.h"

static guint words_at (const TzSheet *sheet, int row, int col)
{
  char folded[160];
  if (tz_sheet_kind (sheet, row, col) != TZ_CELL_WORDS)
    return 0;
  tz_cell_fold (tz_sheet_text (sheet, row, col), folded, sizeof folded);
  return tz_sheet_words (folded);
}

/* How many of the filled cells are called as columns are, as fields are, are labelled entries. */
typedef struct {
  int columns, fields, entries, signs;
  guint all;
  gboolean pairs; /* field, value, field, value */
} Names;

/* Field, value, field, value … in N cells; the last value may be missing. */
static gboolean are_pairs (guint fields, int n)
{
  const guint alternating = 0x55555555;
  guint mask = n < 32 ? (1u << n) - 1 : ~0u;
  return n >= 2 && (fields & mask) == (alternating & mask);
}

/* A group's name may stand before the pairs of a row. */
static Names count_names (const TzSheetLook *look, guint first)
{
  Names names = { 0 };
  guint places = 0; /* bits: whether the cells are fields, from left to right */
  int place = 0;
  for (int col = look->line->first; col <= look->line->last; col++) {
    if (!tz_sheet_filled (look->sheet, look->row, col))
      continue;
    guint words = col == look->line->first ? first : words_at (look->sheet, look->row, col);
    gboolean field = (words & TZ_WORD_FIELD) != 0;
    names.columns += (words & TZ_WORD_COLUMN) != 0;
    names.fields += field;
    names.entries += (words & TZ_WORD_ENTRY) != 0;
    names.signs += (words & TZ_WORD_SIGN) != 0;
    names.all |= words;
    places |= field && place < 32 ? 1u << place : 0;
    place++;
  }
  names.pairs = are_pairs (places, place) || (place > 4 && are_pairs (places >> 1, place - 1));
  return names;
}

static gboolean is_bracketed (const char *folded)
{
  gsize n = strlen (folded);
  return n > 2 && (folded[0] == '(' || folded[0] == '[') && (folded[n - 1] == ')' || folded[n - 1] == ']') &&
         strchr (folded + 1, folded[0]) == NULL;
}

static gboolean is_sentence (const char *folded)
{
  static const char *const ends[] = { "。", "!", "；", ";", "?", "." };
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (folded, ends[i]))
      return strlen (folded) > 12;
  return FALSE;
}

/* 2022年6月30日, 二〇二二年六月三十日, 年　月　日 to be filled in. */
static gboolean is_date_line (const char *folded)
{
  const char *year = strstr (folded, "年"), *month = year ? strstr (year, "月") : NULL;
  return month != NULL && g_str_has_suffix (folded, "日") && strlen (folded) < 48 && strlen (month) < 16;
}

/* A name of several rows that follow: ends with a colon, or is all capitals. */
static gboolean announces (const TzSheetLook *look, const char *folded)
{
  const char *text = tz_sheet_text (look->sheet, look->row, look->line->first);
  int capitals = 0;
  for (const char *p = text; *p != '\0'; p++) {
    if (g_ascii_islower (*p) || (guchar)*p >= 0x80)
      return g_str_has_suffix (folded, ":");
    capitals += g_ascii_isupper (*p);
  }
  return capitals >= 3;
}

/* No digit, colon, stop or comma. */
static gboolean is_plain_name (const char *folded)
{
  static const char *const marks[] = { "。", "，", "；", "、", "《", "“" };
  if (strpbrk (folded, "0123456789:;,.()[]*\\/") != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (folded, marks[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* What only a row with few cells can be. */
static void look_at_lone_words (const TzSheetLook *look, TzSheetLine *line, const char *folded,
                                const Names *names)
{
  int number;
  gboolean whole;
  TzNumbering numbering = tz_sheet_numbering (folded, &number, &whole);
  gboolean few = line->filled <= 2;
  tz_sheet_set_rule (line, TZ_RULE_NOTE, few && (line->words & TZ_WORD_NOTE) != 0);
  tz_sheet_set_rule (line, TZ_RULE_TITLE, line->filled == 1 && (line->words & TZ_WORD_TITLE) != 0);
  tz_sheet_set_rule (line, TZ_RULE_BRACKETED, line->filled == 1 && is_bracketed (folded));
  tz_sheet_set_rule (line, TZ_RULE_STOP,
                     line->filled == 1 && line->first == look->label && is_sentence (folded));
  tz_sheet_set_rule (line, TZ_RULE_DATE, line->filled == 1 && is_date_line (folded));
  tz_sheet_set_rule (line, TZ_RULE_ORGAN,
                     line->filled == 1 && line->width <= 40 &&
                         tz_organ_is_name (folded, folded + strlen (folded)));
  tz_sheet_set_rule (line, TZ_RULE_COLON, line->filled == 1 && announces (look, folded));
  tz_sheet_set_rule (line, TZ_RULE_SECTION,
                     few && !whole && numbering >= TZ_NUMBERING_PART && numbering <= TZ_NUMBERING_BRACKET &&
                         line->width < TZ_LOOK_WIDE);
  tz_sheet_set_rule (line, TZ_RULE_NUMBERED,
                     line->filled == 2 && whole && numbering != TZ_NUMBERING_NONE &&
                         line->first == look->label && line->last == line->first + 1 &&
                         numbering <= TZ_NUMBERING_BRACKET);
  /* Alone, or at the right of a row; in front of other cells it is what they are about. */
  tz_sheet_set_rule (line, TZ_RULE_LABEL,
                     (names->all & TZ_WORD_LABEL) != 0 &&
                         (line->filled == 1 || !(line->words & TZ_WORD_LABEL)));
  tz_sheet_set_rule (line, TZ_RULE_UNIT, line->filled <= 3 && (names->all & TZ_WORD_UNIT) != 0);
  tz_sheet_set_rule (line, TZ_RULE_FIELD, line->filled == 1 && names->fields == 1);
  tz_sheet_set_rule (line, TZ_RULE_NAME,
                     line->filled == 1 && line->width <= TZ_LOOK_NARROW && is_plain_name (folded));
}

void tz_look_at_words (const TzSheetLook *look, TzSheetLine *line)
{
  TzCellKind kind = tz_sheet_kind (look->sheet, look->row, line->first);
  gboolean is_words = kind == TZ_CELL_WORDS, whole;
  char folded[160];
  int number;
  tz_cell_fold (tz_sheet_text (look->sheet, look->row, line->first), folded, sizeof folded);
  /* Most rows of a long body begin with a number: their other cells are data. */
  guint words = is_words ? tz_sheet_words (folded) : 0;
  /* 二、成员单位 is no column's title. */
  if (line->filled <= 2 && tz_sheet_numbering (folded, &number, &whole) != TZ_NUMBERING_NONE)
    words &= ~(guint)(TZ_WORD_COLUMN | TZ_WORD_FIELD);
  line->words = (guint16)words;
  tz_sheet_set_rule (line, TZ_RULE_TOTAL, (words & TZ_WORD_TOTAL) != 0);
  /* In a row of figures the other cells need no reading. */
  const guint64 figures = tz_rule_bit (TZ_RULE_NUMBERS) | tz_rule_bit (TZ_RULE_SERIAL);
  if (line->filled > 3 && (!is_words || (line->rules & figures) != 0))
    return;
  Names names = count_names (look, words);
  if (line->filled <= 3)
    look_at_lone_words (look, line, folded, &names);
  /* 单位意见 | （盖章） is a row of a form. */
  gboolean in_form = (words & (TZ_WORD_FIELD | TZ_WORD_ENTRY)) == TZ_WORD_FIELD;
  tz_sheet_set_rule (line, TZ_RULE_SIGN, names.signs > 0 && names.entries * 3 >= line->filled && !in_form);
  tz_sheet_set_rule (line, TZ_RULE_ENTRY, names.entries > 0 && names.entries * 2 >= line->filled);
  tz_sheet_set_rule (line, TZ_RULE_COLUMN, (words & TZ_WORD_COLUMN) != 0 && line->filled >= 2);
  tz_sheet_set_rule (line, TZ_RULE_COLUMNS,
                     (names.columns >= 2 && names.columns * 2 >= line->filled) ||
                         (names.columns == 1 && names.fields == 2 && line->filled == 2));
  /* Two cells are a pair only in a form: see mark_forms. */
  tz_sheet_set_rule (line, TZ_RULE_PAIRS, names.pairs);
  tz_sheet_set_rule (line, TZ_RULE_FORM, (words & TZ_WORD_FIELD) != 0 && line->first == look->label);
}

guint64 tz_look_word_rules (void)
{
  static const TzRule rules[] = { TZ_RULE_NOTE,   TZ_RULE_SIGN,    TZ_RULE_LABEL, TZ_RULE_UNIT,
                                  TZ_RULE_ENTRY,  TZ_RULE_TITLE,   TZ_RULE_STOP,  TZ_RULE_BRACKETED,
                                  TZ_RULE_ORGAN,  TZ_RULE_SECTION, TZ_RULE_NAME,  TZ_RULE_NUMBERED,
                                  TZ_RULE_COLUMN, TZ_RULE_COLUMNS, TZ_RULE_PAIRS, TZ_RULE_FIELD,
                                  TZ_RULE_FORM,   TZ_RULE_COLON,   TZ_RULE_TOTAL, TZ_RULE_DATE };
  guint64 bits = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    bits |= G_GUINT64_CONSTANT (1) << rules[i];
  return bits;
}
