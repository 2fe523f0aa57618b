/* chancery-tags-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tags-dialog.h"

#include <glib/gi18n.h>

#include "chancery-library-bulk.h"
#include "chancery-tag-renaming.h"
#include "chancery-text.h"

struct _ChanceryTagsDialog
{
  AdwDialog parent_instance;

  ChanceryLibrary *library; /* (owned) */
  ChanceryHistory *history; /* (owned) */
  GListStore *tags; /* (owned) (element-type GtkStringObject) */
  GHashTable *counts; /* (owned): tag → number of its notes */
  GtkFilter *filter; /* (owned) */
  char *words; /* (owned): folded */
  GCancellable *cancellable; /* (owned) */
  char *chosen; /* (nullable): the tag to select once it is listed */

  GtkEditable *search_entry;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListView *list;
  GtkMultiSelection *selection;
  GtkFilterListModel *filtered;
  AdwStatusPage *empty;
  GtkButton *rename_button;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (ChanceryTagsDialog, chancery_tags_dialog, ADW_TYPE_DIALOG)

/* What is shown */

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  ChanceryTagsDialog *self = CHANCERY_TAGS_DIALOG (user_data);
  g_autofree char *folded = chancery_text_fold (gtk_string_object_get_string (item));

  return strstr (folded, self->words) != NULL;
}

static void
update (ChanceryTagsDialog *self)
{
  const gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;
  const gboolean has_tags = g_list_model_get_n_items (G_LIST_MODEL (self->tags)) > 0;

  adw_status_page_set_title (self->empty, has_tags ? _("No Matches") : _("No Tags Yet"));
  adw_status_page_set_description (self->empty, has_tags ? _("No tag has these letters.")
                                                         : _("Give notes tags while you edit them."));
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
}

static void
selection_changed_cb (ChanceryTagsDialog *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  const guint64 n = gtk_bitset_get_size (selected);

  gtk_widget_set_sensitive (GTK_WIDGET (self->rename_button), n > 0);
  gtk_widget_set_sensitive (self->delete_button, n > 0);
  gtk_button_set_label (self->rename_button, n > 1 ? _("_Merge…") : _("_Rename…"));
}

static void
search_changed_cb (ChanceryTagsDialog *self)
{
  g_free (self->words);
  self->words = chancery_text_fold (gtk_editable_get_text (self->search_entry));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
stop_search_cb (ChanceryTagsDialog *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
focus_position (ChanceryTagsDialog *self,
                guint               position)
{
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  /* From elsewhere, the focus does not follow by itself. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
focus_list_cb (ChanceryTagsDialog *self)
{
  /* The entry waits a moment before it tells what was typed. */
  search_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    focus_position (self, 0);
}

/* What was renamed stays in sight, and the focus doesn't get lost with a row. */
static void
focus_chosen (ChanceryTagsDialog *self)
{
  g_autofree char *chosen = g_steal_pointer (&self->chosen);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (GtkStringObject) tag = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (gtk_string_object_get_string (tag), chosen))
        {
          focus_position (self, i);
          return;
        }
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    focus_position (self, 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  ChanceryTagsDialog *self = CHANCERY_TAGS_DIALOG (user_data);
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *tag = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, tag));
  g_autofree char *count = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);
  /* Translators: a tag as a screen reader speaks it, with "3 notes" */
  g_autofree char *label = g_strdup_printf (C_("tag", "%1$s, %2$s"), tag, count);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), tag);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), count);
  gtk_list_item_set_accessible_label (item, label);
}

static GStrv
dup_selected (ChanceryTagsDialog *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GtkBitsetIter iter;
  guint position;

  for (gboolean is_valid = gtk_bitset_iter_init_first (&iter, selected, &position); is_valid;
       is_valid = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GtkStringObject) tag = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      g_strv_builder_add (builder, gtk_string_object_get_string (tag));
    }

  return g_strv_builder_end (builder);
}

/* Reading the tags */

static int
compare_tags (const char *a,
              const char *b)
{
  const int order = g_utf8_collate (a, b);

  return order != 0 ? order : strcmp (a, b);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  return compare_tags ((*(const ChanceryTagCount * const *) a)->tag, (*(const ChanceryTagCount * const *) b)->tag);
}

