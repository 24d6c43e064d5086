/* A ledger with its form becomes a document: page, title block, table, notes. */
#ifndef TZ_COMPOSE_TABLE_DOCUMENT_H
#define TZ_COMPOSE_TABLE_DOCUMENT_H

#include "compose/form/form.h"
#include "model/alias.h"
#include "model/around.h"
#include "model/ledger.h"

/* Fills DOC->page from FORM. A placeholder without a value in the form of the page number is a finding. */
void tz_form_set_page (TzDoc *doc, const TzTemplate *form, TzDiag *diag);

/* The names with their spellings that a book lists; each may be NULL. */
typedef struct {
  const TzAliases *units, *regions;
} TzSpellings;

/* The document NAME (file name without extension). AROUND (may be NULL) is what stands around the table in its
 * file. FILES, NULL-ended, are the data and the book, if any: the newest gives the document its date.
 * Placeholders without a value are findings. tz_doc_free. */
TzDoc *tz_ledger_document (const TzTemplate *form, const TzLedger *ledger, const TzSpellings *spellings,
                           const TzAround *around, const char *name, const char *const *files, TzDiag *diag);

#endif
