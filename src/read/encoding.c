#include "read/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/intl.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "read/file.h"
#include "read/gb18030.h"

#define SAMPLE_SIZE ((gsize)64 * 1024)

typedef struct {
  const char *name;       /* as users write it; '-' and '_' are optional */
  const char *iconv_name; /* NULL: UTF-8 itself */
  const char *mark;       /* byte-order mark, or NULL */
} Encoding;

/* GB18030 has GBK and GB2312 as parts, and Windows' code page 936 but for the euro sign (see read/gb18030.h).
 */
static const Encoding encodings[] = {
  { "utf-8", NULL, "\xEF\xBB\xBF" },
  { "utf-16le", "UTF-16LE", "\xFF\xFE" },
  { "utf-16be", "UTF-16BE", "\xFE\xFF" },
  { "gb18030", "GB18030", "\x84\x31\x95\x33" },
  { "gbk", "GB18030", NULL },
  { "gb2312", "GB18030", NULL },
  { "cp936", "GB18030", NULL },
  { "utf-16", "UTF-16LE", NULL }, /* its mark, if any, says which of the two */
};
static const Encoding *const utf8 = &encodings[0];
static const Encoding *const gb18030 = &encodings[3];

typedef struct {
  const guint8 *bytes;
  gsize size;
  const char *shown;
  TzDiag *diag;
  char *room; /* BYTES with room for one more behind them, if they may be overwritten; else NULL */
} Source;

/* UTF-8 that is either lent from the source's bytes or OWNED. */
typedef struct {
  const char *text;
  gsize length;
  char *owned;
  gsize bad; /* offset of the first undecodable byte; the source's size if there is none */
} Decoded;

/* ---- which encoding ---- */

static char *plain_name (const char *name)
{
  GString *plain = g_string_new (NULL);
  for (; *name != '\0'; name++)
    if (*name != '-' && *name != '_' && *name != ' ')
      g_string_append_c (plain, g_ascii_tolower (*name));
  return g_string_free (plain, FALSE);
}

static const Encoding *lookup_name (const char *name)
{
  const Encoding *found = NULL;
  char *wanted = plain_name (name);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings) && found == NULL; i++) {
    char *known = plain_name (encodings[i].name);
    if (strcmp (wanted, known) == 0)
      found = &encodings[i];
    g_free (known);
  }
  g_free (wanted);
  return found;
}

static void report_unknown_name (const Source *source, const char *name)
{
  const char *names[G_N_ELEMENTS (encodings) + 1] = { NULL };
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    names[i] = encodings[i].name;
  const char *near = tz_suggest (name, names);
  TzPlace place = tz_place_file (source->shown);

  if (near != NULL) {
    tz_diag_add (source->diag, TZ_ERROR, &place, "unknown-encoding",
                 _ ("there is no encoding “%s”; did you mean “%s”?"), name, near);
    return;
  }
  char *list = g_strjoinv (", ", (char **)names);
  tz_diag_add (source->diag, TZ_ERROR, &place, "unknown-encoding",
               _ ("there is no encoding “%s”; choose from: %s"), name, list);
  g_free (list);
}

static const Encoding *lookup_mark (const Source *source)
{
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++) {
    const char *mark = encodings[i].mark;
    if (mark != NULL && source->size >= strlen (mark) && memcmp (source->bytes, mark, strlen (mark)) == 0)
      return &encodings[i];
  }
  return NULL;
}

/* The encoding to try: that of the byte-order mark, which never stands there by chance, else what the user
 * said. */
static const Encoding *choose_by_name (const Source *source, const char *forced)
{
  const Encoding *named = lookup_name (forced);
  const Encoding *marked = lookup_mark (source);
  if (named == NULL) {
    report_unknown_name (source, forced);
    return NULL;
  }
  if (marked == NULL)
    return named;
  if (g_strcmp0 (named->iconv_name, marked->iconv_name) != 0 && !g_str_has_prefix (named->name, "utf-16")) {
    TzPlace place = tz_place_file (source->shown);
    tz_diag_add (source->diag, TZ_WARNING, &place, "encoding-mark",
                 _ ("the file begins with the mark of %s and is read so, not as %s; name the encoding of the "
                    "mark, or none"),
                 marked->name, named->name);
  }
  return marked;
}

/* ---- decoding ---- */

static Decoded decode_utf8 (const Source *source)
{
  Decoded decoded = { (const char *)source->bytes, source->size, NULL, source->size };
  const char *end;
  if (!g_utf8_validate_len (decoded.text, source->size, &end))
    decoded.bad = decoded.length = (gsize)(end - decoded.text);
  return decoded;
}

