/* Books: which documents they have and what each takes from where. */
#include <string.h>

#include "help/findings.h"
#include "help/office.h"

#define FORM "[book]\ntitle = 表\nlabel = 附件\n[column a]\n"
#define CSV  "a\n1\n"

static Office *office_with (const char *book)
{
  Office *office = office_new ();
  office_write (office, "form.ini", FORM);
  office_write (office, "tasks.csv", CSV);
  office_write (office, "book.ini", book);
  return office;
}

/* Loads the book; compares findings. */
static void check_findings (const char *book, const char *findings, const char *part)
{
  Office *office = office_with (book);
  TzBook *loaded = tz_book_load (office_path (office, "book.ini"), NULL, office->diag);
  tz_diag_sort (office->diag);
  assert_findings (office->diag, findings);
  if (part)
    g_assert_nonnull (strstr (tz_diag_get (office->diag, 0)->message, part));
  g_assert_true ((loaded == NULL) == (tz_diag_n_errors (office->diag) > 0));
  tz_book_free (loaded);
  office_free (office);
}

static void check_title (Office *office, const char *input, int i, const char *const *sets, const char *title)
{
  TzDoc *doc = office_compose (office, input, i, g_str_has_suffix (input, ".csv") ? "form.ini" : NULL, sets);
  assert_findings (office->diag, "");
  g_assert_cmpstr (doc->title, ==, title);
  tz_doc_free (doc);
}

static void test_csv (void)
{
  static const char *const sets[] = { "book.title=别的", NULL };
  Office *office = office_with ("");
  check_title (office, "tasks.csv", 0, NULL, "表");
  check_title (office, "tasks.csv", 0, sets, "别的");
  office_free (office);
}

static void test_whole_book (void)
{
  Office *office = office_with ("[book]\ntemplate = form.ini\ntasks = tasks.csv\ntitle = 书\n");
  TzBook *book = tz_book_load (office_path (office, "book.ini"), NULL, office->diag);
  g_assert_cmpint (tz_book_n_documents (book), ==, 1);
  g_assert_cmpstr (tz_book_document_name (book, 0), ==, "book");
  tz_book_free (book);
  check_title (office, "book.ini", 0, NULL, "书");
  office_free (office);
}

static void test_documents (void)
{
  Office *office = office_with ("[book]\ntemplate = form.ini\ntasks = tasks.csv\ntitle = 书\nregion = 东市\n"
                                "[document ledger]\n[document limits]\nkind = table\n"
                                "[document third]\nkind = table\ntitle = {region}第三\nname = {region}表三\n");
  TzBook *book = tz_book_load (office_path (office, "book.ini"), NULL, office->diag);
  g_assert_cmpint (tz_book_n_documents (book), ==, 3);
  g_assert_cmpstr (tz_book_document_name (book, 0), ==, "ledger");
  g_assert_cmpstr (tz_book_document_name (book, 2), ==, "东市表三");
  tz_book_free (book);
  check_title (office, "book.ini", 0, NULL, "书");
  check_title (office, "book.ini", 1, NULL, "表"); /* a table does not take the ledger's title */
  check_title (office, "book.ini", 2, NULL, "东市第三");
  office_free (office);
}

/* Sections of a form in a book are for the book's own template. */
static void test_form_sections (void)
{
  Office *office = office_with ("[book]\ntemplate = form.ini\ntasks = tasks.csv\n[page]\npaper = A3\n"
                                "[document one]\n[document two]\ntemplate = other.ini\n"
                                "[document three]\ntemplate = other.ini\npage.paper = B4\n");
  office_write (office, "other.ini", FORM);
  static const char *const papers[] = { "A3", "A4", "B4" };
  for (int i = 0; i < 3; i++) {
    TzDoc *doc = office_compose (office, "book.ini", i, NULL, NULL);
    assert_findings (office->diag, "");
    g_assert_cmpstr (doc->page.papers[0].name, ==, papers[i]);
    tz_doc_free (doc);
  }
  office_free (office);
}

static void test_sets (void)
{
  static const char *const sets[] = { "column a.header=新", "page.orientation=landscape", NULL };
  Office *office =
      office_with ("[book]\ntemplate = form.ini\ntasks = tasks.csv\n[page]\norientation = portrait\n");
  TzDoc *doc = office_compose (office, "book.ini", 0, NULL, sets);
  assert_findings (office->diag, "");
  char *text = office_grid_text (office_table (doc)->grid);
  g_assert_cmpstr (text, ==, "新\n1\n");
  g_assert_cmpint (doc->page.papers[0].width, >, doc->page.papers[0].height);
  g_free (text);
  tz_doc_free (doc);
  office_free (office);
}

static void test_bad_sets (void)
{
  static const char *const sets[] = { "title", "pgae.paper=A4", "page.papre=A4", NULL };
  Office *office = office_with ("");
  g_assert_null (office_compose (office, "tasks.csv", 0, "form.ini", sets));
  assert_findings (office->diag, "error bad-option; error unknown-section; error unknown-key");
  office_free (office);
}

static void test_mistakes (void)
{
  check_findings ("[book]\ntemplate = form.ini\ntaks = tasks.csv\n",
                  "error missing-data; error unknown-key 3:1", NULL);
  check_findings ("[bok]\ntemplate = form.ini\n[book]\ntemplate = form.ini\ntasks = tasks.csv\n",
                  "error unknown-section 1:1", "[book]");
  check_findings ("[book]\ntemplate = from\ntasks = tasks.csv\n", "error unknown-template 2:12", NULL);
  check_findings ("[book]\ntemplate = form.ini\ntasks = ./book.ini\n", "error book-names-itself 3:9", NULL);
  check_findings ("[book]\ntemplate = form.ini\ntasks = tasks.csv\n[document x]\nkind = poem\n",
                  "error unsupported-kind 5:8", "ledger, table, letter");
  check_findings ("[book]\ntemplate = form.ini\ntasks = tasks.csv\n[document x]\ntittle = y\n",
                  "error unknown-key 5:1", "“title”");
  check_findings ("[book]\ntemplate = form.ini\ntasks = tasks.csv\n[column b]\nwidth = 4em\n",
                  "error unknown-column 4:1", NULL);
  check_findings ("[book]\ntemplate = form.ini\ntasks = tasks.csv\n[document x]\ncolumn a.widht = 4em\n",
                  "error unknown-key 5:1", "“width”");
}

