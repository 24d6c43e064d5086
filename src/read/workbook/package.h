/* The package of an Office document: a ZIP of XML parts (ECMA-376 part 2), read within limits, since a
 * small file may unpack to more than any machine holds. */
#ifndef TZ_READ_WORKBOOK_PACKAGE_H
#define TZ_READ_WORKBOOK_PACKAGE_H

#include "base/diag.h"

typedef struct TzPackage TzPackage;

/* BYTES are lent and must outlive the package; SHOWN is the file's name in findings. NULL with the finding
 * workbook-damaged when it is no whole ZIP, or workbook-limits when it has too many parts. */
TzPackage *tz_package_open (const GByteArray *bytes, const char *shown, TzDiag *diag);
void tz_package_free (TzPackage *package); /* NULL is allowed */

/* Part names have no / ahead. Letter case is ignored, as in ECMA-376 part 2, 6.2.2. */
gboolean tz_package_has (const TzPackage *package, const char *part);
/* How many parts have names that begin with PREFIX. */
int tz_package_count (const TzPackage *package, const char *prefix);

/* What is told of a part while it is read. Names of elements and attributes come without their prefix.
 * Each may be NULL. */
typedef struct {
  void (*start) (gpointer self, const char *name, const char *const *attributes);
  void (*end) (gpointer self, const char *name);
  void (*text) (gpointer self, const char *text, int n); /* N bytes, not ended by NUL */
} TzXmlHandler;

/* Reads PART once, from its beginning to its end. FALSE with a finding when it is missing, too large, or
 * not well-formed; what was told until then stands. *STOP (may be NULL) set by the handler ends the
 * reading early, without a finding. */
gboolean tz_package_read (TzPackage *package, const char *part, const TzXmlHandler *handler, gpointer self,
                          const gboolean *stop, TzDiag *diag);

/* The value of attribute NAME, without regard to prefixes; NULL: there is none. */
const char *tz_xml_attribute (const char *const *attributes, const char *name);
/* A number from 0 to LIMIT; OTHERWISE if the attribute is missing or something else. */
int tz_xml_count (const char *const *attributes, const char *name, int limit, int otherwise);
/* xsd:boolean; an attribute without a value that says otherwise is OTHERWISE. */
gboolean tz_xml_flag (const char *const *attributes, const char *name, gboolean otherwise);

/* The relationships of PART (ECMA-376 part 2, 6.5): from the id to the name of the part it leads to, and
 * with TYPES, from the id to the last word of its type. Outside targets are left out. The tables own their
 * texts; g_hash_table_unref. Empty where the part has none; NULL, and *TYPES NULL, with a finding as of
 * tz_package_read when they cannot be read. */
GHashTable *tz_package_relations (TzPackage *package, const char *part, GHashTable **types, TzDiag *diag);
/* The part that a relationship of type WANTED leads to; NULL: none. Lent by TARGETS. */
const char *tz_package_target (GHashTable *targets, GHashTable *types, const char *wanted);

/* The part that the package's own relationships call the document; NULL: they name none. g_free. */
char *tz_package_document (TzPackage *package);

#endif
