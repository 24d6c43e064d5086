#include "command/own.h"

#include "base/data.h"
#include "base/intl.h"

#include <string.h>

/* The part of PATH behind the program's folder SUB, NULL if it lies elsewhere. Lent by PATH. */
static const char *within (const char *path, const char *sub)
{
  g_autofree char *folder = tz_data_path (sub);
  gsize length = strlen (folder);
  return g_str_has_prefix (path, folder) && path[length] == G_DIR_SEPARATOR ? path + length + 1 : NULL;
}

/* The text for reports is filled with the book's data: they lead to the finding, unless somebody
 * changed the text, and then it should be her own. */
static char *about_text (const TzFinding *finding, const char *input, TzPlace *place)
{
  *place = tz_place_file (input);
  return g_strdup_printf (
      _ ("%s (so reads what the program's own text, %s line %d, makes of these data: correct "
         "the data, or copy that text beside the book, change the copy and name it with "
         "text = …)"),
      finding->message, finding->place.file, finding->place.line);
}

/* A form is read together with what the book and -s set in it. */
static char *about_form (const TzFinding *finding)
{
  return g_strdup_printf (
      _ ("%s. This file came with the program: if the book or -s sets something that does not go "
         "with it, correct that; else undo what was changed in the file, or install the program "
         "again"),
      finding->message);
}

static char *about_part (const TzFinding *finding)
{
  return g_strdup_printf (_ ("%s. This file came with the program: undo what was changed in it, or install the "
                             "program again"),
                          finding->message);
}

char *tz_own_message (const TzFinding *finding, const char *input, TzPlace *place)
{
  *place = finding->place;
  if (!place->file)
    return NULL;
  const char *form = within (place->file, "templates");
  if (form && g_str_has_suffix (form, ".txt"))
    return about_text (finding, input, place);
  if (form && !strchr (form, G_DIR_SEPARATOR))
    return about_form (finding);
  return form || within (place->file, "fonts") ? about_part (finding) : NULL;
}
