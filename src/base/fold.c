#include "base/fold.h"

#include "base/intl.h"

/* What is folded in the file whose findings are being gone through. */
typedef struct {
  const TzFinding *first; /* which tells the kind */
  int n_shown, n_more;
} Kind;

static Kind *kind_of (GArray *kinds, const TzFinding *finding)
{
  for (guint i = 0; i < kinds->len; i++) {
    Kind *kind = &g_array_index (kinds, Kind, i);
    if (kind->first->severity == finding->severity && g_str_equal (kind->first->code, finding->code))
      return kind;
  }
  Kind kind = { finding, 0, 0 };
  g_array_append_val (kinds, kind);
  return &g_array_index (kinds, Kind, kinds->len - 1);
}

static void add_line (GString *lines, const TzFinding *finding)
{
  g_autofree char *line = tz_finding_to_string (finding);
  g_string_append (lines, line);
  g_string_append_c (lines, '\n');
}

/* The counts of a file, and an end to them. */
static void add_counts (GString *lines, GArray *kinds)
{
  for (guint i = 0; i < kinds->len; i++) {
    const Kind *kind = &g_array_index (kinds, Kind, i);
    if (kind->n_more == 0)
      continue;
    g_autofree char *message =
        g_strdup_printf (ngettext ("…and %d more of this kind; --all shows it",
                                   "…and %d more of this kind; --all shows them", (gulong)kind->n_more),
                         kind->n_more);
    TzFinding count = {
      kind->first->severity, { .file = kind->first->place.file }, kind->first->code, message, kind->n_more
    };
    add_line (lines, &count);
  }
  g_array_set_size (kinds, 0);
}

char *tz_fold_findings (const TzDiag *diag, gboolean all)
{
  GString *lines = g_string_new (NULL);
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  const char *file = NULL;
  for (guint i = 0; i < tz_diag_count (diag); i++) {
    const TzFinding *finding = tz_diag_get (diag, i);
    if (finding->place.file != file)
      add_counts (lines, kinds);
    file = finding->place.file;
    Kind *kind = kind_of (kinds, finding);
    if (all || (kind->n_shown < TZ_FOLD_SHOWN && finding->n_places == 1)) {
      add_line (lines, finding);
      kind->n_shown++;
    } else {
      kind->n_more += finding->n_places;
    }
  }
  add_counts (lines, kinds);
  g_array_unref (kinds);
  return g_string_free (lines, FALSE);
}
