/* chancery-revision-deed.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"
#include "chancery-deed.h"
#include "chancery-library.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_REVISION_DEED (chancery_revision_deed_get_type ())

G_DECLARE_FINAL_TYPE (ChanceryRevisionDeed, chancery_revision_deed, CHANCERY, REVISION_DEED, GObject)

ChanceryDeed *chancery_revision_deed_new (ChanceryLibrary *library,
                                          const char      *uid,
                                          ChanceryArticle *article,
                                          gboolean         is_older);

G_END_DECLS
