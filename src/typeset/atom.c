#include "typeset/atom.h"

#include "typeset/shape.h"

#include <string.h>

TzAtoms *tz_atoms_new (void)
{
  TzAtoms *atoms = g_new0 (TzAtoms, 1);
  /* Never without memory, so that an empty paragraph has an address, too. */
  atoms->atoms = g_array_sized_new (FALSE, FALSE, sizeof (TzAtom), 16);
  atoms->gaps = g_array_sized_new (FALSE, FALSE, sizeof (TzGap), 16);
  atoms->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (TzAtomGlyph), 16);
  return atoms;
}

void tz_atoms_free (TzAtoms *atoms)
{
  if (!atoms)
    return;
  g_array_unref (atoms->atoms);
  g_array_unref (atoms->gaps);
  g_array_unref (atoms->glyphs);
  g_free (atoms);
}

/* ---- atoms ---- */

typedef struct {
  TzAtoms *atoms;
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
  TzAtom atom = { .text = (guint32)offset,
                  .glyph = maker->atoms->glyphs->len,
                  .n_bytes = (guint16)n_bytes,
                  .n_glyphs = 1,
                  .class = info->class,
                  .bold = (guint8)(bold != 0),
                  .c = c };
  atom.advance = scaled (info->advance, size);
  atom.blank_left = scaled (info->blank_left, size);
  atom.blank_right = scaled (info->blank_right, size);
  TzAtomGlyph glyph = {
    .glyph = info->glyph, .face = info->face, .x = scaled (info->shift, size), .n_bytes = (guint16)n_bytes
  };
  g_array_append_val (maker->atoms->glyphs, glyph);
  g_array_append_val (maker->atoms->atoms, atom);
  maker->atoms->n_missing += info->face == TZ_FACE_NONE;
}

/* Each glyph of a left-to-right run stands for its own characters, so that a PDF
 * can name them one by one; of a right-to-left run the first stands for all. */
