/* The list of formats, in the order in which they are named to users. A new one is a file that
 * defines tz_backend_NAME, and its line here. */
#ifndef TZ_OUTPUT_BACKENDS_H
#define TZ_OUTPUT_BACKENDS_H

#include "output/backend.h"

/* clang-format off */
#define TZ_BACKENDS(entry) \
  entry (xlsx)             \
  entry (pdf)              \
  entry (png)
/* clang-format on */

#define TZ_DECLARE_BACKEND(name) extern const TzBackend tz_backend_##name;
TZ_BACKENDS (TZ_DECLARE_BACKEND)

#endif
