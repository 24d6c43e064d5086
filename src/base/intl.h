/* Messages are written in English and translated by gettext (src/po). */
#ifndef TZ_BASE_INTL_H
#define TZ_BASE_INTL_H

#include <libintl.h>

#define _(text)  gettext (text)
#define N_(text) (text)
/* gettext ("") is the catalogue's own header, never wanted. */

#endif
