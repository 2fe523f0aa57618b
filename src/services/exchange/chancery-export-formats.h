/* chancery-export-formats.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-export-format.h"

G_BEGIN_DECLS

/* One in each file, for the table in chancery-export-format.c. */

extern const ChanceryExportFormat chancery_export_annotation;
extern const ChanceryExportFormat chancery_export_bibtex;
extern const ChanceryExportFormat chancery_export_csl;
extern const ChanceryExportFormat chancery_export_csv;
extern const ChanceryExportFormat chancery_export_html;
extern const ChanceryExportFormat chancery_export_ics;
extern const ChanceryExportFormat chancery_export_markdown;
extern const ChanceryExportFormat chancery_export_odt;
extern const ChanceryExportFormat chancery_export_ris;
extern const ChanceryExportFormat chancery_export_text;

G_END_DECLS
