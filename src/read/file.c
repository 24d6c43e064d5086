#include "read/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"

void (*tz_file_opened) (const char *path);

/* Everything that FD gives, up to one byte more than allowed; -1 on a read error. */
static gssize read_all (int fd, gsize expected, GByteArray *bytes)
{
  gsize used = 0;
  g_byte_array_set_size (bytes, (guint)MIN (expected + 1, TZ_MAX_FILE_SIZE + 1));
  for (;;) {
    if (used == bytes->len && used > TZ_MAX_FILE_SIZE)
      return (gssize)used;
    if (used == bytes->len)
      g_byte_array_set_size (bytes,
                             (guint)MIN (TZ_MAX_FILE_SIZE + 1, (gsize)bytes->len + bytes->len / 2 + 65536));
    gssize n = read (fd, bytes->data + used, bytes->len - used);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return -1;
    if (n == 0)
      return (gssize)used;
    used += (gsize)n;
  }
}

static void report_unreadable (const char *shown, TzDiag *diag, int error)
{
  TzPlace place = tz_place_file (shown);
  if (error == ENOENT || error == ENOTDIR)
    tz_diag_add (diag, TZ_ERROR, &place, "file-missing",
                 _ ("there is no such file; check its name and folder"));
  else if (error == EISDIR)
    tz_diag_add (diag, TZ_ERROR, &place, "file-is-folder", _ ("this is a folder; name a file in it"));
  else if (error == EACCES || error == EPERM)
    tz_diag_add (
        diag, TZ_ERROR, &place, "file-unreadable",
        _ ("you may not read this file; ask its owner for permission, or copy it to a folder of your own"));
  else
    tz_diag_add (diag, TZ_ERROR, &place, "file-unreadable",
                 _ ("the file cannot be read (%s); copy it to another disk and try again"), g_strerror (error));
}

gboolean tz_file_is_stdin (const char *path)
{
  return g_str_equal (path, "-");
}

/* Standard input can be read once, and is kept. 0, or an errno. */
static int load_stdin (GByteArray *copy)
{
  static GMutex lock;
  static GByteArray *kept;
  static int error;
  g_mutex_lock (&lock);
  if (kept == NULL) {
    kept = g_byte_array_new ();
    gssize size = read_all (STDIN_FILENO, 0, kept);
    error = size < 0 ? errno : 0;
    g_byte_array_set_size (kept, size < 0 ? 0 : (guint)size);
  }
  g_byte_array_set_size (copy, kept->len + 1); /* so that nothing has an address, too */
  memcpy (copy->data, kept->data, kept->len);
  g_byte_array_set_size (copy, kept->len);
  g_mutex_unlock (&lock);
  return error;
}

GByteArray *tz_file_load (const char *path, const char *shown, TzDiag *diag)
{
  struct stat status = { 0 };
  GByteArray *bytes = NULL;
  if (tz_file_opened)
    tz_file_opened (path);
  gboolean is_stdin = tz_file_is_stdin (path);
  int fd = is_stdin ? dup (STDIN_FILENO) : open (path, O_RDONLY | O_CLOEXEC);
  int error = fd < 0 || fstat (fd, &status) < 0 ? errno : S_ISDIR (status.st_mode) ? EISDIR : 0;

  if (error == 0)
    bytes = g_byte_array_new ();
  if (error == 0 && is_stdin) {
    error = load_stdin (bytes);
  } else if (error == 0) {
    gssize size = read_all (fd, S_ISREG (status.st_mode) ? (gsize)status.st_size : 0, bytes);
    error = size < 0 ? errno : 0;
    g_byte_array_set_size (bytes, size < 0 ? 0 : (guint)size);
  }
  if (fd >= 0)
    close (fd);
  if (error == 0 && bytes->len <= TZ_MAX_FILE_SIZE)
    return bytes;
  if (error == 0)
    tz_file_report_size (shown, diag);
  else
    report_unreadable (shown, diag, error);
  if (bytes != NULL)
    g_byte_array_unref (bytes);
  return NULL;
}

void tz_file_report_size (const char *shown, TzDiag *diag)
{
  TzPlace place = tz_place_file (shown);
  tz_diag_add (diag, TZ_ERROR, &place, "file-too-large",
               _ ("the file is larger than %d MiB; split it into several"), TZ_MAX_FILE_MIB);
}
