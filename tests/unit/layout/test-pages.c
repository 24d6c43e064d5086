/* What must hold of whole documents on pages, whatever table stands in them: with toy
 * measures and with real fonts. WILD_SEED=n tries one seed alone. */
#include "base/diag.h"
#include "command/fontset.h"
#include "output/dump.h"
#include "help/sketch.h"
#include "help/typeset.h"
#include "help/wild.h"

#include <string.h>

typedef struct {
  guint32 seed;
  const TzDoc *doc;
  const TzTable *table;
  const TzLayout *layout;
  const TzSized *sized;
  GHashTable *cells; /* TzLines to index of its cell + 1 */
  int *lines_seen;   /* by cell: how many lines all pages have */
  int n_faults;
} Check;

static void G_GNUC_PRINTF (3, 4) hold (Check *check, gboolean holds, const char *format, ...)
{
  if (holds)
    return;
  va_list args;
  va_start (args, format);
  char *what = g_strdup_vprintf (format, args);
  va_end (args);
  if (check->n_faults++ < 3)
    g_test_message ("seed %u: %s", check->seed, what);
  g_test_fail ();
  g_free (what);
}

static gboolean is_numbered (const TzDoc *doc)
{
  return doc->page.number_place != TZ_NUMBER_NONE;
}

/* Texts of a page without its number, which is added last. */
static guint n_texts (const Check *check, const TzPage *page)
{
  return page->texts->len - is_numbered (check->doc);
}

static const TzPageText *text_at (const TzPage *page, guint i)
{
  return &g_array_index (page->texts, TzPageText, i);
}

static TzLen text_end (const TzPageText *text)
{
  return text->y + (text->n - 1) * text->lines->pitch + text->lines->size;
}

/* Where a line's ink begins: alignment is in the glyphs' places. An opening mark's
 * blank half may hang out at the left. */
static TzLen text_left (const TzPageText *text)
{
  TzLen left = G_MAXINT64;
  for (int k = text->first; k < text->first + text->n; k++)
    if (text->lines->lines[k].n_glyphs > 0)
      left = MIN (left, text->lines->glyphs[text->lines->lines[k].glyph].x);
  return text->x + (left < G_MAXINT64 ? MAX (left, 0) : 0);
}

static TzLen text_right (const TzPageText *text)
{
  TzLen right = 0;
  for (int k = text->first; k < text->first + text->n; k++)
    right = MAX (right, text->lines->lines[k].width);
  return text->x + right;
}

static void check_type_area (Check *check, const TzPage *page, guint number)
{
  const TzPageSetup *setup = &check->doc->page;
  TzLen left = setup->left, right = page->width - setup->right;
  TzLen top = setup->top, bottom = page->height - setup->bottom;
  for (guint i = 0; i < n_texts (check, page); i++) {
    const TzPageText *text = text_at (page, i);
    hold (check, text_left (text) >= left && text_right (text) <= right,
          "page %u: text from %.1f to %.1f, set for %.1f: %s", number, tz_len_to_pt (text_left (text)),
          tz_len_to_pt (text_right (text)), tz_len_to_pt (text->lines->width), text->lines->text);
    hold (check, text->y >= top && text_end (text) <= bottom, "page %u: text down to %.1f of %.1f", number,
          tz_len_to_pt (text_end (text)), tz_len_to_pt (bottom));
  }
  for (guint i = 0; i < page->rules->len; i++) {
    const TzPageRule *rule = &g_array_index (page->rules, TzPageRule, i);
    hold (check, rule->x0 >= 0 && rule->x1 <= page->width && rule->y0 >= 0 && rule->y1 <= page->height,
          "page %u: a rule leaves the page", number);
  }
}

static void check_overlaps (Check *check, const TzPage *page, guint number)
{
  for (guint i = 0; i < n_texts (check, page); i++)
    for (guint k = 0; k < i; k++) {
      const TzPageText *a = text_at (page, i), *b = text_at (page, k);
      hold (check,
            text_left (a) >= text_right (b) || text_left (b) >= text_right (a) || a->y >= text_end (b) ||
                b->y >= text_end (a),
            "page %u: “%s” and “%s” overlap", number, a->lines->text, b->lines->text);
    }
}

static int cell_of (const Check *check, const TzPageText *text)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (check->cells, text->lines)) - 1;
}

/* Counts what stands on the page: cells of the head and the body. */
static void count_cells (Check *check, const TzPage *page, int *n_head_cells, int *n_body_cells)
{
  int n_head = tz_grid_n_head (check->sized->grid);
  *n_head_cells = *n_body_cells = 0;
  for (guint i = 0; i < n_texts (check, page); i++) {
    int index = cell_of (check, text_at (page, i));
    if (index < 0)
      continue;
    check->lines_seen[index] += text_at (page, i)->n;
    const TzCell *cell = tz_grid_cell (check->sized->grid, index);
    /* Diagonal heads are drawn line by line. */
    if (cell->row < n_head)
      *n_head_cells += text_at (page, i)->first == 0;
    else
      ++*n_body_cells;
  }
}

