/* chancery-window-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-window-private.h"

#include <glib/gi18n.h>

#include "chancery-library-bulk.h"
#include "chancery-passage.h"
#include "notes/chancery-undo-toast.h"
#include "tags/chancery-tags-dialog.h"

/* Making notes */

/* The states that a passage mentions. */
static GStrv
dup_states_in (ChanceryWindow         *self,
               ChanceryArticle        *article,
               const ChancerySelector *selector)
{
  const ChanceryPassage passage = { chancery_article_chars_to_bytes (article, selector->start_chars),
                                    chancery_article_chars_to_bytes (article, selector->end_chars) };

  return chancery_passage_dup_states (&passage, chancery_open_article_get_mentions (self->open_article));
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (source), result, &error))
    chancery_window_say_error (self, _("The note can’t be saved"), error);
}

static void
added_to_edit_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  ChanceryNote *note = user_data;
  g_autoptr (ChanceryWindow) self = g_object_steal_data (G_OBJECT (note), "window");

  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (source), result, &error))
    chancery_window_say_error (self, _("The note can’t be saved"), error);
  else if (self->context != NULL)
    chancery_window_edit_note (self, note);
  g_object_unref (note);
}

static void
add_note (ChanceryWindow           *self,
          const ChanceryNoteFields *fields,
          gboolean                  edit)
{
  ChanceryHistory *history = chancery_context_get_history (self->context);
  g_autoptr (ChanceryNote) note = chancery_note_new (fields);

  if (edit)
    {
      g_object_set_data_full (G_OBJECT (note), "window", g_object_ref (self), g_object_unref);
      chancery_history_add_note_async (history, note, NULL, added_to_edit_cb, g_object_ref (note));
    }
  else
    chancery_history_add_note_async (history, note, NULL, added_cb, g_object_ref (self));
}

/**
 * chancery_window_create_note:
 * @self: the window
 * @selector: (nullable): a passage of the open article, or %NULL for the whole
 * @colour: the highlight's colour
 * @edit: whether the note is to be written at once
 *
 * Adds a note on the states that the passage mentions.
 */
void
chancery_window_create_note (ChanceryWindow         *self,
                             const ChancerySelector *selector,
                             ChanceryColour          colour,
                             gboolean                edit)
{
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);
  gint64 now_us = g_get_real_time ();
  g_auto (GStrv) states = NULL;

  if (article == NULL || chancery_context_get_history (self->context) == NULL)
    return;

  if (selector != NULL)
    states = dup_states_in (self, article, selector);
  add_note (self, &(ChanceryNoteFields) {
    .article_uid = chancery_article_get_uid (article),
    .selector = selector,
    .colour = colour,
    .states = (const char * const *) states,
    .created_us = now_us,
    .modified_us = now_us,
  }, edit);
}

/**
 * chancery_window_make_highlight:
 * @self: the window
 * @article: the open article
 * @selector: a passage of it
 * @colour: the highlight's colour
 *
 * Returns: (transfer full): a highlight on the states that the passage mentions,
 *   to be added
 */
ChanceryNote *
chancery_window_make_highlight (ChanceryWindow         *self,
                                ChanceryArticle        *article,
                                const ChancerySelector *selector,
                                ChanceryColour          colour)
{
  const gint64 now_us = g_get_real_time ();
  g_auto (GStrv) states = dup_states_in (self, article, selector);

  return chancery_note_new (&(ChanceryNoteFields) {
    .article_uid = chancery_article_get_uid (article),
    .selector = selector,
    .colour = colour,
    .states = (const char * const *) states,
    .created_us = now_us,
    .modified_us = now_us,
  });
}

/**
 * chancery_window_create_notes:
 * @self: the window
 * @selectors: (element-type ChancerySelector): passages of the open article
 * @colour: the highlights' colour
 *
 * Highlights all of them, as one step that can be undone.
 */
