#include "model/load.h"

#include "base/decimal.h"
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "model/clean.h"
#include "model/damage.h"
#include "model/ledger_data.h"
#include "model/merged.h"
#include "model/numeral.h"
#include "model/total_label.h"
#include "model/values.h"

#include <string.h>

/* Bits of a cell's column; no line of a file that can be read is as long. */
#define MAX_COLUMN ((1u << 30) - 1)

typedef struct {
  const TzRecords *csv;
  const TzSchema *schema;
  TzLedger *ledger;
  TzDiag *diag;
} Load;

static gboolean stands_alone (const TzRow *record)
{
  if (record->n_fields < 2 || *record->fields[0].text == '\0')
    return FALSE;
  for (int i = 1; i < record->n_fields; i++)
    if (*record->fields[i].text != '\0')
      return FALSE;
  /* A number alone is a row of a form whose other cells are still empty. */
  return tz_numeral_parse (record->fields[0].text) < 0;
}

/* A record whose class nobody knows is a heading where its first cell stands alone. */
static gboolean may_be_heading (const TzRecords *records, int i)
{
  TzRowClass cls = tz_records_class (records, i);
  return cls == TZ_CLASS_UNKNOWN ? stands_alone (tz_records_get (records, i)) : cls == TZ_CLASS_HEADING;
}

gboolean tz_records_have_headings (const TzRecords *records)
{
  for (int i = 0; i < tz_records_n (records); i++)
    if (!may_be_heading (records, i))
      return TRUE;
  return FALSE;
}

gboolean tz_record_is_heading (const TzRecords *records, int i, gboolean headings)
{
  return headings && may_be_heading (records, i);
}

gboolean tz_record_is_share (const TzRecords *records, int i)
{
  int n = tz_records_n_columns (records), col = 0;
  while (col < n && *tz_records_text (records, i, col) == '\0')
    col++;
  if (col == n || tz_label_kind (tz_records_text (records, i, col)) != TZ_LABEL_SHARE)
    return FALSE;
  for (col++; col < n; col++) {
    TzDecimal *figure = tz_decimal_parse (tz_records_text (records, i, col));
    if (figure) {
      tz_decimal_free (figure);
      return TRUE;
    }
  }
  return FALSE;
}

/* ── columns ─────────────────────────────────────────────────────────────── */

/* Titles of the CSV that belong to no column of the form: for "did you mean". */
static const char **spare_titles (const Load *load, const char **titles, const int *match, int n_titles)
{
  GPtrArray *spare = g_ptr_array_new ();
  for (int i = 0; i < n_titles; i++) {
    gboolean taken = FALSE;
    for (int c = 0; c < load->schema->n_columns; c++)
      taken |= match[c] == i;
    if (!taken && *titles[i] != '\0')
      g_ptr_array_add (spare, (gpointer)titles[i]);
  }
  g_ptr_array_add (spare, NULL);
  return (const char **)g_ptr_array_free (spare, FALSE);
}

static const char *column_name (const TzSchemaColumn *column)
{
  return column->titles && column->titles[0] && *column->titles[0] != '\0' ? column->titles[0] : column->key;
}

/* A title that contains the other is near, too: 责任单位, 责任单位及负责人. But a whole first
 * line that was read as one title, since its commas are full-width, is near nothing. */
static const char *find_near (const char *title, const char *const *spare)
{
  const char *near = tz_suggest (title, spare);
  for (; !near && *spare; spare++)
    if (!strstr (*spare, "，") && !strstr (*spare, "；") && g_utf8_strlen (*spare, -1) > 1 &&
        (strstr (*spare, title) || strstr (title, *spare)))
      near = *spare;
  return near;
}

static void report_missing (const Load *load, const TzSchemaColumn *column, const char *const *spare)
{
  TzPlace place = tz_records_title_place (load->csv, 0);
  const char *near = NULL;
  for (char **title = column->titles; title && *title && !near; title++)
    near = find_near (*title, spare);
  if (near)
    tz_diag_add (load->diag, TZ_ERROR, &place, "missing-column",
                 _ ("the column “%s” (%s) is missing; did you mean “%s”? Then correct that title"),
                 column_name (column), column->key, near);
  else
    tz_diag_add (load->diag, TZ_ERROR, &place, "missing-column",
                 _ ("the column “%s” (%s) is missing; add it, with its title in the first line"),
                 column_name (column), column->key);
}

