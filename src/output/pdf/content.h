/* The content stream of a tagged page. */
#ifndef TZ_OUTPUT_PDF_CONTENT_H
#define TZ_OUTPUT_PDF_CONTENT_H

#include "output/pdf/tags.h"

/* STREAM (Flate, as Cairo writes it), in which Cairo has drawn the N MARKS of a page,
 * with what no tag of Cairo's can say: what it paints outside the marks is an artifact
 * (ISO 32000-1, 14.8.2.2), and marks have their actual text (14.9.4). NULL if it cannot
 * be read or does not have N marks. g_byte_array_unref. */
GByteArray *tz_pdf_content_mark (const GByteArray *stream, const TzPdfMark *marks, guint n);

/* TEXT (N bytes) as a text string in UTF-16 (7.9.2.2). */
void tz_pdf_add_string (GString *to, const char *text, gssize n);

#endif