void
chancery_window_create_notes (ChanceryWindow *self,
                              GPtrArray      *selectors,
                              ChanceryColour  colour)
{
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);
  ChanceryHistory *history = chancery_context_get_history (self->context);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);

  if (article == NULL || history == NULL)
    return;

  for (guint i = 0; i < selectors->len; i++)
    g_ptr_array_add (changes, chancery_note_change_new_take (
      NULL, chancery_window_make_highlight (self, article, g_ptr_array_index (selectors, i), colour)));

  chancery_history_apply_async (history, changes, NULL, added_cb, g_object_ref (self));
}

/**
 * chancery_window_edit_note:
 * @self: the window
 * @note: a note
 *
 * Opens a note for writing, in the panel.
 */
void
chancery_window_edit_note (ChanceryWindow *self,
                           ChanceryNote   *note)
{
  chancery_notes_panel_set_scope (self->notes_panel, chancery_note_get_article_uid (note) != NULL
                                                     ? CHANCERY_NOTES_SCOPE_ARTICLE : CHANCERY_NOTES_SCOPE_STATE);
  chancery_window_set_notes_shown (self, TRUE);
  chancery_notes_panel_edit_note (self->notes_panel, note);
}

/**
 * chancery_window_recolour_note:
 * @self: the window
 * @note: a note
 * @colour: its new colour
 *
 * Gives a highlight another colour.
 */
void
chancery_window_recolour_note (ChanceryWindow *self,
                               ChanceryNote   *note,
                               ChanceryColour  colour)
{
  ChanceryHistory *history = chancery_context_get_history (self->context);
  g_autoptr (ChanceryNote) changed = chancery_note_copy (note);

  if (history == NULL || chancery_note_get_colour (note) == colour)
    return;

  chancery_note_set_colour (changed, colour);
  chancery_history_change_note_async (history, note, changed, 0, NULL, added_cb, g_object_ref (self));
}

typedef struct
{
  ChanceryWindow *window; /* (owned) */
  ChanceryNote *note; /* (owned) */
} Removal;

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (source), result, &error))
    chancery_window_say_error (self, _("The last change can’t be undone"), error);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Removal *removal = user_data;
  g_autoptr (ChanceryWindow) self = removal->window;
  g_autoptr (ChanceryNote) note = removal->note;
  ChanceryHistory *history = CHANCERY_HISTORY (source);
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (history, result, &error))
    chancery_window_say_error (self, _("The note can’t be deleted"), error);
  else if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, chancery_undo_toast_new (history, note, G_OBJECT (self), undone_cb));
}

/**
 * chancery_window_remove_note:
 * @self: the window
 * @note: a note
 *
 * Deletes a note; a toast offers to undo it.
 */
void
chancery_window_remove_note (ChanceryWindow *self,
                             ChanceryNote   *note)
{
  ChanceryHistory *history = chancery_context_get_history (self->context);
  Removal *removal;

  if (history == NULL)
    return;

  removal = g_new0 (Removal, 1);
  removal->window = g_object_ref (self);
  removal->note = g_object_ref (note);
  chancery_history_remove_note_async (history, note, NULL, removed_cb, removal);
}

static void
add_article_note_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  chancery_window_create_note (CHANCERY_WINDOW (widget), NULL, CHANCERY_COLOUR_YELLOW, TRUE);
}

static void
add_state_note_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryStateItem *item = self->states != NULL ? chancery_states_get_selected (self->states) : NULL;
  gint64 now_us = g_get_real_time ();
  const char *states[2] = { NULL, NULL };

  if (chancery_context_get_history (self->context) == NULL)
    return;
  if (item == NULL)
    {
      chancery_window_say (self, _("Select a state first"));
      return;
    }

  states[0] = chancery_state_item_get_iso (item);
  add_note (self, &(ChanceryNoteFields) {
    .states = states,
    .created_us = now_us,
    .modified_us = now_us,
  }, TRUE);
}

/* Going to a passage */

/**
 * chancery_window_activate_note:
 * @self: the window
 * @note: a note
 *
 * Goes to the note's passage, in the open article or in another.
 */
