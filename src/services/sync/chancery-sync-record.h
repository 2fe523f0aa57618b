/* chancery-sync-record.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-store-sync.h"

G_BEGIN_DECLS

/* What all machines together say of one note or article. Pure; any thread.
 *
 * A record is a set of members, each with the values that were written and that nobody who knew of them has
 * replaced. Every value has a dot: the number and the machine of its writing. The clock says which dots are known.
 * Of two records, a value stays if both have it, or if the other has never heard of it; so joining is commutative,
 * associative and idempotent, and no order of deliveries matters (N. Preguiça et al., Dotted Version Vectors, 2010;
 * M. Shapiro et al., Conflict-free Replicated Data Types, 2011). Numbers grow past all that are known, as Lamport's
 * clocks do: what was written with knowledge of something has the higher number, whatever the time of day. */

#define CHANCERY_SYNC_VERSION 1

/* What a file may be at most. */
#define CHANCERY_SYNC_MAX_NOTE_BYTES ((gsize) 8 * 1024 * 1024)
#define CHANCERY_SYNC_MAX_ARTICLE_BYTES ((gsize) 96 * 1024 * 1024)

/* The member that says whether it is there. */
#define CHANCERY_SYNC_LIFE "life"

/**
 * ChancerySyncEntry:
 * @number: the number of the writing
 * @by: (owned): the machine that wrote
 * @value: (owned): JSON without white space
 *
 * A value that was written, and its dot.
 */
typedef struct
{
  guint64 number;
  char *by;
  char *value;
} ChancerySyncEntry;

/**
 * ChancerySyncRecord:
 * @kind: what it is of
 * @uid: (owned): which note or article
 * @clock: (owned) (element-type utf8 guint64): the highest number known of each machine
 * @members: (owned) (element-type utf8 GPtrArray): the entries of each member, in order; none is empty
 * @stripped: whether it was removed so long ago that nothing else is kept of it
 */
typedef struct
{
  ChancerySyncKind kind;
  char *uid;
  GHashTable *clock;
  GHashTable *members;
  gboolean stripped;
} ChancerySyncRecord;

#define CHANCERY_SYNC_ERROR (chancery_sync_error_quark ())

/**
 * ChancerySyncError:
 * @CHANCERY_SYNC_ERROR_UNREADABLE: half-written or damaged
 * @CHANCERY_SYNC_ERROR_NEWER: a newer version of the program wrote it
 * @CHANCERY_SYNC_ERROR_FOREIGN: not ours
 * @CHANCERY_SYNC_ERROR_NO_FOLDER: the folder isn't there, or isn't the one that it was
 */
typedef enum
{
  CHANCERY_SYNC_ERROR_UNREADABLE,
  CHANCERY_SYNC_ERROR_NEWER,
  CHANCERY_SYNC_ERROR_FOREIGN,
  CHANCERY_SYNC_ERROR_NO_FOLDER,
} ChancerySyncError;

GQuark              chancery_sync_error_quark       (void);

ChancerySyncRecord *chancery_sync_record_new        (ChancerySyncKind           kind,
                                                     const char                *uid);
void                chancery_sync_record_free       (ChancerySyncRecord        *self);
ChancerySyncRecord *chancery_sync_record_parse      (const char                *text,
                                                     gsize                      length_bytes,
                                                     GError                   **error);
char               *chancery_sync_record_to_text    (const ChancerySyncRecord  *self);
gboolean            chancery_sync_record_join       (ChancerySyncRecord        *self,
                                                     const ChancerySyncRecord  *other);

guint64             chancery_sync_record_known      (const ChancerySyncRecord  *self,
                                                     const char                *by);
guint64             chancery_sync_record_next       (const ChancerySyncRecord  *self);
void                chancery_sync_record_put        (ChancerySyncRecord        *self,
                                                     guint64                    number,
                                                     const char                *by,
                                                     const char                *member,
                                                     const char                *value);
void                chancery_sync_record_add        (ChancerySyncRecord        *self,
                                                     guint64                    number,
                                                     const char                *by,
                                                     const char                *member,
                                                     const char                *value);
void                chancery_sync_record_clear      (ChancerySyncRecord        *self,
                                                     guint64                    number,
                                                     const char                *by,
                                                     const char                *member);
void                chancery_sync_record_strip      (ChancerySyncRecord        *self);

GPtrArray          *chancery_sync_record_get        (const ChancerySyncRecord  *self,
                                                     const char                *member);
const char         *chancery_sync_record_get_value  (const ChancerySyncRecord  *self,
                                                     const char                *member);

gint64              chancery_sync_digest            (const char                *data,
                                                     gsize                      length_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChancerySyncRecord, chancery_sync_record_free)

G_END_DECLS
