/* chancery-note-editing.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-editing.h"

#include "chancery-chip.h"
#include "chancery-note-editor.h"
#include "chancery-note-session.h"

struct _ChanceryNoteEditing
{
  GObject parent_instance;

  ChanceryHistory *history; /* (owned) (nullable) */
  ChanceryLibrary *library; /* (owned) (nullable) */
  GCancellable *article_cancellable; /* (owned) (nullable): of the article that the edited note is on */
  GListModel *tags; /* (owned) (element-type ChanceryChip): to suggest */
  GtkStringList *seen_tags; /* (owned): those of the notes that were shown */
  GHashTable *seen; /* the same, to look up */
  GListModel *states; /* (owned) (nullable) (element-type ChanceryChip) */
  GHashTable *cards; /* (element-type ChanceryNoteCard): those that show a note */
  GHashTable *unsaved; /* uid → ChanceryNoteSession: what could not be saved */

  ChanceryNoteEditor *editor; /* (owned) (nullable): made when it is needed */
  ChanceryNoteSession *session; /* (owned) (nullable): the editing that goes on */
  guint check_source;
  gboolean wants_focus;
};

enum
{
  SIGNAL_FOCUS_CARD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryNoteEditing, chancery_note_editing, G_TYPE_OBJECT)

static const char *
get_uid (ChanceryNoteSession *session)
{
  return chancery_note_get_uid (chancery_note_session_get_note (session));
}

static gboolean
is_edited (ChanceryNoteEditing *self,
           const char          *uid)
{
  return self->session != NULL && g_str_equal (get_uid (self->session), uid);
}

static ChanceryNoteCard *
find_card (ChanceryNoteEditing *self,
           const char          *uid)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    if (g_str_equal (chancery_note_get_uid (chancery_note_card_get_note (card)), uid))
      return card;

  return NULL;
}

static void
see_tags (ChanceryNoteEditing *self,
          ChanceryNote        *note)
{
  const char * const *tags = chancery_note_get_tags (note);

  for (gsize i = 0; tags[i] != NULL; i++)
    if (!g_hash_table_contains (self->seen, tags[i]))
      {
        g_hash_table_add (self->seen, g_strdup (tags[i]));
        gtk_string_list_append (self->seen_tags, tags[i]);
      }
}

static void
update_card (ChanceryNoteEditing *self,
             const char          *uid)
{
  ChanceryNoteCard *card = find_card (self, uid);

  if (card != NULL)
    chancery_note_card_set_unsaved (card, !is_edited (self, uid) && g_hash_table_contains (self->unsaved, uid));
}

static void
end_session (ChanceryNoteEditing *self,
             gboolean             keep,
             gboolean             focus_card)
{
  g_autoptr (ChanceryNoteSession) session = g_steal_pointer (&self->session);
  g_autofree char *uid = NULL;
  ChanceryNoteCard *card;

  if (session == NULL)
    return;

  uid = g_strdup (get_uid (session));
  see_tags (self, chancery_note_session_get_draft (session));
  if (keep)
    chancery_note_session_commit (session);
  else
    chancery_note_session_cancel (session);
  if (!chancery_note_session_get_unsaved (session))
    g_hash_table_remove (self->unsaved, uid);

  card = find_card (self, uid);
  if (card != NULL)
    {
      /* Before the editor goes, so that the focus is never nowhere. */
      if (focus_card)
        g_signal_emit (self, signals[SIGNAL_FOCUS_CARD], 0, card);
      chancery_note_card_set_editor (card, NULL);
      update_card (self, uid);
    }
}

/* Ends the editing once the focus has gone elsewhere for good: not to another
 * window, and not because the list was filled anew under it. */
static gboolean
check_cb (gpointer user_data)
{
  ChanceryNoteEditing *self = CHANCERY_NOTE_EDITING (user_data);
  gboolean wants_focus = self->wants_focus;

  self->check_source = 0;
  self->wants_focus = FALSE;
  if (self->session == NULL)
    return G_SOURCE_REMOVE;

  if (gtk_widget_get_parent (GTK_WIDGET (self->editor)) == NULL)
    end_session (self, TRUE, FALSE);
  else if (wants_focus)
    chancery_note_editor_focus_body (self->editor);
  else if (chancery_note_editing_has_focus (self))
    chancery_note_session_save (self->session);
  else
    end_session (self, TRUE, FALSE);

  return G_SOURCE_REMOVE;
}

