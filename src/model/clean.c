#include "model/clean.h"

#include "base/utf8.h"
#include "model/organ.h"

#include <string.h>

/* The end of the tag that begins at TEXT ("<br/>", "</p>", "<td colspan=2>"), or
 * NULL. Only names that web pages and converters leave behind: "<10千伏>" is text. */
static const char *tag_end (const char *text)
{
  static const char *const names[] = { "p",   "b",  "br",     "i",     "u",     "ul",   "ol",
                                       "li",  "em", "strong", "span",  "div",   "font", "a",
                                       "td",  "tr", "th",     "table", "tbody", "sup",  "sub",
                                       "img", "h1", "h2",     "h3",    "h4",    "h5",   "h6" };
  const char *p = text + 1;
  if (*text != '<')
    return NULL;
  if (*p == '/')
    p++;
  gsize n = strspn (p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == n && g_ascii_strncasecmp (names[i], p, n) == 0) {
      p += n;
      if (*p != '>' && *p != '/' && *p != ' ')
        return NULL;
      p += strcspn (p, "<>\n");
      return *p == '>' ? p + 1 : NULL;
    }
  return NULL;
}

/* <br> and the end of a paragraph or row are line breaks, other tags nothing. */
static gboolean tag_breaks (const char *tag)
{
  return g_ascii_strncasecmp (tag, "<br", 3) == 0 || g_ascii_strncasecmp (tag, "</p", 3) == 0 ||
         g_ascii_strncasecmp (tag, "</li", 4) == 0 || g_ascii_strncasecmp (tag, "</tr", 4) == 0 ||
         g_ascii_strncasecmp (tag, "</div", 5) == 0;
}

static char *remove_tags (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0';) {
    const char *end = tag_end (p);
    if (!end) {
      g_string_append_c (out, *p++);
      continue;
    }
    if (tag_breaks (p) && out->len > 0 && out->str[out->len - 1] != '\n' && *end != '\n')
      g_string_append_c (out, '\n');
    p = end;
  }
  return g_string_free (out, FALSE);
}

/* NBSP, U+3000 and the other wide or invisible blanks, but not the plain space. */
static gboolean is_odd_blank (gunichar c)
{
  return c != ' ' && c != '\t' && c != '\n' && c >= 0x80 && tz_char_is_blank (c);
}

