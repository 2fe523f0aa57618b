/* chancery-application.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-application.h"

#include "chancery-config.h"

#include <glib/gi18n.h>
#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

#include "chancery-context.h"
#include "window/chancery-window.h"

/* When the first frames have been drawn on a slow machine, too. */
#define STARTED_MS 2000

#define FLAGS_RESOURCE_PATH "/io/github/chancery_app/Chancery/flags"

/**
 * ChanceryApplication:
 *
 * One process, one window: a second start brings the first one's window to the
 * front, and hands it the files to import.
 */
struct _ChanceryApplication
{
  AdwApplication parent_instance;

  ChanceryContext *context;
};

G_DEFINE_FINAL_TYPE (ChanceryApplication, chancery_application, ADW_TYPE_APPLICATION)

/* A stick may be there again, or a folder that can't be watched have changed. */
static void
activity_cb (ChanceryApplication *self,
             GParamSpec          *pspec,
             GtkWindow           *window)
{
  ChancerySync *sync = chancery_context_get_sync (self->context);

  if (sync != NULL && gtk_window_is_active (window))
    chancery_sync_request (sync, FALSE);
}

static ChanceryWindow *
ensure_window (ChanceryApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (chancery_window_new (GTK_APPLICATION (self), self->context));
      g_signal_connect_object (window, "notify::is-active", G_CALLBACK (activity_cb), self, G_CONNECT_SWAPPED);
    }

  return CHANCERY_WINDOW (window);
}

static void
chancery_application_activate (GApplication *application)
{
  chancery_window_present (ensure_window (CHANCERY_APPLICATION (application)));
}

static void
chancery_application_open (GApplication  *application,
                           GFile        **files,
                           int            n_files,
                           const char    *hint)
{
  ChanceryWindow *window = ensure_window (CHANCERY_APPLICATION (application));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  g_list_store_splice (list, 0, 0, (gpointer *) files, (guint) n_files);
  chancery_window_import_files (window, G_LIST_MODEL (list));
  chancery_window_present (window);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window;

  /* A window saves what is under way when it is closed. */
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (user_data))) != NULL)
    {
      gtk_window_close (window);
      if (gtk_application_get_active_window (GTK_APPLICATION (user_data)) == window)
        break;
    }
}

static void
set_accelerators (GtkApplication *application)
{
  static const struct { const char *action; const char *accelerators[3]; } all[] = {
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.import", { "<Control>o" } },
    { "win.import-notes", { "<Shift><Control>o" } },
    { "win.export::panel", { "<Shift><Control>e" } },
    { "win.choose-organisation", { "<Control>l" } },
    { "win.next-pane", { "F6" } },
    { "win.previous-pane", { "<Shift>F6" } },
    { "win.show-states", { "<Alt>1" } },
    { "win.show-library", { "<Alt>2" } },
    { "win.due-notes", { "<Alt>3" } },
    { "win.sidebar", { "F9" } },
    { "win.notes", { "<Shift>F9" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.versions", { "<Control>d" } },
    { "win.find-places", { "<Shift><Control>d" } },
    { "win.shortcuts", { "<Control>question" } },
    { "win.help", { "F1" } },
    { "win.find", { "<Control>f" } },
    { "win.zoom(1)", { "<Control>plus", "<Control>equal" } },
    { "win.zoom(-1)", { "<Control>minus" } },
    { "win.zoom(0)", { "<Control>0" } },
    { "win.add-article-note", { "<Shift><Control>n" } },
    { "win.add-state-note", { "<Shift><Control>m" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_application_set_accels_for_action (application, all[i].action, all[i].accelerators);
}

#ifdef HAVE_MALLOC_TRIM
/* Setting up the display takes much more memory for a moment than it keeps. */
static void
started_cb (gpointer user_data)
{
  malloc_trim (0);
}
#endif

static void
chancery_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_action },
  };
  ChanceryApplication *self = CHANCERY_APPLICATION (application);
  g_autoptr (GFile) library_file = chancery_library_default_file ();

  G_APPLICATION_CLASS (chancery_application_parent_class)->startup (application);

  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), FLAGS_RESOURCE_PATH);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accelerators (GTK_APPLICATION (self));
  self->context = chancery_context_new (library_file);
#ifdef HAVE_MALLOC_TRIM
  g_timeout_add_once (STARTED_MS, started_cb, NULL);
#endif
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *closed = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_context_close_library_finish (CHANCERY_CONTEXT (source), result, &error))
    g_printerr ("%s\n", error->message);
  *closed = TRUE;
}

/* What was asked of the library is done before the process ends. */
static void
chancery_application_shutdown (GApplication *application)
{
  ChanceryApplication *self = CHANCERY_APPLICATION (application);
  gboolean closed = FALSE;

  if (self->context != NULL)
    {
      chancery_context_close_library_async (self->context, closed_cb, &closed);
      while (!closed)
        g_main_context_iteration (NULL, TRUE);
      g_clear_object (&self->context);
    }

  G_APPLICATION_CLASS (chancery_application_parent_class)->shutdown (application);
}

static void
chancery_application_class_init (ChanceryApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = chancery_application_activate;
  application_class->open = chancery_application_open;
  application_class->startup = chancery_application_startup;
  application_class->shutdown = chancery_application_shutdown;
}

static void
chancery_application_init (ChanceryApplication *self)
{
  g_application_set_version (G_APPLICATION (self), CHANCERY_VERSION);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Read articles beside a map of member states, and keep notes."));
}

ChanceryApplication *
chancery_application_new (void)
{
  return g_object_new (CHANCERY_TYPE_APPLICATION,
                       "application-id", CHANCERY_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/chancery_app/Chancery/ui",
                       NULL);
}