/* The ledger's columns: those that the data have, and those that the form prints empty. */
static gboolean choose_columns (Load *load, const int *match, const char *const *spare)
{
  TzLedger *ledger = load->ledger;
  gboolean complete = TRUE;
  ledger->schema_cols = g_new (int, (gsize)load->schema->n_columns + 1);
  ledger->fields = g_new (int, (gsize)load->schema->n_columns + 1);
  for (int c = 0; c < load->schema->n_columns; c++) {
    const TzSchemaColumn *column = &load->schema->columns[c];
    if (match[c] < 0 && column->need == TZ_NEED_REQUIRED) {
      report_missing (load, column, spare);
      complete = FALSE;
    }
    if (match[c] < 0 && column->need != TZ_NEED_BLANK)
      continue;
    ledger->schema_cols[ledger->n_cols] = c;
    ledger->fields[ledger->n_cols++] = match[c];
  }
  return complete;
}

/* The titles of the columns that may be missing and are. The required ones are
 * reported by themselves. */
static const char **optional_titles (const Load *load, const int *match)
{
  GPtrArray *titles = g_ptr_array_new ();
  for (int c = 0; c < load->schema->n_columns; c++) {
    const TzSchemaColumn *column = &load->schema->columns[c];
    for (char **title = column->titles; match[c] < 0 && column->need != TZ_NEED_REQUIRED && title && *title;
         title++)
      g_ptr_array_add (titles, *title);
  }
  g_ptr_array_add (titles, NULL);
  return (const char **)g_ptr_array_free (titles, FALSE);
}

static void report_extra (const Load *load, const char *title, const char *const *missing, const TzPlace *place)
{
  const char *near = tz_suggest (title, missing);
  if (near)
    tz_diag_add (
        load->diag, TZ_WARNING, place, "extra-column",
        _ ("the form has no column “%s”, so it is not printed; did you mean “%s”? Then correct its title"),
        title, near);
  else
    tz_diag_add (
        load->diag, TZ_WARNING, place, "extra-column",
        _ ("the form has no column “%s”, so it is not printed; correct its title, or add a [column …] for "
           "it"),
        title);
}

/* The title that was taken for the column which TITLE names, too; -1: there is none. */
static int find_twin (const Load *load, const int *match, const char *title)
{
  for (int c = 0; c < load->schema->n_columns; c++)
    if (match[c] >= 0 && tz_schema_column_matches (&load->schema->columns[c], title))
      return match[c];
  return -1;
}

/* Two columns of the data for one of the form. Under one title nobody can tell which is meant. */
static void report_twin (const Load *load, const char **titles, int first, int second)
{
  TzPlace place = tz_records_title_place (load->csv, second),
          before = tz_records_title_place (load->csv, first);
  char cell[16], other[16];
  tz_place_address (&place, cell);
  tz_place_address (&before, other);
  g_autofree char *folded = tz_title_fold (titles[first]), *twin = tz_title_fold (titles[second]);
  if (g_str_equal (folded, twin))
    tz_diag_add (load->diag, TZ_ERROR, &place, "duplicate-title",
                 _ ("the title “%s” stands twice (%s and %s); give each column its own"), titles[second], other,
                 cell);
  else
    tz_diag_add (
        load->diag, TZ_WARNING, &place, "extra-column",
        _ ("the column “%s” is not printed, since “%s” (%s) was taken for the same column of the form; "
           "add a [column …] for it, or correct its title"),
        titles[second], titles[first], other);
}

static gboolean has_texts (const Load *load, int field)
{
  for (int i = 0; i < tz_records_n (load->csv); i++) {
    const TzRow *record = tz_records_get (load->csv, i);
    if (field < record->n_fields && *record->fields[field].text != '\0')
      return TRUE;
  }
  return FALSE;
}

