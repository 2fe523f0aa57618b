/* chancery-versions-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-versions-dialog.h"

#include <glib/gi18n.h>

#include "chancery-article-intake.h"
#include "chancery-comparison-summary.h"
#include "chancery-diff-model.h"
#include "chancery-diff-row.h"
#include "chancery-revision-deed.h"
#include "chancery-version-text.h"
#include "chancery-version.h"

struct _ChanceryVersionsDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title_widget;
  GtkWidget *steps;
  GtkWidget *choice;
  GtkDropDown *older;
  GtkDropDown *newer;
  GtkStack *stack;
  AdwStatusPage *trouble;
  GtkWidget *trouble_close;
  GtkWidget *single_close;
  AdwViewStack *pages;
  ChanceryVersionText *older_text;
  ChanceryVersionText *newer_text;
  GtkListView *list;
  GtkSingleSelection *selection;

  ChanceryContext *context; /* (owned) */
  char *uid;
  GCancellable *cancellable; /* (owned): ends what is under way when the dialog goes */
  GCancellable *comparing; /* (owned) (nullable): ends the comparison that is waited for */
  GListStore *versions; /* (owned) (element-type ChanceryVersion): the present one first */
  gint64 newest_us; /* when that was taken in */
  gboolean is_filling; /* whether the choice is being set, not made */
  char *summary_spoken;
  ChanceryDiffModel *model; /* (owned) (nullable) */
};

/* In the list, the summary comes before the paragraphs. */
#define N_BEFORE 1

enum
{
  REVIEW_NOTES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryVersionsDialog, chancery_versions_dialog, ADW_TYPE_DIALOG)

static void list_versions (ChanceryVersionsDialog *self);
static void page_shown_cb (ChanceryVersionsDialog *self);

static ChanceryLibrary *
get_library (ChanceryVersionsDialog *self)
{
  return chancery_context_get_library (self->context);
}

static void
say (ChanceryVersionsDialog *self,
     const char             *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_trouble (ChanceryVersionsDialog *self,
              const GError           *error)
{
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->trouble, description);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
  gtk_widget_set_visible (self->choice, FALSE);
  gtk_widget_grab_focus (self->trouble_close);
}

/* Rows */

static void
unfold_at (ChanceryVersionsDialog *self,
           guint                   position)
{
  if (position < N_BEFORE || !chancery_diff_model_unfold (self->model, position - N_BEFORE))
    return;

  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static void
unfold_cb (ChanceryDiffRow *row,
           gpointer         user_data)
{
  GtkListItem *item = user_data;

  unfold_at (CHANCERY_VERSIONS_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (row), CHANCERY_TYPE_VERSIONS_DIALOG)),
             gtk_list_item_get_position (item));
}

static void
activate_cb (GtkListView *view,
             guint        position,
             gpointer     user_data)
{
  unfold_at (CHANCERY_VERSIONS_DIALOG (user_data), position);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *row = chancery_diff_row_new ();

  g_signal_connect (row, "unfold", G_CALLBACK (unfold_cb), item);
  g_object_set_data_full (G_OBJECT (item), "row", g_object_ref_sink (row), g_object_unref);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  ChanceryVersionsDialog *self = CHANCERY_VERSIONS_DIALOG (user_data);
  gpointer shown = gtk_list_item_get_item (item);
  GtkWidget *row = g_object_get_data (G_OBJECT (item), "row");
  g_autofree char *spoken = NULL;

  if (!CHANCERY_IS_DIFF_ITEM (shown))
    {
      GtkWidget *summary = chancery_comparison_summary_new ();

      chancery_comparison_summary_show (CHANCERY_COMPARISON_SUMMARY (summary), shown, self->model,
                                        chancery_context_get_catalogue (self->context));
      g_free (self->summary_spoken);
      self->summary_spoken = chancery_comparison_summary_dup_spoken (CHANCERY_COMPARISON_SUMMARY (summary));
      gtk_list_item_set_child (item, summary);
      gtk_list_item_set_accessible_label (item, self->summary_spoken);
      gtk_list_item_set_activatable (item, FALSE);
      return;
    }

  spoken = chancery_diff_item_dup_spoken (shown);
  chancery_diff_row_set_item (CHANCERY_DIFF_ROW (row), shown);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_accessible_label (item, spoken);
  gtk_list_item_set_accessible_description (item, chancery_diff_item_is_folded (shown)
                                                  ? _("Press Enter to show these paragraphs") : "");
  gtk_list_item_set_activatable (item, chancery_diff_item_is_folded (shown));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  gtk_list_item_set_child (item, NULL);
}

