/* chancery-orphan-tray.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-orphan-tray.h"

#include <glib/gi18n.h>

#include "chancery-note-place.h"
#include "chancery-orphan-card.h"
#include "chancery-orphan-finder.h"
#include "lists/chancery-list-filler.h"
#include "notes/chancery-undo-toast.h"

struct _ChanceryOrphanTray
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title_widget;
  GtkStack *stack;
  GtkWidget *empty_close;
  AdwStatusPage *trouble;
  GtkWidget *trouble_close;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkSingleSelection *selection;
  ChanceryListFiller *filler; /* (owned) */

  ChanceryContext *context; /* (owned) */
  char *article_uid; /* (nullable): %NULL for all articles */
  GCancellable *cancellable; /* (owned): ends what is under way when the tray goes */
  ChanceryOrphanFinder *finder; /* (owned) */
  GHashTable *cards; /* (owned): the cards that show a note → their GtkListItem */
  GHashTable *places; /* (owned): note uid → ChanceryOrphanPlace; NULL while it is looked for */
  guint generation; /* of the texts that the places are in */
  guint pending_position; /* what to focus once a note has gone; GTK_INVALID_LIST_POSITION for none */
};

enum
{
  MOVE_BY_HAND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryOrphanTray, chancery_orphan_tray, ADW_TYPE_DIALOG)

static void
say (ChanceryOrphanTray *self,
     const char         *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Places */

typedef struct
{
  ChanceryOrphanTray *tray; /* (owned) */
  char *uid;
  guint generation;
} Lookup;

static void
free_place (gpointer place)
{
  chancery_orphan_place_free (place);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Lookup *lookup = user_data;
  g_autoptr (ChanceryOrphanTray) self = lookup->tray;
  g_autofree char *uid = lookup->uid;
  g_autoptr (GError) error = NULL;
  ChanceryOrphanPlace *place =
    chancery_orphan_finder_find_finish (CHANCERY_ORPHAN_FINDER (source), result, &error);
  GHashTableIter iter;
  gpointer card;

  /* The tray may have gone, or the text changed. */
  if (self->context == NULL || lookup->generation != self->generation)
    {
      chancery_orphan_place_free (place);
      return;
    }

  if (place == NULL)
    place = g_new0 (ChanceryOrphanPlace, 1);
  g_hash_table_replace (self->places, g_strdup (uid), place);
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    if (g_strcmp0 (chancery_note_get_uid (chancery_orphan_card_get_note (card)), uid) == 0)
      chancery_orphan_card_set_place (card, place);
}

static void
look_for_place (ChanceryOrphanTray *self,
                ChanceryOrphanCard *card)
{
  ChanceryNote *note = chancery_orphan_card_get_note (card);
  const char *uid = chancery_note_get_uid (note);
  Lookup *lookup;
  gpointer place;

  /* A row whose page has not been read yet. */
  if (*uid == '\0' || chancery_note_get_article_uid (note) == NULL)
    return;
  if (g_hash_table_lookup_extended (self->places, uid, NULL, &place))
    {
      chancery_orphan_card_set_place (card, place);
      return;
    }

  g_hash_table_insert (self->places, g_strdup (uid), NULL);
  lookup = g_new0 (Lookup, 1);
  lookup->tray = g_object_ref (self);
  lookup->uid = g_strdup (uid);
  lookup->generation = self->generation;
  chancery_orphan_finder_find_async (self->finder, note, self->cancellable, found_cb, lookup);
}

/* A text that changed has other places. */
static void
articles_changed_cb (ChanceryOrphanTray *self)
{
  GHashTableIter iter;
  gpointer card;

  self->generation++;
  chancery_orphan_finder_forget (self->finder);
  g_hash_table_remove_all (self->places);
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    look_for_place (self, card);
}

/* Commands */

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryOrphanTray) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (source), result, &error) && self->context != NULL)
    say (self, _("The last change can’t be undone"));
}

typedef struct
{
  ChanceryOrphanTray *tray; /* (owned) */
  const char *done; /* what to say then */
} Change;

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Change *change = user_data;
  g_autoptr (ChanceryOrphanTray) self = change->tray;
  ChanceryHistory *history = CHANCERY_HISTORY (source);
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (history, result, &error))
    {
      self->pending_position = GTK_INVALID_LIST_POSITION;
      if (self->context != NULL)
        say (self, error->message);
      return;
    }

  if (self->context != NULL)
    adw_toast_overlay_add_toast (self->toasts, chancery_undo_toast_new_titled (history, change->done, G_OBJECT (self), undone_cb));
}

static guint
find_position (ChanceryOrphanTray *self,
               ChanceryNote       *note)
{
  GHashTableIter iter;
  gpointer card, item;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, &item))
    if (chancery_orphan_card_get_note (card) == note)
      return gtk_list_item_get_position (item);

  return GTK_INVALID_LIST_POSITION;
}

