/*  附件2                                                label
 *                      ××情况统计表                      title
 *                      （2021年度）                      subtitle, as [lines], in the middle
 *  填报单位：…                            填报日期：…     lines
 *                                           单位：万元     unit line, or last of the lines
 *      为了……，现……。                                  lead
 *  +--------+--------+
 *  |        |        |                                   the table
 *  +--------+--------+
 *  注：…                                                notes: the form's, then the file's
 *  填表人：…            审核人：…            负责人：…     sign-off */
#include "compose/table/around.h"

#include <string.h>

typedef struct {
  TzTable *table;
  const TzTemplate *form;
  const TzAround *around; /* NULL: nothing stood there */
  TzDiag *diag;
} Around;

/* ---- texts ---- */

static const char *text_in_file (const TzAround *around, const char *key)
{
  if (g_str_equal (key, "title"))
    return around->title;
  if (g_str_equal (key, "label"))
    return around->label;
  return g_str_equal (key, "unit-line") ? around->unit : NULL;
}

/* NULL where the file has nothing for KEY, or a book or -s goes before it. */
static const char *text_that_counts (const TzTemplate *form, const TzAround *around, const char *key)
{
  const char *found = around ? text_in_file (around, key) : NULL;
  return found && !(form->over && tz_ini_lookup (form->over, "book", "", key)) ? found : NULL;
}

char *tz_table_text (const TzTemplate *form, const TzAround *around, const char *key, TzDiag *diag)
{
  const char *found = text_that_counts (form, around, key);
  return found ? g_strdup (found) : tz_form_text (form, key, diag);
}

/* ---- paragraphs ---- */

static void shape (TzPara *para, const TzFormStyle *style)
{
  para->space_before = style->before;
  para->space_after = style->after;
  para->repeat = style->repeat;
}

/* NULL: there is none. Lent by the table. */
static TzPara *add_text (const Around *a, const char *key, TzFormPart part, int outline)
{
  const TzFormStyle *style = &a->form->parts[part];
  g_autofree char *text = tz_table_text (a->form, a->around, key, a->diag);
  if (!text)
    return NULL;
  TzPara *para = tz_table_add_above (a->table, text, &style->cell.text);
  shape (para, style);
  /* One that is to shrink to a line is not broken into two. */
  if (part == TZ_PART_TITLE && para->style.shrink_floor <= 0)
    para->style.wrap = TZ_WRAP_TITLE;
  para->outline = outline;
  return para;
}

static void add_label (const Around *a)
{
  TzPara *label = add_text (a, "label", TZ_PART_LABEL, 0);
  if (label)
    label->found = text_that_counts (a->form, a->around, "label") != NULL;
}

static void add_continued (const Around *a)
{
  const TzFormStyle *style = &a->form->parts[TZ_PART_CONTINUED];
  g_autofree char *text = tz_form_text (a->form, "continued-line", a->diag);
  if (text)
    shape (tz_table_set_continued (a->table, text, &style->cell.text), style);
}

/* The paragraphs from FIRST on are one block of STYLE: the room above it stands before the first of them, the
 * room below it after the last. */
static void shape_block (const GPtrArray *paras, guint first, const TzFormStyle *style)
{
  for (guint i = first; i < paras->len; i++) {
    TzPara *para = paras->pdata[i];
    shape (para, style);
    para->space_before = i == first ? style->before : 0;
    para->space_after = i + 1 == paras->len ? style->after : 0;
  }
}

/* ---- what the file has above ---- */

/* Whether the unit of measure stands on the last of the lines in the file, too. */
static gboolean shares_line (const Around *a)
{
  const TzAround *around = a->around;
  if (!around || !around->unit || around->lines->len == 0)
    return FALSE;
  const TzAroundLine *last = around->lines->pdata[around->lines->len - 1];
  return around->unit_place.line > 0 && around->unit_place.line == last->place.line &&
         !(a->form->over && tz_ini_lookup (a->form->over, "book", "", "unit-line"));
}

static void add_line (const Around *a, const TzAroundLine *line, const char *unit)
{
  const TzFormStyle *style = &a->form->parts[TZ_PART_LINES];
  GPtrArray *texts = g_ptr_array_new ();
  for (char **text = line->texts; *text; text++)
    g_ptr_array_add (texts, *text);
  if (unit)
    g_ptr_array_add (texts, (gpointer)unit);
  g_ptr_array_add (texts, NULL);
  tz_table_add_parts_above (a->table, (const char *const *)texts->pdata, &style->cell.text);
  g_ptr_array_unref (texts);
}

static void add_lines (const Around *a)
{
  const TzFormStyle *style = &a->form->parts[TZ_PART_LINES];
  guint first = a->table->above->len;
  TzTextStyle middle = style->cell.text;
  middle.align = TZ_ALIGN_CENTER;
  if (a->around && a->around->subtitle)
    tz_table_add_above (a->table, a->around->subtitle, &middle);
  for (guint i = 0; a->around && i < a->around->lines->len; i++)
    add_line (a, a->around->lines->pdata[i],
              i + 1 == a->around->lines->len && shares_line (a) ? a->around->unit : NULL);
  shape_block (a->table->above, first, style);
}

/* A sentence over several cells is one. */
static char *sentence (const TzAroundLine *line)
{
  return g_strjoinv ("　", line->texts);
}

static void add_lead (const Around *a)
{
  const TzFormStyle *style = &a->form->parts[TZ_PART_LEAD];
  guint first = a->table->above->len;
  for (guint i = 0; a->around && i < a->around->lead->len; i++) {
    g_autofree char *text = sentence (a->around->lead->pdata[i]);
    tz_table_add_above (a->table, text, &style->cell.text);
  }
  shape_block (a->table->above, first, style);
}

/* ---- below ---- */

/* Each line of the notes is a paragraph. */
static void add_notes (const Around *a)
{
  const TzFormStyle *style = &a->form->parts[TZ_PART_NOTES];
  guint first = a->table->below->len;
  g_autofree char *text = tz_form_text (a->form, "notes", a->diag);
  char **lines = g_strsplit (text ? text : "", "\n", -1);
  for (char **line = lines; *line; line++)
    if (*g_strstrip (*line) != '\0')
      tz_table_add_below (a->table, *line, &style->cell.text);
  g_strfreev (lines);
  for (guint i = 0; a->around && i < a->around->notes->len; i++) {
    g_autofree char *note = sentence (a->around->notes->pdata[i]);
    tz_table_add_below (a->table, note, &style->cell.text);
  }
  shape_block (a->table->below, first, style);
}

static void add_sign (const Around *a)
{
  const TzFormStyle *style = &a->form->parts[TZ_PART_SIGN];
  guint first = a->table->below->len;
  for (guint i = 0; a->around && i < a->around->sign->len; i++) {
    const TzAroundLine *line = a->around->sign->pdata[i];
    tz_table_add_parts_below (a->table, (const char *const *)line->texts, &style->cell.text);
  }
  shape_block (a->table->below, first, style);
}

void tz_table_put_around (TzTable *table, const TzTemplate *form, const TzAround *around, TzDiag *diag)
{
  Around a = { table, form, around, diag };
  add_label (&a);
  add_text (&a, "title", TZ_PART_TITLE, 1);
  add_lines (&a);
  if (!shares_line (&a))
    add_text (&a, "unit-line", TZ_PART_UNIT_LINE, 0);
  add_lead (&a);
  add_continued (&a);
  add_notes (&a);
  add_sign (&a);
}
