/* Findings of which there may be thousands, one a cell: of each code the first are named, the rest counted. */
#ifndef TZ_BASE_SERIES_H
#define TZ_BASE_SERIES_H

#include "base/diag.h"

enum { TZ_SERIES_NAMED = 20 }; /* of one code: as many as a reader goes through one by one */

typedef struct TzSeries TzSeries;

/* A series about FILE, whose findings go to DIAG, which must outlive it. */
TzSeries *tz_series_new (TzDiag *diag, const char *file);

/* As tz_diag_add. */
void tz_series_add (TzSeries *series, TzSeverity severity, const TzPlace *place, const char *code,
                    const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Whether the next finding of CODE will be named, so that its place is worth looking for. */
gboolean tz_series_is_named (const TzSeries *series, const char *code);

/* Tells, at the file as a whole, how many more there were of each code. NULL is allowed. */
void tz_series_free (TzSeries *series);

#endif
