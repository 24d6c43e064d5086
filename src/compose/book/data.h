/* The inside of a book, for the files of this room that read one. */
#ifndef TZ_COMPOSE_BOOK_DATA_H
#define TZ_COMPOSE_BOOK_DATA_H

#include "compose/book/book.h"
#include "compose/form/form.h"
#include "compose/letter/letter.h"

typedef struct {
  char *name;         /* file name without folder or extension */
  TzPlace place;      /* of its section, for findings */
  const char *key;    /* NAME of [document NAME]; NULL: the book itself is the document */
  char *data;         /* path of its CSV, or of a letter's text */
  gboolean is_report; /* a letter whose text is filled in from the figures of the book's tasks */
  gboolean is_common; /* its text is the one that comes with the program */
  /* Names of documents: of a letter those bound behind it, of a table those that are further
   * sheets of its workbook; NULL: none. */
  char **attachments;
  TzPlace attachments_place;
  GArray *attached; /* of int: the same as documents of the book */
  TzTemplate *form;
} TzBookDocument;

struct TzBook {
  char *input; /* as the user wrote it */
  gboolean is_ini;
  TzIni *ini;           /* the book with -t, -p, --as-of and -s laid over it */
  GPtrArray *documents; /* TzBookDocument */
  int n_made;           /* the first so many are made; the others may be bound behind them */
  gboolean reports;     /* only reports are made */
  const char *fonts[TZ_N_ROLES];
};

/* Whether NAME can be a file's name everywhere; if not a finding at PLACE. */
gboolean tz_book_check_name (const char *name, const TzPlace *place, TzDiag *diag);

/* The stem of PATH: its last part without its extension. g_free. */
char *tz_book_stem (const char *path);

/* PATH of a file that BOOK names, relative to the book. g_free. */
char *tz_book_path (const TzBook *book, const char *path);

/* Document I of BOOK, from 0: first those that are made, then those that may only be bound behind them. Lent.
 */
const TzBookDocument *tz_book_document (const TzBook *book, int i);

/* Reads, models and composes a document that is made from rows. NULL with findings. */
TzDoc *tz_book_compose_rows (const TzBook *book, const TzBookDocument *document, TzDiag *diag);

/* The documents bound behind DOCUMENT, made once more for it: of TzDoc. One that cannot be made
 * is missing. */
GPtrArray *tz_book_compose_attached (const TzBook *book, const TzBookDocument *document, TzDiag *diag);
/* Counts, fills in the text and composes a report. NULL with findings. */
TzDoc *tz_book_compose_report (const TzBook *book, const TzBookDocument *document, TzDiag *diag);

/* The rows of the tasks that BOOK reports on, and FORM made for them: that of the document that
 * shows them, else of [book]. NULL with findings. tz_csv_free, g_free, tz_template_free. */
TzCsv *tz_book_load_tasks (const TzBook *book, char **path, TzTemplate **form, TzDiag *diag);

/* The tables of BOOK as figures of a text; what is wrong with them goes to DIAG. */
typedef struct TzBookExhibits TzBookExhibits;
TzBookExhibits *tz_book_exhibits_new (const TzBook *book, TzDiag *diag);
const TzExhibitSource *tz_book_exhibits_source (const TzBookExhibits *figures);
void tz_book_exhibits_free (TzBookExhibits *figures);

/* Whether the file PATH that KEY names is there; if not the finding file-missing at KEY's value. */
gboolean tz_book_check_file (const char *path, const TzIniKey *key, TzDiag *diag);

/* The files that PATTERN names: * and ? may stand in its last part; a name without them is itself. Sorted
 * by their bytes, so that the order is the same everywhere. Of char *, owned. */
GPtrArray *tz_book_find_files (const char *pattern);

/* Reads the sections of a book INI into BOOK->documents. */
void tz_book_read_documents (TzBook *book, TzDiag *diag);
/* Finds the documents that those of BOOK name as attachments or sheets: fills in ATTACHED. */
void tz_book_find_attachments (TzBook *book, TzDiag *diag);
/* Adds the one document of a plain CSV. */
void tz_book_read_csv (TzBook *book, TzDiag *diag);

#endif
