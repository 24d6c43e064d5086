#include "read/workbook/convert.h"

#include "base/intl.h"
#include "read/file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT = 120 /* seconds */, STEP = 20 /* milliseconds */ };

static void report (const char *shown, const char *code, const char *message, TzDiag *diag)
{
  TzPlace place = tz_place_file (shown);
  tz_diag_add (diag, TZ_ERROR, &place, code, "%s", message);
}

/* In the child: its own process group, so that all that it starts can be ended with it. */
static void set_limits (gpointer data)
{
  (void)data;
  struct rlimit size = { TZ_MAX_FILE_SIZE, TZ_MAX_FILE_SIZE };
  setpgid (0, 0);
  setrlimit (RLIMIT_FSIZE, &size);
}

/* Whether the process ended by itself and in time, with status 0. */
static gboolean wait_for (GPid pid)
{
  int status = 0;
  for (int waited = 0; waited < LIMIT * 1000; waited += STEP) {
    pid_t ended = waitpid (pid, &status, WNOHANG);
    if (ended != 0)
      return ended == pid && WIFEXITED (status) && WEXITSTATUS (status) == 0;
    g_usleep ((gulong)STEP * 1000);
  }
  kill (-pid, SIGKILL);
  waitpid (pid, &status, 0);
  return FALSE;
}

static gboolean run (const char *program, const char *folder, const char *input)
{
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=file://", folder, "/profile", NULL);
  char *arguments[] = { (char *)program,
                        profile,
                        (char *)"--headless",
                        (char *)"--norestore",
                        (char *)"--nolockcheck",
                        (char *)"--convert-to",
                        (char *)"xlsx:Calc MS Excel 2007 XML",
                        (char *)"--outdir",
                        (char *)folder,
                        (char *)input,
                        NULL };
  GPid pid;
  GSpawnFlags flags = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL;
  return g_spawn_async (folder, arguments, NULL, flags, set_limits, NULL, &pid, NULL) && wait_for (pid);
}

static void remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  for (const char *name; dir && (name = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      remove_folder (path);
    else
      g_unlink (path);
  }
  if (dir)
    g_dir_close (dir);
  g_rmdir (folder);
}

static char *find_program (void)
{
  static const char *const names[] = { "soffice", "libreoffice" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    char *path = g_find_program_in_path (names[i]);
    if (path)
      return path;
  }
  return NULL;
}

static GByteArray *convert_in (const char *folder, const char *program, const GByteArray *bytes,
                               const char *extension, const char *shown, TzDiag *diag)
{
  g_autofree char *name = g_strconcat ("table.", extension, NULL);
  g_autofree char *input = g_build_filename (folder, name, NULL);
  g_autofree char *output = g_build_filename (folder, "table.xlsx", NULL);
  if (!g_file_set_contents (input, (const char *)bytes->data, (gssize)bytes->len, NULL) ||
      !run (program, folder, input) || !g_file_test (output, G_FILE_TEST_IS_REGULAR)) {
    report (shown, "not-converted",
            _ ("LibreOffice could not read the file; open it in Excel or WPS, save it as .xlsx, and give that"),
            diag);
    return NULL;
  }
  return tz_file_load (output, shown, diag);
}

GByteArray *tz_convert_to_xlsx (const GByteArray *bytes, const char *extension, const char *shown, TzDiag *diag)
{
  g_autofree char *program = find_program ();
  if (!program) {
    report (shown, "no-converter",
            _ ("a file of this kind is read through LibreOffice, which is not installed here; open it in Excel "
               "or WPS "
               "and save it as .xlsx, or install LibreOffice"),
            diag);
    return NULL;
  }
  g_autofree char *folder = g_dir_make_tmp ("taizhang-XXXXXX", NULL);
  if (!folder) {
    report (shown, "not-converted", _ ("no temporary folder could be made; check the disk"), diag);
    return NULL;
  }
  GByteArray *made = convert_in (folder, program, bytes, extension, shown, diag);
  remove_folder (folder);
  return made;
}
