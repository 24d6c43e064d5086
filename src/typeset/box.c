#include "typeset/box.h"

#include "typeset/shape.h"

TzBoxes *tz_boxes_new (const TzCounters *counters)
{
  TzBoxes *boxes = g_new0 (TzBoxes, 1);
  boxes->counters = counters;
  /* Never without memory, so that an empty paragraph has an address, too. */
  boxes->boxes = g_array_sized_new (FALSE, FALSE, sizeof (TzBox), 16);
  boxes->gaps = g_array_sized_new (FALSE, TRUE, sizeof (TzGap), 16);
  boxes->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (TzBoxGlyph), 16);
  return boxes;
}

void tz_boxes_free (TzBoxes *boxes)
{
  if (!boxes)
    return;
  g_array_unref (boxes->boxes);
  g_array_unref (boxes->gaps);
  g_array_unref (boxes->glyphs);
  g_free (boxes);
}

/* ---- boxes ---- */

typedef struct {
  TzBoxes *boxes;
  TzGlyphs *glyphs;
  TzFonts *fonts;
  const char *text;
  gsize length;
  const TzTextRun *runs;
  int n_runs;
  guint32 runs_base;
  const TzTextStyle *style;
  TzRole role; /* at the character being made */
} Maker;

static gint32 scaled (gint32 units, TzLen size)
{
  gint64 product = (gint64)units * size;
  return (gint32)((product + (product >= 0 ? TZ_FONT_EM / 2 : -TZ_FONT_EM / 2)) / TZ_FONT_EM);
}

static gboolean bold_at (const Maker *maker, gsize offset)
{
  guint32 at = maker->runs_base + (guint32)offset;
  for (int i = 0; i < maker->n_runs; i++)
    if (at >= maker->runs[i].start && at < maker->runs[i].end)
      return maker->runs[i].bold;
  return maker->style->bold;
}

static TzRole role_at (const Maker *maker, gsize offset)
{
  guint32 at = maker->runs_base + (guint32)offset;
  for (int i = 0; i < maker->n_runs; i++)
    if (maker->runs[i].has_role && at >= maker->runs[i].start && at < maker->runs[i].end)
      return maker->runs[i].role;
  return maker->style->role;
}

static void add_simple (Maker *maker, gsize offset, gsize n_bytes, gunichar c, gboolean bold,
                        const TzCharInfo *info)
{
  TzLen size = maker->style->size;
  TzBox box = { .text = (guint32)offset,
                .glyph = maker->boxes->glyphs->len,
                .n_bytes = (guint16)n_bytes,
                .n_glyphs = 1,
                .class = info->class,
                .bold = (guint8)(bold != 0),
                .c = c };
  box.advance = scaled (info->advance, size);
  box.blank_left = scaled (info->blank_left, size);
  box.blank_right = scaled (info->blank_right, size);
  TzBoxGlyph glyph = {
    .glyph = info->glyph, .face = info->face, .x = scaled (info->shift, size), .n_bytes = (guint16)n_bytes
  };
  g_array_append_val (maker->boxes->glyphs, glyph);
  g_array_append_val (maker->boxes->boxes, box);
  maker->boxes->n_missing += info->face == TZ_FACE_NONE;
}

/* Each glyph of a left-to-right run stands for its own characters, so that a PDF
 * can name them one by one; of a right-to-left run the first stands for all. */
static void set_text (TzBoxGlyph *glyph, const TzBox *box, const GArray *shaped, guint i, gsize run_start)
{
  const TzShaped *part = &g_array_index (shaped, TzShaped, i);
  const TzShaped *before = i > 0 ? part - 1 : NULL;
  gsize at = run_start + part->cluster - box->text;
  if (before && before->cluster == part->cluster)
    return;
  if (at <= G_MAXUINT16 && part->end > part->cluster) {
    glyph->text = (guint16)at;
    glyph->n_bytes = (guint16)MIN (part->end - part->cluster, G_MAXUINT16);
  }
}

static gboolean is_ascending (const GArray *shaped)
{
  for (guint i = 1; i < shaped->len; i++)
    if (g_array_index (shaped, TzShaped, i).cluster < g_array_index (shaped, TzShaped, i - 1).cluster)
      return FALSE;
  return TRUE;
}

/* A run that must be shaped as a whole becomes one box for each cluster that
 * shaping leaves, or one for the whole run (JOINED). */
