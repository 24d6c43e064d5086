#include "compose/book/facts.h"

#include "base/data.h"
#include "base/date.h"
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "compose/form/keys.h"

#include <string.h>

static const TzIniKey *book_key (const TzBook *book, const char *key)
{
  const TzIniKey *found = tz_ini_lookup (book->ini, "book", "", key);
  return found && *found->value != '\0' ? found : NULL;
}

/* ── units and days ──────────────────────────────────────────────────────── */

/* The spellings that SECTION of the book lists. */
static TzAliases *load_aliases (const TzBook *book, const char *section, TzDiag *diag)
{
  const TzIniSection *lines = tz_ini_lookup_section (book->ini, section, "");
  TzAliases *aliases = tz_aliases_new (section);
  for (int i = 0; lines && i < lines->n_keys; i++)
    tz_aliases_add (aliases, lines->keys[i].key, lines->keys[i].value, &lines->keys[i].place, diag);
  return aliases;
}

/* [units] and [regions], by the first call. */
static void read_spellings (TzBook *book, TzDiag *diag)
{
  if (book->units)
    return;
  book->units = load_aliases (book, "units", diag);
  book->regions = load_aliases (book, "regions", diag);
}

static gboolean load_date (const TzBook *book, const char *key, GDate *date, TzDiag *diag)
{
  const TzIniKey *said = book_key (book, key);
  g_date_clear (date, 1);
  if (!said || tz_date_parse (said->value, date))
    return said != NULL;
  tz_diag_add (diag, TZ_WARNING, &said->value_place, "bad-date",
               _ ("“%s” is not a day, so it is not reckoned with; write it as 2021-06-30"), said->value);
  return FALSE;
}

/* The period of the book, else the last one reported on. Only where there is progress: other books may print
 * any words as their period. */
static void load_period (const TzBook *book, TzFacts *facts, TzDiag *diag)
{
  const TzIniKey *said = book_key (book, "period");
  int n = tz_progress_n_periods (facts->progress);
  facts->has_period = said && tz_period_parse (said->value, &facts->period);
  if (said && !facts->has_period)
    tz_diag_add (
        diag, TZ_WARNING, &said->value_place, "bad-period",
        _ ("“%s” is not a period, so it is not reckoned with; write it as 2021Q2, 2021H1, 2021-06 or 2021"),
        said->value);
  if (facts->has_period || n == 0)
    return;
  facts->period = *tz_progress_period (facts->progress, n - 1);
  facts->has_period = TRUE;
}

/* ── working days ────────────────────────────────────────────────────────── */

static void add_days (TzCalendar *calendar, const TzIniSection *section, TzDiag *diag)
{
  const TzSectionEntry *entry = tz_section_entry (section->kind);
  if (!entry || !(entry->readers & TZ_OF_CALENDAR)) {
    g_autofree const char **kinds = tz_section_kinds (TZ_OF_CALENDAR);
    const char *near = tz_suggest (section->kind, kinds);
    tz_diag_add (diag, TZ_ERROR, &section->place, "unknown-section",
                 _ ("a calendar has no section [%s]; did you mean [%s]?"), section->kind,
                 near ? near : kinds[0]);
    return;
  }
  gboolean working = g_str_equal (section->kind, "days-on");
  for (int i = 0; i < section->n_keys; i++)
    tz_calendar_add (calendar, section->keys[i].key, section->keys[i].value, working,
                     &section->keys[i].value_place, diag);
}

static void add_calendar (TzBook *book, const char *path, TzDiag *diag)
{
  const TzIni *ini = tz_files_ini (book->files, path, diag);
  for (int i = 0; ini && i < tz_ini_n_sections (ini); i++)
    add_days (book->calendar, tz_ini_section (ini, i), diag);
}

