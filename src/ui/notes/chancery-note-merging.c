/* chancery-note-merging.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-merging.h"

#include <glib/gi18n.h>

#include "chancery-note-list-private.h"
#include "chancery-note-loading.h"
#include "chancery-note-merger.h"

/* Of more notes, nobody means that they are one. */
#define MAX_MERGED 200

static const char *
get_obstacle (ChanceryMergeability mergeability)
{
  switch (mergeability)
    {
    case CHANCERY_MERGE_POSSIBLE:
      return NULL;
    case CHANCERY_MERGE_TOO_FEW:
      return _("Only several notes can be merged");
    case CHANCERY_MERGE_WITHOUT_PASSAGE:
      return _("Not all of them have a place in the text");
    case CHANCERY_MERGE_IN_SEVERAL_ARTICLES:
      return _("They are on several articles");
    case CHANCERY_MERGE_APART:
      return _("There are words between their passages");
    default:
      g_assert_not_reached ();
    }
}

/**
 * chancery_note_list_get_merge_obstacle:
 * @self: a list
 *
 * Returns: (nullable): why the notes that are selected can't be merged, for the
 *   user; %NULL if they can
 */
const char *
chancery_note_list_get_merge_obstacle (ChanceryNoteList *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  g_return_val_if_fail (CHANCERY_IS_NOTE_LIST (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (selected) > MAX_MERGED)
    return get_obstacle (CHANCERY_MERGE_APART);

  /* Of those that aren't read yet it turns out later. */
  notes = chancery_notes_dup_read (G_LIST_MODEL (self->selection), selected);
  return notes != NULL ? get_obstacle (chancery_notes_get_mergeability (notes)) : NULL;
}

/* Notes on their way to become one. */
typedef struct
{
  ChanceryNoteList *list; /* (owned) */
  GPtrArray *notes; /* (owned) (nullable) */
} Merging;

static void
merging_free (Merging *merging)
{
  g_object_unref (merging->list);
  g_clear_pointer (&merging->notes, g_ptr_array_unref);
  g_free (merging);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merging, merging_free)

static void
refuse (ChanceryNoteList     *self,
        ChanceryMergeability  mergeability)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, get_obstacle (mergeability));

  chancery_note_list_edited (self, NULL, error);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryNoteList) self = user_data;
  g_autoptr (GError) error = NULL;
  ChanceryMergeability mergeability;
  g_autofree char *uid = chancery_notes_merge_finish (CHANCERY_HISTORY (source), result, &mergeability, &error);

  if (self->view == NULL)
    return;

  if (error != NULL)
    chancery_note_list_edited (self, NULL, error);
  else if (uid == NULL)
    refuse (self, mergeability);
  else
    {
      chancery_note_list_focus_note (self, uid);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Highlights merged"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
article_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Merging) merging = user_data;
  ChanceryNoteList *self = merging->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryArticle) article = chancery_library_load_article_finish (CHANCERY_LIBRARY (source), result, &error);

  if (article == NULL)
    chancery_note_list_edited (self, NULL, error);
  else if (self->history != NULL)
    chancery_notes_merge_async (self->history, CHANCERY_LIBRARY (source), article, merging->notes, merged_cb,
                                g_object_ref (self));
}

static void
notes_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Merging) merging = user_data;
  ChanceryNoteList *self = merging->list;
  g_autoptr (GError) error = NULL;
  ChanceryMergeability mergeability;

  merging->notes = chancery_notes_load_finish (G_LIST_MODEL (source), result, &error);
  if (merging->notes == NULL)
    {
      chancery_note_list_edited (self, NULL, error);
      return;
    }

  mergeability = chancery_notes_get_mergeability (merging->notes);
  if (mergeability != CHANCERY_MERGE_POSSIBLE)
    refuse (self, mergeability);
  else if (self->library != NULL)
    {
      const char *article_uid = chancery_note_get_article_uid (g_ptr_array_index (merging->notes, 0));

      chancery_library_load_article_async (self->library, article_uid, NULL, article_loaded_cb, g_steal_pointer (&merging));
    }
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Merging) merging = user_data;
  ChanceryNoteList *self = merging->list;

  chancery_history_finish (CHANCERY_HISTORY (source), result, NULL);
  if (self->view != NULL)
    chancery_note_list_load_selected_async (self, NULL, notes_loaded_cb, g_steal_pointer (&merging));
}

/**
 * chancery_note_list_merge_selected:
 * @self: a list
 *
 * Merges the notes that are selected, in one step that can be undone, if they
 * overlap or follow each other in one article.
 */
void
chancery_note_list_merge_selected (ChanceryNoteList *self)
{
  Merging *merging;

  g_return_if_fail (CHANCERY_IS_NOTE_LIST (self));

  if (self->history == NULL)
    return;

  /* What is being written in one of them is to be there, too. */
  chancery_note_editing_end (self->editing);
  merging = g_new0 (Merging, 1);
  merging->list = g_object_ref (self);
  chancery_history_settle_async (self->history, NULL, settled_cb, merging);
}
