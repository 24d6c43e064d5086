/* Responsible units: cells that name several, and names that look alike. */
#ifndef TZ_MODEL_UNIT_H
#define TZ_MODEL_UNIT_H

#include "model/alias.h"

/* The units that a cell names, in order, each once, as written:
 *   省、市能源局               省能源局 | 市能源局
 *   东江市、南湖市人民政府     东江市人民政府 | 南湖市人民政府
 *   县发改、住建、供电等部门   县发改 | 住建 | 供电   (nothing is made up)
 *   县发改局牵头，县财政局     县发改局 | 县财政局
 * Signs part names outside brackets; a blank, 和, 及 and 与 only between two names of offices.
 * "" and —— name none. NULL-ended; g_strfreev. */
char **tz_unit_split (const char *text);

/* WRITTEN as a unit's name is written everywhere, so that what offices type in several ways is one unit:
 * letters, digits and marks in half width (ＡＢＣ: ABC), brackets in full width in a name with hanzi
 * (示例电力(集团)公司: 示例电力（集团）公司), no blanks but one between letters (State Grid). g_free. */
char *tz_unit_normal (const char *written);
/* The name that UNITS (may be NULL) gives what is WRITTEN so, else its normal form. g_free. */
char *tz_unit_name (const TzAliases *units, const char *written);

/* The units that a cell names, each once, by tz_unit_name. Reports and workbooks both count by this list.
 * NULL-ended; g_strfreev. */
char **tz_units_list (const TzAliases *units, const char *text);

/* A name and where it is written. */
typedef struct {
  const char *name;
  TzPlace place;
} TzUnitUse;

/* The warning unit-similar for two names that are probably one unit: 县发改局 and
 * 县发展改革局, 能源局 and 省能源局, 省能源局 and 示例省能源局, 县发改 and 县发改局, a character left out
 * or two swapped. Once for a pair, at its later name; never for two that stand in different lines of UNITS
 * (may be NULL). The warning unit-joined for a name that is two others without a mark between them. */
void tz_units_check_similar (const TzAliases *units, const TzUnitUse *uses, int n, TzDiag *diag);

#endif
