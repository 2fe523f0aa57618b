/* notes-store.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-history.h"

G_BEGIN_DECLS

#define NOTES_TYPE_STORE (notes_store_get_type ())

/* Notes in memory, as a live list in the order of a text, for tests: it answers
 * later, as the library does, and fails when told to. */
G_DECLARE_FINAL_TYPE (NotesStore, notes_store, NOTES, STORE, GObject)

NotesStore      *notes_store_new          (void);
GListModel      *notes_store_get_model    (NotesStore   *self);
ChanceryHistory *notes_store_new_history  (NotesStore   *self);
void             notes_store_add          (NotesStore   *self,
                                           ChanceryNote *note);
ChanceryNote    *notes_store_find         (NotesStore   *self,
                                           const char   *uid);
void             notes_store_set_full     (NotesStore   *self,
                                           gboolean      full);

G_END_DECLS