/* Title I belongs to no column of the form, or to one that has its data already. */
static void report_spare (const Load *load, const int *match, const char **titles, int i,
                          const char *const *missing)
{
  TzPlace place = tz_records_title_place (load->csv, i);
  int twin = find_twin (load, match, titles[i]);
  if (twin >= 0)
    report_twin (load, titles, twin, i);
  else if (*titles[i] != '\0')
    report_extra (load, titles[i], missing, &place);
  else if (has_texts (load, i))
    tz_diag_add (
        load->diag, TZ_WARNING, &place, "extra-column",
        _ ("this column has no title, so it is not printed; give it one of the form's titles, or empty "
           "its cells"));
}

static void keep_extra (Load *load, const int *match, const char **titles, int n_titles)
{
  GPtrArray *extra = g_ptr_array_new ();
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree const char **missing = optional_titles (load, match);
  for (int i = 0; i < n_titles; i++) {
    gboolean taken = FALSE;
    for (int c = 0; c < load->schema->n_columns; c++)
      taken |= match[c] == i;
    if (taken)
      continue;
    g_ptr_array_add (extra, g_strdup (titles[i]));
    g_array_append_val (fields, i);
    report_spare (load, match, titles, i, missing);
  }
  g_ptr_array_add (extra, NULL);
  load->ledger->extra_titles = (char **)g_ptr_array_free (extra, FALSE);
  load->ledger->extra_fields = (int *)g_array_free (fields, FALSE);
}

static gboolean load_columns (Load *load)
{
  int n_titles = tz_records_n_columns (load->csv);
  const char **titles = tz_records_titles (load->csv);
  int *match = tz_schema_match (load->schema, titles, n_titles);
  const char **spare = spare_titles (load, titles, match, n_titles);
  gboolean complete = choose_columns (load, match, spare);
  keep_extra (load, match, titles, n_titles);
  if (complete && load->ledger->n_cols == 0) {
    TzPlace place = tz_records_title_place (load->csv, 0);
    tz_diag_add (load->diag, TZ_ERROR, &place, "missing-column",
                 _ ("none of the form's columns is in the first line; check that it holds the column titles"));
    complete = FALSE;
  }
  g_free (titles);
  g_free (spare);
  g_free (match);
  return complete;
}

/* ── texts ───────────────────────────────────────────────────────────────── */

typedef struct {
  guint flaw;
  const char *code;
  const char *message; /* has one %s: the beginning of the text */
} Flaw;

static const Flaw flaws[] = {
  { TZ_CLEAN_TAGS, "leftover-tags",
    N_ ("“%s” contains web page marks such as <p> or <br>; delete them, or let -s book.clean=tags do so") },
  { TZ_CLEAN_SPACES, "stray-space",
    N_ ("“%s” has a blank between two Chinese characters; delete it, or let -s book.clean=spaces do so") },
  { TZ_CLEAN_NBSP, "odd-space",
    N_ ("“%s” contains blanks that are not plain spaces; replace them, or let -s book.clean=nbsp do so") },
  { TZ_CLEAN_DOUBLED, "doubled-space",
    N_ ("“%s” has several blanks in a row; delete them, or let -s book.clean=doubled do so") },
  { TZ_FLAW_MOJIBAKE, "garbled-text",
    N_ ("“%s” looks garbled by a wrong encoding; open the original file and save it again as “CSV UTF-8”") },
  { TZ_FLAW_CONTROL, "control-character",
    N_ ("“%s” contains invisible control characters, which are left out; delete them") },
  { TZ_FLAW_REPLACEMENT, "lost-character",
    N_ ("“%s” contains the mark � for characters that were lost; type them again from the original") },
};

static void report_flaw (const Load *load, const Flaw *flaw, const char *text, const TzPlace *place)
{
  char *excerpt = tz_utf8_excerpt (text, 16);
  tz_diag_add (load->diag, TZ_WARNING, place, flaw->code, _ (flaw->message), excerpt);
  g_free (excerpt);
}

