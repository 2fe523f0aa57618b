/* chancery-reading.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "chancery-date.h"
#include "chancery-enums.h"
#include "chancery-term-index.h"

G_BEGIN_DECLS

/**
 * ChanceryCandidate:
 * @first: its first token
 * @last: its last token
 * @entries: the first of the entries that its words have, or 0 for a name
 *   that the text itself ties to an office
 * @entry: the entry that was chosen, or 0
 * @iso: the state, once chosen
 * @kind: the form, once chosen
 * @role: the role, once known
 * @person: for a leader, the number of the person
 * @blocked: whether it only looks like a mention
 * @dropped: the name of the rule that found it isn't a mention, or %NULL
 * @settled: whether @iso is beyond doubt
 * @has_role: whether @role was found by a rule of its own
 * @dateline: whether it stands in a dateline
 * @replaced: whether another one stands in its place
 *
 * What may be a mention. Candidates of a text don't overlap.
 */
typedef struct
{
  guint first;
  guint last;
  guint32 entries;
  guint32 entry;
  char iso[3];
  guint8 kind;
  guint8 role;
  guint32 person;
  const char *dropped;
  guint blocked : 1;
  guint settled : 1;
  guint has_role : 1;
  guint dateline : 1;
  guint replaced : 1;
} ChanceryCandidate;

/**
 * ChanceryWordFacts:
 * @CHANCERY_WORD_SEEN_LOWER: stands in the text in lower case
 * @CHANCERY_WORD_PERSON: is, in the text, somebody's name
 * @CHANCERY_WORD_TOWN: is, in the text, a town in some other state
 * @CHANCERY_WORD_CAPITAL: is where the text was written
 *
 * What the text as a whole says of a word.
 */
typedef enum
{
  CHANCERY_WORD_SEEN_LOWER = 1 << 0,
  CHANCERY_WORD_PERSON = 1 << 1,
  CHANCERY_WORD_TOWN = 1 << 2,
  CHANCERY_WORD_CAPITAL = 1 << 3,
} ChanceryWordFacts;

/**
 * ChanceryReading:
 *
 * One text being read: its tokens, what is known of them, and the candidates
 * so far. Used by one thread.
 */
typedef struct
{
  const ChanceryTermIndex *index; /* (unowned) */
  const char *text;               /* (unowned) */
  gsize length_bytes;
  gboolean is_english; /* whose rules are the fullest */
  ChanceryDate date;
  GCancellable *cancellable; /* (unowned) (nullable) */

  ChanceryToken *tokens; /* (owned) (array length=n_tokens) */
  guint n_tokens;
  GArray *candidates; /* (owned) of ChanceryCandidate, by place */
  guint32 *candidate_at; /* (owned) a token's candidate + 1, or 0 */

  char dateline_iso[3]; /* where the text says it was written, or "" */
  guint dateline_end;   /* the first token after the dateline */
  guint64 n_steps;      /* tokens looked at, for the test of linear time */

  /* What the text as a whole says, gathered once. */
  guint8 *word_facts;       /* (owned) ChanceryWordFacts, by word */
  guint16 evidence[26 * 26]; /* how often a state is named other than by its capital */
  gboolean names_union;      /* whether the European Union is spoken of */
  int georgia_score;         /* above 0 the country, below 0 the state of the US */
} ChanceryReading;

ChanceryReading *chancery_reading_new         (const ChanceryTermIndex *index,
                                               const char              *text,
                                               gsize                    length_bytes,
                                               ChanceryDate             date,
                                               GCancellable            *cancellable);
void             chancery_reading_free        (ChanceryReading         *self);

gboolean         chancery_reading_find_candidates (ChanceryReading     *self);
void             chancery_reading_add_candidate (ChanceryReading       *self,
                                               const ChanceryCandidate *candidate);
gboolean         chancery_reading_in_office   (const ChanceryReading   *self,
                                               const ChanceryTermEntry *entry);
void             chancery_reading_sort_candidates (ChanceryReading     *self);
gboolean         chancery_reading_entry_applies (ChanceryReading         *self,
                                               const ChanceryTermEntry *entry);

/* Tokens before the first and after the last are empty: they have no flags and no classes. */
static const ChanceryToken chancery_reading_no_token = { 0 };

static inline const ChanceryToken *
chancery_reading_token (const ChanceryReading *self,
                        gint64                 i)
{
  return i >= 0 && i < (gint64) self->n_tokens ? &self->tokens[i] : &chancery_reading_no_token;
}

static inline guint64
chancery_reading_classes (const ChanceryReading *self,
                          gint64                 i)
{
  return chancery_term_index_get_classes (self->index, chancery_reading_token (self, i)->word);
}

static inline gboolean
chancery_reading_has (const ChanceryReading *self,
                      gint64                 i,
                      guint64                classes)
{
  return (chancery_reading_classes (self, i) & classes) != 0;
}

static inline gboolean
chancery_reading_flag (const ChanceryReading *self,
                       gint64                 i,
                       guint32                flags)
{
  return (chancery_reading_token (self, i)->flags & flags) != 0;
}

static inline gboolean
chancery_reading_sign (const ChanceryReading *self,
                       gint64                 i,
                       gunichar               sign)
{
  return chancery_reading_token (self, i)->sign == sign;
}

guint            chancery_reading_get_evidence (const ChanceryReading  *self,
                                               const char              *iso);
void             chancery_reading_add_evidence (ChanceryReading        *self,
                                               const char              *iso);
gboolean         chancery_reading_is          (const ChanceryReading   *self,
                                               gint64                   i,
                                               const char              *words);
gboolean         chancery_reading_is_name     (const ChanceryReading   *self,
                                               gint64                   i);
gboolean         chancery_reading_ends_sentence (const ChanceryReading *self,
                                               gint64                   i);
ChanceryCandidate *chancery_reading_candidate_at (const ChanceryReading *self,
                                               gint64                   i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryReading, chancery_reading_free)

G_END_DECLS
