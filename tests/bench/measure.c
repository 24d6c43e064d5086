/* measure LIMIT COMMAND...: runs COMMAND once with its output thrown away and prints
 * "STATUS WALL CPU RSS": exit status, seconds, seconds of user and system time, and
 * KiB of peak memory. In C because a process inherits the peak of the one that
 * forked it: a small runner leaves small peaks visible. After LIMIT seconds the
 * command is ended (status 124). */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t late;
static pid_t child;

static void on_alarm (int number)
{
  (void)number;
  late = 1;
  kill (child, SIGKILL);
}

static double now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double seconds (struct timeval t)
{
  return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

static void run (char **command)
{
  int nothing = open ("/dev/null", O_RDWR);
  dup2 (nothing, STDOUT_FILENO);
  dup2 (nothing, STDERR_FILENO);
  execvp (command[0], command);
  _exit (127);
}

int main (int argc, char **argv)
{
  if (argc < 3)
    return 2;
  double start = now ();
  child = fork ();
  if (child < 0)
    return 3;
  if (child == 0)
    run (argv + 2);
  signal (SIGALRM, on_alarm);
  alarm ((unsigned)atoi (argv[1]));
  int status = 0;
  struct rusage usage;
  while (wait4 (child, &status, 0, &usage) < 0)
    ;
  double wall = now () - start;
  printf ("%d %.6f %.6f %ld\n",
          late                 ? 124
          : WIFEXITED (status) ? WEXITSTATUS (status)
                               : 128 + WTERMSIG (status),
          wall, seconds (usage.ru_utime) + seconds (usage.ru_stime), usage.ru_maxrss);
  return 0;
}
