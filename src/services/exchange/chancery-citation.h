/* chancery-citation.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"
#include "chancery-note.h"

G_BEGIN_DECLS

char *chancery_citation_format     (ChanceryArticle *article);
char *chancery_citation_quote      (ChanceryArticle *article,
                                    const char      *quotation);
char *chancery_citation_quote_html (ChanceryArticle *article,
                                    const char      *quotation);
char *chancery_citation_note       (ChanceryArticle *article,
                                    ChanceryNote    *note);
char *chancery_citation_note_html  (ChanceryArticle *article,
                                    ChanceryNote    *note);
char *chancery_citation_make_key   (ChanceryArticle *article);

G_END_DECLS
