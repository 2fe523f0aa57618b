/* chancery-term-index.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-date.h"
#include "chancery-enums.h"
#include "chancery-token.h"

G_BEGIN_DECLS

/**
 * ChanceryTermFlags:
 * @CHANCERY_TERM_BLOCKED: a phrase that only looks like a mention: it is
 *   consumed, and nothing in it is one
 * @CHANCERY_TERM_COMBINING: the first half of a compound (“Franco-”)
 * @CHANCERY_TERM_FULL_NAME: the full name of an office holder
 * @CHANCERY_TERM_SURNAME: the part by which the press calls an office holder
 * @CHANCERY_TERM_REGNAL: one whose names are given names and a number
 * @CHANCERY_TERM_END_UNKNOWN: an office holder who may be in office after the entry's last day
 */
typedef enum
{
  CHANCERY_TERM_BLOCKED = 1 << 0,
  CHANCERY_TERM_COMBINING = 1 << 1,
  CHANCERY_TERM_FULL_NAME = 1 << 2,
  CHANCERY_TERM_SURNAME = 1 << 3,
  CHANCERY_TERM_REGNAL = 1 << 4,
  CHANCERY_TERM_END_UNKNOWN = 1 << 5,
} ChanceryTermFlags;

#define CHANCERY_TERM_PERSON (CHANCERY_TERM_FULL_NAME | CHANCERY_TERM_SURNAME | CHANCERY_TERM_REGNAL)

/**
 * ChanceryTermEntry:
 * @iso: the state, or "" for a blocked phrase
 * @kind: what the form is
 * @flags: #ChanceryTermFlags
 * @office: for a person, the #ChanceryOffice
 * @person: for a person, a number that all their forms share
 * @sound: for a person, that of the given name, see chancery_name_get_sound()
 * @initial: for a person, the letter that the full name begins with, in lower
 *   case without accents
 * @capitals: bit i: the term's token i must begin with a capital
 * @uppers: bit i: all letters of the term's token i must be capitals
 * @from: the first day on which the term means the state, or none
 * @to: the last day, or none
 * @next: the next entry of the same word sequence, or 0
 *
 * One meaning of a sequence of words.
 */
typedef struct
{
  char iso[3];
  guint8 kind;
  guint8 flags;
  guint8 office;
  guint32 person;
  guint32 sound;
  gunichar initial;
  guint32 capitals;
  guint32 uppers;
  ChanceryDate from;
  ChanceryDate to;
  guint32 next;
} ChanceryTermEntry;

/**
 * ChanceryTermMatch:
 * @n_tokens: how many tokens the term covers
 * @entry: its first entry
 */
typedef struct
{
  guint n_tokens;
  guint32 entry;
} ChanceryTermMatch;

/* A term of more tokens is refused, so that looking for one takes bounded time at each place. */
#define CHANCERY_TERM_MAX_TOKENS 24

typedef struct _ChanceryTermIndex ChanceryTermIndex;

ChanceryTermIndex *chancery_term_index_new          (GBytes                  *bytes);
void               chancery_term_index_free         (ChanceryTermIndex       *self);

const char        *chancery_term_index_get_lang     (const ChanceryTermIndex *self);
guint32            chancery_term_index_lookup_word  (const ChanceryTermIndex *self,
                                                     const char              *folded,
                                                     gsize                    folded_bytes,
                                                     guint32                  hash);
guint64            chancery_term_index_get_classes  (const ChanceryTermIndex *self,
                                                     guint32                  word);
guint              chancery_term_index_match        (const ChanceryTermIndex *self,
                                                     const ChanceryToken     *tokens,
                                                     guint                    n_tokens,
                                                     ChanceryTermMatch       *matches,
                                                     guint64                 *n_steps);
const guint32     *chancery_term_index_get_people   (const ChanceryTermIndex *self,
                                                     const char              *iso,
                                                     guint                   *n_people);
const ChanceryTermEntry *chancery_term_index_get_entry (const ChanceryTermIndex *self,
                                                     guint32                  entry);
guint              chancery_term_index_get_n_words  (const ChanceryTermIndex *self);
guint              chancery_term_index_get_n_entries (const ChanceryTermIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryTermIndex, chancery_term_index_free)

G_END_DECLS
