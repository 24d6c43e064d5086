/* What lies over the cells of a worksheet: pictures and charts in a drawing of its own, comments. */
#include "read/workbook/data.h"

#include <string.h>

/* LibreOffice writes a drawing that holds nothing where a cell has a comment. */
static void start_anchor (gpointer self, const char *name, const char *const *attributes)
{
  int *n_anchors = self;
  (void)attributes;
  *n_anchors += g_str_has_suffix (name, "Anchor");
}

static void start_comment (gpointer self, const char *name, const char *const *attributes)
{
  TzWorksheet *sheet = self;
  const char *cell = tz_xml_attribute (attributes, "ref");
  if (!g_str_equal (name, "comment"))
    return;
  if (sheet->n_comments++ == 0 && cell)
    g_strlcpy (sheet->first_comment, cell, sizeof sheet->first_comment);
}

/* A part that cannot be read hides nothing of the table. */
static void read_quietly (TzPackage *package, const char *part, const TzXmlHandler *handler, gpointer self)
{
  TzDiag *own = tz_diag_new ();
  if (tz_package_has (package, part))
    tz_package_read (package, part, handler, self, NULL, own);
  tz_diag_free (own);
}

void tz_worksheet_look_over (TzWorksheet *sheet, TzPackage *package, const char *part)
{
  static const TzXmlHandler drawing = { .start = start_anchor }, comments = { .start = start_comment };
  TzDiag *own = tz_diag_new (); /* what cannot be read here hides nothing of the table */
  GHashTable *types, *targets = tz_package_relations (package, part, &types, own);
  GHashTableIter iter;
  gpointer id, type;
  tz_diag_free (own);
  if (!targets)
    return;
  g_hash_table_iter_init (&iter, types);
  while (g_hash_table_iter_next (&iter, &id, &type)) {
    const char *target = g_hash_table_lookup (targets, id);
    int n_anchors = 0;
    if (g_str_equal (type, "comments"))
      read_quietly (package, target, &comments, sheet);
    if (!g_str_equal (type, "drawing") || !tz_package_has (package, target))
      continue;
    read_quietly (package, target, &drawing, &n_anchors);
    if (n_anchors == 0 && sheet->n_pictures > 0)
      sheet->n_pictures--;
  }
  g_hash_table_unref (types);
  g_hash_table_unref (targets);
}
