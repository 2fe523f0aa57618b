/* test-kill.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-utils.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* kill -9 at random moments, while a process writes notes and says of each that
 * it was confirmed: whatever was said is there, and the library is sound. */

#define N_LIBRARIES 20
#define KILLS_A_LIBRARY 10
#define MAX_LIFE_US 50000

static const char *program;

/* The child: writes notes as fast as it can, for ever. Changes some, so that
 * every kind of write is interrupted. */
static G_NORETURN void
write_notes (const char *path,
             const char *prefix)
{
  ChanceryLibrary *library = test_open (path);
  g_autoptr (ChanceryArticle) article = test_make_article ("article", "Headline", "2023-11-23", "one two three");
  g_autofree char *uid = test_import (library, article, NULL);
  const char * const states[] = { "AM", "BY", NULL }, * const tags[] = { "summit", NULL };

  for (guint i = 0;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u", prefix, i);
      g_autoptr (ChanceryNote) note = i % 2 == 0
        ? test_make_note (name, article, "two", "Some words of a note that is long enough to be one", i)
        : test_make_state_note (name, "A note on states", i, states, tags);
      g_autoptr (GError) error = NULL;

      test_put_note (library, note, &error);
      g_assert_no_error (error);
      if (i % 5 == 4)
        {
          chancery_note_set_body (note, "Changed");
          test_put_note (library, note, &error);
          g_assert_no_error (error);
        }
      printf ("%s\n", name);
      fflush (stdout);
    }
}

/* Reads what the child says until the time given; without one, until the child
 * is gone, or has said something if @first is set. */
static void
listen_to (int       fd,
           gint64    end_us,
           gboolean  first,
           GString  *said)
{
  while (!first || said->len == 0)
    {
      const gint64 left_us = end_us - g_get_monotonic_time ();
      struct pollfd poll_fd = { fd, POLLIN, 0 };
      struct timespec timeout = { 0, MAX (left_us, 0) * 1000 };
      char buffer[4096];
      ssize_t n;

      if (end_us != 0 && left_us <= 0)
        return;
      if (ppoll (&poll_fd, 1, end_us != 0 ? &timeout : NULL, NULL) == 0)
        return;
      n = read (fd, buffer, sizeof buffer);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return;
      g_string_append_len (said, buffer, n);
    }
}

static void
run_and_kill (const char *path,
              guint       i,
              GPtrArray  *confirmed)
{
  g_autofree char *prefix = g_strdup_printf ("life-%u", i);
  const char * const arguments[] = { program, "--child", path, prefix, NULL };
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  int fd, status;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, &fd, NULL, &error);
  g_assert_no_error (error);

  /* A third dies while it begins, the others while they write. */
  if (i % 3 != 0)
    listen_to (fd, 0, TRUE, said);
  listen_to (fd, g_get_monotonic_time () + g_test_rand_int_range (0, MAX_LIFE_US), FALSE, said);
  g_assert_no_errno (kill (pid, SIGKILL));
  g_assert_no_errno (waitpid (pid, &status, 0));
  /* It didn't fail before. */
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  listen_to (fd, 0, FALSE, said);
  close (fd);
  g_spawn_close_pid (pid);

  names = g_strsplit (said->str, "\n", -1);
  /* What follows the last line feed was not said to its end. */
  for (gsize j = 0; names[j] != NULL && names[j + 1] != NULL; j++)
    g_ptr_array_add (confirmed, g_strdup (names[j]));
}

static void
test_kill (void)
{
  guint n_confirmed = 0;

  for (guint i = 0; i < N_LIBRARIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("library-%u.db", i), *path = test_make_path (name);
      g_autoptr (GPtrArray) confirmed = g_ptr_array_new_with_free_func (g_free);
      ChanceryLibrary *library;

      for (guint j = 0; j < KILLS_A_LIBRARY; j++)
        run_and_kill (path, j, confirmed);

      library = test_open (path);
      test_assert_sound (library);
      for (guint j = 0; j < confirmed->len; j++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (ChanceryNote) note = test_load_note (library, confirmed->pdata[j], &error);

          g_assert_no_error (error);
        }
      test_close (library);
      n_confirmed += confirmed->len;
    }

  g_test_message ("%u notes were confirmed in %d lives", n_confirmed, N_LIBRARIES * KILLS_A_LIBRARY);
  g_assert_cmpuint (n_confirmed, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    write_notes (argv[2], argv[3]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  program = argv[0];

  g_test_add_func ("/library/kill", test_kill);

  return g_test_run ();
}
