/* chancery-placing-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-placing-bar.h"

#include <glib/gi18n.h>

#include "notes/chancery-note-text.h"

#define MAX_QUOTATION_CHARS 80

struct _ChanceryPlacingBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (ChanceryPlacingBar, chancery_placing_bar, GTK_TYPE_WIDGET)

static void
chancery_placing_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_PLACING_BAR);

  G_OBJECT_CLASS (chancery_placing_bar_parent_class)->dispose (object);
}

static void
chancery_placing_bar_class_init (ChanceryPlacingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_placing_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/revisions/chancery-placing-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryPlacingBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, ChanceryPlacingBar, message);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_placing_bar_init (ChanceryPlacingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * chancery_placing_bar_set_note:
 * @self: a bar
 * @note: (nullable): the note that is to be placed; %NULL to hide the bar
 */
void
chancery_placing_bar_set_note (ChanceryPlacingBar *self,
                               ChanceryNote       *note)
{
  const ChancerySelector *selector = note != NULL ? chancery_note_get_selector (note) : NULL;
  const char *words = selector != NULL && selector->exact != NULL ? selector->exact : "";
  g_autofree char *quotation = chancery_note_text_shorten (words, MAX_QUOTATION_CHARS);
  g_autofree char *message = NULL;

  g_return_if_fail (CHANCERY_IS_PLACING_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, note != NULL);
  if (note == NULL)
    return;

  /* Translators: %s is the passage that a note was on in an older text */
  message = g_strdup_printf (_("Select the passage for the note on “%s”, then press Ctrl+Enter."), quotation);
  gtk_label_set_label (self->message, message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
