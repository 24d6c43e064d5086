/* Names and paths of a book's files. */
#include "base/intl.h"
#include "base/utf8.h"
#include "compose/book/data.h"
#include "read/file.h"
#include "read/source.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_NAME = 200 }; /* bytes: file systems allow 255 with extension and page number */

char *tz_book_stem (const char *path)
{
  if (tz_file_is_stdin (path))
    return g_strdup ("stdin");
  g_autofree char *sheet = NULL, *file = tz_source_path (path, &sheet);
  char *stem = g_path_get_basename (file), *dot = strrchr (stem, '.');
  if (dot && dot != stem)
    *dot = '\0';
  return stem;
}

char *tz_book_path (const TzBook *book, const char *path)
{
  if (g_path_is_absolute (path))
    return g_strdup (path);
  char *folder = g_path_get_dirname (book->input);
  char *full = g_str_equal (folder, ".") ? g_strdup (path) : g_build_filename (folder, path, NULL);
  g_free (folder);
  return full;
}

gboolean tz_book_is_same_path (const char *a, const char *b)
{
  if (!a || g_str_equal (a, b))
    return a != NULL;
  g_autofree char *canonical = g_canonicalize_filename (a, NULL), *other = g_canonicalize_filename (b, NULL);
  return g_str_equal (canonical, other);
}

gboolean tz_book_check_file (const char *path, const TzIniKey *key, TzDiag *diag)
{
  struct stat status;
  g_autofree char *sheet = NULL, *file = tz_source_path (path, &sheet);
  if (stat (file, &status) == 0 || (errno != ENOENT && errno != ENOTDIR))
    return TRUE;
  g_autofree char *shown = g_utf8_make_valid (file, -1);
  tz_diag_add (diag, TZ_ERROR, &key->value_place, "file-missing",
               _ ("there is no file %s; correct its name here, or put the file there"), shown);
  return FALSE;
}

/* Why NAME cannot be a file's name: a message with one %s for it, or NULL. */
static const char *name_fault (const char *name)
{
  static const char forbidden[] = "/\\:*?\"<>|";
  if (*name == '\0')
    return _ ("a file needs a name, “%s” is none; write one, such as name = ledger");
  if (*name == '.')
    return _ ("“%s” begins with a dot, so it cannot be the name of a file; choose another name");
  if (strlen (name) > MAX_NAME)
    return _ ("“%s” is too long for the name of a file; choose a shorter name");
  if (strpbrk (name, forbidden))
    return _ (
        "“%s” contains one of / \\ : * ? \" < > |, so it cannot be the name of a file; choose another name");
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return _ ("“%s” contains invisible control characters, so it cannot be the name of a file; choose "
                "another name");
  return name[strlen (name) - 1] == ' ' || name[strlen (name) - 1] == '.'
             ? _ ("“%s” ends with a blank or a dot, so it cannot be the name of a file; choose another name")
             : NULL;
}

gboolean tz_book_check_name (const char *name, const TzPlace *place, TzDiag *diag)
{
  const char *fault =
      g_utf8_validate (name, -1, NULL)
          ? name_fault (name)
          : _ ("“%s” is not written in UTF-8, so it cannot be the name of a file; choose another name");
  if (!fault)
    return TRUE;
  char *shown = g_utf8_make_valid (name, -1), *excerpt = tz_utf8_excerpt (shown, 40);
  tz_diag_add (diag, TZ_ERROR, place, "bad-output-name", fault, excerpt);
  g_free (shown);
  g_free (excerpt);
  return FALSE;
}
