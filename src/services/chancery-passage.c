/* chancery-passage.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-passage.h"

#include <pango/pango.h>
#include <string.h>

/* How much of a line is taken apart at once, to begin with, and how near to where such a part was cut nothing is
 * believed: what follows decides whether a sentence ends. */
#define FIRST_RADIUS_BYTES 4096
#define UNSURE_BYTES 512

/* Where the words of a selector stand that doesn't say so, or says so wrongly: where they have the
 * same surroundings, or else the only place there is. */
static gboolean
search_words (const char             *text,
              const ChancerySelector *selector,
              gsize                  *start_bytes)
{
  gsize length = strlen (selector->exact);
  gsize prefix_length = selector->prefix != NULL ? strlen (selector->prefix) : 0;
  guint n_found = 0;

  for (const char *p = strstr (text, selector->exact); p != NULL; p = strstr (p + 1, selector->exact))
    {
      gboolean same_prefix = prefix_length > 0 && (gsize) (p - text) >= prefix_length &&
                             memcmp (p - prefix_length, selector->prefix, prefix_length) == 0;
      gboolean same_suffix =
        selector->suffix != NULL && *selector->suffix != '\0' && g_str_has_prefix (p + length, selector->suffix);

      if (same_prefix || same_suffix || n_found == 0)
        *start_bytes = (gsize) (p - text);
      if (same_prefix || same_suffix)
        return TRUE;
      n_found++;
    }

  return n_found == 1;
}

/**
 * chancery_passage_locate:
 * @article: an article
 * @selector: (nullable): where a note belongs
 * @search: whether to look for the words where they aren't at the position
 *   given; takes time in proportion to the text
 * @passage: (out caller-allocates): return location for the passage
 *
 * Finds a passage in the text that it was marked in. To find it in a text that
 * changed is what anchoring is for.
 *
 * Returns: whether it is there
 */
gboolean
chancery_passage_locate (ChanceryArticle        *article,
                         const ChancerySelector *selector,
                         gboolean                search,
                         ChanceryPassage        *passage)
{
  const char *text = chancery_article_get_text (article);
  gsize start_bytes;

  if (selector == NULL || selector->exact == NULL || *selector->exact == '\0')
    return FALSE;

  if (selector->has_position && selector->start_chars < selector->end_chars &&
      selector->end_chars <= chancery_article_get_length_chars (article))
    {
      start_bytes = chancery_article_chars_to_bytes (article, selector->start_chars);
      if (g_str_has_prefix (text + start_bytes, selector->exact))
        {
          *passage = (ChanceryPassage) { start_bytes, chancery_article_chars_to_bytes (article, selector->end_chars) };
          return TRUE;
        }
    }

  if (!search || !search_words (text, selector, &start_bytes))
    return FALSE;

  *passage = (ChanceryPassage) { start_bytes, start_bytes + strlen (selector->exact) };
  return TRUE;
}

