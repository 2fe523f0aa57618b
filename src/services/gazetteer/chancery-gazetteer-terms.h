/* chancery-gazetteer-terms.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-state.h"
#include "chancery-term-index.h"

G_BEGIN_DECLS

/**
 * ChanceryTermSource:
 *
 * An index being filled.
 */
typedef struct
{
  ChanceryTermIndex *index; /* (owned) */
  GHashTable *people;       /* (owned) full name -> number */
} ChanceryTermSource;

void               chancery_term_source_init       (ChanceryTermSource         *self);
void               chancery_term_source_add_term   (ChanceryTermSource         *self,
                                                    const char                 *iso,
                                                    gboolean                    is_counted,
                                                    const ChanceryTerm         *term);
void               chancery_term_source_add_holder (ChanceryTermSource         *self,
                                                    const char                 *iso,
                                                    const ChanceryOfficeHolder *holder);
ChanceryTermIndex *chancery_term_source_finish     (ChanceryTermSource         *self);

gboolean           chancery_term_source_counts     (const char                 *iso,
                                                    gboolean                    is_sovereign);

G_END_DECLS
