/* The structure of tagged pages as PDF objects. Cairo 1.16 makes a tree of its own
 * from the tags it is given, but without attributes, and a node ends with its page;
 * here its tree is only a flat list of marks, and is replaced. */
#include "layout/structure.h"
#include "output/pdf/content.h"
#include "output/pdf/tags.h"

#include <stdlib.h>
#include <string.h>

/* The standard structure types (14.8.4). Headings are numbered. */
static const char *const type_names[] = {
  [TZ_NODE_DOCUMENT] = "Document",
  [TZ_NODE_PART] = "Part",
  [TZ_NODE_HEADING] = "H",
  [TZ_NODE_PARA] = "P",
  [TZ_NODE_LIST] = "L",
  [TZ_NODE_ITEM] = "LI",
  [TZ_NODE_LABEL] = "Lbl",
  [TZ_NODE_BODY] = "LBody",
  [TZ_NODE_TABLE] = "Table",
  [TZ_NODE_ROW] = "TR",
  [TZ_NODE_HEAD_CELL] = "TH",
  [TZ_NODE_CELL] = "TD",
  [TZ_NODE_CAPTION] = "Caption",
  [TZ_NODE_NOTE] = "Note",
  [TZ_NODE_FIGURE] = "Figure",
};

typedef struct {
  const TzPages *source;
  const TzNode *nodes;
  guint32 n;
  const GArray *marks;
  TzPdfPatch *patch;
  GArray *pages;             /* int: the page objects */
  int root, parents, ids;    /* objects: of the tree, of the marks' owners, of the notes' names (0: none) */
  int *objects;              /* of the nodes */
  guint32 *kid, *next;       /* first kid; next kid of the same parent */
  guint *first;              /* n + 1: where a node's marks begin in BY_NODE */
  const TzPdfMark **by_node; /* the marks, node by node, in reading order */
  GHashTable *paragraphs;    /* node → GArray of int, the objects of its paragraphs */
} Tree;

static const TzPdfMark *mark_at (const Tree *tree, guint i)
{
  return &g_array_index (tree->marks, TzPdfMark, i);
}

/* ---- kids and marks of each node ---- */

static void link_kids (Tree *tree)
{
  tree->kid = g_new0 (guint32, tree->n);
  tree->next = g_new0 (guint32, tree->n);
  for (guint32 i = tree->n - 1; i > TZ_NODE_ROOT; i--) {
    guint32 parent = tree->nodes[i].parent;
    tree->next[i] = tree->kid[parent];
    tree->kid[parent] = i;
  }
}

static void sort_marks (Tree *tree)
{
  guint *filled = g_new0 (guint, tree->n);
  tree->first = g_new0 (guint, tree->n + 1);
  tree->by_node = g_new (const TzPdfMark *, MAX (tree->marks->len, 1));
  for (guint i = 0; i < tree->marks->len; i++)
    tree->first[mark_at (tree, i)->node + 1]++;
  for (guint32 i = 0; i < tree->n; i++)
    tree->first[i + 1] += tree->first[i];
  for (guint i = 0; i < tree->marks->len; i++) {
    guint32 node = mark_at (tree, i)->node;
    tree->by_node[tree->first[node] + filled[node]++] = mark_at (tree, i);
  }
  g_free (filled);
}

/* ---- Cairo's objects, and their numbers ---- */

/* Every "N 0 R" in TEXT. */
static void drop_references (const Tree *tree, const char *text)
{
  long before = 0, number = 0;
  for (const char *p = text; *p != '\0';) {
    char *end;
    long value = strtol (p, &end, 10);
    if (end > p) {
      before = number;
      number = value;
      p = end;
    } else if (*p++ == 'R' && before > 0) {
      tz_pdf_patch_drop (tree->patch, (int)before);
    }
  }
}

/* The object that KEY of object NUMBER refers to; 0 where it is missing. */
static int need_object (const Tree *tree, int number, const char *key)
{
  g_autofree char *dictionary = number > 0 ? tz_pdf_patch_dictionary (tree->patch, number) : NULL;
  int object = dictionary ? tz_pdf_patch_value (dictionary, key) : -1;
  if (object <= 0)
    tz_pdf_patch_note_missing (tree->patch, key);
  return MAX (object, 0);
}

