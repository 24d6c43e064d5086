#include "compose/form/keys.h"

static gboolean is_kind (guint readers, const char *kind)
{
  g_autofree const char **kinds = tz_section_kinds (readers);
  return g_strv_contains (kinds, kind);
}

static void test_readers (void)
{
  g_assert_true (is_kind (TZ_OF_FORM, "column"));
  g_assert_true (is_kind (TZ_OF_FORM, "imprint"));
  g_assert_false (is_kind (TZ_OF_FORM, "document"));
  g_assert_true (is_kind (TZ_OF_FORM | TZ_OF_BOOK, "document"));
  g_assert_false (is_kind (TZ_OF_FORM | TZ_OF_BOOK, "days-on"));
  g_assert_true (is_kind (TZ_OF_CALENDAR, "days-on"));
}

static void test_keys_of_a_section (void)
{
  g_autofree const char **keys = tz_key_names ("document");
  g_assert_true (g_strv_contains (keys, "attachments"));
  g_assert_false (g_strv_contains (keys, "progress"));
  g_assert_true (tz_key_is_known ("book", "progress"));
  g_assert_false (tz_key_is_known ("book", "attachments"));
}

/* A key without its section would be told in no manual. */
static void test_tables_fit (void)
{
  for (const TzKeyEntry *key = tz_keys; key->section; key++) {
    g_assert_nonnull (tz_section_entry (key->section));
    g_assert_cmpint (key->value, <, TZ_N_KEY_VALUES);
    g_assert_cmpstr (key->meaning, !=, "");
    for (const TzKeyEntry *other = key + 1; other->section; other++)
      g_assert_false (g_str_equal (key->section, other->section) && g_str_equal (key->key, other->key));
  }
  for (const TzSectionEntry *section = tz_sections; section->kind; section++) {
    g_assert_true (tz_section_entry (section->kind) == section);
    g_assert_cmpstr (section->meaning, !=, "");
  }
}

int main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keys/readers", test_readers);
  g_test_add_func ("/keys/of-a-section", test_keys_of_a_section);
  g_test_add_func ("/keys/tables-fit", test_tables_fit);
  return g_test_run ();
}
