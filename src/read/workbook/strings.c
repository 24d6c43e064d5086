/* Texts that cells share (ECMA-376 part 1, 18.4). */
#include "read/workbook/data.h"

#include "base/intl.h"

#include <string.h>

/* What fits into a workbook by its size, even where all are different; empty ones take five bytes in a file. */
enum { MOST = 8 << 20 };

typedef struct {
  TzWorkbook *workbook;
  TzRichText rich;
  gboolean too_many; /* ends the reading */
} Strings;

static void start (gpointer self, const char *name, const char *const *attributes)
{
  Strings *s = self;
  if (g_str_equal (name, "si"))
    tz_rich_begin (&s->rich);
  else if (s->rich.text)
    tz_rich_start (&s->rich, name, attributes);
}

static void end (gpointer self, const char *name)
{
  Strings *s = self;
  if (!s->rich.text)
    return;
  if (!g_str_equal (name, "si")) {
    tz_rich_end (&s->rich, name);
    return;
  }
  s->too_many |= s->workbook->strings->len == MOST;
  if (s->too_many)
    return;
  tz_rich_finish (&s->rich);
  TzSharedString string = { .run = s->workbook->runs->len, .n_runs = s->rich.runs->len };
  char *room = tz_texts_begin (s->workbook->texts, s->rich.text->len + 1);
  memcpy (room, s->rich.text->str, s->rich.text->len + 1);
  string.text = tz_texts_end (s->workbook->texts, s->rich.text->len);
  g_array_append_vals (s->workbook->runs, s->rich.runs->data, s->rich.runs->len);
  g_array_append_val (s->workbook->strings, string);
}

static void text (gpointer self, const char *piece, int n)
{
  Strings *s = self;
  if (s->rich.text)
    tz_rich_text (&s->rich, piece, n);
}

gboolean tz_strings_read (TzWorkbook *workbook, TzPackage *package, const char *part, TzDiag *diag)
{
  static const TzXmlHandler handler = { start, end, text };
  Strings s = { .workbook = workbook };
  gboolean done = tz_package_read (package, part, &handler, &s, &s.too_many, diag);
  tz_rich_clear (&s.rich);
  if (!s.too_many)
    return done;
  TzPlace place = tz_place_file (workbook->shown);
  tz_diag_add (
      diag, TZ_ERROR, &place, "too-much-text",
      _ ("the workbook has more than %d different texts; delete what does not belong to the table, or split it "
         "into several files"),
      MOST);
  return FALSE;
}
