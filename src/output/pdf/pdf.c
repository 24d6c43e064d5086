/* Pages to PDF: vector text that can be searched and copied, outline, metadata. */
#include "output/backends.h"

#include "base/intl.h"
#include "output/draw.h"
#include "output/pdf/complete.h"
#include "output/pdf/tags.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

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

/* The paper that PAGE is printed on; what is drawn as it is read will stand on it. */
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

/* Of the versions in which Cairo writes a table of its objects, as tz_pdf_complete needs it, the newest. Cairo
 * 1.16 does so in all; later ones pack objects from 1.5 on. Version 1.4 lacks what Cairo says of glyphs that
 * stand for several characters, so that less can be copied from it. */
static cairo_pdf_version_t version_to_ask (void)
{
  return cairo_version () < CAIRO_VERSION_ENCODE (1, 17, 0) ? CAIRO_PDF_VERSION_1_5 : CAIRO_PDF_VERSION_1_4;
}

/* TAGS: NULL for pages without a structure. */
static cairo_status_t draw_pages (FILE *file, const TzPages *pages, TzFonts *fonts, TzPdfTags *tags)
{
  const TzPage *first = pages->pages->pdata[0];
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      write_bytes, file, tz_len_to_pt (first->width), tz_len_to_pt (first->height));
  cairo_pdf_surface_restrict_to_version (surface, version_to_ask ());
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

/* MISSING: what Cairo's PDF lacks, or NULL, and CODE is the system's number. */
static gboolean fail (GError **error, const char *path, const char *missing, int code)
{
  if (missing)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                 _ ("cannot write “%s”: the PDF as Cairo %s makes it has no %s, so that language and structure "
                    "cannot be added. Leave PDF out with -f xlsx, or have Cairo 1.16 installed"),
                 path, cairo_version_string (), missing);
  else
    tz_output_set_error (error, path, code);
  return FALSE;
}

static gboolean write_pdf (const TzLayout *layout, TzFonts *fonts, const char *path, int page G_GNUC_UNUSED,
                           TzDiag *diag G_GNUC_UNUSED, GError **error)
{
  const char *missing = NULL;
  FILE *file = g_fopen (path, "w+b");
  if (!file)
    return fail (error, path, NULL, errno);
  errno = 0;
  TzPdfTags *tags = layout->pages->nodes ? tz_pdf_tags_new (layout->pages) : NULL;
  cairo_status_t status = draw_pages (file, layout->pages, fonts, tags);
  gboolean done = status == CAIRO_STATUS_SUCCESS && tz_pdf_complete (file, layout->pages, tags, &missing);
  tz_pdf_tags_free (tags);
  done = fflush (file) == 0 && done;
  int code = errno;
  done = fclose (file) == 0 && done;
  return done || fail (error, path, missing, code ? code : errno);
}

const TzBackend tz_backend_pdf = {
  .name = "pdf", .extension = "pdf", .write = write_pdf, .usual = TRUE, .draws = TRUE
};
