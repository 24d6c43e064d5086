#include "read/workbook/kind.h"

#include "read/workbook/package.h"

#include <string.h>

static gboolean begins (const guint8 *bytes, gsize n, const char *mark, gsize length)
{
  return n >= length && memcmp (bytes, mark, length) == 0;
}

static gboolean holds (const guint8 *bytes, gsize n, const char *mark, gsize length)
{
  return memmem (bytes, n, mark, length) != NULL;
}

#define HOLDS(text) holds (bytes, n, text, sizeof (text) - 1)

/* ── packages ────────────────────────────────────────────────────────────── */

typedef struct {
  TzFileKind kind;
  gboolean known; /* ends the reading */
} Root;

static void start_root (gpointer self, const char *name, const char *const *attributes)
{
  (void)attributes;
  Root *root = self;
  if (g_str_equal (name, "workbook"))
    root->kind = TZ_FILE_XLSX;
  else if (g_str_equal (name, "document"))
    root->kind = TZ_FILE_DOCX;
  root->known = TRUE;
}

/* By the part that the package calls its document, whatever its name and folder: one document may hold
 * another. FALSE: it calls none so. */
static gboolean kind_of_document (TzPackage *package, TzFileKind *kind)
{
  static const TzXmlHandler handler = { .start = start_root };
  g_autofree char *document = tz_package_document (package);
  Root root = { .kind = TZ_FILE_PACKAGE };
  if (!document)
    return FALSE;
  if (g_str_has_suffix (document, ".bin")) {
    *kind = TZ_FILE_XLSB;
    return TRUE;
  }
  TzDiag *own = tz_diag_new (); /* what is wrong in it is told when it is read */
  tz_package_read (package, document, &handler, &root, &root.known, own);
  tz_diag_free (own);
  *kind = root.kind;
  return root.known;
}

static gboolean look_into_package (const guint8 *bytes, gsize n, TzFileKind *kind)
{
  TzDiag *own = tz_diag_new ();
  const GByteArray lent = { .data = (guint8 *)bytes, .len = (guint)n };
  TzPackage *package = tz_package_open (&lent, "", own);
  gboolean known = package && kind_of_document (package, kind);
  tz_package_free (package);
  tz_diag_free (own);
  return known;
}

/* A package lists its parts at its end, each by its name as it is: that tells even of a damaged one. */
static TzFileKind kind_by_names (const guint8 *bytes, gsize n)
{
  if (HOLDS ("xl/workbook.bin"))
    return TZ_FILE_XLSB;
  if (HOLDS ("xl/workbook.xml") || HOLDS ("xl/worksheets/"))
    return TZ_FILE_XLSX;
  if (HOLDS ("word/document.xml"))
    return TZ_FILE_DOCX;
  if (HOLDS ("application/vnd.oasis.opendocument.spreadsheet"))
    return TZ_FILE_ODS;
  return TZ_FILE_PACKAGE;
}

static TzFileKind kind_of_package (const guint8 *bytes, gsize n)
{
  TzFileKind kind;
  return look_into_package (bytes, n, &kind) ? kind : kind_by_names (bytes, n);
}

/* ── others ──────────────────────────────────────────────────────────────── */

/* NAME in UTF-16, as a compound file (MS-CFB) writes the names of its streams. */
static gboolean has_stream (const guint8 *bytes, gsize n, const char *name)
{
  char wide[64];
  gsize length = strlen (name);
  for (gsize i = 0; i < length; i++) {
    wide[2 * i] = name[i];
    wide[2 * i + 1] = '\0';
  }
  return holds (bytes, n, wide, 2 * length);
}

static TzFileKind kind_of_compound (const guint8 *bytes, gsize n)
{
  if (has_stream (bytes, n, "EncryptedPackage"))
    return TZ_FILE_PROTECTED;
  if (has_stream (bytes, n, "WordDocument"))
    return TZ_FILE_DOC;
  return TZ_FILE_XLS;
}

static TzFileKind kind_of_text (const guint8 *bytes, gsize n)
{
  while (n > 0 && strchr ("\xEF\xBB\xBF \t\r\n", *bytes) && *bytes != '\0') {
    bytes++;
    n--;
  }
  gsize head = MIN (n, 2048);
  g_autofree char *start = g_ascii_strdown ((const char *)bytes, (gssize)head);
  if (g_str_has_prefix (start, "<!doctype html") || g_str_has_prefix (start, "<html"))
    return TZ_FILE_HTML;
  if (g_str_has_prefix (start, "<?xml") && strstr (start, "urn:schemas-microsoft-com:office:spreadsheet"))
    return TZ_FILE_XML_2003;
  if (g_str_has_prefix (start, "<table"))
    return TZ_FILE_HTML;
  return TZ_FILE_TEXT;
}

TzFileKind tz_file_kind (const guint8 *bytes, gsize n)
{
  if (begins (bytes, n, "PK\x03\x04", 4) || begins (bytes, n, "PK\x05\x06", 4)) /* the latter: without parts */
    return kind_of_package (bytes, n);
  if (begins (bytes, n, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
    return kind_of_compound (bytes, n);
  if (begins (bytes, n, "\x09\x08\x10\x00", 4) || begins (bytes, n, "\x09\x08\x08\x00", 4) ||
      begins (bytes, n, "\x09\x04\x06", 3) || begins (bytes, n, "\x09\x02\x06", 3))
    return TZ_FILE_XLS; /* before compound files: Excel 2 to 4 */
  if (begins (bytes, n, "%PDF-", 5))
    return TZ_FILE_PDF;
  if (begins (bytes, n, "{\\rtf", 5))
    return TZ_FILE_DOC;
  return kind_of_text (bytes, n);
}
