/* The sections of the form stand as they are, so that the template needs no other; the columns have been found
 * in the data, and get keys that people can remember. */
#include "compose/form/write.h"

#include "base/intl.h"
#include "compose/form/keys.h"
#include "compose/form/language.h"
#include "compose/form/placeholder.h"
#include "compose/form/section.h"
#include "read/ini_write.h"

#include <string.h>

typedef struct {
  const TzTemplate *form;
  const TzFormFound *source;
  char **keys;
  gboolean tasks;
  GString *out;
} Write;

/* ---- keys ---- */

static gboolean is_taken (char **keys, int n, const char *key)
{
  for (int i = 0; i < n; i++)
    if (g_str_equal (keys[i], key))
      return TRUE;
  return FALSE;
}

char **tz_form_keys (const TzTemplate *form, const TzSchemaColumn *const *known)
{
  char **keys = g_new0 (char *, (gsize)form->n_columns + 1);
  for (int c = 0; c < form->n_columns; c++)
    keys[c] = known[c] && !is_taken (keys, c, known[c]->key) ? g_strdup (known[c]->key)
                                                             : g_strdup_printf ("c%d", c + 1);
  return keys;
}

gboolean tz_form_has_tasks (const TzSchemaColumn *const *known, int n)
{
  gboolean named = FALSE, assigned = FALSE;
  for (int c = 0; c < n; c++) {
    TzMeans means = known[c] ? known[c]->means : TZ_MEANS_NOTHING;
    named |= means == TZ_MEANS_NAME || means == TZ_MEANS_CONTENT;
    assigned |= means == TZ_MEANS_OWNER || means == TZ_MEANS_DEADLINE;
  }
  return named && assigned;
}

/* ---- sections ---- */

static void copy_key_as (TzIni *to, const char *name, const TzIniSection *from, const char *key)
{
  const TzIniKey *found = tz_section_lookup (from, key);
  if (found)
    tz_ini_put (to, from->kind, name, key, found->value);
}

static void copy_key (TzIni *to, const TzIniSection *from, const char *key)
{
  copy_key_as (to, from->name, from, key);
}

/* Writes all sections of INI (freed), each below what it is for. */
static void write_ini (Write *w, TzIni *take_ini, const char *remark)
{
  for (int i = 0; i < tz_ini_n_sections (take_ini); i++) {
    g_string_append_c (w->out, '\n');
    if (remark)
      tz_ini_write_remark (w->out, remark);
    tz_ini_write_section (w->out, tz_ini_section (take_ini, i));
  }
  tz_ini_free (take_ini);
}

static void write_beginning (Write *w)
{
  TzIni *ini = tz_ini_new ("");
  g_autofree char *made = g_strdup_printf (
      _ ("Made from %s by taizhang new. The data stay in their file; this says how they are "
         "printed.\n"
         "Every key may be changed; templates/README.md explains them. A line that begins with "
         "“;” does not count."),
      w->source->source);
  g_autofree char *summary = g_strdup_printf (_ ("made from %s"), w->source->source);
  tz_ini_put (ini, "template", "", "summary", tz_ini_can_hold (summary) ? summary : "");
  tz_ini_put (ini, "template", "", "kind", w->source->tasks ? "ledger" : "table");
  tz_ini_write_remark (w->out, made);
  write_ini (w, ini,
             w->tasks
                 ? _ ("ledger: tasks with numbers and deadlines, which are checked. table: any other rows.")
                 : _ ("table: any rows. ledger: tasks with numbers and deadlines, which are checked."));
}

static void hint_notes (Write *w)
{
  const TzAround *around = w->source->around;
  g_autoptr (GString) notes = g_string_new (NULL);
  for (guint i = 0; around && i < around->notes->len; i++) {
    g_autofree char *note = g_strjoinv ("　", ((const TzAroundLine *)around->notes->pdata[i])->texts);
    g_autofree char *escaped = tz_placeholder_escape (note);
    g_string_append_printf (notes, "%s%s", i > 0 ? "\n" : "", escaped);
  }
  if (notes->len == 0)
    return;
  tz_ini_write_remark (w->out, _ ("The notes stand below the table in its file. For data without them:"));
  tz_ini_write_hint (w->out, "notes", notes->str);
}