/* The text of a field, checked, and cleaned as far as the office asked. */
static const char *clean_text (const Load *load, const char *text, const TzPlace *place)
{
  guint found = tz_text_flaws (text), clean = load->schema->clean;
  if (found == 0)
    return text;
  for (gsize i = 0; i < G_N_ELEMENTS (flaws); i++)
    if (found & flaws[i].flaw & ~clean)
      report_flaw (load, &flaws[i], text, place);
  if (!(found & (clean | TZ_FLAW_CONTROL)))
    return text;
  char *cleaned = tz_text_clean (text, clean);
  const char *kept = tz_texts_keep (load->ledger->texts, cleaned);
  g_free (cleaned);
  return kept;
}

/* TEXT behind as many full-width blanks as the cell of a workbook is indented by steps. */
static const char *with_steps (const Load *load, int i, int field, const char *text)
{
  const TzFieldFacts *facts = tz_rows_facts (tz_records_rows (load->csv), tz_records_row (load->csv, i), field);
  if (!facts || facts->indent == 0 || *text == '\0')
    return text;
  GString *indented = g_string_new (NULL);
  for (int step = 0; step < facts->indent; step++)
    g_string_append (indented, "　");
  g_string_append (indented, text);
  const char *kept = tz_texts_keep (load->ledger->texts, indented->str);
  g_string_free (indented, TRUE);
  return kept;
}

/* Full-width blanks before a text, or an indent, are its level in a hierarchy, but before a number, a name or a
 * date mere white space. */
static const char *indented_text (const Load *load, int i, int field, const TzSchemaColumn *column)
{
  const char *text = tz_records_text (load->csv, i, field);
  gboolean kept =
      column->type == TZ_VALUE_TEXT && (column->means == TZ_MEANS_NOTHING || column->means == TZ_MEANS_NAME ||
                                        column->means == TZ_MEANS_CONTENT);
  return kept ? with_steps (load, i, field, text) : tz_utf8_skip_blanks (text, text + strlen (text));
}

/* The text of a field as it is printed: its indent stays as it is. */
static const char *load_text (const Load *load, const char *text, const TzPlace *place)
{
  const char *bare = tz_utf8_skip_blanks (text, text + strlen (text)),
             *cleaned = clean_text (load, bare, place);
  if (bare == text)
    return cleaned;
  if (cleaned == bare)
    return text;
  g_autofree char *both = g_strdup_printf ("%.*s%s", (int)(bare - text), text, cleaned);
  return tz_texts_keep (load->ledger->texts, both);
}

static void load_cell (const Load *load, int i, int field, int col, TzLedgerCell *cell)
{
  TzPlace place = tz_records_place (load->csv, i, MAX (field, 0));
  const TzSchemaColumn *column = tz_ledger_column (load->ledger, col);
  cell->text = field >= 0 ? load_text (load, indented_text (load, i, field, column), &place) : "";
  cell->line = place.line;
  /* A column that the data lack has a row of the CSV, but no place in it. */
  cell->column = field >= 0 ? (guint32)place.column & MAX_COLUMN : 0;
}

/* What stands between a number, or whatever a heading begins with, and what follows it. */
static const char *heading_joint (const char *text)
{
  if (tz_numeral_parse (text) < 0)
    return "　";
  return g_str_has_suffix (text, "）") || g_str_has_suffix (text, ")") ? "" : "、";
}

/* A heading over several cells is one line: 一 | 经济运行 is 一、经济运行, （二） | 农业 is （二）农业. */
static const char *heading_text (const Load *load, int i)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *first = NULL;
  for (int field = 0; field < tz_records_n_columns (load->csv); field++) {
    const char *part = tz_records_text (load->csv, i, field);
    part = tz_utf8_skip_blanks (part, part + strlen (part));
    if (*part == '\0')
      continue;
    TzPlace place = tz_records_place (load->csv, i, field);
    part = clean_text (load, part, &place);
    g_string_append_printf (text, "%s%s", first ? heading_joint (text->str) : "", part);
    first = first ? first : part;
  }
  return first && g_str_equal (first, text->str) ? first : tz_texts_keep (load->ledger->texts, text->str);
}

