/* A row whose first cell is empty goes on with the label above, and both are a group; the columns in which a
 * group has a text are its cells, and each of them takes the empty columns on its right.
 *
 *   主管部门 |      | 水利局   |      | 实施单位 | 防汛站      主管部门 over two columns, 水利局 over two
 *   资金     |      |          | 预算 | 执行     | 得分        资金 over two columns and all of its rows
 *            |      | 总额     | 880  | 836      | 9.5
 *   指标     | 产出 | 数量     | 座   | 3        | 10
 *            |      |          | 万条 | 21       | 10          产出 and 数量 go down to here
 *            | 效益 | 社会     | 人   | 0        | 15
 *
 * An empty cell among figures is a value that is to come. */
#include "compose/table/card.h"

/* Characters. */
enum { LONGEST_LABEL = 30 };

struct TzCard {
  const TzLedger *ledger;
  int n_cols;
  guint8 *joins; /* TzJoin bits by record and column */
};

/* Records FIRST to END-1. */
typedef struct {
  int first, end;
  gboolean *used; /* by column: whether one of them has a text there */
  int n_used, last_used;
} Group;

static const char *text_at (const TzCard *card, int i, int col)
{
  return tz_ledger_record (card->ledger, i)->cells[col].text;
}

static gboolean is_filled (const TzCard *card, int i, int col)
{
  return *text_at (card, i, col) != '\0';
}

/* 9.5, ≥20, — and 1.1: what is counted or numbered is no label. */
static gboolean is_figure (const char *text)
{
  return *text != '\0' && g_utf8_strchr ("0123456789+-—=≥≤<>±", -1, g_utf8_get_char (text)) != NULL;
}

static void join (const TzCard *card, int i, int col, guint bit)
{
  card->joins[(gsize)i * (gsize)card->n_cols + (gsize)col] |= (guint8)bit;
}

/* ---- a group ---- */

/* Whether a value is to come behind the last text of a row by itself: 姓名 甲 性别 □; 总分 100 97.5 □. */
static gboolean awaits_value (const TzCard *card, const Group *group)
{
  if (group->end > group->first + 1 || group->n_used == 2)
    return FALSE;
  const char *last = text_at (card, group->first, group->last_used);
  if (group->n_used == 1)
    return g_utf8_strlen (last, -1) <= LONGEST_LABEL;
  return group->n_used % 2 == 1 || is_figure (last);
}

static void join_across (const TzCard *card, const Group *group)
{
  int free = awaits_value (card, group) ? group->last_used + 1 : card->n_cols;
  for (int col = 1; col < card->n_cols; col++)
    if (!group->used[col] && col != free)
      for (int i = group->first; i < group->end; i++)
        join (card, i, col, TZ_JOIN_LEFT);
}

/* Whether COL has a label in every row in which LEFT has one, and not in all rows. */
static gboolean is_level_below (const TzCard *card, const Group *group, int left, int col)
{
  gboolean all = TRUE;
  for (int i = group->first; i < group->end; i++) {
    gboolean filled = is_filled (card, i, col);
    if (is_filled (card, i, left) && !filled)
      return FALSE;
    all = all && filled;
  }
  return !all;
}

/* The labels at the left go down over the rows that leave them empty. */
static void join_down (const TzCard *card, const Group *group)
{
  for (int left = -1, col = 0; col < card->n_cols; col++) {
    if (!group->used[col])
      continue;
    if (left >= 0 && !is_level_below (card, group, left, col))
      return;
    for (int i = group->first + 1; i < group->end; i++)
      if (!is_filled (card, i, col))
        join (card, i, col, TZ_JOIN_UP);
    left = col;
  }
}

static void take_group (const TzCard *card, int first, int end)
{
  Group group = { first, end, g_new0 (gboolean, (gsize)card->n_cols + 1), 0, 0 };
  for (int col = 0; col < card->n_cols; col++) {
    for (int i = first; i < end; i++)
      group.used[col] = group.used[col] || is_filled (card, i, col);
    group.n_used += group.used[col];
    group.last_used = group.used[col] ? col : group.last_used;
  }
  if (group.n_used > 0) {
    join_across (card, &group);
    join_down (card, &group);
  }
  g_free (group.used);
}

/* ---- the card ---- */

static gboolean is_joined (const TzLedger *ledger)
{
  for (int i = 0; i < tz_ledger_n_records (ledger); i++)
    for (int col = 0; col < tz_ledger_n_columns (ledger); col++)
      if (tz_ledger_record (ledger, i)->cells[col].join != 0)
        return TRUE;
  return FALSE;
}

static gboolean has_labels (const TzLedger *ledger)
{
  int n_figures = 0, n = tz_ledger_n_records (ledger);
  for (int i = 0; i < n; i++)
    n_figures += is_figure (tz_ledger_record (ledger, i)->cells[0].text);
  return n_figures * 4 <= n;
}

static gboolean goes_on (const TzCard *card, int i)
{
  const TzRecord *record = tz_ledger_record (card->ledger, i);
  gboolean alone = record->kind == TZ_RECORD_SECTION || (record->kind == TZ_RECORD_TOTAL && !record->share);
  return !alone && !is_filled (card, i, 0);
}

TzCard *tz_card_new (const TzTemplate *form, const TzLedger *ledger)
{
  if (!form->table.headless || is_joined (ledger) || !has_labels (ledger))
    return NULL;
  int n = tz_ledger_n_records (ledger);
  TzCard *card = g_new0 (TzCard, 1);
  card->ledger = ledger;
  card->n_cols = tz_ledger_n_columns (ledger);
  card->joins = g_new0 (guint8, (gsize)n * (gsize)card->n_cols + 1);
  for (int first = 0, end; first < n; first = end) {
    for (end = first + 1; end < n && goes_on (card, end);)
      end++;
    take_group (card, first, end);
  }
  return card;
}

void tz_card_free (TzCard *card)
{
  if (!card)
    return;
  g_free (card->joins);
  g_free (card);
}

static guint join_at (const TzCard *card, int i, int col)
{
  return card->joins[(gsize)i * (gsize)card->n_cols + (gsize)col];
}

int tz_card_width (const TzCard *card, int i, int col)
{
  int cols = 1;
  while (col + cols < card->n_cols && join_at (card, i, col + cols) & TZ_JOIN_LEFT)
    cols++;
  return cols;
}

gboolean tz_card_goes_on (const TzCard *card, int i, int col)
{
  return (join_at (card, i, col) & TZ_JOIN_UP) != 0;
}
