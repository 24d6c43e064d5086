/* A CSV without a form of its own: what its titles and cells tell about it, said in
 * the template language, so that a book can overrule every word. */
#ifndef TZ_COMPOSE_FORM_GENERIC_H
#define TZ_COMPOSE_FORM_GENERIC_H

#include "read/csv.h"
#include "read/ini.h"

/* [column c1], [column c2] … and, where STEM holds hanzi, the title; places are in
 * SHOWN. tz_ini_free. */
TzIni *tz_generic_infer (const TzRecords *csv, const char *stem, const char *shown);

#endif
