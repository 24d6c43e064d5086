#include "model/organ.h"

#include "base/utf8.h"

#include <string.h>

/* Names of offices are shorter than this; hanzi. */
enum { MAX_ORGAN = 24 };

const char *tz_organ_run_before (const char *start, const char *end)
{
  for (int n = 0; n < MAX_ORGAN && end > start; n++) {
    const char *prev = g_utf8_prev_char (end);
    if (!tz_char_is_han (g_utf8_get_char (prev)))
      break;
    end = prev;
  }
  return end;
}

gboolean tz_organ_is_name (const char *start, const char *end)
{
  static const char *const endings[] = { "委",   "委员会", "局",   "厅",     "部",   "办",
                                         "会",   "院",     "署",   "中心",   "公司", "政府",
                                         "大队", "支队",   "集团", "办公室", "银行" };
  if (g_utf8_strlen (start, end - start) < 4)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize n = strlen (endings[i]);
    if ((gsize)(end - start) > n && memcmp (end - n, endings[i], n) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean tz_organ_begins (const char *start)
{
  const char *end = start;
  for (int n = 0; n < MAX_ORGAN && *end != '\0' && tz_char_is_han (g_utf8_get_char (end)); n++) {
    end = g_utf8_next_char (end);
    if (tz_organ_is_name (start, end))
      return TRUE;
  }
  return FALSE;
}