/* Only rows of which the tag or the number is another go, so that each tag has one row whatever happens meanwhile. */
static void
show_counts (ChanceryTagsDialog *self,
             GPtrArray          *counts)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->counts);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  guint position = 0, n_removed = 0;

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < counts->len; i++)
    {
      const ChanceryTagCount *count = g_ptr_array_index (counts, i);

      g_hash_table_insert (self->counts, g_strdup (count->tag), GUINT_TO_POINTER (count->n_notes));
    }

  g_ptr_array_sort (counts, compare_counts);
  for (guint i = 0; ; )
    {
      const ChanceryTagCount *count = i < counts->len ? g_ptr_array_index (counts, i) : NULL;
      g_autoptr (GtkStringObject) row = g_list_model_get_item (G_LIST_MODEL (self->tags), position + n_removed);
      const char *tag = row != NULL ? gtk_string_object_get_string (row) : NULL;
      const int order = tag == NULL ? 1 : count == NULL ? -1 : compare_tags (tag, count->tag);
      const gboolean stays = tag != NULL && order == 0 &&
                             GPOINTER_TO_UINT (g_hash_table_lookup (before, tag)) == count->n_notes;

      if ((tag == NULL && count == NULL) || stays)
        {
          g_list_store_splice (self->tags, position, n_removed, added->pdata, added->len);
          position += added->len + 1;
          n_removed = 0;
          g_ptr_array_set_size (added, 0);
          if (!stays)
            return;
        }
      else
        {
          if (order <= 0)
            n_removed++;
          if (order >= 0)
            g_ptr_array_add (added, gtk_string_object_new (count->tag));
        }
      if (order >= 0)
        i++;
    }
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryTagsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = chancery_library_list_tags_finish (CHANCERY_LIBRARY (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (counts == NULL)
    {
      adw_status_page_set_title (self->empty, _("The Tags Can’t Be Listed"));
      adw_status_page_set_description (self->empty, error->message);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  if (self->chosen == NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    {
      g_auto (GStrv) selected = dup_selected (self);

      self->chosen = g_strdup (selected[0] != NULL ? selected[0] : "");
    }

  /* The row with the focus may go; until there is another, keys are for the entry. */
  if (self->chosen != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  show_counts (self, counts);
  update (self);
  if (self->chosen != NULL)
    focus_chosen (self);
}

static void
list_tags (ChanceryTagsDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  chancery_library_list_tags_async (self->library, self->cancellable, listed_cb, g_object_ref (self));
}

/* Changing them */

static void
say (ChanceryTagsDialog *self,
     const char         *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryTagsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (object), result, &error) && self->toasts != NULL)
    say (self, error->message);
}

static void
undo (ChanceryTagsDialog *self)
{
  /* What a toast offers to undo is being undone. */
  adw_toast_overlay_dismiss_all (self->toasts);
  if (chancery_history_get_can_undo (self->history))
    chancery_history_undo_async (self->history, NULL, undone_cb, g_object_ref (self));
}

static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  undo (CHANCERY_TAGS_DIALOG (widget));

  return GDK_EVENT_STOP;
}

static void
renamed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ChanceryTagsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;
  guint n_notes = 0;

  const gboolean is_done = chancery_rename_tags_finish (CHANCERY_HISTORY (object), result, &n_notes, &error);

  if (self->toasts == NULL)
    return;
  if (!is_done)
    {
      say (self, error->message);
      return;
    }

  text = g_strdup_printf (ngettext ("%'u note changed", "%'u notes changed", n_notes), n_notes);
  adw_toast_overlay_dismiss_all (self->toasts);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  list_tags (self);
}

static void
delete_cb (ChanceryTagsDialog *self)
{
  g_auto (GStrv) selected = dup_selected (self);

  if (selected[0] == NULL)
    return;

  gtk_editable_set_text (self->search_entry, "");
  g_set_str (&self->chosen, "");
  chancery_rename_tags_async (self->history, self->library, (const char * const *) selected, NULL, NULL, renamed_cb,
                              g_object_ref (self));
}

static gboolean
delete_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  delete_cb (CHANCERY_TAGS_DIALOG (user_data));

  return GDK_EVENT_STOP;
}

typedef struct
{
  ChanceryTagsDialog *dialog; /* (owned) */
  AdwAlertDialog *question;
  GtkEditable *entry;
  GStrv from;
} Renaming;

static void
renaming_free (Renaming *renaming)
{
  g_object_unref (renaming->dialog);
  g_strfreev (renaming->from);
  g_free (renaming);
}

static char *
dup_name (Renaming *renaming)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (renaming->entry)));
}

static void
name_changed_cb (Renaming *renaming)
{
  g_autofree char *name = dup_name (renaming);
  const gboolean is_same = g_strv_length (renaming->from) == 1 && g_str_equal (renaming->from[0], name);
  g_autofree char *body = NULL;

  if (!is_same && g_hash_table_contains (renaming->dialog->counts, name) &&
      !g_strv_contains ((const char * const *) renaming->from, name))
    /* Translators: %s is a tag */
    body = g_strdup_printf (_("“%s” is there already. The notes of both will have that one tag."), name);

  adw_alert_dialog_set_body (renaming->question, body != NULL ? body : "");
  adw_alert_dialog_set_response_enabled (renaming->question, "rename", *name != '\0' && !is_same);
}

