/* chancery-read-annotation.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* W3C Web Annotation in JSON-LD: an annotation, an array of them, a page, a collection with its pages, a graph.
 * Our own exports are such collections, of which everything is restored. */

#include "chancery-note-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-annotation-check.h"
#include "chancery-annotation-model.h"
#include "chancery-exchange-error.h"
#include "chancery-exchange-text.h"

/* Pages that follow one another in one file. */
#define MAX_PAGES 100000u

/* A list of things to be read */
typedef struct
{
  ChanceryJsonPart part;
  char *place;
  gboolean articles;
  /* Whether the context was given around the list */
  gboolean has_context;
  /* Whether it is one annotation, not a list */
  gboolean single;
} List;

typedef struct
{
  GArray *lists;
  guint list;
  guint index;
  gboolean walking;
  ChanceryJsonWalk walk;
  ChanceryJsonTape tape;
} State;

static void
clear_list (gpointer data)
{
  g_free (((List *) data)->place);
}

/* Finding the lists */

static gboolean
part_is (const ChanceryJsonPart *part,
         const char             *string)
{
  g_autofree char *text = *part->start == '"' ? chancery_json_part_dup_string (part) : NULL;

  return g_strcmp0 (text, string) == 0;
}

static gboolean
has_type (const ChanceryJsonMembers *members,
          const char                *type)
{
  ChanceryJsonPart value, element;
  ChanceryJsonWalk walk;

  if (!chancery_json_members_get (members, "type", &value) && !chancery_json_members_get (members, "@type", &value))
    return FALSE;
  if (*value.start != '[')
    return part_is (&value, type);

  chancery_json_walk_init (&walk, &value);
  while (chancery_json_walk_next (&walk, NULL, &element))
    if (part_is (&element, type))
      return TRUE;
  return FALSE;
}

static gboolean
has_context (const ChanceryJsonMembers *members)
{
  g_auto (ChanceryJsonTape) tape = { NULL };
  ChanceryJsonPart context;

  if (!chancery_json_members_get (members, "@context", &context))
    return FALSE;
  chancery_json_tape_init (&tape);
  return chancery_json_tape_parse (&tape, context.start, context.end, NULL) && chancery_annotation_check_context (&tape, 0);
}

static void
add_list (State                  *state,
          const ChanceryJsonPart *part,
          const char             *around,
          const char             *member,
          gboolean                articles,
          gboolean                in_context)
{
  List list = {
    .part = *part,
    .place = g_strconcat (around, *around != '\0' && *member != '\0' ? "." : "", member, NULL),
    .articles = articles,
    .has_context = in_context,
    .single = *part->start == '{',
  };

  g_array_append_val (state->lists, list);
}

/* A page, and those that follow it as far as they are in it. */
static void
add_pages (ChanceryNoteReader     *reader,
           State                  *state,
           const ChanceryJsonPart *first,
           const char             *place,
           gboolean                in_context)
{
  ChanceryJsonPart page = *first, items, next;
  GString *path = g_string_new (place);

  for (guint n = 0; n < MAX_PAGES; n++)
    {
      g_auto (ChanceryJsonMembers) members = { NULL };

      chancery_json_members_init (&members, &page);
      if (chancery_json_members_get (&members, "items", &items) && (*items.start == '[' || *items.start == '{'))
        add_list (state, &items, path->str, "items", FALSE, in_context || has_context (&members));
      if (!chancery_json_members_get (&members, "next", &next) || part_is (&next, ""))
        break;
      g_string_append (path, path->len > 0 ? ".next" : "next");
      if (*next.start != '{')
        {
          chancery_import_report_add_warning (chancery_note_reader_get_report (reader), path->str,
                                              _("More pages follow, which are not in this file."));
          break;
        }
      page = next;
    }
  g_string_free (path, TRUE);
}

