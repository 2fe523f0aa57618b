/* chancery-window-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-window.h"

#include "chancery-open-article.h"
#include "library/chancery-library-page.h"
#include "links/chancery-article-links.h"
#include "notes/chancery-notes-panel.h"
#include "reader/chancery-reader.h"
#include "revisions/chancery-placing-bar.h"
#include "states/chancery-organisation-chooser.h"
#include "states/chancery-states-page.h"

G_BEGIN_DECLS

/* The window is written in several files: chancery-window.c has the type and the panes, the others
 * what is done with articles, with notes, and with what comes in. */

struct _ChanceryWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split;
  AdwViewStack *sidebar_stack;
  ChanceryOrganisationChooser *chooser;
  ChanceryStatesPage *states_page;
  ChanceryLibraryPage *library_page;
  AdwNavigationPage *reader_page;
  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *notes_split;
  AdwBottomSheet *notes_sheet;
  GtkStack *reader_stack;
  ChanceryReader *reader;
  ChanceryPlacingBar *placing_bar;
  AdwBanner *orphan_banner;
  ChanceryNotesPanel *notes_panel;
  ChanceryArticleLinks *article_links;
  AdwWindowTitle *notes_title;
  GtkButton *due_button;
  AdwStatusPage *trouble_page;
  GtkWidget *recover_button;
  GtkWidget *new_library_button;
  GtkWidget *article_button;

  ChanceryContext *context;
  ChanceryOpenArticle *open_article;
  ChanceryStates *states;
  GCancellable *cancellable; /* (owned): ends what is under way when the window goes */
  GSignalGroup *library_signals;
  GSignalGroup *history_signals;
  guint count_notes_id;
  GStrv tags; /* (nullable): all of the library's */
  GCancellable *notes_cancellable; /* (owned) (nullable): ends the list that the panel waits for */
  ChanceryNote *note_to_show; /* (owned) (nullable): goes there once its article is open */
  GCancellable *orphans_cancellable; /* (owned) (nullable): ends the count that the banner waits for */
  ChanceryNote *note_to_place; /* (owned) (nullable): is being placed by hand */
  char *tray_uid; /* (nullable): whose notes the tray showed last; NULL for all */
  gboolean placing_had_caret; /* whether the text was read with a cursor before */
  gboolean library_is_new;
  gsize saved_chars; /* where the open article is, as far as the library knows */
  AdwToast *list_toast; /* (unowned) (nullable): says that a list can't be read, as long as it is shown */
  guint present_id; /* until the window is presented */
  GtkWidget *first_focus; /* (unowned) (nullable): compared only, as long as the window isn't ready */
  gboolean ready; /* whether what was read last is there, or can't be */
  gboolean article_shown; /* whether the reader shows the open article at its place */
};

/* chancery-window.c */
void     chancery_window_say              (ChanceryWindow *self,
                                           const char     *message);
void     chancery_window_say_error        (ChanceryWindow *self,
                                           const char     *message,
                                           const GError   *error);
void     chancery_window_list_failed      (ChanceryWindow *self,
                                           const char     *details);
void     chancery_window_set_ready        (ChanceryWindow *self);
void     chancery_window_show_reader      (ChanceryWindow *self);
gboolean chancery_window_get_notes_shown  (ChanceryWindow *self);
void     chancery_window_set_notes_shown  (ChanceryWindow *self,
                                           gboolean        shown);

/* chancery-window-articles.c */
void     chancery_window_install_article_actions (GtkWidgetClass *widget_class);
void     chancery_window_open_library     (ChanceryWindow *self);
void     chancery_window_library_damaged  (ChanceryWindow *self,
                                           const char     *message);
void     chancery_window_open             (ChanceryWindow *self,
                                           const char     *uid);
void     chancery_window_show_properties  (ChanceryWindow *self,
                                           const char     *uid);
void     chancery_window_remove_article   (ChanceryWindow *self,
                                           const char     *uid);
void     chancery_window_article_changed  (ChanceryWindow *self);
void     chancery_window_mentions_changed (ChanceryWindow *self);
void     chancery_window_update_point_of_view (ChanceryWindow *self);
void     chancery_window_save_reading     (ChanceryWindow *self);

/* chancery-window-notes.c */
void     chancery_window_install_note_actions (GtkWidgetClass *widget_class);
ChanceryNote *chancery_window_make_highlight (ChanceryWindow         *self,
                                           ChanceryArticle        *article,
                                           const ChancerySelector *selector,
                                           ChanceryColour          colour);
void     chancery_window_create_note      (ChanceryWindow         *self,
                                           const ChancerySelector *selector,
                                           ChanceryColour          colour,
                                           gboolean                edit);
void     chancery_window_create_notes     (ChanceryWindow         *self,
                                           GPtrArray              *selectors,
                                           ChanceryColour          colour);
void     chancery_window_edit_note        (ChanceryWindow *self,
                                           ChanceryNote   *note);
void     chancery_window_recolour_note    (ChanceryWindow *self,
                                           ChanceryNote   *note,
                                           ChanceryColour  colour);
void     chancery_window_remove_note      (ChanceryWindow *self,
                                           ChanceryNote   *note);
void     chancery_window_activate_note    (ChanceryWindow *self,
                                           ChanceryNote   *note);
void     chancery_window_history_changed  (ChanceryWindow *self);
gboolean chancery_window_fill_filter      (ChanceryWindow     *self,
                                           ChanceryNoteFilter *filter);
void     chancery_window_update_notes     (ChanceryWindow *self);
void     chancery_window_count_notes      (ChanceryWindow *self);

/* chancery-window-due.c */
void     chancery_window_install_due_actions (GtkWidgetClass *widget_class);
void     chancery_window_count_due        (ChanceryWindow *self);
void     chancery_window_show_note        (ChanceryWindow *self,
                                           ChanceryNote   *note);

/* chancery-window-links.c */
void     chancery_window_install_link_actions (GtkWidgetClass *widget_class);
void     chancery_window_update_links     (ChanceryWindow *self);

/* chancery-window-exchange.c */
void     chancery_window_install_exchange_actions (GtkWidgetClass *widget_class);
void     chancery_window_import_notes     (ChanceryWindow *self,
                                           GListModel     *files);
void     chancery_window_accept_note_drops (ChanceryWindow *self);

/* chancery-window-revisions.c */
void     chancery_window_install_revision_actions (GtkWidgetClass *widget_class);
void     chancery_window_look_for_revision (ChanceryWindow *self);
void     chancery_window_tell_revision    (ChanceryWindow  *self,
                                           ChanceryArticle *article,
                                           const char      *uid,
                                           guint            n_carried,
                                           guint            n_orphans);
void     chancery_window_count_orphans    (ChanceryWindow *self);
void     chancery_window_prepare_placing  (ChanceryWindow *self);
void     chancery_window_dispose_placing  (ChanceryWindow *self);
void     chancery_window_show_versions    (ChanceryWindow *self,
                                           const char     *uid);

/* chancery-window-import.c */
void     chancery_window_install_import_actions (GtkWidgetClass *widget_class);
void     chancery_window_accept_drops     (ChanceryWindow *self);

G_END_DECLS
