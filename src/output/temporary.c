/* A thread waits for the signals that end a program (sigwait), so that what they ask for is done by
 * ordinary code and not by a handler, which might neither lock nor list a folder. Other threads go on
 * meanwhile: they cannot make a new folder, since the lock is never given back, and in one that has
 * been removed they cannot create a file. */
#include "output/temporary.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

static GRecMutex lock;
static GHashTable *known; /* set of char *, the paths of all that there are */

/* ---- folders ---- */

static char *make_folder (const char *folder, int *number)
{
  static int counter;
  for (;;) {
    g_autofree char *base = g_strdup_printf (".taizhang-%ld-%d.tmp", (long)getpid (), counter++);
    char *path = g_build_filename (folder, base, NULL);
    if (g_mkdir (path, 0700) == 0)
      return path;
    *number = errno;
    g_free (path);
    if (*number != EEXIST)
      return NULL;
  }
}

char *tz_temporary_new (const char *folder, int *number)
{
  tz_temporary_hold ();
  char *path = make_folder (folder, number);
  if (!known)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (path)
    g_hash_table_add (known, g_strdup (path));
  tz_temporary_release ();
  return path;
}

static void empty (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;
  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    g_unlink (file);
  }
  if (dir)
    g_dir_close (dir);
}

/* Another thread may be creating files in it: it is emptied until it can be removed. */
static void erase (const char *path)
{
  enum { TRIES = 1000 };
  for (int i = 0; i < TRIES && g_rmdir (path) != 0 && errno != ENOENT; i++)
    empty (path);
}

void tz_temporary_remove (char *take_path)
{
  if (!take_path)
    return;
  tz_temporary_hold ();
  erase (take_path);
  g_hash_table_remove (known, take_path);
  tz_temporary_release ();
  g_free (take_path);
}

/* ---- signals ---- */

void tz_temporary_hold (void)
{
  g_rec_mutex_lock (&lock);
}

void tz_temporary_release (void)
{
  g_rec_mutex_unlock (&lock);
}

/* As if nobody had waited for it: the caller's shell sees which signal it was. */
static void end_by (int signal_number)
{
  sigset_t only;
  sigemptyset (&only);
  sigaddset (&only, signal_number);
  signal (signal_number, SIG_DFL);
  pthread_sigmask (SIG_UNBLOCK, &only, NULL);
  raise (signal_number);
}

static gpointer await (gpointer awaited)
{
  int signal_number = 0;
  while (sigwait (awaited, &signal_number) != 0)
    ;
  tz_temporary_hold (); /* never released */
  GHashTableIter iter;
  gpointer path;
  if (known) {
    g_hash_table_iter_init (&iter, known);
    while (g_hash_table_iter_next (&iter, &path, NULL))
      erase (path);
  }
  end_by (signal_number);
  return NULL;
}

void tz_temporary_watch (void)
{
  static const int ending[] = { SIGHUP, SIGINT, SIGTERM };
  static sigset_t awaited;
  gboolean any = FALSE;
  sigemptyset (&awaited);
  for (guint i = 0; i < G_N_ELEMENTS (ending); i++) {
    struct sigaction action;
    if (sigaction (ending[i], NULL, &action) != 0 || action.sa_handler == SIG_IGN)
      continue;
    sigaddset (&awaited, ending[i]);
    any = TRUE;
  }
  if (!any)
    return;
  pthread_sigmask (SIG_BLOCK, &awaited, NULL);
  g_thread_unref (g_thread_new ("signals", await, &awaited));
}
