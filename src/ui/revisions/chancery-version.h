/* chancery-version.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-revision.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_VERSION (chancery_version_get_type ())

/* One of an article's texts in a list to choose from: what it is called and when it was taken in. */
G_DECLARE_FINAL_TYPE (ChanceryVersion, chancery_version, CHANCERY, VERSION, GObject)

ChanceryVersion *chancery_version_new            (const ChanceryRevision *revision);

guint            chancery_version_get_number     (ChanceryVersion        *self);
gboolean         chancery_version_get_is_current (ChanceryVersion        *self);
const char      *chancery_version_get_title      (ChanceryVersion        *self);
const char      *chancery_version_get_subtitle   (ChanceryVersion        *self);

G_END_DECLS
