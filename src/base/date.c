#include "base/date.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

#define SECONDS_PER_DAY 86400

static void skip_blanks (const char **p)
{
  while (**p != '\0' && tz_char_is_blank (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
}

/* One to MAX_DIGITS digits, half or full width. */
static gboolean read_number (const char **p, int max_digits, int *number)
{
  int n = 0;
  *number = 0;
  skip_blanks (p);
  for (; n < max_digits; n++) {
    int digit = g_unichar_digit_value (g_utf8_get_char (*p));
    if (digit < 0)
      break;
    *number = *number * 10 + digit;
    *p = g_utf8_next_char (*p);
  }
  skip_blanks (p);
  return n > 0;
}

static gboolean read_mark (const char **p, const char *mark)
{
  if (!g_str_has_prefix (*p, mark))
    return FALSE;
  *p += strlen (mark);
  skip_blanks (p);
  return TRUE;
}

static gboolean parse_with_marks (const char *text, const char *const marks[3], GDate *date)
{
  int year, month, day;
  const char *p = text;
  if (!read_number (&p, 4, &year) || !read_mark (&p, marks[0]) || !read_number (&p, 2, &month) ||
      !read_mark (&p, marks[1]) || !read_number (&p, 2, &day) || !read_mark (&p, marks[2]) || *p != '\0')
    return FALSE;
  if (year < 1000 || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

gboolean tz_date_parse (const char *text, GDate *date)
{
  static const char *const forms[][3] = {
    { "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" }, { "年", "月", "日" }
  };
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (parse_with_marks (text, forms[i], date))
      return TRUE;
  return FALSE;
}

/* https://reproducible-builds.org/specs/source-date-epoch/ */
static gboolean epoch_of_environment (gint64 *seconds)
{
  guint64 value;
  const char *text = g_getenv ("SOURCE_DATE_EPOCH");
  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &value, NULL))
    return FALSE;
  *seconds = (gint64)value;
  return TRUE;
}

gint64 tz_date_of_outputs (const char *const *files)
{
  gint64 seconds;
  gint64 newest = 0;

  if (epoch_of_environment (&seconds))
    return seconds;
  for (gsize i = 0; files != NULL && files[i] != NULL; i++) {
    struct stat status;
    /* "-" is standard input: a file that was directed there has a date, a pipe has none. */
    if (g_str_equal (files[i], "-") ? fstat (STDIN_FILENO, &status) == 0 && S_ISREG (status.st_mode)
                                    : stat (files[i], &status) == 0)
      newest = MAX (newest, (gint64)status.st_mtime);
  }
  return newest - newest % SECONDS_PER_DAY;
}
