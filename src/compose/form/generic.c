#include "compose/form/generic.h"

#include "base/decimal.h"
#include "base/utf8.h"
#include "base/value.h"
#include "compose/form/placeholder.h"
#include "model/load.h"
#include "model/merged.h"
#include "model/sheet_cell.h"
#include "model/title.h"

#include <math.h>
#include <string.h>

/* Up to here a column's longest text stays on one line. Ems. */
enum { SHORT_TEXT = 6 };

/* Ems that the largest paper holds (A3 landscape, 380 mm of text at 10 pt). */
enum { FLOOR_ROOM = 100 };

typedef struct {
  char *title;
  int n_filled, n_numbers;
  int n_days;            /* dates written in full */
  gboolean first_filled; /* in the first row of the data */
  gboolean holds_left;   /* it is filled wherever the column on its left is */
  double longest;        /* ems of the longest line */
  gboolean merged;
} Column;

typedef struct {
  const TzRecords *csv;
  int n_cols, n_rows;
  Column *columns;
  gboolean told;   /* the file has a head of several levels */
  gboolean levels; /* a slash in a title separates header levels */
  double scale;    /* of floors that together are wider than any paper */
  TzIni *ini;
} Generic;

/* ── what the cells tell ─────────────────────────────────────────────────── */

static gboolean is_label (const char *text)
{
  static const char *const labels[] = { "合计", "总计", "共计", "小计", NULL };
  GString *bare = g_string_new (NULL);
  for (const char *p = text; *p != '\0' && bare->len < 16; p = g_utf8_next_char (p))
    if (!tz_char_is_blank (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  gboolean found = g_strv_contains (labels, bare->str);
  g_string_free (bare, TRUE);
  return found;
}

static gboolean is_total (const TzRecords *csv, int i)
{
  const TzRow *record = tz_records_get (csv, i);
  if (tz_records_class (csv, i) == TZ_CLASS_TOTAL || tz_record_is_share (csv, i))
    return TRUE;
  for (int col = 0; col < record->n_fields; col++)
    if (*record->fields[col].text != '\0' && is_label (record->fields[col].text))
      return TRUE;
  return FALSE;
}

static double longest_line (const char *text)
{
  double longest = 0, width = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    width = c == '\n' ? 0 : width + (c < 0x250 ? 0.55 : 1);
    longest = MAX (longest, width);
  }
  return longest;
}

static gboolean holds_hanzi (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (tz_char_is_han (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean is_dash (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_utf8_strchr ("-—–－/／", -1, g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* 007, and identity numbers: figures that nobody adds up. */
static gboolean is_code (const char *text)
{
  gsize n = strspn (text, "0123456789");
  return text[n] == '\0' && ((n > 1 && *text == '0') || n > 15);
}

/* A workbook's number that is shown with a currency or in brackets; not one that is shown as words, a fraction,
 * a score. */
static gboolean is_typed_number (const TzFieldFacts *facts, const char *text)
{
  return facts && facts->kind == TZ_FIELD_NUMBER && !strpbrk (text, "/:") && !holds_hanzi (text);
}

static gboolean is_day (const TzFieldFacts *facts, const char *text)
{
  double value;
  const char *format;
  return (facts && facts->kind == TZ_FIELD_DATE) || tz_value_of_text (text, TZ_VALUE_DATE, &value, &format);
}

static void count_number (Column *column, const TzFieldFacts *facts, const char *text)
{
  if (is_code (text)) {
    column->n_numbers = G_MININT / 2;
    return;
  }
  if (is_typed_number (facts, text)) {
    column->n_numbers++;
    return;
  }
  TzDecimal *number = tz_decimal_parse (text);
  if (number) {
    column->n_numbers++;
    tz_decimal_free (number);
  } else if (!is_dash (text)) {
    column->n_numbers = G_MININT / 2; /* a single text, and the column is none of numbers */
  }
}

static void count_record (Generic *g, int record)
{
  for (int i = 0; i < g->n_cols; i++) {
    Column *column = &g->columns[i];
    const char *text = tz_records_text (g->csv, record, i);
    gboolean left = i > 0 && *tz_records_text (g->csv, record, i - 1) != '\0';
    column->holds_left &= !left || *text != '\0';
    if (*text == '\0')
      continue;
    column->n_filled++;
    column->first_filled |= g->n_rows == 0;
    column->longest = MAX (column->longest, longest_line (text));
    const TzFieldFacts *facts =
        tz_records_is_changed (g->csv, record, i)
            ? NULL
            : tz_rows_facts (tz_records_rows (g->csv), tz_records_row (g->csv, record), i);
    column->n_days += is_day (facts, text);
    count_number (column, facts, text);
  }
  g->n_rows++;
}

static void count_records (Generic *g)
{
  gboolean headings = tz_records_have_headings (g->csv);
  for (int i = 0; i < tz_records_n (g->csv); i++)
    if (!is_total (g->csv, i) && !tz_record_is_heading (g->csv, i, headings))
      count_record (g, i);
}

/* ── merges ──────────────────────────────────────────────────────────────── */

static gboolean is_numbering (const Column *column)
{
  static const char *const titles[] = { "序号", "序", "编号", "项次", "号", "no.", "no", NULL };
  char folded[32]; /* 序 and 号 may stand on two lines */
  tz_cell_fold (column->title, folded, sizeof folded);
  return g_strv_contains (titles, folded);
}

static gboolean is_always_filled (const Generic *g, const Column *column)
{
  return g->n_rows > 0 && column->n_filled == g->n_rows;
}

/* No column is filled in every row: leading ones that are filled the more often the further right they stand,
 * each wherever its neighbour on the left is, are groups in groups (1 | 学校 | 招生, … | … | 食堂). One such
 * column alone shows groups if it numbers them. */
static void guess_nested_merges (Generic *g)
{
  int end = 1;
  while (end < g->n_cols && g->columns[end].holds_left && g->columns[end].n_filled > 0)
    end++;
  if (!g->columns[0].first_filled || (end < 2 && !is_numbering (&g->columns[0])))
    return;
  for (int i = 0; i < end; i++)
    g->columns[i].merged = TRUE;
}

/* Leading columns with gaps, up to the first one without, show groups: their empty
 * cells go on with the one above. */
static void guess_merges (Generic *g)
{
  int first = 0, end;
  if (is_always_filled (g, &g->columns[0]) &&
      (is_numbering (&g->columns[0]) || g->columns[0].n_numbers == g->n_rows))
    first = 1;
  for (end = first; end < g->n_cols && !is_always_filled (g, &g->columns[end]);)
    end++;
  if (end == g->n_cols && first == 0)
    guess_nested_merges (g);
  for (int i = first; i < end && end < g->n_cols; i++)
    g->columns[i].merged = g->columns[i].first_filled;
}

/* Without a head, labels stand where the titles would: the composer merges cells as cards have them. */
static gboolean is_card (const Generic *g)
{
  return !tz_records_head (g->csv) && g->columns[0].n_numbers <= 0;
}

/* Cells that the file has merged say it. */
static void find_merges (Generic *g)
{
  if (!tz_records_are_merged (g->csv)) {
    if (!is_card (g))
      guess_merges (g);
    return;
  }
  g_autofree gboolean *down = g_new0 (gboolean, (gsize)g->n_cols + 1);
  tz_records_mark_merged_down (g->csv, down);
  for (int i = 0; i < g->n_cols; i++)
    g->columns[i].merged = down[i];
}

/* ── header ──────────────────────────────────────────────────────────────── */

/* Splits TITLE at its slashes, but not inside brackets (元/千瓦时) nor at "//", which
 * is one slash. g_strfreev. */
static char **split_title (const char *title)
{
  GPtrArray *levels = g_ptr_array_new ();
  GString *level = g_string_new (NULL);
  int depth = 0;
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_utf8_strchr ("(（[【〔", -1, c))
      depth++;
    else if (g_utf8_strchr (")）]】〕", -1, c))
      depth = MAX (depth - 1, 0);
    if (c == '/' && p[1] == '/') {
      g_string_append_c (level, '/');
      p++;
    } else if (c == '/' && depth == 0) {
      g_ptr_array_add (levels, g_strstrip (g_strdup (level->str)));
      g_string_truncate (level, 0);
    } else {
      g_string_append_unichar (level, c);
    }
  }
  g_ptr_array_add (levels, g_strstrip (g_string_free (level, FALSE)));
  g_ptr_array_add (levels, NULL);
  return (char **)g_ptr_array_free (levels, FALSE);
}

/* A slash makes levels if somewhere in the header two neighbours share what stands
 * before it; "是/否" in a header without such a pair is a text. */
static gboolean has_levels (const Generic *g)
{
  gboolean shared = FALSE;
  char **last = NULL;
  if (g->told)
    return FALSE;
  for (int i = 0; i < g->n_cols && !shared; i++) {
    char **levels = split_title (g->columns[i].title);
    shared = last && last[1] && levels[1] && g_str_equal (last[0], levels[0]) && *levels[0] != '\0';
    g_strfreev (last);
    last = levels;
  }
  g_strfreev (last);
  return shared;
}

/* Whether the file has a head of several levels. */
static gboolean has_told_levels (const TzRecords *csv)
{
  for (int i = 0; i < tz_records_n_columns (csv); i++) {
    const char *const *path = tz_records_path (csv, i);
    if (path && path[0] && path[1])
      return TRUE;
  }
  return FALSE;
}

static char **levels_of (const Generic *g, int i)
{
  if (g->told)
    return g_strdupv ((char **)tz_records_path (g->csv, i));
  return g->levels ? split_title (g->columns[i].title) : NULL;
}

static char *header_path (const Generic *g, int i)
{
  const char *title = g->columns[i].title;
  char **levels = levels_of (g, i);
  GString *path = g_string_new (NULL);
  for (char **level = levels; level && *level; level++) {
    char *text = tz_placeholder_escape (*level);
    g_string_append_printf (path, "%s%s", level == levels ? "" : " / ", text);
    g_free (text);
  }
  if (!levels) {
    char *text = tz_placeholder_escape (title);
    g_string_append (path, text);
    g_free (text);
  }
  g_strfreev (levels);
  return g_string_free (path, FALSE);
}

/* An empty title widens the one on its left: the column that has it. */
static int titled_column (const Generic *g, int i)
{
  while (i > 0 && *g->columns[i].title == '\0')
    i--;
  return i;
}

/* ── the description ─────────────────────────────────────────────────────── */

static void put_length (Generic *g, const char *name, const char *key, double ems)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  char *value = g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", ems), "em", NULL);
  tz_ini_put (g->ini, "column", name, key, value);
  g_free (value);
}

/* Whether COLUMN has quantities, which are compared; the rows' own numbers are names, and stand in the
 * middle. */
static gboolean has_quantities (const Column *column)
{
  return column->n_numbers > 0 && !is_numbering (column);
}

static void describe_type (Generic *g, const char *name, const Column *column)
{
  if (column->n_days > 0 && column->n_days == column->n_filled)
    tz_ini_put (g->ini, "column", name, "type", "date");
  if (column->n_numbers <= 0 || tz_title_names_codes (column->title))
    return;
  tz_ini_put (g->ini, "column", name, "type", "number");
  tz_ini_put (g->ini, "column", name, "align", has_quantities (column) ? "decimal" : "center");
}

/* The least width at which a column is read with ease, in ems, padding included: a short one holds its
 * longest text; a longer one is the wider the longer its texts are, so that no cell gets very high. */
static double wished_floor (const Column *column)
{
  static const struct {
    double longest, floor;
  } steps[] = { { SHORT_TEXT, 0 }, { 30, 6 }, { 100, 8 }, { G_MAXDOUBLE, 12 } };
  int i = 0;
  while (column->longest > steps[i].longest)
    i++;
  double floor = i == 0 ? column->longest : steps[i].floor;
  double title = MIN (longest_line (column->title), column->n_filled == 0 ? 4 : 2);
  return MAX (floor, MAX (title, 2)) + 1;
}

/* The share of spare room that column I asks for by its width in the file's sheet: as often as it is as wide as
 * the others there, but neither room for one alone nor none. 1: the sheet says nothing, or all are alike. */
static double wished_share (const Generic *g, int i)
{
  const TzRows *rows = tz_records_rows (g->csv);
  double all = 0, own = tz_rows_width (rows, i);
  for (int col = 0; col < g->n_cols; col++)
    all += tz_rows_width (rows, col);
  return own > 0 ? CLAMP (own * g->n_cols / all, 0.5, 2) : 1;
}

static void describe_width (Generic *g, int i, const char *name, const Column *column)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double share = wished_share (g, i);
  if (fabs (share - 1) > 0.05)
    tz_ini_put (g->ini, "column", name, "weight", g_ascii_formatd (number, sizeof number, "%.2f", share));
  if (column->longest <= SHORT_TEXT && column->n_filled > 0 && !has_quantities (column))
    tz_ini_put (g->ini, "column", name, "align", "center");
  put_length (g, name, "floor", wished_floor (column) * g->scale);
}

static void describe_column (Generic *g, int i)
{
  const Column *column = &g->columns[i];
  char *name = g_strdup_printf ("c%d", i + 1), *position = g_strdup_printf ("%d", i + 1);
  int titled = titled_column (g, i);
  char *title = tz_placeholder_escape (g->columns[titled].title), *path = header_path (g, titled);
  tz_ini_put (g->ini, "column", name, "position", position);
  tz_ini_put (g->ini, "column", name, "titles", title);
  tz_ini_put (g->ini, "column", name, "header", path);
  if (is_numbering (column))
    tz_ini_put (g->ini, "column", name, "means", "number");
  if (column->merged)
    tz_ini_put (g->ini, "column", name, "merge", "down");
  describe_type (g, name, column);
  describe_width (g, i, name, column);
  g_free (name);
  g_free (position);
  g_free (title);
  g_free (path);
}

/* A table that begins at D7 has nothing in the columns before. */
static int first_column (const Generic *g)
{
  int i = 0;
  while (i + 1 < g->n_cols && *g->columns[i].title == '\0' && g->columns[i].n_filled == 0)
    i++;
  return i;
}

static void describe (Generic *g, const char *stem)
{
  double floors = 0;
  for (int i = first_column (g); i < g->n_cols; i++)
    floors += wished_floor (&g->columns[i]);
  g->scale = floors > FLOOR_ROOM ? FLOOR_ROOM / floors : 1;
  for (int i = first_column (g); i < g->n_cols; i++)
    describe_column (g, i);
  if (holds_hanzi (stem)) {
    char *title = tz_placeholder_escape (stem);
    tz_ini_put (g->ini, "book", "", "title", title);
    g_free (title);
  }
}

TzIni *tz_generic_infer (const TzRecords *csv, const char *stem, const char *shown)
{
  Generic g = { .csv = csv, .n_cols = tz_records_n_columns (csv), .ini = tz_ini_new (shown) };
  g.columns = g_new0 (Column, (gsize)g.n_cols + 1);
  for (int i = 0; i < g.n_cols; i++) {
    g.columns[i].title = g_strdup (tz_records_title (csv, i));
    g.columns[i].holds_left = TRUE;
  }
  count_records (&g);
  find_merges (&g);
  g.told = has_told_levels (csv);
  g.levels = has_levels (&g);
  if (!tz_records_head (csv))
    tz_ini_put (g.ini, "header", "", "show", "no");
  describe (&g, stem);
  for (int i = 0; i < g.n_cols; i++)
    g_free (g.columns[i].title);
  g_free (g.columns);
  return g.ini;
}
