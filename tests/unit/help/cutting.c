#include "help/cutting.h"

TzGrid *cutting_grid (const char *rows)
{
  return sketch_grid (rows, 50 * TZ_PT, NULL);
}

Cutting *cutting_new (TzGrid *take_grid, int first, int later, int notes)
{
  Cutting *k = g_new0 (Cutting, 1);
  k->toy = toy_new ();
  k->measure = toy_measure (k->toy);
  k->doc = sketch_doc (take_grid, 0, 0);
  TzLen *edges = g_new0 (TzLen, tz_grid_n_cols (take_grid) + 1);
  for (int c = 0; c < tz_grid_n_cols (take_grid); c++)
    edges[c + 1] = edges[c] + tz_grid_get_column (take_grid, c)->width;
  k->sized = tz_sized_new (sketch_table (k->doc), edges, &k->measure);
  TzRoom room = { .first = first * 10 * TZ_PT, .later = later * 10 * TZ_PT, .notes = notes * 10 * TZ_PT };
  k->cuts = tz_cuts_new (k->sized, &room);
  k->pages = tz_pages_new ();
  for (guint i = 0; i < k->cuts->slices->len; i++)
    tz_table_draw (k->sized, k->cuts, (int)i, FALSE, tz_pages_add (k->pages, 0, 0), 0, 0, &k->measure);
  return k;
}

void cutting_free (Cutting *k)
{
  tz_pages_free (k->pages);
  tz_cuts_free (k->cuts);
  tz_sized_free (k->sized);
  tz_doc_free (k->doc);
  toy_free (k->toy);
  g_free (k);
}

void assert_cutting (const Cutting *k, const char *expected)
{
  g_autofree char *got = sketch_cuts_text (k->sized, k->cuts);
  g_assert_cmpstr (got, ==, expected);
}

void assert_cutting_page (const Cutting *k, guint number, const char *expected)
{
  g_assert_cmpuint (number, <, k->pages->pages->len);
  g_autofree char *got = sketch_page_text (k->pages->pages->pdata[number]);
  g_assert_cmpstr (got, ==, expected);
}

void assert_cuts (const char *rows, int first, int later, int notes, const char *expected)
{
  Cutting *k = cutting_new (cutting_grid (rows), first, later, notes);
  assert_cutting (k, expected);
  cutting_free (k);
}

TzLen cutting_height (const Cutting *k, int part)
{
  return g_array_index (k->cuts->parts, TzPart, part).height / TZ_PT;
}
