/* A patch's data, for patch.c and rewrite.c alone. */
#ifndef TZ_OUTPUT_PDF_PATCH_DATA_H
#define TZ_OUTPUT_PDF_PATCH_DATA_H

#include "output/pdf/patch.h"

/* An entry of a cross-reference table takes 20 bytes. */
enum { TZ_PDF_ENTRY = 20 };

/* A new or changed object: a stretch of the patch's text. */
typedef struct {
  int number;
  gsize offset, length;
  gboolean stream;
} TzPdfObject;

struct TzPdfPatch {
  FILE *file;
  const char *missing; /* the first thing; NULL: none */
  long size, xref;     /* of the file; of its cross-reference section */
  long entries;        /* offset of the first entry */
  int n_objects, root, info;
  int next; /* number of the next object that is added */
  GString *text;
  GArray *objects;  /* of TzPdfObject, in the text's order */
  GArray *free;     /* int: numbers of dropped objects to be used again */
  guint8 *replaced; /* of the file's objects: replaced or dropped */
};

/* SIZE bytes from OFFSET, with a zero behind them; NULL on failure. g_free. */
char *tz_pdf_read_at (FILE *file, long offset, gsize size);

#endif
