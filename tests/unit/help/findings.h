/* Comparing findings with what a test expects. */
#ifndef TEST_FINDINGS_H
#define TEST_FINDINGS_H

#include "base/diag.h"

/* Asserts that DIAG holds just the findings EXPECTED, in its order: one word
 * group a finding, "error unclosed-quote 3:5 B3" (severity, code, LINE:COLUMN or
 * LINE if known, cell if known), separated by "; ". "" means none. */
void assert_findings (const TzDiag *diag, const char *expected);

#endif
