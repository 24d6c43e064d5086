/* Pages as pictures of 150 dpi: a preview, for web pages and chats. */
#include "output/backends.h"

#include "output/draw.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>

#define DPI 150.0
/* Cairo's images end at 32,767 pixels a side. */
#define MOST_PIXELS 32000.0

static cairo_status_t write_bytes (void *file, const unsigned char *data, unsigned int length)
{
  return fwrite (data, 1, length, file) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t *draw_picture (const TzPage *page, TzFonts *fonts)
{
  double width = tz_len_to_pt (page->width), height = tz_len_to_pt (page->height);
  double scale = MIN (DPI / 72, MOST_PIXELS / MAX (width, height));
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width * scale), (int)ceil (height * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  TzDraw *draw = tz_draw_new (fonts);
  tz_draw_page (draw, cr, page);
  tz_draw_free (draw);
  cairo_destroy (cr);
  return surface;
}

static gboolean write_png (const TzLayout *layout, TzFonts *fonts, const char *path, int page,
                           TzDiag *diag G_GNUC_UNUSED, GError **error)
{
  FILE *file = g_fopen (path, "wb");
  cairo_status_t status = CAIRO_STATUS_WRITE_ERROR;
  gboolean done = file != NULL;
  errno = file ? 0 : errno;
  if (file) {
    cairo_surface_t *surface = draw_picture (layout->pages->pages->pdata[page], fonts);
    status = cairo_surface_write_to_png_stream (surface, write_bytes, file);
    cairo_surface_destroy (surface);
    done = fflush (file) == 0 && status == CAIRO_STATUS_SUCCESS;
    int code = errno;
    done = fclose (file) == 0 && done;
    errno = code ? code : errno;
  }
  if (done)
    return TRUE;
  int code = errno;
  tz_output_set_error (error, path, code);
  return FALSE;
}

const TzBackend tz_backend_png = {
  .name = "png", .extension = "png", .write = write_png, .draws = TRUE, .per_page = TRUE
};
