/* The package around a workbook's parts, as libxlsxwriter writes it. For
 * output/xlsx/ alone. */
#ifndef TZ_OUTPUT_XLSX_ZIP_H
#define TZ_OUTPUT_XLSX_ZIP_H

#include <glib.h>

#define TZ_ZIP_END_SIZE 22

/* Where sums and sizes stand, in an entry of the directory and in a part's own header. */
enum { TZ_ZIP_ENTRY_SUM = 16, TZ_ZIP_ENTRY_LOCAL = 42, TZ_ZIP_LOCAL_SUM = 14 };
/* In the record at the end: size and place of the directory. */
enum { TZ_ZIP_END_SIZES = 12 };

typedef struct {
  const guint8 *data, *end; /* END: the record at the end */
  gsize size, at;
  guint n_parts;
} TzZip;

typedef struct {
  const guint8 *entry, *local, *packed; /* in the directory; its header; its bytes */
  gsize n_entry, n_local, n_packed;
  const char *name; /* N_NAME bytes */
  gsize n_name;
  guint32 sum; /* CRC-32 of what is packed */
} TzZipPart;

guint tz_zip_get16 (const guint8 *p);
guint32 tz_zip_get32 (const guint8 *p);
void tz_zip_put32 (guint8 *p, guint32 value);

/* DATA is lent. FALSE if there is no package in it. */
gboolean tz_zip_open (TzZip *zip, const guint8 *data, gsize size);
/* The next of N_PARTS. FALSE if it does not lie within the package. */
gboolean tz_zip_next (TzZip *zip, TzZipPart *part);

#endif
