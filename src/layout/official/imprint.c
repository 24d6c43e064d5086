/* The block pinned to the end of the last page: copies sent to, printed by (GB/T 9704-2012, 7.4).
 *
 *   =====================================   thick rule
 *    抄送：…                                 rows of a label and a text
 *   -------------------------------------   thin rule
 *    示例市能源局办公室    2021年4月9日印发     the last row has a text at the right, too
 *   =====================================   thick rule: the lower edge of the type area */
#include "base/intl.h"
#include "layout/missing.h"
#include "layout/official/pages.h"
#include "layout/structure.h"
#include "layout/wrap/wrap.h"

typedef struct {
  const TzLines *label, *text, *right;
  TzLen text_x;
} ImprintLines;

static ImprintLines set_imprint (const TzOfficialPages *made, const TzImprintRow *row)
{
  const TzOfficial *official = made->official;
  const TzMeasure *measure = made->frame.measure;
  TzLen width = made->frame.width - 2 * official->imprint_inset;
  ImprintLines set = { .text_x = 0 };
  TzTextStyle style = official->imprint_style;
  if (row->label) {
    set.text_x = tz_official_label_width (&made->frame, row->label, &style);
    set.label = tz_wrap (measure, row->label, &style, set.text_x);
  }
  set.text = tz_wrap (measure, row->text, &style, MAX (width - set.text_x, style.size));
  style.align = TZ_ALIGN_RIGHT;
  if (row->right)
    set.right = tz_wrap (measure, row->right, &style, width);
  return set;
}

static TzLen imprint_height (const TzOfficialPages *made)
{
  TzLen height = 0;
  for (guint i = 0; i < made->official->imprint->len; i++)
    height += set_imprint (made, made->official->imprint->pdata[i]).text->n_lines *
              made->official->imprint_style.pitch;
  return height;
}

static void draw_imprint_row (const TzOfficialPages *made, TzPage *page, const TzImprintRow *row, TzLen y)
{
  ImprintLines set = set_imprint (made, row);
  const TzTextStyle *style = &made->official->imprint_style;
  TzLen x = made->doc->page.left + made->official->imprint_inset, top = y + (style->pitch - style->size) / 2;
  page->node = tz_structure_add (made->layout->pages, TZ_NODE_PARA, TZ_NODE_ROOT);
  if (set.label)
    tz_page_add_text (page, set.label, 0, 1, x, top);
  tz_page_add_text (page, set.text, 0, set.text->n_lines, x + set.text_x, top);
  if (set.right)
    tz_page_add_text (page, set.right, 0, 1, x, top + (set.text->n_lines - 1) * style->pitch);
  page->node = TZ_NODE_NONE;
  tz_missing_report (set.text, NULL, made->diag);
}

/* GB/T 9704-2012, 7.4.1: first and last rule thick, the last one on the lower edge
 * of the type area. */
static void draw_imprint (const TzOfficialPages *made, TzPage *page)
{
  const TzOfficial *official = made->official;
  TzLen left = made->doc->page.left, right = left + made->frame.width;
  TzLen bottom = made->doc->page.top + made->frame.height, y = bottom - imprint_height (made);
  gboolean ruled = FALSE, rules = official->imprint_thick > 0;
  for (guint i = 0; i < official->imprint->len; i++) {
    const TzImprintRow *row = official->imprint->pdata[i];
    if (row->rule && rules)
      tz_page_add_rule (page, left, y, right, y, ruled ? official->imprint_thin : official->imprint_thick, 0);
    ruled |= row->rule && rules;
    draw_imprint_row (made, page, row, y);
    y += set_imprint (made, row).text->n_lines * official->imprint_style.pitch;
  }
  if (ruled)
    tz_page_add_rule (page, left, bottom, right, bottom, official->imprint_thick, 0);
}

/* 7.5: neither a blank page before it nor a page with nothing else has a number. */
gboolean tz_official_put_imprint (TzOfficialPages *made)
{
  const TzOfficial *official = made->official;
  if (official->imprint->len == 0)
    return TRUE;
  if (imprint_height (made) > made->frame.height) {
    tz_diag_add (
        made->diag, TZ_ERROR, NULL, "imprint-too-long",
        _ ("%s: the block at the end of the last page (抄送, 印发) needs more than a page; shorten it"),
        made->doc->name ? made->doc->name : "");
    return FALSE;
  }
  gboolean bound = made->doc->attached && made->doc->attached->len > 0;
  gboolean even = tz_official_n_pages (made) % 2 == 0 || !official->imprint_even;
  TzLen room = made->frame.height - made->end - official->pitch / 2;
  if (!bound && even && room >= imprint_height (made)) {
    draw_imprint (made, made->layout->pages->pages->pdata[tz_official_n_pages (made) - 1]);
    return TRUE;
  }
  if (official->imprint_even && tz_official_n_pages (made) % 2 == 0)
    tz_official_add_page (made, FALSE);
  draw_imprint (made, tz_official_add_page (made, FALSE));
  return TRUE;
}
