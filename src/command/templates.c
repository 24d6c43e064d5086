/* templates: list them, or describe one. */
#include "base/intl.h"
#include "base/utf8.h"
#include "command/command.h"
#include "compose/form/files.h"
#include "compose/form/template.h"

/* NULL with findings. */
static TzTemplate *load (const char *name, TzOutcome *outcome)
{
  TzOutcome *one = tz_outcome_new ();
  TzTemplate *form = tz_template_load (name, NULL, NULL, one->diag);
  tz_outcome_take (outcome, one, name);
  return form;
}

static void list (TzOutcome *outcome)
{
  g_auto (GStrv) names = tz_template_names ();
  int widest = 0;
  for (char **name = names; *name; name++)
    widest = MAX (widest, tz_utf8_columns (*name));
  for (char **name = names; *name; name++) {
    TzTemplate *form = load (*name, outcome);
    if (!form)
      continue;
    g_string_append_printf (outcome->text, "%s%*s  %s\n", *name, widest - tz_utf8_columns (*name), "",
                            tz_template_summary (form));
    tz_template_free (form);
  }
}

static void describe (const char *name, TzOutcome *outcome)
{
  TzTemplate *form = load (name, outcome);
  if (!form)
    return;
  g_autofree char *text = tz_template_describe (form);
  g_string_append (outcome->text, text);
  tz_template_free (form);
}

void tz_command_templates (const TzWords *words, TzOutcome *outcome)
{
  if (g_strv_length (words->inputs) > 1) {
    tz_outcome_fail (outcome, TZ_EXIT_USAGE, _ ("name one form only; taizhang templates lists them"));
    return;
  }
  if (!tz_command_find_data (outcome))
    return;
  if (words->inputs[0])
    describe (words->inputs[0], outcome);
  else
    list (outcome);
  tz_outcome_judge (outcome, FALSE);
}
