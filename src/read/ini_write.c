#include "read/ini_write.h"

#include "base/utf8.h"

#include <string.h>

void tz_ini_write_remark (GString *out, const char *remark)
{
  g_auto (GStrv) lines = g_strsplit (remark, "\n", -1);
  for (char **line = lines; *line; line++)
    g_string_append_printf (out, **line != '\0' ? "; %s\n" : ";%s\n", *line);
}

/* Further lines stand further right than the key, and so go on with the value. */
static void write_value (GString *out, const char *before, const char *value, int indent)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  g_string_append_printf (out, *value != '\0' ? " %s\n" : "%s\n", *lines ? *lines : "");
  for (int i = 1; *value != '\0' && lines[i]; i++)
    g_string_append_printf (out, "%s%*s %s\n", before, indent, "", lines[i]);
}

void tz_ini_write_section (GString *out, const TzIniSection *section)
{
  int width = 0;
  for (int i = 0; i < section->n_keys; i++)
    width = MAX (width, tz_utf8_columns (section->keys[i].key));
  g_string_append_printf (out, *section->name != '\0' ? "[%s %s]\n" : "[%s%s]\n", section->kind, section->name);
  for (int i = 0; i < section->n_keys; i++) {
    const TzIniKey *key = &section->keys[i];
    g_string_append_printf (out, "%s%*s =", key->key, width - tz_utf8_columns (key->key), "");
    write_value (out, "", key->value, width + 2);
  }
}

void tz_ini_write_hint (GString *out, const char *key, const char *value)
{
  g_string_append_printf (out, "; %s =", key);
  write_value (out, "; ", value, tz_utf8_columns (key) + 2);
}

gboolean tz_ini_can_hold (const char *value)
{
  g_autofree char *text = g_strdup_printf ("[a]\nb = %s\n", value);
  TzDiag *diag = tz_diag_new ();
  TzIni *ini = tz_ini_parse (text, strlen (text), "", diag);
  const TzIniKey *key = ini ? tz_ini_lookup (ini, "a", "", "b") : NULL;
  gboolean same = key && g_str_equal (key->value, value) && tz_diag_count (diag) == 0;
  tz_ini_free (ini);
  tz_diag_free (diag);
  return same;
}
