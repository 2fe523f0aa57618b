/* chancery-undo-toast.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-undo-toast.h"

#include <glib/gi18n.h>

typedef struct
{
  ChanceryHistory *history; /* (owned) */
  guint64 serial; /* of the removal */
  GWeakRef owner;
  GAsyncReadyCallback undone;
} Offer;

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  g_object_unref (offer->history);
  g_weak_ref_clear (&offer->owner);
  g_free (offer);
}

static void
clicked_cb (AdwToast *toast,
            gpointer  user_data)
{
  Offer *offer = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&offer->owner);

  /* A toast can still be clicked while it goes. */
  if (owner != NULL && chancery_history_get_serial (offer->history) == offer->serial)
    chancery_history_undo_async (offer->history, NULL, offer->undone, g_steal_pointer (&owner));
}

/* The offer stands only as long as undo means the note that was deleted. */
static void
serial_changed_cb (AdwToast *toast)
{
  adw_toast_dismiss (toast);
}

/**
 * chancery_undo_toast_new_titled:
 * @history: what changed notes just now
 * @title: what it did
 * @owner: whoever shows the toast
 * @undone: called when the change is undone, or can't be, with a reference to
 *   @owner to be released
 *
 * Says what was done, and offers to undo it. Once undo would mean another
 * change, the toast goes.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
chancery_undo_toast_new_titled (ChanceryHistory     *history,
                                const char          *title,
                                GObject             *owner,
                                GAsyncReadyCallback  undone)
{
  AdwToast *toast = adw_toast_new (title);
  Offer *offer = g_new0 (Offer, 1);

  offer->history = g_object_ref (history);
  offer->serial = chancery_history_get_serial (history);
  g_weak_ref_init (&offer->owner, owner);
  offer->undone = undone;

  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (clicked_cb), offer, offer_free, G_CONNECT_DEFAULT);
  g_signal_connect_object (history, "notify::serial", G_CALLBACK (serial_changed_cb), toast, G_CONNECT_SWAPPED);

  return toast;
}

/**
 * chancery_undo_toast_new:
 * @history: what removed a note just now
 * @removed: the note as it was
 * @owner: whoever shows the toast
 * @undone: called when the removal is undone, or can't be, with a reference to
 *   @owner to be released
 *
 * Says that a note is gone, and offers to bring it back. Once undo would mean
 * another change, the toast goes.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
chancery_undo_toast_new (ChanceryHistory     *history,
                         ChanceryNote        *removed,
                         GObject             *owner,
                         GAsyncReadyCallback  undone)
{
  const gboolean is_bare = *chancery_note_get_body (removed) == '\0';

  return chancery_undo_toast_new_titled (history, is_bare ? _("Highlight deleted") : _("Note deleted"), owner, undone);
}

/**
 * chancery_undo_toast_new_for_many:
 * @history: what removed notes just now
 * @removed: (element-type ChanceryNote): the notes as they were
 * @owner: whoever shows the toast
 * @undone: called when the removal is undone, or can't be, with a reference to
 *   @owner to be released
 *
 * The same, for notes that were removed together.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
chancery_undo_toast_new_for_many (ChanceryHistory     *history,
                                  GPtrArray           *removed,
                                  GObject             *owner,
                                  GAsyncReadyCallback  undone)
{
  g_autofree char *title = NULL;

  if (removed->len == 1)
    return chancery_undo_toast_new (history, g_ptr_array_index (removed, 0), owner, undone);

  title = g_strdup_printf (ngettext ("%'u note deleted", "%'u notes deleted", removed->len), removed->len);

  return chancery_undo_toast_new_titled (history, title, owner, undone);
}
