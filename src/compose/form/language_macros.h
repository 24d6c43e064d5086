/* Shorthand for the tables of keys: one line a key, with the field it is kept in. */
#ifndef TZ_COMPOSE_FORM_LANGUAGE_MACROS_H
#define TZ_COMPOSE_FORM_LANGUAGE_MACROS_H

#include "compose/form/language.h"

#include <stddef.h>

#define LENGTH(key_, type, field, low, high)                                                                   \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_LENGTH, .offset = offsetof (type, field), .min = low, .max = high          \
  }
#define WORD(key_, type, field, words_)                                                                        \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_WORD, .offset = offsetof (type, field), .words = words_                    \
  }
#define COUNT(key_, type, field, low, high)                                                                    \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_COUNT, .offset = offsetof (type, field), .min = low, .max = high           \
  }
#define TEXT(key_, type, field)                                                                                \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_TEXT, .offset = offsetof (type, field)                                     \
  }
#define LIST(key_, type, field)                                                                                \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_LIST, .offset = offsetof (type, field)                                     \
  }
#define COLOUR(key_, type, field)                                                                              \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_COLOUR, .offset = offsetof (type, field)                                   \
  }
#define ROLE(key_, type, field)                                                                                \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_ROLE, .offset = offsetof (type, field)                                     \
  }
#define OTHER(key_)                                                                                            \
  {                                                                                                            \
    .key = key_, .kind = TZ_SETTING_OTHER                                                                      \
  }
#define END                                                                                                    \
  {                                                                                                            \
    .key = NULL                                                                                                \
  }

#endif
