/* A file is known by the folder it lies in and its folded name. How many pages a document has, and so the
 * names of its pictures, is known only when it is laid out; that is done here for those documents alone of
 * which another one has the name with a number behind it (tasks, tasks-2). */
#include "command/claims.h"

#include "base/intl.h"
#include "base/utf8.h"
#include "output/output.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* One document to be written. */
typedef struct {
  int input, index;
  char *folder; /* as a key */
  int n_pages;  /* 1: not asked */
} Plan;

/* Who has a name: a document, or for reading a path. */
typedef struct {
  const Plan *plan;
  char *path;
} Owner;

typedef struct {
  char **inputs;
  TzBook **books;
  const TzJobOptions *options;
  TzOutcome **outcomes;
  GArray *plans;      /* of Plan */
  GHashTable *owners; /* key of a file -> Owner */
} Claims;

static void owner_free (gpointer data)
{
  Owner *owner = data;
  g_free (owner->path);
  g_free (owner);
}

/* ---- keys ---- */

/* A folder is the same by whatever path; of one that is not there yet, what will be made of it is
 * compared by name. g_free. */
static char *folder_key (const char *folder)
{
  g_autofree char *path = g_canonicalize_filename (folder, NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  struct stat status;
  while (stat (path, &status) != 0 && strlen (path) > 1) {
    g_autofree char *base = g_path_get_basename (path), *name = tz_utf8_fold_name (base);
    char *parent = g_path_get_dirname (path);
    g_string_prepend (rest, name);
    g_string_prepend_c (rest, '/');
    g_free (path);
    path = parent;
  }
  return g_strdup_printf ("%ju:%ju%s", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino, rest->str);
}

static char *file_key (const char *folder_key, const char *name)
{
  g_autofree char *folded = tz_utf8_fold_name (name);
  return g_strconcat (folder_key, "/", folded, NULL);
}

static char *path_key (const char *path)
{
  g_autofree char *base = g_path_get_basename (path), *folder = g_path_get_dirname (path);
  g_autofree char *key = folder_key (folder);
  return file_key (key, base);
}

/* ---- what is there ---- */

static void add_reading (Claims *claims, const char *path, const char *shown)
{
  Owner *owner = g_new0 (Owner, 1);
  owner->path = g_utf8_make_valid (shown, -1);
  g_hash_table_insert (claims->owners, path_key (path), owner);
}

static void add_files_read (Claims *claims, int n)
{
  for (int i = 0; i < n; i++) {
    if (!claims->books[i])
      continue;
    GPtrArray *paths = tz_book_files (claims->books[i]);
    for (guint k = 0; k < paths->len; k++) {
      const char *path = paths->pdata[k];
      char *real = realpath (path, NULL); /* of a link, the file that it leads to as well */
      add_reading (claims, path, path);
      if (real)
        add_reading (claims, real, path);
      free (real);
    }
    g_ptr_array_unref (paths);
  }
}

static void add_plans (Claims *claims, int n)
{
  for (int i = 0; i < n; i++) {
    g_autofree char *folder = tz_job_folder (claims->inputs[i], claims->options);
    g_autofree char *key = claims->books[i] ? folder_key (folder) : NULL;
    for (int k = 0; claims->books[i] && k < tz_book_n_documents (claims->books[i]); k++) {
      Plan plan = { .input = i, .index = k, .folder = g_strdup (key), .n_pages = 1 };
      g_array_append_val (claims->plans, plan);
    }
  }
}

static const char *name_of (const Claims *claims, const Plan *plan)
{
  return tz_book_document_name (claims->books[plan->input], plan->index);
}

/* ---- numbers of pages ---- */

/* NAME without "-12" at its end; NULL if there is none. g_free. */
static char *drop_number (const char *name)
{
  gsize n = strlen (name);
  while (n > 0 && g_ascii_isdigit (name[n - 1]))
    n--;
  return name[n] != '\0' && n > 1 && name[n - 1] == '-' ? g_strndup (name, n - 1) : NULL;
}

static gboolean has_pictures (const TzJobOptions *options)
{
  for (char **format = options->formats; *format; format++)
    if (tz_backend_lookup (*format)->per_page)
      return TRUE;
  return FALSE;
}

/* Marks, in DOUBTFUL, the inputs of which a document may have a page that is called as another document. */
static void find_doubtful (const Claims *claims, gboolean *doubtful)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < claims->plans->len; i++) {
    const Plan *plan = &g_array_index (claims->plans, Plan, i);
    g_hash_table_insert (names, file_key (plan->folder, name_of (claims, plan)), (gpointer)plan);
  }
  for (guint i = 0; i < claims->plans->len; i++) {
    const Plan *plan = &g_array_index (claims->plans, Plan, i);
    g_autofree char *shorter = drop_number (name_of (claims, plan));
    g_autofree char *key = shorter ? file_key (plan->folder, shorter) : NULL;
    const Plan *paged = key ? g_hash_table_lookup (names, key) : NULL;
    if (paged)
      doubtful[paged->input] = doubtful[plan->input] = TRUE;
  }
}

