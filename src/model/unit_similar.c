/* Names that are probably one unit, written in two ways. */
#include "model/unit.h"

#include "base/intl.h"

#include <string.h>

/* Beyond this many names only those that fold to the same text are compared. */
enum { MAX_COMPARED = 600, MIN_EDITED = 5, FIRST_EDITED = 2 };

/* Long forms and what offices shorten them to; a long form stands before what it contains. */
static const struct {
  const char *full, *brief;
} forms[] = {
  { "发展和改革", "发改" },         { "发展改革", "发改" },
  { "住房和城乡建设", "住建" },     { "住房城乡建设", "住建" },
  { "工业和信息化", "工信" },       { "经济和信息化", "经信" },
  { "经济信息化", "经信" },         { "市场监督管理", "市监" },
  { "市场监管", "市监" },           { "规划和自然资源", "自规" },
  { "自然资源和规划", "自规" },     { "规划资源", "自规" },
  { "人力资源和社会保障", "人社" }, { "人力资源社会保障", "人社" },
  { "交通运输", "交通" },           { "行政审批服务管理", "审批" },
  { "行政审批服务", "审批" },       { "行政审批", "审批" },
  { "审批服务", "审批" },           { "政务服务管理", "政务" },
  { "政务服务", "政务" },           { "文化和旅游", "文旅" },
  { "卫生健康", "卫健" },           { "医疗保障", "医保" },
  { "城市管理", "城管" },           { "应急管理", "应急" },
  { "大数据发展管理", "大数据" },   { "大数据管理", "大数据" },
  { "林业和草原", "林草" },         { "退役军人事务", "退役军人" },
  { "机关事务管理", "机关事务" },   { "委员会", "委" },
  { "有限责任公司", "公司" },       { "有限公司", "公司" },
  { "人民政府", "政府" },           { "办公室", "办" },
};

typedef struct {
  const TzUnitUse *use;
  gunichar level;  /* 省, 市 … at the beginning; 0: none */
  char *body;      /* without the level, short forms */
  gunichar *chars; /* of the body */
  glong n;
} Folded;

static void fold (const TzUnitUse *use, Folded *folded)
{
  static const char levels[] = "省市州县区";
  const char *name = use->name;
  gunichar first = g_utf8_get_char (name);
  g_autoptr (GString) body = g_string_new (NULL);
  folded->use = use;
  folded->level = 0;
  if (g_utf8_strlen (name, -1) > 3 && g_utf8_strchr (levels, -1, first)) {
    folded->level = first;
    name = g_utf8_next_char (name);
  }
  g_string_assign (body, name);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    g_string_replace (body, forms[i].full, forms[i].brief, 0);
  folded->body = g_strdup (body->str);
  folded->chars = g_utf8_to_ucs4_fast (body->str, -1, &folded->n);
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

static gboolean is_similar (const Folded *a, const Folded *b, gboolean edits)
{
  if (a->level != b->level && a->level != 0 && b->level != 0)
    return FALSE;
  if (g_str_equal (a->body, b->body))
    return TRUE;
  return edits && a->level == b->level && (lacks_one (a, b) || lacks_one (b, a) || is_swapped (a, b));
}

/* The first use of each name, by what UNITS calls it. */
static GArray *fold_names (const TzAliases *units, const TzUnitUse *uses, int n)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Folded));
  GHashTable *seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < n; i++) {
    if (*uses[i].name == '\0' || !g_hash_table_add (seen, (gpointer)tz_aliases_name (units, uses[i].name)))
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

void tz_units_check_similar (const TzAliases *units, const TzUnitUse *uses, int n, TzDiag *diag)
{
  GArray *names = fold_names (units, uses, n);
  gboolean edits = names->len <= MAX_COMPARED;
  for (guint b = 0; b < names->len; b++) {
    const Folded *second = &g_array_index (names, Folded, b);
    for (guint a = 0; a < b; a++) {
      const Folded *first = &g_array_index (names, Folded, a);
      if (is_similar (first, second, edits) && !are_known (units, first, second))
        report (first->use, second->use, diag);
    }
  }
  for (guint i = 0; i < names->len; i++) {
    g_free (g_array_index (names, Folded, i).body);
    g_free (g_array_index (names, Folded, i).chars);
  }
  g_array_free (names, TRUE);
}
