/* chancery-store-error.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CHANCERY_STORE_ERROR:
 *
 * Errors of the library. Each message is a sentence for the reader: what
 * happened, to which file, and what can be done.
 */
#define CHANCERY_STORE_ERROR (chancery_store_error_quark ())

/**
 * ChanceryStoreError:
 * @CHANCERY_STORE_ERROR_FAILED: something else; the message has SQLite's words
 * @CHANCERY_STORE_ERROR_NOT_A_LIBRARY: the file is something else; it was not
 *   touched
 * @CHANCERY_STORE_ERROR_NEWER_VERSION: a newer Chancery made the file; it was
 *   not touched
 * @CHANCERY_STORE_ERROR_DAMAGED: the file is damaged; it is not written to any
 *   more, see chancery_library_recover_async()
 * @CHANCERY_STORE_ERROR_READ_ONLY: the file, or its folder, can't be written to
 * @CHANCERY_STORE_ERROR_FULL: the disk is full; nothing was changed
 * @CHANCERY_STORE_ERROR_BUSY: another process held the library for too long;
 *   trying again may help
 * @CHANCERY_STORE_ERROR_IO: the file couldn't be read or written; nothing was
 *   changed
 * @CHANCERY_STORE_ERROR_NOT_FOUND: the library has no such article or note
 * @CHANCERY_STORE_ERROR_INVALID: what was given can't be kept as it is
 * @CHANCERY_STORE_ERROR_CLOSED: the library has been closed
 */
typedef enum
{
  CHANCERY_STORE_ERROR_FAILED,
  CHANCERY_STORE_ERROR_NOT_A_LIBRARY,
  CHANCERY_STORE_ERROR_NEWER_VERSION,
  CHANCERY_STORE_ERROR_DAMAGED,
  CHANCERY_STORE_ERROR_READ_ONLY,
  CHANCERY_STORE_ERROR_FULL,
  CHANCERY_STORE_ERROR_BUSY,
  CHANCERY_STORE_ERROR_IO,
  CHANCERY_STORE_ERROR_NOT_FOUND,
  CHANCERY_STORE_ERROR_INVALID,
  CHANCERY_STORE_ERROR_CLOSED,
} ChanceryStoreError;

GQuark chancery_store_error_quark (void);

G_END_DECLS
