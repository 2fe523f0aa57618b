/* chancery-article-notes.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_ARTICLE_NOTES (chancery_article_notes_get_type ())

G_DECLARE_FINAL_TYPE (ChanceryArticleNotes, chancery_article_notes, CHANCERY, ARTICLE_NOTES, GObject)

ChanceryArticleNotes *chancery_article_notes_new     (ChanceryLibrary      *library,
                                                      guint                 cursor_id);
void                  chancery_article_notes_fill    (ChanceryArticleNotes *self,
                                                      GPtrArray            *rows);
void                  chancery_article_notes_replace (ChanceryArticleNotes *self,
                                                      GPtrArray            *rows);
void                  chancery_article_notes_follow  (ChanceryArticleNotes *self,
                                                      const char           *uid,
                                                      ChanceryNote         *row);

G_END_DECLS