static void test_names (void)
{
  static const char *const names[] = { "..", "../x", "a/b", ".x", "a\\b", "a:b", "x.", "a\tb" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    char *book =
        g_strdup_printf ("[book]\ntemplate = form.ini\ntasks = tasks.csv\n[document d]\nname = %s\n", names[i]);
    g_test_message ("%s", names[i]);
    check_findings (book, "error bad-output-name 5:8", NULL);
    g_free (book);
  }
  char *longest = g_strnfill (201, 'x');
  char *book = g_strdup_printf ("[book]\ntemplate = form.ini\ntasks = tasks.csv\nname = %s\n", longest);
  check_findings (book, "error bad-output-name 4:8", NULL);
  g_free (book);
  g_free (longest);
}

static void test_same_names (void)
{
  check_findings ("[book]\ntemplate = form.ini\ntasks = tasks.csv\n[document A]\n[document b]\nname = a\n",
                  "error duplicate-document 5:1", NULL);
}

static void test_missing_csv (void)
{
  Office *office = office_with ("[book]\ntemplate = form.ini\ntasks = tsaks.csv\n");
  g_assert_null (office_compose (office, "book.ini", 0, NULL, NULL));
  g_assert_cmpuint (tz_diag_n_errors (office->diag), ==, 1);
  office_free (office);
}

static void test_all_at_once (void)
{
  Office *office =
      office_with ("[book]\ntemplate = form.ini\ntasks = tasks.csv\ntitel = x\n[page]\npaper = A9\n"
                   "[document d]\nname = ..\n[document e]\nkind = poem\n");
  g_assert_null (tz_book_load (office_path (office, "book.ini"), NULL, office->diag));
  tz_diag_sort (office->diag);
  assert_findings (office->diag, "error unknown-key 4:1; error bad-value 6:9; error bad-output-name 8:8; "
                                 "error unsupported-kind 10:8");
  office_free (office);
}

static void test_period (void)
{
  Office *office =
      office_with ("[book]\ntemplate = form.ini\ntasks = tasks.csv\nperiod = 2021Q2\ntitle = {period}台账\n");
  TzBookOptions options = { .period = "2021Q3" };
  TzBook *book = tz_book_load (office_path (office, "book.ini"), &options, office->diag);
  TzDoc *doc = tz_book_compose (book, 0, office->diag);
  g_assert_cmpstr (doc->title, ==, "2021Q3台账");
  tz_doc_free (doc);
  tz_book_free (book);
  office_free (office);
}

static void test_fonts (void)
{
  Office *office = office_with ("[book]\ntemplate = form.ini\ntasks = tasks.csv\n[fonts]\nsong = SimSun\n");
  TzBook *book = tz_book_load (office_path (office, "book.ini"), NULL, office->diag);
  g_assert_cmpstr (tz_book_fonts (book)[TZ_ROLE_SONG], ==, "SimSun");
  g_assert_null (tz_book_fonts (book)[TZ_ROLE_HEI]);
  tz_book_free (book);
  office_free (office);
}

/* Where files are read from, so that nothing is written over them. */
static void test_files (void)
{
  static const char *const wanted[] = { "book.ini", "tasks.csv", "2021Q1.csv", "2021Q2.csv", "days.ini" };
  Office *office = office_with ("[book]\ntemplate = form.ini\ntasks = tasks.csv\nprogress = 2021*.csv\n"
                                "calendar = days.ini\n");
  office_write (office, "2021Q2.csv", CSV);
  office_write (office, "2021Q1.csv", CSV);
  TzBook *book = tz_book_load (office_path (office, "book.ini"), NULL, office->diag);
  GPtrArray *paths = tz_book_files (book);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (
        g_ptr_array_find_with_equal_func (paths, office_path (office, wanted[i]), g_str_equal, NULL));
  g_ptr_array_unref (paths);
  tz_book_free (book);
  office_free (office);
}

/* Two names that Windows or macOS would take for one. */
static void test_names_that_fold_alike (void)
{
  check_findings (
      "[book]\ntemplate = form.ini\ntasks = tasks.csv\n[document \xC3\xA9t]\n[document E\xCC\x81T]\n",
      "error duplicate-document 5:1", NULL);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/book/plain-csv", test_csv);
  g_test_add_func ("/book/without-documents", test_whole_book);
  g_test_add_func ("/book/documents", test_documents);
  g_test_add_func ("/book/form-sections", test_form_sections);
  g_test_add_func ("/book/sets", test_sets);
  g_test_add_func ("/book/bad-sets", test_bad_sets);
  g_test_add_func ("/book/mistakes", test_mistakes);
  g_test_add_func ("/book/bad-names", test_names);
  g_test_add_func ("/book/same-names", test_same_names);
  g_test_add_func ("/book/missing-csv", test_missing_csv);
  g_test_add_func ("/book/all-at-once", test_all_at_once);
  g_test_add_func ("/book/period", test_period);
  g_test_add_func ("/book/fonts", test_fonts);
  g_test_add_func ("/book/files", test_files);
  g_test_add_func ("/book/names-that-fold-alike", test_names_that_fold_alike);
  return g_test_run ();
}
