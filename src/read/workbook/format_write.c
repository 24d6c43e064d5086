/* A number format as it is written into a workbook that anybody may open: the same text in Excel of any
 * language and region, in WPS and LibreOffice, without colours and without blanks that only align. */
#include "base/utf8.h"
#include "read/workbook/format_data.h"

#include <string.h>

/* What libxlsxwriter holds of a format, in bytes; it would cut a longer one anywhere. Excel takes 255
 * characters. */
enum { LONGEST = 127 };

static const TzFormatToken *token_at (const TzFormatSection *section, guint i)
{
  return &g_array_index (section->tokens, TzFormatToken, i);
}

/* ── literals ────────────────────────────────────────────────────────────── */

/* Bare marks have meanings of their own, and those between the parts of dates and times are those of the
 * reader's region. */
static void add_literal (GString *out, const char *text)
{
  if (strlen (text) == 1 && *text != '"') {
    g_string_append_printf (out, "\\%c", g_ascii_iscntrl (*text) ? ' ' : *text);
    return;
  }
  gboolean open = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gboolean quote = *p == '"';
    if (open == quote) {
      g_string_append_c (out, '"');
      open = !open;
    }
    if (quote)
      g_string_append (out, "\\\"");
    else if (g_ascii_iscntrl (*p))
      g_string_append_c (out, ' ');
    else
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  }
  if (open)
    g_string_append_c (out, '"');
}

/* ── digits ──────────────────────────────────────────────────────────────── */

static gboolean is_figure (TzFormatTokenKind kind)
{
  return kind == TZ_TOKEN_DIGIT || kind == TZ_TOKEN_POINT || kind == TZ_TOKEN_SPENT || kind == TZ_TOKEN_SPACE;
}

/* Whether nothing but figures and blanks stands between token I and the end of the section, or its beginning:
 * what ? leaves free there aligns, and is not shown. */
static gboolean is_outer (const TzFormatSection *section, guint i)
{
  gboolean before = TRUE, behind = TRUE;
  for (guint k = 0; k < section->tokens->len; k++) {
    const TzFormatToken *token = token_at (section, k);
    if (k < i)
      before = before && is_figure (token->kind);
    else
      behind = behind && is_figure (token->kind) &&
               (i > section->point || token->kind != TZ_TOKEN_DIGIT || token->n == '?');
  }
  return i > section->point ? behind : before || behind;
}

static void add_digit (const TzFormatSection *section, guint i, GString *out)
{
  int n = token_at (section, i)->n;
  gboolean fraction = section->slash < section->tokens->len;
  if (section->is_date)
    return;
  g_string_append_c (out, n == '?' && !fraction && is_outer (section, i) ? '#' : (char)n);
}

/* Blanks at both ends are dropped as they are in the text that is shown. */
static void add_space (const TzFormatSection *section, guint i, GString *out)
{
  guint first = i, end = i;
  while (first > 0 && token_at (section, first - 1)->kind == TZ_TOKEN_SPACE)
    first--;
  while (end < section->tokens->len && token_at (section, end)->kind == TZ_TOKEN_SPACE)
    end++;
  if (first > 0 && end < section->tokens->len)
    g_string_append (out, "\\ ");
}

/* ── tokens ──────────────────────────────────────────────────────────────── */

static void add_letters (char letter, int n, GString *out)
{
  while (n-- > 0)
    g_string_append_c (out, letter);
}

/* Tokens that are written as one letter, repeated as often as they are long, but at most so often. */
static const struct {
  char letter;
  int most;
  gboolean all; /* in brackets: all hours, not only those of the last day */
} times[] = {
  [TZ_TOKEN_MONTH] = { 'm', 5, FALSE },
  [TZ_TOKEN_DAY] = { 'd', G_MAXINT, FALSE },
  [TZ_TOKEN_WEEKDAY] = { 'd', 4, FALSE },
  [TZ_TOKEN_WEEKDAY_HANZI] = { 'a', 4, FALSE },
  [TZ_TOKEN_HOUR] = { 'h', 2, FALSE },
  [TZ_TOKEN_MINUTE] = { 'm', 2, FALSE },
  [TZ_TOKEN_SECOND] = { 's', 2, FALSE },
  [TZ_TOKEN_ALL_HOURS] = { 'h', G_MAXINT, TRUE },
  [TZ_TOKEN_ALL_MINUTES] = { 'm', G_MAXINT, TRUE },
  [TZ_TOKEN_ALL_SECONDS] = { 's', G_MAXINT, TRUE },
};

static gboolean add_by_letter (const TzFormatToken *token, GString *out)
{
  if (token->kind >= G_N_ELEMENTS (times) || times[token->kind].letter == '\0')
    return FALSE;
  gboolean all = times[token->kind].all;
  if (all)
    g_string_append_c (out, '[');
  add_letters (times[token->kind].letter, MIN (token->n, times[token->kind].most), out);
  if (all)
    g_string_append_c (out, ']');
  return TRUE;
}

