/* chancery-quotation.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "chancery-library.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_QUOTATION (chancery_quotation_get_type ())

/* What is copied and dragged out: passages as quotations with where they are from, as text and as HTML. */
G_DECLARE_FINAL_TYPE (ChanceryQuotation, chancery_quotation, CHANCERY, QUOTATION, GdkContentProvider)

GdkContentProvider *chancery_quotation_new             (GPtrArray           *notes,
                                                        ChanceryLibrary     *library);
GdkContentProvider *chancery_quotation_new_for_passage (const char          *passage,
                                                        ChanceryArticle     *article);
GdkContentProvider *chancery_quotation_new_for_note    (ChanceryNote        *note,
                                                        ChanceryArticle     *article);
void                chancery_quotation_load_async      (ChanceryQuotation   *self,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
void                chancery_quotation_load_finish     (ChanceryQuotation   *self,
                                                        GAsyncResult        *result);

G_END_DECLS
