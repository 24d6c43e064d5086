#include "output/xlsx.h"

#include <string.h>
#include <zlib.h>

/* The parts of PKZIP's APPNOTE 6.3 that libxlsxwriter writes: no zip64 below
 * 4 GiB, no comment, no data descriptor needed because the central directory at
 * the end has all sizes. */
#define END_RECORD     0x06054B50
#define END_SIZE       22
#define CENTRAL_RECORD 0x02014B50
#define CENTRAL_SIZE   46
#define LOCAL_SIZE     30
#define DEFLATED       8

guint32 tz_xlsx_sum (guint32 sum, const char *text)
{
  return (guint32)crc32 (sum, (const Bytef *)text, (uInt)strlen (text));
}

typedef struct {
  const guint8 *data;
  gsize size;
} Bytes;

static guint get16 (const guint8 *p)
{
  return (guint)p[0] | (guint)p[1] << 8;
}

static guint32 get32 (const guint8 *p)
{
  return (guint32)get16 (p) | (guint32)get16 (p + 2) << 16;
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

/* ENTRY is a central record that lies within the file. */
static gboolean part_is_whole (const Bytes *file, const guint8 *entry)
{
  gsize packed = get32 (entry + 20), at = get32 (entry + 42);
  if (get16 (entry + 10) != DEFLATED || at + LOCAL_SIZE > file->size)
    return FALSE;
  gsize start = at + LOCAL_SIZE + get16 (file->data + at + 26) + get16 (file->data + at + 28);
  if (start > file->size || packed > file->size - start)
    return FALSE;
  z_stream stream = { .next_in = (guint8 *)(file->data + start), .avail_in = (uInt)packed };
  if (inflateInit2 (&stream, -MAX_WBITS) != Z_OK)
    return FALSE;
  gboolean whole = inflate_whole (&stream, get32 (entry + 16));
  inflateEnd (&stream);
  return whole;
}

static gboolean parts_are_whole (const Bytes *file)
{
  if (file->size < END_SIZE || file->size > G_MAXUINT32)
    return FALSE;
  const guint8 *end = file->data + file->size - END_SIZE;
  if (get32 (end) != END_RECORD)
    return FALSE;
  guint n = get16 (end + 10);
  gsize at = get32 (end + 16);
  for (guint i = 0; i < n; i++) {
    if (at + CENTRAL_SIZE > file->size || get32 (file->data + at) != CENTRAL_RECORD)
      return FALSE;
    if (!part_is_whole (file, file->data + at))
      return FALSE;
    at += CENTRAL_SIZE + get16 (file->data + at + 28) + get16 (file->data + at + 30) +
          get16 (file->data + at + 32);
  }
  return n > 0;
}

gboolean tz_xlsx_verify (const char *path)
{
  GMappedFile *map = g_mapped_file_new (path, FALSE, NULL);
  if (!map)
    return FALSE;
  Bytes file = { (const guint8 *)g_mapped_file_get_contents (map), g_mapped_file_get_length (map) };
  gboolean whole = file.data && parts_are_whole (&file);
  g_mapped_file_unref (map);
  return whole;
}
