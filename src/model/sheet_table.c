/* The tables of a sheet: where each begins, its head, its body. */
#include "model/sheet_data.h"

static gboolean is_repeated (const TzSheetLine *line)
{
  return (line->rules & tz_rule_bit (TZ_RULE_REPEAT)) != 0;
}

/* Whether ROW begins a table when the one before has come so far: a title or a new head below a body. A head
 * printed again, as on a later page, begins none. */
static gboolean begins_table (const TzSheet *sheet, int row, gboolean has_body)
{
  const TzSheetLine *line = &sheet->lines[row];
  if (!has_body)
    return FALSE;
  return line->part == TZ_PART_ABOVE || (line->part == TZ_PART_HEAD && !is_repeated (line));
}

static gboolean is_body (const TzSheetLine *line)
{
  return line->part == TZ_PART_SECTION || line->part == TZ_PART_BODY;
}

static void take_row (const TzSheet *sheet, TzSheetTable *table, int row)
{
  const TzSheetLine *line = &sheet->lines[row];
  if (line->filled == 0)
    return;
  table->end = row + 1;
  if (line->part == TZ_PART_HEAD || is_body (line))
    table->n_columns = MAX (table->n_columns, line->last + 1);
  if (line->part == TZ_PART_HEAD && table->body < 0) {
    if (table->n_head == 0)
      table->head = row;
    table->n_head = row + 1 - table->head;
    table->n_levels += line->cls == TZ_SHEET_HEAD;
    if (line->cls == TZ_SHEET_COLNUM)
      table->colnum = row;
  }
  if (is_body (line)) {
    if (table->body < 0)
      table->body = row;
    table->body_end = row + 1;
    table->n_body += line->cls == TZ_SHEET_BODY;
    table->n_total += line->cls == TZ_SHEET_TOTAL;
  }
}

/* ---- how sure the head is ---- */

/* The rows whose part decides about TABLE's head: from its first to the first of the body. */
static void judge_head (const TzSheet *sheet, TzSheetTable *table)
{
  int last = table->body >= 0 ? table->body : table->end - 1, doubtful = -1;
  table->sure = 1;
  table->other_head = table->head;
  table->other_n_head = table->n_head;
  for (int row = table->first; row <= last; row++) {
    const TzSheetLine *line = &sheet->lines[row];
    if (line->filled == 0 || (line->part != TZ_PART_HEAD && line->other != TZ_PART_HEAD))
      continue;
    if (line->sure / 255.0 < table->sure) {
      table->sure = line->sure / 255.0;
      doubtful = row;
    }
  }
  if (doubtful < 0)
    return;
  int head = table->head, end = table->head + table->n_head;
  if (table->n_head == 0) {
    head = doubtful;
    end = doubtful + 1;
  } else if (sheet->lines[doubtful].part != TZ_PART_HEAD) {
    head = MIN (head, doubtful);
    end = MAX (end, doubtful + 1);
  } else if (sheet->lines[doubtful].other == TZ_PART_ABOVE) {
    head = doubtful + 1;
  } else {
    end = doubtful;
  }
  table->other_head = head;
  table->other_n_head = MAX (end - head, 0);
}

/* ---- all tables ---- */

static void end_table (TzSheet *sheet, TzSheetTable *table)
{
  if (table->end <= table->first)
    return;
  if (table->body < 0)
    table->body = table->body_end = table->n_head > 0 ? table->head + table->n_head : table->end;
  judge_head (sheet, table);
  g_array_append_val (sheet->tables, *table);
  g_ptr_array_add (sheet->titles, tz_sheet_build_titles (sheet, table));
}

static TzSheetTable begin_table (int row)
{
  return (TzSheetTable){ .first = row, .end = row, .head = row, .colnum = -1, .body = -1, .body_end = -1 };
}

void tz_sheet_find_tables (TzSheet *sheet)
{
  TzSheetTable table = begin_table (0);
  for (int row = 0; row < sheet->n_rows; row++) {
    if (sheet->lines[row].filled == 0)
      continue;
    if (table.end == table.first) {
      table = begin_table (row);
    } else if (begins_table (sheet, row, table.body >= 0)) {
      end_table (sheet, &table);
      table = begin_table (row);
    }
    take_row (sheet, &table, row);
  }
  end_table (sheet, &table);
}
