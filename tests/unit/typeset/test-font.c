#include "help/typeset.h"

#include <glib/gstdio.h>
#include <string.h>

static TzFonts *fonts;

static TzFace find (TzRole role, gboolean bold, gunichar c)
{
  guint32 glyph = 0;
  TzFace face = tz_fonts_find (fonts, role, bold, c, &glyph);
  if (face != TZ_FACE_NONE)
    g_assert_cmpuint (glyph, !=, 0);
  return face;
}

static void test_every_role_has_the_common_characters (void)
{
  for (int role = 0; role < TZ_N_ROLES; role++)
    for (const char *p = "台账责任单位弢镕喆，。“”（）①⑳㎡0aZ"; *p; p = g_utf8_next_char (p))
      g_assert_cmpuint (find ((TzRole)role, FALSE, g_utf8_get_char (p)), !=, TZ_FACE_NONE);
}

static void test_rare_hanzi_come_from_a_neighbour (void)
{
  gunichar rare = 0x20BB7; /* 𠮷 */
  TzFace face = find (TZ_ROLE_WESTERN, FALSE, rare);
  g_assert_cmpuint (face, !=, TZ_FACE_NONE);
  g_assert_cmpuint (face, !=, find (TZ_ROLE_WESTERN, FALSE, 'a'));
}

static void test_unknown_character_has_no_face (void)
{
  g_assert_cmpuint (find (TZ_ROLE_SONG, FALSE, 0x10FFF0), ==, TZ_FACE_NONE);
}

static void test_faces_are_lent_and_named (void)
{
  TzFace face = find (TZ_ROLE_SONG, FALSE, 0x53F0);
  g_assert_nonnull (tz_fonts_hb (fonts, face));
  g_assert_true (tz_fonts_hb (fonts, face) == tz_fonts_hb (fonts, face));
  cairo_font_face_t *cairo = tz_fonts_cairo (fonts, face);
  g_assert_nonnull (cairo);
  g_assert_cmpint (cairo_font_face_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  g_assert_true (g_path_is_absolute (tz_fonts_path (fonts, face)));
}

static void test_hanzi_are_one_em (void)
{
  guint32 glyph = 0;
  TzFace face = tz_fonts_find (fonts, TZ_ROLE_SONG, FALSE, 0x53F0, &glyph);
  g_assert_cmpint (hb_font_get_glyph_h_advance (tz_fonts_hb (fonts, face), glyph), ==, TZ_FONT_EM);
}

static void test_bold (void)
{
  TzFace regular = find (TZ_ROLE_SONG, FALSE, 0x53F0), bold = find (TZ_ROLE_SONG, TRUE, 0x53F0);
  g_assert_cmpuint (regular, !=, bold);
  g_assert_false (tz_fonts_needs_thickening (fonts, bold));
  /* 仿宋 has no bold file: the regular one is thickened; 黑体 is heavy as it is. */
  g_assert_true (tz_fonts_needs_thickening (fonts, find (TZ_ROLE_FANGSONG, TRUE, 0x53F0)));
  g_assert_false (tz_fonts_needs_thickening (fonts, find (TZ_ROLE_HEI, TRUE, 0x53F0)));
}

static void test_western (void)
{
  g_assert_true (tz_fonts_own_western (fonts, TZ_ROLE_HEI));
  g_assert_false (tz_fonts_own_western (fonts, TZ_ROLE_FANGSONG));
}

static void test_office_names (void)
{
  g_assert_cmpstr (tz_fonts_office_name (fonts, TZ_ROLE_FANGSONG), ==, "仿宋_GB2312");
  g_assert_cmpstr (tz_fonts_office_name (fonts, TZ_ROLE_WESTERN), ==, "Times New Roman");
}

/* A configuration in which every role has the one FILE. */
static TzFonts *fonts_of (const char *file, GError **error)
{
  TzFontConfig *config = tz_font_config_new ();
  for (int role = 0; role < TZ_N_ROLES; role++)
    g_ptr_array_add (config->role[role].files, g_strdup (file));
  return tz_fonts_new (config, error);
}

static void test_missing_fonts_are_an_error (void)
{
  GError *error = NULL;
  g_assert_null (fonts_of ("no-such-font.otf", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "仿宋"));
  g_error_free (error);
}

/* What is no font stands in the list but gives no characters. */
static void test_broken_file_is_passed_over (void)
{
  GError *error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("broken-XXXXXX.otf", &path, &error);
  g_assert_no_error (error);
  g_close (fd, &error);
  g_file_set_contents (path, "no font", -1, &error);
  g_assert_no_error (error);
  TzFonts *broken = fonts_of (path, &error);
  if (broken) {
    guint32 glyph = 0;
    g_assert_cmpuint (tz_fonts_find (broken, TZ_ROLE_SONG, FALSE, 'a', &glyph), ==, TZ_FACE_NONE);
    tz_fonts_free (broken);
  }
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_free (path);
}

int main (int argc, char **argv)
{
  typeset_isolate ();
  g_test_init (&argc, &argv, NULL);
  fonts = typeset_fonts ();
  g_test_add_func ("/font/common-characters", test_every_role_has_the_common_characters);
  g_test_add_func ("/font/rare-hanzi", test_rare_hanzi_come_from_a_neighbour);
  g_test_add_func ("/font/unknown-character", test_unknown_character_has_no_face);
  g_test_add_func ("/font/faces", test_faces_are_lent_and_named);
  g_test_add_func ("/font/hanzi-are-one-em", test_hanzi_are_one_em);
  g_test_add_func ("/font/bold", test_bold);
  g_test_add_func ("/font/western", test_western);
  g_test_add_func ("/font/office-names", test_office_names);
  g_test_add_func ("/font/missing", test_missing_fonts_are_an_error);
  g_test_add_func ("/font/broken", test_broken_file_is_passed_over);
  int status = g_test_run ();
  tz_fonts_free (fonts);
  return status;
}
