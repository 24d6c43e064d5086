/* What Cairo left out of a PDF is added to it: language, structure, pages turned for the screen. */
#ifndef TZ_OUTPUT_PDF_COMPLETE_H
#define TZ_OUTPUT_PDF_COMPLETE_H

#include "output/pdf/tags.h"

#include <stdio.h>

/* FILE, open for reading and writing, is PAGES as Cairo has written them; TAGS: NULL for pages without a
 * structure. FALSE where it cannot be done: *MISSING is what is not there as it is looked for ("xref"), lent,
 * or NULL when reading or writing failed (errno). */
gboolean tz_pdf_complete (FILE *file, const TzPages *pages, const TzPdfTags *tags, const char **missing);

#endif
