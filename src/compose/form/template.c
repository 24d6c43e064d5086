#include "compose/form/template.h"

#include "base/intl.h"
#include "compose/form/form.h"
#include "compose/form/generic.h"
#include "compose/form/files.h"
#include "compose/form/placeholder.h"
#include "compose/form/variant.h"
#include "read/ini_store.h"

#include <string.h>

/* A form still without its contents. OWN, OVER (may be NULL) and what CHOSEN (NULL-ended, may be NULL) lists
 * are copied. */
static TzTemplate *template_new (const char *name, const TzIni *own, const TzIni *const *chosen,
                                 const TzIni *over)
{
  TzTemplate *form = g_new0 (TzTemplate, 1);
  form->name = g_strdup (name);
  form->file = g_intern_string (tz_ini_file (own));
  form->own = tz_ini_copy (own);
  form->over = over ? tz_ini_copy (over) : NULL;
  form->ini = tz_ini_copy (own);
  for (; chosen && *chosen; chosen++)
    tz_ini_overlay (form->ini, *chosen);
  if (over)
    tz_ini_overlay (form->ini, over);
  return form;
}

static char *name_of (const char *name)
{
  char *base = g_path_get_basename (name);
  if (g_str_has_suffix (base, ".ini"))
    base[strlen (base) - strlen (".ini")] = '\0';
  return base;
}

TzTemplate *tz_template_load_from (TzFiles *files, const char *name, const TzIni *over, const TzPlace *place,
                                   TzDiag *diag)
{
  TzIni *own = tz_template_read (files, name, place, diag);
  if (!own)
    return NULL;
  char *short_name = name_of (name);
  TzTemplate *form = template_new (short_name, own, NULL, over);
  form->files = files;
  g_free (short_name);
  tz_ini_free (own);
  tz_form_resolve (form, NULL, 0, diag);
  tz_variants_check (form, diag);
  if (form->n_columns == 0 && !form->table.infer && form->kind != TZ_FORM_LETTER) {
    TzPlace at = tz_place_file (form->file);
    tz_diag_add (diag, TZ_ERROR, &at, "no-columns",
                 _ ("the template has no [column …]; write one for each column, or infer = yes in [table]"));
  }
  return form;
}

TzTemplate *tz_template_load (const char *name, const TzIni *over, const TzPlace *place, TzDiag *diag)
{
  TzFiles *files = tz_files_new ();
  TzTemplate *form = tz_template_load_from (files, name, over, place, diag);
  if (form)
    form->files = NULL;
  tz_files_free (files);
  return form;
}

void tz_template_free (TzTemplate *form)
{
  if (!form)
    return;
  tz_form_clear (form);
  tz_ini_free (form->own);
  if (form->over)
    tz_ini_free (form->over);
  tz_ini_free (form->ini);
  g_free (form->name);
  g_free (form);
}

const char *tz_template_name (const TzTemplate *form)
{
  return form->name;
}

const TzSchema *tz_template_schema (const TzTemplate *form)
{
  return &form->schema;
}

const char *tz_template_summary (const TzTemplate *form)
{
  const char *const *languages = g_get_language_names ();
  const TzIniKey *english = tz_ini_lookup (form->ini, "template", "", "summary");
  const TzIniKey *chinese = tz_ini_lookup (form->ini, "template", "", "summary-zh");
  if (chinese && (!english || g_str_has_prefix (languages[0], "zh")))
    return chinese->value;
  return english ? english->value : "";
}

static void put_text (TzIni *ini, const char *section, const char *key, const char *text)
{
  g_autofree char *escaped = text ? tz_placeholder_escape (text) : NULL;
  if (escaped)
    tz_ini_put (ini, section, "", key, escaped);
}

/* What FILE says beside its records, in the words of the template language. tz_ini_free. */
static TzIni *texts_of_file (const TzFormSource *source, const char *file)
{
  const TzAround *around = source->around;
  TzIni *ini = tz_ini_new (file);
  if (around) {
    put_text (ini, "book", "title", around->title);
    put_text (ini, "book", "label", around->label);
    put_text (ini, "book", "unit-line", around->unit);
  }
  put_text (ini, "excel", "sheet", source->sheet);
  return ini;
}

TzTemplate *tz_template_adapt (const TzTemplate *form, const TzRecords *csv, const TzFormSource *source,
                               TzDiag *diag)
{
  g_autofree const char **titles = tz_records_titles (csv);
  int n_titles = tz_records_n_columns (csv);
  const TzIni *chosen[4] = { NULL };
  int n = 0;
  TzIni *inferred = form->table.infer ? tz_generic_infer (csv, source->stem, form->file) : NULL;
  TzIni *variant = tz_variant_choose (form, titles, n_titles);
  TzIni *texts = texts_of_file (source, tz_records_file (csv));
  if (inferred)
    chosen[n++] = inferred;
  if (variant)
    chosen[n++] = variant;
  chosen[n++] = texts;
  TzTemplate *adapted = template_new (form->name, form->own, chosen, form->over);
  adapted->files = form->files;
  tz_form_resolve (adapted, titles, n_titles, diag);
  tz_ini_free (inferred);
  tz_ini_free (variant);
  tz_ini_free (texts);
  return adapted;
}
