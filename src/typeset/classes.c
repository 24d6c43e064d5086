#include "typeset/classes.h"

#include "base/utf8.h"

#include <string.h>

/* Marks and symbols outside ASCII; everything else goes by block or by Unicode
 * category. Sorted by code point. */
static const struct {
  guint16 first, last;
  guint8 class;
} table[] = {
  { 0x00A0, 0x00A0, TZ_CLASS_SPACE },      { 0x00A2, 0x00A5, TZ_CLASS_WESTERN },
  { 0x00A7, 0x00A7, TZ_CLASS_WESTERN },    { 0x00A9, 0x00A9, TZ_CLASS_WESTERN },
  { 0x00AE, 0x00AE, TZ_CLASS_WESTERN },    { 0x00B0, 0x00B0, TZ_CLASS_SUFFIX },
  { 0x00B1, 0x00B1, TZ_CLASS_HAN },        { 0x00B2, 0x00B3, TZ_CLASS_SUFFIX },
  { 0x00B5, 0x00B5, TZ_CLASS_LETTER },     { 0x00B7, 0x00B7, TZ_CLASS_INTERPUNCT },
  { 0x00B9, 0x00B9, TZ_CLASS_SUFFIX },     { 0x00BC, 0x00BE, TZ_CLASS_WESTERN },
  { 0x00C0, 0x00D6, TZ_CLASS_LETTER },     { 0x00D7, 0x00D7, TZ_CLASS_HAN },
  { 0x00D8, 0x00F6, TZ_CLASS_LETTER },     { 0x00F7, 0x00F7, TZ_CLASS_HAN },
  { 0x00F8, 0x024F, TZ_CLASS_LETTER },     { 0x0391, 0x03C9, TZ_CLASS_LETTER },
  { 0x0400, 0x045F, TZ_CLASS_LETTER },     { 0x2009, 0x2009, TZ_CLASS_SPACE },
  { 0x2010, 0x2012, TZ_CLASS_WESTERN },    { 0x2013, 0x2013, TZ_CLASS_CONNECT },
  { 0x2014, 0x2015, TZ_CLASS_DASH },       { 0x2018, 0x2018, TZ_CLASS_OPEN },
  { 0x2019, 0x2019, TZ_CLASS_CLOSE },      { 0x201C, 0x201C, TZ_CLASS_OPEN },
  { 0x201D, 0x201D, TZ_CLASS_CLOSE },      { 0x2026, 0x2026, TZ_CLASS_DASH },
  { 0x2027, 0x2027, TZ_CLASS_INTERPUNCT }, { 0x202F, 0x202F, TZ_CLASS_SPACE },
  { 0x2030, 0x2031, TZ_CLASS_SUFFIX },     { 0x2032, 0x2033, TZ_CLASS_SUFFIX },
  { 0x2070, 0x209C, TZ_CLASS_SUFFIX },     { 0x20A0, 0x20C0, TZ_CLASS_WESTERN },
  { 0x2103, 0x2103, TZ_CLASS_SUFFIX },     { 0x2E3A, 0x2E3A, TZ_CLASS_DASH },
  { 0x3000, 0x3000, TZ_CLASS_WIDE_SPACE }, { 0x3001, 0x3001, TZ_CLASS_COMMA },
  { 0x3002, 0x3002, TZ_CLASS_STOP },       { 0x3008, 0x3008, TZ_CLASS_OPEN },
  { 0x3009, 0x3009, TZ_CLASS_CLOSE },      { 0x300A, 0x300A, TZ_CLASS_OPEN },
  { 0x300B, 0x300B, TZ_CLASS_CLOSE },      { 0x300C, 0x300C, TZ_CLASS_OPEN },
  { 0x300D, 0x300D, TZ_CLASS_CLOSE },      { 0x300E, 0x300E, TZ_CLASS_OPEN },
  { 0x300F, 0x300F, TZ_CLASS_CLOSE },      { 0x3010, 0x3010, TZ_CLASS_OPEN },
  { 0x3011, 0x3011, TZ_CLASS_CLOSE },      { 0x3014, 0x3014, TZ_CLASS_OPEN },
  { 0x3015, 0x3015, TZ_CLASS_CLOSE },      { 0x3016, 0x3016, TZ_CLASS_OPEN },
  { 0x3017, 0x3017, TZ_CLASS_CLOSE },      { 0x30FB, 0x30FB, TZ_CLASS_INTERPUNCT },
  { 0xFF01, 0xFF01, TZ_CLASS_STOP },       { 0xFF05, 0xFF05, TZ_CLASS_SUFFIX },
  { 0xFF08, 0xFF08, TZ_CLASS_OPEN },       { 0xFF09, 0xFF09, TZ_CLASS_CLOSE },
  { 0xFF0C, 0xFF0C, TZ_CLASS_COMMA },      { 0xFF0E, 0xFF0E, TZ_CLASS_COMMA },
  { 0xFF0F, 0xFF0F, TZ_CLASS_SOLIDUS },    { 0xFF1A, 0xFF1B, TZ_CLASS_COMMA },
  { 0xFF1F, 0xFF1F, TZ_CLASS_STOP },       { 0xFF3B, 0xFF3B, TZ_CLASS_OPEN },
  { 0xFF3D, 0xFF3D, TZ_CLASS_CLOSE },      { 0xFF5B, 0xFF5B, TZ_CLASS_OPEN },
  { 0xFF5D, 0xFF5D, TZ_CLASS_CLOSE },      { 0xFF5E, 0xFF5E, TZ_CLASS_CONNECT },
  { 0xFFFD, 0xFFFD, TZ_CLASS_HAN },
};

