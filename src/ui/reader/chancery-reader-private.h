/* chancery-reader-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-find-bar.h"
#include "chancery-mention-popover.h"
#include "chancery-passage.h"
#include "chancery-reader-header.h"
#include "chancery-reader-marks.h"
#include "chancery-reader-page.h"
#include "chancery-reader-text.h"
#include "chancery-reader.h"
#include "chancery-text-folding.h"
#include "notes/chancery-colour-namer.h"

G_BEGIN_DECLS

/* The reader is in several files: chancery-reader.c has what it is made of and
 * what it shows, chancery-reader-style.c how, chancery-reader-spans.c what is
 * marked, chancery-reader-place.c where one is, chancery-reader-find.c finding,
 * chancery-reader-commands.c the actions, chancery-reader-reshape.c those that
 * change what a highlight covers, chancery-reader-reshape-menu.c their menus,
 * chancery-reader-pointer.c the mouse and the popovers, chancery-reader-quotation.c
 * what is copied and dragged out with where it is from. */

typedef struct
{
  ChanceryNote *note; /* (owned) */
  gulong handler;
} ChanceryReaderNote;

/* A highlight that is being extended or shrunk, key press by key press. */
typedef struct
{
  ChanceryNote *note; /* (owned) (nullable): of the model; what follows may be for another */
  ChanceryNote *before; /* (owned): as it was when the run began */
  ChanceryNote *last; /* (owned): as it was last asked to become */
  guint caret; /* where the caret was */
  guint session; /* of the history */
  guint n_writing; /* changes that aren't written yet */
  guint64 serial; /* of the history, when all were */
  guint32 time_ms; /* of the last key */
} ChanceryReaderRun;

struct _ChanceryReader
{
  GtkWidget parent_instance;

  /* Children */
  ChanceryFindBar *find_bar;
  GtkWidget *overlay;
  GtkScrolledWindow *scrolled;
  AdwClampScrollable *clamp;
  ChanceryReaderPage *page;
  ChanceryReaderHeader *header;
  ChanceryReaderText *text;
  ChanceryReaderMarks *marks;
  GtkWidget *toolbar; /* (nullable): made when first needed, as the next two */
  GtkWidget *mention_popover;
  GtkWidget *menu;

  /* What is shown */
  ChanceryArticle *article; /* (owned) (nullable) */
  ChanceryCatalogue *catalogue; /* (owned) (nullable) */
  ChanceryOrganisation *organisation; /* (owned) (nullable) */
  ChanceryDate as_of_date;
  GArray *mentions; /* (owned) (nullable) (element-type ChanceryMention) */
  GListModel *notes; /* (owned) (nullable) */
  GArray *rows; /* (owned) (element-type ChanceryReaderNote): the notes, by their position */
  ChanceryNote *active_note; /* (owned) (nullable) */
  char *marked_state; /* (owned) (nullable) */
  guint highlights_source;
  guint marks_source;
  guint rest_source;

  /* Preferences */
  char *font; /* (owned) */
  double font_size;
  double line_height;
  int column_width;
  ChanceryReaderScheme scheme;
  gboolean caret_mode;
  GtkCssProvider *provider; /* (owned) */
  char *css_class; /* (owned) */

  /* Commands */
  ChanceryColour last_colour;
  guint ring_mention; /* the mention that the focus ring is on, or G_MAXUINT */
  AdwAnimation *flash; /* (owned) (nullable) */

  /* Extending and shrinking */
  ChanceryHistory *history; /* (owned) (nullable) */
  ChanceryLibrary *library; /* (owned) (nullable) */
  ChanceryReaderRun run;
  guint n_reshaping; /* what else is being written */
  guint32 key_ms; /* when a key was pressed last */

  /* Handles */
  ChanceryNote *handle_note; /* (owned) (nullable): whose end is dragged */
  ChanceryPassageEdge handle_edge;
  graphene_point_t handle_aim; /* from where it was seized to the text that it is at */

  /* Dragging out */
  guint32 pressed_ms; /* when the button was pressed last */
  gboolean pressed_selected; /* whether something was selected then */
  char *dragged; /* (owned) (nullable): the words that are dragged */

