/* Pages are filled with rows from above.
 *
 *   row i      y   +------------------+  top of the type area
 *     before       |                  |  not at a page's top
 *     ink          |======== text ====|  must stand above the page's end
 *     advance      |                  |  to where row i + 1 may stand
 *   row i + 1      |======== text ====|
 *                  |        ...       |
 *                  +------------------+  a row whose ink reaches below begins the next page, and
 *                                        takes rows with it that are kept with what follows them
 *
 * Rows beside another share its height, pinned rows (the red rule) stand where they say, and a table
 * may be cut so that a part of it still stands on the page; or text that follows it fills the page. */
#include "layout/missing.h"
#include "layout/official/exhibit.h"
#include "layout/official/pages.h"
#include "layout/structure.h"

/* Rounding of a grid's lines adds up to less. */
#define TOLERANCE (TZ_PT / 4)

/* Where row I of the page that begins with row FIRST stands, and where the next may. */
static TzLen row_y (const GPtrArray *rows, guint first, guint i, TzLen *last, TzLen *next)
{
  const TzOfficialRow *row = rows->pdata[i];
  if (row->pinned)
    return row->top;
  if (row->beside)
    return *last;
  TzLen y = i == first ? 0 : *next + row->before;
  if (row->top != TZ_LEN_UNSET)
    y = i == first ? row->top : MAX (y, row->top);
  *last = y;
  *next = y + row->advance;
  return y;
}

/* The row that begins the next page. Exhibits that reach its end are made to fit, or text changes places with
 * them. */
guint tz_official_page_end (const TzOfficialPages *made, GPtrArray *rows, guint first)
{
  TzLen last = 0, next = 0;
  guint i;
  for (i = first; i < rows->len; i++) {
    const TzOfficialRow *row = rows->pdata[i];
    TzLen last_before = last, next_before = next, y = row_y (rows, first, i, &last, &next);
    if (i > first && (row->new_part || row->page))
      return i;
    while (row->exhibit && tz_official_fit_exhibit (&made->frame, rows, i, y, i == first)) {
      row = rows->pdata[i];
      last = last_before;
      next = next_before;
      y = row_y (rows, first, i, &last, &next);
    }
    if (i > first && !row->pinned && y + row->ink > made->frame.height + TOLERANCE)
      break;
  }
  guint end = i;
  while (end < rows->len && end > first && ((const TzOfficialRow *)rows->pdata[end - 1])->keep)
    end--;
  return end > first ? end : i;
}

static void draw_rule (const TzOfficialPages *made, TzPage *page, const TzPiece *piece, TzLen y)
{
  TzLen width = piece->width > 0 ? piece->width : made->frame.width;
  TzLen x = piece->width > 0 ? (page->width - width) / 2 : made->doc->page.left;
  TzLen upper = piece->thin_first ? piece->thin : piece->thick;
  TzLen lower = piece->thin_first ? piece->thick : piece->thin;
  tz_page_add_rule (page, x, y, x + width, y, upper, piece->style.colour);
  if (piece->thin > 0) {
    TzLen below = y + upper / 2 + lower / 2 + piece->thick; /* a gap as wide as the thick one */
    tz_page_add_rule (page, x, below, x + width, below, lower, piece->style.colour);
  }
}

static void draw_row (const TzOfficialPages *made, TzPage *page, const TzOfficialRow *row, TzLen y)
{
  const TzDoc *doc = made->doc;
  if (row->exhibit)
    tz_official_draw_exhibit (&made->frame, row, made->layout->pages, made->part, doc->page.left,
                              doc->page.top + y, made->diag);
  if (row->first && row->piece->outline > 0)
    tz_pages_add_outline (made->layout->pages, row->piece->outline,
                          row->piece->outline_text ? row->piece->outline_text : row->piece->text,
                          tz_official_n_pages (made) - 1, MAX (doc->page.top + y - made->official->em, 0));
  if (row->piece->kind == TZ_PIECE_RULE)
    draw_rule (made, page, row->piece, doc->page.top + y);
  for (guint i = 0; i < row->placed->len; i++) {
    const TzPlaced *placed = &g_array_index (row->placed, TzPlaced, i);
    page->node = tz_official_node_of (made, row, i);
    tz_page_add_text (page, placed->lines, placed->first, placed->n, doc->page.left + placed->x,
                      doc->page.top + y + placed->y);
    if (placed->first == 0)
      tz_missing_report (placed->lines, NULL, made->diag);
  }
  page->node = TZ_NODE_NONE;
}

void tz_official_fill_pages (TzOfficialPages *made, GPtrArray *rows)
{
  guint first = 0;
  tz_official_begin_part (made);
  do {
    guint end = tz_official_page_end (made, rows, first);
    TzPage *page = tz_official_add_page (made, TRUE);
    TzLen last = 0, next = 0;
    made->end = 0;
    for (guint i = first; i < end; i++) {
      const TzOfficialRow *row = rows->pdata[i];
      TzLen y = row_y (rows, first, i, &last, &next);
      if (row->exhibit)
        y += tz_official_exhibit_lead (&made->frame, row, y);
      if (row->new_part)
        tz_official_begin_part (made);
      if (row->first)
        tz_official_begin_piece (made, row->piece);
      draw_row (made, page, row, y);
      if (!row->pinned)
        made->end = MAX (made->end, y + row->ink);
    }
    first = end;
  } while (first < rows->len);
}
