/* chancery-sync-facts.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-sync-facts.h"

#include <string.h>

#include "chancery-sync-value.h"

GHashTable *
chancery_sync_facts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
take (GHashTable *facts,
      const char *name,
      char       *value)
{
  g_hash_table_replace (facts, g_strdup (name), value);
}

static void
add_string (GHashTable *facts,
            const char *name,
            const char *value)
{
  if (value != NULL && *value != '\0')
    take (facts, name, chancery_sync_value_from_string (value));
}

static void
add_number (GHashTable *facts,
            const char *name,
            gint64      number)
{
  take (facts, name, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static void
add_date (GHashTable   *facts,
          const char   *name,
          ChanceryDate  date)
{
  g_autofree char *text = chancery_date_is_set (date) ? chancery_date_to_string (date) : NULL;

  add_string (facts, name, text);
}

static void
add_element (GHashTable *facts,
             const char *prefix,
             const char *element)
{
  g_hash_table_replace (facts, g_strconcat (prefix, element, NULL), g_strdup ("true"));
}

/* Notes */

/* Where a note is, which is one value: a passage means nothing without its article. */
static char *
make_place (const ChanceryNoteFields *fields)
{
  const ChancerySelector *selector = fields->selector;
  GString *json;

  if (fields->article_uid == NULL && selector == NULL)
    return NULL;

  json = g_string_new ("{");
  chancery_sync_value_append_string (json, "article", fields->article_uid);
  if (selector != NULL)
    {
      char score[G_ASCII_DTOSTR_BUF_SIZE];

      chancery_sync_value_append_string (json, "exact", selector->exact);
      chancery_sync_value_append_string (json, "prefix", selector->prefix);
      chancery_sync_value_append_string (json, "suffix", selector->suffix);
      if (selector->has_position)
        {
          chancery_sync_value_append_number (json, "start", (gint64) selector->start_chars);
          chancery_sync_value_append_number (json, "end", (gint64) selector->end_chars);
        }
      if (fields->orphan)
        chancery_sync_value_append_raw (json, "orphan", "true");
      chancery_sync_value_append_raw (json, "score", g_ascii_formatd (score, sizeof score, "%.6g", fields->score));
    }
  g_string_append_c (json, '}');
  return g_string_free_and_steal (json);
}

/**
 * chancery_sync_facts_of_note:
 * @note: a note
 *
 * Returns: (transfer full) (element-type utf8 utf8): what it says
 */
GHashTable *
chancery_sync_facts_of_note (ChanceryNote *note)
{
  GHashTable *facts = chancery_sync_facts_new ();
  ChanceryNoteFields fields;
  char *place;

  chancery_note_get_fields (note, &fields);
  place = make_place (&fields);
  if (place != NULL)
    take (facts, "place", place);
  add_string (facts, "body", fields.body);
  add_string (facts, "colour", chancery_enum_to_nick (CHANCERY_TYPE_COLOUR, (int) fields.colour));
  add_string (facts, "kind", chancery_enum_to_nick (CHANCERY_TYPE_NOTE_KIND, (int) fields.kind));
  add_number (facts, "created", fields.created_us);
  add_number (facts, "modified", fields.modified_us);
  add_date (facts, "due", fields.due);
  add_string (facts, "foreign", fields.foreign);
  for (gsize i = 0; fields.tags != NULL && fields.tags[i] != NULL; i++)
    add_element (facts, CHANCERY_SYNC_TAGS, fields.tags[i]);
  for (gsize i = 0; fields.states != NULL && fields.states[i] != NULL; i++)
    add_element (facts, CHANCERY_SYNC_STATES, fields.states[i]);
  for (guint i = 0; fields.links != NULL && i < fields.links->len; i++)
    {
      g_autoptr (GPtrArray) one = chancery_note_links_new ();
      g_autofree char *json = NULL;

      g_ptr_array_add (one, chancery_note_link_copy (g_ptr_array_index (fields.links, i)));
      json = chancery_note_links_to_json (one);
      add_element (facts, CHANCERY_SYNC_LINKS, json);
    }
  return facts;
}

/**
 * chancery_sync_dup_note_article:
 * @record: the record of a note
 *
 * Returns: (transfer full) (nullable): the article that it is on, as it was written
 */
