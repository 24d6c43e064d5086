/* Looks up formats by name, and gives files their names once all are written. */
#ifndef TZ_OUTPUT_OUTPUT_H
#define TZ_OUTPUT_OUTPUT_H

#include "output/backend.h"

/* NULL if unknown. */
const TzBackend *tz_backend_lookup (const char *name);
/* NULL-ended names of all back ends, in order. */
const char *const *tz_backend_names (void);
/* "xlsx,pdf": those that are written where nobody says which. g_free. */
char *tz_backend_default_names (void);

/* The names of the files that BACKEND makes of a document NAME of N_PAGES pages: NAME.pdf, or for a format
 * with one file a page NAME.png for a single page, else NAME-1.png …, zero-padded to the width of the page
 * count. g_strfreev. */
char **tz_output_names (const TzBackend *backend, const char *name, int n_pages);

/* Files on their way into one folder: all are written beside their final names and
 * flushed to the disk before the first is renamed, so that the files of one input
 * appear together or not at all, and older ones stay as they were. */
typedef struct TzOutput TzOutput;

TzOutput *tz_output_new (const char *folder);
/* Removes what was added and not committed. */
void tz_output_free (TzOutput *output);
/* Writes LAYOUT under the document's name, still hidden. The folder is made with
 * its parents if missing. Of a format with one file a page,
 * pages that an earlier run may have left beside them are warnings. FALSE with
 * ERROR (disk, permission). */
gboolean tz_output_add (TzOutput *output, const TzBackend *backend, const TzLayout *layout, TzFonts *fonts,
                        TzDiag *diag, GError **error);
/* Gives all files their names, once; a link of such a name is replaced. The paths
 * are appended to PATHS (g_free). FALSE with ERROR. */
gboolean tz_output_commit (TzOutput *output, GPtrArray *paths, GError **error);

/* tz_output_new, add and commit in one, for a single layout and format. */
gboolean tz_backend_write (const TzBackend *backend, const TzLayout *layout, TzFonts *fonts, const char *folder,
                           GPtrArray *paths, TzDiag *diag, GError **error);

#endif
