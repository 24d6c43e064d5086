/* Tables and charts of an official document, each on a worksheet of its own. */
#include "output/xlsx/exhibit.h"

#include "layout/table/paper.h"
#include "output/xlsx/sheet.h"
#include "output/xlsx/workbook.h"

#include <math.h>

/* The document's own paper, else the first of these that holds a wide table. */
static void choose_paper (TzXlsx *xlsx, TzLen width)
{
  static const struct {
    const char *name;
    gboolean landscape;
  } wider[] = { { "A4", TRUE }, { "A3", TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (wider) && tz_paper_room (xlsx->layout->doc, &xlsx->paper) < width; i++)
    tz_paper_parse (wider[i].name, wider[i].landscape, &xlsx->paper);
}

/* A table that is wider still is printed smaller. If nobody could read it then, it is printed over several
 * pages side by side. */
#define SMALLEST_PRINT 0.6

static void choose_pages (TzXlsx *xlsx, const TzSized *sized)
{
  double width = (double)sized->x[sized->n_cols],
         room = (double)MAX (tz_paper_room (xlsx->layout->doc, &xlsx->paper), 1);
  if (sized->table->sideways && room < SMALLEST_PRINT * width)
    xlsx->pages_wide = (int)CLAMP (ceil (width / room), 1, 1000);
}

/* By the title, with the number that it has in the text: 表1 各部分任务完成情况. g_free. */
static char *exhibit_name (const TzLayoutTable *exhibit)
{
  const TzTable *table = exhibit->sized->table;
  GString *name = g_string_new (table->sheet_name);
  for (guint i = 0; !exhibit->chart && i < table->above->len; i++) {
    const TzPara *para = table->above->pdata[i];
    if (para->outline > 0)
      g_string_assign (name, para->text);
  }
  g_string_replace (name, "\n", " ", 0);
  g_string_replace (name, "　", " ", 0);
  return g_string_free (name, FALSE);
}

void tz_xlsx_add_exhibit (TzXlsx *xlsx, const TzLayoutTable *exhibit)
{
  GPtrArray *none = g_ptr_array_new ();
  char *name = exhibit_name (exhibit);
  TzXlsxContent content = {
    .name = name, .sized = exhibit->sized, .chart = exhibit->chart, .before = none, .after = none
  };
  xlsx->figure = TRUE;
  choose_paper (xlsx, exhibit->sized->x[exhibit->sized->n_cols]);
  choose_pages (xlsx, exhibit->sized);
  tz_xlsx_add_sheet (xlsx, &content);
  xlsx->paper = xlsx->layout->paper;
  xlsx->pages_wide = 1;
  xlsx->figure = FALSE;
  g_free (name);
  g_ptr_array_unref (none);
}
