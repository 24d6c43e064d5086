/* The codes of findings: [unclosed-quote] and the others. */
#ifndef TZ_BASE_CODES_H
#define TZ_BASE_CODES_H

#include "base/diag.h"

typedef struct {
  const char *code;    /* short kebab-case word, never translated: scripts look for it */
  TzSeverity severity; /* the usual one: some are errors here and warnings there */
  gboolean system;     /* the system failed, not the data: exit status 3 */
  const char *meaning; /* one line, marked for translation */
} TzCode;

/* All of them, sorted, ended by one without a code. */
extern const TzCode tz_codes[];

/* NULL for a code that is not in the table. */
const TzCode *tz_code_lookup (const char *code);

#endif
