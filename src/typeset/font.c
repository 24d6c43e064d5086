#include "typeset/font.h"

#include "base/intl.h"
#include "typeset/face.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

typedef struct {
  char *path;
  int index;        /* inside a collection */
  gboolean thicken; /* asked for bold, but a regular file */
  gboolean broken;  /* could not be opened */
  hb_font_t *hb;
  cairo_font_face_t *cairo;
} Face;

/* The faces of one role and weight, in order. */
typedef struct {
  gboolean ready;
  GArray *faces; /* TzFace */
} Chain;

struct TzFonts {
  TzFontConfig *config;
  GArray *faces; /* Face */
  Chain chains[TZ_N_ROLES][2];
  FcConfig *system; /* opened for characters that no listed file has */
};

/* ---- configuration ---- */

TzFontConfig *tz_font_config_new (void)
{
  TzFontConfig *config = g_new0 (TzFontConfig, 1);
  config->dirs = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < TZ_N_ROLES; i++) {
    config->role[i].files = g_ptr_array_new_with_free_func (g_free);
    config->role[i].bold = g_ptr_array_new_with_free_func (g_free);
  }
  return config;
}

void tz_font_config_free (TzFontConfig *config)
{
  if (!config)
    return;
  g_ptr_array_unref (config->dirs);
  for (int i = 0; i < TZ_N_ROLES; i++) {
    g_ptr_array_unref (config->role[i].files);
    g_ptr_array_unref (config->role[i].bold);
    g_free (config->role[i].office);
  }
  g_free (config);
}

/* ---- files ---- */

/* "NAME#2" gives 2 and cuts it off; without a number 0. */
static int split_index (char *name)
{
  char *mark = strrchr (name, '#');
  if (!mark || !g_ascii_isdigit (mark[1]))
    return 0;
  char *end = NULL;
  guint64 index = g_ascii_strtoull (mark + 1, &end, 10);
  if (*end != '\0' || index > 1000)
    return 0;
  *mark = '\0';
  return (int)index;
}

static char *find_file (const TzFontConfig *config, const char *name)
{
  if (g_path_is_absolute (name))
    return g_file_test (name, G_FILE_TEST_IS_REGULAR) ? g_strdup (name) : NULL;
  for (guint i = 0; i < config->dirs->len; i++) {
    g_autofree char *path = g_build_filename (config->dirs->pdata[i], name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer (&path);
  }
  return NULL;
}

static FcConfig *system_fonts (TzFonts *fonts)
{
  if (!fonts->system)
    fonts->system = FcInitLoadConfigAndFonts ();
  return fonts->system;
}

static char *file_of_pattern (FcPattern *pattern, int *index)
{
  FcChar8 *file = NULL;
  if (!pattern || FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch)
    return NULL;
  if (FcPatternGetInteger (pattern, FC_INDEX, 0, index) != FcResultMatch)
    *index = 0;
  *index &= 0xFFFF; /* the upper half names instances of variable fonts */
  return g_strdup ((const char *)file);
}

/* A file of the family NAME, or NULL if the machine has no such family. */
static char *find_family (TzFonts *fonts, const char *name, gboolean bold, int *index)
{
  if (strchr (name, '/') || g_str_has_suffix (name, ".otf") || g_str_has_suffix (name, ".ttf") ||
      g_str_has_suffix (name, ".ttc"))
    return NULL;
  FcPattern *wanted = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, name, FC_WEIGHT, FcTypeInteger,
                                      bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, NULL);
  FcConfigSubstitute (system_fonts (fonts), wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  FcResult result;
  FcPattern *found = FcFontMatch (system_fonts (fonts), wanted, &result);
  char *path = NULL;
  FcChar8 *family = NULL;
  for (int i = 0; found && FcPatternGetString (found, FC_FAMILY, i, &family) == FcResultMatch; i++)
    if (g_ascii_strcasecmp ((const char *)family, name) == 0) {
      path = file_of_pattern (found, index);
      break;
    }
  if (found)
    FcPatternDestroy (found);
  FcPatternDestroy (wanted);
  return path;
}

/* ---- faces ---- */

static Face *face_at (const TzFonts *fonts, TzFace face)
{
  g_assert (face < fonts->faces->len);
  return &g_array_index (fonts->faces, Face, face);
}

static TzFace add_face (TzFonts *fonts, const char *path, int index, gboolean thicken)
{
  for (guint i = 0; i < fonts->faces->len; i++) {
    const Face *face = face_at (fonts, (TzFace)i);
    if (face->index == index && face->thicken == thicken && g_str_equal (face->path, path))
      return (TzFace)i;
  }
  Face face = { .path = g_strdup (path), .index = index, .thicken = thicken };
  g_array_append_val (fonts->faces, face);
  return (TzFace)(fonts->faces->len - 1);
}

static char *find_font (TzFonts *fonts, const char *listed, gboolean bold, int *index)
{
  g_autofree char *name = g_strdup (listed);
  *index = split_index (name);
  char *path = find_file (fonts->config, name);
  return path ? path : find_family (fonts, name, bold, index);
}

gboolean tz_fonts_know (TzFonts *fonts, const char *name)
{
  int index;
  g_autofree char *path = find_font (fonts, name, FALSE, &index);
  return path != NULL;
}

static void chain_add (TzFonts *fonts, Chain *chain, const GPtrArray *names, gboolean bold, gboolean thicken)
{
  for (guint i = 0; i < names->len; i++) {
    int index;
    g_autofree char *path = find_font (fonts, names->pdata[i], bold, &index);
    if (!path || fonts->faces->len >= TZ_FACE_NONE - 1)
      continue;
    TzFace face = add_face (fonts, path, index, thicken);
    g_array_append_val (chain->faces, face);
  }
}

/* The role's own files, then those of the other hanzi roles, so that a rare
 * character comes from a neighbouring style before the system is searched. */
static Chain *chain_get (TzFonts *fonts, TzRole role, gboolean bold)
{
  Chain *chain = &fonts->chains[role][bold ? 1 : 0];
  if (chain->ready)
    return chain;
  chain->ready = TRUE;
  chain->faces = g_array_new (FALSE, FALSE, sizeof (TzFace));
  const TzFontConfig *config = fonts->config;
  if (bold)
    chain_add (fonts, chain, config->role[role].bold, TRUE, FALSE);
  /* 黑体 and 小标宋 are heavy already: bold text in them is the face as it is. */
  gboolean heavy = role == TZ_ROLE_HEI || role == TZ_ROLE_XIAOBIAOSONG;
  chain_add (fonts, chain, config->role[role].files, bold, bold && !heavy);
  static const TzRole others[] = { TZ_ROLE_SONG, TZ_ROLE_HEI, TZ_ROLE_KAITI };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] != role)
      chain_add (fonts, chain, config->role[others[i]].files, bold, bold && others[i] != TZ_ROLE_HEI);
  return chain;
}

