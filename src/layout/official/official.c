#include "layout/official/official.h"

#include "base/intl.h"
#include "layout/missing.h"
#include "layout/number.h"
#include "layout/official/exhibit.h"
#include "layout/official/rows.h"
#include "layout/official/tight.h"
#include "layout/structure.h"
#include "layout/wrap/wrap.h"

/* Rounding of a grid's lines adds up to less. */
#define TOLERANCE (TZ_PT / 4)

typedef struct {
  TzLayout *layout;
  const TzDoc *doc;
  const TzOfficial *official;
  TzOfficialFrame frame;
  TzDiag *diag;
  GArray *numbers;     /* of const TzPageSetup *, by page; NULL: none */
  TzLen end;           /* of what stands on the last page of the text */
  guint32 part;        /* node of the document that is being set */
  int level;           /* of its last heading; 0: none yet */
  guint32 list;        /* of a list that may go on; TZ_NODE_NONE: none */
  guint32 label, text; /* of the piece that is being set */
  TzLayOut lay_out;    /* of attached documents */
} Sheets;

static TzPage *add_page (Sheets *sheets, gboolean numbered)
{
  const TzPageSetup *setup = numbered ? &sheets->doc->page : NULL;
  g_array_append_val (sheets->numbers, setup);
  return tz_pages_add (sheets->layout->pages, sheets->layout->paper.width, sheets->layout->paper.height);
}

static int n_pages (const Sheets *sheets)
{
  return (int)sheets->layout->pages->pages->len;
}

/* ---- structure ---- */

/* Several documents in one are a part each. */
static gboolean has_parts (const Sheets *sheets)
{
  gboolean parts = sheets->doc->attached && sheets->doc->attached->len > 0;
  for (guint i = 0; i < sheets->official->pieces->len; i++)
    parts |= ((const TzPiece *)sheets->official->pieces->pdata[i])->kind == TZ_PIECE_NEW_PAGE;
  return parts;
}

static void begin_part (Sheets *sheets)
{
  sheets->part =
      has_parts (sheets) ? tz_structure_add (sheets->layout->pages, TZ_NODE_PART, TZ_NODE_ROOT) : TZ_NODE_ROOT;
  sheets->list = TZ_NODE_NONE;
  sheets->level = 0;
}

static void begin_item (Sheets *sheets)
{
  TzPages *pages = sheets->layout->pages;
  if (sheets->list == TZ_NODE_NONE)
    sheets->list = tz_structure_add (pages, TZ_NODE_LIST, sheets->part);
  guint32 item = tz_structure_add (pages, TZ_NODE_ITEM, sheets->list);
  sheets->label = tz_structure_add (pages, TZ_NODE_LABEL, item);
  sheets->text = tz_structure_add (pages, TZ_NODE_BODY, item);
}

/* Names of a mark and of a signature, and what stands loose around a table, are paragraphs of their own. */
static gboolean has_names (const TzPiece *piece)
{
  return piece->kind == TZ_PIECE_MARK || piece->kind == TZ_PIECE_SIGN || piece->kind == TZ_PIECE_TABLE;
}

static void begin_piece (Sheets *sheets, const TzPiece *piece)
{
  TzPages *pages = sheets->layout->pages;
  if (!piece->item)
    sheets->list = TZ_NODE_NONE;
  if (piece->item) {
    begin_item (sheets);
    return;
  }
  sheets->text = TZ_NODE_NONE;
  if (piece->heading > 0) {
    sheets->level = MIN (piece->heading, sheets->level + 1); /* none is left out: ISO 14289-1, 7.4.2 */
    sheets->text = tz_structure_add_heading (pages, sheets->level, sheets->part);
  } else if (piece->kind == TZ_PIECE_TEXT)
    sheets->text = tz_structure_add (pages, TZ_NODE_PARA, sheets->part);
  sheets->label = sheets->text;
}

/* The node of text I of ROW. */
static guint32 node_of (const Sheets *sheets, const TzOfficialRow *row, guint i)
{
  if (has_names (row->piece))
    return tz_structure_add (sheets->layout->pages, TZ_NODE_PARA, sheets->part);
  return row->first && i == 0 && row->piece->label ? sheets->label : sheets->text;
}

/* ---- rows to pages ---- */

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

