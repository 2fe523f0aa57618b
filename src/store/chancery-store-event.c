/* chancery-store-event.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-event.h"

void
chancery_store_event_free (ChanceryStoreEvent *event)
{
  g_free (event->uid);
  g_clear_object (&event->row);
  g_free (event);
}
