/* The list of formats. A back end is one file and one record; adding one touches
 * a new file, its line in backends.h and a line of the list in output.c. */
#ifndef TZ_OUTPUT_OUTPUT_H
#define TZ_OUTPUT_OUTPUT_H

#include "base/diag.h"
#include "layout/layout.h"

typedef struct {
  const char *name;      /* "pdf": the word of -f */
  const char *extension; /* without the dot */
  /* Writes LAYOUT to PATH, an empty file under a temporary name that the caller
   * renames or removes. PAGE counts from 0 and is 0 for formats of one file.
   * FALSE with ERROR, which tz_output_set_error words alike for all formats. */
  gboolean (*write) (const TzLayout *layout, TzFonts *fonts, const char *path, int page, TzDiag *diag,
                     GError **error);
  gboolean draws;    /* draws pages; without it only a short table's are counted (tz_layout_undrawn) */
  gboolean per_page; /* one file per page: write is called with page 0 … n-1 */
  gboolean tables;   /* holds tables alone: nothing to write for a document without any */
} TzBackend;

/* NULL if unknown. */
const TzBackend *tz_backend_lookup (const char *name);
/* NULL-ended names of all back ends, in order. */
const char *const *tz_backend_names (void);

/* Files on their way into one folder: all are written beside their final names and
 * flushed to the disk before the first is renamed, so that the files of one input
 * appear together or not at all, and older ones stay as they were. */
typedef struct TzOutput TzOutput;

TzOutput *tz_output_new (const char *folder);
/* Removes what was added and not committed. */
void tz_output_free (TzOutput *output);
/* Writes LAYOUT under the document's name, still hidden. The folder is made with
 * its parents if missing. A format with one file per page gives NAME.png for a
 * single page, else NAME-1.png …, zero-padded to the width of the page count;
 * pages that an earlier run may have left beside them are warnings. FALSE with
 * ERROR (disk, permission). */
gboolean tz_output_add (TzOutput *output, const TzBackend *backend, const TzLayout *layout, TzFonts *fonts,
                        TzDiag *diag, GError **error);
/* Gives all files their names, once; a link of such a name is replaced. The paths
 * are appended to PATHS (g_free). FALSE with ERROR. */
gboolean tz_output_commit (TzOutput *output, GPtrArray *paths, GError **error);

/* The three in one, for a single layout and format. */
gboolean tz_backend_write (const TzBackend *backend, const TzLayout *layout, TzFonts *fonts, const char *folder,
                           GPtrArray *paths, TzDiag *diag, GError **error);

/* Sets ERROR to "cannot write PATH", the system's words for errno NUMBER (0: an
 * input/output error) and what to do about it. */
void tz_output_set_error (GError **error, const char *path, int number);

#endif
