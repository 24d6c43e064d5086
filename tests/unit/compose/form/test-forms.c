/* The delivered templates with made-up data: header, merges, texts, paper. Columns
 * are named by their keys, so that the tests say nothing about titles. */
#include <string.h>

#include "help/findings.h"
#include "help/office.h"

typedef struct {
  Office *office;
  TzDoc *doc;
  const TzTable *table;
} Form;

static Form form_new (const char *name, const char *csv)
{
  Form form = { office_new (), NULL, NULL };
  office_write (form.office, "data.csv", csv);
  form.doc = office_compose (form.office, "data.csv", 0, name, NULL);
  assert_findings (form.office->diag, "");
  form.table = office_table (form.doc);
  return form;
}

static void form_free (Form *form)
{
  tz_doc_free (form->doc);
  office_free (form->office);
}

/* Body rows as office_grid_text has them. */
static void check_body (const Form *form, const char *expected)
{
  char *text = office_grid_text (form->table->grid), *body = text;
  for (int i = 0; i < tz_grid_n_head (form->table->grid); i++)
    body = strchr (body, '\n') + 1;
  g_assert_cmpstr (body, ==, expected);
  g_free (text);
}

/* How the head's cells lie: "o" begins a cell, "<" and "^" go on. */
static void check_head (const Form *form, const char *expected)
{
  const TzGrid *grid = form->table->grid;
  GString *shape = g_string_new (NULL);
  for (int row = 0; row < tz_grid_n_head (grid); row++) {
    for (int col = 0; col < tz_grid_n_cols (grid); col++) {
      const TzCell *cell = tz_grid_cell (grid, tz_grid_index_at (grid, row, col));
      g_string_append_c (shape, cell->row < row ? '^' : cell->col < col ? '<' : 'o');
    }
    g_string_append_c (shape, '\n');
  }
  g_assert_cmpstr (shape->str, ==, expected);
  g_string_free (shape, TRUE);
}

static const TzPara *above (const Form *form, guint i)
{
  g_assert_cmpuint (i, <, form->table->above->len);
  return form->table->above->pdata[i];
}

static void check_paper (const Form *form, const char *name, gboolean landscape)
{
  const TzPaper *paper = &form->doc->page.papers[0];
  g_assert_cmpstr (paper->name, ==, name);
  g_assert_cmpint (paper->width > paper->height, ==, landscape);
}

static void test_shanxi (void)
{
  Form form = form_new ("shanxi", "number,name,national,local,y2020,y2021,y2022,owner,helper\n"
                                  "一、总则,,,,,,,,\n1,甲,a,x,,,,省局,——\n,,b,y,,,,,\n"
                                  "二、任务,,,,,,,,\n1,乙,,z,,,,,\n,,,w,,,,,\n2,丙,,v,,,,,\n");
  check_head (&form, "oo<oooooo\n");
  check_body (&form, "一、总则|<|<|<|<|<|<|<|<\n1|甲|a|x||||省局|——\n^|^|b|y|||||\n"
                     "二、任务|<|<|<|<|<|<|<|<\n1|乙||z|||||\n^|^|^|w|||||\n2|丙||v|||||\n");
  g_assert_cmpuint (form.table->above->len, ==, 2);
  g_assert_false (above (&form, 0)->repeat); /* the label on the first page only */
  g_assert_true (above (&form, 1)->repeat);
  g_assert_true (tz_grid_repeat_head (form.table->grid));
  check_paper (&form, "A3", TRUE);
  form_free (&form);
}

static void test_tianjin (void)
{
  Form form =
      form_new ("tianjin", "number,name,national,local-name,local,policy,y2021,y2022,owner,helper,deadline\n"
                           "1,甲,a,p,x,,,,,,\n,,,q,y,,,,,,\n");
  check_head (&form, "oo<o<oooooo\n");
  check_body (&form, "1|甲|a|p|x||||||\n^|^|^|q|y||||||\n");
  check_paper (&form, "A3", TRUE);
  form_free (&form);
}

