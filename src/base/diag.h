/* Findings: what is wrong in the user's data, collected so that one run names
 * everything. What stops the job for another reason (a full disk) is a GError. */
#ifndef TZ_BASE_DIAG_H
#define TZ_BASE_DIAG_H

#include <glib.h>

/* In order of weight. A note tells what was understood of the data: it asks for nothing, is counted neither as
 * a warning nor as an error and never changes the exit status. */
typedef enum { TZ_NOTE, TZ_WARNING, TZ_ERROR } TzSeverity;

/* "note", "warning", "error": never translated, scripts and editors look for these words. */
const char *tz_severity_word (TzSeverity severity);

/* Where something stands. FILE is interned (g_intern_string), lines and columns
 * count from 1 and columns count characters; 0 means "not known". For a CSV
 * cell ROW and COL (from 1) are its Excel-style address. */
typedef struct {
  const char *file;
  int line, column;
  int row, col;
} TzPlace;

typedef struct {
  TzSeverity severity;
  TzPlace place;
  const char *code; /* one of base/codes.h, e.g. "ragged-row" */
  char *message;    /* translated, one sentence that says what to do */
  int n_places;     /* 1; more where only their number was kept (TZ_DIAG_NAMED) */
} TzFinding;

/* Of one kind (file, code, severity) so many findings are kept with their places; of what goes beyond, in a
 * file of a million cells, the number alone is kept, as one more finding about the file. */
enum { TZ_DIAG_NAMED = 10000 };

typedef struct TzDiag TzDiag;

TzDiag *tz_diag_new (void);
void tz_diag_free (TzDiag *diag);

/* PLACE may be NULL. CODE must be a string literal and stand in the table of codes (base/codes.h). */
void tz_diag_add (TzDiag *diag, TzSeverity severity, const TzPlace *place, const char *code, const char *format,
                  ...) G_GNUC_PRINTF (5, 6);
/* Adds FINDING of another diag, as PLACE and MESSAGE say. */
void tz_diag_add_copy (TzDiag *diag, const TzFinding *finding, const TzPlace *place, const char *message);

guint tz_diag_n_errors (const TzDiag *diag);
guint tz_diag_n_warnings (const TzDiag *diag);

/* Whether DIAG holds a finding that says the same of the same place. */
gboolean tz_diag_holds (const TzDiag *diag, const TzFinding *finding);

/* Adds those of the findings TAKE_FOUND that DIAG does not hold yet. For work that is done a second time
 * because its purpose is another one (a table that is bound behind a letter, too): what was wrong the
 * first time is wrong again, and told once. FALSE if there is an error among TAKE_FOUND, new or not. */
gboolean tz_diag_merge (TzDiag *diag, TzDiag *take_found);

/* Sorts by file (in order of first mention), line, column. Findings of one place keep
 * the order in which they were added. */
void tz_diag_sort (TzDiag *diag);

guint tz_diag_count (const TzDiag *diag);
const TzFinding *tz_diag_get (const TzDiag *diag, guint i);

/* "FILE:LINE:COLUMN: error: MESSAGE [CODE]"; parts not known are left out, and a
 * CSV cell's address is named after the message. Free with g_free. */
char *tz_finding_to_string (const TzFinding *finding);

/* "C7" for row 7, column 3; empty when either is 0. BUFFER holds 16 bytes. */
char *tz_place_address (const TzPlace *place, char buffer[16]);

/* A place in FILE (interned here); the other fields are 0. */
TzPlace tz_place_file (const char *file);

#endif
