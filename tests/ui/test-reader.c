/* test-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libglib-testing/signal-logger.h>
#include <string.h>

#include "chancery-content.h"
#include "chancery-ui-resources.h"
#include "reader-fixture.h"
#include "reader/chancery-reader-private.h"
#include "wait-until.h"

/* A reader in a window, with an article. */
typedef struct
{
  GtkWidget *window;
  ChanceryReader *reader; /* (owned) */
  ChanceryArticle *article; /* (owned) */
  GListStore *notes; /* (owned) */
  GtSignalLogger *logger; /* (owned) */
  char *announced; /* (owned) (nullable): what a screen reader said last */
} Fixture;

static void
iterate_until_quiet (void)
{
  /* What a frame brings about may take another frame. */
  for (guint i = 0; i < 2000 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
painted_cb (GdkFrameClock *clock,
            guint         *n_frames)
{
  (*n_frames)++;
}

/* Until the window has been drawn once more. */
static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n_frames);

  gtk_widget_queue_draw (window);
  WAIT_UNTIL (n_frames > 0);
  g_signal_handler_disconnect (clock, handler);
  iterate_until_quiet ();
}

/* Until all lines are laid out, which happens when there is nothing else to do. */
static void
wait_for_layout (Fixture *fixture)
{
  wait_for_frame (fixture->window);
  WAIT_UNTIL (!g_main_context_pending (NULL));
  wait_for_frame (fixture->window);
}

/* GTK's context for tests can't announce. */
static void
announce_cb (ChanceryReader *reader,
             const char     *words,
             char          **announced)
{
  g_signal_stop_emission_by_name (reader, "announce");
  g_set_str (announced, words);
}

static void
set_up_with (Fixture         *fixture,
             ChanceryArticle *article)
{
  g_autoptr (GArray) mentions = reader_fixture_mentions (article);

  fixture->article = g_object_ref (article);
  fixture->notes = g_list_store_new (CHANCERY_TYPE_NOTE);
  fixture->logger = gt_signal_logger_new ();
  fixture->reader = g_object_ref_sink (CHANCERY_READER (chancery_reader_new ()));
  g_signal_connect (fixture->reader, "announce", G_CALLBACK (announce_cb), &fixture->announced);
  chancery_reader_set_article (fixture->reader, article);
  chancery_reader_set_mentions (fixture->reader, mentions);
  chancery_reader_set_notes (fixture->reader, G_LIST_MODEL (fixture->notes));

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->reader));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_height (GTK_WIDGET (fixture->reader->text)) > 0);
  wait_for_frame (fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (ChanceryArticle) article = reader_fixture_article ();

  set_up_with (fixture, article);
}

static void
set_up_arabic (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ChanceryArticle) article = reader_fixture_arabic_article ();

  set_up_with (fixture, article);
}

static ChanceryArticle *
make_long_article (void)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) line = g_string_new (NULL);

  while (line->len < 30000)
    g_string_append (line, "Nobody had counted how often the text was put off. ");
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (paragraphs,
                     g_strdup_printf ("Paragraph %u says what the others say, at some length, so that it takes more than "
                                      "one line of the page and has to be laid out before one knows how high it is.",
                                      i));
  g_ptr_array_add (paragraphs, g_strdup (line->str));
  g_ptr_array_add (paragraphs, g_strdup ("The last paragraph."));
  g_ptr_array_add (paragraphs, NULL);

  return reader_fixture_plain_article ((const char * const *) paragraphs->pdata);
}

static void
set_up_long (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ChanceryArticle) article = make_long_article ();

  set_up_with (fixture, article);
}

/* Nothing that the reader was given keeps it, or is kept by it. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gt_signal_logger_free (fixture->logger);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  /* The window lets go of the focus when it is idle. */
  WAIT_UNTIL (G_OBJECT (fixture->reader)->ref_count == 1);
  g_assert_finalize_object (fixture->reader);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->notes);
  g_assert_finalize_object (fixture->article);
  g_free (fixture->announced);
  iterate_until_quiet ();
}