  /* Finding */
  ChanceryTextFolding *folding; /* (owned) (nullable): of the article, once it was needed */
  GArray *matches; /* (owned) (nullable) (element-type ChanceryTextMatch) */
  guint match;
  double find_origin; /* where the page was when finding began */
};

typedef enum
{
  CHANCERY_READER_SIGNAL_CREATE_NOTE,
  CHANCERY_READER_SIGNAL_CREATE_NOTES,
  CHANCERY_READER_SIGNAL_RECOLOUR_NOTE,
  CHANCERY_READER_SIGNAL_EDIT_NOTE,
  CHANCERY_READER_SIGNAL_REMOVE_NOTE,
  CHANCERY_READER_SIGNAL_NOTE_ACTIVATED,
  CHANCERY_READER_SIGNAL_SHOW_STATE,
  CHANCERY_READER_SIGNAL_OPEN_STATE,
  CHANCERY_READER_SIGNAL_CORRECT_DATE,
  CHANCERY_READER_SIGNAL_RESTED,
  CHANCERY_READER_SIGNAL_MESSAGE,
  CHANCERY_READER_SIGNAL_ANNOUNCE,
  CHANCERY_READER_N_SIGNALS,
} ChanceryReaderSignal;

typedef enum
{
  CHANCERY_READER_PROP_ARTICLE = 1,
  CHANCERY_READER_PROP_NOTES,
  CHANCERY_READER_PROP_CATALOGUE,
  CHANCERY_READER_PROP_ORGANISATION,
  CHANCERY_READER_PROP_AS_OF_DATE,
  CHANCERY_READER_PROP_FONT,
  CHANCERY_READER_PROP_FONT_SIZE,
  CHANCERY_READER_PROP_LINE_HEIGHT,
  CHANCERY_READER_PROP_COLUMN_WIDTH,
  CHANCERY_READER_PROP_SCHEME,
  CHANCERY_READER_PROP_CARET_MODE,
  CHANCERY_READER_PROP_ACTIVE_NOTE,
  CHANCERY_READER_PROP_MARKED_STATE,
} ChanceryReaderProperty;

#define CHANCERY_READER_N_PROPS (CHANCERY_READER_PROP_MARKED_STATE + 1)

extern GParamSpec *chancery_reader_props[CHANCERY_READER_N_PROPS] G_GNUC_INTERNAL;
extern guint chancery_reader_signals[CHANCERY_READER_N_SIGNALS] G_GNUC_INTERNAL;

/* chancery-reader-style.c */
void          chancery_reader_update_style       (ChanceryReader       *self);
void          chancery_reader_update_column      (ChanceryReader       *self);

/* chancery-reader-spans.c */
void          chancery_reader_watch_notes        (ChanceryReader       *self,
                                                  GListModel           *notes);
void          chancery_reader_update_highlights  (ChanceryReader       *self);
void          chancery_reader_queue_highlights   (ChanceryReader       *self);
void          chancery_reader_update_mentions    (ChanceryReader       *self);
void          chancery_reader_queue_marks        (ChanceryReader       *self);
guint16       chancery_reader_style_for_state    (const char           *iso);
GPtrArray    *chancery_reader_dup_notes_at       (ChanceryReader       *self,
                                                  guint                 offset);
guint         chancery_reader_find_mention_at    (ChanceryReader       *self,
                                                  guint                 offset);
const ChanceryMention *chancery_reader_get_mention (ChanceryReader     *self,
                                                  guint                 position);
guint         chancery_reader_count_mentions     (ChanceryReader       *self,
                                                  guint                 mention,
                                                  guint                *position);
gboolean      chancery_reader_get_note_span      (ChanceryReader       *self,
                                                  ChanceryNote         *note,
                                                  guint                *start,
                                                  guint                *end);

/* chancery-reader-place.c */
void          chancery_reader_announce           (ChanceryReader       *self,
                                                  const char           *words);
guint         chancery_reader_get_caret          (ChanceryReader       *self);
guint         chancery_reader_get_origin         (ChanceryReader       *self);
guint         chancery_reader_find_span_from     (const ChancerySpanIndex *index,
                                                  guint                 origin,
                                                  gboolean              at_origin,
                                                  int                   direction);
