/* chancery-link-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-link-dialog.h"

#include <glib/gi18n.h>

#include "chancery-library-links.h"
#include "library/chancery-article-row.h"
#include "notes/chancery-note-card-rows.h"
#include "notes/chancery-note-card.h"
#include "notes/chancery-note-text.h"

/* Of articles that have the words, the best; more words find others. Without words, all are listed page by page. */
#define MAX_ARTICLES 100

#define MAX_SOURCE_CHARS 200

struct _ChanceryLinkDialog
{
  AdwDialog parent_instance;

  ChanceryLibrary *library; /* (owned) */
  ChanceryCatalogue *catalogue; /* (owned) (nullable) */
  ChanceryNote *note; /* (owned) */
  gboolean is_new; /* whether the note is only made if it is linked */
  char *open_article_uid; /* (nullable) */
  GCancellable *cancellable; /* (owned): of the lists that are waited for */
  guint n_waiting;
  GListModel *arrived[2]; /* (owned) (nullable): what is to be listed once both are there: the likeliest notes, and the others */
  guint top_source;
  gboolean focus_list; /* as soon as it is there */
  ChanceryLinkChoice *choice; /* (owned) (nullable): what to tell once it has closed */

  GtkLabel *source_label;
  AdwComboRow *relation_row;
  GtkStringList *relations;
  GtkEditable *search_entry;
  AdwToggleGroup *kinds;
  AdwToggle *articles_toggle;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListView *note_view;
  GtkSingleSelection *note_selection;
  GtkFlattenListModel *notes;
  GListStore *note_lists; /* those that are likeliest, and the others */
  GtkListView *article_view;
  GtkSingleSelection *article_selection;
  AdwStatusPage *empty;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryLinkDialog, chancery_link_dialog, ADW_TYPE_DIALOG)

static const struct
{
  ChanceryLinkRelation relation;
  gboolean is_backwards;
  const char *name;
} relations[] = {
  /* Translators: “This Note” or “This Passage” stands before it, what is linked to follows */
  { CHANCERY_LINK_RELATION_RELATED, FALSE, NC_("choosing a link", "Is related to") },
  { CHANCERY_LINK_RELATION_BEARS_OUT, FALSE, NC_("choosing a link", "Is borne out by") },
  { CHANCERY_LINK_RELATION_REFUTES, FALSE, NC_("choosing a link", "Is refuted by") },
  { CHANCERY_LINK_RELATION_BEARS_OUT, TRUE, NC_("choosing a link", "Bears out") },
  { CHANCERY_LINK_RELATION_REFUTES, TRUE, NC_("choosing a link", "Refutes") },
};

static gboolean
wants_articles (ChanceryLinkDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->kinds), "articles") == 0;
}

static GListModel *
get_model (ChanceryLinkDialog *self)
{
  return wants_articles (self) ? G_LIST_MODEL (self->article_selection) : G_LIST_MODEL (self->note_selection);
}

static void
focus_first (ChanceryLinkDialog *self)
{
  GtkListView *view = wants_articles (self) ? self->article_view : self->note_view;

  self->focus_list = FALSE;
  if (g_list_model_get_n_items (get_model (self)) == 0)
    return;

  gtk_list_view_scroll_to (view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  /* From elsewhere, the focus does not follow by itself. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (view)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (view));
}

/* Shows the list, or that there is nothing in it. */
static void
update (ChanceryLinkDialog *self)
{
  const gboolean has_words = *gtk_editable_get_text (self->search_entry) != '\0';

  if (self->stack == NULL || self->n_waiting > 0)
    return;

  if (g_list_model_get_n_items (get_model (self)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, wants_articles (self) ? "articles" : "notes");
      return;
    }

  adw_status_page_set_title (self->empty, has_words ? _("No Matches") : wants_articles (self) ? _("No Articles Yet")
                                                                                              : _("No Notes Yet"));
  adw_status_page_set_description (self->empty, has_words ? _("Nothing in the library has these words.") : NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
drop_arrived (ChanceryLinkDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->arrived); i++)
    g_clear_object (&self->arrived[i]);
}

/* Both at once, so that what is looked at doesn't move. */
static void
list_arrived (ChanceryLinkDialog *self)
{
  if (self->arrived[1] == NULL)
    return;

  if (self->arrived[0] == NULL)
    self->arrived[0] = G_LIST_MODEL (g_list_store_new (CHANCERY_TYPE_NOTE));
  g_list_store_splice (self->note_lists, 0, 2, (gpointer *) self->arrived, 2);
  drop_arrived (self);
}

static gboolean
show_top_cb (gpointer user_data)
{
  ChanceryLinkDialog *self = CHANCERY_LINK_DIALOG (user_data);

  self->top_source = 0;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->note_view)), 0);

  return G_SOURCE_REMOVE;
}

