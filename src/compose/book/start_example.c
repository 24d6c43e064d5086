/* A book with data to try. Whatever the form, the book has a ledger, progress and a report; a table in a form
 * of other tables, or an official document, stands beside them. */
#include "base/data.h"
#include "base/intl.h"
#include "compose/book/start.h"
#include "compose/form/example.h"
#include "compose/form/form.h"
#include "compose/letter/example.h"
#include "model/load.h"
#include "read/encoding.h"
#include "read/ini_write.h"

#include <string.h>

#define LEDGER_FORM "ledger"
#define BOM         "\xEF\xBB\xBF" /* Excel takes a CSV without it for one in the system's own encoding */

static const char organ[] = TZ_EXAMPLE_REGION "发展和改革局";
static const char ledger_title[] = TZ_EXAMPLE_REGION "用电服务提升重点任务台账";
static const char table_title[] = TZ_EXAMPLE_REGION "用电服务情况表";

typedef struct {
  TzTemplate *form;   /* the one that was asked for */
  TzTemplate *ledger; /* that of the tasks; may be the same */
  const char *name;   /* of FORM, as a book says it */
  GPtrArray *files;
  TzDiag *diag;
} Start;

/* ---- data ---- */

static void add_text (const Start *s, const char *name, const char *mark, const char *text)
{
  char *bytes = g_strconcat (mark, text, NULL);
  tz_start_add (s->files, name, bytes, strlen (bytes));
}

/* Done, under way, not begun: as tasks are on the way, further in the second period than in the first. */
static void add_report (GString *csv, const char *period, const char *id, int task, gboolean later)
{
  static const struct {
    const char *status, *percent, *done;
  } stages[] = { { "未启动", "0", "" },
                 { "推进中", "40", "已制定方案，正在组织实施。" },
                 { "推进中", "70", "主要工作已经完成，正在总结。" },
                 { "已完成", "100", "已全部完成，转入日常管理。" } };
  int stage = (task < 2 ? 2 : task < 5 ? 1 : 0) + (later ? 1 : 0);
  const char *problem = later && task == 3 ? "部分项目的用地手续还在办理。" : "";
  g_string_append_printf (csv, "%s,%s,%s,%s,%s,%s,%s\r\n", period, id, stages[stage].status,
                          stages[stage].percent, stages[stage].done, problem, stage < 3 ? "按计划推进。" : "");
}

/* What was reported on the tasks in CSV, as the ledger's form numbers them. g_free. */
static char *progress_of (const Start *s, const char *csv)
{
  static const char *const periods[] = { "2021Q1", "2021Q2" };
  GString *progress = g_string_new ("报送期,任务编号,状态,完成率,完成情况,存在问题,下一步计划\r\n");
  TzRecords *records = tz_csv_parse (csv, strlen (csv), "tasks.csv", ',', s->diag);
  TzFormSource source = { .stem = "tasks" };
  TzTemplate *adapted = records ? tz_template_adapt (s->ledger, records, &source, s->diag) : NULL;
  TzLedger *ledger = adapted ? tz_ledger_load (records, tz_template_schema (adapted), s->diag) : NULL;
  for (gsize p = 0; ledger && p < G_N_ELEMENTS (periods); p++)
    for (int i = 0; i < tz_ledger_n_tasks (ledger); i++)
      add_report (progress, periods[p], tz_ledger_task (ledger, i)->id, i, p > 0);
  tz_ledger_free (ledger);
  tz_template_free (adapted);
  tz_records_free (records);
  return g_string_free (progress, FALSE);
}

static void add_tasks (const Start *s)
{
  g_autofree char *csv = tz_form_example (s->ledger), *progress = progress_of (s, csv);
  add_text (s, "tasks.csv", BOM, csv);
  add_text (s, "progress.csv", BOM, progress);
}

/* The text that reports have where a book names none, for people to change. */
static void add_report_text (const Start *s)
{
  g_autofree char *folder = tz_data_path ("templates"), *path = g_build_filename (folder, "report.txt", NULL);
  gsize length;
  char *text = tz_text_load (path, path, NULL, s->diag, &length);
  if (text)
    tz_start_add (s->files, "report.txt", text, length);
}

/* ---- the book ---- */

#define KEYS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* KEYS are keys and values in turn. */
static void write_section (GString *out, const char *remark, const char *kind, const char *name,
                           const char *const *keys)
{
  TzIni *ini = tz_ini_new ("");
  for (int i = 0; keys[i]; i += 2)
    tz_ini_put (ini, kind, name, keys[i], keys[i + 1]);
  g_string_append_c (out, '\n');
  tz_ini_write_remark (out, remark);
  tz_ini_write_section (out, tz_ini_section (ini, 0));
  tz_ini_free (ini);
}

