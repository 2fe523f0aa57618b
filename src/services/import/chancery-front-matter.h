/* chancery-front-matter.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/chancery-dateline.h"

G_BEGIN_DECLS

/**
 * ChanceryFrontMatter:
 * @section: (owned) (nullable): the section label
 * @kicker: (owned) (nullable): the word above the headline
 * @headline: (owned) (nullable): the headline, without the kicker
 * @standfirst: (owned) (nullable): what stands between headline and report
 * @byline: (owned) (nullable): who wrote it
 * @has_dateline: whether @dateline says anything
 * @dateline: the dateline
 * @has_day: whether @day says anything
 * @day: the day of a line that says when it was published
 *
 * What stands around a report and isn't part of it. Zero-initialise.
 */
typedef struct
{
  char *section;
  char *kicker;
  char *headline;
  char *standfirst;
  char *byline;
  gboolean has_dateline;
  ChanceryDateline dateline;
  gboolean has_day;
  ChanceryScannedDate day;
} ChanceryFrontMatter;

void chancery_front_matter_take  (ChanceryFrontMatter *matter,
                                  GPtrArray           *blocks);
void chancery_front_matter_clear (ChanceryFrontMatter *matter);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryFrontMatter, chancery_front_matter_clear)

G_END_DECLS
