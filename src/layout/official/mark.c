#include "layout/official/mark.h"

#include "layout/wrap/wrap.h"

typedef struct {
  const TzOfficialFrame *frame;
  const TzPiece *piece;
  char **names;
  int n;
  double widest; /* of the names, in ems */
  double label;  /* ems, with the gap before it */
  TzLen size, pitch, label_size;
} Mark;

static double ems_of (const Mark *mark, const char *text)
{
  TzTextStyle style = mark->piece->style;
  style.shrink_floor = 0;
  return (double)tz_official_text_width (mark->frame, text, &style) / (double)MAX (style.size, 1);
}

/* GB/T 9704-2012, 7.2.4: the size is free. As large as the style says, smaller if
 * the block would be wider than the type area or higher than ROOM; the label is as
 * large as the style as long as the names are half its size. */
static void size_mark (Mark *mark, TzLen room)
{
  const TzTextStyle *style = &mark->piece->style;
  double ratio = (double)style->pitch / (double)MAX (style->size, 1), width = (double)mark->frame->width;
  double high = 1 + (mark->n - 1) * ratio, size = 0, label = (double)style->size;
  if (mark->n == 1) {
    size = MIN ((double)style->size, width / MAX (mark->widest + mark->label, 1));
    label = size;
  } else {
    for (;; label -= TZ_PT) {
      size = MIN ((double)style->size, (width - mark->label * label) / mark->widest);
      if (size >= label / 2 || label <= 12 * TZ_PT || mark->label <= 0)
        break;
    }
    size = MIN (size, (double)room / high);
    label = MIN (label, size * high);
  }
  /* Whatever the style says, it stays on its page. */
  TzLen top = mark->piece->top != TZ_LEN_UNSET ? mark->piece->top : 0;
  TzLen most = (TzLen)((double)(mark->frame->height - top) / high);
  mark->size = MAX (MIN (MAX ((TzLen)size, style->shrink_floor), most), 1);
  mark->pitch = (TzLen)((double)mark->size * ratio);
  mark->label_size = MAX ((TzLen)label, mark->size);
}

static const TzLines *set_name (const Mark *mark, const char *text, TzLen size, TzLen width, TzAlign align)
{
  TzTextStyle style = mark->piece->style;
  style.size = size;
  style.pitch = mark->pitch;
  style.align = align;
  style.shrink_floor = size / 4;
  return tz_wrap (mark->frame->measure, text, &style, width);
}

static void place_single (const Mark *mark, TzOfficialRow *row)
{
  g_autofree char *text = g_strconcat (mark->names[0], mark->piece->label, NULL);
  const TzLines *lines = set_name (mark, text, mark->size, mark->frame->width, TZ_ALIGN_CENTER);
  tz_official_row_place (row, lines, 0, 1, 0, 0);
}

/* Names of equal width, one below the other; the label right of them, in the middle. */
static void place_block (const Mark *mark, TzOfficialRow *row)
{
  TzLen width = (TzLen)(mark->widest * (double)mark->size) + 1;
  TzLen label = (TzLen)(mark->label * (double)mark->label_size);
  TzLen x = MAX ((mark->frame->width - width - label) / 2, 0);
  for (int i = 0; i < mark->n; i++)
    tz_official_row_place (row, set_name (mark, mark->names[i], mark->size, width, TZ_ALIGN_SPREAD), 0, 1, x,
                           i * mark->pitch);
  if (label > 0) {
    const TzLines *lines = set_name (mark, mark->piece->label, mark->label_size, label, TZ_ALIGN_RIGHT);
    tz_official_row_place (row, lines, 0, 1, x + width,
                           ((mark->n - 1) * mark->pitch + mark->size - mark->label_size) / 2);
  }
}

TzOfficialRow *tz_official_mark (const TzOfficialFrame *frame, const TzPiece *piece, TzLen room)
{
  Mark mark = { .frame = frame, .piece = piece, .names = g_strsplit (piece->text, "\n", -1) };
  TzOfficialRow *row = tz_official_row_new (piece);
  mark.n = (int)g_strv_length (mark.names);
  for (int i = 0; i < mark.n; i++)
    mark.widest = MAX (mark.widest, ems_of (&mark, mark.names[i]));
  mark.widest = MAX (mark.widest, 1);
  if (piece->label)
    mark.label = ems_of (&mark, piece->label) + (mark.n > 1 ? .6 : 0);
  size_mark (&mark, room);
  if (mark.n == 1)
    place_single (&mark, row);
  else if (mark.n > 1)
    place_block (&mark, row);
  row->ink = (mark.n - 1) * mark.pitch + mark.size;
  /* A line is the height of its type and 7/8 of the grid's: 3.2 of the standard. */
  row->advance = row->ink + frame->official->pitch - frame->official->em;
  g_strfreev (mark.names);
  return row;
}