static gboolean is_ledger (const Start *s)
{
  return s->form == s->ledger;
}

static void write_head (const Start *s, GString *out)
{
  g_autofree char *head =
      g_strdup_printf (_ ("A book in the form “%s”. All data in this folder are invented: put your own in "
                          "their place.\n"
                          "taizhang build book.ini    makes all documents, in the folder out\n"
                          "taizhang report book.ini   makes the progress report\n"
                          "taizhang templates %s   describes the form: its columns, its texts\n"
                          "A line that begins with “;” does not count. README.md tells what else a book may "
                          "have."),
                       s->name, s->name);
  tz_ini_write_remark (out, head);
  write_section (out,
                 _ ("period, as-of: what is reported on, and the day that counts as today. tasks: one row "
                    "a task; progress: what was reported on them."),
                 "book", "",
                 KEYS ("template", is_ledger (s) ? s->name : LEDGER_FORM, "region", TZ_EXAMPLE_REGION, "organ",
                       organ, "period", "2021Q2", "as-of", "2021-06-30", "tasks", "tasks.csv", "progress",
                       "progress.csv"));
  g_string_append_c (out, '\n');
  tz_ini_write_remark (out, _ ("One name, many spellings, where the data have several:"));
  tz_ini_write_remark (out, "[units]");
  tz_ini_write_hint (out, "县供电公司", "国网示例县供电公司; 供电公司");
}

static void write_documents (const Start *s, GString *out)
{
  const char *kind = s->form->kind == TZ_FORM_LETTER ? "letter" : "table";
  write_section (out, _ ("The ledger. label and title stand above it, in place of those of the form."),
                 "document", "ledger", KEYS ("kind", "ledger", "label", "附件", "title", ledger_title));
  if (s->form->kind == TZ_FORM_LETTER)
    write_section (out, _ ("The official document; its text is a plain file, one paragraph a line."),
                   "document", kind, KEYS ("kind", kind, "template", s->name, "text", "letter.txt"));
  else if (!is_ledger (s))
    write_section (out, _ ("The table."), "document", kind,
                   KEYS ("kind", kind, "template", s->name, "data", "table.csv", "title", table_title));
  write_section (out, _ ("The report, with the ledger bound behind it; what stands in braces is filled in."),
                 "document", "report", KEYS ("kind", "report", "text", "report.txt", "attachments", "ledger"));
}

static void add_book (const Start *s)
{
  GString *out = g_string_new (NULL);
  write_head (s, out);
  write_documents (s, out);
  gsize length = out->len;
  tz_start_add (s->files, TZ_START_BOOK, g_string_free (out, FALSE), length);
}

/* ---- all of it ---- */

static TzTemplate *load (const char *name, TzDiag *diag)
{
  TzIni *over = tz_ini_new (TZ_START_BOOK);
  tz_ini_put (over, "book", "", "region", TZ_EXAMPLE_REGION);
  TzTemplate *form = tz_template_load (name, over, NULL, diag);
  tz_ini_free (over);
  return form;
}

/* The rows or the text of a form that is none of ledgers. One that infers its columns takes any rows. */
static void add_other (const Start *s)
{
  g_autofree char *text = s->form->kind == TZ_FORM_LETTER ? tz_letter_example (s->form)
                          : s->form->table.infer          ? tz_form_example (s->ledger)
                                                          : tz_form_example (s->form);
  if (s->form->kind == TZ_FORM_LETTER)
    add_text (s, "letter.txt", "", text);
  else
    add_text (s, "table.csv", BOM, text);
}

GPtrArray *tz_start_example (const char *template_name, TzDiag *diag)
{
  Start s = { .form = load (template_name, diag), .name = template_name, .diag = diag };
  if (!s.form)
    return NULL;
  gboolean of_tasks = s.form->kind == TZ_FORM_LEDGER && !s.form->table.infer && s.form->n_columns > 0;
  s.ledger = of_tasks ? s.form : load (LEDGER_FORM, diag);
  s.files = tz_start_new ();
  if (s.ledger) {
    add_book (&s);
    add_tasks (&s);
    if (!is_ledger (&s))
      add_other (&s);
    add_report_text (&s);
  }
  if (s.ledger != s.form)
    tz_template_free (s.ledger);
  tz_template_free (s.form);
  return s.files;
}