/* Comparing */

static void
focus_row (ChanceryVersionsDialog *self,
           guint                   position)
{
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static ChanceryVersion *
get_chosen (GtkDropDown *choice)
{
  return gtk_drop_down_get_selected_item (choice);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ChanceryVersionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryComparison) comparison =
    chancery_comparison_load_finish (CHANCERY_LIBRARY (source), result, &error);
  g_autoptr (GListStore) lists = NULL;
  g_autoptr (GListStore) head = NULL;
  gboolean is_first = self->model == NULL;

  if (comparison == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_trouble (self, error);
      return;
    }

  g_clear_object (&self->model);
  self->model = chancery_diff_model_new (comparison);

  head = g_list_store_new (CHANCERY_TYPE_COMPARISON);
  g_list_store_append (head, comparison);
  lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (lists, head);
  g_list_store_append (lists, self->model);
  {
    g_autoptr (GtkFlattenListModel) rows = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&lists)));

    gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
  }

  chancery_version_text_show (self->older_text, get_chosen (self->older), chancery_comparison_get_older (comparison));
  chancery_version_text_show (self->newer_text, get_chosen (self->newer), chancery_comparison_get_newer (comparison));
  adw_window_title_set_subtitle (self->title_widget, chancery_article_get_headline (chancery_comparison_get_newer (comparison)));
  gtk_widget_set_visible (self->choice, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  page_shown_cb (self);
  if (is_first)
    focus_row (self, 0);
}

static void
compare (ChanceryVersionsDialog *self)
{
  ChanceryVersion *older = get_chosen (self->older);
  ChanceryVersion *newer = get_chosen (self->newer);
  ChanceryLibrary *library = get_library (self);

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  if (older == NULL || newer == NULL || library == NULL)
    return;

  self->comparing = g_cancellable_new ();
  chancery_comparison_load_async (library, chancery_context_get_gazetteer (self->context), self->uid,
                                  chancery_version_get_number (older), chancery_version_get_number (newer),
                                  chancery_version_get_is_current (newer), self->comparing, compared_cb,
                                  g_object_ref (self));
}

static void
chosen_cb (ChanceryVersionsDialog *self)
{
  if (!self->is_filling)
    compare (self);
}

static void
page_shown_cb (ChanceryVersionsDialog *self)
{
  gtk_widget_set_sensitive (self->steps, self->model != NULL &&
                            g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "changes") == 0);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryVersionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = chancery_library_list_revisions_finish (CHANCERY_LIBRARY (source), result, &error);
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 newest_us;

  if (revisions == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_trouble (self, error);
      return;
    }

  newest_us = ((ChanceryRevision *) g_ptr_array_index (revisions, 0))->added_us;
  if (newest_us == self->newest_us && revisions->len == g_list_model_get_n_items (G_LIST_MODEL (self->versions)))
    return;

  self->newest_us = newest_us;
  for (guint i = 0; i < revisions->len; i++)
    g_ptr_array_add (versions, chancery_version_new (g_ptr_array_index (revisions, i)));
  self->is_filling = TRUE;
  g_list_store_splice (self->versions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->versions)), versions->pdata,
                       versions->len);
  gtk_drop_down_set_selected (self->newer, 0);
  gtk_drop_down_set_selected (self->older, MIN (1, versions->len - 1));
  self->is_filling = FALSE;

  if (versions->len > 1)
    {
      compare (self);
      return;
    }
  g_clear_object (&self->model);
  gtk_single_selection_set_model (self->selection, NULL);
  gtk_widget_set_visible (self->choice, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "single");
  page_shown_cb (self);
  /* Keys reach a dialog only if something in it has the focus. */
  gtk_widget_grab_focus (self->single_close);
}

