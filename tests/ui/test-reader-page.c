/* test-reader-page.c: where the reader's page stands, whatever the window does
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-ui-resources.h"
#include "reader-fixture.h"
#include "reader/chancery-reader-private.h"
#include "wait-until.h"

#define LINE_CHARS 120

typedef struct
{
  GtkWidget *window;
  ChanceryReader *reader; /* (owned) */
  gsize position_chars;
} Fixture;

/* A reader that was told of a place before it is in a window. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ChanceryArticle) article = NULL;

  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (paragraphs,
                     g_strdup_printf ("Paragraph %u says what the others say, at some length, so that it takes more than "
                                      "one line of the page and has to be laid out before one knows how high it is.",
                                      i));
  g_ptr_array_add (paragraphs, NULL);
  article = reader_fixture_plain_article ((const char * const *) paragraphs->pdata);

  fixture->position_chars = chancery_article_get_length_chars (article) / 3;
  fixture->reader = g_object_ref_sink (CHANCERY_READER (chancery_reader_new ()));
  chancery_reader_set_article (fixture->reader, article);
  chancery_reader_set_position_chars (fixture->reader, fixture->position_chars);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->reader));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  WAIT_UNTIL (G_OBJECT (fixture->reader)->ref_count == 1);
  g_assert_finalize_object (fixture->reader);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static gboolean
is_at_place (Fixture *fixture)
{
  gsize position = chancery_reader_get_position_chars (fixture->reader);

  return position <= fixture->position_chars && position + LINE_CHARS > fixture->position_chars;
}

static gboolean
has_focus_in_header (Fixture *fixture)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (fixture->reader->page)) == GTK_WIDGET (fixture->reader->header);
}

static gboolean
is_active (GtkWidget *window)
{
  return gtk_window_is_active (GTK_WINDOW (window)) && !g_main_context_pending (NULL);
}

static void
show (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_height (GTK_WIDGET (fixture->reader->text)) > 0 && is_active (fixture->window));
}

static void
test_place_is_kept_when_the_window_is_shown (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_assert_true (is_at_place (fixture));
  show (fixture);
  g_assert_true (is_at_place (fixture));
}

static void
test_place_is_kept_when_the_window_is_active_again (Fixture       *fixture,
                                                    gconstpointer  data)
{
  GtkWidget *other = gtk_window_new ();

  show (fixture);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->reader->header), GTK_DIR_TAB_FORWARD));
  g_assert_true (has_focus_in_header (fixture));
  chancery_reader_set_position_chars (fixture->reader, fixture->position_chars);
  g_assert_true (is_at_place (fixture));

  gtk_window_present (GTK_WINDOW (other));
  WAIT_UNTIL (is_active (other));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (is_active (fixture->window));
  g_assert_true (has_focus_in_header (fixture));
  g_assert_true (is_at_place (fixture));
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
test_header_is_seen_when_it_gets_the_focus (Fixture       *fixture,
                                            gconstpointer  data)
{
  show (fixture);
  g_assert_true (chancery_reader_focus_text (fixture->reader));
  g_assert_true (is_at_place (fixture));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->reader->header), GTK_DIR_TAB_FORWARD));
  g_assert_cmpfloat (chancery_reader_page_get_value (fixture->reader->page), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  chancery_ui_register_resource ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define TEST(path, test) g_test_add ("/reader-page/" path, Fixture, NULL, set_up, test, tear_down)
  TEST ("shown", test_place_is_kept_when_the_window_is_shown);
  TEST ("active-again", test_place_is_kept_when_the_window_is_active_again);
  TEST ("header", test_header_is_seen_when_it_gets_the_focus);
#undef TEST

  return g_test_run ();
}
