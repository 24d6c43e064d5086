/* Folders for what is not whole yet. They lie in the folder that is sent out, because only from there
 * a file gets its name without being copied; so none may be left: neither by a failure nor by a signal. */
#ifndef TZ_OUTPUT_TEMPORARY_H
#define TZ_OUTPUT_TEMPORARY_H

#include <glib.h>

/* From here on SIGHUP, SIGINT and SIGTERM first remove all temporary folders, then end the program as
 * they would have done. One that the caller ignores (nohup) stays ignored. Called once, before any other
 * thread begins: threads inherit that these signals are not theirs. */
void tz_temporary_watch (void);

/* A new folder in FOLDER, under a name that no other run or thread has. NULL with errno in NUMBER.
 * Freed by tz_temporary_remove. */
char *tz_temporary_new (const char *folder, int *number);

/* Removes it with the files in it, and frees PATH. NULL is allowed. */
void tz_temporary_remove (char *take_path);

/* A signal that comes between the two waits for the second: files that belong together get their names
 * together. */
void tz_temporary_hold (void);
void tz_temporary_release (void);

#endif
