/* The filter FlateDecode of PDF streams (ISO 32000-1, 7.4.4). */
#ifndef TZ_OUTPUT_PDF_FLATE_H
#define TZ_OUTPUT_PDF_FLATE_H

#include <glib.h>

/* Appends what STREAM holds to TEXT. FALSE if it is damaged. */
gboolean tz_pdf_inflate (const GByteArray *stream, GString *text);
/* g_byte_array_unref. */
GByteArray *tz_pdf_deflate (const char *text, gsize n);

#endif