static gboolean
add_collection (ChanceryNoteReader         *reader,
                State                      *state,
                const ChanceryJsonMembers  *members,
                GError                    **error)
{
  ChanceryJsonPart part;

  if (!has_context (members))
    {
      g_set_error (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_MODEL, _("“%s” is not that of Web Annotation."),
                   "@context");
      return FALSE;
    }

  if (chancery_json_members_get (members, "chancery:articles", &part) && *part.start == '[')
    add_list (state, &part, "", "chancery:articles", TRUE, TRUE);
  if (chancery_json_members_get (members, "first", &part))
    {
      if (*part.start == '{')
        add_pages (reader, state, &part, "first", TRUE);
      else
        chancery_import_report_add_warning (chancery_note_reader_get_report (reader), "first",
                                            _("The pages of the collection are not in this file."));
    }
  if (chancery_json_members_get (members, "items", &part) && (*part.start == '[' || *part.start == '{'))
    add_list (state, &part, "", "items", FALSE, TRUE);
  return TRUE;
}

static gboolean
open_reader (ChanceryNoteReader  *reader,
             gpointer             data,
             GError             **error)
{
  State *state = data;
  const ChanceryJsonMembers *members;
  ChanceryJsonPart root, graph;

  state->lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_array_set_clear_func (state->lists, clear_list);
  chancery_json_tape_init (&state->tape);
  if (!chancery_note_reader_get_json (reader, &root, error))
    return FALSE;

  members = chancery_note_reader_get_members (reader);
  if (*root.start == '[')
    add_list (state, &root, "", "", FALSE, FALSE);
  else if (has_type (members, "AnnotationCollection"))
    return add_collection (reader, state, members, error);
  else if (has_type (members, "AnnotationPage"))
    {
      if (!has_context (members))
        {
          g_set_error (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_MODEL,
                       _("“%s” is not that of Web Annotation."), "@context");
          return FALSE;
        }
      add_pages (reader, state, &root, "", TRUE);
    }
  else if (chancery_json_members_get (members, "@graph", &graph) && *graph.start == '[')
    add_list (state, &graph, "", "@graph", FALSE, has_context (members));
  else
    add_list (state, &root, "", "", FALSE, FALSE);
  return TRUE;
}

/* Articles */

static char *
dup_member (const ChanceryJsonTape *tape,
            const char             *key)
{
  guint node = chancery_json_get (tape, 0, key);

  return node != 0 ? chancery_json_dup_string (tape, node) : NULL;
}

static char *
read_uid (const ChanceryJsonTape *tape)
{
  g_autofree char *own = dup_member (tape, "chancery:uid");
  g_autofree char *id = NULL;

  if (own != NULL && *own != '\0')
    return g_steal_pointer (&own);
  id = dup_member (tape, "id");
  return id != NULL ? chancery_exchange_urn_to_uid (id) : NULL;
}

static GPtrArray *
read_blocks (const ChanceryJsonTape *tape,
             guint                   list)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  CHANCERY_JSON_FOREACH (tape, list, element)
    {
      guint parts[3] = { 0 };
      guint64 level = 0;
      int kind = CHANCERY_BLOCK_KIND_PARAGRAPH;
      g_autofree char *text = NULL;
      g_autofree char *nick = NULL;

      if (chancery_json_kind (tape, element) == CHANCERY_JSON_ARRAY)
        for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
          parts[i] = chancery_json_element (tape, element, i);
      if (parts[2] == 0 || (text = chancery_json_dup_string (tape, parts[2])) == NULL)
        continue;
      nick = chancery_json_dup_string (tape, parts[0]);
      chancery_enum_from_nick (CHANCERY_TYPE_BLOCK_KIND, nick, &kind);
      chancery_json_get_uint64 (tape, parts[1], &level);
      /* A block has no line ends, or the offsets of all that follow would be wrong. */
      g_strdelimit (text, "\n\r", ' ');
      g_ptr_array_add (blocks, chancery_block_new ((ChanceryBlockKind) kind, (guint) MIN (level, G_MAXUINT8), text));
    }
  return blocks;
}

