/* chancery-notes-panel.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-notes-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chancery-note-copying.h"
#include "chancery-note-filter-bar.h"
#include "chancery-note-list.h"
#include "chancery-note-loading.h"
#include "chancery-note-merging.h"
#include "chancery-selection-bar.h"
#include "chancery-shown-notes.h"
#include "chancery-undo-toast.h"

struct _ChanceryNotesPanel
{
  GtkWidget parent_instance;

  GListModel *model; /* (owned) (nullable) */
  ChanceryCatalogue *catalogue; /* (owned) (nullable) */
  ChanceryHistory *history; /* (owned) (nullable) */
  ChanceryLibrary *library; /* (owned) (nullable) */
  ChanceryState *state; /* (owned) (nullable) */
  GListModel *known_tags; /* (owned) (nullable) */
  ChanceryNotesScope scope;
  char *subtitle;

  ChanceryShownNotes *shown; /* (owned) */

  AdwToastOverlay *toasts;
  GtkBox *box;
  AdwToggleGroup *scopes;
  ChanceryNoteFilterBar *filter_bar;
  GtkStack *stack;
  ChanceryNoteList *list;
  AdwStatusPage *empty;
  GtkButton *empty_button;
  ChancerySelectionBar *selection_bar; /* (nullable): until several notes are selected */

  AdwToast *toast; /* (owned) (nullable): of the note deleted last */
  char *toast_uid;
};

typedef enum
{
  PROP_SCOPE = 1,
  PROP_SEARCH_MODE,
  PROP_WORDS,
  PROP_TITLE,
  PROP_SUBTITLE,
} ChanceryNotesPanelProps;

static GParamSpec *props[PROP_SUBTITLE + 1];

enum
{
  SIGNAL_NOTE_ACTIVATED,
  SIGNAL_FILTER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryNotesPanel, chancery_notes_panel, GTK_TYPE_WIDGET)

static gboolean
is_filtered (ChanceryNotesPanel *self)
{
  return *chancery_note_filter_bar_get_words (self->filter_bar) != '\0' ||
         chancery_note_filter_bar_is_chosen (self->filter_bar);
}

static void
update_empty (ChanceryNotesPanel *self)
{
  ChanceryNotesEmpty texts = chancery_notes_scope_get_empty (self->scope, self->state, is_filtered (self));
  g_autofree char *title = texts.title;
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_status_page_set_icon_name (self->empty, texts.icon_name);
  adw_status_page_set_title (self->empty, escaped);
  adw_status_page_set_description (self->empty, texts.description);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), texts.button != NULL);
  if (texts.button != NULL)
    gtk_button_set_label (self->empty_button, texts.button);
}

static void
update_state (ChanceryNotesPanel *self)
{
  guint n_notes = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  guint n_shown = g_list_model_get_n_items (chancery_shown_notes_get_model (self->shown));
  gboolean is_empty = n_shown == 0;
  GtkWidget *focus_child = gtk_widget_get_focus_child (GTK_WIDGET (self->stack));
  g_autofree char *subtitle = chancery_notes_scope_dup_subtitle (self->scope, self->state, n_notes, n_shown);

  if (is_empty)
    update_empty (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");

  /* The focus must not be lost with the last card. */
  if (is_empty && focus_child == GTK_WIDGET (self->list))
    {
      if (gtk_widget_get_visible (GTK_WIDGET (self->empty_button)))
        gtk_widget_grab_focus (GTK_WIDGET (self->empty_button));
      else
        gtk_widget_child_focus (GTK_WIDGET (self->scopes), GTK_DIR_TAB_FORWARD);
    }

  if (g_set_str (&self->subtitle, subtitle))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (user_data);

  return chancery_note_filter_bar_matches (self->filter_bar, item);
}

static void
update_filtered (ChanceryNotesPanel *self)
{
  chancery_shown_notes_set_filtered (self->shown, *chancery_note_filter_bar_get_words (self->filter_bar) != '\0',
                                     chancery_note_filter_bar_is_chosen (self->filter_bar));
}

static void
words_changed_cb (ChanceryNotesPanel *self)
{
  update_filtered (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORDS]);
  update_state (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), self->subtitle, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
focus_list (ChanceryNotesPanel *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* The first key in a large library is not to wait for what filters need. */
static void
prepare_filtering (ChanceryNotesPanel *self)
{
  if (self->library != NULL)
    chancery_library_prepare_filtering_async (self->library, NULL, NULL, NULL);
}

static void
search_mode_cb (ChanceryNotesPanel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH_MODE]);
}

