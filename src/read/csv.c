#include "read/csv.h"

#include <csv.h>
#include <string.h>

#include "base/intl.h"
#include "base/texts.h"
#include "base/utf8.h"
#include "read/encoding.h"
#include "read/separator.h"

/* What a cell of Excel's holds. */
#define MAX_CELL_CHARS 32767

/* Rows above a head in whose first cell alone something stands, so that they hold no separator. */
enum { N_ABOVE = 14 };

/* Strict, so that libcsv stops at a quote out of place instead of passing over it; every line end reported, so
 * that blank lines count as rows. */
#define STRICT_OPTIONS  (CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)
#define RELAXED_OPTIONS CSV_REPALL_NL

/* libcsv tells no places. It is fed in pieces, each of which ends at a separator, a quote or a line end, so a
 * field that it reports has ended at the last character of the piece just fed. */
typedef struct {
  struct csv_parser csv;
  TzDiag *diag;
  const char *file;
  char separator;
  guint8 is_special[256]; /* bytes that end a piece */

  int line, column; /* where the next piece begins */
  int row;          /* of the record being read */

  gboolean field_begun, field_warned;
  int field_line, field_column;

  TzTexts *texts;
  TzRowsMaker *maker;
  gboolean row_begun;
  gboolean keep_indent;     /* full-width blanks before a text stay with it */
  gboolean failed, stopped; /* an error was found; going on would make no sense */
} Reader;

static TzPlace place_at (const Reader *reader, int line, int column, int col)
{
  TzPlace place = { reader->file, line, column, reader->row, col };
  return place;
}

/* Fields of the row that were read so far. */
static int n_fields (const Reader *reader)
{
  return reader->row_begun ? tz_rows_maker_n_fields (reader->maker) : 0;
}

static void fail (Reader *reader)
{
  reader->failed = reader->stopped = TRUE;
}

/* ---- the text of a field ---- */

/* Keeps the text without blanks at its ends and at the ends of its lines; *N is its length. */
static const char *store_text (Reader *reader, const char *start, gsize length, gsize *n_bytes)
{
  const char *end = tz_utf8_drop_blanks (start, start + length);
  const char *p = tz_utf8_skip_blanks (start, end);
  if (reader->keep_indent && p < end)
    p = tz_utf8_back_to_indent (start, p);
  char *text = tz_texts_begin (reader->texts, (gsize)(end - p)), *out = text;

  for (const char *newline; (newline = memchr (p, '\n', (gsize)(end - p))) != NULL; p = newline + 1) {
    gsize n = (gsize)(tz_utf8_drop_blanks (p, newline) - p);
    out = (char *)memcpy (out, p, n) + n;
    *out++ = '\n';
  }
  out = (char *)memcpy (out, p, (gsize)(end - p)) + (end - p);
  *n_bytes = (gsize)(out - text);
  return tz_texts_end (reader->texts, *n_bytes);
}

static void check_length (Reader *reader, const char *text, gsize n_bytes)
{
  if (n_bytes <= MAX_CELL_CHARS || g_utf8_strlen (text, -1) <= MAX_CELL_CHARS)
    return;
  TzPlace place = place_at (reader, reader->field_line, reader->field_column, n_fields (reader) + 1);
  tz_diag_add (reader->diag, TZ_WARNING, &place, "long-cell",
               _ ("the cell has more than %d characters: the PDF takes all of them, a cell in Excel does not; "
                  "shorten it, or "
                  "divide it into several rows"),
               MAX_CELL_CHARS);
}

/* ---- rows ---- */

static void on_field (void *bytes, size_t length, void *data)
{
  Reader *reader = data;
  gsize n_bytes;
  const char *text = store_text (reader, bytes, length, &n_bytes);
  if (!reader->row_begun)
    tz_rows_maker_begin (reader->maker, reader->row, reader->field_line);
  if (*text != '\0')
    check_length (reader, text, n_bytes);
  reader->row_begun = TRUE;
  tz_rows_maker_add (reader->maker, text, reader->field_line, reader->field_column, NULL);
  reader->stopped |= tz_rows_maker_is_full (reader->maker);
  reader->field_begun = reader->field_warned = FALSE;
}

/* After a row, and for every blank line. Beyond any limit reading ends; the maker says why. */
static void on_row (int terminator G_GNUC_UNUSED, void *data)
{
  Reader *reader = data;
  if (reader->row_begun)
    tz_rows_maker_end (reader->maker, reader->line);
  reader->row_begun = reader->field_begun = FALSE;
  reader->row++;
  reader->stopped |= tz_rows_maker_is_full (reader->maker);
}

/* ---- feeding libcsv ---- */

/* Notes where the field begins that the piece from P to END belongs to: at its first character that is no
 * blank, or at what ends it. */
static void note_field_begin (Reader *reader, const char *p, const char *end)
{
  int column = reader->column;
  if (reader->field_begun)
    return;
  while (p + 1 < end && (*p == ' ' || *p == '\t')) {
    p++;
    column++;
  }
  reader->field_begun = TRUE;
  reader->field_line = reader->line;
  reader->field_column = column;
}

static void warn_about_quote (Reader *reader, int column)
{
  if (reader->field_warned)
    return;
  TzPlace place = place_at (reader, reader->line, column, n_fields (reader) + 1);
  tz_diag_add (reader->diag, TZ_WARNING, &place, "stray-quote",
               _ ("there is a quote \" within this cell; it is printed as it is: check that it belongs there, "
                  "or use “ and ”"));
  reader->field_warned = TRUE;
}

