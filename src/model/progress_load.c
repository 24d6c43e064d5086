#include "model/progress_load.h"

#include "base/decimal.h"
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "model/merged.h"
#include "model/progress_data.h"
#include "model/schema.h"

#include <string.h>

typedef enum { PERIOD, TASK, REGION, STATUS, PERCENT, DONE, PROBLEMS, NEXT, N_COLUMNS } Column;

#define TITLES(...) ((char *[]){ __VA_ARGS__, NULL })

static TzSchemaColumn columns[N_COLUMNS] = {
  [PERIOD] = { .key = "period",
               .need = TZ_NEED_OPTIONAL,
               .titles = TITLES ("报送期", "期间", "周期", "季度", "报告期", "月份", "时期") },
  [TASK] = { .key = "task", .titles = TITLES ("任务编号", "任务", "编号", "序号", "id", "任务序号") },
  [REGION] = { .key = "region",
               .need = TZ_NEED_OPTIONAL,
               .titles = TITLES ("地区", "市州", "地市", "区域", "县区", "报送地区", "市（州）") },
  [STATUS] = { .key = "status",
               .need = TZ_NEED_OPTIONAL,
               .titles = TITLES ("状态", "完成状态", "进展状态", "推进状态") },
  [PERCENT] = { .key = "percent",
                .need = TZ_NEED_OPTIONAL,
                .titles = TITLES ("完成率", "进度", "完成百分比", "完成率（%）", "进度（%）", "完成比例") },
  [DONE] = { .key = "done",
             .need = TZ_NEED_OPTIONAL,
             .titles = TITLES ("完成情况", "进展情况", "截至目前完成情况", "工作进展") },
  [PROBLEMS] = { .key = "problems",
                 .need = TZ_NEED_OPTIONAL,
                 .titles = TITLES ("存在问题", "问题", "困难问题", "存在的问题") },
  [NEXT] = { .key = "next",
             .need = TZ_NEED_OPTIONAL,
             .titles = TITLES ("下一步计划", "下一步", "下一步工作计划", "下一步措施", "下步打算") },
};
static const TzSchema schema = { .n_columns = N_COLUMNS, .columns = columns };

/* Shorter titles are near to too many others: 期限, 期间. */
enum { MIN_JUDGED = 3 };

typedef struct {
  TzProgress *progress;
  const TzRecords *csv;
  const TzPeriod *period; /* of records that name none; may be NULL */
  TzDiag *diag;
  int *fields; /* by Column: index of the field, or -1 */
} Load;

/* ── columns ─────────────────────────────────────────────────────────────── */

static gboolean is_taken (const Load *load, int field)
{
  for (int c = 0; c < N_COLUMNS; c++)
    if (load->fields[c] == field)
      return TRUE;
  return FALSE;
}

/* The titles of columns that the file does not have yet. */
static char **missing_titles (const Load *load)
{
  GPtrArray *titles = g_ptr_array_new ();
  for (int c = 0; c < N_COLUMNS; c++) {
    if (load->fields[c] >= 0)
      continue;
    g_ptr_array_add (titles, g_strdup (columns[c].key));
    for (char **title = columns[c].titles; *title; title++)
      g_ptr_array_add (titles, g_strdup (*title));
  }
  g_ptr_array_add (titles, NULL);
  return (char **)g_ptr_array_free (titles, FALSE);
}

static void check_titles (const Load *load)
{
  g_auto (GStrv) known = missing_titles (load);
  for (int i = 0; i < tz_records_n_columns (load->csv); i++) {
    const char *title = tz_records_title (load->csv, i);
    gboolean judged = !is_taken (load, i) && g_utf8_strlen (title, -1) >= MIN_JUDGED;
    const char *near = judged ? tz_suggest (title, (const char *const *)known) : NULL;
    TzPlace place = tz_records_title_place (load->csv, i);
    if (near)
      tz_diag_add (load->diag, TZ_WARNING, &place, "extra-column",
                   _ ("the column “%s” is not read; did you mean “%s”?"), title, near);
  }
}

static gboolean check_period_column (const Load *load)
{
  TzPlace place = tz_records_title_place (load->csv, 0);
  if (load->fields[PERIOD] >= 0 || load->period)
    return TRUE;
  tz_diag_add (
      load->diag, TZ_ERROR, &place, "missing-column",
      _ ("no column names the period; give one the title 报送期 or period, with values such as 2021Q2, or "
         "name the file after its period: 2021Q2.csv"));
  return FALSE;
}

