#include "layout/table/missing.h"

#include "base/intl.h"
#include "base/utf8.h"

void tz_sized_report_missing (const TzSized *sized, TzDiag *diag)
{
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    TzPlace source = tz_grid_source (sized->grid, i);
    tz_missing_report (sized->lines[i], &source, diag);
  }
}

void tz_sized_report_cut (const TzSized *sized, TzDiag *diag)
{
  gboolean *cut = g_new0 (gboolean, sized->n_cols);
  int first = -1, n = 0;
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    if (cut[cell->col] || sized->lines[i]->n_lines < 2 || !tz_utf8_is_figure (cell->text))
      continue;
    cut[cell->col] = TRUE;
    n++;
    if (first < 0)
      first = i;
  }
  if (n > 0) {
    TzPlace source = tz_grid_source (sized->grid, first);
    tz_diag_add (diag, TZ_WARNING, &source, "figure-cut",
                 _ ("“%s” is wider than its column and stands on several lines (columns where it is so: %d); "
                    "choose a larger "
                    "paper (-s page.paper=…), smaller text (-s text.size=…), or let the table go on over "
                    "several pages (-s "
                    "table.sideways=yes)"),
                 tz_grid_cell (sized->grid, first)->text, n);
  }
  g_free (cut);
}

void tz_grid_report_missing (const TzGrid *grid, const TzMeasure *measure, TzDiag *diag)
{
  GPtrArray *by_style = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_missing_free);
  for (int i = 0; i < tz_grid_n_cells (grid); i++) {
    const TzCell *cell = tz_grid_cell (grid, i);
    if (cell->style >= (int)by_style->len)
      g_ptr_array_set_size (by_style, cell->style + 1);
    gpointer *missing = &by_style->pdata[cell->style];
    if (!*missing)
      *missing = tz_missing_new (measure, &tz_grid_style (grid, cell->style)->text);
    TzPlace source = tz_grid_source (grid, i);
    tz_missing_look (*missing, cell->text, &source, diag);
  }
  g_ptr_array_unref (by_style);
}
