/* chancery-shown-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-shown-notes.h"

#include "chancery-note.h"

/**
 * ChanceryShownNotes:
 *
 * The notes of a model that the user wants to see, in the order that was chosen
 * for the scope. One article's notes are all there, and are filtered by words
 * and sorted here; others are read page by page, so that only whoever makes the
 * model can filter and sort them.
 */
struct _ChanceryShownNotes
{
  GObject parent_instance;

  ChanceryNotesScope scope;
  ChanceryNoteSort sorts[CHANCERY_NOTES_SCOPE_ALL + 1]; /* of each scope */
  gboolean is_worded, is_chosen; /* as in chancery_shown_notes_set_filtered() */

  GtkSortListModel *sorted; /* (owned) */
  GtkFilterListModel *filtered; /* (owned) */
  GtkSorter *newest_first; /* (owned) */
  GtkFilter *filter; /* (owned) */
  GSimpleAction *sort_action; /* (owned) */
};

enum
{
  SIGNAL_SORT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryShownNotes, chancery_shown_notes, G_TYPE_OBJECT)

static const char * const sort_names[] = {
  [CHANCERY_NOTE_SORT_PLACE] = "place",
  [CHANCERY_NOTE_SORT_NEWEST] = "newest",
  [CHANCERY_NOTE_SORT_OLDEST] = "oldest",
  [CHANCERY_NOTE_SORT_DUE] = "due",
};

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b,
                      gpointer      user_data)
{
  gint64 first_us = chancery_note_get_created_us ((ChanceryNote *) a);
  gint64 second_us = chancery_note_get_created_us ((ChanceryNote *) b);

  return first_us > second_us ? GTK_ORDERING_SMALLER : first_us < second_us ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static void
update_chain (ChanceryShownNotes *self)
{
  gboolean is_whole = !chancery_shown_notes_needs_filter (self);
  gboolean by_time = chancery_shown_notes_get_sort (self) == CHANCERY_NOTE_SORT_NEWEST;

  gtk_sort_list_model_set_sorter (self->sorted, is_whole && by_time ? self->newest_first : NULL);
  gtk_filter_list_model_set_filter (self->filtered, is_whole && self->is_worded ? self->filter : NULL);
}

static void
sort_changed_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       user_data)
{
  ChanceryShownNotes *self = CHANCERY_SHOWN_NOTES (user_data);

  for (guint i = CHANCERY_NOTE_SORT_PLACE; i < G_N_ELEMENTS (sort_names); i++)
    if (g_str_equal (g_variant_get_string (value, NULL), sort_names[i]))
      {
        self->sorts[self->scope] = (ChanceryNoteSort) i;
        g_simple_action_set_state (action, value);
        update_chain (self);
        g_signal_emit (self, signals[SIGNAL_SORT_CHANGED], 0);
      }
}

static void
chancery_shown_notes_dispose (GObject *object)
{
  ChanceryShownNotes *self = CHANCERY_SHOWN_NOTES (object);

  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->newest_first);
  g_clear_object (&self->filter);
  g_clear_object (&self->sort_action);

  G_OBJECT_CLASS (chancery_shown_notes_parent_class)->dispose (object);
}

static void
chancery_shown_notes_class_init (ChanceryShownNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = chancery_shown_notes_dispose;

  /**
   * ChanceryShownNotes::sort-changed:
   *
   * The user chose another order for the scope.
   */
  signals[SIGNAL_SORT_CHANGED] = g_signal_new ("sort-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
chancery_shown_notes_init (ChanceryShownNotes *self)
{
  self->newest_first = GTK_SORTER (gtk_custom_sorter_new (compare_newest_first, NULL, NULL));
  self->sorted = gtk_sort_list_model_new (NULL, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), NULL);

  self->sorts[CHANCERY_NOTES_SCOPE_ARTICLE] = CHANCERY_NOTE_SORT_PLACE;
  self->sorts[CHANCERY_NOTES_SCOPE_STATE] = self->sorts[CHANCERY_NOTES_SCOPE_ALL] = CHANCERY_NOTE_SORT_NEWEST;
  self->sort_action = g_simple_action_new_stateful ("sort", G_VARIANT_TYPE_STRING, g_variant_new_string ("place"));
  /* The widget that offers the action may keep it longer. */
  g_signal_connect_object (self->sort_action, "change-state", G_CALLBACK (sort_changed_cb), self, G_CONNECT_DEFAULT);
}

/**
 * chancery_shown_notes_new:
 * @matches: whether a note has the words that are filtered for
 * @user_data: data for @matches, which outlives what is made
 *
 * Returns: (transfer full): no notes, until there is a source
 */
ChanceryShownNotes *
chancery_shown_notes_new (GtkCustomFilterFunc matches,
                          gpointer            user_data)
{
  ChanceryShownNotes *self = g_object_new (CHANCERY_TYPE_SHOWN_NOTES, NULL);

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, user_data, NULL));

  return self;
}

