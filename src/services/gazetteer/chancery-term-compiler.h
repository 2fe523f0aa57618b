/* chancery-term-compiler.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-term-index.h"

G_BEGIN_DECLS

typedef struct _ChanceryTermCompiler ChanceryTermCompiler;

ChanceryTermCompiler *chancery_term_compiler_new         (const char              *lang);
void                  chancery_term_compiler_free        (ChanceryTermCompiler    *self);

gboolean              chancery_term_compiler_add         (ChanceryTermCompiler    *self,
                                                          const char              *text,
                                                          const ChanceryTermEntry *entry);
void                  chancery_term_compiler_add_classes (ChanceryTermCompiler    *self,
                                                          const char              *word,
                                                          guint64                  classes);
GBytes               *chancery_term_compiler_finish      (ChanceryTermCompiler    *self,
                                                          gboolean                 swap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryTermCompiler, chancery_term_compiler_free)

G_END_DECLS