static void write_texts (Write *w)
{
  static const char *const keys[] = { "title", "label", "unit-line", "continued-line" };
  const TzIniSection *section = tz_ini_lookup_section (w->form->ini, "book", "");
  TzIni *ini = tz_ini_new ("");
  for (gsize i = 0; section && i < G_N_ELEMENTS (keys); i++)
    copy_key (ini, section, keys[i]);
  if (!tz_ini_lookup (ini, "book", "", "title"))
    tz_ini_put (ini, "book", "", "title", "");
  write_ini (w, ini, _ ("For data that have none above their head; what stands in the file goes before it."));
  hint_notes (w);
}

static void write_page (Write *w)
{
  TzIni *ini = tz_ini_new ("");
  const TzIniSection *section = tz_ini_lookup_section (w->form->ini, "page", "");
  const TzPaper *paper = w->source->paper;
  tz_ini_put (ini, "page", "", "paper", paper->name);
  tz_ini_put (ini, "page", "", "orientation", paper->width > paper->height ? "landscape" : "portrait");
  for (int i = 0; section && i < section->n_keys; i++)
    if (!tz_ini_lookup (ini, "page", "", section->keys[i].key))
      copy_key (ini, section, section->keys[i].key);
  write_ini (w, ini, _ ("paper: A4, A3 …, or several to choose from: A4 landscape, A3 landscape"));
}

/* What is written otherwise, or is not the form's. */
static gboolean is_written_apart (const TzIniSection *section)
{
  static const char *const apart[] = { "template", "book",    "values", "page", "table",
                                       "column",   "variant", "input",  NULL };
  return g_strv_contains (apart, section->kind) ||
         (g_str_equal (section->kind, "total") && *section->name != '\0');
}

static void write_parts (Write *w)
{
  for (int i = 0; i < tz_ini_n_sections (w->form->ini); i++) {
    const TzIniSection *section = tz_ini_section (w->form->ini, i);
    const TzSectionEntry *entry = tz_section_entry (section->kind);
    if (is_written_apart (section) || section->n_keys == 0)
      continue;
    g_string_append_c (w->out, '\n');
    if (entry)
      tz_ini_write_remark (w->out, gettext (entry->meaning));
    tz_ini_write_section (w->out, section);
  }
}

/* ---- the table ---- */

/* The labels of the form with those of the data behind. g_free. */
static char *all_labels (const Write *w, const TzIniKey *own)
{
  g_autoptr (GString) labels = g_string_new (own ? own->value : "");
  for (const char *const *label = w->source->total_labels; *label && !w->source->by_place; label++) {
    g_autofree char *escaped = tz_placeholder_escape (*label);
    if (!strstr (labels->str, escaped))
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? "; " : "", escaped);
  }
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void write_totals (Write *w)
{
  for (int i = 0; i < tz_ini_n_sections (w->form->ini); i++) {
    const TzIniSection *section = tz_ini_section (w->form->ini, i);
    if (!g_str_equal (section->kind, "total") || *section->name == '\0')
      continue;
    TzIni *ini = tz_ini_new ("");
    g_autofree char *labels = all_labels (w, tz_section_lookup (section, "labels"));
    tz_ini_put (ini, "total", section->name, "labels", labels);
    for (int k = 0; k < section->n_keys; k++)
      if (!g_str_equal (section->keys[k].key, "labels"))
        copy_key (ini, section, section->keys[k].key);
    write_ini (w, ini,
               _ ("Rows that are totals, by their labels. check: yes (compared with the sums of their rows),\n"
                  "confirmed (only where other figures show which rows they sum), no"));
  }
}

static void write_table (Write *w)
{
  TzIni *ini = tz_ini_new ("");
  const TzIniSection *section = tz_ini_lookup_section (w->form->ini, "table", "");
  g_autofree char *columns = g_strjoinv (", ", w->keys);
  for (int i = 0; section && i < section->n_keys; i++)
    if (!g_str_equal (section->keys[i].key, "infer") && !g_str_equal (section->keys[i].key, "columns"))
      copy_key (ini, section, section->keys[i].key);
  if (w->source->by_place && w->source->sectionless)
    tz_ini_put (ini, "table", "", "section-rows", "no");
  tz_ini_put (ini, "table", "", "columns", columns);
  write_ini (w, ini,
             _ ("columns: in the order in which they are printed. section-rows: whether a row with its "
                "first cell alone is a heading."));
}

/* ---- columns ---- */