static void set_text (TzAtomGlyph *glyph, const TzAtom *atom, const GArray *shaped, guint i, gsize run_start)
{
  const TzShaped *part = &g_array_index (shaped, TzShaped, i);
  const TzShaped *before = i > 0 ? part - 1 : NULL;
  gsize at = run_start + part->cluster - atom->text;
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

/* A run that must be shaped as a whole becomes one atom for each cluster that
 * shaping leaves, or one for the whole run (JOINED). */
static void add_shaped (Maker *maker, gsize offset, gsize n_bytes, TzCharClass class, gboolean bold,
                        TzFace face, gboolean joined)
{
  GArray *shaped = tz_shape (tz_fonts_hb (maker->fonts, face), maker->text + offset, n_bytes);
  TzLen size = maker->style->size;
  TzAtom *atom = NULL;
  gboolean ascending = is_ascending (shaped);
  joined |= !ascending;
  for (guint i = 0; i < shaped->len; i++) {
    const TzShaped *part = &g_array_index (shaped, TzShaped, i);
    if (!atom || (!joined && part->cluster != atom->text - offset)) {
      TzAtom fresh = { .text = (guint32)(offset + (joined ? 0 : part->cluster)),
                       .class = (guint8) class,
                       .bold = (guint8)(bold != 0),
                       .inner = class == TZ_CLASS_COMPLEX && i > 0,
                       .glyph = maker->atoms->glyphs->len };
      fresh.c = g_utf8_get_char (maker->text + fresh.text);
      g_array_append_val (maker->atoms->atoms, fresh);
      atom = &g_array_index (maker->atoms->atoms, TzAtom, maker->atoms->atoms->len - 1);
    }
    TzAtomGlyph glyph = { .glyph = part->glyph, .face = face, .x = atom->advance + scaled (part->x, size) };
    if (ascending)
      set_text (&glyph, atom, shaped, i, offset);
    else if (i == 0)
      glyph.n_bytes = (guint16)MIN (n_bytes, G_MAXUINT16);
    g_array_append_val (maker->atoms->glyphs, glyph);
    atom->n_glyphs++;
    atom->advance += scaled (part->advance, size);
    atom->n_bytes = (guint16)MIN (offset + (joined ? n_bytes : part->end) - atom->text, G_MAXUINT16);
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
 * and keeps an atom's byte count in 16 bits. */
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
 * script on one line read from the left, and each of them is one atom. */
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

/* ---- gaps ---- */

typedef struct {
  const TzAtom *atoms;
  int n;
  TzLen em;
  TzProhibit level;
  gboolean list; /* a list in a narrow column: better broken after 、 */
} Gapper;

/* clreq: a quarter em between hanzi and Latin letters or digits. A percent sign
 * belongs to its number. */
static gboolean takes_latin_space (const TzAtom *a, const TzAtom *b)
{
  const TzAtom *han = a->class == TZ_CLASS_HAN ? a : b;
  const TzAtom *other = han == a ? b : a;
  if (han->class != TZ_CLASS_HAN || han->c < 0x2E80)
    return FALSE;
  if (other->class == TZ_CLASS_DIGIT || other->class == TZ_CLASS_LETTER || other->c == '%' || other->c == '+')
    return TRUE;
  /* "1.办电": half-width marks are a quarter em wide and would touch the hanzi
   * after them. */
  return other == a && a->c < 0x80 && strchr (".,;:!?)", (int)a->c) != NULL;
}

static TzShrink shrink_of_mark (const TzAtom *mark)
{
  if (mark->class == TZ_CLASS_COMMA)
    return TZ_SHRINK_COMMA;
  return mark->class == TZ_CLASS_STOP ? TZ_SHRINK_STOP : TZ_SHRINK_BRACKET;
}

/* How wide the gap is and how far it gives. */
static void size_gap (const Gapper *g, int k, TzGap *gap)
{
  const TzAtom *a = &g->atoms[k], *b = &g->atoms[k + 1];
  gint32 blank = a->blank_right + b->blank_left;
  gap->stretch_class = TZ_STRETCH_ANY;
  if (blank > 0 && tz_class_is_mark ((TzCharClass)a->class) && tz_class_is_mark ((TzCharClass)b->class)) {
    /* Two marks that meet take 1.5 em together, not 2. */
    gap->natural = -(gint32)MIN (blank, g->em / 2);
  } else if (blank > 0) {
    gap->shrink = blank;
    gap->shrink_class = (guint8)shrink_of_mark (a->blank_right > 0 ? a : b);
  } else if (a->class == TZ_CLASS_INTERPUNCT || b->class == TZ_CLASS_INTERPUNCT) {
    const TzAtom *dot = a->class == TZ_CLASS_INTERPUNCT ? a : b;
    gap->shrink = dot->advance > g->em * 3 / 4 ? (gint32)(g->em / 4) : 0;
    gap->shrink_class = TZ_SHRINK_INTERPUNCT;
    gap->stretch_class = TZ_STRETCH_NEVER;
  } else if (takes_latin_space (a, b)) {
    gap->natural = (gint32)(g->em / 4);
    gap->shrink = (gint32)(g->em / 8);
    gap->stretch = (gint32)(g->em / 12); /* to 1/3 em: clreq allows 1/2, but that tears holes */
    gap->shrink_class = TZ_SHRINK_LATIN;
    gap->stretch_class = TZ_STRETCH_LATIN;
  } else if (a->class == TZ_CLASS_SPACE) {
    gap->stretch = (gint32)(g->em / 4);
    gap->stretch_class = TZ_STRETCH_SPACE;
  }
}

static gboolean is_fixed (const TzAtom *a, const TzAtom *b)
{
  if (tz_class_is_western ((TzCharClass)a->class) && tz_class_is_western ((TzCharClass)b->class))
    return TRUE;
  if (b->inner)
    return TRUE;
  static const guint fixed = 1 << TZ_CLASS_CONNECT | 1 << TZ_CLASS_SOLIDUS | 1 << TZ_CLASS_SUFFIX;
  return (fixed >> a->class & 1) || (fixed >> b->class & 1) || b->class == TZ_CLASS_SPACE;
}

static gboolean is_digits_back (const Gapper *g, int k)
{
  return k >= 0 && g->atoms[k].class == TZ_CLASS_DIGIT;
}

/* ± − ≈ ≤ ≥ № ￥: they stand before a number and belong to it. */
static gboolean is_sign (gunichar c)
{
  static const gunichar signs[] = { 0x00B1, 0x2116, 0x2212, 0x2248, 0x2264, 0x2265, 0xFFE5 };
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (c == signs[i])
      return TRUE;
  return FALSE;
}

/* A number and what makes it a measure or a reference: 5个, 2021年, 10（6）kV,
 * 〔2021〕8号, 第3条. */
static gboolean is_bond (const Gapper *g, int k)
{
  const TzAtom *a = &g->atoms[k], *b = &g->atoms[k + 1];
  if (a->class == TZ_CLASS_DIGIT && (b->class == TZ_CLASS_SUFFIX || tz_char_is_counter (b->c)))
    return TRUE;
  if (b->class == TZ_CLASS_DIGIT && (a->c == 0x7B2C || a->c == 0x3015)) /* 第 〕 */
    return TRUE;
  /* 千瓦 千伏 万元 万户 after a digit stay whole, too */
  if (k > 0 && is_digits_back (g, k - 1) && tz_char_is_counter (a->c) && tz_char_is_counter (b->c))
    return TRUE;
  if (b->class == TZ_CLASS_DIGIT && is_sign (a->c))
    return TRUE;
  if (a->c == 0xA0) /* no-break space */
    return TRUE;
  if (b->c == 0x3014) /* the name before 〔year〕 */
    return a->class == TZ_CLASS_HAN;
  if (a->class == TZ_CLASS_DIGIT && b->class == TZ_CLASS_OPEN)
    return k + 2 < g->n && g->atoms[k + 2].class == TZ_CLASS_DIGIT;
  return a->class == TZ_CLASS_CLOSE && b->class == TZ_CLASS_LETTER && is_digits_back (g, k - 1);
}

/* Inside ASCII runs a line may be broken where Unicode's line breaking allows it
 * and a reader expects it: after a hyphen or a slash between two words. */
static gint32 western_penalty (const TzAtom *a, const TzAtom *b)
{
  if ((a->c == '-' || a->c == '/') && b->class == TZ_CLASS_LETTER)
    return TZ_BREAK_SOFT * 4;
  return TZ_BREAK_INSIDE;
}

static gint32 penalty_of (const Gapper *g, int k)
{
  const TzAtom *a = &g->atoms[k], *b = &g->atoms[k + 1];
  TzCharClass before = (TzCharClass)a->class, after = (TzCharClass)b->class;
  if (after == TZ_CLASS_SPACE || after == TZ_CLASS_WIDE_SPACE)
    return TZ_BREAK_INSIDE;
  if (tz_class_is_western (before) && tz_class_is_western (after))
    return western_penalty (a, b);
  if (before == TZ_CLASS_DASH && a->c == b->c)
    return TZ_BREAK_INSIDE;
  if (b->inner || (after == TZ_CLASS_COMPLEX && g_unichar_ismark (b->c)))
    return TZ_BREAK_INSIDE;
  if (tz_forbidden_at_start (b->c, after, g->level))
    return TZ_BREAK_START;
  if (tz_forbidden_at_end (a->c, before, g->level))
    return TZ_BREAK_END;
  if (is_bond (g, k))
    return TZ_BREAK_BOND;
  if (g->list && before != TZ_CLASS_COMMA && before != TZ_CLASS_SPACE)
    return TZ_BREAK_SOFT;
  return TZ_BREAK_FREE;
}

/* Characters of a name in a list. */
#define LONGEST_ITEM 16

/* An enumeration such as 市发改局、市供电公司: short items between 、 or blanks and
 * no sentence. */
static gboolean is_list (const TzAtom *atoms, int n)
{
  int items = 1, length = 0;
  for (int k = 0; k < n; k++) {
    gboolean parts = atoms[k].c == 0x3001 || atoms[k].class == TZ_CLASS_SPACE;
    if (atoms[k].class == TZ_CLASS_STOP || (atoms[k].class == TZ_CLASS_COMMA && !parts) ||
        (atoms[k].c < 0x80 && strchr (",;.", (int)atoms[k].c)))
      return FALSE;
    items += parts;
    length = parts ? 0 : length + 1;
    if (length > LONGEST_ITEM)
      return FALSE;
  }
  return items > 1;
}

static void make_gaps (TzAtoms *atoms, const TzTextStyle *style, int line_ems)
{
  Gapper g = { .atoms = &g_array_index (atoms->atoms, TzAtom, 0),
               .n = (int)atoms->atoms->len,
               .em = style->size };
  g.level = style->prohibit != TZ_PROHIBIT_AUTO ? style->prohibit : tz_prohibit_for (line_ems);
  g.list = line_ems < 12 && is_list (g.atoms, g.n);
  g_array_set_size (atoms->gaps, (guint)MAX (g.n - 1, 0));
  for (int k = 0; k + 1 < g.n; k++) {
    TzGap *gap = &g_array_index (atoms->gaps, TzGap, k);
    *gap = (TzGap){ 0 };
    size_gap (&g, k, gap);
    if (is_fixed (&g.atoms[k], &g.atoms[k + 1]))
      gap->stretch_class = TZ_STRETCH_NEVER;
    gap->penalty = penalty_of (&g, k);
  }
}

void tz_atoms_make (TzAtoms *atoms, TzGlyphs *glyphs, TzFonts *fonts, const char *text, gsize length,
                    const TzTextRun *runs, int n_runs, guint32 runs_base, const TzTextStyle *style,
                    int line_ems)
{
  g_array_set_size (atoms->atoms, 0);
  g_array_set_size (atoms->glyphs, 0);
  atoms->n_missing = 0;
  Maker maker = { .atoms = atoms,
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
  make_gaps (atoms, style, line_ems);
}
