#include "base/series.h"

#include "base/intl.h"

/* What was found of one code. */
typedef struct {
  const char *code;
  TzSeverity severity; /* the gravest */
  int n;
} Kind;

struct TzSeries {
  TzDiag *diag;
  const char *file;
  GArray *kinds; /* of Kind: a handful, in order of first mention */
};

TzSeries *tz_series_new (TzDiag *diag, const char *file)
{
  TzSeries *series = g_new0 (TzSeries, 1);
  series->diag = diag;
  series->file = g_intern_string (file);
  series->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  return series;
}

static Kind *kind_of (TzSeries *series, const char *code)
{
  for (guint i = 0; i < series->kinds->len; i++)
    if (g_str_equal (g_array_index (series->kinds, Kind, i).code, code))
      return &g_array_index (series->kinds, Kind, i);
  Kind kind = { code, TZ_NOTE, 0 };
  g_array_append_val (series->kinds, kind);
  return &g_array_index (series->kinds, Kind, series->kinds->len - 1);
}

gboolean tz_series_is_named (const TzSeries *series, const char *code)
{
  for (guint i = 0; i < series->kinds->len; i++) {
    const Kind *kind = &g_array_index (series->kinds, Kind, i);
    if (g_str_equal (kind->code, code))
      return kind->n < TZ_SERIES_NAMED;
  }
  return TRUE;
}

void tz_series_add (TzSeries *series, TzSeverity severity, const TzPlace *place, const char *code,
                    const char *format, ...)
{
  Kind *kind = kind_of (series, code);
  kind->severity = MAX (kind->severity, severity);
  if (++kind->n > TZ_SERIES_NAMED)
    return;
  va_list args;
  va_start (args, format);
  tz_diag_add_va (series->diag, severity, place, code, format, args);
  va_end (args);
}

static void tell_rest (const TzSeries *series, const Kind *kind)
{
  TzPlace place = { .file = series->file };
  int n = kind->n - TZ_SERIES_NAMED;
  if (n > 0)
    tz_diag_add (series->diag, kind->severity, &place, kind->code,
                 ngettext ("[%s] was found in %d more place, which is not listed; correct it, too",
                           "[%s] was found in %d more places, which are not listed; correct them, too",
                           (gulong)n),
                 kind->code, n);
}

void tz_series_free (TzSeries *series)
{
  if (!series)
    return;
  for (guint i = 0; i < series->kinds->len; i++)
    tell_rest (series, &g_array_index (series->kinds, Kind, i));
  g_array_free (series->kinds, TRUE);
  g_free (series);
}