static void
responded_cb (AdwAlertDialog *question,
              const char     *response,
              Renaming       *renaming)
{
  g_autofree char *name = dup_name (renaming);
  ChanceryTagsDialog *self = renaming->dialog;

  if (!g_str_equal (response, "rename") || *name == '\0')
    return;

  gtk_editable_set_text (self->search_entry, "");
  g_set_str (&self->chosen, name);
  chancery_rename_tags_async (self->history, self->library, (const char * const *) renaming->from, name, NULL,
                              renamed_cb, g_object_ref (self));
}

static void
rename_cb (ChanceryTagsDialog *self)
{
  g_auto (GStrv) selected = dup_selected (self);
  const guint n = g_strv_length (selected);
  g_autofree char *heading = NULL;
  Renaming *renaming;
  GtkWidget *entry;

  if (n == 0)
    return;

  heading = n == 1 ? g_strdup (_("Rename Tag")) : g_strdup_printf (ngettext ("Merge %'u Tag", "Merge %'u Tags", n), n);
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), selected[0]);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the tag"), -1);

  renaming = g_new0 (Renaming, 1);
  renaming->dialog = g_object_ref (self);
  renaming->question = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));
  renaming->entry = GTK_EDITABLE (entry);
  renaming->from = g_steal_pointer (&selected);
  adw_alert_dialog_add_responses (renaming->question, "cancel", _("_Cancel"),
                                  "rename", n == 1 ? _("_Rename") : _("_Merge"), NULL);
  adw_alert_dialog_set_response_appearance (renaming->question, "rename", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (renaming->question, "rename");
  adw_alert_dialog_set_close_response (renaming->question, "cancel");
  adw_alert_dialog_set_extra_child (renaming->question, entry);
  adw_dialog_set_focus (ADW_DIALOG (renaming->question), entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (name_changed_cb), renaming);
  g_signal_connect (renaming->question, "response", G_CALLBACK (responded_cb), renaming);
  g_object_set_data_full (G_OBJECT (renaming->question), "renaming", renaming, (GDestroyNotify) renaming_free);
  name_changed_cb (renaming);
  adw_dialog_present (ADW_DIALOG (renaming->question), GTK_WIDGET (self));
}

static gboolean
rename_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  rename_cb (CHANCERY_TAGS_DIALOG (user_data));

  return GDK_EVENT_STOP;
}

/* The object */

static void
chancery_tags_dialog_dispose (GObject *object)
{
  ChanceryTagsDialog *self = CHANCERY_TAGS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_TAGS_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->history);
  g_clear_object (&self->tags);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (chancery_tags_dialog_parent_class)->dispose (object);
}

static void
chancery_tags_dialog_finalize (GObject *object)
{
  ChanceryTagsDialog *self = CHANCERY_TAGS_DIALOG (object);

  g_hash_table_unref (self->counts);
  g_free (self->words);
  g_free (self->chosen);

  G_OBJECT_CLASS (chancery_tags_dialog_parent_class)->finalize (object);
}

static void
chancery_tags_dialog_class_init (ChanceryTagsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_tags_dialog_dispose;
  object_class->finalize = chancery_tags_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/tags/chancery-tags-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryTagsDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ChanceryTagsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ChanceryTagsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryTagsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ChanceryTagsDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, ChanceryTagsDialog, filtered);
  gtk_widget_class_bind_template_child (widget_class, ChanceryTagsDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, ChanceryTagsDialog, rename_button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryTagsDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, NULL);
}

static void
add_key (ChanceryTagsDialog *self,
         const char         *trigger,
         GtkShortcutFunc     function)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                          gtk_callback_action_new (function, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
chancery_tags_dialog_init (ChanceryTagsDialog *self)
{
  self->words = g_strdup ("");
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tags = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_filter_list_model_set_filter (self->filtered, self->filter);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->tags));
  /* The list is the dialog's, and goes with it. */
  add_key (self, "F2", rename_key_cb);
  add_key (self, "Delete|KP_Delete", delete_key_cb);
  update (self);
}

/**
 * chancery_tags_dialog_new:
 * @library: where the notes are
 * @history: what makes each change a step that can be undone
 *
 * Returns: a dialog
 */
AdwDialog *
chancery_tags_dialog_new (ChanceryLibrary *library,
                          ChanceryHistory *history)
{
  ChanceryTagsDialog *self = g_object_new (CHANCERY_TYPE_TAGS_DIALOG, NULL);

  self->library = g_object_ref (library);
  self->history = g_object_ref (history);
  g_signal_connect_object (library, "notes-changed", G_CALLBACK (list_tags), self, G_CONNECT_SWAPPED);
  list_tags (self);

  return ADW_DIALOG (self);
}
