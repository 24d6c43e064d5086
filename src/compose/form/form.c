#include "compose/form/form.h"

#include "compose/form/placeholder.h"
#include "read/ini_store.h"

#include <string.h>

void tz_form_clear (TzTemplate *form)
{
  for (int i = 0; i < form->n_columns; i++) {
    g_strfreev (form->columns[i].path);
    g_free (form->columns[i].corner);
  }
  g_clear_pointer (&form->columns, g_free);
  g_clear_pointer (&form->table.columns, g_strfreev);
  form->n_columns = 0;
  tz_schema_clear (&form->schema);
}

char *tz_form_text (const TzTemplate *form, const char *key, TzDiag *diag)
{
  const TzIniKey *found = tz_ini_lookup (form->ini, "book", "", key);
  if (!found || *found->value == '\0')
    return NULL;
  char *text = tz_placeholder_expand (form->ini, found->value, NULL, FALSE, &found->value_place, diag);
  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

gboolean tz_form_paper (const char *text, gboolean landscape, TzPaper *paper)
{
  char *name = g_strdup (text), *blank = strrchr (name, ' ');
  if (blank && (g_str_equal (blank + 1, "landscape") || g_str_equal (blank + 1, "portrait"))) {
    landscape = g_str_equal (blank + 1, "landscape");
    *blank = '\0';
  }
  gboolean known = tz_paper_parse (g_strstrip (name), landscape, paper);
  g_free (name);
  return known;
}

static void put_placed (TzIni *to, const char *kind, const char *name, const char *as, const TzIniKey *key)
{
  TzIniKey placed = *key;
  placed.key = as;
  tz_ini_store_key (to, tz_ini_store_section (to, kind, name, key->place), &placed);
}

gboolean tz_form_put (TzIni *to, const TzIniKey *key)
{
  const char *dot = strrchr (key->key, '.');
  char *kind, *name;
  if (!dot) {
    put_placed (to, "book", "", key->key, key);
    return TRUE;
  }
  if (dot[1] == '\0' || !tz_ini_split_title (key->key, (gsize)(dot - key->key), &kind, &name))
    return FALSE;
  put_placed (to, kind, name, dot + 1, key);
  g_free (kind);
  g_free (name);
  return TRUE;
}