static gboolean
is_space_at (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

/**
 * chancery_passage_trim:
 * @text: canonical text
 * @passage: (inout): a passage of it
 *
 * Takes the space off both ends.
 *
 * Returns: whether there is anything left
 */
gboolean
chancery_passage_trim (const char      *text,
                       ChanceryPassage *passage)
{
  const char *start = text + passage->start_bytes;
  const char *end = text + passage->end_bytes;

  while (start < end && is_space_at (start))
    start = g_utf8_next_char (start);
  while (end > start && is_space_at (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);

  *passage = (ChanceryPassage) { (gsize) (start - text), (gsize) (end - text) };
  return start < end;
}

/* Words and sentences */

typedef enum
{
  BREAK_CURSOR,
  BREAK_WORD_START,
  BREAK_WORD_END,
  BREAK_SENTENCE_START,
  BREAK_SENTENCE_END,
} Break;

static gboolean
is_break (const PangoLogAttr *attr,
          Break               kind)
{
  /* Never within what is read as one letter. */
  if (!attr->is_cursor_position)
    return FALSE;

  switch (kind)
    {
    case BREAK_CURSOR:
      return TRUE;
    case BREAK_WORD_START:
      return attr->is_word_start;
    case BREAK_WORD_END:
      return attr->is_word_end;
    case BREAK_SENTENCE_START:
      return attr->is_sentence_start;
    case BREAK_SENTENCE_END:
      return attr->is_sentence_end;
    default:
      g_assert_not_reached ();
    }
}

/* Where a break is looked for, from which place, and whether one right there counts. */
typedef struct
{
  Break kind;
  gboolean forward;
  gboolean inclusive;
  const char *at;
} Search;

static gboolean
is_beyond (const Search *search,
           const char   *p)
{
  if (p == search->at)
    return search->inclusive;

  return search->forward ? p > search->at : p < search->at;
}

/* Looks in a part of a line. */
static const char *
find_in_part (const Search *search,
              const char   *from,
              const char   *to,
              const char   *sure_from,
              const char   *sure_to)
{
  const gsize n_chars = (gsize) g_utf8_strlen (from, to - from);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_chars + 1);
  const char *found = NULL;
  const char *p = from;

  pango_get_log_attrs (from, (int) (to - from), -1, NULL, attrs, (int) n_chars + 1);
  for (gsize i = 0; i <= n_chars && (found == NULL || !search->forward); i++)
    {
      if (is_break (&attrs[i], search->kind) && p >= sure_from && p <= sure_to && is_beyond (search, p))
        found = p;
      if (i < n_chars)
        p = g_utf8_next_char (p);
    }

  return found;
}

static const char *
floor_char (const char *start,
            const char *p)
{
  while (p > start && ((guchar) *p & 0xc0) == 0x80)
    p--;

  return p;
}

/* A line is a paragraph; those of some texts are very long. */
static const char *
find_in_line (const Search *search,
              const char   *line_start,
              const char   *line_end)
{
  for (gssize radius = FIRST_RADIUS_BYTES;; radius *= 8)
    {
      gboolean from_start = search->at - line_start <= radius;
      gboolean to_end = line_end - search->at <= radius;
      const char *from = from_start ? line_start : floor_char (line_start, search->at - radius);
      const char *to = to_end ? line_end : floor_char (line_start, search->at + radius);
      const char *found = find_in_part (search, from, to, from_start ? from : from + UNSURE_BYTES,
                                        to_end ? to : to - UNSURE_BYTES);

      if (found != NULL || (search->forward ? to_end : from_start))
        return found;
    }
}

/* The first break after a place, or the last before it, in this line or another; @inclusive: or right there. */
static gboolean
find_break (const char *text,
            gsize       at_bytes,
            gboolean    forward,
            gboolean    inclusive,
            Break       kind,
            gsize      *found_bytes)
{
  Search search = { .kind = kind, .forward = forward, .inclusive = inclusive, .at = text + at_bytes };
  const char *found;

  do
    {
      const char *line_start = search.at;
      const char *line_end = strchr (search.at, '\n');

      while (line_start > text && line_start[-1] != '\n')
        line_start--;
      if (line_end == NULL)
        line_end = search.at + strlen (search.at);

      found = find_in_line (&search, line_start, line_end);
      if (found == NULL && (forward ? *line_end == '\0' : line_start == text))
        return FALSE;
      search.at = forward ? line_end + 1 : line_start - 1;
      search.inclusive = TRUE;
    }
  while (found == NULL);

  *found_bytes = (gsize) (found - text);
  return TRUE;
}

/* Where the text begins or ends, but for the space around it. */
static gsize
get_limit (const char          *text,
           ChanceryPassageEdge  edge)
{
  ChanceryPassage all = { 0, strlen (text) };

  chancery_passage_trim (text, &all);

  return edge == CHANCERY_PASSAGE_START ? all.start_bytes : all.end_bytes;
}

/**
 * chancery_passage_move:
 * @text: canonical text
 * @passage: (inout): a passage of it; left as it is if it can't be moved
 * @edge: which of its ends moves
 * @unit: how far
 * @forward: whether towards the end of the text
 *
 * Moves an end of a passage to where the next word or sentence begins or ends,
 * by the rules of Unicode (UAX #29) as Pango has them. What no word follows
 * goes to the end of the text. The passage is never empty, and neither end is
 * put within a grapheme.
 *
 * Returns: whether it moved
 */
gboolean
chancery_passage_move (const char          *text,
                       ChanceryPassage     *passage,
                       ChanceryPassageEdge  edge,
                       ChanceryPassageUnit  unit,
                       gboolean             forward)
{
  const gboolean is_start = edge == CHANCERY_PASSAGE_START;
  const gboolean extends = forward != is_start;
  const Break kind = unit == CHANCERY_PASSAGE_WORD ? (is_start ? BREAK_WORD_START : BREAK_WORD_END)
                                                   : (is_start ? BREAK_SENTENCE_START : BREAK_SENTENCE_END);
  gsize *moving = is_start ? &passage->start_bytes : &passage->end_bytes;
  gsize found_bytes;

  if (!find_break (text, *moving, forward, FALSE, kind, &found_bytes))
    {
      if (!extends)
        return FALSE;
      found_bytes = get_limit (text, edge);
      if (is_start ? found_bytes >= *moving : found_bytes <= *moving)
        return FALSE;
    }
  else if (is_start ? found_bytes >= passage->end_bytes : found_bytes <= passage->start_bytes)
    {
      return FALSE;
    }

  *moving = found_bytes;
  return TRUE;
}

/**
 * chancery_passage_fit:
 * @passage: (inout): a passage
 * @selected: another one
 *
 * Extends a passage by what is selected or, if that is a part of it, shrinks it
 * to that.
 *
 * Returns: whether it changed; not if both have nothing to do with each other
 */
gboolean
chancery_passage_fit (ChanceryPassage       *passage,
                      const ChanceryPassage *selected)
{
  const ChanceryPassage before = *passage;

  if (selected->end_bytes < passage->start_bytes || selected->start_bytes > passage->end_bytes)
    return FALSE;

  if (selected->start_bytes >= passage->start_bytes && selected->end_bytes <= passage->end_bytes)
    *passage = *selected;
  else
    *passage = (ChanceryPassage) { MIN (passage->start_bytes, selected->start_bytes),
                                   MAX (passage->end_bytes, selected->end_bytes) };

  return passage->start_bytes != before.start_bytes || passage->end_bytes != before.end_bytes;
}

/**
 * chancery_passage_split:
 * @text: canonical text
 * @passage: a passage of it
 * @offset_bytes: where to split it; within a grapheme, before that
 * @first: (out caller-allocates): return location for the first part
 * @second: (out caller-allocates): return location for the second
 *
 * Splits a passage; the space between its parts belongs to neither.
 *
 * Returns: whether both parts have something in them
 */
gboolean
chancery_passage_split (const char            *text,
                        const ChanceryPassage *passage,
                        gsize                  offset_bytes,
                        ChanceryPassage       *first,
                        ChanceryPassage       *second)
{
  if (offset_bytes <= passage->start_bytes || offset_bytes >= passage->end_bytes)
    return FALSE;

  if (!find_break (text, offset_bytes, FALSE, TRUE, BREAK_CURSOR, &offset_bytes))
    return FALSE;

  *first = (ChanceryPassage) { passage->start_bytes, MAX (offset_bytes, passage->start_bytes) };
  *second = (ChanceryPassage) { first->end_bytes, passage->end_bytes };

  return chancery_passage_trim (text, first) && chancery_passage_trim (text, second);
}

/**
 * chancery_passage_is_gap:
 * @text: UTF-8
 * @length_bytes: how much of it counts
 *
 * Returns: whether there is nothing in it but space and punctuation
 */
gboolean
chancery_passage_is_gap (const char *text,
                         gsize       length_bytes)
{
  for (const char *p = text; p < text + length_bytes; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const GUnicodeType type = g_unichar_type (c);

      if (!g_unichar_isspace (c) && (type < G_UNICODE_CONNECT_PUNCTUATION || type > G_UNICODE_OPEN_PUNCTUATION))
        return FALSE;
    }

  return TRUE;
}

/**
 * chancery_passage_touches:
 * @text: canonical text
 * @a: a passage of it
 * @b: another one
 *
 * Returns: whether they overlap, or only space and punctuation are between them
 */
gboolean
chancery_passage_touches (const char            *text,
                          const ChanceryPassage *a,
                          const ChanceryPassage *b)
{
  const ChanceryPassage *first = a->start_bytes <= b->start_bytes ? a : b;
  const ChanceryPassage *second = first == a ? b : a;

  if (second->start_bytes <= first->end_bytes)
    return TRUE;

  return chancery_passage_is_gap (text + first->end_bytes, second->start_bytes - first->end_bytes);
}

/**
 * chancery_passage_dup_states:
 * @passage: a passage
 * @mentions: (nullable) (element-type ChanceryMention): those of its article
 *
 * Returns: (transfer full): the codes of the states that it mentions, each as
 *   often as it does: what a note on it is filed under
 */
GStrv
chancery_passage_dup_states (const ChanceryPassage *passage,
                             GArray                *mentions)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      const ChanceryMention *mention = &g_array_index (mentions, ChanceryMention, i);

      if (mention->end_bytes > passage->start_bytes && mention->start_bytes < passage->end_bytes)
        g_strv_builder_add (builder, mention->iso);
    }

  return g_strv_builder_end (builder);
}
