/* chancery-note-edit.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-edit.h"

/**
 * chancery_note_edit_copy:
 *
 * Returns: (transfer full): the same edit
 */
ChanceryNoteEdit *
chancery_note_edit_copy (const ChanceryNoteEdit *self)
{
  ChanceryNoteEdit *copy = g_memdup2 (self, sizeof *self);

  copy->tag = g_strdup (self->tag);
  copy->link = self->link != NULL ? chancery_note_link_copy (self->link) : NULL;

  return copy;
}

void
chancery_note_edit_free (ChanceryNoteEdit *self)
{
  g_free (self->tag);
  g_clear_pointer (&self->link, chancery_note_link_free);
  g_free (self);
}

static void
set_tag (ChanceryNote *note,
         const char   *tag,
         gboolean      wanted)
{
  const char * const *tags = chancery_note_get_tags (note);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  if (g_strv_contains (tags, tag) == wanted)
    return;

  for (gsize i = 0; tags[i] != NULL; i++)
    if (wanted || !g_str_equal (tags[i], tag))
      g_strv_builder_add (builder, tags[i]);
  if (wanted)
    g_strv_builder_add (builder, tag);
  changed = g_strv_builder_end (builder);
  chancery_note_set_tags (note, (const char * const *) changed);
}

static void
set_link (ChanceryNote           *note,
          const ChanceryNoteLink *link,
          gboolean                wanted)
{
  g_autoptr (GPtrArray) links = chancery_note_links_copy (chancery_note_get_links (note));
  guint position;
  const gboolean found =
    g_ptr_array_find_with_equal_func (links, link, (GEqualFunc) chancery_note_link_equal, &position);

  if (found == wanted)
    return;

  if (wanted)
    g_ptr_array_add (links, chancery_note_link_copy (link));
  else
    g_ptr_array_remove_index (links, position);
  chancery_note_set_links (note, links);
}

static ChanceryNote *
dup_confirmed (ChanceryNote *note)
{
  ChanceryNoteFields fields;

  chancery_note_get_fields (note, &fields);
  if (!fields.orphan)
    fields.score = 1;

  return chancery_note_new (&fields);
}

static ChanceryNote *
dup_edited (const ChanceryNoteEdit *self,
            ChanceryNote           *note)
{
  ChanceryNote *edited;

  if (self->kind == CHANCERY_NOTE_EDIT_DELETE)
    return NULL;
  if (self->kind == CHANCERY_NOTE_EDIT_CONFIRM)
    return dup_confirmed (note);

  edited = chancery_note_copy (note);
  switch (self->kind)
    {
    case CHANCERY_NOTE_EDIT_COLOUR:
      chancery_note_set_colour (edited, self->colour);
      break;
    case CHANCERY_NOTE_EDIT_KIND:
      chancery_note_set_kind (edited, self->note_kind);
      break;
    case CHANCERY_NOTE_EDIT_ADD_TAG:
    case CHANCERY_NOTE_EDIT_REMOVE_TAG:
      set_tag (edited, self->tag, self->kind == CHANCERY_NOTE_EDIT_ADD_TAG);
      break;
    case CHANCERY_NOTE_EDIT_ADD_LINK:
    case CHANCERY_NOTE_EDIT_REMOVE_LINK:
      set_link (edited, self->link, self->kind == CHANCERY_NOTE_EDIT_ADD_LINK);
      break;
    case CHANCERY_NOTE_EDIT_CONFIRM:
    case CHANCERY_NOTE_EDIT_DELETE:
    default:
      g_assert_not_reached ();
    }

  return edited;
}

/**
 * chancery_note_edit_dup_changes:
 * @self: an edit
 * @notes: (element-type ChanceryNote): notes, which are left as they are
 *
 * Returns: (transfer full) (element-type ChanceryNoteChange): what changes; empty
 *   if all notes are so already
 */
GPtrArray *
chancery_note_edit_dup_changes (const ChanceryNoteEdit *self,
                                GPtrArray              *notes)
{
  GPtrArray *changes = g_ptr_array_new_full (notes->len, (GDestroyNotify) chancery_note_change_free);

  for (guint i = 0; i < notes->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (notes, i);
      ChanceryNoteChange *change = chancery_note_change_new_take (chancery_note_copy (note), dup_edited (self, note));

      if (chancery_note_change_is_nothing (change))
        chancery_note_change_free (change);
      else
        g_ptr_array_add (changes, change);
    }

  return changes;
}
