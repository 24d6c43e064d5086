#include "typeset/paragraph.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "typeset/justify.h"

#include <string.h>

struct TzTypesetter {
  TzFonts *fonts;
  TzCounters *counters;
  TzGlyphs *glyphs;
  TzBoxes *boxes;
  TzBreaker *breaker;
  TzArena *arena;
  GArray *styles;      /* TzTextStyle, each once, with a reference to its names */
  GHashTable *answers; /* Question to TzLines */
  /* while one text is set: */
  GArray *lines;  /* TzLine */
  GArray *placed; /* TzGlyph */
  GArray *x;      /* gint32 */
};

/* What was asked: the same text in the same style for the same width. */
typedef struct {
  const char *text;
  int style;
  TzLen width;
  guint hash;
} Question;

static guint question_hash (gconstpointer data)
{
  return ((const Question *)data)->hash;
}

static gboolean question_equal (gconstpointer a, gconstpointer b)
{
  const Question *p = a, *q = b;
  return p->hash == q->hash && p->style == q->style && p->width == q->width && strcmp (p->text, q->text) == 0;
}

TzTypesetter *tz_typesetter_new (TzFonts *take_fonts, TzCounters *take_counters)
{
  TzTypesetter *setter = g_new0 (TzTypesetter, 1);
  setter->fonts = take_fonts;
  setter->glyphs = tz_glyphs_new (take_fonts);
  setter->counters = take_counters;
  setter->boxes = tz_boxes_new (take_counters);
  setter->breaker = tz_breaker_new ();
  setter->arena = tz_arena_new ();
  setter->styles = g_array_new (FALSE, FALSE, sizeof (TzTextStyle));
  setter->answers = g_hash_table_new (question_hash, question_equal);
  setter->lines = g_array_new (FALSE, FALSE, sizeof (TzLine));
  setter->placed = g_array_new (FALSE, FALSE, sizeof (TzGlyph));
  setter->x = g_array_new (FALSE, FALSE, sizeof (gint32));
  return setter;
}

static void forget_styles (TzTypesetter *setter)
{
  for (guint i = 0; i < setter->styles->len; i++)
    tz_name_set_unref (g_array_index (setter->styles, TzTextStyle, i).names);
  g_array_set_size (setter->styles, 0);
}

void tz_typesetter_free (TzTypesetter *setter)
{
  if (!setter)
    return;
  g_hash_table_unref (setter->answers);
  forget_styles (setter);
  g_array_unref (setter->styles);
  g_array_unref (setter->lines);
  g_array_unref (setter->placed);
  g_array_unref (setter->x);
  tz_breaker_free (setter->breaker);
  tz_boxes_free (setter->boxes);
  tz_glyphs_free (setter->glyphs);
  tz_arena_free (setter->arena);
  tz_fonts_free (setter->fonts);
  tz_counters_free (setter->counters);
  g_free (setter);
}

void tz_typesetter_reset (TzTypesetter *setter)
{
  g_hash_table_remove_all (setter->answers);
  forget_styles (setter);
  tz_arena_reset (setter->arena);
}

TzFonts *tz_typesetter_fonts (TzTypesetter *setter)
{
  return setter->fonts;
}

/* ---- one paragraph ---- */

/* Lines hang in columns wider than this. */
#define HANG_OVER 14 /* em */

typedef struct {
  TzTypesetter *setter;
  const char *text; /* of all paragraphs */
  const TzTextRun *runs;
  int n_runs;
  const TzTextStyle *style;
  TzLen width;
  TzLen widest, anchor;
  int n_missing;
  /* of the paragraph: */
  TzLen hang;    /* of the lines after its first, where the column has room */
  TzLen longest; /* what is not divided; only where HANG is not 0 */
  /* when only measured: */
  TzLen narrowest;
  TzLen step;
  int n_trials;
  guint32 *lines, *flaws;
} Job;

/* Where the text behind the paragraph's own number begins; 0 if its lines are not to hang from there. */
static TzLen hang_of (const TzBoxes *boxes, const TzTextStyle *style)
{
  int n = style->hang ? tz_boxes_label (boxes) : 0;
  while (n > 0 && n + 1 < (int)boxes->boxes->len &&
         tz_class_is_blank ((TzCharClass)g_array_index (boxes->boxes, TzBox, n).class))
    n++;
  TzLen hang = n > 0 ? style->first_indent - g_array_index (boxes->boxes, TzBox, 0).blank_left : 0;
  for (int k = 0; k < n; k++)
    hang += g_array_index (boxes->boxes, TzBox, k).advance + g_array_index (boxes->gaps, TzGap, k).natural;
  return hang;
}

