/* Keys of a form as data: what each may hold and where its value goes. */
#ifndef TZ_COMPOSE_FORM_SETTING_H
#define TZ_COMPOSE_FORM_SETTING_H

#include "base/len.h"
#include "read/ini.h"

typedef enum {
  TZ_SETTING_TEXT,   /* const char *: as written, interned */
  TZ_SETTING_LIST,   /* char **: separated by commas */
  TZ_SETTING_WORD,   /* an enum or gboolean: one of WORDS */
  TZ_SETTING_WORDS,  /* guint: several of WORDS, or'd */
  TZ_SETTING_LENGTH, /* TzLen between MIN and MAX pt */
  TZ_SETTING_COUNT,  /* int between MIN and MAX */
  TZ_SETTING_REAL,   /* double between MIN and MAX */
  TZ_SETTING_COLOUR, /* guint32: #RRGGBB */
  TZ_SETTING_ROLE,   /* TzRole */
  TZ_SETTING_OTHER   /* known, but read by whoever needs it */
} TzSettingKind;

typedef struct {
  const char *word;
  int value;
} TzWord;

typedef struct {
  const char *key;
  TzSettingKind kind;
  gsize offset;        /* of the field in the target */
  const TzWord *words; /* ended by a NULL word */
  double min, max;
  gboolean first; /* applied before the others: they are relative to it */
} TzSetting;

extern const TzWord tz_words_yes_no[];

/* Reads KEY into TARGET. EM is what "2em" means. Lists are replaced (g_strfreev). FALSE with the finding
 * bad-value. */
gboolean tz_setting_apply (const TzSetting *setting, const TzIniKey *key, TzLen em, gpointer target,
                           TzDiag *diag);

/* The finding bad-value for KEY; EXPECTED, a clause, says what to write instead. */
void tz_setting_report (const TzIniKey *key, const char *expected, TzDiag *diag);

/* NULL if SETTINGS (ended by a NULL key) have no KEY. */
const TzSetting *tz_setting_lookup (const TzSetting *settings, const char *key);

#endif
