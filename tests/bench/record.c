/* record TABLE.csv TEMPLATE PAGES: lays TABLE out as the program does and writes down
 * what stands where, for floor. Must draw what output/draw.c draws; the runner
 * compares the sizes of both PDFs. */
#include "command/counterset.h"
#include "command/fontset.h"
#include "compose/book/book.h"
#include "layout/flow.h"
#include "pages.h"

#include <stdio.h>

typedef struct {
  FILE *file;
  TzFonts *fonts;
  GArray *faces; /* TzFace: in the order the floor knows them */
} Recorder;

static void write_padded (Recorder *r, const void *data, gsize n)
{
  static const char zeros[8];
  fwrite (data, 1, n, r->file);
  fwrite (zeros, 1, BENCH_PADDED (n) - n, r->file);
}

static void write_item (Recorder *r, const BenchItem *item)
{
  fwrite (item, sizeof *item, 1, r->file);
}

static guint font_number (Recorder *r, TzFace face)
{
  for (guint i = 0; i < r->faces->len; i++)
    if (g_array_index (r->faces, TzFace, i) == face)
      return i;
  const char *path = tz_fonts_path (r->fonts, face);
  gsize n = strcspn (path, "#");
  char *plain = g_strndup (path, n);
  write_item (r, &(BenchItem){ .kind = BENCH_FONT,
                               .number = hb_face_get_index (hb_font_get_face (tz_fonts_hb (r->fonts, face))),
                               .bytes = (guint32)n + 1 });
  write_padded (r, plain, n + 1);
  g_free (plain);
  g_array_append_val (r->faces, face);
  return r->faces->len - 1;
}

typedef struct {
  const TzLines *lines;
  const TzGlyph *glyphs;
  guint n;
  double x, baseline;
} Run;

static void record_run (Recorder *r, const Run *run)
{
  TzFace face = run->glyphs[0].face;
  if (face == TZ_FACE_NONE)
    return; /* an empty box: no data of the benchmark has one */
  BenchItem item = { .kind = BENCH_RUN,
                     .number = font_number (r, face),
                     .colour = run->lines->colour,
                     .thicken =
                         (run->glyphs[0].flags & TZ_GLYPH_BOLD) && tz_fonts_needs_thickening (r->fonts, face),
                     .n_glyphs = run->n,
                     .size = tz_len_to_pt (run->lines->size) };
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  for (guint i = 0; i < run->n; i++) {
    const TzGlyph *from = &run->glyphs[i];
    cairo_glyph_t glyph = { .index = from->glyph, .x = run->x + tz_len_to_pt (from->x), .y = run->baseline };
    cairo_text_cluster_t cluster = { .num_bytes = from->n_bytes, .num_glyphs = 1 };
    g_array_append_val (glyphs, glyph);
    if (from->n_bytes == 0 && clusters->len > 0)
      g_array_index (clusters, cairo_text_cluster_t, clusters->len - 1).num_glyphs++;
    else
      g_array_append_val (clusters, cluster);
    item.bytes += from->n_bytes;
  }
  item.n_clusters = clusters->len;
  write_item (r, &item);
  fwrite (glyphs->data, sizeof (cairo_glyph_t), glyphs->len, r->file);
  fwrite (clusters->data, sizeof (cairo_text_cluster_t), clusters->len, r->file);
  write_padded (r, run->lines->text + run->glyphs[0].text, item.bytes);
}

static void record_line (Recorder *r, const TzLines *lines, int number, double x, double baseline)
{
  const TzLine *line = &lines->lines[number];
  const TzGlyph *glyphs = lines->glyphs + line->glyph;
  for (guint from = 0, to; from < line->n_glyphs; from = to) {
    for (to = from + 1;
         to < line->n_glyphs && glyphs[to].face == glyphs[from].face && glyphs[to].flags == glyphs[from].flags;
         to++)
      ;
    record_run (r, &(Run){ lines, glyphs + from, to - from, x, baseline });
  }
}

static void record_text (Recorder *r, const TzPageText *text)
{
  TzLen baseline = text->y + text->lines->size * 88 / 100;
  for (int i = 0; i < text->n; i++)
    record_line (r, text->lines, text->first + i, tz_len_to_pt (text->x),
                 tz_len_to_pt (baseline + i * text->lines->pitch));
}

static void record_page (Recorder *r, const TzPage *page)
{
  write_item (
      r, &(BenchItem){ .kind = BENCH_PAGE, .xy = { tz_len_to_pt (page->width), tz_len_to_pt (page->height) } });
  for (guint i = 0; i < page->fills->len; i++) {
    const TzPageFill *fill = &g_array_index (page->fills, TzPageFill, i);
    write_item (r, &(BenchItem){ .kind = BENCH_FILL,
                                 .colour = fill->colour,
                                 .xy = { tz_len_to_pt (fill->x), tz_len_to_pt (fill->y),
                                         tz_len_to_pt (fill->width), tz_len_to_pt (fill->height) } });
  }
  for (guint i = 0; i < page->rules->len; i++) {
    const TzPageRule *rule = &g_array_index (page->rules, TzPageRule, i);
    write_item (r, &(BenchItem){ .kind = BENCH_RULE,
                                 .colour = rule->colour,
                                 .size = tz_len_to_pt (rule->thickness),
                                 .xy = { tz_len_to_pt (rule->x0), tz_len_to_pt (rule->y0),
                                         tz_len_to_pt (rule->x1), tz_len_to_pt (rule->y1) } });
  }
  for (guint i = 0; i < page->texts->len; i++)
    record_text (r, &g_array_index (page->texts, TzPageText, i));
}

static gboolean record_book (Recorder *r, const char *input, const char *form, TzDiag *diag)
{
  TzBookOptions options = { .template_name = form };
  TzBook *book = tz_book_load (input, &options, diag);
  TzFontConfig *config = tz_fontset_load (NULL, diag);
  r->fonts = config ? tz_fonts_new (config, NULL) : NULL;
  TzDoc *doc = book ? tz_book_compose (book, 0, diag) : NULL;
  if (!r->fonts || !doc)
    return FALSE;
  TzTypesetter *setter = tz_typesetter_new (r->fonts, tz_counterset_load (NULL, diag));
  TzMeasure measure = tz_measure_typeset (setter);
  TzLayout *layout = tz_layout_new (doc, &measure, diag);
  for (guint i = 0; layout && i < layout->pages->pages->len; i++)
    record_page (r, layout->pages->pages->pdata[i]);
  write_item (r, &(BenchItem){ .kind = BENCH_END });
  tz_layout_free (layout);
  tz_typesetter_free (setter);
  tz_doc_free (doc);
  tz_book_free (book);
  return layout != NULL;
}

int main (int argc, char **argv)
{
  if (argc != 4)
    return 2;
  Recorder r = { .file = fopen (argv[3], "wb"), .faces = g_array_new (FALSE, FALSE, sizeof (TzFace)) };
  TzDiag *diag = tz_diag_new ();
  gboolean done = r.file && record_book (&r, argv[1], argv[2], diag);
  tz_diag_free (diag);
  g_array_unref (r.faces);
  return r.file && fclose (r.file) == 0 && done ? 0 : 1;
}
