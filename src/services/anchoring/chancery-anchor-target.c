/* chancery-anchor-target.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "anchoring/chancery-anchor-target.h"

#include <glib/gi18n.h>

/* How deep selectors may refine each other. */
#define DEPTH_MAX 8

G_DEFINE_QUARK (chancery-anchor-target-error-quark, chancery_anchor_target_error)

static gboolean
fail (GError     **error,
      const char  *type,
      const char  *member)
{
  g_set_error (error, CHANCERY_ANCHOR_TARGET_ERROR, CHANCERY_ANCHOR_TARGET_ERROR_INVALID,
               /* Translators: the first %s is a kind of selector, as in “TextQuoteSelector”, the second one of its members. */
               _("a selector of type %s has no valid member “%s”"), type, member);
  return FALSE;
}

/* NULL if it isn't there; an error if it is something else than a string. */
static gboolean
read_string (JsonObject  *object,
             const char  *type,
             const char  *member,
             const char **string,
             GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *string = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return fail (error, type, member);
  *string = json_node_get_string (node);
  return TRUE;
}

static gboolean
read_offset (JsonObject  *object,
             const char  *member,
             gsize       *offset,
             GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0)
    return fail (error, "TextPositionSelector", member);
  *offset = (gsize) json_node_get_int (node);
  return TRUE;
}

static const char *
read_type (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "type");

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
}

static gboolean read_selectors (JsonNode             *node,
                                guint                 depth,
                                gboolean              may_be_range,
                                ChanceryAnchorTarget *target,
                                GError              **error);

static gboolean
read_quote (JsonObject            *object,
            ChanceryAnchorTarget  *target,
            GError               **error)
{
  const char *exact, *prefix, *suffix;

  if (!read_string (object, "TextQuoteSelector", "exact", &exact, error) ||
      !read_string (object, "TextQuoteSelector", "prefix", &prefix, error) ||
      !read_string (object, "TextQuoteSelector", "suffix", &suffix, error))
    return FALSE;
  if (exact == NULL)
    return fail (error, "TextQuoteSelector", "exact");
  /* Selectors beside each other are for one and the same passage, so the first will do. */
  if (target->selector->exact == NULL)
    {
      target->selector->exact = g_strdup (exact);
      target->selector->prefix = g_strdup (prefix);
      target->selector->suffix = g_strdup (suffix);
    }
  return TRUE;
}

static gboolean
read_position (JsonObject            *object,
               ChanceryAnchorTarget  *target,
               GError               **error)
{
  gsize start, end;

  if (!read_offset (object, "start", &start, error) || !read_offset (object, "end", &end, error))
    return FALSE;
  if (end < start)
    return fail (error, "TextPositionSelector", "end");
  if (!target->selector->has_position)
    {
      target->selector->has_position = TRUE;
      target->selector->start_chars = start;
      target->selector->end_chars = end;
    }
  return TRUE;
}

static gboolean
read_range (JsonObject            *object,
            guint                  depth,
            ChanceryAnchorTarget  *target,
            GError               **error)
{
  static const char * const members[] = { "startSelector", "endSelector" };
  ChancerySelector *ends[2] = { NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_auto (ChanceryAnchorTarget) end = { g_new0 (ChancerySelector, 1), NULL, NULL };
      JsonNode *node = json_object_get_member (object, members[i]);

      if (node == NULL || !(JSON_NODE_HOLDS_OBJECT (node) || JSON_NODE_HOLDS_ARRAY (node)))
        {
          chancery_selector_free (ends[0]);
          return fail (error, "RangeSelector", members[i]);
        }
      if (!read_selectors (node, depth + 1, FALSE, &end, error))
        {
          chancery_selector_free (ends[0]);
          return FALSE;
        }
      ends[i] = g_steal_pointer (&end.selector);
    }

  if (target->range_start == NULL && (ends[0]->exact != NULL || ends[0]->has_position) &&
      (ends[1]->exact != NULL || ends[1]->has_position))
    {
      target->range_start = ends[0];
      target->range_end = ends[1];
      return TRUE;
    }
  chancery_selector_free (ends[0]);
  chancery_selector_free (ends[1]);
  return TRUE;
}

