#include "typeset/keep.h"

#include "typeset/line_cost.h"

#include <string.h>

/* ---- lists ---- */

/* Characters of a name in a list. */
#define LONGEST_ITEM 16

static gboolean parts_names (const TzBox *box)
{
  return tz_class_is_blank ((TzCharClass)box->class) || box->c == 0x3001 || box->c == 0xFF0C ||
         box->c == 0xFF1B; /* 、，； */
}

/* What names of organs, firms and offices end with, brackets of a remark included. */
static gboolean ends_organ (const TzBox *box)
{
  return box->class == TZ_CLASS_CLOSE ||
         g_utf8_strchr ("局委厅办司院会府部处企业位心门区县市州镇乡所队组校社团站行关政人", -1, box->c);
}

/* Of which marks a list may be made: 、 and blanks always; ， and ； part clauses, too, so that they do only
 * where everything between them is the name of an organ. */
typedef struct {
  int items, length;
  gboolean organs; /* every item so far ends like one */
  gboolean clauses;
} Listing;

static gboolean end_item (Listing *l, const TzBox *last)
{
  l->items++;
  l->organs = l->organs && last && ends_organ (last);
  l->length = 0;
  return l->organs || !l->clauses;
}

/* 一、总体要求 is a heading. */
static gboolean begins_with_numeral (const TzBox *boxes, int n)
{
  int k = 0;
  while (k < n && g_utf8_strchr ("一二三四五六七八九十", -1, boxes[k].c))
    k++;
  return k > 0 && k < n && parts_names (&boxes[k]);
}

/* An enumeration such as 市发改局、市供电公司: short items between 、 or blanks, or names of organs between ，
 * as well, and no sentence. */
static gboolean is_list (const TzBox *boxes, int n)
{
  Listing l = { .organs = TRUE };
  for (int k = 0; k < n; k++) {
    const TzBox *box = &boxes[k];
    if (box->class == TZ_CLASS_STOP && box->c != 0xFF1B)
      return FALSE;
    if ((box->class == TZ_CLASS_COMMA && !parts_names (box)) || (box->c < 0x80 && strchr (",;.", (int)box->c)))
      return FALSE;
    l.clauses |= box->c == 0xFF0C || box->c == 0xFF1B;
    if (parts_names (box)) {
      if (l.length > 0 && !end_item (&l, &boxes[k - 1]))
        return FALSE;
    } else if (++l.length > LONGEST_ITEM) {
      return FALSE;
    }
  }
  if (begins_with_numeral (boxes, n))
    return FALSE;
  return end_item (&l, l.length > 0 ? &boxes[n - 1] : NULL) && l.items > 1;
}

/* ---- names ---- */

typedef struct {
  TzBoxes *boxes;
  const TzBox *box;
  int n;
  TzLen line, em;
  gint32 cost; /* of a break within a name that a line can hold */
} Keeper;

/* Whether a line holds boxes FROM up to END, and half the mark behind them. */
static gboolean fits (const Keeper *keeper, int from, int end)
{
  TzLen width = end < keeper->n && keeper->box[end].class == TZ_CLASS_COMMA ? keeper->em / 2 : 0;
  for (int k = from; k < end; k++)
    width += keeper->box[k].advance;
  return width <= keeper->line;
}

/* A name from FROM up to END. MORE is added to what a break within it costs already, unless no line may be
 * broken there at all. */
static void keep (const Keeper *keeper, int from, int end, gint32 more)
{
  for (int k = from; k + 1 < end; k++) {
    TzGap *gap = &g_array_index (keeper->boxes->gaps, TzGap, k);
    if (gap->penalty < TZ_BREAK_HOLE)
      gap->penalty += more;
  }
}

static void keep_listed (const Keeper *keeper)
{
  for (int from = 0, end; from < keeper->n; from = MAX (end, from + 1)) {
    for (end = from; end < keeper->n && !parts_names (&keeper->box[end]);)
      end++;
    keep (keeper, from, end, fits (keeper, from, end) ? keeper->cost : TZ_BREAK_SOFT);
  }
}

static void keep_known (const Keeper *keeper, const int *of_name)
{
  for (int from = 0, end; from < keeper->n; from = end) {
    for (end = from + 1; end < keeper->n && of_name[from] >= 0 && of_name[end] == of_name[from];)
      end++;
    if (end - from > 1 && fits (keeper, from, end))
      keep (keeper, from, end, keeper->cost);
  }
}

void tz_keep_names (TzBoxes *boxes, const TzTextStyle *style, TzLen line, const int *of_name)
{
  Keeper keeper = { .boxes = boxes,
                    .box = &g_array_index (boxes->boxes, TzBox, 0),
                    .n = (int)boxes->boxes->len,
                    .line = line,
                    .em = style->size,
                    .cost = style->wrap == TZ_WRAP_LABEL ? TZ_BREAK_NAME_LABEL : TZ_BREAK_NAME };
  if (tz_is_narrow (line, style->size) && is_list (keeper.box, keeper.n))
    keep_listed (&keeper);
  else if (of_name)
    keep_known (&keeper, of_name);
}