static void
read_article (const ChanceryJsonTape *tape,
              ChanceryNoteRecord     *record)
{
  static const char * const keys[] = {
    "schema:articleSection", "chancery:kicker", "schema:headline", "schema:abstract", "schema:dateline",
    "chancery:agency", "schema:author", "language", "schema:publisher", "schema:url", "schema:datePublished",
  };
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *uid = read_uid (tape);
  guint list = chancery_json_get (tape, 0, "chancery:blocks"), guessed = chancery_json_get (tape, 0, "chancery:dateGuessed");
  ChanceryArticleFields fields = { .uid = uid };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_ptr_array_add (values, dup_member (tape, keys[i]));
  if (list != 0 && chancery_json_kind (tape, list) == CHANCERY_JSON_ARRAY)
    blocks = read_blocks (tape, list);

  fields.section = values->pdata[0];
  fields.kicker = values->pdata[1];
  fields.headline = values->pdata[2];
  fields.standfirst = values->pdata[3];
  fields.place = values->pdata[4];
  fields.agency = values->pdata[5];
  fields.byline = values->pdata[6];
  fields.lang = values->pdata[7];
  fields.source = values->pdata[8];
  fields.address = values->pdata[9];
  if (values->pdata[10] != NULL)
    chancery_date_parse (values->pdata[10], &fields.published);
  fields.published_guessed = guessed != 0 && *chancery_json_node (tape, guessed)->start == 't';
  fields.blocks = blocks;
  record->has_text = blocks != NULL;
  record->article = chancery_article_new (&fields);
}

/* Annotations */

static gint64
read_time (const ChanceryJsonTape *tape,
           const char             *key,
           const char             *own_key,
           gint64                  otherwise)
{
  guint node = chancery_annotation_single (tape, chancery_json_get (tape, 0, key));
  guint own = chancery_json_get (tape, 0, own_key);
  g_autofree char *text = node != 0 ? chancery_json_dup_string (tape, node) : NULL;
  gint64 time_us = otherwise;

  if (text != NULL)
    chancery_exchange_parse_time (text, &time_us);
  else if (own != 0 && chancery_json_kind (tape, own) == CHANCERY_JSON_NUMBER)
    {
      g_autofree char *number = chancery_json_dup_raw (tape, own);

      time_us = g_ascii_strtoll (number, NULL, 10);
    }
  return time_us;
}

static GStrv
read_words (const ChanceryJsonTape *tape,
            const char             *key)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint node = chancery_json_get (tape, 0, key);

  if (node == 0 || chancery_json_kind (tape, node) != CHANCERY_JSON_ARRAY)
    return NULL;
  CHANCERY_JSON_FOREACH (tape, node, element)
    if (chancery_json_kind (tape, element) == CHANCERY_JSON_STRING)
      g_strv_builder_take (builder, chancery_json_dup_string (tape, element));
  return g_strv_builder_end (builder);
}

static int
read_nick (const ChanceryJsonTape *tape,
           const char             *key,
           GType                   type,
           int                     otherwise)
{
  g_autofree char *nick = dup_member (tape, key);
  int value = otherwise;

  chancery_enum_from_nick (type, nick, &value);
  return value;
}

static void
append_member (GString                *json,
               const ChanceryJsonTape *tape,
               const char             *key,
               guint                   node)
{
  const ChanceryJsonNode *place = chancery_json_node (tape, node);

  chancery_json_append_member (json, key);
  g_string_append_len (json, place->start, place->end - place->start);
}

static gboolean
is_known (const char *key)
{
  static const char * const keys[] = {
    "@context", "id", "type", "motivation", "created", "modified", "body", "bodyValue", "target",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i], key) == 0)
      return TRUE;
  return FALSE;
}

/* The members that mean nothing here, and those that mean more than a note can say, as they came. */
static char *
collect_foreign (const ChanceryJsonTape         *tape,
                 gboolean                        own_id,
                 const ChanceryAnnotationBody   *body,
                 const ChanceryAnnotationTarget *target)
{
  g_autoptr (GString) json = g_string_new ("{");
  guint context = chancery_json_get (tape, 0, "@context"), type = chancery_json_get (tape, 0, "type");
  guint motivation = chancery_json_get (tape, 0, "motivation");

  if (context != 0 && chancery_json_kind (tape, context) == CHANCERY_JSON_ARRAY && chancery_json_length (tape, context) > 1)
    append_member (json, tape, "@context", context);
  if (!own_id)
    append_member (json, tape, "id", chancery_json_get (tape, 0, "id"));
  if (chancery_json_kind (tape, type) == CHANCERY_JSON_ARRAY)
    append_member (json, tape, "type", type);
  if (motivation != 0)
    append_member (json, tape, "motivation", motivation);
  if (!body->plain)
    append_member (json, tape, "body", chancery_json_get (tape, 0, "body"));
  if (!target->plain)
    append_member (json, tape, "target", chancery_json_get (tape, 0, "target"));

  CHANCERY_JSON_FOREACH (tape, 0, key)
    {
      g_autofree char *name = chancery_json_dup_string (tape, key);

      key++;
      if (!is_known (name) && !g_str_has_prefix (name, "chancery:"))
        append_member (json, tape, name, key);
    }
  if (json->len == 1)
    return NULL;
  g_string_append_c (json, '}');
  return g_string_free_and_steal (g_steal_pointer (&json));
}

