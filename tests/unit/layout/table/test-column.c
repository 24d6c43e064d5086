/* Column widths, with toy measures: a hanzi is 10 pt wide, a digit 5 pt. */
#include "help/sketch.h"
#include "help/wild.h"

/* Widths are given in points: "auto", "auto 20-80" (floor and cap, 0: none) or "30". */
static void set_column (TzGrid *grid, int col, const char *wish)
{
  TzColumn *column = tz_grid_column (grid, col);
  if (!g_str_has_prefix (wish, "auto")) {
    column->width = g_ascii_strtoll (wish, NULL, 10) * TZ_PT;
    return;
  }
  column->policy = TZ_WIDTH_AUTO;
  if (wish[4] == ' ') {
    char *end;
    column->floor = g_ascii_strtoll (wish + 5, &end, 10) * TZ_PT;
    column->cap = g_ascii_strtoll (end + 1, NULL, 10) * TZ_PT;
  }
}

static TzGrid *grid_of (const char *rows, const char *wishes, TzAlign align)
{
  TzCellStyle style = sketch_style ();
  style.text.align = align;
  TzGrid *grid = sketch_grid (rows, 0, &style);
  char **words = g_strsplit (wishes, ",", -1);
  for (int c = 0; words[c]; c++)
    set_column (grid, c, words[c]);
  g_strfreev (words);
  return grid;
}

static char *widths_text (const TzLen *edges, int n)
{
  GString *text = g_string_new (NULL);
  for (int c = 0; c < n; c++)
    g_string_append_printf (text, c ? " %g" : "%g", tz_len_to_pt (edges[c + 1] - edges[c]));
  return g_string_free (text, FALSE);
}

static char *solve (const TzGrid *grid, int room)
{
  Toy *toy = toy_new ();
  TzMeasure measure = toy_measure (toy);
  TzDemand *demand = tz_demand_new (grid, &measure);
  TzLen *edges = tz_demand_solve (demand, room * TZ_PT);
  char *text = widths_text (edges, tz_grid_n_cols (grid));
  g_free (edges);
  tz_demand_free (demand);
  toy_free (toy);
  return text;
}

static void assert_widths (const char *rows, const char *wishes, TzAlign align, int room, const char *expected)
{
  TzGrid *grid = grid_of (rows, wishes, align);
  char *got = solve (grid, room);
  g_assert_cmpstr (got, ==, expected);
  g_free (got);
  tz_grid_free (grid);
}

/* Four hanzi two ems from the left need 60 pt beside ten that need 100. */
static void test_indent_needs_room (void)
{
  TzGrid *grid = grid_of (". 一二三四|*10\n", "auto,auto", TZ_ALIGN_LEFT);
  TzCellStyle style = *tz_grid_style (grid, 0);
  style.indent = 20 * TZ_PT;
  int indented = tz_grid_add_style (grid, &style);
  ((TzCell *)tz_grid_cell (grid, tz_grid_index_at (grid, 0, 0)))->style = (gint16)indented;
  char *got = solve (grid, 160);
  g_assert_cmpstr (got, ==, "60 100");
  g_free (got);
  tz_grid_free (grid);
}

static void test_fixed_stay (void)
{
  assert_widths (". *50|*50|1\n", "30,auto,20", TZ_ALIGN_JUSTIFY, 200, "30 150 20");
}

static void test_fixed_alone_do_not_stretch (void)
{
  assert_widths (". 甲|乙\n", "30,50", TZ_ALIGN_LEFT, 200, "30 50");
}

/* 2020年6月 is 45 pt wide: at 40 pt, its floor, every row would have two lines. */
static void test_deadline_gets_its_width (void)
{
  assert_widths (". *10|2020年6月\n. *10|2020年6月\n", "auto,auto", TZ_ALIGN_LEFT, 146, "101 45");
}

static void test_long_text_gets_the_room (void)
{
  assert_widths (". *4|*90\n. *4|*60\n", "auto,auto", TZ_ALIGN_JUSTIFY, 340, "40 300");
}

/* Rows are two lines high until both short columns hold their seven hanzi: widening
 * one of them alone gains nothing, and costs the long text a line. */
static void test_pairs_change_together (void)
{
  GString *rows = g_string_new (". *60|*1|*1\n");
  for (int i = 0; i < 10; i++)
    g_string_append (rows, ". *5|*7|*7\n");
  assert_widths (rows->str, "auto,auto,auto", TZ_ALIGN_JUSTIFY, 300, "160 70 70");
  g_string_free (rows, TRUE);
}

