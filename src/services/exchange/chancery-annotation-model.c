/* chancery-annotation-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-annotation-model.h"

#include <string.h>

#include "chancery-exchange-text.h"

/**
 * chancery_annotation_has_type:
 *
 * Returns: whether @node is an object of that type, among others or alone
 */
gboolean
chancery_annotation_has_type (const ChanceryJsonTape *tape,
                              guint                   node,
                              const char             *type)
{
  guint types = chancery_json_get (tape, node, "type");

  if (types == 0)
    return FALSE;
  if (chancery_json_kind (tape, types) != CHANCERY_JSON_ARRAY)
    return chancery_json_is (tape, types, type);

  CHANCERY_JSON_FOREACH (tape, types, element)
    if (chancery_json_is (tape, element, type))
      return TRUE;
  return FALSE;
}

/**
 * chancery_annotation_single:
 *
 * Returns: the only element, if @node is an array of one; else @node
 */
guint
chancery_annotation_single (const ChanceryJsonTape *tape,
                            guint                   node)
{
  return node != 0 && chancery_json_kind (tape, node) == CHANCERY_JSON_ARRAY && chancery_json_length (tape, node) == 1
    ? node + 1 : node;
}

/* Bodies */

static gboolean
has_only (const ChanceryJsonTape *tape,
          guint                   object,
          const char * const     *keys)
{
  CHANCERY_JSON_FOREACH (tape, object, key)
    {
      gboolean known = FALSE;

      for (gsize i = 0; keys[i] != NULL && !known; i++)
        known = chancery_json_is (tape, key, keys[i]);
      if (!known)
        return FALSE;
      key++;
    }
  return TRUE;
}

typedef struct
{
  GString *text;
  GPtrArray *tags;
  guint n_texts;
  gboolean plain;
} Collection;

static void
add_text (Collection *self,
          const char *text)
{
  if (*text == '\0')
    return;
  if (self->text->len > 0)
    g_string_append (self->text, "\n\n");
  g_string_append (self->text, text);
}

static void
collect_textual (Collection             *self,
                 const ChanceryJsonTape *tape,
                 guint                   node)
{
  static const char * const keys[] = { "type", "value", "purpose", "format", NULL };
  g_autofree char *value = chancery_json_dup_string (tape, chancery_json_get (tape, node, "value"));
  guint purpose = chancery_json_get (tape, node, "purpose");
  guint format = chancery_json_get (tape, node, "format");
  guint type = chancery_json_get (tape, node, "type");
  gboolean tag = purpose != 0 && chancery_json_is (tape, purpose, "tagging");

  self->plain = self->plain && has_only (tape, node, keys) && type != 0 && chancery_json_is (tape, type, "TextualBody") &&
                (tag || (purpose != 0 && chancery_json_is (tape, purpose, "commenting") && self->n_texts == 0)) &&
                (format == 0 || (!tag && chancery_json_is (tape, format, "text/plain"))) && *value != '\0';

  if (tag && *value != '\0')
    {
      g_ptr_array_add (self->tags, g_steal_pointer (&value));
      return;
    }

  self->n_texts++;
  if (format != 0 && (chancery_json_is (tape, format, "text/html") || chancery_json_is (tape, format, "application/xhtml+xml")))
    {
      g_autofree char *plain = chancery_exchange_strip_markup (value);

      add_text (self, plain);
    }
  else
    add_text (self, value);
}

static void
collect (Collection             *self,
         const ChanceryJsonTape *tape,
         guint                   node)
{
  guint items, value;

  switch (chancery_json_kind (tape, node))
    {
    case CHANCERY_JSON_STRING:
      {
        g_autofree char *address = chancery_json_dup_string (tape, node);

        self->plain = FALSE;
        add_text (self, address);
      }
      break;

    case CHANCERY_JSON_ARRAY:
      CHANCERY_JSON_FOREACH (tape, node, element)
        collect (self, tape, element);
      break;

    case CHANCERY_JSON_OBJECT:
      value = chancery_json_get (tape, node, "value");
      items = chancery_json_get (tape, node, "items");
      if (value != 0 && chancery_json_kind (tape, value) == CHANCERY_JSON_STRING)
        {
          collect_textual (self, tape, node);
          break;
        }

      self->plain = FALSE;
      if (items != 0 && chancery_json_kind (tape, items) == CHANCERY_JSON_ARRAY)
        {
          /* Of a choice, the first is the one to be shown. */
          if (chancery_annotation_has_type (tape, node, "Choice"))
            items = chancery_json_element (tape, items, 0);
          if (items != 0)
            collect (self, tape, items);
        }
      else
        {
          guint source = chancery_json_get (tape, node, "source");

          if (source == 0)
            source = chancery_annotation_single (tape, chancery_json_get (tape, node, "id"));
          if (source != 0)
            collect (self, tape, source);
        }
      break;

    case CHANCERY_JSON_NULL:
    case CHANCERY_JSON_BOOLEAN:
    case CHANCERY_JSON_NUMBER:
    default:
      self->plain = FALSE;
      break;
    }
}

