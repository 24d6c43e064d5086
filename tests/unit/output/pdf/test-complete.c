/* What Cairo's PDFs must have so that they can be completed: without it there is an error that
 * names it, never a PDF without language or structure. */
#include "output/pdf/complete.h"
#include "layout/structure.h"
#include "output/pdf/patch.h"

#include <string.h>

static const char catalogue[] = "<< /Type /Catalog\n   /Pages 2 0 R\n>>";
static const char page_list[] = "<< /Type /Pages\n   /Kids [ 3 0 R ]\n   /Count 1\n>>";
static const char page[] = "<< /Type /Page\n   /Parent 2 0 R\n>>";

/* A PDF of the OBJECTS (NULL-ended, numbered from 1; the first is the catalogue) in a file. */
static FILE *write_objects (const char *head, const char *const *objects)
{
  FILE *file = tmpfile ();
  long offsets[8];
  int n = 0;
  fprintf (file, "%s\n", head);
  for (; objects[n]; n++) {
    offsets[n] = ftell (file);
    fprintf (file, "%d 0 obj\n%s\nendobj\n", n + 1, objects[n]);
  }
  long xref = ftell (file);
  fprintf (file, "xref\n0 %d\n0000000000 65535 f \n", n + 1);
  for (int i = 0; i < n; i++)
    fprintf (file, "%010ld 00000 n \n", offsets[i]);
  fprintf (file, "trailer\n<< /Size %d\n   /Root 1 0 R\n   /Info 1 0 R\n>>\nstartxref\n%ld\n%%%%EOF\n", n + 1,
           xref);
  return file;
}

/* As write_objects, but all objects are in a stream and found through another, as a newer Cairo has them. */
static FILE *write_packed (void)
{
  FILE *file = tmpfile ();
  fputs ("%PDF-1.7\n", file);
  long xref = ftell (file);
  fprintf (file,
           "5 0 obj\n<< /Type /XRef\n   /Size 6\n   /Root 1 0 R\n   /Info 4 0 R\n   /Length 0\n>>\nstream\n\n"
           "endstream\nendobj\nstartxref\n%ld\n%%%%EOF\n",
           xref);
  return file;
}

static char *read_all (FILE *file)
{
  GString *text = g_string_new (NULL);
  rewind (file);
  for (int c; (c = fgetc (file)) != EOF;)
    g_string_append_c (text, (char)c);
  return g_string_free (text, FALSE);
}

/* N pages, of which FIRST is the first. */
static TzPages *pages_new (TzPage *first, guint n)
{
  TzPages *pages = g_new0 (TzPages, 1);
  pages->pages = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (pages->pages, first);
  return pages;
}

/* What is missing in FILE, which is taken, for one page; "" if nothing is. */
static char *complete (FILE *take_file, char **text)
{
  TzPage first = { 0 };
  TzPages *pages = pages_new (&first, 1);
  const char *missing = NULL;
  gboolean done = tz_pdf_complete (take_file, pages, NULL, &missing);
  g_assert_true (done == !missing);
  if (text)
    *text = read_all (take_file);
  g_ptr_array_unref (pages->pages);
  g_free (pages);
  fclose (take_file);
  return g_strdup (missing ? missing : "");
}

static void test_complete (void)
{
  const char *const objects[] = { catalogue, page_list, page, NULL };
  g_autofree char *text = NULL, *missing = complete (write_objects ("%PDF-1.4", objects), &text);
  g_assert_cmpstr (missing, ==, "");
  g_assert_true (g_str_has_prefix (text, "%PDF-1.5\n"));
  g_assert_nonnull (strstr (text, "/Lang (zh-CN)"));
}

static void test_packed (void)
{
  g_autofree char *missing = complete (write_packed (), NULL);
  g_assert_cmpstr (missing, ==, "xref");
}

static void test_missing (void)
{
  static const struct {
    const char *head, *objects[4], *missing;
  } cases[] = {
    { "%FDF-1.2", { catalogue, page_list, page }, "%PDF-1." },
    { "%PDF-1.5", { "null", page_list, page }, "/Root" },
    { "%PDF-1.5", { "<< /Type /Catalog >>", page_list, page }, "/Kids" },
    { "%PDF-1.5", { catalogue, "<< /Type /Pages /Kids 7 0 R >>", page }, "/Kids" },
    { "%PDF-1.5", { catalogue, "<< /Type /Pages /Kids [ 3 0 R 3 0 R ] >>", page }, "/Kids" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *missing = complete (write_objects (cases[i].head, cases[i].objects), NULL);
    g_assert_cmpstr (missing, ==, cases[i].missing);
  }
}

static void test_empty (void)
{
  g_autofree char *missing = complete (tmpfile (), NULL);
  g_assert_cmpstr (missing, ==, "startxref");
}

/* ---- structure ---- */

/* What is missing in a PDF of OBJECTS when the structure of one page, without marks, is to be written. */
static char *write_structure (const char *const *objects)
{
  TzPage first = { 0 };
  TzPages *pages = pages_new (&first, 1);
  TzNode nodes[2] = { 0 };
  FILE *file = write_objects ("%PDF-1.5", objects);
  TzPdfPatch *patch = tz_pdf_patch_new (file);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (TzPdfMark));
  pages->nodes = g_array_new (FALSE, FALSE, sizeof (TzNode));
  g_array_append_vals (pages->nodes, nodes, G_N_ELEMENTS (nodes));
  char *more = tz_pdf_structure_write (pages, marks, patch);
  char *missing = g_strdup (tz_pdf_patch_missing (patch));
  g_assert_true ((more != NULL) == (missing == NULL));
  g_free (more);
  tz_pdf_patch_free (patch);
  fclose (file);
  g_array_unref (marks);
  g_array_unref (pages->nodes);
  g_ptr_array_unref (pages->pages);
  g_free (pages);
  return missing;
}

static void test_structure (void)
{
  static const char tree[] = "<< /Type /Catalog\n   /Pages 2 0 R\n   /StructTreeRoot 4 0 R\n>>";
  static const struct {
    const char *objects[6], *missing;
  } cases[] = {
    { { catalogue, page_list, page }, "/StructTreeRoot" },
    { { tree, page_list, page, "<< /Type /StructTreeRoot >>" }, "/ParentTree" },
    { { tree, page_list, page, "<< /Type /StructTreeRoot /ParentTree 5 0 R >>", "<< /Limits [ ] >>" },
      "/Nums" },
    { { tree, page_list, page, "<< /Type /StructTreeRoot /ParentTree 5 0 R >>", "<< /Nums [ ] >>" },
      "/Contents" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *missing = write_structure (cases[i].objects);
    g_assert_cmpstr (missing, ==, cases[i].missing);
  }
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/complete/all-there", test_complete);
  g_test_add_func ("/pdf/complete/packed", test_packed);
  g_test_add_func ("/pdf/complete/missing", test_missing);
  g_test_add_func ("/pdf/complete/empty", test_empty);
  g_test_add_func ("/pdf/complete/structure", test_structure);
  return g_test_run ();
}
