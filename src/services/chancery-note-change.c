/* chancery-note-change.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-change.h"

#include <glib/gi18n.h>

/**
 * chancery_note_change_new:
 * @before: (nullable): the note as it is; %NULL to add one
 * @after: (nullable): the note as it is to be, with the same uid; %NULL to
 *   remove it. One of the two must be given.
 *
 * Returns: (transfer full): a change that holds copies of both
 */
ChanceryNoteChange *
chancery_note_change_new (ChanceryNote *before,
                          ChanceryNote *after)
{
  ChanceryNoteChange *self;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);
  g_return_val_if_fail (before == NULL || after == NULL ||
                        g_str_equal (chancery_note_get_uid (before), chancery_note_get_uid (after)), NULL);

  self = g_new0 (ChanceryNoteChange, 1);
  self->before = before != NULL ? chancery_note_copy (before) : NULL;
  self->after = after != NULL ? chancery_note_copy (after) : NULL;

  return self;
}

/**
 * chancery_note_change_new_take:
 * @before: (nullable) (transfer full): the note as it is
 * @after: (nullable) (transfer full): the note as it is to be
 *
 * The same without copies, for very many changes. Nobody else may change the
 * notes.
 *
 * Returns: (transfer full): a change that has both
 */
ChanceryNoteChange *
chancery_note_change_new_take (ChanceryNote *before,
                               ChanceryNote *after)
{
  ChanceryNoteChange *self;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  self = g_new0 (ChanceryNoteChange, 1);
  self->before = before;
  self->after = after;

  return self;
}

/**
 * chancery_note_change_copy:
 * @self: a change
 *
 * Returns: (transfer full): a copy
 */
ChanceryNoteChange *
chancery_note_change_copy (const ChanceryNoteChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return chancery_note_change_new (self->before, self->after);
}

/**
 * chancery_note_change_free:
 * @self: (transfer full): a change
 */
void
chancery_note_change_free (ChanceryNoteChange *self)
{
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self);
}

/**
 * chancery_note_change_get_uid:
 * @self: a change
 *
 * Returns: (transfer none): the uid of the note that is changed
 */
const char *
chancery_note_change_get_uid (const ChanceryNoteChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return chancery_note_get_uid (self->after != NULL ? self->after : self->before);
}

static gboolean
has_words (ChanceryNote *note)
{
  return *chancery_note_get_body (note) != '\0';
}

/* Whether the passage was extended or shrunk, and not moved elsewhere. */
static gboolean
is_resized (const ChanceryNoteFields *before,
            const ChanceryNoteFields *after)
{
  const ChancerySelector *was = before->selector;
  const ChancerySelector *is = after->selector;

  return !before->orphan && !after->orphan && was != NULL && is != NULL && was->has_position && is->has_position &&
         (was->start_chars != is->start_chars || was->end_chars != is->end_chars) &&
         was->start_chars < is->end_chars && is->start_chars < was->end_chars;
}

/**
 * chancery_note_change_get_action:
 * @self: a change
 *
 * Returns: what the user would call it: the one property that changed, or
 *   %CHANCERY_NOTE_ACTION_EDIT where several or the words did; to split and to
 *   merge takes several changes
 */
