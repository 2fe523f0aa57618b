/* reader-fixture.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-article.h"
#include "chancery-mention.h"
#include "chancery-note.h"

G_BEGIN_DECLS

ChanceryArticle *reader_fixture_article        (void);
ChanceryArticle *reader_fixture_arabic_article (void);
ChanceryArticle *reader_fixture_plain_article  (const char * const *paragraphs);
GArray          *reader_fixture_mentions       (ChanceryArticle *article);
ChanceryNote    *reader_fixture_note           (ChanceryArticle *article,
                                                const char      *words,
                                                ChanceryColour   colour,
                                                const char      *body);
GListModel      *reader_fixture_notes          (ChanceryArticle *article);

G_END_DECLS
