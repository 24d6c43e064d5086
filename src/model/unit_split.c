/* Cells that name several units. */
#include "model/unit.h"

#include "base/utf8.h"
#include "model/organ.h"

#include <string.h>

/* ── cutting ─────────────────────────────────────────────────────────────── */

/* Bytes of the sign at P that always parts two names. */
static gsize sign_at (const char *p)
{
  static const char *const signs[] = { "、", "，", ",", "；", ";", "。", "\n", "/", "\t" };
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (p, signs[i]))
      return strlen (signs[i]);
  return 0;
}

/* Bytes of a word or of blanks at P that part two names of offices but may stand within one:
 * 自然资源和规划局. */
static gsize joint_at (const char *start, const char *p)
{
  static const char *const words[] = { "和", "及", "与", "以及" };
  const char *end = tz_utf8_skip_blanks (p, p + strlen (p));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (end, words[i])) {
      end += strlen (words[i]);
      break;
    }
  end = tz_utf8_skip_blanks (end, end + strlen (end));
  gsize n = (gsize)(end - p);
  if (n == 0 || !tz_organ_is_name (tz_organ_run_before (start, p), p))
    return 0;
  return tz_organ_begins (p + n) ? n : 0;
}

/* 1 and -1 at brackets that open and close, else 0. */
static int bracket_at (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  if (g_utf8_strchr ("(（[［《〈【〔{", -1, c))
    return 1;
  return g_utf8_strchr (")）]］》〉】〕}", -1, c) ? -1 : 0;
}

/* ── what stands around a name ───────────────────────────────────────────── */

/* "牵头单位：县发改局" */
static char *drop_label (char *name)
{
  static const char *const colons[] = { "：", ":" };
  for (gsize i = 0; i < G_N_ELEMENTS (colons); i++) {
    char *colon = strstr (name, colons[i]);
    if (colon)
      name = colon + strlen (colons[i]);
  }
  return name;
}

/* "县发改局牵头", "供电等部门" */
static void drop_tail (char *name)
{
  static const char *const tails[] = { "牵头负责",   "牵头",     "负责",     "配合",       "按职责分工",
                                       "等有关部门", "等部门",   "等单位",   "等有关单位", "等相关部门",
                                       "等相关单位", "分别负责", "组织实施", "等" };
  for (gsize i = 0; i < G_N_ELEMENTS (tails);) {
    if (g_str_has_suffix (name, tails[i]) && strlen (name) > strlen (tails[i])) {
      name[strlen (name) - strlen (tails[i])] = '\0';
      i = 0; /* another may stand before it: 等部门按职责分工负责 */
    } else {
      i++;
    }
  }
}

static void add_name (GPtrArray *names, const char *start, const char *end)
{
  start = tz_utf8_skip_blanks (start, end);
  end = tz_utf8_drop_blanks (start, end);
  g_autofree char *piece = g_strndup (start, (gsize)(end - start));
  char *name = drop_label (piece);
  drop_tail (name);
  if (*name != '\0' && strspn (name, "-/") != strlen (name) && !g_str_has_prefix (name, "—"))
    g_ptr_array_add (names, g_strdup (name));
}

static GPtrArray *cut (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *start = text, *p = text;
  int depth = 0;
  while (*p != '\0') {
    depth = MAX (0, depth + bracket_at (p));
    gsize n = depth > 0 ? 0 : sign_at (p);
    if (n == 0 && depth == 0)
      n = joint_at (start, p);
    if (n == 0) {
      p = g_utf8_next_char (p);
      continue;
    }
    add_name (names, start, p);
    start = p += n;
  }
  add_name (names, start, p);
  return names;
}

/* ── heads that share what follows ───────────────────────────────────────── */

static const char *const levels[] = { "国家", "各省", "各市", "各县", "各区", "省级", "市级", "县级",
                                      "省",   "市",   "州",   "县",   "区",   "盟",   "旗" };

/* NAME without the level that it begins with: 能源局 of 市能源局. NULL if it begins with none. */
static const char *behind_level (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_has_prefix (name, levels[i]) && name[strlen (levels[i])] != '\0')
      return name + strlen (levels[i]);
  return NULL;
}

static gboolean is_level (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (name, levels[i]))
      return TRUE;
  return FALSE;
}

/* 东江市, 各县（市） */
static gboolean is_place (const char *name)
{
  static const char *const ends[] = { "省", "市", "州", "县", "区", "盟", "旗", "）", ")" };
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]))
      return g_utf8_strlen (name, -1) >= 2 && !tz_organ_is_name (name, name + strlen (name));
  return FALSE;
}

/* The word for a government at the end of NAME (南湖市人民政府), which a place named before it (东江市) shares.
 * NULL: none. */
static const char *government_of (const char *name)
{
  static const char *const words[] = { "人民政府", "政府", "管委会" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (name, words[i]) && strlen (name) > strlen (words[i]))
      return name + strlen (name) - strlen (words[i]);
  return NULL;
}

/* From the right, so that 省、市、县能源局 completes 市 first, then 省. */
static void complete_heads (GPtrArray *names)
{
  for (guint i = names->len; i-- > 1;) {
    char *name = names->pdata[i - 1];
    const char *next = names->pdata[i], *rest = NULL;
    if (is_level (name))
      rest = behind_level (next);
    if (!rest && is_place (name))
      rest = government_of (next);
    if (!rest)
      continue;
    names->pdata[i - 1] = g_strconcat (name, rest, NULL);
    g_free (name);
  }
}

static void drop_repeats (GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    for (guint k = names->len; k-- > i + 1;)
      if (g_str_equal (names->pdata[i], names->pdata[k]))
        g_ptr_array_remove_index (names, k);
}

char **tz_unit_split (const char *text)
{
  GPtrArray *names = cut (text);
  complete_heads (names);
  drop_repeats (names);
  g_ptr_array_set_free_func (names, NULL);
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (names, FALSE);
}
