/* chancery-note-copying.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-copying.h"

#include <glib/gi18n.h>

#include "exchange/chancery-quotation.h"

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  ChanceryQuotation *quotation = CHANCERY_QUOTATION (object);
  g_autoptr (AdwToastOverlay) toasts = user_data;

  chancery_quotation_load_finish (quotation, result);
  if (gtk_widget_get_root (GTK_WIDGET (toasts)) == NULL)
    return;

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (toasts)), GDK_CONTENT_PROVIDER (quotation));
  adw_toast_overlay_add_toast (toasts, adw_toast_new (_("Copied")));
}

/**
 * chancery_notes_copy_quotations:
 * @toasts: where to say that they were copied
 * @notes: (element-type ChanceryNote): notes
 * @library: (nullable): where their articles are
 *
 * Puts the notes' passages on the clipboard, each with where it is from.
 */
void
chancery_notes_copy_quotations (AdwToastOverlay *toasts,
                                GPtrArray       *notes,
                                ChanceryLibrary *library)
{
  g_autoptr (GdkContentProvider) quotation = chancery_quotation_new (notes, library);

  chancery_quotation_load_async (CHANCERY_QUOTATION (quotation), loaded_cb, g_object_ref (toasts));
}
