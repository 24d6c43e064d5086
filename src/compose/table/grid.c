#include "compose/table/grid.h"

#include "model/deadline.h"
#include "model/period.h"
#include "model/unit.h"

typedef struct {
  const TzTemplate *form;
  const TzLedger *ledger;
  const TzFormColumn **columns; /* one per column of the ledger */
  int n_cols;
  TzGrid *grid;
  int *body_styles, *total_styles; /* one per column */
  int *banded_styles;              /* one per column; NULL: no bands */
  int band_row;                    /* rows since the last heading */
  int section_style, label_style;
  const TzAliases *units;      /* of the book; or NULL */
  int deadline_col, owner_col; /* -1: none */
  int year;                    /* of the period, which a deadline without one means; 0: not known */
  GHashTable *due;             /* text of a deadline -> its day: a ledger has few of them, each kept once */
  GHashTable *named;           /* text of a cell -> names of its units, the grid's; the same holds */
} Compose;

static TzCellStyle cell_style (const TzFormStyle *from, TzCellKind kind)
{
  return (TzCellStyle){ .text = from->text,
                        .valign = from->valign,
                        .pad_x = from->pad_x,
                        .pad_y = from->pad_y,
                        .kind = kind,
                        .background = from->background };
}

static TzCellStyle body_style (const TzFormColumn *column)
{
  TzCellStyle style = cell_style (&column->style, TZ_CELL_BODY);
  style.type = column->data->type;
  style.fill = column->look.fill;
  return style;
}

/* Totals stand where the column's own values stand. */
static TzCellStyle total_style (const Compose *c, const TzFormColumn *column)
{
  TzCellStyle style = cell_style (&c->form->parts[TZ_PART_TOTAL], TZ_CELL_TOTAL);
  style.text.align = column->style.text.align;
  style.type = column->data->type;
  return style;
}

/* What counts the tasks: their numbers, else their names, else what is to be done. */
static int task_column (const Compose *c)
{
  static const TzMeans means[] = { TZ_MEANS_NUMBER, TZ_MEANS_NAME, TZ_MEANS_CONTENT };
  for (gsize i = 0; i < G_N_ELEMENTS (means); i++) {
    int col = tz_ledger_find_meaning (c->ledger, means[i]);
    if (col >= 0)
      return col;
  }
  return -1;
}

/* The first column of merged cells that is neither number nor name. */
static int group_column (const Compose *c)
{
  for (int col = 0; col < c->n_cols; col++) {
    const TzSchemaColumn *column = tz_ledger_column (c->ledger, col);
    if (column->merge & TZ_MERGE_DOWN && column->means == TZ_MEANS_NOTHING)
      return col;
  }
  return -1;
}

static void count_by (const Compose *c, int col, TzCountBy what)
{
  if (col >= 0 && tz_grid_get_column (c->grid, col)->count_by == TZ_COUNT_NOTHING)
    tz_grid_column (c->grid, col)->count_by = what;
}

static void set_counts (const Compose *c)
{
  int state = 0;
  while (state < c->n_cols && c->columns[state]->look.fill.kind != TZ_FILL_CHOICE)
    state++;
  count_by (c, task_column (c), TZ_COUNT_TASKS);
  count_by (c, state < c->n_cols ? state : -1, TZ_COUNT_STATE);
  count_by (c, c->owner_col, TZ_COUNT_OWNER);
  count_by (c, c->deadline_col, TZ_COUNT_DEADLINE);
  if (tz_ledger_n_sections (c->ledger) == 0)
    count_by (c, group_column (c), TZ_COUNT_GROUP);
}

static void set_columns (Compose *c)
{
  for (int col = 0; col < c->n_cols; col++) {
    const TzFormColumn *from = &c->form->columns[tz_ledger_schema_index (c->ledger, col)];
    c->columns[col] = from;
    *tz_grid_column (c->grid, col) = from->look;
  }
  set_counts (c);
}

static void set_styles (Compose *c)
{
  TzCellStyle section = cell_style (&c->form->parts[TZ_PART_SECTION], TZ_CELL_SECTION);
  TzCellStyle label = cell_style (&c->form->parts[TZ_PART_TOTAL], TZ_CELL_TOTAL);
  c->section_style = tz_grid_add_style (c->grid, &section);
  c->label_style = tz_grid_add_style (c->grid, &label);
  for (int col = 0; col < c->n_cols; col++) {
    TzCellStyle body = body_style (c->columns[col]), total = total_style (c, c->columns[col]);
    c->body_styles[col] = tz_grid_add_style (c->grid, &body);
    c->total_styles[col] = tz_grid_add_style (c->grid, &total);
  }
}

/* Every second row since a section heading is tinted; merged columns are not, since
 * their cells stand beside several rows. */
