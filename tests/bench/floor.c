/* floor whole|cut PAGES OUT.pdf: bare Cairo. Draws what record wrote down: the same
 * glyphs at the same places with the same clusters, the same rules. Fonts are opened
 * whole, as most programs do, or cut to the glyphs shown, as ours does. Nothing is
 * read, broken or placed here, so no program on Cairo can be faster without asking
 * Cairo for something else. */
#include "pages.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <fcntl.h>
#include <hb-subset.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_FONTS = 64, MAX_SCALED = 256 };

typedef struct {
  uint32_t font;
  double size;
  cairo_scaled_font_t *scaled;
} Scaled;

static FT_Library library;
static cairo_font_face_t *fonts[MAX_FONTS];
static hb_set_t *glyphs_of[MAX_FONTS]; /* what is shown of each; NULL: open them whole */
static Scaled scaled_fonts[MAX_SCALED];
static uint16_t numbers[MAX_FONTS][0x10000]; /* of the glyphs in fonts that were cut */
static int n_fonts, n_scaled;

/* Where the item after this one begins. */
static const char *item_end (const BenchItem *item)
{
  return (const char *)(item + 1) + item->n_glyphs * sizeof (cairo_glyph_t) +
         item->n_clusters * sizeof (cairo_text_cluster_t) + BENCH_PADDED (item->bytes);
}

static const cairo_glyph_t *glyphs_of_run (const BenchItem *item)
{
  return (const cairo_glyph_t *)(const void *)(item + 1);
}

static void collect_glyphs (const BenchItem *item)
{
  for (int i = 0; i < MAX_FONTS; i++)
    glyphs_of[i] = hb_set_create ();
  for (; item->kind != BENCH_END; item = (const BenchItem *)(const void *)item_end (item))
    for (uint32_t i = 0; item->kind == BENCH_RUN && i < item->n_glyphs; i++)
      hb_set_add (glyphs_of[item->number], (hb_codepoint_t)glyphs_of_run (item)[i].index);
}

/* As typeset/face.c: no tables but these, glyphs numbered anew. */
static hb_blob_t *lend_table (hb_face_t *face, hb_tag_t tag, void *whole)
{
  static const char kept[][5] = { "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post",
                                  "CFF ", "glyf", "loca", "cvt ", "fpgm", "prep" };
  (void)face;
  for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
    if (hb_tag_from_string (kept[i], 4) == tag)
      return hb_face_reference_table (whole, tag);
  return hb_blob_get_empty ();
}

static FT_Error open_cut (const char *path, uint32_t number, int font, FT_Face *face)
{
  hb_blob_t *file = hb_blob_create_from_file (path);
  hb_face_t *whole = hb_face_create (file, number);
  hb_face_t *lean = hb_face_create_for_tables (lend_table, whole, NULL);
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_union (hb_subset_input_glyph_set (input), glyphs_of[font]);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail (lean, input);
  hb_face_t *part = hb_subset_plan_execute_or_fail (plan);
  const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping (plan);
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  while (hb_set_next (glyphs_of[font], &glyph))
    numbers[font][glyph & 0xFFFF] = (uint16_t)hb_map_get (map, glyph);
  unsigned int length = 0;
  const char *data = hb_blob_get_data (hb_face_reference_blob (part), &length);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
  hb_face_destroy (lean);
  hb_face_destroy (whole);
  hb_blob_destroy (file);
  return FT_New_Memory_Face (library, (const FT_Byte *)data, (FT_Long)length, 0, face);
}

