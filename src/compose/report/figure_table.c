/* A table of figures, cell after cell, in the looks of a form. */
#include "compose/report/figures_data.h"
#include "compose/table/grid.h"
#include "compose/table/look.h"

#define SHADE 0xD9D9D9
#define TIGHT TZ_PT

static TzCellStyle cell_style (const TzFormStyle *from, TzCellKind kind, TzLen size)
{
  TzCellStyle style = tz_table_cell_style (from, kind);
  if (size > 0) {
    style.text.pitch = style.text.pitch * size / MAX (style.text.size, 1);
    style.text.size = size;
  }
  return style;
}

static int column_style (const TzFigureTable *t, const TzFigureColumn *column, TzFormPart part, TzCellKind kind,
                         TzLen size)
{
  TzCellStyle style = cell_style (&t->figures->form->parts[part], kind, size);
  style.type = column->type;
  style.text.align = column->align;
  if (column->tight)
    style.pad_x = TIGHT;
  return tz_grid_add_style (t->table->grid, &style);
}

static void set_columns (TzFigureTable *t, const TzFigureColumn *columns, TzLen size)
{
  TzLen em = size > 0 ? size : t->figures->form->parts[TZ_PART_TEXT].cell.text.size;
  for (int c = 0; c < t->n_cols; c++) {
    TzColumn *column = tz_grid_column (t->table->grid, c);
    column->floor = (TzLen)(columns[c].floor * (double)em);
    column->cap = (TzLen)(columns[c].cap * (double)em);
    column->key = columns[c].key;
    t->labels[c] = columns[c].label;
    t->body[c] = column_style (t, &columns[c], TZ_PART_TEXT, TZ_CELL_BODY, size);
    t->total[c] = column_style (t, &columns[c], TZ_PART_TOTAL, TZ_CELL_TOTAL, size);
  }
}

static void put_head (TzFigureTable *t, const TzFigureColumn *columns, TzLen size)
{
  TzCellStyle style = cell_style (&t->figures->form->parts[TZ_PART_HEADER], TZ_CELL_HEAD, size);
  if (columns[t->n_cols - 1].tight)
    style.pad_x = TIGHT;
  TzFormColumn *heads = g_new0 (TzFormColumn, t->n_cols);
  const TzFormColumn **list = g_new0 (const TzFormColumn *, t->n_cols);
  const char **paths = g_new0 (const char *, (gsize)t->n_cols * 3);
  for (int c = 0; c < t->n_cols; c++) {
    const char **path = paths + (gsize)c * 3;
    int n = 0;
    if (columns[c].group)
      path[n++] = columns[c].group;
    path[n] = columns[c].head;
    heads[c].path = (char **)path;
    list[c] = &heads[c];
  }
  tz_head_rows (t->table->grid, list, NULL, &style);
  g_free (paths);
  g_free (list);
  g_free (heads);
}

static void add_above (TzFigureTable *t, const char *text, TzFormPart part)
{
  const TzFormStyle *style = &t->figures->form->parts[part];
  TzPara *para = tz_table_add_above (t->table, text, &style->cell.text);
  para->space_before = style->before;
  para->space_after = style->after;
  para->outline = part == TZ_PART_TITLE ? 1 : 0;
}

TzFigureTable *tz_figure_table_begin (const TzFigures *figures, const char *title, const char *unit,
                                      const TzFigureColumn *columns, int n_columns, TzLen size)
{
  TzFigureTable *t = g_new0 (TzFigureTable, 1);
  t->figures = figures;
  t->n_cols = n_columns;
  t->table = tz_table_new (tz_grid_new (n_columns));
  t->body = g_new0 (int, n_columns);
  t->total = g_new0 (int, n_columns);
  t->labels = g_new0 (gboolean, n_columns);
  TzCellStyle section = cell_style (&figures->form->parts[TZ_PART_SECTION], TZ_CELL_SECTION, size);
  t->section = tz_grid_add_style (t->table->grid, &section);
  add_above (t, title, TZ_PART_TITLE);
  if (unit)
    add_above (t, unit, TZ_PART_UNIT_LINE);
  set_columns (t, columns, size);
  put_head (t, columns, size);
  tz_grid_set_rules (t->table->grid, &figures->form->rules);
  tz_grid_set_continued (t->table->grid, figures->form->table.continued);
  t->table->sheet_name = g_strdup (title);
  t->table->freeze = TRUE;
  return t;
}

void tz_figure_row (TzFigureTable *t, guint flags)
{
  g_assert (t->row == 0 || t->next == t->n_cols);
  if (flags & TZ_ROW_SECTION)
    flags |= TZ_ROW_KEEP_NEXT;
  t->row = tz_grid_add_row (t->table->grid, flags | TZ_ROW_WHOLE, 0);
  t->next = 0;
}

static int next_style (const TzFigureTable *t, guint flags)
{
  if (flags & TZ_ROW_SECTION)
    return t->section;
  return flags & TZ_ROW_TOTAL ? t->total[t->next] : t->body[t->next];
}

static void put (TzFigureTable *t, const char *text, int style)
{
  gboolean section = (tz_grid_row (t->table->grid, t->row)->flags & TZ_ROW_SECTION) != 0;
  int cols = section ? t->n_cols : 1;
  TzCell *cell = tz_grid_put (t->table->grid, t->row, t->next, 1, cols, style, text);
  cell->label = t->labels[t->next] != 0;
  t->next += cols;
}

void tz_figure_put (TzFigureTable *t, const char *text)
{
  g_assert (t->next < t->n_cols);
  put (t, text, next_style (t, tz_grid_row (t->table->grid, t->row)->flags));
}

void tz_figure_put_shaded (TzFigureTable *t, const char *text)
{
  g_assert (t->next < t->n_cols);
  TzCellStyle style = *tz_grid_style (t->table->grid, t->body[t->next]);
  style.background = SHADE;
  put (t, text, tz_grid_add_style (t->table->grid, &style));
}

void tz_figure_take (TzFigureTable *t, char *take_text)
{
  tz_figure_put (t, take_text);
  g_free (take_text);
}

void tz_figure_put_number (TzFigureTable *t, int number)
{
  tz_figure_take (t, g_strdup_printf ("%d", number));
}

/* The room around the notes belongs to all. */
void tz_figure_note (TzFigureTable *t, const char *text)
{
  const TzFormStyle *style = &t->figures->form->parts[TZ_PART_NOTES];
  TzPara *para = tz_table_add_below (t->table, text, &style->cell.text);
  para->space_before = t->table->below->len == 1 ? style->before : 0;
}

TzTable *tz_figure_table_end (TzFigureTable *take_t)
{
  TzTable *table = take_t->table;
  g_free (take_t->body);
  g_free (take_t->total);
  g_free (take_t->labels);
  g_free (take_t);
  return table;
}

char *tz_figure_change (int change)
{
  return g_strdup_printf (change > 0 ? "+%d" : "%d", change);
}

char *tz_figure_change_tenths (int tenths)
{
  return g_strdup_printf ("%s%d.%d",
                          tenths > 0   ? "+"
                          : tenths < 0 ? "-"
                                       : "",
                          ABS (tenths) / 10, ABS (tenths) % 10);
}
