#include "base/diag.h"

#include "base/codes.h"
#include "base/intl.h"

#include <string.h>

const char *tz_severity_word (TzSeverity severity)
{
  static const char *const words[] = { [TZ_NOTE] = "note", [TZ_WARNING] = "warning", [TZ_ERROR] = "error" };
  return words[severity];
}

struct TzDiag {
  GPtrArray *findings;    /* of TzFinding, owned */
  GHashTable *held;       /* the same, to be found by what they say */
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

TzDiag *tz_diag_new (void)
{
  TzDiag *diag = g_new0 (TzDiag, 1);
  diag->findings = g_ptr_array_new_with_free_func (finding_free);
  diag->held = g_hash_table_new (hash_finding, is_same_finding);
  diag->file_ranks = g_hash_table_new (NULL, NULL);
  return diag;
}

void tz_diag_free (TzDiag *diag)
{
  if (diag == NULL)
    return;
  g_hash_table_unref (diag->held);
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

void tz_diag_add_va (TzDiag *diag, TzSeverity severity, const TzPlace *place, const char *code,
                     const char *format, va_list args)
{
  TzFinding *finding = g_new0 (TzFinding, 1);

  /* A fault of the program: tests stop at it (G_DEBUG), a user still gets the finding. */
  if (!tz_code_lookup (code))
    g_critical ("the code [%s] is not in the table of base/codes.c", code);
  finding->severity = severity;
  if (place != NULL)
    finding->place = *place;
  finding->code = code;
  finding->message = g_strdup_vprintf (format, args);

  remember_file (diag, finding->place.file);
  diag->n_errors += severity == TZ_ERROR;
  diag->n_warnings += severity == TZ_WARNING;
  g_ptr_array_add (diag->findings, finding);
  g_hash_table_add (diag->held, finding);
}

void tz_diag_add (TzDiag *diag, TzSeverity severity, const TzPlace *place, const char *code, const char *format,
                  ...)
{
  va_list args;
  va_start (args, format);
  tz_diag_add_va (diag, severity, place, code, format, args);
  va_end (args);
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
      tz_diag_add (diag, finding->severity, &finding->place, finding->code, "%s", finding->message);
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
