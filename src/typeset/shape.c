#include "typeset/shape.h"

#include <pango/pango.h>

/* Ligatures are off: a ligature's letters could not be copied one by one, and
 * offices' fonts have none for Latin anyway. */
static const hb_feature_t features[] = {
  { HB_TAG ('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
};

GArray *tz_shape (hb_font_t *font, const char *text, gsize length)
{
  hb_buffer_t *buffer = hb_buffer_create ();
  hb_buffer_set_cluster_level (buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_add_utf8 (buffer, text, (int)length, 0, (int)length);
  hb_buffer_guess_segment_properties (buffer);
  hb_buffer_set_language (buffer, hb_language_from_string ("zh-hans", -1));
  gboolean latin = hb_buffer_get_script (buffer) == HB_SCRIPT_LATIN;
  /* Marks alone have no script; as part of Chinese text — is one em wide. */
  if (hb_buffer_get_script (buffer) == HB_SCRIPT_INVALID || hb_buffer_get_script (buffer) == HB_SCRIPT_COMMON)
    hb_buffer_set_script (buffer, HB_SCRIPT_HAN);
  hb_shape (font, buffer, features, latin ? G_N_ELEMENTS (features) : 0);

  guint n = 0;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, &n);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, &n);
  gboolean backward = HB_DIRECTION_IS_BACKWARD (hb_buffer_get_direction (buffer));
  GArray *shaped = g_array_sized_new (FALSE, FALSE, sizeof (TzShaped), n);
  for (guint i = 0; i < n; i++) {
    /* In a right-to-left run the glyphs come in visual order, clusters falling. */
    guint next = i + 1;
    while (next < n && infos[next].cluster == infos[i].cluster)
      next++;
    guint32 end = backward ? (guint32)length : next < n ? infos[next].cluster : (guint32)length;
    TzShaped one = { .glyph = infos[i].codepoint,
                     .cluster = infos[i].cluster,
                     .end = end,
                     .advance = positions[i].x_advance,
                     .x = positions[i].x_offset };
    g_array_append_val (shaped, one);
  }
  hb_buffer_destroy (buffer);
  return shaped;
}

gsize *tz_break_opportunities (const char *text, gsize length)
{
  glong n = g_utf8_strlen (text, (gssize)length);
  PangoLogAttr *attrs = g_new0 (PangoLogAttr, n + 1);
  pango_get_log_attrs (text, (int)length, -1, pango_language_from_string ("zh-cn"), attrs, (int)n + 1);
  gsize *ends = g_new (gsize, n + 1);
  int count = 0;
  const char *p = text;
  for (glong i = 0; i < n; i++, p = g_utf8_next_char (p))
    if (i > 0 && attrs[i].is_line_break && attrs[i].is_cursor_position)
      ends[count++] = (gsize)(p - text);
  ends[count] = length;
  g_free (attrs);
  return ends;
}
