#include "output/xlsx/zip.h"

/* PKZIP's APPNOTE 6.3, as far as libxlsxwriter writes it: no zip64 below 4 GiB, no
 * comment, no data descriptor needed because the directory at the end has all sizes. */
#define END_RECORD   0x06054B50
#define ENTRY_RECORD 0x02014B50
#define ENTRY_SIZE   46
#define LOCAL_SIZE   30
#define DEFLATED     8

guint tz_zip_get16 (const guint8 *p)
{
  return (guint)p[0] | (guint)p[1] << 8;
}

guint32 tz_zip_get32 (const guint8 *p)
{
  return (guint32)tz_zip_get16 (p) | (guint32)tz_zip_get16 (p + 2) << 16;
}

void tz_zip_put32 (guint8 *p, guint32 value)
{
  for (int i = 0; i < 4; i++)
    p[i] = (guint8)(value >> 8 * i);
}

gboolean tz_zip_open (TzZip *zip, const guint8 *data, gsize size)
{
  *zip = (TzZip){ .data = data, .size = size };
  if (size < TZ_ZIP_END_SIZE || size > G_MAXUINT32)
    return FALSE;
  zip->end = data + size - TZ_ZIP_END_SIZE;
  zip->n_parts = tz_zip_get16 (zip->end + 10);
  zip->at = tz_zip_get32 (zip->end + 16);
  return tz_zip_get32 (zip->end) == END_RECORD && zip->n_parts > 0;
}

gboolean tz_zip_next (TzZip *zip, TzZipPart *part)
{
  const guint8 *entry = zip->data + zip->at;
  if (zip->at + ENTRY_SIZE > zip->size || tz_zip_get32 (entry) != ENTRY_RECORD)
    return FALSE;
  gsize n_name = tz_zip_get16 (entry + 28), local = tz_zip_get32 (entry + 42);
  gsize n_entry = ENTRY_SIZE + n_name + tz_zip_get16 (entry + 30) + tz_zip_get16 (entry + 32);
  if (tz_zip_get16 (entry + 10) != DEFLATED || local + LOCAL_SIZE > zip->size || zip->at + n_entry > zip->size)
    return FALSE;
  *part = (TzZipPart){ .entry = entry, .n_entry = n_entry, .name = (const char *)entry + ENTRY_SIZE };
  part->n_name = n_name;
  part->local = zip->data + local;
  part->n_local = LOCAL_SIZE + (gsize)tz_zip_get16 (part->local + 26) + (gsize)tz_zip_get16 (part->local + 28);
  part->packed = part->local + part->n_local;
  part->n_packed = tz_zip_get32 (entry + 20);
  part->sum = tz_zip_get32 (entry + 16);
  zip->at += n_entry;
  return local + part->n_local <= zip->size && part->n_packed <= zip->size - local - part->n_local;
}
