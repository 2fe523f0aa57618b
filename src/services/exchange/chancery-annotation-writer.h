/* chancery-annotation-writer.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"
#include "chancery-note.h"

G_BEGIN_DECLS

void chancery_annotation_append         (GString         *json,
                                         ChanceryNote    *note,
                                         ChanceryArticle *article);
void chancery_annotation_append_article (GString         *json,
                                         ChanceryArticle *article,
                                         gboolean         with_text);

G_END_DECLS
