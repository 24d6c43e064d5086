#include "output/output.h"

#include "base/intl.h"
#include "output/backends.h"
#include "output/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BACKEND(name) &tz_backend_##name,
static const TzBackend *const backends[] = { TZ_BACKENDS (BACKEND) };

const TzBackend *tz_backend_lookup (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (backends); i++)
    if (g_str_equal (backends[i]->name, name))
      return backends[i];
  return NULL;
}

const char *const *tz_backend_names (void)
{
  static const char *names[G_N_ELEMENTS (backends) + 1];
  for (guint i = 0; i < G_N_ELEMENTS (backends); i++)
    names[i] = backends[i]->name;
  return names;
}

char *tz_backend_default_names (void)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (backends); i++)
    if (backends[i]->usual)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", backends[i]->name);
  return g_string_free (names, FALSE);
}

/* One file on its way: written in a temporary folder, then renamed. */
typedef struct {
  char *temporary, *final;
} Piece;

static void piece_free (Piece *piece)
{
  g_free (piece->temporary);
  g_free (piece->final);
  g_free (piece);
}

/* Forces to the disk what was written. Returns the errno of a write that failed only there, or 0. */
static int flush_to_disk (const char *path, int flags)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  if (fd < 0)
    return errno;
  int number = fsync (fd) == 0 ? 0 : errno;
  close (fd);
  return number;
}

/* A folder name or a path must not come in by way of a document's name. */
static gboolean name_is_safe (const char *name)
{
  return name && *name && !strchr (name, '/') && !g_str_equal (name, ".") && !g_str_equal (name, "..") &&
         g_utf8_validate (name, -1, NULL);
}

static gboolean prepare (const TzLayout *layout, const char *folder, GError **error)
{
  const char *name = layout->doc->name;
  if (!name_is_safe (name)) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                 _ ("“%s” cannot be the name of a file. Give the document a name without “/”"),
                 name ? name : "");
    return FALSE;
  }
  if (g_mkdir_with_parents (folder, 0777) != 0) {
    tz_output_set_error (error, folder, errno);
    return FALSE;
  }
  return TRUE;
}

/* Digits of N, n >= 1. */
static int digits (int n)
{
  int width = 1;
  for (; n >= 10; n /= 10)
    width++;
  return width;
}

/* NAME.png for the only page (WIDTH 0), else NAME-01.png … NAME-12.png, so that names sort
 * as the pages do. */
static char *page_name (const char *name, const char *extension, int page, int width)
{
  return width == 0 ? g_strdup_printf ("%s.%s", name, extension)
                    : g_strdup_printf ("%s-%0*d.%s", name, width, page, extension);
}

char **tz_output_names (const TzBackend *backend, const char *name, int n_pages)
{
  int n = backend->per_page ? MAX (n_pages, 1) : 1;
  int width = n > 1 ? digits (n) : 0;
  char **names = g_new0 (char *, (gsize)n + 1);
  for (int page = 0; page < n; page++)
    names[page] = page_name (name, backend->extension, page + 1, width);
  return names;
}

/* The back end knows only the temporary name, the user only the final one. */
static void propagate_with_final_name (GError **error, GError *take_cause, const Piece *piece)
{
  GString *message = g_string_new (take_cause->message);
  if (g_string_replace (message, piece->temporary, piece->final, 0) == 0) {
    g_string_prepend (message, ": ");
    g_string_prepend (message, piece->final);
  }
  g_set_error_literal (error, take_cause->domain, take_cause->code, message->str);
  g_string_free (message, TRUE);
  g_error_free (take_cause);
}

struct TzOutput {
  char *folder, *temporary; /* TEMPORARY: in FOLDER, NULL before the first file */
  GPtrArray *pieces;        /* of Piece */
};

/* The name is short and not the document's: one of 80 hanzi leaves no room for a suffix within the 255
 * bytes that file systems allow, and a library may put files of its own beside it. */
static Piece *add_piece (TzOutput *output, char *take_final)
{
  Piece *piece = g_new0 (Piece, 1);
  g_autofree char *base = g_strdup_printf ("%u", output->pieces->len);
  piece->temporary = g_build_filename (output->temporary, base, NULL);
  piece->final = take_final;
  g_ptr_array_add (output->pieces, piece);
  return piece;
}

static gboolean write_piece (TzOutput *output, const TzBackend *backend, const TzLayout *layout, TzFonts *fonts,
                             int page, const char *name, TzDiag *diag, GError **error)
{
  char *final = g_build_filename (output->folder, name, NULL);
  int number = 0;
  if (!output->temporary)
    output->temporary = tz_temporary_new (output->folder, &number);
  if (!output->temporary) {
    tz_output_set_error (error, final, number);
    g_free (final);
    return FALSE;
  }
  const Piece *piece = add_piece (output, final);
  GError *cause = NULL;
  if (!backend->write (layout, fonts, piece->temporary, page, diag, &cause)) {
    propagate_with_final_name (error, cause, piece);
    return FALSE;
  }
  number = flush_to_disk (piece->temporary, 0);
  if (number != 0)
    tz_output_set_error (error, piece->final, number);
  return number == 0;
}