void          chancery_reader_clear_ring         (ChanceryReader       *self);
void          chancery_reader_moved              (ChanceryReader       *self);

/* chancery-reader-find.c */
void          chancery_reader_clear_find         (ChanceryReader       *self);
GArray       *chancery_reader_find_words         (ChanceryReader       *self,
                                                  const char           *words);
void          chancery_reader_run_find           (ChanceryReader       *self);
void          chancery_reader_step_find          (ChanceryReader       *self,
                                                  int                   direction);
void          chancery_reader_end_find           (ChanceryReader       *self);

/* chancery-reader-commands.c */
void          chancery_reader_install_actions    (GtkWidgetClass       *widget_class);
void          chancery_reader_add_shortcuts      (ChanceryReader       *self);
void          chancery_reader_copy               (ChanceryReader       *self);
void          chancery_reader_say                (ChanceryReader       *self,
                                                  const char           *message);
void          chancery_reader_focus_mention      (ChanceryReader       *self,
                                                  guint                 mention);
void          chancery_reader_activate_note      (ChanceryReader       *self,
                                                  ChanceryNote         *note);
gboolean      chancery_reader_get_passage        (ChanceryReader       *self,
                                                  gsize                *start_bytes,
                                                  gsize                *end_bytes);
ChanceryNote *chancery_reader_dup_current_note   (ChanceryReader       *self);

/* chancery-reader-reshape.c */
void          chancery_reader_install_reshaping  (GtkWidgetClass       *widget_class);
void          chancery_reader_watch_keys         (ChanceryReader       *self);
void          chancery_reader_end_run            (ChanceryReader       *self);
ChanceryNote *chancery_reader_dup_note_to_fit    (ChanceryReader       *self,
                                                  ChanceryPassage      *passage,
                                                  gboolean             *shrinks);
GPtrArray    *chancery_reader_dup_split          (ChanceryReader       *self);
GPtrArray    *chancery_reader_dup_notes_to_merge (ChanceryReader       *self,
                                                  ChanceryNote         *note);
GPtrArray    *chancery_reader_dup_selected_notes (ChanceryReader       *self);
gboolean      chancery_reader_is_right_to_left_at (ChanceryReader      *self,
                                                  gsize                 offset_bytes);

void          chancery_reader_reshape            (ChanceryReader        *self,
                                                  ChanceryNote          *note,
                                                  const ChanceryPassage *passage);

/* chancery-reader-handles.c */
void          chancery_reader_add_handles        (ChanceryReader       *self);
void          chancery_reader_update_handles     (ChanceryReader       *self);
gboolean      chancery_reader_find_handle        (ChanceryReader       *self,
                                                  double                x,
                                                  double                y,
                                                  ChanceryPassageEdge  *edge,
                                                  graphene_point_t     *aim);

/* chancery-reader-reshape-menu.c */
void          chancery_reader_append_reshaping   (ChanceryReader       *self,
                                                  ChanceryNote         *note,
                                                  GMenu                *menu);
void          chancery_reader_append_fitting     (ChanceryReader       *self,
                                                  GMenu                *menu);

/* chancery-reader-quotation.c */
void          chancery_reader_copy_quotation     (ChanceryReader       *self);
void          chancery_reader_add_drag           (ChanceryReader       *self);

/* chancery-reader-pointer.c */
void          chancery_reader_add_controllers    (ChanceryReader       *self);
void          chancery_reader_popup_mention      (ChanceryReader       *self,
                                                  guint                 mention);
void          chancery_reader_popup_notes        (ChanceryReader       *self,
                                                  GPtrArray            *notes,
                                                  guint                 offset);
void          chancery_reader_popup_menu         (ChanceryReader       *self,
                                                  const GdkRectangle   *area);
void          chancery_reader_popdown_toolbar    (ChanceryReader       *self);
void          chancery_reader_get_area           (ChanceryReader       *self,
                                                  guint                 start,
                                                  guint                 end,
                                                  GdkRectangle         *area);

G_END_DECLS
