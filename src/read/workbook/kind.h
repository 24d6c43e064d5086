/* What a file is, by its bytes: names lie. */
#ifndef TZ_READ_WORKBOOK_KIND_H
#define TZ_READ_WORKBOOK_KIND_H

#include <glib.h>

typedef enum {
  TZ_FILE_TEXT, /* no form of document known: a CSV, perhaps */
  TZ_FILE_XLSX, /* .xlsx, .xlsm */
  TZ_FILE_XLSB, /* a package whose parts are not XML */
  TZ_FILE_XLS,  /* .xls, and .et of WPS */
  TZ_FILE_ODS,
  TZ_FILE_DOCX,
  TZ_FILE_DOC, /* .doc, .wps */
  TZ_FILE_PDF,
  TZ_FILE_PROTECTED, /* an Office document that asks for a password */
  TZ_FILE_HTML,      /* a web page that was called .xls */
  TZ_FILE_XML_2003,  /* an "XML table 2003" */
  TZ_FILE_PACKAGE    /* some other package */
} TzFileKind;

/* Looks at the N bytes of a whole file. */
TzFileKind tz_file_kind (const guint8 *bytes, gsize n);

#endif
