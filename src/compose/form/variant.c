#include "compose/form/variant.h"

#include "base/intl.h"
#include "compose/form/language.h"
#include "read/ini_store.h"
#include "read/list.h"

#include <string.h>

static gboolean is_condition (const char *key)
{
  return g_str_equal (key, "has") || g_str_equal (key, "lacks");
}

/* The keys of [variant NAME] other than its conditions, as an INI of its own. tz_ini_free. */
static TzIni *variant_settings (const TzIniSection *section, const char *file)
{
  TzIni *settings = tz_ini_new (file);
  for (int i = 0; i < section->n_keys; i++)
    if (!is_condition (section->keys[i].key))
      tz_form_put (settings, &section->keys[i]);
  return settings;
}

static const TzIniKey *variant_key (const TzTemplate *form, const TzIniSection *section, const char *key)
{
  return tz_ini_lookup (form->ini, "variant", section->name, key);
}

/* Whether the data have (or lack) all the columns that KEY names. */
static gboolean columns_are (const TzTemplate *form, const TzIniKey *key, const int *match, gboolean present)
{
  char **names = tz_list_split (key ? key->value : "", ",");
  gboolean all = TRUE;
  for (char **name = names; *name; name++) {
    int c = **name != '\0' ? tz_schema_find_column (&form->schema, *name) : -1;
    if (**name != '\0')
      all &= (c >= 0 && match[c] >= 0) == present;
  }
  g_strfreev (names);
  return all;
}

static const TzIniSection *find_variant (const TzTemplate *form, const char *const *titles, int n_titles)
{
  int *match = tz_schema_match (&form->schema, titles, n_titles);
  const TzIniSection *found = NULL;
  for (int i = 0; i < tz_ini_n_sections (form->ini) && !found; i++) {
    const TzIniSection *section = tz_ini_section (form->ini, i);
    if (g_str_equal (section->kind, "variant") &&
        columns_are (form, variant_key (form, section, "has"), match, TRUE) &&
        columns_are (form, variant_key (form, section, "lacks"), match, FALSE))
      found = section;
  }
  g_free (match);
  return found;
}

TzIni *tz_variant_choose (const TzTemplate *form, const char *const *titles, int n_titles)
{
  const TzIniSection *section = find_variant (form, titles, n_titles);
  return section ? variant_settings (section, form->file) : NULL;
}

static void check_condition (const TzTemplate *form, const TzIniKey *key, TzDiag *diag)
{
  char **names = tz_list_split (key->value, ",");
  for (char **name = names; *name; name++)
    if (**name != '\0' && tz_schema_find_column (&form->schema, *name) < 0)
      tz_diag_add (diag, TZ_ERROR, &key->value_place, "unknown-column",
                   _ ("there is no [column %s]; write names of columns behind %s"), *name, key->key);
  g_strfreev (names);
}

static void check_variant_key (const TzIniKey *key, TzDiag *diag)
{
  TzIni *probe = tz_ini_new (key->place.file ? key->place.file : "");
  gboolean known = tz_form_put (probe, key);
  if (known && strchr (key->key, '.'))
    known = tz_form_knows_section (tz_ini_section (probe, 0)->kind);
  else if (known)
    known = g_strv_contains (tz_form_book_keys (), key->key);
  if (!known)
    tz_diag_add (diag, TZ_ERROR, &key->place, "unknown-key",
                 _ ("a variant may hold has, lacks, keys of [book], and SECTION.KEY; “%s” is none of them: "
                    "correct or delete it"),
                 key->key);
  tz_ini_free (probe);
}

void tz_variants_check (const TzTemplate *form, TzDiag *diag)
{
  for (int i = 0; i < tz_ini_n_sections (form->ini); i++) {
    const TzIniSection *section = tz_ini_section (form->ini, i);
    if (!g_str_equal (section->kind, "variant"))
      continue;
    if (!variant_key (form, section, "has") && !variant_key (form, section, "lacks"))
      tz_diag_add (diag, TZ_ERROR, &section->place, "bad-value",
                   _ ("[variant %s] does not say when it holds; add has = or lacks = with names of columns"),
                   section->name);
    for (int k = 0; k < section->n_keys; k++)
      if (is_condition (section->keys[k].key))
        check_condition (form, &section->keys[k], diag);
      else
        check_variant_key (&section->keys[k], diag);
  }
}
