/* chancery-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-article.h"

#include "chancery-text.h"

/* How many bytes of canonical text lie between two marks of the offset table. */
#define MARK_BYTES 1024

/**
 * ChanceryArticle:
 *
 * What is read: fields, and a body of blocks. Its canonical text is the blocks
 * joined with one line feed between two; every offset in the program refers to
 * it. Immutable, so any thread may read it.
 */
struct _ChanceryArticle
{
  GObject parent_instance;

  char *uid;
  char *section;
  char *kicker;
  char *headline;
  char *standfirst;
  char *place;
  char *agency;
  char *byline;
  char *lang;
  char *source;
  char *address;
  ChanceryDate published;
  gboolean published_guessed;

  GPtrArray *blocks;
  gsize *block_starts;
  char *text;
  gsize length_bytes;
  gsize length_chars;
  gsize *marks_chars;
  gboolean right_to_left;
};

G_DEFINE_FINAL_TYPE (ChanceryArticle, chancery_article, G_TYPE_OBJECT)

static void
chancery_article_finalize (GObject *object)
{
  ChanceryArticle *self = CHANCERY_ARTICLE (object);

  g_free (self->uid);
  g_free (self->section);
  g_free (self->kicker);
  g_free (self->headline);
  g_free (self->standfirst);
  g_free (self->place);
  g_free (self->agency);
  g_free (self->byline);
  g_free (self->lang);
  g_free (self->source);
  g_free (self->address);
  g_ptr_array_unref (self->blocks);
  g_free (self->block_starts);
  g_free (self->text);
  g_free (self->marks_chars);

  G_OBJECT_CLASS (chancery_article_parent_class)->finalize (object);
}

static void
chancery_article_class_init (ChanceryArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chancery_article_finalize;
}

static void
chancery_article_init (ChanceryArticle *self)
{
}

static void
join_blocks (ChanceryArticle *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  self->block_starts = g_new (gsize, self->blocks->len);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ChanceryBlock *block = g_ptr_array_index (self->blocks, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      self->block_starts[i] = text->len;
      g_string_append (text, block->text);
    }

  self->length_bytes = text->len;
  self->text = g_string_free_and_steal (g_steal_pointer (&text));
}

/* Marks how many characters come before each MARK_BYTES, so that an offset is
 * converted by counting a kilobyte and not the whole text. */
static void
mark_offsets (ChanceryArticle *self)
{
  gsize n_chars = 0;

  self->marks_chars = g_new (gsize, self->length_bytes / MARK_BYTES + 1);
  for (gsize i = 0; i < self->length_bytes; i++)
    {
      if (i % MARK_BYTES == 0)
        self->marks_chars[i / MARK_BYTES] = n_chars;
      if (((guchar) self->text[i] & 0xc0) != 0x80)
        n_chars++;
    }
  if (self->length_bytes % MARK_BYTES == 0)
    self->marks_chars[self->length_bytes / MARK_BYTES] = n_chars;
  self->length_chars = n_chars;
}

static char *
dup_field (const char *value)
{
  if (value == NULL || *value == '\0')
    return NULL;
  return g_utf8_normalize (value, -1, G_NORMALIZE_NFC);
}

/**
 * chancery_article_new:
 * @fields: what the article says; everything is copied but the blocks, which
 *   are shared and must not change any more
 *
 * Returns: (transfer full): a new article
 */
ChanceryArticle *
chancery_article_new (const ChanceryArticleFields *fields)
{
  ChanceryArticle *self = g_object_new (CHANCERY_TYPE_ARTICLE, NULL);

  self->uid = fields->uid != NULL ? g_strdup (fields->uid) : g_uuid_string_random ();
  self->section = dup_field (fields->section);
  self->kicker = dup_field (fields->kicker);
  self->headline = dup_field (fields->headline);
  self->standfirst = dup_field (fields->standfirst);
  self->place = dup_field (fields->place);
  self->agency = dup_field (fields->agency);
  self->byline = dup_field (fields->byline);
  self->lang = dup_field (fields->lang);
  self->source = dup_field (fields->source);
  self->address = dup_field (fields->address);
  self->published = fields->published;
  self->published_guessed = fields->published_guessed;
  self->blocks = fields->blocks != NULL
    ? g_ptr_array_ref (fields->blocks)
    : g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  join_blocks (self);
  mark_offsets (self);
  self->right_to_left = chancery_text_is_right_to_left (self->length_bytes > 0 || self->headline == NULL
                                                        ? self->text : self->headline);

  return self;
}

/**
 * chancery_article_get_fields:
 * @self: an article
 * @fields: (out caller-allocates): where to return the fields, all borrowed
 *   from @self
 *
 * Gives all fields at once, to make a corrected article of them.
 */
void
chancery_article_get_fields (ChanceryArticle       *self,
                             ChanceryArticleFields *fields)
{
  g_return_if_fail (CHANCERY_IS_ARTICLE (self));
  g_return_if_fail (fields != NULL);

  *fields = (ChanceryArticleFields) {
    .uid = self->uid,
    .section = self->section,
    .kicker = self->kicker,
    .headline = self->headline,
    .standfirst = self->standfirst,
    .place = self->place,
    .agency = self->agency,
    .byline = self->byline,
    .lang = self->lang,
    .source = self->source,
    .address = self->address,
    .published = self->published,
    .published_guessed = self->published_guessed,
    .blocks = self->blocks,
  };
}

