#include "output/xlsx/summary_texts.h"

#include "output/xlsx/text.h"

#define SHEET "责任单位写法"

static void put (const TzXlsxSummary *s, int col, const char *text)
{
  g_autofree char *escaped = tz_xlsx_escape (text);
  int row = s->n_texts;
  tz_xlsx_note (
      s->xlsx,
      worksheet_write_string (s->texts, (lxw_row_t)row, (lxw_col_t)col, escaped ? escaped : text, NULL),
      s->texts, row, col);
}

/* Whoever unhides the sheet sees what it is for. */
static gboolean open_sheet (TzXlsxSummary *s)
{
  if (s->texts)
    return TRUE;
  s->texts = tz_xlsx_new_sheet (s->xlsx, SHEET);
  if (!s->texts)
    return FALSE;
  worksheet_hide (s->texts);
  put (s, 0, "责任单位");
  put (s, 1, "是否计入");
  put (s, 2, "台账中的写法");
  s->n_texts++;
  return TRUE;
}

/* A row of the sheet: '责任单位写法'!$C$2:$D$2. NULL if there are none. g_free. */
static char *put_row (TzXlsxSummary *s, const char *unit, gboolean named)
{
  g_autoptr (GPtrArray) texts = tz_xlsx_unit_texts (s->tally, unit, named);
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  int n = (int)MIN (texts->len, LXW_COL_MAX - 2);
  if (n == 0 || !open_sheet (s))
    return NULL;
  put (s, 0, unit);
  put (s, 1, named ? "计入" : "不计入");
  for (int i = 0; i < n; i++)
    put (s, 2 + i, texts->pdata[i]);
  lxw_rowcol_to_range_abs (range, (lxw_row_t)s->n_texts, 2, (lxw_row_t)s->n_texts, (lxw_col_t)(n + 1));
  s->n_texts++;
  g_autofree char *quoted = tz_xlsx_quote_sheet (s->texts->name);
  return g_strdup_printf ("%s!%s", quoted, range);
}

void tz_summary_put_texts (TzXlsxSummary *s, const char *unit, TzSummaryTexts *texts)
{
  texts->more = put_row (s, unit, TRUE);
  texts->less = put_row (s, unit, FALSE);
}

void tz_summary_texts_clear (TzSummaryTexts *texts)
{
  g_clear_pointer (&texts->more, g_free);
  g_clear_pointer (&texts->less, g_free);
}