static void
list_versions (ChanceryVersionsDialog *self)
{
  ChanceryLibrary *library = get_library (self);

  if (library != NULL)
    chancery_library_list_revisions_async (library, self->uid, self->cancellable, listed_cb, g_object_ref (self));
}

/* Commands */

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ChanceryVersionsDialog *self = CHANCERY_VERSIONS_DIALOG (widget);
  const gboolean forward = g_str_equal (name, "versions.next-change");
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint from = G_MAXUINT, found;

  if (self->model == NULL || g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "changes") != 0)
    return;

  if (selected != GTK_INVALID_LIST_POSITION && selected >= N_BEFORE)
    from = selected - N_BEFORE;
  found = chancery_diff_model_find_change (self->model, from, forward);
  if (found != G_MAXUINT)
    focus_row (self, found + N_BEFORE);
  else
    say (self, forward ? _("There is no further change") : _("There is no earlier change"));
}

/* To the page that is on that side, whichever way one reads. */
static void
turn_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ChanceryVersionsDialog *self = CHANCERY_VERSIONS_DIALOG (widget);
  const gboolean right = g_str_equal (name, "versions.page-right");
  const gboolean forward = right == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);
  GtkSelectionModel *pages = adw_view_stack_get_pages (self->pages);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; self->model != NULL && i < n; i++)
    if (gtk_selection_model_is_selected (pages, i))
      {
        if (forward ? i + 1 < n : i > 0)
          gtk_selection_model_select_item (pages, forward ? i + 1 : i - 1, TRUE);
        break;
      }
  g_object_unref (pages);

  if (self->model == NULL)
    return;
  if (adw_view_stack_get_visible_child (self->pages) == GTK_WIDGET (self->older_text) ||
      adw_view_stack_get_visible_child (self->pages) == GTK_WIDGET (self->newer_text))
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->pages));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ChanceryVersionsDialog *self = CHANCERY_VERSIONS_DIALOG (widget);
  gpointer item = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *text = NULL;

  if (item == NULL)
    return;

  text = CHANCERY_IS_DIFF_ITEM (item) ? chancery_diff_item_dup_copy (item) : g_strdup (self->summary_spoken);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  say (self, _("Copied"));
}

static void
review_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autoptr (ChanceryVersionsDialog) self = g_object_ref (CHANCERY_VERSIONS_DIALOG (widget));

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[REVIEW_NOTES], 0);
}

/* Bringing an older version back */

typedef struct
{
  ChanceryVersionsDialog *dialog; /* (owned) */
  guint number;
  ChanceryArticle *article; /* (owned) (nullable) */
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_object_unref (restoring->dialog);
  g_clear_object (&restoring->article);
  g_free (restoring);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restoring, restoring_free)

static void
fail_to_restore (ChanceryVersionsDialog *self,
                 const GError           *error)
{
  AdwDialog *dialog;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  dialog = adw_alert_dialog_new (_("The Version Can’t Be Restored"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Restoring) restoring = user_data;
  ChanceryVersionsDialog *self = restoring->dialog;
  ChanceryHistory *history = chancery_context_get_history (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryIntake) intake = chancery_article_take_in_finish (CHANCERY_LIBRARY (source), result, &error);
  g_autoptr (ChanceryDeed) deed = NULL;
  g_autofree char *message = NULL;
  AdwToast *toast;

  if (intake == NULL)
    {
      fail_to_restore (self, error);
      return;
    }

  if (history != NULL)
    {
      deed = chancery_revision_deed_new (CHANCERY_LIBRARY (source), self->uid, restoring->article, TRUE);
      chancery_history_record_deed (history, deed);
    }
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  message = g_strdup_printf (_("Version %u is what the article says now"), restoring->number);
  toast = adw_toast_new (message);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
  list_versions (self);
}

static void
loaded_to_restore_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (Restoring) restoring = user_data;
  g_autoptr (GError) error = NULL;

  restoring->article = chancery_library_load_revision_finish (CHANCERY_LIBRARY (source), result, &error);
  if (restoring->article == NULL)
    fail_to_restore (restoring->dialog, error);
  else
    {
      Restoring *going_on = g_steal_pointer (&restoring);

      chancery_article_revise_async (CHANCERY_LIBRARY (source), going_on->dialog->uid, going_on->article, NULL, restored_cb,
                                     going_on);
    }
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ChanceryVersionsDialog *self = CHANCERY_VERSIONS_DIALOG (widget);
  ChanceryLibrary *library = get_library (self);
  Restoring *restoring;

  if (library == NULL)
    return;

  restoring = g_new0 (Restoring, 1);
  restoring->dialog = g_object_ref (self);
  restoring->number = g_variant_get_uint32 (parameter);
  chancery_library_load_revision_async (library, self->uid, restoring->number, NULL, loaded_to_restore_cb, restoring);
}