static void
sort_changed_cb (ChanceryNotesPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
}

static void
chosen_cb (ChanceryNotesPanel *self)
{
  update_filtered (self);
  update_state (self);
  g_signal_emit (self, signals[SIGNAL_FILTER_CHANGED], 0);
}

static void
scope_toggled_cb (GObject    *object,
                  GParamSpec *pspec,
                  gpointer    user_data)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (user_data);
  int scope;

  if (chancery_enum_from_nick (CHANCERY_TYPE_NOTES_SCOPE, adw_toggle_group_get_active_name (self->scopes), &scope))
    chancery_notes_panel_set_scope (self, (ChanceryNotesScope) scope);
}

static void
empty_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (user_data);

  if (is_filtered (self))
    chancery_note_filter_bar_clear (self->filter_bar);
  else
    chancery_notes_panel_set_scope (self, CHANCERY_NOTES_SCOPE_ALL);
}

/* What the list asks for */

static void
note_activated_cb (ChanceryNoteList *list,
                   ChanceryNote     *note,
                   gpointer          user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_NOTE_ACTIVATED], 0, note);
}

static void
say_error (ChanceryNotesPanel *self,
           const GError       *error)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, error->message);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryNotesPanel) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (object), result, &error) && self->toasts != NULL)
    say_error (self, error);
}

static void
toast_clicked_cb (AdwToast *toast,
                  gpointer  user_data)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (user_data);

  chancery_note_list_focus_note (self->list, self->toast_uid);
}

static void
dismiss_toast (ChanceryNotesPanel *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
notes_removed_cb (ChanceryNoteList *list,
                  GPtrArray        *notes,
                  gpointer          user_data)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (user_data);

  dismiss_toast (self);
  self->toast = chancery_undo_toast_new_for_many (self->history, notes, G_OBJECT (self), undone_cb);
  g_set_str (&self->toast_uid, chancery_note_get_uid (g_ptr_array_index (notes, 0)));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (toast_clicked_cb), self, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->toast));
}

static void
copy_requested_cb (ChanceryNoteList *list,
                   GPtrArray        *notes,
                   gpointer          user_data)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (user_data);

  chancery_notes_copy_quotations (self->toasts, notes, self->library);
}

static void
failed_cb (ChanceryNoteList *list,
           const GError     *error,
           gpointer          user_data)
{
  say_error (CHANCERY_NOTES_PANEL (user_data), error);
}

/* Several notes */

static void
selection_edited_cb (ChanceryNotesPanel     *self,
                     const ChanceryNoteEdit *edit)
{
  chancery_note_list_edit_selected (self->list, edit);
}

static void
selection_loaded_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (ChanceryNotesPanel) self = user_data;
  g_autoptr (GPtrArray) notes = chancery_notes_load_finish (G_LIST_MODEL (object), result, NULL);

  if (notes != NULL && self->selection_bar != NULL)
    chancery_selection_bar_set_notes (self->selection_bar, notes);
}

static void
selection_wanted_cb (ChanceryNotesPanel *self)
{
  chancery_note_list_load_selected_async (self->list, NULL, selection_loaded_cb, g_object_ref (self));
}

static void
n_selected_cb (ChanceryNotesPanel *self)
{
  const guint n_selected = chancery_note_list_get_n_selected (self->list);

  if (n_selected < 2 && self->selection_bar == NULL)
    return;

  if (self->selection_bar == NULL)
    {
      self->selection_bar = CHANCERY_SELECTION_BAR (chancery_selection_bar_new ());
      chancery_selection_bar_set_known_tags (self->selection_bar, self->known_tags);
      g_signal_connect_swapped (self->selection_bar, "edited", G_CALLBACK (selection_edited_cb), self);
      g_signal_connect_swapped (self->selection_bar, "notes-wanted", G_CALLBACK (selection_wanted_cb), self);
      gtk_widget_insert_action_group (GTK_WIDGET (self->selection_bar), "note",
                                      chancery_note_list_get_actions (self->list));
      gtk_box_append (self->box, GTK_WIDGET (self->selection_bar));
    }
  /* The focus must not be lost with the bar. */
  if (n_selected < 2 && gtk_widget_get_focus_child (GTK_WIDGET (self->selection_bar)) != NULL)
    focus_list (self);
  if (n_selected >= 2)
    chancery_selection_bar_set_merge_obstacle (self->selection_bar, chancery_note_list_get_merge_obstacle (self->list));
  chancery_selection_bar_set_n_selected (self->selection_bar, n_selected);
}

