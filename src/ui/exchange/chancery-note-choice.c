/* chancery-note-choice.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-choice.h"

struct _ChanceryNoteChoice
{
  GObject parent_instance;

  char *name;
  char *title;
  ChanceryNoteFilter *filter; /* (owned) (nullable) */
  GStrv uids; /* (owned) (nullable) */
};

typedef enum
{
  PROP_NAME = 1,
} ChanceryNoteChoiceProps;

static GParamSpec *props[PROP_NAME + 1];

G_DEFINE_FINAL_TYPE (ChanceryNoteChoice, chancery_note_choice, G_TYPE_OBJECT)

static void
chancery_note_choice_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((ChanceryNoteChoiceProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, CHANCERY_NOTE_CHOICE (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_note_choice_finalize (GObject *object)
{
  ChanceryNoteChoice *self = CHANCERY_NOTE_CHOICE (object);

  g_free (self->name);
  g_free (self->title);
  g_clear_pointer (&self->filter, chancery_note_filter_free);
  g_strfreev (self->uids);

  G_OBJECT_CLASS (chancery_note_choice_parent_class)->finalize (object);
}

static void
chancery_note_choice_class_init (ChanceryNoteChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = chancery_note_choice_get_property;
  object_class->finalize = chancery_note_choice_finalize;

  /**
   * ChanceryNoteChoice:name:
   *
   * What the user chooses it by.
   */
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_note_choice_init (ChanceryNoteChoice *self)
{
}

/**
 * chancery_note_choice_new:
 * @name: what the user chooses it by
 * @title: what an export of these notes is called, unless the user calls it something else
 * @filter: (nullable): which notes; copied
 *
 * Returns: (transfer full): a new choice
 */
ChanceryNoteChoice *
chancery_note_choice_new (const char               *name,
                          const char               *title,
                          const ChanceryNoteFilter *filter)
{
  ChanceryNoteChoice *self = g_object_new (CHANCERY_TYPE_NOTE_CHOICE, NULL);

  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->filter = filter != NULL ? chancery_note_filter_copy (filter) : NULL;
  return self;
}

/**
 * chancery_note_choice_new_named:
 * @uids: (array zero-terminated=1): the notes
 *
 * Returns: (transfer full): a new choice
 */
ChanceryNoteChoice *
chancery_note_choice_new_named (const char         *name,
                                const char         *title,
                                const char * const *uids)
{
  ChanceryNoteChoice *self = chancery_note_choice_new (name, title, NULL);

  self->uids = g_strdupv ((GStrv) uids);
  return self;
}

const char *
chancery_note_choice_get_name (ChanceryNoteChoice *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_CHOICE (self), NULL);

  return self->name;
}

const char *
chancery_note_choice_get_title (ChanceryNoteChoice *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_CHOICE (self), NULL);

  return self->title;
}

/**
 * chancery_note_choice_get_filter:
 *
 * Returns: (transfer none) (nullable): which notes; %NULL for all, or if they are named
 */
const ChanceryNoteFilter *
chancery_note_choice_get_filter (ChanceryNoteChoice *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_CHOICE (self), NULL);

  return self->filter;
}

/**
 * chancery_note_choice_get_uids:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the notes that are named
 */
const char * const *
chancery_note_choice_get_uids (ChanceryNoteChoice *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_CHOICE (self), NULL);

  return (const char * const *) self->uids;
}