/* Ends the reading: the cell may end here or at a later quote, so that nobody can tell where the next one
 * begins. */
static void report_text_after_quote (Reader *reader, int column)
{
  TzPlace place = place_at (reader, reader->line, column, n_fields (reader) + 1);
  tz_diag_add (reader->diag, TZ_ERROR, &place, "stray-quote",
               _ ("the quoted cell that begins at line %d, column %d ends here, but its text goes on; write "
                  "each quote within "
                  "it twice (\"\"), or use “ and ”"),
               reader->field_line, reader->field_column);
  fail (reader);
}

static void report_unclosed_quote (Reader *reader)
{
  TzPlace place = place_at (reader, reader->field_line, reader->field_column, n_fields (reader) + 1);
  tz_diag_add (
      reader->diag, TZ_ERROR, &place, "unclosed-quote",
      _ ("the quote that begins this cell is never closed; add the closing quote, or remove this one"));
  fail (reader);
}

/* Hands a piece to libcsv; where strict reading stops at a quote, lets just that byte pass. */
static void feed (Reader *reader, const char *piece, gsize length)
{
  for (gsize used = 0; !reader->stopped;) {
    used += csv_parse (&reader->csv, piece + used, length - used, on_field, on_row, reader);
    if (used == length)
      return;
    if (csv_error (&reader->csv) != CSV_EPARSE)
      g_error ("out of memory"); /* as GLib does */
    int column = reader->column + (int)g_utf8_strlen (piece, (gssize)used);
    if (reader->csv.quoted) {
      report_text_after_quote (reader, column);
      return;
    }
    warn_about_quote (reader, column);
    csv_set_opts (&reader->csv, RELAXED_OPTIONS);
    used += csv_parse (&reader->csv, piece + used, 1, on_field, on_row, reader);
    csv_set_opts (&reader->csv, STRICT_OPTIONS);
  }
}

static void read_text (Reader *reader, const char *text, const char *end)
{
  const char *p = text;
  while (p < end && !reader->stopped) {
    const char *piece = p;
    int n_chars = 0;
    do
      n_chars += ((guint8)*p & 0xC0) != 0x80;
    while (!reader->is_special[(guint8)*p++] && p < end);
    note_field_begin (reader, piece, p);
    feed (reader, piece, (gsize)(p - piece));
    reader->column += n_chars;
    if (p[-1] == '\n') {
      reader->line++;
      reader->column = 1;
    }
  }
  if (reader->stopped)
    return;
  if (!reader->field_begun)
    note_field_begin (reader, end, end);
  if (csv_fini (&reader->csv, on_field, on_row, reader) != 0)
    report_unclosed_quote (reader);
}

/* ---- the whole ---- */

static void reader_init (Reader *reader, const char *shown, char separator, TzDiag *diag)
{
  *reader = (Reader){ .diag = diag, .file = g_intern_string (shown), .separator = separator };
  reader->line = reader->column = reader->row = 1;
  reader->is_special[(guint8)separator] = reader->is_special['"'] = reader->is_special['\n'] = TRUE;
  if (csv_init (&reader->csv, STRICT_OPTIONS) != 0)
    g_error ("out of memory");
  csv_set_delim (&reader->csv, (guchar)separator);
  csv_set_blk_size (&reader->csv, 4096);
  reader->texts = tz_texts_new ();
  reader->maker = tz_rows_maker_new (shown, reader->texts, FALSE);
}

static TzRows *reader_end (Reader *reader)
{
  csv_free (&reader->csv);
  tz_texts_settle (reader->texts);
  TzRows *rows = NULL;
  if (reader->failed)
    tz_rows_maker_free (reader->maker);
  else {
    tz_rows_maker_set_last (reader->maker, reader->row - 1);
    rows = tz_rows_maker_finish (reader->maker, reader->diag);
  }
  tz_texts_unref (reader->texts);
  return rows;
}

static TzRows *read_rows (const char *text, gsize length, const char *shown, char separator,
                          gboolean keep_indent, TzDiag *diag)
{
  Reader reader;
  char own = 0;
  gsize skipped = tz_separator_skip_line (text, length, &own);
  int line = skipped > 0 ? 2 : 1;

  if (separator == 0)
    separator = own;
  if (separator == 0)
    separator =
        tz_separator_guess (text + skipped, length - skipped, line, keep_indent ? N_ABOVE + 1 : 1, shown, diag);
  reader_init (&reader, shown, separator, diag);
  reader.line = line;
  reader.keep_indent = keep_indent;
  read_text (&reader, text + skipped, text + length);
  return reader_end (&reader);
}

TzRows *tz_csv_rows (const char *text, gsize length, const char *shown, char separator, TzDiag *diag)
{
  return read_rows (text, length, shown, separator, TRUE, diag);
}

TzRecords *tz_csv_parse (const char *text, gsize length, const char *shown, char separator, TzDiag *diag)
{
  TzRows *rows = read_rows (text, length, shown, separator, FALSE, diag);
  return rows ? tz_records_from_first_row (rows, diag) : NULL;
}

TzRecords *tz_csv_load (const char *path, const char *shown, const char *encoding, TzDiag *diag)
{
  gsize length;
  char *text = tz_text_load (path, shown, encoding, diag, &length);
  if (text == NULL)
    return NULL;
  TzRecords *records = tz_csv_parse (text, length, shown, 0, diag);
  g_free (text);
  return records;
}