static void
select_words (Fixture    *fixture,
              const char *words)
{
  const char *text = chancery_article_get_text (fixture->article);
  const char *found = strstr (text, words);
  const ChanceryDisplayText *display = chancery_reader_text_get_display (fixture->reader->text);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->reader->text));
  gsize start_chars;
  GtkTextIter start, end;

  g_assert_nonnull (found);
  start_chars = (gsize) g_utf8_strlen (text, found - text);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) chancery_display_text_to_display (display, start_chars));
  gtk_text_buffer_get_iter_at_offset (
    buffer,
    &end,
    (int) chancery_display_text_to_display_end (display, start_chars + (gsize) g_utf8_strlen (words, -1)));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
place_caret (Fixture    *fixture,
             const char *words)
{
  guint start, end;

  select_words (fixture, words);
  g_assert_true (chancery_reader_text_get_selection (fixture->reader->text, &start, &end));
  chancery_reader_text_place_caret (fixture->reader->text, start);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->reader), action, NULL));
}

static void
act_with (Fixture    *fixture,
          const char *action,
          int         parameter)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->reader), action, "i", parameter));
}

static void
assert_created (Fixture        *fixture,
                const char     *exact,
                ChanceryColour  colour,
                gboolean        edit)
{
  g_autoptr (ChancerySelector) selector = NULL;
  ChanceryColour created_colour;
  gboolean created_edit;
  gsize start_bytes, end_bytes;

  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "create-note",
                                        &selector, &created_colour, &created_edit);
  g_assert_cmpstr (selector->exact, ==, exact);
  g_assert_cmpint (created_colour, ==, colour);
  g_assert_cmpint (created_edit, ==, edit);

  /* The position is that of the canonical text. */
  g_assert_true (selector->has_position);
  start_bytes = chancery_article_chars_to_bytes (fixture->article, selector->start_chars);
  end_bytes = chancery_article_chars_to_bytes (fixture->article, selector->end_chars);
  g_assert_cmpmem (chancery_article_get_text (fixture->article) + start_bytes, end_bytes - start_bytes, exact, strlen (exact));
}

static void
test_selection_becomes_a_note (Fixture       *fixture,
                               gconstpointer  data)
{
  guint start, end;

  gt_signal_logger_connect (fixture->logger, fixture->reader, "create-note");

  select_words (fixture, "heads of the member");
  act_with (fixture, "reader.highlight", CHANCERY_COLOUR_BLUE);
  assert_created (fixture, "heads of the member", CHANCERY_COLOUR_BLUE, FALSE);
  g_assert_cmpstr (fixture->announced, ==, "Highlighted: Blue");
  g_assert_false (chancery_reader_text_get_selection (fixture->reader->text, &start, &end));

  /* Space around it is left out, be it the end of a paragraph. */
  select_words (fixture, " summit.\nMoscow ");
  act (fixture, "reader.highlight-again");
  assert_created (fixture, "summit.\nMoscow", CHANCERY_COLOUR_BLUE, FALSE);

  select_words (fixture, "“Nobody is made to stay");
  act (fixture, "reader.annotate");
  assert_created (fixture, "“Nobody is made to stay", CHANCERY_COLOUR_BLUE, TRUE);

  gt_signal_logger_assert_no_emissions (fixture->logger);
}

static void
test_words_are_highlighted_everywhere (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (ChanceryNote) marked = reader_fixture_note (fixture->article, "agenda has", CHANCERY_COLOUR_PINK, NULL);
  g_autoptr (GPtrArray) selectors = NULL;
  g_autofree char *message = NULL;
  ChanceryColour colour;

  gt_signal_logger_connect (fixture->logger, fixture->reader, "create-notes");
  gt_signal_logger_connect (fixture->logger, fixture->reader, "message");

  /* Words that are marked within a longer passage are marked, too. */
  g_list_store_append (fixture->notes, marked);
  select_words (fixture, "agenda");
  act (fixture, "reader.highlight-all");
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "create-notes", &selectors, &colour);
  g_assert_cmpuint (selectors->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const ChancerySelector *selector = g_ptr_array_index (selectors, i);

      g_assert_cmpstr (selector->exact, ==, "agenda");
      g_assert_true (selector->has_position);
    }
  g_assert_cmpuint (((ChancerySelector *) g_ptr_array_index (selectors, 0))->start_chars, <,
                    ((ChancerySelector *) g_ptr_array_index (selectors, 1))->start_chars);
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "message", &message);
  g_assert_cmpstr (message, ==, "2 passages highlighted");
  g_clear_pointer (&message, g_free);
  g_clear_pointer (&selectors, g_ptr_array_unref);

  /* Whole words stay whole words: “an” isn’t in “Armenian”. */
  select_words (fixture, " an ");
  act (fixture, "reader.highlight-all");
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "create-notes", &selectors, &colour);
  for (guint i = 0; i < selectors->len; i++)
    {
      const ChancerySelector *selector = g_ptr_array_index (selectors, i);

      g_assert_true (g_str_has_suffix (selector->prefix, " ") || g_str_has_suffix (selector->prefix, "“") ||
                     g_str_has_suffix (selector->prefix, "\n") || *selector->prefix == '\0');
    }
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "message", &message);
}

