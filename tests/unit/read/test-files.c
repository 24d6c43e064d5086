/* Files that are lent: who opens them, who is told what is wrong. */
#include "read/files.h"

#include "help/findings.h"
#include "help/office.h"
#include "read/file.h"

static int n_opened;

static void count_opened (const char *path G_GNUC_UNUSED)
{
  n_opened++;
}

typedef struct {
  Office *office;
  TzFiles *files;
} Shelf;

static Shelf shelf_new (void)
{
  Shelf shelf = { office_new (), tz_files_new () };
  office_write (shelf.office, "a.csv", "a,b\n1,2\n");
  office_write (shelf.office, "bad.csv", "a,b\n\"1,2\n");
  office_write (shelf.office, "warned.ini", "[a]\nk = 1\nk = 2\n");
  office_write (shelf.office, "a.txt", "一\r\n二\r\n");
  n_opened = 0;
  tz_file_opened = count_opened;
  return shelf;
}

static void shelf_clear (Shelf *shelf)
{
  tz_file_opened = NULL;
  tz_files_free (shelf->files);
  office_free (shelf->office);
}

static void test_read_once (void)
{
  Shelf shelf = shelf_new ();
  const TzRecords *csv =
      tz_files_records (shelf.files, office_path (shelf.office, "a.csv"), shelf.office->diag);
  g_assert_cmpint (tz_records_n (csv), ==, 1);
  g_assert_true (tz_files_records (shelf.files, office_path (shelf.office, "a.csv"), shelf.office->diag) ==
                 csv);
  g_assert_cmpint (n_opened, ==, 1);
  shelf_clear (&shelf);
}

static void test_other_ways_to_write_a_path (void)
{
  Shelf shelf = shelf_new ();
  g_autofree char *roundabout = g_strconcat (shelf.office->folder, "/x/.././a.csv", NULL);
  const TzRecords *csv =
      tz_files_records (shelf.files, office_path (shelf.office, "a.csv"), shelf.office->diag);
  g_assert_true (tz_files_records (shelf.files, roundabout, shelf.office->diag) == csv);
  shelf_clear (&shelf);
}

static void test_warning_is_told_once (void)
{
  Shelf shelf = shelf_new ();
  for (int i = 0; i < 2; i++)
    g_assert_nonnull (tz_files_ini (shelf.files, office_path (shelf.office, "warned.ini"), shelf.office->diag));
  assert_findings (shelf.office->diag, "warning ini-duplicate 3:1");
  shelf_clear (&shelf);
}

static void test_broken_file_stays_broken (void)
{
  Shelf shelf = shelf_new ();
  for (int i = 0; i < 2; i++)
    g_assert_null (tz_files_records (shelf.files, office_path (shelf.office, "bad.csv"), shelf.office->diag));
  assert_findings (shelf.office->diag, "error unclosed-quote 2:1 A2");
  g_assert_cmpint (n_opened, ==, 1);
  shelf_clear (&shelf);
}

static void test_text (void)
{
  Shelf shelf = shelf_new ();
  const char *text = tz_files_text (shelf.files, office_path (shelf.office, "a.txt"), shelf.office->diag);
  g_assert_cmpstr (text, ==, "一\n二\n");
  shelf_clear (&shelf);
}

static void test_dropped_file_is_read_again (void)
{
  Shelf shelf = shelf_new ();
  tz_files_records (shelf.files, office_path (shelf.office, "a.csv"), shelf.office->diag);
  tz_files_drop (shelf.files, office_path (shelf.office, "a.csv"));
  g_assert_nonnull (tz_files_records (shelf.files, office_path (shelf.office, "a.csv"), shelf.office->diag));
  g_assert_cmpint (n_opened, ==, 2);
  shelf_clear (&shelf);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/read-once", test_read_once);
  g_test_add_func ("/files/other-paths", test_other_ways_to_write_a_path);
  g_test_add_func ("/files/warning-once", test_warning_is_told_once);
  g_test_add_func ("/files/broken", test_broken_file_stays_broken);
  g_test_add_func ("/files/text", test_text);
  g_test_add_func ("/files/dropped", test_dropped_file_is_read_again);
  return g_test_run ();
}
