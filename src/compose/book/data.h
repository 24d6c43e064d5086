/* The inside of a book, for the files of this room. */
#ifndef TZ_COMPOSE_BOOK_DATA_H
#define TZ_COMPOSE_BOOK_DATA_H

#include "compose/book/book.h"
#include "compose/form/form.h"
#include "compose/letter/letter.h"
#include "compose/report/facts.h"
#include "model/around.h"

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
  gboolean made; /* it is composed, and asks for nothing more */
} TzBookDocument;

/* What a form understands of the rows in a file. */
typedef struct {
  const TzSchema *schema; /* lent by the first form that asked for it */
  TzLedger *ledger;       /* NULL: nothing, a finding says why */
  TzFacts *facts;         /* what the book knows of it; NULL: not asked for yet */
  gboolean with_progress; /* among the facts */
  gboolean good;          /* no error was found in it */
} TzBookModel;

/* The rows in a file, for the documents that show them with one form. */
typedef struct {
  char *path;
  char *source;            /* the same with the sheet that the form names: FILE#SHEET */
  const TzTemplate *asked; /* the form as the book has it; lent */
  TzTemplate *form;        /* the same for the titles of the file; NULL: it cannot be read */
  TzBookModel *model;      /* may be that of other rows whose form understands the file alike; NULL like FORM */
  gboolean owns_model;
  TzAround *around;   /* what stands around the table in its file; NULL like FORM */
  gboolean beside;    /* it is on the same sheet as the table before it */
  char *place;        /* where the table begins, in words; NULL like FORM */
  GPtrArray *further; /* of TzBookRows: other tables of the file; NULL: none are read */
} TzBookRows;

struct TzBook {
  char *input; /* as the user wrote it */
  gboolean is_ini;
  TzIni *ini;           /* the book with -t, -p, --as-of and -s laid over it */
  GPtrArray *documents; /* TzBookDocument */
  int n_made;           /* the first so many are made; the others may be bound behind them */
  gboolean reports;     /* only reports are made */
  const char *fonts[TZ_N_ROLES];

  /* What was read, each file once, when it was first asked for. One thread works at a book. */
  TzFiles *files;
  GPtrArray *rows;            /* TzBookRows */
  TzAliases *units, *regions; /* NULL: not asked for yet */
  TzCalendar *calendar;       /* the same */
  TzTemplate *tasks_form;     /* of tasks that no document shows */
  gboolean tasks_read;        /* the reports have what they count */
};

/* Whether NAME can be a file's name everywhere; if not a finding at PLACE. */
gboolean tz_book_check_name (const char *name, const TzPlace *place, TzDiag *diag);

/* The stem of PATH, which may be FILE#SHEET: its last part without sheet and extension; of standard input
 * "stdin". g_free. */
char *tz_book_stem (const char *path);

/* PATH of a file that BOOK names, relative to the book. g_free. */
char *tz_book_path (const TzBook *book, const char *path);

/* Of a TzBookDocument. */
void tz_book_document_free (gpointer document);
/* Document I of BOOK, from 0: first those that are made, then those that may only be bound behind them. Lent.
 */
const TzBookDocument *tz_book_document (const TzBook *book, int i);

/* The template NAME; a path is looked for from the book. As tz_template_load, but a fault in a key that
 * several documents take from the book is told once. */
TzTemplate *tz_book_load_template (TzBook *book, const char *name, const TzIni *over, const TzPlace *place,
                                   TzDiag *diag);

/* The rows in the file PATH as FORM, one of the book's, understands them: read, modelled and checked by the
 * first call, which adds the findings. Without errors they are good; where the file cannot be read or
 * understood, FORM or the ledger is NULL. Lent until tz_book_forget_rows. */
const TzBookRows *tz_book_rows (TzBook *book, const char *path, const TzTemplate *form, TzDiag *diag);

/* The rows that the reports of BOOK are about: those of [book] tasks, as the first ledger that shows them
 * understands them, else with the form of [book]; if it names none, those of the first ledger. NULL with a
 * finding if there are none. Lent like tz_book_rows. */
const TzBookRows *tz_book_tasks (TzBook *book, TzDiag *diag);
/* What BOOK knows about TASKS, whose ledger must not be NULL: with progress, even where no key calls these rows
 * the book's tasks. Lent like TASKS. */
const TzFacts *tz_book_tasks_facts (TzBook *book, const TzBookRows *tasks, TzDiag *diag);

/* Of a TzBookRows. */
void tz_book_rows_free (gpointer rows);
/* Forgets rows that no document will ask for again. A long ledger takes much memory. */
void tz_book_forget_rows (TzBook *book);

/* Composes a document that is made from rows. NULL with findings, which are told when the rows are first
 * asked for. */
TzDoc *tz_book_compose_rows (TzBook *book, const TzBookDocument *document, TzDiag *diag);

/* The documents bound behind DOCUMENT, made once more for it: of TzDoc. One that cannot be made
 * is missing. */
GPtrArray *tz_book_compose_attached (TzBook *book, const TzBookDocument *document, TzDiag *diag);
/* Counts, fills in the text and composes a report. NULL with findings. */
TzDoc *tz_book_compose_report (TzBook *book, const TzBookDocument *document, TzDiag *diag);

/* The tables of BOOK as exhibits of a text; what is wrong with them goes to DIAG. BOOK and DIAG must outlive
 * them. */
typedef struct TzBookExhibits TzBookExhibits;
TzBookExhibits *tz_book_exhibits_new (TzBook *book, TzDiag *diag);
/* Lent until tz_book_exhibits_free. */
const TzExhibitSource *tz_book_exhibits_source (const TzBookExhibits *exhibits);
void tz_book_exhibits_free (TzBookExhibits *exhibits);

/* Whether both name one file: a/b, ./a/b and a/c/../b do. Neither need be there; A may be NULL. */
gboolean tz_book_is_same_path (const char *a, const char *b);

/* Whether the file PATH (or FILE#SHEET) that KEY names is there; if not the finding file-missing at KEY's
 * value. */
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