/* Nothing is dropped where something is missing. */
static void drop_cairos (Tree *tree)
{
  tree->root = need_object (tree, tz_pdf_patch_root (tree->patch), "/StructTreeRoot");
  int owners = need_object (tree, tree->root, "/ParentTree");
  g_autofree char *root = tz_pdf_patch_dictionary (tree->patch, tree->root);
  g_autofree char *parents = tz_pdf_patch_dictionary (tree->patch, owners);
  const char *nums = parents ? strstr (parents, "/Nums") : NULL;
  if (!nums)
    tz_pdf_patch_note_missing (tree->patch, "/Nums");
  if (!root || !nums || tz_pdf_patch_missing (tree->patch))
    return;
  drop_references (tree, nums);
  drop_references (tree, root);
}

static gboolean has_paragraphs (const Tree *tree, guint32 node)
{
  for (guint i = tree->first[node]; i < tree->first[node + 1]; i++)
    if (tree->by_node[i]->paragraph > 0)
      return TRUE;
  return FALSE;
}

static void number_paragraphs (Tree *tree, guint32 node)
{
  GArray *objects = g_array_new (FALSE, TRUE, sizeof (int));
  for (guint i = tree->first[node]; i < tree->first[node + 1]; i++) {
    guint paragraph = (guint)tree->by_node[i]->paragraph;
    if (objects->len <= paragraph)
      g_array_set_size (objects, paragraph + 1);
    int *object = &g_array_index (objects, int, paragraph);
    if (*object == 0)
      *object = tz_pdf_patch_reserve (tree->patch);
  }
  g_hash_table_insert (tree->paragraphs, GUINT_TO_POINTER (node), objects);
}

static void number_nodes (Tree *tree)
{
  gboolean notes = FALSE;
  tree->objects = g_new0 (int, tree->n);
  tree->paragraphs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  for (guint32 i = TZ_NODE_ROOT; i < tree->n; i++) {
    tree->objects[i] = tz_pdf_patch_reserve (tree->patch);
    notes |= tree->nodes[i].kind == TZ_NODE_NOTE;
    if (has_paragraphs (tree, i))
      number_paragraphs (tree, i);
  }
  tree->parents = tz_pdf_patch_reserve (tree->patch);
  tree->ids = notes ? tz_pdf_patch_reserve (tree->patch) : 0;
}

/* The object that a mark belongs to. */
static int owner_of (const Tree *tree, const TzPdfMark *mark)
{
  const GArray *paragraphs = g_hash_table_lookup (tree->paragraphs, GUINT_TO_POINTER (mark->node));
  return paragraphs ? g_array_index (paragraphs, int, (guint)mark->paragraph) : tree->objects[mark->node];
}

static int page_of (const Tree *tree, const TzPdfMark *mark)
{
  return g_array_index (tree->pages, int, (guint)mark->page);
}

/* ---- nodes ---- */

static void add_spans (GString *to, const TzNode *node)
{
  if (node->row_span > 1)
    g_string_append_printf (to, "/RowSpan %d", node->row_span);
  if (node->col_span > 1)
    g_string_append_printf (to, "/ColSpan %d", node->col_span);
}

/* Table 344: of a figure, in the page's own units, from its lower left corner. */
static void add_box (const Tree *tree, GString *to, guint32 number)
{
  const TzLen *box = tree->nodes[number].box;
  if (!box || tree->first[number] == tree->first[number + 1])
    return;
  const TzPage *page = tree->source->pages->pdata[tree->by_node[tree->first[number]]->page];
  TzLen bottom = page->height - box[1] - box[3];
  const TzLen corners[4] = { box[0], bottom, box[0] + box[2], bottom + box[3] };
  g_string_append (to, "/A<</O/Layout/BBox[");
  for (int i = 0; i < 4; i++) {
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append (to, i > 0 ? " " : "");
    g_string_append (to, g_ascii_formatd (text, sizeof text, "%.2f", tz_len_to_pt (corners[i])));
  }
  g_string_append (to, "]>>");
}

