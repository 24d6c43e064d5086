#include "model/sheet_cell.h"

#include <string.h>

#include "base/utf8.h"

/* Numbers and dates are short; what is longer is words. Steps look a few characters ahead. */
enum { MAX_TOKEN = 40, AHEAD = 6 };

/* A cell's characters in half width, ended by zeros, and where reading is. */
typedef struct {
  gunichar text[MAX_TOKEN + AHEAD];
  const gunichar *p;
} Token;

/* FALSE if the text is too long to be one. */
static gboolean load (Token *token, const char *text)
{
  int n = 0;
  const char *p = tz_utf8_skip_blanks (text, text + strlen (text));
  for (; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = tz_char_narrow (tz_utf8_get (p));
    if (tz_char_is_blank (c))
      c = ' ';
    if (n == MAX_TOKEN)
      return FALSE;
    token->text[n++] = c < 0x80 ? (gunichar)g_ascii_tolower ((char)c) : c;
  }
  while (n > 0 && token->text[n - 1] == ' ')
    n--;
  memset (token->text + n, 0, AHEAD * sizeof *token->text);
  token->p = token->text;
  return TRUE;
}

/* ---- steps: each moves on over what it finds, or stays ---- */

static gboolean is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean is_one_of (gunichar c, const char *set)
{
  if (c < 0x80)
    return c != 0 && strchr (set, (int)c) != NULL;
  for (; *set != '\0'; set = g_utf8_next_char (set))
    if (tz_utf8_get (set) == c)
      return TRUE;
  return FALSE;
}

static gboolean skip_one (Token *token, const char *set)
{
  if (!is_one_of (*token->p, set))
    return FALSE;
  token->p++;
  return TRUE;
}

static int skip_all (Token *token, const char *set)
{
  int n = 0;
  while (skip_one (token, set))
    n++;
  return n;
}

static int skip_digits (Token *token)
{
  int n = 0;
  for (; is_digit (*token->p); token->p++)
    n++;
  return n;
}

static gboolean skip_word (Token *token, const char *word)
{
  const gunichar *p = token->p;
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (*p++ != tz_utf8_get (word))
      return FALSE;
  token->p = p;
  return TRUE;
}

static gboolean skip_any_word (Token *token, const char *const *words)
{
  for (; *words != NULL; words++)
    if (skip_word (token, *words))
      return TRUE;
  return FALSE;
}

static gboolean at_end (const Token *token)
{
  return *token->p == 0;
}

/* Whether STEP takes the whole of TOKEN. */
static gboolean is_whole (Token *token, gboolean (*step) (Token *token))
{
  token->p = token->text;
  return step (token) && at_end (token);
}

/* ---- marks ---- */

/* "\1", "2/", "[3]", "*": one mark of a footnote. */
static gboolean skip_footmark (Token *token)
{
  const gunichar *start = token->p;
  if (skip_one (token, "\\")) {
    skip_all (token, "\\+ ");
    if (skip_digits (token) > 0 || (g_unichar_isalpha (*token->p) && token->p++))
      return TRUE;
  } else if (skip_one (token, "[")) {
    if (skip_digits (token) > 0 && skip_one (token, "]"))
      return TRUE;
  } else if (skip_digits (token) == 1 && skip_one (token, "/")) {
    return TRUE;
  }
  token->p = start;
  return FALSE;
}

static gboolean skip_footmarks (Token *token)
{
  if (!skip_footmark (token))
    return FALSE;
  do
    skip_all (token, " ,");
  while (skip_footmark (token));
  return TRUE;
}

static gboolean skip_placeholder (Token *token)
{
  static const char *const words[] = { "n/a", "n.a.", "n.a", "na", "nil", "无", "x", "缺考", "不适用", NULL };
  if (skip_all (token, "-–—―－_…./*·~\\ ") > 0)
    return TRUE;
  gboolean open = skip_one (token, "(");
  if (!skip_any_word (token, words) &&
      !(open && *token->p < 0x80 && g_ascii_isalpha ((char)*token->p) && token->p++))
    return FALSE;
  return !open || skip_one (token, ")");
}

/* ---- numbers ---- */

static const char *const units[] = {
  "千瓦时", "万千瓦", "千伏安", "平方米", "平方公里", "立方米", "个工作日", "工作日", "公里", "公顷",
  "公斤",   "万元",   "亿元",   "美元",   "万亩",     "万人",   "万吨",     "千瓦",   "分钟", "小时",
  "个月",   "万条",   "人次",   "km",     "mm",       "kg",     "mw",       "kw",     "kv",   "元",
  "个",     "人",     "户",     "项",     "次",       "台",     "条",       "座",     "家",   "所",
  "名",     "分",     "米",     "吨",     "亩",       "天",     "日",       "月",     "岁",   "辆",
  "套",     "件",     "处",     "只",     "头",       "亿",     "万",       "倍",     "期",   "批",
  "份",     "篇",     "册",     "场",     "m",        "t",      NULL
};

