#include "read/csv.h"

#include <csv.h>
#include <string.h>

#include "base/intl.h"
#include "base/texts.h"
#include "base/utf8.h"
#include "read/encoding.h"
#include "read/separator.h"

/* Excel's limits (ECMA-376 leaves them to the program): what goes beyond cannot become a workbook. */
#define MAX_COLUMNS    16384
#define MAX_ROWS       1048576
#define MAX_CELL_CHARS 32767

/* Short records are padded to the header's width, so a small file could ask for any amount of memory. 32
 * million cells are 512 MiB, and twice what 68,000 rows of 200 columns need. */
#define MAX_CELLS (32 * 1024 * 1024)

/* Strict, so that libcsv stops at a quote out of place instead of passing over it; every line end reported, so
 * that blank lines count as rows. */
#define STRICT_OPTIONS  (CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)
#define RELAXED_OPTIONS CSV_REPALL_NL

struct TzCsv {
  const char *file;
  TzTexts *texts;       /* of all fields */
  TzField *fields;      /* all records, WIDTH fields each, the header first */
  TzCsvRecord *records; /* the header first */
  int n_records, n_columns;
};

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
  GArray *fields;     /* of TzField */
  GArray *records;    /* of TzCsvRecord, the header first; .fields is set at the end */
  guint record_start; /* its first field in fields */
  int n_fields;       /* read so far in this record, stored or not */
  gboolean has_text, has_excess_text;

  int width;                /* fields of the header, 0 until it is read */
  int n_titled, n_filled;   /* columns up to the last one with a title, with a text in any record */
  gboolean failed, stopped; /* an error was found; going on would make no sense */
} Reader;

static TzPlace place_at (const Reader *reader, int line, int column, int col)
{
  TzPlace place = { reader->file, line, column, reader->row, col };
  return place;
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
  TzPlace place = place_at (reader, reader->field_line, reader->field_column, reader->n_fields + 1);
  tz_diag_add (reader->diag, TZ_WARNING, &place, "long-cell",
               _ ("the cell has more than %d characters: the PDF takes all of them, a cell in Excel does not; "
                  "shorten it, or "
                  "divide it into several rows"),
               MAX_CELL_CHARS);
}

/* ---- records ---- */

static gboolean is_beyond_header (const Reader *reader)
{
  return reader->width > 0 && reader->n_fields >= reader->width;
}

static void report_excess_text (Reader *reader)
{
  TzPlace place = place_at (reader, reader->field_line, reader->field_column, reader->n_fields + 1);
  tz_diag_add (reader->diag, TZ_ERROR, &place, "ragged-row",
               _ ("this row has more cells than the first line has titles (%d); put \"…\" around a text that "
                  "contains the "
                  "separator, or add a title"),
               reader->width);
  reader->has_excess_text = reader->failed = TRUE;
}

static void on_field (void *bytes, size_t length, void *data)
{
  Reader *reader = data;
  gsize n_bytes;
  TzField field = { store_text (reader, bytes, length, &n_bytes), reader->field_line, reader->field_column };
  gboolean has_text = *field.text != '\0';

  reader->field_begun = reader->field_warned = FALSE;
  reader->has_text = reader->has_text || has_text;
  if (has_text)
    check_length (reader, field.text, n_bytes);
  if (!is_beyond_header (reader))
    g_array_append_val (reader->fields, field);
  else if (has_text && !reader->has_excess_text)
    report_excess_text (reader);
  reader->n_fields++;

  if (reader->width == 0 && reader->n_fields > MAX_COLUMNS && !reader->stopped) {
    TzPlace place = place_at (reader, reader->field_line, reader->field_column, 0);
    tz_diag_add (reader->diag, TZ_ERROR, &place, "too-many-columns",
                 _ ("the first line has more than %d columns, more than Excel can hold; check the separator"),
                 MAX_COLUMNS);
    fail (reader);
  }
}