static const int *styles_of_row (Compose *c, const TzRecord *record)
{
  if (record->kind == TZ_RECORD_SECTION || record->kind == TZ_RECORD_TOTAL)
    c->band_row = 0;
  else
    c->band_row++;
  return c->banded_styles && c->band_row > 0 && c->band_row % 2 == 0 ? c->banded_styles : c->body_styles;
}

static void set_bands (Compose *c)
{
  if (c->form->table.band == 0xFFFFFF)
    return;
  c->banded_styles = g_new0 (int, (gsize)c->n_cols);
  for (int col = 0; col < c->n_cols; col++) {
    TzCellStyle style = *tz_grid_style (c->grid, c->body_styles[col]);
    if (!(tz_ledger_column (c->ledger, col)->merge & TZ_MERGE_DOWN) && style.background == 0xFFFFFF)
      style.background = c->form->table.band;
    c->banded_styles[col] = tz_grid_add_style (c->grid, &style);
  }
}

/* TEXT as it is printed, with its bold parts. */
static TzCell *put_text (const Compose *c, int row, int col, int cols, int style, TzEmphasis how,
                         const char *text)
{
  if (how == TZ_EMPHASIS_NONE || *text == '\0')
    return tz_grid_put_shared (c->grid, row, col, 1, cols, style, text);
  TzTextStyle look = tz_grid_style (c->grid, style)->text;
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (TzTextRun));
  char *plain = tz_emphasis_apply (how, text, &look, runs);
  TzCell *cell = tz_grid_put (c->grid, row, col, 1, cols, style, plain);
  tz_grid_set_runs (c->grid, tz_grid_n_cells (c->grid) - 1, (const TzTextRun *)(const void *)runs->data,
                    (int)runs->len);
  g_free (plain);
  g_array_unref (runs);
  return cell;
}

static void put (const Compose *c, int row, int col, int cols, int style, TzEmphasis how,
                 const TzLedgerCell *from)
{
  const TzSchemaColumn *column = tz_ledger_column (c->ledger, col);
  TzCell *cell = put_text (c, row, col, cols, style, how, from->text);
  TzPlace source = tz_ledger_place (c->ledger, from);
  tz_grid_set_source (c->grid, tz_grid_n_cells (c->grid) - 1, &source);
  cell->label = column->means == TZ_MEANS_NUMBER || column->means == TZ_MEANS_NAME ||
                (column->merge & TZ_MERGE_DOWN && column->means != TZ_MEANS_CONTENT);
}

static int joined_width (const Compose *c, const TzRecord *record, int col)
{
  int cols = 1;
  while (col + cols < c->n_cols && record->cells[col + cols].join & TZ_JOIN_LEFT)
    cols++;
  return cols;
}

/* Cells FIRST … LAST-1 of RECORD, merged as the ledger says. */
static void put_cells (const Compose *c, int row, const TzRecord *record, int first, int last,
                       const int *styles)
{
  for (int col = first; col < last;) {
    int cols = joined_width (c, record, col);
    if (record->cells[col].join & TZ_JOIN_UP)
      tz_grid_extend_down (c->grid, row, col);
    else
      put (c, row, col, cols, styles[col],
           styles == c->total_styles ? TZ_EMPHASIS_NONE : c->columns[col]->style.emphasis, &record->cells[col]);
    col += cols;
  }
}

static gboolean is_open (const Compose *c, const TzRecord *record, int col)
{
  return *record->cells[col].text == '\0' && record->cells[col].join == 0 &&
         tz_ledger_column (c->ledger, col)->type == TZ_VALUE_TEXT &&
         c->columns[col]->look.fill.kind == TZ_FILL_NONE;
}

/* The label of a total takes the empty cells around it, up to the first number. */
static void put_total (const Compose *c, int row, const TzRecord *record)
{
  int first = record->label, last = record->label + joined_width (c, record, record->label);
  while (first > 0 && is_open (c, record, first - 1))
    first--;
  while (last < c->n_cols && is_open (c, record, last))
    last++;
  put_cells (c, row, record, 0, first, c->body_styles);
  put (c, row, first, last - first, c->label_style, TZ_EMPHASIS_NONE, &record->cells[record->label]);
  put_cells (c, row, record, last, c->n_cols, c->total_styles);
}

static gboolean is_total_after (const TzLedger *ledger, int i)
{
  return i + 1 < tz_ledger_n_records (ledger) && tz_ledger_record (ledger, i + 1)->kind == TZ_RECORD_TOTAL;
}

/* A section's heading stays with its first row, a total with the row before it. */
static guint row_flags (const Compose *c, int i)
{
  const TzRecord *record = tz_ledger_record (c->ledger, i);
  guint flags = c->form->table.whole_rows ? TZ_ROW_WHOLE : 0;
  if (is_total_after (c->ledger, i))
    flags |= TZ_ROW_KEEP_NEXT;
  if (record->kind == TZ_RECORD_SECTION)
    flags |= TZ_ROW_SECTION | TZ_ROW_KEEP_NEXT;
  if (record->kind == TZ_RECORD_TOTAL)
    flags |= TZ_ROW_TOTAL;
  return flags;
}

