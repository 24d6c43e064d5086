#include "read/ini.h"

#include <ini.h>
#include <string.h>

#include "base/intl.h"
#include "base/utf8.h"
#include "read/encoding.h"
#include "read/ini_store.h"

/* inih (Debian's 55) takes lines of up to 197 bytes and reads the rest of a longer one as a line of its own; it
 * cuts section names at 49 bytes, ends values at " ;" and tells no line numbers. So it gets the file through a
 * reader that hands out short lines and knows what each of them is:
 *
 *     [document 附件]          [1]              the section by its number,
 *                              =                and a nameless key that makes inih say in which section it is
 *     title = long text ; x    title =          the key alone,
 *                               ␁long te␁       and its value in pieces, as lines that continue it; the marks
 *                               ␁xt␁            at both ends keep blanks, which inih would trim
 *
 * The handler puts the pieces together again. What inih does not call the handler for is no key. */
#define PIECE_MARK '\x01'
#define MAX_PIECE  150
#define MAX_KEY    150

/* What inih was given last. */
typedef enum { HANDED_NOTHING, HANDED_KEY, HANDED_PIECE, HANDED_SECTION, HANDED_PROBE } Handed;

typedef struct {
  const char *next, *end; /* the rest of the text */
  const char *line_start;
  int line;

  TzIni *ini;
  const char *file;
  TzDiag *diag;
  gboolean failed;

  Handed handed;
  gboolean understood; /* inih called the handler for what it was given */

  int n_titles; /* section lines so far; inih is handed this number in the place of the section's title */
  TzIniStored *section;

  const char *rest, *rest_end; /* of the value in this line, still to be handed out */
  char *key;                   /* the key being read, NULL if none */
  int key_indent;
  TzPlace key_place, value_place;
  GString *value;
} Reader;

/* ---- places and findings ---- */

static TzPlace place_of (const Reader *reader, const char *p)
{
  TzPlace place = tz_place_file (reader->file);
  place.line = reader->line;
  place.column = 1 + (int)g_utf8_strlen (reader->line_start, p - reader->line_start);
  return place;
}

static void report (Reader *reader, const char *p, const char *message)
{
  TzPlace place = place_of (reader, p);
  tz_diag_add (reader->diag, TZ_ERROR, &place, "ini-syntax", "%s", message);
  reader->failed = TRUE;
}

static gboolean begins_with (const char *p, const char *end, const char *word)
{
  gsize n = strlen (word);
  return (gsize)(end - p) >= n && memcmp (p, word, n) == 0;
}

static const char *find (const char *p, const char *end, const char *word)
{
  return memmem (p, (gsize)(end - p), word, strlen (word));
}

/* ---- keys ---- */

static void store_key (Reader *reader)
{
  if (reader->key == NULL)
    return;
  const char *end = tz_utf8_drop_blanks (reader->value->str, reader->value->str + reader->value->len);
  g_string_truncate (reader->value, (gsize)(end - reader->value->str));
  const char *value = tz_utf8_skip_blanks (reader->value->str, end);

  const TzIniKey *earlier = tz_ini_store_lookup (reader->section, reader->key);
  if (earlier != NULL)
    tz_diag_add (reader->diag, TZ_WARNING, &reader->key_place, "ini-duplicate",
                 _ ("“%s” was given before, in line %d; this one counts: delete one of the two"), reader->key,
                 earlier->place.line);

  TzIniKey key = { reader->key, value, reader->key_place, reader->value_place };
  if (key.value_place.line == 0)
    key.value_place = reader->key_place;
  tz_ini_store_key (reader->ini, reader->section, &key);
  g_clear_pointer (&reader->key, g_free);
}

static void begin_key (Reader *reader, const char *name)
{
  g_string_truncate (reader->value, 0);
  if (reader->section != NULL) {
    reader->key = g_strdup (name);
    return;
  }
  tz_diag_add (reader->diag, TZ_ERROR, &reader->key_place, "ini-no-section",
               _ ("“%s” stands before the first section; put a line such as [book] above it"), name);
  reader->failed = TRUE;
}

/* inih calls this for each key and each piece of a value. */
static int on_key (void *data, const char *section, const char *name, const char *value)
{
  Reader *reader = data;
  gsize length = strlen (value);

  reader->understood = TRUE;
  if (reader->handed == HANDED_PROBE)
    reader->understood = g_ascii_strtoll (section, NULL, 10) == reader->n_titles;
  else if (reader->handed == HANDED_KEY)
    begin_key (reader, name);
  else if (reader->handed == HANDED_PIECE && length >= 2)
    g_string_append_len (reader->value, value + 1, (gssize)length - 2);
  return 1;
}

/* ---- lines ---- */

