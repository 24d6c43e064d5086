/* Pages to PDF: vector text that can be searched and copied, outline, metadata. */
#include "output/backends.h"

#include "output/draw.h"
#include "output/pdf/patch.h"
#include "output/pdf/tags.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static cairo_status_t write_bytes (void *file, const unsigned char *data, unsigned int length)
{
  return fwrite (data, 1, length, file) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void set_metadata (cairo_surface_t *surface, const TzPages *pages)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (pages->date);
  g_autofree char *date = moment ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  const struct {
    cairo_pdf_metadata_t key;
    const char *value;
  } entries[] = {
    { CAIRO_PDF_METADATA_TITLE, pages->title },     { CAIRO_PDF_METADATA_AUTHOR, pages->author },
    { CAIRO_PDF_METADATA_SUBJECT, pages->subject }, { CAIRO_PDF_METADATA_CREATOR, "taizhang " TZ_VERSION },
    { CAIRO_PDF_METADATA_CREATE_DATE, date },       { CAIRO_PDF_METADATA_MOD_DATE, date },
  };
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].value)
      cairo_pdf_surface_set_metadata (surface, entries[i].key, entries[i].value);
}

/* Line feeds of a title become spaces: a bookmark is one line. */
static char *one_line (const char *text)
{
  char *line = g_strdup (text);
  return g_strdelimit (line, "\n", ' ');
}

static void add_outline (cairo_surface_t *surface, const TzPages *pages)
{
  int parents[8] = { CAIRO_PDF_OUTLINE_ROOT };
  for (guint i = 0; i < pages->outline->len; i++) {
    const TzOutlineEntry *entry = &g_array_index (pages->outline, TzOutlineEntry, i);
    int level = CLAMP (entry->level, 1, 7);
    g_autofree char *title = one_line (entry->title);
    const TzPage *page = pages->pages->pdata[entry->page];
    /* The left end of the line at Y, as the page is printed. */
    TzLen x = page->turned ? entry->y : 0, y = page->turned ? page->width : entry->y;
    g_autofree char *link =
        g_strdup_printf ("page=%d pos=[%.2f %.2f]", entry->page + 1, tz_len_to_pt (x), tz_len_to_pt (y));
    int id =
        cairo_pdf_surface_add_outline (surface, parents[level - 1], title, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    for (int below = level; below < 8; below++)
      parents[below] = id;
  }
}

/* The sheet that PAGE is printed on; what is drawn as it is read will stand on it. */
static void begin_page (cairo_surface_t *surface, cairo_t *cr, const TzPage *page)
{
  double width = tz_len_to_pt (page->width), height = tz_len_to_pt (page->height);
  cairo_matrix_t turn;
  cairo_identity_matrix (cr);
  if (!page->turned) {
    cairo_pdf_surface_set_size (surface, width, height);
    return;
  }
  cairo_pdf_surface_set_size (surface, height, width);
  cairo_matrix_init (&turn, 0, -1, 1, 0, 0, width);
  cairo_transform (cr, &turn);
}

/* TAGS: NULL for pages without a structure. */
static cairo_status_t draw_pages (FILE *file, const TzPages *pages, TzFonts *fonts, TzPdfTags *tags)
{
  const TzPage *first = pages->pages->pdata[0];
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      write_bytes, file, tz_len_to_pt (first->width), tz_len_to_pt (first->height));
  set_metadata (surface, pages);
  cairo_t *cr = cairo_create (surface);
  TzDraw *draw = tz_draw_new (fonts);
  tz_draw_embed (draw, pages);
  for (guint i = 0; i < pages->pages->len; i++) {
    const TzPage *page = pages->pages->pdata[i];
    begin_page (surface, cr, page);
    if (tags)
      tz_pdf_tags_draw (tags, draw, cr, page);
    else
      tz_draw_page (draw, cr, page);
    cairo_show_page (cr);
  }
  add_outline (surface, pages);
  tz_draw_free (draw);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/* The document's language, which Cairo 1.16 cannot write, and MORE (NULL: no more). */
static void add_to_catalogue (TzPdfPatch *patch, const TzPages *pages, const char *more)
{
  int root = tz_pdf_patch_root (patch);
  g_autofree char *catalogue = tz_pdf_patch_dictionary (patch, root);
  if (!catalogue)
    return;
  GString *text = tz_pdf_patch_begin (patch, root);
  g_string_append_printf (text, "%s /Lang (%s)\n", catalogue, pages->lang ? pages->lang : "zh-CN");
  if (more)
    g_string_append_printf (text, "   %s\n", more);
  g_string_append (text, ">>");
  tz_pdf_patch_end (patch);
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

/* On the screen a page that is printed turned is turned back (ISO 32000-1, 7.7.3.3). */
static void turn_pages (TzPdfPatch *patch, const TzPages *pages)
{
  GArray *numbers = tz_pdf_patch_pages (patch);
  for (guint i = 0; i < numbers->len && i < pages->pages->len; i++) {
    int number = g_array_index (numbers, int, i);
    g_autofree char *dictionary =
        ((const TzPage *)pages->pages->pdata[i])->turned ? tz_pdf_patch_dictionary (patch, number) : NULL;
    if (!dictionary)
      continue;
    g_string_append_printf (tz_pdf_patch_begin (patch, number), "%s /Rotate 90\n>>", dictionary);
    tz_pdf_patch_end (patch);
  }
  g_array_unref (numbers);
}

/* Adds to FILE what Cairo left out. A file that is not as expected stays as it is. */
static gboolean complete (FILE *file, const TzPages *pages, const TzPdfTags *tags)
{
  TzPdfPatch *patch = tz_pdf_patch_new (file);
  if (!patch)
    return !ferror (file);
  g_autofree char *more = tags ? tz_pdf_structure_write (pages, tz_pdf_tags_marks (tags), patch) : NULL;
  add_to_catalogue (patch, pages, more);
  turn_pages (patch, pages);
  gboolean done = more ? rewrite (file, patch) : tz_pdf_patch_append (patch);
  tz_pdf_patch_free (patch);
  return done;
}

static gboolean write_pdf (const TzLayout *layout, TzFonts *fonts, const char *path, int page G_GNUC_UNUSED,
                           TzDiag *diag G_GNUC_UNUSED, GError **error)
{
  FILE *file = g_fopen (path, "w+b");
  if (!file) {
    int code = errno;
    tz_output_set_error (error, path, code);
    return FALSE;
  }
  errno = 0;
  TzPdfTags *tags = layout->pages->nodes ? tz_pdf_tags_new (layout->pages) : NULL;
  cairo_status_t status = draw_pages (file, layout->pages, fonts, tags);
  gboolean done = status == CAIRO_STATUS_SUCCESS && complete (file, layout->pages, tags);
  tz_pdf_tags_free (tags);
  done = fflush (file) == 0 && done;
  int code = errno;
  done = fclose (file) == 0 && done;
  if (done)
    return TRUE;
  if (code == 0)
    code = errno;
  tz_output_set_error (error, path, code);
  return FALSE;
}

const TzBackend tz_backend_pdf = {
  .name = "pdf", .extension = "pdf", .write = write_pdf, .usual = TRUE, .draws = TRUE
};
