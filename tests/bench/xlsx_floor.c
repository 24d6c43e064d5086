/* xlsx_floor CELLS OUT.xlsx: a bare libxlsxwriter program in its constant-memory
 * mode: the cells of a table, bordered and wrapped, and its downward merges, but no
 * row heights. CELLS has one row a line, cells separated by tabs; an empty cell
 * behind the first column goes on with the merged cell above it if that line
 * is not its first.
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
  lxw_format *format;
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
    worksheet_merge_range (s->sheet, s->open[col], (lxw_col_t)col, s->row - 1, (lxw_col_t)col, "", s->format);
}

static void write_row (Sheet *s, char **cells, int n)
{
  for (int col = 0; col < n; col++)
    if (s->row > 0 && *cells[col])
      close_cell (s, col);
  for (int col = 0; col < n; col++)
    if (*cells[col] || s->row == 0) {
      s->open[col] = s->row;
      worksheet_write_string (s->sheet, s->row, (lxw_col_t)col, cells[col], s->format);
    } else {
      worksheet_write_blank (s->sheet, s->row, (lxw_col_t)col, s->format);
    }
  s->row++;
}

int main (int argc, char **argv)
{
  FILE *file = argc == 3 ? fopen (argv[1], "r") : NULL;
  if (!file)
    return 2;
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (argv[2], &options);
  Sheet s = { .sheet = workbook_add_worksheet (book, NULL), .format = workbook_add_format (book) };
  format_set_text_wrap (s.format);
  format_set_border (s.format, LXW_BORDER_THIN);
  char *line = NULL, *cells[MAX_COLS];
  size_t size = 0;
  int n = 0;
  while (getline (&line, &size, file) >= 0)
    write_row (&s, cells, n = split (line, cells));
  for (int col = 0; col < n; col++)
    close_cell (&s, col);
  free (line);
  fclose (file);
  return workbook_close (book) != LXW_NO_ERROR;
}