static void
ready (ChanceryLinkDialog *self)
{
  if (--self->n_waiting > 0)
    return;

  list_arrived (self);
  update (self);
  if (self->focus_list)
    focus_first (self);
  /* A list shows its first row, and not the heading above it; once it has its size, that can be shown. */
  else if (self->top_source == 0)
    self->top_source = g_idle_add_full (G_PRIORITY_LOW, show_top_cb, self, NULL);
}

/* What is listed */

static void
fail (ChanceryLinkDialog *self,
      const GError       *error)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, error->message);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
take_notes (ChanceryLinkDialog *self,
            GObject            *source,
            GAsyncResult       *result,
            guint               position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = chancery_library_list_notes_finish (CHANCERY_LIBRARY (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (list == NULL)
    fail (self, error);
  g_set_object (&self->arrived[position], list);
  ready (self);
}

static void
likely_listed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ChanceryLinkDialog) self = user_data;

  take_notes (self, object, result, 0);
}

static void
others_listed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ChanceryLinkDialog) self = user_data;

  take_notes (self, object, result, 1);
}

static void
articles_found_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ChanceryLinkDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = chancery_library_search_articles_finish (CHANCERY_LIBRARY (object), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (items == NULL)
    {
      fail (self, error);
    }
  else
    {
      g_autoptr (GListStore) store = g_list_store_new (CHANCERY_TYPE_ARTICLE_ITEM);

      g_list_store_splice (store, 0, 0, items->pdata, items->len);
      gtk_single_selection_set_model (self->article_selection, G_LIST_MODEL (store));
    }
  ready (self);
}

static void
articles_listed_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (ChanceryLinkDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = chancery_library_list_articles_finish (CHANCERY_LIBRARY (object), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (list == NULL)
    fail (self, error);
  else
    gtk_single_selection_set_model (self->article_selection, list);
  ready (self);
}

/* For a new passage the forecasts and commitments that it may bear out come first, for a note those of the article that is
 * open; below them those that aren't among these. */
static void
load_notes (ChanceryLinkDialog *self,
            const char         *words)
{
  ChanceryNoteFilter likely = { .words = words, .sort = CHANCERY_NOTE_SORT_NEWEST };
  ChanceryNoteFilter others = likely;

  if (self->is_new)
    {
      likely.kinds = 1u << CHANCERY_NOTE_KIND_FORECAST | 1u << CHANCERY_NOTE_KIND_COMMITMENT;
      others.kinds = 1u << CHANCERY_NOTE_KIND_NOTE | 1u << CHANCERY_NOTE_KIND_CLAIM | 1u << CHANCERY_NOTE_KIND_QUESTION;
    }
  else
    {
      likely.article_uid = others.article_uid = self->open_article_uid;
      others.elsewhere = TRUE;
    }

  self->n_waiting = 1;
  if (self->is_new || self->open_article_uid != NULL)
    {
      self->n_waiting = 2;
      chancery_library_list_notes_async (self->library, &likely, self->cancellable, likely_listed_cb, g_object_ref (self));
    }
  chancery_library_list_notes_async (self->library, &others, self->cancellable, others_listed_cb, g_object_ref (self));
}

static void
load (ChanceryLinkDialog *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  drop_arrived (self);
  self->n_waiting = 1;
  if (!wants_articles (self))
    load_notes (self, *text != '\0' ? text : NULL);
  else if (*text != '\0')
    chancery_library_search_articles_async (self->library, text, MAX_ARTICLES, self->cancellable, articles_found_cb,
                                            g_object_ref (self));
  else
    chancery_library_list_articles_async (self->library, self->cancellable, articles_listed_cb, g_object_ref (self));
}

static void
search_changed_cb (ChanceryLinkDialog *self)
{
  load (self);
}

static void
kind_changed_cb (ChanceryLinkDialog *self)
{
  /* Not while the template is being built. */
  if (self->library != NULL)
    load (self);
}

/* An article has no links of its own. */
static void
relation_changed_cb (ChanceryLinkDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->relation_row);
  const gboolean is_backwards = selected < G_N_ELEMENTS (relations) && relations[selected].is_backwards;

  if (self->library == NULL)
    return;

  if (is_backwards)
    adw_toggle_group_set_active_name (self->kinds, "notes");
  adw_toggle_set_enabled (self->articles_toggle, !is_backwards);
}

