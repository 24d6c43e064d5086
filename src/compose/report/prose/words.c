/* The words between two braces. */
#include "base/intl.h"
#include "base/utf8.h"
#include "compose/report/prose/text.h"

#include <string.h>

static void token_free (TzProseToken *token)
{
  g_free (token->text);
  g_free (token);
}

static void add_token (TzProseReader *reader, TzProseTokenKind kind, gsize at, const char *text, gsize n)
{
  TzProseToken *token = g_new0 (TzProseToken, 1);
  token->kind = kind;
  token->at = at;
  token->text = g_strndup (text, n);
  g_ptr_array_add (reader->tokens, token);
}

/* Signs of either width, and the one that is meant. */
static const struct {
  const char *written, *meant;
} marks[] = {
  { "!=", "!=" }, { "<>", "!=" }, { "≠", "!=" },   { "！=", "!=" }, { "<=", "<=" }, { ">=", ">=" },
  { "≤", "<=" },  { "≥", ">=" },  { "＜=", "<=" }, { "＞=", ">=" }, { "==", "=" },  { "=", "=" },
  { "＝", "=" },  { "<", "<" },   { "＜", "<" },   { ">", ">" },    { "＞", ">" },  { "(", "(" },
  { "（", "(" },  { ")", ")" },   { "）", ")" },
};

static gsize take_mark (TzProseReader *reader, const char *p, gsize at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    if (!g_str_has_prefix (p, marks[i].written))
      continue;
    add_token (reader, TZ_TOKEN_MARK, at, marks[i].meant, strlen (marks[i].meant));
    return strlen (marks[i].written);
  }
  return 0;
}

/* "…" “…” 「…」; 0 if P begins none that is closed. */
static gsize take_quoted (TzProseReader *reader, const char *p, gsize at)
{
  static const char *const quotes[][2] = { { "\"", "\"" }, { "“", "”" }, { "「", "」" } };
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++) {
    gsize open = strlen (quotes[i][0]);
    const char *end = g_str_has_prefix (p, quotes[i][0]) ? strstr (p + open, quotes[i][1]) : NULL;
    if (!end)
      continue;
    add_token (reader, TZ_TOKEN_QUOTED, at, p + open, (gsize)(end - p) - open);
    return (gsize)(end - p) + strlen (quotes[i][1]);
  }
  return 0;
}

/* 30, 12.5, 80%; products of larger ones would not fit 64 bits. */
enum { MAX_DIGITS = 7 };

static gboolean is_number (const char *text, gsize n)
{
  gsize digits = strspn (text, "0123456789"), rest = digits;
  if (text[rest] == '.') {
    gsize fraction = strspn (text + rest + 1, "0123456789");
    rest = fraction > 0 ? rest + 1 + fraction : rest;
  }
  if (text[rest] == '%')
    rest++;
  return digits > 0 && digits <= MAX_DIGITS && rest >= n;
}

static gsize take_word (TzProseReader *reader, const char *p, gsize at)
{
  gsize n = (gsize)(tz_prose_word_end (p) - p);
  g_autofree char *word = g_strndup (p, n);
  /* ５ is 5. */
  g_autofree char *narrow = g_utf8_normalize (word, -1, G_NORMALIZE_ALL_COMPOSE);
  if (n > 0 && is_number (narrow, strlen (narrow)))
    add_token (reader, TZ_TOKEN_NUMBER, at, narrow, strlen (narrow));
  else if (n > 0)
    add_token (reader, TZ_TOKEN_WORD, at, word, n);
  return n;
}

/* A sign that belongs to nothing known: 、 behind {list …}, or a slip. */
static gsize take_sign (TzProseReader *reader, const char *p, gsize at)
{
  const char *end = p;
  while (*end != '\0' && !tz_prose_is_word_char (g_utf8_get_char (end)) &&
         !tz_char_is_blank (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  add_token (reader, TZ_TOKEN_MARK, at, p, (gsize)(end - p));
  return (gsize)(end - p);
}

/* "else if" is one word. */
static void join_else_if (TzProseReader *reader)
{
  if (reader->tokens->len < 2)
    return;
  TzProseToken *first = reader->tokens->pdata[0], *second = reader->tokens->pdata[1];
  if (tz_prose_token_key (first) != TZ_KEY_ELSE || tz_prose_token_key (second) != TZ_KEY_IF)
    return;
  g_free (first->text);
  first->text = g_strdup ("elseif");
  g_ptr_array_remove_index (reader->tokens, 1);
}

gboolean tz_prose_tokenize (TzProseReader *reader, const TzProsePiece *piece)
{
  const char *start = piece->text, *end = start + strlen (start);
  g_clear_pointer (&reader->tokens, g_ptr_array_unref);
  reader->tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)token_free);
  reader->token = 0;
  for (const char *p = tz_utf8_skip_blanks (start, end); p < end; p = tz_utf8_skip_blanks (p, end)) {
    gsize at = piece->at + (gsize)(p - start), n;
    if ((n = take_mark (reader, p, at)) == 0 && (n = take_quoted (reader, p, at)) == 0 &&
        (n = take_word (reader, p, at)) == 0)
      n = take_sign (reader, p, at);
    p += n;
  }
  join_else_if (reader);
  gboolean empty = reader->tokens->len == 0;
  add_token (reader, TZ_TOKEN_END, piece->at + strlen (start), "", 0);
  if (empty) {
    TzPlace place = tz_prose_place (reader, piece->at);
    tz_diag_add (
        reader->diag, TZ_ERROR, &place, "empty-braces",
        _ ("nothing stands between these braces; write a name, or {{ for a brace that is meant as text"));
  }
  return !empty;
}

const TzProseToken *tz_prose_peek (const TzProseReader *reader)
{
  return reader->tokens->pdata[reader->token];
}

const TzProseToken *tz_prose_take (TzProseReader *reader)
{
  const TzProseToken *token = tz_prose_peek (reader);
  if (token->kind != TZ_TOKEN_END)
    reader->token++;
  return token;
}

gboolean tz_prose_take_key (TzProseReader *reader, TzProseKey key)
{
  if (tz_prose_token_key (tz_prose_peek (reader)) != key)
    return FALSE;
  tz_prose_take (reader);
  return TRUE;
}

void tz_prose_unexpected (TzProseReader *reader, const TzProseToken *token)
{
  TzPlace place = tz_prose_place (reader, token->at);
  if (token->kind == TZ_TOKEN_END)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "bad-insertion",
                 _ ("something is missing before this brace; write it as in {if late > 0} or {for late}"));
  else
    tz_diag_add (reader->diag, TZ_ERROR, &place, "bad-insertion",
                 _ ("“%s” is not understood here; write {if late > 0}, {for late where days-late > 30 first 5} "
                    "or only a name, such as {late}"),
                 token->text);
}
