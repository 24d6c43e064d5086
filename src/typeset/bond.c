/* A number and what makes it a measure, a range or a reference:
 *
 *   3.2 万 多 户   1 846 户   15 元/百公里   220 kV      counted: words of TzCounters behind the digits
 *   6～8   1∶3   5±2   1.3×10⁵   6至8                    joined: two numbers and the sign between them
 *   第3   ≥95   ￥200   〔2021〕8   GB/T 9704            led: what stands before the digits
 */
#include "typeset/bond.h"

typedef struct {
  const TzBox *boxes;
  TzGap *gaps;
  int n;
  const TzCounters *counters;
  gunichar *text; /* of all boxes; NULL until it is asked for */
} Binder;

/* The gap before box K. */
static void bind (Binder *b, int k, TzBond bond)
{
  if (k > 0 && k < b->n)
    b->gaps[k - 1].bond = MAX (b->gaps[k - 1].bond, (guint8)bond);
}

static gunichar char_at (const Binder *b, int k)
{
  return k >= 0 && k < b->n ? b->boxes[k].c : 0;
}

static gboolean is_class (const Binder *b, int k, TzCharClass class)
{
  return k >= 0 && k < b->n && b->boxes[k].class == class;
}

/* Digits of full width count as well. */
static gboolean is_digit (const Binder *b, int k)
{
  gunichar c = char_at (b, k);
  return is_class (b, k, TZ_CLASS_DIGIT) || (c >= 0xFF10 && c <= 0xFF19);
}

static gboolean is_any_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static int digits_end (const Binder *b, int k)
{
  while (is_digit (b, k))
    k++;
  return k;
}

/* ---- the digits ---- */

/* A blank between groups of three digits: 3 000 (GB/T 15835-2011, 5.1.4). The group before it begins with
 * GROUP. */
static gboolean parts_thousands (const Binder *b, int group, int k)
{
  return is_class (b, k, TZ_CLASS_SPACE) && k - group <= 3 && digits_end (b, k + 1) - k == 4;
}

/* A point, or a comma between groups of three digits, at K. */
static gboolean is_point (const Binder *b, int k)
{
  int digits = digits_end (b, k + 1) - (k + 1);
  return char_at (b, k) == ',' ? digits == 3 : is_any_of (char_at (b, k), ".．") && digits > 0;
}

/* Binds the number that begins with K; where it ends. */
static int bind_digits (Binder *b, int k)
{
  for (int group = k;; group = k) {
    int end = digits_end (b, group);
    k = is_point (b, end) || parts_thousands (b, group, end) ? end + 1 : end;
    for (int i = group + 1; i < end || (i <= k && k > end); i++)
      bind (b, i, TZ_BOND_FIGURE);
    if (k == end)
      return end;
  }
}

/* ---- what is counted ---- */

static TzCounter word_at (Binder *b, int k, int *length)
{
  if (!b->text) {
    b->text = g_new (gunichar, b->n);
    for (int i = 0; i < b->n; i++)
      b->text[i] = b->boxes[i].c;
  }
  *length = 0;
  return k < b->n ? tz_counters_find (b->counters, b->text + k, b->n - k, length) : TZ_COUNTER_NONE;
}

static void bind_word (Binder *b, int k, int length, TzBond first)
{
  bind (b, k, first);
  for (int i = 1; i < length; i++)
    bind (b, k + i, TZ_BOND_KEPT);
}

/* Whether a unit, or a multiple of one, begins with box K. */
static gboolean is_counted (Binder *b, int k)
{
  int length;
  TzCounter word = word_at (b, k, &length);
  return word == TZ_COUNTER_UNIT || word == TZ_COUNTER_MULTIPLE;
}

/* Binds a unit with its multiples at K to what stands before it; where it ends, K if there is none. */
static int bind_unit (Binder *b, int k, TzBond first)
{
  for (int length;; k += length) {
    TzCounter word = word_at (b, k, &length);
    if (word == TZ_COUNTER_NONE || (word == TZ_COUNTER_ABOUT && !is_counted (b, k + length)))
      return k;
    bind_word (b, k, length, first);
    first = TZ_BOND_KEPT;
    if (word == TZ_COUNTER_UNIT)
      return k + length;
  }
}

/* 户·小时, 元/千瓦时, 个多月: what goes on behind a unit that ends with K. */
static int bind_further (Binder *b, int k)
{
  int length, begin = k;
  if (is_any_of (char_at (b, k), "/／·"))
    begin = k + 1;
  else if (word_at (b, k, &length) != TZ_COUNTER_ABOUT)
    return k;
  if (begin > k && !is_counted (b, begin))
    return k;
  int end = bind_unit (b, begin, TZ_BOND_KEPT);
  if (begin > k)
    bind (b, k, TZ_BOND_KEPT);
  return end;
}