/* What only our own exports say. */
static void
read_own (const ChanceryJsonTape *tape,
          ChanceryNoteFields     *fields)
{
  g_autofree char *due = dup_member (tape, "chancery:due");
  guint orphan = chancery_json_get (tape, 0, "chancery:orphan"), score = chancery_json_get (tape, 0, "chancery:score");
  guint motivation = chancery_json_get (tape, 0, "motivation");
  int kind = CHANCERY_NOTE_KIND_NOTE;

  if (motivation != 0 && chancery_json_is (tape, motivation, "questioning"))
    kind = CHANCERY_NOTE_KIND_QUESTION;
  fields->colour = (ChanceryColour) read_nick (tape, "chancery:colour", CHANCERY_TYPE_COLOUR, CHANCERY_COLOUR_YELLOW);
  fields->kind = (ChanceryNoteKind) read_nick (tape, "chancery:kind", CHANCERY_TYPE_NOTE_KIND, kind);
  if (due != NULL)
    chancery_date_parse (due, &fields->due);
  fields->orphan = orphan != 0 && *chancery_json_node (tape, orphan)->start == 't';
  fields->score = score != 0 ? CLAMP (chancery_json_get_double (tape, score), 0, 1) : 1;
}

static gboolean
is_small (const ChanceryAnnotationBody   *body,
          const ChanceryAnnotationTarget *target)
{
  return strlen (body->text) <= CHANCERY_NOTE_READER_MAX_WORDS_BYTES &&
         (target->quote == NULL || strlen (target->quote->exact) <= CHANCERY_NOTE_READER_MAX_WORDS_BYTES);
}

static gboolean
read_annotation (ChanceryNoteReader     *reader,
                 const ChanceryJsonTape *tape,
                 ChanceryNoteRecord     *record)
{
  g_auto (ChanceryAnnotationBody) body = { NULL };
  g_auto (ChanceryAnnotationTarget) target = { NULL };
  g_autofree char *uid = read_uid (tape);
  g_autofree char *id = NULL;
  g_autofree char *article = dup_member (tape, "chancery:article");
  g_autofree char *own_foreign = dup_member (tape, "chancery:foreign");
  g_autofree char *own_body = dup_member (tape, "chancery:body");
  g_autofree char *value = dup_member (tape, "bodyValue");
  g_autofree char *foreign = NULL;
  g_auto (GStrv) own_tags = read_words (tape, "chancery:tags");
  g_auto (GStrv) states = read_words (tape, "chancery:states");
  g_autoptr (GPtrArray) links = NULL;
  guint link_list = chancery_json_get (tape, 0, "chancery:links");
  /* What we exported says its colour, for one. */
  const gboolean own = chancery_json_get (tape, 0, "chancery:colour") != 0;
  const gboolean own_id = uid != NULL;
  ChanceryNoteFields fields = { 0 };

  chancery_annotation_read_body (tape, chancery_json_get (tape, 0, "body"), &body);
  chancery_annotation_read_target (tape, chancery_json_get (tape, 0, "target"), &target);
  if (!is_small (&body, &target))
    return FALSE;
  if (uid == NULL)
    {
      id = chancery_json_dup_string (tape, chancery_annotation_single (tape, chancery_json_get (tape, 0, "id")));
      uid = chancery_exchange_make_uid (id);
    }

  fields.uid = uid;
  fields.created_us = read_time (tape, "created", "chancery:created", chancery_note_reader_get_now_us (reader));
  fields.modified_us = read_time (tape, "modified", "chancery:modified", fields.created_us);
  read_own (tape, &fields);
  if (own)
    {
      if (chancery_json_is_object (own_foreign))
        foreign = g_steal_pointer (&own_foreign);
    }
  else
    foreign = collect_foreign (tape, own_id, &body, &target);
  fields.foreign = foreign;

  g_ptr_array_add (body.tags, NULL);
  fields.body = own && own_body != NULL ? own_body : value != NULL ? value : body.text;
  fields.tags = own && own_tags != NULL ? (const char * const *) own_tags : (const char * const *) body.tags->pdata;
  fields.states = (const char * const *) states;
  if (link_list != 0)
    {
      g_autofree char *raw = chancery_json_dup_raw (tape, link_list);

      links = chancery_note_links_from_json (raw);
    }
  fields.links = links;

  if (target.quote != NULL && target.has_position)
    {
      target.quote->has_position = TRUE;
      target.quote->start_chars = (gsize) target.start;
      target.quote->end_chars = (gsize) target.end;
    }
  fields.selector = target.quote;
  fields.article_uid = own ? article : NULL;
  record->note = chancery_note_new (&fields);
  record->own = own;

  if (!own || article != NULL)
    record->address = g_steal_pointer (&target.source);
  record->has_position = target.quote == NULL && target.has_position;
  record->start = target.start;
  record->end = target.end;
  return TRUE;
}

