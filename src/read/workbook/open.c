/* The parts of a workbook, found through its relationships and read in the order in which they need each other.
 */
#include "base/identity.h"
#include "base/intl.h"
#include "base/list.h"
#include "base/suggest.h"
#include "read/workbook/data.h"

#include <string.h>

/* ── what there is ───────────────────────────────────────────────────────── */

/* A sheet as the workbook lists it. */
typedef struct {
  char *name, *id; /* of the relationship */
  gboolean hidden;
} Listed;

typedef struct {
  TzWorkbook *workbook;
  GPtrArray *listed; /* of Listed */
} Listing;

static void listed_free (Listed *listed)
{
  g_free (listed->name);
  g_free (listed->id);
  g_free (listed);
}

static void start (gpointer self, const char *name, const char *const *attributes)
{
  Listing *listing = self;
  if (g_str_equal (name, "workbookPr")) {
    /* An extension at the end has an element of the same name, which says nothing of days. */
    listing->workbook->date_1904 |= tz_xml_flag (attributes, "date1904", FALSE);
  } else if (g_str_equal (name, "sheet")) {
    const char *state = tz_xml_attribute (attributes, "state");
    Listed *listed = g_new0 (Listed, 1);
    /* The id stands behind a prefix; sheetId has another name. */
    listed->id = g_strdup (tz_xml_attribute (attributes, "id"));
    listed->name = g_strdup (tz_xml_attribute (attributes, "name"));
    listed->hidden = state && !g_str_equal (state, "visible");
    g_ptr_array_add (listing->listed, listed);
  }
}

/* ── reading ─────────────────────────────────────────────────────────────── */

