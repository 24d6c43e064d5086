#include "layout/table/para.h"

#include "layout/wrap/wrap.h"

typedef struct {
  const TzPara *para;
  const TzMeasure *measure;
  TzLen width;
  TzTextStyle style; /* of parts: their places are given */
  TzLen y;           /* where the next line stands */
  GArray *texts;     /* of TzParaText */
} Setting;

/* Parts side by side are at least so far apart. */
static TzLen least_gap (const Setting *s)
{
  return s->style.size;
}

/* From line to line of LINES, which the paragraph was set into. */
static TzLen pitch_of (const TzPara *para, const TzLines *lines)
{
  return para->tall && lines->n_lines == 1 ? MAX (para->style.pitch, lines->pitch) : lines->pitch;
}

static TzLen add_text (Setting *s, const TzLines *lines, TzLen x)
{
  TzLen pitch = pitch_of (s->para, lines);
  TzParaText text = { lines, x, s->y + (pitch - lines->size) / 2 };
  g_array_append_val (s->texts, text);
  return lines->n_lines * pitch;
}

static TzLen width_of (const Setting *s, const char *part)
{
  TzLen narrow, wide;
  s->measure->widths (s->measure->self, part, &s->style, &narrow, &wide);
  return wide;
}

/* How many of the parts from FIRST on stand beside each other; *WIDE is the width of their texts. */
static int parts_of_line (const Setting *s, int first, TzLen *wide)
{
  char **parts = s->para->parts;
  int n = 1;
  *wide = width_of (s, parts[first]);
  for (; parts[first + n]; n++) {
    TzLen next = *wide + width_of (s, parts[first + n]);
    if (next + n * least_gap (s) > s->width)
      break;
    *wide = next;
  }
  return n;
}

/* Where part I of N, WIDE, stands: the first at the left, the last at the right, those between in even steps.
 */
static TzLen wanted_x (const Setting *s, int i, int n, TzLen wide)
{
  return n > 1 ? (s->width - wide) * i / (n - 1) : 0;
}

/* Whether the parts so placed keep their distance. */
static gboolean keep_apart (const Setting *s, int first, int n)
{
  TzLen end = -least_gap (s);
  for (int i = 0; i < n; i++) {
    TzLen wide = width_of (s, s->para->parts[first + i]), x = wanted_x (s, i, n, wide);
    if (x < end + least_gap (s))
      return FALSE;
    end = x + wide;
  }
  return TRUE;
}

/* N parts on a line; where even steps would crowd some, all distances are made equal. */
static void set_line (Setting *s, int first, int n, TzLen wide)
{
  gboolean steps = keep_apart (s, first, n);
  TzLen height = 0, x = 0, gap = n > 1 ? (s->width - wide) / (n - 1) : 0;
  for (int i = 0; i < n; i++) {
    const char *part = s->para->parts[first + i];
    TzLen own = width_of (s, part);
    if (steps)
      x = wanted_x (s, i, n, own);
    TzLen high = add_text (s, tz_wrap (s->measure, part, &s->style, MAX (s->width - x, own)), x);
    height = MAX (height, high);
    x += own + gap;
  }
  s->y += height;
}

static void set_parts (Setting *s)
{
  s->style.align = TZ_ALIGN_LEFT;
  s->style.first_indent = 0;
  s->style.shrink_floor = 0;
  for (int first = 0; s->para->parts[first];) {
    TzLen wide;
    int n = parts_of_line (s, first, &wide);
    if (n == 1 && wide > s->width) /* a part that no line holds is broken */
      s->y += add_text (s, tz_wrap (s->measure, s->para->parts[first], &s->style, s->width), 0);
    else
      set_line (s, first, n, wide);
    first += n;
  }
}

GArray *tz_para_texts (const TzPara *para, const TzMeasure *measure, TzLen width, TzLen *height)
{
  Setting s = { .para = para, .measure = measure, .width = width, .style = para->style };
  s.texts = g_array_new (FALSE, FALSE, sizeof (TzParaText));
  if (para->parts)
    set_parts (&s);
  else
    s.y = add_text (&s, tz_wrap (measure, para->text, &para->style, width), 0);
  *height = s.y;
  return s.texts;
}

TzLen tz_para_height (const TzPara *para, const TzMeasure *measure, TzLen width)
{
  TzLen height;
  g_array_unref (tz_para_texts (para, measure, width, &height));
  return para->space_before + height + para->space_after;
}