/* 14.8.5.7 for cells, 14.8.5.5 for lists; a note has a name (ISO 14289-1, 7.9). */
static void add_attributes (const Tree *tree, GString *to, guint32 number)
{
  const TzNode *node = &tree->nodes[number];
  if (node->kind == TZ_NODE_HEAD_CELL) {
    g_string_append (to, "/A<</O/Table/Scope/Column");
    add_spans (to, node);
    g_string_append (to, ">>");
  } else if (node->kind == TZ_NODE_CELL && (node->row_span > 1 || node->col_span > 1)) {
    g_string_append (to, "/A<</O/Table");
    add_spans (to, node);
    g_string_append (to, ">>");
  } else if (node->kind == TZ_NODE_LIST) {
    g_string_append (to, "/A<</O/List/ListNumbering/Decimal>>");
  } else if (node->kind == TZ_NODE_NOTE) {
    g_string_append_printf (to, "/ID(%08u)", number);
  } else if (node->kind == TZ_NODE_FIGURE) {
    add_box (tree, to, number);
    if (node->alt) {
      g_string_append (to, "/Alt");
      tz_pdf_add_string (to, node->alt, -1);
    }
  }
}

/* Marks FROM … TO-1 of BY_NODE: the page of the first, and the others with theirs where
 * it is another. */
static void add_marks (const Tree *tree, GString *to, guint from, guint until)
{
  const TzPdfMark *first = tree->by_node[from];
  for (guint i = from; i < until; i++) {
    const TzPdfMark *mark = tree->by_node[i];
    if (mark->page == first->page)
      g_string_append_printf (to, "%s%d", i > from ? " " : "", mark->number);
    else
      g_string_append_printf (to, "<</Type/MCR/Pg %d 0 R/MCID %d>>", page_of (tree, mark), mark->number);
  }
}

static GString *begin_element (const Tree *tree, int object, int parent)
{
  GString *to = tz_pdf_patch_begin (tree->patch, object);
  g_string_append_printf (to, "<</P %d 0 R", parent);
  return to;
}

static void write_paragraphs (const Tree *tree, guint32 node)
{
  guint end = tree->first[node + 1];
  for (guint from = tree->first[node], until; from < end; from = until) {
    const TzPdfMark *mark = tree->by_node[from];
    for (until = from + 1; until < end && tree->by_node[until]->paragraph == mark->paragraph;)
      until++;
    GString *to = begin_element (tree, owner_of (tree, mark), tree->objects[node]);
    g_string_append_printf (to, "/S/P/Pg %d 0 R/K[", page_of (tree, mark));
    add_marks (tree, to, from, until);
    g_string_append (to, "]>>");
    tz_pdf_patch_end (tree->patch);
  }
}

static void add_paragraphs (const Tree *tree, GString *to, guint32 node)
{
  for (guint i = tree->first[node]; i < tree->first[node + 1]; i++)
    if (i == tree->first[node] || tree->by_node[i]->paragraph != tree->by_node[i - 1]->paragraph)
      g_string_append_printf (to, "%d 0 R ", owner_of (tree, tree->by_node[i]));
}

static void add_contents (const Tree *tree, GString *to, guint32 node)
{
  guint from = tree->first[node], until = tree->first[node + 1];
  gboolean apart = g_hash_table_contains (tree->paragraphs, GUINT_TO_POINTER (node));
  if (from == until && tree->kid[node] == 0)
    return;
  if (from < until && !apart)
    g_string_append_printf (to, "/Pg %d 0 R", page_of (tree, tree->by_node[from]));
  g_string_append (to, "/K[");
  if (apart)
    add_paragraphs (tree, to, node);
  else if (from < until)
    add_marks (tree, to, from, until);
  for (guint32 kid = tree->kid[node]; kid != 0; kid = tree->next[kid])
    g_string_append_printf (to, " %d 0 R", tree->objects[kid]);
  g_string_append_c (to, ']');
}

static void write_node (const Tree *tree, guint32 number)
{
  const TzNode *node = &tree->nodes[number];
  int parent = number == TZ_NODE_ROOT ? tree->root : tree->objects[node->parent];
  GString *to = begin_element (tree, tree->objects[number], parent);
  g_string_append_printf (to, "/S/%s", type_names[node->kind]);
  if (node->kind == TZ_NODE_HEADING)
    g_string_append_printf (to, "%d", MIN (node->level, 6));
  add_attributes (tree, to, number);
  add_contents (tree, to, number);
  g_string_append (to, ">>");
  tz_pdf_patch_end (tree->patch);
  if (g_hash_table_contains (tree->paragraphs, GUINT_TO_POINTER (number)))
    write_paragraphs (tree, number);
}

/* ---- the tree ---- */

