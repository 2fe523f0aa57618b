/* chancery-note-reshape.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-reshape.h"

#include <string.h>

/* What becomes of notes when their passages are extended, shrunk, split and merged. Pure functions: what they return
 * is written by a history. */

static gboolean
contains (const char * const *states,
          const char         *iso)
{
  return states != NULL && g_strv_contains (states, iso);
}

/* A note is filed under the states that its passage mentions, when it is made. Where the passage changes, those that
 * are no longer in it go and those that are new come; what the user added or took off stays as it is. */
static GStrv
dup_states_on (const char * const    *states,
               const ChanceryPassage *before,
               const ChanceryPassage *after,
               GArray                *mentions)
{
  g_auto (GStrv) were = chancery_passage_dup_states (before, mentions);
  g_auto (GStrv) are = chancery_passage_dup_states (after, mentions);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; states != NULL && states[i] != NULL; i++)
    if (!contains ((const char * const *) were, states[i]) || contains ((const char * const *) are, states[i]))
      g_strv_builder_add (builder, states[i]);
  for (gsize i = 0; are[i] != NULL; i++)
    if (!contains ((const char * const *) were, are[i]))
      g_strv_builder_add (builder, are[i]);

  return g_strv_builder_end (builder);
}

static ChancerySelector *
make_selector (ChanceryArticle       *article,
               const ChanceryPassage *passage)
{
  return chancery_selector_new_for_span (chancery_article_get_text (article), passage->start_bytes, passage->end_bytes);
}

/**
 * chancery_note_new_on_passage:
 * @note: a note on a passage of @article
 * @article: its article
 * @passage: the passage that it is to have
 * @mentions: (nullable) (element-type ChanceryMention): the states mentioned in
 *   @article; %NULL if that isn't known, and then the note's stay as they are
 *
 * Returns: (transfer full): the same note on that passage, which is sure, and
 *   filed under the states in it
 */
ChanceryNote *
chancery_note_new_on_passage (ChanceryNote          *note,
                              ChanceryArticle       *article,
                              const ChanceryPassage *passage,
                              GArray                *mentions)
{
  g_autoptr (ChancerySelector) selector = make_selector (article, passage);
  g_auto (GStrv) states = NULL;
  ChanceryPassage before;
  ChanceryNoteFields fields;

  chancery_note_get_fields (note, &fields);
  if (mentions != NULL && chancery_passage_locate (article, fields.selector, TRUE, &before))
    {
      states = dup_states_on (fields.states, &before, passage, mentions);
      fields.states = (const char * const *) states;
    }
  fields.selector = selector;
  fields.orphan = FALSE;
  fields.score = 1;

  return chancery_note_new (&fields);
}

/**
 * chancery_note_split:
 * @note: a note on a passage of @article
 * @article: its article
 * @offset_bytes: where in the text to split it
 * @mentions: (nullable) (element-type ChanceryMention): the states mentioned in
 *   @article
 * @now_us: the moment that the second note is made at
 *
 * Splits a note in two. The first keeps what is written; the second looks the
 * same and has its kind and tags. Each is filed under the states in its part,
 * and both under those that the user added.
 *
 * Returns: (transfer full) (nullable) (element-type ChanceryNoteChange): what
 *   changes; %NULL if the place isn't within the passage
 */
