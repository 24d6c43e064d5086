/* What copying, scanning and conversion leave in a cell's text: found in any
 * case, removed only when the office asks (clean = …). */
#ifndef TZ_MODEL_CLEAN_H
#define TZ_MODEL_CLEAN_H

#include "model/schema.h"

/* Beyond the TZ_CLEAN_ bits: faults that no cleaning can undo. */
enum {
  TZ_FLAW_MOJIBAKE = 1 << 8,    /* UTF-8 that was read as GBK: 锛 銆 鐨 … */
  TZ_FLAW_CONTROL = 1 << 9,     /* control characters */
  TZ_FLAW_REPLACEMENT = 1 << 10 /* U+FFFD: characters already lost */
};

/* TZ_CLEAN_ bits for what cleaning would change, TZ_FLAW_ bits for the rest. */
guint tz_text_flaws (const char *text);

/* TEXT cleaned of WHAT (TZ_CLEAN_ bits); control characters and white space at
 * both ends go in any case. g_free. */
char *tz_text_clean (const char *text, guint what);

#endif
