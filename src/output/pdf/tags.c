#include "output/pdf/tags.h"

#include "layout/structure.h"

struct TzPdfTags {
  const TzPages *pages;
  GArray *marks; /* of TzPdfMark */
  int page, number;
  guint32 node; /* of the text that is being drawn */
  int paragraph;
  const char *open; /* tag of the mark that is being drawn; NULL: none */
};

/* The names that Cairo knows; whatever holds text is here. */
static const char *const tag_names[] = {
  [TZ_NODE_HEADING] = "H",     [TZ_NODE_PARA] = "P",    [TZ_NODE_LABEL] = "Lbl", [TZ_NODE_BODY] = "LBody",
  [TZ_NODE_HEAD_CELL] = "TH",  [TZ_NODE_CELL] = "TD",   [TZ_NODE_NOTE] = "Note", [TZ_NODE_CAPTION] = "Caption",
  [TZ_NODE_FIGURE] = "Figure", [TZ_NODE_PART] = "Part",
};

TzPdfTags *tz_pdf_tags_new (const TzPages *pages)
{
  TzPdfTags *tags = g_new0 (TzPdfTags, 1);
  tags->pages = pages;
  tags->marks = g_array_new (FALSE, FALSE, sizeof (TzPdfMark));
  return tags;
}

void tz_pdf_tags_free (TzPdfTags *tags)
{
  if (!tags)
    return;
  g_array_unref (tags->marks);
  g_free (tags);
}

const GArray *tz_pdf_tags_marks (const TzPdfTags *tags)
{
  return tags->marks;
}

static void end_mark (TzPdfTags *tags, cairo_t *cr)
{
  if (tags->open)
    cairo_tag_end (cr, tags->open);
  tags->open = NULL;
}

/* Runs that follow each other in one paragraph share a mark. A run with an actual text gets a mark of its
 * own: nested in another one, some readers take its end for the end of the outer mark. */
static void begin_mark (gpointer self, cairo_t *cr, const char *actual, int n)
{
  TzPdfTags *tags = self;
  const TzPdfMark *last = tags->open ? &g_array_index (tags->marks, TzPdfMark, tags->marks->len - 1) : NULL;
  if (last && last->node == tags->node && last->paragraph == tags->paragraph && !last->actual && !actual)
    return;
  end_mark (tags, cr);
  TzPdfMark mark = { .node = tags->node,
                     .page = tags->page,
                     .number = tags->number++,
                     .paragraph = tags->paragraph,
                     .actual = actual,
                     .n = actual ? n : 0 };
  g_array_append_val (tags->marks, mark);
  tags->open = actual ? "Span" : tag_names[g_array_index (tags->pages->nodes, TzNode, tags->node).kind];
  cairo_tag_begin (cr, tags->open, NULL);
}

/* Line feeds of a cell's text separate paragraphs; in titles and heads they are only
 * line ends. */
static gboolean has_paragraphs (const TzPdfTags *tags, guint32 node)
{
  TzNodeKind kind = g_array_index (tags->pages->nodes, TzNode, node).kind;
  return kind == TZ_NODE_CELL || kind == TZ_NODE_BODY;
}

static int paragraphs_before (const TzLines *lines, int line)
{
  int n = 0;
  for (int i = 0; i < line; i++)
    n += lines->lines[i].last != FALSE;
  return n;
}

/* How many of N lines from FIRST on are of one paragraph. */
static int paragraph_lines (const TzLines *lines, int first, int n)
{
  for (int i = 0; i < n; i++)
    if (lines->lines[first + i].last)
      return i + 1;
  return n;
}

static void draw_marked (TzPdfTags *tags, TzDraw *draw, cairo_t *cr, const TzPageText *text)
{
  gboolean apart = has_paragraphs (tags, text->node);
  tags->node = text->node;
  tags->paragraph = apart ? paragraphs_before (text->lines, text->first) : 0;
  tz_draw_watch_runs (draw, begin_mark, tags);
  for (int done = 0, n; done < text->n; done += n, tags->paragraph++) {
    TzPageText part = *text;
    part.first += done;
    part.y += done * text->lines->pitch;
    n = part.n = apart ? paragraph_lines (text->lines, part.first, text->n - done) : text->n;
    tz_draw_text (draw, cr, &part);
  }
  tz_draw_watch_runs (draw, NULL, NULL);
}

void tz_pdf_tags_draw (TzPdfTags *tags, TzDraw *draw, cairo_t *cr, const TzPage *page)
{
  tags->number = 0;
  tz_draw_ground (cr, page);
  for (guint i = 0; i < page->texts->len; i++) {
    const TzPageText *text = &g_array_index (page->texts, TzPageText, i);
    if (text->node != TZ_NODE_NONE) {
      draw_marked (tags, draw, cr, text);
      continue;
    }
    end_mark (tags, cr);
    tz_draw_text (draw, cr, text);
  }
  end_mark (tags, cr);
  tags->page++;
}
