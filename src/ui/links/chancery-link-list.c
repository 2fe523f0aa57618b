/* chancery-link-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-link-list.h"

#include <glib/gi18n.h>

#include "chancery-link-row.h"

/* What a card shows at first. */
#define MAX_SHOWN 4

struct _ChanceryLinkList
{
  GtkBox parent_instance;

  GtkWidget *rows;
  GtkWidget *more_button;
  GtkWidget *more_label;
  char *uid;
  guint n_ends;
  gboolean has_more;
  gboolean is_expanded;
};

G_DEFINE_FINAL_TYPE (ChanceryLinkList, chancery_link_list, GTK_TYPE_BOX)

/* The focus must not be lost with a row. */
static void
hide_row (GtkWidget *row)
{
  GtkWidget *heir = gtk_widget_get_prev_sibling (row);

  if (!gtk_widget_get_visible (row))
    return;

  if (gtk_widget_has_focus (row))
    {
      for (GtkWidget *parent = row; heir == NULL && parent != NULL; )
        {
          parent = gtk_widget_get_parent (parent);
          if (parent != NULL && gtk_widget_get_focusable (parent))
            heir = parent;
        }
      if (heir != NULL)
        gtk_widget_grab_focus (heir);
    }
  gtk_widget_set_visible (row, FALSE);
}

static void
update_shown (ChanceryLinkList *self)
{
  const guint n_shown = self->is_expanded ? self->n_ends : MIN (self->n_ends, MAX_SHOWN);
  g_autofree char *label = g_strdup_printf (ngettext ("Show %'u More Link", "Show %'u More Links", self->n_ends - n_shown),
                                            self->n_ends - n_shown);
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; row != NULL; i++, row = gtk_widget_get_next_sibling (row))
    if (i < n_shown)
      gtk_widget_set_visible (row, TRUE);
    else
      hide_row (row);

  gtk_button_set_label (GTK_BUTTON (self->more_button), label);
  gtk_widget_set_visible (self->more_button, n_shown < self->n_ends);
  gtk_widget_set_visible (self->more_label, self->has_more && n_shown == self->n_ends);
}

static void
more_clicked_cb (ChanceryLinkList *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  self->is_expanded = TRUE;
  update_shown (self);
  for (guint i = 0; i < MAX_SHOWN && row != NULL; i++)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
chancery_link_list_finalize (GObject *object)
{
  g_free (CHANCERY_LINK_LIST (object)->uid);

  G_OBJECT_CLASS (chancery_link_list_parent_class)->finalize (object);
}

static void
chancery_link_list_class_init (ChanceryLinkListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chancery_link_list_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_link_list_init (ChanceryLinkList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "note-links");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links"), -1);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->more_button = gtk_button_new ();
  gtk_widget_add_css_class (self->more_button, "flat");
  gtk_widget_add_css_class (self->more_button, "note-link");
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->more_button, "clicked", G_CALLBACK (more_clicked_cb), self);
  self->more_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->more_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->more_label), 0);
  gtk_widget_add_css_class (self->more_label, "link-caption");
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->more_button);
  gtk_box_append (GTK_BOX (self), self->more_label);
}

GtkWidget *
chancery_link_list_new (void)
{
  return g_object_new (CHANCERY_TYPE_LINK_LIST, NULL);
}

/**
 * chancery_link_list_set_ends:
 * @self: a list
 * @uid: (nullable): the note or the article that is shown
 * @is_article: whether it is an article
 * @ends: (nullable): what it is linked with; %NULL for nothing. Not kept
 *
 * Rows are kept from one to the next, and so is the focus where links of one change.
 */
void
chancery_link_list_set_ends (ChanceryLinkList       *self,
                             const char             *uid,
                             gboolean                is_article,
                             const ChanceryLinkEnds *ends)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  g_return_if_fail (CHANCERY_IS_LINK_LIST (self));

  if (g_set_str (&self->uid, uid))
    self->is_expanded = FALSE;
  self->n_ends = ends != NULL ? ends->ends->len : 0;
  self->has_more = ends != NULL && ends->has_more;
  gtk_label_set_label (GTK_LABEL (self->more_label), is_article ? _("Still more notes link to this article")
                                                                : _("Still more notes link to this one"));

  for (guint i = 0; i < self->n_ends; i++)
    {
      if (row == NULL)
        {
          row = chancery_link_row_new ();
          gtk_box_append (GTK_BOX (self->rows), row);
        }
      chancery_link_row_set_end (CHANCERY_LINK_ROW (row), uid, is_article, g_ptr_array_index (ends->ends, i));
      row = gtk_widget_get_next_sibling (row);
    }
  update_shown (self);
}