static int count_filled (const TzField *fields, int n)
{
  while (n > 0 && *fields[n - 1].text == '\0')
    n--;
  return n;
}

static const TzField *fields_of_record (const Reader *reader)
{
  return &g_array_index (reader->fields, TzField, reader->record_start);
}

static void warn_about_width (Reader *reader)
{
  TzPlace place = place_at (reader, reader->line, 0, 0);
  place.line = fields_of_record (reader)->line;
  if (reader->n_fields < reader->n_titled)
    tz_diag_add (reader->diag, TZ_WARNING, &place, "ragged-row",
                 _ ("this row has fewer cells (%d) than the first line has titles (%d); the others count as "
                    "empty: check that none was forgotten"),
                 reader->n_fields, reader->n_titled);
  if (reader->n_fields > reader->width && !reader->has_excess_text)
    tz_diag_add (reader->diag, TZ_WARNING, &place, "ragged-row",
                 _ ("this row has more cells (%d) than the first line has titles (%d); the empty ones at its "
                    "end are left out: delete them"),
                 reader->n_fields, reader->width);
}

static void pad (Reader *reader)
{
  TzField empty = { "", reader->line, 0 };
  for (int i = reader->n_fields; i < reader->width; i++)
    g_array_append_val (reader->fields, empty);
}

static void check_size (Reader *reader)
{
  TzPlace place = place_at (reader, reader->line, 0, 0);
  if (reader->row > MAX_ROWS)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "too-many-rows",
                 _ ("the file has more than %d rows, more than Excel can hold; split it into several"),
                 MAX_ROWS);
  else if (reader->fields->len > MAX_CELLS)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "too-many-cells",
                 _ ("the file has more than %d cells, empty ones included; split it into several"), MAX_CELLS);
  else
    return;
  fail (reader);
}

static void end_record (Reader *reader)
{
  TzCsvRecord record = { reader->row, fields_of_record (reader)->line, 0, NULL };
  if (reader->width == 0) {
    reader->width = reader->n_fields;
    reader->n_titled = count_filled (fields_of_record (reader), reader->width);
  }
  warn_about_width (reader);
  pad (reader);
  reader->n_filled = MAX (reader->n_filled, count_filled (fields_of_record (reader), reader->width));
  g_array_append_val (reader->records, record);
  check_size (reader);
}

/* After a record, and for every blank line. */
static void on_row (int terminator G_GNUC_UNUSED, void *data)
{
  Reader *reader = data;
  if (reader->has_text && !reader->stopped)
    end_record (reader);
  else
    g_array_set_size (reader->fields, reader->record_start);

  reader->row++;
  reader->record_start = reader->fields->len;
  reader->n_fields = 0;
  reader->has_text = reader->has_excess_text = reader->field_begun = FALSE;
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
  TzPlace place = place_at (reader, reader->line, column, reader->n_fields + 1);
  tz_diag_add (reader->diag, TZ_WARNING, &place, "stray-quote",
               _ ("there is a quote \" within this cell; it is printed as it is: check that it belongs there, "
                  "or use “ and ”"));
  reader->field_warned = TRUE;
}

/* Ends the reading: the cell may end here or at a later quote, so that nobody can tell where the next one
 * begins. */
static void report_text_after_quote (Reader *reader, int column)
{
  TzPlace place = place_at (reader, reader->line, column, reader->n_fields + 1);
  tz_diag_add (reader->diag, TZ_ERROR, &place, "stray-quote",
               _ ("the quoted cell that begins at line %d, column %d ends here, but its text goes on; write "
                  "each quote within "
                  "it twice (\"\"), or use “ and ”"),
               reader->field_line, reader->field_column);
  fail (reader);
}

static void report_unclosed_quote (Reader *reader)
{
  TzPlace place = place_at (reader, reader->field_line, reader->field_column, reader->n_fields + 1);
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
  reader->fields = g_array_new (FALSE, FALSE, sizeof (TzField));
  reader->records = g_array_new (FALSE, FALSE, sizeof (TzCsvRecord));
}

