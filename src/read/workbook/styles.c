/* What cells look like, as far as it says what they mean (ECMA-376 part 1, 18.8). */
#include "read/workbook/data.h"

#include <string.h>

typedef enum { NOWHERE, IN_FORMATS, IN_FONTS, IN_FILLS, IN_CELLS } Where;

typedef struct {
  TzWorkbook *workbook;
  Where where;
  GHashTable *codes; /* id -> code of a format that the workbook defines */
  GArray *bold;      /* of gboolean, by font */
  GArray *fills;     /* of gboolean, by fill: whether it shows */
  gboolean in_font;
} Styles;

static const char *code_of (const Styles *s, int id)
{
  const char *code = g_hash_table_lookup (s->codes, GINT_TO_POINTER (id + 1));
  return code ? code : tz_number_format_builtin (id);
}

static TzNumberFormat *find_format (TzWorkbook *workbook, const char *code)
{
  TzNumberFormat *format = g_hash_table_lookup (workbook->formats, code);
  if (!format) {
    format = tz_number_format_new (code);
    g_hash_table_insert (workbook->formats, g_strdup (code), format);
  }
  return format;
}

static TzStyleEntry *add_style (TzWorkbook *workbook, const char *code)
{
  gsize n = strlen (code);
  TzStyleEntry entry = { .format = NULL };
  memcpy (tz_texts_begin (workbook->texts, n + 1), code, n);
  entry.style.code = tz_texts_end (workbook->texts, n);
  g_array_append_val (workbook->styles, entry);
  return &g_array_index (workbook->styles, TzStyleEntry, workbook->styles->len - 1);
}

TzNumberFormat *tz_style_format (TzWorkbook *workbook, int style)
{
  TzStyleEntry *entry = &g_array_index (workbook->styles, TzStyleEntry, style);
  if (!entry->format) {
    entry->format = find_format (workbook, entry->style.code);
    entry->style.written = tz_number_format_write (entry->format);
    entry->style.has_day = tz_number_format_has_day (entry->format);
  }
  return entry->format;
}

static void start_format (Styles *s, const char *const *attributes)
{
  int id = tz_xml_count (attributes, "numFmtId", G_MAXINT - 1, -1);
  const char *code = tz_xml_attribute (attributes, "formatCode");
  if (id >= 0 && code)
    g_hash_table_insert (s->codes, GINT_TO_POINTER (id + 1), g_strdup (code));
}

static void start_cell (Styles *s, const char *const *attributes)
{
  if (s->workbook->styles->len > G_MAXUINT16)
    return; /* no cell can name it */
  int font = tz_xml_count (attributes, "fontId", G_MAXINT, 0);
  int fill = tz_xml_count (attributes, "fillId", G_MAXINT - 1, 0);
  TzStyleEntry *entry =
      add_style (s->workbook, code_of (s, tz_xml_count (attributes, "numFmtId", G_MAXINT - 1, 0)));
  entry->style.bold = font < (int)s->bold->len && g_array_index (s->bold, gboolean, font);
  if (fill < (int)s->fills->len && g_array_index (s->fills, gboolean, fill))
    entry->style.fill = fill + 1;
}

/* Of a cell's background: what is not white shows (ECMA-376 part 1, 18.8.32; theme 0 and index 9 are white). */
static void start_fill (const Styles *s, const char *name, const char *const *attributes)
{
  gboolean *shows = s->fills->len > 0 ? &g_array_index (s->fills, gboolean, s->fills->len - 1) : NULL;
  const char *rgb = tz_xml_attribute (attributes, "rgb"), *theme = tz_xml_attribute (attributes, "theme"),
             *type = tz_xml_attribute (attributes, "patternType");
  int indexed = tz_xml_count (attributes, "indexed", G_MAXINT, -1);
  gboolean none = FALSE;
  if (g_str_equal (name, "fill"))
    g_array_append_val (s->fills, none);
  else if (shows && g_str_equal (name, "patternFill"))
    *shows = g_strcmp0 (type, "solid") == 0;
  else if (shows && g_str_equal (name, "fgColor"))
    *shows = *shows && !(rgb && g_str_has_suffix (rgb, "FFFFFF")) && g_strcmp0 (theme, "0") != 0 &&
             indexed != 9 && indexed != 1;
}

static void start_alignment (Styles *s, const char *const *attributes)
{
  enum { MOST = 250 }; /* indents that Excel takes */
  if (s->workbook->styles->len == 0)
    return;
  TzStyleEntry *entry = &g_array_index (s->workbook->styles, TzStyleEntry, s->workbook->styles->len - 1);
  entry->style.indent = tz_xml_count (attributes, "indent", MOST, 0);
  entry->style.wrap = tz_xml_flag (attributes, "wrapText", FALSE);
}

static void start (gpointer self, const char *name, const char *const *attributes)
{
  static const struct {
    const char *name;
    Where where;
  } lists[] = {
    { "numFmts", IN_FORMATS }, { "fonts", IN_FONTS }, { "fills", IN_FILLS }, { "cellXfs", IN_CELLS }
  };
  Styles *s = self;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (name, lists[i].name))
      s->where = lists[i].where;
  if (s->where == IN_FORMATS && g_str_equal (name, "numFmt")) {
    start_format (s, attributes);
  } else if (s->where == IN_FONTS && g_str_equal (name, "font")) {
    gboolean bold = FALSE;
    g_array_append_val (s->bold, bold);
  } else if (s->where == IN_FONTS && g_str_equal (name, "b") && s->bold->len > 0) {
    g_array_index (s->bold, gboolean, s->bold->len - 1) = tz_xml_flag (attributes, "val", TRUE);
  } else if (s->where == IN_FILLS) {
    start_fill (s, name, attributes);
  } else if (s->where == IN_CELLS && g_str_equal (name, "xf")) {
    start_cell (s, attributes);
  } else if (s->where == IN_CELLS && g_str_equal (name, "alignment")) {
    start_alignment (s, attributes);
  }
}

static void end (gpointer self, const char *name)
{
  Styles *s = self;
  if (g_str_equal (name, "numFmts") || g_str_equal (name, "fonts") || g_str_equal (name, "fills") ||
      g_str_equal (name, "cellXfs"))
    s->where = NOWHERE;
}

void tz_styles_default (TzWorkbook *workbook)
{
  if (workbook->styles->len == 0)
    add_style (workbook, "General");
}

gboolean tz_styles_read (TzWorkbook *workbook, TzPackage *package, const char *part, TzDiag *diag)
{
  static const TzXmlHandler handler = { .start = start, .end = end };
  Styles s = { .workbook = workbook,
               .codes = g_hash_table_new_full (NULL, NULL, NULL, g_free),
               .bold = g_array_new (FALSE, FALSE, sizeof (gboolean)),
               .fills = g_array_new (FALSE, FALSE, sizeof (gboolean)) };
  gboolean done = tz_package_read (package, part, &handler, &s, NULL, diag);
  g_hash_table_unref (s.codes);
  g_array_unref (s.bold);
  g_array_unref (s.fills);
  return done;
}
