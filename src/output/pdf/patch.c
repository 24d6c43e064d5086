#include "output/pdf/patch_data.h"

#include <stdlib.h>
#include <string.h>

/* ---- reading ---- */

char *tz_pdf_read_at (FILE *file, long offset, gsize size)
{
  char *bytes = g_malloc (size + 1);
  if (fseek (file, offset, SEEK_SET) != 0 || fread (bytes, 1, size, file) != size) {
    g_free (bytes);
    return NULL;
  }
  bytes[size] = '\0';
  return bytes;
}

int tz_pdf_patch_value (const char *dictionary, const char *name)
{
  const char *found = g_strrstr (dictionary, name);
  char *end = NULL;
  long value = found ? strtol (found + strlen (name), &end, 10) : -1;
  return found && end != found + strlen (name) && value >= 0 && value < G_MAXINT ? (int)value : -1;
}

const char *tz_pdf_patch_missing (const TzPdfPatch *patch)
{
  return patch->missing;
}

void tz_pdf_patch_note_missing (TzPdfPatch *patch, const char *what)
{
  if (!patch->missing)
    patch->missing = what;
}

/* The number behind NAME in TEXT, at least LEAST. */
static int need_value (TzPdfPatch *patch, const char *text, const char *name, int least)
{
  int value = tz_pdf_patch_value (text, name);
  if (value < least)
    tz_pdf_patch_note_missing (patch, name);
  return value;
}

/* The end of the file: where the cross-reference table is, and the trailer's keys. */
static void read_trailer (TzPdfPatch *patch)
{
  patch->size = fseek (patch->file, 0, SEEK_END) == 0 ? ftell (patch->file) : 0;
  long tail_size = MIN (patch->size, 1024);
  g_autofree char *tail =
      tail_size > 0 ? tz_pdf_read_at (patch->file, patch->size - tail_size, (gsize)tail_size) : NULL;
  const char *text = tail ? tail : "";
  patch->xref = need_value (patch, text, "startxref", 1);
  patch->n_objects = patch->next = need_value (patch, text, "/Size", 1);
  patch->root = need_value (patch, text, "/Root", 1);
  patch->info = need_value (patch, text, "/Info", 0);
}

static gboolean has_xref (TzPdfPatch *patch)
{
  long room = MIN (patch->size - patch->xref, 32);
  g_autofree char *start = room > 0 ? tz_pdf_read_at (patch->file, patch->xref, (gsize)room) : NULL;
  int first = 0, count = 0, used = 0;
  if (!start || sscanf (start, "xref %d %d%n", &first, &count, &used) != 2)
    return FALSE;
  patch->entries = patch->xref + used + 1;
  return first == 0 && count == patch->n_objects && patch->entries + (long)count * TZ_PDF_ENTRY <= patch->size;
}

TzPdfPatch *tz_pdf_patch_new (FILE *file)
{
  TzPdfPatch *patch = g_new0 (TzPdfPatch, 1);
  patch->file = file;
  patch->text = g_string_new (NULL);
  patch->objects = g_array_new (FALSE, FALSE, sizeof (TzPdfObject));
  patch->free = g_array_new (FALSE, FALSE, sizeof (int));
  read_trailer (patch);
  if (!patch->missing && !has_xref (patch))
    tz_pdf_patch_note_missing (patch, "xref");
  if (patch->missing)
    patch->n_objects = patch->next = 0;
  patch->replaced = g_new0 (guint8, patch->n_objects + 1);
  return patch;
}

void tz_pdf_patch_free (TzPdfPatch *patch)
{
  g_string_free (patch->text, TRUE);
  g_array_unref (patch->objects);
  g_array_unref (patch->free);
  g_free (patch->replaced);
  g_free (patch);
}

int tz_pdf_patch_root (const TzPdfPatch *patch)
{
  return patch->root;
}

/* The offset of an object of the file; -1 if there is none. */
static long object_offset (const TzPdfPatch *patch, int number)
{
  if (number < 0 || number >= patch->n_objects)
    return -1;
  g_autofree char *entry =
      tz_pdf_read_at (patch->file, patch->entries + (long)number * TZ_PDF_ENTRY, TZ_PDF_ENTRY);
  long offset = entry && entry[TZ_PDF_ENTRY - 3] == 'n' ? strtol (entry, NULL, 10) : -1;
  return offset < patch->xref ? offset : -1;
}

/* The object's text up to its end or its stream; *END is where that begins. NULL if
 * the file ends before. */
static char *read_object (const TzPdfPatch *patch, int number, char **end)
{
  long offset = object_offset (patch, number);
  for (long size = 1024; offset >= 0; size *= 4) {
    long most = MIN (size, patch->xref - offset);
    char *object = tz_pdf_read_at (patch->file, offset, (gsize)most);
    if (!object)
      return NULL;
    char *stop = strstr (object, "endobj"), *stream = strstr (object, "stream\n");
    *end = stream && (!stop || stream < stop) ? stream : stop;
    if (*end)
      return object;
    g_free (object);
    if (most < size)
      return NULL;
  }
  return NULL;
}

char *tz_pdf_patch_dictionary (const TzPdfPatch *patch, int number)
{
  char *end = NULL;
  g_autofree char *object = read_object (patch, number, &end);
  if (!object)
    return NULL;
  *end = '\0';
  char *open = strstr (object, "<<"), *close = open ? g_strrstr (open, ">>") : NULL;
  return close ? g_strndup (open, (gsize)(close - open)) : NULL;
}

