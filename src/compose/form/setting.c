#include "compose/form/setting.h"

#include "base/intl.h"
#include "base/text.h"
#include "read/list.h"

#include <errno.h>
#include <string.h>

const TzWord tz_words_yes_no[] = { { "yes", TRUE }, { "no", FALSE }, { NULL, 0 } };

static const char *const role_keys = "fangsong, kaiti, song, hei, xiaobiaosong, western";

const TzSetting *tz_setting_lookup (const TzSetting *settings, const char *key)
{
  for (; settings->key; settings++)
    if (g_str_equal (settings->key, key))
      return settings;
  return NULL;
}

void tz_setting_report (const TzIniKey *key, const char *expected, TzDiag *diag)
{
  tz_diag_add (diag, TZ_ERROR, &key->value_place, "bad-value", _ ("“%s” cannot be the value of %s: %s"),
               key->value, key->key, expected);
}

static char *join_words (const TzWord *words)
{
  GString *text = g_string_new (NULL);
  for (; words->word; words++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words->word);
  return g_string_free (text, FALSE);
}

static char *expected_value (const TzSetting *setting)
{
  char *words = NULL, *text;
  switch (setting->kind) {
  case TZ_SETTING_WORD:
    words = join_words (setting->words);
    text = g_strdup_printf (_ ("write one of: %s"), words);
    break;
  case TZ_SETTING_WORDS:
    words = join_words (setting->words);
    text = g_strdup_printf (_ ("write one or several of: %s"), words);
    break;
  case TZ_SETTING_LENGTH:
    text = g_strdup_printf (_ ("write a length such as 12mm, 10.5pt, 2em or 五号, from %g to %g pt"),
                            setting->min, setting->max);
    break;
  case TZ_SETTING_COUNT:
    text = g_strdup_printf (_ ("write a whole number from %g to %g"), setting->min, setting->max);
    break;
  case TZ_SETTING_REAL:
    text = g_strdup_printf (_ ("write a number from %g to %g"), setting->min, setting->max);
    break;
  case TZ_SETTING_COLOUR:
    text = g_strdup (_ ("write a colour such as #C00000"));
    break;
  case TZ_SETTING_ROLE:
    text = g_strdup_printf (_ ("write one of: %s"), role_keys);
    break;
  default: /* the other kinds take any text */
    g_assert_not_reached ();
  }
  g_free (words);
  return text;
}

static gboolean find_word (const TzWord *words, const char *text, int *value)
{
  for (; words->word; words++)
    if (g_str_equal (words->word, text)) {
      *value = words->value;
      return TRUE;
    }
  return FALSE;
}

static gboolean read_words (const TzWord *words, const char *text, guint *bits)
{
  char **parts = tz_list_split (text, ",");
  gboolean known = TRUE;
  *bits = 0;
  for (char **part = parts; *part; part++) {
    int bit = 0;
    known &= find_word (words, *part, &bit);
    *bits |= (guint)bit;
  }
  g_strfreev (parts);
  return known;
}

static gboolean read_number (const TzSetting *setting, const char *text, double *number)
{
  char *end;
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *number >= setting->min && *number <= setting->max;
}

static gboolean read_length (const TzSetting *setting, const char *text, TzLen em, TzLen *length)
{
  TzLen read;
  if (g_str_equal (text, "0"))
    read = 0;
  else if (!tz_len_parse (text, em, &read))
    return FALSE;
  double pt = tz_len_to_pt (read);
  if (pt < setting->min || pt > setting->max)
    return FALSE;
  *length = read;
  return TRUE;
}

static gboolean read_colour (const char *text, guint32 *colour)
{
  if (text[0] != '#' || strspn (text + 1, "0123456789abcdefABCDEF") != 6 || text[7] != '\0')
    return FALSE;
  *colour = (guint32)g_ascii_strtoull (text + 1, NULL, 16);
  return TRUE;
}

static gboolean read_value (const TzSetting *setting, const char *text, TzLen em, gpointer field)
{
  double number;
  int word;
  guint bits;
  switch (setting->kind) {
  case TZ_SETTING_TEXT:
    *(const char **)field = g_intern_string (text);
    return TRUE;
  case TZ_SETTING_LIST:
    g_strfreev (*(char ***)field);
    *(char ***)field = tz_list_split (text, ",");
    return TRUE;
  case TZ_SETTING_WORD:
    if (!find_word (setting->words, text, &word))
      return FALSE;
    memcpy (field, &word, sizeof word);
    return TRUE;
  case TZ_SETTING_WORDS:
    if (!read_words (setting->words, text, &bits))
      return FALSE;
    *(guint *)field = bits;
    return TRUE;
  case TZ_SETTING_LENGTH:
    return read_length (setting, text, em, field);
  case TZ_SETTING_COUNT:
    if (!read_number (setting, text, &number) || number != (double)(int)number)
      return FALSE;
    *(int *)field = (int)number;
    return TRUE;
  case TZ_SETTING_REAL:
    return read_number (setting, text, field);
  case TZ_SETTING_COLOUR:
    return read_colour (text, field);
  case TZ_SETTING_ROLE:
    return tz_role_parse (text, field);
  case TZ_SETTING_OTHER:
    return TRUE;
  }
  return TRUE;
}

gboolean tz_setting_apply (const TzSetting *setting, const TzIniKey *key, TzLen em, gpointer target,
                           TzDiag *diag)
{
  if (read_value (setting, key->value, em, (char *)target + setting->offset))
    return TRUE;
  char *expected = expected_value (setting);
  tz_setting_report (key, expected, diag);
  g_free (expected);
  return FALSE;
}