static void
queue_check (ChanceryNoteEditing *self)
{
  if (self->check_source == 0)
    self->check_source = g_idle_add_full (G_PRIORITY_DEFAULT, check_cb, self, NULL);
}

static void
editor_left_cb (GtkEventControllerFocus *controller,
                gpointer                 user_data)
{
  queue_check (CHANCERY_NOTE_EDITING (user_data));
}

static void
editor_changed_cb (ChanceryNoteEditor *editor,
                   gpointer            user_data)
{
  ChanceryNoteEditing *self = CHANCERY_NOTE_EDITING (user_data);
  g_autoptr (ChanceryNote) draft = NULL;

  if (self->session == NULL)
    return;

  draft = chancery_note_editor_dup_draft (editor);
  chancery_note_session_set_draft (self->session, draft);
}

static void
editor_done_cb (ChanceryNoteEditor *editor,
                gpointer            user_data)
{
  end_session (CHANCERY_NOTE_EDITING (user_data), TRUE, TRUE);
}

static void
editor_cancelled_cb (ChanceryNoteEditor *editor,
                     gpointer            user_data)
{
  end_session (CHANCERY_NOTE_EDITING (user_data), FALSE, TRUE);
}

static void
ensure_editor (ChanceryNoteEditing *self)
{
  GtkEventController *focus;

  if (self->editor != NULL)
    return;

  self->editor = g_object_ref_sink (CHANCERY_NOTE_EDITOR (chancery_note_editor_new ()));
  chancery_note_editor_set_known_tags (self->editor, self->tags);
  chancery_note_editor_set_known_states (self->editor, self->states);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (editor_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->editor, "done", G_CALLBACK (editor_done_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->editor, "cancelled", G_CALLBACK (editor_cancelled_cb), self, G_CONNECT_DEFAULT);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (editor_left_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), focus);
}

static void
session_refreshed_cb (ChanceryNoteSession *session,
                      gpointer             user_data)
{
  ChanceryNoteEditing *self = CHANCERY_NOTE_EDITING (user_data);

  if (session == self->session)
    chancery_note_editor_load (self->editor, chancery_note_session_get_draft (session));
}

static void
session_saved_cb (ChanceryNoteSession *session,
                  gpointer             user_data)
{
  ChanceryNoteEditing *self = CHANCERY_NOTE_EDITING (user_data);
  g_autofree char *uid = g_strdup (get_uid (session));

  g_hash_table_remove (self->unsaved, uid);
  update_card (self, uid);
  if (session == self->session)
    chancery_note_editor_set_error (self->editor, NULL);
}

static void
session_failed_cb (ChanceryNoteSession *session,
                   const GError        *error,
                   gpointer             user_data)
{
  ChanceryNoteEditing *self = CHANCERY_NOTE_EDITING (user_data);

  g_hash_table_replace (self->unsaved, g_strdup (get_uid (session)), g_object_ref (session));
  update_card (self, get_uid (session));
  if (session == self->session)
    chancery_note_editor_set_error (self->editor, error->message);
}

static void
article_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ChanceryNoteEditing) self = user_data;
  g_autoptr (ChanceryArticle) article =
    chancery_library_load_article_finish (CHANCERY_LIBRARY (object), result, NULL);

  if (article != NULL && self->session != NULL &&
      g_strcmp0 (chancery_note_get_article_uid (chancery_note_session_get_note (self->session)),
                 chancery_article_get_uid (article)) == 0)
    chancery_note_editor_set_article (self->editor, chancery_article_get_published (article),
                                      chancery_article_get_lang (article));
}

/* The date of its article says which day "November 23" in a passage is. */
static void
load_article (ChanceryNoteEditing *self,
              ChanceryNote        *note)
{
  const char *article_uid = chancery_note_get_article_uid (note);

  g_cancellable_cancel (self->article_cancellable);
  g_clear_object (&self->article_cancellable);
  if (article_uid == NULL || self->library == NULL)
    return;

  self->article_cancellable = g_cancellable_new ();
  chancery_library_load_article_async (self->library, article_uid, self->article_cancellable, article_loaded_cb,
                                       g_object_ref (self));
}