static const char *word_of (const TzSetting *settings, const char *key, int value)
{
  for (const TzWord *word = tz_setting_lookup (settings, key)->words; word->word; word++)
    if (word->value == value)
      return word->word;
  return NULL;
}

static gboolean has_title_of_its_own (const TzTemplate *form, int c)
{
  const char *title = form->columns[c].data->titles[0];
  if (*title == '\0')
    return FALSE;
  for (int other = 0; other < form->n_columns; other++) {
    const TzSchemaColumn *data = form->columns[other].data;
    if (other != c && tz_schema_column_matches (data, title))
      return FALSE;
  }
  return TRUE;
}

/* Which column of the data it is. */
static void put_titles (const Write *w, TzIni *ini, const TzIniSection *inferred, const char *key, int c)
{
  const TzIniKey *titles = tz_section_lookup (inferred, "titles"),
                 *header = tz_section_lookup (inferred, "header"),
                 *place = tz_section_lookup (inferred, "position");
  if (place && (w->source->by_place || w->form->table.headless || !has_title_of_its_own (w->form, c)))
    tz_ini_put (ini, "column", key, "position", place->value);
  if (titles && *titles->value != '\0') {
    /* A slash needs no escape here, where it separates nothing. */
    g_autoptr (GString) plain = g_string_new (titles->value);
    g_string_replace (plain, "\\/", "/", 0);
    tz_ini_put (ini, "column", key, "titles", plain->str);
  }
  if (header && titles && !g_str_equal (header->value, titles->value))
    tz_ini_put (ini, "column", key, "header", header->value);
}

/* A column of names has them again where a row goes on on a new page, which the table in the file has not. */
static gboolean is_name_unsaid (const Write *w, int c)
{
  return w->source->as_taken && w->source->known[c] && w->source->known[c]->means == TZ_MEANS_NAME;
}

static void put_meaning (const Write *w, TzIni *ini, const TzIniSection *inferred, const char *key, int c)
{
  const TzSchemaColumn *known = w->source->known[c];
  const char *word = known && w->tasks && g_str_equal (known->key, key) && known->means != TZ_MEANS_NOTHING
                         ? word_of (tz_settings_schema, "means", (int)known->means)
                         : NULL;
  if (word && !is_name_unsaid (w, c))
    tz_ini_put (ini, "column", key, "means", word);
  else
    copy_key_as (ini, key, inferred, "means");
}

static void write_column (Write *w, int c)
{
  static const char *const told[] = { "position", "titles", "header", "means", NULL };
  const TzIniSection *inferred = tz_ini_lookup_section (w->form->ini, "column", w->form->columns[c].data->key);
  const char *key = w->keys[c];
  TzIni *ini = tz_ini_new ("");
  put_titles (w, ini, inferred, key, c);
  put_meaning (w, ini, inferred, key, c);
  for (int i = 0; i < inferred->n_keys; i++)
    if (!g_strv_contains (told, inferred->keys[i].key))
      tz_ini_put (ini, "column", key, inferred->keys[i].key, inferred->keys[i].value);
  write_ini (w, ini, NULL);
  g_autofree char *width = g_strdup_printf ("%.1fmm", tz_len_to_mm (w->source->widths[c]));
  if (w->tasks && is_name_unsaid (w, c))
    tz_ini_write_hint (w->out, "means", "name");
  tz_ini_write_hint (w->out, "width", width);
}

static void write_columns (Write *w)
{
  g_string_append_c (w->out, '\n');
  tz_ini_write_remark (w->out,
                       _ ("The columns. titles: what the data may call them, with “|” between. header: the "
                          "levels of the head, with “ / ” between.\n"
                          "merge = down: an empty cell goes on with the one above. floor: the least width; "
                          "widths are found anew for each table,\n"
                          "unless one is set; the one in the last line of a column is that of the table in the "
                          "file."));
  for (int c = 0; c < w->form->n_columns; c++)
    write_column (w, c);
}

char *tz_form_write (const TzTemplate *form, const TzFormFound *source)
{
  Write w = { .form = form, .source = source, .out = g_string_new (NULL) };
  w.keys = tz_form_keys (form, source->known);
  w.tasks = tz_form_has_tasks (source->known, form->n_columns);
  write_beginning (&w);
  write_texts (&w);
  write_page (&w);
  write_parts (&w);
  write_table (&w);
  write_totals (&w);
  write_columns (&w);
  g_strfreev (w.keys);
  return g_string_free (w.out, FALSE);
}
