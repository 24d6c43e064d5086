/* A patched PDF as a whole: what Cairo wrote is copied, new objects are packed into
 * object streams and found through a cross-reference stream (ISO 32000-1, 7.5.7 and
 * 7.5.8), which takes a fifth of the room that a structure needs otherwise. */
#include "output/pdf/flate.h"
#include "output/pdf/patch_data.h"

#include <stdlib.h>
#include <string.h>

/* Objects in a stream. Readers unpack the whole stream for one object, so there should not be too many. */
enum { MOST_PACKED = 200 };

/* Where an object is: Table 18's three fields. */
typedef struct {
  guint8 type;   /* 0 nowhere, 1 in the file, 2 in an object stream */
  gint64 at;     /* offset, or the object stream's number */
  guint16 index; /* in the object stream */
} Entry;

typedef struct {
  const TzPdfPatch *patch;
  FILE *to;
  long at;         /* bytes written */
  GArray *entries; /* of Entry, by number */
  gboolean failed;
} Rewrite;

static Entry *entry_of (const Rewrite *r, int number)
{
  if ((guint)number >= r->entries->len)
    g_array_set_size (r->entries, (guint)number + 1);
  return &g_array_index (r->entries, Entry, (guint)number);
}

static void put (Rewrite *r, const char *bytes, gsize n)
{
  r->failed |= fwrite (bytes, 1, n, r->to) != n;
  r->at += (long)n;
}

static void put_text (Rewrite *r, const char *text)
{
  put (r, text, strlen (text));
}

/* ---- objects that stay ---- */

typedef struct {
  int number;
  long offset;
} Object;

static int compare_offsets (gconstpointer a, gconstpointer b)
{
  const Object *x = a, *y = b;
  return (x->offset > y->offset) - (x->offset < y->offset);
}

/* All objects of the file in the order in which they stand there. */
static GArray *read_objects (const TzPdfPatch *patch)
{
  g_autofree char *entries =
      tz_pdf_read_at (patch->file, patch->entries, (gsize)patch->n_objects * TZ_PDF_ENTRY);
  GArray *objects = g_array_new (FALSE, FALSE, sizeof (Object));
  for (int i = 0; entries && i < patch->n_objects; i++) {
    Object object = { .number = i, .offset = strtol (entries + (gsize)i * TZ_PDF_ENTRY, NULL, 10) };
    if (entries[(i + 1) * TZ_PDF_ENTRY - 3] == 'n' && object.offset < patch->xref)
      g_array_append_val (objects, object);
  }
  g_array_sort (objects, compare_offsets);
  return objects;
}

static void copy (Rewrite *r, long offset, long size)
{
  char buffer[16384];
  r->failed |= fseek (r->patch->file, offset, SEEK_SET) != 0;
  while (size > 0 && !r->failed) {
    gsize n = fread (buffer, 1, (gsize)MIN (size, (long)sizeof buffer), r->patch->file);
    r->failed |= n == 0;
    put (r, buffer, n);
    size -= (long)n;
  }
}

static void copy_objects (Rewrite *r)
{
  g_autoptr (GArray) objects = read_objects (r->patch);
  const Object *object = (const Object *)(const void *)objects->data, *end = object + objects->len;
  r->failed |= objects->len == 0;
  if (objects->len > 0)
    copy (r, 0, object->offset);
  for (; object < end && !r->failed; object++) {
    if (r->patch->replaced[object->number])
      continue;
    *entry_of (r, object->number) = (Entry){ .type = 1, .at = r->at };
    copy (r, object->offset, (object + 1 < end ? object[1].offset : r->patch->xref) - object->offset);
  }
}

/* ---- new and changed objects ---- */

static const TzPdfObject *object_at (const Rewrite *r, guint i)
{
  return &g_array_index (r->patch->objects, TzPdfObject, i);
}

static void begin_object (Rewrite *r, int number)
{
  char text[24];
  g_snprintf (text, sizeof text, "%d 0 obj\n", number);
  *entry_of (r, number) = (Entry){ .type = 1, .at = r->at };
  put_text (r, text);
}

