/* chancery-selector.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-selector.h"

#include "chancery-text.h"

G_DEFINE_BOXED_TYPE (ChancerySelector, chancery_selector, chancery_selector_copy, chancery_selector_free)

/**
 * chancery_selector_new:
 * @exact: the words marked
 * @prefix: (nullable): what comes before them
 * @suffix: (nullable): what comes after them
 *
 * Returns: (transfer full): a selector by quotation alone
 */
ChancerySelector *
chancery_selector_new (const char *exact,
                       const char *prefix,
                       const char *suffix)
{
  ChancerySelector *selector;

  g_return_val_if_fail (exact != NULL, NULL);

  selector = g_new0 (ChancerySelector, 1);
  selector->exact = g_strdup (exact);
  selector->prefix = g_strdup (prefix != NULL ? prefix : "");
  selector->suffix = g_strdup (suffix != NULL ? suffix : "");

  return selector;
}

/**
 * chancery_selector_new_for_span:
 * @text: a canonical text
 * @start_bytes: where the passage begins
 * @end_bytes: the byte after its last, on the boundary of a character
 *
 * Returns: (transfer full): a selector of the passage by quotation, context
 *   and position
 */
ChancerySelector *
chancery_selector_new_for_span (const char *text,
                                gsize       start_bytes,
                                gsize       end_bytes)
{
  const char *start = text + start_bytes, *end = text + end_bytes;
  const char *before = start, *after = end;
  ChancerySelector *selector;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (start_bytes <= end_bytes, NULL);

  for (guint i = 0; i < CHANCERY_SELECTOR_CONTEXT_CHARS && before > text; i++)
    before = g_utf8_prev_char (before);
  for (guint i = 0; i < CHANCERY_SELECTOR_CONTEXT_CHARS && *after != '\0'; i++)
    after = g_utf8_next_char (after);

  selector = g_new0 (ChancerySelector, 1);
  selector->exact = g_strndup (start, end_bytes - start_bytes);
  selector->prefix = g_strndup (before, (gsize) (start - before));
  selector->suffix = g_strndup (end, (gsize) (after - end));
  selector->has_position = TRUE;
  selector->start_chars = chancery_text_chars_before (text, start_bytes);
  selector->end_chars = selector->start_chars + chancery_text_chars_before (start, end_bytes - start_bytes);

  return selector;
}

/**
 * chancery_selector_new_at:
 * @selector: a selector
 * @start_chars: code points before the passage
 * @end_chars: code points up to its end
 *
 * Returns: (transfer full): @selector with that position
 */
ChancerySelector *
chancery_selector_new_at (const ChancerySelector *selector,
                          gsize                   start_chars,
                          gsize                   end_chars)
{
  ChancerySelector *moved = chancery_selector_copy (selector);

  moved->has_position = TRUE;
  moved->start_chars = start_chars;
  moved->end_chars = end_chars;

  return moved;
}

ChancerySelector *
chancery_selector_copy (const ChancerySelector *selector)
{
  ChancerySelector *copy = g_memdup2 (selector, sizeof *selector);

  copy->exact = g_strdup (selector->exact);
  copy->prefix = g_strdup (selector->prefix);
  copy->suffix = g_strdup (selector->suffix);

  return copy;
}

/**
 * chancery_selector_equal:
 * @a: (nullable): a selector
 * @b: (nullable): a selector
 *
 * Returns: whether both say the same; %NULL equals %NULL alone
 */
gboolean
chancery_selector_equal (const ChancerySelector *a,
                         const ChancerySelector *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->has_position == b->has_position &&
         a->start_chars == b->start_chars &&
         a->end_chars == b->end_chars &&
         g_strcmp0 (a->exact, b->exact) == 0 &&
         g_strcmp0 (a->prefix, b->prefix) == 0 &&
         g_strcmp0 (a->suffix, b->suffix) == 0;
}

void
chancery_selector_free (ChancerySelector *selector)
{
  g_free (selector->exact);
  g_free (selector->prefix);
  g_free (selector->suffix);
  g_free (selector);
}
