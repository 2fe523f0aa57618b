/* chancery-text-blocks.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-text-blocks.h"

#include <string.h>

#include "chancery-front-lines.h"
#include "chancery-text-lines.h"

/* How large a block grows when a text has more than CHANCERY_TEXT_BLOCKS_MAX. */
#define COARSE_BLOCK_BYTES ((gsize) 64 * 1024)

/* An underlined heading isn't longer, nor is one without any mark. */
#define HEADING_CHARS_MAX 120
#define BARE_HEADING_CHARS_MAX 60

typedef struct
{
  GPtrArray *blocks;
  GString *text;
  ChanceryBlockKind kind;
  guint level;
  guint n_lines;
  guint ordinal;
} Builder;

static gboolean
is_wide_at_end (const GString *text)
{
  return g_unichar_iswide (g_utf8_get_char (g_utf8_prev_char (text->str + text->len)));
}

/* What stands between two lines of a block: a space, but not in Chinese, nor
 * where a word is divided or compounded with a hyphen. */
static void
append_joint (GString    *text,
              const char *next)
{
  gunichar first = g_utf8_get_char (next);

  if (text->len == 0)
    return;
  if (is_wide_at_end (text) && g_unichar_iswide (first))
    return;
  if (text->len >= 2 && text->str[text->len - 1] == '-' && g_unichar_islower (first) &&
      g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (text->str + text->len - 1))))
    return;
  g_string_append_c (text, ' ');
}

/* Appends words with one space between them. */
static void
append_words (GString    *text,
              const char *start,
              const char *end)
{
  for (const char *p = start; p < end;)
    {
      const char *run = p;

      while (p < end && *p != ' ' && *p != '\t')
        p++;
      g_string_append_len (text, run, (gssize) (p - run));
      if (p < end)
        g_string_append_c (text, ' ');
      while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    }
}

static void
finish_block (Builder *builder)
{
  if (builder->text->len == 0)
    return;

  g_ptr_array_add (builder->blocks, chancery_block_new (builder->kind, builder->level, builder->text->str));
  g_string_truncate (builder->text, 0);
  builder->n_lines = 0;
}

static gboolean
is_coarse (const Builder *builder)
{
  return builder->blocks->len >= CHANCERY_TEXT_BLOCKS_MAX && builder->text->len < COARSE_BLOCK_BYTES;
}

static void
begin_block (Builder                *builder,
             const ChanceryTextLine *line)
{
  builder->kind = line->kind;
  builder->level = line->level;
  /* A number begins a list if it is 1 or the next one after an item's. */
  if (line->ordinal != 0 && (line->ordinal == 1 || line->ordinal == builder->ordinal + 1))
    {
      builder->kind = CHANCERY_BLOCK_KIND_LIST_ITEM;
      builder->level = (guint) MIN (line->indent / 2 + 1, CHANCERY_TEXT_LEVEL_MAX);
      builder->ordinal = line->ordinal;
    }
}

static gboolean
can_be_heading (const Builder *builder)
{
  return builder->text->len > 0 && builder->n_lines == 1 && builder->kind == CHANCERY_BLOCK_KIND_PARAGRAPH &&
         g_utf8_strlen (builder->text->str, (gssize) builder->text->len) <= HEADING_CHARS_MAX;
}

/**
 * chancery_text_blocks_split:
 * @text: clean text, as chancery_text_decode() returns it
 * @length_bytes: how long it is
 *
 * Divides plain text into blocks: paragraphs, which blank lines part, or else
 * every line end if lines aren't broken at some width; headings, quotations and
 * list items by their marks, which are taken off, but for numbers. Nothing else
 * is lost but white space.
 *
 * Takes linear time. Any thread.
 *
 * Returns: (transfer full) (element-type ChanceryBlock): the blocks
 */
GPtrArray *
chancery_text_blocks_split (const char *text,
                            gsize       length_bytes)
{
  const char *end = text + length_bytes;
  ChanceryTextWrapping wrapping = chancery_text_lines_find_wrapping (text, end);
  ChanceryTextLine line = { 0, }, next;
  Builder builder = { 0, };

  builder.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  builder.text = g_string_new (NULL);

  for (const char *p = text; p < end; line = next)
    {
      guint underline;

      p = chancery_text_line_read (p, end, &next);
      if (chancery_text_line_is_blank (&next))
        {
          if (!is_coarse (&builder))
            finish_block (&builder);
          continue;
        }

      underline = chancery_text_line_underlines (&next);
      if (underline != 0 && can_be_heading (&builder) && line.start != NULL && !chancery_text_line_is_blank (&line))
        {
          builder.kind = CHANCERY_BLOCK_KIND_HEADING;
          builder.level = underline;
          finish_block (&builder);
          continue;
        }

      if (builder.text->len > 0 && !is_coarse (&builder) &&
          (line.start == NULL || !chancery_text_lines_go_on (&wrapping, &line, &next)))
        finish_block (&builder);
      if (builder.text->len == 0)
        begin_block (&builder, &next);
      append_joint (builder.text, next.start);
      append_words (builder.text, next.start, next.end);
      builder.n_lines++;
    }
  finish_block (&builder);

  g_string_free (builder.text, TRUE);
  return builder.blocks;
}

static gboolean
is_running_text (const ChanceryBlock *block)
{
  return block->kind == CHANCERY_BLOCK_KIND_PARAGRAPH && chancery_front_line_ends_sentence (block->text);
}

static gboolean
looks_like_heading (const ChanceryBlock *block)
{
  const char *text = block->text;
  gunichar last = *text != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;

  return block->kind == CHANCERY_BLOCK_KIND_PARAGRAPH &&
         strlen (text) <= BARE_HEADING_CHARS_MAX * 4 &&
         g_utf8_strlen (text, -1) <= BARE_HEADING_CHARS_MAX &&
         g_unichar_isalpha (g_utf8_get_char (text)) && !g_unichar_islower (g_utf8_get_char (text)) &&
         g_unichar_isalnum (last) &&
         strchr (text, ':') == NULL &&
         !chancery_front_line_is_button (text);
}

/**
 * chancery_text_blocks_find_headings:
 * @blocks: (element-type ChanceryBlock): the blocks of a report
 *
 * Makes headings of the short lines that stand between paragraphs of whole
 * sentences and are none themselves.
 */
void
chancery_text_blocks_find_headings (GPtrArray *blocks)
{
  for (guint i = 1; i + 1 < blocks->len; i++)
    {
      ChanceryBlock *block = g_ptr_array_index (blocks, i);

      if (looks_like_heading (block) && is_running_text (g_ptr_array_index (blocks, i - 1)) &&
          is_running_text (g_ptr_array_index (blocks, i + 1)))
        {
          block->kind = CHANCERY_BLOCK_KIND_HEADING;
          block->level = 2;
        }
    }
}
