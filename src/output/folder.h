/* A new folder that appears whole, with all its files, or not at all. */
#ifndef TZ_OUTPUT_FOLDER_H
#define TZ_OUTPUT_FOLDER_H

#include <glib.h>

typedef struct TzFolder TzFolder;

/* Whether a new folder may be called PATH: nothing is there, or an empty folder. */
gboolean tz_folder_is_free (const char *path);

/* A folder that will be called PATH, hidden yet; folders above it that are not there are made with it. NULL
 * with ERROR (disk, permission). tz_folder_free. */
TzFolder *tz_folder_new (const char *path, GError **error);
/* Removes what was not committed. */
void tz_folder_free (TzFolder *folder);

/* Where its files are meanwhile. Lent. */
const char *tz_folder_hidden (const TzFolder *folder);
/* Writes the file NAME and flushes it to the disk. FALSE with ERROR. */
gboolean tz_folder_add (TzFolder *folder, const char *name, const void *bytes, gsize n_bytes, GError **error);
/* Gives the folder its name, once. The paths of its files are appended to PATHS (g_free). FALSE with ERROR, and
 * then nothing is there that was not there before. */
gboolean tz_folder_commit (TzFolder *folder, GPtrArray *paths, GError **error);

#endif
