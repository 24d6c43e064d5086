/* The key words of the language: for, if, else, end … and what they are in Chinese. */
#include "compose/report/prose/text.h"

#include "base/utf8.h"

#include <string.h>

static const char *const keys[TZ_N_KEYS] = {
  [TZ_KEY_NONE] = "",
  [TZ_KEY_FOR] = "for|逐项|逐个|每个",
  [TZ_KEY_LIST] = "list|列出",
  [TZ_KEY_BETWEEN] = "between|间隔",
  [TZ_KEY_IF] = "if|如果|若",
  [TZ_KEY_ELSE] = "else|否则",
  [TZ_KEY_ELSE_IF] = "elseif|否则如果|否则若",
  [TZ_KEY_END] = "end|结束",
  [TZ_KEY_TABLE] = "table|表",
  [TZ_KEY_CHART] = "chart|图",
  [TZ_KEY_WHERE] = "where|其中",
  [TZ_KEY_FIRST] = "first|前",
  [TZ_KEY_HIGHEST] = "highest|从高到低",
  [TZ_KEY_LOWEST] = "lowest|从低到高",
  [TZ_KEY_AND] = "and|且|并且",
  [TZ_KEY_OR] = "or|或|或者",
  [TZ_KEY_NOT] = "not|非",
  [TZ_KEY_HAS] = "has|包含",
};

gboolean tz_prose_is_named (const char *names, const char *word)
{
  gsize n = strlen (word);
  for (const char *p = names; n > 0 && *p != '\0';) {
    gsize length = strcspn (p, "|");
    if (length == n && strncmp (p, word, n) == 0)
      return TRUE;
    p += length + (p[length] == '|');
  }
  return FALSE;
}

static TzProseKey key_of (const char *word)
{
  for (int key = TZ_KEY_NONE + 1; key < TZ_N_KEYS; key++)
    if (tz_prose_is_named (keys[key], word))
      return (TzProseKey)key;
  return TZ_KEY_NONE;
}

const char *tz_prose_key_word (TzProseKey key)
{
  static const char *const words[TZ_N_KEYS] = {
    [TZ_KEY_FOR] = "for",     [TZ_KEY_IF] = "if",           [TZ_KEY_END] = "end",
    [TZ_KEY_ELSE] = "else",   [TZ_KEY_ELSE_IF] = "else if", [TZ_KEY_BETWEEN] = "between",
    [TZ_KEY_TABLE] = "table", [TZ_KEY_CHART] = "chart",
  };
  return words[key] ? words[key] : "";
}

gboolean tz_prose_is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || c == '_' || c == '.' || c == '/' || c == '%' || c == 0xFF05 ||
         c == 0xB7;
}

const char *tz_prose_word_end (const char *p)
{
  while (*p != '\0' && tz_prose_is_word_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

TzProseKey tz_prose_piece_key (const char *words)
{
  const char *start = tz_utf8_skip_blanks (words, words + strlen (words));
  g_autofree char *word = g_strndup (start, (gsize)(tz_prose_word_end (start) - start));
  return key_of (word);
}

TzProseKey tz_prose_token_key (const TzProseToken *token)
{
  return token->kind == TZ_TOKEN_WORD ? key_of (token->text) : TZ_KEY_NONE;
}