static void check_content (Reader *reader)
{
  TzPlace place = tz_place_file (reader->file);
  if (reader->failed)
    return;
  if (reader->records->len == 0)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "empty-file",
                 _ ("the file is empty; write the column titles into its first line and the data below"));
  else if (reader->records->len == 1)
    tz_diag_add (reader->diag, TZ_ERROR, &place, "no-records",
                 _ ("the file has only a first line with titles; add at least one row of data"));
  if (reader->records->len < 2)
    fail (reader);
}

/* Takes over the reader's arrays. Excel keeps empty columns that were once used: those behind the last one with
 * a title or a text are left out. */
static TzCsv *make_csv (Reader *reader)
{
  TzCsv *csv = g_new0 (TzCsv, 1);
  guint n = reader->records->len;
  csv->file = reader->file;
  csv->n_columns = MAX (reader->n_titled, reader->n_filled);
  csv->n_records = (int)n - 1;
  csv->texts = reader->texts;
  csv->fields = (TzField *)(gpointer)g_array_free (reader->fields, FALSE);

  TzCsvRecord *records = (TzCsvRecord *)(gpointer)g_array_free (reader->records, FALSE);
  for (guint i = 0; i < n; i++) {
    records[i].fields = csv->fields + (gsize)i * (gsize)reader->width;
    records[i].n_fields = csv->n_columns;
  }
  csv->records = records;
  return csv;
}

static TzCsv *reader_end (Reader *reader)
{
  csv_free (&reader->csv);
  tz_texts_settle (reader->texts);
  if (!reader->failed)
    return make_csv (reader);
  tz_texts_unref (reader->texts);
  g_array_free (reader->fields, TRUE);
  g_array_free (reader->records, TRUE);
  return NULL;
}

TzCsv *tz_csv_parse (const char *text, gsize length, const char *shown, char separator, TzDiag *diag)
{
  Reader reader;
  char own = 0;
  gsize skipped = tz_separator_skip_line (text, length, &own);
  int line = skipped > 0 ? 2 : 1;

  if (separator == 0)
    separator = own;
  if (separator == 0)
    separator = tz_separator_guess (text + skipped, length - skipped, line, shown, diag);
  reader_init (&reader, shown, separator, diag);
  reader.line = line;
  read_text (&reader, text + skipped, text + length);
  check_content (&reader);
  return reader_end (&reader);
}

TzCsv *tz_csv_load (const char *path, const char *shown, const char *encoding, TzDiag *diag)
{
  gsize length;
  char *text = tz_text_load (path, shown, encoding, diag, &length);
  if (text == NULL)
    return NULL;
  TzCsv *csv = tz_csv_parse (text, length, shown, 0, diag);
  g_free (text);
  return csv;
}

void tz_csv_free (TzCsv *csv)
{
  if (csv == NULL)
    return;
  g_free (csv->records);
  g_free (csv->fields);
  tz_texts_unref (csv->texts);
  g_free (csv);
}

TzTexts *tz_csv_texts (const TzCsv *csv)
{
  return csv->texts;
}

const char *tz_csv_file (const TzCsv *csv)
{
  return csv->file;
}

int tz_csv_n_columns (const TzCsv *csv)
{
  return csv->n_columns;
}

const TzCsvRecord *tz_csv_header (const TzCsv *csv)
{
  return &csv->records[0];
}

int tz_csv_n_records (const TzCsv *csv)
{
  return csv->n_records;
}

const TzCsvRecord *tz_csv_record (const TzCsv *csv, int i)
{
  g_assert (i >= 0 && i < csv->n_records);
  return &csv->records[i + 1];
}

TzPlace tz_csv_place (const TzCsv *csv, const TzCsvRecord *record, int column)
{
  g_assert (column >= 0 && column < record->n_fields);
  const TzField *field = &record->fields[column];
  TzPlace place = { csv->file, field->line, field->column, record->row, column + 1 };
  return place;
}