static int n_head_cells_in_all (const Check *check)
{
  int n = 0;
  for (int i = 0; i < tz_grid_n_cells (check->sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (check->sized->grid, i);
    n += cell->row < tz_grid_n_head (check->sized->grid) && *cell->text;
  }
  return n;
}

static TzLen para_height (const TzMeasure *measure, const TzPara *para, TzLen width)
{
  const TzLines *lines = measure->set (measure->self, para->text, &para->style, width);
  return para->space_before + lines->n_lines * lines->pitch + para->space_after;
}

static TzLen tallest_unbroken (const TzSized *sized)
{
  TzLen tallest = 0;
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    if (cell->row >= tz_grid_n_head (sized->grid))
      tallest = MAX (tallest, tz_sized_height_of (sized, cell, tz_cell_least_lines (sized, cell)));
  }
  return tallest;
}

/* Head and title are repeated for certain if they leave half of the page, and that is
 * enough for what must stand together. */
static gboolean must_repeat (const Check *check, const TzMeasure *measure)
{
  const TzPageSetup *setup = &check->doc->page;
  TzLen height = tz_sized_head_height (check->sized);
  for (guint i = 0; i < check->table->above->len; i++)
    height += para_height (measure, check->table->above->pdata[i],
                           check->layout->paper.width - setup->left - setup->right);
  TzLen half = (check->layout->paper.height - setup->top - setup->bottom) / 2;
  return height <= half && tallest_unbroken (check->sized) <= half;
}

static int count_para (const Check *check, const TzPage *page, const TzPara *para)
{
  int n = 0;
  for (guint i = 0; i < n_texts (check, page); i++)
    n += text_at (page, i)->first == 0 && g_str_equal (text_at (page, i)->lines->text, para->text);
  return n;
}

static void check_repeats (Check *check, const TzMeasure *measure)
{
  const GPtrArray *pages = check->layout->pages->pages;
  int head_cells = n_head_cells_in_all (check);
  gboolean first = TRUE, must = must_repeat (check, measure);
  for (guint i = 0; i < pages->len; i++) {
    int n_head, n_body;
    count_cells (check, pages->pdata[i], &n_head, &n_body);
    hold (check, n_head == 0 || n_head == head_cells, "page %u: %d of %d head cells", i, n_head, head_cells);
    if (n_head + n_body == 0)
      continue;
    if (first || (must && tz_grid_repeat_head (check->sized->grid)))
      hold (check, n_head == head_cells, "page %u: no head", i);
    /* Where a title leaves too little room, the table may begin on the page after it. */
    for (guint k = 0; must && k < check->table->above->len; k++) {
      const TzPara *para = check->table->above->pdata[k];
      hold (check, (first && i > 0) || count_para (check, pages->pdata[i], para) == (first || para->repeat),
            "page %u: title line %u stands there %d times", i, k, count_para (check, pages->pdata[i], para));
    }
    first = FALSE;
  }
}