static gboolean
find_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  chancery_notes_panel_set_search_mode (CHANCERY_NOTES_PANEL (widget), TRUE);

  return GDK_EVENT_STOP;
}

/* The object */

static void
chancery_notes_panel_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (object);

  switch ((ChanceryNotesPanelProps) prop_id)
    {
    case PROP_SCOPE:
      g_value_set_enum (value, (int) self->scope);
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, chancery_note_filter_bar_get_search_mode (self->filter_bar));
      break;
    case PROP_WORDS:
      g_value_set_string (value, chancery_notes_panel_get_words (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, chancery_notes_panel_get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_notes_panel_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (object);

  switch ((ChanceryNotesPanelProps) prop_id)
    {
    case PROP_SCOPE:
      chancery_notes_panel_set_scope (self, (ChanceryNotesScope) g_value_get_enum (value));
      break;
    case PROP_SEARCH_MODE:
      chancery_notes_panel_set_search_mode (self, g_value_get_boolean (value));
      break;
    case PROP_WORDS:
    case PROP_TITLE:
    case PROP_SUBTITLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_notes_panel_dispose (GObject *object)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (object);

  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (chancery_shown_notes_get_model (self->shown), update_state, self);
  self->selection_bar = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_NOTES_PANEL);
  g_clear_object (&self->toast);
  g_clear_object (&self->shown);
  g_clear_object (&self->model);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->history);
  g_clear_object (&self->library);
  g_clear_object (&self->state);
  g_clear_object (&self->known_tags);

  G_OBJECT_CLASS (chancery_notes_panel_parent_class)->dispose (object);
}

static void
chancery_notes_panel_finalize (GObject *object)
{
  ChanceryNotesPanel *self = CHANCERY_NOTES_PANEL (object);

  g_free (self->subtitle);
  g_free (self->toast_uid);

  G_OBJECT_CLASS (chancery_notes_panel_parent_class)->finalize (object);
}

static void
chancery_notes_panel_class_init (ChanceryNotesPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_notes_panel_get_property;
  object_class->set_property = chancery_notes_panel_set_property;
  object_class->dispose = chancery_notes_panel_dispose;
  object_class->finalize = chancery_notes_panel_finalize;

  /**
   * ChanceryNotesPanel:scope:
   *
   * Which notes the user wants to see.
   */
  props[PROP_SCOPE] = g_param_spec_enum ("scope", NULL, NULL, CHANCERY_TYPE_NOTES_SCOPE,
                                         CHANCERY_NOTES_SCOPE_ARTICLE, writable);

  /**
   * ChanceryNotesPanel:search-mode:
   *
   * Whether the field to filter notes is open.
   */
  props[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, writable);

  /**
   * ChanceryNotesPanel:words:
   *
   * What the user filters for; empty for no filter. In the scope of one article
   * the panel filters; in others, the model must.
   */
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, "", readable);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);

  /**
   * ChanceryNotesPanel:subtitle:
   *
   * What is shown, in words: "5 in this article".
   */
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryNotesPanel::note-activated:
   * @note: the note
   *
   * The user wants to see the passage of a note.
   */
  signals[SIGNAL_NOTE_ACTIVATED] = g_signal_new ("note-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);

  /**
   * ChanceryNotesPanel::filter-changed:
   *
   * The user chose other notes or another order. Whoever makes the model must
   * ask chancery_notes_panel_needs_filter().
   */
  signals[SIGNAL_FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CHANCERY_TYPE_NOTE_LIST);
  g_type_ensure (CHANCERY_TYPE_NOTE_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/notes/chancery-notes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryNotesPanel, toasts);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNotesPanel, box);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNotesPanel, scopes);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNotesPanel, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNotesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNotesPanel, list);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNotesPanel, empty);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNotesPanel, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, scope_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_filtering);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list);
  gtk_widget_class_bind_template_callback (widget_class, note_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, n_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, find_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "notespanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_notes_panel_init (ChanceryNotesPanel *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->shown = chancery_shown_notes_new (matches, self);
  g_signal_connect_swapped (chancery_shown_notes_get_model (self->shown), "items-changed",
                            G_CALLBACK (update_state), self);
  g_signal_connect_swapped (self->shown, "sort-changed", G_CALLBACK (sort_changed_cb), self);
  g_action_map_add_action (G_ACTION_MAP (actions), chancery_shown_notes_get_sort_action (self->shown));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "notes", G_ACTION_GROUP (actions));

  gtk_widget_init_template (GTK_WIDGET (self));
  chancery_note_list_set_model (self->list, chancery_shown_notes_get_model (self->shown));
  update_state (self);
}

