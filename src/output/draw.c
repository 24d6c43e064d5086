#include "output/draw.h"

#include "typeset/glyphs.h"

#include <string.h>

struct TzDraw {
  TzFonts *fonts;
  GPtrArray *scaled; /* of Scaled */
  guint8 **used;     /* by face: bits of the glyphs to embed; NULL where none, or when not embedding */
  guint16 **numbers; /* by face: of the glyphs in the font embedded; NULL where they keep their own */
  int n_used;
  GArray *glyphs;   /* cairo_glyph_t of the run being drawn */
  GArray *clusters; /* cairo_text_cluster_t */
  GString *spelt;   /* its text, where gaps are spelt as blanks */
  TzDrawRun run;    /* NULL: runs are not announced */
  gpointer run_self;
};

/* A face at a size, as Cairo wants it; made once for each way that text runs. */
typedef struct {
  TzFace face;
  TzLen size;
  cairo_matrix_t ctm;
  cairo_scaled_font_t *font;
} Scaled;

static void scaled_free (Scaled *scaled)
{
  cairo_scaled_font_destroy (scaled->font);
  g_free (scaled);
}

TzDraw *tz_draw_new (TzFonts *fonts)
{
  TzDraw *draw = g_new0 (TzDraw, 1);
  draw->fonts = fonts;
  draw->scaled = g_ptr_array_new_with_free_func ((GDestroyNotify)scaled_free);
  draw->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  draw->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  draw->spelt = g_string_new (NULL);
  return draw;
}

void tz_draw_watch_runs (TzDraw *draw, TzDrawRun run, gpointer self)
{
  draw->run = run;
  draw->run_self = self;
}

void tz_draw_free (TzDraw *draw)
{
  if (!draw)
    return;
  for (int i = 0; i < draw->n_used; i++) {
    g_free (draw->used[i]);
    g_free (draw->numbers[i]);
  }
  g_free (draw->used);
  g_free (draw->numbers);
  g_ptr_array_unref (draw->scaled);
  g_array_unref (draw->glyphs);
  g_array_unref (draw->clusters);
  g_string_free (draw->spelt, TRUE);
  g_free (draw);
}

static void note_glyph (TzDraw *draw, TzFace face, guint32 glyph)
{
  if (!draw->used[face])
    draw->used[face] = g_new0 (guint8, 0x10000 / 8);
  draw->used[face][glyph / 8 & 0x1FFF] |= (guint8)(1 << (glyph & 7));
}

static void note_lines (TzDraw *draw, const TzLines *lines, int first, int n)
{
  for (int i = first; i < first + n; i++) {
    const TzLine *line = &lines->lines[i];
    for (guint32 k = line->glyph; k < line->glyph + line->n_glyphs; k++) {
      const TzGlyph *glyph = &lines->glyphs[k];
      if (glyph->face >= draw->n_used || glyph->glyph > 0xFFFF)
        continue;
      note_glyph (draw, glyph->face, glyph->glyph);
      if (glyph->flags & (TZ_GLYPH_GAP_BEFORE | TZ_GLYPH_GAP_AFTER))
        note_glyph (draw, glyph->face, tz_fonts_space (draw->fonts, glyph->face));
    }
  }
}

void tz_draw_embed (TzDraw *draw, const TzPages *pages)
{
  draw->n_used = tz_fonts_n_faces (draw->fonts);
  draw->used = g_new0 (guint8 *, draw->n_used);
  draw->numbers = g_new0 (guint16 *, draw->n_used);
  for (guint i = 0; i < pages->pages->len; i++) {
    const TzPage *page = pages->pages->pdata[i];
    for (guint k = 0; k < page->texts->len; k++) {
      const TzPageText *text = &g_array_index (page->texts, TzPageText, k);
      note_lines (draw, text->lines, text->first, text->n);
    }
  }
}