hb_font_t *tz_fonts_hb (TzFonts *fonts, TzFace number)
{
  Face *face = face_at (fonts, number);
  if (face->hb || face->broken)
    return face->hb;
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (face->path);
  hb_face_t *hb_face = blob ? hb_face_create (blob, (unsigned)face->index) : NULL;
  if (hb_face && hb_face_get_glyph_count (hb_face) > 0) {
    face->hb = hb_font_create (hb_face);
    hb_font_set_scale (face->hb, TZ_FONT_EM, TZ_FONT_EM);
  } else {
    face->broken = TRUE;
  }
  hb_face_destroy (hb_face);
  hb_blob_destroy (blob);
  return face->hb;
}

cairo_font_face_t *tz_fonts_cairo (TzFonts *fonts, TzFace number)
{
  Face *face = face_at (fonts, number);
  if (!face->cairo)
    face->cairo = tz_face_open (face->path, face->index);
  return face->cairo;
}

cairo_font_face_t *tz_fonts_cairo_subset (TzFonts *fonts, TzFace number, const guint8 *glyphs,
                                          guint16 **numbers)
{
  hb_font_t *font = tz_fonts_hb (fonts, number);
  cairo_font_face_t *cairo = font ? tz_face_cut (font, glyphs, numbers) : NULL;
  if (cairo)
    return cairo;
  *numbers = NULL;
  cairo = tz_fonts_cairo (fonts, number);
  return cairo ? cairo_font_face_reference (cairo) : NULL;
}

guint32 tz_fonts_space (TzFonts *fonts, TzFace number)
{
  hb_font_t *font = tz_fonts_hb (fonts, number);
  hb_codepoint_t glyph = 0;
  return font && hb_font_get_nominal_glyph (font, ' ', &glyph) && glyph <= 0xFFFF ? glyph : 0;
}

int tz_fonts_n_faces (const TzFonts *fonts)
{
  return (int)fonts->faces->len;
}

const char *tz_fonts_path (const TzFonts *fonts, TzFace face)
{
  return face_at (fonts, face)->path;
}

