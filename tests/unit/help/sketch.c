#include "help/sketch.h"

#include <string.h>

TzTextStyle sketch_text_style (void)
{
  return (
      TzTextStyle){ .role = TZ_ROLE_SONG, .size = 10 * TZ_PT, .pitch = 10 * TZ_PT, .align = TZ_ALIGN_JUSTIFY };
}

TzCellStyle sketch_style (void)
{
  return (TzCellStyle){ .text = sketch_text_style (), .background = 0xFFFFFF };
}

char *sketch_hanzi (int n)
{
  static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
  GString *text = g_string_new (NULL);
  for (int i = 0; i < n; i++)
    g_string_append (text, i == n - 1 ? "完" : digits[i % 10]);
  return g_string_free (text, FALSE);
}

static guint flags_of (char letter)
{
  switch (letter) {
  case 'h':
    return TZ_ROW_HEAD;
  case 's':
    return TZ_ROW_SECTION | TZ_ROW_KEEP_NEXT;
  case 'k':
    return TZ_ROW_KEEP_NEXT;
  case 'w':
    return TZ_ROW_WHOLE;
  case 't':
    return TZ_ROW_TOTAL;
  default:
    g_assert_cmpint (letter, ==, '.');
    return 0;
  }
}

static char *cell_text (const char *word)
{
  if (*word == '*')
    return sketch_hanzi ((int)g_ascii_strtoll (word + 1, NULL, 10));
  return g_strdelimit (g_strdup (word), "\\", '\n');
}

static gboolean is_word (char **cells, int n, int col, const char *word)
{
  return col < n && g_str_equal (cells[col], word);
}

static void put_row (TzGrid *grid, int row, char **cells, int style)
{
  int n = (int)g_strv_length (cells);
  for (int col = 0; col < n; col++) {
    if (is_word (cells, n, col, "<") || is_word (cells, n, col, "-"))
      continue;
    if (is_word (cells, n, col, "^")) {
      if (tz_grid_cell (grid, tz_grid_index_at (grid, row - 1, col))->col == col)
        tz_grid_extend_down (grid, row, col);
      continue;
    }
    int span = 1;
    while (is_word (cells, n, col + span, "<"))
      span++;
    char *text = cell_text (cells[col]);
    tz_grid_put (grid, row, col, 1, span, style, text);
    g_free (text);
  }
}

TzGrid *sketch_grid (const char *rows, TzLen width, const TzCellStyle *style)
{
  char **lines = g_strsplit (rows, "\n", -1);
  char **first = g_strsplit (lines[0] + 2, "|", -1);
  TzGrid *grid = tz_grid_new ((int)g_strv_length (first));
  TzCellStyle usual = sketch_style ();
  int id = tz_grid_add_style (grid, style ? style : &usual);
  for (int c = 0; c < tz_grid_n_cols (grid); c++)
    *tz_grid_column (grid, c) = (TzColumn){ .policy = TZ_WIDTH_FIXED, .width = width, .weight = 1 };
  for (char **line = lines; *line && **line; line++) {
    char **cells = g_strsplit (*line + 2, "|", -1);
    g_assert_cmpint (g_strv_length (cells), ==, tz_grid_n_cols (grid));
    put_row (grid, tz_grid_add_row (grid, flags_of (**line), 0), cells, id);
    g_strfreev (cells);
  }
  g_strfreev (first);
  g_strfreev (lines);
  return grid;
}

TzDoc *sketch_doc (TzGrid *take_grid, int width, int height)
{
  TzDoc *doc = tz_doc_new ();
  doc->name = g_strdup ("台账");
  TzLen margin = 20 * TZ_PT;
  doc->page.n_papers = 1;
  doc->page.papers[0] =
      (TzPaper){ .name = "small", .width = width * TZ_PT + 2 * margin, .height = height * TZ_PT + 2 * margin };
  doc->page.top = doc->page.bottom = doc->page.left = doc->page.right = margin;
  if (take_grid)
    tz_doc_add_table (doc, take_grid);
  return doc;
}

const TzTable *sketch_table (const TzDoc *doc)
{
  for (guint i = 0; i < doc->blocks->len; i++) {
    const TzBlock *block = doc->blocks->pdata[i];
    if (block->kind == TZ_BLOCK_TABLE)
      return block->table;
  }
  g_assert_not_reached ();
}

char *sketch_page_text (const TzPage *page)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < page->texts->len; i++) {
    const TzPageText *text = &g_array_index (page->texts, TzPageText, i);
    for (int k = text->first; k < text->first + text->n; k++) {
      const TzLine *line = &text->lines->lines[k];
      if (out->len > 0)
        g_string_append_c (out, k == text->first ? '|' : '/');
      g_string_append_len (out, text->lines->text + line->start, line->end - line->start);
    }
  }
  return g_string_free (out, FALSE);
}

char *sketch_pages_text (const TzLayout *layout)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < layout->pages->pages->len; i++) {
    char *page = sketch_page_text (layout->pages->pages->pdata[i]);
    g_string_append (out, page);
    g_string_append_c (out, '\n');
    g_free (page);
  }
  return g_string_free (out, FALSE);
}

char *sketch_cuts_text (const TzSized *sized, const TzCuts *cuts)
{
  GString *out = g_string_new (NULL);
  int n_head = tz_grid_n_head (sized->grid);
  for (guint i = 0; i < cuts->slices->len; i++) {
    const TzSlice *slice = &g_array_index (cuts->slices, TzSlice, i);
    if (i > 0)
      g_string_append_c (out, ' ');
    if (slice->n == 0) {
      g_string_append (out, "none");
      continue;
    }
    const TzPart *first = &g_array_index (cuts->parts, TzPart, slice->first);
    const TzPart *last = first + slice->n - 1;
    g_string_append (out, first->cut_above ? "+" : "");
    g_string_append_printf (out, "%d", first->row - n_head + 1);
    if (last != first)
      g_string_append_printf (out, "-%d", last->row - n_head + 1);
    g_string_append (out, last->cut_below ? "+" : "");
  }
  return g_string_free (out, FALSE);
}
