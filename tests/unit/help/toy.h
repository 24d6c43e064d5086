/* Typesetting by plain arithmetic: ASCII characters are half an em wide, all others
 * one em; lines are filled one after the other. Widths, heights and breaks can then
 * be computed in the head. U+E000 … U+F8FF have no glyph. */
#ifndef TEST_TOY_H
#define TEST_TOY_H

#include "layout/measure.h"

typedef struct Toy Toy;

Toy *toy_new (void);
void toy_free (Toy *toy);
/* Equal questions get the same lines, as from a typesetter. */
TzMeasure toy_measure (Toy *toy);

#endif
