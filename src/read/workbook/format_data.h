/* The inside of a number format, for the files that take one apart and those that show by it. */
#ifndef TZ_READ_WORKBOOK_FORMAT_DATA_H
#define TZ_READ_WORKBOOK_FORMAT_DATA_H

#include "read/workbook/format.h"

typedef enum {
  TZ_TOKEN_LITERAL,
  TZ_TOKEN_SPACE, /* as wide as some character */
  TZ_TOKEN_SPENT, /* its meaning is kept in the section */
  TZ_TOKEN_DIGIT, /* N is '0', '#' or '?' */
  TZ_TOKEN_POINT,
  TZ_TOKEN_COMMA,
  TZ_TOKEN_PERCENT,
  TZ_TOKEN_SLASH,    /* of a fraction */
  TZ_TOKEN_EXPONENT, /* N is '+' or '-' */
  TZ_TOKEN_GENERAL,
  TZ_TOKEN_TEXT, /* @ */
  /* Dates and times; N letters long. */
  TZ_TOKEN_YEAR,
  TZ_TOKEN_MONTH,
  TZ_TOKEN_DAY,
  TZ_TOKEN_WEEKDAY,
  TZ_TOKEN_WEEKDAY_HANZI,
  TZ_TOKEN_HOUR,
  TZ_TOKEN_MINUTE,
  TZ_TOKEN_SECOND,
  TZ_TOKEN_ALL_HOURS, /* [h]: not only those of the last day */
  TZ_TOKEN_ALL_MINUTES,
  TZ_TOKEN_ALL_SECONDS,
  TZ_TOKEN_HALF_DAY, /* N: 1 A/P, 2 AM/PM, 3 上午/下午 */
  TZ_TOKEN_SECOND_POINT,
  TZ_TOKEN_SECOND_DIGIT
} TzFormatTokenKind;

typedef struct {
  TzFormatTokenKind kind;
  int n;
  char *text; /* of a literal */
} TzFormatToken;

typedef enum {
  TZ_COMPARE_NONE,
  TZ_COMPARE_LT,
  TZ_COMPARE_LE,
  TZ_COMPARE_GT,
  TZ_COMPARE_GE,
  TZ_COMPARE_EQ,
  TZ_COMPARE_NE
} TzFormatCompare;

typedef struct {
  GArray *tokens; /* of TzFormatToken */
  TzFormatCompare compare;
  double limit;
  gboolean is_date, is_text, is_general, has_digits;
  gboolean thousands; /* 1,234 */
  gboolean half_day;  /* hours go to 12 */
  gboolean chinese;   /* the format says so: AM/PM is 上午/下午 */
  int scale;          /* divided by a thousand so many times */
  int percent;        /* times a hundred so many times */
  int hanzi; /* [DBNum1] 一百二十, [DBNum2] 壹佰贰拾, [DBNum3] １２０; 0: digits as they are */
  int second_decimals;
  guint point, exponent, slash; /* the token; behind the last one: none */
} TzFormatSection;

enum { TZ_FORMAT_SECTIONS = 4 };

struct TzNumberFormat {
  TzFormatSection sections[TZ_FORMAT_SECTIONS];
  int n; /* at least 1 */
};

/* VALUE is not below zero; MINUS: a sign stands before it. */
void tz_format_digits (const TzFormatSection *section, double value, gboolean minus, GString *out);
void tz_format_general (const TzFormatSection *section, double value, GString *out);
void tz_format_date (const TzFormatSection *section, double value, gboolean date_1904, GString *out);

/* DIGITS (0-9, others stay) in hanzi: as a number, 一百二十, or one by one, 一二〇. FORM as of a section. */
void tz_format_hanzi (const char *digits, int form, gboolean as_number, GString *out);

#endif
