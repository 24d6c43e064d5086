/* Where codes, addresses and numbers of ASCII characters may be taken apart. */
#ifndef TZ_TYPESET_CODE_H
#define TZ_TYPESET_CODE_H

#include "typeset/box.h"

/* What a break costs behind box K of N, where it and the next one are Western (tz_class_is_western) and kept
 * together by BOND. Inside ASCII runs a line may be broken where Unicode's line breaking allows it and a reader
 * expects it: after a hyphen or a slash between two words, or two parts of a code; of a unit or GB/T only if it
 * must be; of a number (9704-2012) or an address rather than anywhere, or than that a mark begins a line. */
gint32 tz_code_penalty (const TzBox *boxes, int n, int k, TzBond bond);

#endif
