#include "output/xlsx/text.h"

#include "base/utf8.h"

#include <string.h>

static gboolean is_escape_like (const char *p)
{
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (p[i]))
      return FALSE;
  return p[6] == '_';
}

/* Looks closely only where a byte may begin an escape or a character that XML cannot
 * hold: below a blank, DEL, C1 (C2 …), U+FDD0 and U+FFFE (EF …), other planes (F0 …). */
static gboolean needs_escape (const char *text)
{
  for (const guint8 *p = (const guint8 *)text; *p; p++) {
    if (*p >= ' ' && *p != '_' && *p != 0x7F && *p != 0xC2 && *p < 0xED)
      continue;
    if (is_escape_like ((const char *)p) || !tz_char_is_printable (tz_utf8_get ((const char *)p)))
      return TRUE;
  }
  return FALSE;
}

char *tz_xlsx_escape (const char *text)
{
  if (!needs_escape (text))
    return NULL;
  GString *out = g_string_sized_new (strlen (text) + 8);
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (is_escape_like (p))
      g_string_append (out, "_x005F_");
    else
      g_string_append_unichar (out, tz_char_is_printable (c) ? c : 0xFFFD);
  }
  return g_string_free (out, FALSE);
}

/* Line feeds in TEXT, at most MOST. */
static int count_feeds (const char *text, int most)
{
  int n = 0;
  for (; n < most && (text = strchr (text, '\n')) != NULL; text++)
    n++;
  return n;
}

gsize tz_xlsx_head_bytes (const char *text)
{
  gsize whole = strlen (text); /* no fewer bytes than UTF-16 units */
  if (whole <= TZ_XLSX_MAX_CHARS && count_feeds (text, TZ_XLSX_MAX_FEEDS + 1) <= TZ_XLSX_MAX_FEEDS)
    return whole;
  gsize end = 0, after_feed = 0;
  int units = 0, feeds = 0;
  while (text[end]) {
    gunichar c = g_utf8_get_char (text + end);
    units += c > 0xFFFF ? 2 : 1;
    feeds += c == '\n';
    if (units > TZ_XLSX_MAX_CHARS || feeds > TZ_XLSX_MAX_FEEDS)
      return after_feed > 0 ? after_feed : end;
    end = (gsize)(g_utf8_next_char (text + end) - text);
    if (c == '\n')
      after_feed = end;
  }
  return end;
}

/* ---- lines ---- */

/* How Excel breaks lines: it keeps closing marks off a line's start and opening marks
 * off its end by taking the neighbour along, and never squeezes marks. */
enum {
  WIDE = 1 << 0, /* a full em */
  OPENING = 1 << 1,
  CLOSING = 1 << 2,
  LETTER = 1 << 3,   /* narrow and no blank */
  NO_WIDTH = 1 << 4, /* stands on the character before */
  KNOWN = 1 << 7     /* in a table of what was asked before */
};

static guint look_up_traits (gunichar c)
{
  gboolean wide = c >= 0x80 && g_unichar_iswide_cjk (c);
  guint traits = wide ? WIDE : c != ' ' ? LETTER : 0;
  if (g_unichar_iszerowidth (c))
    traits |= NO_WIDTH;
  switch (g_unichar_type (c)) {
  case G_UNICODE_OPEN_PUNCTUATION:
  case G_UNICODE_INITIAL_PUNCTUATION:
    return traits | OPENING;
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
    return traits | CLOSING;
  case G_UNICODE_OTHER_PUNCTUATION:
    return c < 0x80 && strchr ("\"'#&@", (int)c) ? traits : traits | CLOSING;
  default:
    return traits;
  }
}

/* Remembers Latin letters, marks of Latin and Chinese, and full-width forms. One book
 * is written at a time. */
static guint traits_of (gunichar c)
{
  static guint8 known[4][256];
  if (tz_char_is_common_han (c))
    return WIDE;
  guint block = c >> 8;
  guint8 *at = block == 0 ? known[0] : block == 0x20 ? known[1] : block == 0x30 ? known[2] : known[3];
  if (block != 0 && block != 0x20 && block != 0x30 && block != 0xFF)
    return look_up_traits (c);
  at += c & 0xFF;
  if (*at == 0)
    *at = (guint8)(look_up_traits (c) | KNOWN);
  return *at;
}

/* Letters and digits are half an em in 宋体, 仿宋_GB2312 and 楷体_GB2312, up to 0.64 em
 * (bold: 0.7) where a viewer puts another font in their place. */
static TzLen width_of (guint traits, TzXlsxType type)
{
  return traits & NO_WIDTH ? 0 : traits & WIDE ? type.em : type.em * (type.bold ? 70 : 64) / 100;
}

