/* chancery-undo-toast.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-history.h"

G_BEGIN_DECLS

AdwToast *chancery_undo_toast_new (ChanceryHistory     *history,
                                   ChanceryNote        *removed,
                                   GObject             *owner,
                                   GAsyncReadyCallback  undone);
AdwToast *chancery_undo_toast_new_titled (ChanceryHistory     *history,
                                          const char          *title,
                                          GObject             *owner,
                                          GAsyncReadyCallback  undone);

AdwToast *chancery_undo_toast_new_for_many (ChanceryHistory     *history,
                                            GPtrArray           *removed,
                                            GObject             *owner,
                                            GAsyncReadyCallback  undone);

G_END_DECLS
