/* chancery-annotation-check.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-json-tape.h"

G_BEGIN_DECLS

/**
 * ChanceryAnnotationWarnFunc:
 * @place: where, as in “body.format”
 * @reason: what is the matter, a sentence
 *
 * Told of what is against the recommendations of the model, or a small mistake.
 */
typedef void (*ChanceryAnnotationWarnFunc) (const char *place,
                                            const char *reason,
                                            gpointer    user_data);

gboolean chancery_annotation_check         (const ChanceryJsonTape      *tape,
                                            gboolean                     inherits_context,
                                            ChanceryAnnotationWarnFunc   warn,
                                            gpointer                     user_data,
                                            char                       **place,
                                            GError                     **error);
gboolean chancery_annotation_check_context (const ChanceryJsonTape      *tape,
                                            guint                        context);

G_END_DECLS