static int year_of (const TzTemplate *form)
{
  const TzIniKey *key = tz_ini_lookup (form->ini, "book", "", "period");
  TzPeriod period;
  return key && tz_period_parse (key->value, &period) ? period.year : 0;
}

static guint32 read_due_day (const Compose *c, const char *text)
{
  TzDeadline deadline;
  GDate last;
  tz_deadline_parse (text, c->year, &deadline);
  gboolean dated = deadline.kind == TZ_DEADLINE_DATE && !deadline.continuing && !deadline.partial;
  return dated && tz_deadline_last (&deadline, NULL, NULL, &last) ? g_date_get_julian (&last) : 0;
}

static guint32 due_day (const Compose *c, const TzRecord *record)
{
  const char *text = c->deadline_col < 0 ? "" : record->cells[c->deadline_col].text;
  gpointer day;
  if (*text == '\0')
    return 0;
  if (!g_hash_table_lookup_extended (c->due, text, NULL, &day)) {
    day = GUINT_TO_POINTER (read_due_day (c, text));
    g_hash_table_insert (c->due, (gpointer)text, day);
  }
  return GPOINTER_TO_UINT (day);
}

/* NULL where RECORD has none of its own: the cell of the row above reaches down to it. */
static const char *const *units_of (const Compose *c, const TzRecord *record)
{
  const TzLedgerCell *cell = c->owner_col >= 0 ? &record->cells[c->owner_col] : NULL;
  if (!cell || cell->join & TZ_JOIN_UP || *cell->text == '\0')
    return NULL;
  const char *const *names = g_hash_table_lookup (c->named, cell->text);
  if (!names) {
    names = tz_grid_keep_names (c->grid, tz_units_list (c->units, cell->text));
    g_hash_table_insert (c->named, (gpointer)cell->text, (gpointer)names);
  }
  return names;
}

static void put_record (Compose *c, int i)
{
  const TzRecord *record = tz_ledger_record (c->ledger, i);
  gboolean section = record->kind == TZ_RECORD_SECTION;
  const int *styles = styles_of_row (c, record);
  int row = tz_grid_add_row (c->grid, row_flags (c, i), section ? 0 : c->form->table.min_height);
  tz_grid_set_row_id (c->grid, row, record->id);
  if (section)
    put (c, row, 0, c->n_cols, c->section_style, c->form->parts[TZ_PART_SECTION].emphasis, &record->cells[0]);
  else if (record->kind == TZ_RECORD_TOTAL)
    put_total (c, row, record);
  else {
    put_cells (c, row, record, 0, c->n_cols, styles);
    tz_grid_set_row_due (c->grid, row, due_day (c, record));
    tz_grid_set_row_units (c->grid, row, units_of (c, record));
  }
}

TzGrid *tz_ledger_grid (const TzTemplate *form, const TzLedger *ledger, const TzAliases *units)
{
  Compose c = { .form = form, .ledger = ledger, .units = units, .n_cols = tz_ledger_n_columns (ledger) };
  TzCellStyle head = cell_style (&form->parts[TZ_PART_HEADER], TZ_CELL_HEAD);
  c.grid = tz_grid_new (c.n_cols);
  tz_grid_share_texts (c.grid, tz_ledger_texts (ledger));
  c.columns = g_new0 (const TzFormColumn *, (gsize)c.n_cols);
  c.body_styles = g_new0 (int, (gsize)c.n_cols);
  c.total_styles = g_new0 (int, (gsize)c.n_cols);
  c.deadline_col = tz_ledger_find_meaning (ledger, TZ_MEANS_DEADLINE);
  c.owner_col = tz_ledger_find_meaning (ledger, TZ_MEANS_OWNER);
  c.year = year_of (form);
  c.due = g_hash_table_new (NULL, NULL);
  c.named = g_hash_table_new (NULL, NULL);
  set_columns (&c);
  set_styles (&c);
  set_bands (&c);
  tz_head_rows (c.grid, c.columns, &head);
  for (int i = 0; i < tz_ledger_n_records (ledger); i++)
    put_record (&c, i);
  tz_grid_set_continued (c.grid, form->table.continued);
  tz_grid_set_rules (c.grid, &form->rules);
  tz_grid_set_repeat_head (c.grid, form->parts[TZ_PART_HEADER].repeat);
  g_free (c.columns);
  g_free (c.body_styles);
  g_free (c.banded_styles);
  g_free (c.total_styles);
  g_hash_table_unref (c.due);
  g_hash_table_unref (c.named);
  return c.grid;
}