static void
test_nothing_selected_is_said (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *message = NULL;

  gt_signal_logger_connect (fixture->logger, fixture->reader, "create-note");
  gt_signal_logger_connect (fixture->logger, fixture->reader, "message");

  place_caret (fixture, "heads");
  act_with (fixture, "reader.highlight", 0);
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "message", &message);
  g_assert_cmpstr (message, ==, "Select some words of the text first.");
  g_clear_pointer (&message, g_free);

  select_words (fixture, " ");
  act (fixture, "reader.annotate");
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "message", &message);
  gt_signal_logger_assert_no_emissions (fixture->logger);
}

static void
test_keys_act_on_the_highlight_at_the_caret (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (ChanceryNote) outer =
    reader_fixture_note (fixture->article, "purely defensive and a threat to nobody", CHANCERY_COLOUR_BLUE, NULL);
  g_autoptr (ChanceryNote) inner = reader_fixture_note (fixture->article, "a threat", CHANCERY_COLOUR_PINK, NULL);
  g_autoptr (ChanceryNote) recoloured = NULL;
  g_autoptr (ChanceryNote) edited = NULL;
  g_autoptr (ChanceryNote) removed = NULL;
  g_autoptr (ChanceryNote) again = NULL;
  ChanceryColour colour;

  gt_signal_logger_connect (fixture->logger, fixture->reader, "create-note");
  gt_signal_logger_connect (fixture->logger, fixture->reader, "recolour-note");
  gt_signal_logger_connect (fixture->logger, fixture->reader, "edit-note");
  gt_signal_logger_connect (fixture->logger, fixture->reader, "remove-note");
  g_list_store_append (fixture->notes, outer);
  g_list_store_append (fixture->notes, inner);

  /* Of two, the inner one. */
  place_caret (fixture, "threat to");
  act_with (fixture, "reader.highlight", CHANCERY_COLOUR_TEAL);
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "recolour-note", &recoloured, &colour);
  g_assert_true (recoloured == inner);
  g_assert_cmpint (colour, ==, CHANCERY_COLOUR_TEAL);

  /* Unless the outer one is what is looked at. */
  chancery_reader_set_active_note (fixture->reader, outer);
  act (fixture, "reader.annotate");
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "edit-note", &edited);
  g_assert_true (edited == outer);

  place_caret (fixture, "purely");
  act (fixture, "reader.remove-note");
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "remove-note", &removed);
  g_assert_true (removed == outer);

  /* The same words once more are the same note. */
  select_words (fixture, "purely defensive and a threat to nobody");
  act_with (fixture, "reader.highlight", CHANCERY_COLOUR_GREY);
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "recolour-note", &again, &colour);
  g_assert_true (again == outer);

  gt_signal_logger_assert_no_emissions (fixture->logger);
}

static guint
count_highlights (Fixture *fixture)
{
  const ChancerySpanIndex *index;

  WAIT_UNTIL (fixture->reader->highlights_source == 0);
  index = chancery_reader_text_get_layer (fixture->reader->text, CHANCERY_READER_LAYER_HIGHLIGHTS);
  return chancery_span_index_get_size (index);
}