char *
chancery_sync_dup_note_article (const ChancerySyncRecord *record)
{
  return chancery_sync_value_dup_member (chancery_sync_record_get_value (record, "place"), "article");
}

/**
 * chancery_sync_dup_link_name:
 * @name: a member that begins with "links/"
 * @alias: tells which article another was joined to
 * @user_data: for @alias
 *
 * Returns: (transfer full) (nullable): the member's name if it linked to the article that there is now; %NULL if it is
 *   no link
 */
char *
chancery_sync_dup_link_name (const char            *name,
                             ChancerySyncAliasFunc  alias,
                             gpointer               user_data)
{
  g_autoptr (GPtrArray) links = chancery_note_links_from_json (name + strlen (CHANCERY_SYNC_LINKS));
  g_autofree char *json = NULL;
  ChanceryNoteLink *link;

  if (links->len != 1)
    return NULL;
  link = g_ptr_array_index (links, 0);
  if (link->article_uid != NULL)
    {
      char *uid = alias (link->article_uid, user_data);

      g_free (link->article_uid);
      link->article_uid = uid;
    }
  json = chancery_note_links_to_json (links);
  return g_strconcat (CHANCERY_SYNC_LINKS, json, NULL);
}

/* Members whose names begin with @prefix, without it, in order. */
static GStrv
list_elements (const ChancerySyncRecord *record,
               const char               *prefix)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) elements = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, record->members);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, prefix) && ((char *) name)[strlen (prefix)] != '\0')
      g_ptr_array_add (names, (char *) name + strlen (prefix));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (elements, names->pdata[i]);
  return g_strv_builder_end (elements);
}

static ChancerySelector *
make_selector (const char *place)
{
  g_autofree char *exact = chancery_sync_value_dup_member (place, "exact");
  g_autofree char *prefix = chancery_sync_value_dup_member (place, "prefix");
  g_autofree char *suffix = chancery_sync_value_dup_member (place, "suffix");
  g_autoptr (ChancerySelector) selector = NULL;
  gint64 start, end;

  if (exact == NULL)
    return NULL;
  selector = chancery_selector_new (exact, prefix, suffix);
  if (chancery_sync_value_get_member_number (place, "start", &start) &&
      chancery_sync_value_get_member_number (place, "end", &end) && start >= 0 && end >= start && end <= G_MAXINT32)
    return chancery_selector_new_at (selector, (gsize) start, (gsize) end);
  return g_steal_pointer (&selector);
}