static gboolean check_state_columns (const Load *load)
{
  TzPlace place = tz_records_title_place (load->csv, 0);
  if (load->fields[STATUS] >= 0 || load->fields[PERCENT] >= 0)
    return TRUE;
  tz_diag_add (load->diag, TZ_ERROR, &place, "missing-column",
               _ ("no column tells how far the tasks are; add 状态 with words such as 推进中, or 完成率 with "
                  "percentages"));
  return FALSE;
}

static gboolean load_columns (Load *load)
{
  g_autofree const char **titles = tz_records_titles (load->csv);
  load->fields = tz_schema_match (&schema, titles, tz_records_n_columns (load->csv));
  check_titles (load);
  gboolean has_period = check_period_column (load), has_state = check_state_columns (load);
  if (load->fields[TASK] >= 0)
    return has_period && has_state;
  TzPlace place = tz_records_title_place (load->csv, 0);
  tz_diag_add (load->diag, TZ_ERROR, &place, "missing-column",
               _ ("no column names the tasks; give one the title 任务编号 or task, with values such as %s"),
               tz_ledger_n_tasks (load->progress->ledger) > 0 ? tz_ledger_task (load->progress->ledger, 0)->id
                                                              : "1");
  return FALSE;
}

/* ── cells ───────────────────────────────────────────────────────────────── */

typedef struct {
  const char *text;
  TzPlace place;
} Cell;

/* What record FROM says in COLUMN. A merged cell speaks for all records that it stands beside. */
static Cell cell_of (const Load *load, int from, Column column)
{
  int field = load->fields[column];
  Cell cell = { "", tz_records_place (load->csv, from, MAX (field, 0)) };
  if (field >= 0) {
    const char *text = tz_records_merged_text (load->csv, from, field);
    cell.text = tz_utf8_skip_blanks (text, text + strlen (text));
  }
  return cell;
}

static gboolean load_task (const Load *load, int from, TzProgressRecord *record)
{
  Cell cell = cell_of (load, from, TASK);
  record->place = cell.place;
  if (*cell.text == '\0') {
    tz_diag_add (load->diag, TZ_ERROR, &cell.place, "missing-task",
                 _ ("this record names no task; write the task's number, such as 二-5, or delete the record"));
    return FALSE;
  }
  if (tz_progress_find_task (load->progress, cell.text, &record->task, &record->row))
    return TRUE;
  const char *near = tz_suggest (cell.text, (const char *const *)load->progress->id_words->pdata);
  g_autofree char *excerpt = tz_utf8_excerpt (cell.text, 20);
  if (near)
    tz_diag_add (load->diag, TZ_ERROR, &cell.place, "unknown-task",
                 _ ("the ledger has no task “%s”; did you mean “%s”?"), excerpt, near);
  else
    tz_diag_add (load->diag, TZ_ERROR, &cell.place, "unknown-task",
                 _ ("the ledger has no task “%s”; write section and number, such as 二-5"), excerpt);
  return FALSE;
}

static gboolean ends_after (const TzPeriod *period, const TzPeriod *other)
{
  GDate end, other_end;
  tz_period_last_day (period, &end);
  tz_period_last_day (other, &other_end);
  return g_date_compare (&end, &other_end) > 0;
}

/* Periods of another year than the ledger's are slips of the pen. */
static gboolean check_range (const Load *load, const Cell *cell, const TzPeriod *period)
{
  const TzProgress *progress = load->progress;
  g_autofree char *shown = tz_period_to_string (period);
  GDate end;
  tz_period_last_day (period, &end);
  if (g_date_valid (&progress->first) && g_date_compare (&end, &progress->first) < 0) {
    tz_diag_add (load->diag, TZ_ERROR, &cell->place, "period-range",
                 _ ("the period %s ended before the ledger began (%04d-%02d-%02d); correct the period, or the "
                    "book's start"),
                 shown, g_date_get_year (&progress->first), g_date_get_month (&progress->first),
                 g_date_get_day (&progress->first));
    return FALSE;
  }
  if (progress->has_last && ends_after (period, &progress->last)) {
    g_autofree char *last = tz_period_to_string (&progress->last);
    tz_diag_add (load->diag, TZ_WARNING, &cell->place, "period-range",
                 _ ("the period %s is later than the book's, %s, and does not count yet; correct one of them"),
                 shown, last);
  }
  return TRUE;
}

