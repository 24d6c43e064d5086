/* The rows of a long sheet on their way into the book. In its constant-memory mode
 * the library writes them into a file, copies that into another when the book is
 * closed, and reads the whole once more to pack it: most of the time that a long
 * book takes. Here they are packed while the next ones are made, by a thread of
 * their own, and go into no file but packed. The library then closes a book whose
 * sheet has no rows, and tz_xlsx_splice puts them in.
 *
 * The library's header shows where it writes rows: lxw_worksheet.file, and
 * .optimize_tmpfile, from which it reads them back and which it closes. */
#include "output/xlsx/rows.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define N_BLOCKS   4
#define BLOCK_SIZE 65536

typedef struct {
  gsize n; /* 0: the last */
  guint8 data[BLOCK_SIZE];
} Block;

struct TzXlsxRows {
  char *part;
  FILE *file;                /* the library's; NULL once it was closed */
  GAsyncQueue *empty, *full; /* of Block */
  Block *block;              /* being filled */
  GThread *packer;
  z_stream stream; /* from here on the packer's until it has ended */
  FILE *packed;
  TzXlsxPacked result;
  int failure; /* errno */
};

/* ---- packing ---- */

static void keep (TzXlsxRows *rows, const guint8 *data, gsize n)
{
  if (rows->failure == 0 && fwrite (data, 1, n, rows->packed) < n)
    rows->failure = errno ? errno : EIO;
}

static void pack (TzXlsxRows *rows, Block *block)
{
  guint8 room[BLOCK_SIZE];
  rows->stream.next_in = block->data;
  rows->stream.avail_in = (uInt)block->n;
  do {
    rows->stream.next_out = room;
    rows->stream.avail_out = sizeof room;
    /* Ends on a whole byte, so that what follows can be packed by itself. */
    deflate (&rows->stream, block->n == 0 ? Z_SYNC_FLUSH : Z_NO_FLUSH);
    keep (rows, room, sizeof room - rows->stream.avail_out);
  } while (rows->stream.avail_out == 0);
  rows->result.sum = (guint32)crc32 (rows->result.sum, block->data, (uInt)block->n);
  rows->result.size += block->n;
}

static gpointer pack_all (gpointer data)
{
  TzXlsxRows *rows = data;
  gboolean last = FALSE;
  while (!last) {
    Block *block = g_async_queue_pop (rows->full);
    last = block->n == 0;
    pack (rows, block);
    g_async_queue_push (rows->empty, block);
  }
  rows->result.n_packed = (gsize)rows->stream.total_out;
  return NULL;
}

/* ---- the library's file ---- */

static void hand_over (TzXlsxRows *rows)
{
  g_async_queue_push (rows->full, rows->block);
  rows->block = g_async_queue_pop (rows->empty);
  rows->block->n = 0;
}

static ssize_t on_write (void *cookie, const char *data, size_t n)
{
  TzXlsxRows *rows = cookie;
  for (size_t done = 0; done < n;) {
    gsize take = MIN (n - done, BLOCK_SIZE - rows->block->n);
    memcpy (rows->block->data + rows->block->n, data + done, take);
    rows->block->n += take;
    done += take;
    if (rows->block->n == BLOCK_SIZE)
      hand_over (rows);
  }
  return (ssize_t)n;
}

/* The library reads its file back when the book is closed, and must find nothing. */
static ssize_t on_read (G_GNUC_UNUSED void *cookie, G_GNUC_UNUSED char *data, G_GNUC_UNUSED size_t n)
{
  return 0;
}

static int on_seek (G_GNUC_UNUSED void *cookie, off64_t *offset, G_GNUC_UNUSED int whence)
{
  *offset = 0;
  return 0;
}

static int on_close (void *cookie)
{
  TzXlsxRows *rows = cookie;
  rows->file = NULL;
  if (!rows->packer)
    return 0;
  if (rows->block->n > 0)
    hand_over (rows);
  hand_over (rows);
  g_thread_join (rows->packer);
  return 0;
}

/* ---- public ---- */

static FILE *open_unnamed (const char *folder)
{
  char *path = g_build_filename (folder, ".taizhang-rows-XXXXXX", NULL);
  int fd = g_mkstemp (path);
  FILE *file = fd >= 0 ? fdopen (fd, "w+b") : NULL;
  if (fd >= 0)
    g_unlink (path);
  if (fd >= 0 && !file)
    close (fd);
  g_free (path);
  return file;
}

/* As the library packs. */
static gboolean start_packing (TzXlsxRows *rows)
{
  return deflateInit2 (&rows->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) ==
         Z_OK;
}

static void start_blocks (TzXlsxRows *rows)
{
  rows->empty = g_async_queue_new_full (g_free);
  rows->full = g_async_queue_new_full (g_free);
  for (int i = 1; i < N_BLOCKS; i++)
    g_async_queue_push (rows->empty, g_new (Block, 1));
  rows->block = g_new (Block, 1);
  rows->block->n = 0;
}

static void discard (TzXlsxRows *rows)
{
  if (rows->file)
    fclose (rows->file);
  if (rows->packed)
    fclose (rows->packed);
  g_free (rows);
}

TzXlsxRows *tz_xlsx_rows_new (lxw_worksheet *sheet, const char *folder)
{
  static const cookie_io_functions_t functions = { on_read, on_write, on_seek, on_close };
  TzXlsxRows *rows = g_new0 (TzXlsxRows, 1);
  rows->packed = open_unnamed (folder);
  rows->file = fopencookie (rows, "w+", functions);
  if (!rows->packed || !rows->file || !start_packing (rows)) {
    discard (rows);
    return NULL;
  }
  setvbuf (rows->file, NULL, _IOFBF, BLOCK_SIZE);
  rows->part = g_strdup_printf ("xl/worksheets/sheet%d.xml", (int)sheet->index + 1);
  start_blocks (rows);
  rows->packer = g_thread_new ("pack", pack_all, rows);
  fclose (sheet->optimize_tmpfile);
  sheet->file = sheet->optimize_tmpfile = rows->file;
  return rows;
}

const TzXlsxPacked *tz_xlsx_rows_packed (TzXlsxRows *rows, int *number)
{
  if (rows->failure == 0 && (fflush (rows->packed) != 0 || fseek (rows->packed, 0, SEEK_SET) != 0))
    rows->failure = errno;
  *number = rows->failure;
  rows->result.file = rows->packed;
  rows->result.part = rows->part;
  return rows->file || rows->failure ? NULL : &rows->result;
}

void tz_xlsx_rows_free (TzXlsxRows *rows)
{
  if (rows->file) /* the book was not closed */
    fclose (rows->file);
  deflateEnd (&rows->stream);
  g_async_queue_unref (rows->empty);
  g_async_queue_unref (rows->full);
  g_free (rows->block);
  fclose (rows->packed);
  g_free (rows->part);
  g_free (rows);
}