static void test_guangdong (void)
{
  static const char *const sets[] = { "book.region=东市", NULL };
  Office *office = office_new ();
  office_write (office, "data.csv", "category,number,name,content\n一、甲,1,a,x\n,2,b,\n");
  TzDoc *doc = office_compose (office, "data.csv", 0, "guangdong", sets);
  assert_findings (office->diag, "");
  Form form = { office, doc, office_table (doc) };
  check_head (&form, "oooo<<<\n^^^oooo\n");
  check_body (&form, "一、甲|1|a|x|||\n^|2|b||||\n");
  const TzGrid *grid = form.table->grid;
  const TzCell *city = tz_grid_cell (grid, tz_grid_index_at (grid, 0, 3));
  g_assert_cmpstr (city->text, ==, "东市");
  g_assert_true (g_str_has_prefix (doc->title, "东市《"));
  static const TzFillKind fills[] = { TZ_FILL_NONE, TZ_FILL_CHOICE, TZ_FILL_TEXT, TZ_FILL_TEXT };
  for (int i = 0; i < 4; i++) {
    const TzCell *cell = tz_grid_cell (grid, tz_grid_index_at (grid, 2, 3 + i));
    g_assert_cmpint (tz_grid_style (grid, cell->style)->fill.kind, ==, fills[i]);
  }
  check_paper (&form, "A4", TRUE);
  form_free (&form);
}

static void test_linqu (void)
{
  Form form =
      form_new ("linqu", "number,category,content,owner,deadline\n1,甲,a,县局,长期\n2,,b,,\n3,乙,c,,\n");
  check_body (&form, "1|甲|a|县局|长期\n2|^|b||\n3|乙|c||\n");
  g_assert_false (above (&form, 1)->repeat);
  check_paper (&form, "A4", TRUE);
  form_free (&form);
}

static void test_qiandongnan (void)
{
  Form form = form_new ("qiandongnan", "number,name,content,owner\n1,甲,a,州局\n2,乙,b,\n");
  check_head (&form, "oooo\n");
  check_paper (&form, "A4", FALSE);
  form_free (&form);
}

static void check_limits (const char *columns, const char *row, const char *head, const char *year,
                          guint n_above, guint n_below)
{
  char *csv = g_strconcat (columns, "\n", row, "\n", NULL);
  Form form = form_new ("time-limits", csv);
  check_head (&form, head);
  g_assert_cmpuint (form.table->above->len, ==, n_above);
  g_assert_cmpuint (form.table->below->len, ==, n_below);
  g_assert_true (g_str_has_prefix (form.doc->title, year));
  g_assert_cmpstr (above (&form, n_above - 1)->text, ==, "单位：工作日");
  form_free (&form);
  g_free (csv);
}

static void test_time_limits (void)
{
  check_limits ("type,accept,reply,review,midcheck,final,install,total", "甲,1,3,--,--,--,2,6",
                "oo<<<<<o\n^oooooo^\n", "2020年", 3, 2);
  check_limits ("type,accept,reply,review,midcheck,final,install,total,current,cut",
                "甲,1,3,--,--,--,2,6,18,67%", "oo<<<<<ooo\n^oooooo^^^\n", "2020年", 3, 2);
  check_limits ("type,accept,reply,review,midcheck,final-install,total", "甲,1,10,3*,2*,6,17(22*)",
                "oo<<<<o\n^ooooo^\n", "2022年", 2, 3);
}

static void test_ledger (void)
{
  Form form = form_new ("ledger", "任务,编号,牵头单位,状态\n甲,1,示例局,推进中\n,,其他局,\n");
  check_body (&form, "1|甲|示例局|推进中\n^|^|其他局|\n");
  form_free (&form);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forms/shanxi", test_shanxi);
  g_test_add_func ("/forms/tianjin", test_tianjin);
  g_test_add_func ("/forms/guangdong", test_guangdong);
  g_test_add_func ("/forms/linqu", test_linqu);
  g_test_add_func ("/forms/qiandongnan", test_qiandongnan);
  g_test_add_func ("/forms/time-limits", test_time_limits);
  g_test_add_func ("/forms/ledger", test_ledger);
  return g_test_run ();
}