static Decoded decode_with_iconv (const Source *source, const char *iconv_name)
{
  iconv_t converter = iconv_open ("UTF-8", iconv_name);
  g_assert (converter != (iconv_t)-1); /* glibc has all of the table */

  gsize room = source->size + source->size / 2 + 16; /* two bytes become three at most, but for the euro */
  char *text = g_malloc (room);
  char *in = (char *)source->bytes, *out = text;
  gsize in_left = source->size, out_left = room - 1; /* finish needs one more */

  while (in_left > 0 && iconv (converter, &in, &in_left, &out, &out_left) == (gsize)-1) {
    gsize used = (gsize)(out - text);
    gunichar c = 0;
    int error = errno;
    gsize missing = error == EILSEQ && strcmp (iconv_name, gb18030->iconv_name) == 0
                        ? tz_gb18030_read_missing ((const guint8 *)in, in_left, &c)
                        : 0;
    if (error != E2BIG && missing == 0)
      break;
    if (out_left < 8) {
      room += room / 2;
      text = g_realloc (text, room);
    }
    if (missing > 0) {
      used += (gsize)g_unichar_to_utf8 (c, text + used);
      in += missing;
      in_left -= missing;
    }
    out = text + used;
    out_left = room - 1 - used;
  }
  iconv_close (converter);
  return (Decoded){ text, (gsize)(out - text), text, source->size - in_left };
}

static Decoded decode_as (const Source *source, const Encoding *encoding)
{
  return encoding->iconv_name == NULL ? decode_utf8 (source) : decode_with_iconv (source, encoding->iconv_name);
}

/* Nearly all bytes beyond ASCII stand in well-formed UTF-8 sequences: a UTF-8 file with a few damaged bytes,
 * which might well pass for GB18030 and come out as nonsense. A GBK text of ten hanzi or more never looks so.
 */
static gboolean is_damaged_utf8 (const Source *source)
{
  gsize good = 0, bad = 0;
  const char *p = (const char *)source->bytes;
  const char *end = p + source->size;
  while (p < end) {
    if ((guint8)*p < 0x80) {
      p++;
      continue;
    }
    gunichar c = g_utf8_get_char_validated (p, end - p);
    gboolean is_good = c != (gunichar)-1 && c != (gunichar)-2;
    const char *next = is_good ? g_utf8_next_char (p) : p + 1;
    *(is_good ? &good : &bad) += (gsize)(next - p);
    p = next;
  }
  return good >= 30 && good / 9 >= bad;
}

/* Strict UTF-8, else GB18030; of two failures the one that came further. */
static Decoded decode_by_content (const Source *source, const Encoding **encoding)
{
  *encoding = utf8;
  Decoded decoded = decode_utf8 (source);
  if (decoded.bad == source->size || is_damaged_utf8 (source))
    return decoded;
  Decoded other = decode_with_iconv (source, gb18030->iconv_name);
  if (other.bad < source->size && other.bad < decoded.bad) {
    g_free (other.owned);
    return decoded;
  }
  *encoding = gb18030;
  return other;
}

/* ---- places ---- */

/* The place just behind LENGTH bytes of TEXT, whose lines may still end in CR or CRLF. */
static TzPlace place_after (const Source *source, const char *text, gsize length)
{
  TzPlace place = tz_place_file (source->shown);
  gsize line_start = 0;
  place.line = 1;
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < length && text[i + 1] == '\n'))) {
      place.line++;
      line_start = i + 1;
    }
  if (line_start == 0 && length >= 3 && memcmp (text, utf8->mark, 3) == 0)
    line_start = 3; /* the byte-order mark is no character of the text */
  place.column = 1 + (int)g_utf8_strlen (text + line_start, (gssize)(length - line_start));
  return place;
}

static void report_undecodable (const Source *source, const Decoded *decoded, const Encoding *encoding,
                                gboolean guessed)
{
  TzPlace place = place_after (source, decoded->text, decoded->length);
  unsigned long byte = (unsigned long)decoded->bad + 1;
  unsigned value = source->bytes[decoded->bad];
  if (guessed)
    tz_diag_add (
        source->diag, TZ_ERROR, &place, "undecodable",
        _ ("byte %lu (hexadecimal %02X) fits neither UTF-8 nor GB18030 (GBK); open the original and save it "
           "again as “CSV UTF-8”"),
        byte, value);
  else
    tz_diag_add (source->diag, TZ_ERROR, &place, "undecodable",
                 _ ("byte %lu (hexadecimal %02X) is not valid in %s; name another encoding, or none, and it is "
                    "recognised from the file"),
                 byte, value, encoding->name);
}

/* ---- files that are no text ---- */

typedef struct {
  const char *magic;
  gsize length;
  const char *message;
} Container;

