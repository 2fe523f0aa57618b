/* chancery-mention-rules.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-reading.h"

G_BEGIN_DECLS

void chancery_mention_rules_apply          (ChanceryReading *reading);
void chancery_mention_rules_settle_states  (ChanceryReading *reading);

G_END_DECLS
