/* chancery-store-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-store-words.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Whether JSON writes a word as it is. */
static gboolean
is_plain (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\' || *p == 0x7f)
      return FALSE;
  return TRUE;
}

/* (nullable) */
static char *
join_plain (const char * const *words)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (!is_plain (words[i]))
        return NULL;
      g_string_append (json, i > 0 ? ",\"" : "\"");
      g_string_append (json, words[i]);
      g_string_append_c (json, '"');
    }
  g_string_append_c (json, ']');
  return g_string_free_and_steal (g_steal_pointer (&json));
}

/**
 * chancery_words_to_json:
 * @words: (nullable) (array zero-terminated=1): words
 *
 * Returns: (transfer full): a JSON array of them
 */
char *
chancery_words_to_json (const char * const *words)
{
  g_autoptr (JsonArray) array = NULL;
  g_autoptr (JsonNode) node = NULL;
  char *plain;

  if (words == NULL || words[0] == NULL)
    return g_strdup ("[]");

  /* Thousands of notes are written at once, and escapes are rare. */
  plain = join_plain (words);
  if (plain != NULL)
    return plain;

  array = json_array_new ();
  for (gsize i = 0; words[i] != NULL; i++)
    json_array_add_string_element (array, words[i]);
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (node, array);

  return json_to_string (node, FALSE);
}

/**
 * chancery_words_from_json:
 * @json: (nullable): a JSON array of strings; anything else in it is left out
 *
 * Returns: (transfer full) (nullable): the words; %NULL if there are none
 */
GStrv
chancery_words_from_json (const char *json)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;

  if (json == NULL || strcmp (json, "[]") == 0)
    return NULL;

  /* Thousands of notes are read at once, and escapes are rare. */
  if (strchr (json, '\\') == NULL)
    {
      g_auto (GStrv) parts = g_strsplit (json, "\"", -1);

      builder = g_strv_builder_new ();
      for (gsize i = 1; parts[i - 1] != NULL && parts[i] != NULL && parts[i + 1] != NULL; i += 2)
        g_strv_builder_add (builder, parts[i]);
      return g_strv_builder_end (builder);
    }

  node = json_from_string (json, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  builder = g_strv_builder_new ();
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (element));
    }

  return g_strv_builder_end (builder);
}

/**
 * chancery_words_contain:
 * @json: (nullable): a JSON array of strings
 * @word: a word
 *
 * Returns: whether @word is one of them
 */
gboolean
chancery_words_contain (const char *json,
                        const char *word)
{
  g_auto (GStrv) words = chancery_words_from_json (json);

  return words != NULL && g_strv_contains ((const char * const *) words, word);
}