/* What is counted by the number that ends with K: a blank may stand between. */
static void bind_counted (Binder *b, int k)
{
  int begin = k + is_class (b, k, TZ_CLASS_SPACE);
  if (begin > k && !is_counted (b, begin))
    return;
  int end = bind_unit (b, begin, TZ_BOND_COUNTED);
  for (int last = begin; end > last; end = bind_further (b, end))
    last = end;
}

/* ---- two numbers ---- */

/* 10⁵, where it begins with K. */
static gboolean is_power (const Binder *b, int k)
{
  return char_at (b, k) == '1' && char_at (b, k + 1) == '0' && is_class (b, k + 2, TZ_CLASS_SUFFIX);
}

/* 1：3, 17：00, and not 附件1：2021年. */
static gboolean is_ratio (const Binder *b, int from, int k)
{
  return k - from <= 3 && digits_end (b, k + 1) - k <= 4;
}

/* A sign between the number from FROM up to K and another one; if they must be parted, then behind it. */
static void bind_joint (Binder *b, int from, int k)
{
  while (is_class (b, k, TZ_CLASS_SUFFIX) || char_at (b, k) == '%')
    k++;
  gunichar c = char_at (b, k);
  int next = k + 1 + is_any_of (char_at (b, k + 1), "-－−+＋±");
  if (!is_digit (b, next) || !is_any_of (c, "～–—－至到×÷±＋＝∶：／＜＞≤≥≈"))
    return;
  gboolean ratio = is_any_of (c, "∶：");
  if (ratio && !is_ratio (b, from, k))
    return;
  bind (b, k, TZ_BOND_KEPT);
  bind (b, k + 1, ratio || (c == 0xD7 && is_power (b, k + 1)) ? TZ_BOND_KEPT : TZ_BOND_JOINED);
  if (next > k + 1)
    bind (b, next, TZ_BOND_KEPT); /* 5～−2 */
}

/* ---- what leads ---- */

/* Where GB/T or its kin begins, letters with a solidus among them, that ends before K; K if none does. */
static int standard_start (const Binder *b, int k)
{
  gboolean solidus = FALSE;
  int from = k;
  while (from > 0 && (is_class (b, from - 1, TZ_CLASS_LETTER) || char_at (b, from - 1) == '/'))
    solidus |= char_at (b, --from) == '/';
  return solidus && k - from <= 8 ? from : k;
}

/* Binds the number that begins with K to what stands before it. */
static void bind_lead (Binder *b, int k)
{
  gunichar before = char_at (b, k - 1);
  if (before == 0x3015 || is_any_of (before, "第№±−≈≤≥≦≧＜＞＝＋－￥￡＄§")) /* 〕 */
    bind (b, k, TZ_BOND_KEPT);
  if (!is_class (b, k - 1, TZ_CLASS_SPACE))
    return;
  int from = standard_start (b, k - 1);
  for (int i = from + 1; i < k - 1; i++)
    bind (b, i, TZ_BOND_KEPT);
  if (is_any_of (char_at (b, k - 2), "第№§"))
    bind (b, k, TZ_BOND_KEPT);
  else if (from < k - 1)
    bind (b, k, TZ_BOND_COUNTED); /* GB/T| 9704 rather than GB/|T */
}

/* 10（6）kV. */
static void bind_bracket (Binder *b, int k)
{
  int close = k + 1;
  while (is_digit (b, close) || char_at (b, close) == '.')
    close++;
  if (!is_class (b, k, TZ_CLASS_OPEN) || close == k + 1)
    return;
  bind (b, k, TZ_BOND_KEPT);
  if (is_class (b, close, TZ_CLASS_CLOSE) && is_class (b, close + 1, TZ_CLASS_LETTER))
    bind (b, close + 1, TZ_BOND_KEPT);
}

void tz_bonds_find (TzBoxes *boxes)
{
  Binder b = { .boxes = &g_array_index (boxes->boxes, TzBox, 0),
               .gaps = &g_array_index (boxes->gaps, TzGap, 0),
               .n = (int)boxes->boxes->len,
               .counters = boxes->counters };
  for (int k = 0; k < b.n; k++) {
    gunichar c = b.boxes[k].c;
    if (c == 0xA0 || c == 0x202F) /* no-break spaces */
      bind (&b, k + 1, TZ_BOND_KEPT);
    if (c == 0x3014 && is_class (&b, k - 1, TZ_CLASS_HAN)) /* the name before 〔year〕 */
      bind (&b, k, TZ_BOND_KEPT);
    if (!is_digit (&b, k))
      continue;
    int end = bind_digits (&b, k);
    bind_lead (&b, k);
    bind_counted (&b, end);
    bind_joint (&b, k, end);
    bind_bracket (&b, end);
    k = end - 1;
  }
  g_free (b.text);
}
