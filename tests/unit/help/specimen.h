/* Charts as reports have them, and charts made by chance, for tests. */
#ifndef TEST_SPECIMEN_H
#define TEST_SPECIMEN_H

#include "content/chart.h"

typedef struct {
  const char *name;
  TzChart *(*make) (void);
} Specimen;

extern const Specimen specimens[]; /* the last has no name */

/* Any kind, any number of categories and series, any values and names. */
TzChart *specimen_by_chance (GRand *rand);

#endif
