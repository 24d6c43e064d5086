/* What a person may write into an empty cell of a form. */
#ifndef TZ_CONTENT_FILL_IN_H
#define TZ_CONTENT_FILL_IN_H

#include <glib.h>

typedef enum {
  TZ_FILL_NONE,
  TZ_FILL_TEXT,
  TZ_FILL_CHOICE,
  TZ_FILL_NUMBER,
  TZ_FILL_PERCENT,
  TZ_FILL_DATE
} TzFillKind;

typedef struct {
  TzFillKind kind;
  const char *choices; /* interned; ";"-separated, for TZ_FILL_CHOICE; else NULL */
  const char *prompt;  /* interned; shown when the cell is entered; may be NULL */
} TzFillIn;

gboolean tz_fill_in_equal (const TzFillIn *a, const TzFillIn *b);

#endif
