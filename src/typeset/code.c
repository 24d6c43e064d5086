#include "typeset/code.h"

#include <string.h>

typedef struct {
  const TzBox *boxes;
  int n;
} Run;

/* Whether the run of Western characters around box K has a letter: a code or an address, no number or date.
 * Looks so far to each side. */
#define CODE 40

static gboolean in_code (const Run *r, int k)
{
  int from = k, to = k;
  while (from > 0 && k - from < CODE && tz_class_is_western ((TzCharClass)r->boxes[from - 1].class))
    from--;
  while (to + 1 < r->n && to - k < CODE && tz_class_is_western ((TzCharClass)r->boxes[to + 1].class))
    to++;
  for (int i = from; i <= to; i++)
    if (r->boxes[i].class == TZ_CLASS_LETTER)
      return TRUE;
  return FALSE;
}

static gboolean is_letter (const Run *r, int k)
{
  return k >= 0 && k < r->n && r->boxes[k].class == TZ_CLASS_LETTER;
}

/* Whether a single letter stands before or after the solidus K: GB/T, km/h. */
static gboolean is_short_pair (const Run *r, int k)
{
  return r->boxes[k].c == '/' &&
         ((is_letter (r, k - 1) && !is_letter (r, k - 2)) || (is_letter (r, k + 1) && !is_letter (r, k + 2)));
}

/* Behind these, too, an address or a list of numbers is taken apart: zhang@|example.|invalid,
 * 116.3971,|39.9165. */
static gboolean parts_address (const Run *r, int k)
{
  gunichar c = r->boxes[k].c;
  if (c == '.')
    return is_letter (r, k - 1) && is_letter (r, k + 1);
  int digits = 0;
  while (digits < 4 && k + 1 + digits < r->n && r->boxes[k + 1 + digits].class == TZ_CLASS_DIGIT)
    digits++;
  if (c == ',')
    return digits != 3; /* 1,204 */
  return c < 0x80 && strchr ("@_:?&=", (int)c) != NULL && in_code (r, k);
}

gint32 tz_code_penalty (const TzBox *boxes, int n, int k, TzBond bond)
{
  const Run run = { boxes, n }, *r = &run;
  const TzBox *a = &r->boxes[k], *b = &r->boxes[k + 1];
  gboolean parts = (a->c == '-' || a->c == '/') && a->c != b->c;
  if (b->class != TZ_CLASS_LETTER && b->class != TZ_CLASS_DIGIT)
    return TZ_BREAK_INSIDE;
  if (!parts)
    return parts_address (r, k) ? TZ_BREAK_PART : TZ_BREAK_INSIDE;
  if (b->class == TZ_CLASS_DIGIT && !in_code (r, k))
    return TZ_BREAK_PART;
  return bond != TZ_BOND_NONE || is_short_pair (r, k) ? TZ_BREAK_BOND : TZ_BREAK_SOFT * 4;
}
