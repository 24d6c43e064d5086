#include "content/block.h"

static void para_free (TzPara *para)
{
  g_free (para->text);
  g_free (para);
}

static TzPara *para_new (const char *text, const TzTextStyle *style)
{
  TzPara *para = g_new0 (TzPara, 1);
  para->text = g_strdup (text);
  para->style = *style;
  return para;
}

static void table_free (TzTable *table)
{
  g_ptr_array_unref (table->above);
  tz_grid_free (table->grid);
  g_ptr_array_unref (table->below);
  if (table->continued)
    para_free (table->continued);
  g_free (table->sheet_name);
  g_free (table);
}

static void block_free (TzBlock *block)
{
  if (block->kind == TZ_BLOCK_PARA)
    para_free (block->para);
  else
    table_free (block->table);
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
  g_free (doc);
}

TzPara *tz_doc_add_para (TzDoc *doc, const char *text, const TzTextStyle *style)
{
  TzBlock *block = g_new0 (TzBlock, 1);
  block->kind = TZ_BLOCK_PARA;
  block->para = para_new (text, style);
  g_ptr_array_add (doc->blocks, block);
  return block->para;
}

TzTable *tz_doc_add_table (TzDoc *doc, TzGrid *take_grid)
{
  TzBlock *block = g_new0 (TzBlock, 1);
  block->kind = TZ_BLOCK_TABLE;
  block->table = g_new0 (TzTable, 1);
  block->table->above = g_ptr_array_new_with_free_func ((GDestroyNotify)para_free);
  block->table->below = g_ptr_array_new_with_free_func ((GDestroyNotify)para_free);
  block->table->grid = take_grid;
  g_ptr_array_add (doc->blocks, block);
  return block->table;
}

TzPara *tz_table_add_above (TzTable *table, const char *text, const TzTextStyle *style)
{
  TzPara *para = para_new (text, style);
  g_ptr_array_add (table->above, para);
  return para;
}

TzPara *tz_table_add_below (TzTable *table, const char *text, const TzTextStyle *style)
{
  TzPara *para = para_new (text, style);
  g_ptr_array_add (table->below, para);
  return para;
}

TzPara *tz_table_set_continued (TzTable *table, const char *text, const TzTextStyle *style)
{
  if (table->continued)
    para_free (table->continued);
  table->continued = para_new (text, style);
  return table->continued;
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
