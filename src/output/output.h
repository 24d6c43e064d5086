/* The list of formats. A back end is one file and one record; adding one touches
 * a new file, its line in backends.h and a line of the list in output.c. */
#ifndef TZ_OUTPUT_OUTPUT_H
#define TZ_OUTPUT_OUTPUT_H

#include "base/diag.h"
#include "layout/flow.h"

typedef struct {
  const char *name;      /* "pdf": the word of -f */
  const char *extension; /* without the dot */
  /* Writes LAYOUT to PATH, an empty file under a temporary name that the caller
   * renames or removes. PAGE counts from 0 and is 0 for formats of one file.
   * FALSE with ERROR, which tz_output_set_error words alike for all formats. */
  gboolean (*write) (const TzLayout *layout, TzFonts *fonts, const char *path, int page, TzDiag *diag,
                     GError **error);
  gboolean per_page; /* one file per page: write is called with page 0 … n-1 */
} TzBackend;

/* NULL if unknown. */
const TzBackend *tz_backend_lookup (const char *name);
/* NULL-ended names of all back ends, in order. */
const char *const *tz_backend_names (void);

/* Writes LAYOUT into FOLDER (made with its parents if missing) under the
 * document's name: beside its final name first, flushed to the disk, then
 * renamed; whole or not at all, a link of that name is replaced, an older file
 * stays as it was if anything fails. A format with one file per page gives
 * NAME.png for a single page, else NAME-1.png …, zero-padded to the width of the
 * page count, and none is renamed before all are written; pages that an earlier
 * run may have left beside them are warnings. The paths written are appended to
 * PATHS (g_free). FALSE with ERROR (disk, permission). */
gboolean tz_backend_write (const TzBackend *backend, const TzLayout *layout, TzFonts *fonts, const char *folder,
                           GPtrArray *paths, TzDiag *diag, GError **error);
/* The same by the name of a back end, which must be one of tz_backend_names. */
gboolean tz_output_write (const TzLayout *layout, TzFonts *fonts, const char *format, const char *folder,
                          GPtrArray *paths, TzDiag *diag, GError **error);

/* Sets ERROR to "cannot write PATH", the system's words for errno NUMBER (0: an
 * input/output error) and what to do about it. */
void tz_output_set_error (GError **error, const char *path, int number);

#endif
