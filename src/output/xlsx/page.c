#include "output/xlsx/page.h"

#include "base/intl.h"
#include "output/xlsx/format.h"
#include "output/xlsx/workbook.h"

#include <math.h>
#include <string.h>

/* Paper numbers of ECMA-376 part 1, 18.3.1.63 (paperSize), upright millimetres.
 * B4 and B5 there are the Japanese ones, which Chinese offices have too. */
static const struct {
  guint8 number;
  double width, height;
} papers[] = {
  { 11, 148, 210 }, { 13, 182, 257 },    { 9, 210, 297 }, { 1, 215.9, 279.4 },
  { 12, 257, 364 }, { 5, 215.9, 355.6 }, { 8, 297, 420 }, { 66, 420, 594 },
};

#define TOLERANCE 4.0 /* mm */

/* The first listed paper that holds the page, which the list's order makes a
 * small one; the largest if none does. *SAME: it is that very paper. */
static guint8 paper_number (TzLen width, TzLen height, gboolean *same)
{
  double a = tz_len_to_mm (MIN (width, height)), b = tz_len_to_mm (MAX (width, height));
  *same = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (fabs (papers[i].width - a) < 1 && fabs (papers[i].height - b) < 1)
      return papers[i].number;
  *same = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i].width + TOLERANCE >= a && papers[i].height + TOLERANCE >= b)
      return papers[i].number;
  return papers[G_N_ELEMENTS (papers) - 1].number;
}

static void set_paper (TzXlsx *xlsx, lxw_worksheet *sheet)
{
  const TzPaper *paper = &xlsx->paper;
  gboolean same = FALSE;
  worksheet_set_paper (sheet, paper_number (paper->width, paper->height, &same));
  if (paper->width > paper->height)
    worksheet_set_landscape (sheet);
  else
    worksheet_set_portrait (sheet);
  if (!same)
    tz_diag_add (
        xlsx->diag, TZ_WARNING, NULL, "paper-unknown-to-excel",
        _ ("Excel has no paper of the size “%s”; the workbook uses the nearest one. Choose the paper in "
           "Excel's page set-up before printing"),
        paper->name ? paper->name : "");
}

/* ---- footer ---- */

/* Excel's footer words for our place-holders. */
static const struct {
  const char *ours, *code;
} codes[] = { { "{page}", "&P" }, { "{pages}", "&N" } };

static char *footer_text (const char *form)
{
  GString *out = g_string_new (NULL);
  while (*form) {
    guint i = 0;
    while (i < G_N_ELEMENTS (codes) && !g_str_has_prefix (form, codes[i].ours))
      i++;
    if (i < G_N_ELEMENTS (codes)) {
      g_string_append (out, codes[i].code);
      form += strlen (codes[i].ours);
    } else if (*form == '&') {
      /* libxlsxwriter 1.1.4 takes even a doubled "&&G" or "&&[" for a picture. */
      g_string_append (out, form[1] == 'G' || form[1] == '[' ? "＆" : "&&");
      form++;
    } else {
      g_string_append_c (out, *form++);
    }
  }
  return g_string_free (out, FALSE);
}

/* Left, centre or right third of the footer. Odd and even pages cannot differ
 * through this library; single-sided sheets have the number on the right. */
static const char *const sections[] = {
  [TZ_NUMBER_NONE] = "",    [TZ_NUMBER_CENTER] = "&C", [TZ_NUMBER_LEFT] = "&L",
  [TZ_NUMBER_RIGHT] = "&R", [TZ_NUMBER_OUTER] = "&R",
};

char *tz_xlsx_footer (const char *form, TzNumberPlace place, const char *font, TzLen size)
{
  char *text = footer_text (form);
  int points = (int)((size + TZ_PT / 2) / TZ_PT);
  /* A digit right after the size would be read as part of it. */
  const char *gap = g_ascii_isdigit (*text) ? " " : "";
  char *footer = g_strdup_printf ("%s&\"%s,Regular\"&%d%s%s", sections[place], font, points, gap, text);
  if (strpbrk (font, "&\"") || g_utf8_strlen (footer, -1) > LXW_HEADER_FOOTER_MAX) {
    g_free (footer);
    footer = g_strconcat (sections[place], text, NULL);
  }
  g_free (text);
  if (g_utf8_strlen (footer, -1) > LXW_HEADER_FOOTER_MAX)
    g_clear_pointer (&footer, g_free);
  return footer;
}