static void put_streams (Rewrite *r)
{
  for (guint i = 0; i < r->patch->objects->len; i++) {
    const TzPdfObject *object = object_at (r, i);
    if (!object->stream)
      continue;
    begin_object (r, object->number);
    put (r, r->patch->text->str + object->offset, object->length);
    put_text (r, "\nendobj\n");
  }
}

/* A stream object with the number NUMBER; KEYS are its own. */
static void put_stream (Rewrite *r, int number, const char *keys, const char *text, gsize n)
{
  GByteArray *stream = tz_pdf_deflate (text, n);
  g_autofree char *head = g_strdup_printf ("<<%s/Filter/FlateDecode/Length %u>>\nstream\n", keys, stream->len);
  begin_object (r, number);
  put_text (r, head);
  put (r, (const char *)stream->data, stream->len);
  put_text (r, "\nendstream\nendobj\n");
  g_byte_array_unref (stream);
}

/* Objects up to MOST_PACKED from number FROM of the patch's. Returns where the next begin. */
static guint put_pack (Rewrite *r, guint from)
{
  GString *head = g_string_new (NULL), *bodies = g_string_new (NULL);
  int number = (int)r->entries->len;
  guint16 n = 0;
  guint i = from;
  entry_of (r, number);
  for (; i < r->patch->objects->len && n < MOST_PACKED; i++) {
    const TzPdfObject *object = object_at (r, i);
    if (object->stream)
      continue;
    *entry_of (r, object->number) = (Entry){ .type = 2, .at = number, .index = n++ };
    g_string_append_printf (head, "%d %" G_GSIZE_FORMAT " ", object->number, bodies->len);
    g_string_append_len (bodies, r->patch->text->str + object->offset, (gssize)object->length);
    g_string_append_c (bodies, '\n');
  }
  g_autofree char *keys = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, n, head->len);
  g_string_append_len (head, bodies->str, (gssize)bodies->len);
  if (n > 0)
    put_stream (r, number, keys, head->str, head->len);
  g_string_free (bodies, TRUE);
  g_string_free (head, TRUE);
  return i;
}

/* ---- the cross-reference stream ---- */

/* A big-endian number of N bytes. */
static void add_number (GString *to, guint64 value, int n)
{
  for (int shift = 8 * (n - 1); shift >= 0; shift -= 8)
    g_string_append_c (to, (char)(value >> shift & 0xFF));
}

static void put_xref (Rewrite *r)
{
  int number = (int)r->entries->len;
  long start = r->at;
  GString *table = g_string_new (NULL);
  entry_of (r, number)->type = 1;
  entry_of (r, number)->at = start;
  for (guint i = 0; i < r->entries->len; i++) {
    const Entry *entry = &g_array_index (r->entries, Entry, i);
    add_number (table, entry->type, 1);
    add_number (table, (guint64)entry->at, 5);
    add_number (table, entry->type == 0 ? 0xFFFF : entry->index, 2);
  }
  g_autofree char *keys = g_strdup_printf ("/Type/XRef/W[1 5 2]/Size %u/Root %d 0 R/Info %d 0 R",
                                           r->entries->len, r->patch->root, r->patch->info);
  put_stream (r, number, keys, table->str, table->len);
  g_autofree char *end = g_strdup_printf ("startxref\n%ld\n%%%%EOF\n", start);
  put_text (r, end);
  g_string_free (table, TRUE);
}

gboolean tz_pdf_patch_write (TzPdfPatch *patch, FILE *to)
{
  Rewrite r = { .patch = patch, .to = to, .entries = g_array_new (FALSE, TRUE, sizeof (Entry)) };
  g_array_set_size (r.entries, (guint)patch->next);
  copy_objects (&r);
  put_streams (&r);
  for (guint next = 0; next < patch->objects->len;)
    next = put_pack (&r, next);
  put_xref (&r);
  g_array_unref (r.entries);
  return !r.failed && !ferror (to);
}