static gboolean is_zero_width (gunichar c)
{
  return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

static const char *blanks_end (const char *p)
{
  while (*p != '\0' && *p != '\n' && tz_char_is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* ---- blanks that are meant ---- */

/* A word is spread over no more characters: 张　三, 总　计, 责 任 单 位. Longer chains come from scanning. */
enum { MAX_SPREAD = 4 };

static gboolean is_han_or_blank (gunichar c)
{
  return tz_char_is_han (c) || (c != '\n' && tz_char_is_blank (c));
}

/* Where the hanzi and blanks around P begin; not further back than a spread word can reach. */
static const char *chain_start (const char *text, const char *p)
{
  for (int n = 0; n < 4 * MAX_SPREAD && p > text; n++) {
    const char *before = g_utf8_prev_char (p);
    if (!is_han_or_blank (g_utf8_get_char (before)))
      break;
    p = before;
  }
  return p;
}

/* Whether the blanks at START spread a short word or name: between two marks of TEXT stand single hanzi alone,
 * with blanks between each two of them. */
static gboolean is_spread_word (const char *text, const char *start)
{
  int n = 0;
  const char *p = blanks_end (chain_start (text, start));
  while (tz_char_is_han (g_utf8_get_char (p)) && n <= MAX_SPREAD) {
    const char *next = g_utf8_next_char (p);
    if (tz_char_is_han (g_utf8_get_char (next)))
      return FALSE;
    n++;
    p = blanks_end (next);
  }
  return n >= 2 && n <= MAX_SPREAD;
}

static gboolean is_one_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

/* Whether the number of an article (第四条, 第12章) or of a heading (十一) ends at END: a full-width blank
 * parts it from its text. */
static gboolean is_after_number (const char *text, const char *end)
{
  static const char numerals[] = "〇零一二三四五六七八九十百千0123456789";
  const char *p = g_utf8_prev_char (end);
  gboolean article = is_one_of (g_utf8_get_char (p), "条章节编款项");
  const char *last = article ? p : end;
  for (p = last; p > text && is_one_of (g_utf8_get_char (g_utf8_prev_char (p)), numerals);)
    p = g_utf8_prev_char (p);
  gboolean numbered = p < last;
  gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;
  return numbered && (article ? before == 0x7B2C /* 第 */ : before == 0 || before == '\n');
}

/* Whether the blanks of TEXT at START stand between hanzi for a reason of style. */
static gboolean is_meant_blank (const char *text, const char *start)
{
  return is_spread_word (text, start) || is_after_number (text, start);
}

/* A full-width blank where it belongs: between hanzi as above, or as the indent of a line. */
static gboolean is_placed_blank (const char *text, const char *p)
{
  if (g_utf8_get_char (p) != 0x3000)
    return FALSE;
  while (p > text && g_utf8_get_char (g_utf8_prev_char (p)) == 0x3000)
    p = g_utf8_prev_char (p);
  return p == text || p[-1] == '\n' || is_meant_blank (text, p);
}

static char *plain_blanks (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!is_odd_blank (c) || is_placed_blank (text, p))
      g_string_append_unichar (out, c);
    else if (!is_zero_width (c))
      g_string_append_c (out, ' ');
  }
  return g_string_free (out, FALSE);
}

static char *single_blanks (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ' || p == text || p[-1] != ' ')
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

/* Titles of documents are longer than this in no case; characters. */
enum { MAX_TITLE = 120 };

/* Whether START stands in 《…》: titles are printed with the blanks they were given. */
static gboolean is_in_title (const char *text, const char *start)
{
  for (int n = 0; n < MAX_TITLE && start > text; n++) {
    start = g_utf8_prev_char (start);
    gunichar c = g_utf8_get_char (start);
    if (c == 0x300A /* 《 */)
      return TRUE;
    if (c == 0x300B /* 》 */ || c == '\n')
      return FALSE;
  }
  return FALSE;
}

/* Whether the blanks of TEXT that begin at START stand between two hanzi, and neither
 * separate two organ names nor belong to a title. */
static gboolean is_stray_blank (const char *text, const char *start)
{
  if (start == text || !tz_char_is_han (g_utf8_get_char (g_utf8_prev_char (start))))
    return FALSE;
  const char *end = blanks_end (start);
  if (!tz_char_is_han (g_utf8_get_char (end)))
    return FALSE;
  if (is_meant_blank (text, start))
    return FALSE;
  gboolean between_organs =
      tz_organ_is_name (tz_organ_run_before (text, start), start) && tz_organ_begins (end);
  return !between_organs && !is_in_title (text, start);
}

static char *join_hanzi (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0';) {
    const char *end = blanks_end (p);
    if (end == p)
      end = g_utf8_next_char (p);
    else if (is_stray_blank (text, p)) {
      p = end;
      continue;
    }
    g_string_append_len (out, p, end - p);
    p = end;
  }
  return g_string_free (out, FALSE);
}

static char *drop_controls (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (tz_char_is_printable (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static char *trim_ends (const char *text)
{
  const char *end = text + strlen (text);
  while (*text != '\0' && tz_char_is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text) {
    const char *prev = g_utf8_prev_char (end);
    if (!tz_char_is_blank (g_utf8_get_char (prev)))
      break;
    end = prev;
  }
  return g_strndup (text, (gsize)(end - text));
}

char *tz_text_clean (const char *text, guint what)
{
  static const struct {
    guint bit;
    char *(*step) (const char *text);
  } steps[] = {
    { 0, drop_controls },
    { TZ_CLEAN_TAGS, remove_tags },
    { TZ_CLEAN_NBSP, plain_blanks },
    { TZ_CLEAN_DOUBLED, single_blanks },
    { TZ_CLEAN_SPACES, join_hanzi },
    { 0, trim_ends },
  };
  char *clean = g_strdup (text);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (steps[i].bit != 0 && !(what & steps[i].bit))
      continue;
    char *next = steps[i].step (clean);
    g_free (clean);
    clean = next;
  }
  return clean;
}

/* First hanzi of the GBK reading of common UTF-8 sequences: ，：（ 。、 的 and so on.
 * All are rare in real text; two in one cell are proof enough. */
static gboolean is_mojibake_sign (gunichar c)
{
  switch (c) {
  case 0x951B: /* 锛 */
  case 0x9286: /* 銆 */
  case 0x9428: /* 鐨 */
  case 0x9225: /* 鈥 */
  case 0x93C0: /* 鏀 */
  case 0x9354: /* 鍔 */
  case 0x93CD: /* 鏍 */
  case 0x93C8: /* 鏈 */
  case 0x9422: /* 鐢 */
  case 0x9366: /* 鍦 */
  case 0x6434: /* 搴 */
  case 0x7490: /* 璐 */
    return TRUE;
  default:
    return FALSE;
  }
}

/* Nearly every character: neither blank nor invisible, and no part of a tag. */
static gboolean is_plain (gunichar c)
{
  if (tz_char_is_common_han (c))
    return TRUE;
  if (c < 0x7F)
    return c > ' ' && c != '<';
  return (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E);
}

/* Of the character at P, which is C. */
static guint char_flaws (const char *text, const char *p, gunichar c)
{
  guint flaws = 0;
  if (is_odd_blank (c) && !is_placed_blank (text, p))
    flaws |= TZ_CLEAN_NBSP;
  if (c == 0xFFFD)
    flaws |= TZ_FLAW_REPLACEMENT;
  else if (!tz_char_is_printable (c))
    flaws |= TZ_FLAW_CONTROL;
  return flaws;
}

guint tz_text_flaws (const char *text)
{
  guint flaws = 0;
  int signs = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = tz_utf8_get (p);
    signs += is_mojibake_sign (c);
    if (is_plain (c))
      continue;
    flaws |= char_flaws (text, p, c);
    if (c == '<' && tag_end (p))
      flaws |= TZ_CLEAN_TAGS;
    if (c == ' ' && p[1] == ' ' && !is_spread_word (text, p))
      flaws |= TZ_CLEAN_DOUBLED;
    if ((c == ' ' || c >= 0x80) && tz_char_is_blank (c) && is_stray_blank (text, p))
      flaws |= TZ_CLEAN_SPACES;
  }
  return signs >= 2 ? flaws | TZ_FLAW_MOJIBAKE : flaws;
}