/* The face, made once for all sizes. */
static cairo_font_face_t *face_get (TzDraw *draw, TzFace face)
{
  for (guint i = 0; i < draw->scaled->len; i++) {
    const Scaled *known = draw->scaled->pdata[i];
    if (known->face == face && known->font)
      return cairo_font_face_reference (cairo_scaled_font_get_font_face (known->font));
  }
  if (face < draw->n_used && draw->used[face])
    return tz_fonts_cairo_subset (draw->fonts, face, draw->used[face], &draw->numbers[face]);
  cairo_font_face_t *whole = tz_fonts_cairo (draw->fonts, face);
  return whole ? cairo_font_face_reference (whole) : NULL;
}

static cairo_scaled_font_t *make_scaled (TzDraw *draw, cairo_t *cr, TzFace face, TzLen size)
{
  cairo_font_face_t *cairo_face = face_get (draw, face);
  if (!cairo_face)
    return NULL;
  cairo_matrix_t matrix, ctm;
  cairo_matrix_init_scale (&matrix, tz_len_to_pt (size), tz_len_to_pt (size));
  cairo_get_matrix (cr, &ctm);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_scaled_font_t *font = cairo_scaled_font_create (cairo_face, &matrix, &ctm, options);
  cairo_font_options_destroy (options);
  cairo_font_face_destroy (cairo_face);
  return font;
}

static gboolean same_way (const cairo_matrix_t *a, const cairo_matrix_t *b)
{
  return (a->xx > 0) == (b->xx > 0) && (a->yx > 0) == (b->yx > 0) && (a->yx < 0) == (b->yx < 0);
}

/* NULL when FreeType cannot read the file. */
static cairo_scaled_font_t *scaled_get (TzDraw *draw, cairo_t *cr, TzFace face, TzLen size)
{
  cairo_matrix_t ctm;
  cairo_get_matrix (cr, &ctm);
  for (guint i = 0; i < draw->scaled->len; i++) {
    const Scaled *known = draw->scaled->pdata[i];
    if (known->face == face && known->size == size && same_way (&known->ctm, &ctm))
      return known->font;
  }
  Scaled *scaled = g_new0 (Scaled, 1);
  scaled->face = face;
  scaled->size = size;
  scaled->ctm = ctm;
  scaled->font = make_scaled (draw, cr, face, size);
  g_ptr_array_add (draw->scaled, scaled);
  return scaled->font;
}

static void set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                        (colour & 0xFF) / 255.0);
}

/* C, which no font has: a box as wide as it, so that its absence shows. */
static void draw_box (cairo_t *cr, TzLen size, gunichar c, double x, double baseline)
{
  double em = tz_len_to_pt (size), width = em * tz_missing_advance (c) / TZ_FONT_EM;
  cairo_set_line_width (cr, em / 20);
  cairo_rectangle (cr, x + em * .08, baseline - em * .8, width - em * .16, em * .84);
  cairo_stroke (cr);
}

/* A line of a text from one face. */
typedef struct {
  const TzLines *lines;
  const TzGlyph *glyphs;
  guint n;
  double x, baseline;
} Run;

static void add_glyph (TzDraw *draw, const Run *run, guint32 glyph, TzLen x)
{
  TzFace face = run->glyphs[0].face;
  const guint16 *numbers = face < draw->n_used ? draw->numbers[face] : NULL;
  guint32 index = numbers ? (glyph <= 0xFFFF ? numbers[glyph] : 0) : glyph;
  cairo_glyph_t placed = { .index = index, .x = run->x + tz_len_to_pt (x), .y = run->baseline };
  g_array_append_val (draw->glyphs, placed);
}

/* A cluster: the glyph at I and those behind it that stand for the same characters (n_bytes 0).
 * In a PDF the gap between hanzi and Latin is filled by a space glyph that belongs to the letter's
 * cluster, so that readers copy the letter alone. They would take an empty gap for a space in the
 * text. */