/* Makes another note of one, or none. */
static void
change_note (ChanceryOrphanTray *self,
             ChanceryNote       *note,
             ChanceryNote       *after,
             const char         *done)
{
  ChanceryHistory *history = chancery_context_get_history (self->context);
  Change *change;

  if (history == NULL)
    return;

  change = g_new0 (Change, 1);
  change->tray = g_object_ref (self);
  change->done = done;
  self->pending_position = find_position (self, note);
  if (after != NULL)
    chancery_history_change_note_async (history, note, after, 0, NULL, changed_cb, change);
  else
    chancery_history_remove_note_async (history, note, NULL, changed_cb, change);
}

static void
attach (ChanceryOrphanTray *self,
        ChanceryNote       *note)
{
  ChanceryOrphanPlace *place = g_hash_table_lookup (self->places, chancery_note_get_uid (note));
  g_autoptr (ChanceryNote) placed = NULL;

  if (place == NULL || place->selector == NULL)
    {
      say (self, place == NULL ? _("Still looking for its place") : _("There is no likely place. Move it by hand."));
      return;
    }

  placed = chancery_note_new_at_place (note, place->selector);
  change_note (self, note, placed, _("Note attached"));
}

static void
run_command (ChanceryOrphanTray *self,
             ChanceryNote       *note,
             const char         *command)
{
  if (note == NULL || *chancery_note_get_uid (note) == '\0')
    return;

  if (g_str_equal (command, "attach"))
    attach (self, note);
  else if (g_str_equal (command, "move"))
    {
      g_autoptr (ChanceryOrphanTray) alive = g_object_ref (self);
      g_autoptr (ChanceryNote) moving = g_object_ref (note);

      adw_dialog_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[MOVE_BY_HAND], 0, moving);
    }
  else if (g_str_equal (command, "keep"))
    {
      g_autoptr (ChanceryNote) kept = chancery_note_new_on_article (note);

      change_note (self, note, kept, _("Kept as a note on the article"));
    }
  else if (g_str_equal (command, "delete"))
    change_note (self, note, NULL, _("Note deleted"));
}

static void
command_cb (ChanceryOrphanCard *card,
            const char         *command,
            gpointer            user_data)
{
  run_command (CHANCERY_ORPHAN_TRAY (user_data), chancery_orphan_card_get_note (card), command);
}

static gboolean
shortcut_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  ChanceryOrphanTray *self = CHANCERY_ORPHAN_TRAY (user_data);

  run_command (self, gtk_single_selection_get_selected_item (self->selection), g_variant_get_string (args, NULL));
  return GDK_EVENT_STOP;
}

static void
add_shortcuts (ChanceryOrphanTray *self)
{
  static const struct
  {
    const char *trigger;
    const char *command;
  } shortcuts[] = {
    { "r", "attach" },
    { "m", "move" },
    { "k", "keep" },
    { "Delete|KP_Delete", "delete" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                gtk_callback_action_new (shortcut_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (shortcuts[i].command));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

/* The list */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  ChanceryOrphanTray *self = CHANCERY_ORPHAN_TRAY (user_data);
  GtkWidget *card = chancery_orphan_card_new (self->article_uid == NULL);

  g_signal_connect (card, "command", G_CALLBACK (command_cb), self);
  g_object_bind_property (card, "summary", item, "accessible-label", G_BINDING_DEFAULT);
  gtk_list_item_set_child (item, card);
}

static void
note_read_cb (ChanceryOrphanCard *card,
              GParamSpec         *pspec,
              ChanceryNote       *note)
{
  ChanceryOrphanTray *self =
    CHANCERY_ORPHAN_TRAY (gtk_widget_get_ancestor (GTK_WIDGET (card), CHANCERY_TYPE_ORPHAN_TRAY));

  if (self == NULL || chancery_orphan_card_get_note (card) != note)
    return;
  chancery_orphan_card_set_note (card, note);
  look_for_place (self, card);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  ChanceryOrphanTray *self = CHANCERY_ORPHAN_TRAY (user_data);
  ChanceryOrphanCard *card = CHANCERY_ORPHAN_CARD (gtk_list_item_get_child (item));
  ChanceryNote *note = gtk_list_item_get_item (item);

  g_hash_table_insert (self->cards, card, item);
  chancery_orphan_card_set_note (card, note);
  g_signal_connect_object (note, "notify::uid", G_CALLBACK (note_read_cb), card, G_CONNECT_SWAPPED);
  look_for_place (self, card);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  ChanceryOrphanTray *self = CHANCERY_ORPHAN_TRAY (user_data);
  ChanceryOrphanCard *card = CHANCERY_ORPHAN_CARD (gtk_list_item_get_child (item));

  g_hash_table_remove (self->cards, card);
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), card);
  chancery_orphan_card_set_note (card, NULL);
}

