/* chancery-note-list-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-note-list.h"

#include "chancery-colour-chooser.h"
#include "chancery-note-card.h"
#include "chancery-note-editing.h"
#include "lists/chancery-list-filler.h"

G_BEGIN_DECLS

struct _ChanceryNoteList
{
  GtkWidget parent_instance;

  ChanceryCatalogue *catalogue; /* (owned) (nullable) */
  ChanceryHistory *history; /* (owned) (nullable) */
  ChanceryLibrary *library; /* (owned) (nullable) */
  ChanceryLinkLoader *links; /* (owned) (nullable): what the notes are linked with */
  ChanceryNoteFilter *source; /* (owned) (nullable): what the model holds, where it is read page by page */
  GSimpleActionGroup *actions; /* (owned) */

  GtkScrolledWindow *scroller;
  GtkListView *view;
  ChanceryListFiller *filler; /* (owned) */
  GtkMultiSelection *selection;
  GMenuModel *menu;
  GHashTable *cards; /* the cards that show a note → their GtkListItem */
  ChanceryNoteEditing *editing; /* (owned) */
  GtkWidget *popover; /* (nullable): made when it is needed, like the next */
  ChanceryColourChooser *menu_colour;
  guint menu_position; /* what the menu was opened on */

  GQueue edits; /* what the user asked to be done to notes, the first being done */

  /* What to focus once the list has changed. */
  guint pending_position; /* GTK_INVALID_LIST_POSITION for none */
  char *pending_uid;
  gboolean pending_edit;
  GHashTable *removed; /* (owned) (element-type utf8): what the user removed, to be followed when it comes back */
};

GtkWidget        *chancery_note_list_get_focus       (ChanceryNoteList *self);
ChanceryNoteCard *chancery_note_list_find_card       (ChanceryNoteList *self,
                                                      const char       *uid,
                                                      guint            *position);
guint             chancery_note_list_find_position   (ChanceryNoteList *self,
                                                      const char       *uid);
void              chancery_note_list_focus_position  (ChanceryNoteList *self,
                                                      guint             position);
void              chancery_note_list_start_editing   (ChanceryNoteList *self,
                                                      ChanceryNote     *note,
                                                      guint             position);
void              chancery_note_list_set_pending     (ChanceryNoteList *self,
                                                      guint             position,
                                                      const char       *uid,
                                                      gboolean          edit);
void              chancery_note_list_edited          (ChanceryNoteList *self,
                                                      GPtrArray        *removed,
                                                      const GError     *error);
void              chancery_note_list_request_copy    (ChanceryNoteList *self,
                                                      GPtrArray        *notes);

/* Commands, in chancery-note-commands.c */
void              chancery_note_list_add_commands    (ChanceryNoteList *self);
void              chancery_note_list_show_menu       (ChanceryNoteList *self,
                                                      ChanceryNoteCard *card,
                                                      double            x,
                                                      double            y);
void              chancery_note_list_update_commands (ChanceryNoteList *self);

G_END_DECLS
