/* chancery-read-hypothesis.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Hypothesis: what its API answers ("rows"), what its client exports ("annotations"), an array of such, or one.
 * Its places count UTF-16 units, and its ranges are not those of the W3C's model, so they are written anew. */

#include "chancery-note-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-annotation-model.h"
#include "chancery-exchange-error.h"
#include "chancery-exchange-text.h"

#define ADDRESS "https://hypothes.is/a/"

typedef struct
{
  ChanceryJsonPart list;
  ChanceryJsonWalk walk;
  ChanceryJsonTape tape;
  const char *member;
  guint index;
  gboolean single;
  gboolean done;
} State;

static gboolean
is_row (const ChanceryJsonMembers *members)
{
  ChanceryJsonPart value;

  return !chancery_json_members_get (members, "@context", &value) && chancery_json_members_get (members, "uri", &value) &&
         (chancery_json_members_get (members, "user", &value) || chancery_json_members_get (members, "permissions", &value));
}

static gboolean
open_reader (ChanceryNoteReader  *reader,
             gpointer             data,
             GError             **error)
{
  static const char * const names[] = { "rows", "annotations" };
  State *state = data;
  const ChanceryJsonMembers *members;
  g_auto (ChanceryJsonMembers) of_first = { NULL };
  ChanceryJsonPart root, first;
  ChanceryJsonWalk walk;

  chancery_json_tape_init (&state->tape);
  if (!chancery_note_reader_get_json (reader, &root, error))
    return FALSE;

  state->member = "";
  members = chancery_note_reader_get_members (reader);
  if (is_row (members))
    {
      state->list = root;
      state->single = TRUE;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (chancery_json_members_get (members, names[i], &state->list) && *state->list.start == '[')
      {
        state->member = names[i];
        return chancery_json_walk_init (&state->walk, &state->list);
      }

  state->list = root;
  if (*root.start != '[' || !chancery_json_walk_init (&walk, &root) || !chancery_json_walk_next (&walk, NULL, &first))
    return FALSE;
  chancery_json_members_init (&of_first, &first);
  return is_row (&of_first) && chancery_json_walk_init (&state->walk, &root);
}

static char *
dup_member (const ChanceryJsonTape *tape,
            guint                   object,
            const char             *key)
{
  guint node = chancery_json_get (tape, object, key);

  return node != 0 ? chancery_json_dup_string (tape, node) : NULL;
}

static guint
get_selectors (const ChanceryJsonTape *tape,
               guint                   target)
{
  guint selectors = target != 0 ? chancery_json_get (tape, target, "selector") : 0;

  return selectors != 0 && chancery_json_kind (tape, selectors) == CHANCERY_JSON_ARRAY ? selectors : 0;
}

/* A range as the model has it: from a place in one element to a place in another. */
static void
append_range_end (GString                *json,
                  const ChanceryJsonTape *tape,
                  guint                   range,
                  const char             *key,
                  const char             *container_key,
                  const char             *offset_key)
{
  g_autofree char *container = dup_member (tape, range, container_key);
  guint node = chancery_json_get (tape, range, offset_key);
  guint64 offset = 0;

  if (node != 0)
    chancery_json_get_uint64 (tape, node, &offset);
  chancery_json_append_member (json, key);
  g_string_append (json, "{\"type\":\"XPathSelector\",\"value\":");
  chancery_json_append_string (json, container != NULL ? container : "");
  g_string_append_printf (json, ",\"refinedBy\":{\"type\":\"TextPositionSelector\",\"start\":%" G_GUINT64_FORMAT
                          ",\"end\":%" G_GUINT64_FORMAT "}}", offset, offset);
}

static void
append_foreign_target (GString                *json,
                       const ChanceryJsonTape *tape,
                       const char             *address,
                       guint                   selectors)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean other = FALSE;

  if (selectors == 0 || address == NULL || !chancery_exchange_is_iri (address))
    return;

  CHANCERY_JSON_FOREACH (tape, selectors, selector)
    {
      const ChanceryJsonNode *place = chancery_json_node (tape, selector);

      if (chancery_annotation_has_type (tape, selector, "RangeSelector"))
        {
          g_string_append (list, list->len > 0 ? ",{" : "{");
          g_string_append (list, "\"type\":\"RangeSelector\"");
          append_range_end (list, tape, selector, "startSelector", "startContainer", "startOffset");
          append_range_end (list, tape, selector, "endSelector", "endContainer", "endOffset");
          g_string_append_c (list, '}');
          other = TRUE;
        }
      else if ((chancery_annotation_has_type (tape, selector, "FragmentSelector") &&
                chancery_json_get (tape, selector, "value") != 0) ||
               chancery_annotation_has_type (tape, selector, "TextQuoteSelector"))
        {
          other = other || !chancery_annotation_is_text_selector (tape, selector);
          g_string_append (list, list->len > 0 ? "," : "");
          g_string_append_len (list, place->start, place->end - place->start);
        }
    }
  if (!other)
    return;

  chancery_json_append_member (json, "target");
  g_string_append (json, "{\"source\":");
  chancery_json_append_string (json, address);
  chancery_json_append_member (json, "selector");
  g_string_append_printf (json, "[%s]}", list->str);
}