static void add_cluster (TzDraw *draw, const Run *run, guint i, guint32 space)
{
  const TzGlyph *from = &run->glyphs[i];
  TzLen room = run->lines->size / 4;
  cairo_text_cluster_t cluster = { .num_bytes = from->n_bytes };
  guint first = draw->glyphs->len;
  if (space && from->flags & TZ_GLYPH_GAP_BEFORE)
    add_glyph (draw, run, space, from->x - room);
  add_glyph (draw, run, from->glyph, from->x);
  for (; i + 1 < run->n && run->glyphs[i + 1].n_bytes == 0; i++)
    add_glyph (draw, run, run->glyphs[i + 1].glyph, run->glyphs[i + 1].x);
  if (space && run->glyphs[i].flags & TZ_GLYPH_GAP_AFTER)
    add_glyph (draw, run, space, run->glyphs[i + 1].x - room); /* a glyph always follows a gap */
  cluster.num_glyphs = (int)(draw->glyphs->len - first);
  g_array_append_val (draw->clusters, cluster);
}

static void collect_run (TzDraw *draw, const Run *run)
{
  g_array_set_size (draw->glyphs, 0);
  g_array_set_size (draw->clusters, 0);
  guint32 space = draw->used ? tz_fonts_space (draw->fonts, run->glyphs[0].face) : 0;
  for (guint i = 0; i < run->n; i++)
    if (run->glyphs[i].n_bytes > 0 || i == 0)
      add_cluster (draw, run, i, space);
}

static int run_bytes (const Run *run)
{
  int bytes = 0;
  for (guint i = 0; i < run->n; i++)
    bytes += run->glyphs[i].n_bytes;
  return bytes;
}

/* Makes the gaps of a run of one cluster clusters of their own, each a blank, and returns the text with
 * these blanks. What the run really says is then told by the caller's mark (TzDrawRun). */
static const char *spell_cluster (TzDraw *draw, const Run *run)
{
  const cairo_text_cluster_t blank = { .num_bytes = 1, .num_glyphs = 1 };
  cairo_text_cluster_t *own = &g_array_index (draw->clusters, cairo_text_cluster_t, 0);
  gboolean before = (run->glyphs[0].flags & TZ_GLYPH_GAP_BEFORE) != 0,
           after = (run->glyphs[run->n - 1].flags & TZ_GLYPH_GAP_AFTER) != 0;
  g_string_truncate (draw->spelt, 0);
  g_string_append (draw->spelt, before ? " " : "");
  g_string_append_len (draw->spelt, run->lines->text + run->glyphs[0].text, own->num_bytes);
  g_string_append (draw->spelt, after ? " " : "");
  own->num_glyphs -= before + after;
  if (before)
    g_array_prepend_val (draw->clusters, blank);
  if (after)
    g_array_append_val (draw->clusters, blank);
  return draw->spelt->str;
}

/* Whether the cluster that begins at I of N glyphs has a gap beside it. */
static gboolean is_gapped (const TzGlyph *glyphs, guint i, guint n)
{
  guint last = i;
  while (last + 1 < n && glyphs[last + 1].n_bytes == 0)
    last++;
  return (glyphs[i].flags & TZ_GLYPH_GAP_BEFORE) || (glyphs[last].flags & TZ_GLYPH_GAP_AFTER);
}

static void show_run (TzDraw *draw, cairo_t *cr, const Run *run, gboolean spelt)
{
  const char *text = run->lines->text + run->glyphs[0].text;
  int bytes = run_bytes (run);
  if (spelt) {
    text = spell_cluster (draw, run);
    bytes = (int)draw->spelt->len;
  }
  cairo_show_text_glyphs (cr, text, bytes, &g_array_index (draw->glyphs, cairo_glyph_t, 0),
                          (int)draw->glyphs->len, &g_array_index (draw->clusters, cairo_text_cluster_t, 0),
                          (int)draw->clusters->len, 0);
}

