/* Rows that were packed by themselves (rows.c) go into the book that the library
 * closed without them. Packed pieces that end on a whole byte can stand one behind
 * the other: the sheet's beginning, its rows, its end. */
#include "output/xlsx/splice.h"

#include "output/xlsx/rows.h"
#include "output/xlsx/zip.h"

#include <errno.h>
#include <string.h>
#include <zlib.h>

typedef struct {
  FILE *file;
  guint64 at;
  GByteArray *directory;
  int failure; /* errno */
} Splice;

/* A part's sum and sizes, as its records have them. */
typedef struct {
  guint32 sum;
  guint64 n_packed, size;
} Record;

static void put (Splice *splice, const void *data, gsize n)
{
  errno = 0;
  if (splice->failure == 0 && fwrite (data, 1, n, splice->file) < n)
    splice->failure = errno ? errno : EIO;
  splice->at += n;
}

/* ---- the parts of a sheet ---- */

static guint8 *unpack (const TzZipPart *part, gsize size)
{
  guint8 *text = g_malloc (size + 1);
  z_stream stream = { .next_in = (guint8 *)part->packed, .avail_in = (uInt)part->n_packed };
  stream.next_out = text;
  stream.avail_out = (uInt)size;
  gboolean whole = inflateInit2 (&stream, -MAX_WBITS) == Z_OK && inflate (&stream, Z_FINISH) == Z_STREAM_END &&
                   stream.avail_out == 0;
  inflateEnd (&stream);
  if (!whole)
    g_clear_pointer (&text, g_free);
  return text;
}

