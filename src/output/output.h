/* The list of formats. A back end is one file and one record; adding one touches
 * a new file and a line of the list in output.c. */
#ifndef TZ_OUTPUT_OUTPUT_H
#define TZ_OUTPUT_OUTPUT_H

#include "base/diag.h"
#include "layout/flow.h"

typedef struct {
  const char *name;      /* "pdf": the word of -f, and the extension */
  const char *extension;
  /* Writes LAYOUT to PATH (a fresh temporary name). Several files: further pages
   * of an image format get names through PAGE_PATH of the caller; see pages. FALSE with ERROR. */
  gboolean (*write) (const TzLayout *layout, TzFonts *fonts, const char *path, int page, TzDiag *diag, GError **error);
  gboolean per_page;     /* one file per page: write is called with page 0 … n-1 */
} TzBackend;

/* NULL if unknown. */
const TzBackend *tz_backend_lookup (const char *name);
/* NULL-ended names of all back ends, in order. */
const char *const *tz_backend_names (void);

/* Writes LAYOUT as FORMAT into FOLDER under the document's name, beside its
 * final name first, flushed, then renamed: whole or not at all. The paths
 * written are appended to PATHS (g_free). FALSE with ERROR (disk, permission). */
gboolean tz_output_write (const TzLayout *layout, TzFonts *fonts, const char *format, const char *folder,
                          GPtrArray *paths, TzDiag *diag, GError **error);

#endif
