/* What a format is: one file that ends with one such record. */
#ifndef TZ_OUTPUT_BACKEND_H
#define TZ_OUTPUT_BACKEND_H

#include "base/diag.h"
#include "layout/layout.h"

typedef struct {
  const char *name;      /* "pdf": the word of -f */
  const char *extension; /* without the dot */
  /* Writes LAYOUT to PATH, a file that is not there yet, in a temporary folder where files of its
   * own may lie beside it; the caller renames or removes it. PAGE counts from 0 and is 0 for formats of
   * one file. FALSE with ERROR, which tz_output_set_error words alike for all formats. */
  gboolean (*write) (const TzLayout *layout, TzFonts *fonts, const char *path, int page, TzDiag *diag,
                     GError **error);
  gboolean usual;    /* written where nobody says which */
  gboolean draws;    /* draws pages; without it only a short table's are counted (tz_layout_undrawn) */
  gboolean per_page; /* one file per page: write is called with page 0 … n-1 */
  gboolean tables;   /* holds tables alone: nothing to write for a document without any */
} TzBackend;

/* Sets ERROR to "cannot write PATH", the system's words for errno NUMBER (0: an
 * input/output error) and what to do about it. */
void tz_output_set_error (GError **error, const char *path, int number);

#endif
