#include "compose/form/keys.h"

#include "base/intl.h"

const TzSectionEntry tz_sections[] = {
  { "template", TZ_OF_FORM | TZ_KEPT, FALSE, N_ ("what a form is based on, and of which kind it is") },
  { "book", TZ_OF_FORM, FALSE, N_ ("the texts and files of a book") },
  { "values", TZ_OF_FORM, FALSE, N_ ("further words that may stand in braces") },
  { "input", TZ_OF_FORM, FALSE, N_ ("where the table stands in its file") },
  { "page", TZ_OF_FORM, FALSE, N_ ("paper, margins and page numbers") },
  { "text", TZ_OF_FORM, FALSE, N_ ("type and spacing of the body") },
  { "title", TZ_OF_FORM, FALSE, N_ ("how the title is set") },
  { "label", TZ_OF_FORM, FALSE, N_ ("how the label above the title is set") },
  { "unit-line", TZ_OF_FORM, FALSE, N_ ("how the line with the unit of measure is set") },
  { "continued-line", TZ_OF_FORM, FALSE, N_ ("how the line above a continued table is set") },
  { "header", TZ_OF_FORM, FALSE, N_ ("how the head of a table is set") },
  { "section", TZ_OF_FORM, FALSE, N_ ("how section rows are set") },
  { "total", TZ_OF_FORM, TRUE, N_ ("which rows are totals, and how they are set") },
  { "notes", TZ_OF_FORM, FALSE, N_ ("how the notes below a table are set") },
  { "lines", TZ_OF_FORM, FALSE, N_ ("how entries and dates under the title are set") },
  { "lead", TZ_OF_FORM, FALSE, N_ ("how sentences above the head of a table are set") },
  { "sign", TZ_OF_FORM, FALSE, N_ ("how the lines of who filled in and checked are set") },
  { "rules", TZ_OF_FORM, FALSE, N_ ("the lines of a table") },
  { "table", TZ_OF_FORM, FALSE, N_ ("columns, merges and breaks of a table") },
  { "column", TZ_OF_FORM, TRUE, N_ ("one column") },
  { "variant", TZ_OF_FORM, TRUE, N_ ("what differs in one use of a form") },
  { "excel", TZ_OF_FORM, FALSE, N_ ("what concerns workbooks alone") },
  { "fonts", TZ_OF_FORM | TZ_KEPT, FALSE, N_ ("the font of each role") },
  { "counters", TZ_OF_FORM | TZ_KEPT, FALSE, N_ ("further units that stay with their numbers") },
  { "frame", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("the measures of an official document") },
  { "subtitle", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how the subtitle is set") },
  { "mark", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how the name of the issuing organ is set") },
  { "number", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how the document number is set") },
  { "copy-number", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how the copy number is set") },
  { "secrecy", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how secrecy and urgency are set") },
  { "heading-1", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how headings of the first level are set") },
  { "heading-2", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how headings of the second level are set") },
  { "heading-3", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how headings of the third level are set") },
  { "heading-4", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how headings of the fourth level are set") },
  { "signatory", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how the name of who signed is set") },
  { "imprint", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how the block at the end is set") },
  { "disclosure", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how the remark on disclosure is set") },
  { "caption", TZ_OF_FORM | TZ_OF_LETTER, FALSE, N_ ("how captions of tables and charts are set") },
  { "units", TZ_OF_BOOK | TZ_KEPT, FALSE, N_ ("one name for the many spellings of a unit") },
  { "regions", TZ_OF_BOOK | TZ_KEPT, FALSE, N_ ("one name for the many spellings of a region") },
  { "document", TZ_OF_BOOK | TZ_KEPT, TRUE, N_ ("one document of a book") },
  { "days-off", TZ_OF_CALENDAR, FALSE, N_ ("days without work, by year") },
  { "days-on", TZ_OF_CALENDAR, FALSE, N_ ("days of work among weekends, by year") },
  { NULL, 0, FALSE, NULL },
};

const TzKeyEntry tz_keys[] = {
  { "book", "title", TZ_KEY_TEXT, N_ ("the title") },
  { "book", "label", TZ_KEY_TEXT, N_ ("the label above the title, such as 附表2") },
  { "book", "unit-line", TZ_KEY_TEXT, N_ ("the line with the unit of measure") },
  { "book", "continued-line", TZ_KEY_TEXT, N_ ("the line above a continued table") },
  { "book", "notes", TZ_KEY_TEXT, N_ ("the notes below the table") },
  { "book", "region", TZ_KEY_TEXT, N_ ("the region that the book is about") },
  { "book", "organ", TZ_KEY_TEXT, N_ ("the organ that issues it") },
  { "book", "author", TZ_KEY_TEXT, N_ ("the author, for the files' properties") },
  { "book", "subject", TZ_KEY_TEXT, N_ ("the subject, for the files' properties") },
  { "book", "period", TZ_KEY_PERIOD, N_ ("the period that is reported on") },
  { "book", "as-of", TZ_KEY_DAY, N_ ("the day that counts as today") },
  { "book", "name", TZ_KEY_TEXT, N_ ("the name of the files") },
  { "book", "template", TZ_KEY_NAME, N_ ("the form") },
  { "book", "tasks", TZ_KEY_FILE, N_ ("the rows of the tasks") },
  { "book", "data", TZ_KEY_FILE, N_ ("the same, of a table that has no tasks") },
  { "book", "progress", TZ_KEY_FILES, N_ ("what was reported on the tasks, by period") },
  { "book", "clean", TZ_KEY_WORDS, N_ ("which flaws of texts are corrected") },
  { "book", "start", TZ_KEY_DAY, N_ ("the day on which the ledger began") },
  { "book", "calendar", TZ_KEY_FILE, N_ ("further days off and on") },
  { "document", "kind", TZ_KEY_WORD, N_ ("ledger, table, letter or report") },
  { "document", "name", TZ_KEY_TEXT, N_ ("the name of its files") },
  { "document", "template", TZ_KEY_NAME, N_ ("its form") },
  { "document", "data", TZ_KEY_FILE, N_ ("its rows") },
  { "document", "tasks", TZ_KEY_FILE, N_ ("the same") },
  { "document", "text", TZ_KEY_FILE, N_ ("the text of an official document") },
  { "document", "attachments", TZ_KEY_NAMES, N_ ("the documents bound behind it") },
  { "document", "figures", TZ_KEY_NAME, N_ ("the form of the tables in a report") },
  { "document", "sheets", TZ_KEY_NAMES, N_ ("the documents that are further sheets of its workbook") },
  { NULL, NULL, TZ_KEY_TEXT, NULL },
};

const TzSectionEntry *tz_section_entry (const char *kind)
{
  for (const TzSectionEntry *entry = tz_sections; entry->kind; entry++)
    if (g_str_equal (entry->kind, kind))
      return entry;
  return NULL;
}

const char **tz_section_kinds (guint readers)
{
  const char **kinds = g_new0 (const char *, G_N_ELEMENTS (tz_sections));
  int n = 0;
  for (const TzSectionEntry *entry = tz_sections; entry->kind; entry++)
    if (entry->readers & readers)
      kinds[n++] = entry->kind;
  return kinds;
}

const char **tz_key_names (const char *section)
{
  const char **names = g_new0 (const char *, G_N_ELEMENTS (tz_keys));
  int n = 0;
  for (const TzKeyEntry *entry = tz_keys; entry->section; entry++)
    if (g_str_equal (entry->section, section))
      names[n++] = entry->key;
  return names;
}

gboolean tz_key_is_known (const char *section, const char *key)
{
  for (const TzKeyEntry *entry = tz_keys; entry->section; entry++)
    if (g_str_equal (entry->section, section) && g_str_equal (entry->key, key))
      return TRUE;
  return FALSE;
}
