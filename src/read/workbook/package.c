#include "read/workbook/package.h"

#include "base/intl.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* What no office's file reaches. A sheet of 1,000,000 rows and ten columns of figures is some 400 MiB. */
enum {
  MAX_PARTS = 20000,
  MAX_DEPTH = 200,
  CHUNK = 64 * 1024,
  MAX_RATIO = 400,      /* times its packed size, once a part is larger than FREE_SIZE */
  FREE_SIZE = 8 << 20,  /* bytes */
  MAX_SIZE = 768 << 20, /* bytes of one part */
};

struct TzPackage {
  zip_t *zip;
  const char *shown;
  GHashTable *parts; /* name in lower case -> index + 1 */
};

static void report (const TzPackage *package, const char *code, const char *message, TzDiag *diag)
{
  TzPlace place = tz_place_file (package->shown);
  tz_diag_add (diag, TZ_ERROR, &place, code, "%s", message);
}

static void report_damage (const TzPackage *package, TzDiag *diag)
{
  report (package, "workbook-damaged",
          _ ("the file is damaged; open it in Excel or WPS, save it under another name, and give that"), diag);
}

static gboolean list_parts (TzPackage *package, TzDiag *diag)
{
  zip_int64_t n = zip_get_num_entries (package->zip, 0);
  if (n > MAX_PARTS) {
    report (package, "workbook-limits",
            _ ("the file has more parts than any workbook; if it is to be trusted, open it in Excel or WPS, "
               "copy the "
               "table into a new file, and give that"),
            diag);
    return FALSE;
  }
  for (zip_int64_t i = 0; i < n; i++) {
    const char *name = zip_get_name (package->zip, (zip_uint64_t)i, ZIP_FL_ENC_GUESS);
    if (!name || !g_utf8_validate (name, -1, NULL))
      continue;
    char *key = g_ascii_strdown (*name == '/' ? name + 1 : name, -1);
    g_strdelimit (key, "\\", '/');
    g_hash_table_insert (package->parts, key, GINT_TO_POINTER ((int)i + 1));
  }
  return TRUE;
}

TzPackage *tz_package_open (const GByteArray *bytes, const char *shown, TzDiag *diag)
{
  TzPackage *package = g_new0 (TzPackage, 1);
  package->shown = g_intern_string (shown);
  package->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  zip_source_t *source = zip_source_buffer_create (bytes->data, bytes->len, 0, NULL);
  package->zip = source ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  if (source && !package->zip)
    zip_source_free (source);
  if (!package->zip)
    report_damage (package, diag);
  if (!package->zip || !list_parts (package, diag))
    g_clear_pointer (&package, tz_package_free);
  return package;
}

void tz_package_free (TzPackage *package)
{
  if (!package)
    return;
  if (package->zip)
    zip_discard (package->zip);
  g_hash_table_unref (package->parts);
  g_free (package);
}

static int find_part (const TzPackage *package, const char *part)
{
  g_autofree char *key = g_ascii_strdown (part, -1);
  return GPOINTER_TO_INT (g_hash_table_lookup (package->parts, key)) - 1;
}

gboolean tz_package_has (const TzPackage *package, const char *part)
{
  return find_part (package, part) >= 0;
}