/* Lines as Excel fills them, at most MOST of them. */
typedef struct {
  TzXlsxType type;
  TzLen width;
  TzLen used; /* of the present line */
  int lines, most;
  const char *stop; /* where line MOST + 1 begins; NULL: there is none */
} Filling;

/* An unbreakable piece of text: opening marks, a character or a word, closing marks. */
typedef struct {
  const char *start;
  TzLen width;
  enum { BEFORE, INSIDE, BEHIND } state; /* the character or word */
  gboolean word;
} Piece;

/* Takes up a character, unless another piece begins with it. */
static gboolean piece_takes (Piece *piece, guint traits, TzXlsxType type)
{
  gboolean letter = (traits & LETTER) != 0, closing = (traits & CLOSING) != 0;
  if (piece->state == BEFORE && !(traits & OPENING)) {
    piece->state = closing && !letter ? BEHIND : INSIDE;
    piece->word = letter;
  } else if (piece->state == INSIDE && closing && !(piece->word && letter)) {
    piece->state = BEHIND;
  } else if (piece->state != BEFORE && !(piece->state == INSIDE && piece->word && letter) &&
             !(piece->state == BEHIND && closing)) {
    return FALSE;
  }
  piece->width += width_of (traits, type);
  return TRUE;
}

/* FALSE: that line was the last. */
static gboolean next_line (Filling *fill, const char *p)
{
  fill->used = 0;
  if (fill->lines == fill->most)
    fill->stop = p;
  else
    fill->lines++;
  return !fill->stop;
}

/* A piece wider than the cell is cut wherever the line ends. */
static void cut_piece (Filling *fill, const char *p, const char *end)
{
  for (; p < end && !fill->stop; p = g_utf8_next_char (p)) {
    TzLen width = width_of (traits_of (tz_utf8_get (p)), fill->type);
    if (fill->used > 0 && fill->used + width > fill->width)
      next_line (fill, p);
    fill->used += width;
  }
}

static void add_piece (Filling *fill, const Piece *piece, const char *end)
{
  if (fill->used > 0 && fill->used + piece->width > fill->width && !next_line (fill, piece->start))
    return;
  TzLen used = fill->used + MIN (piece->width, fill->width);
  if (piece->width > fill->width) {
    fill->used = 0;
    cut_piece (fill, piece->start, end);
  }
  fill->used = used;
}

static gboolean is_hanzi (const char *p)
{
  return tz_char_is_common_han (tz_utf8_get (p));
}

/* Adds hanzi that are followed by hanzi, each a piece of its own: a short cut for nearly all text. */
static const char *add_hanzi (Filling *fill, const char *p, const char *end)
{
  TzLen em = fill->type.em, used = fill->used, width = fill->width;
  for (gboolean another = is_hanzi (p); another && end - p > 3; p += 3) {
    another = is_hanzi (p + 3);
    if (!another)
      break;
    if (used + em > width) {
      if (!next_line (fill, p))
        return p;
      used = 0;
    }
    used += em;
  }
  fill->used = used;
  return p;
}

static void fill_paragraph (Filling *fill, const char *p, const char *end)
{
  Piece piece = { .start = p };
  if (!next_line (fill, p))
    return;
  while (p < end && !fill->stop) {
    if (p == piece.start)
      p = piece.start = add_hanzi (fill, p, end);
    if (fill->stop)
      return;
    guint traits = traits_of (tz_utf8_get (p));
    if (!piece_takes (&piece, traits, fill->type)) {
      add_piece (fill, &piece, p);
      piece = (Piece){ .start = p };
    } else {
      p = g_utf8_next_char (p);
    }
  }
  if (p > piece.start && !fill->stop)
    add_piece (fill, &piece, end);
}

static Filling fill_lines (const char *text, gsize n_bytes, TzXlsxType type, TzLen width, int most)
{
  Filling fill = { .type = type, .width = MAX (width, type.em), .most = most };
  const char *end = text + n_bytes;
  if (n_bytes > 0 && end[-1] == '\n')
    end--;
  for (const char *p = text; !fill.stop;) {
    const char *feed = memchr (p, '\n', (gsize)(end - p));
    fill_paragraph (&fill, p, feed ? feed : end);
    if (!feed)
      break;
    p = feed + 1;
  }
  return fill;
}

int tz_xlsx_count_lines (const char *text, gsize n_bytes, TzXlsxType type, TzLen width)
{
  return fill_lines (text, n_bytes, type, width, G_MAXINT).lines;
}

gsize tz_xlsx_first_lines (const char *text, TzXlsxType type, TzLen width, int most)
{
  gsize n_bytes = tz_xlsx_head_bytes (text);
  Filling fill = fill_lines (text, n_bytes, type, width, MAX (most, 1));
  return fill.stop ? (gsize)(fill.stop - text) : n_bytes;
}
