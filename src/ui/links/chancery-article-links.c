/* chancery-article-links.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-article-links.h"

#include <glib/gi18n.h>

#include "chancery-link-list.h"
#include "chancery-link-loader.h"

/* More is scrolled. */
#define MAX_HEIGHT 260

struct _ChanceryArticleLinks
{
  AdwBin parent_instance;

  GtkExpander *expander;
  ChanceryLinkList *list;
  ChanceryLibrary *library; /* (owned) (nullable) */
  ChanceryLinkLoader *loader; /* (owned) (nullable) */
  char *uid; /* (nullable) */
};

enum
{
  SIGNAL_EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryArticleLinks, chancery_article_links, ADW_TYPE_BIN)

/* A note may be linked in more than one way. */
static guint
count_notes (const ChanceryLinkEnds *ends)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ends->ends->len; i++)
    g_hash_table_add (uids, ((ChanceryLinkEnd *) g_ptr_array_index (ends->ends, i))->note_uid);

  return g_hash_table_size (uids);
}

static char *
dup_label (const ChanceryLinkEnds *ends)
{
  const guint n_notes = count_notes (ends);

  if (ends->has_more)
    /* Translators: of an article */
    return g_strdup_printf (ngettext ("Linked from more than %'u note", "Linked from more than %'u notes", n_notes), n_notes);

  /* Translators: of an article */
  return g_strdup_printf (ngettext ("Linked from %'u note", "Linked from %'u notes", n_notes), n_notes);
}

static void
update (ChanceryArticleLinks *self)
{
  const ChanceryLinkEnds *ends = self->loader != NULL && self->uid != NULL ? chancery_link_loader_get (self->loader, self->uid)
                                                                           : NULL;
  const gboolean is_empty = ends == NULL || ends->ends->len == 0;
  const gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (!is_empty)
    {
      g_autofree char *label = dup_label (ends);

      gtk_expander_set_label (self->expander, label);
      /* Not with all that is in it. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  chancery_link_list_set_ends (self->list, self->uid, TRUE, ends);
  gtk_widget_set_visible (GTK_WIDGET (self), !is_empty);
  if (is_empty && had_focus)
    g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
}

static void
chancery_article_links_dispose (GObject *object)
{
  ChanceryArticleLinks *self = CHANCERY_ARTICLE_LINKS (object);

  g_clear_object (&self->loader);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (chancery_article_links_parent_class)->dispose (object);
}

static void
chancery_article_links_finalize (GObject *object)
{
  g_free (CHANCERY_ARTICLE_LINKS (object)->uid);

  G_OBJECT_CLASS (chancery_article_links_parent_class)->finalize (object);
}

static void
chancery_article_links_class_init (ChanceryArticleLinksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = chancery_article_links_dispose;
  object_class->finalize = chancery_article_links_finalize;

  /**
   * ChanceryArticleLinks::emptied:
   *
   * The row went, and the focus was in it: something else is to have it.
   */
  signals[SIGNAL_EMPTIED] = g_signal_new ("emptied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
chancery_article_links_init (ChanceryArticleLinks *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = CHANCERY_LINK_LIST (chancery_link_list_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_expander_set_child (self->expander, scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-links");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
chancery_article_links_new (void)
{
  return g_object_new (CHANCERY_TYPE_ARTICLE_LINKS, NULL);
}

/**
 * chancery_article_links_set_library:
 * @self: the row
 * @library: (nullable): where the notes and articles are
 */
void
chancery_article_links_set_library (ChanceryArticleLinks *self,
                                    ChanceryLibrary      *library)
{
  g_return_if_fail (CHANCERY_IS_ARTICLE_LINKS (self));

  if (!g_set_object (&self->library, library))
    return;

  g_clear_object (&self->loader);
  if (library != NULL)
    {
      self->loader = chancery_link_loader_new (library, TRUE);
      g_signal_connect_object (self->loader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

/**
 * chancery_article_links_set_article:
 * @self: the row
 * @uid: (nullable): the article; %NULL to show nothing
 */
void
chancery_article_links_set_article (ChanceryArticleLinks *self,
                                    const char           *uid)
{
  g_return_if_fail (CHANCERY_IS_ARTICLE_LINKS (self));

  if (!g_set_str (&self->uid, uid))
    return;

  gtk_expander_set_expanded (self->expander, FALSE);
  update (self);
}