char *tz_pdf_patch_need (TzPdfPatch *patch, int number, const char *what)
{
  char *dictionary = tz_pdf_patch_dictionary (patch, number);
  if (!dictionary)
    tz_pdf_patch_note_missing (patch, what);
  return dictionary;
}

GArray *tz_pdf_patch_pages (const TzPdfPatch *patch)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *catalogue = tz_pdf_patch_dictionary (patch, patch->root);
  int list = catalogue ? tz_pdf_patch_value (catalogue, "/Pages") : -1;
  g_autofree char *pages = list >= 0 ? tz_pdf_patch_dictionary (patch, list) : NULL;
  char *kid = pages ? strstr (pages, "/Kids [") : NULL;
  for (kid = kid ? kid + strlen ("/Kids [") : NULL; kid;) {
    char *next;
    int number = (int)strtol (kid, &next, 10);
    kid = next > kid ? strchr (next, 'R') : NULL;
    kid = kid ? kid + 1 : NULL;
    if (kid)
      g_array_append_val (numbers, number);
  }
  return numbers;
}

/* What an object that is a number holds, as lengths of streams are. */
static long integer (const TzPdfPatch *patch, int number)
{
  char *end = NULL;
  g_autofree char *object = read_object (patch, number, &end);
  char *value = object ? strstr (object, "obj") : NULL;
  return value && value < end ? strtol (value + strlen ("obj"), NULL, 10) : -1;
}

GByteArray *tz_pdf_patch_stream (const TzPdfPatch *patch, int number)
{
  char *end = NULL;
  g_autofree char *object = read_object (patch, number, &end);
  if (!object || !g_str_has_prefix (end, "stream\n"))
    return NULL;
  long offset = object_offset (patch, number) + (end - object) + (long)strlen ("stream\n");
  *end = '\0';
  long length = tz_pdf_patch_value (object, "/Length");
  const char *name = g_strrstr (object, "/Length");
  int generation;
  char mark;
  if (name && sscanf (name + strlen ("/Length"), "%*d %d %c", &generation, &mark) == 2 && mark == 'R')
    length = integer (patch, (int)length);
  char *bytes = length >= 0 && length <= patch->xref - offset
                    ? tz_pdf_read_at (patch->file, offset, (gsize)length)
                    : NULL;
  return bytes ? g_byte_array_new_take ((guint8 *)bytes, (gsize)length) : NULL;
}

/* ---- changing ---- */

int tz_pdf_patch_reserve (TzPdfPatch *patch)
{
  if (patch->free->len == 0)
    return patch->next++;
  int number = g_array_index (patch->free, int, patch->free->len - 1);
  g_array_set_size (patch->free, patch->free->len - 1);
  return number;
}

static void place (TzPdfPatch *patch, int number, gboolean stream)
{
  TzPdfObject object = { .number = number, .offset = patch->text->len, .stream = stream };
  g_array_append_val (patch->objects, object);
  if (number < patch->n_objects)
    patch->replaced[number] = TRUE;
}

GString *tz_pdf_patch_begin (TzPdfPatch *patch, int number)
{
  place (patch, number, FALSE);
  return patch->text;
}

void tz_pdf_patch_end (TzPdfPatch *patch)
{
  TzPdfObject *last = &g_array_index (patch->objects, TzPdfObject, patch->objects->len - 1);
  last->length = patch->text->len - last->offset;
}

void tz_pdf_patch_stream_put (TzPdfPatch *patch, int number, const GByteArray *stream)
{
  place (patch, number, TRUE);
  g_string_append_printf (patch->text, "<< /Length %u\n   /Filter /FlateDecode\n>>\nstream\n", stream->len);
  g_string_append_len (patch->text, (const char *)stream->data, (gssize)stream->len);
  g_string_append (patch->text, "\nendstream");
  tz_pdf_patch_end (patch);
}

void tz_pdf_patch_drop (TzPdfPatch *patch, int number)
{
  g_return_if_fail (number > 0 && number < patch->n_objects);
  if (!patch->replaced[number])
    g_array_append_val (patch->free, number);
  patch->replaced[number] = TRUE;
}

/* ---- an update at the end ---- */

gboolean tz_pdf_patch_append (TzPdfPatch *patch)
{
  if (patch->objects->len == 0)
    return TRUE;
  if (fseek (patch->file, 0, SEEK_END) != 0)
    return FALSE;
  long *offsets = g_new (long, patch->objects->len);
  for (guint i = 0; i < patch->objects->len; i++) {
    const TzPdfObject *object = &g_array_index (patch->objects, TzPdfObject, i);
    offsets[i] = ftell (patch->file);
    fprintf (patch->file, "%d 0 obj\n", object->number);
    fwrite (patch->text->str + object->offset, 1, object->length, patch->file);
    fputs ("\nendobj\n", patch->file);
  }
  long xref = ftell (patch->file);
  fputs ("xref\n", patch->file);
  for (guint i = 0; i < patch->objects->len; i++)
    fprintf (patch->file, "%d 1\n%010ld 00000 n \n", g_array_index (patch->objects, TzPdfObject, i).number,
             offsets[i]);
  fprintf (
      patch->file,
      "trailer\n<< /Size %d\n   /Root %d 0 R\n   /Info %d 0 R\n   /Prev %ld\n>>\nstartxref\n%ld\n%%%%EOF\n",
      patch->next, patch->root, patch->info, patch->xref, xref);
  g_free (offsets);
  return !ferror (patch->file);
}
