#include "base/len.h"

#include <math.h>
#include <string.h>

#define PT_PER_MM (72.0 / 25.4)

/* 10 million points are 3.5 km of paper; more is a slip of the keyboard, and keeps sums far from overflow. */
#define MAX_PT 1e7

typedef struct {
  const char *name;
  double pt;
} HaoSize;

/* The 号 sizes with the values that Word and WPS use (clreq gives other figures for some: 小初, 一号 and 小一
 * differ by up to 1.5 pt), because users compare our pages with theirs. */
static const HaoSize hao_sizes[] = {
  { "初号", 42 },  { "小初", 36 },  { "一号", 26 },  { "小一", 24 }, { "二号", 22 },   { "小二", 18 },
  { "三号", 16 },  { "小三", 15 },  { "四号", 14 },  { "小四", 12 }, { "五号", 10.5 }, { "小五", 9 },
  { "六号", 7.5 }, { "小六", 6.5 }, { "七号", 5.5 }, { "八号", 5 },
};

TzLen tz_len_from_pt (double pt)
{
  return (TzLen)llround (pt * TZ_PT);
}

TzLen tz_len_from_mm (double mm)
{
  return tz_len_from_pt (mm * PT_PER_MM);
}

double tz_len_to_pt (TzLen len)
{
  return (double)len / TZ_PT;
}

double tz_len_to_mm (TzLen len)
{
  return tz_len_to_pt (len) / PT_PER_MM;
}

/* WORD is "四号", "小四" or "小四号". */
static gboolean parse_hao (const char *word, double *pt)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hao_sizes); i++) {
    const HaoSize *size = &hao_sizes[i];
    gsize n = strlen (size->name);
    if (!g_str_has_prefix (word, size->name))
      continue;
    if (word[n] != '\0' && (g_str_has_suffix (size->name, "号") || strcmp (word + n, "号") != 0))
      continue;
    *pt = size->pt;
    return TRUE;
  }
  return FALSE;
}

/* Points in one UNIT, or 0 for an unknown unit. */
static double unit_to_pt (const char *unit, TzLen em)
{
  if (strcmp (unit, "mm") == 0)
    return PT_PER_MM;
  if (strcmp (unit, "cm") == 0)
    return 10 * PT_PER_MM;
  if (strcmp (unit, "pt") == 0)
    return 1;
  if (strcmp (unit, "em") == 0)
    return tz_len_to_pt (em);
  return 0;
}

/* Reads sign, digits and point only: strtod alone would also take "inf", "0x10" and "2e3". */
static gboolean parse_number (const char **text, double *number)
{
  const char *p = *text;
  if (*p == '-' || *p == '+')
    p++;
  gsize whole = strspn (p, "0123456789");
  p += whole;
  gsize fraction = 0;
  if (*p == '.') {
    fraction = strspn (p + 1, "0123456789");
    p += 1 + fraction;
  }
  if (whole + fraction == 0)
    return FALSE;

  char *digits = g_strndup (*text, (gsize)(p - *text));
  *number = g_ascii_strtod (digits, NULL);
  g_free (digits);
  *text = p;
  return TRUE;
}

gboolean tz_len_parse (const char *text, TzLen em, TzLen *len)
{
  char *word = g_strstrip (g_strdup (text));
  const char *p = word;
  double pt = 0;
  gboolean known = parse_hao (word, &pt);

  if (!known && parse_number (&p, &pt)) {
    while (g_ascii_isspace (*p))
      p++;
    double unit = unit_to_pt (p, em);
    known = unit > 0 || (strcmp (p, "em") == 0);
    pt *= unit;
  }
  g_free (word);

  if (!known || fabs (pt) > MAX_PT)
    return FALSE;
  *len = tz_len_from_pt (pt);
  return TRUE;
}
