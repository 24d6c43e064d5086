/* Files as bytes; what is wrong with one of them is a finding. */
#ifndef TZ_READ_FILE_H
#define TZ_READ_FILE_H

#include "base/diag.h"

#define TZ_MAX_FILE_MIB  256
#define TZ_MAX_FILE_SIZE ((gsize)TZ_MAX_FILE_MIB * 1024 * 1024)

/* Whether PATH is "-", standard input; a file of that name is "./-". */
gboolean tz_file_is_stdin (const char *path);

/* The whole file at PATH, which may also be a pipe, or standard input: whoever asks again for that gets the
 * same bytes again. NULL with a finding if it is missing, a folder, unreadable, or larger than
 * TZ_MAX_FILE_SIZE. SHOWN is its name in findings. Free with g_byte_array_unref. */
GByteArray *tz_file_load (const char *path, const char *shown, TzDiag *diag);

/* Told of each file that tz_file_load opens, by its path; NULL: nobody. For tests. */
extern void (*tz_file_opened) (const char *path);

/* The finding about a file larger than that. */
void tz_file_report_size (const char *shown, TzDiag *diag);

#endif
