/* chancery-export-format.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-article.h"
#include "chancery-catalogue.h"
#include "chancery-note.h"

G_BEGIN_DECLS

typedef struct _ChanceryExport ChanceryExport;

/**
 * ChanceryExportScope:
 * @CHANCERY_EXPORT_NOTES: the notes, and what they are on
 * @CHANCERY_EXPORT_CITATIONS: the articles that the notes are on, to be cited
 * @CHANCERY_EXPORT_DUE: the notes that are due on some day
 *
 * What a format writes of what it is given.
 */
typedef enum
{
  CHANCERY_EXPORT_NOTES,
  CHANCERY_EXPORT_CITATIONS,
  CHANCERY_EXPORT_DUE,
} ChanceryExportScope;

/**
 * ChanceryExportFormat:
 * @id: its word in the tool and in settings
 * @name: its name, to be translated
 * @extension: of its files, without the dot
 * @mime_type: of its files
 * @scope: what it writes
 * @restores: whether a note importer makes of it just what was exported
 * @wants_articles: whether all articles must be given before the first note
 * @state_size: of what it keeps in chancery_export_get_state(), zeroed
 *
 * How notes are written. A format is one file with one of these, which stands in the table in
 * chancery-export-format.c. Its functions append to the buffer that they are given, in this order: @begin, each
 * article, each note, @end. Formats that want no articles beforehand learn of one by the first note on it.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *extension;
  const char *mime_type;
  ChanceryExportScope scope;
  gboolean restores;
  gboolean wants_articles;
  gsize state_size;

  void (*begin) (ChanceryExport *export,
                 GString        *text);
  void (*article) (ChanceryExport  *export,
                   ChanceryArticle *article,
                   GString         *text);
  void (*note) (ChanceryExport  *export,
                ChanceryArticle *article,
                ChanceryNote    *note,
                GString         *text);
  void (*end) (ChanceryExport *export,
               GString        *text);

  /* (nullable): where the buffer goes, if not straight into the stream, and what ends that; and what frees
   * what the state refers to */
  gboolean (*flush) (ChanceryExport  *export,
                     GString         *text,
                     GError         **error);
  gboolean (*finish) (ChanceryExport  *export,
                      GError         **error);
  void (*clear) (gpointer state);
} ChanceryExportFormat;

const ChanceryExportFormat * const *chancery_export_list_formats (void);
const ChanceryExportFormat         *chancery_export_find_format  (const char *id);

/**
 * ChanceryExportOptions:
 * @with_text: whether the articles' own text goes out with the notes, where the format can
 * @without_mark: whether a CSV file begins without a byte order mark, which spreadsheets need
 * @title: (nullable): what the export is called; %NULL for a general one
 * @colour_names: (nullable) (array fixed-size=8): what the reader calls the colours
 * @catalogue: (nullable): where the states' names are; without it, their codes stand for them
 * @now_us: the time of the export, in microseconds since 1970; 0 for the clock's
 *
 * What can be chosen; zero-initialise. Strings are borrowed.
 */
typedef struct
{
  gboolean with_text;
  gboolean without_mark;
  const char *title;
  const char * const *colour_names;
  ChanceryCatalogue *catalogue;
  gint64 now_us;
} ChanceryExportOptions;

ChanceryExport              *chancery_export_new             (const ChanceryExportFormat   *format,
                                                              const ChanceryExportOptions  *options,
                                                              GOutputStream                *stream,
                                                              GCancellable                 *cancellable);
void                         chancery_export_free            (ChanceryExport               *self);
gboolean                     chancery_export_add_article     (ChanceryExport               *self,
                                                              ChanceryArticle              *article,
                                                              GError                      **error);
gboolean                     chancery_export_add_note        (ChanceryExport               *self,
                                                              ChanceryArticle              *article,
                                                              ChanceryNote                 *note,
                                                              GError                      **error);
gboolean                     chancery_export_finish          (ChanceryExport               *self,
                                                              GError                      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryExport, chancery_export_free)

const ChanceryExportOptions *chancery_export_get_options     (ChanceryExport               *self);
GOutputStream               *chancery_export_get_stream      (ChanceryExport               *self);
GCancellable                *chancery_export_get_cancellable (ChanceryExport               *self);
gpointer                     chancery_export_get_state       (ChanceryExport               *self);
guint                        chancery_export_get_n_articles  (ChanceryExport               *self);
guint                        chancery_export_get_n_notes     (ChanceryExport               *self);
const char                  *chancery_export_get_title       (ChanceryExport               *self);
const char                  *chancery_export_name_colour     (ChanceryExport               *self,
                                                              ChanceryColour                colour);
gboolean                     chancery_export_begins_article  (ChanceryExport               *self);
char                        *chancery_export_describe        (ChanceryExport               *self,
                                                              ChanceryNote                 *note);
char                        *chancery_export_head            (ChanceryExport               *self,
                                                              ChanceryArticle              *article,
                                                              ChanceryNote                 *note);

G_END_DECLS