static void
test_highlights_follow_the_notes (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (ChanceryNote) first = reader_fixture_note (fixture->article, "in 2024", CHANCERY_COLOUR_PINK, NULL);
  g_autoptr (ChanceryNote) second = reader_fixture_note (fixture->article, "The agenda", CHANCERY_COLOUR_GREEN, NULL);
  g_autoptr (ChancerySelector) other_words = chancery_selector_new ("Words that don't stand in the article", NULL, NULL);
  g_autoptr (ChancerySelector) without_position = chancery_selector_new ("observer mission", NULL, NULL);
  g_autoptr (ChanceryNote) stranger = chancery_note_new (&(ChanceryNoteFields) { .selector = other_words });
  g_autoptr (ChanceryNote) orphan =
    chancery_note_new (&(ChanceryNoteFields) { .selector = without_position, .orphan = TRUE });
  g_autoptr (ChanceryNote) unplaced = chancery_note_new (&(ChanceryNoteFields) { .selector = without_position });
  g_autoptr (ChanceryNote) general = chancery_note_new (&(ChanceryNoteFields) { .body = "About all of it" });
  const ChancerySpanIndex *index;

  g_assert_cmpuint (count_highlights (fixture), ==, 0);
  g_list_store_append (fixture->notes, first);
  g_list_store_append (fixture->notes, second);
  g_assert_cmpuint (count_highlights (fixture), ==, 2);

  index = chancery_reader_text_get_layer (fixture->reader->text, CHANCERY_READER_LAYER_HIGHLIGHTS);
  g_assert_true (chancery_span_index_get (index, 0)->data == second);
  chancery_note_set_colour (second, CHANCERY_COLOUR_GREY);
  g_assert_cmpuint (count_highlights (fixture), ==, 2);
  index = chancery_reader_text_get_layer (fixture->reader->text, CHANCERY_READER_LAYER_HIGHLIGHTS);
  g_assert_cmpuint (chancery_span_index_get (index, 0)->style, ==, CHANCERY_COLOUR_GREY);

  /* What has no place in the text is not drawn; what says its words only is, where they are. */
  g_list_store_append (fixture->notes, stranger);
  g_list_store_append (fixture->notes, orphan);
  g_list_store_append (fixture->notes, general);
  g_assert_cmpuint (count_highlights (fixture), ==, 2);
  g_assert_false (chancery_reader_scroll_to_note (fixture->reader, stranger));
  g_list_store_append (fixture->notes, unplaced);
  g_assert_cmpuint (count_highlights (fixture), ==, 3);

  g_assert_true (chancery_reader_scroll_to_note (fixture->reader, first));
  g_assert_true (chancery_reader_get_active_note (fixture->reader) == first);
  g_list_store_remove (fixture->notes, 0);
  g_assert_cmpuint (count_highlights (fixture), ==, 2);
  g_assert_null (chancery_reader_get_active_note (fixture->reader));

  chancery_reader_set_notes (fixture->reader, NULL);
  g_assert_cmpuint (count_highlights (fixture), ==, 0);
  g_list_store_remove_all (fixture->notes);
  g_assert_finalize_object (g_steal_pointer (&second));
}

static void
test_notes_are_stepped_through (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (ChanceryNote) first = reader_fixture_note (fixture->article, "gather in", CHANCERY_COLOUR_PINK, NULL);
  g_autoptr (ChanceryNote) same_start = reader_fixture_note (fixture->article, "gather", CHANCERY_COLOUR_BLUE, NULL);
  g_autoptr (ChanceryNote) last = reader_fixture_note (fixture->article, "neither comes nor goes", CHANCERY_COLOUR_TEAL, NULL);
  g_autoptr (ChanceryNote) activated = NULL;
  ChanceryNote *expected[] = { first, same_start, last, first };

  g_list_store_append (fixture->notes, first);
  g_list_store_append (fixture->notes, same_start);
  g_list_store_append (fixture->notes, last);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      act_with (fixture, "reader.step-note", 1);
      g_assert_true (chancery_reader_get_active_note (fixture->reader) == expected[i]);
    }
  act_with (fixture, "reader.step-note", -1);
  g_assert_true (chancery_reader_get_active_note (fixture->reader) == last);

  gt_signal_logger_connect (fixture->logger, fixture->reader, "note-activated");
  act (fixture, "reader.activate");
  gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "note-activated", &activated);
  g_assert_true (activated == last);
}

/* Where a place in the text is in the page, as parts of the page's height. */
static double
get_part (Fixture *fixture,
          guint    offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->reader->text);
  GdkRectangle place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, (int) offset);
  gtk_text_view_get_iter_location (view, &iter, &place);

  return (chancery_reader_page_get_header_height (fixture->reader->page) + place.y -
          chancery_reader_page_get_value (fixture->reader->page)) /
         gtk_widget_get_height (GTK_WIDGET (fixture->reader->page));
}

