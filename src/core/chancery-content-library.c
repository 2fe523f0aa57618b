/* chancery-content-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-content.h"

#include <string.h>

#include "chancery-json-cursor.h"

#define ARTICLES_FILE "articles.json"
#define NOTES_FILE "notes.json"

#define FAIL(cursor, ...) \
  chancery_json_cursor_fail ((cursor), error, CHANCERY_CONTENT_ERROR_VALUE, __VA_ARGS__)

static gboolean
read_head (const ChanceryJsonCursor  *root,
           const char                *list_name,
           ChanceryJsonCursor        *list,
           guint                     *length,
           GError                   **error)
{
  const char * const members[] = { "source", "license", "asOf", list_name, NULL };
  ChanceryJsonCursor child;
  const char *text;
  ChanceryDate as_of;

  return chancery_json_cursor_check_object (root, members, error) &&
         chancery_json_cursor_get_string (root, "source", &text, error) &&
         chancery_json_cursor_get_string (root, "license", &text, error) &&
         chancery_json_cursor_get_member (root, "asOf", &child, error) &&
         chancery_json_cursor_read_date (&child, &as_of, error) &&
         chancery_json_cursor_get_member (root, list_name, list, error) &&
         chancery_json_cursor_get_length (list, length, error);
}

static gboolean
read_uid (const ChanceryJsonCursor  *record,
          const char                *member,
          const char               **uid,
          GError                   **error)
{
  ChanceryJsonCursor child;

  if (!chancery_json_cursor_get_member (record, member, &child, error) ||
      !chancery_json_cursor_read_string (&child, uid, error))
    return FALSE;
  if (!g_uuid_string_is_valid (*uid))
    return FAIL (&child, "“%s” is not a UUID", *uid);
  return TRUE;
}

static gboolean
read_new_uid (const ChanceryJsonCursor  *record,
              GHashTable                *uids,
              const char               **uid,
              GError                   **error)
{
  ChanceryJsonCursor child;

  if (!read_uid (record, "uid", uid, error))
    return FALSE;
  if (!g_hash_table_add (uids, (gpointer) *uid))
    {
      chancery_json_cursor_get_optional (record, "uid", &child);
      return FAIL (&child, "“%s” is there twice", *uid);
    }
  return TRUE;
}

static GFile *
get_file (GFile      *folder,
          const char *name)
{
  g_autofree char *address = NULL;

  if (folder != NULL)
    return g_file_get_child (folder, name);

  chancery_content_register ();
  address = g_strconcat (CHANCERY_CONTENT_RESOURCE "/", name, NULL);
  return g_file_new_for_uri (address);
}

/* Articles */

static ChanceryBlock *
read_block (const ChanceryJsonCursor  *record,
            GError                   **error)
{
  const char * const members[] = { "kind", "level", "text", NULL };
  ChanceryJsonCursor child;
  const char *text;
  int kind = CHANCERY_BLOCK_KIND_PARAGRAPH;
  guint level = 0;

  if (!chancery_json_cursor_check_object (record, members, error) ||
      !chancery_json_cursor_get_word (record, "kind", CHANCERY_TYPE_BLOCK_KIND, &kind, error) ||
      !chancery_json_cursor_get_string (record, "text", &text, error))
    return NULL;
  if (strpbrk (text, "\r\n") != NULL)
    {
      chancery_json_cursor_get_optional (record, "text", &child);
      return FAIL (&child, "has a line break; a block is one line"), NULL;
    }
  if (chancery_json_cursor_get_optional (record, "level", &child) &&
      !chancery_json_cursor_read_uint (&child, 1, 6, &level, error))
    return NULL;

  return chancery_block_new ((ChanceryBlockKind) kind, level, text);
}

static GPtrArray *
read_blocks (const ChanceryJsonCursor  *record,
             GError                   **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);
  ChanceryJsonCursor list, child;
  guint length;

  if (!chancery_json_cursor_get_member (record, "blocks", &list, error) ||
      !chancery_json_cursor_get_length (&list, &length, error))
    return NULL;
  if (length == 0)
    return FAIL (&list, "is empty"), NULL;

  for (guint i = 0; i < length; i++)
    {
      ChanceryBlock *block;

      chancery_json_cursor_get_element (&list, i, &child);
      block = read_block (&child, error);
      if (block == NULL)
        return NULL;
      g_ptr_array_add (blocks, block);
    }
  return g_steal_pointer (&blocks);
}

