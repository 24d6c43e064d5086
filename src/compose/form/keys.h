/* The sections of books and forms, and the keys that a book has beside those of its form (language.h). Help,
 * findings and the manual are made from these two tables. */
#ifndef TZ_COMPOSE_FORM_KEYS_H
#define TZ_COMPOSE_FORM_KEYS_H

#include <glib.h>

/* Who reads a section; bits. */
enum {
  TZ_OF_FORM = 1 << 0,
  TZ_OF_LETTER = 1 << 1, /* forms of official documents alone */
  TZ_OF_BOOK = 1 << 2,
  TZ_OF_CALENDAR = 1 << 3,
  TZ_KEPT = 1 << 4 /* of a book: its own, never laid over a document's form */
};

typedef struct {
  const char *kind;
  guint readers;
  gboolean named;      /* [column NAME] */
  const char *meaning; /* one line, marked for translation */
} TzSectionEntry;

typedef enum {
  TZ_KEY_TEXT,   /* any, with {…} filled in */
  TZ_KEY_WORD,   /* one of a few */
  TZ_KEY_WORDS,  /* several of a few */
  TZ_KEY_NAME,   /* of a form, or its path */
  TZ_KEY_NAMES,  /* of documents, between commas */
  TZ_KEY_FILE,   /* a path, from the book */
  TZ_KEY_FILES,  /* the same, * and ? in its last part */
  TZ_KEY_DAY,    /* 2021-06-30 */
  TZ_KEY_PERIOD, /* 2021Q2 */
  TZ_N_KEY_VALUES
} TzKeyValue;

typedef struct {
  const char *section, *key;
  TzKeyValue value;
  const char *meaning; /* one line, marked for translation */
} TzKeyEntry;

/* Ended by one without a kind, or a section. */
extern const TzSectionEntry tz_sections[];
extern const TzKeyEntry tz_keys[];

/* NULL if there is none of that KIND. */
const TzSectionEntry *tz_section_entry (const char *kind);
/* The kinds that any of READERS reads, NULL-ended. g_free. */
const char **tz_section_kinds (guint readers);
/* The keys of SECTION, NULL-ended. g_free. */
const char **tz_key_names (const char *section);
gboolean tz_key_is_known (const char *section, const char *key);

#endif
