/* chancery-import-format.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"
#include "import/chancery-import-error.h"

G_BEGIN_DECLS

/**
 * ChanceryImportHints:
 * @name: (nullable): the file's name, for its extension
 * @mime_type: (nullable): what somebody said that it is
 * @address: (nullable): where it was read; becomes the article's address
 * @modified: when it was last changed, or none
 *
 * What is known of the bytes from elsewhere, borrowed. Zero-initialise.
 */
typedef struct
{
  const char *name;
  const char *mime_type;
  const char *address;
  ChanceryDate modified;
} ChanceryImportHints;

/**
 * ChanceryImportContext:
 * @hints: what is known of the bytes
 * @today: today's date
 *
 * What a format is handed besides the bytes.
 */
typedef struct
{
  ChanceryImportHints hints;
  ChanceryDate today;
} ChanceryImportContext;

/**
 * ChanceryImportDetails:
 * @format: (nullable): the format's name, as in "plain-text"
 * @encoding: (nullable): IANA's name of the encoding it was in
 *
 * What else is known after an import. All strings are static.
 */
typedef struct
{
  const char *format;
  const char *encoding;
} ChanceryImportDetails;

/**
 * ChanceryImportFormat:
 * @name: a short name in ASCII
 * @mime_types: (array zero-terminated=1): media types it reads
 * @extensions: (array zero-terminated=1): extensions of files, without the dot
 * @sniff: says how sure it is, 0 … 100, that the bytes are in this format
 * @import: makes an article of the bytes
 *
 * A format that articles can be imported from. Each is one file that defines
 * one of these; chancery-importer.c lists them. Its functions are pure, but for
 * what the context hands them, and are called from any thread.
 */
typedef struct
{
  const char *name;
  const char * const *mime_types;
  const char * const *extensions;
  guint (*sniff) (GBytes                      *bytes,
                  const ChanceryImportContext *context);
  ChanceryArticle *(*import) (GBytes                      *bytes,
                              const ChanceryImportContext *context,
                              ChanceryImportDetails       *details,
                              GError                     **error);
} ChanceryImportFormat;

extern const ChanceryImportFormat chancery_plain_text_format;

G_END_DECLS