static void
focus_list_cb (ChanceryLinkDialog *self)
{
  self->focus_list = TRUE;
  /* The entry waits a moment before it tells what was typed. */
  load (self);
}

static void
stop_search_cb (ChanceryLinkDialog *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
down_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  focus_list_cb (CHANCERY_LINK_DIALOG (user_data));

  return GDK_EVENT_STOP;
}

/* Choosing */

static void
choose (ChanceryLinkDialog *self,
        const char         *note_uid,
        const char         *article_uid)
{
  const guint selected = adw_combo_row_get_selected (self->relation_row);

  g_return_if_fail (selected < G_N_ELEMENTS (relations));

  if (g_strcmp0 (note_uid, chancery_note_get_uid (self->note)) == 0)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("A note can’t be linked with itself")));
      return;
    }

  g_clear_pointer (&self->choice, chancery_link_choice_free);
  self->choice = chancery_link_choice_copy (&(ChanceryLinkChoice) {
    .relation = relations[selected].relation,
    .is_backwards = relations[selected].is_backwards,
    .note_uid = (char *) note_uid,
    .article_uid = (char *) article_uid,
  });
  adw_dialog_close (ADW_DIALOG (self));
}

static void
choose_note (ChanceryLinkDialog *self,
             ChanceryNote       *note)
{
  /* Not one of a page that has not been read. */
  if (note != NULL && *chancery_note_get_uid (note) != '\0')
    choose (self, chancery_note_get_uid (note), chancery_note_get_article_uid (note));
}

static void
note_activated_cb (GtkListView *view,
                   guint        position,
                   gpointer     user_data)
{
  ChanceryLinkDialog *self = CHANCERY_LINK_DIALOG (user_data);
  g_autoptr (ChanceryNote) note = g_list_model_get_item (G_LIST_MODEL (self->note_selection), position);

  choose_note (self, note);
}

static void
card_activated_cb (ChanceryNoteCard *card,
                   gpointer          user_data)
{
  choose_note (CHANCERY_LINK_DIALOG (user_data), chancery_note_card_get_note (card));
}

static void
article_activated_cb (GtkListView *view,
                      guint        position,
                      gpointer     user_data)
{
  ChanceryLinkDialog *self = CHANCERY_LINK_DIALOG (user_data);
  g_autoptr (ChanceryArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->article_selection), position);

  if (item != NULL && chancery_article_item_get_loaded (item))
    choose (self, NULL, chancery_article_item_get_uid (item));
}

/* Now, since a dialog that closes gives the focus back to where it was. */
static void
chancery_link_dialog_closed (AdwDialog *dialog)
{
  ChanceryLinkDialog *self = CHANCERY_LINK_DIALOG (dialog);
  g_autoptr (ChanceryLinkChoice) choice = g_steal_pointer (&self->choice);

  if (choice != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice);
}

/* Rows */

static void
setup_note_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  user_data)
{
  chancery_note_card_rows_setup (item, G_CALLBACK (card_activated_cb), user_data);
}

static void
bind_note_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  chancery_note_card_rows_bind (item, CHANCERY_LINK_DIALOG (user_data)->catalogue);
}

static void
unbind_note_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  chancery_note_card_rows_unbind (item);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header,
                 gpointer                  user_data)
{
  chancery_note_card_rows_setup_header (header);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header,
                gpointer                  user_data)
{
  ChanceryLinkDialog *self = CHANCERY_LINK_DIALOG (user_data);
  GListModel *list = gtk_flatten_list_model_get_model_for_item (self->notes, gtk_list_header_get_start (header));
  g_autoptr (GListModel) likely = g_list_model_get_item (G_LIST_MODEL (self->note_lists), 0);
  const char *title;

  if (list == likely)
    title = self->is_new ? _("Forecasts and Commitments") : _("In the Open Article");
  else if (g_list_model_get_n_items (likely) > 0)
    title = _("Other Notes");
  else
    title = _("All Notes");

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), title);
}

static void
setup_article_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  gpointer                  user_data)
{
  gtk_list_item_set_child (item, chancery_article_row_new (item));
}

