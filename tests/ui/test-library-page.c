/* test-library-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libglib-testing/signal-logger.h>

#include "chancery-article-item-private.h"
#include "chancery-ui-resources.h"
#include "library/chancery-library-page.h"
#include "wait-until.h"

typedef struct
{
  GtkWidget *window; /* (owned) */
  GtkWidget *button; /* (unowned): something else that takes the focus */
  ChanceryLibraryPage *page; /* (unowned) */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->button = gtk_button_new_with_label ("Else");
  fixture->page = g_object_new (CHANCERY_TYPE_LIBRARY_PAGE, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), fixture->button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->page));
  fixture->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
  gtk_widget_grab_focus (fixture->button);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->window);
}

static GListModel *
make_articles (void)
{
  const ChanceryArticleItemFields fields[] = { { .uid = "a", .headline = "First" }, { .uid = "b", .headline = "Second" } };
  GListStore *articles = g_list_store_new (CHANCERY_TYPE_ARTICLE_ITEM);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (ChanceryArticleItem) item = chancery_article_item_new (&fields[i]);

      g_list_store_append (articles, item);
    }

  return G_LIST_MODEL (articles);
}

static gboolean
is_focus_inside (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->page));
}

/* Who asks for the list before its articles are there finds the focus in it when they are. */
static void
test_focus_comes_with_the_articles (Fixture      *fixture,
                                    gconstpointer user_data)
{
  g_autoptr (GListModel) articles = make_articles ();

  GtkWidget *focus;

  chancery_library_page_focus (fixture->page);
  chancery_library_page_set_model (fixture->page, articles);
  g_assert_true (is_focus_inside (fixture));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_test_accessible_assert_role (focus, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
test_focus_stays_where_it_went (Fixture      *fixture,
                                gconstpointer user_data)
{
  g_autoptr (GListModel) articles = make_articles ();
  GtkWidget *other = gtk_button_new_with_label ("Elsewhere");

  gtk_box_append (GTK_BOX (gtk_window_get_child (GTK_WINDOW (fixture->window))), other);
  chancery_library_page_focus (fixture->page);
  gtk_widget_grab_focus (other);
  chancery_library_page_set_model (fixture->page, articles);
  g_assert_false (is_focus_inside (fixture));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == other);
}

static void
test_focus_is_not_taken (Fixture      *fixture,
                         gconstpointer user_data)
{
  g_autoptr (GListModel) articles = make_articles ();

  chancery_library_page_set_model (fixture->page, articles);
  g_assert_false (is_focus_inside (fixture));
}

/* A new window has its focus somewhere, which nobody asked for. */
static void
test_focus_of_a_new_window_stays (Fixture      *fixture,
                                  gconstpointer user_data)
{
  g_autoptr (GListModel) articles = make_articles ();
  GtkWidget *focus;

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->page), GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  chancery_library_page_set_model (fixture->page, articles);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
}

static void
activate_first (Fixture *fixture)
{
  chancery_library_page_focus (fixture->page);
  g_assert_true (gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "list.activate-item",
                                             "u", 0));
}

static void
test_activation (Fixture      *fixture,
                 gconstpointer user_data)
{
  g_autoptr (GListModel) articles = make_articles ();
  GtSignalLogger *logger = gt_signal_logger_new ();
  g_autofree char *uid = NULL;

  gt_signal_logger_connect (logger, fixture->page, "open-article");
  chancery_library_page_set_model (fixture->page, articles);
  activate_first (fixture);
  gt_signal_logger_assert_emission_pop (logger, fixture->page, "open-article", &uid);
  g_assert_cmpstr (uid, ==, "a");
  gt_signal_logger_assert_no_emissions (logger);
  gt_signal_logger_free (logger);
}

/* A row that isn't read yet opens as soon as it is, once. */
static void
test_activation_before_it_is_read (Fixture      *fixture,
                                   gconstpointer user_data)
{
  g_autoptr (GListModel) read = make_articles ();
  g_autoptr (ChanceryArticleItem) first = g_list_model_get_item (read, 0);
  g_autoptr (ChanceryArticleItem) item = g_object_new (CHANCERY_TYPE_ARTICLE_ITEM, NULL);
  g_autoptr (GListStore) articles = g_list_store_new (CHANCERY_TYPE_ARTICLE_ITEM);
  GtSignalLogger *logger = gt_signal_logger_new ();
  g_autofree char *uid = NULL;

  g_list_store_append (articles, item);
  gt_signal_logger_connect (logger, fixture->page, "open-article");
  chancery_library_page_set_model (fixture->page, G_LIST_MODEL (articles));
  activate_first (fixture);
  gt_signal_logger_assert_no_emissions (logger);

  chancery_article_item_assign (item, first);
  gt_signal_logger_assert_emission_pop (logger, fixture->page, "open-article", &uid);
  g_assert_cmpstr (uid, ==, "a");
  gt_signal_logger_assert_no_emissions (logger);
  gt_signal_logger_free (logger);
}

int
main (int   argc,
      char *argv[])
{
  /* Not isolated: icons can't be read without the system's folders. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  chancery_ui_register_resource ();

#define ADD(path, function) g_test_add ("/library-page" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/focus-comes-with-the-articles", test_focus_comes_with_the_articles);
  ADD ("/focus-stays-where-it-went", test_focus_stays_where_it_went);
  ADD ("/focus-is-not-taken", test_focus_is_not_taken);
  ADD ("/focus-of-a-new-window-stays", test_focus_of_a_new_window_stays);
  ADD ("/activation", test_activation);
  ADD ("/activation-before-it-is-read", test_activation_before_it_is_read);

  return g_test_run ();
}
