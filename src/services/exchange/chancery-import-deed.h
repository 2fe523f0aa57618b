/* chancery-import-deed.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-deed.h"
#include "chancery-library-merge.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_IMPORT_DEED (chancery_import_deed_get_type ())

G_DECLARE_FINAL_TYPE (ChanceryImportDeed, chancery_import_deed, CHANCERY, IMPORT_DEED, GObject)

ChanceryImportDeed *chancery_import_deed_new          (ChanceryLibrary           *library);
void                chancery_import_deed_add_articles (ChanceryImportDeed        *self,
                                                       const char * const        *uids);
void                chancery_import_deed_add_notes    (ChanceryImportDeed        *self,
                                                       const ChanceryMergedNotes *merged);
void                chancery_import_deed_add_text     (ChanceryImportDeed        *self,
                                                       ChanceryDeed              *text);
gboolean            chancery_import_deed_is_empty     (ChanceryImportDeed        *self);

G_END_DECLS