static void add_shaped (Maker *maker, gsize offset, gsize n_bytes, TzCharClass class, gboolean bold,
                        TzFace face, gboolean joined)
{
  GArray *shaped = tz_shape (tz_fonts_hb (maker->fonts, face), maker->text + offset, n_bytes);
  TzLen size = maker->style->size;
  TzBox *box = NULL;
  gboolean ascending = is_ascending (shaped);
  joined |= !ascending;
  for (guint i = 0; i < shaped->len; i++) {
    const TzShaped *part = &g_array_index (shaped, TzShaped, i);
    if (!box || (!joined && part->cluster != box->text - offset)) {
      TzBox fresh = { .text = (guint32)(offset + (joined ? 0 : part->cluster)),
                      .class = (guint8) class,
                      .bold = (guint8)(bold != 0),
                      .inner = class == TZ_CLASS_COMPLEX && i > 0,
                      .glyph = maker->boxes->glyphs->len };
      fresh.c = g_utf8_get_char (maker->text + fresh.text);
      g_array_append_val (maker->boxes->boxes, fresh);
      box = &g_array_index (maker->boxes->boxes, TzBox, maker->boxes->boxes->len - 1);
    }
    TzBoxGlyph glyph = { .glyph = part->glyph, .face = face, .x = box->advance + scaled (part->x, size) };
    if (ascending)
      set_text (&glyph, box, shaped, i, offset);
    else if (i == 0)
      glyph.n_bytes = (guint16)MIN (n_bytes, G_MAXUINT16);
    g_array_append_val (maker->boxes->glyphs, glyph);
    box->n_glyphs++;
    box->advance += scaled (part->advance, size);
    box->n_bytes = (guint16)MIN (offset + (joined ? n_bytes : part->end) - box->text, G_MAXUINT16);
  }
  g_array_unref (shaped);
}

static gsize run_end (const Maker *maker, gsize offset, gboolean (*belongs) (gunichar first, gunichar c),
                      gsize limit)
{
  gunichar first = g_utf8_get_char (maker->text + offset);
  gsize end = offset;
  while (end < maker->length && end - offset < limit && belongs (first, g_utf8_get_char (maker->text + end)))
    end = (gsize)(g_utf8_next_char (maker->text + end) - maker->text);
  return end;
}

static gboolean belongs_to_word (gunichar first G_GNUC_UNUSED, gunichar c)
{
  return tz_char_class (c) == TZ_CLASS_LETTER;
}

static gboolean belongs_to_dash (gunichar first, gunichar c)
{
  return c == first;
}

static gboolean belongs_to_complex (gunichar first G_GNUC_UNUSED, gunichar c)
{
  return tz_char_class (c) == TZ_CLASS_COMPLEX;
}

/* Runs longer than this are shaped in pieces: bounds what one shaping call holds
 * and keeps a box's byte count in 16 bits. */
#define LONGEST_RUN 4096

/* Latin words through the shaper, for kerning; all characters must come from one
 * face, else each is set by itself. */
static gsize add_word (Maker *maker, gsize offset, gboolean bold, const TzCharInfo *info)
{
  TzFace face = info->face;
  gsize end = run_end (maker, offset, belongs_to_word, LONGEST_RUN);
  gboolean whole = face != TZ_FACE_NONE;
  for (const char *p = maker->text + offset; whole && p < maker->text + end; p = g_utf8_next_char (p))
    whole = tz_glyphs_get (maker->glyphs, maker->role, bold, g_utf8_get_char (p))->face == face;
  if (whole)
    add_shaped (maker, offset, end - offset, TZ_CLASS_LETTER, bold, face, FALSE);
  else
    for (gsize at = offset; at < end;) {
      gunichar c = g_utf8_get_char (maker->text + at);
      gsize next = (gsize)(g_utf8_next_char (maker->text + at) - maker->text);
      add_simple (maker, at, next - at, c, bold, tz_glyphs_get (maker->glyphs, maker->role, bold, c));
      at = next;
    }
  return end;
}

/* —— and …… are one unit of two ems; some fonts draw the pair as one glyph. A
 * lone — connects, as in 2021—2025. */
static gsize add_dash (Maker *maker, gsize offset, gboolean bold, const TzCharInfo *info)
{
  gunichar c = g_utf8_get_char (maker->text + offset);
  gsize one = (gsize)(g_utf8_next_char (maker->text + offset) - maker->text) - offset;
  gsize end = info->face == TZ_FACE_NONE ? offset + one : run_end (maker, offset, belongs_to_dash, 6);
  gboolean lone = end - offset == one && (c == 0x2014 || c == 0x2015);
  if (info->face == TZ_FACE_NONE)
    add_simple (maker, offset, one, c, bold, info);
  else
    add_shaped (maker, offset, end - offset, lone ? TZ_CLASS_CONNECT : TZ_CLASS_DASH, bold, info->face, TRUE);
  return end;
}

