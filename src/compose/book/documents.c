/* Which documents a book has. */
#include "compose/book/reader.h"

#include "base/intl.h"
#include "base/suggest.h"
#include "compose/form/keys.h"

#include <string.h>

static void check_sections (const TzBook *book, TzDiag *diag)
{
  g_autofree const char **known = tz_section_kinds (TZ_OF_FORM | TZ_OF_BOOK);
  for (int i = 0; i < tz_ini_n_sections (book->ini); i++) {
    const TzIniSection *section = tz_ini_section (book->ini, i);
    const char *near = tz_suggest (section->kind, known);
    if (g_strv_contains (known, section->kind))
      continue;
    if (near)
      tz_diag_add (diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("there is no section [%s]; did you mean [%s]?"), section->kind, near);
    else
      tz_diag_add (diag, TZ_ERROR, &section->place, "unknown-section",
                   _ ("there is no section [%s]; delete it or correct its name"), section->kind);
  }
}

static int n_reports (const TzBook *book)
{
  int n = 0;
  for (guint i = 0; i < book->documents->len; i++)
    n += ((const TzBookDocument *)book->documents->pdata[i])->is_report;
  return n;
}

/* If only reports are asked for, they are put in front of the others, which may still be bound behind them. A
 * book without one gets one. */
static void choose_documents (TzBook *book, TzDiag *diag)
{
  if (book->reports && n_reports (book) == 0)
    tz_book_read_document (book, NULL, "report", NULL, diag);
  book->n_made = book->reports ? n_reports (book) : (int)book->documents->len;
  for (int i = 0, next = 0; book->reports && i < (int)book->documents->len; i++) {
    TzBookDocument *document = book->documents->pdata[i];
    if (!document->is_report)
      continue;
    memmove (book->documents->pdata + next + 1, book->documents->pdata + next,
             sizeof (gpointer) * (gsize)(i - next));
    book->documents->pdata[next++] = document;
  }
}

void tz_book_read_documents (TzBook *book, TzDiag *diag)
{
  int n = 0;
  check_sections (book, diag);
  for (int i = 0; i < tz_ini_n_sections (book->ini); i++) {
    const TzIniSection *section = tz_ini_section (book->ini, i);
    if (!g_str_equal (section->kind, "document"))
      continue;
    tz_book_read_document (book, section, NULL, NULL, diag);
    n++;
  }
  if (n == 0)
    tz_book_read_document (book, NULL, NULL, NULL, diag);
  choose_documents (book, diag);
  tz_book_find_attachments (book, diag);
}

void tz_book_read_csv (TzBook *book, TzDiag *diag)
{
  tz_book_read_document (book, NULL, NULL, g_strdup (book->input), diag);
  choose_documents (book, diag);
  tz_book_find_attachments (book, diag);
}