void
chancery_window_activate_note (ChanceryWindow *self,
                               ChanceryNote   *note)
{
  const char *article_uid = chancery_note_get_article_uid (note);

  if (article_uid == NULL)
    return;

  if (g_strcmp0 (article_uid, chancery_open_article_get_uid (self->open_article)) != 0)
    {
      g_set_object (&self->note_to_show, note);
      chancery_window_open (self, article_uid);
      return;
    }

  chancery_window_show_reader (self);
  /* The panel lies over the text where there is no room beside it. */
  if (adw_overlay_split_view_get_collapsed (self->notes_split))
    chancery_window_set_notes_shown (self, FALSE);
  chancery_reader_scroll_to_note (self->reader, note);
}

/* The panel */

static void
notes_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) notes = chancery_library_list_notes_finish (CHANCERY_LIBRARY (source), result, &error);

  if (notes == NULL)
    {
      chancery_window_say_error (self, _("The notes can’t be listed"), error);
      return;
    }

  chancery_notes_panel_set_model (self->notes_panel, notes);
}

/**
 * chancery_window_fill_filter:
 * @self: the window
 * @filter: (out caller-allocates): which notes the panel asks for; its strings
 *   stay valid until the next change
 *
 * Returns: whether it asks for any: not without an article or a state
 */
gboolean
chancery_window_fill_filter (ChanceryWindow     *self,
                             ChanceryNoteFilter *filter)
{
  ChanceryStateItem *item = self->states != NULL ? chancery_states_get_selected (self->states) : NULL;

  *filter = (ChanceryNoteFilter) { 0 };
  chancery_notes_panel_fill_filter (self->notes_panel, filter);
  switch (chancery_notes_panel_get_scope (self->notes_panel))
    {
    case CHANCERY_NOTES_SCOPE_ARTICLE:
      filter->article_uid = chancery_open_article_get_uid (self->open_article);
      return filter->article_uid != NULL;
    case CHANCERY_NOTES_SCOPE_STATE:
      filter->iso = item != NULL ? chancery_state_item_get_iso (item) : NULL;
      return filter->iso != NULL;
    case CHANCERY_NOTES_SCOPE_ALL:
    default:
      return TRUE;
    }
}

/**
 * chancery_window_update_notes:
 * @self: the window
 *
 * Gives the panel the notes that it asks for: those of the article, of the
 * selected state, or all.
 */
void
chancery_window_update_notes (ChanceryWindow *self)
{
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  const ChanceryNotesScope scope = chancery_notes_panel_get_scope (self->notes_panel);
  ChanceryStateItem *item = self->states != NULL ? chancery_states_get_selected (self->states) : NULL;
  ChanceryNoteFilter filter;
  const gboolean wanted = chancery_window_fill_filter (self, &filter);

  chancery_window_count_orphans (self);
  chancery_window_update_links (self);
  g_cancellable_cancel (self->notes_cancellable);
  g_clear_object (&self->notes_cancellable);
  if (library == NULL)
    return;

  if (scope == CHANCERY_NOTES_SCOPE_STATE)
    chancery_notes_panel_set_state (self->notes_panel, item != NULL ? chancery_state_item_get_state (item) : NULL);
  if (scope == CHANCERY_NOTES_SCOPE_ARTICLE && (!wanted || !chancery_notes_panel_needs_filter (self->notes_panel)))
    {
      chancery_notes_panel_set_model (self->notes_panel, chancery_open_article_get_notes (self->open_article));
      return;
    }
  if (!wanted)
    {
      chancery_notes_panel_set_model (self->notes_panel, NULL);
      return;
    }

  self->notes_cancellable = g_cancellable_new ();
  chancery_notes_panel_set_source (self->notes_panel, &filter);
  chancery_library_list_notes_async (library, &filter, self->notes_cancellable, notes_listed_cb, g_object_ref (self));
}

/* How many notes there are on each state */

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GHashTable) counts =
    chancery_library_count_notes_by_state_finish (CHANCERY_LIBRARY (source), result, NULL);

  if (counts != NULL && self->states != NULL)
    chancery_states_set_note_counts (self->states, counts);
}