ChanceryNoteAction
chancery_note_change_get_action (const ChanceryNoteChange *self)
{
  ChanceryNoteFields before;
  ChanceryNoteFields after;
  gboolean body;
  gboolean colour;
  gboolean kind;
  gboolean tags;
  gboolean states;
  gboolean place;
  gboolean links;
  gboolean other;

  g_return_val_if_fail (self != NULL, CHANCERY_NOTE_ACTION_EDIT);

  if (self->before == NULL)
    return has_words (self->after) ? CHANCERY_NOTE_ACTION_ADD_NOTE : CHANCERY_NOTE_ACTION_ADD_HIGHLIGHT;
  if (self->after == NULL)
    return has_words (self->before) ? CHANCERY_NOTE_ACTION_DELETE_NOTE : CHANCERY_NOTE_ACTION_DELETE_HIGHLIGHT;

  chancery_note_get_fields (self->before, &before);
  chancery_note_get_fields (self->after, &after);
  body = g_strcmp0 (before.body, after.body) != 0;
  colour = before.colour != after.colour;
  kind = before.kind != after.kind;
  tags = !g_strv_equal (before.tags, after.tags);
  states = !g_strv_equal (before.states, after.states);

  place = !chancery_selector_equal (before.selector, after.selector) || before.orphan != after.orphan ||
          before.score < after.score || before.score > after.score;
  links = !chancery_note_links_equal (before.links, after.links);
  other = body || !chancery_date_equal (before.due, after.due);

  /* The states follow the passage. */
  if (!other && colour + kind + tags + links == 0 && is_resized (&before, &after))
    return CHANCERY_NOTE_ACTION_RESIZE;
  if (other || colour + kind + tags + states + place + links != 1)
    return CHANCERY_NOTE_ACTION_EDIT;
  if (colour)
    return CHANCERY_NOTE_ACTION_COLOUR;
  if (kind)
    return CHANCERY_NOTE_ACTION_KIND;
  if (tags)
    return CHANCERY_NOTE_ACTION_TAGS;
  if (links)
    return CHANCERY_NOTE_ACTION_LINKS;

  return states ? CHANCERY_NOTE_ACTION_STATES : CHANCERY_NOTE_ACTION_PLACE;
}

/* What @current is linked with once the links that are in one of @before and @after alone are gone or there. */
static GPtrArray *
rebase_links (GPtrArray *before,
              GPtrArray *after,
              GPtrArray *current)
{
  const GEqualFunc equal = (GEqualFunc) chancery_note_link_equal;
  GPtrArray *links = chancery_note_links_copy (current);

  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      guint position;

      if (!(after != NULL && g_ptr_array_find_with_equal_func (after, before->pdata[i], equal, NULL)) &&
          g_ptr_array_find_with_equal_func (links, before->pdata[i], equal, &position))
        g_ptr_array_remove_index (links, position);
    }
  for (guint i = 0; after != NULL && i < after->len; i++)
    if (!(before != NULL && g_ptr_array_find_with_equal_func (before, after->pdata[i], equal, NULL)) &&
        !g_ptr_array_find_with_equal_func (links, after->pdata[i], equal, NULL))
      g_ptr_array_add (links, chancery_note_link_copy (after->pdata[i]));

  return links;
}

/**
 * chancery_note_change_rebase:
 * @self: a change
 * @current: (nullable): the note as it is now; %NULL if it is gone
 *
 * Makes @self start from @current. What @self was made to change stays
 * changed; what it was not becomes what @current has, so that a change that
 * waited for another one doesn't take that one back. Links are added and removed
 * one by one.
 */
void
chancery_note_change_rebase (ChanceryNoteChange *self,
                             ChanceryNote       *current)
{
  g_return_if_fail (self != NULL);

  if (self->before != NULL && self->after != NULL && current != NULL)
    {
      ChanceryNoteFields before;
      ChanceryNoteFields after;
      ChanceryNoteFields fields;
      g_autoptr (ChanceryNote) rebased = NULL;
      g_autoptr (GPtrArray) links = NULL;

      chancery_note_get_fields (self->before, &before);
      chancery_note_get_fields (self->after, &after);
      chancery_note_get_fields (current, &fields);

      if (g_strcmp0 (before.body, after.body) != 0)
        fields.body = after.body;
      if (before.colour != after.colour)
        fields.colour = after.colour;
      if (before.kind != after.kind)
        fields.kind = after.kind;
      if (!g_strv_equal (before.tags, after.tags))
        fields.tags = after.tags;
      if (!g_strv_equal (before.states, after.states))
        fields.states = after.states;
      if (!chancery_selector_equal (before.selector, after.selector))
        fields.selector = after.selector;
      if (before.orphan != after.orphan)
        fields.orphan = after.orphan;
      if (before.score < after.score || before.score > after.score)
        fields.score = after.score;
      if (!chancery_date_equal (before.due, after.due))
        fields.due = after.due;
      if (!chancery_note_links_equal (before.links, after.links))
        fields.links = links = rebase_links (before.links, after.links, fields.links);
      if (g_strcmp0 (before.foreign, after.foreign) != 0)
        fields.foreign = after.foreign;
      fields.modified_us = MAX (after.modified_us, fields.modified_us);

      rebased = chancery_note_new (&fields);
      g_set_object (&self->after, rebased);
    }

  g_clear_object (&self->before);
  self->before = current != NULL ? chancery_note_copy (current) : NULL;
}

