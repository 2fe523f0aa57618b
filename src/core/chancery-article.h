/* chancery-article.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chancery-block.h"
#include "chancery-date.h"

G_BEGIN_DECLS

#define CHANCERY_TYPE_ARTICLE (chancery_article_get_type ())

G_DECLARE_FINAL_TYPE (ChanceryArticle, chancery_article, CHANCERY, ARTICLE, GObject)

/**
 * ChanceryArticleFields:
 *
 * The fields of an article while it is being made; each is borrowed and may be
 * %NULL where the text doesn't give it. Zero-initialise.
 *
 * @uid: stable across machines (a UUID); %NULL makes one
 * @section: the section label of a site ("All news")
 * @kicker: the word above the headline ("PREVIEW")
 * @place: the dateline's place, as written
 * @agency: the agency of the dateline, as written
 * @lang: BCP 47; %NULL if not known
 * @source: who published it, for the library's list
 * @address: where it was read
 * @published: the article's date; it resolves memberships, names and offices
 * @published_guessed: whether a part of @published isn't in the text
 * @blocks: (element-type ChanceryBlock): the body
 */
typedef struct
{
  const char *uid;
  const char *section;
  const char *kicker;
  const char *headline;
  const char *standfirst;
  const char *place;
  const char *agency;
  const char *byline;
  const char *lang;
  const char *source;
  const char *address;
  ChanceryDate published;
  gboolean published_guessed;
  GPtrArray *blocks;
} ChanceryArticleFields;

ChanceryArticle     *chancery_article_new              (const ChanceryArticleFields *fields);
void                 chancery_article_get_fields       (ChanceryArticle             *self,
                                                        ChanceryArticleFields       *fields);

const char          *chancery_article_get_uid          (ChanceryArticle *self);
const char          *chancery_article_get_section      (ChanceryArticle *self);
const char          *chancery_article_get_kicker       (ChanceryArticle *self);
const char          *chancery_article_get_headline     (ChanceryArticle *self);
const char          *chancery_article_get_standfirst   (ChanceryArticle *self);
const char          *chancery_article_get_place        (ChanceryArticle *self);
const char          *chancery_article_get_agency       (ChanceryArticle *self);
const char          *chancery_article_get_byline       (ChanceryArticle *self);
const char          *chancery_article_get_lang         (ChanceryArticle *self);
const char          *chancery_article_get_source       (ChanceryArticle *self);
const char          *chancery_article_get_address      (ChanceryArticle *self);
ChanceryDate         chancery_article_get_published    (ChanceryArticle *self);
gboolean             chancery_article_get_published_guessed (ChanceryArticle *self);

guint                chancery_article_get_n_blocks     (ChanceryArticle *self);
const ChanceryBlock *chancery_article_get_block        (ChanceryArticle *self,
                                                        guint            position);
gsize                chancery_article_get_block_start_bytes (ChanceryArticle *self,
                                                        guint            position);
guint                chancery_article_get_block_at_bytes (ChanceryArticle *self,
                                                        gsize            offset_bytes);

const char          *chancery_article_get_text         (ChanceryArticle *self);
gsize                chancery_article_get_length_bytes (ChanceryArticle *self);
gsize                chancery_article_get_length_chars (ChanceryArticle *self);
gsize                chancery_article_bytes_to_chars   (ChanceryArticle *self,
                                                        gsize            offset_bytes);
gsize                chancery_article_chars_to_bytes   (ChanceryArticle *self,
                                                        gsize            offset_chars);
gboolean             chancery_article_is_right_to_left (ChanceryArticle *self);

G_END_DECLS
