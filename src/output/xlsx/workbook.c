#include "output/xlsx/workbook.h"

#include "base/utf8.h"
#include "output/xlsx/plan.h"

#include <string.h>

void tz_xlsx_note (TzXlsx *xlsx, lxw_error code, const lxw_worksheet *sheet, int row, int col)
{
  if (code == LXW_NO_ERROR || xlsx->failure != LXW_NO_ERROR)
    return;
  TzPlace place = { .row = row + 1, .col = col + 1 };
  char address[16];
  xlsx->failure = code;
  xlsx->failure_place = g_strdup_printf ("%s!%s", sheet ? sheet->name : "", tz_place_address (&place, address));
}

void tz_xlsx_table_free (TzXlsxTable *table)
{
  tz_xlsx_plan_free (table->plan);
  g_free (table);
}

/* ---- sheet names ---- */

#define MAX_NAME 31 /* UTF-16 units */

/* The first characters of TEXT within UNITS UTF-16 units. */
static gsize units_to_bytes (const char *text, int units)
{
  const char *p = text;
  for (; *p; p = g_utf8_next_char (p)) {
    units -= g_utf8_get_char (p) > 0xFFFF ? 2 : 1;
    if (units < 0)
      break;
  }
  return (gsize)(p - text);
}

/* Without what Excel forbids; apostrophes may stand inside but not outside. */
static char *clean_name (const char *wanted)
{
  GString *out = g_string_new (NULL);
  for (const char *p = wanted ? wanted : ""; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c < 0x80 && strchr ("[]:*?/\\", (int)c))
      g_string_append_c (out, '-');
    else if (c == '\n' || c == '\t')
      g_string_append_c (out, ' ');
    else if (tz_char_is_printable (c))
      g_string_append_unichar (out, c);
  }
  g_string_truncate (out, units_to_bytes (out->str, MAX_NAME));
  g_strstrip (out->str);
  char *name = out->str;
  while (*name == '\'')
    name++;
  for (gsize n = strlen (name); n > 0 && name[n - 1] == '\''; n--)
    name[n - 1] = '\0';
  name = g_strdup (g_strstrip (name));
  g_string_free (out, TRUE);
  return name;
}

static gboolean is_used (const char *name, GPtrArray *used)
{
  char *folded = g_utf8_casefold (name, -1);
  gboolean found = g_ptr_array_find_with_equal_func (used, folded, g_str_equal, NULL);
  g_free (folded);
  return found;
}

char *tz_xlsx_sheet_name (const char *wanted, GPtrArray *used)
{
  char *base = clean_name (wanted);
  /* Excel keeps "History" for itself, whatever the case. */
  if (*base == '\0' || g_ascii_strcasecmp (base, "History") == 0) {
    char *other = g_strconcat ("Sheet", *base ? "-" : "1", base, NULL);
    g_free (base);
    base = other;
  }
  char *name = g_strdup (base);
  for (int n = 2; is_used (name, used); n++) {
    char *suffix = g_strdup_printf (" (%d)", n);
    gsize room = units_to_bytes (base, MAX_NAME - (int)strlen (suffix));
    g_free (name);
    name = g_strdup_printf ("%.*s%s", (int)room, base, suffix);
    g_free (suffix);
  }
  g_ptr_array_add (used, g_utf8_casefold (name, -1));
  g_free (base);
  return name;
}

lxw_worksheet *tz_xlsx_new_sheet (TzXlsx *xlsx, const char *wanted)
{
  char *name = tz_xlsx_sheet_name (wanted, xlsx->names);
  lxw_worksheet *sheet = workbook_add_worksheet (xlsx->book, name);
  g_free (name);
  if (!sheet)
    tz_xlsx_note (xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED, NULL, 0, 0);
  return sheet;
}

char *tz_xlsx_quote_sheet (const char *name)
{
  char **parts = g_strsplit (name, "'", -1);
  char *doubled = g_strjoinv ("''", parts), *quoted = g_strconcat ("'", doubled, "'", NULL);
  g_strfreev (parts);
  g_free (doubled);
  return quoted;
}
