/* Names that are probably one unit, written in two ways. */
#include "model/unit.h"

#include "base/intl.h"

#include <string.h>

/* Beyond this many names only those that fold to the same text are compared. */
enum { MAX_COMPARED = 600, MIN_EDITED = 5, FIRST_EDITED = 2, MAX_PLACE = 6 };

/* Long forms and what offices shorten them to; a long form stands before what it contains. */
static const struct {
  const char *full, *brief;
} forms[] = {
  { "发展和改革", "发改" },
  { "发展改革", "发改" },
  { "住房和城乡建设", "住建" },
  { "住房城乡建设", "住建" },
  { "工业和信息化", "工信" },
  { "经济和信息化", "经信" },
  { "经济信息化", "经信" },
  { "市场监督管理", "市监" },
  { "市场监管", "市监" },
  { "规划和自然资源", "自规" },
  { "自然资源和规划", "自规" },
  { "规划资源", "自规" },
  { "人力资源和社会保障", "人社" },
  { "人力资源社会保障", "人社" },
  { "交通运输", "交通" },
  { "行政审批服务管理", "审批" },
  { "行政审批服务", "审批" },
  { "行政审批", "审批" },
  { "审批服务", "审批" },
  { "政务服务管理", "政务" },
  { "政务服务", "政务" },
  { "文化和旅游", "文旅" },
  { "卫生健康", "卫健" },
  { "医疗保障", "医保" },
  { "城市管理", "城管" },
  { "应急管理", "应急" },
  { "大数据发展管理", "大数据" },
  { "大数据管理", "大数据" },
  { "林业和草原", "林草" },
  { "退役军人事务", "退役军人" },
  { "机关事务管理", "机关事务" },
  { "委员会", "委" },
  { "有限责任公司", "公司" },
  { "有限公司", "公司" },
  { "电力公司", "供电公司" },
  { "人民政府", "政府" },
  { "办公室", "办" },
};

typedef struct {
  const TzUnitUse *use;
  gunichar level;  /* 省, 市 … at the beginning; 0: none */
  char *whole;     /* short forms, without 各 */
  char *body;      /* the same without the level */
  gunichar *chars; /* of the body */
  glong n;
} Folded;

/* The level that NAME begins with, 0 if it is part of a word: 市场监管局. */
static gunichar level_of (const char *name)
{
  static const char *const words[] = { "市场", "市监",     "市域",     "区域",    "区块",
                                       "县域", "市政工程", "市政设施", "市政公用" };
  gunichar first = g_utf8_get_char (name);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (name, words[i]))
      return 0;
  return g_utf8_strlen (name, -1) >= 3 && g_utf8_strchr ("省市州县区", -1, first) ? first : 0;
}

static void fold (const TzUnitUse *use, Folded *folded)
{
  g_autofree char *normal = tz_unit_normal (use->name);
  const char *name = normal;
  if (g_str_has_prefix (name, "各") && g_utf8_strlen (name, -1) > 3)
    name += strlen ("各");
  g_autoptr (GString) whole = g_string_new (name);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    g_string_replace (whole, forms[i].full, forms[i].brief, 0);
  folded->use = use;
  folded->level = level_of (whole->str);
  folded->whole = g_strdup (whole->str);
  folded->body = g_strdup (folded->level ? g_utf8_next_char (whole->str) : whole->str);
  folded->chars = g_utf8_to_ucs4_fast (folded->body, -1, &folded->n);
}

/* Words by which neighbours differ on purpose: 第一供电所, 城东供电所. */
static gboolean tells_apart (gunichar c)
{
  return g_unichar_isdigit (c) ||
         g_utf8_strchr ("一二三四五六七八九十东南西北中上下新老大小内外前后左右甲乙丙丁省市州县区各", -1, c);
}

