/* chancery-window-links.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-window-private.h"

#include <glib/gi18n.h>

#include "chancery-note-edit.h"
#include "links/chancery-link-dialog.h"

/* Links between notes, and to articles. */

/* Linking */

typedef struct
{
  ChanceryWindow *window; /* (owned) */
  ChanceryNoteEdit *edit; /* (owned) */
  ChanceryNote *passage; /* (owned) (nullable): a highlight to add with the link */
} Linking;

static void
linking_free (Linking *linking)
{
  g_object_unref (linking->window);
  chancery_note_edit_free (linking->edit);
  g_clear_object (&linking->passage);
  g_free (linking);
}

static void
say_not_linked (ChanceryWindow *self,
                const GError   *error)
{
  chancery_window_say_error (self, _("The note can’t be linked"), error);
}

static void
linked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Linking *linking = user_data;
  ChanceryWindow *self = linking->window;
  g_autoptr (GError) error = NULL;

  if (!chancery_history_finish (CHANCERY_HISTORY (source), result, &error))
    say_not_linked (self, error);
  else if (self->context != NULL)
    chancery_window_say (self, linking->edit->kind == CHANCERY_NOTE_EDIT_ADD_LINK ? _("Linked") : _("Link removed"));
  linking_free (linking);
}

static void
write_links (Linking   *linking,
             GPtrArray *changes)
{
  ChanceryWindow *self = linking->window;
  ChanceryHistory *history = self->context != NULL ? chancery_context_get_history (self->context) : NULL;

  if (linking->passage != NULL)
    g_ptr_array_insert (changes, 0, chancery_note_change_new (NULL, linking->passage));
  if (changes->len == 0 || history == NULL)
    {
      if (history != NULL)
        chancery_window_say (self, _("They are linked already"));
      linking_free (linking);
      return;
    }

  chancery_history_write_async (history, g_ptr_array_ref (changes), NULL, linked_cb, linking);
}

/* As it is now, wherever else it was changed meanwhile. */
static void
to_link_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Linking *linking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryNote) note = chancery_library_load_note_finish (CHANCERY_LIBRARY (source), result, &error);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = NULL;

  if (note == NULL)
    {
      if (linking->window->context != NULL)
        say_not_linked (linking->window, error);
      linking_free (linking);
      return;
    }

  g_ptr_array_add (notes, note);
  changes = chancery_note_edit_dup_changes (linking->edit, notes);
  write_links (linking, changes);
}

static void
link_note (ChanceryWindow         *self,
           const char             *uid,
           const ChanceryNoteLink *link,
           ChanceryNote           *passage)
{
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  Linking *linking;

  if (library == NULL)
    return;

  linking = g_new0 (Linking, 1);
  linking->window = g_object_ref (self);
  linking->edit = chancery_note_edit_copy (&(ChanceryNoteEdit) {
    .kind = CHANCERY_NOTE_EDIT_ADD_LINK,
    .link = (ChanceryNoteLink *) link,
  });
  g_set_object (&linking->passage, passage);
  chancery_library_load_note_async (library, uid, NULL, to_link_loaded_cb, linking);
}

/* The passage itself gets the link. */
static void
add_linked (ChanceryWindow         *self,
            ChanceryNote           *passage,
            const ChanceryNoteLink *link)
{
  g_autoptr (GPtrArray) links = chancery_note_links_new ();
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);
  Linking *linking = g_new0 (Linking, 1);

  g_ptr_array_add (links, chancery_note_link_copy (link));
  linking->window = g_object_ref (self);
  linking->edit = chancery_note_edit_copy (&(ChanceryNoteEdit) { .kind = CHANCERY_NOTE_EDIT_ADD_LINK });
  linking->passage = chancery_note_copy (passage);
  chancery_note_set_links (linking->passage, links);
  write_links (linking, changes);
}

