/* A number format is up to four sections, for numbers above zero, below zero, zero, and for text; each
 * is taken apart into tokens once. */
#include "read/workbook/format.h"

#include "base/utf8.h"
#include "read/workbook/format_data.h"

#include <math.h>
#include <string.h>

/* ── built in ────────────────────────────────────────────────────────────── */

/* ECMA-376 part 1, 18.8.30, with the forms of the language zh-cn for 14, 22, 27 to 36 and 50 to 58. */
static const struct {
  int id;
  const char *code;
} builtins[] = {
  { 1, "0" },
  { 2, "0.00" },
  { 3, "#,##0" },
  { 4, "#,##0.00" },
  { 5, "¥#,##0;¥-#,##0" },
  { 6, "¥#,##0;¥-#,##0" },
  { 7, "¥#,##0.00;¥-#,##0.00" },
  { 8, "¥#,##0.00;¥-#,##0.00" },
  { 9, "0%" },
  { 10, "0.00%" },
  { 11, "0.00E+00" },
  { 12, "# ?/?" },
  { 13, "# ?\?/??" },
  { 14, "yyyy/m/d" },
  { 15, "d-mmm-yy" },
  { 16, "d-mmm" },
  { 17, "mmm-yy" },
  { 18, "h:mm AM/PM" },
  { 19, "h:mm:ss AM/PM" },
  { 20, "h:mm" },
  { 21, "h:mm:ss" },
  { 22, "yyyy/m/d h:mm" },
  { 27, "yyyy\"年\"m\"月\"" },
  { 28, "m\"月\"d\"日\"" },
  { 29, "m\"月\"d\"日\"" },
  { 30, "m-d-yy" },
  { 31, "yyyy\"年\"m\"月\"d\"日\"" },
  { 32, "h\"时\"mm\"分\"" },
  { 33, "h\"时\"mm\"分\"ss\"秒\"" },
  { 34, "上午/下午h\"时\"mm\"分\"" },
  { 35, "上午/下午h\"时\"mm\"分\"ss\"秒\"" },
  { 36, "yyyy\"年\"m\"月\"" },
  { 37, "#,##0;-#,##0" },
  { 38, "#,##0;-#,##0" },
  { 39, "#,##0.00;-#,##0.00" },
  { 40, "#,##0.00;-#,##0.00" },
  { 41, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ " },
  { 42, "_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* \"-\"_ ;_ @_ " },
  { 43, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ " },
  { 44, "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"?\?_ ;_ @_ " },
  { 45, "mm:ss" },
  { 46, "[h]:mm:ss" },
  { 47, "mm:ss.0" },
  { 48, "##0.0E+0" },
  { 49, "@" },
  { 50, "yyyy\"年\"m\"月\"" },
  { 51, "m\"月\"d\"日\"" },
  { 52, "yyyy\"年\"m\"月\"" },
  { 53, "m\"月\"d\"日\"" },
  { 54, "m\"月\"d\"日\"" },
  { 55, "上午/下午h\"时\"mm\"分\"" },
  { 56, "上午/下午h\"时\"mm\"分\"ss\"秒\"" },
  { 57, "yyyy\"年\"m\"月\"" },
  { 58, "m\"月\"d\"日\"" },
};

const char *tz_number_format_builtin (int id)
{
  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    if (builtins[i].id == id)
      return builtins[i].code;
  return "General";
}

/* ── taking apart ────────────────────────────────────────────────────────── */

static TzFormatToken *add_token (TzFormatSection *section, TzFormatTokenKind kind, int n)
{
  TzFormatToken token = { .kind = kind, .n = n };
  g_array_append_val (section->tokens, token);
  return &g_array_index (section->tokens, TzFormatToken, section->tokens->len - 1);
}

/* Neighbouring literals are one. */
static void add_literal (TzFormatSection *section, const char *text, gsize n)
{
  if (n == 0)
    return;
  guint last = section->tokens->len;
  TzFormatToken *token = last > 0 ? &g_array_index (section->tokens, TzFormatToken, last - 1) : NULL;
  if (!token || token->kind != TZ_TOKEN_LITERAL)
    token = add_token (section, TZ_TOKEN_LITERAL, 0);
  char *longer = g_strdup_printf ("%s%.*s", token->text ? token->text : "", (int)n, text);
  g_free (token->text);
  token->text = longer;
}

static gsize char_length (const char *p)
{
  return *p == '\0' ? 0 : (gsize)(g_utf8_next_char (p) - p);
}

/* How often the letter at P stands in a row, either case. */
static int run_length (const char *p)
{
  int n = 0;
  while (g_ascii_tolower (p[n]) == g_ascii_tolower (*p) && p[n] != '\0')
    n++;
  return n;
}

/* [>=100] */
static gboolean read_condition (TzFormatSection *section, const char *inside)
{
  static const struct {
    const char *mark;
    TzFormatCompare compare;
  } marks[] = { { "<=", TZ_COMPARE_LE }, { ">=", TZ_COMPARE_GE }, { "<>", TZ_COMPARE_NE },
                { "<", TZ_COMPARE_LT },  { ">", TZ_COMPARE_GT },  { "=", TZ_COMPARE_EQ } };
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (inside, marks[i].mark)) {
      section->compare = marks[i].compare;
      section->limit = g_ascii_strtod (inside + strlen (marks[i].mark), NULL);
      return TRUE;
    }
  return FALSE;
}

/* Language numbers, in hexadecimal: 804 is Chinese as in China; what may stand before it chooses a calendar or
 * figures. */
static gboolean is_chinese (const char *language)
{
  return (g_ascii_strtoull (language, NULL, 16) & 0xFFFF) == 0x804;
}

/* What stands in square brackets: a currency with its language, a condition, hours and more beyond a
 * day, digits in hanzi, a colour. Colours and languages are not shown. */
static void read_bracket (TzFormatSection *section, const char *inside)
{
  if (*inside == '$') {
    gsize n = strcspn (inside + 1, "-");
    add_literal (section, inside + 1, n);
    section->chinese |= inside[1 + n] == '-' && is_chinese (inside + 2 + n);
    return;
  }
  if (read_condition (section, inside))
    return;
  char letter = g_ascii_tolower (*inside);
  if (strchr ("hms", letter) && letter != '\0' && (gsize)run_length (inside) == strlen (inside))
    add_token (section,
               letter == 'h'   ? TZ_TOKEN_ALL_HOURS
               : letter == 'm' ? TZ_TOKEN_ALL_MINUTES
                               : TZ_TOKEN_ALL_SECONDS,
               run_length (inside));
  else if (g_ascii_strncasecmp (inside, "DBNum", 5) == 0)
    section->hanzi = CLAMP (inside[5] - '0', 0, 3);
}

/* am/pm in its spellings; 0: none. */
static gsize read_half_day (TzFormatSection *section, const char *p)
{
  static const struct {
    const char *word;
    int n;
  } words[] = { { "AM/PM", 2 }, { "A/P", 1 }, { "上午/下午", 3 } };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (p, words[i].word, strlen (words[i].word)) == 0) {
      add_token (section, TZ_TOKEN_HALF_DAY, words[i].n);
      return strlen (words[i].word);
    }
  return 0;
}

static TzFormatTokenKind date_token (char letter, int n)
{
  switch (letter) {
  case 'y':
  case 'e':
    return TZ_TOKEN_YEAR;
  case 'm':
    return TZ_TOKEN_MONTH;
  case 'd':
    return n > 2 ? TZ_TOKEN_WEEKDAY : TZ_TOKEN_DAY;
  case 'a':
    return n > 2 ? TZ_TOKEN_WEEKDAY_HANZI : TZ_TOKEN_LITERAL;
  case 'h':
    return TZ_TOKEN_HOUR;
  case 's':
    return TZ_TOKEN_SECOND;
  default:
    return TZ_TOKEN_LITERAL;
  }
}

/* A token that begins at P, other than a literal; its length, or 0. */
static gsize read_token (TzFormatSection *section, const char *p)
{
  gsize half = read_half_day (section, p);
  if (half > 0)
    return half;
  if (g_ascii_strncasecmp (p, "General", 7) == 0) {
    add_token (section, TZ_TOKEN_GENERAL, 0);
    return 7;
  }
  if (g_str_has_prefix (p, "G/通用格式")) {
    add_token (section, TZ_TOKEN_GENERAL, 0);
    return strlen ("G/通用格式");
  }
  if (strchr ("0#?", *p)) {
    add_token (section, TZ_TOKEN_DIGIT, *p);
    return 1;
  }
  if ((*p == 'E' || *p == 'e') && (p[1] == '+' || p[1] == '-')) {
    add_token (section, TZ_TOKEN_EXPONENT, p[1]);
    return 2;
  }
  static const char marks[] = ".,%/@";
  static const TzFormatTokenKind kinds[] = { TZ_TOKEN_POINT, TZ_TOKEN_COMMA, TZ_TOKEN_PERCENT, TZ_TOKEN_SLASH,
                                             TZ_TOKEN_TEXT };
  const char *mark = strchr (marks, *p);
  if (mark) {
    add_token (section, kinds[mark - marks], 0);
    return 1;
  }
  int n = g_ascii_isalpha (*p) ? run_length (p) : 0;
  TzFormatTokenKind kind = n > 0 ? date_token (g_ascii_tolower (*p), n) : TZ_TOKEN_LITERAL;
  if (kind == TZ_TOKEN_LITERAL)
    return 0;
  add_token (section, kind, g_ascii_tolower (*p) == 'e' ? 4 : n);
  return (gsize)n;
}

/* One step of a section: a token, or the next literal. */
static const char *read_step (TzFormatSection *section, const char *p)
{
  const char *end;
  switch (*p) {
  case '"':
    end = strchrnul (p + 1, '"');
    add_literal (section, p + 1, (gsize)(end - p - 1));
    return *end == '"' ? end + 1 : end;
  case '[': {
    end = strchrnul (p, ']');
    g_autofree char *inside = g_strndup (p + 1, (gsize)(end - p - 1));
    read_bracket (section, inside);
    return *end == ']' ? end + 1 : end;
  }
  case '\\':
  case '!':
    add_literal (section, p + 1, char_length (p + 1));
    return p + 1 + char_length (p + 1);
  case '_': /* as wide as the next character */
    add_token (section, TZ_TOKEN_SPACE, 0);
    return p + 1 + char_length (p + 1);
  case '*': /* filled with it */
    return p + 1 + char_length (p + 1);
  default: {
    gsize n = read_token (section, p);
    if (n == 0)
      add_literal (section, p, n = char_length (p));
    return p + n;
  }
  }
}

static gboolean is_time (const TzFormatToken *token)
{
  return token->kind >= TZ_TOKEN_YEAR && token->kind <= TZ_TOKEN_HALF_DAY;
}

/* m means minutes behind hours and before seconds, months otherwise. A point and zeros behind seconds are
 * parts of them. */
static void settle_times (TzFormatSection *section)
{
  TzFormatTokenKind last = TZ_TOKEN_LITERAL;
  TzFormatToken *month = NULL, *second = NULL;
  for (guint i = 0; i < section->tokens->len; i++) {
    TzFormatToken *token = &g_array_index (section->tokens, TzFormatToken, i);
    gboolean seconds = token->kind == TZ_TOKEN_SECOND || token->kind == TZ_TOKEN_ALL_SECONDS;
    if (token->kind == TZ_TOKEN_MONTH && token->n <= 2 && (last == TZ_TOKEN_HOUR || last == TZ_TOKEN_ALL_HOURS))
      token->kind = TZ_TOKEN_MINUTE;
    if (seconds && month && month->n <= 2)
      month->kind = TZ_TOKEN_MINUTE;
    if (second && token->kind == TZ_TOKEN_POINT)
      token->kind = TZ_TOKEN_SECOND_POINT;
    else if (second && token->kind == TZ_TOKEN_DIGIT && token->n == '0') {
      token->kind = TZ_TOKEN_SECOND_DIGIT;
      section->second_decimals = MIN (section->second_decimals + 1, 3);
    } else if (token->kind != TZ_TOKEN_LITERAL)
      second = seconds ? token : NULL;
    if (is_time (token)) {
      month = token->kind == TZ_TOKEN_MONTH ? token : NULL;
      last = token->kind;
    }
    section->half_day |= token->kind == TZ_TOKEN_HALF_DAY;
    if (token->kind == TZ_TOKEN_HALF_DAY && section->chinese)
      token->n = 3;
  }
}

static guint first_token (const TzFormatSection *section, TzFormatTokenKind kind)
{
  guint i = 0;
  while (i < section->tokens->len && g_array_index (section->tokens, TzFormatToken, i).kind != kind)
    i++;
  return i;
}

/* Commas among digits part thousands; behind the last digit each divides by a thousand. */
static void settle_commas (TzFormatSection *section)
{
  guint last = 0, n = section->tokens->len;
  for (guint i = 0; i < n; i++)
    if (g_array_index (section->tokens, TzFormatToken, i).kind == TZ_TOKEN_DIGIT)
      last = i;
  gboolean digits = FALSE;
  for (guint i = 0; i < n; i++) {
    TzFormatToken *token = &g_array_index (section->tokens, TzFormatToken, i);
    digits |= token->kind == TZ_TOKEN_DIGIT;
    if (token->kind != TZ_TOKEN_COMMA)
      continue;
    if (!digits) {
      token->kind = TZ_TOKEN_LITERAL;
      token->text = g_strdup (",");
      continue;
    }
    token->kind = TZ_TOKEN_SPENT;
    if (i < last)
      section->thousands = TRUE;
    else
      section->scale++;
  }
}

static void settle_section (TzFormatSection *section)
{
  settle_times (section);
  settle_commas (section);
  gboolean digits = FALSE;
  for (guint i = 0; i < section->tokens->len; i++) {
    TzFormatToken *token = &g_array_index (section->tokens, TzFormatToken, i);
    section->is_date |= is_time (token);
    section->percent += token->kind == TZ_TOKEN_PERCENT;
    section->is_text |= token->kind == TZ_TOKEN_TEXT;
    section->is_general |= token->kind == TZ_TOKEN_GENERAL;
    digits |= token->kind == TZ_TOKEN_DIGIT;
  }
  section->has_digits = digits;
  section->exponent = first_token (section, TZ_TOKEN_EXPONENT);
  section->slash = digits && !section->is_date ? first_token (section, TZ_TOKEN_SLASH) : section->tokens->len;
  section->point = first_token (section, TZ_TOKEN_POINT);
}

static void clear_token (gpointer token)
{
  g_free (((TzFormatToken *)token)->text);
}

static const char *read_section (TzFormatSection *section, const char *p)
{
  section->tokens = g_array_new (FALSE, TRUE, sizeof (TzFormatToken));
  g_array_set_clear_func (section->tokens, clear_token);
  while (*p != '\0' && *p != ';')
    p = read_step (section, p);
  settle_section (section);
  return p;
}

TzNumberFormat *tz_number_format_new (const char *code)
{
  TzNumberFormat *format = g_new0 (TzNumberFormat, 1);
  if (*code == '\0')
    code = "General";
  for (const char *p = code; format->n < TZ_FORMAT_SECTIONS; p++) {
    p = read_section (&format->sections[format->n++], p);
    if (*p == '\0')
      break;
  }
  return format;
}

void tz_number_format_free (TzNumberFormat *format)
{
  for (int i = 0; format && i < format->n; i++)
    g_array_unref (format->sections[i].tokens);
  g_free (format);
}

TzFormatKind tz_number_format_kind (const TzNumberFormat *format)
{
  const TzFormatSection *first = &format->sections[0];
  if (first->is_date)
    return TZ_FORMAT_DATE;
  if (first->percent > 0 && first->has_digits)
    return TZ_FORMAT_PERCENT;
  if (first->has_digits)
    return TZ_FORMAT_NUMBER;
  return first->is_text ? TZ_FORMAT_TEXT : TZ_FORMAT_GENERAL;
}

/* ── choosing a section ──────────────────────────────────────────────────── */

static gboolean holds (const TzFormatSection *section, double value)
{
  switch (section->compare) {
  case TZ_COMPARE_LT:
    return value < section->limit;
  case TZ_COMPARE_LE:
    return value <= section->limit;
  case TZ_COMPARE_GT:
    return value > section->limit;
  case TZ_COMPARE_GE:
    return value >= section->limit;
  case TZ_COMPARE_EQ:
    return value == section->limit;
  case TZ_COMPARE_NE:
    return value != section->limit;
  default:
    return TRUE;
  }
}

/* The section for VALUE; *MINUS: the sign is still to be shown, because the section is not for numbers
 * below zero alone. The fourth section is for text only. */
static const TzFormatSection *choose (const TzNumberFormat *format, double value, gboolean *minus)
{
  const TzFormatSection *sections = format->sections;
  int n = MIN (format->n, 3);
  *minus = value < 0;
  if (sections[0].compare || (n > 1 && sections[1].compare)) {
    for (int i = 0; i < n; i++)
      if ((sections[i].compare || i == n - 1) && holds (&sections[i], value))
        return &sections[i];
    return &sections[n - 1];
  }
  if (value < 0 && n > 1) {
    *minus = FALSE;
    return &sections[1];
  }
  return value == 0 && n > 2 ? &sections[2] : &sections[0];
}

void tz_number_format_number (const TzNumberFormat *format, double value, gboolean date_1904, GString *out)
{
  gboolean minus;
  gsize start = out->len;
  const TzFormatSection *section = choose (format, value, &minus);
  if (section->is_date)
    tz_format_date (section, value, date_1904, out);
  else if (section->is_general || (section->is_text && !section->has_digits))
    tz_format_general (section, minus ? value : fabs (value), out);
  else
    tz_format_digits (section, fabs (value), minus, out);
  /* What aligns a column of figures is not part of the figure. */
  const char *first = tz_utf8_skip_blanks (out->str + start, out->str + out->len);
  g_string_erase (out, (gssize)start, first - (out->str + start));
  g_string_truncate (out, (gsize)(tz_utf8_drop_blanks (out->str + start, out->str + out->len) - out->str));
}

void tz_number_format_text (const TzNumberFormat *format, const char *text, GString *out)
{
  const TzFormatSection *section = &format->sections[format->n - 1];
  if (!section->is_text || (format->n < TZ_FORMAT_SECTIONS && section->has_digits)) {
    g_string_append (out, text);
    return;
  }
  for (guint i = 0; i < section->tokens->len; i++) {
    const TzFormatToken *token = &g_array_index (section->tokens, TzFormatToken, i);
    if (token->kind == TZ_TOKEN_TEXT)
      g_string_append (out, text);
    else if (token->kind == TZ_TOKEN_LITERAL)
      g_string_append (out, token->text);
  }
}
