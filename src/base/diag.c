#include "base/diag.h"

#include "base/codes.h"
#include "base/intl.h"

#include <string.h>

const char *tz_severity_word (TzSeverity severity)
{
  static const char *const words[] = { [TZ_NOTE] = "note", [TZ_WARNING] = "warning", [TZ_ERROR] = "error" };
  return words[severity];
}

/* What was found of one code and severity in one file. */
typedef struct {
  const char *file, *code;
  TzSeverity severity;
  int n;           /* findings kept with their places */
  TzFinding *rest; /* one of the findings, which counts the others; NULL: there are none */
} Kind;

struct TzDiag {
  GPtrArray *findings;    /* of TzFinding, owned */
  GHashTable *held;       /* the same, to be found by what they say */
  GHashTable *kinds;      /* of Kind, owned */
  GHashTable *file_ranks; /* interned name → order of first mention */
  guint n_errors, n_warnings;
};

static void finding_free (gpointer data)
{
  TzFinding *finding = data;
  g_free (finding->message);
  g_free (finding);
}

static guint hash_finding (gconstpointer data)
{
  const TzFinding *f = data;
  return g_str_hash (f->message) ^ g_direct_hash (f->place.file) ^
         (guint)(f->place.line * 31 + f->place.column);
}

static gboolean is_same_finding (gconstpointer a, gconstpointer b)
{
  const TzFinding *f = a, *g = b;
  const TzPlace *p = &f->place, *q = &g->place;
  return f->severity == g->severity && p->file == q->file && p->line == q->line && p->column == q->column &&
         p->row == q->row && p->col == q->col && strcmp (f->code, g->code) == 0 &&
         strcmp (f->message, g->message) == 0;
}

static guint hash_kind (gconstpointer data)
{
  const Kind *kind = data;
  return g_str_hash (kind->code) ^ g_direct_hash (kind->file) ^ (guint)kind->severity;
}

static gboolean is_same_kind (gconstpointer a, gconstpointer b)
{
  const Kind *k = a, *l = b;
  return k->file == l->file && k->severity == l->severity && strcmp (k->code, l->code) == 0;
}

TzDiag *tz_diag_new (void)
{
  TzDiag *diag = g_new0 (TzDiag, 1);
  diag->findings = g_ptr_array_new_with_free_func (finding_free);
  diag->held = g_hash_table_new (hash_finding, is_same_finding);
  diag->kinds = g_hash_table_new_full (hash_kind, is_same_kind, g_free, NULL);
  diag->file_ranks = g_hash_table_new (NULL, NULL);
  return diag;
}

void tz_diag_free (TzDiag *diag)
{
  if (diag == NULL)
    return;
  g_hash_table_unref (diag->held);
  g_hash_table_unref (diag->kinds);
  g_ptr_array_unref (diag->findings);
  g_hash_table_unref (diag->file_ranks);
  g_free (diag);
}

static void remember_file (TzDiag *diag, const char *file)
{
  guint rank = g_hash_table_size (diag->file_ranks);
  if (!g_hash_table_contains (diag->file_ranks, file))
    g_hash_table_insert (diag->file_ranks, (gpointer)file, GUINT_TO_POINTER (rank));
}

static Kind *kind_of (TzDiag *diag, TzSeverity severity, const char *file, const char *code)
{
  Kind wanted = { file, code, severity, 0, NULL };
  Kind *kind = g_hash_table_lookup (diag->kinds, &wanted);
  if (kind == NULL) {
    kind = g_memdup2 (&wanted, sizeof wanted);
    g_hash_table_add (diag->kinds, kind);
  }
  return kind;
}

static void keep (TzDiag *diag, TzFinding *take_finding)
{
  g_ptr_array_add (diag->findings, take_finding);
  g_hash_table_add (diag->held, take_finding);
}

static TzFinding *finding_new (TzSeverity severity, const TzPlace *place, const char *code)
{
  TzFinding *finding = g_new0 (TzFinding, 1);
  finding->severity = severity;
  finding->place = *place;
  finding->code = code;
  finding->n_places = 1;
  return finding;
}

/* N more of KIND, of which nobody will be told the places. */
static void count_rest (TzDiag *diag, Kind *kind, int n)
{
  TzFinding *rest = kind->rest;
  if (rest == NULL) {
    TzPlace place = { .file = kind->file };
    kind->rest = rest = finding_new (kind->severity, &place, kind->code);
    rest->n_places = 0;
    g_ptr_array_add (diag->findings, rest);
  } else {
    g_hash_table_remove (diag->held, rest);
    g_free (rest->message);
  }
  rest->n_places += n;
  rest->message =
      g_strdup_printf (ngettext ("[%s] was found in %d more place, which is not listed; correct it, too",
                                 "[%s] was found in %d more places, which are not listed; correct them, too",
                                 (gulong)rest->n_places),
                       kind->code, rest->n_places);
  g_hash_table_add (diag->held, rest);
}