GPtrArray *
chancery_note_split (ChanceryNote    *note,
                     ChanceryArticle *article,
                     gsize            offset_bytes,
                     GArray          *mentions,
                     gint64           now_us)
{
  ChanceryPassage passage, first, second;
  g_autoptr (ChanceryNote) whole = NULL;
  ChanceryNoteFields fields;
  GPtrArray *changes;

  if (chancery_note_get_orphan (note) ||
      !chancery_passage_locate (article, chancery_note_get_selector (note), TRUE, &passage) ||
      !chancery_passage_split (chancery_article_get_text (article), &passage, offset_bytes, &first, &second))
    return NULL;

  chancery_note_get_fields (note, &fields);
  whole = chancery_note_new (&(ChanceryNoteFields) {
    .article_uid = fields.article_uid,
    .selector = fields.selector,
    .colour = fields.colour,
    .kind = fields.kind,
    .tags = fields.tags,
    .states = fields.states,
    .created_us = now_us,
    .modified_us = now_us,
  });

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);
  g_ptr_array_add (changes, chancery_note_change_new_take (chancery_note_copy (note),
                                                           chancery_note_new_on_passage (note, article, &first, mentions)));
  g_ptr_array_add (changes, chancery_note_change_new_take (NULL,
                                                           chancery_note_new_on_passage (whole, article, &second, mentions)));

  return changes;
}

/* Merging */

static gsize
get_start (ChanceryNote *note)
{
  return chancery_note_get_selector (note)->start_chars;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  ChanceryNote *first = *(ChanceryNote * const *) a;
  ChanceryNote *second = *(ChanceryNote * const *) b;

  if (get_start (first) != get_start (second))
    return get_start (first) < get_start (second) ? -1 : 1;

  return strcmp (chancery_note_get_uid (first), chancery_note_get_uid (second));
}

static gboolean
has_passage (ChanceryNote *note)
{
  const ChancerySelector *selector = chancery_note_get_selector (note);

  return !chancery_note_get_orphan (note) && selector != NULL && selector->exact != NULL && selector->has_position;
}

/* Whether there is nothing but space and punctuation up to where the next one begins, as far as the note knows. */
static gboolean
reaches (ChanceryNote *note,
         gsize         start_chars)
{
  const ChancerySelector *selector = chancery_note_get_selector (note);
  gsize gap_chars;

  if (start_chars <= selector->end_chars)
    return TRUE;

  gap_chars = start_chars - selector->end_chars;
  if (selector->suffix == NULL || gap_chars > (gsize) g_utf8_strlen (selector->suffix, -1))
    return FALSE;

  return chancery_passage_is_gap (selector->suffix,
                                  (gsize) (g_utf8_offset_to_pointer (selector->suffix, (glong) gap_chars) - selector->suffix));
}

static GPtrArray *
dup_in_order (GPtrArray *notes)
{
  GPtrArray *sorted = g_ptr_array_new_full (notes->len, NULL);

  g_ptr_array_extend (sorted, notes, NULL, NULL);
  g_ptr_array_sort (sorted, compare_places);

  return sorted;
}

/**
 * chancery_notes_get_mergeability:
 * @notes: (element-type ChanceryNote): notes in any order
 *
 * Tells from the notes alone, quickly, whether they overlap or follow each
 * other with nothing but space and punctuation between them.
 *
 * Returns: whether they can be merged, or why not
 */
ChanceryMergeability
chancery_notes_get_mergeability (GPtrArray *notes)
{
  g_autoptr (GPtrArray) sorted = NULL;
  ChanceryNote *last;

  if (notes->len < 2)
    return CHANCERY_MERGE_TOO_FEW;

  for (guint i = 0; i < notes->len; i++)
    if (!has_passage (g_ptr_array_index (notes, i)))
      return CHANCERY_MERGE_WITHOUT_PASSAGE;
  for (guint i = 1; i < notes->len; i++)
    if (g_strcmp0 (chancery_note_get_article_uid (g_ptr_array_index (notes, i)),
                   chancery_note_get_article_uid (g_ptr_array_index (notes, 0))) != 0)
      return CHANCERY_MERGE_IN_SEVERAL_ARTICLES;

  sorted = dup_in_order (notes);
  last = g_ptr_array_index (sorted, 0);
  for (guint i = 1; i < sorted->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (sorted, i);

      if (!reaches (last, get_start (note)))
        return CHANCERY_MERGE_APART;
      if (chancery_note_get_selector (note)->end_chars > chancery_note_get_selector (last)->end_chars)
        last = note;
    }

  return CHANCERY_MERGE_POSSIBLE;
}

