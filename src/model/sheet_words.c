#include "model/sheet_words.h"

#include <string.h>

#include "base/utf8.h"
#include "model/numeral.h"
#include "model/sheet_word_list.h"

/* 附件2, 附表1-2:, 表 5 …, 公开05表, table 12. … */
static gboolean is_label (const char *text)
{
  static const char *const words[] = { "附件",   "附表", "附录",   "附",    "表",
                                       "公开表", "续表", "table ", "annex", "appendix" };
  if (g_str_has_prefix (text, "公开") && g_ascii_isdigit (text[strlen ("公开")]))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (!g_str_has_prefix (text, words[i]))
      continue;
    const char *p = text + strlen (words[i]);
    if (*p == '\0' || (*p == ':' && p[1] == '\0'))
      return i != 4; /* 表 alone is a word */
    if (tz_numeral_read (&p) >= 0)
      return TRUE;
  }
  return FALSE;
}

/* "填报日期:2021/6/30": a short name in front of a colon, and not much behind it. */
static gboolean is_labelled (const char *text)
{
  const char *colon = strchr (text, ':');
  if (colon == NULL || colon == text || colon - text > 36 ||
      memchr (text + 1, '(', (gsize)(colon - text) - 1) != NULL)
    return FALSE;
  if (g_ascii_isdigit (colon[-1]) && g_ascii_isdigit (colon[1]))
    return FALSE; /* a time or a ratio */
  return strlen (colon) < 120;
}

/* "登记人:甲某", "值班人:": somebody who did something with the table. */
static gboolean names_person (const char *text)
{
  enum { LONGEST = 15 }; /* bytes: five hanzi */
  const char *colon = strchr (text, ':');
  gsize n = (gsize)(colon - text), last = strlen ("人");
  return n > last && n <= LONGEST && memcmp (colon - last, "人", last) == 0;
}

/* ---- finding entries ---- */

enum { N_BUCKETS = 256, MAX_ENTRIES = 512, NONE = -1 };

/* Entries by the character they begin or end with, so that a text is compared with few of them; those that may
 * stand anywhere are in a list of their own. */
typedef struct {
  gint16 begins[N_BUCKETS], ends[N_BUCKETS], holds; /* the first entry of each chain, or NONE */
  gint16 next[MAX_ENTRIES];
  guint8 length[MAX_ENTRIES];
} Index;

static guint bucket_of (const char *p)
{
  return (guint)(tz_utf8_get (p) * 2654435761u >> 24);
}

static const char *last_char (const char *text, gsize length)
{
  return g_utf8_prev_char (text + length);
}

static gint16 *chain_of (Index *index, const TzWordEntry *entry, gsize length)
{
  if (entry->place == TZ_WORD_HOLDS)
    return &index->holds;
  return entry->place == TZ_WORD_ENDS ? &index->ends[bucket_of (last_char (entry->word, length))]
                                      : &index->begins[bucket_of (entry->word)];
}

static const Index *get_index (void)
{
  static Index index;
  static gsize made;
  if (g_once_init_enter (&made)) {
    memset (&index, 0xFF, sizeof index);
    g_assert (tz_word_list_length <= MAX_ENTRIES);
    for (int i = (int)tz_word_list_length - 1; i >= 0; i--) {
      gsize length = strlen (tz_word_list[i].word);
      gint16 *chain = chain_of (&index, &tz_word_list[i], length);
      index.length[i] = (guint8)length;
      index.next[i] = *chain;
      *chain = (gint16)i;
    }
    g_once_init_leave (&made, 1);
  }
  return &index;
}

/* A text in work: as it stands and without what bare_length takes off. */
typedef struct {
  const char *text;
  gsize length;
  char bare[128];
  gsize bare_length;
  guint wanted, bits;
} Reading;

static gboolean fits (const TzWordEntry *entry, gsize n, const char *text, gsize length)
{
  if (n > length)
    return FALSE;
  switch (entry->place) {
  case TZ_WORD_BEGINS:
    return memcmp (text, entry->word, n) == 0;
  case TZ_WORD_ENDS:
    return memcmp (text + length - n, entry->word, n) == 0;
  case TZ_WORD_WHOLE:
    return n == length && memcmp (text, entry->word, n) == 0;
  default:
    return strstr (text, entry->word) != NULL;
  }
}

static void read_chain (const Index *index, int i, gboolean bare, Reading *reading)
{
  const guint stripped = TZ_WORD_TOTAL | TZ_WORD_COLUMN | TZ_WORD_TITLE;
  for (; i != NONE; i = index->next[i]) {
    const TzWordEntry *entry = &tz_word_list[i];
    if ((entry->bits & reading->wanted) == 0 || (bare && (entry->bits & stripped) == 0))
      continue;
    if (bare ? fits (entry, index->length[i], reading->bare, reading->bare_length)
             : fits (entry, index->length[i], reading->text, reading->length))
      reading->bits |= entry->bits;
  }
}

