#include "compose/form/template.h"

#include "base/data.h"
#include "base/intl.h"
#include "base/suggest.h"
#include "compose/form/form.h"
#include "compose/form/generic.h"
#include "compose/form/placeholder.h"
#include "read/ini_store.h"

#include <string.h>

enum { MAX_CHAIN = 16 };

/* ── names and files ─────────────────────────────────────────────────────── */

static int compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char **tz_template_names (void)
{
  char *folder = tz_data_path ("templates");
  GDir *dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  for (const char *file; dir && (file = g_dir_read_name (dir));)
    if (g_str_has_suffix (file, ".ini") && *file != '.')
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (".ini")));
  if (dir)
    g_dir_close (dir);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  g_free (folder);
  return (char **)g_ptr_array_free (names, FALSE);
}

static gboolean is_path (const char *name)
{
  return strchr (name, '/') || g_str_has_suffix (name, ".ini");
}

/* Where the template NAME lies; a path is relative to the file FROM (NULL: to the
 * working folder). g_free. */
static char *template_path (const char *name, const char *from)
{
  if (!is_path (name)) {
    char *folder = tz_data_path ("templates"), *file = g_strconcat (name, ".ini", NULL);
    char *path = g_build_filename (folder, file, NULL);
    g_free (folder);
    g_free (file);
    return path;
  }
  if (g_path_is_absolute (name) || !from)
    return g_strdup (name);
  char *folder = g_path_get_dirname (from);
  char *path = g_str_equal (folder, ".") ? g_strdup (name) : g_build_filename (folder, name, NULL);
  g_free (folder);
  return path;
}

static void report_unknown (const char *name, const TzPlace *place, TzDiag *diag)
{
  char **names = tz_template_names ();
  char *all = g_strjoinv (", ", names);
  const char *near = tz_suggest (name, (const char *const *)names);
  if (near)
    tz_diag_add (diag, TZ_ERROR, place, "unknown-template", _ ("there is no template “%s”; did you mean “%s”?"),
                 name, near);
  else if (names[0])
    tz_diag_add (diag, TZ_ERROR, place, "unknown-template", _ ("there is no template “%s”; choose from: %s"),
                 name, all);
  else
    tz_diag_add (
        diag, TZ_ERROR, place, "unknown-template",
        _ ("no templates were found; install taizhang again, or let TAIZHANG_DATA name the folder that holds "
           "templates and fonts"));
  g_strfreev (names);
  g_free (all);
}

/* ── inheritance ─────────────────────────────────────────────────────────── */

typedef struct {
  const char *files[MAX_CHAIN];
  int n;
} Chain;

static gboolean chain_enter (Chain *chain, const char *path, const TzPlace *place, TzDiag *diag)
{
  char *canonical = g_canonicalize_filename (path, NULL);
  const char *file = g_intern_string (canonical);
  gboolean again = chain->n == MAX_CHAIN;
  g_free (canonical);
  for (int i = 0; i < chain->n; i++)
    again |= chain->files[i] == file;
  if (again)
    tz_diag_add (
        diag, TZ_ERROR, place, "template-loop",
        _ ("this template is, in the end, based on itself; change based-on here or in the template it names"));
  else
    chain->files[chain->n++] = file;
  return !again;
}

/* NAME with all that it is based on, NULL with findings. */
static TzIni *load_chain (const char *name, const char *from, const TzPlace *place, Chain *chain, TzDiag *diag)
{
  char *path = template_path (name, from);
  TzIni *ini = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    report_unknown (name, place, diag);
  else if (chain_enter (chain, path, place, diag))
    ini = tz_ini_load (path, path, diag);
  const TzIniKey *base = ini ? tz_ini_lookup (ini, "template", "", "based-on") : NULL;
  if (base) {
    TzIni *below = load_chain (base->value, path, &base->value_place, chain, diag);
    if (below)
      tz_ini_overlay (below, ini);
    tz_ini_free (ini);
    ini = below;
  }
  g_free (path);
  return ini;
}

/* ── the template ────────────────────────────────────────────────────────── */

static TzIni *copy_ini (const TzIni *ini)
{
  TzIni *copy = tz_ini_new (tz_ini_file (ini));
  tz_ini_overlay (copy, ini);
  return copy;
}