/* A note, and where its passage is in the text. */
typedef struct
{
  ChanceryNote *note;
  ChanceryPassage passage;
} Place;

static int
compare_passages (gconstpointer a,
                  gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->passage.start_bytes != second->passage.start_bytes)
    return first->passage.start_bytes < second->passage.start_bytes ? -1 : 1;

  return strcmp (chancery_note_get_uid (first->note), chancery_note_get_uid (second->note));
}

/* Finds the passages, and sorts them. */
static ChanceryMergeability
locate_all (GPtrArray       *notes,
            ChanceryArticle *article,
            GArray          *places)
{
  for (guint i = 0; i < notes->len; i++)
    {
      Place place = { .note = g_ptr_array_index (notes, i) };

      if (g_strcmp0 (chancery_note_get_article_uid (place.note), chancery_article_get_uid (article)) != 0)
        return CHANCERY_MERGE_IN_SEVERAL_ARTICLES;
      if (chancery_note_get_orphan (place.note) ||
          !chancery_passage_locate (article, chancery_note_get_selector (place.note), TRUE, &place.passage))
        return CHANCERY_MERGE_WITHOUT_PASSAGE;
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_passages);

  return places->len < 2 ? CHANCERY_MERGE_TOO_FEW : CHANCERY_MERGE_POSSIBLE;
}

/* Makes one passage of all. Returns whether there are no words between them. */
static gboolean
join (const char      *text,
      GArray          *places,
      ChanceryPassage *all)
{
  *all = g_array_index (places, Place, 0).passage;
  for (guint i = 1; i < places->len; i++)
    {
      const ChanceryPassage *passage = &g_array_index (places, Place, i).passage;

      if (!chancery_passage_touches (text, all, passage))
        return FALSE;
      all->end_bytes = MAX (all->end_bytes, passage->end_bytes);
    }

  return TRUE;
}

static void
add_all (GStrvBuilder       *builder,
         const char * const *words)
{
  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    g_strv_builder_add (builder, words[i]);
}

static gboolean
is_to_one_of (const ChanceryNoteLink *link,
              GArray                 *places)
{
  for (guint i = 0; i < places->len; i++)
    if (g_strcmp0 (link->note_uid, chancery_note_get_uid (g_array_index (places, Place, i).note)) == 0)
      return TRUE;

  return FALSE;
}

/* Links among the notes themselves mean nothing once these are one. */
static void
add_links (GPtrArray *links,
           GPtrArray *more,
           GArray    *places)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    {
      const ChanceryNoteLink *link = g_ptr_array_index (more, i);

      if (!is_to_one_of (link, places) &&
          !g_ptr_array_find_with_equal_func (links, link, (GEqualFunc) chancery_note_link_equal, NULL))
        g_ptr_array_add (links, chancery_note_link_copy (link));
    }
}

static ChanceryNote *
make_merged (GArray                 *places,
             const ChancerySelector *selector)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GStrvBuilder) tags_builder = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) states_builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) links = chancery_note_links_new ();
  g_auto (GStrv) tags = NULL;
  g_auto (GStrv) states = NULL;
  ChanceryNoteFields merged;

  chancery_note_get_fields (g_array_index (places, Place, 0).note, &merged);
  for (guint i = 0; i < places->len; i++)
    {
      ChanceryNoteFields fields;

      chancery_note_get_fields (g_array_index (places, Place, i).note, &fields);
      if (fields.body != NULL && *fields.body != '\0')
        g_string_append_printf (body, body->len > 0 ? "\n\n%s" : "%s", fields.body);
      add_all (tags_builder, fields.tags);
      add_all (states_builder, fields.states);
      add_links (links, fields.links, places);
      merged.created_us = MIN (merged.created_us, fields.created_us);
      if (merged.kind == CHANCERY_NOTE_KIND_NOTE)
        merged.kind = fields.kind;
      if (chancery_date_is_set (fields.due) &&
          (!chancery_date_is_set (merged.due) || chancery_date_compare (fields.due, merged.due) < 0))
        merged.due = fields.due;
    }

  tags = g_strv_builder_end (tags_builder);
  states = g_strv_builder_end (states_builder);
  merged.body = body->str;
  merged.tags = (const char * const *) tags;
  merged.states = (const char * const *) states;
  merged.links = links;
  merged.selector = selector;
  merged.orphan = FALSE;
  merged.score = 1;

  return chancery_note_new (&merged);
}

