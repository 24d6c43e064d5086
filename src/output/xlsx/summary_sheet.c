#include "output/xlsx/summary_sheet.h"

#include "output/xlsx/cells.h"
#include "output/xlsx/format.h"

#include <math.h>
#include <string.h>

#define ROW_HEIGHT TZ_SUMMARY_ROW_HEIGHT
#define GAP_HEIGHT 9.0 /* points */

/* ---- looks ---- */

static lxw_format *make_look (const TzXlsxSummary *s, TzRole role, int size, TzAlign align, gboolean ruled,
                              const char *num_format)
{
  TzTextStyle text = { .role = role, .size = size * TZ_PT, .align = align };
  TzXlsxLook look = tz_xlsx_look_of (&text, TZ_VALIGN_MIDDLE);
  if (ruled)
    look.left = look.top = look.right = look.bottom = LXW_BORDER_THIN;
  look.num_format = num_format ? g_intern_static_string (num_format) : NULL;
  return tz_xlsx_format (s->xlsx, &look);
}

void tz_summary_make_looks (TzXlsxSummary *s)
{
  s->title = make_look (s, TZ_ROLE_XIAOBIAOSONG, 18, TZ_ALIGN_CENTER, FALSE, NULL);
  s->note = make_look (s, TZ_ROLE_SONG, 10, TZ_ALIGN_LEFT, FALSE, NULL);
  s->header = make_look (s, TZ_ROLE_HEI, 10, TZ_ALIGN_CENTER, TRUE, NULL);
  s->label = make_look (s, TZ_ROLE_SONG, 10, TZ_ALIGN_LEFT, TRUE, NULL);
  s->count = make_look (s, TZ_ROLE_SONG, 10, TZ_ALIGN_CENTER, TRUE, "0");
  s->rate = make_look (s, TZ_ROLE_SONG, 10, TZ_ALIGN_CENTER, TRUE, "0.0%");
  s->total_label = make_look (s, TZ_ROLE_HEI, 10, TZ_ALIGN_LEFT, TRUE, NULL);
  s->total = make_look (s, TZ_ROLE_HEI, 10, TZ_ALIGN_CENTER, TRUE, "0");
  s->total_rate = make_look (s, TZ_ROLE_HEI, 10, TZ_ALIGN_CENTER, TRUE, "0.0%");
}

/* ---- columns: label, count, share, one for each state, rate of completion ---- */

int tz_summary_rate_col (const TzXlsxSummary *s)
{
  return 3 + s->n_states;
}

int tz_summary_last_col (const TzXlsxSummary *s)
{
  return s->done ? tz_summary_rate_col (s) : tz_summary_rate_col (s) - 1;
}

void tz_summary_note (const TzXlsxSummary *s, lxw_error code, int col)
{
  tz_xlsx_note (s->xlsx, code, s->sheet, s->row, col);
}

static void set_height (TzXlsxSummary *s, double height)
{
  s->used += tz_xlsx_row_height (height);
  s->height += tz_xlsx_row_height (height);
  tz_summary_note (s, worksheet_set_row (s->sheet, (lxw_row_t)s->row, tz_xlsx_row_height (height), NULL), 0);
}

void tz_summary_put_text (const TzXlsxSummary *s, int col, const char *text, lxw_format *format)
{
  TzXlsxArea area = {
    .row0 = s->row, .col0 = col, .row1 = s->row, .col1 = col, .format = format, .text = text
  };
  area.n = strlen (text);
  tz_xlsx_write_area (s->xlsx, s->sheet, &area, s->row);
}

void tz_summary_put_wide (TzXlsxSummary *s, const char *text, lxw_format *format, TzLen size)
{
  TzXlsxArea area = {
    .row0 = s->row, .row1 = s->row, .col1 = tz_summary_last_col (s), .format = format, .text = text
  };
  area.n = strlen (text);
  int pixels = s->label_pixels + s->count_pixels * tz_summary_last_col (s);
  set_height (s, tz_xlsx_text_height (text, area.n, (TzXlsxType){ size, FALSE }, pixels));
  tz_xlsx_write_area (s->xlsx, s->sheet, &area, s->row);
  s->row++;
}

void tz_summary_put_formula (const TzXlsxSummary *s, int col, const char *formula, double value,
                             lxw_format *format)
{
  tz_summary_note (
      s, worksheet_write_formula_num (s->sheet, (lxw_row_t)s->row, (lxw_col_t)col, formula, format, value),
      col);
}

static double row_height (const TzXlsxSummary *s, const char *label)
{
  TzXlsxType type = { 10 * TZ_PT, FALSE };
  double height = tz_xlsx_text_height (label, strlen (label), type, s->label_pixels);
  return height > 1.5 * ROW_HEIGHT ? height : ROW_HEIGHT; /* one line has room enough */
}

void tz_summary_start_row (TzXlsxSummary *s, const char *label)
{
  set_height (s, row_height (s, label));
}

void tz_summary_keep_together (TzXlsxSummary *s, double height)
{
  double used = fmod (s->used, s->room);
  if (used + height <= s->room || height > s->room || s->n_breaks + 1 >= (int)G_N_ELEMENTS (s->breaks))
    return;
  s->breaks[s->n_breaks++] = (lxw_row_t)s->row;
  s->used += s->room - used;
}

void tz_summary_keep_table (TzXlsxSummary *s, const GArray *labels, int n)
{
  double height = ROW_HEIGHT;
  for (int i = 0; i < n; i++)
    height += row_height (s, g_array_index (labels, TzXlsxText, i).text);
  tz_summary_keep_together (s, height);
}

void tz_summary_skip_row (TzXlsxSummary *s)
{
  set_height (s, GAP_HEIGHT);
  s->row++;
}

void tz_summary_put_head (TzXlsxSummary *s, const char *label, const char *count)
{
  tz_summary_start_row (s, label);
  s->head = s->row;
  tz_summary_put_text (s, 0, label, s->header);
  tz_summary_put_text (s, 1, count, s->header);
  tz_summary_put_text (s, 2, "占比", s->header);
  for (int i = 0; i < s->n_states; i++)
    tz_summary_put_text (s, 3 + i, s->states[i], s->header);
  if (s->done)
    tz_summary_put_text (s, tz_summary_rate_col (s), "完成率", s->header);
  s->row++;
}
