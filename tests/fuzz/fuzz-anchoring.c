/* fuzz-anchoring.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "anchoring/chancery-anchoring.h"

int LLVMFuzzerTestOneInput (const guchar *data,
                            gsize         size);

static gboolean
is_boundary (const char *text,
             gsize       place)
{
  return ((guchar) text[place] & 0xc0) != 0x80;
}

static void
check (const char             *text,
       gboolean                found,
       const ChanceryAnchor   *anchor,
       const ChancerySelector *selector)
{
  g_assert_cmpuint (anchor->start_bytes, <=, anchor->end_bytes);
  g_assert_cmpuint (anchor->end_bytes, <=, strlen (text));
  g_assert_true (is_boundary (text, anchor->start_bytes) && is_boundary (text, anchor->end_bytes));
  g_assert_true (anchor->score >= 0.0 && anchor->score <= 1.0);
  if (found)
    g_assert_cmpuint (anchor->start_bytes, <, anchor->end_bytes);
  g_assert_cmpint (found, ==, anchor->score >= CHANCERY_ANCHOR_SCORE_MIN);
}

/* The input is text, exact, prefix and suffix, parted by line feeds, after two bytes of position. What
 * is found is a passage of the text, and what is there unchanged is found. */
int
LLVMFuzzerTestOneInput (const guchar *data,
                        gsize         size)
{
  g_autofree char *input = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (ChancerySelector) selector = NULL;
  g_autoptr (ChancerySelector) own = NULL;
  g_autoptr (ChanceryAnchorText) prepared = NULL;
  ChanceryAnchor anchor;
  const char *start, *end;

  if (size < 2)
    return 0;
  input = g_strndup ((const char *) data + 2, size - 2);
  text = g_utf8_make_valid (input, -1);
  parts = g_strsplit (text, "\n", 4);
  if (g_strv_length (parts) < 4)
    return 0;

  selector = chancery_selector_new (parts[1], parts[2], parts[3]);
  selector->has_position = data[0] != 0xff;
  selector->start_chars = (gsize) data[0] * 256 + data[1];
  selector->end_chars = selector->start_chars + data[1];
  check (parts[0], chancery_anchor_quote (parts[0], selector, &anchor), &anchor, selector);
  prepared = chancery_anchor_text_new (parts[0], strlen (parts[0]));
  check (parts[0], chancery_anchor_text_find (prepared, selector, &anchor), &anchor, selector);

  if (*parts[0] == '\0')
    return 0;
  start = g_utf8_offset_to_pointer (parts[0], data[0] % g_utf8_strlen (parts[0], -1));
  end = g_utf8_offset_to_pointer (start, 1 + data[1] % g_utf8_strlen (start, -1));
  own = chancery_selector_new_for_span (parts[0], (gsize) (start - parts[0]), (gsize) (end - parts[0]));
  g_assert_true (chancery_anchor_quote (parts[0], own, &anchor));
  g_assert_cmpuint (anchor.start_bytes, ==, (gsize) (start - parts[0]));
  g_assert_cmpuint (anchor.end_bytes, ==, (gsize) (end - parts[0]));

  return 0;
}
