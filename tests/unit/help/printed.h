/* An official document laid out, and where its lines stand, for tests. */
#ifndef TEST_PRINTED_H
#define TEST_PRINTED_H

#include "layout/flow.h"

#include "help/office.h"

/* The grid of GB/T 9704-2012 in millimetres. */
#define EM    (156.0 / 28)
#define PITCH ((225 - EM) / 21)

typedef struct {
  Office *office;
  TzDoc *doc;
  TzLayout *layout;
} Printed;

/* Before the first sheet and after the last. */
void printed_begin (void);
void printed_end (void);

/* What BOOK (its text) makes of its first document with the files of OFFICE, which is
 * taken; FINDINGS (as for assert_findings) come up. Without a layout where one is an error. */
Printed printed_of_book (Office *take_office, const char *book, const char *findings);
/* The letter TEXT; KEYS (may be "") are added to its document. */
Printed printed_new (const char *keys, const char *text);
/* The same for a document that a test has made or changed; it is taken. */
Printed printed_of_doc (Office *take_office, TzDoc *take_doc);
void printed_free (Printed *sheet);

const TzPage *printed_page (const Printed *sheet, guint i);
guint printed_n_pages (const Printed *sheet);

/* Within 0.3 mm. */
void assert_mm (TzLen len, double mm);

/* A line of a page's texts. */
typedef struct {
  char *text;
  TzLen left, right, top, bottom, size;
  guint32 colour;
} Line;

/* All lines of page I (of Line), from above. g_array_unref. */
GArray *printed_lines (const Printed *sheet, guint i);
/* The line of page I that begins with TEXT; its text is NULL. Without one the test fails. */
Line printed_find (const Printed *sheet, guint i, const char *text);

const TzPageRule *printed_rule (const Printed *sheet, guint page, guint i);

#endif
