/* chancery-front-lines.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/chancery-date-scanner.h"

G_BEGIN_DECLS

const char *chancery_front_line_skip_kicker     (const char          *line,
                                                 gsize               *kicker_bytes);
gboolean    chancery_front_line_is_kicker       (const char          *line);
char       *chancery_front_line_dup_byline      (const char          *line);
gboolean    chancery_front_line_is_day          (const char          *line,
                                                 ChanceryScannedDate *day);
gboolean    chancery_front_line_is_label        (const char          *line,
                                                 gboolean            *is_known);
gboolean    chancery_front_line_is_button       (const char          *line);
gboolean    chancery_front_line_ends_sentence   (const char          *line);
gboolean    chancery_front_line_is_headline     (const char          *line);
gboolean    chancery_front_line_is_running_text (const char          *line);

G_END_DECLS