typedef struct
{
  ChanceryNoteReader *reader;
  const char *place;
} Warning;

static char *
join_place (const char *around,
            const char *within)
{
  return g_strconcat (around, *around != '\0' && *within != '\0' && *within != '[' ? "." : "", within, NULL);
}

static void
warn_cb (const char *place,
         const char *reason,
         gpointer    user_data)
{
  Warning *warning = user_data;
  g_autofree char *whole = join_place (warning->place, place);

  chancery_import_report_add_warning (chancery_note_reader_get_report (warning->reader), whole, reason);
}

static void
read_one (ChanceryNoteReader     *reader,
          State                  *state,
          const List             *list,
          const ChanceryJsonPart *part,
          ChanceryNoteRecord     *record)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *within = NULL;
  g_autofree char *whole = NULL;
  Warning warning;

  record->place = list->single ? g_strdup (list->place) : g_strdup_printf ("%s[%u]", list->place, state->index);
  warning = (Warning) { reader, record->place };

  if (!chancery_json_tape_parse (&state->tape, part->start, part->end, &error))
    within = g_strdup ("");
  else if (list->articles)
    {
      if (chancery_json_kind (&state->tape, 0) == CHANCERY_JSON_OBJECT)
        read_article (&state->tape, record);
      return;
    }
  else if (chancery_annotation_check (&state->tape, list->has_context, warn_cb, &warning, &within, &error))
    {
      if (read_annotation (reader, &state->tape, record))
        return;
      g_set_error_literal (&error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_LIMIT,
                           _("Its words are too many for a note."));
    }

  whole = join_place (record->place, within);
  chancery_import_report_add_skip (chancery_note_reader_get_report (reader), whole, error->message);
}

static gboolean
next (ChanceryNoteReader *reader,
      gpointer            data,
      ChanceryNoteRecord *record)
{
  State *state = data;

  while (state->list < state->lists->len)
    {
      const List *list = &g_array_index (state->lists, List, state->list);
      ChanceryJsonPart part;

      if (list->single)
        {
          state->list++;
          read_one (reader, state, list, &list->part, record);
          return TRUE;
        }

      if (!state->walking)
        {
          chancery_json_walk_init (&state->walk, &list->part);
          state->walking = TRUE;
          state->index = 0;
        }
      if (chancery_json_walk_next (&state->walk, NULL, &part))
        {
          read_one (reader, state, list, &part, record);
          state->index++;
          chancery_note_reader_set_at (reader, part.end);
          return TRUE;
        }
      state->walking = FALSE;
      state->list++;
    }
  return FALSE;
}

static void
clear (gpointer data)
{
  State *state = data;

  g_array_unref (state->lists);
  chancery_json_tape_clear (&state->tape);
}

const ChanceryNoteReaderFormat chancery_read_annotation = {
  .id = "annotation",
  .state_size = sizeof (State),
  .open = open_reader,
  .next = next,
  .clear = clear,
};
