/* chancery-import-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-import-report.h"

static void
remark_free (gpointer data)
{
  ChanceryImportRemark *remark = data;

  g_free (remark->place);
  g_free (remark->reason);
  g_free (remark);
}

static void
add_remark (GPtrArray  *remarks,
            const char *place,
            const char *reason)
{
  ChanceryImportRemark *remark;

  if (remarks->len == CHANCERY_IMPORT_MAX_REMARKS)
    return;
  remark = g_new (ChanceryImportRemark, 1);
  *remark = (ChanceryImportRemark) { g_strdup (place), g_strdup (reason) };
  g_ptr_array_add (remarks, remark);
}

static void
article_free (gpointer data)
{
  ChanceryImportArticle *article = data;

  g_free (article->title);
  g_free (article);
}

ChanceryImportReport *
chancery_import_report_new (void)
{
  ChanceryImportReport *self = g_new0 (ChanceryImportReport, 1);

  self->articles = g_ptr_array_new_with_free_func (article_free);
  self->skipped = g_ptr_array_new_with_free_func (remark_free);
  self->warnings = g_ptr_array_new_with_free_func (remark_free);
  return self;
}

void
chancery_import_report_free (ChanceryImportReport *self)
{
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->skipped);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/**
 * chancery_import_report_add_article:
 *
 * Returns: (transfer none) (nullable): the article, to count its notes; %NULL if there are too many of them
 */
ChanceryImportArticle *
chancery_import_report_add_article (ChanceryImportReport *self,
                                    const char           *title,
                                    gboolean              is_new,
                                    gboolean              has_text)
{
  ChanceryImportArticle *article;

  if (self->articles->len == CHANCERY_IMPORT_MAX_REMARKS)
    return NULL;
  article = g_new (ChanceryImportArticle, 1);
  *article = (ChanceryImportArticle) { g_strdup (title), is_new, has_text, 0 };
  g_ptr_array_add (self->articles, article);
  return article;
}

void
chancery_import_report_add_skip (ChanceryImportReport *self,
                                 const char           *place,
                                 const char           *reason)
{
  self->n_skipped++;
  add_remark (self->skipped, place, reason);
}

void
chancery_import_report_add_warning (ChanceryImportReport *self,
                                    const char           *place,
                                    const char           *reason)
{
  self->n_warnings++;
  add_remark (self->warnings, place, reason);
}
