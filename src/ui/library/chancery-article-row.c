/* chancery-article-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-article-row.h"

#include <glib/gi18n.h>

struct _ChanceryArticleRow
{
  GtkBox parent_instance;

  GtkWidget *unread;
  GtkLabel *headline;
  GtkLabel *details;
  GtkLabel *n_notes;

  GtkListItem *list_item; /* (unowned): holds this row */
  GSignalGroup *item_signals;
};

G_DEFINE_FINAL_TYPE (ChanceryArticleRow, chancery_article_row, GTK_TYPE_BOX)

static char *
dup_details (ChanceryArticleItem *item)
{
  const char *source = chancery_article_item_get_agency (item);
  g_autofree char *date = chancery_date_format (chancery_article_item_get_published (item));

  if (source == NULL)
    source = chancery_article_item_get_source (item);
  if (source == NULL)
    return g_steal_pointer (&date);
  if (*date == '\0')
    return g_strdup (source);

  /* Translators: who published an article, and when */
  return g_strdup_printf (C_("article", "%1$s · %2$s"), source, date);
}

static char *
dup_accessible_label (ChanceryArticleItem *item,
                      const char          *headline,
                      const char          *details)
{
  guint n = chancery_article_item_get_n_notes (item);
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);

  if (chancery_article_item_get_unread (item))
    /* Translators: an article in the list, as a screen reader speaks it: headline, source and date, number of notes */
    return g_strdup_printf (_("%1$s, %2$s, unread, %3$s"), headline, details, notes);

  /* Translators: an article in the list, as a screen reader speaks it: headline, source and date, number of notes */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), headline, details, notes);
}

static void
update_cb (ChanceryArticleRow *self)
{
  g_autoptr (ChanceryArticleItem) item = g_signal_group_dup_target (self->item_signals);
  g_autofree char *details = NULL;
  g_autofree char *n_notes = NULL;
  g_autofree char *label = NULL;
  const char *headline;

  if (item == NULL)
    return;

  headline = chancery_article_item_get_headline (item);
  if (headline == NULL)
    headline = chancery_article_item_get_loaded (item) ? _("Untitled") : "";
  details = dup_details (item);
  n_notes = g_strdup_printf ("%'u", chancery_article_item_get_n_notes (item));
  label = dup_accessible_label (item, headline, details);

  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->details, details);
  gtk_label_set_label (self->n_notes, n_notes);
  gtk_widget_set_visible (GTK_WIDGET (self->n_notes), chancery_article_item_get_n_notes (item) > 0);
  gtk_widget_set_opacity (self->unread, chancery_article_item_get_unread (item) ? 1 : 0);
  if (chancery_article_item_get_unread (item))
    gtk_widget_add_css_class (GTK_WIDGET (self->headline), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->headline), "heading");
  gtk_list_item_set_accessible_label (self->list_item, label);
}

static void
chancery_article_row_dispose (GObject *object)
{
  g_clear_object (&CHANCERY_ARTICLE_ROW (object)->item_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_ARTICLE_ROW);

  G_OBJECT_CLASS (chancery_article_row_parent_class)->dispose (object);
}

static void
chancery_article_row_class_init (ChanceryArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_article_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/library/"
                                                             "chancery-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryArticleRow, unread);
  gtk_widget_class_bind_template_child (widget_class, ChanceryArticleRow, headline);
  gtk_widget_class_bind_template_child (widget_class, ChanceryArticleRow, details);
  gtk_widget_class_bind_template_child (widget_class, ChanceryArticleRow, n_notes);
  gtk_widget_class_set_css_name (widget_class, "articlerow");
}

static void
chancery_article_row_init (ChanceryArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (CHANCERY_TYPE_ARTICLE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (update_cb), self);
}

/**
 * chancery_article_row_new:
 * @list_item: what the row is put into, named by the row for screen readers
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
chancery_article_row_new (GtkListItem *list_item)
{
  ChanceryArticleRow *self = g_object_new (CHANCERY_TYPE_ARTICLE_ROW, NULL);

  self->list_item = list_item;
  return GTK_WIDGET (self);
}

/**
 * chancery_article_row_set_item:
 * @self: a row
 * @item: (nullable): the article to show, followed as it loads and changes
 */
void
chancery_article_row_set_item (ChanceryArticleRow  *self,
                               ChanceryArticleItem *item)
{
  g_return_if_fail (CHANCERY_IS_ARTICLE_ROW (self));

  g_signal_group_set_target (self->item_signals, item);
  update_cb (self);
}

/**
 * chancery_article_row_dup_item:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the article that it shows
 */
ChanceryArticleItem *
chancery_article_row_dup_item (ChanceryArticleRow *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ROW (self), NULL);

  return g_signal_group_dup_target (self->item_signals);
}
