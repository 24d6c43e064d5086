#include "read/encoding.h"

#include <glib/gstdio.h>
#include <string.h>

#include "help/findings.h"

/* What BYTES decode to (NULL if they do not), and with which findings. */
static void assert_decoded (const char *bytes, gsize size, const char *forced, const char *text,
                            const char *findings)
{
  gsize length;
  TzDiag *diag = tz_diag_new ();
  /* A copy of just that size, so that reading past its end shows under the sanitizer. */
  char *exact = g_memdup2 (bytes, size);
  char *decoded = tz_text_decode (exact, size, "f.csv", forced, diag, &length);
  assert_findings (diag, findings);
  g_assert_cmpstr (decoded, ==, text);
  g_assert_cmpuint (length, ==, text != NULL ? strlen (text) : 0);
  g_free (decoded);
  g_free (exact);
  tz_diag_free (diag);
}

#define DECODED(bytes, forced, text, findings)                                                                 \
  assert_decoded (bytes, sizeof (bytes) - 1, forced, text, findings)

static void test_utf8 (void)
{
  DECODED ("序号,责任单位", NULL, "序号,责任单位", "");
}

static void test_utf8_mark (void)
{
  DECODED ("\xEF\xBB\xBF序号", NULL, "序号", "");
}

static void test_gbk (void)
{
  DECODED ("\xD0\xF2\xBA\xC5,\xD4\xF0\xC8\xCE\xB5\xA5\xCE\xBB", NULL, "序号,责任单位", "");
}

/* The second byte of a GBK character may be an ASCII "|" or "\". */
static void test_gbk_with_ascii_trail_bytes (void)
{
  DECODED ("\xBE\x7C\xC2\x5C,\xD0\xF2\xBA\xC5", NULL, "緗耚,序号", "");
}

static void test_gb18030_four_bytes (void)
{
  DECODED ("\xD0\xF2\xBA\xC5\x95\x32\x82\x36", NULL, "序号𠀀", "");
}

/* The dash of official texts must come out as U+2014, the ellipsis as U+2026. */
static void test_gbk_dash_and_ellipsis (void)
{
  DECODED ("\xA1\xAA\xA1\xAA\xA1\xAD\xA1\xAD\xD0\xF2", NULL, "——……序", "");
}

static void test_gbk_euro_of_windows (void)
{
  DECODED ("\xD0\xF2\xBA\xC5\x80", NULL, "序号€", "");
}

/* The first and the last of the 18 characters that changed places between the editions, in either form. */
static void test_gb18030_moved_characters (void)
{
  DECODED ("\xD0\xF2\x82\x35\x90\x37\x82\x35\x91\x34\xBA\xC5", NULL, "序\u9FB4\u9FBB号", "");
  DECODED ("\xD0\xF2\x84\x31\x82\x36\x84\x31\x83\x35\xBA\xC5", NULL, "序\uFE10\uFE19号", "");
  DECODED ("\xD0\xF2\xFE\x59\xFE\xA0\xA6\xD9\xA6\xF3", NULL, "序\u9FB4\u9FBB\uFE10\uFE19", "");
}

/* The code before the first of them is a character's own. */
static void test_gb18030_beside_the_moved (void)
{
  DECODED ("\xD0\xF2\x82\x35\x90\x36\xBA\xC5", NULL, "序\u9FB3号", "");
}

static void test_utf16_little_endian (void)
{
  DECODED ("\xFF\xFE\x8F\x5E\x09\x00\xF7\x53\x0D\x00\x0A\x00", NULL, "序\t号\n", "");
}

static void test_utf16_big_endian (void)
{
  DECODED ("\xFE\xFF\x5E\x8F\x53\xF7", NULL, "序号", "");
}

static void test_utf16_beyond_the_first_plane (void)
{
  DECODED ("\xFF\xFE\x40\xD8\x00\xDC", NULL, "𠀀", "");
}

static void test_utf16_half_character_at_the_end (void)
{
  DECODED ("\xFF\xFE\x8F\x5E\xF7", NULL, NULL, "error undecodable 1:2");
}

static void test_utf16_without_mark_is_explained (void)
{
  DECODED ("\x8F\x5E,\0\xF7\x53\x0A\0", NULL, NULL, "error utf16-without-mark");
}