static ChanceryArticle *
read_article (const ChanceryJsonCursor  *record,
              GHashTable                *uids,
              GError                   **error)
{
  const char * const members[] = { "uid", "section", "kicker", "headline", "standfirst", "place", "agency", "byline",
                                   "lang", "source", "address", "published", "blocks", NULL };
  g_autoptr (GPtrArray) blocks = NULL;
  ChanceryArticleFields fields = { 0 };
  ChanceryJsonCursor child;

  if (!chancery_json_cursor_check_object (record, members, error) ||
      !read_new_uid (record, uids, &fields.uid, error) ||
      !chancery_json_cursor_get_optional_string (record, "section", &fields.section, error) ||
      !chancery_json_cursor_get_optional_string (record, "kicker", &fields.kicker, error) ||
      !chancery_json_cursor_get_string (record, "headline", &fields.headline, error) ||
      !chancery_json_cursor_get_optional_string (record, "standfirst", &fields.standfirst, error) ||
      !chancery_json_cursor_get_optional_string (record, "place", &fields.place, error) ||
      !chancery_json_cursor_get_optional_string (record, "agency", &fields.agency, error) ||
      !chancery_json_cursor_get_optional_string (record, "byline", &fields.byline, error) ||
      !chancery_json_cursor_get_string (record, "lang", &fields.lang, error) ||
      !chancery_json_cursor_get_string (record, "source", &fields.source, error) ||
      !chancery_json_cursor_get_optional_string (record, "address", &fields.address, error) ||
      !chancery_json_cursor_get_member (record, "published", &child, error) ||
      !chancery_json_cursor_read_date (&child, &fields.published, error))
    return NULL;

  blocks = read_blocks (record, error);
  if (blocks == NULL)
    return NULL;

  fields.blocks = blocks;
  return chancery_article_new (&fields);
}

/**
 * chancery_content_load_articles:
 * @folder: (nullable): where articles.json is, or %NULL for the bundled content
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Loads the starter articles. May be called from any thread.
 *
 * Returns: (transfer full) (element-type ChanceryArticle): the articles, in the
 *   order of the file, or %NULL with @error set, of %CHANCERY_CONTENT_ERROR or
 *   %G_IO_ERROR
 */
GPtrArray *
chancery_content_load_articles (GFile         *folder,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GFile) file = NULL;
  ChanceryJsonCursor root, list, child;
  guint length;

  g_return_val_if_fail (folder == NULL || G_IS_FILE (folder), NULL);

  file = get_file (folder, ARTICLES_FILE);
  parser = chancery_json_load (file, cancellable, &root, error);
  if (parser == NULL || !read_head (&root, "articles", &list, &length, error))
    return NULL;

  for (guint i = 0; i < length; i++)
    {
      ChanceryArticle *article;

      chancery_json_cursor_get_element (&list, i, &child);
      article = read_article (&child, uids, error);
      if (article == NULL)
        return NULL;
      g_ptr_array_add (articles, article);
    }
  return g_steal_pointer (&articles);
}

/* Notes */

