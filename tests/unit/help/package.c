#include "help/package.h"

#include <stdarg.h>
#include <string.h>
#include <zip.h>

GByteArray *package_of (const char *name, ...)
{
  zip_source_t *whole = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_source_keep (whole);
  zip_t *zip = zip_open_from_source (whole, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  g_assert_nonnull (zip);
  va_list args;
  va_start (args, name);
  for (; name; name = va_arg (args, const char *)) {
    const char *text = va_arg (args, const char *);
    zip_source_t *source = zip_source_buffer (zip, text, strlen (text), 0);
    g_assert_cmpint (zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8), >=, 0);
  }
  va_end (args);
  g_assert_cmpint (zip_close (zip), ==, 0);
  zip_stat_t stat;
  zip_source_stat (whole, &stat);
  GByteArray *bytes = g_byte_array_sized_new ((guint)stat.size);
  g_byte_array_set_size (bytes, (guint)stat.size);
  zip_source_open (whole);
  g_assert_cmpint (zip_source_read (whole, bytes->data, stat.size), ==, (gint64)stat.size);
  zip_source_close (whole);
  zip_source_free (whole);
  return bytes;
}

#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define OFFICE    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define MAIN      "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"

GByteArray *package_workbook (const char *sheet, const char *styles, const char *strings)
{
  g_autofree char *sheet_part = g_strconcat ("<worksheet " MAIN ">", sheet, "</worksheet>", NULL);
  g_autofree char *styles_part = g_strconcat ("<styleSheet " MAIN ">", styles, "</styleSheet>", NULL);
  g_autofree char *strings_part = g_strconcat ("<sst " MAIN ">", strings, "</sst>", NULL);
  return package_of (
      "_rels/.rels",
      RELATIONS "<Relationship Id='r1' Type='" OFFICE
                "officeDocument' Target='xl/workbook.xml'/></Relationships>",
      "xl/workbook.xml",
      "<workbook " MAIN " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
      "<sheets><sheet name='表一' sheetId='1' r:id='r1'/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels",
      RELATIONS "<Relationship Id='r1' Type='" OFFICE "worksheet' Target='worksheets/sheet1.xml'/>"
                "<Relationship Id='r2' Type='" OFFICE "styles' Target='styles.xml'/>"
                "<Relationship Id='r3' Type='" OFFICE
                "sharedStrings' Target='sharedStrings.xml'/></Relationships>",
      "xl/worksheets/sheet1.xml", sheet_part, "xl/styles.xml", styles_part, "xl/sharedStrings.xml",
      strings_part, NULL);
}
