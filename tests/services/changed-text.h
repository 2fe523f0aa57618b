/* changed-text.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-selector.h"

G_BEGIN_DECLS

/* Made-up articles, and what editors do to them, for the tests and benchmarks of anchoring. The same
 * generator of random numbers makes the same texts. */

typedef enum
{
  CHANGE_NONE,
  CHANGE_SHIFTED,      /* paragraphs were put in before it */
  CHANGE_TYPOS,        /* letters were changed in it */
  CHANGE_WORDS,        /* words were changed in it */
  CHANGE_INSERTED,     /* a sentence was put into it */
  CHANGE_CUT,          /* its beginning or its end was taken away */
  CHANGE_SURROUNDINGS, /* what is before and after it was rewritten */
  CHANGE_MOVED,        /* its paragraph is elsewhere */
  CHANGE_SPACES,       /* lines are broken elsewhere */
  CHANGE_PUNCTUATION,  /* quotation marks and dashes are others */
  CHANGE_DECOMPOSED,   /* accents are characters of their own */
  CHANGE_INVISIBLE,    /* soft hyphens and the like were put in everywhere */
  CHANGE_GONE,         /* its paragraph was deleted */
  CHANGE_REPLACED,     /* its paragraph was rewritten */
  N_CHANGES,
} Change;

typedef enum
{
  SCRIPT_LATIN,
  SCRIPT_CYRILLIC,
  SCRIPT_ARABIC,
  SCRIPT_HAN,
  N_SCRIPTS,
} Script;

typedef struct
{
  char *old_text;
  char *new_text;
  ChancerySelector *selector; /* of the passage in the old text */
  gboolean is_there;
  gsize start_bytes; /* of the passage in the new text */
  gsize end_bytes;
} ChangedText;

const char  *change_get_name     (Change        change);

char        *make_paragraph      (GRand        *random,
                                  Script        script,
                                  guint         n_sentences);
ChangedText *changed_text_new    (GRand        *random,
                                  Script        script,
                                  Change        change,
                                  guint         n_paragraphs,
                                  guint         n_words);
void         changed_text_free   (ChangedText  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChangedText, changed_text_free)

G_END_DECLS
