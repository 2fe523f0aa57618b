/* chancery-token.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChanceryTokenFlags:
 * @CHANCERY_TOKEN_WORD: letters or digits; else one sign of punctuation
 * @CHANCERY_TOKEN_CAPITAL: begins with a capital letter
 * @CHANCERY_TOKEN_UPPER: has letters, and all of them are capitals
 * @CHANCERY_TOKEN_DIGITS: begins with a digit
 * @CHANCERY_TOKEN_SPACE: white space stands before it
 * @CHANCERY_TOKEN_LINE: the first of a line
 * @CHANCERY_TOKEN_PARAGRAPH: the first of a line that follows an empty one
 * @CHANCERY_TOKEN_SENTENCE: may owe its capital to its place, as the first
 *   word of a sentence or of a quotation does
 * @CHANCERY_TOKEN_SHOUTED: in a line, or a run of words, all in capitals
 * @CHANCERY_TOKEN_TITLE_CASE: in a headline that capitalises each long word
 *
 * What a token looks like. The last three say that its case tells nothing.
 */
typedef enum
{
  CHANCERY_TOKEN_WORD = 1 << 0,
  CHANCERY_TOKEN_CAPITAL = 1 << 1,
  CHANCERY_TOKEN_UPPER = 1 << 2,
  CHANCERY_TOKEN_DIGITS = 1 << 3,
  CHANCERY_TOKEN_SPACE = 1 << 4,
  CHANCERY_TOKEN_LINE = 1 << 5,
  CHANCERY_TOKEN_PARAGRAPH = 1 << 6,
  CHANCERY_TOKEN_SENTENCE = 1 << 7,
  CHANCERY_TOKEN_SHOUTED = 1 << 8,
  CHANCERY_TOKEN_TITLE_CASE = 1 << 9,
} ChanceryTokenFlags;

/**
 * ChanceryToken:
 * @start_bytes: where it begins in the text
 * @end_bytes: the byte after its last
 * @word: its number in the vocabulary, or 0 if the vocabulary lacks it
 * @hash: of its folded form, so that words that the vocabulary lacks can be
 *   compared too
 * @flags: #ChanceryTokenFlags
 * @sign: for punctuation, the sign with its variants made one (dashes “-”,
 *   apostrophes “'”, double quotation marks “"”); 0 for a word
 */
typedef struct
{
  guint32 start_bytes;
  guint32 end_bytes;
  guint32 word;
  guint32 hash;
  guint32 flags;
  gunichar sign;
} ChanceryToken;

/* The longest folded word that is looked up; a longer one is never a term. */
#define CHANCERY_TOKEN_MAX_FOLDED 96

typedef struct _ChanceryTokeniser ChanceryTokeniser;

/**
 * ChanceryTokeniser:
 *
 * Walks over a text. Plain data on the stack.
 */
struct _ChanceryTokeniser
{
  const char *text;
  gsize length_bytes;
  gsize offset_bytes;
  gsize folded_bytes;
  char folded[CHANCERY_TOKEN_MAX_FOLDED];
};

void     chancery_tokeniser_init (ChanceryTokeniser *self,
                                  const char        *text,
                                  gsize              length_bytes);
gboolean chancery_tokeniser_next (ChanceryTokeniser *self,
                                  ChanceryToken     *token);

G_END_DECLS
