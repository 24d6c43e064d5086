/* A book: what an office keeps in one folder, and the documents made from it. A
 * plain CSV is a book of one document. */
#ifndef TZ_COMPOSE_BOOK_BOOK_H
#define TZ_COMPOSE_BOOK_BOOK_H

#include "base/text.h"
#include "content/block.h"

typedef struct {
  const char *template_name; /* -t, or NULL */
  const char *period;        /* -p, or NULL */
  const char *as_of;         /* --as-of, or NULL */
  const char *const *sets;   /* -s, NULL-ended, or NULL */
  gboolean reports;          /* only documents of kind report; a book without one has one all the same */
} TzBookOptions;

/* To be used by one thread at a time. */
typedef struct TzBook TzBook;

/* Reads which documents INPUT has, and their forms. A path that ends in .ini is a book, any other a CSV,
 * and standard input ("-") what its first line says;
 * OPTIONS may be NULL. Paths in a book are relative to its folder; one that names the book itself is a finding.
 * NULL with findings on any error. tz_book_free. */
TzBook *tz_book_load (const char *input, const TzBookOptions *options, TzDiag *diag);
void tz_book_free (TzBook *book);

int tz_book_n_documents (const TzBook *book);
/* The name of document I's files, without folder and extension: never empty, without separators of paths. Lent.
 */
const char *tz_book_document_name (const TzBook *book, int i);
/* Where the book says that there is such a document. */
TzPlace tz_book_document_place (const TzBook *book, int i);

/* The paths of the book itself and of the data it is made from: of char *, owned. Templates and fonts are
 * not among them. */
GPtrArray *tz_book_files (const TzBook *book);

/* Fonts that the book names: for each role a file path or family, or NULL. */
const char *const *tz_book_fonts (const TzBook *book);

/* The sections [counters] of the book's forms and of the book itself, which counts last: of const TzIniSection
 * *, lent by BOOK. g_ptr_array_unref. */
GPtrArray *tz_book_counters (const TzBook *book);

/* Composes document I, from 0. Files are read and checked when the first document asks for them: what is wrong
 * with them is added to DIAG then, which must be the same for all documents. NULL on error. tz_doc_free. */
TzDoc *tz_book_compose (TzBook *book, int i, TzDiag *diag);

/* Document I will not be composed again: lets go of the rows that it alone was waiting for. A long ledger takes
 * much memory. */
void tz_book_finish (TzBook *book, int i);

#endif