#define INCH (72.0 * TZ_PT)

static void set_footer (TzXlsx *xlsx, lxw_worksheet *sheet)
{
  const TzPageSetup *page = &xlsx->layout->doc->page;
  if (page->number_place == TZ_NUMBER_NONE || !page->number_form || !*page->number_form)
    return;
  const TzTextStyle *style = &page->number_style;
  char *footer = tz_xlsx_footer (page->number_form, page->number_place, tz_xlsx_font_name (xlsx, style->role),
                                 style->size);
  if (!footer) {
    tz_diag_add (
        xlsx->diag, TZ_WARNING, NULL, "footer-too-long",
        _ ("the page number's form is too long for Excel (%d characters); the workbook has none. Shorten it "
           "in the template"),
        LXW_HEADER_FOOTER_MAX);
    return;
  }
  /* Excel measures from the paper's edge to the footer's lower edge. */
  double lower = (double)(page->bottom - page->number_gap) / INCH;
  lxw_header_footer_options options = { .margin = MAX (lower, 0.2) };
  tz_xlsx_note (xlsx, worksheet_set_footer_opt (sheet, footer, &options), sheet, 0, 0);
  g_free (footer);
}

double tz_xlsx_page_room (const TzXlsx *xlsx)
{
  const TzPageSetup *page = &xlsx->layout->doc->page;
  /* A hundredth less, because printers' drivers round rows to their own dots. */
  return tz_len_to_pt (xlsx->paper.height - page->top - page->bottom) * 0.99;
}

/* Excel allows 1,026 page breaks, the library 1,023. A longer table is left to
 * Excel altogether, rather than with some pages broken by one rule and some by another. */
void tz_xlsx_set_breaks (TzXlsx *xlsx, lxw_worksheet *sheet, const GArray *breaks)
{
  if (breaks->len == 0 || breaks->len >= LXW_BREAKS_MAX)
    return;
  lxw_row_t *rows = g_new0 (lxw_row_t, breaks->len + 1); /* ends with 0 */
  for (guint i = 0; i < breaks->len; i++)
    rows[i] = (lxw_row_t)g_array_index (breaks, int, i);
  tz_xlsx_note (xlsx, worksheet_set_h_pagebreaks (sheet, rows), sheet, 0, 0);
  g_free (rows);
}

void tz_xlsx_page_setup (TzXlsx *xlsx, lxw_worksheet *sheet, const TzXlsxExtent *extent)
{
  const TzPageSetup *page = &xlsx->layout->doc->page;
  int zoom = xlsx->layout->doc->excel.zoom;
  set_paper (xlsx, sheet);
  worksheet_set_margins (sheet, (double)page->left / INCH, (double)page->right / INCH, (double)page->top / INCH,
                         (double)page->bottom / INCH);
  worksheet_fit_to_pages (sheet, (uint16_t)MAX (extent->pages_wide, 1), 0);
  if (extent->pages_wide > 1 && extent->repeat_cols > 0)
    tz_xlsx_note (xlsx, worksheet_repeat_columns (sheet, 0, (lxw_col_t)(extent->repeat_cols - 1)), sheet, 0, 0);
  worksheet_center_horizontally (sheet);
  set_footer (xlsx, sheet);
  if (zoom >= 10 && zoom <= 400)
    worksheet_set_zoom (sheet, (uint16_t)zoom);
  if (extent->freeze_row > 0 || extent->freeze_col > 0)
    worksheet_freeze_panes (sheet, (lxw_row_t)extent->freeze_row, (lxw_col_t)extent->freeze_col);
  if (extent->repeat_first >= 0)
    tz_xlsx_note (
        xlsx, worksheet_repeat_rows (sheet, (lxw_row_t)extent->repeat_first, (lxw_row_t)extent->repeat_last),
        sheet, extent->repeat_first, 0);
  if (extent->n_rows > 0)
    tz_xlsx_note (
        xlsx,
        worksheet_print_area (sheet, 0, 0, (lxw_row_t)(extent->n_rows - 1), (lxw_col_t)(extent->n_cols - 1)),
        sheet, 0, 0);
}
