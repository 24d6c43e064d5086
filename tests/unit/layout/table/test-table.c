/* What must hold of any table on pages, whatever stands in it: tried on thousands of
 * tables made from seeds. A fault names its seed, so that it can be tried alone:
 * WILD_SEED=n. */
#include "help/sketch.h"
#include "help/wild.h"

#include <string.h>

typedef struct {
  guint32 seed;
  const TzSized *sized;
  const TzMeasure *measure;
  TzRoom room;
  TzCuts *cuts;
  GHashTable *owners; /* TzLines to index of its cell + 1 */
  guint8 **seen;      /* [cell][line] */
  int *last_piece;    /* by cell: lines on the page before */
  int n_faults;
} Check;

/* One page of it. */
typedef struct {
  Check *check;
  int number;
  const TzSlice *slice;
  const TzPart *parts;
  TzPage *page;
  TzLen left, top;
  TzLen *y;      /* slice->n + 1 */
  guint8 *whole; /* by cell: set in full on this page */
} Sheet;

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

/* ---- the parts ---- */

static const TzPart *part_at (const Check *check, int i)
{
  return &g_array_index (check->cuts->parts, TzPart, i);
}

static TzLen room_of (const Check *check, int slice)
{
  return slice == 0 ? check->room.first : check->room.later;
}

static guint flags_of (const Check *check, int row)
{
  return tz_grid_row (check->sized->grid, row)->flags;
}

static const TzCell *cell_at (const Check *check, int row, int col)
{
  int index = tz_grid_index_at (check->sized->grid, row, col);
  const TzCell *cell = index >= 0 ? tz_grid_cell (check->sized->grid, index) : NULL;
  return cell && cell->col == col ? cell : NULL;
}

/* Each row comes once, or in parts on consecutive pages, and in its order. */
static void check_sequence (Check *check)
{
  int row = tz_grid_n_head (check->sized->grid);
  gboolean cut = FALSE;
  for (guint i = 0; i < check->cuts->slices->len; i++) {
    const TzSlice *slice = &g_array_index (check->cuts->slices, TzSlice, i);
    hold (check, slice->n > 0 || check->cuts->slices->len == 1, "page %u is empty", i);
    for (int k = 0; k < slice->n; k++) {
      const TzPart *part = part_at (check, slice->first + k);
      hold (check, part->row == row, "page %u: row %d where %d is due", i, part->row, row);
      hold (check, part->height > 0, "row %d has the height %ld", row, (long)part->height);
      hold (check, !part->cut_above == !(k == 0 && cut), "row %d goes on without having begun", row);
      hold (check, !part->cut_below || k == slice->n - 1, "row %d is cut in the middle of a page", row);
      cut = part->cut_below;
      row += !cut;
    }
  }
  hold (check, row == check->sized->n_rows && !cut, "ends before row %d of %d", row, check->sized->n_rows);
}

static TzLen height_of_slice (const Check *check, const TzSlice *slice)
{
  TzLen height = 0;
  for (int k = 0; k < slice->n; k++)
    height += part_at (check, slice->first + k)->height;
  return height;
}

static gboolean bound_to_next (const Check *check, int row)
{
  if (flags_of (check, row) & TZ_ROW_KEEP_NEXT)
    return TRUE;
  for (int c = 0; c < check->sized->n_cols; c++) {
    int index = tz_grid_index_at (check->sized->grid, row, c);
    if (index >= 0 && index == tz_grid_index_at (check->sized->grid, row + 1, c))
      return TRUE;
  }
  return FALSE;
}

/* The last row with those before it that are bound to it. */
static TzLen height_of_last_block (const Check *check)
{
  int row = check->sized->n_rows - 1, n_head = tz_grid_n_head (check->sized->grid);
  TzLen height = row >= n_head ? check->sized->height[row] : 0;
  while (--row >= n_head && bound_to_next (check, row))
    height += check->sized->height[row];
  return height;
}