static void draw_run (TzDraw *draw, cairo_t *cr, const Run *run)
{
  TzFace face = run->glyphs[0].face;
  cairo_scaled_font_t *font = face == TZ_FACE_NONE ? NULL : scaled_get (draw, cr, face, run->lines->size);
  gboolean spelt = draw->run && font && draw->used && tz_fonts_space (draw->fonts, face) &&
                   is_gapped (run->glyphs, 0, run->n);
  if (draw->run)
    draw->run (draw->run_self, cr, spelt || !font ? run->lines->text + run->glyphs[0].text : NULL,
               run_bytes (run));
  if (!font) {
    for (guint i = 0; i < run->n; i++)
      draw_box (cr, run->lines->size, run->glyphs[i].glyph, run->x + tz_len_to_pt (run->glyphs[i].x),
                run->baseline);
    return;
  }
  collect_run (draw, run);
  cairo_glyph_t *glyphs = &g_array_index (draw->glyphs, cairo_glyph_t, 0);
  cairo_set_scaled_font (cr, font);
  show_run (draw, cr, run, spelt);
  if ((run->glyphs[0].flags & TZ_GLYPH_BOLD) && tz_fonts_needs_thickening (draw->fonts, face)) {
    cairo_glyph_path (cr, glyphs, (int)draw->glyphs->len);
    cairo_set_line_width (cr, tz_len_to_pt (run->lines->size) * .03);
    cairo_stroke (cr);
  }
}

static guint32 colour_of (const TzLines *lines, const TzGlyph *glyph)
{
  for (int i = 0; i < lines->n_runs; i++)
    if (glyph->text >= lines->runs[i].start && glyph->text < lines->runs[i].end)
      return lines->runs[i].colour;
  return lines->colour;
}

/* Whether two glyphs of a line are drawn in one go. */
static gboolean go_together (const TzLines *lines, const TzGlyph *a, const TzGlyph *b)
{
  return a->face == b->face && (a->flags & TZ_GLYPH_BOLD) == (b->flags & TZ_GLYPH_BOLD) &&
         (lines->n_runs == 0 || colour_of (lines, a) == colour_of (lines, b));
}

/* If runs are announced (tz_draw_watch_runs), a cluster with a gap is a run of its own. */
static guint run_end (const TzDraw *draw, const TzLines *lines, const TzGlyph *glyphs, guint from, guint n)
{
  gboolean alone = draw->run && is_gapped (glyphs, from, n);
  guint to = from + 1;
  while (to < n && go_together (lines, &glyphs[from], &glyphs[to]) &&
         (!draw->run || glyphs[to].n_bytes == 0 || (!alone && !is_gapped (glyphs, to, n))))
    to++;
  return to;
}

static void draw_line (TzDraw *draw, cairo_t *cr, const TzLines *lines, int number, double x, double baseline)
{
  const TzLine *line = &lines->lines[number];
  const TzGlyph *glyphs = lines->glyphs + line->glyph;
  for (guint from = 0, to; from < line->n_glyphs; from = to) {
    to = run_end (draw, lines, glyphs, from, line->n_glyphs);
    if (lines->n_runs > 0)
      set_colour (cr, colour_of (lines, &glyphs[from]));
    Run run = { .lines = lines, .glyphs = glyphs + from, .n = to - from, .x = x, .baseline = baseline };
    draw_run (draw, cr, &run);
  }
}

static void draw_lines (TzDraw *draw, cairo_t *cr, const TzPageText *text, TzLen x, TzLen y)
{
  /* Baselines come from the em box (0.88 above, 0.12 below), never from a font's
   * own line height: those differ wildly between hanzi fonts. */
  TzLen baseline = y + text->lines->size * 88 / 100;
  for (int i = 0; i < text->n; i++)
    draw_line (draw, cr, text->lines, text->first + i, tz_len_to_pt (x),
               tz_len_to_pt (baseline + i * text->lines->pitch));
}