static void
activate_cb (GtkListView *view,
             guint        position,
             gpointer     user_data)
{
  ChanceryOrphanTray *self = CHANCERY_ORPHAN_TRAY (user_data);
  g_autoptr (ChanceryNote) note = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  run_command (self, note, "attach");
}

static void
focus_position (ChanceryOrphanTray *self,
                guint               position)
{
  chancery_list_filler_scroll_to (self->filler, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
items_changed_cb (ChanceryOrphanTray *self,
                  guint               position,
                  guint               n_removed,
                  guint               n_added)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const guint pending = self->pending_position;
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);

  adw_window_title_set_subtitle (self->title_widget, n > 0 ? subtitle : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  if (n == 0)
    {
      /* Keys reach a dialog only if something in it has the focus. */
      gtk_widget_grab_focus (self->empty_close);
      return;
    }

  if (pending != GTK_INVALID_LIST_POSITION && n_removed > n_added)
    {
      self->pending_position = GTK_INVALID_LIST_POSITION;
      focus_position (self, MIN (pending, n - 1));
    }
  /* What was undone comes back and is gone on with. */
  else if (n_added > n_removed)
    focus_position (self, position);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryOrphanTray) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) notes = chancery_library_list_notes_finish (CHANCERY_LIBRARY (source), result, &error);

  if (notes == NULL)
    {
      g_autofree char *description = g_markup_escape_text (error->message, -1);

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      adw_status_page_set_description (self->trouble, description);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
      gtk_widget_grab_focus (self->trouble_close);
      return;
    }

  gtk_single_selection_set_model (self->selection, notes);
  if (g_list_model_get_n_items (notes) == 0)
    items_changed_cb (self, 0, 0, 0);
}

/* The object */

static void
chancery_orphan_tray_dispose (GObject *object)
{
  ChanceryOrphanTray *self = CHANCERY_ORPHAN_TRAY (object);

  g_cancellable_cancel (self->cancellable);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_single_selection_set_model (self->selection, NULL);
    }
  g_clear_object (&self->filler);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_ORPHAN_TRAY);
  g_clear_object (&self->finder);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (chancery_orphan_tray_parent_class)->dispose (object);
}

static void
chancery_orphan_tray_finalize (GObject *object)
{
  ChanceryOrphanTray *self = CHANCERY_ORPHAN_TRAY (object);

  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->cards);
  g_hash_table_unref (self->places);
  g_free (self->article_uid);

  G_OBJECT_CLASS (chancery_orphan_tray_parent_class)->finalize (object);
}

static void
chancery_orphan_tray_class_init (ChanceryOrphanTrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_orphan_tray_dispose;
  object_class->finalize = chancery_orphan_tray_finalize;

  /**
   * ChanceryOrphanTray::move-by-hand:
   * @note: a note
   *
   * The user wants to select the note's passage. The tray is closing.
   */
  signals[MOVE_BY_HAND] = g_signal_new ("move-by-hand", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/revisions/chancery-orphan-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanTray, toasts);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanTray, title_widget);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanTray, stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanTray, empty_close);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanTray, trouble);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanTray, trouble_close);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanTray, scroller);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanTray, list);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanTray, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  /* The window's own keys don't reach into a dialog. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
chancery_orphan_tray_init (ChanceryOrphanTray *self)
{
  self->cancellable = g_cancellable_new ();
  self->cards = g_hash_table_new (NULL, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_place);
  self->pending_position = GTK_INVALID_LIST_POSITION;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = chancery_list_filler_new (self->list, self->scroller);
  chancery_list_filler_set_model (self->filler, GTK_SELECTION_MODEL (self->selection));
  /* After the list has its rows. */
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self);
  add_shortcuts (self);
}

/**
 * chancery_orphan_tray_new:
 * @context: the services, with an open library
 * @article_uid: (nullable): an article; %NULL for all
 *
 * Returns: (transfer floating): the notes that lost their place in it
 */
AdwDialog *
chancery_orphan_tray_new (ChanceryContext *context,
                          const char      *article_uid)
{
  ChanceryOrphanTray *self;
  ChanceryLibrary *library;
  ChanceryNoteFilter filter = { .article_uid = article_uid, .orphans = CHANCERY_NOTE_ORPHANS_ONLY,
                                .sort = CHANCERY_NOTE_SORT_PLACE };

  g_return_val_if_fail (CHANCERY_IS_CONTEXT (context), NULL);

  library = chancery_context_get_library (context);
  g_return_val_if_fail (library != NULL, NULL);

  self = g_object_new (CHANCERY_TYPE_ORPHAN_TRAY, NULL);
  self->context = g_object_ref (context);
  self->article_uid = g_strdup (article_uid);
  self->finder = chancery_orphan_finder_new (library);
  g_signal_connect_object (library, "articles-changed", G_CALLBACK (articles_changed_cb), self, G_CONNECT_SWAPPED);
  chancery_library_list_notes_async (library, &filter, self->cancellable, listed_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