/* The object */

static void
chancery_versions_dialog_dispose (GObject *object)
{
  ChanceryVersionsDialog *self = CHANCERY_VERSIONS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_VERSIONS_DIALOG);
  g_clear_object (&self->model);
  g_clear_object (&self->versions);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (chancery_versions_dialog_parent_class)->dispose (object);
}

static void
chancery_versions_dialog_finalize (GObject *object)
{
  ChanceryVersionsDialog *self = CHANCERY_VERSIONS_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->uid);
  g_free (self->summary_spoken);

  G_OBJECT_CLASS (chancery_versions_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CHANCERY_TYPE_VERSION);
  g_type_ensure (CHANCERY_TYPE_VERSION_TEXT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/chancery_app/Chancery/ui/revisions/chancery-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, title_widget);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, older);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, newer);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, trouble_close);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, single_close);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, older_text);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, newer_text);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionsDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
}

static void
chancery_versions_dialog_class_init (ChanceryVersionsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_versions_dialog_dispose;
  object_class->finalize = chancery_versions_dialog_finalize;

  /**
   * ChanceryVersionsDialog::review-notes:
   *
   * The notes that lost their place are to be shown. The dialog is closing.
   */
  signals[REVIEW_NOTES] = g_signal_new ("review-notes", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "versions.next-change", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "versions.previous-change", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "versions.page-left", NULL, turn_page_action);
  gtk_widget_class_install_action (widget_class, "versions.page-right", NULL, turn_page_action);
  gtk_widget_class_install_action (widget_class, "versions.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "versions.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "versions.restore", "u", restore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "versions.next-change", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "versions.previous-change", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "versions.page-left", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "versions.page-right", NULL);
  /* The window's own keys don't reach into a dialog. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

/* Letters are keys where nothing can be typed. */
static void
add_list_shortcuts (ChanceryVersionsDialog *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } shortcuts[] = {
    { "n", "versions.next-change" },
    { "p", "versions.previous-change" },
    { "<Control>c|<Control>Insert", "versions.copy" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                        gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
chancery_versions_dialog_init (ChanceryVersionsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->versions = g_list_store_new (CHANCERY_TYPE_VERSION);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drop_down_set_model (self->older, G_LIST_MODEL (self->versions));
  gtk_drop_down_set_model (self->newer, G_LIST_MODEL (self->versions));
  adw_view_stack_set_visible_child_name (self->pages, "changes");
  self->is_filling = FALSE;
  add_list_shortcuts (self);
}

/**
 * chancery_versions_dialog_new:
 * @context: the services, with an open library
 * @uid: an article
 *
 * Returns: (transfer floating): what changed between its present version and the
 *   one before, to begin with
 */
AdwDialog *
chancery_versions_dialog_new (ChanceryContext *context,
                              const char      *uid)
{
  ChanceryVersionsDialog *self;

  g_return_val_if_fail (CHANCERY_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (chancery_context_get_library (context) != NULL, NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  self = g_object_new (CHANCERY_TYPE_VERSIONS_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->uid = g_strdup (uid);
  g_signal_connect_object (get_library (self), "articles-changed", G_CALLBACK (list_versions), self, G_CONNECT_SWAPPED);
  list_versions (self);

  return ADW_DIALOG (self);
}
