/* Office documents made of parts, for tests of what reads them. */
#ifndef TEST_PACKAGE_H
#define TEST_PACKAGE_H

#include <glib.h>

/* A ZIP of parts: name, text, name, text …, ended by NULL. g_byte_array_unref. */
GByteArray *package_of (const char *name, ...) G_GNUC_NULL_TERMINATED;

/* A workbook of one sheet 表一 whose <sheetData> and what follows it are given, with STYLES (the children of
 * <styleSheet>) and STRINGS (the children of <sst>); both may be "". */
GByteArray *package_workbook (const char *sheet, const char *styles, const char *strings);

#endif