/**
 * chancery_notes_merge:
 * @notes: (element-type ChanceryNote): notes on passages of @article, in any
 *   order
 * @article: their article
 * @mergeability: (out) (optional): return location for why not
 *
 * Merges notes into the first of them in the text. What is written in them
 * stands one below the other; tags, states and links are those of all; the
 * first kind that isn't plain, the earliest due date and the earliest moment
 * of creation stay. No state comes in that none of them was filed under, for
 * there is no word between their passages.
 *
 * Returns: (transfer full) (nullable) (element-type ChanceryNoteChange): what
 *   changes, the note that stays first; %NULL if they can't be merged
 */
GPtrArray *
chancery_notes_merge (GPtrArray            *notes,
                      ChanceryArticle      *article,
                      ChanceryMergeability *mergeability)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (ChancerySelector) selector = NULL;
  ChanceryMergeability answer = locate_all (notes, article, places);
  ChanceryPassage all;
  GPtrArray *changes;

  if (answer == CHANCERY_MERGE_POSSIBLE && !join (chancery_article_get_text (article), places, &all))
    answer = CHANCERY_MERGE_APART;
  if (mergeability != NULL)
    *mergeability = answer;
  if (answer != CHANCERY_MERGE_POSSIBLE)
    return NULL;

  selector = make_selector (article, &all);
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_change_free);
  for (guint i = 0; i < places->len; i++)
    {
      ChanceryNote *note = g_array_index (places, Place, i).note;

      g_ptr_array_add (changes, chancery_note_change_new_take (chancery_note_copy (note),
                                                               i == 0 ? make_merged (places, selector) : NULL));
    }

  return changes;
}

/**
 * chancery_note_new_relinked:
 * @note: a note
 * @merged: (element-type ChanceryNote): notes that became one
 * @uid: the one that stays
 *
 * Returns: (transfer full) (nullable): the same note, whose links to any of
 *   @merged are to the one that stays, each once; %NULL if it has none to change
 */
ChanceryNote *
chancery_note_new_relinked (ChanceryNote *note,
                            GPtrArray    *merged,
                            const char   *uid)
{
  g_autoptr (GPtrArray) links = chancery_note_links_new ();
  ChanceryNoteFields fields;

  chancery_note_get_fields (note, &fields);
  for (guint i = 0; fields.links != NULL && i < fields.links->len; i++)
    {
      const ChanceryNoteLink *link = g_ptr_array_index (fields.links, i);
      gboolean is_merged = FALSE;
      g_autoptr (ChanceryNoteLink) changed = NULL;

      for (guint j = 0; j < merged->len && !is_merged; j++)
        is_merged = g_strcmp0 (link->note_uid, chancery_note_get_uid (g_ptr_array_index (merged, j))) == 0;
      changed = chancery_note_link_new (link->relation, is_merged ? uid : link->note_uid, link->article_uid);
      if (!g_ptr_array_find_with_equal_func (links, changed, (GEqualFunc) chancery_note_link_equal, NULL))
        g_ptr_array_add (links, g_steal_pointer (&changed));
    }
  if (chancery_note_links_equal (links, fields.links))
    return NULL;

  fields.links = links;
  return chancery_note_new (&fields);
}