static void
chancery_note_editing_dispose (GObject *object)
{
  ChanceryNoteEditing *self = CHANCERY_NOTE_EDITING (object);

  end_session (self, TRUE, FALSE);
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->editor);
  g_cancellable_cancel (self->article_cancellable);
  g_clear_object (&self->article_cancellable);
  g_clear_object (&self->history);
  g_clear_object (&self->library);
  g_clear_object (&self->tags);
  g_clear_object (&self->seen_tags);
  g_clear_object (&self->states);
  g_hash_table_remove_all (self->unsaved);

  G_OBJECT_CLASS (chancery_note_editing_parent_class)->dispose (object);
}

static void
chancery_note_editing_finalize (GObject *object)
{
  ChanceryNoteEditing *self = CHANCERY_NOTE_EDITING (object);

  g_hash_table_unref (self->cards);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->unsaved);

  G_OBJECT_CLASS (chancery_note_editing_parent_class)->finalize (object);
}

static void
chancery_note_editing_class_init (ChanceryNoteEditingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = chancery_note_editing_dispose;
  object_class->finalize = chancery_note_editing_finalize;

  /**
   * ChanceryNoteEditing::focus-card:
   * @card: the card that was edited
   *
   * The editor is about to go, and the card should have the focus.
   */
  signals[SIGNAL_FOCUS_CARD] = g_signal_new ("focus-card", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE_CARD);
}

static void
chancery_note_editing_init (ChanceryNoteEditing *self)
{
  self->cards = g_hash_table_new (NULL, NULL);
  self->unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen_tags = gtk_string_list_new (NULL);
  chancery_note_editing_set_known_tags (self, NULL);
}

ChanceryNoteEditing *
chancery_note_editing_new (void)
{
  return g_object_new (CHANCERY_TYPE_NOTE_EDITING, NULL);
}

/**
 * chancery_note_editing_set_history:
 * @self: an editing
 * @history: (nullable): what saves; %NULL to edit nothing
 */
void
chancery_note_editing_set_history (ChanceryNoteEditing *self,
                                   ChanceryHistory     *history)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITING (self));

  if (self->history == history)
    return;

  end_session (self, TRUE, FALSE);
  g_set_object (&self->history, history);
}

/**
 * chancery_note_editing_set_library:
 * @self: an editing
 * @library: (nullable): where the articles that notes are on are
 */
void
chancery_note_editing_set_library (ChanceryNoteEditing *self,
                                   ChanceryLibrary     *library)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITING (self));

  g_set_object (&self->library, library);
}

/**
 * chancery_note_editing_set_known_tags:
 * @self: an editing
 * @tags: (nullable) (element-type GtkStringObject): tags to suggest; %NULL for
 *   those of the notes that were shown
 */
void
chancery_note_editing_set_known_tags (ChanceryNoteEditing *self,
                                      GListModel          *tags)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITING (self));

  if (tags == NULL)
    tags = G_LIST_MODEL (self->seen_tags);
  g_clear_object (&self->tags);
  self->tags = chancery_chip_list_new_for_tags (tags);
  if (self->editor != NULL)
    chancery_note_editor_set_known_tags (self->editor, self->tags);
}

static gpointer
state_to_chip (gpointer item,
               gpointer user_data)
{
  g_autoptr (ChanceryState) state = item;
  g_autofree char *name = chancery_state_dup_display_name (state);
  g_autofree char *official = chancery_state_dup_display_official_name (state);
  g_autofree char *also = g_strjoin ("\n", chancery_state_get_iso (state), chancery_state_get_name (state), official, NULL);

  return chancery_chip_new (chancery_state_get_iso (state), name, also);
}

/**
 * chancery_note_editing_set_catalogue:
 * @self: an editing
 * @catalogue: (nullable): the states that a note can be about
 */
void
chancery_note_editing_set_catalogue (ChanceryNoteEditing *self,
                                     ChanceryCatalogue   *catalogue)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITING (self));

  g_clear_object (&self->states);
  if (catalogue != NULL)
    self->states = G_LIST_MODEL (gtk_map_list_model_new (g_object_ref (chancery_catalogue_get_states (catalogue)),
                                                         state_to_chip, NULL, NULL));
  if (self->editor != NULL)
    chancery_note_editor_set_known_states (self->editor, self->states);
}

/**
 * chancery_note_editing_attach:
 * @self: an editing
 * @card: a card that now shows a note
 *
 * Puts the editor into the card if its note is the one that is edited.
 */