/* What a note can't say: who wrote it, for whom, and all the rest as it came. */
static char *
collect_foreign (const ChanceryJsonTape *tape,
                 const char             *id,
                 const char             *address,
                 guint                   selectors)
{
  static const char * const said[] = { "text", "tags", "created", "updated" };
  GString *json = g_string_new ("{");
  g_autofree char *user = dup_member (tape, 0, "user");
  gboolean first = TRUE;

  if (id != NULL)
    {
      chancery_json_append_member (json, "id");
      chancery_json_append_string (json, id);
    }
  append_foreign_target (json, tape, address, selectors);
  if (user != NULL && chancery_exchange_is_iri (user))
    {
      chancery_json_append_member (json, "creator");
      chancery_json_append_string (json, user);
    }

  chancery_json_append_member (json, "chancery:hypothesis");
  g_string_append_c (json, '{');
  CHANCERY_JSON_FOREACH (tape, 0, key)
    {
      const ChanceryJsonNode *name = chancery_json_node (tape, key), *value = chancery_json_node (tape, key + 1);
      gboolean known = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
        known = known || chancery_json_is (tape, key, said[i]);
      key++;
      if (known)
        continue;
      g_string_append (json, first ? "" : ",");
      g_string_append_len (json, name->start, name->end - name->start);
      g_string_append_c (json, ':');
      g_string_append_len (json, value->start, value->end - value->start);
      first = FALSE;
    }
  g_string_append (json, "}}");
  return g_string_free_and_steal (json);
}

static gint64
read_time (const ChanceryJsonTape *tape,
           const char             *key,
           gint64                  otherwise)
{
  g_autofree char *text = dup_member (tape, 0, key);
  gint64 time_us = otherwise;

  if (text != NULL)
    chancery_exchange_parse_time (text, &time_us);
  return time_us;
}

/* A reply says which notes it answers, the one that it answers directly last. */
static GPtrArray *
read_links (const ChanceryJsonTape *tape)
{
  guint references = chancery_json_get (tape, 0, "references");
  g_autofree char *parent = NULL;
  g_autofree char *address = NULL;
  g_autofree char *uid = NULL;
  GPtrArray *links;

  if (references == 0 || chancery_json_kind (tape, references) != CHANCERY_JSON_ARRAY)
    return NULL;
  CHANCERY_JSON_FOREACH (tape, references, reference)
    {
      g_free (parent);
      parent = chancery_json_dup_string (tape, reference);
    }
  if (parent == NULL)
    return NULL;

  address = g_strconcat (ADDRESS, parent, NULL);
  uid = chancery_exchange_make_uid (address);
  links = chancery_note_links_new ();
  g_ptr_array_add (links, chancery_note_link_new (CHANCERY_LINK_RELATION_RELATED, uid, NULL));
  return links;
}

static char *
read_title (const ChanceryJsonTape *tape)
{
  guint document = chancery_json_get (tape, 0, "document");
  guint title = document != 0 ? chancery_json_get (tape, document, "title") : 0;

  title = title != 0 && chancery_json_kind (tape, title) == CHANCERY_JSON_ARRAY ? chancery_json_element (tape, title, 0) : title;
  return title != 0 ? chancery_json_dup_string (tape, title) : NULL;
}

static void
read_selectors (const ChanceryJsonTape *tape,
                guint                   selectors,
                ChanceryNoteRecord     *record,
                ChancerySelector      **quote)
{
  if (selectors == 0)
    return;

  CHANCERY_JSON_FOREACH (tape, selectors, selector)
    {
      guint start = chancery_json_get (tape, selector, "start"), end = chancery_json_get (tape, selector, "end");

      if (*quote == NULL && chancery_annotation_has_type (tape, selector, "TextQuoteSelector"))
        {
          g_autofree char *exact = dup_member (tape, selector, "exact");
          g_autofree char *prefix = dup_member (tape, selector, "prefix");
          g_autofree char *suffix = dup_member (tape, selector, "suffix");

          if (exact != NULL && *exact != '\0')
            *quote = chancery_selector_new (exact, prefix, suffix);
        }
      else if (!record->has_position && start != 0 && end != 0 &&
               chancery_annotation_has_type (tape, selector, "TextPositionSelector"))
        record->has_position = chancery_json_get_uint64 (tape, start, &record->start) &&
                               chancery_json_get_uint64 (tape, end, &record->end) && record->start <= record->end;
    }
}

