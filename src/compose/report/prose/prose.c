#include "compose/report/prose/prose.h"

#include "base/intl.h"
#include "compose/report/prose/text.h"

#include <string.h>

enum { MAX_TEXT = 4 * 1024 * 1024 }; /* bytes: more than a thousand pages */

/* ── writing ─────────────────────────────────────────────────────────────── */

/* The text as it is written. */
typedef struct {
  TzProseRun run;
  const TzProseReader *reader;
  gboolean told; /* that there is too much */
  TzFilledText *text;
  int line;    /* of the source, for the line being written; 0: nothing stands on it */
  gssize stop; /* where a value's own full stop begins that a mark behind it replaces; -1: none */
} Writer;

/* Where the writing stands, to come back to. */
typedef struct {
  gsize length;
  guint n_lines;
  int line;
  gssize stop;
} Mark;

static gsize length_of (const Writer *w)
{
  return w->text->text->len;
}

static Mark mark_here (const Writer *w)
{
  return (Mark){ length_of (w), w->text->lines->len, w->line, w->stop };
}

static void go_back (Writer *w, Mark mark)
{
  tz_filled_text_truncate (w->text, mark.length);
  g_array_set_size (w->text->lines, mark.n_lines);
  w->line = mark.line;
  w->stop = mark.stop;
}

static gboolean starts_with_mark (const char *text)
{
  static const char marks[] = "，。；：、！？）（";
  return *text != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (text)) != NULL;
}

static void write_words (Writer *w, const char *words, TzFrom from, int line)
{
  if (*words == '\0')
    return;
  if (w->stop == (gssize)length_of (w) - (gssize)strlen ("。") && starts_with_mark (words))
    tz_filled_text_truncate (w->text, (gsize)w->stop);
  w->stop = -1;
  if (w->line == 0)
    w->line = line;
  tz_filled_text_add (w->text, words, from);
  w->run.over |= length_of (w) > MAX_TEXT;
}

static void end_line (Writer *w, int line)
{
  w->stop = -1;
  line = w->line > 0 ? w->line : line;
  g_array_append_val (w->text->lines, line);
  w->line = 0;
  tz_filled_text_add (w->text, "\n", TZ_FROM_AUTHOR);
}

/* Text of the author's own; a brace in it was written twice, is meant as text, and must not ask for a table. */
static void write_text (Writer *w, const char *text, int line)
{
  for (const char *p = text; *p != '\0';) {
    gsize n = *p == '{' ? 1 : strcspn (p, "{");
    g_autofree char *part = g_strndup (p, n);
    write_words (w, part, *p == '{' ? TZ_FROM_DATA : TZ_FROM_AUTHOR, line);
    p += n;
  }
}

/* A value of several lines becomes one line of clauses with ； between them: paragraphs are what the author's
 * lines make. g_free. */
static char *one_paragraph (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *all = g_string_new (NULL);
  for (char **line = lines; *line; line++) {
    const char *clause = g_strstrip (*line);
    if (*clause == '\0')
      continue;
    gboolean marked = all->len == 0;
    for (const char *const *mark = (const char *const[]){ "。", "；", "，", "、", "：", "！", "？", NULL };
         *mark; mark++)
      marked |= g_str_has_suffix (all->str, *mark);
    g_string_append_printf (all, "%s%s", marked ? "" : "；", clause);
  }
  return g_string_free (all, FALSE);
}

static void write_value (Writer *w, const TzProseValue *value, int line)
{
  g_autofree char *clean = one_paragraph (value->text);
  write_words (w, clean, value->from, line);
  if (g_str_has_suffix (clean, "。") || g_str_has_suffix (clean, "；"))
    w->stop = (gssize)(length_of (w) - strlen ("。"));
}

/* ── nodes ───────────────────────────────────────────────────────────────── */

static void run_block (Writer *w, const TzProseScope *scope, const GPtrArray *block);

