#include "layout/official/sign.h"

#include "layout/wrap/title.h"
#include "layout/wrap/wrap.h"

typedef struct {
  const TzOfficialFrame *frame;
  const TzPiece *piece;
  TzOfficialRow *row;
  char **names;
  int n;
  TzLen em, pitch, widest;
  TzLen date_width;
} Sign;

static const TzLines *set_line (const Sign *sign, const char *text, TzLen width, TzAlign align)
{
  TzTextStyle style = sign->piece->style;
  style.align = align;
  style.first_indent = 0;
  return tz_wrap (sign->frame->measure, text, &style, width);
}

/* A name too wide for its cell stands there in two lines, set up to a fifth smaller if one of them
 * is still too wide. */
static const TzLines *set_in_cell (const Sign *sign, const char *name, TzLen width)
{
  TzTextStyle style = sign->piece->style;
  style.align = TZ_ALIGN_CENTER;
  style.first_indent = 0;
  gboolean fits = tz_official_text_width (sign->frame, name, &style) <= width;
  g_autofree char *halves = fits ? NULL : tz_title_halve (sign->frame->measure, name, &style);
  const char *text = halves ? halves : name;
  TzLen widest = tz_official_text_width (sign->frame, text, &style);
  if (widest > width && widest * 4 <= width * 5)
    style.size = style.size * width / (widest + TZ_PT / 8);
  return tz_wrap (sign->frame->measure, text, &style, width);
}

static void place_date (const Sign *sign, TzLen x, TzLen y)
{
  if (sign->piece->label)
    tz_official_row_place (sign->row, set_line (sign, sign->piece->label, sign->date_width + 1, TZ_ALIGN_LEFT),
                           0, 1, x, y);
}

/* GB/T 9704-2012, 7.3.5.2: the name ends 2 characters from the right, the date
 * begins 2 characters right of its first; a longer date ends there instead. */
static void sign_plain (Sign *sign)
{
  TzLen end = sign->frame->width - 2 * sign->em, left = end - sign->widest, date = left + 2 * sign->em;
  if (sign->date_width > sign->widest) {
    date = end - sign->date_width;
    left = date - 2 * sign->em;
  }
  TzLen y = 0;
  left = MAX (left, 0);
  for (int i = 0; i < sign->n; i++) {
    const TzLines *lines = set_line (sign, sign->names[i], MAX (sign->widest, sign->em),
                                     sign->n > 1 ? TZ_ALIGN_SPREAD : TZ_ALIGN_LEFT);
    tz_official_row_place (sign->row, lines, 0, lines->n_lines, left, y);
    y += lines->n_lines * sign->pitch;
  }
  place_date (sign, sign->n > 0 ? date : end - sign->date_width, y);
  sign->row->ink = y + (sign->piece->label ? sign->em : sign->em - sign->pitch);
  sign->row->advance = sign->row->ink - sign->em + sign->pitch;
}

/* 7.3.5.1: the date ends 4 characters from the right, the name is centred over it,
 * within the type area. */
static void sign_sealed (Sign *sign)
{
  TzLen width = sign->frame->width, date = width - 4 * sign->em - sign->date_width;
  TzLen centre = date + sign->date_width / 2;
  TzLen x = CLAMP (centre - sign->widest / 2, 0, MAX (width - sign->widest, 0));
  const TzLines *lines = set_line (sign, sign->names[0], MIN (sign->widest + 1, width), TZ_ALIGN_LEFT);
  TzLen y = lines->n_lines * sign->pitch;
  tz_official_row_place (sign->row, lines, 0, lines->n_lines, x, 0);
  place_date (sign, date, y);
  /* The seal is centred on both lines. */
  TzLen middle = (y + sign->em) / 2;
  sign->row->ink = MAX (middle + sign->piece->seal / 2, y + sign->em);
  sign->row->advance = y + sign->pitch;
}

/* Of several: rows of up to three names, a seal on each, the last over the date. */
static void sign_sealed_block (Sign *sign)
{
  TzLen width = sign->frame->width, seal = sign->piece->seal, date = width - 4 * sign->em - sign->date_width;
  int columns = MIN (sign->n, 3), rows = (sign->n + columns - 1) / columns;
  TzLen last = MAX (MIN (date + sign->date_width / 2, width - seal / 2), seal / 2);
  TzLen step = MIN ((last - seal / 2) / MAX (columns - 1, 1), width / columns);
  int first_in_last = sign->n - (rows - 1) * columns;
  TzLen y = 0, below = 0; /* what the last name's turned lines take of the line under it */
  for (int i = 0; i < sign->n; i++) {
    int line = i / columns, in_row = line == rows - 1 ? first_in_last : columns;
    TzLen centre = last - (in_row - 1 - i % columns) * step;
    const TzLines *lines = set_in_cell (sign, sign->names[i], step - sign->em / 2);
    y = line * sign->piece->seal_row;
    below = (lines->n_lines - 1) * sign->pitch / 2;
    tz_official_row_place (sign->row, lines, 0, lines->n_lines, centre - (step - sign->em / 2) / 2,
                           y - (lines->n_lines - 1) * sign->pitch / 2);
  }
  place_date (sign, date, y + sign->pitch + below);
  sign->row->ink = MAX (y + sign->em / 2 + seal / 2, y + sign->pitch + below + sign->em);
  sign->row->advance = y + sign->pitch + below + sign->pitch; /* remarks stand left of the seals */
}