/* Variation selectors, joiners, soft hyphens: they change what stands beside them
 * and show nothing themselves, so it does not matter that a font lacks them. */
static gboolean is_invisible (gunichar c)
{
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
         (g_unichar_type (c) == G_UNICODE_FORMAT && (c < 0x0600 || c > 0x08FF));
}

/* The face for C inside a run set in FACE; TZ_FACE_NONE as FACE: at a run's start. */
static TzFace face_of (Maker *maker, gunichar c, gboolean bold, TzFace face)
{
  if (is_invisible (c))
    c = ' ';
  else
    face = TZ_FACE_NONE;
  return face != TZ_FACE_NONE ? face : tz_glyphs_get (maker->glyphs, maker->role, bold, c)->face;
}

/* As much from FROM up to END as one face has; a character that none has is alone. */
static gsize add_stretch (Maker *maker, gsize from, gsize end, gboolean bold)
{
  gunichar c = g_utf8_get_char (maker->text + from);
  TzFace face = face_of (maker, c, bold, TZ_FACE_NONE);
  gsize to = (gsize)(g_utf8_next_char (maker->text + from) - maker->text);
  if (face == TZ_FACE_NONE) {
    add_simple (maker, from, to - from, c, bold, tz_glyphs_get (maker->glyphs, maker->role, bold, c));
    return to;
  }
  while (to < end && face_of (maker, g_utf8_get_char (maker->text + to), bold, face) == face)
    to = (gsize)(g_utf8_next_char (maker->text + to) - maker->text);
  add_shaped (maker, from, to - from, TZ_CLASS_COMPLEX, bold, face, FALSE);
  return to;
}

/* Scripts beyond hanzi and Latin, shaped stretch by stretch as Unicode's line
 * breaking keeps them together; only a column too narrow for a stretch breaks it.
 * Limit: stretches stand in logical order, so several words of a right-to-left
 * script on one line read from the left, and each of them is one box. */
static gsize add_complex (Maker *maker, gsize offset, gboolean bold)
{
  gsize end = run_end (maker, offset, belongs_to_complex, LONGEST_RUN);
  g_autofree gsize *ends = tz_break_opportunities (maker->text + offset, end - offset);
  gsize from = offset;
  for (int i = 0; from < end; i++)
    while (from < offset + ends[i])
      from = add_stretch (maker, from, offset + ends[i], bold);
  return end;
}

static gsize add_next (Maker *maker, gsize offset)
{
  gunichar c = g_utf8_get_char (maker->text + offset);
  gboolean bold = maker->n_runs ? bold_at (maker, offset) : maker->style->bold;
  maker->role = role_at (maker, offset);
  const TzCharInfo *info = tz_glyphs_get (maker->glyphs, maker->role, bold, c);
  switch (info->class) {
  case TZ_CLASS_LETTER:
    return add_word (maker, offset, bold, info);
  case TZ_CLASS_DASH:
    return add_dash (maker, offset, bold, info);
  case TZ_CLASS_COMPLEX:
    return add_complex (maker, offset, bold);
  default: {
    gsize next = (gsize)(g_utf8_next_char (maker->text + offset) - maker->text);
    add_simple (maker, offset, next - offset, c, bold, info);
    return next;
  }
  }
}

void tz_boxes_make (TzBoxes *boxes, TzGlyphs *glyphs, TzFonts *fonts, const char *text, gsize length,
                    const TzTextRun *runs, int n_runs, guint32 runs_base, const TzTextStyle *style, TzLen line,
                    gboolean words)
{
  g_array_set_size (boxes->boxes, 0);
  g_array_set_size (boxes->glyphs, 0);
  boxes->n_missing = 0;
  Maker maker = { .boxes = boxes,
                  .glyphs = glyphs,
                  .fonts = fonts,
                  .text = text,
                  .length = length,
                  .runs = runs,
                  .n_runs = n_runs,
                  .runs_base = runs_base,
                  .style = style };
  for (gsize offset = 0; offset < length;)
    offset = add_next (&maker, offset);
  tz_gaps_make (boxes, style, line, words);
}
