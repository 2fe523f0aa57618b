/* chancery-state-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-state-row.h"

#include <glib/gi18n.h>

#include "chancery-flag.h"

struct _ChanceryStateRow
{
  GtkBox parent_instance;

  ChanceryFlag *flag;
  GtkLabel *name;
  GtkLabel *standing;
  GtkLabel *n_notes;
  GtkLabel *n_mentions;

  GtkListItem *list_item; /* (unowned): holds this row */
  GSignalGroup *item_signals;
};

G_DEFINE_FINAL_TYPE (ChanceryStateRow, chancery_state_row, GTK_TYPE_BOX)

/**
 * chancery_state_row_dup_accessible_label:
 * @item: a state
 *
 * Returns: (transfer full): all that the row shows, in words
 */
char *
chancery_state_row_dup_accessible_label (ChanceryStateItem *item)
{
  guint n_mentions = chancery_state_item_get_n_mentions (item);
  guint n_notes = chancery_state_item_get_n_notes (item);
  g_autofree char *standing = chancery_state_item_dup_standing_text (item);
  g_autofree char *mentions = g_strdup_printf (ngettext ("%'u mention", "%'u mentions", n_mentions), n_mentions);
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", n_notes), n_notes);

  /* Translators: a state in the list, as a screen reader speaks it: its name,
   * what it is to the organisation, how often it is mentioned in the article,
   * how many notes there are on it */
  return g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), chancery_state_item_get_display_name (item), standing,
                          mentions, notes);
}

static void
set_count (GtkLabel *label,
           guint     count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
}

static void
update_cb (ChanceryStateRow *self)
{
  g_autoptr (ChanceryStateItem) item = g_signal_group_dup_target (self->item_signals);
  g_autofree char *standing = NULL;
  g_autofree char *label = NULL;

  if (item == NULL)
    return;

  standing = chancery_state_item_dup_standing_text (item);
  label = chancery_state_row_dup_accessible_label (item);
  chancery_flag_set_iso (self->flag, chancery_state_item_get_iso (item));
  gtk_label_set_label (self->name, chancery_state_item_get_display_name (item));
  gtk_label_set_label (self->standing, standing);
  set_count (self->n_notes, chancery_state_item_get_n_notes (item));
  set_count (self->n_mentions, chancery_state_item_get_n_mentions (item));
  gtk_list_item_set_accessible_label (self->list_item, label);
}

static void
chancery_state_row_dispose (GObject *object)
{
  g_clear_object (&CHANCERY_STATE_ROW (object)->item_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_STATE_ROW);

  G_OBJECT_CLASS (chancery_state_row_parent_class)->dispose (object);
}

static void
chancery_state_row_class_init (ChanceryStateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_state_row_dispose;

  g_type_ensure (CHANCERY_TYPE_FLAG);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/states/chancery-state-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryStateRow, flag);
  gtk_widget_class_bind_template_child (widget_class, ChanceryStateRow, name);
  gtk_widget_class_bind_template_child (widget_class, ChanceryStateRow, standing);
  gtk_widget_class_bind_template_child (widget_class, ChanceryStateRow, n_notes);
  gtk_widget_class_bind_template_child (widget_class, ChanceryStateRow, n_mentions);
  gtk_widget_class_set_css_name (widget_class, "staterow");
}

static void
chancery_state_row_init (ChanceryStateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (CHANCERY_TYPE_STATE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (update_cb), self);
}

/**
 * chancery_state_row_new:
 * @list_item: what the row is put into, named by the row for screen readers
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
chancery_state_row_new (GtkListItem *list_item)
{
  ChanceryStateRow *self = g_object_new (CHANCERY_TYPE_STATE_ROW, NULL);

  self->list_item = list_item;
  return GTK_WIDGET (self);
}

/**
 * chancery_state_row_set_item:
 * @self: a row
 * @item: (nullable): the state to show, followed as it changes
 */
void
chancery_state_row_set_item (ChanceryStateRow  *self,
                             ChanceryStateItem *item)
{
  g_return_if_fail (CHANCERY_IS_STATE_ROW (self));

  g_signal_group_set_target (self->item_signals, item);
  update_cb (self);
}

/**
 * chancery_state_row_get_position:
 * @self: a row
 *
 * Returns: where it is in its list
 */
guint
chancery_state_row_get_position (ChanceryStateRow *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE_ROW (self), GTK_INVALID_LIST_POSITION);

  return gtk_list_item_get_position (self->list_item);
}
