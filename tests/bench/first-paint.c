/* first-paint.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* first-paint IDLE_SECONDS PROGRAM [ARGUMENT …]
 *
 * Starts a program on the X display and prints one line of JSON: milliseconds until its window is mapped
 * and until it has content, processor time until three seconds after the start, memory then (the
 * proportional set of the program and its children), and how often its threads woke in the idle seconds
 * after that. The window is watched by events (SubstructureNotify, XDamage), not by polling. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>

#define SETTLE_MS 3000.0
#define LEAST_AFTER_PAINT_MS 2000.0
#define GIVE_UP_MS 60000.0
#define MIN_COLOURS 6
#define MAX_PROCESSES 256

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

/* A window has content once it shows more than a ground and a frame. */
static bool
has_content (Display *display,
             Window   window)
{
  XWindowAttributes attributes;
  XImage *image;
  unsigned long colours[MIN_COLOURS];
  int n_colours = 0;

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.width < 100 || attributes.height < 100)
    return false;
  image = XGetImage (display, window, 0, 0, (unsigned) attributes.width, (unsigned) attributes.height, AllPlanes,
                     ZPixmap);
  if (image == NULL)
    return false;

  for (int y = 3; y < image->height && n_colours < MIN_COLOURS; y += 5)
    for (int x = 3; x < image->width && n_colours < MIN_COLOURS; x += 3)
      {
        unsigned long colour = XGetPixel (image, x, y) & 0xffffff;
        int i = 0;

        while (i < n_colours && colours[i] != colour)
          i++;
        if (i == n_colours)
          colours[n_colours++] = colour;
      }
  XDestroyImage (image);

  return n_colours == MIN_COLOURS;
}

static bool
read_file (const char *path,
           char       *buffer,
           size_t      size)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  ssize_t n_read;

  if (descriptor < 0)
    return false;
  n_read = read (descriptor, buffer, size - 1);
  close (descriptor);
  if (n_read <= 0)
    return false;
  buffer[n_read] = '\0';
  return true;
}

typedef struct
{
  int pid;
  int parent;
  unsigned long ticks;
} Process;

static bool
read_process (int      pid,
              Process *process)
{
  char path[64], buffer[1024];
  const char *rest;
  unsigned long user, system, user_children, system_children;

  snprintf (path, sizeof path, "/proc/%d/stat", pid);
  if (!read_file (path, buffer, sizeof buffer) || (rest = strrchr (buffer, ')')) == NULL)
    return false;
  if (sscanf (rest + 2, "%*c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %lu %lu", &process->parent, &user,
              &system, &user_children, &system_children) != 5)
    return false;
  process->pid = pid;
  process->ticks = user + system + user_children + system_children;
  return true;
}

/* The program and all that descends from it. */
static int
read_tree (int      root,
           Process *tree)
{
  static Process all[8192];
  DIR *directory = opendir ("/proc");
  struct dirent *entry;
  int n_all = 0, n_tree = 0;

  while (directory != NULL && (entry = readdir (directory)) != NULL && n_all < (int) (sizeof all / sizeof *all))
    {
      int pid = atoi (entry->d_name);

      if (pid > 0 && read_process (pid, &all[n_all]))
        n_all++;
    }
  if (directory != NULL)
    closedir (directory);

  for (int i = 0; i < n_all; i++)
    if (all[i].pid == root)
      tree[n_tree++] = all[i];
  for (int i = 0; i < n_tree; i++)
    for (int j = 0; j < n_all && n_tree < MAX_PROCESSES; j++)
      if (all[j].parent == tree[i].pid)
        tree[n_tree++] = all[j];

  return n_tree;
}

static long
read_pss_kb (int pid)
{
  char path[64], buffer[4096];
  const char *line;

  snprintf (path, sizeof path, "/proc/%d/smaps_rollup", pid);
  if (!read_file (path, buffer, sizeof buffer) || (line = strstr (buffer, "\nPss:")) == NULL)
    return 0;
  return atol (line + 5);
}