static GPtrArray *
make_links (const ChancerySyncRecord *record,
            ChancerySyncAliasFunc     alias,
            gpointer                  user_data)
{
  g_auto (GStrv) elements = list_elements (record, CHANCERY_SYNC_LINKS);
  g_autoptr (GPtrArray) links = chancery_note_links_new ();

  for (gsize i = 0; elements[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (CHANCERY_SYNC_LINKS, elements[i], NULL);
      g_autofree char *known = chancery_sync_dup_link_name (name, alias, user_data);
      g_autoptr (GPtrArray) one = NULL;

      if (known == NULL)
        continue;
      one = chancery_note_links_from_json (known + strlen (CHANCERY_SYNC_LINKS));
      g_ptr_array_add (links, chancery_note_link_copy (g_ptr_array_index (one, 0)));
    }
  /* Each once. */
  return chancery_note_links_copy (links);
}

static GStrv
make_tags (const ChancerySyncRecord *record,
           gboolean                  conflict)
{
  g_auto (GStrv) tags = list_elements (record, CHANCERY_SYNC_TAGS);
  g_autoptr (GStrvBuilder) builder = NULL;

  if (!conflict || g_strv_contains ((const char * const *) tags, chancery_sync_get_conflict_tag ()))
    return g_steal_pointer (&tags);

  builder = g_strv_builder_new ();
  g_strv_builder_addv (builder, (const char **) tags);
  g_strv_builder_add (builder, chancery_sync_get_conflict_tag ());
  return g_strv_builder_end (builder);
}

/**
 * chancery_sync_make_note:
 * @record: the record of a note
 * @article_uid: (nullable): the article that it is on now
 * @alias: tells which article another was joined to
 * @user_data: for @alias
 * @conflict: (out): whether it has two texts that didn't know of each other; it has both then, and a tag that says so
 *
 * Returns: (transfer full): the note, at the place that was written
 */
ChanceryNote *
chancery_sync_make_note (const ChancerySyncRecord *record,
                         const char               *article_uid,
                         ChancerySyncAliasFunc     alias,
                         gpointer                  user_data,
                         gboolean                 *conflict)
{
  const char *place = chancery_sync_record_get_value (record, "place"), *score;
  g_autofree char *body = chancery_sync_join_bodies (chancery_sync_record_get (record, "body"), conflict);
  g_autofree char *foreign = chancery_sync_value_dup_string (chancery_sync_record_get_value (record, "foreign"));
  g_autofree char *due = chancery_sync_value_dup_string (chancery_sync_record_get_value (record, "due"));
  g_autofree char *score_text = chancery_sync_value_dup_raw_member (place, "score");
  g_autoptr (ChancerySelector) selector = make_selector (place);
  g_autoptr (GPtrArray) links = make_links (record, alias, user_data);
  g_auto (GStrv) tags = make_tags (record, *conflict), states = list_elements (record, CHANCERY_SYNC_STATES);
  ChanceryNoteFields fields = { .uid = record->uid, .article_uid = article_uid, .selector = selector, .body = body };
  int colour = CHANCERY_COLOUR_YELLOW, kind = CHANCERY_NOTE_KIND_NOTE;

  chancery_sync_value_get_enum (chancery_sync_record_get_value (record, "colour"), CHANCERY_TYPE_COLOUR, &colour);
  chancery_sync_value_get_enum (chancery_sync_record_get_value (record, "kind"), CHANCERY_TYPE_NOTE_KIND, &kind);
  fields.colour = (ChanceryColour) colour;
  fields.kind = (ChanceryNoteKind) kind;
  fields.tags = (const char * const *) tags;
  fields.states = (const char * const *) states;
  chancery_sync_value_get_number (chancery_sync_record_get_value (record, "created"), &fields.created_us);
  chancery_sync_value_get_number (chancery_sync_record_get_value (record, "modified"), &fields.modified_us);
  if (due != NULL)
    chancery_date_parse (due, &fields.due);
  fields.links = links;
  fields.foreign = foreign != NULL && chancery_sync_value_is_object (foreign) ? foreign : NULL;
  fields.orphan = chancery_sync_value_has_true_member (place, "orphan");
  score = score_text != NULL ? score_text : "1";
  fields.score = CLAMP (g_ascii_strtod (score, NULL), 0, 1);
  return chancery_note_new (&fields);
}

/* Articles */

static const char * const properties[] = {
  "section", "kicker", "headline", "standfirst", "dateline-place", "agency", "byline", "lang", "source", "address",
};

static const char **
get_property (ChanceryArticleFields *fields,
              gsize                  i)
{
  const char **places[] = {
    &fields->section, &fields->kicker, &fields->headline, &fields->standfirst, &fields->place,
    &fields->agency, &fields->byline, &fields->lang, &fields->source, &fields->address,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (places) == G_N_ELEMENTS (properties));
  return places[i];
}

/* The blocks, as [[kind, level, text], …]. */
static char *
write_blocks (ChanceryArticle *article)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);
      g_autofree char *text = chancery_sync_value_from_string (block->text);

      g_string_append_printf (json, "%s[\"%s\",%u,", i > 0 ? "," : "",
                              chancery_enum_to_nick (CHANCERY_TYPE_BLOCK_KIND, (int) block->kind), block->level);
      g_string_append (json, text);
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}

/* The text with the properties that the article had with it; @digest names it. */
static char *
write_text (ChanceryArticle  *article,
            gint64            added_us,
            char            **digest)
{
  g_autofree char *blocks = write_blocks (article), *published = NULL;
  GString *json = g_string_new ("{");
  ChanceryArticleFields fields;

  *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, blocks, -1);
  chancery_article_get_fields (article, &fields);
  chancery_sync_value_append_number (json, "added", added_us);
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    chancery_sync_value_append_string (json, properties[i], *get_property (&fields, i));
  published = chancery_date_is_set (fields.published) ? chancery_date_to_string (fields.published) : NULL;
  chancery_sync_value_append_string (json, "published", published);
  if (fields.published_guessed)
    chancery_sync_value_append_raw (json, "published-guessed", "true");
  chancery_sync_value_append_raw (json, "blocks", blocks);
  g_string_append_c (json, '}');
  return g_string_free_and_steal (json);
}

