/* chancery-import-error.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CHANCERY_IMPORT_ERROR:
 *
 * Why something could not be made an article. The messages are whole
 * sentences, to be shown to people.
 */
#define CHANCERY_IMPORT_ERROR (chancery_import_error_quark ())

/**
 * ChanceryImportError:
 * @CHANCERY_IMPORT_ERROR_EMPTY: there is nothing but white space
 * @CHANCERY_IMPORT_ERROR_TOO_LARGE: there is more than %CHANCERY_IMPORT_MAX_BYTES
 * @CHANCERY_IMPORT_ERROR_NOT_TEXT: it is no text, or in no known encoding
 * @CHANCERY_IMPORT_ERROR_NOT_A_FILE: it is a folder, a device or a pipe
 */
typedef enum
{
  CHANCERY_IMPORT_ERROR_EMPTY,
  CHANCERY_IMPORT_ERROR_TOO_LARGE,
  CHANCERY_IMPORT_ERROR_NOT_TEXT,
  CHANCERY_IMPORT_ERROR_NOT_A_FILE,
} ChanceryImportError;

/* The largest input that is read, in bytes: 32 MiB. */
#define CHANCERY_IMPORT_MAX_BYTES ((gsize) 32 * 1024 * 1024)

GQuark chancery_import_error_quark (void);

G_END_DECLS