/* The calendar that comes with the program, and over it the book's own. Read by the first call. */
static const TzCalendar *calendar_of (TzBook *book, TzDiag *diag)
{
  const TzIniKey *own = book_key (book, "calendar");
  g_autofree char *folder = tz_data_path ("templates");
  g_autofree char *common = g_build_filename (folder, "calendar", "china.ini", NULL);
  if (book->calendar)
    return book->calendar;
  book->calendar = tz_calendar_new ();
  if (g_file_test (common, G_FILE_TEST_EXISTS))
    add_calendar (book, common, diag);
  if (own) {
    g_autofree char *path = tz_book_path (book, own->value);
    if (tz_book_check_file (path, own, diag))
      add_calendar (book, path, diag);
  }
  return book->calendar;
}

/* ── progress ────────────────────────────────────────────────────────────── */

static void load_pattern (TzBook *book, const TzIniKey *key, const char *pattern, TzFacts *facts, TzDiag *diag)
{
  g_autofree char *path = tz_book_path (book, pattern);
  g_autoptr (GPtrArray) files = tz_book_find_files (path);
  if (files->len == 0)
    tz_diag_add (diag, TZ_WARNING, &key->value_place, "no-progress",
                 _ ("no file matches %s; put the reports there, or correct the path"), pattern);
  for (guint i = 0; i < files->len; i++)
    if (tz_book_check_file (files->pdata[i], key, diag)) {
      tz_facts_load_progress (book, facts->progress, files->pdata[i], diag);
      g_ptr_array_add (facts->files, g_strdup (files->pdata[i]));
    }
}

/* Reports on periods before the book's start are mistakes (a wrong year), and errors. Reports on later periods
 * than the book's own are warned of, since they do not count yet; but not where -p asks for an earlier period:
 * then later ones are expected. */
static void set_range (const TzBook *book, TzFacts *facts, TzDiag *diag)
{
  const TzIniKey *period = book_key (book, "period");
  gboolean own = period && g_strcmp0 (period->place.file, "-p") != 0;
  TzPeriod last;
  load_date (book, "start", &facts->start, diag);
  tz_progress_set_range (facts->progress, g_date_valid (&facts->start) ? &facts->start : NULL,
                         own && tz_period_parse (period->value, &last) ? &last : NULL);
}

static void load_progress (TzBook *book, const TzIniKey *key, TzFacts *facts, const TzLedger *ledger,
                           TzDiag *diag)
{
  g_auto (GStrv) patterns = g_strsplit_set (key->value, ";\n", -1);
  facts->progress = tz_progress_new (ledger);
  tz_progress_set_regions (facts->progress, facts->regions);
  set_range (book, facts, diag);
  for (char **pattern = patterns; *pattern; pattern++)
    if (*g_strstrip (*pattern) != '\0')
      load_pattern (book, key, *pattern, facts, diag);
  tz_progress_check_regions (facts->progress, diag);
}

/* ── all of them ─────────────────────────────────────────────────────────── */

TzFacts *tz_facts_load (TzBook *book, const TzLedger *ledger, gboolean with_progress, TzDiag *diag)
{
  TzFacts *facts = g_new0 (TzFacts, 1);
  const TzIniKey *progress = with_progress ? book_key (book, "progress") : NULL;
  const TzIniKey *period = book_key (book, "period");
  g_date_clear (&facts->as_of, 1);
  g_date_clear (&facts->start, 1);
  facts->files = g_ptr_array_new_with_free_func (g_free);
  read_spellings (book, diag);
  facts->units = book->units;
  facts->regions = book->regions;
  if (progress || book_key (book, "calendar"))
    facts->calendar = calendar_of (book, diag);
  if (!progress) {
    facts->has_period = period && tz_period_parse (period->value, &facts->period);
    return facts;
  }
  load_progress (book, progress, facts, ledger, diag);
  load_period (book, facts, diag);
  load_date (book, "as-of", &facts->as_of, diag);
  return facts;
}

gboolean tz_facts_is_tasks (const TzBook *book, const char *path)
{
  const TzIniKey *tasks = book_key (book, "tasks");
  if (!tasks)
    tasks = book_key (book, "data");
  g_autofree char *named = tasks ? tz_book_path (book, tasks->value) : NULL;
  return tz_book_is_same_path (named, path);
}
