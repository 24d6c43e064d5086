/* What the words of a report's text name. */
#include "base/intl.h"
#include "base/suggest.h"
#include "compose/letter/letter.h"
#include "compose/report/prose/text.h"

#include <string.h>

static const TzProseEntry *const tables[] = { tz_prose_counts, tz_prose_whole_values, tz_prose_task_values };

/* For each kind of scope: the prefixes that name it ("section." in section.late), and a list whose items are
 * such scopes, for findings. */
static const struct {
  const char *prefixes, *list;
} ofs[TZ_N_OFS] = {
  [TZ_OF_WHOLE] = { "all|全部", NULL },
  [TZ_OF_SECTION] = { "section|部分", "section" },
  [TZ_OF_UNIT] = { "unit|单位", "unit" },
  [TZ_OF_REGION] = { "region|地区", "region" },
  [TZ_OF_PERIOD] = { "period|报告期", "period" },
  [TZ_OF_TASK] = { "task|任务", "tasks" },
  [TZ_OF_RECORD] = { "record|记录", "problems" },
  [TZ_OF_KIND] = { "kind|类别", "problem-kinds" },
  [TZ_OF_ATTACHMENT] = { "attachment|附件", "attachments" },
  [TZ_OF_DEFINITION] = { "definition|口径", "definitions" },
};

/* Keys of [book] by their names in a text. */
static const struct {
  const char *names, *key;
} book_words[] = {
  { "title|标题", "title" },   { "organ|发文机关", "organ" }, { "region|地区", "region" },
  { "label|附件名", "label" }, { "author|作者", "author" },   { "subject|主题", "subject" },
};

/* ── now, before, change ─────────────────────────────────────────────────── */

/* The name that is meant with "late-before", "上期逾期数", "逾期数变化"; NULL if it is none. g_free. */
static char *base_name (const char *word, TzProseWhen when)
{
  static const struct {
    const char *head, *tail;
    TzProseWhen when;
  } forms[] = { { "", "", TZ_WHEN_NOW },
                { "", "-before", TZ_WHEN_BEFORE },
                { "上期", "", TZ_WHEN_BEFORE },
                { "", "-change", TZ_WHEN_CHANGE },
                { "", "变化", TZ_WHEN_CHANGE } };
  gsize n = strlen (word);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    gsize head = strlen (forms[i].head), tail = strlen (forms[i].tail);
    if (forms[i].when == when && n > head + tail && g_str_has_prefix (word, forms[i].head) &&
        g_str_has_suffix (word, forms[i].tail))
      return g_strndup (word + head, n - head - tail);
  }
  return NULL;
}

static const TzProseEntry *find_entry (TzProseOf of, const char *word, TzProseWhen when)
{
  g_autofree char *name = base_name (word, when);
  for (gsize t = 0; name && t < G_N_ELEMENTS (tables); t++)
    for (const TzProseEntry *entry = tables[t]; entry->names; entry++)
      if (entry->of & 1u << of && (when == TZ_WHEN_NOW || entry->compares) &&
          tz_prose_is_named (entry->names, name))
        return entry;
  return NULL;
}

static gboolean take_entry (TzProseOf of, const char *word, TzProseName *name)
{
  for (int when = 0; when < TZ_N_WHENS; when++) {
    name->entry = find_entry (of, word, (TzProseWhen)when);
    if (!name->entry)
      continue;
    name->when = (TzProseWhen)when;
    name->kind = name->entry->kind;
    return TRUE;
  }
  return FALSE;
}

/* ── the book, the ledger ────────────────────────────────────────────────── */

static const TzIniKey *book_value (const TzIni *ini, const char *word)
{
  const TzIniKey *key = tz_ini_lookup (ini, "values", "", word);
  for (gsize i = 0; !key && i < G_N_ELEMENTS (book_words); i++)
    if (tz_prose_is_named (book_words[i].names, word))
      key = tz_ini_lookup (ini, "book", "", book_words[i].key);
  return key ? key : tz_ini_lookup (ini, "book", "", word);
}

static gboolean is_book_word (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (book_words); i++)
    if (tz_prose_is_named (book_words[i].names, word))
      return TRUE;
  return g_strv_contains (tz_form_book_keys (), word) || tz_letter_is_key (word);
}

/* A value of the book. A key that the book may have, but has not, is known and empty. */
static gboolean take_book (const TzProseReader *reader, const char *word, TzProseName *name)
{
  g_autofree char *hyphened = g_strdelimit (g_strdup (word), "_", '-');
  const TzIni *ini = reader->source->ini;
  const TzIniKey *key = ini ? book_value (ini, word) : NULL;
  if (!key && ini)
    key = book_value (ini, hyphened);
  if (!key && !is_book_word (hyphened))
    return FALSE;
  name->kind = TZ_PROSE_TEXT;
  name->key = key;
  return TRUE;
}

