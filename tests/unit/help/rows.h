/* Sheets written as text: one line a row, the cells between bars. */
#ifndef TEST_ROWS_H
#define TEST_ROWS_H

#include "model/sheet.h"

typedef struct {
  int row, col;
  TzSheetFacts facts;
} TestFact;

typedef struct {
  TzSheetRows rows; /* what the model is fed with */
  char ***cells;    /* by row, NULL-ended */
  const TestFact *facts;
  int n_facts;
} TestRows;

/* TEXT's lines, "序号|事项|金额"; an empty line is a blank row. */
TestRows *test_rows_new (const char *text);
/* The same with what a workbook knows of its cells; FACTS are lent. A merged cell covers what lies under it. */
TestRows *test_rows_with_facts (const char *text, const TestFact *facts, int n_facts);
void test_rows_free (TestRows *rows);

/* The classes of all rows, "title head body body". g_free. */
char *test_rows_classes (const TzSheet *sheet);
/* The paths of table I's columns, "序号; 投资/计划". g_free. */
char *test_rows_paths (const TzSheet *sheet, int i);

#endif
