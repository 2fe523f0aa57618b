/* chancery-mention-roles.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-reading.h"

G_BEGIN_DECLS

void chancery_mention_roles_assign (ChanceryReading *reading);

G_END_DECLS
