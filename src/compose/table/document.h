/* A ledger with its form becomes a document: page, title block, table, notes. */
#ifndef TZ_COMPOSE_TABLE_DOCUMENT_H
#define TZ_COMPOSE_TABLE_DOCUMENT_H

#include "compose/form/form.h"
#include "model/alias.h"
#include "model/ledger.h"

/* The page of DOC as FORM has it. */
void tz_form_set_page (TzDoc *doc, const TzTemplate *form, TzDiag *diag);

/* UNITS (may be NULL) are the book's names of units. FILES, NULL-ended, are those whose date the document
 * carries. tz_doc_free. */
TzDoc *tz_ledger_document (const TzTemplate *form, const TzLedger *ledger, const TzAliases *units,
                           const char *name, const char *const *files, TzDiag *diag);

#endif