static const char *const comparisons[] = { "不低于", "不少于", "不高于", "不超过", "不小于", "大于", "小于",
                                           "超过",   "约",     "↑",      "↓",      "≥",      "≤",    ">=",
                                           "<=",     ">",      "<",      "=",      "±",      NULL };

/* 12, 1,286.40, 1 846, .5, 3e17; 12 or more digits in a row are a code, but read here. */
static gboolean skip_figures (Token *token)
{
  int n = skip_digits (token);
  while (n > 0 && is_one_of (*token->p, ", ，") && is_digit (token->p[1]) && is_digit (token->p[2]) &&
         is_digit (token->p[3]) && !is_digit (token->p[4]))
    token->p += 4;
  if (*token->p == '.' && (is_digit (token->p[1]) || n > 0)) {
    token->p++;
    n += skip_digits (token);
  }
  if (n > 0 && *token->p == 'e' && is_one_of (token->p[1], "+-") && is_digit (token->p[2])) {
    token->p += 2;
    skip_digits (token);
  }
  return n > 0;
}

static gboolean skip_number (Token *token)
{
  gboolean open = skip_one (token, "(");
  if (!is_digit (*token->p)) {
    skip_any_word (token, comparisons);
    skip_all (token, "+-− ");
    skip_one (token, "$¥￥€£");
    skip_all (token, " +-");
  }
  if (!skip_figures (token))
    return FALSE;
  if (at_end (token))
    return !open;
  skip_one (token, " ");
  skip_one (token, "%‰");
  if (open && !skip_one (token, ")"))
    return FALSE;
  skip_any_word (token, units);
  skip_one (token, " ");
  if (!skip_footmarks (token))
    skip_one (token, "*†‡#");
  return TRUE;
}

/* 3—5个工作日, 10%～20%. */
static gboolean skip_span (Token *token)
{
  return skip_number (token) && skip_all (token, "-–—~～至") > 0 && skip_number (token);
}

/* ---- dates ---- */

static gboolean skip_year (Token *token)
{
  const gunichar *p = token->p;
  if (!is_digit (p[0]) || !is_digit (p[1]) || !is_digit (p[2]) || !is_digit (p[3]) || is_digit (p[4]))
    return FALSE;
  int century = (int)(p[0] - '0') * 10 + (int)(p[1] - '0');
  if (century < 16 || century > 20)
    return FALSE;
  token->p += 4;
  return TRUE;
}

/* 2009, 2009.0 (as spreadsheets save it), 2009年, 2009 \1. */
static gboolean skip_year_cell (Token *token)
{
  if (!skip_year (token))
    return FALSE;
  if (!skip_word (token, ".0"))
    skip_word (token, "年");
  skip_word (token, " ");
  skip_footmarks (token);
  return TRUE;
}

static gboolean skip_month_and_day (Token *token, const char *separators)
{
  if (!skip_one (token, separators))
    return FALSE;
  skip_one (token, " ");
  if (skip_digits (token) == 0)
    return FALSE;
  if (skip_one (token, separators) || skip_one (token, "月")) {
    skip_one (token, " ");
    skip_digits (token);
    skip_one (token, "日");
  }
  return TRUE;
}

static void skip_clock (Token *token)
{
  skip_one (token, " t");
  while (skip_digits (token) > 0 && skip_one (token, ":"))
    ;
}

static void skip_until (Token *token)
{
  static const char *const words[] = { "底前", "月底前", "月底", "末前", "底", "末",
                                       "前",   "以前",   "之前", "起",   NULL };
  skip_any_word (token, words);
}

/* 2021-06-30, 2021年6月底前, 6月30日, 30/06/2021, 2021—2023, 2021q2. */
static gboolean skip_date (Token *token)
{
  const gunichar *start = token->p;
  if (skip_year (token)) {
    if (skip_all (token, "-–—/~至 ") > 0 && skip_year (token))
      return TRUE;
    token->p = start + 4;
    skip_one (token, " ");
    if (skip_one (token, "q") && skip_digits (token) == 1)
      return TRUE;
    token->p = start + 4;
    if (!skip_month_and_day (token, "-./年"))
      return FALSE;
    skip_until (token);
    skip_clock (token);
    return TRUE;
  }
  int n = skip_digits (token);
  if (n < 1 || n > 2)
    return FALSE;
  if (skip_one (token, "月")) {
    if (skip_digits (token) > 0 && !skip_one (token, "日"))
      return FALSE;
    skip_until (token);
    if (skip_digits (token) > 0)
      skip_one (token, "时");
    return TRUE;
  }
  if (!skip_one (token, "/-.") || skip_digits (token) == 0 || !skip_one (token, "/-."))
    return FALSE;
  n = skip_digits (token);
  skip_clock (token);
  return n == 2 || n == 4;
}

/* ---- codes ---- */

/* Digits and letters without a blank, 3 characters at least; or digits alone that are no quantity: a zero in
 * front, 11 and more of them. */