/* A zero byte that got into a small file of another encoding is what it is. */
static void test_stray_zero (void)
{
  DECODED ("\xE5\xBA\x8F,a\0b\n1,2\n", NULL, NULL, "error control-character 1:4");
  DECODED ("\xD0\xF2\xBA\xC5,a\0\n1,2\n", NULL, NULL, "error control-character 1:5");
  DECODED ("a\0bcdefgh", NULL, NULL, "error control-character 1:2");
  DECODED ("a\0b\0c\0", NULL, NULL, "error utf16-without-mark");
  DECODED ("\0a\0,\0b\0\n", NULL, NULL, "error utf16-without-mark");
}

static void test_utf16_without_mark_can_be_forced (void)
{
  DECODED ("\x8F\x5E,\0\xF7\x53", "utf-16le", "序,号", "");
  DECODED ("\x5E\x8F\0,\x53\xF7", "UTF16BE", "序,号", "");
}

static void test_forced_outweighs_content (void)
{
  DECODED ("\xD0\xA9", NULL, "Щ", "");
  DECODED ("\xD0\xA9", "gbk", "些", "");
}

static void test_forced_name_is_suggested (void)
{
  DECODED ("a", "gb18038", NULL, "error unknown-encoding");
  TzDiag *diag = tz_diag_new ();
  g_assert_null (tz_text_decode ("a", 1, "f", "gb18038", diag, NULL));
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, "“gb18030”"));
  tz_diag_free (diag);
}

static void test_mark_outweighs_forced (void)
{
  DECODED ("\xEF\xBB\xBF序", "gbk", "序", "warning encoding-mark");
}

static void test_undecodable_names_line_column_and_byte (void)
{
  static const char bytes[] = "a\r\nb\r\xD0\xF2\xFFx";
  DECODED (bytes, NULL, NULL, "error undecodable 3:2");
  TzDiag *diag = tz_diag_new ();
  g_assert_null (tz_text_decode (bytes, sizeof bytes - 1, "f", NULL, diag, NULL));
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, "byte 8 "));
  g_assert_nonnull (strstr (tz_diag_get (diag, 0)->message, "FF"));
  tz_diag_free (diag);
}

static void test_undecodable_in_forced_encoding (void)
{
  DECODED ("ab\xD0\xF2", "utf-8", NULL, "error undecodable 1:3");
}

/* Cut off in its last character, a UTF-8 file would pass for GB18030 and come out as nonsense. */
static void test_cut_utf8_is_not_taken_for_gbk (void)
{
  DECODED ("全面提升获得电力服务水平\xE9\x87", NULL, NULL, "error undecodable 1:13");
}

static void test_damaged_utf8_is_not_taken_for_gbk (void)
{
  DECODED ("全面提升获得\xB5\xE7电力服务水平持续优化用电营商环境重点任务台账", NULL, NULL,
           "error undecodable 1:7");
}

static void test_line_ends (void)
{
  DECODED ("a\r\nb\rc\n\r\n\rd\r", NULL, "a\nb\nc\n\n\nd\n", "");
}

static void test_empty (void)
{
  DECODED ("", NULL, "", "");
  DECODED ("\xEF\xBB\xBF", NULL, "", "");
}

static void test_control_characters_once_a_line (void)
{
  DECODED ("a\vb\v\nc\nd\x01\r\re\xC2\x85", NULL, NULL,
           "error control-character 1:2; error control-character 3:2; error control-character 5:2");
}

static void test_non_characters (void)
{
  DECODED ("x\xEF\xBF\xBF", NULL, NULL, "error control-character 1:2");
  DECODED ("x\xEF\xB7\x90", NULL, NULL, "error control-character 1:2");
  DECODED ("x\xF0\x9F\xBF\xBE", NULL, NULL, "error control-character 1:2");
}

static void test_nul (void)
{
  DECODED ("a\0b,\xD0\xF2\xBA\xC5\0", NULL, NULL, "error control-character 1:2");
}

static void test_private_use_is_kept (void)
{
  DECODED ("\xAA\xA1\xD0\xF2", NULL, "\xEE\x80\x80序", "");
}

static void test_workbooks_are_named (void)
{
  DECODED ("PK\x03\x04\x14\0\0\0", NULL, NULL, "error not-text");
  DECODED ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NULL, NULL, "error not-text");
  DECODED ("%PDF-1.5\n", NULL, NULL, "error not-text");
}