/* The label's 30 hanzi stand beside three rows: it may be narrow. */
static void test_merged_cell_counts_all_its_rows (void)
{
  assert_widths (". *30|*40\n. ^|*40\n. ^|*40\n", "auto,auto", TZ_ALIGN_JUSTIFY, 240, "40 200");
}

static void test_floor (void)
{
  assert_widths (". 甲|*90\n", "auto 80-0,auto", TZ_ALIGN_JUSTIFY, 300, "80 220");
}

static void test_cap (void)
{
  assert_widths (". *90|甲\n", "auto 0-120,auto", TZ_ALIGN_JUSTIFY, 300, "120 180");
}

static void test_all_capped (void)
{
  assert_widths (". *90|*90\n", "auto 0-120,auto 0-60", TZ_ALIGN_JUSTIFY, 300, "120 60");
}

/* What one column's cap holds back goes to the others. */
static void test_cap_gives_to_others (void)
{
  assert_widths (". 甲|乙\n", "auto 0-60,auto 0-500", TZ_ALIGN_LEFT, 300, "60 240");
}

/* Little is left, and it goes to a column that need not hold whole ems: not beyond its cap. */
static void test_cap_holds_for_little_rests (void)
{
  assert_widths (". *4|*4\n", "auto 0-50,auto", TZ_ALIGN_LEFT, 99, "45 54");
}

static void test_heading_holds_its_column_open (void)
{
  assert_widths ("h 责任单位|内容\n. 甲|*90\n", "auto,auto", TZ_ALIGN_JUSTIFY, 300, "40 260");
}

/* Floors of 200 and 110 pt in 160 pt: both give what they have over two ems. */
static void test_floors_give_way (void)
{
  assert_widths (". *90|*90\n", "auto 200-0,auto 110-0", TZ_ALIGN_JUSTIFY, 160, "100 60");
}

/* Of a long table only some rows are looked at: those of one that repeats itself give the widths of its
 * repeated part. */
static void test_repeated_table (void)
{
  char *widths[2];
  for (int turn = 0; turn < 2; turn++) {
    GString *rows = g_string_new (NULL);
    for (int i = 0; i < (turn == 0 ? 1 : 40); i++)
      for (int k = 0; k < 64; k++)
        g_string_append_printf (rows, ". *%d|*%d\n", k * 7 % 50 + 5, k % 2 == 1 ? 14 : 4);
    TzGrid *grid = grid_of (rows->str, "auto,auto", TZ_ALIGN_JUSTIFY);
    widths[turn] = solve (grid, 300);
    tz_grid_free (grid);
    g_string_free (rows, TRUE);
  }
  g_assert_cmpstr (widths[0], ==, widths[1]);
  g_free (widths[0]);
  g_free (widths[1]);
}

/* A long figure in one of three columns under one heading widens all of them. */
static void test_alike_under_a_heading (void)
{
  assert_widths ("h 内容|户数|<|<\nh ^|城|乡|镇\n. *40|1|123456|12\n", "auto,auto,auto,auto", TZ_ALIGN_LEFT,
                 190, "100 30 30 30");
}

/* Only the number tells the headings apart; a column of another heading stays as it is. */
static void test_alike_by_their_number (void)
{
  assert_widths ("h 9月|10月|合计\n. 1|123456|1\n", "auto,auto,auto 0-20", TZ_ALIGN_LEFT, 100, "40 40 20");
}

/* Sentences take what they need, whatever stands beside them. */
static void test_texts_are_not_alike (void)
{
  assert_widths ("h 情况|<\nh 城|乡\n. *4|*90\n", "auto,auto", TZ_ALIGN_JUSTIFY, 300, "40 260");
}

/* Three columns of 40 pt do not fit beside the text's floor: then each has its own. */
static void test_alike_only_where_there_is_room (void)
{
  assert_widths ("h 内容|户数|<|<\nh ^|城|乡|镇\n. *40|1|123456789012|12\n", "auto 80-0,auto,auto,auto",
                 TZ_ALIGN_LEFT, 180, "100 20 40 20");
}

static void test_place_without_cells (void)
{
  assert_widths (". 甲|-\n. 乙|-\n", "auto,auto", TZ_ALIGN_LEFT, 90, "40 50");
}

static void test_no_body (void)
{
  assert_widths ("h 甲|乙\n", "auto,auto", TZ_ALIGN_LEFT, 100, "50 50");
}

/* ---- any table ---- */

static TzLen width_at (const TzLen *edges, int c)
{
  return edges[c + 1] - edges[c];
}

