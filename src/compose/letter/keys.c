/* The key block at the head of a text: what cannot be read from the text itself. */
#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "compose/letter/data.h"

#include <stddef.h>
#include <string.h>

typedef enum { KEY_TEXT, KEY_LIST, KEY_YES_NO, KEY_PART, KEY_RECIPIENTS } KeyKind;

static const struct {
  const char *key;
  KeyKind kind;
  gsize offset; /* in TzLetter; KEY_PART: in its first TzLetterPart */
} keys[] = {
  { "form", KEY_TEXT, offsetof (TzLetter, form) },
  { "copy-number", KEY_TEXT, offsetof (TzLetter, copy_number) },
  { "secrecy", KEY_TEXT, offsetof (TzLetter, secrecy) },
  { "urgency", KEY_TEXT, offsetof (TzLetter, urgency) },
  { "organs", KEY_LIST, offsetof (TzLetter, organs) },
  { "suffix", KEY_YES_NO, offsetof (TzLetter, suffix) },
  { "number", KEY_TEXT, offsetof (TzLetter, number) },
  { "signatory", KEY_LIST, offsetof (TzLetter, signatories) },
  { "title", KEY_PART, offsetof (TzLetterPart, title) },
  { "subtitle", KEY_PART, offsetof (TzLetterPart, subtitle) },
  { "to", KEY_TEXT, offsetof (TzLetter, addressees) },
  { "signature", KEY_LIST, offsetof (TzLetter, signature) },
  { "date", KEY_TEXT, offsetof (TzLetter, date) },
  { "stamp", KEY_LIST, offsetof (TzLetter, stamps) },
  { "seal", KEY_YES_NO, offsetof (TzLetter, seal) },
  { "remark", KEY_LIST, offsetof (TzLetter, remarks) },
  { "disclosure", KEY_TEXT, offsetof (TzLetter, disclosure) },
  { "main-to", KEY_RECIPIENTS, offsetof (TzLetter, main_to) },
  { "copy-to", KEY_RECIPIENTS, offsetof (TzLetter, copy_to) },
  { "printer", KEY_TEXT, offsetof (TzLetter, printer) },
  { "print-date", KEY_TEXT, offsetof (TzLetter, print_date) },
};

static int find_key (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].key, name))
      return (int)i;
  return -1;
}

gboolean tz_letter_is_key (const char *name)
{
  return find_key (name) >= 0;
}

const char *const *tz_letter_keys (void)
{
  static const char *names[G_N_ELEMENTS (keys) + 1];
  static gsize done;
  if (g_once_init_enter (&done)) {
    for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
      names[i] = keys[i].key;
    g_once_init_leave (&done, 1);
  }
  return names;
}

static void report_unknown (const TzLetterReader *reader, const char *name, int line)
{
  const char *const *names = tz_letter_keys ();
  TzPlace place = tz_letter_place (reader, line);
  const char *near = tz_suggest (name, names);
  char *all = g_strjoinv (", ", (char **)names);
  if (near)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "unknown-key",
                 _ ("the key block of a text has no key “%s”; did you mean “%s”?"), name, near);
  else
    tz_diag_add (reader->diag, TZ_ERROR, &place, "unknown-key",
                 _ ("the key block of a text has no key “%s”; choose from: %s"), name, all);
  g_free (all);
}

/* Items separated by ; of either width. */
static void take_list (GPtrArray *list, const TzLetterWords *value)
{
  g_ptr_array_set_size (list, 0);
  tz_letter_split ("\\s*[;；]\\s*", value, list);
}

static gboolean take_yes_no (const TzLetterReader *reader, int *field, const char *name, const char *value,
                             int line)
{
  gboolean yes = g_str_equal (value, "yes") || g_str_equal (value, "是");
  TzPlace place = tz_letter_place (reader, line);
  *field = yes;
  if (yes || g_str_equal (value, "no") || g_str_equal (value, "否"))
    return TRUE;
  tz_diag_add (reader->diag, TZ_ERROR, &place, "bad-value",
               _ ("“%s” cannot be the value of %s: write yes or no"), value, name);
  return FALSE;
}

/* The label 抄送： that the value may repeat is the page's. */
static void take_recipients (char **field, const TzLetterWords *value)
{
  TzLetterWords groups[2] = { 0 };
  gboolean labelled = tz_letter_find ("^(?:抄送|主送) *[:：]\\s*(.*)()$", value, value->named, groups);
  const char *names = labelled ? groups[0].text : value->text;
  g_free (*field);
  *field = *names != '\0' ? g_strdup (names) : NULL;
  tz_letter_words_clear (&groups[0]);
  tz_letter_words_clear (&groups[1]);
}

static gboolean take_key (TzLetterReader *reader, const char *name, const TzLetterWords *value, int line)
{
  int k = find_key (name);
  if (k < 0) {
    report_unknown (reader, name, line);
    return FALSE;
  }
  char *target = keys[k].kind == KEY_PART ? reader->letter->parts->pdata[0] : (char *)reader->letter;
  gpointer field = target + keys[k].offset;
  switch (keys[k].kind) {
  case KEY_TEXT:
  case KEY_PART:
    g_free (*(char **)field);
    *(char **)field = *value->text != '\0' ? g_strdup (value->text) : NULL;
    break;
  case KEY_RECIPIENTS:
    take_recipients (field, value);
    break;
  case KEY_LIST:
    take_list (*(GPtrArray **)field, value);
    break;
  case KEY_YES_NO:
    return take_yes_no (reader, field, name, value->text, line);
  }
  if (g_str_equal (name, "number"))
    reader->letter->number_line = line;
  if (g_str_equal (name, "date"))
    reader->letter->date_line = line;
  if (g_str_equal (name, "title"))
    ((TzLetterPart *)reader->letter->parts->pdata[0])->title_line = line;
  reader->has_signature |= g_str_equal (name, "signature");
  return TRUE;
}

gboolean tz_letter_read_keys (TzLetterReader *reader)
{
  guint n = 0;
  gboolean right = TRUE;
  const TzLetterLine *line;
  while ((line = tz_letter_peek (reader, n)) && tz_letter_match ("^[a-z][a-z-]* *[:：]", line->words.own, NULL))
    n++;
  if (!line || !g_str_equal (line->words.own, "---"))
    return TRUE;
  for (guint i = 0; i < n; i++) {
    TzLetterWords groups[2] = { 0 };
    line = tz_letter_peek (reader, i);
    if (tz_letter_find ("^([a-z][a-z-]*) *[:：]\\s*(.*)$", &line->words, line->words.own, groups))
      right &= take_key (reader, groups[0].text, &groups[1], line->line);
    tz_letter_words_clear (&groups[0]);
    tz_letter_words_clear (&groups[1]);
  }
  reader->next = n + 1;
  return right;
}
