/* Where one text ends and the next begins is for the columns' edges to say. Of all ways to share the columns
 * out, that one is taken in which the texts lack the least room, and of those the one whose edges are
 * nearest to an even share. The best way for the first i texts in the first e columns is found from the
 * best ways for i - 1 texts in fewer columns. */
#include "output/xlsx/parts.h"

#include "base/utf8.h"
#include "output/xlsx/plan.h"

#include <float.h>
#include <string.h>

enum {
  MOST_COLUMNS = 256, /* no page shows as many */
  LACK = 1000         /* a pixel that a text lacks counts as so many that an edge is off */
};

typedef struct {
  const TzXlsxSheetPlan *s;
  int n, n_cols;
  const int *needs; /* pixels of each text on one line */
  double *costs;    /* [i × (n_cols + 1) + e]: of the best way for i texts in e columns */
  int *begins;      /* the same: where the last of these texts begins */
} Share;

static int edge (const TzXlsxSheetPlan *s, int col)
{
  return tz_xlsx_pixels (s->sized->x[col], s->widen);
}

static double cost_of (const Share *h, int i, int first, int end)
{
  double pixels = edge (h->s, end) - edge (h->s, first);
  double even = (double)edge (h->s, h->n_cols) * (i + 1) / h->n;
  return LACK * MAX (h->needs[i] - pixels, 0) + ABS (edge (h->s, end) - even);
}

/* The best way for the texts up to I to end before column END. */
static void find_best (const Share *h, int i, int end)
{
  double *best = &h->costs[(i + 1) * (h->n_cols + 1) + end];
  *best = DBL_MAX;
  for (int first = i; first < end; first++) {
    double before = h->costs[i * (h->n_cols + 1) + first];
    if (before == DBL_MAX || before + cost_of (h, i, first, end) >= *best)
      continue;
    *best = before + cost_of (h, i, first, end);
    h->begins[(i + 1) * (h->n_cols + 1) + end] = first;
  }
}

static void share_columns (const Share *h, TzXlsxParaCell *cells)
{
  for (int end = 0; end <= h->n_cols; end++)
    h->costs[end] = end == 0 ? 0 : DBL_MAX;
  for (int i = 0; i < h->n; i++)
    for (int end = 0; end <= h->n_cols; end++)
      find_best (h, i, end);
  for (int i = h->n - 1, end = h->n_cols; i >= 0; i--) {
    cells[i].col1 = end - 1;
    cells[i].col0 = h->begins[(i + 1) * (h->n_cols + 1) + end];
    end = cells[i].col0;
  }
}

/* Pixels that TEXT needs on one line; an em has 4/3 pixels a point. */
static int need_of (const char *text, TzLen em)
{
  enum { PADDING = 8 };
  return (int)(tz_utf8_columns (text) * tz_len_to_pt (em) / 2 * 4 / 3) + PADDING;
}

static TzAlign align_of (int i, int n)
{
  if (i == 0)
    return TZ_ALIGN_LEFT;
  return i + 1 == n ? TZ_ALIGN_RIGHT : TZ_ALIGN_CENTER;
}

static double height_of (const TzXlsxSheetPlan *s, const TzXlsxParaCell *cell)
{
  TzXlsxType type = { cell->size, cell->para->style.bold };
  return tz_xlsx_text_height (cell->text, cell->n, type, edge (s, cell->col1 + 1) - edge (s, cell->col0));
}

/* A cell with three lines is no place for such a text, nor is one with two where all texts in a row take one.
 */
static gboolean is_better_in_a_row (const TzXlsxSheetPlan *s, const TzPara *para, double height)
{
  TzXlsxType type = { para->style.size, para->style.bold };
  double line = tz_xlsx_text_height ("一", strlen ("一"), type, s->pixels);
  return height > 2 * line ||
         (height > line && tz_xlsx_text_height (para->text, strlen (para->text), type, s->pixels) <= line);
}

double tz_xlsx_plan_parts (const TzXlsxSheetPlan *s, const TzPara *para, TzXlsxParaCell *cells)
{
  int n = (int)g_strv_length (para->parts);
  double height = 0;
  if (!s->sized || n > s->n_cols || s->n_cols > MOST_COLUMNS)
    return 0;
  gsize size = (gsize)(n + 1) * (gsize)(s->n_cols + 1);
  int *needs = g_new (int, (gsize)n), *begins = g_new0 (int, size);
  double *costs = g_new (double, size);
  for (int i = 0; i < n; i++)
    needs[i] = need_of (para->parts[i], para->style.size);
  share_columns (&(Share){ s, n, s->n_cols, needs, costs, begins }, cells);
  g_free (needs);
  g_free (begins);
  g_free (costs);
  for (int i = 0; i < n; i++) {
    cells[i].para = para;
    cells[i].text = para->parts[i];
    cells[i].n = strlen (para->parts[i]);
    cells[i].size = para->style.size;
    cells[i].align = align_of (i, n);
    height = MAX (height, height_of (s, &cells[i]));
  }
  return is_better_in_a_row (s, para, height) ? 0 : height;
}