GtkWidget *
chancery_notes_panel_new (void)
{
  return g_object_new (CHANCERY_TYPE_NOTES_PANEL, NULL);
}

/**
 * chancery_notes_panel_set_model:
 * @self: a panel
 * @model: (nullable) (element-type ChanceryNote): the notes in scope, live
 */
void
chancery_notes_panel_set_model (ChanceryNotesPanel *self,
                                GListModel         *model)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  if (!g_set_object (&self->model, model))
    return;

  chancery_shown_notes_set_source (self->shown, model);
  update_state (self);
}

/**
 * chancery_notes_panel_set_source:
 * @self: a panel
 * @source: (nullable): what the model holds, if it is read page by page
 */
void
chancery_notes_panel_set_source (ChanceryNotesPanel       *self,
                                 const ChanceryNoteFilter *source)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  chancery_note_list_set_source (self->list, source);
}

/**
 * chancery_notes_panel_load_selected_async:
 * @self: a panel
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Gets the notes that are selected, for an export, say. End it with
 * chancery_notes_load_finish().
 */
void
chancery_notes_panel_load_selected_async (ChanceryNotesPanel  *self,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  chancery_note_list_load_selected_async (self->list, cancellable, callback, user_data);
}

/**
 * chancery_notes_panel_set_catalogue:
 * @self: a panel
 * @catalogue: (nullable): where the states are
 */
void
chancery_notes_panel_set_catalogue (ChanceryNotesPanel *self,
                                    ChanceryCatalogue  *catalogue)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;

  chancery_note_list_set_catalogue (self->list, catalogue);
}

/**
 * chancery_notes_panel_set_history:
 * @self: a panel
 * @history: (nullable): what changes notes; %NULL for a panel to read only
 */
void
chancery_notes_panel_set_history (ChanceryNotesPanel *self,
                                  ChanceryHistory    *history)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  if (!g_set_object (&self->history, history))
    return;

  chancery_note_list_set_history (self->list, history);
  dismiss_toast (self);
}

/**
 * chancery_notes_panel_set_library:
 * @self: a panel
 * @library: (nullable): where the articles are, for citations
 */
void
chancery_notes_panel_set_library (ChanceryNotesPanel *self,
                                  ChanceryLibrary    *library)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  if (!g_set_object (&self->library, library))
    return;

  chancery_note_list_set_library (self->list, library);
}

/**
 * chancery_notes_panel_set_state:
 * @self: a panel
 * @state: (nullable): the state that is selected
 */
void
chancery_notes_panel_set_state (ChanceryNotesPanel *self,
                                ChanceryState      *state)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  if (!g_set_object (&self->state, state))
    return;

  update_state (self);
}

/**
 * chancery_notes_panel_set_known_tags:
 * @self: a panel
 * @tags: (nullable) (element-type GtkStringObject): tags to suggest; %NULL for
 *   those of the notes that were shown
 */
void
chancery_notes_panel_set_known_tags (ChanceryNotesPanel *self,
                                     GListModel         *tags)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  if (!g_set_object (&self->known_tags, tags))
    return;

  chancery_note_list_set_known_tags (self->list, tags);
  chancery_note_filter_bar_set_known_tags (self->filter_bar, tags);
  if (self->selection_bar != NULL)
    chancery_selection_bar_set_known_tags (self->selection_bar, tags);
}

ChanceryNotesScope
chancery_notes_panel_get_scope (ChanceryNotesPanel *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTES_PANEL (self), CHANCERY_NOTES_SCOPE_ARTICLE);

  return self->scope;
}

/**
 * chancery_notes_panel_set_scope:
 * @self: a panel
 * @scope: which notes to show
 *
 * Whoever gives the panel its model must react to the notification.
 */
void
chancery_notes_panel_set_scope (ChanceryNotesPanel *self,
                                ChanceryNotesScope  scope)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  if (self->scope == scope)
    return;

  chancery_note_list_finish_editing (self->list);
  self->scope = scope;
  adw_toggle_group_set_active_name (self->scopes, chancery_enum_to_nick (CHANCERY_TYPE_NOTES_SCOPE, (int) scope));
  chancery_shown_notes_set_scope (self->shown, scope);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCOPE]);
  update_state (self);
}

