/* Official numbering: 一、 （一） 1. （1） */
#include "compose/letter/letter.h"
#include "model/numeral.h"

#include <string.h>

/* GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1） */
int tz_letter_level (const char *text, int *number, const char **body)
{
  gboolean bracket = g_str_has_prefix (text, "（") || *text == '(';
  const char *p = bracket ? g_utf8_next_char (text) : text;
  gboolean western = g_unichar_isdigit (g_utf8_get_char (p));
  if (!western && !g_utf8_strchr ("一二三四五六七八九十百", -1, g_utf8_get_char (p)))
    return 0;
  *number = tz_numeral_read (&p);
  gunichar mark = g_utf8_get_char (p);
  gboolean closed = bracket
                        ? mark == 0xFF09 || mark == ')'
                        : mark == (western ? '.' : 0x3001) || (western && (mark == 0xFF0E || mark == 0x3001));
  if (*number < 1 || *number > 999 || !closed)
    return 0;
  p = g_utf8_next_char (p);
  /* 1.5亿元 is no item; 2.2020年… is one. */
  gsize digits = strspn (p, "0123456789");
  if (western && mark == '.' && digits > 0 && !(digits == 4 && g_str_has_prefix (p + digits, "年")))
    return 0;
  *body = p;
  return (western ? 3 : 1) + bracket;
}
