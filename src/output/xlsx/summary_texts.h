/* The hidden sheet that tells in which texts of the ledger a unit is named. */
#ifndef TZ_OUTPUT_XLSX_SUMMARY_TEXTS_H
#define TZ_OUTPUT_XLSX_SUMMARY_TEXTS_H

#include "output/xlsx/summary_formula.h"

/* Formulas find a unit by its name between marks. Where the ledger names it otherwise (by another spelling, 和,
 * 省、市能源局), or where a mark is part of a longer name, the texts in question are put on the hidden sheet
 * and TEXTS says where. tz_summary_texts_clear. */
void tz_summary_put_texts (TzXlsxSummary *s, const char *unit, TzSummaryTexts *texts);
void tz_summary_texts_clear (TzSummaryTexts *texts);

#endif