/* The tags that the editor and the filter suggest. */
static void
tags_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GPtrArray) counts = chancery_library_list_tags_finish (CHANCERY_LIBRARY (source), result, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GtkStringList) list = NULL;
  g_auto (GStrv) tags = NULL;

  if (counts == NULL || self->context == NULL)
    return;

  for (guint i = 0; i < counts->len; i++)
    g_strv_builder_add (builder, ((ChanceryTagCount *) g_ptr_array_index (counts, i))->tag);
  tags = g_strv_builder_end (builder);
  if (self->tags != NULL && g_strv_equal ((const char * const *) tags, (const char * const *) self->tags))
    return;

  g_strfreev (self->tags);
  self->tags = g_steal_pointer (&tags);
  list = gtk_string_list_new ((const char * const *) self->tags);
  chancery_notes_panel_set_known_tags (self->notes_panel, G_LIST_MODEL (list));
}

static gboolean
count_cb (gpointer user_data)
{
  ChanceryWindow *self = user_data;
  ChanceryLibrary *library = chancery_context_get_library (self->context);

  self->count_notes_id = 0;
  chancery_window_count_orphans (self);
  if (library != NULL && self->states != NULL)
    {
      chancery_library_count_notes_by_state_async (library, NULL, self->cancellable, counted_cb, g_object_ref (self));
      chancery_library_list_tags_async (library, self->cancellable, tags_listed_cb, g_object_ref (self));
      chancery_window_count_due (self);
    }

  return G_SOURCE_REMOVE;
}

/**
 * chancery_window_count_notes:
 * @self: the window
 *
 * Counts the notes on each state and those that are due, and lists their tags anew, once for all changes of one moment.
 */
void
chancery_window_count_notes (ChanceryWindow *self)
{
  if (self->count_notes_id == 0)
    self->count_notes_id = g_idle_add (count_cb, self);
}

/* Undo and redo */

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (source), result, &error))
    chancery_window_say_error (self, _("The change can’t be done again"), error);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryHistory *history = chancery_context_get_history (self->context);

  if (history != NULL)
    chancery_history_undo_async (history, NULL, undone_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryHistory *history = chancery_context_get_history (self->context);

  if (history != NULL)
    chancery_history_redo_async (history, NULL, redone_cb, g_object_ref (self));
}

/**
 * chancery_window_history_changed:
 * @self: the window
 *
 * Lets undo and redo be used where there is something to undo or redo.
 */
void
chancery_window_history_changed (ChanceryWindow *self)
{
  ChanceryHistory *history = self->context != NULL ? chancery_context_get_history (self->context) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 history != NULL && chancery_history_get_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 history != NULL && chancery_history_get_can_redo (history));
}

static void
manage_tags_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  ChanceryHistory *history = chancery_context_get_history (self->context);

  if (library != NULL && history != NULL)
    adw_dialog_present (chancery_tags_dialog_new (library, history), widget);
}

/* What the panel asks for is done in the text, which must be there. */
static ChanceryNote *
find_in_text (ChanceryWindow *self,
              const char     *uid)
{
  GListModel *notes = chancery_open_article_get_notes (self->open_article);

  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (ChanceryNote) note = g_list_model_get_item (notes, i);

      if (g_str_equal (chancery_note_get_uid (note), uid))
        return g_steal_pointer (&note);
    }

  chancery_window_say (self, _("Open the note’s article first: press Enter"));
  return NULL;
}

static void
resize_note_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  const char *uid, *how;
  g_autoptr (ChanceryNote) note = NULL;

  g_variant_get (parameter, "(&s&s)", &uid, &how);
  note = find_in_text (self, uid);
  if (note != NULL)
    chancery_reader_resize (self->reader, note, how);
}

static void
merge_note_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  g_autoptr (ChanceryNote) note = find_in_text (self, g_variant_get_string (parameter, NULL));

  if (note != NULL)
    chancery_reader_merge (self->reader, note);
}

void
chancery_window_install_note_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.manage-tags", NULL, manage_tags_action);
  gtk_widget_class_install_action (widget_class, "win.resize-note", "(ss)", resize_note_action);
  gtk_widget_class_install_action (widget_class, "win.merge-note", "s", merge_note_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.add-article-note", NULL, add_article_note_action);
  gtk_widget_class_install_action (widget_class, "win.add-state-note", NULL, add_state_note_action);
}
