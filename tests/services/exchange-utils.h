/* exchange-utils.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "../store/store-utils.h"
#include "exchange/chancery-note-importer.h"

G_BEGIN_DECLS

/* What the tests of export and import share. Each operation is waited for; one that should work and doesn't ends the
 * test. */

GBytes               *exchange_export            (ChanceryLibrary          *library,
                                                  const ChanceryNoteFilter *filter,
                                                  const char * const       *uids,
                                                  const char               *format,
                                                  gboolean                  with_text);
ChanceryImportReport *exchange_import_bytes      (ChanceryLibrary          *library,
                                                  GBytes                   *bytes,
                                                  const char               *name);
ChanceryImportReport *exchange_import_with       (ChanceryLibrary             *library,
                                                  GBytes                      *bytes,
                                                  const char                  *name,
                                                  const ChanceryImportOptions *options);
ChanceryImportReport *exchange_import_text       (ChanceryLibrary          *library,
                                                  const char               *text,
                                                  const char               *name);
GPtrArray            *exchange_load_notes        (ChanceryLibrary          *library);
void                  exchange_assert_same_notes (ChanceryLibrary          *a,
                                                  ChanceryLibrary          *b);

G_END_DECLS
