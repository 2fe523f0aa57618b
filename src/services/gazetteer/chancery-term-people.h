/* chancery-term-people.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-state.h"
#include "chancery-term-compiler.h"

G_BEGIN_DECLS

void chancery_term_people_add (ChanceryTermCompiler       *compiler,
                               const char                 *iso,
                               guint                       person,
                               const ChanceryOfficeHolder *holder);

G_END_DECLS