static void
bind_article_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 gpointer                  user_data)
{
  chancery_article_row_set_item (CHANCERY_ARTICLE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_article_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *item,
                   gpointer                  user_data)
{
  chancery_article_row_set_item (CHANCERY_ARTICLE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* The object */

static void
chancery_link_dialog_dispose (GObject *object)
{
  ChanceryLinkDialog *self = CHANCERY_LINK_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  drop_arrived (self);
  g_clear_handle_id (&self->top_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_LINK_DIALOG);
  g_clear_object (&self->library);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (chancery_link_dialog_parent_class)->dispose (object);
}

static void
chancery_link_dialog_finalize (GObject *object)
{
  ChanceryLinkDialog *self = CHANCERY_LINK_DIALOG (object);

  g_free (self->open_article_uid);
  g_clear_pointer (&self->choice, chancery_link_choice_free);

  G_OBJECT_CLASS (chancery_link_dialog_parent_class)->finalize (object);
}

static void
chancery_link_dialog_class_init (ChanceryLinkDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_link_dialog_dispose;
  object_class->finalize = chancery_link_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = chancery_link_dialog_closed;

  /**
   * ChanceryLinkDialog::chosen:
   * @choice: what to link with
   *
   * The user chose. The dialog has closed.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_LINK_CHOICE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/links/chancery-link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, source_label);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, relation_row);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, relations);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, articles_toggle);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, note_view);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, note_selection);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, note_lists);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, article_view);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, article_selection);
  gtk_widget_class_bind_template_child (widget_class, ChanceryLinkDialog, empty);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, relation_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_article_cb);
}

static void
chancery_link_dialog_init (ChanceryLinkDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  g_autoptr (GListStore) likely = NULL, all = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    gtk_string_list_append (self->relations, g_dpgettext2 (NULL, "choosing a link", relations[i].name));

  /* Two places in which lists come. */
  likely = g_list_store_new (CHANCERY_TYPE_NOTE);
  all = g_list_store_new (CHANCERY_TYPE_NOTE);
  g_list_store_append (self->note_lists, likely);
  g_list_store_append (self->note_lists, all);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0), gtk_callback_action_new (down_cb, self, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), controller);
}

/* What a forecast waits for, and what a passage that was just read is for, is offered first. */
static void
choose_relation (ChanceryLinkDialog *self)
{
  const ChanceryNoteKind kind = chancery_note_get_kind (self->note);
  guint selected = 0;

  if (self->is_new)
    selected = 3;
  else if (kind == CHANCERY_NOTE_KIND_FORECAST || kind == CHANCERY_NOTE_KIND_COMMITMENT)
    selected = 1;
  adw_combo_row_set_selected (self->relation_row, selected);
  relation_changed_cb (self);
}

static void
show_source (ChanceryLinkDialog *self)
{
  const ChancerySelector *selector = chancery_note_get_selector (self->note);
  const char *words = selector != NULL && selector->exact != NULL ? selector->exact : chancery_note_get_body (self->note);
  g_autofree char *shortened = chancery_note_text_shorten (words, MAX_SOURCE_CHARS);
  g_autofree char *quoted = g_strdup_printf (C_("link", "“%s”"), shortened);

  gtk_label_set_label (self->source_label, quoted);
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), *words != '\0');
  if (self->is_new)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _("Link Passage"));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->relation_row), C_("link", "_This Passage"));
    }
}

/**
 * chancery_link_dialog_new:
 * @library: where the notes and articles are
 * @catalogue: (nullable): where the names of states are
 * @note: what to link
 * @is_new: whether @note is a passage that becomes a note only by being linked
 * @open_article_uid: (nullable): the article whose notes are offered first
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
chancery_link_dialog_new (ChanceryLibrary   *library,
                          ChanceryCatalogue *catalogue,
                          ChanceryNote      *note,
                          gboolean           is_new,
                          const char        *open_article_uid)
{
  ChanceryLinkDialog *self = g_object_new (CHANCERY_TYPE_LINK_DIALOG, NULL);

  self->library = g_object_ref (library);
  g_set_object (&self->catalogue, catalogue);
  self->note = g_object_ref (note);
  self->is_new = is_new;
  self->open_article_uid = g_strdup (open_article_uid);
  show_source (self);
  choose_relation (self);
  load (self);

  return ADW_DIALOG (self);
}
