/* chancery-store-event.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ChanceryStoreEventKind:
 * @CHANCERY_STORE_EVENT_SPLICE: rows of a list went and others came at a place
 * @CHANCERY_STORE_EVENT_UPDATE: a row of a list changed where it is
 * @CHANCERY_STORE_EVENT_NOTE: a note is as @row says, or isn't in the list if
 *   @row is %NULL (for lists of one article, which know their own order)
 * @CHANCERY_STORE_EVENT_RESET: a list must be read anew; it has @n_added rows
 * @CHANCERY_STORE_EVENT_COUNTING: more rows of a list are to be looked for
 * @CHANCERY_STORE_EVENT_COUNTED: all rows of a list have been found
 * @CHANCERY_STORE_EVENT_NOTE_CHANGED: a note came or changed
 * @CHANCERY_STORE_EVENT_NOTE_REMOVED: a note went
 * @CHANCERY_STORE_EVENT_NOTES_CHANGED: notes came, went or changed
 * @CHANCERY_STORE_EVENT_ARTICLES_CHANGED: articles came, went or changed
 * @CHANCERY_STORE_EVENT_CHANGED_ELSEWHERE: another process did it
 */
typedef enum
{
  CHANCERY_STORE_EVENT_SPLICE,
  CHANCERY_STORE_EVENT_UPDATE,
  CHANCERY_STORE_EVENT_NOTE,
  CHANCERY_STORE_EVENT_RESET,
  CHANCERY_STORE_EVENT_COUNTING,
  CHANCERY_STORE_EVENT_COUNTED,
  CHANCERY_STORE_EVENT_NOTE_CHANGED,
  CHANCERY_STORE_EVENT_NOTE_REMOVED,
  CHANCERY_STORE_EVENT_NOTES_CHANGED,
  CHANCERY_STORE_EVENT_ARTICLES_CHANGED,
  CHANCERY_STORE_EVENT_CHANGED_ELSEWHERE,
} ChanceryStoreEventKind;

/**
 * ChanceryStoreEvent:
 * @kind: what happened
 * @cursor_id: to which list; 0 if it is no list's
 * @position: where in the list, once the events before it have been applied
 * @n_removed: how many rows went
 * @n_added: how many rows came
 * @uid: (owned) (nullable): the note or row
 * @row: (owned) (nullable): the one row that came or changed
 *
 * What a list or the library must do to follow the database.
 */
typedef struct
{
  ChanceryStoreEventKind kind;
  guint cursor_id;
  guint position;
  guint n_removed;
  guint n_added;
  char *uid;
  GObject *row;
} ChanceryStoreEvent;

void chancery_store_event_free (ChanceryStoreEvent *event);

G_END_DECLS