static gboolean may_grow (const TzGrid *grid, const TzDemand *demand, const TzLen *edges)
{
  for (int c = 0; c < tz_grid_n_cols (grid); c++) {
    const TzColumn *column = tz_grid_get_column (grid, c);
    TzLen cap = MAX (column->cap, tz_demand_floor (demand, c));
    if (column->policy == TZ_WIDTH_AUTO && (column->cap == 0 || width_at (edges, c) < cap))
      return TRUE;
  }
  return FALSE;
}

static void check_widths (guint32 seed, const TzGrid *grid, const TzDemand *demand, TzLen room)
{
  int n = tz_grid_n_cols (grid), size = (int)sizeof (TzLen) * (n + 1);
  TzLen *edges = tz_demand_solve (demand, room), *again = tz_demand_solve (demand, room);
  g_test_message ("seed %u", seed);
  g_assert_cmpmem (edges, size, again, size);
  g_assert_cmpint (edges[0], ==, 0);
  g_assert_cmpint (edges[n], <=, room);
  if (may_grow (grid, demand, edges))
    g_assert_cmpint (edges[n], ==, room);
  gboolean fits = tz_demand_floors_fit (demand, room);
  for (int c = 0; c < n; c++) {
    const TzColumn *column = tz_grid_get_column (grid, c);
    TzLen floor = tz_demand_floor (demand, c);
    g_assert_cmpint (width_at (edges, c), >, 0);
    if (fits)
      g_assert_cmpint (width_at (edges, c), >=, floor);
    if (fits && column->policy == TZ_WIDTH_FIXED)
      g_assert_cmpint (width_at (edges, c), ==, column->width);
    else if (column->cap > 0)
      g_assert_cmpint (width_at (edges, c), <=, MAX (column->cap, floor));
  }
  g_free (edges);
  g_free (again);
}

static void test_any_table (void)
{
  int n_fitting = 0, n = g_test_slow () ? 3000 : 300;
  for (guint32 seed = 1; seed <= (guint32)n; seed++) {
    TzDoc *doc = wild_doc (seed, WILD_SOLVED);
    const TzGrid *grid = sketch_table (doc)->grid;
    TzLen room = doc->page.papers[0].width - doc->page.left - doc->page.right;
    Toy *toy = toy_new ();
    TzMeasure measure = toy_measure (toy);
    TzDemand *demand = tz_demand_new (grid, &measure);
    if (tz_demand_least (demand) <= room) {
      check_widths (seed, grid, demand, room);
      n_fitting++;
    }
    tz_demand_free (demand);
    toy_free (toy);
    tz_doc_free (doc);
  }
  g_assert_cmpint (n_fitting, >, n * 3 / 4);
}

int main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column/indent-needs-room", test_indent_needs_room);
  g_test_add_func ("/column/fixed-stay", test_fixed_stay);
  g_test_add_func ("/column/fixed-alone-do-not-stretch", test_fixed_alone_do_not_stretch);
  g_test_add_func ("/column/deadline-gets-its-width", test_deadline_gets_its_width);
  g_test_add_func ("/column/long-text-gets-the-room", test_long_text_gets_the_room);
  g_test_add_func ("/column/pairs-change-together", test_pairs_change_together);
  g_test_add_func ("/column/merged-cell-counts-all-its-rows", test_merged_cell_counts_all_its_rows);
  g_test_add_func ("/column/alike-under-a-heading", test_alike_under_a_heading);
  g_test_add_func ("/column/alike-by-their-number", test_alike_by_their_number);
  g_test_add_func ("/column/texts-are-not-alike", test_texts_are_not_alike);
  g_test_add_func ("/column/alike-only-where-there-is-room", test_alike_only_where_there_is_room);
  g_test_add_func ("/column/floor", test_floor);
  g_test_add_func ("/column/cap", test_cap);
  g_test_add_func ("/column/all-capped", test_all_capped);
  g_test_add_func ("/column/cap-gives-to-others", test_cap_gives_to_others);
  g_test_add_func ("/column/cap-holds-for-little-rests", test_cap_holds_for_little_rests);
  g_test_add_func ("/column/heading-holds-its-column-open", test_heading_holds_its_column_open);
  g_test_add_func ("/column/floors-give-way", test_floors_give_way);
  g_test_add_func ("/column/repeated-table", test_repeated_table);
  g_test_add_func ("/column/place-without-cells", test_place_without_cells);
  g_test_add_func ("/column/no-body", test_no_body);
  g_test_add_func ("/column/any-table", test_any_table);
  return g_test_run ();
}