static void assert_load_fails (const char *path, const char *findings)
{
  TzDiag *diag = tz_diag_new ();
  gsize length;
  g_assert_null (tz_text_load (path, "shown", NULL, diag, &length));
  assert_findings (diag, findings);
  g_assert_cmpstr (tz_diag_get (diag, 0)->place.file, ==, "shown");
  tz_diag_free (diag);
}

static void test_load_failures (void)
{
  assert_load_fails ("/no/such/file", "error file-missing");
  assert_load_fails ("/", "error file-is-folder");
}

/* More than one read, and a size that no buffer is a multiple of. */
static void test_load_reads_all (void)
{
  gsize length;
  char *path = NULL;
  TzDiag *diag = tz_diag_new ();
  GString *text = g_string_new (NULL);
  g_close (g_file_open_tmp ("test-encoding-XXXXXX", &path, NULL), NULL);
  for (int i = 0; i < 100001; i++)
    g_string_append (text, "办电");
  g_assert_true (g_file_set_contents (path, text->str, (gssize)text->len, NULL));

  char *loaded = tz_text_load (path, path, NULL, diag, &length);
  g_assert_cmpuint (length, ==, text->len);
  g_assert_cmpstr (loaded, ==, text->str);
  assert_findings (diag, "");

  g_remove (path);
  g_free (loaded);
  g_free (path);
  g_string_free (text, TRUE);
  tz_diag_free (diag);
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/utf8", test_utf8);
  g_test_add_func ("/encoding/utf8-mark", test_utf8_mark);
  g_test_add_func ("/encoding/gbk", test_gbk);
  g_test_add_func ("/encoding/gbk-ascii-trail-bytes", test_gbk_with_ascii_trail_bytes);
  g_test_add_func ("/encoding/gb18030-four-bytes", test_gb18030_four_bytes);
  g_test_add_func ("/encoding/gbk-dash-and-ellipsis", test_gbk_dash_and_ellipsis);
  g_test_add_func ("/encoding/gb18030-moved", test_gb18030_moved_characters);
  g_test_add_func ("/encoding/gb18030-beside-the-moved", test_gb18030_beside_the_moved);
  g_test_add_func ("/encoding/gbk-euro", test_gbk_euro_of_windows);
  g_test_add_func ("/encoding/utf16-le", test_utf16_little_endian);
  g_test_add_func ("/encoding/utf16-be", test_utf16_big_endian);
  g_test_add_func ("/encoding/utf16-surrogates", test_utf16_beyond_the_first_plane);
  g_test_add_func ("/encoding/utf16-half", test_utf16_half_character_at_the_end);
  g_test_add_func ("/encoding/utf16-without-mark", test_utf16_without_mark_is_explained);
  g_test_add_func ("/encoding/stray-zero", test_stray_zero);
  g_test_add_func ("/encoding/utf16-forced", test_utf16_without_mark_can_be_forced);
  g_test_add_func ("/encoding/forced", test_forced_outweighs_content);
  g_test_add_func ("/encoding/forced-suggestion", test_forced_name_is_suggested);
  g_test_add_func ("/encoding/mark-outweighs-forced", test_mark_outweighs_forced);
  g_test_add_func ("/encoding/undecodable", test_undecodable_names_line_column_and_byte);
  g_test_add_func ("/encoding/undecodable-forced", test_undecodable_in_forced_encoding);
  g_test_add_func ("/encoding/cut-utf8", test_cut_utf8_is_not_taken_for_gbk);
  g_test_add_func ("/encoding/damaged-utf8", test_damaged_utf8_is_not_taken_for_gbk);
  g_test_add_func ("/encoding/line-ends", test_line_ends);
  g_test_add_func ("/encoding/empty", test_empty);
  g_test_add_func ("/encoding/control-characters", test_control_characters_once_a_line);
  g_test_add_func ("/encoding/non-characters", test_non_characters);
  g_test_add_func ("/encoding/nul", test_nul);
  g_test_add_func ("/encoding/private-use", test_private_use_is_kept);
  g_test_add_func ("/encoding/workbooks", test_workbooks_are_named);
  g_test_add_func ("/encoding/load-failures", test_load_failures);
  g_test_add_func ("/encoding/load-all", test_load_reads_all);
  return g_test_run ();
}
