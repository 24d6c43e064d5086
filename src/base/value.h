/* What the text of a cell is taken for. */
#ifndef TZ_BASE_VALUE_H
#define TZ_BASE_VALUE_H

typedef enum { TZ_VALUE_TEXT, TZ_VALUE_NUMBER, TZ_VALUE_PERCENT, TZ_VALUE_DATE } TzValueType;

#endif
