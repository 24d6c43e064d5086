#include "typeset/glyphs.h"

/* The plane of common characters is a plain array a role and weight: 65,536
 * indices, of which the system gives memory only to the pages touched. */
typedef struct {
  guint16 *index;     /* into infos, 0: not asked yet */
  GHashTable *beyond; /* characters over U+FFFF, to index */
  GArray *infos;      /* TzCharInfo; the first is unused */
} Table;

struct TzGlyphs {
  TzFonts *fonts;
  Table tables[TZ_N_ROLES][2];
};

TzGlyphs *tz_glyphs_new (TzFonts *fonts)
{
  TzGlyphs *glyphs = g_new0 (TzGlyphs, 1);
  glyphs->fonts = fonts;
  return glyphs;
}

void tz_glyphs_free (TzGlyphs *glyphs)
{
  if (!glyphs)
    return;
  for (int role = 0; role < TZ_N_ROLES; role++)
    for (int bold = 0; bold < 2; bold++) {
      Table *table = &glyphs->tables[role][bold];
      if (!table->infos)
        continue;
      g_free (table->index);
      g_hash_table_unref (table->beyond);
      g_array_unref (table->infos);
    }
  g_free (glyphs);
}

static Table *table_get (TzGlyphs *glyphs, TzRole role, gboolean bold)
{
  Table *table = &glyphs->tables[role][bold ? 1 : 0];
  if (!table->infos) {
    table->index = g_new0 (guint16, 0x10000);
    table->beyond = g_hash_table_new (NULL, NULL);
    table->infos = g_array_new (FALSE, TRUE, sizeof (TzCharInfo));
    g_array_set_size (table->infos, 1);
  }
  return table;
}

#define HALF (TZ_FONT_EM / 2)

/* Where the ink of a full-width mark stands decides what can go: a mark whose ink
 * keeps to its half loses the other half whole (a twelfth of an em of overlap is
 * forgiven: no ink of the neighbour reaches there). A mark drawn in the middle of
 * its em (？ in some 仿宋) is first moved into its half. */
static void measure_mark (TzCharInfo *info, hb_font_t *font)
{
  hb_glyph_extents_t ink;
  if (info->advance < TZ_FONT_EM * 9 / 10 || !hb_font_get_glyph_extents (font, info->glyph, &ink))
    return;
  gboolean open = info->class == TZ_CLASS_OPEN;
  gint32 from = open ? info->advance - HALF : 0; /* the half where the ink belongs */
  gint32 left = ink.x_bearing, right = ink.x_bearing + ink.width;
  if (ink.width <= HALF && (left < from - TZ_FONT_EM / 12 || right > from + HALF + TZ_FONT_EM / 12))
    info->shift = from + (HALF - ink.width) / 2 - left;
  left += info->shift;
  right += info->shift;
  if (open)
    info->blank_left = left >= HALF - TZ_FONT_EM / 12 ? HALF : MAX (left, 0);
  else
    info->blank_right = right <= HALF + TZ_FONT_EM / 12 ? info->advance - HALF : MAX (info->advance - right, 0);
}

/* Some 宋体 draw — shorter than an em and —— as one glyph, whose two characters
 * readers of a PDF cannot tell apart. The 仿宋 has a dash of a full em that joins. */
static void replace_short_dash (TzGlyphs *glyphs, TzCharInfo *info)
{
  guint32 glyph;
  TzFace face = tz_fonts_find (glyphs->fonts, TZ_ROLE_FANGSONG, FALSE, 0x2014, &glyph);
  hb_font_t *font = face != TZ_FACE_NONE ? tz_fonts_hb (glyphs->fonts, face) : NULL;
  gint32 advance = font ? hb_font_get_glyph_h_advance (font, glyph) : 0;
  if (advance < TZ_FONT_EM * 98 / 100 || advance > TZ_FONT_EM * 102 / 100)
    return;
  info->face = face;
  info->glyph = glyph;
  info->advance = advance;
}

gint32 tz_missing_advance (gunichar c)
{
  return c < 0x2E80 && !g_unichar_iswide (c) ? HALF : TZ_FONT_EM;
}

static TzCharInfo look_up (TzGlyphs *glyphs, TzRole role, gboolean bold, gunichar c)
{
  TzCharClass class = tz_char_class (c);
  TzCharInfo info = { .class = (guint8) class };
  gboolean western = tz_class_is_western (class) && !tz_fonts_own_western (glyphs->fonts, role);
  /* Few fonts have a tab, some draw it. */
  gunichar shown = class == TZ_CLASS_SPACE ? ' ' : c;
  info.face = tz_fonts_find (glyphs->fonts, western ? TZ_ROLE_WESTERN : role, bold, shown, &info.glyph);
  if (info.face == TZ_FACE_NONE) {
    info.glyph = c;
    info.advance = tz_missing_advance (c);
    return info;
  }
  hb_font_t *font = tz_fonts_hb (glyphs->fonts, info.face);
  info.advance = hb_font_get_glyph_h_advance (font, info.glyph);
  if (class == TZ_CLASS_SPACE)
    info.advance = TZ_FONT_EM / 4;
  if (c == 0x2014 && role == TZ_ROLE_SONG && !bold && info.advance < TZ_FONT_EM * 98 / 100)
    replace_short_dash (glyphs, &info);
  if (tz_class_is_mark (class))
    measure_mark (&info, font);
  return info;
}

const TzCharInfo *tz_glyphs_get (TzGlyphs *glyphs, TzRole role, gboolean bold, gunichar c)
{
  Table *table = table_get (glyphs, role, bold);
  guint at = c < 0x10000 ? table->index[c]
                         : GPOINTER_TO_UINT (g_hash_table_lookup (table->beyond, GUINT_TO_POINTER (c)));
  if (at == 0) {
    TzCharInfo info = look_up (glyphs, role, bold, c);
    at = table->infos->len;
    /* Indices are 16 bits; past them (every character of Unicode in one run) the
     * last place is looked up anew each time. */
    if (at < G_MAXUINT16) {
      if (c < 0x10000)
        table->index[c] = (guint16)at;
      else
        g_hash_table_insert (table->beyond, GUINT_TO_POINTER (c), GUINT_TO_POINTER (at));
    }
    at = MIN (at, G_MAXUINT16);
    g_array_set_size (table->infos, MAX (table->infos->len, at + 1));
    g_array_index (table->infos, TzCharInfo, at) = info;
  }
  return &g_array_index (table->infos, TzCharInfo, at);
}
