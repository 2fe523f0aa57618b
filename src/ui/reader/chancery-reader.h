/* chancery-reader.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chancery-article.h"
#include "chancery-catalogue.h"
#include "chancery-history.h"
#include "chancery-mention.h"
#include "chancery-note.h"

G_BEGIN_DECLS

/**
 * ChanceryReaderScheme:
 *
 * The colours of the reading surface: the system's, or always the same.
 */
typedef enum
{
  CHANCERY_READER_SCHEME_SYSTEM,
  CHANCERY_READER_SCHEME_LIGHT,
  CHANCERY_READER_SCHEME_DARK,
  CHANCERY_READER_SCHEME_SEPIA,
} ChanceryReaderScheme;

#define CHANCERY_TYPE_READER_SCHEME (chancery_reader_scheme_get_type ())

GType chancery_reader_scheme_get_type (void);

#define CHANCERY_TYPE_READER (chancery_reader_get_type ())

/* An article to be read: its fields, its text, the mentions and notes in it. */
G_DECLARE_FINAL_TYPE (ChanceryReader, chancery_reader, CHANCERY, READER, GtkWidget)

GtkWidget            *chancery_reader_new                (void);

void                  chancery_reader_set_article        (ChanceryReader       *self,
                                                          ChanceryArticle      *article);
void                  chancery_reader_set_mentions       (ChanceryReader       *self,
                                                          GArray               *mentions);
void                  chancery_reader_set_notes          (ChanceryReader       *self,
                                                          GListModel           *notes);
void                  chancery_reader_set_catalogue      (ChanceryReader       *self,
                                                          ChanceryCatalogue    *catalogue);
void                  chancery_reader_set_organisation   (ChanceryReader       *self,
                                                          ChanceryOrganisation *organisation);
void                  chancery_reader_set_as_of_date     (ChanceryReader       *self,
                                                          ChanceryDate          date);

void                  chancery_reader_set_font           (ChanceryReader       *self,
                                                          const char           *font);
void                  chancery_reader_set_font_size      (ChanceryReader       *self,
                                                          double                font_size);
void                  chancery_reader_set_line_height    (ChanceryReader       *self,
                                                          double                line_height);
void                  chancery_reader_set_column_width   (ChanceryReader       *self,
                                                          int                   n_chars);
void                  chancery_reader_set_scheme         (ChanceryReader       *self,
                                                          ChanceryReaderScheme  scheme);
gboolean              chancery_reader_focus_text         (ChanceryReader       *self);
gboolean              chancery_reader_get_caret_mode     (ChanceryReader       *self);
void                  chancery_reader_set_caret_mode     (ChanceryReader       *self,
                                                          gboolean              caret_mode);

ChanceryNote         *chancery_reader_get_active_note    (ChanceryReader       *self);
void                  chancery_reader_set_active_note    (ChanceryReader       *self,
                                                          ChanceryNote         *note);
void                  chancery_reader_set_marked_state   (ChanceryReader       *self,
                                                          const char           *iso);

gsize                 chancery_reader_get_position_chars (ChanceryReader       *self);
void                  chancery_reader_set_position_chars (ChanceryReader       *self,
                                                          gsize                 position_chars);
gboolean              chancery_reader_scroll_to_note     (ChanceryReader       *self,
                                                          ChanceryNote         *note);
ChancerySelector     *chancery_reader_dup_selection      (ChanceryReader       *self);
ChanceryColour        chancery_reader_get_last_colour    (ChanceryReader       *self);
void                  chancery_reader_find               (ChanceryReader       *self);

void                  chancery_reader_set_history        (ChanceryReader       *self,
                                                          ChanceryHistory      *history,
                                                          ChanceryLibrary      *library);
void                  chancery_reader_resize             (ChanceryReader       *self,
                                                          ChanceryNote         *note,
                                                          const char           *how);
void                  chancery_reader_merge              (ChanceryReader       *self,
                                                          ChanceryNote         *note);

G_END_DECLS