/* TRUE if TOKEN is one of days and times. */
static gboolean add_time (const TzFormatToken *token, GString *out)
{
  switch (token->kind) {
  case TZ_TOKEN_YEAR:
    add_letters ('y', token->n <= 2 ? 2 : 4, out);
    return TRUE;
  case TZ_TOKEN_HALF_DAY:
    g_string_append (out, token->n == 1 ? "A/P" : "AM/PM");
    return TRUE;
  case TZ_TOKEN_SECOND_POINT:
    g_string_append_c (out, '.');
    return TRUE;
  case TZ_TOKEN_SECOND_DIGIT:
    g_string_append_c (out, '0');
    return TRUE;
  default:
    return add_by_letter (token, out);
  }
}

static void add_token (const TzFormatSection *section, guint i, GString *out)
{
  const TzFormatToken *token = token_at (section, i);
  if (add_time (token, out))
    return;
  switch (token->kind) {
  case TZ_TOKEN_LITERAL: {
    gsize named = i > section->slash ? strspn (token->text, "0123456789") : 0; /* eighths: # ?/8 */
    g_string_append_len (out, token->text, (gssize)named);
    if (token->text[named] != '\0')
      add_literal (out, token->text + named);
    break;
  }
  case TZ_TOKEN_SPACE:
    add_space (section, i, out);
    break;
  case TZ_TOKEN_SPENT:
    g_string_append_c (out, ',');
    break;
  case TZ_TOKEN_DIGIT:
    add_digit (section, i, out);
    break;
  case TZ_TOKEN_POINT:
    g_string_append (out, i == section->point && !section->is_date ? "." : "\\.");
    break;
  case TZ_TOKEN_PERCENT:
    g_string_append (out, section->is_date ? "" : "%");
    break;
  case TZ_TOKEN_SLASH:
    g_string_append (out, i == section->slash ? "/" : "\\/");
    break;
  case TZ_TOKEN_EXPONENT:
    g_string_append_printf (out, "E%c", token->n);
    break;
  case TZ_TOKEN_GENERAL:
    g_string_append (out, "General");
    break;
  case TZ_TOKEN_TEXT:
    g_string_append_c (out, '@');
    break;
  default:
    break;
  }
}

/* ── sections ────────────────────────────────────────────────────────────── */

static void add_condition (const TzFormatSection *section, GString *out)
{
  static const char *const marks[] = { [TZ_COMPARE_LT] = "<",  [TZ_COMPARE_LE] = "<=", [TZ_COMPARE_GT] = ">",
                                       [TZ_COMPARE_GE] = ">=", [TZ_COMPARE_EQ] = "=",  [TZ_COMPARE_NE] = "<>" };
  char limit[G_ASCII_DTOSTR_BUF_SIZE];
  if (section->compare != TZ_COMPARE_NONE)
    g_string_append_printf (out, "[%s%s]", marks[section->compare],
                            g_ascii_formatd (limit, sizeof limit, "%.15g", section->limit));
}

/* Names of months and days, and the halves of a day, are those of a language, else those of the reader's. FALSE
 * if the section needs two of them. */
static gboolean add_language (const TzFormatSection *section, GString *out)
{
  gboolean english = FALSE, chinese = section->hanzi > 0;
  for (guint i = 0; i < section->tokens->len; i++) {
    const TzFormatToken *token = token_at (section, i);
    chinese |= token->kind == TZ_TOKEN_WEEKDAY_HANZI || (token->kind == TZ_TOKEN_HALF_DAY && token->n == 3);
    english |= (token->kind == TZ_TOKEN_MONTH && token->n >= 3) || token->kind == TZ_TOKEN_WEEKDAY ||
               (token->kind == TZ_TOKEN_HALF_DAY && token->n < 3);
  }
  if (section->hanzi > 0)
    g_string_append_printf (out, "[DBNum%d]", section->hanzi);
  if (chinese || english)
    g_string_append (out, chinese ? "[$-804]" : "[$-409]");
  return !(chinese && english);
}

static gboolean add_section (const TzFormatSection *section, GString *out)
{
  gboolean good = add_language (section, out);
  add_condition (section, out);
  for (guint i = 0; i < section->tokens->len; i++)
    add_token (section, i, out);
  return good;
}

const char *tz_number_format_write (const TzNumberFormat *format)
{
  TzFormatKind kind = tz_number_format_kind (format);
  gboolean plain = kind == TZ_FORMAT_TEXT || (kind == TZ_FORMAT_GENERAL && format->sections[0].is_general &&
                                              format->sections[0].tokens->len == 1);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean good = !plain;
  for (int i = 0; i < format->n && good; i++) {
    if (i > 0)
      g_string_append_c (out, ';');
    good = add_section (&format->sections[i], out);
  }
  return good && out->len > 0 && out->len <= LONGEST ? g_intern_string (out->str) : NULL;
}

gboolean tz_number_format_has_day (const TzNumberFormat *format)
{
  for (int i = 0; i < format->n; i++)
    for (guint k = 0; k < format->sections[i].tokens->len; k++) {
      TzFormatTokenKind kind = token_at (&format->sections[i], k)->kind;
      if (kind >= TZ_TOKEN_YEAR && kind <= TZ_TOKEN_WEEKDAY_HANZI)
        return TRUE;
    }
  return FALSE;
}