/* The end of the value from P to END: before " ;" if a blank or nothing follows. */
static const char *cut_comment (const char *p, const char *end)
{
  const char *start = p;
  while ((p = memchr (p, ';', (gsize)(end - p))) != NULL) {
    gboolean follows_blank = p > start && tz_utf8_drop_blanks (start, p) < p;
    gboolean blank_follows = p + 1 == end || tz_utf8_skip_blanks (p + 1, end) > p + 1;
    if (follows_blank && blank_follows)
      return tz_utf8_drop_blanks (start, p);
    p++;
  }
  return end;
}

/* How far right P stands, as an editor shows it: tabs every 8 columns. */
static int indent_of (const Reader *reader, const char *p)
{
  int indent = 0;
  for (const char *q = reader->line_start; q < p; q = g_utf8_next_char (q)) {
    gunichar c = g_utf8_get_char_validated (q, p - q);
    indent = c == '\t' ? indent / 8 * 8 + 8 : indent + (c == 0x3000 ? 2 : 1);
  }
  return indent;
}

static void begin_value (Reader *reader, const char *p, const char *end)
{
  reader->rest_end = cut_comment (p, end);
  reader->rest = tz_utf8_skip_blanks (p, reader->rest_end);
  if (reader->rest < reader->rest_end && reader->value_place.line == 0)
    reader->value_place = place_of (reader, reader->rest);
}

/* A line that an editor indented, perhaps: "width = 3em" or "[page]" all alone. */
static gboolean looks_like_key (const char *p, const char *end)
{
  if (*p == '[' && end[-1] == ']')
    return TRUE;
  if (!g_ascii_isalpha (*p))
    return FALSE;
  while (p < end && (g_ascii_isalnum (*p) || *p == '-' || *p == '_' || *p == '.'))
    p++;
  p = tz_utf8_skip_blanks (p, end);
  return p < end && *p == '=';
}

static void take_continuation (Reader *reader, const char *p, const char *end)
{
  if (looks_like_key (p, end)) {
    TzPlace place = place_of (reader, p);
    tz_diag_add (reader->diag, TZ_WARNING, &place, "ini-indent",
                 _ ("this line begins further right than “%s” and so continues its value; if it should stand "
                    "for itself, "
                    "begin it at the left"),
                 reader->key);
  }
  g_string_append_c (reader->value, '\n');
  begin_value (reader, p, end);
}

/* Marks of the Chinese keyboard where INI wants ASCII ones. TRUE if the line is done with. */
static gboolean report_full_width (Reader *reader, const char *p, const char *end)
{
  static const struct {
    const char *mark, *message;
  } first_marks[] = {
    { "【", N_ ("sections are written with half-width brackets: write [book], not 【book】") },
    { "［", N_ ("sections are written with half-width brackets: write [book], not ［book］") },
    { "；", N_ ("comments begin with a half-width “;” or “#”; write that here") },
    { "＃", N_ ("comments begin with a half-width “;” or “#”; write that here") },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (first_marks); i++)
    if (begins_with (p, end, first_marks[i].mark)) {
      report (reader, p, _ (first_marks[i].message));
      return TRUE;
    }
  return FALSE;
}

/* TRUE if there is a line for inih in BUFFER. */
static gboolean take_section (Reader *reader, const char *p, const char *end, char *buffer, int room)
{
  char *kind, *name;
  const char *close = memchr (p, ']', (gsize)(end - p));
  if (close == NULL) {
    gboolean full_width = find (p, end, "】") != NULL || find (p, end, "］") != NULL;
    report (reader, p,
            full_width ? _ ("the section's closing bracket must be a half-width “]”; write that here")
                       : _ ("the section lacks its closing bracket; add “]”"));
    return FALSE;
  }
  const char *behind = tz_utf8_skip_blanks (close + 1, end);
  if (behind < end && *behind != ';' && *behind != '#') {
    report (reader, behind, _ ("nothing but a comment may follow the section's “]”; begin a new line here"));
    return FALSE;
  }
  if (!tz_ini_split_title (p + 1, (gsize)(close - p - 1), &kind, &name)) {
    report (reader, p, _ ("the section has no name; write it between the brackets, such as [book]"));
    return FALSE;
  }
  reader->section = tz_ini_store_section (reader->ini, kind, name, place_of (reader, p));
  reader->handed = HANDED_SECTION;
  g_snprintf (buffer, (gulong)room, "[%d]\n", ++reader->n_titles);
  g_free (kind);
  g_free (name);
  return TRUE;
}

static void report_no_separator (Reader *reader, const char *p, const char *end)
{
  const char *mark = find (p, end, "＝");
  if (mark == NULL)
    mark = find (p, end, "：");
  if (mark != NULL)
    report (reader, mark, _ ("a key and its value are separated by a half-width “=”; write that here"));
  else
    report (reader, p,
            _ ("this line is neither [section] nor key = value; if it continues the value above, begin it with "
               "blanks, if it is a comment, with “;”"));
}

