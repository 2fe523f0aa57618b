/* chancery-json-tape.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON (RFC 8259) as annotations need it, which json-glib is not for: depth is bounded before anything is
 * read, a file of a hundred thousand annotations is read one annotation at a time, and every value keeps the
 * very bytes that it came as, so that what isn't understood goes out as it came in. Pure; any thread. */

#define CHANCERY_JSON_MAX_DEPTH 128
#define CHANCERY_JSON_MAX_NODES 1000000u

typedef enum
{
  CHANCERY_JSON_NULL,
  CHANCERY_JSON_BOOLEAN,
  CHANCERY_JSON_NUMBER,
  CHANCERY_JSON_STRING,
  CHANCERY_JSON_ARRAY,
  CHANCERY_JSON_OBJECT,
} ChanceryJsonKind;

/**
 * ChanceryJsonNode:
 * @start: (unowned): its first byte
 * @end: (unowned): the byte after its last
 * @next: the node after it and all that is in it
 * @kind: what it is
 * @escaped: whether it is a string that isn't written as it is
 *
 * The members of an object are its keys, each followed by its value.
 */
typedef struct
{
  const char *start;
  const char *end;
  guint next;
  ChanceryJsonKind kind : 8;
  guint escaped : 1;
} ChanceryJsonNode;

/**
 * ChanceryJsonTape:
 * @nodes: (owned) (element-type ChanceryJsonNode): in the order of the text; the root is the first
 *
 * A document, or one value of it. Nodes are named by their numbers; 0 stands for a member that isn't there,
 * since the root is nobody's member.
 */
typedef struct
{
  GArray *nodes;
} ChanceryJsonTape;

void              chancery_json_tape_init      (ChanceryJsonTape       *self);
void              chancery_json_tape_clear     (ChanceryJsonTape       *self);
gboolean          chancery_json_tape_parse     (ChanceryJsonTape       *self,
                                                const char             *start,
                                                const char             *end,
                                                GError                **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryJsonTape, chancery_json_tape_clear)

static inline const ChanceryJsonNode *
chancery_json_node (const ChanceryJsonTape *self,
                    guint                   node)
{
  return &g_array_index (self->nodes, ChanceryJsonNode, node);
}

static inline ChanceryJsonKind
chancery_json_kind (const ChanceryJsonTape *self,
                    guint                   node)
{
  return chancery_json_node (self, node)->kind;
}

/* The nodes in an array, or the keys and values in an object. */
#define CHANCERY_JSON_FOREACH(tape, parent, child) \
  for (guint child = (parent) + 1; child < chancery_json_node ((tape), (parent))->next; \
       child = chancery_json_node ((tape), child)->next)

guint             chancery_json_get            (const ChanceryJsonTape *self,
                                                guint                   object,
                                                const char             *key);
guint             chancery_json_length         (const ChanceryJsonTape *self,
                                                guint                   parent);
guint             chancery_json_element        (const ChanceryJsonTape *self,
                                                guint                   array,
                                                guint                   index);
gboolean          chancery_json_is             (const ChanceryJsonTape *self,
                                                guint                   node,
                                                const char             *string);
char             *chancery_json_dup_string     (const ChanceryJsonTape *self,
                                                guint                   node);
char             *chancery_json_dup_raw        (const ChanceryJsonTape *self,
                                                guint                   node);
gboolean          chancery_json_get_uint64     (const ChanceryJsonTape *self,
                                                guint                   node,
                                                guint64                *number);
double            chancery_json_get_double     (const ChanceryJsonTape *self,
                                                guint                   node);

gboolean          chancery_json_is_object      (const char             *text);

/* A large document, of which only a part is wanted at a time */

/**
 * ChanceryJsonPart:
 * @start: (unowned): its first byte
 * @end: (unowned): the byte after its last
 *
 * One value of a document that chancery_json_check() found to be right.
 */
typedef struct
{
  const char *start;
  const char *end;
} ChanceryJsonPart;

/**
 * ChanceryJsonWalk:
 *
 * A walk through the elements of an array or the members of an object.
 */
typedef struct
{
  const char *at;
  const char *end;
  gboolean object;
} ChanceryJsonWalk;

gboolean          chancery_json_check          (const char             *text,
                                                gsize                   length_bytes,
                                                ChanceryJsonPart       *root,
                                                GError                **error);
gboolean          chancery_json_walk_init      (ChanceryJsonWalk       *self,
                                                const ChanceryJsonPart *part);
gboolean          chancery_json_walk_next      (ChanceryJsonWalk       *self,
                                                ChanceryJsonPart       *key,
                                                ChanceryJsonPart       *value);

/**
 * ChanceryJsonMembers:
 *
 * The members of an object of a large document.
 */
typedef struct
{
  GArray *members;
} ChanceryJsonMembers;

void              chancery_json_members_init   (ChanceryJsonMembers       *self,
                                                const ChanceryJsonPart    *part);
void              chancery_json_members_clear  (ChanceryJsonMembers       *self);
gboolean          chancery_json_members_get    (const ChanceryJsonMembers *self,
                                                const char                *key,
                                                ChanceryJsonPart          *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChanceryJsonMembers, chancery_json_members_clear)

char             *chancery_json_part_dup_string (const ChanceryJsonPart *self);

void              chancery_json_append_string  (GString                *json,
                                                const char             *string);
void              chancery_json_append_member  (GString                *json,
                                                const char             *key);

G_END_DECLS
