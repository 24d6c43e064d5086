#include "base/text.h"

#include <string.h>

typedef struct {
  const char *key, *name;
} RoleWords;

static const RoleWords roles[TZ_N_ROLES] = {
  [TZ_ROLE_FANGSONG] = { "fangsong", "仿宋" },
  [TZ_ROLE_KAITI] = { "kaiti", "楷体" },
  [TZ_ROLE_SONG] = { "song", "宋体" },
  [TZ_ROLE_HEI] = { "hei", "黑体" },
  [TZ_ROLE_XIAOBIAOSONG] = { "xiaobiaosong", "小标宋" },
  [TZ_ROLE_WESTERN] = { "western", "西文" },
};

const char *tz_role_key (TzRole role)
{
  g_assert (role < TZ_N_ROLES);
  return roles[role].key;
}

const char *tz_role_name (TzRole role)
{
  g_assert (role < TZ_N_ROLES);
  return roles[role].name;
}

gboolean tz_role_parse (const char *text, TzRole *role)
{
  for (guint i = 0; i < TZ_N_ROLES; i++)
    if (strcmp (text, roles[i].key) == 0 || strcmp (text, roles[i].name) == 0) {
      *role = (TzRole)i;
      return TRUE;
    }
  return FALSE;
}

gboolean tz_text_style_equal (const TzTextStyle *a, const TzTextStyle *b)
{
  return a->role == b->role && a->size == b->size && a->pitch == b->pitch && a->bold == b->bold &&
         a->colour == b->colour && a->align == b->align && a->prohibit == b->prohibit &&
         a->first_indent == b->first_indent && a->hang == b->hang && a->shrink_floor == b->shrink_floor &&
         a->even == b->even && a->wrap == b->wrap && a->names == b->names;
}