static gboolean
is_iso (const char *text)
{
  return strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

/* Reads a list of strings in ascending order, as the fields of a note want them. */
static gboolean
read_sorted (const ChanceryJsonCursor  *record,
             const char                *member,
             gboolean                   are_states,
             GStrv                     *strings,
             GError                   **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  ChanceryJsonCursor list, child;
  const char *text, *last = "";
  guint length = 0;

  if (chancery_json_cursor_get_optional (record, member, &list) &&
      !chancery_json_cursor_get_length (&list, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      chancery_json_cursor_get_element (&list, i, &child);
      if (!chancery_json_cursor_read_string (&child, &text, error))
        return FALSE;
      if (are_states && !is_iso (text))
        return FAIL (&child, "“%s” is not the code of a state", text);
      if (strcmp (last, text) >= 0)
        return FAIL (&child, "“%s” should be before “%s”", text, last);
      g_strv_builder_add (builder, text);
      last = text;
    }

  *strings = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_time (const ChanceryJsonCursor  *record,
           const char                *member,
           gint64                    *time_us,
           GError                   **error)
{
  g_autoptr (GDateTime) time = NULL;
  ChanceryJsonCursor child;
  const char *text;

  if (!chancery_json_cursor_get_member (record, member, &child, error) ||
      !chancery_json_cursor_read_string (&child, &text, error))
    return FALSE;

  time = g_date_time_new_from_iso8601 (text, NULL);
  if (time == NULL)
    return FAIL (&child, "“%s” is not a time with its zone (RFC 3339)", text);
  *time_us = g_date_time_to_unix_usec (time);
  return TRUE;
}

/* Finds the one place in @text where the quote stands between its context. */
static ChancerySelector *
read_quote (const ChanceryJsonCursor  *quote,
            const char                *text,
            GError                   **error)
{
  const char * const members[] = { "exact", "prefix", "suffix", NULL };
  ChanceryJsonCursor child, context;
  const char *exact, *found = NULL;
  const char *prefix = "", *suffix = "";

  if (!chancery_json_cursor_check_object (quote, members, error) ||
      !chancery_json_cursor_get_member (quote, "exact", &child, error) ||
      !chancery_json_cursor_read_string (&child, &exact, error))
    return NULL;

  /* The context may begin and end with a space. */
  if (chancery_json_cursor_get_optional (quote, "prefix", &context))
    {
      if (!chancery_json_cursor_is_string (&context))
        return chancery_json_cursor_read_string (&context, &prefix, error), NULL;
      prefix = json_node_get_string (context.node);
    }
  if (chancery_json_cursor_get_optional (quote, "suffix", &context))
    {
      if (!chancery_json_cursor_is_string (&context))
        return chancery_json_cursor_read_string (&context, &suffix, error), NULL;
      suffix = json_node_get_string (context.node);
    }

  for (const char *at = strstr (text, exact); at != NULL; at = strstr (at + 1, exact))
    {
      gsize before = strlen (prefix);

      if ((gsize) (at - text) < before || strncmp (at - before, prefix, before) != 0 ||
          !g_str_has_prefix (at + strlen (exact), suffix))
        continue;
      if (found != NULL)
        return FAIL (&child, "“%s” is in the article more than once", exact), NULL;
      found = at;
    }
  if (found == NULL)
    return FAIL (&child, "“%s” is not in the article", exact), NULL;

  return chancery_selector_new_for_span (text, (gsize) (found - text), (gsize) (found - text) + strlen (exact));
}

static ChanceryNoteLink *
read_link (const ChanceryJsonCursor  *record,
           GError                   **error)
{
  const char * const members[] = { "relation", "note", "article", NULL };
  int relation = CHANCERY_LINK_RELATION_RELATED;
  const char *note = NULL, *article = NULL;
  ChanceryJsonCursor child;

  if (!chancery_json_cursor_check_object (record, members, error) ||
      !chancery_json_cursor_get_word (record, "relation", CHANCERY_TYPE_LINK_RELATION, &relation, error) ||
      (chancery_json_cursor_get_optional (record, "note", &child) && !read_uid (record, "note", &note, error)) ||
      (chancery_json_cursor_get_optional (record, "article", &child) && !read_uid (record, "article", &article, error)))
    return NULL;
  if (note == NULL && article == NULL)
    return FAIL (record, "links to nothing"), NULL;

  return chancery_note_link_new ((ChanceryLinkRelation) relation, note, article);
}

static gboolean
read_links (const ChanceryJsonCursor  *record,
            GPtrArray                **links,
            GError                   **error)
{
  ChanceryJsonCursor list, child;
  guint length = 0;

  *links = chancery_note_links_new ();
  if (chancery_json_cursor_get_optional (record, "links", &list) &&
      !chancery_json_cursor_get_length (&list, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      ChanceryNoteLink *link;

      chancery_json_cursor_get_element (&list, i, &child);
      link = read_link (&child, error);
      if (link == NULL)
        return FALSE;
      g_ptr_array_add (*links, link);
    }
  return TRUE;
}

/* Any object: what it says is for others. */
static gboolean
read_foreign (const ChanceryJsonCursor  *record,
              char                     **foreign,
              GError                   **error)
{
  ChanceryJsonCursor child;

  if (!chancery_json_cursor_get_optional (record, "foreign", &child))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (child.node))
    return chancery_json_cursor_check_object (&child, NULL, error);

  *foreign = json_to_string (child.node, FALSE);
  return TRUE;
}

static ChanceryArticle *
find_article (GPtrArray  *articles,
              const char *uid)
{
  for (guint i = 0; i < articles->len; i++)
    {
      ChanceryArticle *article = g_ptr_array_index (articles, i);

      if (g_str_equal (chancery_article_get_uid (article), uid))
        return article;
    }
  return NULL;
}

static ChanceryNote *
read_note (const ChanceryJsonCursor  *record,
           GPtrArray                 *articles,
           GHashTable                *uids,
           GError                   **error)
{
  const char * const members[] = { "uid", "article", "quote", "body", "colour", "kind", "tags", "states",
                                   "created", "modified", "due", "links", "score", "foreign", NULL };
  g_autoptr (ChancerySelector) selector = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *foreign = NULL;
  g_auto (GStrv) tags = NULL;
  g_auto (GStrv) states = NULL;
  ChanceryNoteFields fields = { 0 };
  ChanceryArticle *article;
  ChanceryJsonCursor child;
  int colour = CHANCERY_COLOUR_YELLOW, kind = CHANCERY_NOTE_KIND_NOTE;

  if (!chancery_json_cursor_check_object (record, members, error) ||
      !read_new_uid (record, uids, &fields.uid, error) ||
      !read_uid (record, "article", &fields.article_uid, error))
    return NULL;

  article = find_article (articles, fields.article_uid);
  if (article == NULL)
    {
      chancery_json_cursor_get_optional (record, "article", &child);
      return FAIL (&child, "“%s” is not the uid of an article", fields.article_uid), NULL;
    }
  if (chancery_json_cursor_get_optional (record, "quote", &child))
    {
      selector = read_quote (&child, chancery_article_get_text (article), error);
      if (selector == NULL)
        return NULL;
    }

  if (!chancery_json_cursor_get_optional_string (record, "body", &fields.body, error) ||
      !chancery_json_cursor_get_word (record, "colour", CHANCERY_TYPE_COLOUR, &colour, error) ||
      !chancery_json_cursor_get_word (record, "kind", CHANCERY_TYPE_NOTE_KIND, &kind, error) ||
      !read_sorted (record, "tags", FALSE, &tags, error) ||
      !read_sorted (record, "states", TRUE, &states, error) ||
      !read_time (record, "created", &fields.created_us, error) ||
      !read_time (record, "modified", &fields.modified_us, error) ||
      !chancery_json_cursor_get_optional_date (record, "due", &fields.due, error) ||
      !read_links (record, &links, error) ||
      !read_foreign (record, &foreign, error))
    return NULL;
  if (chancery_json_cursor_get_optional (record, "score", &child) &&
      !chancery_json_cursor_read_double (&child, 0, 1, &fields.score, error))
    return NULL;
  if (fields.modified_us < fields.created_us)
    {
      chancery_json_cursor_get_optional (record, "modified", &child);
      return FAIL (&child, "is before “created”"), NULL;
    }

  fields.selector = selector;
  fields.links = links;
  fields.foreign = foreign;
  fields.colour = (ChanceryColour) colour;
  fields.kind = (ChanceryNoteKind) kind;
  fields.tags = (const char * const *) tags;
  fields.states = (const char * const *) states;
  return chancery_note_new (&fields);
}

/**
 * chancery_content_load_notes:
 * @folder: (nullable): where notes.json is, and the articles.json that it is
 *   about, or %NULL for the bundled content
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Loads the notes on the starter articles. The passage of each is looked up in
 * its article, so that it has its position, and must be there just once. May be
 * called from any thread; hand the notes to one thread only.
 *
 * Returns: (transfer full) (element-type ChanceryNote): the notes, in the order
 *   of the file, or %NULL with @error set, of %CHANCERY_CONTENT_ERROR or
 *   %G_IO_ERROR
 */
GPtrArray *
chancery_content_load_notes (GFile         *folder,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) articles = chancery_content_load_articles (folder, cancellable, error);
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GFile) file = NULL;
  ChanceryJsonCursor root, list, child;
  guint length;

  if (articles == NULL)
    return NULL;

  file = get_file (folder, NOTES_FILE);
  parser = chancery_json_load (file, cancellable, &root, error);
  if (parser == NULL || !read_head (&root, "notes", &list, &length, error))
    return NULL;

  for (guint i = 0; i < length; i++)
    {
      ChanceryNote *note;

      chancery_json_cursor_get_element (&list, i, &child);
      note = read_note (&child, articles, uids, error);
      if (note == NULL)
        return NULL;
      g_ptr_array_add (notes, note);
    }
  return g_steal_pointer (&notes);
}
