/* What rows above the head, column numbers and rows below the body are in particular. */
#include <string.h>

#include "model/numeral.h"
#include "model/sheet_data.h"
#include "model/sheet_words.h"

/* ---- column numbers ---- */

/* 甲, 乙 …; A, B …; 栏次, 行次, 类 款 项: what stands over the columns before the first numbered one. */
static gboolean is_letter_mark (const char *folded)
{
  static const char *const words[] = { "甲",   "乙", "丙", "丁", "戊",   "己",  "栏次",
                                       "行次", "类", "款", "项", "栏目", "列次" };
  if (g_ascii_isalpha (folded[0]) && folded[1] == '\0')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "3", "(3)", "3=1+2", "3=1×2": the number of a column, with what it is reckoned from or without. */
static gboolean column_number (const char *folded, int *number)
{
  const char *p = folded;
  gboolean open = *p == '(' || *p == '[' || *p == '<';
  p += open ? 1 : 0;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  char *end;
  guint64 n = g_ascii_strtoull (p, &end, 10);
  if (n > 999)
    return FALSE;
  *number = (int)n;
  if (*end == '=' && end[1] != '\0')
    return TRUE;
  return open ? strchr (")]>", *end) != NULL && *end != '\0' : *end == '\0' || strcmp (end, ".0") == 0;
}

gboolean tz_sheet_is_colnum (const TzSheet *sheet, int row)
{
  const TzSheetLine *line = &sheet->lines[row];
  int n_numbers = 0, n_marks = 0, n_late = 0, last = 0;
  gboolean named = FALSE;
  if (line->filled < 2 || line->widest > 8)
    return FALSE;
  for (int col = line->first; col <= line->last; col++) {
    char folded[24];
    int number;
    if (!tz_sheet_filled (sheet, row, col))
      continue;
    tz_cell_fold (tz_sheet_text (sheet, row, col), folded, sizeof folded);
    if (column_number (folded, &number)) {
      if (n_numbers == 0 ? number > 1 : number != last + 1)
        return FALSE;
      last = number;
      n_numbers++;
    } else if (is_letter_mark (folded)) {
      n_marks += n_numbers == 0;
      n_late += n_numbers > 0;
      named = named || strlen (folded) > strlen ("甲");
    } else {
      return FALSE;
    }
  }
  return n_numbers >= 3 || (n_numbers >= 1 && (named || (n_marks >= 1 && n_late == 0 && line->filled >= 3)));
}

/* ---- above the head ---- */

static guint row_words (const TzSheet *sheet, int row, int *n_entries, char folded[160])
{
  const TzSheetLine *line = &sheet->lines[row];
  guint all = 0;
  *n_entries = 0;
  folded[0] = '\0';
  for (int col = line->last; col >= line->first; col--) {
    if (!tz_sheet_filled (sheet, row, col))
      continue;
    tz_cell_fold (tz_sheet_text (sheet, row, col), folded, 160);
    guint words = tz_sheet_words (folded);
    *n_entries += (words & TZ_WORD_ENTRY) != 0;
    all |= words;
  }
  return all;
}

static gboolean ends_with_any (const char *text, gsize n, const char *const *ends)
{
  for (; *ends != NULL; ends++)
    if (n >= strlen (*ends) && memcmp (text + n - strlen (*ends), *ends, strlen (*ends)) == 0)
      return TRUE;
  return FALSE;
}

/* 单位：元 is a unit line, 单位：水利局 an entry: by how it ends, or else by its length. */
static gboolean names_unit (const char *folded)
{
  static const char *const units[] = { "元", "%",  "个", "人", "户", "吨", "亩", "顷", "米",
                                       "里", "时", "瓦", "件", "台", "辆", "家", "次", "项",
                                       "分", "升", "克", "天", "斤", "头", NULL };
  static const char *const organs[] = { "局", "镇", "乡", "村", "县", "市", "区", "所", "站", "科", "办",
                                        "处", "院", "校", "会", "部", "厅", "队", "司", "委", NULL };
  enum { SHORT = 12 }; /* bytes: four hanzi */
  const char *colon = strstr (folded, "单位:");
  gsize n = strlen (folded);
  if (colon == NULL)
    return TRUE;
  while (n > 0 && strchr (") ", folded[n - 1]) != NULL)
    n--;
  const char *value = colon + strlen ("单位:");
  return ends_with_any (folded, n, units) ||
         (folded + n > value && folded + n - value <= SHORT && !ends_with_any (folded, n, organs));
}

static gboolean has_unit (const TzSheet *sheet, int row)
{
  const TzSheetLine *line = &sheet->lines[row];
  for (int col = line->first; col <= line->last; col++) {
    char folded[160];
    if (tz_sheet_kind (sheet, row, col) != TZ_CELL_WORDS)
      continue;
    tz_cell_fold (tz_sheet_text (sheet, row, col), folded, sizeof folded);
    if ((tz_sheet_words (folded) & TZ_WORD_UNIT) && names_unit (folded))
      return TRUE;
  }
  return FALSE;
}

static gboolean is_sentence (const char *folded)
{
  enum { LONG = 120 }; /* bytes: 40 hanzi */
  return strstr (folded, "。") != NULL || strlen (folded) > LONG ||
         (g_str_has_suffix (folded, ":") && strlen (folded) > LONG / 2);
}

/* 附件2, 表1-3:, 公开01表 and nothing else; with a name behind it, it is a title. */
static gboolean is_bare_label (const char *folded)
{
  static const char *const words[] = { "公开", "附件", "附表",  "附录",  "续表",
                                       "附",   "表",   "table", "annex", "appendix" };
  const char *p = folded;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i])) {
      p = folded + strlen (words[i]);
      break;
    }
  while (*p != '\0') {
    if (strchr (" -.:()", *p) != NULL)
      p++;
    else if (g_str_has_prefix (p, "表"))
      p += strlen ("表");
    else if (tz_numeral_read (&p) < 0)
      return FALSE;
  }
  return TRUE;
}

