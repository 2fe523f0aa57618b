/* chancery-note.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-date.h"
#include "chancery-enum-types.h"
#include "chancery-enums.h"
#include "chancery-note-link.h"
#include "chancery-selector.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_NOTE (chancery_note_get_type ())

G_DECLARE_FINAL_TYPE (ChanceryNote, chancery_note, CHANCERY, NOTE, GObject)

/**
 * ChanceryNoteFields:
 *
 * What a note says, borrowed; zero-initialise.
 *
 * @uid: stable across machines (a UUID); %NULL makes one
 * @article_uid: (nullable): the article it is on; %NULL for a note on a state
 * @selector: (nullable): the passage; %NULL for a note on the whole article
 * @body: (nullable): the reader's words; %NULL or empty for a bare highlight
 * @tags: (nullable): a %NULL-terminated array, sorted, without doubles
 * @states: (nullable): ISO codes of the states that it is about, likewise
 * @created_us: microseconds since 1970-01-01T00:00:00Z
 * @modified_us: likewise
 * @orphan: whether the passage could not be found in the text
 * @due: by when a forecast or a commitment should come true; zeroes for never
 * @links: (nullable) (element-type ChanceryNoteLink): what it links to, each once
 * @score: how sure its place is, 0 … 1, as anchoring found it; 0 is taken for 1
 *   unless @orphan
 * @foreign: (nullable): a JSON object with members of a W3C annotation that
 *   mean nothing here, kept and exported as they came
 */
typedef struct
{
  const char *uid;
  const char *article_uid;
  const ChancerySelector *selector;
  const char *body;
  ChanceryColour colour;
  ChanceryNoteKind kind;
  const char * const *tags;
  const char * const *states;
  gint64 created_us;
  gint64 modified_us;
  gboolean orphan;
  ChanceryDate due;
  GPtrArray *links;
  double score;
  const char *foreign;
} ChanceryNoteFields;

ChanceryNote           *chancery_note_new             (const ChanceryNoteFields *fields);
ChanceryNote           *chancery_note_copy            (ChanceryNote             *self);
void                    chancery_note_get_fields      (ChanceryNote             *self,
                                                       ChanceryNoteFields       *fields);
void                    chancery_note_assign          (ChanceryNote             *self,
                                                       ChanceryNote             *other);
gboolean                chancery_note_equal           (ChanceryNote             *self,
                                                       ChanceryNote             *other);

const char             *chancery_note_get_uid         (ChanceryNote *self);
const char             *chancery_note_get_article_uid (ChanceryNote *self);
const ChancerySelector *chancery_note_get_selector    (ChanceryNote *self);
const char             *chancery_note_get_body        (ChanceryNote *self);
void                    chancery_note_set_body        (ChanceryNote *self,
                                                       const char   *body);
ChanceryColour          chancery_note_get_colour      (ChanceryNote *self);
void                    chancery_note_set_colour      (ChanceryNote *self,
                                                       ChanceryColour colour);
ChanceryNoteKind        chancery_note_get_kind        (ChanceryNote *self);
void                    chancery_note_set_kind        (ChanceryNote *self,
                                                       ChanceryNoteKind kind);
const char * const     *chancery_note_get_tags        (ChanceryNote *self);
void                    chancery_note_set_tags        (ChanceryNote *self,
                                                       const char * const *tags);
const char * const     *chancery_note_get_states      (ChanceryNote *self);
void                    chancery_note_set_states      (ChanceryNote *self,
                                                       const char * const *states);
gint64                  chancery_note_get_created_us  (ChanceryNote *self);
gint64                  chancery_note_get_modified_us (ChanceryNote *self);
void                    chancery_note_set_modified_us (ChanceryNote *self,
                                                       gint64        modified_us);
gboolean                chancery_note_get_orphan      (ChanceryNote *self);
ChanceryDate            chancery_note_get_due         (ChanceryNote *self);
void                    chancery_note_set_due         (ChanceryNote *self,
                                                       ChanceryDate  due);
GPtrArray              *chancery_note_get_links       (ChanceryNote *self);
void                    chancery_note_set_links       (ChanceryNote *self,
                                                       GPtrArray    *links);
double                  chancery_note_get_score       (ChanceryNote *self);
const char             *chancery_note_get_foreign     (ChanceryNote *self);

G_END_DECLS