static gboolean load_period (const Load *load, int from, TzProgressRecord *record)
{
  Cell cell = cell_of (load, from, PERIOD);
  if (*cell.text == '\0' && load->period) {
    record->period = *load->period;
    return check_range (load, &cell, &record->period);
  }
  if (*cell.text == '\0') {
    tz_diag_add (
        load->diag, TZ_ERROR, &cell.place, "missing-period",
        _ ("this record names no period; write one such as 2021Q2 in a column 报送期, or name the file "
           "after it"));
    return FALSE;
  }
  if (tz_period_parse (cell.text, &record->period))
    return check_range (load, &cell, &record->period);
  g_autofree char *excerpt = tz_utf8_excerpt (cell.text, 20);
  tz_diag_add (load->diag, TZ_ERROR, &cell.place, "bad-period",
               _ ("“%s” is not a period; write it as 2021Q2, 2021H1, 2021-06, 2021 or 2021年二季度"), excerpt);
  return FALSE;
}

/* "85.5" in hundredths; further digits are rounded half up. -1 if it is no percentage. */
static int percent_of (const char *text)
{
  TzDecimal *decimal = tz_decimal_parse (text);
  if (!decimal)
    return -1;
  g_autofree char *digits = tz_decimal_to_string (decimal);
  tz_decimal_free (decimal);
  char *point = strchr (digits, '.');
  guint64 whole;
  int fraction = 0;
  if (point) {
    for (int i = 1; i <= 3; i++)
      fraction = fraction * 10 + (i <= (int)strlen (point + 1) ? point[i] - '0' : 0);
    *point = '\0';
  }
  if (!g_ascii_string_to_unsigned (digits, 10, 0, 100, &whole, NULL))
    return -1;
  if (whole == 100)
    return point ? -1 : TZ_PERCENT_FULL;
  return MIN ((int)whole * 100 + (fraction + 5) / 10, TZ_PERCENT_FULL - 1); /* 99.999 is not all */
}

static gboolean load_percent (const Load *load, int from, TzProgressRecord *record)
{
  Cell cell = cell_of (load, from, PERCENT);
  record->percent = -1;
  if (*cell.text == '\0' || strspn (cell.text, "-/") == strlen (cell.text) || g_str_has_prefix (cell.text, "—"))
    return TRUE;
  record->percent = percent_of (cell.text);
  if (record->percent >= 0)
    return TRUE;
  g_autofree char *excerpt = tz_utf8_excerpt (cell.text, 20);
  tz_diag_add (load->diag, TZ_ERROR, &cell.place, "bad-percent",
               _ ("“%s” is not a percentage; write a number from 0 to 100, such as 85 or 85%%"), excerpt);
  return FALSE;
}

static const char *nearest_status (const char *text)
{
  const char *words[TZ_N_STATUSES + 1] = { NULL };
  for (int s = 0; s < TZ_N_STATUSES; s++)
    words[s] = tz_status_word ((TzStatus)s);
  return tz_suggest (text, words);
}

static gboolean load_status (const Load *load, int from, TzProgressRecord *record)
{
  Cell cell = cell_of (load, from, STATUS);
  record->has_status = *cell.text != '\0';
  if (!record->has_status || tz_status_parse (cell.text, &record->status))
    return TRUE;
  g_autofree char *excerpt = tz_utf8_excerpt (cell.text, 20);
  const char *near = nearest_status (cell.text);
  if (near)
    tz_diag_add (load->diag, TZ_ERROR, &cell.place, "unknown-status",
                 _ ("there is no status “%s”; did you mean “%s”?"), excerpt, near);
  else
    tz_diag_add (load->diag, TZ_ERROR, &cell.place, "unknown-status",
                 _ ("there is no status “%s”; write 未启动, 推进中, 已完成, 已销号 or 逾期"), excerpt);
  return FALSE;
}

/* Percentages that go with each status. */
static gboolean is_consistent (TzStatus status, int percent)
{
  static const struct {
    int least, most;
  } fits[TZ_N_STATUSES] = {
    [TZ_STATUS_NOT_STARTED] = { 0, 0 },
    [TZ_STATUS_ONGOING] = { 0, TZ_PERCENT_FULL },
    [TZ_STATUS_DONE] = { TZ_PERCENT_FULL, TZ_PERCENT_FULL },
    [TZ_STATUS_CLOSED] = { TZ_PERCENT_FULL, TZ_PERCENT_FULL },
    [TZ_STATUS_LATE] = { 0, TZ_PERCENT_FULL - 1 },
  };
  return percent < 0 || (percent >= fits[status].least && percent <= fits[status].most);
}

