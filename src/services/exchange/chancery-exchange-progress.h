/* chancery-exchange-progress.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-exporter.h"

G_BEGIN_DECLS

/**
 * ChanceryExchangeProgress:
 * @func: (nullable): who is told
 * @user_data: for @func
 * @context: (owned): the main context in which it is told
 * @told: what it was told last
 *
 * Tells of progress from any thread.
 */
typedef struct
{
  ChanceryExchangeProgressFunc func;
  gpointer user_data;
  GMainContext *context;
  double told;
} ChanceryExchangeProgress;

void chancery_exchange_progress_init  (ChanceryExchangeProgress     *self,
                                       ChanceryExchangeProgressFunc  func,
                                       gpointer                      user_data);
void chancery_exchange_progress_clear (ChanceryExchangeProgress     *self);
void chancery_exchange_progress_tell  (ChanceryExchangeProgress     *self,
                                       double                        fraction);

G_END_DECLS