static void check_texts (Check *check)
{
  for (int i = 0; i < tz_grid_n_cells (check->sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (check->sized->grid, i);
    gboolean often =
        cell->label || tz_cell_repeats (check->sized, cell) || cell->row < tz_grid_n_head (check->sized->grid);
    int n = check->sized->lines[i]->n_lines;
    if (*cell->text)
      hold (check, often ? check->lines_seen[i] >= n : check->lines_seen[i] == n, "%d,%d: %d of %d lines",
            cell->row, cell->col, check->lines_seen[i], n);
  }
}

static void check_notes (Check *check)
{
  const GPtrArray *pages = check->layout->pages->pages;
  for (guint k = 0; k < check->table->below->len; k++) {
    int n = 0;
    for (guint i = 0; i < pages->len; i++)
      n += count_para (check, pages->pdata[i], check->table->below->pdata[k]);
    hold (check, n == 1, "note %u stands there %d times", k, n);
  }
}

static void check_outline (Check *check)
{
  const TzPages *pages = check->layout->pages;
  guint wanted = 0;
  for (guint i = 0; i < check->table->above->len; i++)
    wanted += ((const TzPara *)check->table->above->pdata[i])->outline > 0;
  for (guint i = 0; i < check->table->below->len; i++)
    wanted += ((const TzPara *)check->table->below->pdata[i])->outline > 0;
  for (int r = 0; check->table->section_outline && r < check->sized->n_rows; r++)
    wanted += (tz_grid_row (check->sized->grid, r)->flags & TZ_ROW_SECTION) != 0;
  hold (check, pages->outline->len == wanted, "%u entries in the outline, not %u", pages->outline->len, wanted);
  for (guint i = 0; i < pages->outline->len; i++) {
    const TzOutlineEntry *entry = &g_array_index (pages->outline, TzOutlineEntry, i);
    hold (check, entry->page >= 0 && entry->page < (int)pages->pages->len, "outline entry on page %d",
          entry->page);
  }
}

static void check_layout (Check *check, const TzMeasure *measure)
{
  const GPtrArray *pages = check->layout->pages->pages;
  check->sized = tz_layout_sized (check->layout, 0);
  check->cells = g_hash_table_new (NULL, NULL);
  check->lines_seen = g_new0 (int, tz_grid_n_cells (check->sized->grid) + 1);
  for (int i = 0; i < tz_grid_n_cells (check->sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (check->sized->grid, i);
    if (*cell->text)
      g_hash_table_insert (check->cells, (gpointer)check->sized->lines[i], GINT_TO_POINTER (i + 1));
  }
  for (guint i = 0; i < pages->len; i++) {
    const TzPage *page = pages->pdata[i];
    hold (check, n_texts (check, page) + page->rules->len > 0 || check->sized->n_rows == 0, "page %u is empty",
          i);
    check_type_area (check, page, i);
    check_overlaps (check, page, i);
  }
  check_repeats (check, measure);
  check_texts (check);
  check_notes (check);
  check_outline (check);
  g_hash_table_unref (check->cells);
  g_free (check->lines_seen);
}

/* Lays out the table of SEED and checks it; FALSE if the paper was too small. */
static gboolean try_doc (guint32 seed, WildColumns columns, const TzMeasure *measure)
{
  TzDoc *doc = wild_doc (seed, columns);
  TzDiag *diag = tz_diag_new ();
  TzLayout *layout = tz_layout_new (doc, measure, diag);
  Check check = { .seed = seed, .doc = doc, .table = sketch_table (doc), .layout = layout };
  hold (&check, !layout == (tz_diag_n_errors (diag) > 0), "a layout with errors, or none without");
  if (layout)
    check_layout (&check, measure);
  gboolean done = layout != NULL;
  tz_layout_free (layout);
  tz_diag_free (diag);
  tz_doc_free (doc);
  return done;
}

static guint32 only_seed (void)
{
  const char *seed = g_getenv ("WILD_SEED");
  return seed ? (guint32)g_ascii_strtoull (seed, NULL, 10) : 0;
}

static void try_docs (WildColumns columns, guint32 n)
{
  guint32 from = only_seed () ? only_seed () : 1, n_done = 0;
  n = only_seed () ? 1 : n;
  for (guint32 seed = from; seed < from + n; seed++) {
    Toy *toy = toy_new ();
    TzMeasure measure = toy_measure (toy);
    n_done += try_doc (seed, columns, &measure);
    toy_free (toy);
  }
  g_assert_cmpuint (n_done, >=, n / 2);
}

static void test_fixed_columns (void)
{
  try_docs (WILD_FIXED, g_test_slow () ? 20000 : 2000);
}

static void test_solved_columns (void)
{
  try_docs (WILD_SOLVED, g_test_slow () ? 3000 : 150);
}

static void test_real_fonts (void)
{
  TzDiag *diag = tz_diag_new ();
  TzFonts *fonts = tz_fontset_open (NULL, diag, NULL);
  tz_diag_free (diag);
  if (!fonts) {
    g_test_skip ("no fonts");
    return;
  }
  TzTypesetter *setter = tz_typesetter_new (fonts, typeset_counters ());
  TzMeasure measure = tz_measure_typeset (setter);
  guint32 from = only_seed () ? only_seed () : 1,
          n = only_seed ()     ? 1
              : g_test_slow () ? 3000
                               : 300,
          n_done = 0;
  for (guint32 seed = from; seed < from + n; seed++) {
    n_done += try_doc (seed, seed % 4 ? WILD_FIXED : WILD_SOLVED, &measure);
    tz_typesetter_reset (setter);
  }
  tz_typesetter_free (setter);
  g_assert_cmpuint (n_done, >=, n / 2);
}

static char *dump_of (guint32 seed)
{
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  TzDoc *doc = wild_doc (seed, WILD_SOLVED);
  TzDiag *diag = tz_diag_new ();
  TzLayout *layout = tz_layout_new (doc, &measure, diag);
  char *dump = layout ? tz_dump (layout, "pages") : NULL;
  tz_layout_free (layout);
  tz_diag_free (diag);
  tz_doc_free (doc);
  toy_free (toy);
  return dump;
}

static void test_same_again (void)
{
  for (guint32 seed = 1; seed <= 20; seed++) {
    char *one = dump_of (seed), *two = dump_of (seed);
    g_assert_cmpstr (one, ==, two);
    g_free (one);
    g_free (two);
  }
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/fixed-columns", test_fixed_columns);
  g_test_add_func ("/pages/solved-columns", test_solved_columns);
  g_test_add_func ("/pages/real-fonts", test_real_fonts);
  g_test_add_func ("/pages/same-again", test_same_again);
  return g_test_run ();
}