static void
test_note_is_brought_into_the_upper_third (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = reader_fixture_note (fixture->article, "Paragraph 150", CHANCERY_COLOUR_PINK, NULL);
  guint start, end;

  g_list_store_append (fixture->notes, note);
  g_assert_true (chancery_reader_scroll_to_note (fixture->reader, note));
  g_assert_true (chancery_reader_get_note_span (fixture->reader, note, &start, &end));
  g_assert_cmpfloat (get_part (fixture, start), >, 0);
  g_assert_cmpfloat (get_part (fixture, start), <, 1 / 3.0);

  /* It stays there while all that is above it is laid out. */
  wait_for_layout (fixture);
  g_assert_cmpfloat (get_part (fixture, start), >, 0);
  g_assert_cmpfloat (get_part (fixture, start), <, 1 / 3.0);
}

/* Whether a place is in the first line that is seen. */
static void
assert_position (Fixture *fixture,
                 gsize    expected)
{
  gsize position = chancery_reader_get_position_chars (fixture->reader);

  g_assert_cmpuint (position, <=, expected);
  g_assert_cmpuint (position + 120, >, expected);
}

static void
test_position (Fixture       *fixture,
               gconstpointer  data)
{
  gsize length = chancery_article_get_length_chars (fixture->article);

  g_assert_cmpuint (chancery_reader_get_position_chars (fixture->reader), ==, 0);

  for (guint i = 1; i < 10; i++)
    {
      gsize position = length * i / 10;

      chancery_reader_set_position_chars (fixture->reader, position);
      assert_position (fixture, position);
      wait_for_frame (fixture->window);
      assert_position (fixture, position);
    }

  /* Another width, and larger text, leave the reader where they are. */
  chancery_reader_set_position_chars (fixture->reader, length / 2);
  gtk_widget_set_margin_end (GTK_WIDGET (fixture->reader), 200);
  wait_for_layout (fixture);
  g_assert_cmpuint (chancery_reader_get_position_chars (fixture->reader) + 300, >, length / 2);
  g_assert_cmpuint (chancery_reader_get_position_chars (fixture->reader), <, length / 2 + 300);

  chancery_reader_set_position_chars (fixture->reader, 0);
  g_assert_cmpuint (chancery_reader_get_position_chars (fixture->reader), ==, 0);
  g_assert_cmpfloat (chancery_reader_page_get_value (fixture->reader->page), ==, 0);
}

static void
test_finding_in_the_article (Fixture       *fixture,
                             gconstpointer  data)
{
  ChanceryReader *self = fixture->reader;
  g_autofree char *message = NULL;
  g_autofree char *found = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  gt_signal_logger_connect (fixture->logger, self, "message");
  select_words (fixture, "Yerevan");
  act (fixture, "reader.find");
  g_assert_true (chancery_find_bar_is_open (self->find_bar));
  g_assert_cmpstr (chancery_find_bar_get_words (self->find_bar), ==, "Yerevan");
  g_assert_cmpuint (self->matches->len, ==, 2);
  g_assert_cmpuint (self->match, ==, 0);
  g_assert_cmpstr (fixture->announced, ==, "1 of 2");

  act_with (fixture, "reader.step-find", 1);
  g_assert_cmpuint (self->match, ==, 1);
  gt_signal_logger_assert_no_emissions (fixture->logger);
  act_with (fixture, "reader.step-find", 1);
  g_assert_cmpuint (self->match, ==, 0);
  gt_signal_logger_assert_emission_pop (fixture->logger, self, "message", &message);
  act_with (fixture, "reader.step-find", -1);
  g_assert_cmpuint (self->match, ==, 1);
  g_assert_cmpfloat (chancery_reader_page_get_value (self->page), >, 0);

  /* Escape leaves what was found selected, to be marked or copied. */
  act (fixture, "reader.cancel");
  g_assert_false (chancery_find_bar_is_open (self->find_bar));
  g_assert_null (self->matches);
  g_assert_cmpfloat (chancery_reader_page_get_value (self->page), >, 0);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  found = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (found, ==, "Yerevan");
}