gboolean tz_fonts_needs_thickening (const TzFonts *fonts, TzFace face)
{
  return face_at (fonts, face)->thicken;
}

/* ---- characters ---- */

static TzFace find_in_chain (TzFonts *fonts, const Chain *chain, gunichar c, guint32 *glyph)
{
  for (guint i = 0; i < chain->faces->len; i++) {
    TzFace face = g_array_index (chain->faces, TzFace, i);
    hb_font_t *hb = tz_fonts_hb (fonts, face);
    hb_codepoint_t id = 0;
    if (hb && hb_font_get_nominal_glyph (hb, c, &id) && id != 0) {
      *glyph = id;
      return face;
    }
  }
  return TZ_FACE_NONE;
}

/* Any font of the machine that has C; joins the chain so that its further
 * characters are found without asking again. */
static TzFace find_in_system (TzFonts *fonts, Chain *chain, gunichar c, guint32 *glyph)
{
  FcCharSet *wanted_chars = FcCharSetCreate ();
  FcCharSetAddChar (wanted_chars, c);
  FcPattern *wanted =
      FcPatternBuild (NULL, FC_CHARSET, FcTypeCharSet, wanted_chars, FC_SCALABLE, FcTypeBool, FcTrue, FC_COLOR,
                      FcTypeBool, FcFalse, FC_LANG, FcTypeString, "zh-cn", NULL);
  FcConfigSubstitute (system_fonts (fonts), wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  FcResult result;
  FcPattern *found = FcFontMatch (system_fonts (fonts), wanted, &result);
  TzFace answer = TZ_FACE_NONE;
  int index = 0;
  g_autofree char *path = file_of_pattern (found, &index);
  if (path && fonts->faces->len < TZ_FACE_NONE - 1) {
    TzFace face = add_face (fonts, path, index, FALSE);
    hb_font_t *hb = tz_fonts_hb (fonts, face);
    hb_codepoint_t id = 0;
    if (hb && hb_font_get_nominal_glyph (hb, c, &id) && id != 0) {
      g_array_append_val (chain->faces, face);
      *glyph = id;
      answer = face;
    }
  }
  if (found)
    FcPatternDestroy (found);
  FcPatternDestroy (wanted);
  FcCharSetDestroy (wanted_chars);
  return answer;
}

TzFace tz_fonts_find (TzFonts *fonts, TzRole role, gboolean bold, gunichar c, guint32 *glyph)
{
  Chain *chain = chain_get (fonts, role, bold);
  TzFace face = find_in_chain (fonts, chain, c, glyph);
  return face != TZ_FACE_NONE ? face : find_in_system (fonts, chain, c, glyph);
}

gboolean tz_fonts_own_western (const TzFonts *fonts, TzRole role)
{
  return fonts->config->role[role].own_western;
}

const char *tz_fonts_office_name (const TzFonts *fonts, TzRole role)
{
  const char *name = fonts->config->role[role].office;
  return name ? name : tz_role_name (role);
}

/* ---- the set ---- */

TzFonts *tz_fonts_new (TzFontConfig *take_config, GError **error)
{
  TzFonts *fonts = g_new0 (TzFonts, 1);
  fonts->config = take_config;
  fonts->faces = g_array_new (FALSE, TRUE, sizeof (Face));
  for (int role = 0; role < TZ_N_ROLES; role++)
    if (chain_get (fonts, (TzRole)role, FALSE)->faces->len == 0) {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                   _ ("no font for %s is installed: install the Debian packages fonts-noto-cjk and "
                      "fonts-liberation, or name a font file in ~/.config/taizhang/fonts.ini"),
                   tz_role_name ((TzRole)role));
      tz_fonts_free (fonts);
      return NULL;
    }
  return fonts;
}

void tz_fonts_free (TzFonts *fonts)
{
  if (!fonts)
    return;
  for (guint i = 0; i < fonts->faces->len; i++) {
    Face *face = face_at (fonts, (TzFace)i);
    hb_font_destroy (face->hb);
    if (face->cairo)
      cairo_font_face_destroy (face->cairo);
    g_free (face->path);
  }
  g_array_unref (fonts->faces);
  for (int role = 0; role < TZ_N_ROLES; role++)
    for (int bold = 0; bold < 2; bold++)
      if (fonts->chains[role][bold].faces)
        g_array_unref (fonts->chains[role][bold].faces);
  if (fonts->system)
    FcConfigDestroy (fonts->system);
  tz_font_config_free (fonts->config);
  g_free (fonts);
}
