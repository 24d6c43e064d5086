#include "model/tables_around.h"

#include "base/utf8.h"
#include "model/sheet_cell.h"
#include "model/sheet_words.h"

#include <string.h>

const char *tz_rows_shown (const TzRows *rows, int i, int column)
{
  const TzFieldFacts *facts = tz_rows_facts (rows, i, column);
  const char *text = tz_rows_get (rows, i)->fields[column].text;
  return facts && facts->covered ? "" : tz_utf8_skip_blanks (text, text + strlen (text));
}

static gboolean ends_in_colon (const char *text)
{
  return g_str_has_suffix (text, "：") || g_str_has_suffix (text, ":");
}

/* The texts of row I. With JOIN_ENTRIES what waits behind a colon has the next cell's text:
 * 填报日期：|2021-07-02. Of char *, owned; not NULL-ended. */
static GPtrArray *texts_of (const TzRows *rows, int i, gboolean join_entries)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  for (int col = 0; col < tz_rows_get (rows, i)->n_fields; col++) {
    const char *text = tz_rows_shown (rows, i, col);
    if (*text == '\0')
      continue;
    char **last = texts->len > 0 ? (char **)&texts->pdata[texts->len - 1] : NULL;
    if (join_entries && last && ends_in_colon (*last) && !strchr (text, ':') && !strstr (text, "：")) {
      char *both = g_strconcat (*last, text, NULL);
      g_free (*last);
      *last = both;
    } else {
      g_ptr_array_add (texts, g_strdup (text));
    }
  }
  return texts;
}

static void add_line (GPtrArray *lines, const TzRows *rows, int i, GPtrArray *take_texts)
{
  TzPlace place = tz_rows_place (rows, tz_rows_get (rows, i), 0);
  g_ptr_array_add (take_texts, NULL);
  tz_around_add (lines, (const char *const *)take_texts->pdata, &place);
  g_ptr_array_unref (take_texts);
}

/* Adds TEXT to *TO, below what is there. */
static void append (char **to, const char *text)
{
  char *both = *to ? g_strconcat (*to, "\n", text, NULL) : g_strdup (text);
  g_free (*to);
  *to = both;
}

static gboolean says (const char *text, guint word)
{
  char folded[160];
  tz_cell_fold (text, folded, sizeof folded);
  return (tz_sheet_words (folded) & word) != 0;
}

/* Takes the first of TEXTS that is WORD for *TO, unless that is filled; the others stay. FALSE: none is. */
static gboolean pick (GPtrArray *texts, guint word, char **to)
{
  for (guint i = 0; i < texts->len && !*to; i++)
    if (says (texts->pdata[i], word)) {
      *to = g_strdup (texts->pdata[i]);
      g_ptr_array_remove_index (texts, i);
      return TRUE;
    }
  return FALSE;
}

/* A label or unit of measure with what stands beside it: 部门：… at the left, 单位：万元 at the right. */
static void take_with_word (TzAround *around, const TzRows *rows, int i, guint word, char **to, TzPlace *place)
{
  GPtrArray *texts = texts_of (rows, i, TRUE);
  if (!*to && !pick (texts, word, to) && texts->len > 0) {
    *to = g_strdup (texts->pdata[0]);
    g_ptr_array_remove_index (texts, 0);
  }
  *place = tz_rows_place (rows, tz_rows_get (rows, i), 0);
  add_line (around->lines, rows, i, texts);
}

static void take_title (TzAround *around, const TzRows *rows, int i, char **to)
{
  g_autoptr (GPtrArray) texts = texts_of (rows, i, FALSE);
  g_ptr_array_add (texts, NULL);
  g_autofree char *line = g_strjoinv ("　", (char **)texts->pdata);
  if (*line == '\0')
    return;
  if (!around->title)
    around->title_place = tz_rows_place (rows, tz_rows_get (rows, i), 0);
  append (to, line);
}

/* （截至6月30日）: nothing but a day in brackets. */
static gboolean is_bracketed (const char *text)
{
  return (g_str_has_prefix (text, "（") && g_str_has_suffix (text, "）")) ||
         (*text == '(' && g_str_has_suffix (text, ")"));
}

/* Entries, a label or a unit of measure may stand on one line; a day in brackets goes with the title. */
static void take_entries (TzAround *around, const TzRows *rows, int i)
{
  GPtrArray *texts = texts_of (rows, i, TRUE);
  if (texts->len == 1 && around->title && is_bracketed (texts->pdata[0])) {
    take_title (around, rows, i, &around->subtitle);
    g_ptr_array_unref (texts);
    return;
  }
  if (texts->len > 0 && !around->label && pick (texts, TZ_WORD_LABEL, &around->label))
    around->label_place = tz_rows_place (rows, tz_rows_get (rows, i), 0);
  add_line (around->lines, rows, i, texts);
}

void tz_around_take_row (TzAround *around, const TzRows *rows, int i, TzSheetClass cls)
{
  switch (cls) {
  case TZ_SHEET_BLANK:
    return;
  case TZ_SHEET_LABEL:
    take_with_word (around, rows, i, TZ_WORD_LABEL, &around->label, &around->label_place);
    return;
  case TZ_SHEET_TITLE:
    take_title (around, rows, i, &around->title);
    return;
  case TZ_SHEET_SUBTITLE:
    take_title (around, rows, i, &around->subtitle);
    return;
  case TZ_SHEET_UNIT:
    take_with_word (around, rows, i, TZ_WORD_UNIT, &around->unit, &around->unit_place);
    return;
  case TZ_SHEET_META:
    take_entries (around, rows, i);
    return;
  case TZ_SHEET_LEAD:
    add_line (around->lead, rows, i, texts_of (rows, i, FALSE));
    return;
  case TZ_SHEET_SIGN:
    add_line (around->sign, rows, i, texts_of (rows, i, TRUE));
    return;
  default:
    add_line (around->notes, rows, i, texts_of (rows, i, FALSE));
  }
}

void tz_around_take_numbers (TzAround *around, const TzRows *rows, int i, int n_columns)
{
  g_strfreev (around->column_numbers);
  around->column_numbers = g_new0 (char *, (gsize)n_columns + 1);
  for (int col = 0; col < n_columns; col++)
    around->column_numbers[col] =
        g_strdup (col < tz_rows_get (rows, i)->n_fields ? tz_rows_shown (rows, i, col) : "");
}
