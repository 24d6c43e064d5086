#include "compose/table/grid.h"

#include "compose/table/card.h"
#include "compose/table/facts.h"
#include "compose/table/look.h"

#include <string.h>

typedef struct {
  const TzTemplate *form;
  const TzLedger *ledger;
  int n_cols;
  TzGrid *grid;
  TzTableLook look;
  TzRowFacts *facts;
  TzCard *card; /* empty cells tell which are merged; NULL: the ledger says it */
  int name;     /* the column that names rows though its form does not say so; -1: none */
  int record;   /* the one in work */
  int band_row; /* rows since the last heading */
} Compose;

/* ── cells ───────────────────────────────────────────────────────────────── */

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

/* The cell that was put last holds what the file's cell does, unless it is a text in a column of texts. */
static void put_value (const Compose *c, int style, const TzLedgerCell *from)
{
  const TzLedgerValue *value = tz_ledger_value (c->ledger, from);
  if (value && tz_grid_style (c->grid, style)->type != TZ_VALUE_TEXT)
    tz_grid_set_value (c->grid, tz_grid_n_cells (c->grid) - 1, value->value, value->format);
}

/* Labels and short values of a card stand in the middle of their cells, sentences do not. */
static gboolean is_short (const char *text)
{
  enum { SHORT = 10 }; /* characters */
  return !strchr (text, '\n') && g_utf8_strlen (text, -1) <= SHORT;
}

/* The column that names a ledger's rows where none is said to: the first text beside the numbers. */
static int unsaid_name (const TzLedger *ledger)
{
  int number = tz_ledger_find_meaning (ledger, TZ_MEANS_NUMBER);
  return tz_ledger_find_meaning (ledger, TZ_MEANS_NAME) < 0 ? number + 1 : -1;
}

/* Whether the texts of column COL say what a row, or a group of rows, is about. */
static gboolean names_rows (const Compose *c, int col)
{
  const TzSchemaColumn *column = tz_ledger_column (c->ledger, col);
  if (column->means == TZ_MEANS_CONTENT)
    return FALSE;
  return column->means == TZ_MEANS_NUMBER || column->means == TZ_MEANS_NAME || column->merge & TZ_MERGE_DOWN ||
         (col == c->name && column->type == TZ_VALUE_TEXT);
}

static void put (const Compose *c, int row, int col, int cols, int style, TzEmphasis how,
                 const TzLedgerCell *from)
{
  gsize skipped;
  int indent = tz_table_indent (from->text, &skipped);
  if (indent > 0)
    style = tz_table_indented_style (c->grid, style, indent);
  else if (c->form->table.headless && is_short (from->text))
    style = tz_table_centred_style (c->grid, style);
  TzCell *cell = put_text (c, row, col, cols, style, how, from->text + skipped);
  put_value (c, style, from);
  TzPlace source = tz_ledger_place (c->ledger, from);
  tz_grid_set_source (c->grid, tz_grid_n_cells (c->grid) - 1, &source);
  cell->label = names_rows (c, col) ? 1 : 0;
}

static int joined_width (const Compose *c, const TzRecord *record, int col)
{
  if (c->card)
    return tz_card_width (c->card, c->record, col);
  int cols = 1;
  while (col + cols < c->n_cols && record->cells[col + cols].join & TZ_JOIN_LEFT)
    cols++;
  return cols;
}

static gboolean continues (const Compose *c, const TzRecord *record, int col)
{
  return c->card ? tz_card_goes_on (c->card, c->record, col) : (record->cells[col].join & TZ_JOIN_UP) != 0;
}

/* Cells FIRST … LAST-1 of RECORD, merged as the ledger says. */
static void put_cells (const Compose *c, int row, const TzRecord *record, int first, int last,
                       const int *styles)
{
  for (int col = first; col < last;) {
    int cols = MIN (joined_width (c, record, col), last - col);
    if (continues (c, record, col))
      tz_grid_extend_down (c->grid, row, col);
    else
      put (c, row, col, cols, styles[col],
           styles == c->look.total ? TZ_EMPHASIS_NONE : c->look.columns[col]->style.emphasis,
           &record->cells[col]);
    col += cols;
  }
}