/* Without a status the percentage tells it. FALSE if the two contradict each other. */
static gboolean settle_status (const Load *load, int from, TzProgressRecord *record)
{
  Cell status = cell_of (load, from, STATUS), percent = cell_of (load, from, PERCENT);
  if (record->has_status && !is_consistent (record->status, record->percent)) {
    tz_diag_add (load->diag, TZ_ERROR, &percent.place, "status-percent",
                 _ ("the status %s does not go with %s; write 100 for 已完成 and 已销号, 0 for 未启动, less "
                    "than 100 for 逾期, "
                    "or another status"),
                 tz_status_word (record->status), percent.text);
    return FALSE;
  }
  if (record->has_status)
    return TRUE;
  if (record->percent < 0)
    tz_diag_add (load->diag, TZ_WARNING, &status.place, "missing-status",
                 _ ("this record has neither a status nor a percentage; write one of them"));
  record->status = record->percent == TZ_PERCENT_FULL ? TZ_STATUS_DONE
                   : record->percent == 0             ? TZ_STATUS_NOT_STARTED
                                                      : TZ_STATUS_ONGOING;
  return TRUE;
}

/* ── records ─────────────────────────────────────────────────────────────── */

static const char *keep_text (const Load *load, int from, Column column)
{
  return g_string_chunk_insert_const (load->progress->strings, cell_of (load, from, column).text);
}

static void report_too_many (const Load *load, const Cell *region)
{
  if (!load->progress->too_many_regions)
    tz_diag_add (load->diag, TZ_ERROR, &region->place, "too-many-regions",
                 _ ("this is region number %d; check that the column “%s” holds regions and nothing else"),
                 TZ_PROGRESS_MAX_REGIONS + 1, tz_records_title (load->csv, load->fields[REGION]));
  load->progress->too_many_regions = TRUE;
}

/* Texts are kept once, so that equal ones are the same. */
static gboolean is_same_report (const TzProgressRecord *a, const TzProgressRecord *b)
{
  return a->status == b->status && a->percent == b->percent && a->done == b->done &&
         a->problems == b->problems && a->next == b->next;
}

static void add_record (const Load *load, int from, TzProgressRecord *record)
{
  Cell region = cell_of (load, from, REGION);
  record->region = tz_progress_add_region (load->progress, region.text, &region.place);
  if (record->region == TZ_REGION_TOO_MANY) {
    report_too_many (load, &region);
    return;
  }
  record->done = keep_text (load, from, DONE);
  record->problems = keep_text (load, from, PROBLEMS);
  record->next = keep_text (load, from, NEXT);
  const TzProgressRecord *other = tz_progress_add (load->progress, record);
  if (!other)
    return;
  if (is_same_report (record, other))
    tz_diag_add (load->diag, TZ_WARNING, &record->place, "duplicate-progress",
                 _ ("task %s is reported twice in the same words (first in %s, line %d); delete one of the two "
                    "records"),
                 cell_of (load, from, TASK).text, other->place.file, other->place.line);
  else
    tz_diag_add (load->diag, TZ_ERROR, &record->place, "duplicate-progress",
                 _ ("task %s is reported a second time for the same period and region (first in %s, line %d); "
                    "delete one of the two records"),
                 cell_of (load, from, TASK).text, other->place.file, other->place.line);
}

/* A row of totals that names no task reports on none. */
static gboolean sums_up (const Load *load, int from)
{
  int task, row;
  return tz_records_class (load->csv, from) == TZ_CLASS_TOTAL &&
         !tz_progress_find_task (load->progress, cell_of (load, from, TASK).text, &task, &row);
}

/* All faults of a record are reported at once. */
static void load_record (const Load *load, int from)
{
  TzProgressRecord record = { .region = -1 };
  gboolean good = load_task (load, from, &record);
  good &= load_period (load, from, &record);
  good &= load_percent (load, from, &record);
  good &= load_status (load, from, &record);
  if (good && settle_status (load, from, &record))
    add_record (load, from, &record);
}

const TzSchema *tz_progress_schema (void)
{
  return &schema;
}

gboolean tz_progress_names_tasks (const TzRecords *records)
{
  g_autofree const char **titles = tz_records_titles (records);
  g_autofree int *match = tz_schema_match (&schema, titles, tz_records_n_columns (records));
  return match[TASK] >= 0;
}

void tz_progress_load (TzProgress *progress, const TzRecords *csv, const TzPeriod *period, TzDiag *diag)
{
  Load load = { progress, csv, period, diag, NULL };
  gboolean complete = load_columns (&load);
  for (int i = 0; complete && i < tz_records_n (csv); i++)
    if (!sums_up (&load, i))
      load_record (&load, i);
  g_free (load.fields);
}
