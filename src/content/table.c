#include "content/table.h"

void tz_para_free (TzPara *para)
{
  g_free (para->text);
  g_strfreev (para->parts);
  g_free (para);
}

TzPara *tz_para_new (const char *text, const TzTextStyle *style)
{
  TzPara *para = g_new0 (TzPara, 1);
  para->text = g_strdup (text);
  para->style = *style;
  return para;
}

void tz_table_free (TzTable *table)
{
  if (!table)
    return;
  g_ptr_array_unref (table->above);
  tz_grid_free (table->grid);
  g_ptr_array_unref (table->below);
  if (table->continued)
    tz_para_free (table->continued);
  g_free (table->sheet_name);
  g_free (table->outline_name);
  tz_name_set_unref (table->names);
  g_free (table);
}

TzTable *tz_table_new (TzGrid *take_grid)
{
  TzTable *table = g_new0 (TzTable, 1);
  table->above = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_para_free);
  table->below = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_para_free);
  table->grid = take_grid;
  return table;
}

TzPara *tz_table_add_above (TzTable *table, const char *text, const TzTextStyle *style)
{
  TzPara *para = tz_para_new (text, style);
  g_ptr_array_add (table->above, para);
  return para;
}

TzPara *tz_table_add_below (TzTable *table, const char *text, const TzTextStyle *style)
{
  TzPara *para = tz_para_new (text, style);
  g_ptr_array_add (table->below, para);
  return para;
}

static void add_parts (GPtrArray *paras, const char *const *texts, const TzTextStyle *style)
{
  g_autofree char *row = g_strjoinv ("　", (char **)texts);
  TzPara *para = tz_para_new (row, style);
  if (texts[0] && texts[1])
    para->parts = g_strdupv ((char **)texts);
  g_ptr_array_add (paras, para);
}

TzPara *tz_table_add_parts_above (TzTable *table, const char *const *texts, const TzTextStyle *style)
{
  add_parts (table->above, texts, style);
  return table->above->pdata[table->above->len - 1];
}

TzPara *tz_table_add_parts_below (TzTable *table, const char *const *texts, const TzTextStyle *style)
{
  add_parts (table->below, texts, style);
  return table->below->pdata[table->below->len - 1];
}

TzPara *tz_table_set_continued (TzTable *table, const char *text, const TzTextStyle *style)
{
  if (table->continued)
    tz_para_free (table->continued);
  table->continued = tz_para_new (text, style);
  return table->continued;
}

static void lend_names (GPtrArray *paras, const TzNameSet *names)
{
  for (guint i = 0; i < paras->len; i++)
    ((TzPara *)paras->pdata[i])->style.names = names;
}

void tz_table_take_names (TzTable *table, TzNameSet *take_names)
{
  g_assert (!table->names);
  table->names = take_names;
  lend_names (table->above, take_names);
  lend_names (table->below, take_names);
  if (table->continued)
    table->continued->style.names = take_names;
  tz_grid_lend_names (table->grid, take_names);
}

gboolean tz_table_is_titled (const TzTable *table)
{
  for (guint i = 0; i < table->above->len; i++)
    if (((const TzPara *)table->above->pdata[i])->outline > 0)
      return TRUE;
  return FALSE;
}
