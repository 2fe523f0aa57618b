/* chancery-reader-marks.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "notes/chancery-colours.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_READER_MARKS (chancery_reader_marks_get_type ())

/* Marks beside the scrollbar: where in the article something is. */
G_DECLARE_FINAL_TYPE (ChanceryReaderMarks, chancery_reader_marks, CHANCERY, READER_MARKS, GtkWidget)

/* The style of a mark that is not one of the eight colours. */
#define CHANCERY_READER_MARK_FAINT CHANCERY_N_COLOURS

GtkWidget *chancery_reader_marks_new        (void);
void       chancery_reader_marks_clear      (ChanceryReaderMarks  *self);
void       chancery_reader_marks_add        (ChanceryReaderMarks  *self,
                                             double                position,
                                             guint                 style);
void       chancery_reader_marks_set_scheme (ChanceryReaderMarks  *self,
                                             ChanceryColourScheme  scheme);
guint      chancery_reader_marks_get_n_marks (ChanceryReaderMarks *self);

G_END_DECLS
