#include "help/printed.h"

#include "command/fontset.h"

#include "help/findings.h"
#include "help/typeset.h"

#include <math.h>
#include <string.h>

static TzTypesetter *setter;

void printed_begin (void)
{
  TzDiag *diag = tz_diag_new ();
  GError *error = NULL;
  TzFonts *fonts = tz_fontset_open (NULL, diag, &error);
  g_assert_no_error (error);
  setter = tz_typesetter_new (fonts, typeset_counters ());
  tz_diag_free (diag);
}

void printed_end (void)
{
  tz_typesetter_free (setter);
}

Printed printed_of_doc (Office *take_office, TzDoc *take_doc)
{
  TzMeasure measure = tz_measure_typeset (setter);
  Printed sheet = { take_office, take_doc, NULL };
  sheet.layout = tz_layout_new (take_doc, &measure, take_office->diag);
  return sheet;
}

Printed printed_of_book (Office *take_office, const char *book, const char *findings)
{
  Printed sheet = { take_office, NULL, NULL };
  office_write (take_office, "book.ini", book);
  TzDoc *doc = office_compose (take_office, "book.ini", 0, NULL, NULL);
  if (doc)
    sheet = printed_of_doc (take_office, doc);
  assert_findings (sheet.office->diag, findings);
  return sheet;
}

Printed printed_new (const char *keys, const char *text)
{
  Office *office = office_new ();
  char *book = g_strdup_printf ("[document notice]\nkind = letter\ntext = notice.txt\n%s", keys);
  office_write (office, "notice.txt", text);
  Printed sheet = printed_of_book (office, book, "");
  g_free (book);
  return sheet;
}

void printed_free (Printed *sheet)
{
  tz_layout_free (sheet->layout);
  tz_doc_free (sheet->doc);
  office_free (sheet->office);
}

const TzPage *printed_page (const Printed *sheet, guint i)
{
  g_assert_cmpuint (i, <, sheet->layout->pages->pages->len);
  return sheet->layout->pages->pages->pdata[i];
}

guint printed_n_pages (const Printed *sheet)
{
  return sheet->layout->pages->pages->len;
}

void assert_mm (TzLen len, double mm)
{
  if (fabs (tz_len_to_mm (len) - mm) > .3)
    g_error ("%.2f mm, not %.2f mm", tz_len_to_mm (len), mm);
}

static void line_clear (gpointer line)
{
  g_free (((Line *)line)->text);
}

static int line_order (gconstpointer a, gconstpointer b)
{
  const Line *p = a, *q = b;
  return p->top != q->top ? (p->top > q->top) - (p->top < q->top) : (p->left > q->left) - (p->left < q->left);
}

GArray *printed_lines (const Printed *sheet, guint i)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const TzPage *page = printed_page (sheet, i);
  g_array_set_clear_func (lines, line_clear);
  for (guint t = 0; t < page->texts->len; t++) {
    const TzPageText *text = &g_array_index (page->texts, TzPageText, t);
    for (int k = 0; k < text->n; k++) {
      const TzLine *from = &text->lines->lines[text->first + k];
      Line line = { .text = g_strndup (text->lines->text + from->start, from->end - from->start) };
      line.left = text->x + (from->n_glyphs > 0 ? text->lines->glyphs[from->glyph].x : 0);
      line.right = text->x + from->width;
      line.top = text->y + k * text->lines->pitch;
      line.size = text->lines->size;
      line.bottom = line.top + line.size;
      line.colour = text->lines->colour;
      g_array_append_val (lines, line);
    }
  }
  g_array_sort (lines, line_order);
  return lines;
}

Line printed_find (const Printed *sheet, guint i, const char *text)
{
  GArray *lines = printed_lines (sheet, i);
  Line found = { 0 };
  for (guint k = 0; k < lines->len && !found.size; k++)
    if (g_str_has_prefix (g_array_index (lines, Line, k).text, text))
      found = g_array_index (lines, Line, k);
  g_array_unref (lines);
  if (!found.size)
    g_error ("page %u has no line %s", i + 1, text);
  found.text = NULL;
  return found;
}

const TzPageRule *printed_rule (const Printed *sheet, guint page, guint i)
{
  g_assert_cmpuint (i, <, printed_page (sheet, page)->rules->len);
  return &g_array_index (printed_page (sheet, page)->rules, TzPageRule, i);
}
