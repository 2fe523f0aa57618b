/* chancery-anchor-target.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "anchoring/chancery-anchoring.h"

G_BEGIN_DECLS

#define CHANCERY_ANCHOR_TARGET_ERROR (chancery_anchor_target_error_quark ())

/**
 * ChanceryAnchorTargetError:
 * @CHANCERY_ANCHOR_TARGET_ERROR_INVALID: a selector is not as the model has it
 * @CHANCERY_ANCHOR_TARGET_ERROR_UNKNOWN: no selector is of a kind that text has
 *
 * Why selectors could not be read.
 */
typedef enum
{
  CHANCERY_ANCHOR_TARGET_ERROR_INVALID,
  CHANCERY_ANCHOR_TARGET_ERROR_UNKNOWN,
} ChanceryAnchorTargetError;

/**
 * ChanceryAnchorTarget:
 * @selector: (owned) (nullable): the passage
 * @range_start: (owned) (nullable): or what a range begins with,
 * @range_end: (owned) (nullable): and what comes after it
 *
 * What the selectors of one W3C annotation come to. Free it with
 * chancery_anchor_target_clear().
 */
typedef struct
{
  ChancerySelector *selector;
  ChancerySelector *range_start;
  ChancerySelector *range_end;
} ChanceryAnchorTarget;

GQuark   chancery_anchor_target_error_quark (void);

gboolean chancery_anchor_target_read        (JsonNode                    *selectors,
                                             ChanceryAnchorTarget        *target,
                                             GError                     **error);
gboolean chancery_anchor_target_find        (const ChanceryAnchorTarget  *target,
                                             ChanceryAnchorText          *text,
                                             ChanceryAnchor              *anchor);
void     chancery_anchor_target_clear       (ChanceryAnchorTarget        *target);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryAnchorTarget, chancery_anchor_target_clear)

G_END_DECLS
