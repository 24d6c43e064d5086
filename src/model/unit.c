#include "model/unit.h"

#include "base/utf8.h"

static gboolean has_han (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (tz_char_is_han (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gunichar normal_char (gunichar c, gboolean chinese)
{
  gunichar narrow = tz_char_narrow (c);
  if (chinese && narrow == '(')
    return 0xFF08; /* （ */
  if (chinese && narrow == ')')
    return 0xFF09; /* ） */
  return narrow;
}

char *tz_unit_normal (const char *written)
{
  gboolean chinese = has_han (written), blank = FALSE;
  GString *name = g_string_new (NULL);
  gunichar before = 0;
  for (const char *p = written; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = normal_char (g_utf8_get_char (p), chinese);
    if (tz_char_is_blank (c)) {
      blank = TRUE;
      continue;
    }
    if (blank && before != 0 && before < 0x80 && c < 0x80)
      g_string_append_c (name, ' ');
    g_string_append_unichar (name, c);
    before = c;
    blank = FALSE;
  }
  return g_string_free (name, FALSE);
}

char *tz_unit_name (const TzAliases *units, const char *written)
{
  return tz_aliases_knows (units, written) ? g_strdup (tz_aliases_name (units, written))
                                           : tz_unit_normal (written);
}

char **tz_units_list (const TzAliases *units, const char *text)
{
  g_auto (GStrv) written = tz_unit_split (text);
  GPtrArray *names = g_ptr_array_new ();
  for (char **name = written; *name; name++) {
    char *shown = tz_unit_name (units, *name);
    if (g_ptr_array_find_with_equal_func (names, shown, g_str_equal, NULL))
      g_free (shown);
    else
      g_ptr_array_add (names, shown);
  }
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (names, FALSE);
}
