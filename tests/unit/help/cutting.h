/* Tables cut into pages that are counted in lines: of 10 pt, in columns of five hanzi. */
#ifndef TEST_CUTTING_H
#define TEST_CUTTING_H

#include "help/sketch.h"

typedef struct {
  Toy *toy;
  TzMeasure measure;
  TzDoc *doc;
  TzSized *sized;
  TzCuts *cuts;
  TzPages *pages; /* one a slice, without head */
} Cutting;

/* The rows as for sketch_grid. */
TzGrid *cutting_grid (const char *rows);
/* FIRST, LATER and NOTES are the room in lines. */
Cutting *cutting_new (TzGrid *take_grid, int first, int later, int notes);
void cutting_free (Cutting *cutting);

/* EXPECTED as sketch_cuts_text. */
void assert_cutting (const Cutting *cutting, const char *expected);
/* The texts of page NUMBER as sketch_page_text. */
void assert_cutting_page (const Cutting *cutting, guint number, const char *expected);
/* All of it in one call. */
void assert_cuts (const char *rows, int first, int later, int notes, const char *expected);
/* Height of a part in points. */
TzLen cutting_height (const Cutting *cutting, int part);

#endif
