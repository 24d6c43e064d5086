#include "output/pdf_lang.h"

#include <stdlib.h>
#include <string.h>

/* SIZE bytes from OFFSET, with a zero behind them; NULL on failure. */
static char *read_at (FILE *file, long offset, gsize size)
{
  char *bytes = g_malloc (size + 1);
  if (fseek (file, offset, SEEK_SET) != 0 || fread (bytes, 1, size, file) != size) {
    g_free (bytes);
    return NULL;
  }
  bytes[size] = '\0';
  return bytes;
}

/* The number after the last NAME in TEXT, or -1. */
static long number_after (const char *text, const char *name)
{
  const char *found = g_strrstr (text, name);
  return found ? strtol (found + strlen (name), NULL, 10) : -1;
}

/* The offset of object NUMBER from the single cross-reference section at XREF. */
static long object_offset (FILE *file, long xref, long number)
{
  g_autofree char *start = read_at (file, xref, 32);
  long first = 0, count = 0;
  int used = 0;
  if (!start || sscanf (start, "xref %ld %ld%n", &first, &count, &used) != 2 || number < first ||
      number >= first + count)
    return -1;
  /* Entries are 20 bytes each, after the line end. */
  g_autofree char *entry = read_at (file, xref + used + 1 + (number - first) * 20, 20);
  return entry ? strtol (entry, NULL, 10) : -1;
}

/* The dictionary of the object at OFFSET, from "<<" up to its closing ">>". */
static char *read_dictionary (FILE *file, long offset, long limit)
{
  g_autofree char *object = read_at (file, offset, (gsize)(limit - offset));
  char *open = object ? strstr (object, "<<") : NULL;
  char *end = open ? strstr (open, "endobj") : NULL;
  if (!end)
    return NULL;
  *end = '\0';
  char *close = g_strrstr (open, ">>");
  if (!close)
    return NULL;
  *close = '\0';
  return g_strdup (open);
}

gboolean tz_pdf_add_lang (FILE *file, const char *lang)
{
  if (fseek (file, 0, SEEK_END) != 0)
    return FALSE;
  long size = ftell (file), tail_size = MIN (size, 1024);
  g_autofree char *tail = size > 0 ? read_at (file, size - tail_size, (gsize)tail_size) : NULL;
  if (!tail)
    return FALSE;
  long xref = number_after (tail, "startxref"), objects = number_after (tail, "/Size"),
       root = number_after (tail, "/Root");
  long info = number_after (tail, "/Info");
  long offset = xref > 0 && xref < size && root > 0 ? object_offset (file, xref, root) : -1;
  g_autofree char *catalogue = offset > 0 && offset < xref ? read_dictionary (file, offset, xref) : NULL;
  if (!catalogue || objects < 0 || info < 0)
    return TRUE;
  if (fseek (file, 0, SEEK_END) != 0)
    return FALSE;
  fprintf (file, "%ld 0 obj\n%s /Lang (%s)\n>>\nendobj\n", root, catalogue, lang);
  long update = ftell (file);
  fprintf (file,
           "xref\n%ld 1\n%010ld 00000 n \ntrailer\n<< /Size %ld\n   /Root %ld 0 R\n   /Info %ld 0 R\n   /Prev "
           "%ld\n>>\n",
           root, size, objects, root, info, xref);
  fprintf (file, "startxref\n%ld\n%%%%EOF\n", update);
  return !ferror (file);
}