static char *
add_text (GHashTable      *facts,
          ChanceryArticle *article,
          gint64           added_us)
{
  g_autofree char *digest = NULL;
  char *text = write_text (article, added_us, &digest);

  g_hash_table_replace (facts, g_strconcat (CHANCERY_SYNC_TEXTS, digest, NULL), text);
  return g_steal_pointer (&digest);
}

/**
 * chancery_sync_facts_of_article:
 * @article: an article
 *
 * Returns: (transfer full) (element-type utf8 utf8): what it says
 */
GHashTable *
chancery_sync_facts_of_article (const ChancerySyncArticle *article)
{
  GHashTable *facts = chancery_sync_facts_new ();
  g_autofree char *current = NULL;
  ChanceryArticleFields fields;

  chancery_article_get_fields (article->article, &fields);
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    add_string (facts, properties[i], *get_property (&fields, i));
  add_date (facts, "published", fields.published);
  if (fields.published_guessed)
    take (facts, "published-guessed", g_strdup ("true"));
  add_number (facts, "added", article->added_us);

  for (guint i = 0; i < article->older->len; i++)
    {
      const ChancerySyncText *text = g_ptr_array_index (article->older, i);

      g_free (add_text (facts, text->article, text->added_us));
    }
  current = add_text (facts, article->article, article->revised_us != 0 ? article->revised_us : article->added_us);
  add_string (facts, "text", current);
  return facts;
}

typedef struct
{
  const char *name; /* borrowed of the record */
  const char *value;
  gint64 added_us;
} Text;

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  const Text *one = a, *other = b;

  if (one->added_us != other->added_us)
    return one->added_us < other->added_us ? -1 : 1;
  return strcmp (one->name, other->name);
}

static GArray *
list_texts (const ChancerySyncRecord *record)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (Text));
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, record->members);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, CHANCERY_SYNC_TEXTS))
      {
        Text text = { name, chancery_sync_record_get_value (record, name), 0 };

        chancery_sync_value_get_member_number (text.value, "added", &text.added_us);
        g_array_append_val (texts, text);
      }
  g_array_sort (texts, compare_texts);
  return texts;
}

/* The one that was chosen last, if it is still there, or the latest. */
static guint
find_current (const ChancerySyncRecord *record,
              GArray                   *texts)
{
  g_autofree char *digest = chancery_sync_value_dup_string (chancery_sync_record_get_value (record, "text"));

  for (guint i = 0; digest != NULL && i < texts->len; i++)
    if (strcmp (g_array_index (texts, Text, i).name + strlen (CHANCERY_SYNC_TEXTS), digest) == 0)
      return i;
  return texts->len - 1;
}

/* An article with the text of @text, and with the properties of @record or else those of @text. */
static ChanceryArticle *
make_text (const ChancerySyncRecord *record,
           const Text               *text,
           gboolean                  of_record)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) blocks = chancery_sync_value_read_blocks (text->value);
  g_autofree char *published = NULL;
  ChanceryArticleFields fields = { .uid = record->uid, .blocks = blocks };

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      char *value = of_record ? chancery_sync_value_dup_string (chancery_sync_record_get_value (record, properties[i]))
                              : chancery_sync_value_dup_member (text->value, properties[i]);

      g_ptr_array_add (owned, value);
      *get_property (&fields, i) = value;
    }
  if (of_record)
    {
      published = chancery_sync_value_dup_string (chancery_sync_record_get_value (record, "published"));
      fields.published_guessed = chancery_sync_record_get (record, "published-guessed") != NULL;
    }
  else
    {
      published = chancery_sync_value_dup_member (text->value, "published");
      fields.published_guessed = chancery_sync_value_has_true_member (text->value, "published-guessed");
    }
  if (published != NULL)
    chancery_date_parse (published, &fields.published);
  return chancery_article_new (&fields);
}

/* The row of an older text that the library has, with the same properties. */
static gint64
find_present (const ChancerySyncArticle *present,
              const ChancerySyncText    *wanted)
{
  g_autofree char *wanted_digest = NULL;
  g_autofree char *wanted_text = write_text (wanted->article, wanted->added_us, &wanted_digest);

  for (guint i = 0; present != NULL && i < present->older->len; i++)
    {
      const ChancerySyncText *text = g_ptr_array_index (present->older, i);
      g_autofree char *digest = NULL, *json = write_text (text->article, text->added_us, &digest);

      if (strcmp (json, wanted_text) == 0)
        return text->row_id;
    }
  return 0;
}