static gboolean
read_selector (JsonObject            *object,
               guint                  depth,
               gboolean               may_be_range,
               ChanceryAnchorTarget  *target,
               GError               **error)
{
  const char *type = read_type (object);
  JsonNode *refined = json_object_get_member (object, "refinedBy");

  if (g_str_equal (type, "TextQuoteSelector"))
    return read_quote (object, target, error);
  if (g_str_equal (type, "TextPositionSelector"))
    return read_position (object, target, error);
  if (g_str_equal (type, "RangeSelector") && may_be_range)
    return read_range (object, depth, target, error);

  /* Words within a fragment that we can't tell are still these words; a position within it would be another. */
  if (refined != NULL)
    {
      g_auto (ChanceryAnchorTarget) inner = { g_new0 (ChancerySelector, 1), NULL, NULL };

      if (!read_selectors (refined, depth + 1, FALSE, &inner, error))
        return FALSE;
      if (target->selector->exact == NULL && inner.selector->exact != NULL)
        {
          chancery_selector_free (target->selector);
          target->selector = g_steal_pointer (&inner.selector);
          target->selector->has_position = FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_selectors (JsonNode              *node,
                guint                  depth,
                gboolean               may_be_range,
                ChanceryAnchorTarget  *target,
                GError               **error)
{
  JsonArray *array;

  if (depth > DEPTH_MAX)
    {
      g_set_error_literal (error, CHANCERY_ANCHOR_TARGET_ERROR, CHANCERY_ANCHOR_TARGET_ERROR_INVALID,
                           _("the selectors are nested too deep"));
      return FALSE;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_selector (json_node_get_object (node), depth, may_be_range, target, error);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error_literal (error, CHANCERY_ANCHOR_TARGET_ERROR, CHANCERY_ANCHOR_TARGET_ERROR_INVALID,
                           _("a selector is not an object"));
      return FALSE;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_selectors (json_array_get_element (array, i), depth + 1, may_be_range, target, error))
      return FALSE;
  return TRUE;
}

/**
 * chancery_anchor_target_read:
 * @selectors: one selector of a W3C annotation, or an array of them
 * @target: (out caller-allocates): what they come to
 * @error: return location for a #GError
 *
 * Reads what can be found in a text: TextQuoteSelector, TextPositionSelector, a
 * RangeSelector between two of those, and a quotation that refines a selector
 * of another kind. Selectors beside each other are taken to be of one passage.
 * Other selectors are passed over.
 *
 * Returns: whether there is something to find; else @error is set and @target is empty
 */
gboolean
chancery_anchor_target_read (JsonNode              *selectors,
                             ChanceryAnchorTarget  *target,
                             GError               **error)
{
  *target = (ChanceryAnchorTarget) { g_new0 (ChancerySelector, 1), NULL, NULL };
  if (!read_selectors (selectors, 0, TRUE, target, error))
    {
      chancery_anchor_target_clear (target);
      return FALSE;
    }
  if (target->selector->exact == NULL && !target->selector->has_position && target->range_start == NULL)
    {
      g_set_error_literal (error, CHANCERY_ANCHOR_TARGET_ERROR, CHANCERY_ANCHOR_TARGET_ERROR_UNKNOWN,
                           _("there is no selector that can be found in a text"));
      chancery_anchor_target_clear (target);
      return FALSE;
    }
  return TRUE;
}

/**
 * chancery_anchor_target_find:
 * @target: what to find
 * @text: where
 * @anchor: (out): as of chancery_anchor_text_find()
 *
 * Finds it: by its quotation, else as a range, else by its position.
 *
 * Returns: whether it was found
 */
gboolean
chancery_anchor_target_find (const ChanceryAnchorTarget *target,
                             ChanceryAnchorText         *text,
                             ChanceryAnchor             *anchor)
{
  if (target->range_start != NULL && target->selector->exact == NULL)
    return chancery_anchor_text_find_range (text, target->range_start, target->range_end, anchor);
  return chancery_anchor_text_find (text, target->selector, anchor);
}

/**
 * chancery_anchor_target_clear:
 * @target: a target
 *
 * Frees what it owns.
 */
void
chancery_anchor_target_clear (ChanceryAnchorTarget *target)
{
  g_clear_pointer (&target->selector, chancery_selector_free);
  g_clear_pointer (&target->range_start, chancery_selector_free);
  g_clear_pointer (&target->range_end, chancery_selector_free);
}