static void load_section (const Load *load, int i, TzRecord *record)
{
  TzPlace place = tz_records_place (load->csv, i, 0);
  record->kind = TZ_RECORD_SECTION;
  for (int col = 0; col < load->ledger->n_cols; col++)
    load_cell (load, i, -1, col, &record->cells[col]);
  record->cells[0].text = heading_text (load, i);
  record->cells[0].line = place.line;
  record->cells[0].column = (guint32)place.column & MAX_COLUMN;
}

static void load_record (const Load *load, int i, gboolean sections)
{
  TzLedger *ledger = load->ledger;
  TzRecord *record = &ledger->records[i];
  record->section = record->task = -1;
  record->place = tz_records_place (load->csv, i, 0);
  record->cells = ledger->cells + (gsize)i * (gsize)ledger->n_cols;
  if (tz_record_is_heading (load->csv, i, sections)) {
    load_section (load, i, record);
    return;
  }
  record->share = tz_record_is_share (load->csv, i);
  gboolean total = record->share || tz_records_class (load->csv, i) == TZ_CLASS_TOTAL;
  record->kind = total ? TZ_RECORD_TOTAL : TZ_RECORD_TASK;
  for (int col = 0; col < ledger->n_cols; col++)
    load_cell (load, i, ledger->fields[col], col, &record->cells[col]);
}

static void load_extra (const Load *load)
{
  TzLedger *ledger = load->ledger;
  gsize n_extra = g_strv_length (ledger->extra_titles), k = 0;
  ledger->extra_texts = g_new (const char *, n_extra *(gsize)ledger->n_records + 1);
  for (int i = 0; i < ledger->n_records; i++)
    for (gsize e = 0; e < n_extra; e++)
      ledger->extra_texts[k++] = tz_records_text (load->csv, i, ledger->extra_fields[e]);
}

static void load_records (Load *load)
{
  TzLedger *ledger = load->ledger;
  gboolean sections = !load->schema->no_sections && tz_records_have_headings (load->csv);
  ledger->n_records = tz_records_n (load->csv);
  ledger->records = g_new0 (TzRecord, (gsize)ledger->n_records + 1);
  ledger->cells = g_new0 (TzLedgerCell, (gsize)ledger->n_records * (gsize)ledger->n_cols + 1);
  for (int i = 0; i < ledger->n_records; i++)
    load_record (load, i, sections);
  load_extra (load);
}

static TzLedger *ledger_new (const TzRecords *csv, const TzSchema *schema)
{
  TzLedger *ledger = g_new0 (TzLedger, 1);
  ledger->schema = schema;
  ledger->sections = g_array_new (FALSE, FALSE, sizeof (TzSection));
  ledger->tasks = g_array_new (FALSE, FALSE, sizeof (TzTask));
  ledger->texts = tz_texts_ref (tz_records_texts (csv));
  ledger->gaps = tz_rows_have_hidden (tz_records_rows (csv));
  return ledger;
}

TzLedger *tz_ledger_load (const TzRecords *csv, const TzSchema *schema, TzDiag *diag)
{
  Load load = { csv, schema, ledger_new (csv, schema), diag };
  gboolean complete = tz_damage_check (csv, diag) && load_columns (&load);
  if (complete) {
    load_records (&load);
    tz_ledger_take_values (load.ledger, csv);
    tz_ledger_mark_totals (load.ledger);
    if (tz_records_are_merged (csv))
      tz_ledger_take_merges (load.ledger, csv);
    else
      tz_ledger_mark_joins (load.ledger);
    tz_ledger_compute (load.ledger, diag);
    tz_ledger_mark_tasks (load.ledger, diag);
    tz_ledger_check_totals (load.ledger, diag);
    tz_ledger_settle_types (load.ledger);
  }
  if (complete)
    return load.ledger;
  tz_ledger_free (load.ledger);
  return NULL;
}