/**
 * chancery_notes_panel_set_search_mode:
 * @self: a panel
 * @search_mode: whether the field to filter notes is open; closing clears it
 */
void
chancery_notes_panel_set_search_mode (ChanceryNotesPanel *self,
                                      gboolean            search_mode)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  chancery_note_filter_bar_set_search_mode (self->filter_bar, search_mode);
}

const char *
chancery_notes_panel_get_words (ChanceryNotesPanel *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTES_PANEL (self), NULL);

  return chancery_note_filter_bar_get_words (self->filter_bar);
}

/**
 * chancery_notes_panel_needs_filter:
 * @self: a panel
 *
 * Returns: whether the model must hold what chancery_notes_panel_fill_filter()
 *   says; else the panel wants all notes of the article
 */
gboolean
chancery_notes_panel_needs_filter (ChanceryNotesPanel *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTES_PANEL (self), FALSE);

  return chancery_shown_notes_needs_filter (self->shown);
}

/**
 * chancery_notes_panel_fill_filter:
 * @self: a panel
 * @filter: what to add the user's choice to; its strings stay valid until the
 *   next change
 */
void
chancery_notes_panel_fill_filter (ChanceryNotesPanel *self,
                                  ChanceryNoteFilter *filter)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  chancery_note_filter_bar_fill (self->filter_bar, filter);
  filter->sort = chancery_shown_notes_get_sort (self->shown);
}

/**
 * chancery_notes_panel_set_members:
 * @self: a panel
 * @organisation: (nullable): the name of an organisation
 * @members: (nullable): the codes of its members
 *
 * Offers to show only notes on those states.
 */
void
chancery_notes_panel_set_members (ChanceryNotesPanel *self,
                                  const char         *organisation,
                                  const char * const *members)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  chancery_note_filter_bar_set_members (self->filter_bar, organisation, members);
}

const char *
chancery_notes_panel_get_title (ChanceryNotesPanel *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTES_PANEL (self), NULL);

  return _("Notes");
}

const char *
chancery_notes_panel_get_subtitle (ChanceryNotesPanel *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTES_PANEL (self), NULL);

  return self->subtitle;
}

/**
 * chancery_notes_panel_edit_note:
 * @self: a panel
 * @note: a note
 *
 * Opens a note for editing in place, at once or, if it isn't in the model yet,
 * as soon as it is. A filter that hides it is taken away.
 */
void
chancery_notes_panel_edit_note (ChanceryNotesPanel *self,
                                ChanceryNote       *note)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));
  g_return_if_fail (CHANCERY_IS_NOTE (note));

  if (chancery_note_filter_bar_is_chosen (self->filter_bar) ||
      !chancery_note_filter_bar_matches (self->filter_bar, note))
    chancery_note_filter_bar_clear (self->filter_bar);
  chancery_note_list_edit (self->list, note);
}

/**
 * chancery_notes_panel_focus_note:
 * @self: a panel
 * @note: a note
 *
 * Selects a note and gives its card the focus: the way back from the passage.
 */
void
chancery_notes_panel_focus_note (ChanceryNotesPanel *self,
                                 ChanceryNote       *note)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));
  g_return_if_fail (CHANCERY_IS_NOTE (note));

  if (chancery_note_filter_bar_is_chosen (self->filter_bar) ||
      !chancery_note_filter_bar_matches (self->filter_bar, note))
    chancery_note_filter_bar_clear (self->filter_bar);
  chancery_note_list_focus_note (self->list, chancery_note_get_uid (note));
}

/**
 * chancery_notes_panel_focus:
 * @self: a panel
 *
 * Gives the focus to the notes or, where there are none, to the choice of
 * which to show. Not the widget's own grab_focus(), from which Tab could never
 * get out again.
 *
 * Returns: whether something took the focus
 */
gboolean
chancery_notes_panel_focus (ChanceryNotesPanel *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTES_PANEL (self), FALSE);

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (GTK_WIDGET (self->scopes), GTK_DIR_TAB_FORWARD);
}

/**
 * chancery_notes_panel_finish_editing:
 * @self: a panel
 *
 * Saves what is being edited and closes the editor; before the window closes,
 * say. chancery_history_settle_async() tells when it is written.
 */
void
chancery_notes_panel_finish_editing (ChanceryNotesPanel *self)
{
  g_return_if_fail (CHANCERY_IS_NOTES_PANEL (self));

  chancery_note_list_finish_editing (self->list);
}
