/* chancery-store-statements.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CHANCERY_NOTE_COLUMNS:
 *
 * What chancery_store_read_note() reads, of notes AS n and articles AS a.
 */
#define CHANCERY_NOTE_COLUMNS \
  "n.uid, a.uid, n.exact, n.prefix, n.suffix, n.start_chars, n.end_chars, n.body, n.colour, n.kind, " \
  "n.tags, n.states, n.created_us, n.modified_us, n.orphan, n.due, n.links, n.score, n.foreign_json"

/**
 * CHANCERY_NOTE_COLUMNS_1:
 *
 * The same, of a library of version 1.
 */
#define CHANCERY_NOTE_COLUMNS_1 \
  "n.uid, a.uid, n.exact, n.prefix, n.suffix, n.start_chars, n.end_chars, n.body, n.colour, n.kind, " \
  "n.tags, n.states, n.created_us, n.modified_us, n.orphan, NULL, '[]', iif (n.orphan, 0.0, 1.0), NULL"

/**
 * CHANCERY_ITEM_COLUMNS:
 *
 * What chancery_store_read_item() reads, of articles AS a.
 */
#define CHANCERY_ITEM_COLUMNS \
  "a.uid, a.kicker, a.headline, a.source, a.agency, a.lang, a.published, a.published_guessed, a.is_read, a.n_notes"

/**
 * CHANCERY_ARTICLE_COLUMNS:
 *
 * What chancery_store_read_article() reads, of articles AS a and texts AS t.
 */
#define CHANCERY_ARTICLE_COLUMNS \
  "a.uid, a.section, a.kicker, a.headline, a.standfirst, a.place, a.agency, a.byline, a.lang, a.source, " \
  "a.address, a.published, a.published_guessed, t.text, t.blocks"

/**
 * ChanceryStatement:
 *
 * Each statement that the store runs more than once; it is prepared when it is
 * first run.
 */
typedef enum
{
  CHANCERY_STATEMENT_DATA_VERSION,
  CHANCERY_STATEMENT_LAST_CHANGE,
  CHANCERY_STATEMENT_CHANGES,

  CHANCERY_STATEMENT_FIND_ARTICLE,
  CHANCERY_STATEMENT_FIND_DIGEST,
  CHANCERY_STATEMENT_INSERT_ARTICLE,
  CHANCERY_STATEMENT_INSERT_TEXT,
  CHANCERY_STATEMENT_LOAD_ARTICLE,
  CHANCERY_STATEMENT_LOAD_TEXT,
  CHANCERY_STATEMENT_UPDATE_ARTICLE,
  CHANCERY_STATEMENT_SET_REMOVED,
  CHANCERY_STATEMENT_SET_ASIDE_NOTES,
  CHANCERY_STATEMENT_DELETE_NOTES_OF_ARTICLE,
  CHANCERY_STATEMENT_BRING_BACK_NOTES,
  CHANCERY_STATEMENT_FORGET_NOTES_SET_ASIDE,
  CHANCERY_STATEMENT_PURGE_ARTICLES,
  CHANCERY_STATEMENT_SET_READING,
  CHANCERY_STATEMENT_GET_READING,

  CHANCERY_STATEMENT_PUT_NOTE,
  CHANCERY_STATEMENT_MAKE_BULK,
  CHANCERY_STATEMENT_CLEAR_BULK,
  CHANCERY_STATEMENT_ADD_TO_BULK,
  CHANCERY_STATEMENT_PUT_BULK,
  CHANCERY_STATEMENT_ADD_UID_TO_BULK,
  CHANCERY_STATEMENT_FIND_MISSING_IN_BULK,
  CHANCERY_STATEMENT_DELETE_BULK,
  CHANCERY_STATEMENT_DELETE_NOTE,
  CHANCERY_STATEMENT_LOAD_NOTE,
  CHANCERY_STATEMENT_LIST_TAGS,
  CHANCERY_STATEMENT_NOTES_WITH_TAG,
  CHANCERY_STATEMENT_COUNT_BY_STATE,
  CHANCERY_STATEMENT_COUNT_BY_STATE_OF_ARTICLE,

  CHANCERY_STATEMENT_NOTE_NOW,
  CHANCERY_STATEMENT_ARTICLE_NOW,
  CHANCERY_STATEMENT_ARTICLE_ITEM,
  CHANCERY_STATEMENT_KEYS_SET_ASIDE,
  CHANCERY_STATEMENT_KEYS_OF_ARTICLE,
  CHANCERY_STATEMENT_FACTS_OF_ARTICLE,

  CHANCERY_STATEMENT_GET_CHECKED,
  CHANCERY_STATEMENT_SET_CHECKED,

  CHANCERY_N_STATEMENTS
} ChanceryStatement;

const char *chancery_statement_get_sql (ChanceryStatement statement);

G_END_DECLS
