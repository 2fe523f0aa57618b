/* chancery-enums.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Each enumeration has a GType (chancery-enum-types.h, made by the build);
 * the nicks are the words that JSON, the library and the tool use. */

/**
 * ChanceryMembershipStatus:
 *
 * What a state is to an organisation. The first two and the last are never
 * written in the bundled data: they are what a date is resolved to.
 */
typedef enum
{
  CHANCERY_MEMBERSHIP_STATUS_NONE,
  CHANCERY_MEMBERSHIP_STATUS_FORMER,
  CHANCERY_MEMBERSHIP_STATUS_MEMBER,
  CHANCERY_MEMBERSHIP_STATUS_SUSPENDED,
  CHANCERY_MEMBERSHIP_STATUS_OBSERVER,
  CHANCERY_MEMBERSHIP_STATUS_ASSOCIATE,
  CHANCERY_MEMBERSHIP_STATUS_PARTNER,
  CHANCERY_MEMBERSHIP_STATUS_CANDIDATE,
  CHANCERY_MEMBERSHIP_STATUS_APPLICANT,
  CHANCERY_MEMBERSHIP_STATUS_INVITED,
} ChanceryMembershipStatus;

typedef enum
{
  CHANCERY_BLOCK_KIND_PARAGRAPH,
  CHANCERY_BLOCK_KIND_HEADING,
  CHANCERY_BLOCK_KIND_QUOTATION,
  CHANCERY_BLOCK_KIND_LIST_ITEM,
} ChanceryBlockKind;

typedef enum
{
  CHANCERY_MENTION_KIND_NAME,
  CHANCERY_MENTION_KIND_OFFICIAL,
  CHANCERY_MENTION_KIND_ALIAS,
  CHANCERY_MENTION_KIND_DEMONYM,
  CHANCERY_MENTION_KIND_CAPITAL,
  CHANCERY_MENTION_KIND_LEADER,
  CHANCERY_MENTION_KIND_CODE,
} ChanceryMentionKind;

typedef enum
{
  CHANCERY_MENTION_ROLE_ACTOR,
  CHANCERY_MENTION_ROLE_VENUE,
  CHANCERY_MENTION_ROLE_OTHER,
} ChanceryMentionRole;

typedef enum
{
  CHANCERY_NOTE_KIND_NOTE,
  CHANCERY_NOTE_KIND_CLAIM,
  CHANCERY_NOTE_KIND_FORECAST,
  CHANCERY_NOTE_KIND_COMMITMENT,
  CHANCERY_NOTE_KIND_QUESTION,
} ChanceryNoteKind;

/**
 * ChanceryLinkRelation:
 * @CHANCERY_LINK_RELATION_RELATED: it has to do with it
 * @CHANCERY_LINK_RELATION_BEARS_OUT: what it links to bears the note out
 * @CHANCERY_LINK_RELATION_REFUTES: what it links to refutes the note
 *
 * What a note has to do with what it links to.
 */
typedef enum
{
  CHANCERY_LINK_RELATION_RELATED,
  CHANCERY_LINK_RELATION_BEARS_OUT,
  CHANCERY_LINK_RELATION_REFUTES,
} ChanceryLinkRelation;

/* The eight colours of a highlight, in the order of the keys 1 to 8. */
typedef enum
{
  CHANCERY_COLOUR_YELLOW,
  CHANCERY_COLOUR_GREEN,
  CHANCERY_COLOUR_BLUE,
  CHANCERY_COLOUR_PINK,
  CHANCERY_COLOUR_ORANGE,
  CHANCERY_COLOUR_PURPLE,
  CHANCERY_COLOUR_TEAL,
  CHANCERY_COLOUR_GREY,
} ChanceryColour;

#define CHANCERY_N_COLOURS (CHANCERY_COLOUR_GREY + 1)

const char *chancery_enum_to_nick   (GType       type,
                                     int         value);
gboolean    chancery_enum_from_nick (GType       type,
                                     const char *nick,
                                     int        *value);

G_END_DECLS