/* The key of page object NUMBER in the parent tree (14.7.4.4). */
static int page_key (const Tree *tree, int number)
{
  g_autofree char *page = tz_pdf_patch_dictionary (tree->patch, number);
  int key = page ? tz_pdf_patch_value (page, "/StructParents") : -1;
  if (key < 0)
    tz_pdf_patch_note_missing (tree->patch, "/StructParents");
  return MAX (key, 0);
}

/* The parent tree: for each page the owners of its marks, in order. Pages that have marks have been given
 * their keys by Cairo. */
static void write_parents (const Tree *tree)
{
  GString *to = tz_pdf_patch_begin (tree->patch, tree->parents);
  g_string_append (to, "<</Nums[");
  for (guint i = 0; i < tree->marks->len; i++) {
    const TzPdfMark *mark = mark_at (tree, i);
    if (mark->number == 0) {
      g_string_append_printf (to, "%s%d[", i > 0 ? "]" : "", page_key (tree, page_of (tree, mark)));
    }
    g_string_append_printf (to, "%d 0 R ", owner_of (tree, mark));
  }
  g_string_append (to, "]]>>");
  tz_pdf_patch_end (tree->patch);
}

static void write_ids (const Tree *tree)
{
  GString *to = tz_pdf_patch_begin (tree->patch, tree->ids);
  g_string_append (to, "<</Names[");
  for (guint32 i = TZ_NODE_ROOT; i < tree->n; i++)
    if (tree->nodes[i].kind == TZ_NODE_NOTE)
      g_string_append_printf (to, "(%08u)%d 0 R ", i, tree->objects[i]);
  g_string_append (to, "]>>");
  tz_pdf_patch_end (tree->patch);
}

static void write_tree (const Tree *tree)
{
  GString *to = tz_pdf_patch_begin (tree->patch, tree->root);
  g_string_append_printf (to, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R", tree->objects[TZ_NODE_ROOT],
                          tree->parents);
  if (tree->ids > 0)
    g_string_append_printf (to, "/IDTree %d 0 R", tree->ids);
  g_string_append (to, ">>");
  tz_pdf_patch_end (tree->patch);
  for (guint32 i = TZ_NODE_ROOT; i < tree->n; i++)
    write_node (tree, i);
  write_parents (tree);
  if (tree->ids > 0)
    write_ids (tree);
}

static void complete_page (const Tree *tree, int number, const TzPdfMark *marks, guint n)
{
  int contents = need_object (tree, number, "/Contents");
  GByteArray *stream = contents > 0 ? tz_pdf_patch_stream (tree->patch, contents) : NULL;
  GByteArray *marked = stream ? tz_pdf_content_mark (stream, marks, n) : NULL;
  if (marked) {
    tz_pdf_patch_stream_put (tree->patch, contents, marked);
    g_byte_array_unref (marked);
  } else {
    tz_pdf_patch_note_missing (tree->patch, "/MCID");
  }
  if (stream)
    g_byte_array_unref (stream);
}

static void complete_pages (const Tree *tree)
{
  for (guint i = 0, from = 0, until; i < tree->pages->len; i++, from = until) {
    for (until = from; until < tree->marks->len && mark_at (tree, until)->page == (int)i;)
      until++;
    complete_page (tree, g_array_index (tree->pages, int, i), mark_at (tree, from), until - from);
  }
}

char *tz_pdf_structure_write (const TzPages *pages, const GArray *marks, TzPdfPatch *patch)
{
  Tree tree = { .source = pages,
                .nodes = (const TzNode *)(const void *)pages->nodes->data,
                .n = pages->nodes->len,
                .marks = marks,
                .patch = patch,
                .pages = tz_pdf_patch_pages (patch) };
  if (tree.pages->len != pages->pages->len)
    tz_pdf_patch_note_missing (patch, "/Kids");
  drop_cairos (&tree);
  if (!tz_pdf_patch_missing (patch)) {
    link_kids (&tree);
    sort_marks (&tree);
    number_nodes (&tree);
    write_tree (&tree);
    complete_pages (&tree);
    g_hash_table_unref (tree.paragraphs);
  }
  g_array_unref (tree.pages);
  g_free (tree.objects);
  g_free (tree.kid);
  g_free (tree.next);
  g_free (tree.first);
  g_free (tree.by_node);
  return tz_pdf_patch_missing (patch)
             ? NULL
             : g_strdup ("/MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>");
}
