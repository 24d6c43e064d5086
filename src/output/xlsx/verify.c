#include "output/xlsx/verify.h"

#include "output/xlsx/zip.h"

#include <string.h>
#include <zlib.h>

guint32 tz_xlsx_sum (guint32 sum, const char *text)
{
  return (guint32)crc32 (sum, (const Bytef *)text, (uInt)strlen (text));
}

/* Follows the tags of an XML part: where every element that opens closes again
 * and the last byte ends the outermost one, nothing is missing. libxlsxwriter
 * writes neither comments nor CDATA, and "<", ">" in texts as entities. */
typedef struct {
  int depth;
  gboolean in_tag, seen;
  guint8 first, last; /* bytes of the tag: after "<", and the latest */
} TagScan;

static void end_tag (TagScan *scan)
{
  scan->in_tag = FALSE;
  if (scan->first == '/')
    scan->depth--;
  else if (scan->first != '?' && scan->last != '/')
    scan->depth++;
}

/* A piece of a part, which may begin and end anywhere. */
static gboolean scan_tags (TagScan *scan, const guint8 *p, gsize n)
{
  for (const guint8 *end = p + n; p < end;) {
    if (!scan->in_tag) {
      const guint8 *open = memchr (p, '<', (gsize)(end - p));
      if (!open)
        break;
      *scan = (TagScan){ .depth = scan->depth, .in_tag = TRUE, .seen = TRUE };
      p = open + 1;
      continue;
    }
    const guint8 *close = memchr (p, '>', (gsize)(end - p)), *stop = close ? close : end;
    if (memchr (p, '<', (gsize)(stop - p)))
      return FALSE;
    if (stop > p) {
      scan->first = scan->first ? scan->first : *p;
      scan->last = stop[-1];
    }
    p = stop;
    if (close) {
      end_tag (scan);
      p++;
    }
  }
  return scan->depth >= 0;
}

static gboolean tags_are_closed (const TagScan *scan)
{
  return scan->seen && !scan->in_tag && scan->depth == 0;
}

static gboolean inflate_whole (z_stream *stream, guint32 crc_wanted)
{
  guint8 buffer[65536];
  TagScan scan = { 0 };
  uLong crc = crc32 (0, NULL, 0);
  int status = Z_OK;
  while (status == Z_OK) {
    stream->next_out = buffer;
    stream->avail_out = sizeof buffer;
    status = inflate (stream, Z_NO_FLUSH);
    gsize n = sizeof buffer - stream->avail_out;
    crc = crc32 (crc, buffer, (uInt)n);
    if (!scan_tags (&scan, buffer, n))
      return FALSE;
  }
  return status == Z_STREAM_END && crc == crc_wanted && tags_are_closed (&scan);
}

static gboolean part_is_whole (const TzZipPart *part)
{
  z_stream stream = { .next_in = (guint8 *)part->packed, .avail_in = (uInt)part->n_packed };
  if (inflateInit2 (&stream, -MAX_WBITS) != Z_OK)
    return FALSE;
  gboolean whole = inflate_whole (&stream, part->sum);
  inflateEnd (&stream);
  return whole;
}

static gboolean parts_are_whole (const guint8 *data, gsize size)
{
  TzZip zip;
  TzZipPart part;
  if (!tz_zip_open (&zip, data, size))
    return FALSE;
  for (guint i = 0; i < zip.n_parts; i++)
    if (!tz_zip_next (&zip, &part) || !part_is_whole (&part))
      return FALSE;
  return TRUE;
}

gboolean tz_xlsx_verify (const char *path)
{
  GMappedFile *map = g_mapped_file_new (path, FALSE, NULL);
  if (!map)
    return FALSE;
  const guint8 *data = (const guint8 *)g_mapped_file_get_contents (map);
  gboolean whole = data && parts_are_whole (data, g_mapped_file_get_length (map));
  g_mapped_file_unref (map);
  return whole;
}
