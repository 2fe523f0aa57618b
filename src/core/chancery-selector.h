/* chancery-selector.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ChancerySelector:
 * @exact: (owned) (nullable): the words marked; %NULL for a note on a whole
 *   article or on a state
 * @prefix: (owned) (nullable): up to 32 characters before them
 * @suffix: (owned) (nullable): up to 32 characters after them
 * @has_position: whether @start_chars and @end_chars say anything
 * @start_chars: code points of canonical text before the passage
 * @end_chars: code points of canonical text up to its end
 *
 * Where a note belongs: the W3C Web Annotation model's TextQuoteSelector and
 * TextPositionSelector (https://www.w3.org/TR/annotation-model/), together.
 * Immutable.
 */
typedef struct
{
  char *exact;
  char *prefix;
  char *suffix;
  gboolean has_position;
  gsize start_chars;
  gsize end_chars;
} ChancerySelector;

#define CHANCERY_TYPE_SELECTOR (chancery_selector_get_type ())
#define CHANCERY_SELECTOR_CONTEXT_CHARS 32

GType             chancery_selector_get_type     (void);
ChancerySelector *chancery_selector_new          (const char             *exact,
                                                  const char             *prefix,
                                                  const char             *suffix);
ChancerySelector *chancery_selector_new_for_span (const char             *text,
                                                  gsize                   start_bytes,
                                                  gsize                   end_bytes);
ChancerySelector *chancery_selector_new_at       (const ChancerySelector *selector,
                                                  gsize                   start_chars,
                                                  gsize                   end_chars);
ChancerySelector *chancery_selector_copy         (const ChancerySelector *selector);
gboolean          chancery_selector_equal        (const ChancerySelector *a,
                                                  const ChancerySelector *b);
void              chancery_selector_free         (ChancerySelector       *selector);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySelector, chancery_selector_free)

G_END_DECLS