static void
read_text_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy_is_the_text_itself (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *copied = NULL;

  /* The long line has line feeds in the buffer that are not the article's. */
  act (fixture, "reader.select-all");
  act (fixture, "reader.copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, read_text_cb, &copied);
  WAIT_UNTIL (copied != NULL);
  g_assert_cmpstr (copied, ==, chancery_article_get_text (fixture->article));
}

static void
test_selectors_in_a_broken_line (Fixture       *fixture,
                                 gconstpointer  data)
{
  const ChanceryDisplayText *display = chancery_reader_text_get_display (fixture->reader->text);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->reader->text));
  const ChanceryDisplayLine *line = chancery_display_text_get_line (display, 204);
  GtkTextIter start, end;

  /* From the last word of one part of the long line to the first of the next. */
  g_assert_true (line->continues);
  gt_signal_logger_connect (fixture->logger, fixture->reader, "create-note");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) line->end_chars - 5);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) line->end_chars + 7);
  gtk_text_buffer_select_range (buffer, &start, &end);
  act_with (fixture, "reader.highlight", 0);
  assert_created (fixture, "off. Nobody", 0, FALSE);
}

static void
test_mentions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (ChanceryCatalogue) catalogue = chancery_content_load_catalogue (NULL, NULL, NULL);
  ChanceryReader *self = fixture->reader;
  g_autofree char *shown = NULL;
  guint position, n_mentions;

  chancery_reader_set_catalogue (self, catalogue);
  chancery_reader_set_organisation (self, chancery_catalogue_lookup_organisation (catalogue, "csto"));
  n_mentions = chancery_span_index_get_size (chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS));
  g_assert_cmpuint (n_mentions, >, 10);

  act_with (fixture, "reader.step-mention", 1);
  g_assert_cmpuint (self->ring_mention, ==, 0);
  g_assert_cmpstr (chancery_reader_get_mention (self, 0)->iso, ==, "BY");
  act_with (fixture, "reader.step-mention", 1);
  g_assert_cmpuint (self->ring_mention, ==, 1);
  g_assert_cmpstr (chancery_reader_get_mention (self, 1)->iso, ==, "AM");
  g_assert_cmpstr (fixture->announced, ==, "Armenian: Armenia, mention 1 of 4");
  g_assert_cmpuint (chancery_reader_count_mentions (self, 1, &position), ==, 4);
  g_assert_cmpuint (position, ==, 1);

  act (fixture, "reader.activate");
  g_assert_nonnull (self->mention_popover);
  WAIT_UNTIL (gtk_widget_get_mapped (self->mention_popover));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->mention_popover), GTK_ACCESSIBLE_PROPERTY_LABEL, "Armenia");

  /* To the state's next mention, which isn't the next of all. */
  g_signal_emit_by_name (self->mention_popover, "step", 1);
  g_assert_cmpuint (self->ring_mention, >, 2);
  g_assert_cmpstr (chancery_reader_get_mention (self, self->ring_mention)->iso, ==, "AM");

  gt_signal_logger_connect (fixture->logger, self, "show-state");
  g_signal_emit_by_name (self->mention_popover, "show-state");
  gt_signal_logger_assert_emission_pop (fixture->logger, self, "show-state", &shown);
  g_assert_cmpstr (shown, ==, "AM");

  gtk_popover_popdown (GTK_POPOVER (self->mention_popover));
  WAIT_UNTIL (!gtk_widget_get_mapped (self->mention_popover));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (self->text));

  act (fixture, "reader.cancel");
  g_assert_cmpuint (self->ring_mention, ==, G_MAXUINT);
  chancery_reader_set_position_chars (self, 0);
  place_caret (fixture, "The heads");
  act_with (fixture, "reader.step-mention", -1);
  g_assert_cmpuint (self->ring_mention, ==, n_mentions - 1);
}

static void
test_header (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *child;
  gboolean handled = FALSE;
  guint n_headings = 0, n_guesses = 0;

  gt_signal_logger_connect (fixture->logger, fixture->reader, "correct-date");
  for (child = gtk_widget_get_first_child (GTK_WIDGET (fixture->reader->header)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_LABEL (child))
        continue;

      g_assert_true (gtk_label_get_selectable (GTK_LABEL (child)));
      if (gtk_test_accessible_has_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_HEADING))
        {
          gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
          g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (child)), ==, "Summit in Minsk opens with one seat empty");
          n_headings++;
        }
      if (strstr (gtk_label_get_text (GTK_LABEL (child)), "(guessed)") != NULL)
        {
          n_guesses++;
          g_signal_emit_by_name (child, "activate-link", "date", &handled);
          g_assert_true (handled);
          gt_signal_logger_assert_emission_pop (fixture->logger, fixture->reader, "correct-date", NULL);
        }
    }
  g_assert_cmpuint (n_headings, ==, 1);
  g_assert_cmpuint (n_guesses, ==, 1);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->reader->text), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->reader->text),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Summit in Minsk opens with one seat empty");
}

