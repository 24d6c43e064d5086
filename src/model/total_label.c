#include "model/total_label.h"

#include <string.h>

#include "model/sheet_cell.h"
#include "model/sheet_words.h"

enum {
  SIZE = 160,        /* bytes of a folded label */
  LONGEST_SHARE = 30 /* characters: what begins with 其中 and is longer is a sentence */
};

static gboolean holds_any (const char *folded, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

TzLabelKind tz_label_kind (const char *text)
{
  static const char *const means[] = { "平均", "均值", "average", "mean" };
  static const char *const others[] = { "人均", "户均", "均价", "最大", "最小", "最高", "最低", "中位数" };
  char folded[SIZE];
  tz_cell_fold (text, folded, sizeof folded);
  if (g_str_has_prefix (folded, "其中"))
    return g_utf8_strlen (text, -1) <= LONGEST_SHARE ? TZ_LABEL_SHARE : TZ_LABEL_PLAIN;
  guint words = tz_sheet_words (folded);
  if (!(words & (TZ_WORD_TOTAL | TZ_WORD_MEAN)))
    return TZ_LABEL_PLAIN;
  if (holds_any (folded, others, G_N_ELEMENTS (others)) || tz_sheet_is_rate (folded))
    return TZ_LABEL_OTHER;
  return holds_any (folded, means, G_N_ELEMENTS (means)) ? TZ_LABEL_MEAN : TZ_LABEL_SUM;
}

int tz_label_word (const char *text)
{
  static const char *const words[] = { "小计", "合计", "总计", "共计", "累计", "总分", "total" };
  char folded[SIZE];
  tz_cell_fold (text, folded, sizeof folded);
  for (int i = 0; i < (int)G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return i;
  return -1;
}