static void put_packed (Splice *splice, const guint8 *text, gsize n, gboolean last, Record *record)
{
  guint8 room[4096];
  z_stream stream = { .next_in = (guint8 *)text, .avail_in = (uInt)n };
  if (deflateInit2 (&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    splice->failure = ENOMEM;
    return;
  }
  do {
    stream.next_out = room;
    stream.avail_out = sizeof room;
    deflate (&stream, last ? Z_FINISH : Z_SYNC_FLUSH);
    put (splice, room, sizeof room - stream.avail_out);
  } while (stream.avail_out == 0);
  record->n_packed += stream.total_out;
  record->sum = (guint32)crc32_combine (record->sum, crc32 (0, text, (uInt)n), (z_off_t)n);
  record->size += n;
  deflateEnd (&stream);
}

static void put_rows (Splice *splice, const TzXlsxPacked *rows, Record *record)
{
  char room[65536];
  for (gsize n; (n = fread (room, 1, sizeof room, rows->file)) > 0;)
    put (splice, room, n);
  if (ferror (rows->file) && splice->failure == 0)
    splice->failure = EIO;
  record->n_packed += rows->n_packed;
  record->sum = (guint32)crc32_combine (record->sum, rows->sum, (z_off_t)rows->size);
  record->size += rows->size;
}

/* The sheet that the library wrote has its rows between these two tags. */
static void put_sheet (Splice *splice, const guint8 *sheet, gsize size, const TzXlsxPacked *rows,
                       Record *record)
{
  static const char empty[] = "<sheetData></sheetData>", open[] = "<sheetData>";
  const guint8 *found = memmem (sheet, size, empty, sizeof empty - 1);
  if (!found) {
    splice->failure = EIO;
    return;
  }
  gsize head = (gsize)(found - sheet) + sizeof open - 1;
  put_packed (splice, sheet, head, FALSE, record);
  put_rows (splice, rows, record);
  put_packed (splice, sheet + head, size - head, TRUE, record);
}

/* ---- the package ---- */

static void set_record (guint8 *at, const Record *record)
{
  tz_zip_put32 (at, record->sum);
  tz_zip_put32 (at + 4, (guint32)record->n_packed);
  tz_zip_put32 (at + 8, (guint32)record->size);
}

/* Enters the part whose header stands at LOCAL; RECORD is NULL if it is as it was. */
static void enter (Splice *splice, const TzZipPart *part, guint64 local, const Record *record)
{
  guint at = splice->directory->len;
  g_byte_array_append (splice->directory, part->entry, (guint)part->n_entry);
  tz_zip_put32 (splice->directory->data + at + TZ_ZIP_ENTRY_LOCAL, (guint32)local);
  if (record)
    set_record (splice->directory->data + at + TZ_ZIP_ENTRY_SUM, record);
}

static void put_part (Splice *splice, const TzZipPart *part, const TzXlsxPacked *rows)
{
  guint64 local = splice->at, end;
  put (splice, part->local, part->n_local);
  if (!rows) {
    put (splice, part->packed, part->n_packed);
    enter (splice, part, local, NULL);
    return;
  }
  Record record = { .sum = (guint32)crc32 (0, NULL, 0) };
  gsize size = tz_zip_get32 (part->entry + TZ_ZIP_ENTRY_SUM + 8);
  guint8 *sheet = unpack (part, size), *header = g_memdup2 (part->local, part->n_local);
  if (sheet)
    put_sheet (splice, sheet, size, rows, &record);
  else
    splice->failure = EIO;
  end = splice->at;
  set_record (header + TZ_ZIP_LOCAL_SUM, &record);
  if (splice->failure == 0 && (record.size > G_MAXUINT32 || fseek (splice->file, (long)local, SEEK_SET) != 0))
    splice->failure = EFBIG;
  put (splice, header, part->n_local);
  if (splice->failure == 0 && fseek (splice->file, (long)end, SEEK_SET) != 0)
    splice->failure = errno;
  splice->at = end;
  enter (splice, part, local, &record);
  g_free (sheet);
  g_free (header);
}

static const TzXlsxPacked *rows_of (Splice *splice, const TzZipPart *part, const GPtrArray *all)
{
  for (guint i = 0; i < all->len && splice->failure == 0; i++) {
    const TzXlsxPacked *rows = tz_xlsx_rows_packed (all->pdata[i], &splice->failure);
    if (rows && rows->size > 0 && strlen (rows->part) == part->n_name &&
        memcmp (rows->part, part->name, part->n_name) == 0)
      return rows;
  }
  return NULL;
}

static void put_directory (Splice *splice, const TzZip *zip)
{
  guint8 end[TZ_ZIP_END_SIZE];
  memcpy (end, zip->end, sizeof end);
  tz_zip_put32 (end + TZ_ZIP_END_SIZES, splice->directory->len);
  tz_zip_put32 (end + TZ_ZIP_END_SIZES + 4, (guint32)splice->at);
  if (splice->at + splice->directory->len > G_MAXUINT32 && splice->failure == 0)
    splice->failure = EFBIG;
  put (splice, splice->directory->data, splice->directory->len);
  put (splice, end, sizeof end);
}

static void put_package (Splice *splice, const guint8 *data, gsize size, const GPtrArray *all)
{
  TzZip zip;
  TzZipPart part;
  if (!tz_zip_open (&zip, data, size))
    splice->failure = EIO;
  for (guint i = 0; i < zip.n_parts && splice->failure == 0; i++)
    if (tz_zip_next (&zip, &part))
      put_part (splice, &part, rows_of (splice, &part, all));
    else
      splice->failure = EIO;
  if (splice->failure == 0)
    put_directory (splice, &zip);
}

int tz_xlsx_splice (const char *path, const GPtrArray *all)
{
  char *data = NULL;
  gsize size = 0;
  if (!g_file_get_contents (path, &data, &size, NULL))
    return EIO;
  Splice splice = { .file = fopen (path, "wb"), .directory = g_byte_array_new () };
  if (splice.file)
    put_package (&splice, (const guint8 *)data, size, all);
  else
    splice.failure = errno;
  errno = 0;
  if (splice.file && fclose (splice.file) != 0 && splice.failure == 0)
    splice.failure = errno ? errno : EIO;
  g_byte_array_unref (splice.directory);
  g_free (data);
  return splice.failure;
}