/**
 * chancery_annotation_read_body:
 * @node: the value of “body”, or 0 if there is none
 * @body: (out caller-allocates): what it means
 */
void
chancery_annotation_read_body (const ChanceryJsonTape *tape,
                               guint                   node,
                               ChanceryAnnotationBody *body)
{
  Collection collection = { g_string_new (NULL), g_ptr_array_new_with_free_func (g_free), 0, TRUE };

  if (node != 0)
    collect (&collection, tape, node);
  *body = (ChanceryAnnotationBody) {
    .text = g_string_free_and_steal (collection.text),
    .tags = collection.tags,
    .plain = collection.plain,
  };
}

void
chancery_annotation_body_clear (ChanceryAnnotationBody *body)
{
  g_clear_pointer (&body->text, g_free);
  g_clear_pointer (&body->tags, g_ptr_array_unref);
}

/* Targets */

static char *
read_source (const ChanceryJsonTape *tape,
             guint                   node)
{
  guint place;

  switch (chancery_json_kind (tape, node))
    {
    case CHANCERY_JSON_STRING:
      return chancery_json_dup_string (tape, node);
    case CHANCERY_JSON_ARRAY:
      return chancery_json_length (tape, node) > 0 ? read_source (tape, node + 1) : NULL;
    case CHANCERY_JSON_OBJECT:
      place = chancery_json_get (tape, node, "source");
      if (place == 0)
        place = chancery_json_get (tape, node, "id");
      if (place == 0)
        place = chancery_json_get (tape, node, "items");
      return place != 0 ? read_source (tape, place) : NULL;
    case CHANCERY_JSON_NULL:
    case CHANCERY_JSON_BOOLEAN:
    case CHANCERY_JSON_NUMBER:
    default:
      return NULL;
    }
}

static gboolean
read_position (const ChanceryJsonTape   *tape,
               guint                     node,
               const char               *first,
               const char               *last,
               ChanceryAnnotationTarget *target)
{
  guint start = chancery_json_get (tape, node, first), end = chancery_json_get (tape, node, last);

  if (target->has_position || start == 0 || end == 0 ||
      !chancery_json_get_uint64 (tape, start, &target->start) || !chancery_json_get_uint64 (tape, end, &target->end) ||
      target->start > target->end || target->end > G_MAXINT64)
    return FALSE;
  target->has_position = TRUE;
  return TRUE;
}

static gboolean
read_quote (const ChanceryJsonTape   *tape,
            guint                     node,
            ChanceryAnnotationTarget *target)
{
  guint exact = chancery_json_get (tape, node, "exact"), prefix = chancery_json_get (tape, node, "prefix");
  guint suffix = chancery_json_get (tape, node, "suffix");
  g_autofree char *words = NULL, *before = NULL, *after = NULL;

  if (target->quote != NULL || exact == 0 || chancery_json_kind (tape, exact) != CHANCERY_JSON_STRING)
    return FALSE;

  words = chancery_json_dup_string (tape, exact);
  before = prefix != 0 ? chancery_json_dup_string (tape, prefix) : NULL;
  after = suffix != 0 ? chancery_json_dup_string (tape, suffix) : NULL;
  target->quote = chancery_selector_new (words, before, after);
  return TRUE;
}

/* A range between two places in the text is that part of the text. */
static void
read_range (const ChanceryJsonTape   *tape,
            guint                     node,
            ChanceryAnnotationTarget *target)
{
  guint start = chancery_json_get (tape, node, "startSelector"), end = chancery_json_get (tape, node, "endSelector");
  guint64 from, to;

  if (!target->has_position && start != 0 && end != 0 &&
      chancery_annotation_has_type (tape, start, "TextPositionSelector") &&
      chancery_annotation_has_type (tape, end, "TextPositionSelector") &&
      (start = chancery_json_get (tape, start, "start")) != 0 && (end = chancery_json_get (tape, end, "start")) != 0 &&
      chancery_json_get_uint64 (tape, start, &from) && chancery_json_get_uint64 (tape, end, &to) && from <= to &&
      to <= G_MAXINT64)
    {
      target->has_position = TRUE;
      target->start = from;
      target->end = to;
    }
}