/* The same for lines of WIDTH. In a narrower column the room is worth more than the order, and no word, number
 * or code is cut for it. */
static TzLen hang_in (const Job *job, TzLen width)
{
  gboolean room = width > HANG_OVER * job->style->size && job->hang + job->longest <= width;
  return room && job->hang <= width / 2 ? job->hang : 0;
}

static TzLineSpec spec_of (const Job *job, TzLen width)
{
  TzLineSpec spec = { .width = width,
                      .em = job->style->size,
                      .first_indent = job->style->first_indent,
                      .align = job->style->align,
                      .even = job->style->even };
  spec.hang = job->hang > 0 ? hang_in (job, width) : 0;
  return spec;
}

static void make_boxes (Job *job, gsize start, gsize end, gboolean words)
{
  tz_boxes_make (job->setter->boxes, job->setter->glyphs, job->setter->fonts, job->text + start, end - start,
                 job->runs, job->n_runs, (guint32)start, job->style, job->width, words);
  job->hang = hang_of (job->setter->boxes, job->style);
  if (job->hang > 0) {
    TzLen wide;
    tz_breaker_load (job->setter->breaker, job->setter->boxes);
    tz_breaker_widths (job->setter->breaker, 0, &job->longest, &wide);
  }
}

/* Marks the ends of box K, placed last, that a gap parts from hanzi. */
static void mark_gaps (Job *job, const TzBreak *line, int k)
{
  const TzBoxes *boxes = job->setter->boxes;
  const TzBox *box = &g_array_index (boxes->boxes, TzBox, k);
  GArray *placed = job->setter->placed;
  if (!tz_class_is_western ((TzCharClass)box->class) || box->n_glyphs == 0)
    return;
  if (k > line->start && g_array_index (boxes->gaps, TzGap, k - 1).stretch_class == TZ_STRETCH_LATIN)
    g_array_index (placed, TzGlyph, placed->len - box->n_glyphs).flags |= TZ_GLYPH_GAP_BEFORE;
  if (k + 1 < line->end && g_array_index (boxes->gaps, TzGap, k).stretch_class == TZ_STRETCH_LATIN)
    g_array_index (placed, TzGlyph, placed->len - 1).flags |= TZ_GLYPH_GAP_AFTER;
}

static void add_glyphs (Job *job, const TzBox *box, TzLen x, guint32 base)
{
  const TzBoxGlyph *glyphs = &g_array_index (job->setter->boxes->glyphs, TzBoxGlyph, box->glyph);
  for (int i = 0; i < box->n_glyphs; i++) {
    TzGlyph glyph = { .glyph = glyphs[i].glyph,
                      .face = glyphs[i].face,
                      .x = (gint32)(x + glyphs[i].x),
                      .text = base + box->text + glyphs[i].text,
                      .n_bytes = glyphs[i].n_bytes,
                      .flags = box->bold ? TZ_GLYPH_BOLD : 0 };
    g_array_append_val (job->setter->placed, glyph);
  }
}

/* Where the decimal point of a number stands, or its right end without one. */
static TzLen anchor_of (const TzBoxes *boxes, const gint32 *x, const TzBreak *line)
{
  TzLen anchor = -1;
  for (int k = line->start; k < line->end; k++) {
    const TzBox *box = &g_array_index (boxes->boxes, TzBox, k);
    if (box->c == '.' && anchor >= 0)
      return x[k - line->start];
    if (box->class == TZ_CLASS_DIGIT)
      anchor = x[k - line->start] + box->advance;
    else if (anchor >= 0 && box->c != ',')
      return anchor;
  }
  return anchor;
}