/* OWN and OVER are copied where they must be kept. CHOSEN may be NULL. */
static TzTemplate *template_new (const char *name, const TzIni *own, const TzIni *const *chosen,
                                 const TzIni *over)
{
  TzTemplate *form = g_new0 (TzTemplate, 1);
  form->name = g_strdup (name);
  form->file = g_intern_string (tz_ini_file (own));
  form->own = copy_ini (own);
  form->over = over ? copy_ini (over) : NULL;
  form->ini = copy_ini (own);
  for (; chosen && *chosen; chosen++)
    tz_ini_overlay (form->ini, *chosen);
  if (over)
    tz_ini_overlay (form->ini, over);
  form->strings = g_string_chunk_new (1024);
  return form;
}

static char *name_of (const char *name)
{
  char *base = g_path_get_basename (name);
  if (g_str_has_suffix (base, ".ini"))
    base[strlen (base) - strlen (".ini")] = '\0';
  return base;
}

static void check_variants (const TzTemplate *form, TzDiag *diag);

TzTemplate *tz_template_load (const char *name, const TzIni *over, const TzPlace *place, TzDiag *diag)
{
  Chain chain = { .n = 0 };
  TzIni *own = load_chain (name, NULL, place, &chain, diag);
  if (!own)
    return NULL;
  char *short_name = name_of (name);
  TzTemplate *form = template_new (short_name, own, NULL, over);
  g_free (short_name);
  tz_ini_free (own);
  tz_form_resolve (form, NULL, 0, diag);
  check_variants (form, diag);
  if (form->n_columns == 0 && !form->table.infer && form->kind != TZ_FORM_LETTER) {
    TzPlace at = tz_place_file (form->file);
    tz_diag_add (diag, TZ_ERROR, &at, "no-columns",
                 _ ("the template has no [column …]; write one for each column, or infer = yes in [table]"));
  }
  return form;
}

void tz_template_free (TzTemplate *form)
{
  if (!form)
    return;
  tz_form_clear (form);
  tz_ini_free (form->own);
  if (form->over)
    tz_ini_free (form->over);
  tz_ini_free (form->ini);
  g_string_chunk_free (form->strings);
  g_free (form->name);
  g_free (form);
}

const char *tz_template_name (const TzTemplate *form)
{
  return form->name;
}

const TzSchema *tz_template_schema (const TzTemplate *form)
{
  return &form->schema;
}

const char *tz_template_summary (const TzTemplate *form)
{
  const char *const *languages = g_get_language_names ();
  const TzIniKey *english = tz_ini_lookup (form->ini, "template", "", "summary");
  const TzIniKey *chinese = tz_ini_lookup (form->ini, "template", "", "summary-zh");
  if (chinese && (!english || g_str_has_prefix (languages[0], "zh")))
    return chinese->value;
  return english ? english->value : "";
}

/* ── variants ────────────────────────────────────────────────────────────── */

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

static gboolean is_condition (const char *key)
{
  return g_str_equal (key, "has") || g_str_equal (key, "lacks");
}

/* What [variant NAME] sets, as an INI of its own. */
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
  char **names = tz_text_split (key ? key->value : "", ",");
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

static void check_condition (const TzTemplate *form, const TzIniKey *key, TzDiag *diag)
{
  char **names = tz_text_split (key->value, ",");
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

static void check_variants (const TzTemplate *form, TzDiag *diag)
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

TzTemplate *tz_template_adapt (const TzTemplate *form, const TzCsv *csv, const char *stem, TzDiag *diag)
{
  const TzCsvRecord *header = tz_csv_header (csv);
  const char **titles = g_new0 (const char *, (gsize)header->n_fields + 1);
  const TzIni *chosen[3] = { NULL };
  TzIni *settings[2] = { NULL };
  int n = 0;
  for (int i = 0; i < header->n_fields; i++)
    titles[i] = header->fields[i].text;
  if (form->table.infer) {
    chosen[n] = settings[n] = tz_generic_infer (csv, stem, form->file);
    n++;
  }
  const TzIniSection *variant = find_variant (form, titles, header->n_fields);
  if (variant) {
    chosen[n] = settings[n] = variant_settings (variant, form->file);
    n++;
  }
  TzTemplate *adapted = template_new (form->name, form->own, chosen, form->over);
  tz_form_resolve (adapted, titles, header->n_fields, diag);
  while (n > 0)
    tz_ini_free (settings[--n]);
  g_free (titles);
  return adapted;
}