static void
test_arabic_is_laid_out_from_the_right (Fixture       *fixture,
                                        gconstpointer  data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->reader->text);
  const ChanceryDisplayText *display = chancery_reader_text_get_display (fixture->reader->text);
  int width = gtk_widget_get_width (GTK_WIDGET (view));

  g_assert_cmpint (gtk_widget_get_default_direction (), ==, GTK_TEXT_DIR_LTR);
  for (guint i = 0; i < chancery_display_text_get_n_lines (display); i++)
    {
      GdkRectangle place;
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view),
                                          &iter,
                                          (int) chancery_display_text_get_line (display, i)->start_chars);
      gtk_text_view_get_iter_location (view, &iter, &place);
      g_assert_cmpint (place.x, >, width * 3 / 4);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->reader->header)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_assert_cmpint (gtk_widget_get_direction (child), ==, GTK_TEXT_DIR_RTL);
}

static void
test_preferences (Fixture       *fixture,
                  gconstpointer  data)
{
  ChanceryReader *self = fixture->reader;
  GtkWidget *text = GTK_WIDGET (self->text);
  int maximum, before, minimum;
  GdkRGBA colour;

  chancery_reader_set_scheme (self, CHANCERY_READER_SCHEME_SEPIA);
  wait_for_frame (fixture->window);
  gtk_widget_get_color (text, &colour);
  g_assert_true (gdk_rgba_equal (&colour, chancery_colour_scheme_get_text (CHANCERY_COLOUR_SCHEME_SEPIA)));

  before = adw_clamp_scrollable_get_maximum_size (self->clamp);
  chancery_reader_set_font_size (self, 26);
  wait_for_frame (fixture->window);
  maximum = adw_clamp_scrollable_get_maximum_size (self->clamp);
  g_assert_cmpint (maximum, >, before * 3 / 2);
  chancery_reader_set_column_width (self, 33);
  g_assert_cmpint (adw_clamp_scrollable_get_maximum_size (self->clamp), <, maximum * 2 / 3);

  chancery_reader_set_line_height (self, 2);
  before = gtk_text_view_get_pixels_inside_wrap (GTK_TEXT_VIEW (text));
  chancery_reader_set_line_height (self, 2.5);
  g_assert_cmpint (gtk_text_view_get_pixels_inside_wrap (GTK_TEXT_VIEW (text)), >, before);

  /* A name that would end its own quotation marks is only a name. */
  chancery_reader_set_font (self, "Evil\"; } * { color: red; }");
  wait_for_frame (fixture->window);
  gtk_widget_get_color (text, &colour);
  g_assert_true (gdk_rgba_equal (&colour, chancery_colour_scheme_get_text (CHANCERY_COLOUR_SCHEME_SEPIA)));

  chancery_reader_set_font (self, "serif");
  chancery_reader_set_font_size (self, 13);
  act (fixture, "reader.find");
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_caret_mode (Fixture       *fixture,
                 gconstpointer  data)
{
  ChanceryReader *self = fixture->reader;
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  guint caret;

  gt_signal_logger_connect (fixture->logger, self, "notify::caret-mode");
  act (fixture, "reader.caret-mode");
  g_assert_true (chancery_reader_get_caret_mode (self));
  g_assert_true (gtk_text_view_get_cursor_visible (view));
  gt_signal_logger_assert_notify_emission_pop (fixture->logger, self, "caret-mode");

  caret = chancery_reader_get_caret (self);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE);
  g_assert_cmpuint (chancery_reader_get_caret (self), >, caret);

  /* The text view's own key says so as well. */
  g_signal_emit_by_name (view, "toggle-cursor-visible");
  g_assert_false (chancery_reader_get_caret_mode (self));
  gt_signal_logger_assert_notify_emission_pop (fixture->logger, self, "caret-mode");

  /* Without a caret, the arrow keys move the page, but go on to extend a selection. */
  caret = chancery_reader_get_caret (self);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 3, FALSE);
  g_assert_cmpuint (chancery_reader_get_caret (self), ==, caret);
  g_assert_cmpfloat (chancery_reader_page_get_value (self->page), >, 0);
  select_words (fixture, "heads");
  caret = chancery_reader_get_caret (self);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 4, TRUE);
  g_assert_cmpuint (chancery_reader_get_caret (self), !=, caret);
  g_assert_false (chancery_reader_get_caret_mode (self));
  gt_signal_logger_assert_no_emissions (fixture->logger);
}

