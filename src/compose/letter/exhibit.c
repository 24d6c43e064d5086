/* Tables and charts in the text of a letter: how a line asks for one, and the piece
 * that it becomes. */
#include "compose/letter/exhibit.h"

#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "compose/letter/data.h"

#include <string.h>

/* ── reading ─────────────────────────────────────────────────────────────── */

TzExhibitKind tz_letter_read_exhibit (const char *line, char **name, int *column)
{
  static const struct {
    const char *pattern;
    TzExhibitKind kind;
  } kinds[] = { { "^(\\{ *table +)([^{}]*?)[ 　]*\\}()$", TZ_EXHIBIT_TABLE },
                { "^(\\{ *chart +)([^{}]*?)[ 　]*\\}()$", TZ_EXHIBIT_CHART } };
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    char *groups[3] = { NULL };
    if (!tz_letter_match (kinds[i].pattern, line, groups))
      continue;
    *column = (int)strlen (groups[0]);
    *name = g_steal_pointer (&groups[1]);
    for (int g = 0; g < 3; g++)
      g_free (groups[g]);
    return kinds[i].kind;
  }
  return TZ_EXHIBIT_NONE;
}

gboolean tz_letter_is_exhibit (const char *line)
{
  char *name = NULL;
  int column;
  gboolean exhibit = tz_letter_read_exhibit (line, &name, &column) != TZ_EXHIBIT_NONE;
  g_free (name);
  return exhibit;
}

/* ── what is wrong ───────────────────────────────────────────────────────── */

static const char *const *names_of (const TzExhibitSource *source, TzExhibitKind kind)
{
  static const char *const none[] = { NULL };
  const char *const *names = !source ? NULL : kind == TZ_EXHIBIT_TABLE ? source->tables : source->charts;
  return names ? names : none;
}

static void report_unknown (const TzLetterPara *para, const TzPlace *place, const TzExhibitSource *source,
                            TzDiag *diag)
{
  const char *const *names = names_of (source, para->exhibit);
  gboolean table = para->exhibit == TZ_EXHIBIT_TABLE;
  const char *near = tz_suggest (para->text, names);
  char *shown = tz_utf8_excerpt (para->text, 40), *all = g_strjoinv (", ", (char **)names);
  if (near)
    tz_diag_add (diag, TZ_ERROR, place, "unknown-figure",
                 table ? _ ("there is no table “%s”; did you mean {table %s}?")
                       : _ ("there is no chart “%s”; did you mean {chart %s}?"),
                 shown, near);
  else if (*names)
    tz_diag_add (diag, TZ_ERROR, place, "unknown-figure",
                 table ? _ ("there is no table “%s”; choose from: %s")
                       : _ ("there is no chart “%s”; choose from: %s"),
                 shown, all);
  else
    tz_diag_add (diag, TZ_ERROR, place, "unknown-figure",
                 table ? _ ("there is no table “%s”, for there are none here; %s")
                       : _ ("there is no chart “%s”, for there are none here; %s"),
                 shown, source && source->missing ? source->missing : _ ("delete this line"));
  g_free (shown);
  g_free (all);
}

/* ── making ──────────────────────────────────────────────────────────────── */

/* The paragraph that is the table's title, -1 if it has none. */
static int title_index (const TzTable *table)
{
  for (guint i = 0; i < table->above->len; i++)
    if (((const TzPara *)table->above->pdata[i])->outline > 0)
      return (int)i;
  return -1;
}

/* In a text a table has no label (附表2), and its title the text's own type; neither
 * is repeated on later pages. */
static void settle_table (TzTable *table, const TzTextStyle *caption)
{
  int title = title_index (table);
  if (title > 0)
    g_ptr_array_remove_range (table->above, 0, (guint)title);
  for (guint i = 0; i < table->above->len; i++)
    ((TzPara *)table->above->pdata[i])->repeat = FALSE;
  if (title < 0)
    return;
  TzPara *para = table->above->pdata[0];
  para->style = *caption;
  para->space_before = 0;
  /* Its letters keep off the rule; a unit line below it does so by its own room. */
  para->space_after = table->above->len > 1 ? 0 : caption->size / 4;
  para->outline = TZ_EXHIBIT_OUTLINE;
}

