#include "output/pdf/complete.h"

#include "output/pdf/patch.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What is added is of version 1.5 (object streams, the scope of head cells), also where Cairo was asked for
 * 1.4. */
static void set_version (FILE *file, TzPdfPatch *patch)
{
  static const char head[] = "%PDF-1.";
  char found[sizeof head] = "";
  gboolean known = fseek (file, 0, SEEK_SET) == 0 && fread (found, 1, strlen (head), file) == strlen (head) &&
                   strcmp (found, head) == 0;
  if (!known)
    tz_pdf_patch_note_missing (patch, head);
  else if (fseek (file, (long)strlen (head), SEEK_SET) == 0)
    fputc ('5', file);
}

/* The document's language, which Cairo 1.16 cannot write, and MORE (NULL: no more). */
static void add_to_catalogue (TzPdfPatch *patch, const TzPages *pages, const char *more)
{
  int root = tz_pdf_patch_root (patch);
  g_autofree char *catalogue = tz_pdf_patch_need (patch, root, "/Root");
  if (!catalogue)
    return;
  GString *text = tz_pdf_patch_begin (patch, root);
  g_string_append_printf (text, "%s /Lang (%s)\n", catalogue, pages->lang ? pages->lang : "zh-CN");
  if (more)
    g_string_append_printf (text, "   %s\n", more);
  g_string_append (text, ">>");
  tz_pdf_patch_end (patch);
}

static void turn_page (TzPdfPatch *patch, int number)
{
  g_autofree char *dictionary = tz_pdf_patch_need (patch, number, "/Kids");
  if (!dictionary)
    return;
  g_string_append_printf (tz_pdf_patch_begin (patch, number), "%s /Rotate 90\n>>", dictionary);
  tz_pdf_patch_end (patch);
}

/* On the screen a page that is printed turned is turned back (ISO 32000-1, 7.7.3.3). */
static void turn_pages (TzPdfPatch *patch, const TzPages *pages)
{
  GArray *numbers = tz_pdf_patch_pages (patch);
  if (numbers->len != pages->pages->len)
    tz_pdf_patch_note_missing (patch, "/Kids");
  for (guint i = 0; i < numbers->len && i < pages->pages->len; i++)
    if (((const TzPage *)pages->pages->pdata[i])->turned)
      turn_page (patch, g_array_index (numbers, int, i));
  g_array_unref (numbers);
}

/* FILE with its changes, in place of what it was. */
static gboolean rewrite (FILE *file, TzPdfPatch *patch)
{
  char *bytes = NULL;
  gsize size = 0;
  FILE *memory = open_memstream (&bytes, &size);
  gboolean done = memory && tz_pdf_patch_write (patch, memory);
  done = memory && fclose (memory) == 0 && done;
  done = done && fseek (file, 0, SEEK_SET) == 0 && fwrite (bytes, 1, size, file) == size &&
         fflush (file) == 0 && ftruncate (fileno (file), (off_t)size) == 0;
  free (bytes); /* the stream's, not GLib's */
  return done;
}

gboolean tz_pdf_complete (FILE *file, const TzPages *pages, const TzPdfTags *tags, const char **missing)
{
  TzPdfPatch *patch = tz_pdf_patch_new (file);
  set_version (file, patch);
  g_autofree char *more = tags ? tz_pdf_structure_write (pages, tz_pdf_tags_marks (tags), patch) : NULL;
  add_to_catalogue (patch, pages, more);
  turn_pages (patch, pages);
  *missing = ferror (file) ? NULL : tz_pdf_patch_missing (patch);
  gboolean done = !ferror (file) && !*missing && (more ? rewrite (file, patch) : tz_pdf_patch_append (patch));
  tz_pdf_patch_free (patch);
  return done;
}