/**
 * chancery_sync_make_article:
 * @record: the record of an article
 * @present: (nullable): what the library has of it
 *
 * Returns: (transfer full) (nullable): the article with all its texts; %NULL if the record has none
 */
ChancerySyncArticle *
chancery_sync_make_article (const ChancerySyncRecord  *record,
                            const ChancerySyncArticle *present)
{
  g_autoptr (GArray) texts = list_texts (record);
  ChancerySyncArticle *article;
  guint current;

  if (texts->len == 0)
    return NULL;

  current = find_current (record, texts);
  article = g_new0 (ChancerySyncArticle, 1);
  article->article = make_text (record, &g_array_index (texts, Text, current), TRUE);
  article->added_us = g_array_index (texts, Text, current).added_us;
  chancery_sync_value_get_number (chancery_sync_record_get_value (record, "added"), &article->added_us);
  if (g_array_index (texts, Text, current).added_us != article->added_us)
    article->revised_us = g_array_index (texts, Text, current).added_us;

  article->older = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_sync_text_free);
  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      ChancerySyncText *older;

      if (i == current)
        continue;
      older = g_new0 (ChancerySyncText, 1);
      older->article = make_text (record, text, FALSE);
      older->added_us = text->added_us;
      older->row_id = find_present (present, older);
      g_ptr_array_add (article->older, older);
    }
  return article;
}

/**
 * chancery_sync_dup_words:
 * @article: an article
 *
 * Returns: (transfer full) (nullable): what is the same for the same words; %NULL for an article without any
 */
char *
chancery_sync_dup_words (ChanceryArticle *article)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char * const parts[] = {
    chancery_article_get_headline (article),
    chancery_article_get_standfirst (article),
    chancery_article_get_text (article),
  };

  if (*chancery_article_get_text (article) == '\0')
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = parts[i] != NULL ? parts[i] : "";

      g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * chancery_sync_has_older:
 * @article: an article
 *
 * Returns: whether all its older texts are in the library
 */
gboolean
chancery_sync_has_older (const ChancerySyncArticle *article)
{
  for (guint i = 0; i < article->older->len; i++)
    if (((ChancerySyncText *) g_ptr_array_index (article->older, i))->row_id == 0)
      return FALSE;
  return TRUE;
}

/* As text, for the library */

/* A text by its name alone: one that is the same has the same name. */
static const char *
get_short (const char *name,
           const char *value)
{
  return g_str_has_prefix (name, CHANCERY_SYNC_TEXTS) ? "true" : value;
}

/**
 * chancery_sync_facts_to_text:
 * @facts: (element-type utf8 utf8): what a note or an article says
 *
 * Returns: (transfer full): the same, without the texts of articles
 */
char *
chancery_sync_facts_to_text (GHashTable *facts)
{
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (facts);
  GString *json = g_string_new ("{");

  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    chancery_sync_value_append_raw (json, names->pdata[i],
                                    get_short (names->pdata[i], g_hash_table_lookup (facts, names->pdata[i])));
  g_string_append_c (json, '}');
  return g_string_free_and_steal (json);
}

/**
 * chancery_sync_facts_from_text:
 * @text: what chancery_sync_facts_to_text() wrote
 *
 * Returns: (transfer full) (element-type utf8 utf8): what a note or an article says
 */
GHashTable *
chancery_sync_facts_from_text (const char *text)
{
  GHashTable *facts = chancery_sync_facts_new ();

  chancery_sync_value_read_members (text, facts);
  return facts;
}

/**
 * chancery_sync_facts_equal:
 * @a: (element-type utf8 utf8): what a note or an article says
 * @b: (element-type utf8 utf8): likewise
 *
 * Returns: whether both say the same
 */
gboolean
chancery_sync_facts_equal (GHashTable *a,
                           GHashTable *b)
{
  GHashTableIter iter;
  gpointer name, value;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const char *other = g_hash_table_lookup (b, name);

      if (other == NULL || strcmp (get_short (name, value), get_short (name, other)) != 0)
        return FALSE;
    }
  return TRUE;
}