/* The end of the article can be reached, and the page doesn't go beyond it. */
static void
test_scrolling_reaches_the_end (Fixture       *fixture,
                                gconstpointer  data)
{
  ChanceryReader *self = fixture->reader;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  GtkTextIter end;
  GdkRectangle visible, place;

  wait_for_layout (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  wait_for_frame (fixture->window);

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->text), &end, &place);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->text), &visible);
  g_assert_cmpint (place.y + place.height, <=, visible.y + visible.height);
  g_assert_cmpint (place.y, >, visible.y + visible.height / 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment),
                     ==,
                     gtk_adjustment_get_upper (adjustment));

  /* One page up and one down by keys is the same place. */
  act_with (fixture, "reader.scroll-page", -1);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, gtk_adjustment_get_upper (adjustment) - 600);
  act_with (fixture, "reader.scroll-page", 1);
  wait_for_frame (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment),
                     ==,
                     gtk_adjustment_get_upper (adjustment));
}

static void
test_marks_beside_the_scrollbar (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (ChanceryNote) note = reader_fixture_note (fixture->article, "in 2024", CHANCERY_COLOUR_PINK, NULL);

  g_list_store_append (fixture->notes, note);
  WAIT_UNTIL (fixture->reader->highlights_source == 0 && fixture->reader->marks_source == 0);
  g_assert_cmpuint (chancery_reader_marks_get_n_marks (fixture->reader->marks), ==, 1);

  chancery_reader_set_marked_state (fixture->reader, "AM");
  WAIT_UNTIL (fixture->reader->marks_source == 0);
  g_assert_cmpuint (chancery_reader_marks_get_n_marks (fixture->reader->marks), ==, 5);
}

static void
test_article_can_be_replaced (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (ChanceryArticle) other = reader_fixture_arabic_article ();
  ChanceryReader *self = fixture->reader;

  chancery_reader_set_position_chars (self, 800);
  chancery_reader_set_article (self, other);
  wait_for_frame (fixture->window);
  g_assert_cmpuint (chancery_reader_get_position_chars (self), ==, 0);
  g_assert_null (chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS));

  chancery_reader_set_article (self, NULL);
  wait_for_frame (fixture->window);
  act_with (fixture, "reader.step-note", 1);
  act_with (fixture, "reader.step-mention", 1);
  act_with (fixture, "reader.highlight", 1);
  act (fixture, "reader.find");
  act (fixture, "reader.copy");
  act (fixture, "reader.activate");
  g_assert_cmpuint (chancery_reader_get_position_chars (self), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  chancery_ui_register_resource ();
  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/chancery_app/Chancery/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define TEST(path, set_up, test) g_test_add ("/reader/" path, Fixture, NULL, set_up, test, tear_down)
  TEST ("note/selection", set_up, test_selection_becomes_a_note);
  TEST ("note/nothing-selected", set_up, test_nothing_selected_is_said);
  TEST ("note/at-caret", set_up, test_keys_act_on_the_highlight_at_the_caret);
  TEST ("note/everywhere", set_up, test_words_are_highlighted_everywhere);
  TEST ("note/model", set_up, test_highlights_follow_the_notes);
  TEST ("note/step", set_up, test_notes_are_stepped_through);
  TEST ("note/scroll-to", set_up_long, test_note_is_brought_into_the_upper_third);
  TEST ("note/broken-line", set_up_long, test_selectors_in_a_broken_line);
  TEST ("position", set_up_long, test_position);
  TEST ("find", set_up, test_finding_in_the_article);
  TEST ("copy", set_up_long, test_copy_is_the_text_itself);
  TEST ("mentions", set_up, test_mentions);
  TEST ("header", set_up, test_header);
  TEST ("arabic", set_up_arabic, test_arabic_is_laid_out_from_the_right);
  TEST ("preferences", set_up, test_preferences);
  TEST ("caret", set_up, test_caret_mode);
  TEST ("scroll", set_up_long, test_scrolling_reaches_the_end);
  TEST ("marks", set_up, test_marks_beside_the_scrollbar);
  TEST ("replace", set_up, test_article_can_be_replaced);
#undef TEST

  return g_test_run ();
}
