/* xlsx_floor CELLS OUT.xlsx: a bare libxlsxwriter program in its constant-memory
 * mode that writes the cells, merges, looks, widths and row heights which ours
 * writes, found by nobody: CELLS has one row a line, its height and its cells
 * separated by tabs; an empty cell behind the first column goes on with the merged
 * cell above it if that line is not its first.
 *
 * In this mode a row that was left cannot be written to any more. A merge is
 * therefore asked for when its last row has been reached: its upper cells are
 * on the disk by then and the library declines to write them again, but keeps the merge. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { MAX_COLS = 16 };

typedef struct {
  lxw_worksheet *sheet;
  lxw_format *head, *formats[MAX_COLS];
  lxw_row_t row;            /* next to be written */
  lxw_row_t open[MAX_COLS]; /* where the cell began that covers the row before */
} Sheet;

static int split (char *line, char **cells)
{
  int n = 0;
  line[strcspn (line, "\r\n")] = '\0';
  for (char *p = line; p && n < MAX_COLS; n++) {
    cells[n] = p;
    p = strchr (p, '\t');
    if (p)
      *p++ = '\0';
  }
  return n;
}

/* The cell of COL that ended on the row before the next one. */
static void close_cell (Sheet *s, int col)
{
  if (s->row > s->open[col] + 1)
    worksheet_merge_range (s->sheet, s->open[col], (lxw_col_t)col, s->row - 1, (lxw_col_t)col, "",
                           s->formats[col]);
}

static void write_row (Sheet *s, const char *height, char **cells, int n)
{
  for (int col = 0; col < n; col++)
    if (s->row > 0 && *cells[col])
      close_cell (s, col);
  worksheet_set_row (s->sheet, s->row, atof (height), NULL);
  for (int col = 0; col < n; col++) {
    lxw_format *format = s->row == 0 ? s->head : s->formats[col];
    if (*cells[col] || s->row == 0) {
      s->open[col] = s->row;
      worksheet_write_string (s->sheet, s->row, (lxw_col_t)col, cells[col], format);
    } else {
      worksheet_write_blank (s->sheet, s->row, (lxw_col_t)col, format);
    }
  }
  s->row++;
}

static lxw_format *make_format (lxw_workbook *book, const char *font, int col)
{
  lxw_format *format = workbook_add_format (book);
  format_set_font_name (format, font);
  format_set_font_size (format, 10 + col / 2); /* so that no two are alike */
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_border (format, LXW_BORDER_THIN);
  return format;
}

static void set_up (Sheet *s, lxw_workbook *book)
{
  static const double widths[MAX_COLS] = { 5, 10, 91, 20, 11 };
  s->sheet = workbook_add_worksheet (book, NULL);
  s->head = make_format (book, "黑体", 0);
  for (int col = 0; col < MAX_COLS; col++)
    s->formats[col] = make_format (book, "宋体", col);
  for (int col = 0; col < MAX_COLS && widths[col] > 0; col++)
    worksheet_set_column (s->sheet, (lxw_col_t)col, (lxw_col_t)col, widths[col], NULL);
  worksheet_freeze_panes (s->sheet, 1, 0);
  worksheet_repeat_rows (s->sheet, 0, 0);
  worksheet_fit_to_pages (s->sheet, 1, 0);
}

int main (int argc, char **argv)
{
  FILE *file = argc == 3 ? fopen (argv[1], "r") : NULL;
  if (!file)
    return 2;
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (argv[2], &options);
  Sheet s = { 0 };
  set_up (&s, book);
  char *line = NULL, *cells[MAX_COLS + 1];
  size_t size = 0;
  int n = 0;
  while (getline (&line, &size, file) >= 0)
    if ((n = split (line, cells)) > 1)
      write_row (&s, cells[0], cells + 1, n - 1);
  for (int col = 0; col < n - 1; col++)
    close_cell (&s, col);
  free (line);
  fclose (file);
  return workbook_close (book) != LXW_NO_ERROR;
}