/**
 * chancery_note_change_is_nothing:
 * @self: a change
 *
 * Returns: whether the note says the same before and after, whenever that was
 */
gboolean
chancery_note_change_is_nothing (const ChanceryNoteChange *self)
{
  g_autoptr (ChanceryNote) after = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->before == NULL || self->after == NULL)
    return self->before == self->after;

  after = chancery_note_copy (self->after);
  chancery_note_set_modified_us (after, chancery_note_get_modified_us (self->before));

  return chancery_note_equal (self->before, after);
}

/* A highlight that changes while another comes is split; while others go, merged, and then what links to them may
 * change, too. */
static gboolean
is_one_among (GPtrArray *changes,
              gboolean   others_go)
{
  const ChanceryNoteChange *first = g_ptr_array_index (changes, 0);
  guint n_others = 0;

  if (first->before == NULL || first->after == NULL)
    return FALSE;

  for (guint i = 1; i < changes->len; i++)
    {
      const ChanceryNoteChange *change = g_ptr_array_index (changes, i);

      if ((others_go ? change->after : change->before) == NULL)
        n_others++;
      else if (!others_go || change->before == NULL)
        return FALSE;
    }

  return n_others > 0;
}

/* The change's name for a whole step: the one that all have, or editing. */
static ChanceryNoteAction
get_common_action (GPtrArray *changes)
{
  ChanceryNoteAction common;

  if (is_one_among (changes, FALSE))
    return CHANCERY_NOTE_ACTION_SPLIT;
  if (is_one_among (changes, TRUE))
    return CHANCERY_NOTE_ACTION_MERGE;

  common = chancery_note_change_get_action (g_ptr_array_index (changes, 0));

  for (guint i = 1; i < changes->len; i++)
    {
      ChanceryNoteAction action = chancery_note_change_get_action (g_ptr_array_index (changes, i));

      if (action == common)
        continue;
      if ((action == CHANCERY_NOTE_ACTION_ADD_NOTE && common == CHANCERY_NOTE_ACTION_ADD_HIGHLIGHT) ||
          (action == CHANCERY_NOTE_ACTION_ADD_HIGHLIGHT && common == CHANCERY_NOTE_ACTION_ADD_NOTE))
        common = CHANCERY_NOTE_ACTION_ADD_NOTE;
      else if ((action == CHANCERY_NOTE_ACTION_DELETE_NOTE && common == CHANCERY_NOTE_ACTION_DELETE_HIGHLIGHT) ||
               (action == CHANCERY_NOTE_ACTION_DELETE_HIGHLIGHT && common == CHANCERY_NOTE_ACTION_DELETE_NOTE))
        common = CHANCERY_NOTE_ACTION_DELETE_NOTE;
      /* A new highlight that is linked at once. */
      else if ((action == CHANCERY_NOTE_ACTION_LINKS && common == CHANCERY_NOTE_ACTION_ADD_HIGHLIGHT) ||
               (action == CHANCERY_NOTE_ACTION_ADD_HIGHLIGHT && common == CHANCERY_NOTE_ACTION_LINKS))
        common = CHANCERY_NOTE_ACTION_LINKS;
      else
        return CHANCERY_NOTE_ACTION_EDIT;
    }

  return common;
}

/**
 * chancery_note_changes_dup_undo_label:
 * @changes: (element-type ChanceryNoteChange): at least one change
 *
 * Returns: (transfer full): the name of the command that takes them back, in
 *   the user's language ("Undo Add Highlight")
 */
