#include "command/fontset.h"

#include "base/data.h"
#include "base/intl.h"
#include "base/suggest.h"
#include "compose/form/section.h"
#include "read/ini.h"

/* Items of a list are separated by ";", which may be followed by a new line. */
static void add_items (GPtrArray *items, const char *list, gboolean in_front)
{
  g_auto (GStrv) parts = g_strsplit (list, ";", -1);
  int at = 0;
  for (int i = 0; parts[i]; i++) {
    const char *item = g_strstrip (parts[i]);
    if (*item)
      g_ptr_array_insert (items, in_front ? at++ : -1, g_strdup (item));
  }
}

static void add_dirs (TzFontConfig *config, const char *list, const char *folder, gboolean in_front)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  add_items (items, list, FALSE);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_insert (config->dirs, in_front ? (int)i : -1,
                        g_canonicalize_filename (items->pdata[i], folder));
}

static void report_unknown (const TzIniKey *key, const char *const *known, TzDiag *diag)
{
  const char *near = tz_suggest (key->key, known);
  if (near)
    tz_diag_add (diag, TZ_WARNING, &key->place, "unknown-key",
                 _ ("there is no key “%s” here, and it was ignored; did you mean “%s”?"), key->key, near);
  else
    tz_diag_add (diag, TZ_WARNING, &key->place, "unknown-key",
                 _ ("there is no key “%s” here, and it was ignored; delete it or correct its name"), key->key);
}

static void read_role (TzFontConfig *config, const TzIniSection *section, TzRole role, gboolean in_front,
                       TzDiag *diag)
{
  static const char *const known[] = { "name", "files", "bold", "office", "western", NULL };
  for (int i = 0; i < section->n_keys; i++) {
    const TzIniKey *key = &section->keys[i];
    if (g_str_equal (key->key, "files")) {
      add_items (config->role[role].files, key->value, in_front);
    } else if (g_str_equal (key->key, "bold")) {
      add_items (config->role[role].bold, key->value, in_front);
    } else if (g_str_equal (key->key, "office")) {
      g_free (config->role[role].office);
      config->role[role].office = g_strdup (key->value);
    } else if (g_str_equal (key->key, "western")) {
      config->role[role].own_western = g_str_equal (key->value, "own");
    } else if (!g_str_equal (key->key, "name")) {
      report_unknown (key, known, diag);
    }
  }
}

static void read_sections (TzFontConfig *config, const TzIni *ini, const char *folder, gboolean in_front,
                           TzDiag *diag)
{
  for (int i = 0; i < tz_ini_n_sections (ini); i++) {
    const TzIniSection *section = tz_ini_section (ini, i);
    TzRole role;
    if (g_str_equal (section->kind, "paths")) {
      const TzIniKey *dirs = tz_ini_lookup (ini, "paths", "", "dirs");
      if (dirs)
        add_dirs (config, dirs->value, folder, in_front);
    } else if (g_str_equal (section->kind, "role") && tz_role_parse (section->name, &role)) {
      read_role (config, section, role, in_front, diag);
    } else {
      g_autofree char *shown = tz_section_to_string (section);
      tz_diag_add (
          diag, TZ_WARNING, &section->place, "unknown-section",
          _ ("there is no section %s here, and it was ignored; choose [paths], or [role NAME] with one of "
             "fangsong, kaiti, song, hei, xiaobiaosong, western as NAME"),
          shown);
    }
  }
}

static void read_file (TzFontConfig *config, const char *path, gboolean in_front, TzDiag *diag)
{
  TzIni *ini = tz_ini_load (path, path, diag);
  if (!ini)
    return;
  g_autofree char *folder = g_path_get_dirname (path);
  read_sections (config, ini, folder, in_front, diag);
  tz_ini_free (ini);
}

TzFontConfig *tz_fontset_load (const char *const *book_fonts, TzDiag *diag)
{
  g_autofree char *folder = tz_data_path ("fonts");
  g_autofree char *ours = g_build_filename (folder, "fonts.ini", NULL);
  g_autofree char *users = g_build_filename (g_get_user_config_dir (), "taizhang", "fonts.ini", NULL);
  guint errors = tz_diag_n_errors (diag);
  TzFontConfig *config = tz_font_config_new ();
  read_file (config, ours, FALSE, diag);
  if (g_file_test (users, G_FILE_TEST_EXISTS))
    read_file (config, users, TRUE, diag);
  for (int role = 0; book_fonts && role < TZ_N_ROLES; role++)
    if (book_fonts[role])
      g_ptr_array_insert (config->role[role].files, 0, g_strdup (book_fonts[role]));
  if (tz_diag_n_errors (diag) > errors)
    g_clear_pointer (&config, tz_font_config_free);
  return config;
}

static void check_book_fonts (TzFonts *fonts, const char *const *book_fonts, TzDiag *diag)
{
  for (int role = 0; book_fonts && role < TZ_N_ROLES; role++)
    if (book_fonts[role] && !tz_fonts_know (fonts, book_fonts[role]))
      tz_diag_add (
          diag, TZ_WARNING, NULL, "unknown-font",
          _ ("[fonts] names “%s”, which is not on this machine, so another font is used; install it, or "
             "correct %s in [fonts]"),
          book_fonts[role], tz_role_key ((TzRole)role));
}

TzFonts *tz_fontset_open (const char *const *book_fonts, TzDiag *diag, GError **error)
{
  TzFontConfig *config = tz_fontset_load (book_fonts, diag);
  TzFonts *fonts = config ? tz_fonts_new (config, error) : NULL;
  if (fonts)
    check_book_fonts (fonts, book_fonts, diag);
  return fonts;
}
