/* Bytes of any kind as text: what comes out is clean UTF-8, or there is a finding. */
#include "read/encoding.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void decode (const uint8_t *data, size_t size, const char *forced)
{
  gsize length;
  TzDiag *diag = tz_diag_new ();
  char *text = tz_text_decode ((const char *)data, size, "fuzz", forced, diag, &length);
  if (text != NULL) {
    g_assert_true (g_utf8_validate (text, (gssize)length, NULL)); /* no NUL either */
    g_assert_true (memchr (text, '\r', length) == NULL);
    g_assert_cmpuint (tz_diag_n_errors (diag), ==, 0);
  } else
    g_assert_cmpuint (tz_diag_n_errors (diag), >, 0);
  g_free (text);
  tz_diag_free (diag);
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  decode (data, size, NULL);
  decode (data, size, "utf-8");
  decode (data, size, "gb18030");
  decode (data, size, "utf-16le");
  decode (data, size, "utf-16be");
  return 0;
}
