/* chancery-text-lines.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-text-lines.h"

#include <string.h>

/* Columns between which a text can have been broken into lines by hand or by a mail program. */
#define WIDTH_MIN 32
#define WIDTH_MAX 132

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f;
}

static const char *
skip_spaces (const char *p,
             const char *end)
{
  while (p < end && is_space (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
trim_end (const char *start,
          const char *end)
{
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_space (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return end;
}

/* "> > words" */
static const char *
skip_quotation_marks (const char *p,
                      const char *end,
                      guint      *level)
{
  *level = 0;
  while (p < end && *p == '>')
    {
      *level = MIN (*level + 1, CHANCERY_TEXT_LEVEL_MAX);
      p++;
      if (p < end && *p == ' ')
        p++;
    }
  return p;
}

/* "## words ##" */
static const char *
skip_heading_mark (const char  *p,
                   const char **end,
                   guint       *level)
{
  const char *start = p;

  while (p < *end && *p == '#' && p - start < 7)
    p++;
  *level = (guint) (p - start);
  if (*level == 0 || *level > 6 || p == *end || (*p != ' ' && *p != '\t'))
    return NULL;

  p = skip_spaces (p, *end);
  if (p == *end)
    return NULL;
  while (*end > p && (*end)[-1] == '#')
    (*end)--;
  *end = trim_end (p, *end);
  return p < *end ? p : NULL;
}

static gboolean
has_letter_or_digit (const char *p,
                     const char *end)
{
  for (; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* "- words", "• words". A dash isn't one: it begins what somebody says. */
static const char *
skip_bullet (const char *p,
             const char *end)
{
  static const char * const bullets[] = { "-", "*", "+", "•", "‣", "▪", "●", "◦", "■", "►", "·" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize bullet_bytes = strlen (bullets[i]);
      const char *words;

      if ((gsize) (end - p) <= bullet_bytes || memcmp (p, bullets[i], bullet_bytes) != 0)
        continue;
      words = skip_spaces (p + bullet_bytes, end);
      return words > p + bullet_bytes && has_letter_or_digit (words, end) ? words : NULL;
    }
  return NULL;
}

/* The number of "1. words" or "1) words"; it stays in the text, which may refer to it. */
static guint
read_ordinal (const char *p,
              const char *end)
{
  guint number = 0;
  const char *start = p;

  while (p < end && p - start < 3 && g_ascii_isdigit (*p))
    number = number * 10 + (guint) g_ascii_digit_value (*p++);
  if (p == start || end - p < 3 || (*p != '.' && *p != ')') || p[1] != ' ')
    return 0;
  return number;
}

/**
 * chancery_text_line_read:
 * @text: where the line begins
 * @end: the end of the whole text
 * @line: (out caller-allocates): where to return the line
 *
 * Returns: where the next line begins, or @end
 */
const char *
chancery_text_line_read (const char       *text,
                         const char       *end,
                         ChanceryTextLine *line)
{
  const char *newline = memchr (text, '\n', (gsize) (end - text));
  const char *line_end = newline != NULL ? newline : end;
  const char *p, *words;
  guint level;

  *line = (ChanceryTextLine) { .kind = CHANCERY_BLOCK_KIND_PARAGRAPH };
  line->end = trim_end (text, line_end);
  line->width = (gsize) g_utf8_strlen (text, line->end - text);

  p = skip_spaces (text, line->end);
  line->indent = (gsize) g_utf8_strlen (text, p - text);

  p = skip_quotation_marks (p, line->end, &level);
  if (level > 0)
    {
      line->kind = CHANCERY_BLOCK_KIND_QUOTATION;
      line->level = level;
      p = skip_spaces (p, line->end);
    }
  else if ((words = skip_heading_mark (p, &line->end, &level)) != NULL)
    {
      line->kind = CHANCERY_BLOCK_KIND_HEADING;
      line->level = level;
      line->is_marked = TRUE;
      p = words;
    }
  else if ((words = skip_bullet (p, line->end)) != NULL)
    {
      line->kind = CHANCERY_BLOCK_KIND_LIST_ITEM;
      line->level = (guint) MIN (line->indent / 2 + 1, CHANCERY_TEXT_LEVEL_MAX);
      line->is_marked = TRUE;
      p = words;
    }
  else
    line->ordinal = read_ordinal (p, line->end);

  line->start = p;
  return newline != NULL ? newline + 1 : end;
}

/**
 * chancery_text_line_is_blank:
 * @line: a line
 *
 * Returns: whether there is nothing in it, but perhaps the mark of a quotation
 */
gboolean
chancery_text_line_is_blank (const ChanceryTextLine *line)
{
  return line->start == line->end;
}

/**
 * chancery_text_line_underlines:
 * @line: a line
 *
 * Returns: the level of heading that the line makes of one above it, as
 *   "=====" does; 0 if it is none
 */
guint
chancery_text_line_underlines (const ChanceryTextLine *line)
{
  char sign = line->start < line->end ? *line->start : '\0';

  if ((sign != '=' && sign != '-') || line->end - line->start < 3 || line->kind != CHANCERY_BLOCK_KIND_PARAGRAPH)
    return 0;
  for (const char *p = line->start; p < line->end; p++)
    if (*p != sign)
      return 0;
  return sign == '=' ? 1 : 2;
}

static gsize
first_word_width (const ChanceryTextLine *line)
{
  gsize n_chars = 0;

  for (const char *p = line->start; p < line->end && n_chars < WIDTH_MAX; p = g_utf8_next_char (p), n_chars++)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c))
        break;
      /* Chinese and Japanese are broken between any two characters. */
      if (g_unichar_iswide (c))
        return 1;
    }

  return n_chars;
}

static gboolean
is_full (const ChanceryTextLine *line,
         const ChanceryTextLine *next,
         gsize                   width)
{
  return line->width + 1 + first_word_width (next) > width;
}

/* Whether a line may be the next one of the same block, going by its markers. */
static gboolean
can_go_on (const ChanceryTextLine *line,
           const ChanceryTextLine *next)
{
  if (chancery_text_line_is_blank (line) || chancery_text_line_is_blank (next) || next->is_marked ||
      next->ordinal != 0 || line->kind == CHANCERY_BLOCK_KIND_HEADING)
    return FALSE;
  if (line->kind == CHANCERY_BLOCK_KIND_QUOTATION || next->kind == CHANCERY_BLOCK_KIND_QUOTATION)
    return line->kind == next->kind && line->level == next->level;
  return TRUE;
}

static gboolean
begins_small (const ChanceryTextLine *line)
{
  gunichar c = g_utf8_get_char (line->start);

  return g_unichar_islower (c) || (g_unichar_isalpha (c) && !g_unichar_isupper (c) && !g_unichar_istitle (c));
}

/* Whether nothing is missing at the end of a line. */
static gboolean
ends_sentence (const ChanceryTextLine *line)
{
  const char *p = line->end;

  while (p > line->start)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (strchr (".!?:;", (int) MIN (c, 0x7f)) != NULL || c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f ||
          c == 0x061f)
        return TRUE;
      if (!(c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xbb || c == 0x201d || c == 0x2019 || c == 0x201c))
        return FALSE;
    }
  return FALSE;
}

/**
 * chancery_text_lines_find_wrapping:
 * @text: a text
 * @end: its end
 *
 * Finds out whether paragraphs are broken into lines of some width. They are if
 * most lines that others follow are so long that the next one's first word had
 * no place, and if enough of the next ones begin with a small letter; or if so
 * many do, where no sentence has ended, that it was done by hand.
 *
 * Returns: whether it is so and, if it is, at which width
 */
ChanceryTextWrapping
chancery_text_lines_find_wrapping (const char *text,
                                   const char *end)
{
  ChanceryTextWrapping wrapping = { FALSE, };
  gsize widths[WIDTH_MAX + 2] = { 0, };
  ChanceryTextLine line = { 0, }, next;
  gsize n_breaks = 0, n_above = 0, n_full = 0, n_small = 0, n_continued = 0;

  for (const char *p = text; p < end; line = next)
    {
      p = chancery_text_line_read (p, end, &next);
      if (line.start != NULL && can_go_on (&line, &next))
        {
          widths[MIN (line.width, WIDTH_MAX + 1)]++;
          n_breaks++;
        }
    }

  /* A few lines may be longer, if they have a word that could not be broken. */
  for (wrapping.width = WIDTH_MAX + 1; wrapping.width > 0; wrapping.width--)
    {
      n_above += widths[wrapping.width];
      if (n_above * 50 > n_breaks)
        break;
    }
  if (n_breaks == 0 || wrapping.width < WIDTH_MIN || wrapping.width > WIDTH_MAX)
    return wrapping;

  line = (ChanceryTextLine) { 0, };
  for (const char *p = text; p < end; line = next)
    {
      p = chancery_text_line_read (p, end, &next);
      if (line.start == NULL || !can_go_on (&line, &next))
        continue;
      if (is_full (&line, &next, wrapping.width))
        n_full++;
      if (begins_small (&next))
        n_small++;
      if (g_unichar_islower (g_utf8_get_char (next.start)) && !ends_sentence (&line))
        n_continued++;
    }

  wrapping.is_wrapped = n_full * 10 >= n_breaks * 7 && n_small * 5 >= n_breaks;
  wrapping.is_ragged = !wrapping.is_wrapped && n_continued * 2 >= n_breaks;
  wrapping.is_wrapped = wrapping.is_wrapped || wrapping.is_ragged;
  return wrapping;
}

/**
 * chancery_text_lines_go_on:
 * @wrapping: how the text's paragraphs are broken into lines
 * @line: a line
 * @next: the line after it
 *
 * Returns: whether both belong to one block
 */
gboolean
chancery_text_lines_go_on (const ChanceryTextWrapping *wrapping,
                           const ChanceryTextLine     *line,
                           const ChanceryTextLine     *next)
{
  if (!can_go_on (line, next))
    return FALSE;
  if (!wrapping->is_wrapped)
    return line->is_marked && next->indent > line->indent;
  if (next->indent >= 2 && line->indent == 0 && !line->is_marked)
    return FALSE;
  if (is_full (line, next, wrapping->width))
    return TRUE;
  return !ends_sentence (line) &&
         (begins_small (next) || (wrapping->is_ragged && line->width * 3 >= wrapping->width * 2));
}