static gboolean
read_row (ChanceryNoteReader      *reader,
          const ChanceryJsonTape  *tape,
          ChanceryNoteRecord      *record,
          GError                 **error)
{
  guint targets = chancery_json_get (tape, 0, "target"), tags = chancery_json_get (tape, 0, "tags"), target, selectors;
  g_autoptr (ChancerySelector) quote = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) tag_list = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autofree char *id = dup_member (tape, 0, "id");
  g_autofree char *iri = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *text = dup_member (tape, 0, "text");
  g_autofree char *foreign = NULL;
  ChanceryNoteFields fields = { 0 };

  if (chancery_json_kind (tape, 0) != CHANCERY_JSON_OBJECT || chancery_json_get (tape, 0, "uri") == 0)
    {
      g_set_error_literal (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_MODEL,
                           _("This is not an annotation of Hypothesis."));
      return FALSE;
    }

  target = targets != 0 && chancery_json_kind (tape, targets) == CHANCERY_JSON_ARRAY
    ? chancery_json_element (tape, targets, 0) : 0;
  selectors = get_selectors (tape, target);
  record->address = dup_member (tape, 0, "uri");
  record->title = read_title (tape);
  record->utf16 = TRUE;
  read_selectors (tape, selectors, record, &quote);

  if (id != NULL && *id != '\0')
    {
      g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);

      iri = g_strconcat (ADDRESS, escaped, NULL);
      uid = chancery_exchange_make_uid (iri);
    }
  else
    {
      g_autofree char *raw = chancery_json_dup_raw (tape, 0);

      uid = chancery_exchange_make_uid (raw);
    }
  if (tags != 0 && chancery_json_kind (tape, tags) == CHANCERY_JSON_ARRAY)
    CHANCERY_JSON_FOREACH (tape, tags, tag)
      if (chancery_json_kind (tape, tag) == CHANCERY_JSON_STRING)
        g_ptr_array_add (tag_list, chancery_json_dup_string (tape, tag));

  if ((text != NULL && strlen (text) > CHANCERY_NOTE_READER_MAX_WORDS_BYTES) ||
      (quote != NULL && strlen (quote->exact) > CHANCERY_NOTE_READER_MAX_WORDS_BYTES))
    {
      g_set_error_literal (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_LIMIT,
                           _("Its words are too many for a note."));
      return FALSE;
    }

  links = read_links (tape);
  foreign = collect_foreign (tape, iri, record->address, selectors);
  fields.uid = uid;
  fields.selector = quote;
  fields.body = text;
  fields.tags = (const char * const *) tag_list->pdata;
  fields.links = links;
  fields.foreign = foreign;
  fields.score = 1;
  fields.created_us = read_time (tape, "created", chancery_note_reader_get_now_us (reader));
  fields.modified_us = read_time (tape, "updated", fields.created_us);
  record->note = chancery_note_new (&fields);
  return TRUE;
}

static gboolean
next (ChanceryNoteReader *reader,
      gpointer            data,
      ChanceryNoteRecord *record)
{
  State *state = data;
  g_autoptr (GError) error = NULL;
  ChanceryJsonPart part = state->list;

  if (state->done || (!state->single && !chancery_json_walk_next (&state->walk, NULL, &part)))
    return FALSE;

  state->done = state->single;
  record->place = state->single ? g_strdup ("") : g_strdup_printf ("%s[%u]", state->member, state->index++);
  chancery_note_reader_set_at (reader, part.end);
  if (!chancery_json_tape_parse (&state->tape, part.start, part.end, &error) ||
      !read_row (reader, &state->tape, record, &error))
    chancery_import_report_add_skip (chancery_note_reader_get_report (reader), record->place, error->message);
  return TRUE;
}

static void
clear (gpointer data)
{
  State *state = data;

  chancery_json_tape_clear (&state->tape);
}

const ChanceryNoteReaderFormat chancery_read_hypothesis = {
  .id = "hypothesis",
  .state_size = sizeof (State),
  .open = open_reader,
  .next = next,
  .clear = clear,
};