/* Finds what selects text, the most telling first; what a selector is refined by counts from the part that it
 * selects, so that its words say something, and its place doesn't. */
static void
read_selector (const ChanceryJsonTape   *tape,
               guint                     node,
               gboolean                  refined,
               ChanceryAnnotationTarget *target)
{
  static const char * const quote_keys[] = { "type", "exact", "prefix", "suffix", NULL };
  static const char * const position_keys[] = { "type", "start", "end", NULL };
  guint refinement;
  gboolean plain = FALSE;

  if (chancery_json_kind (tape, node) == CHANCERY_JSON_ARRAY)
    {
      CHANCERY_JSON_FOREACH (tape, node, element)
        read_selector (tape, element, refined, target);
      return;
    }

  if (chancery_annotation_has_type (tape, node, "TextQuoteSelector"))
    plain = read_quote (tape, node, target) && !target->has_position && has_only (tape, node, quote_keys);
  else if (!refined && chancery_annotation_has_type (tape, node, "TextPositionSelector"))
    plain = read_position (tape, node, "start", "end", target) && target->quote != NULL &&
            has_only (tape, node, position_keys);
  else if (!refined && chancery_annotation_has_type (tape, node, "RangeSelector"))
    read_range (tape, node, target);
  if (!plain || refined || chancery_json_kind (tape, chancery_json_get (tape, node, "type")) != CHANCERY_JSON_STRING)
    target->plain = FALSE;

  refinement = chancery_json_get (tape, node, "refinedBy");
  if (refinement != 0)
    read_selector (tape, refinement, TRUE, target);
}

/**
 * chancery_annotation_is_text_selector:
 *
 * Returns: whether a note has all that @node says in its own selector
 */
gboolean
chancery_annotation_is_text_selector (const ChanceryJsonTape *tape,
                                      guint                   node)
{
  return chancery_json_get (tape, node, "refinedBy") == 0 &&
         (chancery_annotation_has_type (tape, node, "TextQuoteSelector") ||
          chancery_annotation_has_type (tape, node, "TextPositionSelector"));
}

/**
 * chancery_annotation_read_target:
 * @node: the value of “target”
 * @target: (out caller-allocates): what it means; of several targets, the first
 */
void
chancery_annotation_read_target (const ChanceryJsonTape   *tape,
                                 guint                     node,
                                 ChanceryAnnotationTarget *target)
{
  static const char * const keys[] = { "type", "source", "selector", NULL };
  guint object = node, type, source, selector;

  *target = (ChanceryAnnotationTarget) { .source = read_source (tape, node), .plain = TRUE };
  if (chancery_json_kind (tape, node) == CHANCERY_JSON_STRING)
    return;

  target->plain = chancery_json_kind (tape, node) == CHANCERY_JSON_OBJECT;
  while (chancery_json_kind (tape, object) != CHANCERY_JSON_OBJECT || chancery_json_get (tape, object, "items") != 0)
    {
      if (chancery_json_kind (tape, object) == CHANCERY_JSON_OBJECT)
        {
          object = chancery_json_get (tape, object, "items");
          target->plain = FALSE;
        }
      if (chancery_json_kind (tape, object) != CHANCERY_JSON_ARRAY || chancery_json_length (tape, object) == 0)
        return;
      object++;
    }

  type = chancery_json_get (tape, object, "type");
  source = chancery_json_get (tape, object, "source");
  selector = chancery_json_get (tape, object, "selector");
  if (!has_only (tape, object, keys) || source == 0 || chancery_json_kind (tape, source) != CHANCERY_JSON_STRING ||
      selector == 0 || (type != 0 && !chancery_json_is (tape, type, "SpecificResource")))
    target->plain = FALSE;
  if (selector != 0)
    read_selector (tape, selector, FALSE, target);
}

void
chancery_annotation_target_clear (ChanceryAnnotationTarget *target)
{
  g_clear_pointer (&target->source, g_free);
  g_clear_pointer (&target->quote, chancery_selector_free);
}