/* The row that begins the next page. Tables that reach its end are cut. */
static guint page_end (const Sheets *sheets, GPtrArray *rows, guint first)
{
  TzLen last = 0, next = 0;
  guint i;
  for (i = first; i < rows->len; i++) {
    const TzOfficialRow *row = rows->pdata[i];
    TzLen y = row_y (rows, first, i, &last, &next);
    if (i > first && (row->sheet || row->page))
      return i;
    if (row->exhibit)
      tz_official_cut_exhibit (&sheets->frame, rows, i, y, i == first);
    if (i > first && !row->pinned && y + row->ink > sheets->frame.height + TOLERANCE)
      break;
  }
  guint end = i;
  while (end < rows->len && end > first && ((const TzOfficialRow *)rows->pdata[end - 1])->keep)
    end--;
  return end > first ? end : i;
}

static void draw_rule (const Sheets *sheets, TzPage *page, const TzPiece *piece, TzLen y)
{
  TzLen width = piece->width > 0 ? piece->width : sheets->frame.width;
  TzLen x = piece->width > 0 ? (page->width - width) / 2 : sheets->doc->page.left;
  TzLen upper = piece->thin_first ? piece->thin : piece->thick;
  TzLen lower = piece->thin_first ? piece->thick : piece->thin;
  tz_page_add_rule (page, x, y, x + width, y, upper, piece->style.colour);
  if (piece->thin > 0) {
    TzLen below = y + upper / 2 + lower / 2 + piece->thick; /* a gap as wide as the thick one */
    tz_page_add_rule (page, x, below, x + width, below, lower, piece->style.colour);
  }
}

static void draw_row (const Sheets *sheets, TzPage *page, const TzOfficialRow *row, TzLen y)
{
  const TzDoc *doc = sheets->doc;
  if (row->exhibit)
    tz_official_draw_exhibit (&sheets->frame, row, sheets->layout->pages, sheets->part, doc->page.left,
                              doc->page.top + y, sheets->diag);
  if (row->first && row->piece->outline > 0)
    tz_pages_add_outline (sheets->layout->pages, row->piece->outline,
                          row->piece->outline_text ? row->piece->outline_text : row->piece->text,
                          n_pages (sheets) - 1, MAX (doc->page.top + y - sheets->official->em, 0));
  if (row->piece->kind == TZ_PIECE_RULE)
    draw_rule (sheets, page, row->piece, doc->page.top + y);
  for (guint i = 0; i < row->placed->len; i++) {
    const TzPlaced *placed = &g_array_index (row->placed, TzPlaced, i);
    page->node = node_of (sheets, row, i);
    tz_page_add_text (page, placed->lines, placed->first, placed->n, doc->page.left + placed->x,
                      doc->page.top + y + placed->y);
    if (placed->first == 0)
      tz_missing_report (placed->lines, NULL, sheets->diag);
  }
  page->node = TZ_NODE_NONE;
}

static void fill_pages (Sheets *sheets, GPtrArray *rows)
{
  guint first = 0;
  begin_part (sheets);
  do {
    guint end = page_end (sheets, rows, first);
    TzPage *page = add_page (sheets, TRUE);
    TzLen last = 0, next = 0;
    sheets->end = 0;
    for (guint i = first; i < end; i++) {
      const TzOfficialRow *row = rows->pdata[i];
      TzLen y = row_y (rows, first, i, &last, &next);
      if (row->exhibit)
        y += tz_official_exhibit_lead (&sheets->frame, row, y);
      if (row->sheet)
        begin_part (sheets);
      if (row->first)
        begin_piece (sheets, row->piece);
      draw_row (sheets, page, row, y);
      if (!row->pinned)
        sheets->end = MAX (sheets->end, y + row->ink);
    }
    first = end;
  } while (first < rows->len);
}

/* ---- attached documents ---- */

static void take_outline (Sheets *sheets, const TzPages *from, int offset)
{
  for (guint i = 0; i < from->outline->len; i++) {
    const TzOutlineEntry *entry = &g_array_index (from->outline, TzOutlineEntry, i);
    tz_pages_add_outline (sheets->layout->pages, entry->level, entry->title, entry->page + offset, entry->y);
  }
}

