/* The text of a report is cut into pieces: what stands between braces, what stands
 * outside, and ends of lines. */
#include "base/intl.h"
#include "base/utf8.h"
#include "compose/report/prose/text.h"

#include <string.h>

enum { MAX_WORDS = 2000 }; /* bytes between two braces */

void tz_prose_piece_free (TzProsePiece *piece)
{
  g_free (piece->text);
  g_free (piece);
}

/* ── places ──────────────────────────────────────────────────────────────── */

static void find_lines (TzProseReader *reader)
{
  gsize start = 0;
  reader->line_starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (reader->line_starts, start);
  for (const char *p = reader->text; (p = strchr (p, '\n')) != NULL;) {
    start = (gsize)(++p - reader->text);
    g_array_append_val (reader->line_starts, start);
  }
}

TzPlace tz_prose_place (const TzProseReader *reader, gsize at)
{
  TzPlace place = tz_place_file (reader->shown);
  guint low = 0, high = reader->line_starts->len;
  while (high - low > 1) {
    guint middle = (low + high) / 2;
    if (g_array_index (reader->line_starts, gsize, middle) <= at)
      low = middle;
    else
      high = middle;
  }
  const char *line = reader->text + g_array_index (reader->line_starts, gsize, low);
  place.line = (int)low + 1;
  place.column = (int)g_utf8_pointer_to_offset (line, reader->text + at) + 1;
  return place;
}

/* ── pieces ──────────────────────────────────────────────────────────────── */

static void add_piece (TzProseReader *reader, TzProsePieceKind kind, gsize at, char *take_text)
{
  TzProsePiece *piece = g_new0 (TzProsePiece, 1);
  piece->kind = kind;
  piece->at = at;
  piece->text = take_text;
  g_ptr_array_add (reader->pieces, piece);
}

static void report_open (TzProseReader *reader, gsize at)
{
  TzPlace place = tz_prose_place (reader, at);
  tz_diag_add (
      reader->diag, TZ_ERROR, &place, "open-brace",
      _ ("this brace is not closed on its line; add }, or write {{ for a brace that is meant as text"));
}

/* Cuts the words or the remark that begin with the brace at P; returns what follows them. */
static const char *cut_words (TzProseReader *reader, const char *p)
{
  gsize at = (gsize)(p - reader->text), n = strcspn (p + 1, "{}\n");
  if (p[1] == '#') {
    const char *end = strstr (p, "#}");
    if (!end || end == p + 1) {
      TzPlace place = tz_prose_place (reader, at);
      tz_diag_add (reader->diag, TZ_ERROR, &place, "open-remark",
                   _ ("this remark has no end; close it with #}"));
      return p + strlen (p);
    }
    add_piece (reader, TZ_CUT_REMARK, at, NULL);
    return end + 2;
  }
  if (p[1 + n] != '}' || n > MAX_WORDS) {
    report_open (reader, at);
    return p + 1 + n;
  }
  add_piece (reader, TZ_CUT_WORDS, at + 1, g_strndup (p + 1, n));
  return p + n + 2;
}

/* Cuts plain text up to the end of the line or a single opening brace; {{ and }} are braces of the text. */
static const char *cut_plain (TzProseReader *reader, const char *p)
{
  gsize at = (gsize)(p - reader->text);
  GString *plain = g_string_new (NULL);
  while (*p != '\0' && *p != '\n' && (*p != '{' || p[1] == '{')) {
    gsize n = strcspn (p, "{}\n");
    g_string_append_len (plain, p, (gssize)n);
    p += n;
    if (*p == '}' || (*p == '{' && p[1] == '{')) {
      g_string_append_c (plain, *p);
      p += p[1] == *p ? 2 : 1;
    }
  }
  add_piece (reader, TZ_CUT_PLAIN, at, g_string_free (plain, FALSE));
  return p;
}

/* A Chinese input method writes ｛ where { was meant; that would be printed as it stands, so it is a warning.
 */
static void check_braces (TzProseReader *reader)
{
  for (const char *p = reader->text; (p = strstr (p, "｛")) != NULL; p += strlen ("｛")) {
    const char *end = p + strcspn (p, "}\n"), *wide = strstr (p, "｝");
    if (wide && wide < end)
      end = wide;
    if (*end == '\n' || *end == '\0')
      continue;
    TzPlace place = tz_prose_place (reader, (gsize)(p - reader->text));
    g_autofree char *words = g_strndup (p + strlen ("｛"), (gsize)(end - p) - strlen ("｛"));
    g_autofree char *shown = tz_utf8_excerpt (words, 30);
    tz_diag_add (reader->diag, TZ_WARNING, &place, "wide-brace",
                 _ ("what stands between the full-width braces ｛ ｝ is printed as text; if a figure is meant, "
                    "write {%s} with the "
                    "braces of the English keyboard"),
                 shown);
  }
}

/* ── lines of control words ──────────────────────────────────────────────── */

static gboolean is_blank (const char *text)
{
  const char *end = text + strlen (text);
  return tz_utf8_skip_blanks (text, end) == end;
}

static gboolean is_control (const TzProsePiece *piece)
{
  TzProseKey key = tz_prose_piece_key (piece->text);
  return key != TZ_KEY_NONE && key != TZ_KEY_LIST && key != TZ_KEY_TABLE && key != TZ_KEY_CHART;
}

/* Whether a line, pieces FROM … TO, holds nothing but remarks and words like {end}: it leaves no line behind.
 */
static gboolean is_silent (const GPtrArray *pieces, guint from, guint to)
{
  gboolean found = FALSE;
  for (guint i = from; i < to; i++) {
    const TzProsePiece *piece = pieces->pdata[i];
    gboolean silent = piece->kind == TZ_CUT_REMARK || (piece->kind == TZ_CUT_WORDS && is_control (piece));
    if (!silent && !(piece->kind == TZ_CUT_PLAIN && is_blank (piece->text)))
      return FALSE;
    found |= silent;
  }
  return found;
}

static void drop_silent_lines (TzProseReader *reader)
{
  GPtrArray *all = reader->pieces;
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_prose_piece_free);
  for (guint from = 0, to; from < all->len; from = to + 1) {
    for (to = from; to < all->len && ((TzProsePiece *)all->pdata[to])->kind != TZ_CUT_LINE_END;)
      to++;
    gboolean silent = is_silent (all, from, to);
    for (guint i = from; i <= to && i < all->len; i++) {
      TzProsePiece *piece = all->pdata[i];
      if (piece->kind == TZ_CUT_REMARK || (silent && piece->kind != TZ_CUT_WORDS))
        tz_prose_piece_free (piece);
      else
        g_ptr_array_add (kept, piece);
    }
  }
  g_ptr_array_set_free_func (all, NULL);
  g_ptr_array_unref (all);
  reader->pieces = kept;
}

void tz_prose_cut (TzProseReader *reader)
{
  find_lines (reader);
  check_braces (reader);
  reader->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_prose_piece_free);
  for (const char *p = reader->text; *p != '\0';) {
    if (*p == '\n') {
      add_piece (reader, TZ_CUT_LINE_END, (gsize)(p - reader->text), NULL);
      p++;
    } else if (*p == '{' && p[1] != '{') {
      p = cut_words (reader, p);
    } else {
      p = cut_plain (reader, p);
    }
  }
  drop_silent_lines (reader);
}
