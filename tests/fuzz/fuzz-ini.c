/* Any text as INI; what was read can be found again and laid over itself. */
#include "read/encoding.h"
#include "read/ini.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void check (const TzIni *ini)
{
  for (int i = 0; i < tz_ini_n_sections (ini); i++) {
    const TzIniSection *section = tz_ini_section (ini, i);
    g_assert_true (tz_ini_lookup_section (ini, section->kind, section->name) == section);
    for (int k = 0; k < section->n_keys; k++) {
      const TzIniKey *key = &section->keys[k];
      g_assert_true (tz_ini_lookup (ini, section->kind, section->name, key->key) == key);
      g_assert_true (g_utf8_validate (key->key, -1, NULL));
      g_assert_true (g_utf8_validate (key->value, -1, NULL));
      g_assert_cmpint (key->place.line, >=, section->place.line);
    }
  }
}

/* The text itself serves as an option's argument, too. */
static void parse (const char *text, gsize length)
{
  TzDiag *diag = tz_diag_new ();
  TzIni *ini = tz_ini_parse (text, length, "fuzz", diag);
  TzIni *base = tz_ini_new ("fuzz");
  g_assert_true ((ini == NULL) == (tz_diag_n_errors (diag) > 0));
  if (ini != NULL) {
    check (ini);
    tz_ini_overlay (base, ini);
    g_assert_cmpint (tz_ini_n_sections (base), ==, tz_ini_n_sections (ini));
  }
  tz_ini_set (base, text);
  tz_ini_free (base);
  tz_ini_free (ini);
  tz_diag_free (diag);
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gsize length;
  TzDiag *diag = tz_diag_new ();
  char *text = tz_text_decode ((const char *)data, size, "fuzz", NULL, diag, &length);
  if (text != NULL)
    parse (text, length);
  g_free (text);
  tz_diag_free (diag);
  return 0;
}
