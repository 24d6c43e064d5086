#include "help/findings.h"

static void append_finding (GString *all, const TzFinding *finding)
{
  char address[16];
  if (all->len > 0)
    g_string_append (all, "; ");
  g_string_append_printf (all, "%s %s", tz_severity_word (finding->severity), finding->code);
  if (finding->place.line > 0)
    g_string_append_printf (all, " %d", finding->place.line);
  if (finding->place.column > 0)
    g_string_append_printf (all, ":%d", finding->place.column);
  if (*tz_place_address (&finding->place, address) != '\0')
    g_string_append_printf (all, " %s", address);
}

void assert_findings (const TzDiag *diag, const char *expected)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < tz_diag_count (diag); i++)
    append_finding (all, tz_diag_get (diag, i));
  g_assert_cmpstr (all->str, ==, expected);
  g_string_free (all, TRUE);
}
