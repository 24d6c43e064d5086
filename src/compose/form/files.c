#include "compose/form/files.h"

#include "base/data.h"
#include "base/intl.h"
#include "base/suggest.h"

#include <string.h>

enum { MAX_CHAIN = 16 }; /* templates based on each other */

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

/* NAME with all that it is based on, NULL with findings. tz_ini_free. */
static TzIni *load_chain (TzFiles *files, const char *name, const char *from, const TzPlace *place,
                          Chain *chain, TzDiag *diag)
{
  g_autofree char *path = template_path (name, from);
  const TzIni *ini = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    report_unknown (name, place, diag);
  else if (chain_enter (chain, path, place, diag))
    ini = tz_files_ini (files, path, diag);
  if (!ini)
    return NULL;
  const TzIniKey *base = tz_ini_lookup (ini, "template", "", "based-on");
  if (!base)
    return tz_ini_copy (ini);
  TzIni *all = load_chain (files, base->value, path, &base->value_place, chain, diag);
  if (all)
    tz_ini_overlay (all, ini);
  return all;
}

TzIni *tz_template_read (TzFiles *files, const char *name, const TzPlace *place, TzDiag *diag)
{
  Chain chain = { .n = 0 };
  return load_chain (files, name, NULL, place, &chain, diag);
}