/* 河政办〔2022〕15号. */
static gboolean is_document_number (const char *folded)
{
  return strstr (folded, "〕") != NULL && g_str_has_suffix (folded, "号") && strlen (folded) < 48;
}

static gboolean is_bracketed_date (const char *folded)
{
  return folded[0] == '(' && strstr (folded, "月") != NULL && g_str_has_suffix (folded, "日)");
}

/* A title with the unit at the row's end. */
static gboolean begins_with_title (const TzSheet *sheet, int row)
{
  char folded[160];
  const TzSheetLine *line = &sheet->lines[row];
  tz_cell_fold (tz_sheet_text (sheet, row, line->first), folded, sizeof folded);
  return line->filled == 2 && line->width > 10 &&
         (tz_sheet_words (folded) & (TZ_WORD_ENTRY | TZ_WORD_UNIT)) == 0;
}

/* A first line without a stop, merged over the width of the table in its workbook, is a title however long. */
static gboolean is_long_title (const TzSheet *sheet, int row, gboolean has_title)
{
  const char *text = tz_sheet_text (sheet, row, sheet->lines[row].first);
  return !has_title && (sheet->lines[row].rules & tz_rule_bit (TZ_RULE_MERGED_WIDE)) != 0 &&
         strstr (text, "。") == NULL && !g_str_has_suffix (text, "：");
}

/* HAS_TITLE: a title stands above already. */
static TzSheetClass name_lone_above (const TzSheet *sheet, int row, guint words, const char *folded,
                                     gboolean has_title)
{
  const guint64 date = tz_rule_bit (TZ_RULE_DATE);
  if ((words & TZ_WORD_LABEL) && is_bare_label (folded))
    return has_title ? TZ_SHEET_META : TZ_SHEET_LABEL;
  if ((sheet->lines[row].rules & date) || is_bracketed_date (folded) || is_document_number (folded))
    return TZ_SHEET_META;
  if (is_sentence (folded) && !is_long_title (sheet, row, has_title))
    return TZ_SHEET_LEAD;
  if ((words & TZ_WORD_ENTRY) && !(words & TZ_WORD_LABEL))
    return TZ_SHEET_META;
  return folded[0] == '(' && has_title ? TZ_SHEET_SUBTITLE : TZ_SHEET_TITLE;
}