static gboolean is_code (const Token *token)
{
  int n = 0, n_digits = 0;
  for (const gunichar *p = token->text; *p != 0; p++, n++) {
    n_digits += is_digit (*p);
    if (!is_digit (*p) && !(*p < 0x80 && g_ascii_isalpha ((char)*p)) && !is_one_of (*p, "-_./*"))
      return FALSE;
  }
  if (n_digits == n)
    return n >= 11 || (n >= 2 && token->text[0] == '0');
  return n_digits > 0 && n >= 3;
}

static gboolean is_long_digits (const Token *token)
{
  int n = 0;
  while (is_digit (token->text[n]))
    n++;
  return token->text[n] == 0 && (n >= 11 || (n >= 2 && token->text[0] == '0'));
}

/* Most cells are words and begin like words: no need to read them. */
static gboolean begins_like_words (const char *text)
{
  gunichar c = tz_utf8_get (text);
  return tz_char_is_common_han (c) && !is_one_of (c, "不大小超约无缺");
}

/* So do most figures: digits and a point. No year, no code. */
static gboolean is_plain_figure (const char *text)
{
  enum { LONGEST = 10, YEAR = 4 };
  gsize n = strspn (text, "0123456789"), digits = n;
  if (n == 0)
    return FALSE;
  if (text[n] == '.')
    n += 1 + strspn (text + n + 1, "0123456789");
  return text[n] == '\0' && digits <= LONGEST && digits != YEAR && (text[0] != '0' || digits == 1);
}

TzCellKind tz_cell_kind (const char *text)
{
  Token token;
  if (*text == '\0')
    return TZ_CELL_EMPTY;
  if (is_plain_figure (text))
    return TZ_CELL_NUMBER;
  if (begins_like_words (text) || !load (&token, text))
    return TZ_CELL_WORDS;
  if (token.text[0] == 0)
    return TZ_CELL_EMPTY;
  if (is_whole (&token, skip_footmarks))
    return TZ_CELL_FOOTMARK;
  if (is_whole (&token, skip_placeholder))
    return TZ_CELL_MARK;
  if (is_whole (&token, skip_year_cell))
    return TZ_CELL_YEAR;
  if (is_long_digits (&token))
    return TZ_CELL_CODE;
  if (is_whole (&token, skip_date))
    return TZ_CELL_DATE;
  if (is_whole (&token, skip_number) || is_whole (&token, skip_span))
    return TZ_CELL_NUMBER;
  return is_code (&token) ? TZ_CELL_CODE : TZ_CELL_WORDS;
}

/* ---- values, widths, words ---- */

gboolean tz_cell_value (const char *text, double *value, int *places)
{
  Token token;
  char digits[MAX_TOKEN + 1];
  int n = 0;
  if (!load (&token, text))
    return FALSE;
  gboolean negative = token.text[0] == '(';
  const gunichar *p = token.text;
  while (*p != 0 && !is_digit (*p) && *p != '.') {
    negative = negative || *p == '-' || *p == 0x2212;
    p++;
  }
  token.p = p;
  *places = 0;
  if (!skip_figures (&token))
    return FALSE;
  for (; p < token.p; p++)
    if (*p < 0x80 && *p != ',' && *p != ' ')
      digits[n++] = (char)*p;
  digits[n] = '\0';
  const char *point = strchr (digits, '.');
  if (point != NULL) {
    int last = (int)strspn (point + 1, "0123456789");
    while (last > 0 && point[last] == '0')
      last--;
    *places = MIN (last, 6);
  }
  while (*p != 0 && !is_one_of (*p, "-–—~～至"))
    p++;
  if (*p != 0 && is_digit (p[1]))
    return FALSE;
  *value = g_ascii_strtod (digits, NULL) * (negative ? -1 : 1);
  return TRUE;
}

int tz_cell_width (const char *text, int limit)
{
  int width = 0;
  for (; *text != '\0' && width < limit; text = g_utf8_next_char (text))
    width += tz_utf8_get (text) >= 0x2E80 ? 2 : 1;
  return width;
}

static gsize put_char (gunichar c, char bytes[6])
{
  if (c >= 0x80)
    return (gsize)g_unichar_to_utf8 (c, bytes);
  bytes[0] = g_ascii_tolower ((char)c);
  return 1;
}

void tz_cell_fold (const char *text, char *out, gsize size)
{
  gsize n = 0;
  gboolean blank = FALSE;
  gunichar last = 0;
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = tz_utf8_get (text);
    if (tz_char_is_common_han (c)) { /* most of all */
      if (n + 3 >= size)
        break;
      memcpy (out + n, text, 3);
      n += 3;
    } else if (tz_char_is_blank (c)) {
      blank = TRUE;
      continue;
    } else {
      char bytes[6];
      gsize length = put_char (tz_char_narrow (c), bytes);
      gboolean spaced = blank && last != 0 && last < 0x2E80 && c < 0x2E80;
      if (n + length + 1 >= size)
        break;
      if (spaced)
        out[n++] = ' ';
      memcpy (out + n, bytes, length);
      n += length;
    }
    blank = FALSE;
    last = c;
  }
  out[n] = '\0';
}
