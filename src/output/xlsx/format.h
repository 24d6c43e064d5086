/* Looks become cell formats. */
#ifndef TZ_OUTPUT_XLSX_FORMAT_H
#define TZ_OUTPUT_XLSX_FORMAT_H

#include "output/xlsx/workbook.h"

/* Everything by which two cell formats can differ. Compared byte by byte, so
 * fill it from tz_xlsx_look_of only, which clears it first. */
typedef struct {
  TzLen size;
  const char *num_format; /* interned, or NULL for General */
  guint32 colour, background;
  guint8 role, bold, align, valign, unlocked, diagonal;
  guint8 single;                   /* one line, shrunk where the cell is too narrow */
  guint8 indent;                   /* Excel's steps from the left */
  guint8 left, top, right, bottom; /* enum lxw_format_borders */
  guint8 spare[4];                 /* 0: up to the next multiple of 8, so that there is no padding */
} TzXlsxLook;

TzXlsxLook tz_xlsx_look_of (const TzTextStyle *text, TzVAlign valign);
lxw_format *tz_xlsx_format (TzXlsx *xlsx, const TzXlsxLook *look);
/* The name that the font for ROLE has on the recipients' computers: the document's own choice, else that of
 * the font set-up. Lent. */
const char *tz_xlsx_font_name (const TzXlsx *xlsx, TzRole role);
/* Excel's line for a rule of THICKNESS, as enum lxw_format_borders. */
guint8 tz_xlsx_border (TzLen thickness);

#endif