static gboolean report_container (const Source *source)
{
  static const Container containers[] = {
    { "PK\x03\x04", 4,
      N_ ("this is an Excel workbook (or another zip file), not text; open it and save it as “CSV UTF-8”") },
    { "\xD0\xCF\x11\xE0", 4,
      N_ ("this is a workbook or document of old Excel or Word, not text; open it and save it as “CSV "
          "UTF-8”") },
    { "%PDF-", 5, N_ ("this is a PDF file, not text; give the CSV or INI file it was made from") },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (containers); i++) {
    const Container *container = &containers[i];
    if (source->size < container->length || memcmp (source->bytes, container->magic, container->length) != 0)
      continue;
    TzPlace place = tz_place_file (source->shown);
    tz_diag_add (source->diag, TZ_ERROR, &place, "not-text", "%s", _ (container->message));
    return TRUE;
  }
  return FALSE;
}

/* Whether the zero bytes are halves of UTF-16 characters, those after (SIDE 1) or before (SIDE 0) their ASCII
 * bytes. A stray zero in another text stands beside no separator, or beside few of them. */
static gboolean are_halves (const Source *source, gsize sample, gsize n_zeros, int side)
{
  gsize n_separators = 0, n_halves = 0;
  for (gsize i = 0; i < sample; i++) {
    gsize other = side == 1 ? i + 1 : i - 1; /* before the first byte: a huge number, which is refused below */
    if (strchr (",;\t\n", source->bytes[i]) == NULL || source->bytes[i] == 0)
      continue;
    n_separators++;
    n_halves += other < source->size && source->bytes[other] == 0;
  }
  return n_separators > 0 ? 2 * n_halves >= n_separators : 4 * n_zeros >= sample;
}

/* UTF-16 without its mark shows in the zero bytes of ASCII characters: they all stand in odd places (low byte
 * first) or all in even ones. */
static gboolean report_unmarked_utf16 (const Source *source)
{
  gsize n[2] = { 0, 0 };
  gsize sample = MIN (source->size, SAMPLE_SIZE);
  for (gsize i = 0; i < sample; i++)
    if (source->bytes[i] == 0)
      n[i % 2]++;
  int side = n[0] == 0 ? 1 : 0;
  if ((n[0] == 0) == (n[1] == 0) || n[side] < sample / 100 || !are_halves (source, sample, n[side], side))
    return FALSE;

  TzPlace place = tz_place_file (source->shown);
  tz_diag_add (source->diag, TZ_ERROR, &place, "utf16-without-mark",
               _ ("this looks like UTF-16 (%s) without a byte-order mark; open the original and save it again "
                  "as “CSV UTF-8”"),
               n[0] == 0 ? "utf-16le" : "utf-16be");
  return TRUE;
}

/* ---- the decoded text ---- */

static void report_control (TzDiag *diag, TzPlace place, gunichar c)
{
  if (c == '\v' || c == '\f')
    tz_diag_add (diag, TZ_ERROR, &place, "control-character",
                 _ ("there is an invisible line or page break of Word (U+%04X) here; replace it by an ordinary "
                    "line end, or "
                    "delete it"),
                 (unsigned)c);
  else
    tz_diag_add (diag, TZ_ERROR, &place, "control-character",
                 _ ("there is an invisible control character (U+%04X) here; delete it"), (unsigned)c);
}

/* A zero byte belongs to no encoding of text but UTF-16, and would hide that the rest is sound. */
static gboolean report_zero (const Source *source)
{
  const guint8 *zero = memchr (source->bytes, 0, source->size);
  if (zero == NULL)
    return FALSE;
  Source before = { source->bytes, (gsize)(zero - source->bytes), source->shown, source->diag, NULL };
  const Encoding *unused;
  Decoded decoded = decode_by_content (&before, &unused);
  report_control (source->diag, place_after (source, decoded.text, decoded.length), 0);
  g_free (decoded.owned);
  return TRUE;
}

/* How far the lines of a clean text have been counted, so that it is gone over once however many findings there
 * are. */
typedef struct {
  gsize at, line_start; /* bytes */
  int line;
} LineCount;

static TzPlace next_place (const Source *source, LineCount *count, const char *text, gsize length)
{
  TzPlace place = tz_place_file (source->shown);
  for (; count->at < length; count->at++)
    if (text[count->at] == '\n') {
      count->line++;
      count->line_start = count->at + 1;
    }
  place.line = count->line;
  place.column = 1 + (int)g_utf8_strlen (text + count->line_start, (gssize)(length - count->line_start));
  return place;
}

static gboolean has_line_end (const char *start, const char *end)
{
  gsize n = (gsize)(end - start);
  return memchr (start, '\n', n) != NULL || memchr (start, '\r', n) != NULL;
}

