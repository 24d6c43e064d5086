#include "command/new_folder.h"

#include "compose/book/start.h"

#include <string.h>

TzFolder *tz_new_fill_folder (const char *path, const GPtrArray *files, TzOutcome *outcome)
{
  g_autoptr (GError) error = NULL;
  TzFolder *folder = tz_folder_new (path, &error);
  for (guint i = 0; folder && !error && i < files->len; i++) {
    const TzStartFile *file = files->pdata[i];
    tz_folder_add (folder, file->name, file->bytes, file->n_bytes, &error);
  }
  if (!error)
    return folder;
  tz_outcome_fail (outcome, TZ_EXIT_SYSTEM, "%s", error->message);
  tz_folder_free (folder);
  return NULL;
}

void tz_new_give_name (TzFolder *folder, TzOutcome *outcome)
{
  g_autoptr (GError) error = NULL;
  if (!tz_folder_commit (folder, outcome->paths, &error))
    tz_outcome_fail (outcome, TZ_EXIT_SYSTEM, "%s", error->message);
}

char *tz_new_settle_form (const char *name)
{
  if (name && (strchr (name, '/') || g_str_has_suffix (name, ".ini")))
    return g_canonicalize_filename (name, NULL);
  return g_strdup (name);
}