static void
chosen_cb (ChanceryLinkDialog       *dialog,
           const ChanceryLinkChoice *choice,
           gpointer                  user_data)
{
  ChanceryWindow *self = CHANCERY_WINDOW (user_data);
  ChanceryNote *note = g_object_get_data (G_OBJECT (dialog), "note");
  const gboolean is_new = g_object_get_data (G_OBJECT (dialog), "is-new") != NULL;
  g_autoptr (ChanceryNoteLink) link = NULL;

  if (self->context == NULL)
    return;

  link = choice->is_backwards
    ? chancery_note_link_new (choice->relation, chancery_note_get_uid (note), chancery_note_get_article_uid (note))
    : chancery_note_link_new (choice->relation, choice->note_uid, choice->article_uid);
  if (choice->is_backwards)
    link_note (self, choice->note_uid, link, is_new ? note : NULL);
  else if (is_new)
    add_linked (self, note, link);
  else
    link_note (self, chancery_note_get_uid (note), link, NULL);
}

static void
present_dialog (ChanceryWindow *self,
                ChanceryNote   *note,
                gboolean        is_new)
{
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  AdwDialog *dialog = chancery_link_dialog_new (library, chancery_context_get_catalogue (self->context), note, is_new,
                                                chancery_open_article_get_uid (self->open_article));

  g_object_set_data_full (G_OBJECT (dialog), "note", g_object_ref (note), g_object_unref);
  g_object_set_data (G_OBJECT (dialog), "is-new", GINT_TO_POINTER (is_new));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
to_choose_for_loaded_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryNote) note = chancery_library_load_note_finish (CHANCERY_LIBRARY (source), result, &error);

  if (self->context == NULL || chancery_context_get_library (self->context) == NULL)
    return;

  if (note == NULL)
    say_not_linked (self, error);
  else
    present_dialog (self, note, FALSE);
}

static void
link_note_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryLibrary *library = chancery_context_get_library (self->context);

  if (library != NULL && chancery_context_get_history (self->context) != NULL)
    chancery_library_load_note_async (library, g_variant_get_string (parameter, NULL), self->cancellable,
                                      to_choose_for_loaded_cb, g_object_ref (self));
}

/* The note on just that passage, if there is one. */
static ChanceryNote *
find_note_on (ChanceryWindow         *self,
              const ChancerySelector *selector)
{
  GListModel *notes = chancery_open_article_get_notes (self->open_article);

  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (ChanceryNote) note = g_list_model_get_item (notes, i);
      const ChancerySelector *other = chancery_note_get_selector (note);

      if (other != NULL && other->has_position && !chancery_note_get_orphan (note) &&
          other->start_chars == selector->start_chars && other->end_chars == selector->end_chars)
        return g_steal_pointer (&note);
    }

  return NULL;
}

static void
link_passage_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryArticle *article = chancery_open_article_get_article (self->open_article);
  g_autoptr (ChancerySelector) selector = NULL;
  g_autoptr (ChanceryNote) note = NULL;

  if (article == NULL || chancery_context_get_history (self->context) == NULL)
    return;

  selector = chancery_reader_dup_selection (self->reader);
  if (selector != NULL)
    note = find_note_on (self, selector);
  else
    g_set_object (&note, chancery_reader_get_active_note (self->reader));

  if (note != NULL)
    {
      gtk_widget_activate_action (widget, "win.link-note", "s", chancery_note_get_uid (note));
    }
  else if (selector != NULL)
    {
      note = chancery_window_make_highlight (self, article, selector, chancery_reader_get_last_colour (self->reader));
      present_dialog (self, note, TRUE);
    }
  else
    {
      chancery_window_say (self, _("Select the passage to link first"));
    }
}

/* Removing */

static gboolean
is_link (const ChanceryNoteLink *link,
         ChanceryLinkRelation    relation,
         const char             *note_uid,
         const char             *article_uid)
{
  if (link->relation != relation)
    return FALSE;

  /* Where a note is, is found out by whoever shows the link. */
  return *note_uid != '\0' ? g_strcmp0 (link->note_uid, note_uid) == 0
                           : link->note_uid == NULL && g_strcmp0 (link->article_uid, article_uid) == 0;
}

typedef struct
{
  ChanceryWindow *window; /* (owned) */
  ChanceryLinkRelation relation;
  char *note_uid;
  char *article_uid;
} Unlinking;