const char *
chancery_article_get_uid (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->uid;
}

const char *
chancery_article_get_section (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->section;
}

const char *
chancery_article_get_kicker (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->kicker;
}

const char *
chancery_article_get_headline (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->headline;
}

const char *
chancery_article_get_standfirst (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->standfirst;
}

const char *
chancery_article_get_place (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->place;
}

const char *
chancery_article_get_agency (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->agency;
}

const char *
chancery_article_get_byline (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->byline;
}

const char *
chancery_article_get_lang (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->lang;
}

const char *
chancery_article_get_source (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->source;
}

const char *
chancery_article_get_address (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->address;
}

ChanceryDate
chancery_article_get_published (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), CHANCERY_DATE_NONE);

  return self->published;
}

gboolean
chancery_article_get_published_guessed (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), FALSE);

  return self->published_guessed;
}

guint
chancery_article_get_n_blocks (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), 0);

  return self->blocks->len;
}

/**
 * chancery_article_get_block:
 * @self: an article
 * @position: less than [method@Article.get_n_blocks]
 *
 * Returns: (transfer none): a block of the body
 */
const ChanceryBlock *
chancery_article_get_block (ChanceryArticle *self,
                            guint            position)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (position < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, position);
}

/**
 * chancery_article_get_block_start_bytes:
 * @self: an article
 * @position: less than [method@Article.get_n_blocks]
 *
 * Returns: where the block begins in the canonical text
 */
gsize
chancery_article_get_block_start_bytes (ChanceryArticle *self,
                                        guint            position)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), 0);
  g_return_val_if_fail (position < self->blocks->len, 0);

  return self->block_starts[position];
}

/**
 * chancery_article_get_block_at_bytes:
 * @self: an article with at least one block
 * @offset_bytes: an offset into the canonical text
 *
 * Returns: the position of the block that holds the offset; a line feed
 *   belongs to the block that it ends
 */
guint
chancery_article_get_block_at_bytes (ChanceryArticle *self,
                                     gsize            offset_bytes)
{
  guint low = 0, high;

  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), 0);
  g_return_val_if_fail (self->blocks->len > 0, 0);

  high = self->blocks->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->block_starts[middle] <= offset_bytes)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * chancery_article_get_text:
 * @self: an article
 *
 * Returns: (transfer none): the canonical text: UTF-8, NFC, one line feed
 *   between two blocks
 */
const char *
chancery_article_get_text (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), NULL);

  return self->text;
}

gsize
chancery_article_get_length_bytes (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), 0);

  return self->length_bytes;
}

gsize
chancery_article_get_length_chars (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), 0);

  return self->length_chars;
}

/**
 * chancery_article_bytes_to_chars:
 * @self: an article
 * @offset_bytes: a byte offset into the canonical text, on the boundary of a
 *   character; beyond the end stands for the end
 *
 * Returns: the same place in code points
 */
gsize
chancery_article_bytes_to_chars (ChanceryArticle *self,
                                 gsize            offset_bytes)
{
  gsize mark, n_chars;

  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), 0);

  offset_bytes = MIN (offset_bytes, self->length_bytes);
  mark = offset_bytes / MARK_BYTES;
  n_chars = self->marks_chars[mark];
  for (gsize i = mark * MARK_BYTES; i < offset_bytes; i++)
    if (((guchar) self->text[i] & 0xc0) != 0x80)
      n_chars++;

  return n_chars;
}

/**
 * chancery_article_chars_to_bytes:
 * @self: an article
 * @offset_chars: an offset in code points; beyond the end stands for the end
 *
 * Returns: the same place in bytes
 */
gsize
chancery_article_chars_to_bytes (ChanceryArticle *self,
                                 gsize            offset_chars)
{
  gsize low = 0, high, offset_bytes, n_chars;

  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), 0);

  if (offset_chars >= self->length_chars)
    return self->length_bytes;

  high = self->length_bytes / MARK_BYTES + 1;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (self->marks_chars[middle] <= offset_chars)
        low = middle;
      else
        high = middle;
    }

  offset_bytes = low * MARK_BYTES;
  n_chars = self->marks_chars[low];
  /* A mark may fall inside a character, which was counted at its first byte. */
  while (((guchar) self->text[offset_bytes] & 0xc0) == 0x80)
    offset_bytes++;
  for (; n_chars < offset_chars; n_chars++)
    offset_bytes += (gsize) g_utf8_skip[(guchar) self->text[offset_bytes]];

  return offset_bytes;
}

/**
 * chancery_article_is_right_to_left:
 * @self: an article
 *
 * Returns: whether most of the body is written from right to left
 */
gboolean
chancery_article_is_right_to_left (ChanceryArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE (self), FALSE);

  return self->right_to_left;
}
