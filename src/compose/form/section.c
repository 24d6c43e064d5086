#include "compose/form/section.h"

#include "base/intl.h"
#include "base/suggest.h"
#include "compose/form/placeholder.h"
#include "read/list.h"

char *tz_section_to_string (const TzIniSection *section)
{
  return *section->name != '\0' ? g_strdup_printf ("[%s %s]", section->kind, section->name)
                                : g_strdup_printf ("[%s]", section->kind);
}

const TzIniKey *tz_section_lookup (const TzIniSection *section, const char *key)
{
  for (int i = 0; section && i < section->n_keys; i++)
    if (g_str_equal (section->keys[i].key, key))
      return &section->keys[i];
  return NULL;
}

void tz_section_report_unknown (const TzIniSection *section, const TzIniKey *key, const char *const *known,
                                TzDiag *diag)
{
  char *shown = tz_section_to_string (section);
  const char *near = tz_suggest (key->key, known);
  if (near)
    tz_diag_add (diag, TZ_ERROR, &key->place, "unknown-key", _ ("%s has no key “%s”; did you mean “%s”?"),
                 shown, key->key, near);
  else
    tz_diag_add (diag, TZ_ERROR, &key->place, "unknown-key", _ ("%s has no key “%s”; delete it or correct it"),
                 shown, key->key);
  g_free (shown);
}

/* ── keys ────────────────────────────────────────────────────────────────── */

void tz_resolve_keys (const TzResolve *r, const TzIniSection *section, const TzSetting *settings,
                      gboolean first, TzLen em, gpointer target)
{
  for (int i = 0; section && i < section->n_keys; i++) {
    const TzSetting *setting = tz_setting_lookup (settings, section->keys[i].key);
    if (setting && setting->first == first)
      tz_setting_apply (setting, &section->keys[i], em, target, r->diag);
  }
}

/* All keys of LISTS are offered for "did you mean". */
static void report_unknown (const TzResolve *r, const TzIniSection *section, const TzIniKey *key,
                            const TzSetting *const *lists)
{
  GPtrArray *known = g_ptr_array_new ();
  for (; *lists; lists++)
    for (const TzSetting *setting = *lists; setting->key; setting++)
      g_ptr_array_add (known, (gpointer)setting->key);
  g_ptr_array_add (known, NULL);
  tz_section_report_unknown (section, key, (const char *const *)known->pdata, r->diag);
  g_ptr_array_unref (known);
}

void tz_resolve_check (const TzResolve *r, const TzIniSection *section, const TzSetting *const *lists)
{
  for (int i = 0; section && i < section->n_keys; i++) {
    gboolean known = FALSE;
    for (const TzSetting *const *list = lists; *list; list++)
      known |= tz_setting_lookup (*list, section->keys[i].key) != NULL;
    if (!known)
      report_unknown (r, section, &section->keys[i], lists);
  }
}

void tz_resolve_plain (const TzResolve *r, const char *kind, const TzSetting *settings, gpointer target)
{
  const TzIniSection *section = tz_ini_lookup_section (r->form->ini, kind, "");
  const TzSetting *const lists[] = { settings, NULL };
  tz_resolve_check (r, section, lists);
  tz_resolve_keys (r, section, settings, FALSE, r->form->parts[TZ_PART_TEXT].cell.text.size, target);
}

/* ── texts ───────────────────────────────────────────────────────────────── */

char *tz_resolve_text (const TzResolve *r, const char *text, const char *column, const TzPlace *place)
{
  return tz_placeholder_expand (r->form->ini, text, column, FALSE, place, r->diag);
}

char **tz_resolve_list (const TzResolve *r, const TzIniKey *key, const char *mark, const char *column)
{
  char **list = tz_list_split (key->value, mark);
  for (char **part = list; *part; part++) {
    char *text = tz_resolve_text (r, *part, column, &key->value_place);
    g_free (*part);
    *part = text;
  }
  return list;
}