int tz_package_count (const TzPackage *package, const char *prefix)
{
  GHashTableIter iter;
  gpointer name;
  int n = 0;
  g_hash_table_iter_init (&iter, package->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    n += g_str_has_prefix (name, prefix);
  return n;
}

/* ── attributes ──────────────────────────────────────────────────────────── */

static const char *local (const char *name)
{
  const char *colon = strrchr (name, ':');
  return colon ? colon + 1 : name;
}

const char *tz_xml_attribute (const char *const *attributes, const char *name)
{
  for (; *attributes; attributes += 2)
    if (g_str_equal (local (attributes[0]), name))
      return attributes[1];
  return NULL;
}

int tz_xml_count (const char *const *attributes, const char *name, int limit, int otherwise)
{
  const char *value = tz_xml_attribute (attributes, name);
  gint64 number;
  if (!value || !g_ascii_string_to_signed (value, 10, 0, limit, &number, NULL))
    return otherwise;
  return (int)number;
}

gboolean tz_xml_flag (const char *const *attributes, const char *name, gboolean otherwise)
{
  const char *value = tz_xml_attribute (attributes, name);
  if (!value)
    return otherwise;
  return !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off"));
}

/* ── reading ─────────────────────────────────────────────────────────────── */

typedef struct {
  const TzXmlHandler *handler;
  gpointer self;
  XML_Parser parser;
  const gboolean *stop;
  int depth;
  const char *refused; /* why: a document type, or deeper than MAX_DEPTH; NULL: it is not */
} Reading;

static void look_for_stop (Reading *reading)
{
  if (reading->refused || (reading->stop && *reading->stop))
    XML_StopParser (reading->parser, XML_FALSE);
}

static void XMLCALL start_element (void *data, const XML_Char *name, const XML_Char **attributes)
{
  Reading *reading = data;
  if (++reading->depth > MAX_DEPTH)
    reading->refused =
        N_ ("elements of the file stand within each other deeper than any Office program writes them; "
            "open it in Excel or WPS, save it under another name, and give that");
  if (!reading->refused && reading->handler->start)
    reading->handler->start (reading->self, local (name), (const char *const *)attributes);
  look_for_stop (reading);
}

static void XMLCALL end_element (void *data, const XML_Char *name)
{
  Reading *reading = data;
  reading->depth--;
  if (reading->handler->end)
    reading->handler->end (reading->self, local (name));
  look_for_stop (reading);
}

static void XMLCALL character_data (void *data, const XML_Char *text, int n)
{
  Reading *reading = data;
  if (reading->handler->text)
    reading->handler->text (reading->self, text, n);
}

/* Entities of a document type could grow without end; Office writes none. */
static void XMLCALL start_doctype (void *data, const XML_Char *name, const XML_Char *system,
                                   const XML_Char *public_id, int internal)
{
  (void)name, (void)system, (void)public_id, (void)internal;
  Reading *reading = data;
  reading->refused =
      N_ ("the file defines names for texts (a document type), as no Office program does and as attacks "
          "do; open it in Excel or WPS, save it under another name, and give that");
  look_for_stop (reading);
}

static gboolean is_within_limits (const zip_stat_t *stat)
{
  if (!(stat->valid & ZIP_STAT_SIZE))
    return FALSE;
  if (stat->size > MAX_SIZE)
    return FALSE;
  gboolean packed = (stat->valid & ZIP_STAT_COMP_SIZE) != 0;
  return stat->size <= FREE_SIZE || !packed || stat->size / MAX_RATIO <= stat->comp_size;
}

/* What is unpacked is counted, too: the directory may say less than there is. */
static gboolean feed (zip_file_t *file, zip_uint64_t size, Reading *reading)
{
  zip_uint64_t seen = 0;
  for (;;) {
    void *buffer = XML_GetBuffer (reading->parser, CHUNK);
    zip_int64_t n = buffer ? zip_fread (file, buffer, CHUNK) : -1;
    if (n < 0 || (seen += (zip_uint64_t)n) > size)
      return FALSE;
    enum XML_Status status = XML_ParseBuffer (reading->parser, (int)n, n == 0);
    if (status != XML_STATUS_OK)
      return !reading->refused && XML_GetErrorCode (reading->parser) == XML_ERROR_ABORTED;
    if (n == 0)
      return TRUE;
  }
}

gboolean tz_package_read (TzPackage *package, const char *part, const TzXmlHandler *handler, gpointer self,
                          const gboolean *stop, TzDiag *diag)
{
  int index = find_part (package, part);
  zip_stat_t stat;
  if (index < 0 || zip_stat_index (package->zip, (zip_uint64_t)index, 0, &stat) != 0) {
    report_damage (package, diag);
    return FALSE;
  }
  if (!is_within_limits (&stat)) {
    report (package, "workbook-limits",
            _ ("a part of the file unpacks to more than any workbook holds; if the file is to be trusted, open "
               "it in "
               "Excel or WPS, copy the table into a new file, and give that"),
            diag);
    return FALSE;
  }
  zip_file_t *file = zip_fopen_index (package->zip, (zip_uint64_t)index, 0);
  Reading reading = { .handler = handler, .self = self, .stop = stop, .parser = XML_ParserCreate (NULL) };
  XML_SetUserData (reading.parser, &reading);
  XML_SetElementHandler (reading.parser, start_element, end_element);
  XML_SetCharacterDataHandler (reading.parser, character_data);
  XML_SetStartDoctypeDeclHandler (reading.parser, start_doctype);
  gboolean done = file && feed (file, stat.size, &reading);
  XML_ParserFree (reading.parser);
  if (file)
    zip_fclose (file);
  if (!done && reading.refused)
    report (package, "workbook-limits", gettext (reading.refused), diag);
  else if (!done)
    report_damage (package, diag);
  return done;
}

/* ── relationships ───────────────────────────────────────────────────────── */

typedef struct {
  GHashTable *targets, *types;
  char *folder; /* of the part whose relationships they are */
} Relations;

/* TARGET as it is written in a part of FOLDER: ../media/image1.png, /xl/styles.xml. g_free. */
static char *resolve (const char *folder, const char *target)
{
  if (*target == '/')
    return g_strdup (target + 1);
  g_autofree char *from = g_strconcat ("/", folder, NULL);
  g_autofree char *path = g_canonicalize_filename (target, from);
  return g_strdup (path + 1);
}

static void start_relation (gpointer self, const char *name, const char *const *attributes)
{
  Relations *relations = self;
  const char *id = tz_xml_attribute (attributes, "Id"), *target = tz_xml_attribute (attributes, "Target");
  const char *type = tz_xml_attribute (attributes, "Type"), *mode = tz_xml_attribute (attributes, "TargetMode");
  if (!g_str_equal (name, "Relationship") || !id || !target || g_strcmp0 (mode, "External") == 0)
    return;
  g_hash_table_insert (relations->targets, g_strdup (id), resolve (relations->folder, target));
  if (relations->types && type) {
    const char *slash = strrchr (type, '/');
    g_hash_table_insert (relations->types, g_strdup (id), g_strdup (slash ? slash + 1 : type));
  }
}

const char *tz_package_target (GHashTable *targets, GHashTable *types, const char *wanted)
{
  GHashTableIter iter;
  gpointer id, type;
  g_hash_table_iter_init (&iter, types);
  while (g_hash_table_iter_next (&iter, &id, &type))
    if (g_str_equal (type, wanted))
      return g_hash_table_lookup (targets, id);
  return NULL;
}

GHashTable *tz_package_relations (TzPackage *package, const char *part, GHashTable **types, TzDiag *diag)
{
  static const TzXmlHandler handler = { .start = start_relation };
  const char *slash = strrchr (part, '/');
  const char *name = slash ? slash + 1 : part;
  Relations relations = { .targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                          .folder = g_strndup (part, slash ? (gsize)(slash - part) : 0) };
  if (types)
    *types = relations.types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = slash ? g_strconcat (relations.folder, "/_rels/", name, ".rels", NULL)
                                : g_strconcat ("_rels/", name, ".rels", NULL);
  if (tz_package_has (package, path) && !tz_package_read (package, path, &handler, &relations, NULL, diag)) {
    g_clear_pointer (&relations.targets, g_hash_table_unref);
    if (types)
      g_clear_pointer (types, g_hash_table_unref);
  }
  g_free (relations.folder);
  return relations.targets;
}

char *tz_package_document (TzPackage *package)
{
  TzDiag *own = tz_diag_new (); /* a package without relationships may still be read by the usual names */
  GHashTable *types = NULL, *targets = tz_package_relations (package, "", &types, own);
  const char *part = targets ? tz_package_target (targets, types, "officeDocument") : NULL;
  char *document = g_strdup (part);
  tz_diag_free (own);
  if (targets) {
    g_hash_table_unref (types);
    g_hash_table_unref (targets);
  }
  return document;
}