/* What would stop the renaming halfway and can be known before it. */
static gboolean may_rename (const GPtrArray *pieces, GError **error)
{
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = g_ptr_array_index (pieces, i);
    if (!g_file_test (piece->final, G_FILE_TEST_IS_DIR) || g_file_test (piece->final, G_FILE_TEST_IS_SYMLINK))
      continue;
    tz_output_set_error (error, piece->final, EISDIR);
    return FALSE;
  }
  return TRUE;
}

static gboolean rename_pieces (const char *folder, GPtrArray *pieces, GPtrArray *paths, GError **error)
{
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = g_ptr_array_index (pieces, i);
    if (g_rename (piece->temporary, piece->final) != 0) {
      tz_output_set_error (error, piece->final, errno);
      return FALSE;
    }
    g_ptr_array_add (paths, g_strdup (piece->final));
  }
  /* Forces the new names to the disk, too. Some file systems cannot do that; the files are complete all the
   * same. */
  flush_to_disk (folder, O_DIRECTORY);
  return TRUE;
}

static void warn_if_there (const char *folder, const char *name, const char *extension, int page, int width,
                           TzDiag *diag)
{
  g_autofree char *base = page_name (name, extension, page, width);
  char *path = g_build_filename (folder, base, NULL);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    TzPlace place = tz_place_file (path);
    tz_diag_add (
        diag, TZ_WARNING, &place, "old-page",
        _ ("this is not a page of the document as it is now: an earlier run with another number of pages "
           "may have left it. Delete it and the pages after it"));
  }
  g_free (path);
}

/* Pages of an earlier run that had more of them (or fewer, under other names)
 * would be taken for pages of this document. They are reported and not deleted,
 * because another document may be called "NAME-2". Asked for by name: the page
 * after the last one, and the first page of each other numbering. */
static void warn_of_old_pages (const char *folder, const char *name, const char *extension, int n_pages,
                               int width, TzDiag *diag)
{
  if (width > 0)
    warn_if_there (folder, name, extension, 1, 0, diag);
  for (int other = 1; other <= 5; other++)
    if (other != width)
      warn_if_there (folder, name, extension, 1, other, diag);
    else if (digits (n_pages + 1) == width)
      warn_if_there (folder, name, extension, n_pages + 1, width, diag);
}

TzOutput *tz_output_new (const char *folder)
{
  TzOutput *output = g_new0 (TzOutput, 1);
  output->folder = g_strdup (folder);
  output->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)piece_free);
  return output;
}

void tz_output_free (TzOutput *output)
{
  if (!output)
    return;
  tz_temporary_remove (output->temporary);
  g_ptr_array_unref (output->pieces);
  g_free (output->folder);
  g_free (output);
}

gboolean tz_output_add (TzOutput *output, const TzBackend *backend, const TzLayout *layout, TzFonts *fonts,
                        TzDiag *diag, GError **error)
{
  if (!prepare (layout, output->folder, error))
    return FALSE;
  int n_pages = backend->per_page ? (int)layout->pages->pages->len : 1;
  char **names = tz_output_names (backend, layout->doc->name, n_pages);
  gboolean ok = TRUE;
  for (int page = 0; ok && names[page]; page++)
    ok = write_piece (output, backend, layout, fonts, page, names[page], diag, error);
  g_strfreev (names);
  if (!ok)
    return FALSE;
  if (backend->per_page)
    warn_of_old_pages (output->folder, layout->doc->name, backend->extension, n_pages,
                       n_pages > 1 ? digits (n_pages) : 0, diag);
  return TRUE;
}

gboolean tz_output_commit (TzOutput *output, GPtrArray *paths, GError **error)
{
  if (!may_rename (output->pieces, error))
    return FALSE;
  tz_temporary_hold ();
  gboolean ok = rename_pieces (output->folder, output->pieces, paths, error);
  tz_temporary_release ();
  return ok;
}

gboolean tz_backend_write (const TzBackend *backend, const TzLayout *layout, TzFonts *fonts, const char *folder,
                           GPtrArray *paths, TzDiag *diag, GError **error)
{
  TzOutput *output = tz_output_new (folder);
  gboolean ok =
      tz_output_add (output, backend, layout, fonts, diag, error) && tz_output_commit (output, paths, error);
  tz_output_free (output);
  return ok;
}
