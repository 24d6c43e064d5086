/* The costs come in three layers, each of which may overrule the one before:
 *
 *   words      示例省|能源局|关于|印发|…     cheap between words, hardly ever inside one
 *   marks      …的通知  （试行）  “电力”      where a mark or a small word binds or parts
 *   brackets   《…“…”…》                     what they hold stays whole where a line can hold it */
#include "layout/wrap/cost.h"

#include "typeset/words.h"

/* ---- words ---- */

static void cost_words (const TzTitleText *text, int *costs)
{
  static const int of_edge[] = { [TZ_WORD_MEETS] = TZ_TITLE_FAIR,
                                 [TZ_WORD_ENDS] = TZ_TITLE_POOR,
                                 [TZ_WORD_UNSURE] = TZ_TITLE_BAD,
                                 [TZ_WORD_INSIDE] = TZ_TITLE_INSIDE };
  g_autofree TzWordEdge *edges = g_new0 (TzWordEdge, text->n);
  g_autofree int *of_name = g_new0 (int, text->n);
  text->measure->words (text->measure->self, text->c, text->n, text->style.names, edges, of_name);
  for (int i = 0; i < text->n; i++)
    costs[i] = of_edge[edges[i]];
  for (int i = 1; i < text->n; i++)
    if (of_name[i] >= 0 && of_name[i] == of_name[i - 1])
      costs[i] = MAX (costs[i], TZ_TITLE_NAME);
}

/* ---- marks and small words ---- */

static gboolean is_in (gunichar c, const char *set)
{
  return g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean is_western (gunichar c)
{
  return c < 0x2000;
}

/* clreq 6.1.1 for marks. 的 and 关于 belong to what stands before and behind them. Western letters
 * and digits stay with each other and with the hanzi beside them, of which they are mostly a
 * number: 2021年. The last character of an organ's name (局, 委 …) is never cut off it. */
static gboolean is_bound (const TzTitleText *text, int i, int cost)
{
  gunichar a = text->c[i - 1], b = text->c[i];
  return is_in (b, "、，。：；！？”’）》〉】〕 的") || is_in (a, "“‘（《〈【〔") || is_western (a) ||
         is_western (b) || (is_in (a, "—…") && is_in (b, "—…")) || tz_title_text_has (text, i - 2, "关于") ||
         (is_in (b, "局委厅署院部办") && cost >= TZ_TITLE_POOR);
}

static gboolean is_pause (const TzTitleText *text, int i)
{
  return is_in (text->c[i - 1], "、，；： ") || text->c[i] == 0x300A /* 《 */ ||
         tz_title_text_has (text, i, "关于") || tz_title_text_has (text, i, "转发") ||
         tz_title_text_has (text, i, "印发");
}

static int cost_beside_marks (const TzTitleText *text, int i, int cost)
{
  static const char conjunctions[] = "和与及并";
  gunichar a = text->c[i - 1], b = text->c[i];
  if (a != ' ' && is_bound (text, i, cost))
    return TZ_TITLE_NEVER;
  if (is_pause (text, i))
    return TZ_TITLE_GOOD;
  if (is_in (a, "》的") || b == 0x201C /* “ */)
    return TZ_TITLE_FAIR;
  if (cost >= TZ_TITLE_INSIDE)
    return cost;
  if (is_in (a, conjunctions)) /* a line ends before 和, not behind it */
    return cost + TZ_TITLE_POOR;
  return is_in (b, conjunctions) ? MIN (cost, TZ_TITLE_FAIR) : cost;
}

/* The end of the number that a caption begins with: 表12 and its blank. 0 if there is none. */
static int end_of_number (const TzTitleText *text)
{
  int i = 1;
  if (!is_in (text->c[0], "表图"))
    return 0;
  while (i < text->n && text->c[i] >= '0' && text->c[i] <= '9')
    i++;
  return i > 1 && i < text->n && text->c[i] == ' ' ? i + 1 : 0;
}

static void cost_marks (const TzTitleText *text, int *costs)
{
  for (int i = 1; i < text->n; i++)
    costs[i] = cost_beside_marks (text, i, costs[i]);
  int number = end_of_number (text);
  if (number > 0 && number < text->n)
    costs[number] = TZ_TITLE_NEVER;
}

/* ---- brackets and quotes ---- */

/* Where the bracket OPEN is closed by MARK; the text's end if it is not. */
static int closing (const TzTitleText *text, int open, gunichar mark)
{
  int end = open + 1;
  while (end < text->n && text->c[end] != mark)
    end++;
  return end;
}

static void cost_brackets (TzTitleText *text, int *costs)
{
  static const gunichar pairs[][2] = { { 0x300A, 0x300B } /* 《》 */,
                                       { 0x201C, 0x201D } /* “” */,
                                       { 0xFF08, 0xFF09 } /* （） */,
                                       { 0x3008, 0x3009 } /* 〈〉 */,
                                       { '(', ')' } };
  for (gsize p = 0; p < G_N_ELEMENTS (pairs); p++)
    for (int i = 0; i < text->n; i++) {
      if (text->c[i] != pairs[p][0])
        continue;
      int end = closing (text, i, pairs[p][1]);
      gboolean whole = tz_title_text_fits (text, i, MIN (end + 1, text->n));
      for (int k = i + 1; k < end; k++)
        if (costs[k] < TZ_TITLE_NEVER)
          costs[k] += whole ? TZ_TITLE_BRACKET : TZ_TITLE_FAIR;
    }
}

void tz_title_costs (TzTitleText *text, int *costs)
{
  cost_words (text, costs);
  cost_marks (text, costs);
  cost_brackets (text, costs);
}