TzPiece *tz_letter_add_exhibit (TzOfficial *official, const TzLetterPara *para, const TzPlace *place,
                                const TzExhibitSource *source, const TzTextStyle *caption, TzDiag *diag)
{
  gboolean known = g_strv_contains (names_of (source, para->exhibit), para->text);
  TzTable *table = known && para->exhibit == TZ_EXHIBIT_TABLE ? source->table (source->self, para->text) : NULL;
  TzChart *chart = known && para->exhibit == TZ_EXHIBIT_CHART ? source->chart (source->self, para->text) : NULL;
  if (!known)
    report_unknown (para, place, source, diag);
  if (!table && !chart)
    return NULL;
  TzPiece *piece = tz_official_add (official, table ? TZ_PIECE_TABLE : TZ_PIECE_CHART, NULL, caption);
  piece->table = table;
  piece->chart = chart;
  piece->body = TRUE;
  if (table)
    settle_table (table, caption);
  else
    chart->title_style = *caption;
  return piece;
}

/* ── what floats past what ───────────────────────────────────────────────── */

static gboolean ends_with (const char *text, const char *const *marks)
{
  while (*marks && !g_str_has_suffix (text, *marks))
    marks++;
  return *marks != NULL;
}

gboolean tz_letter_leads_exhibit (const TzLetterPara *para)
{
  static const char *const colons[] = { "：", ":", NULL };
  return para->own && ends_with (para->own, colons);
}

void tz_letter_tell_floats (TzPiece *piece, const TzLetterPara *para, gboolean begins_section)
{
  static const char *const open[] = { "：", ":", "；", ";", "，", ",", "、", NULL };
  piece->section = begins_section ? para->level + 1 : 0;
  piece->goes_on = ends_with (para->own, open);
  piece->looks_up = tz_letter_match ("^以上|(?:上述|上列|上面的?|前述|前列)(?:各|图)?[图表]|"
                                     "(?:^|[，。；、（由从据如见在])上[图表]",
                                     para->own, NULL);
}

/* ── titles ──────────────────────────────────────────────────────────────── */

/* NUMBER and TITLE, either of which may be NULL. g_free. */
static char *numbered (const char *number, const char *title)
{
  gboolean both = number && title && *title != '\0';
  return g_strconcat (number ? number : "", both ? "　" : "", title ? title : "", NULL);
}

/* A title that its form breaks by hand, for the width of a page, is put on one line again: here it is broken
 * for the width of the text. Words of Latin letters keep a blank between them. g_free. */
static char *unbroken (const char *text)
{
  GString *line = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gboolean words = p > text && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[1]);
    if (*p != '\n')
      g_string_append_unichar (line, g_utf8_get_char (p));
    else if (words)
      g_string_append_c (line, ' ');
  }
  return g_string_free (line, FALSE);
}

static void title_table (TzTable *table, const TzTextStyle *caption, const char *number)
{
  if (title_index (table) < 0 && !number)
    return;
  if (title_index (table) < 0) {
    TzPara *para = tz_para_new ("", caption);
    para->outline = TZ_EXHIBIT_OUTLINE;
    g_ptr_array_insert (table->above, 0, para);
  }
  TzPara *para = table->above->pdata[0];
  char *title = unbroken (para->text);
  g_free (para->text);
  para->text = numbered (number, title);
  para->style.wrap = TZ_WRAP_TITLE;
  g_free (title);
}

static void title_chart (TzChart *chart, const char *number)
{
  char *title = numbered (number, chart->title);
  g_free (chart->title);
  chart->title = title;
}

void tz_letter_title_exhibits (TzOfficial *official)
{
  int n[2] = { 0 }, next[2] = { 0 };
  for (guint i = 0; i < official->pieces->len; i++) {
    const TzPiece *piece = official->pieces->pdata[i];
    n[0] += piece->table != NULL;
    n[1] += piece->chart != NULL;
  }
  for (guint i = 0; i < official->pieces->len; i++) {
    const TzPiece *piece = official->pieces->pdata[i];
    int kind = piece->chart != NULL;
    if (!piece->table && !piece->chart)
      continue;
    char *number = n[kind] > 1 ? g_strdup_printf ("%s%d", kind ? "图" : "表", ++next[kind]) : NULL;
    if (piece->table)
      title_table (piece->table, &piece->style, number);
    else if (number)
      title_chart (piece->chart, number);
    g_free (number);
  }
}
