/* chancery-note-copying.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-copying.h"

#include <glib/gi18n.h>

#include "chancery-note-text.h"

typedef struct
{
  AdwToastOverlay *toasts; /* (owned) */
  ChanceryNote *note; /* (owned) */
} Copying;

static void
copy (AdwToastOverlay *toasts,
      ChanceryNote    *note,
      ChanceryArticle *article)
{
  g_autofree char *quotation = chancery_note_dup_quotation (note, article);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (toasts)), quotation);
  adw_toast_overlay_add_toast (toasts, adw_toast_new (_("Copied")));
}

static void
article_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autofree Copying *copying = user_data;
  g_autoptr (AdwToastOverlay) toasts = copying->toasts;
  g_autoptr (ChanceryNote) note = copying->note;
  g_autoptr (ChanceryArticle) article =
    chancery_library_load_article_finish (CHANCERY_LIBRARY (object), result, NULL);

  /* Without its article, the passage alone. */
  if (gtk_widget_get_root (GTK_WIDGET (toasts)) != NULL)
    copy (toasts, note, article);
}

/**
 * chancery_note_copy_quotation:
 * @toasts: where to say that it was copied
 * @note: a note
 * @library: (nullable): where its article is
 *
 * Puts the note's passage on the clipboard, with where it is from.
 */
void
chancery_note_copy_quotation (AdwToastOverlay *toasts,
                              ChanceryNote    *note,
                              ChanceryLibrary *library)
{
  const char *article_uid = chancery_note_get_article_uid (note);
  Copying *copying;

  if (library == NULL || article_uid == NULL)
    {
      copy (toasts, note, NULL);
      return;
    }

  copying = g_new0 (Copying, 1);
  copying->toasts = g_object_ref (toasts);
  copying->note = g_object_ref (note);
  chancery_library_load_article_async (library, article_uid, NULL, article_loaded_cb, copying);
}
