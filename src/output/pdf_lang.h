/* The document's language in the PDF catalogue, which Cairo 1.16 cannot write. */
#ifndef TZ_OUTPUT_PDF_LANG_H
#define TZ_OUTPUT_PDF_LANG_H

#include <glib.h>
#include <stdio.h>

/* Appends an incremental update (ISO 32000-1, 7.5.6) to the PDF in FILE, open for
 * reading and writing: a copy of the catalogue with /Lang. A file whose structure
 * is not as expected is left as it is. FALSE when reading or writing fails. */
gboolean tz_pdf_add_lang (FILE *file, const char *lang);

#endif