char *
chancery_note_changes_dup_undo_label (GPtrArray *changes)
{
  guint n = changes->len;

  switch (get_common_action (changes))
    {
    case CHANCERY_NOTE_ACTION_ADD_HIGHLIGHT:
      return g_strdup_printf (ngettext ("Undo Add Highlight", "Undo Add %u Highlights", n), n);
    case CHANCERY_NOTE_ACTION_ADD_NOTE:
      return g_strdup_printf (ngettext ("Undo Add Note", "Undo Add %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_DELETE_HIGHLIGHT:
      return g_strdup_printf (ngettext ("Undo Delete Highlight", "Undo Delete %u Highlights", n), n);
    case CHANCERY_NOTE_ACTION_DELETE_NOTE:
      return g_strdup_printf (ngettext ("Undo Delete Note", "Undo Delete %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_EDIT:
      return g_strdup_printf (ngettext ("Undo Edit Note", "Undo Edit %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_COLOUR:
      return g_strdup_printf (ngettext ("Undo Change Colour", "Undo Change Colour of %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_KIND:
      return g_strdup_printf (ngettext ("Undo Change Kind", "Undo Change Kind of %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_TAGS:
      return g_strdup_printf (ngettext ("Undo Change Tags", "Undo Change Tags of %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_STATES:
      return g_strdup_printf (ngettext ("Undo Change States", "Undo Change States of %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_PLACE:
      return g_strdup_printf (ngettext ("Undo Move Note", "Undo Move %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_RESIZE:
      return g_strdup_printf (ngettext ("Undo Resize Highlight", "Undo Resize %u Highlights", n), n);
    case CHANCERY_NOTE_ACTION_SPLIT:
      return g_strdup (_("Undo Split Highlight"));
    case CHANCERY_NOTE_ACTION_MERGE:
      return g_strdup (_("Undo Merge Highlights"));
    case CHANCERY_NOTE_ACTION_LINKS:
      return g_strdup (_("Undo Change Links"));
    default:
      g_assert_not_reached ();
    }
}

/**
 * chancery_note_changes_dup_redo_label:
 * @changes: (element-type ChanceryNoteChange): at least one change
 *
 * Returns: (transfer full): the name of the command that makes them again, in
 *   the user's language ("Redo Add Highlight")
 */
char *
chancery_note_changes_dup_redo_label (GPtrArray *changes)
{
  guint n = changes->len;

  switch (get_common_action (changes))
    {
    case CHANCERY_NOTE_ACTION_ADD_HIGHLIGHT:
      return g_strdup_printf (ngettext ("Redo Add Highlight", "Redo Add %u Highlights", n), n);
    case CHANCERY_NOTE_ACTION_ADD_NOTE:
      return g_strdup_printf (ngettext ("Redo Add Note", "Redo Add %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_DELETE_HIGHLIGHT:
      return g_strdup_printf (ngettext ("Redo Delete Highlight", "Redo Delete %u Highlights", n), n);
    case CHANCERY_NOTE_ACTION_DELETE_NOTE:
      return g_strdup_printf (ngettext ("Redo Delete Note", "Redo Delete %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_EDIT:
      return g_strdup_printf (ngettext ("Redo Edit Note", "Redo Edit %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_COLOUR:
      return g_strdup_printf (ngettext ("Redo Change Colour", "Redo Change Colour of %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_KIND:
      return g_strdup_printf (ngettext ("Redo Change Kind", "Redo Change Kind of %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_TAGS:
      return g_strdup_printf (ngettext ("Redo Change Tags", "Redo Change Tags of %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_STATES:
      return g_strdup_printf (ngettext ("Redo Change States", "Redo Change States of %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_PLACE:
      return g_strdup_printf (ngettext ("Redo Move Note", "Redo Move %u Notes", n), n);
    case CHANCERY_NOTE_ACTION_RESIZE:
      return g_strdup_printf (ngettext ("Redo Resize Highlight", "Redo Resize %u Highlights", n), n);
    case CHANCERY_NOTE_ACTION_SPLIT:
      return g_strdup (_("Redo Split Highlight"));
    case CHANCERY_NOTE_ACTION_MERGE:
      return g_strdup (_("Redo Merge Highlights"));
    case CHANCERY_NOTE_ACTION_LINKS:
      return g_strdup (_("Redo Change Links"));
    default:
      g_assert_not_reached ();
    }
}
