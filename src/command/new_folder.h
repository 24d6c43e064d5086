/* What the ways to begin a book share. */
#ifndef TZ_COMMAND_NEW_FOLDER_H
#define TZ_COMMAND_NEW_FOLDER_H

#include "command/command.h"
#include "output/folder.h"

/* The folder at PATH with FILES (of TzStartFile) in it, hidden yet; NULL with the failure told. tz_folder_free.
 */
TzFolder *tz_new_fill_folder (const char *path, const GPtrArray *files, TzOutcome *outcome);
/* Gives FOLDER its name, or tells why not. */
void tz_new_give_name (TzFolder *folder, TzOutcome *outcome);

/* -t for a book in another folder: of a form's file the whole path. NULL where NAME is. g_free. */
char *tz_new_settle_form (const char *name);

#endif
