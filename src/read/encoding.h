/* Bytes of unknown encoding become UTF-8 text with LF line ends. */
#ifndef TZ_READ_ENCODING_H
#define TZ_READ_ENCODING_H

#include "base/diag.h"

/* Reads the file at PATH whole and decodes it: byte-order mark, else strict
 * UTF-8, else GB18030. FORCED names an encoding instead of guessing (utf-8,
 * utf-16le, utf-16be, gb18030, gbk, gb2312, cp936), or is NULL; a byte-order mark
 * outweighs it. CRLF and CR become LF. On failure NULL with a finding in DIAG that
 * names file, line and byte: missing, unreadable, a folder, over 256 MiB, a
 * workbook, undecodable, UTF-16 without its mark, or holding NUL or other
 * forbidden control characters. SHOWN is the file's name in findings (usually PATH
 * as the user wrote it). LENGTH may be NULL. Free with g_free. */
char *tz_text_load (const char *path, const char *shown, const char *forced, TzDiag *diag, gsize *length);

/* The same for bytes already in memory. */
char *tz_text_decode (const char *bytes, gsize size, const char *shown, const char *forced, TzDiag *diag,
                      gsize *length);

#endif