/* Whether plain copying will not do at P: a CR, a control, or what may begin a C1 control or a non-character
 * (U+FDD0 begins with EF B7, U+FFFE with EF BF, those of other planes with F0 to F4). */
static gboolean needs_look (const guint8 *p)
{
  if (*p < 0x7F)
    return *p < 0x20 && *p != '\n' && *p != '\t';
  if (*p < 0xEF)
    return *p == 0x7F || *p == 0xC2;
  return *p > 0xEF || p[1] == 0xB7 || p[1] == 0xBF;
}

/* Copies to CLEAN, which may be at or before TEXT, with line ends as LF. FALSE if there were forbidden
 * characters, one finding for each line with some. */
static gboolean clean_text (const Source *source, const char *text, gsize length, char *clean,
                            gsize *clean_length)
{
  const char *end = text + length;
  const char *reported = NULL; /* the last forbidden character; its line has a finding */
  char *out = clean;
  gboolean good = TRUE;
  LineCount count = { 0, 0, 1 };

  for (const char *p = text; p < end;) {
    const char *run = p;
    while (p < end && !needs_look ((const guint8 *)p))
      p++;
    if (out != run)
      memmove (out, run, (gsize)(p - run));
    out += p - run;
    if (p == end)
      break;
    if (*p == '\r') {
      p += p + 1 < end && p[1] == '\n' ? 2 : 1;
      *out++ = '\n';
      continue;
    }
    gunichar c = g_utf8_get_char (p);
    gsize n = (gsize)(g_utf8_next_char (p) - p);
    if (!tz_char_is_printable (c)) {
      if (reported == NULL || has_line_end (reported, out)) {
        report_control (source->diag, next_place (source, &count, clean, (gsize)(out - clean)), c);
        good = FALSE;
      }
      reported = out;
    }
    memmove (out, p, n);
    out += n;
    p += n;
  }
  *out = '\0';
  *clean_length = good ? (gsize)(out - clean) : 0;
  return good;
}

/* Line ends, forbidden characters and the byte-order mark, which every encoding decodes to U+FEFF. */
static char *finish (const Source *source, const Decoded *decoded, gsize *length)
{
  const char *text = decoded->text;
  gsize n = decoded->length;
  char *clean = decoded->owned ? decoded->owned : source->room ? source->room : g_malloc (n + 1);
  g_assert (text != NULL);
  if (n >= 3 && memcmp (text, utf8->mark, 3) == 0) {
    text += 3;
    n -= 3;
  }
  if (clean_text (source, text, n, clean, length))
    return clean;
  if (clean != decoded->owned && clean != source->room)
    g_free (clean);
  return NULL;
}

static char *decode (const Source *source, const char *forced, gsize *length)
{
  const Encoding *encoding = forced != NULL ? choose_by_name (source, forced) : lookup_mark (source);
  gboolean guessed = encoding == NULL;
  if (guessed && forced != NULL)
    return NULL;
  gboolean is_utf16 = encoding != NULL && g_str_has_prefix (encoding->name, "utf-16");
  if (report_container (source) || (guessed && report_unmarked_utf16 (source)) ||
      (!is_utf16 && report_zero (source)))
    return NULL;

  char *text = NULL;
  Decoded decoded = guessed ? decode_by_content (source, &encoding) : decode_as (source, encoding);
  if (decoded.bad < source->size)
    report_undecodable (source, &decoded, encoding, guessed);
  else
    text = finish (source, &decoded, length);
  if (text != decoded.owned)
    g_free (decoded.owned);
  return text;
}

static char *decode_source (const Source *source, const char *forced, gsize *length)
{
  gsize unused;
  if (length == NULL)
    length = &unused;
  *length = 0;
  if (source->size > TZ_MAX_FILE_SIZE) {
    tz_file_report_size (source->shown, source->diag);
    return NULL;
  }
  if (source->size == 0)
    return g_strdup ("");
  return decode (source, forced, length);
}

char *tz_text_decode (const char *bytes, gsize size, const char *shown, const char *forced, TzDiag *diag,
                      gsize *length)
{
  Source source = { (const guint8 *)bytes, size, shown, diag, NULL };
  return decode_source (&source, forced, length);
}

/* The bytes are this function's own, so that the text may be written over them. */
char *tz_text_load (const char *path, const char *shown, const char *forced, TzDiag *diag, gsize *length)
{
  GByteArray *bytes = tz_file_load (path, shown, diag);
  if (bytes == NULL)
    return NULL;
  gsize size = bytes->len;
  g_byte_array_set_size (bytes, (guint)size + 1);
  char *room = (char *)g_byte_array_free (bytes, FALSE);
  Source source = { (const guint8 *)room, size, shown, diag, room };
  char *text = decode_source (&source, forced, length);
  if (text != room)
    g_free (room);
  return text;
}