static gboolean bind (Sheets *sheets, const TzDoc *attached)
{
  TzLayout *layout = sheets->lay_out (attached, sheets->frame.measure, sheets->diag);
  if (!layout)
    return FALSE;
  take_outline (sheets, layout->pages, n_pages (sheets));
  tz_structure_take (sheets->layout->pages, TZ_NODE_ROOT, layout->pages);
  while (layout->pages->pages->len > 0) {
    const TzPageSetup *setup = &attached->page;
    g_ptr_array_add (sheets->layout->pages->pages, g_ptr_array_steal_index (layout->pages->pages, 0));
    g_array_append_val (sheets->numbers, setup);
  }
  tz_layout_free (layout);
  return TRUE;
}

static gboolean bind_all (Sheets *sheets)
{
  gboolean done = TRUE;
  for (guint i = 0; sheets->doc->attached && i < sheets->doc->attached->len; i++)
    done &= bind (sheets, sheets->doc->attached->pdata[i]);
  return done;
}

/* ---- the block at the end ---- */

typedef struct {
  const TzLines *label, *text, *right;
  TzLen text_x;
} ImprintLines;

static ImprintLines set_imprint (const Sheets *sheets, const TzImprintRow *row)
{
  const TzOfficial *official = sheets->official;
  const TzMeasure *measure = sheets->frame.measure;
  TzLen width = sheets->frame.width - 2 * official->imprint_inset;
  ImprintLines set = { .text_x = 0 };
  TzTextStyle style = official->imprint_style;
  if (row->label) {
    set.text_x = tz_official_label_width (&sheets->frame, row->label, &style);
    set.label = tz_wrap (measure, row->label, &style, set.text_x);
  }
  set.text = tz_wrap (measure, row->text, &style, MAX (width - set.text_x, style.size));
  style.align = TZ_ALIGN_RIGHT;
  if (row->right)
    set.right = tz_wrap (measure, row->right, &style, width);
  return set;
}

static TzLen imprint_height (const Sheets *sheets)
{
  TzLen height = 0;
  for (guint i = 0; i < sheets->official->imprint->len; i++)
    height += set_imprint (sheets, sheets->official->imprint->pdata[i]).text->n_lines *
              sheets->official->imprint_style.pitch;
  return height;
}

static void draw_imprint_row (const Sheets *sheets, TzPage *page, const TzImprintRow *row, TzLen y)
{
  ImprintLines set = set_imprint (sheets, row);
  const TzTextStyle *style = &sheets->official->imprint_style;
  TzLen x = sheets->doc->page.left + sheets->official->imprint_inset,
        top = y + (style->pitch - style->size) / 2;
  page->node = tz_structure_add (sheets->layout->pages, TZ_NODE_PARA, TZ_NODE_ROOT);
  if (set.label)
    tz_page_add_text (page, set.label, 0, 1, x, top);
  tz_page_add_text (page, set.text, 0, set.text->n_lines, x + set.text_x, top);
  if (set.right)
    tz_page_add_text (page, set.right, 0, 1, x, top + (set.text->n_lines - 1) * style->pitch);
  page->node = TZ_NODE_NONE;
  tz_missing_report (set.text, NULL, sheets->diag);
}

/* GB/T 9704-2012, 7.4.1: first and last rule thick, the last one on the lower edge
 * of the type area. */
static void draw_imprint (const Sheets *sheets, TzPage *page)
{
  const TzOfficial *official = sheets->official;
  TzLen left = sheets->doc->page.left, right = left + sheets->frame.width;
  TzLen bottom = sheets->doc->page.top + sheets->frame.height, y = bottom - imprint_height (sheets);
  gboolean ruled = FALSE, rules = official->imprint_thick > 0;
  for (guint i = 0; i < official->imprint->len; i++) {
    const TzImprintRow *row = official->imprint->pdata[i];
    if (row->rule && rules)
      tz_page_add_rule (page, left, y, right, y, ruled ? official->imprint_thin : official->imprint_thick, 0);
    ruled |= row->rule && rules;
    draw_imprint_row (sheets, page, row, y);
    y += set_imprint (sheets, row).text->n_lines * official->imprint_style.pitch;
  }
  if (ruled)
    tz_page_add_rule (page, left, bottom, right, bottom, official->imprint_thick, 0);
}