static gboolean take_column (const TzProseReader *reader, const char *word, TzProseName *name)
{
  const TzLedger *ledger = reader->source->ledger;
  for (int i = reader->n_nest; i-- > 0;) {
    if (reader->nest[i] != TZ_OF_TASK && reader->nest[i] != TZ_OF_RECORD)
      continue;
    name->kind = TZ_PROSE_TEXT;
    name->up = reader->n_nest - 1 - i;
    for (int col = 0; col < tz_ledger_n_columns (ledger); col++)
      if (tz_schema_column_matches (tz_ledger_column (ledger, col), word)) {
        name->column = col + 1;
        return TRUE;
      }
    const char *const *extra = tz_ledger_extra_titles (ledger);
    for (int e = 0; extra && extra[e]; e++)
      if (g_str_equal (extra[e], word)) {
        name->column = -e - 1;
        return TRUE;
      }
  }
  name->up = 0;
  return FALSE;
}

/* ── findings ────────────────────────────────────────────────────────────── */

static void add_names (GPtrArray *words, const char *names)
{
  char **parts = g_strsplit (names, "|", -1);
  for (char **part = parts; *part; part++)
    g_ptr_array_add (words, *part);
  g_free (parts);
}

static guint nest_bits (const TzProseReader *reader)
{
  guint bits = 0;
  for (int i = 0; i < reader->n_nest; i++)
    bits |= 1u << reader->nest[i];
  return bits;
}

static void add_ini_names (GPtrArray *words, const TzIni *ini)
{
  const TzIniSection *values = ini ? tz_ini_lookup_section (ini, "values", "") : NULL;
  for (int i = 0; values && i < values->n_keys; i++)
    g_ptr_array_add (words, g_strdup (values->keys[i].key));
  for (gsize i = 0; i < G_N_ELEMENTS (book_words); i++)
    add_names (words, book_words[i].names);
}

/* Titles of the ledger's columns, where there is a task to ask: the user has them before her, so they come
 * first. */
static void add_columns (GPtrArray *words, const TzProseReader *reader, guint bits)
{
  const TzLedger *ledger = reader->source->ledger;
  const char *const *extra = tz_ledger_extra_titles (ledger);
  if (!(bits & (1u << TZ_OF_TASK | 1u << TZ_OF_RECORD)))
    return;
  for (int col = 0; col < tz_ledger_n_columns (ledger); col++)
    for (char **title = tz_ledger_column (ledger, col)->titles; title && *title; title++)
      g_ptr_array_add (words, g_strdup (*title));
  for (; extra && *extra; extra++)
    g_ptr_array_add (words, g_strdup (*extra));
}

/* All words that can stand here, for suggestions: names, then key words. */
static GPtrArray *known_words (const TzProseReader *reader)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  guint bits = nest_bits (reader);
  add_columns (words, reader, bits);
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const TzProseEntry *entry = tables[t]; entry->names; entry++)
      if (entry->of & bits)
        add_names (words, entry->names);
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const TzProseEntry *entry = tables[t]; entry->names; entry++)
      if (entry->of & bits && entry->compares) {
        char *first = g_strndup (entry->names, strcspn (entry->names, "|"));
        g_ptr_array_add (words, g_strconcat (first, "-before", NULL));
        g_ptr_array_add (words, g_strconcat (first, "-change", NULL));
        g_free (first);
      }
  add_ini_names (words, reader->source->ini);
  add_names (words, "for|if|else|end|between|list|table|chart|如果|否则|结束|逐项|列出|间隔");
  g_ptr_array_add (words, NULL);
  return words;
}

/* The list in whose items WORD is known; NULL if there is none. */
static const char *belongs_in (const char *word)
{
  TzProseName name = { 0 };
  for (int of = 0; of < TZ_N_OFS; of++)
    if (ofs[of].list && take_entry ((TzProseOf)of, word, &name))
      return ofs[of].list;
  return NULL;
}

static gboolean find_list (const char *word, TzProseList *list)
{
  for (const TzProseList *group = tz_prose_lists; group->names; group++)
    if (tz_prose_is_named (group->names, word)) {
      *list = *group;
      return TRUE;
    }
  for (const TzProseEntry *entry = tz_prose_counts; entry->names; entry++) {
    if (!tz_prose_task_list (entry, list))
      continue;
    if (tz_prose_is_named (entry->names, word))
      return TRUE;
    /* 逾期任务 is the list of 逾期. */
    gsize n = strlen (word), tail = strlen ("任务");
    g_autofree char *base = n > tail && g_str_has_suffix (word, "任务") ? g_strndup (word, n - tail) : NULL;
    if (base && tz_prose_is_named (entry->names, base))
      return TRUE;
  }
  return FALSE;
}

