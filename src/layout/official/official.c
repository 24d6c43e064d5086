/* The top of official documents: their text, the documents bound behind it, the block at the end of
 * the last page and the page numbers. */
#include "layout/official/official.h"

#include "layout/number.h"
#include "layout/official/exhibit.h"
#include "layout/official/pages.h"
#include "layout/official/rows.h"
#include "layout/official/tight.h"

/* ---- attached documents ---- */

static gboolean bind (TzOfficialPages *made, const TzDoc *attached)
{
  TzLayout *layout = made->lay_out (attached, made->frame.measure, made->diag);
  if (!layout)
    return FALSE;
  tz_layout_take_pages (made->layout, layout);
  for (guint n = 0; n < layout->n_given; n++) {
    const TzPageSetup *setup = &attached->page;
    g_array_append_val (made->numbers, setup);
  }
  tz_layout_free (layout);
  return TRUE;
}

static gboolean bind_all (TzOfficialPages *made)
{
  gboolean done = TRUE;
  for (guint i = 0; made->doc->attached && i < made->doc->attached->len; i++)
    done &= bind (made, made->doc->attached->pdata[i]);
  return done;
}

/* ---- page numbers ---- */

static void add_numbers (const TzOfficialPages *made)
{
  for (int i = made->official->first_unnumbered ? 1 : 0; i < tz_official_n_pages (made); i++) {
    const TzPageSetup *setup = g_array_index (made->numbers, const TzPageSetup *, (guint)i);
    if (setup)
      tz_number_add (setup, made->frame.measure, made->layout->pages->pages->pdata[i], i + 1,
                     tz_official_n_pages (made));
  }
}

/* ---- on the grid of characters, or closer ---- */

static int count_pages (const TzOfficialPages *made, GPtrArray *rows)
{
  int n = 0;
  for (guint first = 0; first < rows->len; n++)
    first = tz_official_page_end (made, rows, first);
  return n;
}

static gboolean has_exhibits (const TzOfficial *official)
{
  for (guint i = 0; i < official->pieces->len; i++) {
    const TzPiece *piece = official->pieces->pdata[i];
    if (piece->kind == TZ_PIECE_TABLE || piece->kind == TZ_PIECE_CHART)
      return TRUE;
  }
  return FALSE;
}

/* 7.3.5.5: what does not fit is made to fit by the room between characters, rather than
 * by a further page. Tables have pages of their own. */
static GPtrArray *make_rows (TzOfficialPages *made, const TzMeasure *tight)
{
  GPtrArray *rows = tz_official_rows (&made->frame, made->diag);
  int n = has_exhibits (made->official) ? 1 : count_pages (made, rows);
  if (n <= 1)
    return rows;
  TzOfficialFrame closer = made->frame;
  closer.measure = tight;
  TzDiag *again = tz_diag_new (); /* the same pieces: what is wrong with them was said above */
  GPtrArray *other = tz_official_rows (&closer, again);
  tz_diag_free (again);
  if (count_pages (made, other) < n) {
    made->frame.measure = tight;
    GPtrArray *swap = rows;
    rows = other;
    other = swap;
  }
  g_ptr_array_unref (other);
  return rows;
}

gboolean tz_official_lay_out (TzLayout *layout, const TzMeasure *measure, TzLayOut lay_out, TzDiag *diag)
{
  const TzPageSetup *page = &layout->doc->page;
  TzOfficialPages made = {
    .layout = layout, .doc = layout->doc, .official = layout->doc->official, .lay_out = lay_out, .diag = diag
  };
  made.frame = (TzOfficialFrame){ .official = made.official,
                                  .measure = measure,
                                  .width = layout->paper.width - page->left - page->right,
                                  .height = layout->paper.height - page->top - page->bottom,
                                  .exhibits = g_ptr_array_new_with_free_func (
                                      (GDestroyNotify)tz_official_exhibit_free) };
  made.numbers = g_array_new (FALSE, FALSE, sizeof (const TzPageSetup *));
  guint errors = tz_diag_n_errors (diag);
  TzMeasure tight = tz_measure_tight (measure);
  GPtrArray *rows = make_rows (&made, &tight);
  tz_official_fill_pages (&made, rows);
  gboolean done = bind_all (&made) && tz_diag_n_errors (diag) == errors;
  done &= tz_official_put_imprint (&made);
  add_numbers (&made);
  g_ptr_array_unref (rows);
  g_ptr_array_unref (made.frame.exhibits);
  g_array_unref (made.numbers);
  return done;
}