static int add_font (const BenchItem *item, const char *path)
{
  FT_Face face;
  if (n_fonts == MAX_FONTS)
    return 0;
  if (glyphs_of[n_fonts] ? open_cut (path, item->number, n_fonts, &face) != 0
                         : FT_New_Face (library, path, (FT_Long)item->number, &face) != 0)
    return 0;
  fonts[n_fonts++] = cairo_ft_font_face_create_for_ft_face (face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
  return 1;
}

/* The item's glyphs as the font knows them; the mapping of the file is private. */
static void renumber (BenchItem *item)
{
  cairo_glyph_t *glyphs = (cairo_glyph_t *)(void *)(item + 1);
  for (uint32_t i = 0; i < item->n_glyphs; i++)
    glyphs[i].index = numbers[item->number][glyphs[i].index & 0xFFFF];
}

static cairo_scaled_font_t *scaled_get (uint32_t font, double size)
{
  for (int i = 0; i < n_scaled; i++)
    if (scaled_fonts[i].font == font && scaled_fonts[i].size == size)
      return scaled_fonts[i].scaled;
  cairo_matrix_t matrix, ctm;
  cairo_matrix_init_scale (&matrix, size, size);
  cairo_matrix_init_identity (&ctm);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_scaled_font_t *scaled = cairo_scaled_font_create (fonts[font], &matrix, &ctm, options);
  cairo_font_options_destroy (options);
  if (n_scaled < MAX_SCALED)
    scaled_fonts[n_scaled++] = (Scaled){ font, size, scaled };
  return scaled;
}

static void set_colour (cairo_t *cr, uint32_t colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                        (colour & 0xFF) / 255.0);
}

static void draw_run (cairo_t *cr, BenchItem *item)
{
  if (glyphs_of[item->number])
    renumber (item);
  const cairo_glyph_t *glyphs = glyphs_of_run (item);
  const cairo_text_cluster_t *clusters = (const cairo_text_cluster_t *)(const void *)(glyphs + item->n_glyphs);
  set_colour (cr, item->colour);
  cairo_set_scaled_font (cr, scaled_get (item->number, item->size));
  cairo_show_text_glyphs (cr, (const char *)(clusters + item->n_clusters), (int)item->bytes, glyphs,
                          (int)item->n_glyphs, clusters, (int)item->n_clusters, 0);
  if (item->thicken) {
    cairo_glyph_path (cr, glyphs, (int)item->n_glyphs);
    cairo_set_line_width (cr, item->size * .03);
    cairo_stroke (cr);
  }
}

/* Rules of one look are one path, as in output/draw.c. */
static void draw_rule (cairo_t *cr, const BenchItem *item)
{
  const BenchItem *next = item + 1;
  cairo_move_to (cr, item->xy[0], item->xy[1]);
  cairo_line_to (cr, item->xy[2], item->xy[3]);
  if (next->kind == BENCH_RULE && next->size == item->size && next->colour == item->colour)
    return;
  set_colour (cr, item->colour);
  cairo_set_line_width (cr, item->size);
  cairo_stroke (cr);
}

static void draw_fill (cairo_t *cr, const BenchItem *item)
{
  set_colour (cr, item->colour);
  cairo_rectangle (cr, item->xy[0], item->xy[1], item->xy[2], item->xy[3]);
  cairo_fill (cr);
}

static int draw (cairo_surface_t *surface, cairo_t *cr, BenchItem *item)
{
  int n_pages = 0;
  for (;; item = (BenchItem *)(void *)(uintptr_t)item_end (item)) {
    if ((item->kind == BENCH_PAGE || item->kind == BENCH_END) && n_pages > 0)
      cairo_show_page (cr);
    switch (item->kind) {
    case BENCH_FONT:
      if (!add_font (item, (const char *)(item + 1)))
        return 1;
      break;
    case BENCH_PAGE:
      cairo_pdf_surface_set_size (surface, item->xy[0], item->xy[1]);
      n_pages++;
      break;
    case BENCH_RULE:
      draw_rule (cr, item);
      break;
    case BENCH_FILL:
      draw_fill (cr, item);
      break;
    case BENCH_RUN:
      draw_run (cr, item);
      break;
    default:
      return 0;
    }
  }
}

int main (int argc, char **argv)
{
  struct stat status;
  int fd = argc == 4 ? open (argv[2], O_RDONLY) : -1;
  if (fd < 0 || fstat (fd, &status) != 0 || FT_Init_FreeType (&library) != 0)
    return 2;
  void *data = mmap (NULL, (size_t)status.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
  if (data == MAP_FAILED)
    return 2;
  if (strcmp (argv[1], "cut") == 0)
    collect_glyphs (data);
  cairo_surface_t *surface = cairo_pdf_surface_create (argv[3], 842, 595);
  cairo_t *cr = cairo_create (surface);
  int failed = draw (surface, cr, data);
  failed |= cairo_status (cr) != CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  failed |= cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return failed;
}
