#include "compose/form/known.h"

#include "compose/form/files.h"
#include "compose/form/form.h"

struct TzKnownForms {
  TzFiles *files;
  GPtrArray *forms; /* of TzTemplate */
};

static const char first_form[] = "ledger";

static void add_form (TzKnownForms *known, const char *name, TzDiag *diag)
{
  TzTemplate *form = tz_template_load_from (known->files, name, NULL, NULL, diag);
  if (form && form->kind != TZ_FORM_LETTER && form->schema.n_columns > 0 && !form->table.infer)
    g_ptr_array_insert (known->forms, g_str_equal (name, first_form) ? 0 : -1, form);
  else
    tz_template_free (form);
}

TzKnownForms *tz_known_forms_load (TzDiag *diag)
{
  TzKnownForms *known = g_new0 (TzKnownForms, 1);
  g_auto (GStrv) names = tz_template_names ();
  known->files = tz_files_new ();
  known->forms = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_template_free);
  for (char **name = names; *name; name++)
    add_form (known, *name, diag);
  return known;
}

void tz_known_forms_free (TzKnownForms *forms)
{
  if (!forms)
    return;
  g_ptr_array_unref (forms->forms);
  tz_files_free (forms->files);
  g_free (forms);
}

const TzSchemaColumn *tz_known_forms_column (const TzKnownForms *forms, const char *title)
{
  for (guint i = 0; i < forms->forms->len; i++) {
    const TzSchema *schema = tz_template_schema (forms->forms->pdata[i]);
    for (int c = 0; c < schema->n_columns; c++)
      if (tz_schema_column_matches (&schema->columns[c], title))
        return &schema->columns[c];
  }
  return NULL;
}

static TzFormFit fit_of (const TzTemplate *form, const char *const *titles, int n_titles)
{
  const TzSchema *schema = tz_template_schema (form);
  g_autofree int *match = tz_schema_match (schema, titles, n_titles);
  TzFormFit fit = { .name = form->name, .complete = TRUE };
  for (int c = 0; c < schema->n_columns; c++) {
    fit.n_found += match[c] >= 0;
    fit.complete &= match[c] >= 0 || schema->columns[c].need != TZ_NEED_REQUIRED;
  }
  fit.complete &= fit.n_found == n_titles;
  return fit;
}

TzFormFit tz_known_forms_nearest (const TzKnownForms *forms, const char *const *titles, int n_titles)
{
  TzFormFit best = { .name = NULL };
  int fewest = G_MAXINT;
  for (guint i = 0; i < forms->forms->len; i++) {
    TzFormFit fit = fit_of (forms->forms->pdata[i], titles, n_titles);
    int others = tz_template_schema (forms->forms->pdata[i])->n_columns - fit.n_found;
    if (fit.n_found == 0 || fit.complete < best.complete ||
        (fit.complete == best.complete && fit.n_found < best.n_found))
      continue;
    if (fit.complete == best.complete && fit.n_found == best.n_found && others >= fewest)
      continue;
    best = fit;
    fewest = others;
  }
  return best;
}