static void report_no_sheet (const TzWorkbook *workbook, const GPtrArray *listed, const char *name,
                             TzDiag *diag)
{
  TzPlace place = tz_place_file (workbook->shown);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (names, ((Listed *)listed->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  const char *near = tz_suggest (name, (const char *const *)names->pdata);
  g_autofree char *all = g_strjoinv ("、", (char **)names->pdata);
  if (near)
    tz_diag_add (diag, TZ_ERROR, &place, "no-such-sheet", _ ("there is no sheet “%s”; did you mean “%s”?"),
                 name, near);
  else
    tz_diag_add (diag, TZ_ERROR, &place, "no-such-sheet", _ ("there is no sheet “%s”; there are %s"), name,
                 all);
}

static gboolean is_wanted (const Listed *listed, const char *name)
{
  if (!listed->name)
    return FALSE;
  return name ? g_str_equal (listed->name, name) : !listed->hidden;
}

/* Programs keep sheets of their own, whose names begin with a line (_taizhang): nobody misses them. */
static void report_hidden (const TzWorkbook *workbook, const GPtrArray *listed, TzDiag *diag)
{
  TzPlace place = tz_place_file (workbook->shown);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < listed->len; i++) {
    const Listed *entry = listed->pdata[i];
    if (entry->hidden && entry->name && *entry->name != '_')
      g_ptr_array_add (names, entry->name);
  }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  g_autofree char *all = tz_list_and ((const char *const *)names->pdata);
  tz_diag_add (diag, TZ_NOTE, &place, "hidden-sheets",
               _ ("hidden sheets are left out: %s; show them, or name one behind the file: %s#%s"), all,
               workbook->shown, (const char *)names->pdata[0]);
}

/* The part of a sheet; NULL: it has no cells to read (a chart), or is listed without being there. */
static const char *part_of (const TzWorkbook *workbook, const Listed *entry, GHashTable *targets, TzDiag *diag)
{
  const char *part = entry->id ? g_hash_table_lookup (targets, entry->id) : NULL;
  if (!part && entry->name && !entry->hidden) {
    TzPlace place = tz_place_file (workbook->shown);
    tz_diag_add (
        diag, TZ_WARNING, &place, "sheet-missing",
        _ ("the workbook lists the sheet “%s”, which is not in the file; open it in Excel or WPS, look "
           "whether all sheets are there, save it, and give it again"),
        entry->name);
  }
  return part && !strstr (part, "chartsheets/") && !strstr (part, "dialogsheets/") ? part : NULL;
}

/* What a workbook of ours says of itself; a damaged one says nothing. */
static void join_parts (TzWorkbook *workbook, TzPackage *package, const GPtrArray *listed, GHashTable *targets)
{
  const char *part = NULL;
  for (guint i = 0; i < listed->len; i++) {
    const Listed *entry = listed->pdata[i];
    if (entry->hidden && entry->id && g_strcmp0 (entry->name, TZ_IDENTITY_SHEET) == 0)
      part = g_hash_table_lookup (targets, entry->id);
  }
  if (!part)
    return;
  TzWorksheet *identity = tz_worksheet_new (workbook, TZ_IDENTITY_SHEET);
  TzDiag *own = tz_diag_new ();
  if (tz_worksheet_read (workbook, identity, package, part, own))
    for (guint i = 0; i < workbook->sheets->len; i++)
      tz_worksheet_join_parts (workbook, workbook->sheets->pdata[i], identity);
  tz_worksheet_free (identity);
  tz_diag_free (own);
}

static gboolean read_sheets (TzWorkbook *workbook, TzPackage *package, const GPtrArray *listed,
                             GHashTable *targets, const char *name, TzDiag *diag)
{
  for (guint i = 0; i < listed->len; i++) {
    const Listed *entry = listed->pdata[i];
    const char *part = is_wanted (entry, name) ? part_of (workbook, entry, targets, diag) : NULL;
    if (!part)
      continue;
    TzWorksheet *sheet = tz_worksheet_new (workbook, entry->name);
    sheet->hidden = entry->hidden;
    g_ptr_array_add (workbook->sheets, sheet);
    if (!tz_worksheet_read (workbook, sheet, package, part, diag))
      return FALSE;
    tz_worksheet_look_over (sheet, package, part);
  }
  if (!name && workbook->sheets->len > 0)
    report_hidden (workbook, listed, diag);
  join_parts (workbook, package, listed, targets);
  if (workbook->sheets->len > 0)
    return TRUE;
  TzPlace place = tz_place_file (workbook->shown);
  if (name)
    report_no_sheet (workbook, listed, name, diag);
  else
    tz_diag_add (diag, TZ_ERROR, &place, "no-sheet",
                 _ ("the workbook has no sheet that is shown; show the one with the table, or name it behind "
                    "the file: %s#SHEET"),
                 workbook->shown);
  return FALSE;
}

static gboolean read_parts (TzWorkbook *workbook, TzPackage *package, const char *main, const GPtrArray *listed,
                            const char *name, TzDiag *diag)
{
  GHashTable *types = NULL, *targets = tz_package_relations (package, main, &types, diag);
  if (!targets)
    return FALSE;
  const char *styles = tz_package_target (targets, types, "styles"),
             *strings = tz_package_target (targets, types, "sharedStrings");
  gboolean done =
      (!styles || !tz_package_has (package, styles) || tz_styles_read (workbook, package, styles, diag)) &&
      (!strings || tz_strings_read (workbook, package, strings, diag));
  tz_styles_default (workbook);
  done = done && read_sheets (workbook, package, listed, targets, name, diag);
  g_hash_table_unref (types);
  g_hash_table_unref (targets);
  return done;
}

TzWorkbook *tz_workbook_read (const GByteArray *bytes, const char *shown, const char *name, TzDiag *diag)
{
  static const TzXmlHandler handler = { .start = start };
  TzPackage *package = tz_package_open (bytes, shown, diag);
  if (!package)
    return NULL;
  TzWorkbook *workbook = tz_workbook_new (shown);
  Listing listing = { workbook, g_ptr_array_new_with_free_func ((GDestroyNotify)listed_free) };
  g_autofree char *document = tz_package_document (package);
  const char *main = document ? document : "xl/workbook.xml";
  if (!tz_package_read (package, main, &handler, &listing, NULL, diag) ||
      !read_parts (workbook, package, main, listing.listed, name, diag))
    g_clear_pointer (&workbook, tz_workbook_free);
  if (workbook)
    tz_texts_settle (workbook->texts);
  g_ptr_array_unref (listing.listed);
  tz_package_free (package);
  return workbook;
}
