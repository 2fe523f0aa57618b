/* chancery-note-copying.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-library.h"
#include "chancery-note.h"

G_BEGIN_DECLS

void chancery_notes_copy_quotations (AdwToastOverlay *toasts,
                                     GPtrArray       *notes,
                                     ChanceryLibrary *library);

G_END_DECLS