/* Whether A is B with one character left out, neither at the beginning nor one that tells units apart. */
static gboolean lacks_one (const Folded *a, const Folded *b)
{
  if (a->n + 1 != b->n || b->n < MIN_EDITED)
    return FALSE;
  glong i = 0;
  while (i < a->n && a->chars[i] == b->chars[i])
    i++;
  return i >= FIRST_EDITED && !tells_apart (b->chars[i]) &&
         memcmp (a->chars + i, b->chars + i + 1, sizeof (gunichar) * (gsize)(a->n - i)) == 0;
}

/* Whether two neighbouring characters are swapped. */
static gboolean is_swapped (const Folded *a, const Folded *b)
{
  if (a->n != b->n || a->n < MIN_EDITED)
    return FALSE;
  glong i = 0;
  while (i < a->n && a->chars[i] == b->chars[i])
    i++;
  return i >= FIRST_EDITED && i + 1 < a->n && a->chars[i] == b->chars[i + 1] &&
         a->chars[i + 1] == b->chars[i] &&
         memcmp (a->chars + i + 2, b->chars + i + 2, sizeof (gunichar) * (gsize)(a->n - i - 2)) == 0;
}

/* 县发改 and 县发改局, 供电 and 县供电公司: an enumeration (…等部门) leaves the last word out. */
static gboolean lacks_ending (const Folded *brief, const Folded *full)
{
  static const char *const endings[] = { "局", "委", "厅", "办", "部", "公司", "中心" };
  if (!g_str_has_prefix (full->body, brief->body) || brief->n < FIRST_EDITED)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (full->body + strlen (brief->body), endings[i]))
      return TRUE;
  return FALSE;
}

/* One has the name of its place or group before it and the other has not: 省能源局 and 示例省能源局,
 * 示例省电力公司 and 国网示例省电力公司. */
static gboolean lacks_place (const Folded *brief, const Folded *full)
{
  static const char *const owners[] = { "国网", "国家电网", "南方电网", "中国" };
  if (!g_str_has_suffix (full->whole, brief->whole) || g_utf8_strlen (brief->whole, -1) < 4)
    return FALSE;
  gsize n = strlen (full->whole) - strlen (brief->whole);
  if (brief->level)
    return n > 0 && !full->level && g_utf8_strlen (full->whole, (gssize)n) <= MAX_PLACE;
  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    if (n == strlen (owners[i]) && memcmp (full->whole, owners[i], n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean is_similar (const Folded *a, const Folded *b, gboolean edits)
{
  if (a->level != b->level && a->level != 0 && b->level != 0)
    return FALSE;
  if (g_str_equal (a->body, b->body))
    return TRUE;
  if (!edits)
    return FALSE;
  if (lacks_ending (a, b) || lacks_ending (b, a) || lacks_place (a, b) || lacks_place (b, a))
    return TRUE;
  return a->level == b->level && (lacks_one (a, b) || lacks_one (b, a) || is_swapped (a, b));
}

/* The first use of each unit. */
static GArray *fold_names (const TzAliases *units, const TzUnitUse *uses, int n)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Folded));
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < n; i++) {
    if (*uses[i].name == '\0' || !g_hash_table_add (seen, tz_unit_name (units, uses[i].name)))
      continue;
    Folded folded;
    fold (&uses[i], &folded);
    g_array_append_val (names, folded);
  }
  g_hash_table_destroy (seen);
  return names;
}

static gboolean are_known (const TzAliases *units, const Folded *a, const Folded *b)
{
  return tz_aliases_knows (units, a->use->name) && tz_aliases_knows (units, b->use->name);
}

static void report (const TzUnitUse *first, const TzUnitUse *second, TzDiag *diag)
{
  tz_diag_add (diag, TZ_WARNING, &second->place, "unit-similar",
               _ ("“%s” looks like “%s” in line %d; write one name, or list both in [units]: in one line "
                  "if they are one unit, else in two"),
               second->name, first->name, first->place.line);
}

/* ── two names in one ────────────────────────────────────────────────────── */

/* Where the name of another company or government ends in NAME and a further one begins, both used elsewhere;
 * NULL if nowhere. A bureau's name may go on with that of its own section: 市公安局交警支队. */
