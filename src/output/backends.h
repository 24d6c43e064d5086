/* The back ends' records, for the list in output.c alone. */
#ifndef TZ_OUTPUT_BACKENDS_H
#define TZ_OUTPUT_BACKENDS_H

#include "output/output.h"

extern const TzBackend tz_backend_pdf;
extern const TzBackend tz_backend_png;
extern const TzBackend tz_backend_xlsx;

#endif