static gboolean take_key (Reader *reader, const char *p, const char *end, char *buffer, int room)
{
  const char *separator = p;
  while (separator < end && *separator != '=' && *separator != ':')
    separator++;
  const char *key_end = tz_utf8_drop_blanks (p, separator);
  const char *full_width = find (p, key_end, "＝");
  if (separator == end || full_width != NULL) {
    report_no_separator (reader, p, separator);
    return FALSE;
  }
  if (key_end == p || key_end - p > MAX_KEY || key_end - p + 4 > room) {
    report (reader, p,
            key_end == p ? _ ("there is no key before the “=”; write one, or a “;” if the line is a comment")
                         : _ ("the key before the “=” is too long; write a short word"));
    return FALSE;
  }
  reader->handed = HANDED_KEY;
  reader->key_place = place_of (reader, p);
  reader->key_indent = indent_of (reader, p);
  reader->value_place.line = 0;
  begin_value (reader, separator + 1, end);
  g_snprintf (buffer, (gulong)room, "%.*s =\n", (int)(key_end - p), p);
  return TRUE;
}

/* Reads the next line of the file. TRUE if there is something for inih: in BUFFER, or in reader->rest. */
static gboolean take_line (Reader *reader, char *buffer, int room)
{
  const char *newline = memchr (reader->next, '\n', (gsize)(reader->end - reader->next));
  const char *line_end = newline != NULL ? newline : reader->end;
  reader->line_start = reader->next;
  reader->next = newline != NULL ? newline + 1 : reader->end;
  reader->line++;

  const char *end = tz_utf8_drop_blanks (reader->line_start, line_end);
  const char *p = tz_utf8_skip_blanks (reader->line_start, end);
  if (p == end || *p == ';' || *p == '#')
    return FALSE;
  if (reader->key != NULL && p > reader->line_start && indent_of (reader, p) > reader->key_indent) {
    take_continuation (reader, p, end);
    return reader->rest < reader->rest_end;
  }
  store_key (reader);
  if (report_full_width (reader, p, end))
    return FALSE;
  return *p == '[' ? take_section (reader, p, end, buffer, room) : take_key (reader, p, end, buffer, room);
}

/* Hands out the next piece of the value. It ends before a semicolon, so that the next one begins with it: inih
 * takes " ;" for a comment, but not a semicolon at the piece's beginning, behind the mark. */
static void hand_out_piece (Reader *reader, char *buffer, int room)
{
  const char *start = reader->rest;
  gsize n = MIN ((gsize)(reader->rest_end - start), (gsize)MIN (MAX_PIECE, room - 8));
  for (gsize i = 1; i < n; i++)
    if (start[i] == ';')
      n = i;
  reader->rest += n;
  reader->handed = HANDED_PIECE;

  *buffer++ = ' ';
  *buffer++ = PIECE_MARK;
  buffer = (char *)memcpy (buffer, start, n) + n;
  *buffer++ = PIECE_MARK;
  *buffer++ = '\n';
  *buffer = '\0';
}

static void judge_last_line (Reader *reader)
{
  if (reader->understood || (reader->handed != HANDED_KEY && reader->handed != HANDED_PROBE))
    return;
  report (
      reader, reader->line_start,
      _ ("this line cannot be understood; write [section], key = value, or a comment that begins with “;”"));
  reader->rest = reader->rest_end; /* the key was not understood: its value is skipped */
}

/* The reader that inih calls in place of fgets. */
static char *hand_out (char *buffer, int room, void *data)
{
  Reader *reader = data;
  judge_last_line (reader);
  reader->understood = FALSE;

  if (reader->handed == HANDED_SECTION) {
    reader->handed = HANDED_PROBE;
    g_strlcpy (buffer, "=\n", (gsize)room);
    return buffer;
  }
  reader->handed = HANDED_NOTHING;
  while (reader->rest == reader->rest_end && reader->next < reader->end)
    if (take_line (reader, buffer, room) && reader->handed != HANDED_NOTHING)
      return buffer;
  if (reader->rest == reader->rest_end)
    return NULL;
  hand_out_piece (reader, buffer, room);
  return buffer;
}

TzIni *tz_ini_parse (const char *text, gsize length, const char *shown, TzDiag *diag)
{
  Reader reader = { .ini = tz_ini_new (shown), .file = g_intern_string (shown), .diag = diag };
  reader.value = g_string_new (NULL);
  reader.end = text + length;
  reader.next = begins_with (text, reader.end, "\xEF\xBB\xBF") ? text + 3 : text;

  /* Its result, the first bad line, is in the findings already. */
  ini_parse_stream (hand_out, &reader, on_key, &reader);
  store_key (&reader);
  g_string_free (reader.value, TRUE);
  if (!reader.failed)
    return reader.ini;
  tz_ini_free (reader.ini);
  return NULL;
}

TzIni *tz_ini_load (const char *path, const char *shown, TzDiag *diag)
{
  gsize length;
  char *text = tz_text_load (path, shown, NULL, diag, &length);
  if (text == NULL)
    return NULL;
  TzIni *ini = tz_ini_parse (text, length, shown, diag);
  g_free (text);
  return ini;
}