static void check_rooms (Check *check)
{
  guint n = check->cuts->slices->len;
  for (guint i = 0; i < n; i++) {
    const TzSlice *slice = &g_array_index (check->cuts->slices, TzSlice, i);
    TzLen height = height_of_slice (check, slice), room = room_of (check, (int)i);
    hold (check, height <= room, "page %u: %.1f pt of rows in %.1f pt", i, tz_len_to_pt (height),
          tz_len_to_pt (room));
    if (i + 1 == n && height_of_last_block (check) + check->room.notes <= room)
      hold (check, height + check->room.notes <= room, "page %u, the last: no room for the notes", i);
  }
}

/* A row that keeps with the next ends a page only if all rows there do. */
static void check_keeping (Check *check)
{
  for (guint i = 0; i + 1 < check->cuts->slices->len; i++) {
    const TzSlice *slice = &g_array_index (check->cuts->slices, TzSlice, i);
    const TzPart *last = part_at (check, slice->first + slice->n - 1);
    if (last->cut_below || !(flags_of (check, last->row) & TZ_ROW_KEEP_NEXT))
      continue;
    for (int k = 0; k < slice->n; k++)
      hold (check, (flags_of (check, part_at (check, slice->first + k)->row) & TZ_ROW_KEEP_NEXT) != 0,
            "page %u ends with the section row %d", i, last->row);
  }
}

/* No more pages than twice what the heights ask for: a page may end half empty. */
static void check_number (Check *check)
{
  TzLen height = 0;
  for (int r = tz_grid_n_head (check->sized->grid); r < check->sized->n_rows; r++)
    height += check->sized->height[r];
  TzLen room = MIN (check->room.first, check->room.later);
  gint64 most = 2 * (height / room) + 3;
  hold (check, check->cuts->slices->len <= most, "%u pages for %.1f pt in pages of %.1f pt",
        check->cuts->slices->len, tz_len_to_pt (height), tz_len_to_pt (room));
}

/* ---- one page ---- */

static void check_boxes (Sheet *sheet, const TzPageText *text, const TzCell *cell)
{
  Check *check = sheet->check;
  int first = sheet->parts[0].row, last = sheet->parts[sheet->slice->n - 1].row;
  TzLen top = sheet->y[MAX (cell->row - first, 0)];
  TzLen bottom = sheet->y[MIN (cell->row + cell->row_span - 1, last) - first + 1];
  TzLen from = text->y - (text->lines->pitch - text->lines->size) / 2;
  TzLen to = from + text->n * text->lines->pitch;
  hold (check, cell->row <= last && cell->row + cell->row_span > first, "page %d: row %d is not there",
        sheet->number, cell->row);
  hold (check, from >= top && to <= bottom,
        "page %d: text at %d,%d from %.1f to %.1f in a cell from %.1f to %.1f", sheet->number, cell->row,
        cell->col, tz_len_to_pt (from), tz_len_to_pt (to), tz_len_to_pt (top), tz_len_to_pt (bottom));
  TzLen right = sheet->left + check->sized->x[cell->col + cell->col_span];
  for (int k = text->first; k < text->first + text->n; k++)
    hold (check, text->x + text->lines->lines[k].width <= right, "page %d: line %d of %d,%d sticks out",
          sheet->number, k, cell->row, cell->col);
  hold (check, text->x >= sheet->left + check->sized->x[cell->col], "page %d: text of %d,%d begins outside",
        sheet->number, cell->row, cell->col);
}

/* Whether CELL's line had to stand alone: the page where it was cut held nothing but
 * section rows above it, and not four lines of any cell of the row. */
