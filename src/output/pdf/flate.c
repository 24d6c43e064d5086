#include "output/pdf/flate.h"

#include <zlib.h>

gboolean tz_pdf_inflate (const GByteArray *stream, GString *text)
{
  z_stream z = { .next_in = stream->data, .avail_in = stream->len };
  char buffer[16384];
  int status = inflateInit (&z);
  while (status == Z_OK) {
    z.next_out = (Bytef *)buffer;
    z.avail_out = sizeof buffer;
    status = inflate (&z, Z_NO_FLUSH);
    g_string_append_len (text, buffer, (gssize)(sizeof buffer - z.avail_out));
  }
  inflateEnd (&z);
  return status == Z_STREAM_END;
}

GByteArray *tz_pdf_deflate (const char *text, gsize n)
{
  uLongf size = compressBound (n);
  GByteArray *stream = g_byte_array_new ();
  g_byte_array_set_size (stream, (guint)size);
  int status = compress (stream->data, &size, (const Bytef *)text, n);
  g_assert (status == Z_OK); /* the bound is large enough */
  g_byte_array_set_size (stream, (guint)size);
  return stream;
}