/* A name in the middle of the room for its stamp. */
static void place_stamp (const Sign *sign, const char *name, TzLen left, TzLen top)
{
  TzTextStyle style = sign->piece->label_style;
  style.align = TZ_ALIGN_CENTER;
  style.first_indent = 0;
  style.shrink_floor = style.size / 2;
  const TzLines *lines = tz_wrap (sign->frame->measure, name, &style, sign->piece->stamp_width);
  tz_official_row_place (sign->row, lines, 0, 1, left, top + (sign->piece->stamp_height - lines->size) / 2);
}

/* 7.3.5.3: stamps end 4 characters from the right, the title of office stands 2
 * characters left of each, in its middle; the date a line below. */
static void sign_stamped (Sign *sign)
{
  TzLen end = sign->frame->width - 4 * sign->em, left = MAX (end - sign->piece->stamp_width, 0), y = 0;
  for (int i = 0; i < sign->n; i++) {
    g_auto (GStrv) parts = g_strsplit (sign->names[i], "\v", 2);
    TzTextStyle style = sign->piece->style;
    TzLen width =
        MIN (tz_official_text_width (sign->frame, parts[0], &style), MAX (left - 2 * sign->em, sign->em));
    const TzLines *lines = set_line (sign, parts[0], width + 1, TZ_ALIGN_LEFT);
    TzLen height = (lines->n_lines - 1) * sign->pitch + sign->em;
    tz_official_row_place (sign->row, lines, 0, lines->n_lines, MAX (left - 2 * sign->em - width, 0),
                           y + MAX (sign->piece->stamp_height - height, 0) / 2);
    if (parts[1] && *parts[1] != '\0')
      place_stamp (sign, parts[1], left, y);
    y += MAX (sign->piece->stamp_height, height) + sign->pitch - sign->em;
  }
  y += sign->pitch;
  place_date (sign, end - sign->date_width, y);
  sign->row->ink = sign->piece->label ? y + sign->em : y - 2 * sign->pitch + sign->em;
  sign->row->advance = sign->row->ink - sign->em + sign->pitch;
}

/* Names that are higher than a page together become a row for each line of them. */
static void add_lines (const Sign *sign, GPtrArray *rows)
{
  const TzOfficialRow *whole = sign->row;
  TzOfficialRow *row = NULL;
  TzLen y = 0;
  for (guint i = 0; i < whole->placed->len; i++) {
    const TzPlaced *placed = &g_array_index (whole->placed, TzPlaced, i);
    if (!row || placed->y > y + sign->pitch * 3 / 4) {
      TzOfficialRow *next = tz_official_row_new (sign->piece);
      if (row) {
        row->advance = placed->y - y;
        next->before = 0;
      }
      next->first = row == NULL;
      next->ink = sign->em;
      next->advance = sign->pitch;
      y = placed->y;
      row = next;
      g_ptr_array_add (rows, row);
    }
    tz_official_row_place (row, placed->lines, placed->first, placed->n, placed->x, placed->y - y);
    row->ink = MAX (row->ink, placed->y - y + (placed->n - 1) * sign->pitch + sign->em);
  }
}

void tz_official_sign (const TzOfficialFrame *frame, const TzPiece *piece, GPtrArray *rows)
{
  Sign sign = { .frame = frame, .piece = piece, .em = frame->official->em, .pitch = frame->official->pitch };
  sign.row = tz_official_row_new (piece);
  sign.names = g_strsplit (piece->text, "\n", -1);
  sign.n = (int)g_strv_length (sign.names);
  for (int i = 0; i < sign.n; i++)
    sign.widest = MAX (sign.widest, tz_official_text_width (frame, sign.names[i], &piece->style));
  sign.widest = MIN (sign.widest, frame->width - 2 * sign.em);
  sign.date_width = piece->label ? tz_official_text_width (frame, piece->label, &piece->style) : 0;
  if (piece->stamp_width > 0)
    sign_stamped (&sign);
  else if (!piece->sealed || sign.n == 0)
    sign_plain (&sign);
  else if (sign.n == 1)
    sign_sealed (&sign);
  else
    sign_sealed_block (&sign);
  g_strfreev (sign.names);
  if (sign.row->ink <= frame->height) {
    g_ptr_array_add (rows, sign.row);
    return;
  }
  add_lines (&sign, rows);
  tz_official_row_free (sign.row);
}
