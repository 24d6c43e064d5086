#include "output/backend.h"

#include "base/intl.h"

#include <errno.h>

/* The usual causes, each with what to do. The system's own words serve for the rest. */
static const struct {
  int number;
  const char *message; /* has one %s: the path */
} causes[] = {
  { ENOSPC, N_ ("cannot write “%s”: the disk is full. Free some space, or choose another folder with -o") },
  { EDQUOT,
    N_ ("cannot write “%s”: your share of the disk is used up. Delete some files, or choose another folder "
        "with -o") },
  { EFBIG,
    N_ ("cannot write “%s”: it would be larger than this system allows. Choose another folder with -o") },
  { EACCES,
    N_ ("cannot write “%s”: you may not write there. Choose another folder with -o, or ask for permission") },
  { EPERM,
    N_ ("cannot write “%s”: you may not write there. Choose another folder with -o, or ask for permission") },
  { EROFS, N_ ("cannot write “%s”: that disk can only be read. Choose another folder with -o") },
  { EISDIR,
    N_ ("cannot write “%s”: a folder has that name. Rename the folder, or choose another one with -o") },
  { ENOTDIR,
    N_ ("cannot write “%s”: a file stands where a folder is needed. Rename that file, or choose another folder "
        "with -o") },
  { EEXIST,
    N_ ("cannot write “%s”: a file stands where a folder is needed. Rename that file, or choose another folder "
        "with -o") },
  { ENOENT,
    N_ ("cannot write “%s”: its folder is not there and cannot be made. Choose another folder with -o") },
  { ENAMETOOLONG,
    N_ ("cannot write “%s”: the name is too long for this disk. Give the document a shorter name") },
};

void tz_output_set_error (GError **error, const char *path, int number)
{
  int code = (int)g_file_error_from_errno (number == 0 ? EIO : number);
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (causes[i].number == number) {
      g_set_error (error, G_FILE_ERROR, code, _ (causes[i].message), path);
      return;
    }
  g_set_error (
      error, G_FILE_ERROR, code,
      _ ("cannot write “%s” (%s). Choose another folder with -o, or ask whoever looks after this computer"),
      path, g_strerror (number == 0 ? EIO : number));
}
