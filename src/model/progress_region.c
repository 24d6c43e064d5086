/* Regions that are probably one, written in two ways. */
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "model/progress_data.h"

#include <string.h>

/* Levels of regions; longer words stand before what ends with them. */
static const char *const levels[] = { "自治区", "自治州", "自治县", "自治旗", "新区", "地区", "林区", "省",
                                      "市",     "州",     "县",     "区",     "盟",   "旗",   NULL };

/* Bytes of NAME before the level it ends with; all of them if it ends with none, or is nothing else. */
static gsize stem_length (const char *name)
{
  for (int i = 0; levels[i]; i++)
    if (g_str_has_suffix (name, levels[i]) && strlen (name) > strlen (levels[i]))
      return strlen (name) - strlen (levels[i]);
  return strlen (name);
}

static gboolean has_level (const char *name)
{
  return name[stem_length (name)] != '\0';
}

/* 东江 and 东江市, 东江是 and 东江市, 示例州 and 示例某族自治州; but 东江市 and 东江县 are neighbours. */
static gboolean is_short_of (const char *brief, const char *full)
{
  gsize n = stem_length (brief), m = stem_length (full);
  if (!has_level (full) || n < strlen ("东江"))
    return FALSE;
  if (!has_level (brief)) {
    const char *last = g_utf8_find_prev_char (brief, brief + strlen (brief));
    if (n == m && strncmp (brief, full, n) == 0)
      return TRUE;
    return last && (gsize)(last - brief) == m && m >= strlen ("东江") && strncmp (brief, full, m) == 0;
  }
  return m > n && strncmp (brief, full, n) == 0 && strstr (full + n, "族自治");
}

/* 示例省东江市 and 东江市. */
static gboolean is_part_of (const char *whole, const char *part)
{
  if (!g_str_has_suffix (whole, part) || strlen (whole) == strlen (part))
    return FALSE;
  g_autofree char *above = g_strndup (whole, strlen (whole) - strlen (part));
  return has_level (above);
}

/* Characters by which neighbours differ on purpose: 东江区, 东江新区; 黔南州, 黔东南州. */
static gboolean tells_apart (gunichar c)
{
  return g_unichar_isdigit (c) ||
         g_utf8_strchr ("一二三四五六七八九十东南西北中上下新老大小内外前后左右", -1, c);
}

/* Whether LONGER is SHORTER and one character more, or both differ by two neighbours that are swapped. */
static gboolean is_slip (const char *shorter, const char *longer)
{
  const char *a = shorter, *b = longer;
  glong n = g_utf8_strlen (shorter, -1), m = g_utf8_strlen (longer, -1);
  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b)) {
    a = g_utf8_next_char (a);
    b = g_utf8_next_char (b);
  }
  if (n < 3 || *b == '\0' || a == shorter)
    return FALSE;
  if (n + 1 == m)
    return !tells_apart (g_utf8_get_char (b)) && g_str_equal (a, g_utf8_next_char (b));
  if (n != m || *a == '\0')
    return FALSE;
  const char *next_a = g_utf8_next_char (a), *next_b = g_utf8_next_char (b);
  return *next_a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (next_b) &&
         g_utf8_get_char (next_a) == g_utf8_get_char (b) &&
         g_str_equal (g_utf8_next_char (next_a), g_utf8_next_char (next_b));
}

static gboolean is_similar (const char *a, const char *b)
{
  return is_short_of (a, b) || is_short_of (b, a) || is_part_of (a, b) || is_part_of (b, a) || is_slip (a, b) ||
         is_slip (b, a);
}

static void report (const TzProgressRegion *region, const TzProgressRegion *other, TzDiag *diag)
{
  tz_diag_add (
      diag, TZ_WARNING, &region->place, "region-similar",
      _ ("the region “%s” looks like “%s” in %s, line %d; write one name, or list both in [regions]: in "
         "one line if they are one region, else in two"),
      region->name, other->name, other->place.file, other->place.line);
}

static void report_unlisted (const TzProgressRegion *region, const char *near, TzDiag *diag)
{
  tz_diag_add (
      diag, TZ_WARNING, &region->place, "region-similar",
      _ ("the region “%s” is not in [regions]; did you mean “%s”? Then correct it, or list it there as "
         "another name of it; otherwise give it a line of its own"),
      region->name, near);
}

/* One of the spellings of [regions] that REGION is probably meant by. */
static const char *near_listed (const TzAliases *aliases, const char *region)
{
  const char *const *spellings = tz_aliases_spellings (aliases);
  const char *near = NULL;
  for (const char *const *spelling = spellings; *spelling && !near; spelling++)
    near = is_similar (*spelling, region) ? *spelling : NULL;
  if (!near)
    near = tz_suggest (region, spellings);
  return near ? tz_aliases_name (aliases, near) : NULL;
}

/* The earlier region, of those that [regions] does not list, that region AT looks like. */
static const TzProgressRegion *near_earlier (const TzProgress *progress, guint at)
{
  const TzProgressRegion *regions = (const TzProgressRegion *)(gpointer)progress->regions->data;
  for (guint i = 0; i < at; i++)
    if (!tz_aliases_knows (progress->aliases, regions[i].name) &&
        is_similar (regions[i].name, regions[at].name))
      return &regions[i];
  return NULL;
}

void tz_progress_check_regions (const TzProgress *progress, TzDiag *diag)
{
  for (guint i = 0; i < progress->regions->len; i++) {
    const TzProgressRegion *region = &g_array_index (progress->regions, TzProgressRegion, i);
    if (tz_aliases_knows (progress->aliases, region->name))
      continue;
    const char *listed = progress->aliases ? near_listed (progress->aliases, region->name) : NULL;
    const TzProgressRegion *earlier = listed ? NULL : near_earlier (progress, i);
    if (listed)
      report_unlisted (region, listed, diag);
    else if (earlier)
      report (region, earlier, diag);
  }
}