/* 7.5: neither a blank page before it nor a page with nothing else has a number. */
static gboolean add_imprint (Sheets *sheets)
{
  const TzOfficial *official = sheets->official;
  if (official->imprint->len == 0)
    return TRUE;
  if (imprint_height (sheets) > sheets->frame.height) {
    tz_diag_add (
        sheets->diag, TZ_ERROR, NULL, "imprint-too-long",
        _ ("%s: the block at the end of the last page (抄送, 印发) needs more than a page; shorten it"),
        sheets->doc->name ? sheets->doc->name : "");
    return FALSE;
  }
  gboolean bound = sheets->doc->attached && sheets->doc->attached->len > 0;
  gboolean even = n_pages (sheets) % 2 == 0 || !official->imprint_even;
  TzLen room = sheets->frame.height - sheets->end - official->pitch / 2;
  if (!bound && even && room >= imprint_height (sheets)) {
    draw_imprint (sheets, sheets->layout->pages->pages->pdata[n_pages (sheets) - 1]);
    return TRUE;
  }
  if (official->imprint_even && n_pages (sheets) % 2 == 0)
    add_page (sheets, FALSE);
  draw_imprint (sheets, add_page (sheets, FALSE));
  return TRUE;
}

static void add_numbers (const Sheets *sheets)
{
  for (int i = sheets->official->first_unnumbered ? 1 : 0; i < n_pages (sheets); i++) {
    const TzPageSetup *setup = g_array_index (sheets->numbers, const TzPageSetup *, (guint)i);
    if (setup)
      tz_number_add (setup, sheets->frame.measure, sheets->layout->pages->pages->pdata[i], i + 1,
                     n_pages (sheets));
  }
}

/* ---- on the grid of characters, or closer ---- */

static int count_pages (const Sheets *sheets, const TzMeasure *measure)
{
  Sheets probe = { .frame = sheets->frame };
  TzDiag *unheard = tz_diag_new ();
  int n = 0;
  probe.frame.measure = measure;
  GPtrArray *rows = tz_official_rows (&probe.frame, unheard);
  for (guint first = 0; first < rows->len; n++)
    first = page_end (&probe, rows, first);
  g_ptr_array_unref (rows);
  tz_diag_free (unheard);
  return n;
}

/* 7.3.5.5: what does not fit is made to fit by the room between characters, rather than
 * by a further page. Tables have pages of their own. */
static gboolean is_better_tight (const Sheets *sheets, const TzMeasure *tight)
{
  for (guint i = 0; i < sheets->official->pieces->len; i++) {
    const TzPiece *piece = sheets->official->pieces->pdata[i];
    if (piece->kind == TZ_PIECE_TABLE || piece->kind == TZ_PIECE_CHART)
      return FALSE;
  }
  int n = count_pages (sheets, sheets->frame.measure);
  return n > 1 && count_pages (sheets, tight) < n;
}

gboolean tz_official_lay_out (TzLayout *layout, const TzMeasure *measure, TzLayOut lay_out, TzDiag *diag)
{
  const TzPageSetup *page = &layout->doc->page;
  Sheets sheets = {
    .layout = layout, .doc = layout->doc, .official = layout->doc->official, .lay_out = lay_out, .diag = diag
  };
  sheets.frame = (TzOfficialFrame){ .official = sheets.official,
                                    .measure = measure,
                                    .width = layout->paper.width - page->left - page->right,
                                    .height = layout->paper.height - page->top - page->bottom,
                                    .exhibits = g_ptr_array_new_with_free_func (
                                        (GDestroyNotify)tz_official_exhibit_free) };
  sheets.numbers = g_array_new (FALSE, FALSE, sizeof (const TzPageSetup *));
  guint errors = tz_diag_n_errors (diag);
  TzMeasure tight = tz_measure_tight (measure);
  if (is_better_tight (&sheets, &tight))
    sheets.frame.measure = &tight;
  GPtrArray *rows = tz_official_rows (&sheets.frame, diag);
  fill_pages (&sheets, rows);
  gboolean done = bind_all (&sheets) && tz_diag_n_errors (diag) == errors;
  done &= add_imprint (&sheets);
  add_numbers (&sheets);
  g_ptr_array_unref (rows);
  g_ptr_array_unref (sheets.frame.exhibits);
  g_array_unref (sheets.numbers);
  return done;
}