void
chancery_note_editing_attach (ChanceryNoteEditing *self,
                              ChanceryNoteCard    *card)
{
  const char *uid;

  g_return_if_fail (CHANCERY_IS_NOTE_EDITING (self));
  g_return_if_fail (CHANCERY_IS_NOTE_CARD (card));

  uid = chancery_note_get_uid (chancery_note_card_get_note (card));
  g_hash_table_add (self->cards, card);
  see_tags (self, chancery_note_card_get_note (card));
  chancery_note_card_set_unsaved (card, !is_edited (self, uid) && g_hash_table_contains (self->unsaved, uid));
  if (is_edited (self, uid) && gtk_widget_get_parent (GTK_WIDGET (self->editor)) == NULL)
    chancery_note_card_set_editor (card, GTK_WIDGET (self->editor));
}

/**
 * chancery_note_editing_detach:
 * @self: an editing
 * @card: a card that is about to show nothing, or another note
 *
 * Takes the editor out of the card. It waits for another card of its note; if
 * none is attached soon, the editing ends and is saved.
 */
void
chancery_note_editing_detach (ChanceryNoteEditing *self,
                              ChanceryNoteCard    *card)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITING (self));
  g_return_if_fail (CHANCERY_IS_NOTE_CARD (card));

  if (chancery_note_card_get_editor (card) != NULL)
    {
      if (chancery_note_editing_has_focus (self))
        self->wants_focus = TRUE;
      chancery_note_card_set_editor (card, NULL);
      queue_check (self);
    }
  g_hash_table_remove (self->cards, card);
}

/**
 * chancery_note_editing_start:
 * @self: an editing
 * @note: the note to edit, as the list has it
 *
 * Edits a note, once a card shows it. What could not be saved the last time is
 * where it goes on.
 */
void
chancery_note_editing_start (ChanceryNoteEditing *self,
                             ChanceryNote        *note)
{
  const char *uid;
  ChanceryNoteSession *unsaved;
  const GError *error;
  ChanceryNoteCard *card;

  g_return_if_fail (CHANCERY_IS_NOTE_EDITING (self));
  g_return_if_fail (CHANCERY_IS_NOTE (note));

  uid = chancery_note_get_uid (note);
  if (self->history == NULL)
    return;
  if (is_edited (self, uid))
    {
      chancery_note_editor_focus_body (self->editor);
      return;
    }

  end_session (self, TRUE, FALSE);
  ensure_editor (self);

  unsaved = g_hash_table_lookup (self->unsaved, uid);
  if (unsaved != NULL)
    {
      self->session = g_object_ref (unsaved);
    }
  else
    {
      self->session = chancery_note_session_new (self->history, note);
      g_signal_connect_object (self->session, "refreshed", G_CALLBACK (session_refreshed_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (self->session, "saved", G_CALLBACK (session_saved_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (self->session, "failed", G_CALLBACK (session_failed_cb), self, G_CONNECT_DEFAULT);
    }
  error = chancery_note_session_get_error (self->session);
  chancery_note_editor_load (self->editor, chancery_note_session_get_draft (self->session));
  chancery_note_editor_set_error (self->editor, error != NULL ? error->message : NULL);
  load_article (self, note);

  card = find_card (self, uid);
  if (card != NULL)
    {
      update_card (self, uid);
      chancery_note_card_set_editor (card, GTK_WIDGET (self->editor));
    }

  /* Once the card has its place. */
  self->wants_focus = TRUE;
  queue_check (self);
}

/**
 * chancery_note_editing_end:
 * @self: an editing
 *
 * Ends the editing that goes on, if one does, and saves it.
 */
void
chancery_note_editing_end (ChanceryNoteEditing *self)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITING (self));

  end_session (self, TRUE, FALSE);
}

/**
 * chancery_note_editing_get_note:
 * @self: an editing
 *
 * Returns: (transfer none) (nullable): the note that is being edited
 */
ChanceryNote *
chancery_note_editing_get_note (ChanceryNoteEditing *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_EDITING (self), NULL);

  return self->session != NULL ? chancery_note_session_get_note (self->session) : NULL;
}

/**
 * chancery_note_editing_has_focus:
 * @self: an editing
 *
 * Returns: whether the focus is in the editor
 */
gboolean
chancery_note_editing_has_focus (ChanceryNoteEditing *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (CHANCERY_IS_NOTE_EDITING (self), FALSE);

  root = self->editor != NULL ? gtk_widget_get_root (GTK_WIDGET (self->editor)) : NULL;
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->editor));
}
