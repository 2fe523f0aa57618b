/* chancery-reader-find.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "chancery-reader-private.h"

/**
 * chancery_reader_find:
 * @self: a reader
 *
 * Opens the bar of finding in the article, with the words that are selected.
 */
void
chancery_reader_find (ChanceryReader *self)
{
  g_autofree char *words = NULL;
  gsize start_bytes, end_bytes;

  g_return_if_fail (CHANCERY_IS_READER (self));

  if (self->article == NULL)
    return;

  if (chancery_reader_get_passage (self, &start_bytes, &end_bytes) && end_bytes - start_bytes < 200)
    words = g_strndup (chancery_article_get_text (self->article) + start_bytes, end_bytes - start_bytes);
  if (!chancery_find_bar_is_open (self->find_bar))
    self->find_origin = chancery_reader_page_get_value (self->page);
  chancery_reader_popdown_toolbar (self);
  chancery_find_bar_open (self->find_bar, words);
  chancery_reader_run_find (self);
}

static void
set_status (ChanceryReader *self,
            guint           position,
            guint           n_matches)
{
  chancery_find_bar_set_status (self->find_bar, position, n_matches);
  if (*chancery_find_bar_get_status (self->find_bar) != '\0')
    chancery_reader_announce (self, chancery_find_bar_get_status (self->find_bar));
}

void
chancery_reader_clear_find (ChanceryReader *self)
{
  g_clear_pointer (&self->matches, g_array_unref);
  self->match = G_MAXUINT;
  chancery_reader_text_set_match (self->text, G_MAXUINT);
  chancery_reader_text_take_layer (self->text, CHANCERY_READER_LAYER_MATCHES, NULL);
}

static void
show_match (ChanceryReader *self,
            guint           match)
{
  const ChancerySpanIndex *index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MATCHES);

  self->match = match;
  chancery_reader_text_set_match (self->text, match);
  chancery_reader_page_reveal (self->page, chancery_span_index_get (index, match)->start, 0.3);
  set_status (self, match + 1, self->matches->len);
}

/* Where the article has the words: an array of ChanceryTextMatch. */
GArray *
chancery_reader_find_words (ChanceryReader *self,
                            const char     *words)
{
  if (self->folding == NULL)
    self->folding = chancery_text_folding_new (chancery_article_get_text (self->article),
                                               (gssize) chancery_article_get_length_bytes (self->article));

  return chancery_text_folding_find (self->folding, words);
}

void
chancery_reader_run_find (ChanceryReader *self)
{
  const ChanceryDisplayText *display = chancery_reader_text_get_display (self->text);
  ChancerySpanIndex *index;
  guint origin;

  if (self->article == NULL || !chancery_find_bar_is_open (self->find_bar))
    return;

  origin = self->match != G_MAXUINT
             ? chancery_span_index_get (chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MATCHES), self->match)->start
             : chancery_reader_text_get_first_visible (self->text);
  chancery_reader_clear_find (self);

  self->matches = chancery_reader_find_words (self, chancery_find_bar_get_words (self->find_bar));

  index = chancery_span_index_new ();
  for (guint i = 0; i < self->matches->len; i++)
    {
      const ChanceryTextMatch *match = &g_array_index (self->matches, ChanceryTextMatch, i);

      chancery_span_index_add (index,
                               (guint) chancery_display_text_to_display (display, match->start_chars),
                               (guint) chancery_display_text_to_display_end (display, match->end_chars),
                               0,
                               NULL);
    }
  chancery_span_index_sort (index);
  chancery_reader_text_take_layer (self->text, CHANCERY_READER_LAYER_MATCHES, index);

  if (self->matches->len > 0)
    show_match (self, chancery_reader_find_span_from (index, origin, FALSE, 1));
  else
    set_status (self, 0, 0);
}

void
chancery_reader_step_find (ChanceryReader *self,
                           int             direction)
{
  guint n_matches, match;

  if (self->matches == NULL || self->matches->len == 0)
    return;

  n_matches = self->matches->len;
  match = (self->match + (direction > 0 ? 1 : n_matches - 1)) % n_matches;
  if (n_matches > 1 && direction > 0 && match == 0)
    chancery_reader_say (self, _("Went on from the beginning of the article."));
  else if (n_matches > 1 && direction < 0 && match == n_matches - 1)
    chancery_reader_say (self, _("Went on from the end of the article."));

  show_match (self, match);
}

static void
select_match (ChanceryReader *self)
{
  const ChancerySpanIndex *index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MATCHES);
  const ChancerySpan *span = chancery_span_index_get (index, self->match);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span->end);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

/* Ends finding: what was found last stays selected, to be marked or copied; where nothing was found, one is
 * back where one was. */
void
chancery_reader_end_find (ChanceryReader *self)
{
  if (self->match != G_MAXUINT)
    select_match (self);
  else
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), self->find_origin);

  chancery_reader_clear_find (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
