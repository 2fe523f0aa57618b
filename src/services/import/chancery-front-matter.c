/* chancery-front-matter.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-front-matter.h"

#include <string.h>

#include "chancery-block.h"
#include "chancery-front-lines.h"

/* How many blocks can stand before a dateline, and how many before a report without one. */
#define BEFORE_DATELINE_MAX 14
#define BEFORE_REPORT_MAX 7

#define STANDFIRST_CHARS_MIN 30
#define STANDFIRST_CHARS_MAX 600

/* Where a report's first paragraphs may be followed by the line that names its writer. */
#define AFTER_HEADLINE_MAX 3

static const char *
text_at (GPtrArray *blocks,
         guint      position)
{
  const ChanceryBlock *block = g_ptr_array_index (blocks, position);

  return block->text;
}

static ChanceryBlockKind
kind_at (GPtrArray *blocks,
         guint      position)
{
  const ChanceryBlock *block = g_ptr_array_index (blocks, position);

  return block->kind;
}

static gboolean
is_title (GPtrArray *blocks,
          guint      position)
{
  const ChanceryBlock *block = g_ptr_array_index (blocks, position);

  return block->kind == CHANCERY_BLOCK_KIND_HEADING && block->level == 1;
}

/* Whether two lines have the same letters and digits, whatever signs they end with. */
static gboolean
have_same_words (const char *a,
                 const char *b)
{
  for (;;)
    {
      while (*a != '\0' && !g_unichar_isalnum (g_utf8_get_char (a)))
        a = g_utf8_next_char (a);
      while (*b != '\0' && !g_unichar_isalnum (g_utf8_get_char (b)))
        b = g_utf8_next_char (b);
      if (*a == '\0' || *b == '\0')
        return *a == *b;
      if (g_unichar_tolower (g_utf8_get_char (a)) != g_unichar_tolower (g_utf8_get_char (b)))
        return FALSE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
}

/* Whether a line is the beginning of another, cut with or without an ellipsis. */
static gboolean
is_cut_from (const char *cut,
             const char *whole)
{
  gsize length = strlen (cut);

  while (length > 0 && cut[length - 1] == '.')
    length--;
  if (length >= 3 && memcmp (cut + length - 3, "…", 3) == 0)
    length -= 3;
  while (length > 0 && cut[length - 1] == ' ')
    length--;
  return length > 0 && strlen (whole) >= length && memcmp (cut, whole, length) == 0;
}

/* Where the report begins, or @blocks' length if there is no telling. Cuts off the dateline. */
static guint
find_report (ChanceryFrontMatter *matter,
             GPtrArray           *blocks)
{
  for (guint i = 0; i < MIN (blocks->len, BEFORE_DATELINE_MAX); i++)
    {
      ChanceryBlock *block = g_ptr_array_index (blocks, i);
      gsize length;

      if (block->kind != CHANCERY_BLOCK_KIND_PARAGRAPH || !chancery_dateline_parse (block->text, &matter->dateline))
        continue;
      matter->has_dateline = TRUE;
      length = strlen (block->text) - matter->dateline.end_bytes;
      memmove (block->text, block->text + matter->dateline.end_bytes, length + 1);
      if (length == 0)
        g_ptr_array_remove_index (blocks, i);
      return i;
    }

  for (guint i = 0; i < MIN (blocks->len, BEFORE_REPORT_MAX); i++)
    if (!is_title (blocks, i) &&
        (kind_at (blocks, i) != CHANCERY_BLOCK_KIND_PARAGRAPH || chancery_front_line_is_running_text (text_at (blocks, i))))
      return i;

  return blocks->len;
}

/* Moves lines that say who and when from the front of the blocks to where they belong. */
static void
take_byline_and_day (ChanceryFrontMatter *matter,
                     GPtrArray           *blocks,
                     guint               *n_front)
{
  for (guint i = 0; i < *n_front; i++)
    {
      g_autofree char *byline = NULL;

      if (kind_at (blocks, i) != CHANCERY_BLOCK_KIND_PARAGRAPH)
        continue;
      if (!matter->has_day && chancery_front_line_is_day (text_at (blocks, i), &matter->day))
        matter->has_day = TRUE;
      else if (i > 0 && matter->byline == NULL &&
               (byline = chancery_front_line_dup_byline (text_at (blocks, i))) != NULL)
        matter->byline = g_steal_pointer (&byline);
      else
        continue;
      g_ptr_array_remove_index (blocks, i);
      (*n_front)--;
      i--;
    }
}

/* Saved pages say a headline twice, as the window's title and as the page's, and have the agency's name above. */
static void
drop_doubles (const ChanceryFrontMatter *matter,
              GPtrArray                 *blocks,
              guint                     *n_front)
{
  if (*n_front > 1 && matter->dateline.agency != NULL && have_same_words (text_at (blocks, 0), matter->dateline.agency))
    {
      g_ptr_array_remove_index (blocks, 0);
      (*n_front)--;
    }

  for (guint i = 1; i < *n_front; i++)
    for (guint j = 0; j < i; j++)
      if (strcmp (text_at (blocks, i), text_at (blocks, j)) == 0)
        {
          g_ptr_array_remove_index (blocks, i);
          (*n_front)--;
          i--;
          break;
        }
}

static gboolean
take_kicker (ChanceryFrontMatter *matter,
             GPtrArray           *blocks,
             guint                position,
             guint               *n_front)
{
  g_autofree char *kicker = NULL;
  gsize length;

  if (matter->kicker != NULL || !chancery_front_line_is_kicker (text_at (blocks, position)))
    return FALSE;

  kicker = g_strdup (text_at (blocks, position));
  length = strlen (kicker);
  if (kicker[length - 1] == ':' || kicker[length - 1] == '.')
    kicker[length - 1] = '\0';
  matter->kicker = g_steal_pointer (&kicker);
  g_ptr_array_remove_index (blocks, position);
  (*n_front)--;
  return TRUE;
}

static void
set_headline (ChanceryFrontMatter *matter,
              const char          *line)
{
  gsize kicker_bytes;
  const char *headline = matter->kicker == NULL ? chancery_front_line_skip_kicker (line, &kicker_bytes) : NULL;

  if (headline != NULL)
    matter->kicker = g_strndup (line, kicker_bytes);
  matter->headline = g_strdup (headline != NULL ? headline : line);
}

/* Which of the lines in front is the headline, or @n_front if none is. */
static guint
find_headline (GPtrArray *blocks,
               guint      n_front,
               gboolean   has_dateline)
{
  guint position = 0;
  gsize kicker_bytes;

  for (guint i = 0; i < n_front; i++)
    if (is_title (blocks, i) || chancery_front_line_skip_kicker (text_at (blocks, i), &kicker_bytes) != NULL)
      return i;

  /* Labels come before it. */
  while (position + 1 < n_front)
    {
      gboolean is_known;

      if (!chancery_front_line_is_button (text_at (blocks, position)) &&
          (!chancery_front_line_is_label (text_at (blocks, position), &is_known) ||
           !chancery_front_line_is_headline (text_at (blocks, position + 1))))
        break;
      position++;
    }

  if (position == n_front)
    return n_front;
  if (chancery_front_line_is_headline (text_at (blocks, position)))
    return position;
  /* Before a dateline even a sentence is one, if nothing else is there. */
  return has_dateline && n_front == 1 && g_utf8_strlen (text_at (blocks, position), -1) < 160 ? position : n_front;
}

/* Takes the labels of sections before the headline: those that are known, or else the last one. */
static void
take_section (ChanceryFrontMatter *matter,
              GPtrArray           *blocks,
              guint               *headline,
              guint               *n_front)
{
  g_autoptr (GString) section = g_string_new (NULL);
  guint last_label = G_MAXUINT;
  gboolean any_known = FALSE, is_known;

  for (guint i = 0; i < *headline;)
    {
      if (take_kicker (matter, blocks, i, n_front))
        {
          (*headline)--;
          continue;
        }
      if (!chancery_front_line_is_button (text_at (blocks, i)) &&
          chancery_front_line_is_label (text_at (blocks, i), &is_known))
        {
          last_label = i;
          any_known = any_known || is_known;
        }
      i++;
    }

  for (guint i = 0, position = 0; i <= last_label && last_label != G_MAXUINT; i++)
    {
      if (!chancery_front_line_is_label (text_at (blocks, position), &is_known) ||
          chancery_front_line_is_button (text_at (blocks, position)) || (any_known ? !is_known : i != last_label))
        {
          position++;
          continue;
        }
      if (section->len > 0)
        g_string_append (section, " / ");
      g_string_append (section, text_at (blocks, position));
      g_ptr_array_remove_index (blocks, position);
      (*headline)--;
      (*n_front)--;
    }

  if (section->len > 0)
    matter->section = g_string_free_and_steal (g_steal_pointer (&section));
}

static gboolean
is_said_again (GPtrArray  *blocks,
               guint       from,
               const char *line)
{
  for (guint i = from; i < MIN (blocks->len, from + 40); i++)
    if (have_same_words (text_at (blocks, i), line))
      return TRUE;
  return FALSE;
}

static gboolean
is_standfirst (GPtrArray *blocks,
               guint      position,
               gboolean   is_sure)
{
  glong n_chars = g_utf8_strlen (text_at (blocks, position), -1);

  if (kind_at (blocks, position) != CHANCERY_BLOCK_KIND_PARAGRAPH && !is_title (blocks, position) &&
      kind_at (blocks, position) != CHANCERY_BLOCK_KIND_HEADING)
    return FALSE;
  return n_chars <= STANDFIRST_CHARS_MAX && n_chars >= (is_sure ? 1 : STANDFIRST_CHARS_MIN);
}

/* Takes the standfirst, which may stand in two forms: cut and whole in front of the report, or once
 * in front and once more inside, where it stays. */
static void
take_standfirst (ChanceryFrontMatter *matter,
                 GPtrArray           *blocks,
                 guint                position,
                 guint               *n_front)
{
  gboolean is_sure = matter->has_dateline && *n_front - position == 1;

  if (position < *n_front && is_standfirst (blocks, position, is_sure))
    {
      if (position + 1 < *n_front && is_cut_from (text_at (blocks, position), text_at (blocks, position + 1)))
        {
          g_ptr_array_remove_index (blocks, position);
          (*n_front)--;
        }
      matter->standfirst = g_strdup (text_at (blocks, position));
      g_ptr_array_remove_index (blocks, position);
      (*n_front)--;
      return;
    }

  /* Without a dateline, what is said again further down stands in front of the report. */
  if (!matter->has_dateline && position == *n_front && position + 1 < blocks->len &&
      is_standfirst (blocks, position, FALSE) && is_said_again (blocks, position + 1, text_at (blocks, position)))
    {
      matter->standfirst = g_strdup (text_at (blocks, position));
      g_ptr_array_remove_index (blocks, position);
    }
}

/* A line that names the writer between the standfirst and the report. */
static void
take_late_byline (ChanceryFrontMatter *matter,
                  GPtrArray           *blocks,
                  guint                from)
{
  for (guint i = from; i < MIN (blocks->len, from + AFTER_HEADLINE_MAX) && matter->byline == NULL; i++)
    {
      if (kind_at (blocks, i) != CHANCERY_BLOCK_KIND_PARAGRAPH)
        continue;
      matter->byline = chancery_front_line_dup_byline (text_at (blocks, i));
      if (matter->byline != NULL)
        g_ptr_array_remove_index (blocks, i);
    }
}

/**
 * chancery_front_matter_take:
 * @matter: where to put what is found; zero-initialised
 * @blocks: (element-type ChanceryBlock): the blocks of a text; what is found is
 *   removed from them
 *
 * Tells a report from what stands in front of it: labels of sections, kicker,
 * headline, standfirst, lines that say who wrote it and when, the dateline.
 * What it isn't sure of it leaves in the blocks, and of what it takes no word
 * is lost but those that are turned into a date and the marks of a byline.
 */
void
chancery_front_matter_take (ChanceryFrontMatter *matter,
                            GPtrArray           *blocks)
{
  guint n_front, headline;

  /* One block alone is a report without front matter, but for a dateline. */
  n_front = find_report (matter, blocks);
  if (matter->has_dateline && matter->dateline.byline != NULL)
    matter->byline = g_strdup (matter->dateline.byline);
  if (n_front == blocks->len && !matter->has_dateline)
    {
      n_front = 0;
      if (blocks->len > 1 && is_title (blocks, 0))
        n_front = 1;
    }

  take_byline_and_day (matter, blocks, &n_front);
  drop_doubles (matter, blocks, &n_front);
  headline = find_headline (blocks, n_front, matter->has_dateline);
  if (headline == n_front)
    return;

  take_section (matter, blocks, &headline, &n_front);
  set_headline (matter, text_at (blocks, headline));
  g_ptr_array_remove_index (blocks, headline);
  n_front--;
  take_standfirst (matter, blocks, headline, &n_front);
  take_late_byline (matter, blocks, headline);
}

/**
 * chancery_front_matter_clear:
 * @matter: front matter
 *
 * Frees what @matter owns and makes it empty.
 */
void
chancery_front_matter_clear (ChanceryFrontMatter *matter)
{
  g_free (matter->section);
  g_free (matter->kicker);
  g_free (matter->headline);
  g_free (matter->standfirst);
  g_free (matter->byline);
  chancery_dateline_clear (&matter->dateline);
  *matter = (ChanceryFrontMatter) { NULL, };
}
