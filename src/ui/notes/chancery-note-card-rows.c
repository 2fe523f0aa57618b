/* chancery-note-card-rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-card-rows.h"

#include "chancery-note-card.h"

/* Lists of notes to choose from, in sections: cards without a menu. */

/**
 * chancery_note_card_rows_setup:
 * @item: a new item of a list
 * @activated: a handler of the card's "activated"
 * @user_data: data for @activated
 */
void
chancery_note_card_rows_setup (GtkListItem *item,
                               GCallback    activated,
                               gpointer     user_data)
{
  GtkWidget *card = chancery_note_card_new ();

  chancery_note_card_set_has_menu (CHANCERY_NOTE_CARD (card), FALSE);
  g_signal_connect (card, "activated", activated, user_data);
  g_object_bind_property (card, "summary", item, "accessible-label", G_BINDING_DEFAULT);
  gtk_list_item_set_child (item, card);
}

/**
 * chancery_note_card_rows_bind:
 * @item: an item that has a note
 * @catalogue: (nullable): where the states are
 */
void
chancery_note_card_rows_bind (GtkListItem       *item,
                              ChanceryCatalogue *catalogue)
{
  chancery_note_card_set_note (CHANCERY_NOTE_CARD (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                               catalogue);
}

/**
 * chancery_note_card_rows_unbind:
 * @item: an item that loses its note
 */
void
chancery_note_card_rows_unbind (GtkListItem *item)
{
  chancery_note_card_set_note (CHANCERY_NOTE_CARD (gtk_list_item_get_child (item)), NULL, NULL);
}

/**
 * chancery_note_card_rows_setup_header:
 * @header: a new header of a section, whose child will be a label
 */
void
chancery_note_card_rows_setup_header (GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "due-heading");
  gtk_list_header_set_child (header, label);
}