/* Without a remark in brackets, a colon or a footnote's mark at its end: 合计（2个）, total:, white \4. */
static gsize bare_length (const char *text)
{
  gsize n = strlen (text);
  for (gboolean more = TRUE; more && n > 0;) {
    more = FALSE;
    if (text[n - 1] == ')') {
      const char *open = g_strrstr_len (text, (gssize)n, "(");
      if (open != NULL && open > text) {
        n = (gsize)(open - text);
        more = TRUE;
      }
    }
    while (n > 1 && strchr (":*. ", text[n - 1]) != NULL) {
      n--;
      more = TRUE;
    }
    gsize k = n;
    while (k > 0 && g_ascii_isdigit (text[k - 1]))
      k--;
    while (k < n && k > 1 && (text[k - 1] == '\\' || text[k - 1] == ' ')) {
      n = --k;
      more = TRUE;
    }
    if (n > 2 && text[n - 1] == '/' && g_ascii_isdigit (text[n - 2])) {
      n -= 2;
      more = TRUE;
    }
  }
  return n;
}

guint tz_sheet_words (const char *folded)
{
  const Index *index = get_index ();
  Reading reading = { .text = folded, .length = strlen (folded) };
  if (reading.length == 0)
    return 0;
  /* Long texts are no names of anything. */
  reading.wanted =
      reading.length > 48 ? TZ_WORD_NOTE | TZ_WORD_ENTRY | TZ_WORD_UNIT | TZ_WORD_SIGN | TZ_WORD_TITLE : ~0u;
  reading.bare_length = MIN (bare_length (folded), sizeof reading.bare - 1);
  memcpy (reading.bare, folded, reading.bare_length);
  read_chain (index, index->begins[bucket_of (folded)], FALSE, &reading);
  read_chain (index, index->ends[bucket_of (last_char (folded, reading.length))], FALSE, &reading);
  if (strchr (folded, ':') != NULL) /* all that may stand anywhere have one */
    read_chain (index, index->holds, FALSE, &reading);
  if (reading.bare_length < reading.length && reading.bare_length > 0) {
    read_chain (index, index->begins[bucket_of (folded)], TRUE, &reading);
    read_chain (index, index->ends[bucket_of (last_char (reading.bare, reading.bare_length))], TRUE, &reading);
  }
  if (is_label (folded))
    reading.bits |= TZ_WORD_LABEL;
  if (is_labelled (folded))
    reading.bits |= TZ_WORD_ENTRY | (names_person (folded) ? TZ_WORD_SIGN : 0);
  if (g_str_has_suffix (reading.bare, "of total"))
    reading.bits &= ~TZ_WORD_TOTAL;
  if (folded[reading.length - 1] == ':')
    reading.bits &= ~TZ_WORD_COLUMN; /* a value is to follow */
  return reading.bits & (reading.wanted | TZ_WORD_LABEL);
}

gboolean tz_sheet_is_rate (const char *folded)
{
  /* What was left over from before is given, not reckoned: 上期结余, 年初余额. */
  static const char *const before[] = { "上期", "上年", "上月", "年初", "期初", "去年" };
  static const char *const words[] = { "增减",   "增长", "增幅", "同比",           "环比",
                                       "差额",   "结余", "余额", "差异",           "完成率",
                                       "执行率", "占比", "比重", "percent change", "percent distribution" };
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_prefix (folded, before[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean is_circled (gunichar c, int *number)
{
  *number = (int)(c - 0x2460) + 1;
  return c >= 0x2460 && c <= 0x2473;
}

TzNumbering tz_sheet_numbering (const char *folded, int *number, gboolean *whole)
{
  gboolean is_han = FALSE;
  gboolean open = *folded == '(';
  *whole = FALSE;
  if (*folded == '\0')
    return TZ_NUMBERING_NONE;
  if (is_circled (tz_utf8_get (folded), number)) {
    *whole = *g_utf8_next_char (folded) == '\0';
    return TZ_NUMBERING_INNER;
  }
  int n = tz_numeral_parse (folded);
  *whole = n >= 0;
  if (n < 0)
    n = tz_numeral_leading (folded, &is_han);
  else
    is_han = tz_utf8_get (folded + (open ? 1 : 0)) >= 0x80;
  if (n < 0)
    return TZ_NUMBERING_NONE;
  *number = n;
  if (g_str_has_prefix (folded, "第"))
    return TZ_NUMBERING_PART;
  if (open)
    return is_han ? TZ_NUMBERING_BRACKET : TZ_NUMBERING_INNER;
  return is_han ? TZ_NUMBERING_HAN : TZ_NUMBERING_ARABIC;
}