static TzCharClass class_of_ascii (gunichar c)
{
  if (c >= '0' && c <= '9')
    return TZ_CLASS_DIGIT;
  if (g_ascii_isalpha ((char)c))
    return TZ_CLASS_LETTER;
  return c == ' ' || c == '\t' ? TZ_CLASS_SPACE : TZ_CLASS_WESTERN;
}

/* Blocks whose characters are one em wide and break anywhere: symbols, kana,
 * hangul and the full-width forms that are no marks. */
static gboolean is_wide_block (gunichar c)
{
  return (c >= 0x2100 && c <= 0x2BFF) || (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

TzCharClass tz_char_class (gunichar c)
{
  if (c < 0x80)
    return class_of_ascii (c);
  if (c >= 0x4E00 && c <= 0x9FFF)
    return TZ_CLASS_HAN;
  int low = 0, high = (int)G_N_ELEMENTS (table) - 1;
  while (low <= high) {
    int middle = (low + high) / 2;
    if (c < table[middle].first)
      high = middle - 1;
    else if (c > table[middle].last)
      low = middle + 1;
    else
      return (TzCharClass)table[middle].class;
  }
  if (g_unichar_ismark (c))
    return TZ_CLASS_COMPLEX;
  return is_wide_block (c) || tz_char_is_han (c) ? TZ_CLASS_HAN : TZ_CLASS_COMPLEX;
}

gboolean tz_class_is_mark (TzCharClass class)
{
  return class >= TZ_CLASS_OPEN && class <= TZ_CLASS_STOP;
}

gboolean tz_class_is_blank (TzCharClass class)
{
  return class == TZ_CLASS_SPACE || class == TZ_CLASS_WIDE_SPACE;
}

gboolean tz_class_is_western (TzCharClass class)
{
  return class >= TZ_CLASS_DIGIT && class <= TZ_CLASS_WESTERN;
}

gboolean tz_forbidden_at_start (gunichar c, TzCharClass class, TzProhibit level)
{
  if (level == TZ_PROHIBIT_NONE)
    return FALSE;
  switch (class) {
  case TZ_CLASS_CLOSE:
  case TZ_CLASS_COMMA:
  case TZ_CLASS_STOP:
  case TZ_CLASS_INTERPUNCT:
  case TZ_CLASS_CONNECT:
  case TZ_CLASS_SOLIDUS:
  case TZ_CLASS_SUFFIX:
    return TRUE;
  case TZ_CLASS_DASH:
    return level == TZ_PROHIBIT_STRICT;
  case TZ_CLASS_WESTERN:
    return c < 0x80 && strchr (",.;:!?)]}%/", (int)c) != NULL;
  default:
    return FALSE;
  }
}

gboolean tz_forbidden_at_end (gunichar c, TzCharClass class, TzProhibit level)
{
  if (level == TZ_PROHIBIT_NONE)
    return FALSE;
  if (class == TZ_CLASS_OPEN)
    return TRUE;
  if (class == TZ_CLASS_SOLIDUS)
    return level >= TZ_PROHIBIT_GB;
  return class == TZ_CLASS_WESTERN && c < 0x80 && strchr ("([{", (int)c) != NULL;
}

TzProhibit tz_prohibit_for (int ems)
{
  if (ems < 25)
    return TZ_PROHIBIT_BASIC;
  return ems <= 32 ? TZ_PROHIBIT_GB : TZ_PROHIBIT_STRICT;
}