static long
read_wakeups (int pid)
{
  char path[300], buffer[8192];
  struct dirent *entry;
  DIR *directory;
  long n = 0;

  snprintf (path, sizeof path, "/proc/%d/task", pid);
  directory = opendir (path);
  while (directory != NULL && (entry = readdir (directory)) != NULL)
    {
      const char *line;

      if (entry->d_name[0] == '.')
        continue;
      snprintf (path, sizeof path, "/proc/%d/task/%s/status", pid, entry->d_name);
      if (read_file (path, buffer, sizeof buffer) && (line = strstr (buffer, "\nvoluntary_ctxt_switches:")) != NULL)
        n += atol (line + 25);
    }
  if (directory != NULL)
    closedir (directory);

  return n;
}

int
main (int   argc,
      char *argv[])
{
  double idle_ms, start, map = -1, paint = -1;
  int damage_event, damage_error, pid, n_tree;
  Process tree[MAX_PROCESSES];
  unsigned long ticks = 0;
  long pss_kb = 0, wakeups = 0;
  Display *display;

  if (argc < 3)
    {
      fprintf (stderr, "usage: first-paint IDLE_SECONDS PROGRAM [ARGUMENT …]\n");
      return 2;
    }
  idle_ms = atof (argv[1]) * 1e3;

  XSetErrorHandler (ignore_error);
  display = XOpenDisplay (NULL);
  if (display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      fprintf (stderr, "first-paint: there is no display with the damage extension\n");
      return 1;
    }
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start = now_ms ();
  pid = fork ();
  if (pid == 0)
    {
      setsid ();
      execvp (argv[2], argv + 2);
      _exit (127);
    }

  while (now_ms () < start + (paint < 0 ? GIVE_UP_MS
                              : paint + LEAST_AFTER_PAINT_MS > SETTLE_MS ? paint + LEAST_AFTER_PAINT_MS : SETTLE_MS))
    {
      struct pollfd descriptor = { ConnectionNumber (display), POLLIN, 0 };

      while (XPending (display) > 0)
        {
          XEvent event;

          XNextEvent (display, &event);
          if (event.type == MapNotify && !event.xmap.override_redirect)
            {
              XWindowAttributes attributes;

              if (!XGetWindowAttributes (display, event.xmap.window, &attributes) || attributes.width < 100)
                continue;
              if (map < 0)
                map = now_ms () - start;
              XDamageCreate (display, event.xmap.window, XDamageReportNonEmpty);
              XSync (display, False);
              if (paint < 0 && has_content (display, event.xmap.window))
                paint = now_ms () - start;
            }
          else if (event.type == damage_event + XDamageNotify)
            {
              XDamageNotifyEvent *damage = (XDamageNotifyEvent *) &event;

              XDamageSubtract (display, damage->damage, None, None);
              if (paint < 0 && has_content (display, damage->drawable))
                paint = now_ms () - start;
            }
        }
      if (waitpid (pid, NULL, WNOHANG) == pid)
        {
          fprintf (stderr, "first-paint: %s ended before it showed a window\n", argv[2]);
          return 1;
        }
      poll (&descriptor, 1, 20);
    }

  n_tree = read_tree (pid, tree);
  for (int i = 0; i < n_tree; i++)
    {
      ticks += tree[i].ticks;
      pss_kb += read_pss_kb (tree[i].pid);
    }
  if (idle_ms > 0)
    {
      struct timespec pause = { (time_t) (idle_ms / 1e3), 0 };

      for (int i = 0; i < n_tree; i++)
        wakeups -= read_wakeups (tree[i].pid);
      nanosleep (&pause, NULL);
      for (int i = 0; i < n_tree; i++)
        wakeups += read_wakeups (tree[i].pid);
    }

  printf ("{\"map_ms\": %.1f, \"paint_ms\": %.1f, \"cpu_ms\": %.0f, \"pss_mb\": %.1f, \"wakeups\": %ld}\n", map, paint,
          (double) ticks * 1e3 / (double) sysconf (_SC_CLK_TCK), (double) pss_kb / 1024, wakeups);

  kill (-pid, SIGTERM);
  for (int i = 0; i < 50 && waitpid (pid, NULL, WNOHANG) == 0; i++)
    {
      struct timespec pause = { 0, 100000000 };

      nanosleep (&pause, NULL);
      if (i == 30)
        kill (-pid, SIGKILL);
    }

  return 0;
}
