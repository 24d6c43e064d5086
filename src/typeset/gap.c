/* The gaps between the boxes of a paragraph: how wide each is, how far it gives, and what it costs
 * to break a line there; after clreq, the requirements for Chinese text layout of W3C. */
#include "typeset/bond.h"
#include "typeset/code.h"
#include "typeset/keep.h"
#include "typeset/line_cost.h"
#include "typeset/words.h"

#include <string.h>

typedef struct {
  const TzBox *boxes;
  int n;
  TzLen em;
  TzProhibit level;
  gboolean narrow;
  int label;               /* boxes of the paragraph's own number, */
  gboolean lone_label;     /* beside which a line would hold less than two characters: it may stand alone */
  const gint32 *of_edge;   /* what a break costs by what it parts; NULL: words are not looked for */
  const TzWordEdge *edges; /* before each box */
} Gapper;

/* clreq: a quarter em between hanzi and Latin letters or digits, but none beside what belongs to a number: a
 * percent sign, ￥ and other forms of full width. */
static gboolean takes_latin_space (const TzBox *a, const TzBox *b)
{
  const TzBox *han = a->class == TZ_CLASS_HAN ? a : b;
  const TzBox *other = han == a ? b : a;
  if (han->class != TZ_CLASS_HAN || han->c < 0x2E80 || (han->c >= 0xFF00 && han->c <= 0xFFEF))
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

/* ---- numbers of items ---- */

static gboolean is_ring (gunichar c)
{
  return (c >= 0x2460 && c <= 0x2473) || (c >= 0x3220 && c <= 0x3229); /* ①, ㈠ */
}

static gboolean is_hanzi_numeral (gunichar c)
{
  return g_utf8_strchr ("一二三四五六七八九十", -1, c) != NULL;
}

static gboolean is_numeral (const TzBox *box)
{
  return box->class == TZ_CLASS_DIGIT || is_hanzi_numeral (box->c);
}

int tz_boxes_label (const TzBoxes *boxes)
{
  const TzBox *a = &g_array_index (boxes->boxes, TzBox, 0);
  int n = (int)boxes->boxes->len, k = 0;
  if (n > 1 && is_ring (a[0].c))
    return 1;
  gboolean bracket = n > 0 && (a[0].c == 0xFF08 || a[0].c == '(');
  k += bracket;
  int from = k;
  while (k < n && k - from < 4 && is_numeral (&a[k]))
    k++;
  if (k == from || k + 1 >= n)
    return 0;
  gboolean closed = a[k].c == 0xFF09 || a[k].c == ')' ||
                    (!bracket && (a[k].c == '.' || a[k].c == 0xFF0E || a[k].c == 0x3001));
  gboolean decimal = a[k].c == '.' && a[k + 1].class == TZ_CLASS_DIGIT; /* 1.5亿元 */
  return closed && !decimal ? k + 1 : 0;
}

/* Whether box K, a point, ends the number of an item that begins within the text: 2. after a mark. */
static gboolean ends_pointed_number (const Gapper *g, int k)
{
  const TzBox *a = g->boxes;
  gboolean point = a[k].c == '.' || a[k].c == 0xFF0E, comma = a[k].c == 0x3001; /* ．、 */
  int from = k;
  while (from > 0 && k - from < 3 && a[from - 1].class == TZ_CLASS_DIGIT)
    from--;
  if ((!point && !comma) || from == k || from == 0 || k + 1 == g->n || a[k + 1].class != TZ_CLASS_HAN)
    return FALSE;
  return a[from - 1].class == TZ_CLASS_STOP || (a[from - 1].class == TZ_CLASS_COMMA && a[from - 1].c != 0x3001);
}

/* Whether box K ends the number of an item that begins within the text: ①, or （3） or 2. after a mark. */
static gboolean ends_item_number (const Gapper *g, int k)
{
  const TzBox *a = g->boxes;
  if (is_ring (a[k].c) || ends_pointed_number (g, k))
    return TRUE;
  if (a[k].class != TZ_CLASS_CLOSE)
    return FALSE;
  int from = k;
  while (from > 0 && k - from < 3 && is_numeral (&a[from - 1]))
    from--;
  if (from == k || from == 0 || a[from - 1].class != TZ_CLASS_OPEN)
    return FALSE;
  return from == 1 || a[from - 2].class == TZ_CLASS_COMMA || a[from - 2].class == TZ_CLASS_STOP;
}

/* In a narrow column a document's number may begin a line by its year, and a number may be left by its unit, or
 * rather by the other end of a range, before there is a deep hole. */
static gint32 bond_penalty (const Gapper *g, const TzBox *after, TzBond bond)
{
  if (after->c == 0x3014) /* 〔 */
    return g->narrow ? TZ_BREAK_SOFT : TZ_BREAK_BOND;
  if (!g->narrow)
    return TZ_BREAK_MEASURE;
  if (bond == TZ_BOND_JOINED)
    return TZ_BREAK_HOLE / 2;
  return bond == TZ_BOND_COUNTED ? TZ_BREAK_HOLE : TZ_BREAK_BOND;
}

static gint32 penalty_of (const Gapper *g, int k, TzBond bond)
{
  const TzBox *a = &g->boxes[k], *b = &g->boxes[k + 1];
  TzCharClass before = (TzCharClass)a->class, after = (TzCharClass)b->class;
  if (tz_class_is_blank (after) || bond == TZ_BOND_FIGURE)
    return TZ_BREAK_INSIDE;
  if (tz_class_is_western (before) && tz_class_is_western (after))
    return tz_code_penalty (g->boxes, g->n, k, bond);
  if (before == TZ_CLASS_DASH && a->c == b->c)
    return TZ_BREAK_INSIDE;
  if (b->inner || (after == TZ_CLASS_COMPLEX && g_unichar_ismark (b->c)))
    return TZ_BREAK_INSIDE;
  if (tz_forbidden_at_start (b->c, after, g->level))
    return TZ_BREAK_START;
  if (tz_forbidden_at_end (a->c, before, g->level))
    return TZ_BREAK_END;
  if (k + 1 < g->label) /* （十一） */
    return TZ_BREAK_END;
  if (k + 1 == g->label && g->lone_label)
    return TZ_BREAK_FREE;
  if (bond != TZ_BOND_NONE)
    return bond_penalty (g, b, bond);
  if (k + 1 == g->label || ends_item_number (g, k))
    return TZ_BREAK_BOND;
  gboolean hanzi = before == TZ_CLASS_HAN && after == TZ_CLASS_HAN;
  return g->of_edge && hanzi ? g->of_edge[g->edges[k + 1]] : TZ_BREAK_FREE;
}

/* ---- words ---- */

/* In the narrow columns of a table a hole is worse than a word cut; a label is cut only if it cannot be helped,
 * and has rather a line more. */
static const gint32 mild[] = {
  [TZ_WORD_MEETS] = 0, [TZ_WORD_ENDS] = 40, [TZ_WORD_UNSURE] = 80, [TZ_WORD_INSIDE] = 200
};
static const gint32 strong[] = {
  [TZ_WORD_MEETS] = 0, [TZ_WORD_ENDS] = 500, [TZ_WORD_UNSURE] = 1500, [TZ_WORD_INSIDE] = 6000
};

static void find_words (const Gapper *g, const TzNameSet *names, TzWordEdge *edges, int *of_name)
{
  gunichar *text = g_new (gunichar, g->n);
  for (int k = 0; k < g->n; k++)
    text[k] = g->boxes[k].c;
  tz_words_find (text, g->n, names, edges, of_name);
  g_free (text);
}

void tz_gaps_make (TzBoxes *boxes, const TzTextStyle *style, TzLen line, gboolean words)
{
  int line_ems = (int)MIN (line / MAX (style->size, 1), 10000);
  Gapper g = { .boxes = &g_array_index (boxes->boxes, TzBox, 0),
               .n = (int)boxes->boxes->len,
               .em = style->size,
               .narrow = tz_is_narrow (line, style->size),
               .label = tz_boxes_label (boxes) };
  TzLen label = 0;
  for (int k = 0; k < g.label; k++)
    label += g.boxes[k].advance - g.boxes[k].blank_left - (k + 1 < g.label ? 0 : g.boxes[k].blank_right);
  g.lone_label = g.narrow && label + 2 * g.em > line;
  g.level = style->prohibit != TZ_PROHIBIT_AUTO ? style->prohibit : tz_prohibit_for (line_ems);
  g.of_edge = style->wrap == TZ_WRAP_LABEL ? strong : g.narrow && words ? mild : NULL;
  g_autofree TzWordEdge *edges = g.of_edge ? g_new (TzWordEdge, g.n) : NULL;
  g_autofree int *of_name = g.of_edge ? g_new (int, g.n) : NULL;
  if (g.of_edge)
    find_words (&g, style->names, edges, of_name);
  g.edges = edges;
  g_array_set_size (boxes->gaps, 0);
  g_array_set_size (boxes->gaps, (guint)MAX (g.n - 1, 0)); /* cleared */
  tz_bonds_find (boxes);
  for (int k = 0; k + 1 < g.n; k++) {
    TzGap *gap = &g_array_index (boxes->gaps, TzGap, k);
    size_gap (&g, k, gap);
    if (gap->bond == TZ_BOND_FIGURE)
      gap->stretch = 0; /* of the blank in 3 000 */
    if (gap->bond == TZ_BOND_FIGURE || is_fixed (&g.boxes[k], &g.boxes[k + 1]))
      gap->stretch_class = TZ_STRETCH_NEVER;
    gap->penalty = penalty_of (&g, k, (TzBond)gap->bond);
  }
  tz_keep_names (boxes, style, line, of_name);
}
