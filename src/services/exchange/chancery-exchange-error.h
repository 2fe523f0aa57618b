/* chancery-exchange-error.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CHANCERY_EXCHANGE_ERROR:
 *
 * Errors of exporting and importing notes.
 */
#define CHANCERY_EXCHANGE_ERROR (chancery_exchange_error_quark ())

/**
 * ChanceryExchangeError:
 * @CHANCERY_EXCHANGE_ERROR_SYNTAX: the file is not what its format asks for
 * @CHANCERY_EXCHANGE_ERROR_MODEL: an annotation is against the rules of the model
 * @CHANCERY_EXCHANGE_ERROR_FORMAT: nobody knows the format
 * @CHANCERY_EXCHANGE_ERROR_LIMIT: it is larger, deeper or more than is read or written
 */
typedef enum
{
  CHANCERY_EXCHANGE_ERROR_SYNTAX,
  CHANCERY_EXCHANGE_ERROR_MODEL,
  CHANCERY_EXCHANGE_ERROR_FORMAT,
  CHANCERY_EXCHANGE_ERROR_LIMIT,
} ChanceryExchangeError;

GQuark chancery_exchange_error_quark (void);

G_END_DECLS
