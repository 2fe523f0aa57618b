/* chancery-term-forms.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-json-cursor.h"

G_BEGIN_DECLS

typedef struct _ChanceryTermForms ChanceryTermForms;

ChanceryTermForms *chancery_term_forms_new    (const ChanceryJsonCursor *paradigms,
                                               GError                  **error);
void               chancery_term_forms_free   (ChanceryTermForms        *self);
GPtrArray         *chancery_term_forms_expand (const ChanceryTermForms  *self,
                                               const ChanceryJsonCursor *place,
                                               const char               *text,
                                               GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryTermForms, chancery_term_forms_free)

G_END_DECLS
