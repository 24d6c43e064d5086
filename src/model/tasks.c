/* Sections, tasks and sub-rows, their ids, and whether the numbering is whole. */
#include "model/ledger_data.h"

#include "base/intl.h"
#include "model/numeral.h"

/* Where the numbering stands while the records go by. */
typedef struct {
  TzLedger *ledger;
  TzDiag *diag;
  int id_col, number_col, start_col;
  int n_counted;      /* tasks so far in the section, for those without a number */
  int last_number;    /* of the task before; 0: none yet */
  gboolean restarted; /* a section or a group began: 1 is as good as the next number */
  GHashTable *seen;   /* task ids so far -> cell of the first */
} Walk;

/* The column in which a new task shows: its number's, its name's, else the first
 * merged one. -1: every record is a task. */
static int find_start_col (const TzLedger *ledger, int id_col, int number_col)
{
  if (id_col >= 0)
    return id_col;
  if (number_col >= 0)
    return number_col;
  int name = tz_ledger_find_meaning (ledger, TZ_MEANS_NAME);
  for (int col = 0; name < 0 && col < ledger->n_cols; col++)
    if (tz_ledger_column (ledger, col)->merge & TZ_MERGE_DOWN)
      name = col;
  return name;
}

/* "一、总体要求" is section 一, "第3部分" 3; a title without a number is counted. */
static char *section_id (const char *title, int ordinal)
{
  gboolean is_han;
  int number = tz_numeral_leading (title, &is_han);
  if (number >= 1 && !is_han)
    return g_strdup_printf ("%d", number);
  return tz_numeral_to_han (CLAMP (number >= 1 ? number : ordinal, 1, 99999));
}

static void begin_section (Walk *w, int i)
{
  TzLedger *ledger = w->ledger;
  TzRecord *record = &ledger->records[i];
  char *id = section_id (record->cells[0].text, (int)ledger->sections->len + 1);
  TzSection section = { tz_texts_keep (ledger->texts, id), record->cells[0].text, i };
  g_free (id);
  record->id = section.id;
  record->section = (int)ledger->sections->len;
  g_array_append_val (ledger->sections, section);
  w->n_counted = 0;
  w->restarted = TRUE;
}

static int last_section (const TzLedger *ledger)
{
  return (int)ledger->sections->len - 1;
}

/* The task's number as its cell writes it, else counted. */
static char *number_text (const Walk *w, const TzRecord *record)
{
  const char *text = w->number_col >= 0 ? record->cells[w->number_col].text : "";
  int number = tz_numeral_parse (text);
  if (number >= 0)
    return g_strdup_printf ("%d", number);
  return *text != '\0' ? tz_text_squeeze (text) : g_strdup_printf ("%d", w->n_counted);
}

static char *task_id (const Walk *w, const TzRecord *record)
{
  if (w->id_col >= 0 && *record->cells[w->id_col].text != '\0')
    return g_strdup (record->cells[w->id_col].text);
  char *number = number_text (w, record);
  if (last_section (w->ledger) < 0)
    return number;
  char *id = g_strconcat (tz_ledger_section (w->ledger, last_section (w->ledger))->id, "-", number, NULL);
  g_free (number);
  return id;
}

static void report_twice (const Walk *w, const TzLedgerCell *cell, const char *id, const TzLedgerCell *first)
{
  TzPlace place = tz_ledger_place (w->ledger, cell);
  tz_diag_add (w->diag, TZ_WARNING, &place, "duplicate-number",
               _ ("task %s occurs twice (first in line %d); give each task a number of its own"), id,
               first->line);
}

/* Whether the office wrote the id itself: only such ids are compared for duplicates and gaps. */
static void check_unique (Walk *w, const TzRecord *record)
{
  int col = w->id_col >= 0 ? w->id_col : w->number_col;
  if (col < 0 || *record->cells[col].text == '\0')
    return;
  const TzLedgerCell *first = g_hash_table_lookup (w->seen, record->id);
  if (first)
    report_twice (w, &record->cells[col], record->id, first);
  else
    g_hash_table_insert (w->seen, (gpointer)record->id, &record->cells[col]);
}

