/* The gaps between the boxes of a paragraph: how wide each is, how far it gives, and what it costs
 * to break a line there; after clreq, the requirements for Chinese text layout of W3C. */
#include "typeset/box.h"

#include <string.h>

typedef struct {
  const TzBox *boxes;
  int n;
  TzLen em;
  TzProhibit level;
  gboolean list; /* a list in a narrow column: better broken after 、 */
} Gapper;

/* clreq: a quarter em between hanzi and Latin letters or digits. A percent sign
 * belongs to its number. */
static gboolean takes_latin_space (const TzBox *a, const TzBox *b)
{
  const TzBox *han = a->class == TZ_CLASS_HAN ? a : b;
  const TzBox *other = han == a ? b : a;
  if (han->class != TZ_CLASS_HAN || han->c < 0x2E80)
    return FALSE;
  if (other->class == TZ_CLASS_DIGIT || other->class == TZ_CLASS_LETTER || other->c == '%' || other->c == '+')
    return TRUE;
  /* "1.办电": half-width marks are a quarter em wide and would touch the hanzi
   * after them. */
  return other == a && a->c < 0x80 && strchr (".,;:!?)", (int)a->c) != NULL;
}

static TzShrink shrink_of_mark (const TzBox *mark)
{
  if (mark->class == TZ_CLASS_COMMA)
    return TZ_SHRINK_COMMA;
  return mark->class == TZ_CLASS_STOP ? TZ_SHRINK_STOP : TZ_SHRINK_BRACKET;
}

/* How wide the gap is and how far it gives. */
static void size_gap (const Gapper *g, int k, TzGap *gap)
{
  const TzBox *a = &g->boxes[k], *b = &g->boxes[k + 1];
  gint32 blank = a->blank_right + b->blank_left;
  gap->stretch_class = TZ_STRETCH_ANY;
  if (blank > 0 && tz_class_is_mark ((TzCharClass)a->class) && tz_class_is_mark ((TzCharClass)b->class)) {
    /* Two marks that meet take 1.5 em together, not 2. */
    gap->natural = -(gint32)MIN (blank, g->em / 2);
  } else if (blank > 0) {
    gap->shrink = blank;
    gap->shrink_class = (guint8)shrink_of_mark (a->blank_right > 0 ? a : b);
  } else if (a->class == TZ_CLASS_INTERPUNCT || b->class == TZ_CLASS_INTERPUNCT) {
    const TzBox *dot = a->class == TZ_CLASS_INTERPUNCT ? a : b;
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

static gboolean is_fixed (const TzBox *a, const TzBox *b)
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
  return k >= 0 && g->boxes[k].class == TZ_CLASS_DIGIT;
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
  const TzBox *a = &g->boxes[k], *b = &g->boxes[k + 1];
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
    return k + 2 < g->n && g->boxes[k + 2].class == TZ_CLASS_DIGIT;
  return a->class == TZ_CLASS_CLOSE && b->class == TZ_CLASS_LETTER && is_digits_back (g, k - 1);
}

/* Inside ASCII runs a line may be broken where Unicode's line breaking allows it
 * and a reader expects it: after a hyphen or a slash between two words. */
static gint32 western_penalty (const TzBox *a, const TzBox *b)
{
  if ((a->c == '-' || a->c == '/') && b->class == TZ_CLASS_LETTER)
    return TZ_BREAK_SOFT * 4;
  return TZ_BREAK_INSIDE;
}

static gint32 penalty_of (const Gapper *g, int k)
{
  const TzBox *a = &g->boxes[k], *b = &g->boxes[k + 1];
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
static gboolean is_list (const TzBox *boxes, int n)
{
  int items = 1, length = 0;
  for (int k = 0; k < n; k++) {
    gboolean parts = boxes[k].c == 0x3001 || boxes[k].class == TZ_CLASS_SPACE;
    if (boxes[k].class == TZ_CLASS_STOP || (boxes[k].class == TZ_CLASS_COMMA && !parts) ||
        (boxes[k].c < 0x80 && strchr (",;.", (int)boxes[k].c)))
      return FALSE;
    items += parts;
    length = parts ? 0 : length + 1;
    if (length > LONGEST_ITEM)
      return FALSE;
  }
  return items > 1;
}

void tz_gaps_make (TzBoxes *boxes, const TzTextStyle *style, int line_ems)
{
  Gapper g = { .boxes = &g_array_index (boxes->boxes, TzBox, 0),
               .n = (int)boxes->boxes->len,
               .em = style->size };
  g.level = style->prohibit != TZ_PROHIBIT_AUTO ? style->prohibit : tz_prohibit_for (line_ems);
  g.list = line_ems < 12 && is_list (g.boxes, g.n);
  g_array_set_size (boxes->gaps, (guint)MAX (g.n - 1, 0));
  for (int k = 0; k + 1 < g.n; k++) {
    TzGap *gap = &g_array_index (boxes->gaps, TzGap, k);
    *gap = (TzGap){ 0 };
    size_gap (&g, k, gap);
    if (is_fixed (&g.boxes[k], &g.boxes[k + 1]))
      gap->stretch_class = TZ_STRETCH_NEVER;
    gap->penalty = penalty_of (&g, k);
  }
}
