/* chancery-reader-reshape-menu.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-private.h"

#include <glib/gi18n.h>

static void
append_resizing (GMenu      *menu,
                 const char *label,
                 const char *how,
                 const char *accelerator)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "reader.resize", "s", how);
  g_menu_item_set_attribute (item, "accel", "s", accelerator);
  g_menu_append_item (menu, item);
}

static void
append_command (GMenu      *menu,
                const char *label,
                const char *action,
                const char *accelerator)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accelerator);
  g_menu_append_item (menu, item);
}

/* Adds what can be done to the extent of the highlight at the caret. */
void
chancery_reader_append_reshaping (ChanceryReader *self,
                                  ChanceryNote   *note,
                                  GMenu          *menu)
{
  g_autoptr (GMenu) resizing = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();
  g_autoptr (GMenu) start = g_menu_new ();
  g_autoptr (GPtrArray) split = chancery_reader_dup_split (self);
  g_autoptr (GPtrArray) to_merge = chancery_reader_dup_notes_to_merge (self, NULL);
  ChanceryPassage passage;
  gboolean is_right_to_left;

  if (self->history == NULL || note == NULL ||
      !chancery_passage_locate (self->article, chancery_note_get_selector (note), TRUE, &passage))
    return;

  is_right_to_left = chancery_reader_is_right_to_left_at (self, passage.end_bytes);
  append_resizing (end, _("Extend End by a _Word"), "end-next-word", is_right_to_left ? "<Alt><Shift>Left" : "<Alt><Shift>Right");
  append_resizing (end, _("Shrink End by a W_ord"), "end-previous-word", is_right_to_left ? "<Alt><Shift>Right" : "<Alt><Shift>Left");
  append_resizing (end, _("Extend End by a _Sentence"), "end-next-sentence", "<Alt><Shift>Page_Down");
  append_resizing (end, _("Shrink End by a S_entence"), "end-previous-sentence", "<Alt><Shift>Page_Up");
  append_resizing (start, _("Extend Start by a Wo_rd"), "start-previous-word", "<Alt><Shift>Home");
  append_resizing (start, _("Shrink Start by a Wor_d"), "start-next-word", "<Alt><Shift>End");
  append_resizing (start, _("Extend Start by a Se_ntence"), "start-previous-sentence", "<Control><Alt><Shift>Home");
  append_resizing (start, _("Shrink S_tart by a Sentence"), "start-next-sentence", "<Control><Alt><Shift>End");
  g_menu_append_section (resizing, NULL, G_MENU_MODEL (end));
  g_menu_append_section (resizing, NULL, G_MENU_MODEL (start));
  g_menu_append_submenu (menu, _("E_xtend or Shrink"), G_MENU_MODEL (resizing));
  if (split != NULL)
    append_command (menu, _("_Split Here"), "reader.split", "s");
  if (to_merge != NULL)
    append_command (menu, _("_Merge With Next"), "reader.merge", "m");
}

/* Adds what can be done with a selection and the highlights that it goes over. */
void
chancery_reader_append_fitting (ChanceryReader *self,
                                GMenu          *menu)
{
  ChanceryPassage passage;
  gboolean shrinks;
  g_autoptr (ChanceryNote) note = chancery_reader_dup_note_to_fit (self, &passage, &shrinks);
  g_autoptr (GPtrArray) notes = chancery_reader_dup_selected_notes (self);

  if (self->history == NULL)
    return;
  if (note != NULL)
    append_command (menu, shrinks ? _("_Shrink Highlight to Selection") : _("E_xtend Highlight by Selection"),
                    "reader.fit", "x");
  if (notes->len > 1)
    append_command (menu, _("_Merge Highlights"), "reader.merge", "m");
}
