/* Sections, tasks and sub-rows, their ids, and whether the numbering is whole. */
#include "model/ledger_data.h"

#include "base/intl.h"
#include "model/numeral.h"
#include "model/sheet_cell.h"
#include "model/sheet_words.h"

#include <string.h>

/* Where the numbering stands while the records go by. */
typedef struct {
  TzLedger *ledger;
  TzDiag *diag;
  int id_col, number_col, start_col;
  int n_counted;       /* tasks so far in the section, for those without a number */
  int last_number;     /* of the task before; 0: none yet */
  gboolean restarted;  /* a section or a group began: 1 is as good as the next number */
  GHashTable *seen;    /* task ids so far -> cell of the first */
  int parent;          /* index of the section 一、 that the last section (（一）) belongs to; -1: none */
  GHashTable *shared;  /* sections, by the index of their records, whose sub-sections each begin with 1 again */
  char *outer, *inner; /* numbers of the totals 一、 and （二） that the tasks belong to; NULL: none */
  TzNumbering level;   /* of the number of the task before */
  int below[TZ_NUMBERING_INNER + 1]; /* the last number of each level within that task */
} Walk;

/* The numbering that TEXT is or begins with: 一, （一）, 1, ①. */
static TzNumbering numbering_of (const char *text, int *number, gboolean *whole)
{
  enum { SIZE = 64 }; /* bytes: a number stands at the beginning */
  char folded[SIZE];
  *number = -1;
  tz_cell_fold (text, folded, sizeof folded);
  return tz_sheet_numbering (folded, number, whole);
}

/* ── sections ────────────────────────────────────────────────────────────── */

/* "一、总体要求" is section 一, "第3部分" 3; a title without a number is counted. */
static char *section_id (const char *title, int ordinal)
{
  gboolean is_han;
  int number = tz_numeral_leading (title, &is_han);
  if (number >= 1 && !is_han)
    return g_strdup_printf ("%d", number);
  return tz_numeral_to_han (CLAMP (number >= 1 ? number : ordinal, 1, 99999));
}

static TzNumbering section_level (const TzLedger *ledger, int record)
{
  gboolean whole;
  int number;
  return numbering_of (ledger->records[record].cells[0].text, &number, &whole);
}

static int last_section (const TzLedger *ledger)
{
  return (int)ledger->sections->len - 1;
}

/* The section 一、 that a section （一） in record I belongs to; -1: none, as there are no such sections above.
 */
static int find_parent (const Walk *w, int i)
{
  int last = last_section (w->ledger);
  if (last < 0 || section_level (w->ledger, i) != TZ_NUMBERING_BRACKET)
    return -1;
  TzNumbering above = section_level (w->ledger, tz_ledger_section (w->ledger, last)->record);
  return above == TZ_NUMBERING_HAN || above == TZ_NUMBERING_PART ? last
         : above == TZ_NUMBERING_BRACKET                         ? w->parent
                                                                 : -1;
}

/* What comes now, with a number of LEVEL, does not belong to totals of that level or a lower one. */
static void leave_totals (Walk *w, TzNumbering level)
{
  if (level <= TZ_NUMBERING_BRACKET)
    g_clear_pointer (&w->inner, g_free);
  if (level <= TZ_NUMBERING_HAN)
    g_clear_pointer (&w->outer, g_free);
}

/* Section （二） of section 一 is 一（二）. */
static void begin_section (Walk *w, int i)
{
  TzLedger *ledger = w->ledger;
  TzRecord *record = &ledger->records[i];
  w->parent = find_parent (w, i);
  char *own = section_id (record->cells[0].text, (int)ledger->sections->len + 1);
  char *id = w->parent < 0 ? g_strdup (own)
                           : g_strconcat (tz_ledger_section (ledger, w->parent)->id, "（", own, "）", NULL);
  TzSection section = { tz_texts_keep (ledger->texts, id), record->cells[0].text, i };
  g_free (own);
  g_free (id);
  record->id = section.id;
  record->section = (int)ledger->sections->len;
  g_array_append_val (ledger->sections, section);
  leave_totals (w, TZ_NUMBERING_NONE);
  w->n_counted = 0;
  w->restarted = TRUE;
}

