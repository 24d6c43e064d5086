#include "command/counterset.h"

#include "base/data.h"
#include "base/intl.h"
#include "compose/form/section.h"
#include "read/ini.h"

#include <string.h>

/* Keys that mean more than the name of a field. */
static TzCounter kind_of (const char *key)
{
  if (g_str_equal (key, "none"))
    return TZ_COUNTER_NONE;
  if (g_str_equal (key, "multiples"))
    return TZ_COUNTER_MULTIPLE;
  return g_str_equal (key, "about") ? TZ_COUNTER_ABOUT : TZ_COUNTER_UNIT;
}

/* A sentence or a number among the words would bind what nobody expects. */
static gboolean is_word (const char *word, gsize length)
{
  return !g_ascii_isdigit (*word) && g_utf8_strlen (word, (gssize)length) <= TZ_COUNTER_LONGEST;
}

static void add_word (TzCounters *counters, const TzIniKey *key, const char *word, gsize length, TzDiag *diag)
{
  if (is_word (word, length))
    tz_counters_add (counters, word, length, kind_of (key->key));
  else
    tz_diag_add (
        diag, TZ_ERROR, &key->value_place, "bad-value",
        _ ("“%.*s” is no unit: one has at most %d characters and does not begin with a digit; write units "
           "with blanks between them, such as 网格 户次"),
        (int)length, word, TZ_COUNTER_LONGEST);
}

/* Marks of full width part words, too. */
static char *with_blanks (const char *words)
{
  GString *plain = g_string_new (words);
  for (const char *const *mark = (const char *const[]){ "　", "、", "，", "；", NULL }; *mark; mark++)
    g_string_replace (plain, *mark, " ", 0);
  return g_string_free (plain, FALSE);
}

static void add_words (TzCounters *counters, const TzIniKey *key, TzDiag *diag)
{
  g_autofree char *words = with_blanks (key->value);
  for (const char *p = words; *p != '\0';) {
    gsize length = strcspn (p, " \t\n,;");
    if (length > 0)
      add_word (counters, key, p, length, diag);
    p += length > 0 ? length : 1;
  }
}

static void add_section (TzCounters *counters, const TzIniSection *section, TzDiag *diag)
{
  for (int i = 0; i < section->n_keys; i++)
    add_words (counters, &section->keys[i], diag);
}

static void add_file (TzCounters *counters, const char *path, TzDiag *diag)
{
  TzIni *ini = tz_ini_load (path, path, diag);
  for (int i = 0; ini && i < tz_ini_n_sections (ini); i++) {
    const TzIniSection *section = tz_ini_section (ini, i);
    g_autofree char *shown = tz_section_to_string (section);
    if (g_str_equal (shown, "[counters]"))
      add_section (counters, section, diag);
    else
      tz_diag_add (diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("a file of units has no section %s; write [counters]"), shown);
  }
  tz_ini_free (ini);
}

TzCounters *tz_counterset_load (const GPtrArray *sections, TzDiag *diag)
{
  g_autofree char *folder = tz_data_path ("templates/words");
  g_autofree char *ours = g_build_filename (folder, "counters.ini", NULL);
  g_autofree char *users = g_build_filename (g_get_user_config_dir (), "taizhang", "counters.ini", NULL);
  guint errors = tz_diag_n_errors (diag);
  TzCounters *counters = tz_counters_new ();
  add_file (counters, ours, diag);
  if (g_file_test (users, G_FILE_TEST_EXISTS))
    add_file (counters, users, diag);
  for (guint i = 0; sections && i < sections->len; i++)
    add_section (counters, sections->pdata[i], diag);
  if (tz_diag_n_errors (diag) > errors)
    g_clear_pointer (&counters, tz_counters_free);
  return counters;
}