/* The task or group that SCOPE is about, for findings; NULL: the whole. Lent. */
static const char *about (const TzProseScope *scope)
{
  for (; scope; scope = scope->outer) {
    if (scope->task >= 0)
      return tz_ledger_task (scope->run->source->ledger, scope->task)->id;
    if (scope->name)
      return scope->name;
  }
  return NULL;
}

/* Tells that the value of NODE is missing or empty; once for each place of the text, not each turn of a loop.
 */
static void report_none (Writer *w, const TzProseScope *scope, TzProseNode *node, const TzProseValue *value)
{
  TzPlace place = tz_prose_place (w->reader, node->at);
  const char *whose = about (scope);
  if (node->told)
    return;
  node->told = TRUE;
  TzSeverity severity = value->kind == TZ_PROSE_NONE ? TZ_ERROR : TZ_WARNING;
  if (node->name.when != TZ_WHEN_NOW)
    tz_diag_add (
        w->run.diag, severity, &place, "no-value",
        _ ("{%s} has no value: nothing was reported for the period before; write {if has-before} … {end} "
           "around it"),
        node->text);
  else if (whose)
    tz_diag_add (w->run.diag, severity, &place, "no-value",
                 _ ("{%s} has no value for “%s”; write {if %s} … {end} around it, or fill the value in"),
                 node->text, whose, node->text);
  else
    tz_diag_add (w->run.diag, severity, &place, "no-value",
                 _ ("{%s} has no value; write {if %s} … {end} around it, or fill the value in"), node->text,
                 node->text);
}

static void run_value (Writer *w, const TzProseScope *scope, TzProseNode *node)
{
  TzProseValue value;
  tz_prose_get (scope, &node->name, &value);
  if (!w->run.over && (value.kind == TZ_PROSE_NONE || *value.text == '\0'))
    report_none (w, scope, node, &value);
  else if (value.text)
    write_value (w, &value, node->line);
  tz_prose_value_clear (&value);
}

/* Hands {table NAME} on to the reader of the letter; a table without rows is left out with a warning. */
static void run_exhibit (Writer *w, TzProseNode *node, gboolean chart)
{
  const TzProseSource *source = w->run.source;
  if (!source->has_exhibit || source->has_exhibit (source->self, chart, node->text)) {
    g_autofree char *words = g_strdup_printf (chart ? "{chart %s}" : "{table %s}", node->text);
    write_words (w, words, TZ_FROM_AUTHOR, node->line);
    return;
  }
  TzPlace place = tz_prose_place (w->reader, node->at);
  if (!node->told)
    tz_diag_add (w->run.diag, TZ_WARNING, &place, "empty-figure",
                 chart ? _ ("there is nothing to show in the chart “%s” this time, so it is left out; write a "
                            "condition such as {if late > 0} … {end} around it")
                       : _ ("there is nothing to show in the table “%s” this time, so it is left out; write a "
                            "condition such as {if late > 0} … {end} around it"),
                 node->text);
  node->told = TRUE;
}

/* Whether what stands between two items ends their line: then the last one's ends, too. */
static gboolean ends_line (const GPtrArray *between)
{
  const TzProseNode *last = between && between->len > 0 ? between->pdata[between->len - 1] : NULL;
  return last && last->kind == TZ_NODE_LINE_END;
}

/* An item that printed nothing gets no separator: what was written for it is taken back. */
static void run_for (Writer *w, const TzProseScope *scope, const TzProseNode *node)
{
  GPtrArray *items = tz_prose_items (scope, node);
  gboolean said = FALSE;
  for (guint i = 0; i < items->len && !w->run.over; i++) {
    Mark before = mark_here (w);
    if (said && node->between)
      run_block (w, items->pdata[i], node->between);
    Mark between = mark_here (w);
    run_block (w, items->pdata[i], node->body);
    if (length_of (w) == between.length)
      go_back (w, before);
    else
      said = TRUE;
  }
  if (said && ends_line (node->between) && w->line > 0)
    end_line (w, node->line);
  if (items->len == 0 && node->other)
    run_block (w, scope, node->other);
  g_ptr_array_unref (items);
}

