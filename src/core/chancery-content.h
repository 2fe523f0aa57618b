/* chancery-content.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-article.h"
#include "chancery-catalogue.h"
#include "chancery-note.h"

G_BEGIN_DECLS

/**
 * CHANCERY_CONTENT_ERROR:
 *
 * Errors of a content file. The message names the file and the member's path,
 * as in "organisations.json: organisations[3].members[2].iso: “ZZ” is not the
 * code of a state".
 */
#define CHANCERY_CONTENT_ERROR (chancery_content_error_quark ())

/**
 * ChanceryContentError:
 * @CHANCERY_CONTENT_ERROR_SYNTAX: the file is not JSON, or not UTF-8
 * @CHANCERY_CONTENT_ERROR_MISSING: a member is missing
 * @CHANCERY_CONTENT_ERROR_TYPE: a member is of the wrong type
 * @CHANCERY_CONTENT_ERROR_VALUE: a member says something that can't be
 */
typedef enum
{
  CHANCERY_CONTENT_ERROR_SYNTAX,
  CHANCERY_CONTENT_ERROR_MISSING,
  CHANCERY_CONTENT_ERROR_TYPE,
  CHANCERY_CONTENT_ERROR_VALUE,
} ChanceryContentError;

#define CHANCERY_CONTENT_RESOURCE_PATH "/io/github/chancery_app/Chancery/content"
#define CHANCERY_CONTENT_RESOURCE "resource://" CHANCERY_CONTENT_RESOURCE_PATH

GQuark             chancery_content_error_quark     (void);

void               chancery_content_register        (void);

ChanceryCatalogue *chancery_content_load_catalogue  (GFile        *folder,
                                                     GCancellable *cancellable,
                                                     GError      **error);
GPtrArray         *chancery_content_load_articles   (GFile        *folder,
                                                     GCancellable *cancellable,
                                                     GError      **error);
GPtrArray         *chancery_content_load_notes      (GFile        *folder,
                                                     GCancellable *cancellable,
                                                     GError      **error);

G_END_DECLS