static gboolean is_forced (const Sheet *sheet, const TzCell *cell, const TzPageText *text)
{
  const Check *check = sheet->check;
  int number = text->first > 0 ? sheet->number - 1 : sheet->number;
  const TzSlice *slice = &g_array_index (check->cuts->slices, TzSlice, number);
  const TzPart *last = part_at (check, slice->first + slice->n - 1);
  TzLen left = room_of (check, number), least = 0;
  for (int k = 0; k + 1 < slice->n; k++) {
    const TzPart *part = part_at (check, slice->first + k);
    left -= part->height;
    if (!(flags_of (check, part->row) & TZ_ROW_KEEP_NEXT))
      return FALSE;
  }
  for (int c = 0; c < check->sized->n_cols; c++)
    if (cell_at (check, last->row, c))
      least = MAX (least, tz_sized_height_of (check->sized, cell_at (check, last->row, c), 4));
  return left < MAX (least, tz_sized_height_of (check->sized, cell, 4));
}

/* A row's name at the top of a page on which the row goes on. */
static gboolean is_said_again (const Sheet *sheet, const TzPageText *text, const TzCell *cell, int index)
{
  return cell->label && text->n == text->lines->n_lines && sheet->check->seen[index][0] &&
         (sheet->parts[0].cut_above || cell->row < sheet->parts[0].row);
}

static void note_text (Sheet *sheet, const TzPageText *text)
{
  Check *check = sheet->check;
  int index = GPOINTER_TO_INT (g_hash_table_lookup (check->owners, text->lines)) - 1;
  if (index < 0) {
    hold (check, *text->lines->text == '\0', "a text of no cell: %s", text->lines->text);
    return;
  }
  const TzCell *cell = tz_grid_cell (check->sized->grid, index);
  check_boxes (sheet, text, cell);
  if (tz_cell_repeats (check->sized, cell)) {
    hold (check, text->n == text->lines->n_lines, "page %d: %d,%d is not whole", sheet->number, cell->row,
          cell->col);
    hold (check, !sheet->whole[index], "page %d: %d,%d stands there twice", sheet->number, cell->row,
          cell->col);
    sheet->whole[index] = 1;
    return;
  }
  if (is_said_again (sheet, text, cell, index))
    return;
  for (int k = text->first; k < text->first + text->n; k++)
    check->seen[index][k]++;
  if (text->lines->n_lines >= 4 && text->n == 1)
    hold (check, is_forced (sheet, cell, text), "page %d: one line of %d alone, of %d,%d", sheet->number,
          text->lines->n_lines, cell->row, cell->col);
}

/* What repeats stands on each page that has one of its rows. */
static void check_repeats (Sheet *sheet)
{
  Check *check = sheet->check;
  for (int k = 0; k < sheet->slice->n; k++)
    for (int c = 0; c < check->sized->n_cols; c++) {
      const TzCell *cell = cell_at (check, sheet->parts[k].row, c);
      if (!cell || !*cell->text || !tz_cell_repeats (check->sized, cell))
        continue;
      int index = tz_grid_index_at (check->sized->grid, cell->row, cell->col);
      hold (check, sheet->whole[index], "page %d: %d,%d is not repeated", sheet->number, cell->row, cell->col);
    }
}

static gboolean overlap (const TzPageText *a, const TzPageText *b)
{
  TzLen a_right = a->x + a->lines->widest, b_right = b->x + b->lines->widest;
  TzLen a_end = a->y + (a->n - 1) * a->lines->pitch + a->lines->size;
  TzLen b_end = b->y + (b->n - 1) * b->lines->pitch + b->lines->size;
  return a->x < b_right && b->x < a_right && a->y < b_end && b->y < a_end;
}

static void check_overlaps (Sheet *sheet)
{
  const GArray *texts = sheet->page->texts;
  for (guint i = 0; i < texts->len; i++)
    for (guint k = 0; k < i; k++)
      hold (sheet->check,
            !overlap (&g_array_index (texts, TzPageText, i), &g_array_index (texts, TzPageText, k)),
            "page %d: “%.20s” on “%.20s”", sheet->number, g_array_index (texts, TzPageText, i).lines->text,
            g_array_index (texts, TzPageText, k).lines->text);
}

