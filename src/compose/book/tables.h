/* The tables in the file of a document: which of them are read, and what they are called. */
#ifndef TZ_COMPOSE_BOOK_TABLES_H
#define TZ_COMPOSE_BOOK_TABLES_H

#include "compose/form/form.h"
#include "model/tables.h"

/* The tables in SOURCE (FILE or FILE#SHEET, lent by FILES) that FORM is for, in order: all that have its
 * columns where ALL, else the one that fits it best. The others, and sheets without a table, are named in
 * findings. Of TzFoundTable; NULL with findings where there is none. g_ptr_array_unref. */
GPtrArray *tz_book_find_tables (TzFiles *files, const char *source, const TzTemplate *form, gboolean all,
                                TzDiag *diag);

/* Whether both are on one sheet. */
gboolean tz_book_tables_are_beside (const TzFoundTable *a, const TzFoundTable *b);
/* What stands for the title of table I of TABLES if nothing else does: where they are on several sheets, the
 * sheet's name, else STEM, that of the file. "" for a further table of a sheet. g_free. */
char *tz_book_table_stem (const GPtrArray *tables, guint i, const char *stem);
/* What its worksheet is called: as the sheet it is from; where that holds several tables, or has no name, by
 * its title, its label or, with neither, by the sheet's name or STEM with a number. NULL where TABLES has one
 * table only: as the form says. g_free. */
char *tz_book_table_sheet (const GPtrArray *tables, guint i, const char *stem);

#endif
