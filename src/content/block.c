#include "content/block.h"

static void block_free (TzBlock *block)
{
  switch (block->kind) {
  case TZ_BLOCK_PARA:
    tz_para_free (block->para);
    break;
  case TZ_BLOCK_TABLE:
    tz_table_free (block->table);
    break;
  case TZ_BLOCK_CHART:
    tz_chart_free (block->chart);
    break;
  }
  g_free (block);
}

TzDoc *tz_doc_new (void)
{
  TzDoc *doc = g_new0 (TzDoc, 1);
  doc->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)block_free);
  return doc;
}

void tz_doc_free (TzDoc *doc)
{
  if (!doc)
    return;
  g_free (doc->name);
  g_free (doc->title);
  g_free (doc->author);
  g_free (doc->subject);
  g_free (doc->lang);
  g_free (doc->origin.template_name);
  g_free (doc->origin.book);
  g_free (doc->origin.period);
  g_free (doc->origin.period_words);
  g_free (doc->origin.region);
  g_free (doc->page.number_form);
  g_free (doc->excel.password);
  g_free (doc->excel.instructions);
  for (int i = 0; i < TZ_N_ROLES; i++)
    g_free (doc->excel.font_names[i]);
  g_ptr_array_unref (doc->blocks);
  tz_official_free (doc->official);
  if (doc->attached)
    g_ptr_array_unref (doc->attached);
  if (doc->following)
    g_ptr_array_unref (doc->following);
  if (doc->sheets)
    g_ptr_array_unref (doc->sheets);
  if (doc->exhibits)
    g_ptr_array_unref (doc->exhibits);
  g_free (doc);
}

const char *tz_doc_table_name (const TzDoc *doc, const TzTable *table)
{
  if (table->outline_name)
    return table->outline_name;
  return doc->name ? doc->name : "";
}

static TzBlock *add_block (GPtrArray *blocks, TzBlockKind kind)
{
  TzBlock *block = g_new0 (TzBlock, 1);
  block->kind = kind;
  g_ptr_array_add (blocks, block);
  return block;
}

TzPara *tz_doc_add_para (TzDoc *doc, const char *text, const TzTextStyle *style)
{
  return add_block (doc->blocks, TZ_BLOCK_PARA)->para = tz_para_new (text, style);
}

TzTable *tz_doc_add_table (TzDoc *doc, TzGrid *take_grid)
{
  return add_block (doc->blocks, TZ_BLOCK_TABLE)->table = tz_table_new (take_grid);
}

static TzBlock *add_exhibit (TzDoc *doc, TzBlockKind kind)
{
  if (!doc->exhibits)
    doc->exhibits = g_ptr_array_new_with_free_func ((GDestroyNotify)block_free);
  return add_block (doc->exhibits, kind);
}

TzBlock *tz_doc_add_exhibit_table (TzDoc *doc, TzTable *take_table)
{
  TzBlock *block = add_exhibit (doc, TZ_BLOCK_TABLE);
  block->table = take_table;
  return block;
}

TzBlock *tz_doc_add_exhibit_chart (TzDoc *doc, TzChart *take_chart)
{
  TzBlock *block = add_exhibit (doc, TZ_BLOCK_CHART);
  block->chart = take_chart;
  return block;
}

/* ISO 216 A and B formats, the Chinese 16开 and 8开 of offices' older printers,
 * and the two American ones; millimetres, upright. */
static const struct {
  const char *name;
  double width, height;
} papers[] = {
  { "A4", 210, 297 },         { "A3", 297, 420 },        { "A5", 148, 210 },   { "A2", 420, 594 },
  { "B4", 257, 364 },         { "B5", 182, 257 },        { "16开", 184, 260 }, { "8开", 260, 368 },
  { "letter", 215.9, 279.4 }, { "legal", 215.9, 355.6 },
};

static gboolean parse_custom (const char *text, double *width, double *height)
{
  char *end = NULL;
  *width = g_ascii_strtod (text, &end);
  if (end == text || (*end != 'x' && *end != 'X'))
    return FALSE;
  text = end + 1;
  *height = g_ascii_strtod (text, &end);
  if (end == text)
    return FALSE;
  while (*end == ' ')
    end++;
  return (*end == '\0' || g_str_equal (end, "mm")) && *width >= 40 && *width <= 5000 && *height >= 40 &&
         *height <= 5000;
}

gboolean tz_paper_parse (const char *text, gboolean landscape, TzPaper *paper)
{
  double width = 0, height = 0;
  const char *name = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (text, papers[i].name) == 0) {
      name = papers[i].name;
      width = papers[i].width;
      height = papers[i].height;
    }
  if (!name && !parse_custom (text, &width, &height))
    return FALSE;
  paper->name = name ? name : g_intern_string (text);
  paper->width = tz_len_from_mm (landscape ? height : width);
  paper->height = tz_len_from_mm (landscape ? width : height);
  return TRUE;
}