/**
 * chancery_shown_notes_get_model:
 * @self: the notes
 *
 * Returns: (transfer none) (element-type ChanceryNote): what is shown, live
 */
GListModel *
chancery_shown_notes_get_model (ChanceryShownNotes *self)
{
  g_return_val_if_fail (CHANCERY_IS_SHOWN_NOTES (self), NULL);

  return G_LIST_MODEL (self->filtered);
}

/**
 * chancery_shown_notes_get_sort_action:
 * @self: the notes
 *
 * Returns: (transfer none): "sort", by which the user chooses the order
 */
GAction *
chancery_shown_notes_get_sort_action (ChanceryShownNotes *self)
{
  g_return_val_if_fail (CHANCERY_IS_SHOWN_NOTES (self), NULL);

  return G_ACTION (self->sort_action);
}

/**
 * chancery_shown_notes_get_sort:
 * @self: the notes
 *
 * Returns: the order in the scope
 */
ChanceryNoteSort
chancery_shown_notes_get_sort (ChanceryShownNotes *self)
{
  g_return_val_if_fail (CHANCERY_IS_SHOWN_NOTES (self), CHANCERY_NOTE_SORT_PLACE);

  return self->sorts[self->scope];
}

/**
 * chancery_shown_notes_set_source:
 * @self: the notes
 * @source: (nullable) (element-type ChanceryNote): the notes in scope, live
 */
void
chancery_shown_notes_set_source (ChanceryShownNotes *self,
                                 GListModel         *source)
{
  g_return_if_fail (CHANCERY_IS_SHOWN_NOTES (self));

  gtk_sort_list_model_set_model (self->sorted, source);
}

/**
 * chancery_shown_notes_set_scope:
 * @self: the notes
 * @scope: where they are from
 */
void
chancery_shown_notes_set_scope (ChanceryShownNotes *self,
                                ChanceryNotesScope  scope)
{
  g_return_if_fail (CHANCERY_IS_SHOWN_NOTES (self));

  self->scope = scope;
  g_simple_action_set_state (self->sort_action, g_variant_new_string (sort_names[self->sorts[scope]]));
  update_chain (self);
}

/**
 * chancery_shown_notes_set_filtered:
 * @self: the notes
 * @is_worded: whether there are words to filter for
 * @is_chosen: whether more than words was chosen
 *
 * Filters anew: what is filtered for changed.
 */
void
chancery_shown_notes_set_filtered (ChanceryShownNotes *self,
                                   gboolean            is_worded,
                                   gboolean            is_chosen)
{
  g_return_if_fail (CHANCERY_IS_SHOWN_NOTES (self));

  self->is_worded = is_worded;
  self->is_chosen = is_chosen;
  update_chain (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * chancery_shown_notes_needs_filter:
 * @self: the notes
 *
 * Returns: whether the source must hold what the user filters for, in order;
 *   else it holds all notes of the article
 */
gboolean
chancery_shown_notes_needs_filter (ChanceryShownNotes *self)
{
  ChanceryNoteSort sort;

  g_return_val_if_fail (CHANCERY_IS_SHOWN_NOTES (self), FALSE);

  sort = self->sorts[self->scope];

  return self->scope != CHANCERY_NOTES_SCOPE_ARTICLE ||
         (sort != CHANCERY_NOTE_SORT_PLACE && sort != CHANCERY_NOTE_SORT_NEWEST) || self->is_chosen;
}
