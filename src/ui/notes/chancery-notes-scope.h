/* chancery-notes-scope.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "chancery-state.h"

G_BEGIN_DECLS

/**
 * ChanceryNotesScope:
 * @CHANCERY_NOTES_SCOPE_ARTICLE: those of the article that is open, in the order
 *   of its text
 * @CHANCERY_NOTES_SCOPE_STATE: those about the state that is selected
 * @CHANCERY_NOTES_SCOPE_ALL: all of the library
 *
 * Which notes the panel is asked to show.
 */
typedef enum
{
  CHANCERY_NOTES_SCOPE_ARTICLE,
  CHANCERY_NOTES_SCOPE_STATE,
  CHANCERY_NOTES_SCOPE_ALL,
} ChanceryNotesScope;

#define CHANCERY_TYPE_NOTES_SCOPE (chancery_notes_scope_get_type ())

/**
 * ChanceryNotesEmpty:
 * @icon_name: an icon
 * @title: (owned): why there is nothing
 * @description: what can be done
 * @button: (nullable): what a button offers, with a mnemonic
 *
 * What to say where there are no notes.
 */
typedef struct
{
  const char *icon_name;
  char *title;
  const char *description;
  const char *button;
} ChanceryNotesEmpty;

GType              chancery_notes_scope_get_type     (void);
char              *chancery_notes_scope_dup_subtitle (ChanceryNotesScope  scope,
                                                      ChanceryState      *state,
                                                      guint               n_notes,
                                                      guint               n_shown);
ChanceryNotesEmpty chancery_notes_scope_get_empty    (ChanceryNotesScope  scope,
                                                      ChanceryState      *state,
                                                      gboolean            is_filtered);

G_END_DECLS