static void
to_unlink_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autofree Unlinking *unlinking = user_data;
  g_autoptr (ChanceryWindow) self = unlinking->window;
  g_autofree char *note_uid = unlinking->note_uid, *article_uid = unlinking->article_uid;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryNote) note = chancery_library_load_note_finish (CHANCERY_LIBRARY (source), result, &error);
  GPtrArray *links;

  if (self->context == NULL)
    return;
  if (note == NULL)
    {
      chancery_window_say_error (self, _("The link can’t be removed"), error);
      return;
    }

  links = chancery_note_get_links (note);
  for (guint i = 0; links != NULL && i < links->len; i++)
    if (is_link (links->pdata[i], unlinking->relation, note_uid, article_uid))
      {
        g_autoptr (GPtrArray) notes = g_ptr_array_new (), changes = NULL;
        Linking *linking = g_new0 (Linking, 1);

        g_ptr_array_add (notes, note);
        linking->window = g_object_ref (self);
        linking->edit = chancery_note_edit_copy (&(ChanceryNoteEdit) {
          .kind = CHANCERY_NOTE_EDIT_REMOVE_LINK,
          .link = links->pdata[i],
        });
        changes = chancery_note_edit_dup_changes (linking->edit, notes);
        write_links (linking, changes);
        return;
      }
}

static void
remove_link_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  const char *owner, *nick, *note_uid, *article_uid;
  Unlinking *unlinking;
  int relation;

  g_variant_get (parameter, "(&s&s&s&s)", &owner, &nick, &note_uid, &article_uid);
  if (library == NULL || chancery_context_get_history (self->context) == NULL ||
      !chancery_enum_from_nick (CHANCERY_TYPE_LINK_RELATION, nick, &relation))
    return;

  unlinking = g_new0 (Unlinking, 1);
  unlinking->window = g_object_ref (self);
  unlinking->relation = (ChanceryLinkRelation) relation;
  unlinking->note_uid = g_strdup (note_uid);
  unlinking->article_uid = g_strdup (article_uid);
  chancery_library_load_note_async (library, owner, NULL, to_unlink_loaded_cb, unlinking);
}

/* Opening */

static void
open_article (ChanceryWindow *self,
              const char     *uid)
{
  chancery_window_open (self, uid);
  /* The panel lies over the text where there is no room beside it. */
  if (adw_overlay_split_view_get_collapsed (self->notes_split))
    chancery_window_set_notes_shown (self, FALSE);
  chancery_reader_focus_text (self->reader);
}

static void
to_open_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ChanceryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryNote) note = chancery_library_load_note_finish (CHANCERY_LIBRARY (source), result, &error);

  if (self->context == NULL)
    return;

  if (note != NULL)
    chancery_window_show_note (self, note);
  else
    chancery_window_say_error (self, _("The link can’t be opened"), error);
}

static void
open_link_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ChanceryWindow *self = CHANCERY_WINDOW (widget);
  ChanceryLibrary *library = chancery_context_get_library (self->context);
  const char *note_uid, *article_uid;

  g_variant_get (parameter, "(&s&s)", &note_uid, &article_uid);
  if (library == NULL)
    return;

  if (*note_uid != '\0')
    chancery_library_load_note_async (library, note_uid, self->cancellable, to_open_loaded_cb, g_object_ref (self));
  else if (*article_uid != '\0')
    open_article (self, article_uid);
  else
    chancery_window_say (self, _("What this leads to is no longer in the library"));
}

/**
 * chancery_window_update_links:
 * @self: the window
 *
 * Shows which notes are linked with the open article, below its notes.
 */
void
chancery_window_update_links (ChanceryWindow *self)
{
  const gboolean is_wanted = chancery_notes_panel_get_scope (self->notes_panel) == CHANCERY_NOTES_SCOPE_ARTICLE;

  chancery_article_links_set_library (self->article_links, chancery_context_get_library (self->context));
  chancery_article_links_set_article (self->article_links,
                                      is_wanted ? chancery_open_article_get_uid (self->open_article) : NULL);
}

void
chancery_window_install_link_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.link-note", "s", link_note_action);
  gtk_widget_class_install_action (widget_class, "win.link-passage", NULL, link_passage_action);
  gtk_widget_class_install_action (widget_class, "win.open-link", "(ss)", open_link_action);
  gtk_widget_class_install_action (widget_class, "win.remove-link", "(ssss)", remove_link_action);
}