/* No rule runs through a text, and none beyond the table. */
static void check_rules (Sheet *sheet)
{
  Check *check = sheet->check;
  TzLen over = tz_grid_rules (check->sized->grid)->outer;
  TzLen left = sheet->left - over, right = sheet->left + check->sized->x[check->sized->n_cols] + over;
  TzLen top = sheet->top - over, bottom = sheet->y[sheet->slice->n] + over;
  for (guint i = 0; i < sheet->page->rules->len; i++) {
    const TzPageRule *rule = &g_array_index (sheet->page->rules, TzPageRule, i);
    hold (check, rule->x0 >= left && rule->x1 <= right && rule->y0 >= top && rule->y1 <= bottom,
          "page %d: a rule leaves the table", sheet->number);
    for (guint k = 0; k < sheet->page->texts->len; k++) {
      const TzPageText *text = &g_array_index (sheet->page->texts, TzPageText, k);
      TzLen end = text->y + (text->n - 1) * text->lines->pitch + text->lines->size;
      hold (check,
            rule->x1 <= text->x + over || rule->x0 >= text->x + text->lines->widest - over ||
                rule->y1 <= text->y + over || rule->y0 >= end - over,
            "page %d: the rule %.1f,%.1f %.1f,%.1f through the text at %.1f,%.1f to %.1f,%.1f", sheet->number,
            tz_len_to_pt (rule->x0), tz_len_to_pt (rule->y0), tz_len_to_pt (rule->x1), tz_len_to_pt (rule->y1),
            tz_len_to_pt (text->x), tz_len_to_pt (text->y), tz_len_to_pt (text->x + text->lines->widest),
            tz_len_to_pt (end));
    }
  }
}

static void check_slice (Check *check, int number)
{
  Sheet sheet = { .check = check, .number = number, .left = 20 * TZ_PT, .top = 30 * TZ_PT };
  sheet.slice = &g_array_index (check->cuts->slices, TzSlice, number);
  if (sheet.slice->n == 0)
    return;
  sheet.parts = part_at (check, sheet.slice->first);
  TzPages *pages = tz_pages_new ();
  sheet.page = tz_pages_add (pages, 0, 0);
  sheet.y = g_new (TzLen, sheet.slice->n + 1);
  sheet.y[0] = sheet.top;
  for (int k = 0; k < sheet.slice->n; k++)
    sheet.y[k + 1] = sheet.y[k] + sheet.parts[k].height;
  sheet.whole = g_new0 (guint8, tz_grid_n_cells (check->sized->grid) + 1);
  TzLen height = tz_table_draw (check->sized, check->cuts, number, FALSE, sheet.page, sheet.left, sheet.top,
                                check->measure);
  hold (check, height == height_of_slice (check, sheet.slice), "page %d: another height is drawn", number);
  for (guint i = 0; i < sheet.page->texts->len; i++)
    note_text (&sheet, &g_array_index (sheet.page->texts, TzPageText, i));
  check_repeats (&sheet);
  check_overlaps (&sheet);
  check_rules (&sheet);
  tz_pages_free (pages);
  g_free (sheet.y);
  g_free (sheet.whole);
}

/* ---- one table ---- */

static void own (Check *check, const char *text, int index)
{
  const TzCell *cell = tz_grid_cell (check->sized->grid, index);
  const TzLines *lines = check->sized->lines[index];
  if (!g_str_equal (text, cell->text))
    lines = check->measure->set (check->measure->self, text,
                                 &tz_grid_style (check->sized->grid, cell->style)->text, lines->width);
  g_hash_table_insert (check->owners, (gpointer)lines, GINT_TO_POINTER (index + 1));
}

static void begin_check (Check *check)
{
  int n = tz_grid_n_cells (check->sized->grid);
  check->owners = g_hash_table_new (NULL, NULL);
  check->seen = g_new (guint8 *, n + 1);
  for (int i = 0; i < n; i++) {
    const TzCell *cell = tz_grid_cell (check->sized->grid, i);
    check->seen[i] = g_new0 (guint8, check->sized->lines[i]->n_lines);
    if (!*cell->text)
      continue;
    char *marked = g_strconcat (cell->text, "（续）", NULL);
    own (check, cell->text, i);
    own (check, marked, i);
    g_free (marked);
  }
}