static const char *find_joint (GHashTable *used, const char *name)
{
  static const char *const endings[] = { "公司", "企业", "政府" };
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
      const char *end = p + strlen (endings[i]);
      if (!g_str_has_prefix (p, endings[i]) || !g_hash_table_contains (used, end))
        continue;
      g_autofree char *first = g_strndup (name, (gsize)(end - name));
      if (g_hash_table_contains (used, first))
        return end;
    }
  return NULL;
}

static void check_joined (const TzAliases *units, const GArray *names, const TzUnitUse *uses, int n,
                          TzDiag *diag)
{
  GHashTable *used = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < n; i++)
    g_hash_table_add (used, (gpointer)uses[i].name);
  for (guint i = 0; i < names->len; i++) {
    const TzUnitUse *use = g_array_index (names, Folded, i).use;
    const char *joint = find_joint (used, use->name);
    if (!joint || tz_aliases_knows (units, use->name))
      continue;
    g_autofree char *first = g_strndup (use->name, (gsize)(joint - use->name));
    tz_diag_add (
        diag, TZ_WARNING, &use->place, "unit-joined",
        _ ("“%s” reads like “%s” and “%s” with no mark between them; write “、” there, or list the name in "
           "[units] if it is one unit"),
        use->name, first, joint);
  }
  g_hash_table_destroy (used);
}

/* ── all names ───────────────────────────────────────────────────────────── */

/* For each of NAMES the next one with the same body; its own index: there is none.
 * *FIRST is by body. g_free. */
static guint *chain_bodies (const GArray *names, GHashTable *first)
{
  guint *next = g_new (guint, names->len + 1), *last = g_new (guint, names->len + 1);
  for (guint i = 0; i < names->len; i++) {
    gpointer at = NULL;
    char *body = g_array_index (names, Folded, i).body;
    next[i] = i;
    if (!g_hash_table_lookup_extended (first, body, NULL, &at)) {
      at = GUINT_TO_POINTER (i);
      g_hash_table_insert (first, body, at);
    } else {
      next[last[GPOINTER_TO_UINT (at)]] = i;
    }
    last[GPOINTER_TO_UINT (at)] = i;
  }
  g_free (last);
  return next;
}

static void compare (const TzAliases *units, const GArray *names, guint a, guint b, TzDiag *diag)
{
  const Folded *first = &g_array_index (names, Folded, a), *second = &g_array_index (names, Folded, b);
  if (is_similar (first, second, names->len <= MAX_COMPARED) && !are_known (units, first, second))
    report (first->use, second->use, diag);
}

static void compare_all (const TzAliases *units, const GArray *names, TzDiag *diag)
{
  for (guint b = 0; b < names->len; b++)
    for (guint a = 0; a < b; a++)
      compare (units, names, a, b, diag);
}

/* For very many names: only those with equal bodies are compared, so that the time grows with their number
 * and not with its square. */
static void compare_same_bodies (const TzAliases *units, const GArray *names, TzDiag *diag)
{
  GHashTable *first = g_hash_table_new (g_str_hash, g_str_equal);
  guint *next = chain_bodies (names, first);
  for (guint b = 0; b < names->len; b++)
    for (guint a = GPOINTER_TO_UINT (g_hash_table_lookup (first, g_array_index (names, Folded, b).body)); a < b;
         a = next[a])
      compare (units, names, a, b, diag);
  g_free (next);
  g_hash_table_destroy (first);
}

void tz_units_check_similar (const TzAliases *units, const TzUnitUse *uses, int n, TzDiag *diag)
{
  GArray *names = fold_names (units, uses, n);
  if (names->len <= MAX_COMPARED)
    compare_all (units, names, diag);
  else
    compare_same_bodies (units, names, diag);
  check_joined (units, names, uses, n, diag);
  for (guint i = 0; i < names->len; i++) {
    g_free (g_array_index (names, Folded, i).whole);
    g_free (g_array_index (names, Folded, i).body);
    g_free (g_array_index (names, Folded, i).chars);
  }
  g_array_free (names, TRUE);
}
