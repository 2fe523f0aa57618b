/* chancery-note-link.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-link.h"

#include <json-glib/json-glib.h>

#include "chancery-enum-types.h"

G_DEFINE_BOXED_TYPE (ChanceryNoteLink, chancery_note_link, chancery_note_link_copy, chancery_note_link_free)

/**
 * chancery_note_link_new:
 * @relation: what the note has to do with what it links to
 * @note_uid: (nullable): a note
 * @article_uid: (nullable): an article; one of the two must be given
 *
 * Returns: (transfer full): a link
 */
ChanceryNoteLink *
chancery_note_link_new (ChanceryLinkRelation  relation,
                        const char           *note_uid,
                        const char           *article_uid)
{
  ChanceryNoteLink *link;

  g_return_val_if_fail (note_uid != NULL || article_uid != NULL, NULL);

  link = g_new0 (ChanceryNoteLink, 1);
  link->relation = relation;
  link->note_uid = g_strdup (note_uid);
  link->article_uid = g_strdup (article_uid);

  return link;
}

/**
 * chancery_note_link_copy:
 * @link: a link
 *
 * Returns: (transfer full): a copy
 */
ChanceryNoteLink *
chancery_note_link_copy (const ChanceryNoteLink *link)
{
  g_return_val_if_fail (link != NULL, NULL);

  return chancery_note_link_new (link->relation, link->note_uid, link->article_uid);
}

/**
 * chancery_note_link_equal:
 * @a: a link
 * @b: a link
 *
 * Returns: whether both say the same
 */
gboolean
chancery_note_link_equal (const ChanceryNoteLink *a,
                          const ChanceryNoteLink *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->relation == b->relation &&
         g_strcmp0 (a->note_uid, b->note_uid) == 0 &&
         g_strcmp0 (a->article_uid, b->article_uid) == 0;
}

/**
 * chancery_note_link_free:
 * @link: (transfer full): a link
 */
void
chancery_note_link_free (ChanceryNoteLink *link)
{
  g_free (link->note_uid);
  g_free (link->article_uid);
  g_free (link);
}

/**
 * chancery_note_links_new:
 *
 * Returns: (transfer full) (element-type ChanceryNoteLink): an empty array,
 *   which owns the links that are added to it
 */
GPtrArray *
chancery_note_links_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_note_link_free);
}

/**
 * chancery_note_links_copy:
 * @links: (nullable) (element-type ChanceryNoteLink): links
 *
 * Returns: (transfer full) (element-type ChanceryNoteLink): the same links in
 *   their order, each once
 */
GPtrArray *
chancery_note_links_copy (GPtrArray *links)
{
  GPtrArray *copy = chancery_note_links_new ();

  for (guint i = 0; links != NULL && i < links->len; i++)
    if (!g_ptr_array_find_with_equal_func (copy, links->pdata[i], (GEqualFunc) chancery_note_link_equal, NULL))
      g_ptr_array_add (copy, chancery_note_link_copy (links->pdata[i]));

  return copy;
}

/**
 * chancery_note_links_equal:
 * @a: (nullable) (element-type ChanceryNoteLink): links; %NULL for none
 * @b: (nullable) (element-type ChanceryNoteLink): links; %NULL for none
 *
 * Returns: whether both are the same links in the same order
 */
gboolean
chancery_note_links_equal (GPtrArray *a,
                           GPtrArray *b)
{
  const guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!chancery_note_link_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * chancery_note_links_to_json:
 * @links: (nullable) (element-type ChanceryNoteLink): links
 *
 * Returns: (transfer full): a JSON array of objects with the members
 *   `relation`, `note` and `article`
 */
char *
chancery_note_links_to_json (GPtrArray *links)
{
  g_autoptr (JsonArray) array = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (links == NULL || links->len == 0)
    return g_strdup ("[]");

  array = json_array_new ();
  for (guint i = 0; i < links->len; i++)
    {
      const ChanceryNoteLink *link = links->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "relation",
                                     chancery_enum_to_nick (CHANCERY_TYPE_LINK_RELATION, (int) link->relation));
      if (link->note_uid != NULL)
        json_object_set_string_member (object, "note", link->note_uid);
      if (link->article_uid != NULL)
        json_object_set_string_member (object, "article", link->article_uid);
      json_array_add_object_element (array, object);
    }
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (node, array);

  return json_to_string (node, FALSE);
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
    ? json_node_get_string (node)
    : NULL;
}

/**
 * chancery_note_links_from_json:
 * @json: (nullable): what chancery_note_links_to_json() wrote; what is no link
 *   is left out, and a relation that this version doesn't know is
 *   %CHANCERY_LINK_RELATION_RELATED
 *
 * Returns: (transfer full) (element-type ChanceryNoteLink): the links
 */
GPtrArray *
chancery_note_links_from_json (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL && !g_str_equal (json, "[]") ? json_from_string (json, NULL) : NULL;
  GPtrArray *links = chancery_note_links_new ();
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return links;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *note = object != NULL ? get_string (object, "note") : NULL;
      const char *article = object != NULL ? get_string (object, "article") : NULL;
      int relation = CHANCERY_LINK_RELATION_RELATED;

      if (note == NULL && article == NULL)
        continue;
      chancery_enum_from_nick (CHANCERY_TYPE_LINK_RELATION, get_string (object, "relation"), &relation);
      g_ptr_array_add (links, chancery_note_link_new ((ChanceryLinkRelation) relation, note, article));
    }

  return links;
}