/* Where each sub-section numbers its tasks from 1 again, the number of the section alone would name several
 * tasks: find these sections before the ids are made. */
static void find_shared (Walk *w)
{
  const TzLedger *ledger = w->ledger;
  int above = -1, below = -1;
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal); /* of the section -> its sub-section */
  for (int i = 0; i < ledger->n_records && w->number_col >= 0; i++) {
    const TzRecord *record = &ledger->records[i];
    const char *number = record->cells[w->number_col].text;
    if (record->kind == TZ_RECORD_SECTION) {
      gboolean nested = above >= 0 && section_level (ledger, i) == TZ_NUMBERING_BRACKET;
      if (!nested)
        g_hash_table_remove_all (numbers);
      above = nested ? above : i;
      below = i;
    } else if (record->kind != TZ_RECORD_TOTAL && *number != '\0') {
      gpointer first = g_hash_table_lookup (numbers, number);
      if (first && GPOINTER_TO_INT (first) - 1 != below)
        g_hash_table_add (w->shared, GINT_TO_POINTER (above));
      else
        g_hash_table_insert (numbers, (gpointer)number, GINT_TO_POINTER (below + 1));
    }
  }
  g_hash_table_destroy (numbers);
}

/* A total numbered as sections are (一、交通类 with its sum) is one to the tasks below: they may begin with 1.
 */
static void pass_total (Walk *w, int i)
{
  const TzRecord *record = &w->ledger->records[i];
  const char *text = w->number_col >= 0 ? record->cells[w->number_col].text : "";
  gboolean whole;
  int number;
  TzNumbering level = numbering_of (*text == '\0' ? record->cells[record->label].text : text, &number, &whole);
  if (record->share || level == TZ_NUMBERING_NONE || level > TZ_NUMBERING_BRACKET || number < 1)
    return;
  leave_totals (w, level);
  *(level == TZ_NUMBERING_BRACKET ? &w->inner : &w->outer) = tz_numeral_to_han (number);
  w->n_counted = 0;
  w->restarted = TRUE;
  w->level = TZ_NUMBERING_NONE;
}

/* The section whose id its tasks have in front of their numbers. */
static const TzSection *naming_section (const Walk *w)
{
  const TzSection *last = tz_ledger_section (w->ledger, last_section (w->ledger));
  if (w->parent < 0)
    return last;
  const TzSection *parent = tz_ledger_section (w->ledger, w->parent);
  return g_hash_table_contains (w->shared, GINT_TO_POINTER (parent->record)) ? last : parent;
}

/* ── tasks ───────────────────────────────────────────────────────────────── */

/* The task's number as its cell writes it, else counted. */
static char *number_text (const Walk *w, const TzRecord *record)
{
  const char *text = w->number_col >= 0 ? record->cells[w->number_col].text : "";
  int number = tz_numeral_parse (text);
  if (number >= 0)
    return g_strdup_printf ("%d", number);
  return *text != '\0' ? tz_text_squeeze (text) : g_strdup_printf ("%d", w->n_counted);
}

/* What stands in front of a task's number: 二 of section 二、, 一（二） of the total （二） below the total
 * 一、; "" if there is neither. g_free. */
static char *id_prefix (const Walk *w)
{
  GString *prefix = g_string_new (last_section (w->ledger) < 0 ? "" : naming_section (w)->id);
  if (w->outer)
    g_string_append_printf (prefix, "%s%s", prefix->len > 0 ? "-" : "", w->outer);
  if (w->inner)
    g_string_append_printf (prefix, prefix->len > 0 ? "（%s）" : "%s", w->inner);
  return g_string_free (prefix, FALSE);
}