/* Counts what is added, which stands for N_PLACES; FALSE if that is all, and it need not be kept. */
static gboolean is_kept (TzDiag *diag, TzSeverity severity, const char *file, const char *code, int n_places)
{
  /* A fault of the program: tests stop at it (G_DEBUG), a user still gets the finding. */
  if (!tz_code_lookup (code))
    g_critical ("the code [%s] is not in the table of base/codes.c", code);
  remember_file (diag, file);
  diag->n_errors += severity == TZ_ERROR ? (guint)n_places : 0;
  diag->n_warnings += severity == TZ_WARNING ? (guint)n_places : 0;
  Kind *kind = kind_of (diag, severity, file, code);
  if (kind->n < TZ_DIAG_NAMED && n_places == 1) {
    kind->n++;
    return TRUE;
  }
  count_rest (diag, kind, n_places);
  return FALSE;
}

void tz_diag_add (TzDiag *diag, TzSeverity severity, const TzPlace *place, const char *code, const char *format,
                  ...)
{
  static const TzPlace nowhere;
  if (place == NULL)
    place = &nowhere;
  if (!is_kept (diag, severity, place->file, code, 1))
    return;
  TzFinding *finding = finding_new (severity, place, code);
  va_list args;
  va_start (args, format);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_strdelimit (finding->message, "\r\n", ' '); /* of a text that is quoted: a finding is a line */
  keep (diag, finding);
}

void tz_diag_add_copy (TzDiag *diag, const TzFinding *finding, const TzPlace *place, const char *message)
{
  if (!is_kept (diag, finding->severity, place->file, finding->code, finding->n_places))
    return;
  TzFinding *copy = finding_new (finding->severity, place, finding->code);
  copy->message = g_strdup (message);
  keep (diag, copy);
}

guint tz_diag_n_errors (const TzDiag *diag)
{
  return diag->n_errors;
}

guint tz_diag_n_warnings (const TzDiag *diag)
{
  return diag->n_warnings;
}

static int compare_ints (int a, int b)
{
  return (a > b) - (a < b);
}

/* Equal findings keep their order: g_ptr_array_sort is stable. */
static int compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const TzDiag *diag = data;
  const TzPlace *p = &(*(TzFinding *const *)a)->place;
  const TzPlace *q = &(*(TzFinding *const *)b)->place;
  int order = compare_ints (GPOINTER_TO_INT (g_hash_table_lookup (diag->file_ranks, p->file)),
                            GPOINTER_TO_INT (g_hash_table_lookup (diag->file_ranks, q->file)));
  if (order == 0)
    order = compare_ints (p->line, q->line);
  return order != 0 ? order : compare_ints (p->column, q->column);
}

gboolean tz_diag_holds (const TzDiag *diag, const TzFinding *finding)
{
  return g_hash_table_contains (diag->held, finding);
}

gboolean tz_diag_merge (TzDiag *diag, TzDiag *take_found)
{
  gboolean good = take_found->n_errors == 0;
  for (guint i = 0; i < take_found->findings->len; i++) {
    const TzFinding *finding = take_found->findings->pdata[i];
    if (!tz_diag_holds (diag, finding))
      tz_diag_add_copy (diag, finding, &finding->place, finding->message);
  }
  tz_diag_free (take_found);
  return good;
}

void tz_diag_sort (TzDiag *diag)
{
  g_ptr_array_sort_with_data (diag->findings, compare_places, diag);
}

guint tz_diag_count (const TzDiag *diag)
{
  return diag->findings->len;
}

const TzFinding *tz_diag_get (const TzDiag *diag, guint i)
{
  g_assert (i < diag->findings->len);
  return g_ptr_array_index (diag->findings, i);
}

char *tz_finding_to_string (const TzFinding *finding)
{
  const TzPlace *place = &finding->place;
  GString *line = g_string_new (NULL);
  char address[16];

  if (place->file != NULL) {
    g_string_append_printf (line, "%s:", place->file);
    if (place->line > 0)
      g_string_append_printf (line, "%d:", place->line);
    if (place->line > 0 && place->column > 0)
      g_string_append_printf (line, "%d:", place->column);
    g_string_append_c (line, ' ');
  }
  g_string_append_printf (line, "%s: %s", tz_severity_word (finding->severity), finding->message);
  if (*tz_place_address (place, address) != '\0') {
    /* Translators: follows a message; begins with a blank where the language has them. */
    g_string_append_printf (line, _ (" (cell %s)"), address);
  }
  g_string_append_printf (line, " [%s]", finding->code);
  return g_string_free (line, FALSE);
}

char *tz_place_address (const TzPlace *place, char buffer[16])
{
  char letters[8];
  int n = 0;

  buffer[0] = '\0';
  if (place->row <= 0 || place->col <= 0)
    return buffer;
  /* A to Z, AA to ZZ, …: digits from 1 to 26 without a zero; 2^31 needs seven of them. */
  for (int col = place->col; col > 0; col = (col - 1) / 26)
    letters[n++] = (char)('A' + (col - 1) % 26);
  for (int i = 0; i < n; i++)
    buffer[i] = letters[n - 1 - i];
  /* The row goes down to what room is left; Excel's own last cell, XFD1048576, needs 11 bytes. */
  g_snprintf (buffer + n, (gulong)(16 - n), "%d", place->row);
  return buffer;
}

TzPlace tz_place_file (const char *file)
{
  TzPlace place = { .file = g_intern_string (file) };
  return place;
}