static void check_order (Walk *w, const TzRecord *record)
{
  if (w->number_col < 0)
    return;
  const TzLedgerCell *cell = &record->cells[w->number_col];
  int number = tz_numeral_parse (cell->text), expected = w->last_number + 1;
  if (number < 0)
    return;
  gboolean fits = number == expected || (w->restarted && number == 1);
  /* A number that came before is reported as a duplicate, not as a gap too. */
  gboolean again = number == w->last_number && !w->restarted;
  if (!fits && !again) {
    TzPlace place = tz_ledger_place (w->ledger, cell);
    tz_diag_add (w->diag, TZ_WARNING, &place, "number-gap",
                 _ ("number %d follows %d; renumber the tasks or add the missing ones"), number,
                 w->last_number);
  }
  w->last_number = number;
  w->restarted = FALSE;
}

/* A merged column other than the number's begins a group of its own. */
static gboolean begins_group (const Walk *w, const TzRecord *record)
{
  for (int col = 0; col < w->number_col; col++)
    if (tz_ledger_column (w->ledger, col)->merge & TZ_MERGE_DOWN && !(record->cells[col].join & TZ_JOIN_UP))
      return TRUE;
  return FALSE;
}

static void begin_task (Walk *w, int i)
{
  TzLedger *ledger = w->ledger;
  TzRecord *record = &ledger->records[i];
  w->n_counted++;
  char *id = task_id (w, record);
  record->id = tz_texts_keep (ledger->texts, id);
  g_free (id);
  record->kind = TZ_RECORD_TASK;
  record->task = (int)ledger->tasks->len;
  TzTask task = { record->id, last_section (ledger), i, 1 };
  g_array_append_val (ledger->tasks, task);
  w->restarted |= begins_group (w, record);
  if (!ledger->schema->plain) {
    check_order (w, record);
    check_unique (w, record);
  }
}

static void continue_task (Walk *w, int i)
{
  TzLedger *ledger = w->ledger;
  TzRecord *record = &ledger->records[i];
  TzTask *task = &g_array_index (ledger->tasks, TzTask, ledger->tasks->len - 1);
  task->n_records++;
  char *id = g_strdup_printf ("%s-%d", task->id, task->n_records);
  record->id = tz_texts_keep (ledger->texts, id);
  g_free (id);
  record->kind = TZ_RECORD_SUBROW;
  record->task = (int)ledger->tasks->len - 1;
}

/* A record goes on with the task above if its number or name does; a total's row
 * in between ends the task. */
static gboolean goes_on (const Walk *w, int i)
{
  const TzRecord *records = w->ledger->records;
  if (i == 0 || w->start_col < 0 || records[i - 1].task < 0)
    return FALSE;
  return (records[i].cells[w->start_col].join & TZ_JOIN_UP) != 0;
}

void tz_ledger_mark_tasks (TzLedger *ledger, TzDiag *diag)
{
  Walk w = { .ledger = ledger, .diag = diag, .restarted = TRUE };
  w.id_col = tz_ledger_find_meaning (ledger, TZ_MEANS_ID);
  w.number_col = tz_ledger_find_meaning (ledger, TZ_MEANS_NUMBER);
  w.start_col = find_start_col (ledger, w.id_col, w.number_col);
  w.seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < ledger->n_records; i++) {
    TzRecord *record = &ledger->records[i];
    if (record->kind == TZ_RECORD_SECTION) {
      begin_section (&w, i);
      continue;
    }
    record->section = last_section (ledger);
    if (record->kind == TZ_RECORD_TOTAL)
      continue;
    if (goes_on (&w, i))
      continue_task (&w, i);
    else
      begin_task (&w, i);
  }
  g_hash_table_destroy (w.seen);
}
