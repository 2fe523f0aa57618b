/* chancery-exchange-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "chancery-enums.h"

G_BEGIN_DECLS

/* What several formats need of text. Pure; any thread. */

gboolean    chancery_exchange_append_time  (GString             *text,
                                            gint64               time_us);
gboolean    chancery_exchange_parse_time   (const char          *text,
                                            gint64              *time_us);

gboolean    chancery_exchange_is_iri       (const char          *text);
char       *chancery_exchange_make_uid     (const char          *name);
char       *chancery_exchange_uid_to_urn   (const char          *uid);
char       *chancery_exchange_urn_to_uid   (const char          *urn);

void        chancery_exchange_append_xml   (GString             *xml,
                                            const char          *text);
char       *chancery_exchange_strip_markup (const char          *html);
char       *chancery_exchange_join         (const char * const  *words);
GStrv       chancery_exchange_split        (const char          *joined);

const char *chancery_exchange_name_kind    (ChanceryNoteKind     kind);
const char *chancery_exchange_name_colour  (ChanceryColour       colour);

G_END_DECLS
