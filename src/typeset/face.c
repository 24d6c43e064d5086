#include "typeset/face.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-subset.h>

/* ---- FreeType faces ---- */

/* A FreeType face with a library of its own. Cairo may keep the face in its
 * caches for longer than the set lives, and may drop it from another thread;
 * FreeType's libraries are not shared safely between threads. */
typedef struct {
  FT_Library library;
  FT_Face face;
  hb_blob_t *memory; /* the font, if it is not a file */
} FreeTypeFace;

static void free_type_face_free (FreeTypeFace *ft)
{
  if (ft->face)
    FT_Done_Face (ft->face);
  if (ft->library)
    FT_Done_FreeType (ft->library);
  hb_blob_destroy (ft->memory);
  g_free (ft);
}

static gboolean open_free_type (FreeTypeFace *ft, const char *path, int index)
{
  if (FT_Init_FreeType (&ft->library) != 0)
    return FALSE;
  if (!ft->memory)
    return FT_New_Face (ft->library, path, index, &ft->face) == 0;
  unsigned length = 0;
  const char *data = hb_blob_get_data (ft->memory, &length);
  return FT_New_Memory_Face (ft->library, (const FT_Byte *)data, (FT_Long)length, 0, &ft->face) == 0;
}

/* From TAKE_MEMORY, or from PATH if that is NULL. No hinting: positions are the
 * composer's, and must not depend on a raster. */
static cairo_font_face_t *open_face (const char *path, int index, hb_blob_t *take_memory)
{
  static const cairo_user_data_key_t key;
  FreeTypeFace *ft = g_new0 (FreeTypeFace, 1);
  ft->memory = take_memory;
  if (!open_free_type (ft, path, index)) {
    free_type_face_free (ft);
    return NULL;
  }
  cairo_font_face_t *cairo =
      cairo_ft_font_face_create_for_ft_face (ft->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
  if (cairo_font_face_set_user_data (cairo, &key, ft, (cairo_destroy_func_t)free_type_face_free) !=
      CAIRO_STATUS_SUCCESS) {
    cairo_font_face_destroy (cairo);
    free_type_face_free (ft);
    return NULL;
  }
  return cairo;
}

cairo_font_face_t *tz_face_open (const char *path, int index)
{
  return open_face (path, index, NULL);
}

/* ---- cutting ---- */

/* What drawing and embedding need. Reading the rest (the table of characters above
 * all, with 30,000 entries) takes longer than the cutting. */
static const char kept_tables[][5] = { "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post",
                                       "CFF ", "glyf", "loca", "cvt ", "fpgm", "prep" };

static hb_blob_t *lend_table (hb_face_t *face G_GNUC_UNUSED, hb_tag_t tag, void *whole)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    if (hb_tag_from_string (kept_tables[i], 4) == tag)
      return hb_face_reference_table (whole, tag);
  return hb_blob_get_empty ();
}

static hb_subset_plan_t *plan_cut (hb_face_t *face, const guint8 *glyphs)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  if (!input)
    return NULL;
  hb_set_t *wanted = hb_subset_input_glyph_set (input);
  for (unsigned g = 0; g < 0x10000; g++)
    if (glyphs[g / 8] >> (g & 7) & 1)
      hb_set_add (wanted, g);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail (face, input);
  hb_subset_input_destroy (input);
  return plan;
}

static guint16 *list_numbers (const hb_subset_plan_t *plan, const guint8 *glyphs)
{
  guint16 *numbers = g_new0 (guint16, 0x10000);
  const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping (plan);
  for (unsigned g = 0; g < 0x10000; g++)
    if (glyphs[g / 8] >> (g & 7) & 1)
      numbers[g] = (guint16)hb_map_get (map, g);
  return numbers;
}

/* ---- a table of ASCII characters ---- */

static void add_16 (GByteArray *bytes, guint value)
{
  const guint8 two[] = { (guint8)(value >> 8), (guint8)value };
  g_byte_array_append (bytes, two, 2);
}

static void add_32 (GByteArray *bytes, guint value)
{
  add_16 (bytes, value >> 16);
  add_16 (bytes, value & 0xFFFF);
}

static void free_bytes (void *bytes)
{
  g_byte_array_unref (bytes);
}

/* A 'cmap' of the ASCII characters among GLYPHS (OpenType, cmap format 12). Cairo
 * looks there for what a letter means that is only ever drawn together with a
 * space, see TZ_GLYPH_GAP_BEFORE. */
static hb_blob_t *make_character_table (hb_font_t *font, const guint8 *glyphs, const guint16 *numbers)
{
  GByteArray *groups = g_byte_array_new (), *table = g_byte_array_new ();
  for (gunichar c = ' '; c < 0x7F; c++) {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph (font, c, &glyph) || glyph > 0xFFFF ||
        !(glyphs[glyph / 8] >> (glyph & 7) & 1))
      continue;
    add_32 (groups, c);
    add_32 (groups, c);
    add_32 (groups, numbers[glyph]);
  }
  add_16 (table, 0); /* version */
  add_16 (table, 1); /* one encoding: Windows, UCS-4, at offset 12 */
  add_16 (table, 3);
  add_16 (table, 10);
  add_32 (table, 12);
  add_16 (table, 12); /* format */
  add_16 (table, 0);
  add_32 (table, 16 + groups->len);
  add_32 (table, 0);
  add_32 (table, groups->len / 12);
  g_byte_array_append (table, groups->data, groups->len);
  g_byte_array_unref (groups);
  return hb_blob_create ((const char *)table->data, table->len, HB_MEMORY_MODE_READONLY, table, free_bytes);
}

/* The font file of PART with CHARACTERS as its table of characters. */
static hb_blob_t *assemble (hb_face_t *part, hb_blob_t *take_characters)
{
  hb_face_t *whole = hb_face_builder_create ();
  for (guint i = 0; i < G_N_ELEMENTS (kept_tables); i++) {
    hb_tag_t tag = hb_tag_from_string (kept_tables[i], 4);
    hb_blob_t *table = hb_face_reference_table (part, tag);
    if (hb_blob_get_length (table) > 0)
      hb_face_builder_add_table (whole, tag, table);
    hb_blob_destroy (table);
  }
  hb_face_builder_add_table (whole, HB_TAG ('c', 'm', 'a', 'p'), take_characters);
  hb_blob_destroy (take_characters);
  hb_blob_t *file = hb_face_reference_blob (whole);
  hb_face_destroy (whole);
  return file;
}

cairo_font_face_t *tz_face_cut (hb_font_t *font, const guint8 *glyphs, guint16 **numbers)
{
  hb_face_t *lean = hb_face_create_for_tables (lend_table, hb_font_get_face (font), NULL);
  hb_subset_plan_t *plan = plan_cut (lean, glyphs);
  hb_face_t *part = plan ? hb_subset_plan_execute_or_fail (plan) : NULL;
  cairo_font_face_t *cairo = NULL;
  if (part) {
    *numbers = list_numbers (plan, glyphs);
    cairo = open_face (NULL, 0, assemble (part, make_character_table (font, glyphs, *numbers)));
    if (!cairo)
      g_clear_pointer (numbers, g_free);
  }
  hb_face_destroy (part);
  hb_subset_plan_destroy (plan);
  hb_face_destroy (lean);
  return cairo;
}
