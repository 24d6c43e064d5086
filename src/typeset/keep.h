/* Names that are better not cut: those of a list in a narrow column, and those that the text's style knows. */
#ifndef TZ_TYPESET_KEEP_H
#define TZ_TYPESET_KEEP_H

#include "typeset/box.h"

/* Adds to the penalties of the gaps within names. OF_NAME as tz_words_find has it; NULL: no names are known.
 * LINE as in tz_gaps_make. */
void tz_keep_names (TzBoxes *boxes, const TzTextStyle *style, TzLen line, const int *of_name);

#endif
