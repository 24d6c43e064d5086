/* Changes to the objects of a PDF, for what Cairo 1.16 cannot write: the document's
 * language, structure with its attributes, keys of pages. */
#ifndef TZ_OUTPUT_PDF_PATCH_H
#define TZ_OUTPUT_PDF_PATCH_H

#include <glib.h>
#include <stdio.h>

typedef struct TzPdfPatch TzPdfPatch;

/* FILE, open for reading, must outlive the patch. It must be as Cairo writes it if asked so: one
 * cross-reference table, no object streams. If it is not, tz_pdf_patch_missing says what
 * is missing, and nothing must be written. */
TzPdfPatch *tz_pdf_patch_new (FILE *file);
void tz_pdf_patch_free (TzPdfPatch *patch);

/* The first thing that was looked for and is not there, by its word in the file ("xref", "/Root");
 * NULL: all is. Lent; WHAT must be a literal. */
const char *tz_pdf_patch_missing (const TzPdfPatch *patch);
void tz_pdf_patch_note_missing (TzPdfPatch *patch, const char *what);

/* ---- the file as it is ---- */

/* The catalogue's number. */
int tz_pdf_patch_root (const TzPdfPatch *patch);
/* The numbers (int) of the pages in order; empty where they are not found. g_array_unref. */
GArray *tz_pdf_patch_pages (const TzPdfPatch *patch);
/* The dictionary that object NUMBER is or begins with, from "<<" up to its closing
 * ">>"; NULL if there is none. g_free. */
char *tz_pdf_patch_dictionary (const TzPdfPatch *patch, int number);
/* The same; where there is none, WHAT is missing. */
char *tz_pdf_patch_need (TzPdfPatch *patch, int number, const char *what);
/* The integer, or the number of the object, behind the last NAME in DICTIONARY; -1
 * if it has none. */
int tz_pdf_patch_value (const char *dictionary, const char *name);
/* The bytes of stream NUMBER as they stand in the file; NULL if it is none. g_byte_array_unref. */
GByteArray *tz_pdf_patch_stream (const TzPdfPatch *patch, int number);

/* ---- changes ---- */

/* A number for a new object: of one that was dropped, or a further one. */
int tz_pdf_patch_reserve (TzPdfPatch *patch);
/* Object NUMBER becomes what is appended to the string between these two calls. */
GString *tz_pdf_patch_begin (TzPdfPatch *patch, int number);
void tz_pdf_patch_end (TzPdfPatch *patch);
/* Object NUMBER becomes a stream of these bytes, which are Flate. */
void tz_pdf_patch_stream_put (TzPdfPatch *patch, int number, const GByteArray *stream);
/* The object is not copied by tz_pdf_patch_write. */
void tz_pdf_patch_drop (TzPdfPatch *patch, int number);

/* Appends the changes to the file, open for writing too, as an incremental update
 * (ISO 32000-1, 7.5.6). FALSE when writing fails. */
gboolean tz_pdf_patch_append (TzPdfPatch *patch);
/* Writes the file with the changes to TO, without what they replace; new objects are
 * packed into object streams (7.5.7). FALSE when reading or writing fails. */
gboolean tz_pdf_patch_write (TzPdfPatch *patch, FILE *to);

#endif
