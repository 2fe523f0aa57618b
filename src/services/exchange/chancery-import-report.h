/* chancery-import-report.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* So many remarks are kept, of each kind; the rest is only counted. */
#define CHANCERY_IMPORT_MAX_REMARKS 1000u

/**
 * ChanceryImportRemark:
 * @place: (owned): where in the file, as in “first.items[3].target” or “row 7”
 * @reason: (owned): what is the matter, a sentence in the language of the interface
 *
 * What was left out of an import, or taken in though it isn't quite right.
 */
typedef struct
{
  char *place;
  char *reason;
} ChanceryImportRemark;

/**
 * ChanceryImportArticle:
 * @title: (owned): its headline or, if it has none, its address
 * @is_new: whether the library doesn't have it yet
 * @has_text: whether it has a text, or is only known by its address and title
 * @n_notes: how many notes of the file are on it
 *
 * An article that notes in the file are on.
 */
typedef struct
{
  char *title;
  gboolean is_new;
  gboolean has_text;
  guint n_notes;
} ChanceryImportArticle;

/**
 * ChanceryImportReport:
 * @format: (unowned) (nullable): the word for what kind of file it is
 * @n_imported: notes that are new
 * @n_replaced: notes that were there, and were changed later in the file than here
 * @n_kept: notes that are there already, and as new as in the file or newer
 * @n_orphans: of the notes that came in, those whose passage isn't in the text here
 * @n_articles: articles that are new
 * @n_stubs: of these, those of which only the address and title are known
 * @n_texts: articles that are there, of which only that was known, and which get their text
 * @articles: (owned) (element-type ChanceryImportArticle): the articles that notes are on, new or not, the first
 *   %CHANCERY_IMPORT_MAX_REMARKS of them
 * @n_elsewhere: notes that are on no article, or on one that is not among @articles
 * @n_skipped: what was left out
 * @skipped: (owned) (element-type ChanceryImportRemark): the first of them, each with its reason
 * @n_warnings: small mistakes in what was taken in
 * @warnings: (owned) (element-type ChanceryImportRemark): the first of them
 *
 * What came of an import.
 */
typedef struct
{
  const char *format;
  guint n_imported;
  guint n_replaced;
  guint n_kept;
  guint n_orphans;
  guint n_articles;
  guint n_stubs;
  guint n_texts;
  GPtrArray *articles;
  guint n_elsewhere;
  guint n_skipped;
  GPtrArray *skipped;
  guint n_warnings;
  GPtrArray *warnings;
} ChanceryImportReport;

ChanceryImportReport *chancery_import_report_new      (void);
void                  chancery_import_report_free     (ChanceryImportReport *self);
ChanceryImportArticle *chancery_import_report_add_article (ChanceryImportReport *self,
                                                       const char           *title,
                                                       gboolean              is_new,
                                                       gboolean              has_text);
void                  chancery_import_report_add_skip (ChanceryImportReport *self,
                                                       const char           *place,
                                                       const char           *reason);
void                  chancery_import_report_add_warning (ChanceryImportReport *self,
                                                       const char           *place,
                                                       const char           *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryImportReport, chancery_import_report_free)

G_END_DECLS
