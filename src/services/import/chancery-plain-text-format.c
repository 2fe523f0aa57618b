/* chancery-plain-text-format.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "import/chancery-front-matter.h"
#include "import/chancery-import-format.h"
#include "import/chancery-language.h"
#include "import/chancery-text-blocks.h"
#include "import/chancery-text-decoder.h"
#include "import/chancery-year-guess.h"

/* How much text is enough to tell its language and year. */
#define SAMPLE_BYTES ((gsize) 256 * 1024)

static const char * const mime_types[] = { "text/plain", "text/markdown", NULL };
static const char * const extensions[] = { "txt", "text", "md", "markdown", "asc", NULL };

/* The beginning of the report and what stands in front of it, a line each. */
static GString *
take_sample (const ChanceryFrontMatter *matter,
             GPtrArray                 *blocks)
{
  GString *sample = g_string_new (NULL);

  for (guint i = 0; i < blocks->len && sample->len < SAMPLE_BYTES; i++)
    {
      const ChanceryBlock *block = g_ptr_array_index (blocks, i);

      g_string_append (sample, block->text);
      g_string_append_c (sample, '\n');
    }
  if (matter->headline != NULL)
    g_string_append_printf (sample, "%s\n", matter->headline);
  if (matter->standfirst != NULL)
    g_string_append_printf (sample, "%s\n", matter->standfirst);

  return sample;
}

static ChanceryDate
to_date (const ChanceryScannedDate *day,
         guint                      year)
{
  return (ChanceryDate) { (guint16) year, (guint8) day->month, (guint8) day->day };
}

/* The date of a day that has a year. Of two ways to read it, the one that is no date to come. */
static ChanceryDate
resolve_order (const ChanceryScannedDate *day,
               ChanceryDate               today)
{
  ChanceryDate date = to_date (day, day->year);

  if (day->ambiguous && chancery_date_compare (date, today) > 0)
    return (ChanceryDate) { date.year, date.day, date.month };
  return date;
}

/* When the report was published, and whether a part of it is a guess. */
static void
find_published (const ChanceryFrontMatter   *matter,
                const GString               *sample,
                const ChanceryImportContext *context,
                ChanceryDate                *published,
                gboolean                    *guessed)
{
  const ChanceryScannedDate *day = NULL;

  *published = CHANCERY_DATE_NONE;
  *guessed = FALSE;
  if (matter->has_dateline && matter->dateline.has_date)
    day = &matter->dateline.date;
  else if (matter->has_day)
    day = &matter->day;
  if (day == NULL)
    return;

  if (day->year != 0)
    {
      *published = resolve_order (day, context->today);
      *guessed = day->ambiguous;
      return;
    }
  /* The line with the day of publication has the year that the dateline leaves out. */
  if (matter->has_day && matter->day.year != 0 && matter->day.month == day->month && matter->day.day == day->day)
    {
      *published = to_date (day, matter->day.year);
      return;
    }

  *published = to_date (day, chancery_year_guess (day, sample->str, sample->len, context->hints.modified, context->today));
  *guessed = TRUE;
}

static guint
plain_text_sniff (GBytes                      *bytes,
                  const ChanceryImportContext *context)
{
  /* What no other format claims is text or is refused. */
  return 10;
}

static ChanceryArticle *
plain_text_import (GBytes                      *bytes,
                   const ChanceryImportContext *context,
                   ChanceryImportDetails       *details,
                   GError                     **error)
{
  gsize length_bytes;
  g_autofree char *text = chancery_text_decode (bytes, &length_bytes, &details->encoding, error);
  g_autoptr (GPtrArray) blocks = NULL;
  g_auto (ChanceryFrontMatter) matter = { NULL, };
  g_autoptr (GString) sample = NULL;
  ChanceryArticleFields fields = { NULL, };

  if (text == NULL)
    return NULL;

  blocks = chancery_text_blocks_split (text, length_bytes);
  chancery_front_matter_take (&matter, blocks);
  chancery_text_blocks_find_headings (blocks);
  sample = take_sample (&matter, blocks);
  find_published (&matter, sample, context, &fields.published, &fields.published_guessed);

  fields.section = matter.section;
  fields.kicker = matter.kicker;
  fields.headline = matter.headline;
  fields.standfirst = matter.standfirst;
  fields.place = matter.dateline.place;
  fields.agency = matter.dateline.agency;
  fields.byline = matter.byline;
  fields.lang = chancery_language_detect (sample->str, sample->len);
  fields.source = matter.dateline.agency;
  fields.address = context->hints.address;
  fields.blocks = blocks;

  return chancery_article_new (&fields);
}

const ChanceryImportFormat chancery_plain_text_format = {
  .name = "plain-text",
  .mime_types = mime_types,
  .extensions = extensions,
  .sniff = plain_text_sniff,
  .import = plain_text_import,
};
