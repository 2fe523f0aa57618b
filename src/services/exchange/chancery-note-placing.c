/* chancery-note-placing.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-placing.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-address.h"
#include "chancery-exchange-text.h"

static char *
get_host (const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;

  return uri != NULL ? g_strdup (g_uri_get_host (uri)) : NULL;
}

/**
 * chancery_note_placing_make_stub:
 * @record: a note on an article that the library doesn't have
 * @file_name: what the file is called, for a note that says nothing of what it is on
 *
 * Returns: (transfer full): what is known of the article, without its text
 */
ChanceryArticle *
chancery_note_placing_make_stub (const ChanceryNoteRecord *record,
                                 const char               *file_name)
{
  const char *address = record->address != NULL && !g_str_has_prefix (record->address, "urn:uuid:") ? record->address : NULL;
  const char *own_uid = chancery_note_get_article_uid (record->note);
  const char *title = record->title != NULL && *record->title != '\0' ? record->title : NULL;
  g_autofree char *host = get_host (address);
  g_autofree char *name = NULL;
  g_autofree char *uid = NULL;

  if (address != NULL)
    {
      g_autofree char *key = chancery_address_make_key (address);

      name = g_strconcat ("page\n", key, NULL);
    }
  else
    name = g_strjoin ("\n", "title", title != NULL ? title : file_name, record->author != NULL ? record->author : "", NULL);
  uid = own_uid != NULL ? g_strdup (own_uid) : chancery_exchange_make_uid (name);

  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = uid,
    .headline = title != NULL ? title : address != NULL ? address : own_uid != NULL ? _("Untitled article") : file_name,
    /* Sets articles with the same title apart, of which there are no other words. */
    .standfirst = title != NULL ? address : NULL,
    .byline = record->author,
    .source = host,
    .address = address,
    .published = record->published,
  });
}

/* How many code points are in the first @units UTF-16 units of @text. */
static gsize
chars_in_units (const char *text,
                guint64     units)
{
  gsize n_chars = 0;

  for (const char *p = text; *p != '\0' && units > 0; p = g_utf8_next_char (p))
    {
      /* Four bytes are what takes two units. */
      units -= MIN (units, ((guchar) *p) >= 0xf0 ? 2 : 1);
      n_chars++;
    }
  return n_chars;
}

static gboolean
is_there (ChanceryArticle        *article,
          const ChancerySelector *selector)
{
  const char *text = chancery_article_get_text (article);
  gsize start_bytes, end_bytes;

  if (!selector->has_position || selector->start_chars > selector->end_chars ||
      selector->end_chars > chancery_article_get_length_chars (article))
    return FALSE;
  start_bytes = chancery_article_chars_to_bytes (article, selector->start_chars);
  end_bytes = chancery_article_chars_to_bytes (article, selector->end_chars);
  return strlen (selector->exact) == end_bytes - start_bytes && memcmp (text + start_bytes, selector->exact, end_bytes - start_bytes) == 0;
}

/**
 * chancery_note_placing_place:
 * @record: a note
 * @article_uid: (nullable): the article that it is put on
 * @article: (nullable): that article with its text, if it has one
 * @prepared: (inout): the text prepared for finding passages, if that was done; to be kept for the next note on it
 *
 * Looks for the note's words in the text.
 *
 * Returns: (transfer full): the note as it is kept; the one of @record, if nothing changes
 */
ChanceryNote *
chancery_note_placing_place (const ChanceryNoteRecord *record,
                             const char               *article_uid,
                             ChanceryArticle          *article,
                             ChanceryAnchorText      **prepared)
{
  g_autoptr (ChancerySelector) selector = NULL;
  ChanceryNoteFields fields;
  ChanceryAnchor anchor;
  const char *text;

  chancery_note_get_fields (record->note, &fields);
  /* Most notes of our own are as they were. */
  if (record->own && article != NULL && g_strcmp0 (fields.article_uid, article_uid) == 0 && fields.selector != NULL &&
      (fields.orphan || is_there (article, fields.selector)))
    return g_object_ref (record->note);
  fields.article_uid = article_uid;
  if (fields.selector == NULL)
    return chancery_note_new (&fields);
  if (article == NULL)
    {
      fields.orphan = article_uid != NULL;
      return chancery_note_new (&fields);
    }

  text = chancery_article_get_text (article);
  if (record->own && (fields.orphan || is_there (article, fields.selector)))
    return chancery_note_new (&fields);

  if (record->utf16 && record->has_position && record->start <= record->end && record->end <= G_MAXINT64)
    selector = chancery_selector_new_at (fields.selector, chars_in_units (text, record->start), chars_in_units (text, record->end));
  else
    selector = chancery_selector_copy (fields.selector);

  if (*prepared == NULL)
    *prepared = chancery_anchor_text_new (text, chancery_article_get_length_bytes (article));
  fields.orphan = !chancery_anchor_text_find (*prepared, selector, &anchor);
  if (!fields.orphan)
    {
      chancery_selector_free (selector);
      selector = chancery_selector_new_for_span (text, anchor.start_bytes, anchor.end_bytes);
      fields.score = anchor.score;
    }
  fields.selector = selector;
  return chancery_note_new (&fields);
}
