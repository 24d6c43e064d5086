#include "compose/form/placeholder.h"

#include "base/intl.h"
#include "base/suggest.h"
#include "compose/form/form.h"

#include <string.h>

enum { MAX_DEPTH = 8, MAX_KIB = 64 };

typedef struct {
  const TzIni *ini;
  const char *column;
  gboolean pages;
  const TzPlace *place;
  TzDiag *diag;
  int depth;
  GString *out;
  gboolean overgrown;
} Expand;

static void expand (Expand *x, const char *text);

static const TzIniKey *find_value (const TzIni *ini, const char *name)
{
  const TzIniKey *key = tz_ini_lookup (ini, "values", "", name);
  return key ? key : tz_ini_lookup (ini, "book", "", name);
}

/* "as_of" and "as-of" are the same word. */
static char *hyphened (const char *name)
{
  return g_strdelimit (g_strdup (name), "_", '-');
}

static char **known_names (const Expand *x)
{
  GPtrArray *names = g_ptr_array_new ();
  const TzIniSection *values = tz_ini_lookup_section (x->ini, "values", "");
  for (int i = 0; values && i < values->n_keys; i++)
    g_ptr_array_add (names, g_strdup (values->keys[i].key));
  for (const char *const *key = tz_form_book_keys (); *key; key++)
    g_ptr_array_add (names, g_strdup (*key));
  if (x->column)
    g_ptr_array_add (names, g_strdup ("column"));
  if (x->pages) {
    g_ptr_array_add (names, g_strdup ("page"));
    g_ptr_array_add (names, g_strdup ("pages"));
  }
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (names, FALSE);
}

static void report_name (const Expand *x, const char *name)
{
  char **names = known_names (x);
  const char *near = tz_suggest (name, (const char *const *)names);
  if (g_strv_contains ((const char *const *)names, name))
    tz_diag_add (x->diag, TZ_WARNING, x->place, "no-value",
                 _ ("{%s} has no value; add a line such as %s = … to [book]"), name, name);
  else if (near)
    tz_diag_add (x->diag, TZ_ERROR, x->place, "unknown-placeholder",
                 _ ("there is no {%s}; did you mean {%s}? A brace that is meant as text is written {{"), name,
                 near);
  else
    tz_diag_add (
        x->diag, TZ_ERROR, x->place, "unknown-placeholder",
        _ ("there is no {%s}; give it a value in [values]. A brace that is meant as text is written {{"), name);
  g_strfreev (names);
}

static void expand_name (Expand *x, const char *written)
{
  char *name = hyphened (written);
  const TzIniKey *key = find_value (x->ini, written);
  if (!key)
    key = find_value (x->ini, name);
  if (x->pages && (g_str_equal (name, "page") || g_str_equal (name, "pages"))) {
    g_string_append_printf (x->out, "{%s}", name);
  } else if (x->column && g_str_equal (name, "column")) {
    g_string_append (x->out, x->column);
  } else if (!key || *key->value == '\0') {
    report_name (x, name);
  } else if (x->depth >= MAX_DEPTH) {
    tz_diag_add (x->diag, TZ_ERROR, &key->value_place, "placeholder-loop",
                 _ ("the value of {%s} contains {%s} itself, directly or by way of others; take it out"), name,
                 name);
  } else {
    x->depth++;
    expand (x, key->value);
    x->depth--;
  }
  g_free (name);
}

/* The length of "{name}" at P, 0 if it is not one. */
static gsize placeholder_length (const char *p)
{
  gsize n = strcspn (p + 1, "{}\n");
  return p[1 + n] == '}' && n > 0 && n <= 64 ? n + 2 : 0;
}

static const char *expand_escape (Expand *x, const char *p)
{
  if (p[1] == '\0') {
    g_string_append_c (x->out, *p);
    return p + 1;
  }
  const char *next = g_utf8_next_char (p + 1);
  if (p[1] == 'n')
    g_string_append_c (x->out, '\n');
  else
    g_string_append_len (x->out, p + 1, next - (p + 1));
  return next;
}

static const char *expand_brace (Expand *x, const char *p)
{
  gsize n = *p == '{' && p[1] != '{' ? placeholder_length (p) : 0;
  if (n == 0) {
    g_string_append_c (x->out, *p);
    return p[1] == p[0] ? p + 2 : p + 1;
  }
  char *name = g_strndup (p + 1, n - 2);
  g_strstrip (name);
  expand_name (x, name);
  g_free (name);
  return p + n;
}

/* Values that name each other several times double with each level: MAX_DEPTH alone does not keep a text short.
 * A text that is too long is never cut without a word, wherever its length comes from. */
static gboolean is_overgrown (Expand *x)
{
  if (x->overgrown || x->out->len <= (gsize)MAX_KIB * 1024)
    return x->overgrown;
  x->overgrown = TRUE;
  tz_diag_add (
      x->diag, TZ_ERROR, x->place, "text-too-long",
      _ ("this text is longer than %d KiB, its {…} filled in; shorten it, or the values that it names"),
      MAX_KIB);
  return TRUE;
}

static void expand (Expand *x, const char *text)
{
  for (const char *p = text; *p != '\0' && !is_overgrown (x);) {
    gsize n = strcspn (p, "\\{}");
    g_string_append_len (x->out, p, (gssize)n);
    p += n;
    if (*p == '\\')
      p = expand_escape (x, p);
    else if (*p != '\0')
      p = expand_brace (x, p);
  }
}

char *tz_placeholder_expand (const TzIni *ini, const char *text, const char *column, gboolean pages,
                             const TzPlace *place, TzDiag *diag)
{
  Expand x = { ini, column, pages, place, diag, 0, g_string_new (NULL), FALSE };
  expand (&x, text);
  is_overgrown (&x); /* by its last piece */
  return g_string_free (x.out, FALSE);
}

char *tz_placeholder_escape (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '\n') {
      g_string_append (out, "\\n");
      continue;
    }
    if (strchr ("\\{}|/;", *p))
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}
