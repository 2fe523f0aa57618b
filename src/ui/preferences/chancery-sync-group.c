/* chancery-sync-group.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-group.h"

#include <glib/gi18n.h>

/* So many files that were left alone are named. */
#define MAX_ROWS 20

struct _ChancerySyncGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *folder_row;
  AdwActionRow *status_row;
  AdwActionRow *conflicts_row;
  AdwExpanderRow *left_row;
  GtkWidget *stop_row;
  GtkWidget *spinner;
  GtkWidget *now_button;
  GtkWidget *choose_button;

  ChancerySync *sync; /* (nullable) */
  GCancellable *cancellable;
  GPtrArray *rows; /* (element-type GtkWidget): in @left_row */
};

G_DEFINE_FINAL_TYPE (ChancerySyncGroup, chancery_sync_group, ADW_TYPE_PREFERENCES_GROUP)

/* What there is to see */

static void
show_status (ChancerySyncGroup *self)
{
  const ChancerySyncReport *report = chancery_sync_get_report (self->sync);
  const GError *error = chancery_sync_get_error (self->sync);
  g_autoptr (GDateTime) utc = NULL, local = NULL;
  g_autofree char *time = NULL, *text = NULL;

  if (chancery_sync_get_busy (self->sync))
    {
      adw_action_row_set_subtitle (self->status_row, _("Syncing…"));
      return;
    }
  if (error != NULL)
    {
      adw_action_row_set_subtitle (self->status_row, error->message);
      return;
    }
  if (report == NULL)
    {
      adw_action_row_set_subtitle (self->status_row, _("Not synced yet"));
      return;
    }

  utc = g_date_time_new_from_unix_utc_usec (report->finished_us);
  local = g_date_time_to_local (utc);
  time = g_date_time_format (local, "%X");
  /* Translators: %s is a time of day. */
  text = g_strdup_printf (_("Last synced at %s"), time);
  adw_action_row_set_subtitle (self->status_row, text);
}

static void
show_conflicts (ChancerySyncGroup *self)
{
  const ChancerySyncReport *report = chancery_sync_get_report (self->sync);
  const guint n = report != NULL ? report->conflicts->len : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u note has two texts", "%'u notes have two texts", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->conflicts_row), title);
  adw_action_row_set_subtitle (self->conflicts_row,
                               /* Translators: the tag is the one that is translated as “conflict”. */
                               _("They were changed on two computers at the same time and have the tag “conflict”. "
                                 "Edit such a note, or take the tag off, when it is as you want it."));
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts_row), n > 0);
}

static void
add_left (ChancerySyncGroup *self,
          const char        *title,
          const char        *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_expander_row_add_row (self->left_row, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_left (ChancerySyncGroup *self)
{
  const ChancerySyncReport *report = chancery_sync_get_report (self->sync);
  const guint n = report != NULL ? report->n_left : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u file was left alone", "%'u files were left alone", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->left_row), title);
  gtk_widget_set_visible (GTK_WIDGET (self->left_row), n > 0);
  while (self->rows->len > 0)
    adw_expander_row_remove (self->left_row, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  for (guint i = 0; report != NULL && i < report->left->len && i < MAX_ROWS; i++)
    {
      const ChancerySyncLeft *left = g_ptr_array_index (report->left, i);

      add_left (self, left->name, left->reason);
    }
  if (n > MAX_ROWS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n - MAX_ROWS), n - MAX_ROWS);

      add_left (self, more, NULL);
    }
}

static void
show (ChancerySyncGroup *self)
{
  GFile *folder = chancery_sync_get_folder (self->sync);
  const gboolean busy = chancery_sync_get_busy (self->sync);
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : NULL;

  adw_action_row_set_subtitle (self->folder_row, name != NULL ? name : C_("folder", "None"));
  gtk_widget_set_visible (GTK_WIDGET (self->status_row), folder != NULL);
  gtk_widget_set_visible (self->stop_row, folder != NULL);
  gtk_widget_set_visible (self->spinner, busy);
  gtk_widget_set_visible (self->now_button, !busy);
  show_status (self);
  if (!busy || folder == NULL)
    {
      show_conflicts (self);
      show_left (self);
    }
}

/* What can be done */

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChancerySyncGroup) self = user_data;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder != NULL && self->sync != NULL)
    chancery_sync_set_folder (self->sync, folder);
}

static void
choose_cb (ChancerySyncGroup *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _("Choose a Folder That Syncs"));
  if (chancery_sync_get_folder (self->sync) != NULL)
    gtk_file_dialog_set_initial_folder (dialog, chancery_sync_get_folder (self->sync));
  gtk_file_dialog_select_folder (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->cancellable, chosen_cb,
                                 g_object_ref (self));
}

static void
now_cb (ChancerySyncGroup *self)
{
  chancery_sync_request (self->sync, TRUE);
}

static void
stop_cb (ChancerySyncGroup *self)
{
  chancery_sync_set_folder (self->sync, NULL);
  gtk_widget_grab_focus (self->choose_button);
}

static void
chancery_sync_group_dispose (GObject *object)
{
  ChancerySyncGroup *self = CHANCERY_SYNC_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->sync);
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_SYNC_GROUP);

  G_OBJECT_CLASS (chancery_sync_group_parent_class)->dispose (object);
}

static void
chancery_sync_group_finalize (GObject *object)
{
  ChancerySyncGroup *self = CHANCERY_SYNC_GROUP (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (chancery_sync_group_parent_class)->finalize (object);
}

static void
chancery_sync_group_class_init (ChancerySyncGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_sync_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = chancery_sync_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/preferences/"
                                                             "chancery-sync-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ChancerySyncGroup, folder_row);
  gtk_widget_class_bind_template_child (widget_class, ChancerySyncGroup, status_row);
  gtk_widget_class_bind_template_child (widget_class, ChancerySyncGroup, conflicts_row);
  gtk_widget_class_bind_template_child (widget_class, ChancerySyncGroup, left_row);
  gtk_widget_class_bind_template_child (widget_class, ChancerySyncGroup, stop_row);
  gtk_widget_class_bind_template_child (widget_class, ChancerySyncGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, ChancerySyncGroup, now_button);
  gtk_widget_class_bind_template_child (widget_class, ChancerySyncGroup, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, now_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
chancery_sync_group_init (ChancerySyncGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * chancery_sync_group_set_sync:
 * @self: a group
 * @sync: (nullable): what syncs the library; the group is hidden while there is none
 */
void
chancery_sync_group_set_sync (ChancerySyncGroup *self,
                              ChancerySync      *sync)
{
  g_return_if_fail (CHANCERY_IS_SYNC_GROUP (self));

  if (self->sync != NULL)
    g_signal_handlers_disconnect_by_func (self->sync, show, self);
  g_set_object (&self->sync, sync);
  gtk_widget_set_visible (GTK_WIDGET (self), sync != NULL);
  if (sync == NULL)
    return;
  g_signal_connect_object (sync, "notify::folder", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sync, "notify::busy", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