static gboolean is_open (const Compose *c, const TzRecord *record, int col)
{
  return *record->cells[col].text == '\0' && record->cells[col].join == 0 &&
         tz_ledger_column (c->ledger, col)->type == TZ_VALUE_TEXT &&
         c->look.columns[col]->look.fill.kind == TZ_FILL_NONE;
}

/* The label of a total takes the empty cells around it, up to the first number. */
static void put_total (const Compose *c, int row, const TzRecord *record)
{
  int first = record->label, last = record->label + joined_width (c, record, record->label);
  while (first > 0 && is_open (c, record, first - 1))
    first--;
  while (last < c->n_cols && is_open (c, record, last))
    last++;
  put_cells (c, row, record, 0, first, c->look.body);
  put (c, row, first, last - first, c->look.label, TZ_EMPHASIS_NONE, &record->cells[record->label]);
  put_cells (c, row, record, last, c->n_cols, c->look.total);
}

/* ── rows ────────────────────────────────────────────────────────────────── */

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
  if (record->kind == TZ_RECORD_TOTAL && !record->share)
    flags |= TZ_ROW_TOTAL;
  return flags;
}

/* Every second row since a section heading is tinted; merged columns are not, since
 * their cells stand beside several rows. */
static const int *styles_of_row (Compose *c, const TzRecord *record)
{
  if (record->kind == TZ_RECORD_SECTION || record->kind == TZ_RECORD_TOTAL)
    c->band_row = 0;
  else
    c->band_row++;
  return c->look.banded && c->band_row > 0 && c->band_row % 2 == 0 ? c->look.banded : c->look.body;
}

static void put_record (Compose *c, int i)
{
  const TzRecord *record = tz_ledger_record (c->ledger, i);
  gboolean section = record->kind == TZ_RECORD_SECTION;
  c->record = i;
  const int *styles = styles_of_row (c, record);
  int row = tz_grid_add_row (c->grid, row_flags (c, i), section ? 0 : c->form->table.min_height);
  tz_grid_set_row_id (c->grid, row, record->id);
  if (section)
    put (c, row, 0, c->n_cols, c->look.section, c->form->parts[TZ_PART_SECTION].emphasis, &record->cells[0]);
  else if (record->kind == TZ_RECORD_TOTAL && !record->share)
    put_total (c, row, record);
  else {
    put_cells (c, row, record, 0, c->n_cols, styles);
    if (!record->share)
      tz_row_facts_set (c->facts, row, record);
  }
}

/* The head; the file's numbers of columns go with their columns, wherever the form has them. */
static void put_head (const Compose *c, const char *const *numbers)
{
  TzCellStyle style = tz_table_cell_style (&c->form->parts[TZ_PART_HEADER], TZ_CELL_HEAD);
  g_autofree const char **own = numbers ? g_new0 (const char *, (gsize)c->n_cols) : NULL;
  int n = numbers ? (int)g_strv_length ((char **)numbers) : 0;
  for (int col = 0; own && col < c->n_cols; col++) {
    int field = tz_ledger_field (c->ledger, col);
    own[col] = field >= 0 && field < n ? numbers[field] : "";
  }
  tz_head_rows (c->grid, c->look.columns, own, &style);
}

TzGrid *tz_ledger_grid (const TzTemplate *form, const TzLedger *ledger, const TzAliases *units,
                        const char *const *numbers)
{
  Compose c = { .form = form, .ledger = ledger, .n_cols = tz_ledger_n_columns (ledger) };
  c.card = tz_card_new (form, ledger);
  c.name = unsaid_name (ledger);
  c.grid = tz_grid_new (c.n_cols);
  tz_grid_share_texts (c.grid, tz_ledger_texts (ledger));
  tz_table_look_init (&c.look, form, ledger, c.grid);
  c.facts = tz_row_facts_new (form, ledger, units, c.grid);
  if (!form->table.headless)
    put_head (&c, numbers);
  for (int i = 0; i < tz_ledger_n_records (ledger); i++)
    put_record (&c, i);
  tz_grid_set_continued (c.grid, form->table.continued);
  tz_grid_set_rules (c.grid, &form->rules);
  tz_grid_set_repeat_head (c.grid, form->parts[TZ_PART_HEADER].repeat);
  tz_table_look_clear (&c.look);
  tz_row_facts_free (c.facts);
  tz_card_free (c.card);
  return c.grid;
}