static void check_texts (Check *check)
{
  int n_head = tz_grid_n_head (check->sized->grid);
  for (int i = 0; i < tz_grid_n_cells (check->sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (check->sized->grid, i);
    if (*cell->text && cell->row >= n_head && !tz_cell_repeats (check->sized, cell))
      for (int k = 0; k < check->sized->lines[i]->n_lines; k++)
        hold (check, check->seen[i][k] == 1, "line %d of %d,%d stands %d times", k, cell->row, cell->col,
              check->seen[i][k]);
    g_free (check->seen[i]);
  }
}

/* A page must hold any line, and any merged cell that is to be repeated. */
static TzLen least_room (const TzSized *sized)
{
  TzLen least = 6 * TZ_PT;
  for (int i = 0; i < tz_grid_n_cells (sized->grid); i++) {
    const TzCell *cell = tz_grid_cell (sized->grid, i);
    int n = cell->row_span > 1 ? MIN (sized->lines[i]->n_lines, 6) : 1;
    if (cell->row >= tz_grid_n_head (sized->grid))
      least = MAX (least, tz_sized_height_of (sized, cell, n));
  }
  return least;
}

static void check_cuts (guint32 seed, const TzSized *sized, const TzMeasure *measure)
{
  Check check = { .seed = seed, .sized = sized, .measure = measure };
  GRand *rand = g_rand_new_with_seed (seed);
  TzLen least = least_room (sized);
  TzLen page = g_rand_int_range (rand, 40, 800) * TZ_PT, part = page * g_rand_int_range (rand, 10, 101) / 100;
  check.room = (TzRoom){ .first = MAX (least, part), .later = MAX (least, page) };
  if (g_rand_boolean (rand))
    check.room.notes = MIN (check.room.first, check.room.later) / 100 * g_rand_int_range (rand, 0, 51);
  g_rand_free (rand);
  check.cuts = tz_cuts_new (sized, &check.room);
  begin_check (&check);
  check_sequence (&check);
  check_rooms (&check);
  check_keeping (&check);
  check_number (&check);
  for (guint i = 0; i < check.cuts->slices->len; i++)
    check_slice (&check, (int)i);
  check_texts (&check);
  g_hash_table_unref (check.owners);
  g_free (check.seen);
  tz_cuts_free (check.cuts);
}

static TzLen *fixed_edges (const TzGrid *grid)
{
  TzLen *edges = g_new0 (TzLen, tz_grid_n_cols (grid) + 1);
  for (int c = 0; c < tz_grid_n_cols (grid); c++)
    edges[c + 1] = edges[c] + tz_grid_get_column (grid, c)->width;
  return edges;
}

static void try_cuts (guint32 seed, const TzMeasure *measure)
{
  TzDoc *doc = wild_doc (seed, WILD_FIXED);
  const TzTable *table = sketch_table (doc);
  TzSized *sized = tz_sized_new (table, fixed_edges (table->grid), measure);
  check_cuts (seed, sized, measure);
  tz_sized_free (sized);
  tz_doc_free (doc);
}

static guint32 only_seed (void)
{
  const char *seed = g_getenv ("WILD_SEED");
  return seed ? (guint32)g_ascii_strtoull (seed, NULL, 10) : 0;
}

static void test_cuts (void)
{
  guint32 from = only_seed () ? only_seed () : 1, n = only_seed () ? 1 : g_test_slow () ? 30000 : 5000;
  for (guint32 seed = from; seed < from + n; seed++) {
    Toy *toy = toy_new ();
    TzMeasure measure = toy_measure (toy);
    try_cuts (seed, &measure);
    toy_free (toy);
  }
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/cuts", test_cuts);
  return g_test_run ();
}