/* PLANS are those of one input, all of its documents. */
static void count_pages_of (Claims *claims, Plan *plans, TzJobShop *shop)
{
  TzBook *book = claims->books[plans->input];
  int n = tz_book_n_documents (book);
  int *n_pages = g_new0 (int, n);
  tz_job_count_pages (book, shop, n_pages, claims->outcomes[plans->input]->diag);
  for (int i = 0; i < n; i++)
    plans[i].n_pages = n_pages[i];
  g_free (n_pages);
}

static void count_pages (Claims *claims, int n)
{
  gboolean *doubtful = g_new0 (gboolean, n);
  TzJobShop shop = { 0 };
  find_doubtful (claims, doubtful);
  for (guint i = 0; i < claims->plans->len;) {
    Plan *plans = &g_array_index (claims->plans, Plan, i);
    if (doubtful[plans->input])
      count_pages_of (claims, plans, &shop);
    i += (guint)tz_book_n_documents (claims->books[plans->input]);
  }
  tz_job_shop_clear (&shop);
  g_free (doubtful);
}

/* ---- claiming ---- */

static void report (const Claims *claims, const Plan *plan, const Owner *owner, const char *name)
{
  TzDiag *diag = claims->outcomes[plan->input]->diag;
  TzPlace place = tz_book_document_place (claims->books[plan->input], plan->index);
  if (!owner->plan)
    tz_diag_add (
        diag, TZ_ERROR, &place, "output-taken",
        _ ("“%s” would overwrite %s, which is read for it or in the same run; name another folder with "
           "-o, or give the document another name"),
        name, owner->path);
  else if (owner->plan->input == plan->input)
    tz_diag_add (
        diag, TZ_ERROR, &place, "output-taken",
        _ ("“%s” would be written twice, here and for the document “%s”; give one of them another name"), name,
        name_of (claims, owner->plan));
  else
    tz_diag_add (
        diag, TZ_ERROR, &place, "output-taken",
        _ ("“%s” would overwrite a file of %s; give each input a folder with -o, or its documents other "
           "names"),
        name, claims->inputs[owner->plan->input]);
}

/* Takes the names, or tells of the first that another has. */
static void claim_names (Claims *claims, const Plan *plan, char **names)
{
  for (char **name = names; *name; name++) {
    char *key = file_key (plan->folder, *name);
    const Owner *owner = g_hash_table_lookup (claims->owners, key);
    if (owner) {
      report (claims, plan, owner, *name);
      g_free (key);
      return;
    }
    Owner *ours = g_new0 (Owner, 1);
    ours->plan = plan;
    g_hash_table_insert (claims->owners, key, ours);
  }
}

static void claim (Claims *claims, const Plan *plan)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  for (char **format = claims->options->formats; *format; format++) {
    g_auto (GStrv) names = tz_output_names (tz_backend_lookup (*format), name_of (claims, plan), plan->n_pages);
    g_strv_builder_addv (builder, (const char **)names);
  }
  g_auto (GStrv) all = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  claim_names (claims, plan, all);
}

void tz_claims_check (char **inputs, TzBook **books, int n, const TzJobOptions *options, TzOutcome **outcomes)
{
  Claims claims = { inputs, books, options, outcomes, NULL, NULL };
  claims.plans = g_array_new (FALSE, FALSE, sizeof (Plan));
  claims.owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, owner_free);
  add_files_read (&claims, n);
  add_plans (&claims, n);
  if (has_pictures (options))
    count_pages (&claims, n);
  for (guint i = 0; i < claims.plans->len; i++)
    claim (&claims, &g_array_index (claims.plans, Plan, i));
  for (guint i = 0; i < claims.plans->len; i++)
    g_free (g_array_index (claims.plans, Plan, i).folder);
  g_array_free (claims.plans, TRUE);
  g_hash_table_unref (claims.owners);
}
