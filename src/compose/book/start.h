/* What a new book begins with: the files of its folder. */
#ifndef TZ_COMPOSE_BOOK_START_H
#define TZ_COMPOSE_BOOK_START_H

#include "compose/book/book.h"
#include "compose/form/known.h"

#define TZ_START_BOOK "book.ini"

typedef struct {
  char *name;
  char *bytes;
  gsize n_bytes;
} TzStartFile;

/* A list of TzStartFile; g_ptr_array_unref. */
GPtrArray *tz_start_new (void);
void tz_start_add (GPtrArray *files, const char *name, char *take_bytes, gsize n_bytes);

/* A book in the form TEMPLATE_NAME with invented data, with progress and a report. NULL with findings where
 * there is no such form. */
GPtrArray *tz_start_example (const char *template_name, TzDiag *diag);

/* A table of an office's file that shall become a document of a book. */
typedef struct {
  const char *source; /* its path: FILE or FILE#SHEET */
  TzBook *book;       /* of the table alone, in no form; its one document was composed */
  const TzPaper *paper;
  const TzLen *widths; /* of its columns on that paper */
  const char *form;    /* the form it shall have; NULL: one is written for it */
  gboolean asked;      /* the user has named that form */
  gboolean as_taken;   /* that one says nothing that the table was not taken for without it */
  gboolean by_place;   /* columns are told by their places */
} TzStartTable;

/* How near the shipped forms come to the table that BOOK was made of. */
TzFormFit tz_start_nearest (const TzBook *book, const TzKnownForms *known);

/* The book that prints TABLES, N of them in FILE, with the forms it needs and a copy of FILE. NULL with
 * findings where FILE cannot be read. What was guessed is told in notes. */
GPtrArray *tz_start_from (const TzStartTable *tables, int n, const char *file, const TzKnownForms *known,
                          TzDiag *diag);
/* The name of the form that is written for table I. g_free. */
char *tz_start_form_name (int i);

/* Whether the sheet that BOOK was made of has further tables, each a document behind its own. */
gboolean tz_start_has_further (const TzBook *book);

/* The notes about TABLES, which are told once the book is right. */
void tz_start_say (const TzStartTable *tables, int n, const TzKnownForms *known, TzDiag *diag);

#endif
