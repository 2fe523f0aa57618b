/* chancery-export-options.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "exchange/chancery-export-format.h"

G_BEGIN_DECLS

/* What the export dialog says of the formats, and what can be chosen for each. */

const char *chancery_export_explain         (const ChanceryExportFormat *format);
gboolean    chancery_export_has_title       (const ChanceryExportFormat *format);
gboolean    chancery_export_has_text        (const ChanceryExportFormat *format);
gboolean    chancery_export_has_mark        (const ChanceryExportFormat *format);
gboolean    chancery_export_is_prose        (const ChanceryExportFormat *format);
gboolean    chancery_export_is_text         (const ChanceryExportFormat *format);
char       *chancery_export_make_file_name  (const ChanceryExportFormat *format,
                                             const char                 *title);

G_END_DECLS
