/* chancery-annotation-model.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-json-tape.h"
#include "chancery-selector.h"

G_BEGIN_DECLS

#define CHANCERY_ANNOTATION_CONTEXT "http://www.w3.org/ns/anno.jsonld"
#define CHANCERY_ANNOTATION_NAMESPACE "https://chancery-app.github.io/ns#"

/* What bodies and targets of W3C annotations (https://www.w3.org/TR/annotation-model/) mean for a note. Pure;
 * any thread. */

/**
 * ChanceryAnnotationBody:
 * @text: (owned): what it says, for people; empty if nothing
 * @tags: (owned) (element-type utf8): its tags
 * @plain: whether a note that says the same is exported with just this body
 */
typedef struct
{
  char *text;
  GPtrArray *tags;
  gboolean plain;
} ChanceryAnnotationBody;

/**
 * ChanceryAnnotationTarget:
 * @source: (owned) (nullable): the address of what it is on
 * @quote: (owned) (nullable): the passage by its words, and by its place if both are given
 * @has_position: whether the place is given
 * @plain: whether a note on that passage of that page is exported with just this target
 */
typedef struct
{
  char *source;
  ChancerySelector *quote;
  gboolean has_position;
  guint64 start;
  guint64 end;
  gboolean plain;
} ChanceryAnnotationTarget;

void     chancery_annotation_read_body    (const ChanceryJsonTape   *tape,
                                           guint                     node,
                                           ChanceryAnnotationBody   *body);
void     chancery_annotation_body_clear   (ChanceryAnnotationBody   *body);
void     chancery_annotation_read_target  (const ChanceryJsonTape   *tape,
                                           guint                     node,
                                           ChanceryAnnotationTarget *target);
void     chancery_annotation_target_clear (ChanceryAnnotationTarget *target);
gboolean chancery_annotation_has_type     (const ChanceryJsonTape   *tape,
                                           guint                     node,
                                           const char               *type);
gboolean chancery_annotation_is_text_selector (const ChanceryJsonTape *tape,
                                           guint                     node);
guint    chancery_annotation_single       (const ChanceryJsonTape   *tape,
                                           guint                     node);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryAnnotationBody, chancery_annotation_body_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryAnnotationTarget, chancery_annotation_target_clear)

G_END_DECLS