static TzSheetClass name_above (const TzSheet *sheet, int row, gboolean has_title)
{
  char folded[160];
  int n_entries;
  guint words = row_words (sheet, row, &n_entries, folded);
  if ((words & TZ_WORD_UNIT) && has_unit (sheet, row))
    return !has_title && begins_with_title (sheet, row) ? TZ_SHEET_TITLE : TZ_SHEET_UNIT;
  if (sheet->lines[row].filled == 1)
    return name_lone_above (sheet, row, words, folded, has_title);
  return TZ_SHEET_META;
}

/* ---- below the body ---- */

/* Once sign-off words or a date by itself were seen, nothing below is a note unless it says so. */
static TzSheetClass name_below (const TzSheet *sheet, int row, gboolean signed_above)
{
  const guint64 signs = tz_rule_bit (TZ_RULE_DATE) | tz_rule_bit (TZ_RULE_ORGAN);
  char folded[160];
  int n_entries;
  guint words = row_words (sheet, row, &n_entries, folded);
  int number;
  gboolean whole, numbered = tz_sheet_numbering (folded, &number, &whole) != TZ_NUMBERING_NONE;
  if ((words & TZ_WORD_NOTE) || (sheet->lines[row].filled == 1 && (is_sentence (folded) || numbered)))
    return TZ_SHEET_NOTE;
  if ((words & TZ_WORD_SIGN) || (sheet->lines[row].rules & signs) || n_entries > 1)
    return TZ_SHEET_SIGN;
  return signed_above && sheet->lines[row].width < 60 ? TZ_SHEET_SIGN : TZ_SHEET_NOTE;
}

/* Whether a row that the rules take for a note is a further row of the record above, of which one column alone
 * goes on: notes begin at the left. */
static gboolean goes_on (const TzSheet *sheet, int above, int row)
{
  const guint64 signs = tz_rule_bit (TZ_RULE_DATE) | tz_rule_bit (TZ_RULE_ORGAN);
  const TzSheetLine *line = &sheet->lines[row];
  return above >= 0 && sheet->lines[above].part == TZ_PART_BODY && !line->gap && line->filled == 1 &&
         line->first > 1 && tz_sheet_filled (sheet, above, line->first) &&
         !(line->words & (TZ_WORD_NOTE | TZ_WORD_SIGN)) && !(line->rules & signs);
}

void tz_sheet_name_rows (TzSheet *sheet)
{
  int above = -1;
  gboolean has_title = FALSE, is_signed = FALSE;
  for (int row = 0; row < sheet->n_rows; row++) {
    TzSheetLine *line = &sheet->lines[row];
    if (line->part == TZ_PART_BELOW && goes_on (sheet, above, row))
      line->part = TZ_PART_BODY;
    above = line->filled > 0 ? row : above;
    switch ((TzPart)line->part) {
    case TZ_PART_ABOVE:
      line->cls = (guint8)name_above (sheet, row, has_title);
      has_title = has_title || line->cls == TZ_SHEET_TITLE;
      break;
    case TZ_PART_HEAD:
      line->cls = tz_sheet_is_colnum (sheet, row) ? TZ_SHEET_COLNUM : TZ_SHEET_HEAD;
      break;
    case TZ_PART_SECTION:
      line->cls = TZ_SHEET_SECTION;
      break;
    case TZ_PART_BODY:
      line->cls = TZ_SHEET_BODY;
      has_title = is_signed = FALSE;
      break;
    case TZ_PART_BELOW:
      line->cls = (guint8)name_below (sheet, row, is_signed);
      is_signed = is_signed || line->cls == TZ_SHEET_SIGN;
      break;
    default:
      line->cls = TZ_SHEET_BLANK;
    }
  }
}