static void add_line (Job *job, const TzBreak *chosen, const TzLineSpec *spec, gsize start, gsize end)
{
  TzTypesetter *setter = job->setter;
  int n = chosen->end - chosen->start;
  g_array_set_size (setter->x, (guint)MAX (n, 1));
  gint32 *x = &g_array_index (setter->x, gint32, 0);
  const TzBox *boxes = &g_array_index (setter->boxes->boxes, TzBox, 0);
  TzLine line = { .glyph = setter->placed->len, .last = chosen->last };
  line.width = tz_justify (setter->boxes, chosen, chosen->start == 0, spec, x);
  for (int k = 0; k < n; k++) {
    add_glyphs (job, &boxes[chosen->start + k], x[k], (guint32)start);
    mark_gaps (job, chosen, chosen->start + k);
  }
  line.n_glyphs = setter->placed->len - line.glyph;
  line.start = n > 0 ? (guint32)start + boxes[chosen->start].text : (guint32)start;
  line.end =
      n > 0 ? (guint32)start + boxes[chosen->end - 1].text + boxes[chosen->end - 1].n_bytes : (guint32)end;
  if (setter->lines->len == 0 && job->style->align == TZ_ALIGN_DECIMAL)
    job->anchor = anchor_of (setter->boxes, x, chosen);
  job->widest = MAX (job->widest, line.width);
  g_array_append_val (setter->lines, line);
}

static void set_paragraph (Job *job, gsize start, gsize end)
{
  TzTypesetter *setter = job->setter;
  make_boxes (job, start, end, TRUE);
  job->n_missing += setter->boxes->n_missing;
  TzLineSpec spec = spec_of (job, job->width);
  const GArray *breaks = tz_breaker_run (setter->breaker, setter->boxes, &spec);
  for (guint i = 0; i < breaks->len; i++)
    add_line (job, &g_array_index (breaks, TzBreak, i), &spec, start, end);
}

/* ---- a text ---- */

/* Calls SET for every paragraph. */
static void each_paragraph (Job *job, void (*set) (Job *job, gsize start, gsize end))
{
  const char *p = job->text;
  for (;;) {
    const char *end = strchrnul (p, '\n');
    set (job, (gsize)(p - job->text), (gsize)(end - job->text));
    if (*end == '\0')
      return;
    p = end + 1;
  }
}

static gpointer keep (TzTypesetter *setter, const void *data, gsize size)
{
  gpointer copy = tz_arena_alloc (setter->arena, size);
  if (size)
    memcpy (copy, data, size);
  return copy;
}

static TzLines *finish (Job *job)
{
  TzTypesetter *setter = job->setter;
  TzLines *lines = tz_arena_alloc (setter->arena, sizeof *lines);
  *lines = (TzLines){ .n_lines = (int)setter->lines->len,
                      .n_glyphs = setter->placed->len,
                      .width = job->width,
                      .widest = job->widest,
                      .anchor = job->anchor,
                      .colour = job->style->colour,
                      .size = job->style->size,
                      .pitch = job->style->pitch,
                      .n_missing = job->n_missing };
  lines->text = job->text;
  if (job->n_runs > 0) {
    lines->runs = keep (setter, job->runs, sizeof (TzTextRun) * (gsize)job->n_runs);
    lines->n_runs = job->n_runs;
  }
  lines->lines = keep (setter, setter->lines->data, setter->lines->len * sizeof (TzLine));
  lines->glyphs = keep (setter, setter->placed->data, setter->placed->len * sizeof (TzGlyph));
  return lines;
}

/* How small TEXT may get so that it fits one line; 0: not at all. A number is better small than cut in two. */
static TzLen shrink_floor_of (const char *text, const TzTextStyle *style, TzLen width)
{
  if (style->shrink_floor > 0)
    return style->shrink_floor < style->size ? style->shrink_floor : 0;
  TzLen about = (TzLen)strlen (text) * style->size * 3 / 5;
  return about > width && tz_utf8_is_figure (text) ? style->size * TZ_FIGURE_LEAST / 100 : 0;
}

/* The style, smaller if its text may shrink to fit one line. */
static TzTextStyle shrunk (TzTypesetter *setter, const char *text, const TzTextStyle *style, TzLen width)
{
  TzTextStyle small = *style;
  TzLen floor = shrink_floor_of (text, style, width), narrow, wide;
  if (floor <= 0)
    return small;
  tz_typeset_widths (setter, text, style, &narrow, &wide);
  if (wide <= width)
    return small;
  /* Rounded advances may make the smaller text a little wider than its share. */
  small.size = MAX (style->size * width / wide, floor);
  tz_typeset_widths (setter, text, &small, &narrow, &wide);
  if (wide > width)
    small.size = MAX (small.size * 99 / 100, floor);
  small.pitch = style->pitch * small.size / style->size;
  return small;
}

