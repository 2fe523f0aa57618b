/* chancery-link-loader.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-library-links.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_LINK_LOADER (chancery_link_loader_get_type ())

/* What the notes or articles that are shown are linked with: asked for together once all of a moment are known, kept while they are
 * shown, and asked for anew when the library changes. */
G_DECLARE_FINAL_TYPE (ChanceryLinkLoader, chancery_link_loader, CHANCERY, LINK_LOADER, GObject)

ChanceryLinkLoader     *chancery_link_loader_new (ChanceryLibrary    *library,
                                                  gboolean            of_articles);
const ChanceryLinkEnds *chancery_link_loader_get (ChanceryLinkLoader *self,
                                                  const char         *uid);

G_END_DECLS