static void report_name (TzProseReader *reader, const TzProseToken *token)
{
  TzPlace place = tz_prose_place (reader, token->at);
  const char *list = belongs_in (token->text);
  GPtrArray *words = known_words (reader);
  const char *near = list ? NULL : tz_suggest (token->text, (const char *const *)words->pdata);
  TzProseList found;
  if (find_list (token->text, &found))
    tz_diag_add (reader->diag, TZ_ERROR, &place, "list-as-value",
                 _ ("“%s” is a list; write {list %s}, or {for %s} … {end}"), token->text, token->text,
                 token->text);
  else if (list)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "misplaced-insertion",
                 _ ("{%s} is not known here; it belongs between {for %s} and its {end}"), token->text, list);
  else if (near)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "unknown-insertion",
                 _ ("there is no {%s}; did you mean {%s}?"), token->text, near);
  else
    tz_diag_add (
        reader->diag, TZ_ERROR, &place, "unknown-insertion",
        _ ("there is no {%s}; give it a value in [values] of the book, or write {{ for a brace that is "
           "meant as text"),
        token->text);
  g_ptr_array_unref (words);
}

/* ── names of values ─────────────────────────────────────────────────────── */

/* "all.late", "部分.逾期": the rest of WORD and how far out; NULL if WORD has no such prefix. */
static const char *prefixed (const TzProseReader *reader, const char *word, int *up)
{
  const char *point = strchr (word, '.');
  g_autofree char *prefix = point ? g_strndup (word, (gsize)(point - word)) : NULL;
  for (int i = reader->n_nest; prefix && i-- > 0;)
    if (tz_prose_is_named (ofs[reader->nest[i]].prefixes, prefix)) {
      *up = reader->n_nest - 1 - i;
      return point + 1;
    }
  return NULL;
}

/* A count that is not known of single periods would silently be that of the whole in a loop over periods: an
 * error. */
static gboolean check_period (TzProseReader *reader, const TzProseToken *token, const TzProseName *name)
{
  gboolean passed = FALSE;
  for (int i = 0; i < name->up; i++)
    passed |= reader->nest[reader->n_nest - 1 - i] == TZ_OF_PERIOD;
  if (!passed || !tz_prose_counts_tasks (name->entry))
    return TRUE;
  TzPlace place = tz_prose_place (reader, token->at);
  tz_diag_add (reader->diag, TZ_ERROR, &place, "misplaced-insertion",
               _ ("{%s} is not known of single periods; write {all.%s} for the period of the report"),
               token->text, token->text);
  return FALSE;
}

gboolean tz_prose_resolve (TzProseReader *reader, const TzProseToken *token, TzProseName *name)
{
  *name = (TzProseName){ 0 };
  if (token->kind != TZ_TOKEN_WORD && token->kind != TZ_TOKEN_QUOTED) {
    tz_prose_unexpected (reader, token);
    return FALSE;
  }
  const char *rest = prefixed (reader, token->text, &name->up);
  if (rest && take_entry (reader->nest[reader->n_nest - 1 - name->up], rest, name))
    return TRUE;
  for (name->up = 0; name->up < reader->n_nest; name->up++)
    if (take_entry (reader->nest[reader->n_nest - 1 - name->up], token->text, name))
      return check_period (reader, token, name);
  name->up = 0;
  if (take_column (reader, token->text, name) || take_book (reader, token->text, name))
    return TRUE;
  report_name (reader, token);
  return FALSE;
}

/* ── names of lists ──────────────────────────────────────────────────────── */

static void report_list (TzProseReader *reader, const TzProseToken *token)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  TzPlace place = tz_prose_place (reader, token->at);
  TzProseList list;
  for (const TzProseList *group = tz_prose_lists; group->names; group++)
    add_names (words, group->names);
  for (const TzProseEntry *entry = tz_prose_counts; entry->names; entry++)
    if (tz_prose_task_list (entry, &list))
      add_names (words, entry->names);
  g_ptr_array_add (words, NULL);
  const char *near = tz_suggest (token->text, (const char *const *)words->pdata);
  if (near)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "unknown-list",
                 _ ("there is no list “%s”; did you mean “%s”?"), token->text, near);
  else
    tz_diag_add (
        reader->diag, TZ_ERROR, &place, "unknown-list",
        _ ("there is no list “%s”; write section, unit, region, tasks, done, late, due-next, problems …"),
        token->text);
  g_ptr_array_unref (words);
}

gboolean tz_prose_resolve_list (TzProseReader *reader, const TzProseToken *token, TzProseList *list)
{
  TzProseOf here = reader->nest[reader->n_nest - 1];
  gboolean word = token->kind == TZ_TOKEN_WORD || token->kind == TZ_TOKEN_QUOTED;
  if (!word) {
    tz_prose_unexpected (reader, token);
  } else if (!find_list (token->text, list)) {
    report_list (reader, token);
  } else if (!(list->in & 1u << here)) {
    TzPlace place = tz_prose_place (reader, token->at);
    tz_diag_add (reader->diag, TZ_ERROR, &place, "misplaced-list",
                 _ ("nothing is known of “%s” between {for %s} and its {end}; move it out of there"),
                 token->text, ofs[here].list);
  } else {
    return TRUE;
  }
  *list = (TzProseList){ 0 };
  return FALSE;
}
