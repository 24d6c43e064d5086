/* What the C library does not read of GB18030 and of Windows' code page 936. */
#ifndef TZ_READ_GB18030_H
#define TZ_READ_GB18030_H

#include <glib.h>

/* The character at P, LEFT bytes from the end: 0x80 of code page 936, the euro sign as Excel writes it, and the
 * four-byte codes of 18 characters that have two bytes, too. GB18030-2005 gave these characters (U+9FB4 to
 * U+9FBB, U+FE10 to U+FE19) to the four-byte codes and private ones to the two-byte codes, GB18030-2022 the
 * other way round; glibc reads the latter alone. The number of bytes, 0: it is none of these. */
gsize tz_gb18030_read_missing (const guint8 *p, gsize left, gunichar *c);

#endif