void tz_draw_text (TzDraw *draw, cairo_t *cr, const TzPageText *text)
{
  set_colour (cr, text->lines->colour);
  if (!text->turned) {
    draw_lines (draw, cr, text, text->x, text->y);
    return;
  }
  cairo_matrix_t turn;
  cairo_matrix_init (&turn, 0, 1, -1, 0, tz_len_to_pt (text->x), tz_len_to_pt (text->y));
  cairo_save (cr);
  cairo_transform (cr, &turn);
  draw_lines (draw, cr, text, 0, 0);
  cairo_restore (cr);
}

static gboolean looks_alike (const TzPageRule *a, const TzPageRule *b)
{
  return a->thickness == b->thickness && a->colour == b->colour;
}

/* Rules of one look are one path: Cairo keeps the area of all that was drawn as a
 * list of rectangles, and the grid of a table in single strokes makes everything
 * drawn after it a fifth slower. */
static void draw_rules (cairo_t *cr, const GArray *rules)
{
  for (guint i = 0; i < rules->len; i++) {
    const TzPageRule *rule = &g_array_index (rules, TzPageRule, i);
    cairo_move_to (cr, tz_len_to_pt (rule->x0), tz_len_to_pt (rule->y0));
    cairo_line_to (cr, tz_len_to_pt (rule->x1), tz_len_to_pt (rule->y1));
    if (i + 1 < rules->len && looks_alike (rule, rule + 1))
      continue;
    set_colour (cr, rule->colour);
    cairo_set_line_width (cr, tz_len_to_pt (rule->thickness));
    cairo_stroke (cr);
  }
}

static void draw_fill (cairo_t *cr, const TzPageFill *fill)
{
  set_colour (cr, fill->colour);
  cairo_rectangle (cr, tz_len_to_pt (fill->x), tz_len_to_pt (fill->y), tz_len_to_pt (fill->width),
                   tz_len_to_pt (fill->height));
  cairo_fill (cr);
}

static void trace (cairo_t *cr, const TzPage *page, const TzPageShape *shape)
{
  const TzPagePoint *points = &g_array_index (page->points, TzPagePoint, shape->first);
  for (guint32 i = 0; i < shape->n; i++)
    cairo_line_to (cr, tz_len_to_pt (points[i].x), tz_len_to_pt (points[i].y));
  if (shape->closed)
    cairo_close_path (cr);
}

static void draw_shape (cairo_t *cr, const TzPage *page, const TzPageShape *shape)
{
  double dash = tz_len_to_pt (shape->dash);
  trace (cr, page, shape);
  if (shape->fill != TZ_NO_COLOUR) {
    set_colour (cr, shape->fill);
    cairo_fill_preserve (cr);
  }
  if (shape->stroke != TZ_NO_COLOUR) {
    set_colour (cr, shape->stroke);
    cairo_set_line_width (cr, tz_len_to_pt (shape->thickness));
    cairo_set_dash (cr, &dash, dash > 0, 0);
    cairo_stroke_preserve (cr);
    cairo_set_dash (cr, NULL, 0, 0);
  }
  cairo_new_path (cr);
}

void tz_draw_ground (cairo_t *cr, const TzPage *page)
{
  for (guint i = 0; i < page->fills->len; i++)
    draw_fill (cr, &g_array_index (page->fills, TzPageFill, i));
  draw_rules (cr, page->rules);
  for (guint i = 0; i < page->shapes->len; i++)
    draw_shape (cr, page, &g_array_index (page->shapes, TzPageShape, i));
}

void tz_draw_page (TzDraw *draw, cairo_t *cr, const TzPage *page)
{
  tz_draw_ground (cr, page);
  for (guint i = 0; i < page->texts->len; i++)
    tz_draw_text (draw, cr, &g_array_index (page->texts, TzPageText, i));
}
