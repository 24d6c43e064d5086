/* Reading the documents of a book, for the files of this room that do it. */
#ifndef TZ_COMPOSE_BOOK_READER_H
#define TZ_COMPOSE_BOOK_READER_H

#include "compose/book/data.h"

/* The document that is being read. */
typedef struct {
  TzBook *book;
  const TzIniSection *section; /* [document …], NULL: the book itself is the document */
  const char *template_name, *kind;
  TzPlace template_place;
  TzDiag *diag;
} TzBookReader;

/* KEY of the document's own section, or of [book]; NULL: absent. */
const TzIniKey *tz_reader_own_key (const TzBookReader *r, const char *key);
const TzIniKey *tz_reader_book_key (const TzBookReader *r, const char *key);

/* Whether it is an official document, a report being one; and whether it is a report. */
gboolean tz_reader_is_letter (const TzBookReader *r);
gboolean tz_reader_is_report (const TzBookReader *r);

/* What the document says itself and takes from its book, to be laid over its form. Unknown keys of the
 * document's own section are findings. tz_ini_free. */
TzIni *tz_reader_inherit (const TzBookReader *r);

/* The template that the document asks for, in name and place of R too, with what it takes from the book laid
 * over it. NULL with findings. tz_template_free. */
TzTemplate *tz_reader_load_template (TzBookReader *r);

/* The path that KEY names; NULL with a finding if it is the book's own, or if no such file is there. g_free. */
char *tz_reader_path (const TzBookReader *r, const TzIniKey *key);
/* The path of the CSV that the document is made from, NULL with a finding. g_free. */
char *tz_reader_data (const TzBookReader *r);

/* Reads the document of SECTION and adds it to BOOK; where that is not possible, findings say why. SECTION
 * NULL: the book itself is the document, of KIND (NULL: a ledger), made from the file TAKE_DATA (NULL: the one
 * that [book] names). */
void tz_book_read_document (TzBook *book, const TzIniSection *section, const char *kind, char *take_data,
                            TzDiag *diag);

#endif
