/* chancery-version-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-version-text.h"

#include <adwaita.h>

struct _ChanceryVersionText
{
  GtkWidget parent_instance;

  GtkWidget *above;
  GtkWidget *scroller;
  GtkLabel *taken_in;
  GtkButton *restore;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (ChanceryVersionText, chancery_version_text, GTK_TYPE_WIDGET)

static void
chancery_version_text_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_VERSION_TEXT);

  G_OBJECT_CLASS (chancery_version_text_parent_class)->dispose (object);
}

static gboolean
chancery_version_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CHANCERY_VERSION_TEXT (widget)->view));
}

static void
chancery_version_text_class_init (ChanceryVersionTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_version_text_dispose;
  widget_class->grab_focus = chancery_version_text_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/revisions/chancery-version-text.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionText, above);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionText, scroller);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionText, taken_in);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionText, restore);
  gtk_widget_class_bind_template_child (widget_class, ChanceryVersionText, view);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_version_text_init (ChanceryVersionText *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_create_tag (buffer, "headline", "weight", 800, "scale", 1.4, "pixels-below-lines", 10, NULL);
  gtk_text_buffer_create_tag (buffer, "above", "weight", 600, "pixels-below-lines", 10, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", 700, "scale", 1.1, NULL);
  gtk_text_buffer_create_tag (buffer, "text", NULL);
}

static void
add_line (ChanceryVersionText *self,
          const char          *line,
          const char          *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter end;

  if (line == NULL || *line == '\0')
    return;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (!gtk_text_iter_is_start (&end))
    gtk_text_buffer_insert (buffer, &end, "\n", 1);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, line, -1, tag, NULL);
}

/**
 * chancery_version_text_show:
 * @self: a view
 * @version: which version
 * @article: the article as it was then
 *
 * Shows a version from its beginning.
 */
void
chancery_version_text_show (ChanceryVersionText *self,
                            ChanceryVersion     *version,
                            ChanceryArticle     *article)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  g_return_if_fail (CHANCERY_IS_VERSION_TEXT (self));
  g_return_if_fail (CHANCERY_IS_VERSION (version));
  g_return_if_fail (CHANCERY_IS_ARTICLE (article));

  gtk_label_set_label (self->taken_in, chancery_version_get_subtitle (version));
  gtk_widget_set_visible (GTK_WIDGET (self->restore), !chancery_version_get_is_current (version));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->restore), "u", chancery_version_get_number (version));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chancery_version_get_title (version), -1);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_text (buffer, "", 0);
  add_line (self, chancery_article_get_kicker (article), "above");
  add_line (self, chancery_article_get_headline (article), "headline");
  add_line (self, chancery_article_get_standfirst (article), "above");
  add_line (self, chancery_article_get_byline (article), "text");
  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);

      add_line (self, block->text, block->kind == CHANCERY_BLOCK_KIND_HEADING ? "heading" : "text");
    }
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_to_iter (self->view, &start, 0, FALSE, 0, 0);
}