static void run_node (Writer *w, const TzProseScope *scope, TzProseNode *node)
{
  switch (node->kind) {
  case TZ_NODE_TEXT:
    write_text (w, node->text, node->line);
    break;
  case TZ_NODE_LINE_END:
    end_line (w, node->line);
    break;
  case TZ_NODE_VALUE:
    run_value (w, scope, node);
    break;
  case TZ_NODE_IF:
    if (tz_prose_holds (scope, node->cond))
      run_block (w, scope, node->body);
    else if (node->other)
      run_block (w, scope, node->other);
    break;
  case TZ_NODE_FOR:
    run_for (w, scope, node);
    break;
  case TZ_NODE_TABLE:
  case TZ_NODE_CHART:
    run_exhibit (w, node, node->kind == TZ_NODE_CHART);
    break;
  }
}

static void run_block (Writer *w, const TzProseScope *scope, const GPtrArray *block)
{
  for (guint i = 0; i < block->len; i++) {
    TzProseNode *node = block->pdata[i];
    if (!tz_prose_step (&w->run, 1))
      return;
    run_node (w, scope, node);
    if (!w->run.over || w->told)
      continue;
    TzPlace place = tz_prose_place (w->reader, node->at);
    w->told = TRUE;
    tz_diag_add (
        w->run.diag, TZ_ERROR, &place, "text-too-long",
        _ ("the text grows beyond all measure here; take a repetition out, or limit it with first 10"));
  }
}

/* ── the whole ───────────────────────────────────────────────────────────── */

static void read_lists (TzProseRun *run)
{
  gsize n_tasks = (gsize)tz_ledger_n_tasks (run->source->ledger);
  for (int list = 0; list < TZ_N_LISTS; list++) {
    int n;
    const int *tasks = tz_stats_list (run->source->stats, (TzStatsList)list, &n);
    run->listed[list] = g_new0 (gboolean, n_tasks + 1);
    for (int i = 0; i < n; i++)
      run->listed[list][tasks[i]] = TRUE;
  }
}

static TzFilledText *fill_in (const TzProseReader *reader, const GPtrArray *block)
{
  Writer w = { .run = { .source = reader->source, .diag = reader->diag },
               .reader = reader,
               .text = tz_filled_text_new (),
               .stop = -1 };
  read_lists (&w.run);
  TzProseScope *whole = tz_prose_scope_new (NULL, TZ_OF_WHOLE);
  whole->run = &w.run;
  whole->members = g_array_new (FALSE, FALSE, sizeof (int));
  for (int task = 0; task < tz_ledger_n_tasks (reader->source->ledger); task++)
    g_array_append_val (whole->members, task);
  run_block (&w, whole, block);
  if (w.line > 0)
    g_array_append_val (w.text->lines, w.line);
  tz_prose_scope_free (whole);
  for (int list = 0; list < TZ_N_LISTS; list++)
    g_free (w.run.listed[list]);
  return w.text;
}

TzFilledText *tz_prose_expand (const char *text, const char *shown, const TzProseSource *source, TzDiag *diag)
{
  guint errors = tz_diag_n_errors (diag);
  TzProseReader reader = { .text = text, .shown = shown, .source = source, .diag = diag };
  TzFilledText *answer = NULL;
  tz_prose_cut (&reader);
  GPtrArray *block = tz_prose_parse (&reader);
  if (tz_diag_n_errors (diag) == errors)
    answer = fill_in (&reader, block);
  if (tz_diag_n_errors (diag) > errors)
    g_clear_pointer (&answer, tz_filled_text_free);
  g_ptr_array_unref (block);
  g_ptr_array_unref (reader.pieces);
  if (reader.tokens)
    g_ptr_array_unref (reader.tokens);
  g_array_unref (reader.line_starts);
  return answer;
}