static const TzLines *set_text (TzTypesetter *setter, const char *kept, const TzTextRun *runs, int n_runs,
                                const TzTextStyle *style, TzLen width)
{
  TzTextStyle fitted = shrunk (setter, kept, style, width);
  g_array_set_size (setter->lines, 0);
  g_array_set_size (setter->placed, 0);
  Job job = { .setter = setter,
              .text = kept,
              .runs = runs,
              .n_runs = n_runs,
              .style = &fitted,
              .width = width,
              .anchor = -1 };
  each_paragraph (&job, set_paragraph);
  return finish (&job);
}

static int style_index (TzTypesetter *setter, const TzTextStyle *style)
{
  for (guint i = 0; i < setter->styles->len; i++)
    if (tz_text_style_equal (style, &g_array_index (setter->styles, TzTextStyle, i)))
      return (int)i;
  g_array_append_vals (setter->styles, style, 1);
  tz_name_set_ref (style->names); /* another list must not come to stand at its address */
  return (int)setter->styles->len - 1;
}

const TzLines *tz_typeset (TzTypesetter *setter, const char *text, const TzTextRun *runs, int n_runs,
                           const TzTextStyle *style, TzLen width)
{
  Question question = { .text = text, .style = style_index (setter, style), .width = MAX (width, 1) };
  question.hash = g_str_hash (text) * 31 + (guint)question.style * 7919 + (guint)question.width;
  if (n_runs > 0)
    return set_text (setter, keep (setter, text, strlen (text) + 1), runs, n_runs, style, question.width);
  const TzLines *known = g_hash_table_lookup (setter->answers, &question);
  if (known)
    return known;
  question.text = keep (setter, text, strlen (text) + 1);
  const TzLines *lines = set_text (setter, question.text, NULL, 0, style, question.width);
  g_hash_table_insert (setter->answers, keep (setter, &question, sizeof question), (gpointer)lines);
  return lines;
}

/* ---- measuring ---- */

static void widen (Job *job, gsize start, gsize end)
{
  make_boxes (job, start, end, FALSE);
  TzLen narrow, wide;
  tz_breaker_load (job->setter->breaker, job->setter->boxes);
  tz_breaker_widths (job->setter->breaker, job->style->first_indent, &narrow, &wide);
  job->narrowest = MAX (job->narrowest, narrow);
  job->widest = MAX (job->widest, wide);
}

void tz_typeset_widths (TzTypesetter *setter, const char *text, const TzTextStyle *style, TzLen *narrow,
                        TzLen *wide)
{
  /* Measured as for a wide column: the strictest prohibition level. */
  Job job = { .setter = setter, .text = text, .style = style, .width = 40 * style->size };
  each_paragraph (&job, widen);
  *narrow = job.narrowest;
  *wide = job.widest;
}

/* Longer texts are not worth the time to be broken exactly; hanzi of three bytes. */
#define LONGEST_LABEL  180
#define LONGEST_NARROW 150

static void count (Job *job, gsize start, gsize end)
{
  TzBreaker *breaker = job->setter->breaker;
  gboolean label = job->style->wrap == TZ_WRAP_LABEL && end - start <= LONGEST_LABEL;
  gboolean small = end - start <= LONGEST_NARROW;
  make_boxes (job, start, end, small);
  tz_breaker_load (breaker, job->setter->boxes);
  for (int i = 0; i < job->n_trials; i++) {
    TzLineSpec spec = spec_of (job, job->width + i * job->step);
    gboolean exact = label || (small && tz_is_narrow (spec.width, spec.em));
    int flaws;
    job->lines[i] += (guint32)(exact ? tz_breaker_count_exactly (breaker, job->setter->boxes, &spec, &flaws)
                                     : tz_breaker_count (breaker, &spec, &flaws));
    job->flaws[i] += (guint32)flaws;
  }
}

void tz_typeset_count (TzTypesetter *setter, const char *text, const TzTextStyle *style, TzLen first,
                       TzLen step, int n, guint32 *lines, guint32 *flaws)
{
  Job job = { .setter = setter,
              .text = text,
              .style = style,
              .width = MAX (first, 1),
              .step = step,
              .n_trials = n,
              .lines = lines,
              .flaws = flaws };
  each_paragraph (&job, count);
}
