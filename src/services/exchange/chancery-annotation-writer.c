/* chancery-annotation-writer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-annotation-writer.h"

#include <string.h>

#include "chancery-annotation-model.h"
#include "chancery-exchange-text.h"

/* Where the model has a term, it is used. What it has none for is in our own namespace, “chancery:”. What a note
 * brought from elsewhere and means nothing here (its property “foreign”, an object of members of the annotation
 * that it came as) goes out as it came, as long as nothing that it says was changed. */

static void
append_string (GString    *json,
               const char *key,
               const char *value)
{
  chancery_json_append_member (json, key);
  chancery_json_append_string (json, value);
}

static void
append_optional (GString    *json,
                 const char *key,
                 const char *value)
{
  if (value != NULL && *value != '\0')
    append_string (json, key, value);
}

static void
append_words (GString            *json,
              const char         *key,
              const char * const *words)
{
  chancery_json_append_member (json, key);
  g_string_append_c (json, '[');
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      chancery_json_append_string (json, words[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_raw (GString                *json,
            const ChanceryJsonTape *tape,
            guint                   node)
{
  const ChanceryJsonNode *place = chancery_json_node (tape, node);

  g_string_append_len (json, place->start, place->end - place->start);
}

/* A time that has no form in the model goes out as a number. */
static void
append_time (GString    *json,
             const char *key,
             const char *own_key,
             gint64      time_us)
{
  const gsize before = json->len;

  chancery_json_append_member (json, key);
  g_string_append_c (json, '"');
  if (chancery_exchange_append_time (json, time_us))
    {
      g_string_append_c (json, '"');
      return;
    }

  g_string_truncate (json, before);
  chancery_json_append_member (json, own_key);
  g_string_append_printf (json, "%" G_GINT64_FORMAT, time_us);
}

static void
append_date (GString      *json,
             const char   *key,
             ChanceryDate  date)
{
  g_autofree char *text = chancery_date_to_string (date);

  append_optional (json, key, text);
}

/* Bodies */

static void
begin_element (GString *json)
{
  if (json->str[json->len - 1] != '[')
    g_string_append_c (json, ',');
}

static void
append_textual (GString    *json,
                const char *value,
                const char *purpose,
                gboolean    comment)
{
  begin_element (json);
  g_string_append (json, "{\"type\":\"TextualBody\",\"value\":");
  chancery_json_append_string (json, value);
  if (comment)
    append_string (json, "format", "text/plain");
  append_string (json, "purpose", purpose);
  g_string_append_c (json, '}');
}

static gboolean
has_tags (const ChanceryAnnotationBody *body,
          const char * const           *tags)
{
  g_autoptr (ChanceryNote) note = NULL;

  /* A note sorts its tags. */
  g_ptr_array_add (body->tags, NULL);
  note = chancery_note_new (&(ChanceryNoteFields) { .tags = (const char * const *) body->tags->pdata });
  g_ptr_array_set_size (body->tags, (int) body->tags->len - 1);
  return g_strv_equal (chancery_note_get_tags (note), tags);
}

/* The bodies that say something else than text: addresses, choices, sounds. */
static void
append_other_bodies (GString                *json,
                     const ChanceryJsonTape *tape,
                     guint                   node)
{
  if (chancery_json_kind (tape, node) == CHANCERY_JSON_ARRAY)
    {
      CHANCERY_JSON_FOREACH (tape, node, element)
        append_other_bodies (json, tape, element);
    }
  else if (chancery_json_get (tape, node, "value") == 0)
    {
      begin_element (json);
      append_raw (json, tape, node);
    }
}

static void
append_body (GString                  *json,
             const ChanceryNoteFields *fields,
             const ChanceryJsonTape   *foreign)
{
  const char *words = fields->body != NULL ? fields->body : "";
  guint raw = foreign != NULL ? chancery_json_get (foreign, 0, "body") : 0;
  g_auto (ChanceryAnnotationBody) body = { NULL };

  if (raw != 0)
    {
      chancery_annotation_read_body (foreign, raw, &body);
      if (strcmp (body.text, words) == 0 && has_tags (&body, fields->tags))
        {
          chancery_json_append_member (json, "body");
          append_raw (json, foreign, raw);
          return;
        }
    }
  else if (*words == '\0' && fields->tags[0] == NULL)
    return;

  chancery_json_append_member (json, "body");
  g_string_append_c (json, '[');
  if (*words != '\0')
    append_textual (json, words, "commenting", TRUE);
  for (gsize i = 0; fields->tags[i] != NULL; i++)
    append_textual (json, fields->tags[i], "tagging", FALSE);
  if (raw != 0)
    append_other_bodies (json, foreign, raw);
  g_string_append_c (json, ']');
}

/* Targets */

static void
append_selectors (GString                *json,
                  const ChancerySelector *selector,
                  const ChanceryJsonTape *foreign,
                  guint                   raw)
{
  chancery_json_append_member (json, "selector");
  g_string_append_c (json, '[');
  if (selector != NULL && selector->exact != NULL)
    {
      g_string_append (json, "{\"type\":\"TextQuoteSelector\",\"exact\":");
      chancery_json_append_string (json, selector->exact);
      append_optional (json, "prefix", selector->prefix);
      append_optional (json, "suffix", selector->suffix);
      g_string_append_c (json, '}');
    }
  if (selector != NULL && selector->has_position)
    {
      begin_element (json);
      g_string_append_printf (json, "{\"type\":\"TextPositionSelector\",\"start\":%" G_GSIZE_FORMAT ",\"end\":%"
                              G_GSIZE_FORMAT "}", selector->start_chars, selector->end_chars);
    }

  if (raw != 0 && chancery_json_kind (foreign, raw) != CHANCERY_JSON_ARRAY)
    {
      if (!chancery_annotation_is_text_selector (foreign, raw))
        {
          begin_element (json);
          append_raw (json, foreign, raw);
        }
    }
  else if (raw != 0)
    {
      CHANCERY_JSON_FOREACH (foreign, raw, element)
        if (!chancery_annotation_is_text_selector (foreign, element))
          {
            begin_element (json);
            append_raw (json, foreign, element);
          }
    }
  g_string_append_c (json, ']');
}

static gboolean
has_selector (const ChancerySelector *selector)
{
  return selector != NULL && (selector->exact != NULL || selector->has_position);
}

/* What the note is on: the page, where it is known; a state, by its code; or the article as it is here. */
static void
append_plain_target (GString                  *json,
                     const ChanceryNoteFields *fields,
                     ChanceryArticle          *article)
{
  const char *address = article != NULL ? chancery_article_get_address (article) : NULL;
  g_autofree char *urn = NULL;

  if (fields->article_uid == NULL)
    {
      if (fields->states[0] == NULL)
        {
          chancery_json_append_string (json, "urn:chancery:library");
          return;
        }
      g_string_append_c (json, '[');
      for (gsize i = 0; fields->states[i] != NULL; i++)
        {
          g_autofree char *code = g_uri_escape_string (fields->states[i], NULL, FALSE);
          g_autofree char *iri = g_strconcat ("https://www.iso.org/obp/ui/#iso:code:3166:", code, NULL);

          begin_element (json);
          chancery_json_append_string (json, iri);
        }
      g_string_append_c (json, ']');
      return;
    }

  if (address == NULL || !chancery_exchange_is_iri (address))
    address = urn = chancery_exchange_uid_to_urn (fields->article_uid);
  if (!has_selector (fields->selector))
    {
      chancery_json_append_string (json, address);
      return;
    }

  g_string_append (json, "{\"source\":");
  chancery_json_append_string (json, address);
  append_selectors (json, fields->selector, NULL, 0);
  g_string_append_c (json, '}');
}

static gboolean
says_the_same (const ChanceryAnnotationTarget *target,
               const ChancerySelector         *selector)
{
  /* A place without words can't be kept by a note, and stays with what is foreign. */
  if (!has_selector (selector))
    return target->quote == NULL;
  if (target->quote == NULL || g_strcmp0 (target->quote->exact, selector->exact) != 0 ||
      strcmp (target->quote->prefix, selector->prefix != NULL ? selector->prefix : "") != 0 ||
      strcmp (target->quote->suffix, selector->suffix != NULL ? selector->suffix : "") != 0)
    return FALSE;
  return target->has_position
    ? selector->has_position && target->start == selector->start_chars && target->end == selector->end_chars
    : !selector->has_position;
}

static void
append_target (GString                  *json,
               const ChanceryNoteFields *fields,
               ChanceryArticle          *article,
               const ChanceryJsonTape   *foreign)
{
  guint raw = foreign != NULL ? chancery_json_get (foreign, 0, "target") : 0;
  g_auto (ChanceryAnnotationTarget) target = { NULL };
  guint selector;

  chancery_json_append_member (json, "target");
  if (raw == 0)
    {
      append_plain_target (json, fields, article);
      return;
    }

  chancery_annotation_read_target (foreign, raw, &target);
  if (says_the_same (&target, fields->selector))
    {
      append_raw (json, foreign, raw);
      return;
    }

  /* The note was given another place since, or its place was found in our text. */
  if (chancery_json_kind (foreign, raw) != CHANCERY_JSON_OBJECT || chancery_json_get (foreign, raw, "source") == 0)
    {
      g_string_append_c (json, '[');
      append_plain_target (json, fields, article);
      if (chancery_json_kind (foreign, raw) == CHANCERY_JSON_ARRAY)
        CHANCERY_JSON_FOREACH (foreign, raw, element)
          {
            begin_element (json);
            append_raw (json, foreign, element);
          }
      else
        {
          begin_element (json);
          append_raw (json, foreign, raw);
        }
      g_string_append_c (json, ']');
      return;
    }

  selector = chancery_json_get (foreign, raw, "selector");
  g_string_append_c (json, '{');
  CHANCERY_JSON_FOREACH (foreign, raw, key)
    {
      guint value = key + 1;

      if (value != selector)
        {
          if (json->str[json->len - 1] != '{')
            g_string_append_c (json, ',');
          append_raw (json, foreign, key);
          g_string_append_c (json, ':');
          append_raw (json, foreign, value);
        }
      key = value;
    }
  append_selectors (json, fields->selector, foreign, selector);
  g_string_append_c (json, '}');
}

/* What the model has no term for */

static void
append_links (GString   *json,
              GPtrArray *links)
{
  g_autofree char *list = NULL;

  if (links == NULL || links->len == 0)
    return;

  list = chancery_note_links_to_json (links);
  chancery_json_append_member (json, "chancery:links");
  g_string_append (json, list);
}

static void
append_own (GString                  *json,
            const ChanceryNoteFields *fields,
            const ChanceryJsonTape   *foreign)
{
  char score[G_ASCII_DTOSTR_BUF_SIZE];

  append_optional (json, "chancery:article", fields->article_uid);
  append_string (json, "chancery:colour", chancery_enum_to_nick (CHANCERY_TYPE_COLOUR, (int) fields->colour));
  append_string (json, "chancery:kind", chancery_enum_to_nick (CHANCERY_TYPE_NOTE_KIND, (int) fields->kind));
  if (fields->states[0] != NULL)
    append_words (json, "chancery:states", fields->states);
  append_date (json, "chancery:due", fields->due);
  append_links (json, fields->links);
  if (fields->orphan)
    {
      chancery_json_append_member (json, "chancery:orphan");
      g_string_append (json, "true");
    }
  if (fields->score < 1)
    {
      chancery_json_append_member (json, "chancery:score");
      g_string_append (json, g_ascii_dtostr (score, sizeof score, fields->score));
    }

  /* What was made of foreign bodies can't be told from them again once something was changed. */
  if (fields->foreign != NULL)
    {
      append_string (json, "chancery:foreign", fields->foreign);
      append_string (json, "chancery:body", fields->body != NULL ? fields->body : "");
      append_words (json, "chancery:tags", fields->tags);
    }
}

static const char *
choose_motivation (const ChanceryNoteFields *fields)
{
  if (fields->kind == CHANCERY_NOTE_KIND_QUESTION)
    return "questioning";
  if (fields->body != NULL && *fields->body != '\0')
    return "commenting";
  if (has_selector (fields->selector))
    return "highlighting";
  return fields->tags[0] != NULL ? "tagging" : "bookmarking";
}

static gboolean
is_handled (const ChanceryJsonTape *foreign,
            guint                   key)
{
  static const char * const keys[] = {
    "@context", "id", "type", "motivation", "created", "modified", "body", "bodyValue", "target",
    "chancery:foreign", "chancery:body", "chancery:tags",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (chancery_json_is (foreign, key, keys[i]))
      return TRUE;
  return FALSE;
}

static gboolean
append_foreign (GString                *json,
                const ChanceryJsonTape *foreign,
                const char             *key)
{
  guint value = foreign != NULL ? chancery_json_get (foreign, 0, key) : 0;

  if (value == 0)
    return FALSE;
  chancery_json_append_member (json, key);
  append_raw (json, foreign, value);
  return TRUE;
}

/**
 * chancery_annotation_append:
 * @note: a note
 * @article: (nullable): the article that it is on, for its address
 *
 * Appends the note as an Annotation of the W3C Web Annotation Data Model, without the general context. Any thread.
 */
void
chancery_annotation_append (GString         *json,
                            ChanceryNote    *note,
                            ChanceryArticle *article)
{
  g_auto (ChanceryJsonTape) tape = { NULL };
  const ChanceryJsonTape *foreign = NULL;
  ChanceryNoteFields fields;

  chancery_note_get_fields (note, &fields);
  if (fields.foreign != NULL)
    {
      chancery_json_tape_init (&tape);
      if (chancery_json_tape_parse (&tape, fields.foreign, fields.foreign + strlen (fields.foreign), NULL) &&
          chancery_json_kind (&tape, 0) == CHANCERY_JSON_OBJECT)
        foreign = &tape;
    }

  g_string_append_c (json, '{');
  append_foreign (json, foreign, "@context");
  if (!append_foreign (json, foreign, "id"))
    {
      g_autofree char *urn = chancery_exchange_uid_to_urn (fields.uid);

      append_string (json, "id", urn);
    }
  if (!append_foreign (json, foreign, "type"))
    append_string (json, "type", "Annotation");
  if (!append_foreign (json, foreign, "motivation"))
    append_string (json, "motivation", choose_motivation (&fields));
  append_time (json, "created", "chancery:created", fields.created_us);
  append_time (json, "modified", "chancery:modified", fields.modified_us);
  append_body (json, &fields, foreign);
  append_target (json, &fields, article, foreign);
  if (foreign != NULL)
    {
      CHANCERY_JSON_FOREACH (foreign, 0, key)
        {
          if (!is_handled (foreign, key))
            {
              g_string_append_c (json, ',');
              append_raw (json, foreign, key);
              g_string_append_c (json, ':');
              append_raw (json, foreign, key + 1);
            }
          key++;
        }
    }
  if (foreign != NULL && chancery_json_get (foreign, 0, "id") != 0)
    append_string (json, "chancery:uid", fields.uid);
  append_own (json, &fields, foreign);
  g_string_append_c (json, '}');
}

/**
 * chancery_annotation_append_article:
 * @with_text: whether its text is there and goes out too
 *
 * Appends an article with the terms of schema.org, and our own where that has none. Any thread.
 */
void
chancery_annotation_append_article (GString         *json,
                                    ChanceryArticle *article,
                                    gboolean         with_text)
{
  g_autofree char *urn = chancery_exchange_uid_to_urn (chancery_article_get_uid (article));

  g_string_append_c (json, '{');
  append_string (json, "id", urn);
  append_string (json, "type", "schema:NewsArticle");
  append_string (json, "chancery:uid", chancery_article_get_uid (article));
  append_optional (json, "schema:articleSection", chancery_article_get_section (article));
  append_optional (json, "chancery:kicker", chancery_article_get_kicker (article));
  append_optional (json, "schema:headline", chancery_article_get_headline (article));
  append_optional (json, "schema:abstract", chancery_article_get_standfirst (article));
  append_optional (json, "schema:dateline", chancery_article_get_place (article));
  append_optional (json, "chancery:agency", chancery_article_get_agency (article));
  append_optional (json, "schema:author", chancery_article_get_byline (article));
  append_optional (json, "language", chancery_article_get_lang (article));
  append_optional (json, "schema:publisher", chancery_article_get_source (article));
  append_optional (json, "schema:url", chancery_article_get_address (article));
  append_date (json, "schema:datePublished", chancery_article_get_published (article));
  if (chancery_article_get_published_guessed (article))
    {
      chancery_json_append_member (json, "chancery:dateGuessed");
      g_string_append (json, "true");
    }

  if (with_text)
    {
      chancery_json_append_member (json, "chancery:blocks");
      g_string_append_c (json, '[');
      for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
        {
          const ChanceryBlock *block = chancery_article_get_block (article, i);

          begin_element (json);
          g_string_append_printf (json, "[\"%s\",%u,", chancery_enum_to_nick (CHANCERY_TYPE_BLOCK_KIND, (int) block->kind),
                                  block->level);
          chancery_json_append_string (json, block->text);
          g_string_append_c (json, ']');
        }
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, '}');
}