static char *task_id (const Walk *w, const TzRecord *record)
{
  if (w->id_col >= 0 && *record->cells[w->id_col].text != '\0')
    return g_strdup (record->cells[w->id_col].text);
  char *number = number_text (w, record), *prefix = id_prefix (w);
  char *id = *prefix == '\0' ? g_strdup (number) : g_strconcat (prefix, "-", number, NULL);
  g_free (number);
  g_free (prefix);
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

static void report_gap (const Walk *w, const TzLedgerCell *cell, int number, int last)
{
  TzPlace place = tz_ledger_place (w->ledger, cell);
  if (w->ledger->gaps) /* told of already: rows are hidden */
    return;
  tz_diag_add (w->diag, TZ_WARNING, &place, "number-gap",
               _ ("number %d follows %d; renumber the tasks or add the missing ones"), number, last);
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
  if (!fits && !again)
    report_gap (w, cell, number, w->last_number);
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

/* The level of the number in record I's own cell; NONE: it has no number of its own. */
static TzNumbering number_level (const Walk *w, int i, int *number)
{
  gboolean whole = FALSE;
  const char *text = w->number_col >= 0 ? w->ledger->records[i].cells[w->number_col].text : "";
  TzNumbering level = numbering_of (text, number, &whole);
  return whole ? level : TZ_NUMBERING_NONE;
}

static void begin_task (Walk *w, int i)
{
  TzLedger *ledger = w->ledger;
  TzRecord *record = &ledger->records[i];
  int number;
  w->n_counted++;
  w->level = number_level (w, i, &number);
  if (w->level != TZ_NUMBERING_NONE)
    leave_totals (w, w->level);
  memset (w->below, 0, sizeof w->below);
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

/* ① or （1） below task 1, 1 below task （一）: a sub-row with a number of its own. */
static gboolean is_below (const Walk *w, int i)
{
  const TzLedger *ledger = w->ledger;
  int number;
  if (ledger->tasks->len == 0 || w->id_col >= 0 || w->level == TZ_NUMBERING_NONE)
    return FALSE;
  const TzTask *last = tz_ledger_task (ledger, (int)ledger->tasks->len - 1);
  return last->section == last_section (ledger) && last->first_record + last->n_records == i &&
         number_level (w, i, &number) > w->level;
}

/* Numbers of a lower level begin with 1 below each number of a higher one. */
static void check_order_below (Walk *w, int i)
{
  int number;
  TzNumbering level = number_level (w, i, &number);
  if (level == TZ_NUMBERING_NONE)
    return;
  if (number != w->below[level] + 1 && !w->ledger->schema->plain)
    report_gap (w, &w->ledger->records[i].cells[w->number_col], number, w->below[level]);
  w->below[level] = number;
  for (int lower = (int)level + 1; lower <= TZ_NUMBERING_INNER; lower++)
    w->below[lower] = 0;
}

void tz_ledger_mark_tasks (TzLedger *ledger, TzDiag *diag)
{
  Walk w = { .ledger = ledger, .diag = diag, .restarted = TRUE, .parent = -1 };
  w.id_col = tz_ledger_find_meaning (ledger, TZ_MEANS_ID);
  w.number_col = tz_ledger_find_meaning (ledger, TZ_MEANS_NUMBER);
  w.start_col = tz_ledger_start_column (ledger);
  w.seen = g_hash_table_new (g_str_hash, g_str_equal);
  w.shared = g_hash_table_new (g_direct_hash, g_direct_equal);
  find_shared (&w);
  for (int i = 0; i < ledger->n_records; i++) {
    TzRecord *record = &ledger->records[i];
    if (record->kind == TZ_RECORD_SECTION) {
      begin_section (&w, i);
      continue;
    }
    record->section = last_section (ledger);
    if (record->kind == TZ_RECORD_TOTAL) {
      pass_total (&w, i);
      continue;
    }
    if (goes_on (&w, i)) {
      continue_task (&w, i);
    } else if (is_below (&w, i)) {
      check_order_below (&w, i);
      continue_task (&w, i);
    } else {
      begin_task (&w, i);
    }
  }
  g_hash_table_destroy (w.seen);
  g_hash_table_destroy (w.shared);
  leave_totals (&w, TZ_NUMBERING_NONE);
}
