/* One input through the house: read, model, compose, layout, output. */
#ifndef TZ_COMMAND_JOB_H
#define TZ_COMMAND_JOB_H

#include "command/command.h"
#include "compose/book/book.h"
#include "typeset/paragraph.h"

/* What build and check were asked to do. */
typedef struct {
  TzBookOptions book;
  char *folder;   /* -o, or NULL: "out" beside the input */
  char **formats; /* NULL-ended */
  char *dump;     /* grid, table or pages: print that, write nothing; or NULL */
  gboolean write; /* FALSE: only findings */
  gboolean strict;
} TzJobOptions;

/* Keeps fonts and glyphs between the inputs of one thread. */
typedef struct {
  TzTypesetter *setter;
} TzJobShop;

void tz_job_shop_clear (TzJobShop *shop);

/* A typesetter with the fonts and units of BOOK (NULL: of none). NULL with the findings or the failure told.
 * tz_typesetter_free. */
TzTypesetter *tz_job_open_setter (const TzBook *book, TzOutcome *outcome);

/* Works INPUT, whose book was loaded into BOOK (NULL if that failed), and fills
 * OUTCOME. Nothing is written unless every document of the book is right. */
void tz_job_run (const char *input, TzBook *book, const TzJobOptions *options, TzJobShop *shop,
                 TzOutcome *outcome);

/* How many pages each document of BOOK has, 0 for one that cannot be made. They are composed and laid out for
 * that; what is wrong with them goes to DIAG, that of the outcome which tz_job_run will fill, and is not told
 * again by it. N_PAGES has room for them all. */
void tz_job_count_pages (TzBook *book, TzJobShop *shop, int *n_pages, TzDiag *diag);

/* The folder that INPUT's files go to. g_free. */
char *tz_job_folder (const char *input, const TzJobOptions *options);

#endif
