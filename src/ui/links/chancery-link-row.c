/* chancery-link-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-link-row.h"

#include <glib/gi18n.h>

#include "chancery-enum-types.h"
#include "chancery-link-words.h"

struct _ChanceryLinkRow
{
  GtkButton parent_instance;

  GtkImage *icon;
  GtkLabel *caption;
  GtkLabel *text;
  GtkWidget *menu; /* (nullable): made when it is needed */
  GActionGroup *actions; /* (owned) */

  /* The link as whoever has it has it. */
  char *owner_uid;
  ChanceryLinkRelation relation;
  char *target_note_uid;
  char *target_article_uid;
  /* Where a click goes; empty for nowhere. */
  char *note_uid;
  char *article_uid;
};

G_DEFINE_FINAL_TYPE (ChanceryLinkRow, chancery_link_row, GTK_TYPE_BUTTON)

static void
open_link (ChanceryLinkRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "(ss)", self->note_uid, self->article_uid);
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  open_link (CHANCERY_LINK_ROW (user_data));
}

static void
remove_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ChanceryLinkRow *self = CHANCERY_LINK_ROW (user_data);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.remove-link", "(ssss)", self->owner_uid,
                              chancery_enum_to_nick (CHANCERY_TYPE_LINK_RELATION, (int) self->relation),
                              self->target_note_uid, self->target_article_uid);
}

static void
show_menu (ChanceryLinkRow *self,
           double           x,
           double           y)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenu) model = g_menu_new ();

      g_menu_append (model, C_("menu", "_Open Link"), "link.open");
      g_menu_append (model, C_("menu", "_Remove Link"), "link.remove");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (CHANCERY_LINK_ROW (user_data), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 gpointer             user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (CHANCERY_LINK_ROW (user_data), x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  show_menu (CHANCERY_LINK_ROW (widget), (double) gtk_widget_get_width (widget) / 2,
             (double) gtk_widget_get_height (widget) / 2);

  return GDK_EVENT_STOP;
}

static gboolean
remove_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  remove_action (NULL, NULL, widget);

  return GDK_EVENT_STOP;
}

static void
chancery_link_row_clicked (GtkButton *button)
{
  open_link (CHANCERY_LINK_ROW (button));
}

static void
chancery_link_row_dispose (GObject *object)
{
  ChanceryLinkRow *self = CHANCERY_LINK_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (chancery_link_row_parent_class)->dispose (object);
}

static void
chancery_link_row_finalize (GObject *object)
{
  ChanceryLinkRow *self = CHANCERY_LINK_ROW (object);

  g_free (self->owner_uid);
  g_free (self->target_note_uid);
  g_free (self->target_article_uid);
  g_free (self->note_uid);
  g_free (self->article_uid);

  G_OBJECT_CLASS (chancery_link_row_parent_class)->finalize (object);
}

static void
chancery_link_row_class_init (ChanceryLinkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_link_row_dispose;
  object_class->finalize = chancery_link_row_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = chancery_link_row_clicked;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
  /* Before the card's own keys, which are for the note. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, remove_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
chancery_link_row_init (ChanceryLinkRow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_action },
    { .name = "remove", .activate = remove_action },
  };
  GtkGesture *secondary = gtk_gesture_click_new (), *long_press = gtk_gesture_long_press_new ();
  GSimpleActionGroup *actions = g_simple_action_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  self->caption = add_label (words, "link-caption");
  self->text = add_label (words, "link-text");
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->text, 2);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "note-link");

  self->actions = G_ACTION_GROUP (actions);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "link", self->actions);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
}

GtkWidget *
chancery_link_row_new (void)
{
  return g_object_new (CHANCERY_TYPE_LINK_ROW, NULL);
}

static void
set_words (ChanceryLinkRow       *self,
           const ChanceryLinkEnd *end)
{
  g_autofree char *caption = chancery_link_end_dup_caption (end), *text = chancery_link_end_dup_text (end);
  /* Translators: a link, as a screen reader speaks it: “Borne out by”, and the passage */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), caption, text);

  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->text, text);
  gtk_image_set_from_icon_name (self->icon, end->is_found ? chancery_link_relation_get_icon (end->relation, end->is_backwards)
                                                          : "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (end->is_found)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "broken");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "broken");
}

/**
 * chancery_link_row_set_end:
 * @self: a row
 * @uid: the note or the article that is shown
 * @is_article: whether it is an article
 * @end: what it is linked with
 */
void
chancery_link_row_set_end (ChanceryLinkRow       *self,
                           const char            *uid,
                           gboolean               is_article,
                           const ChanceryLinkEnd *end)
{
  const char *target_note = end->note_uid, *target_article = end->article_uid;

  g_return_if_fail (CHANCERY_IS_LINK_ROW (self));

  if (end->is_backwards)
    {
      target_note = is_article ? NULL : uid;
      target_article = is_article ? uid : NULL;
    }
  self->relation = end->relation;
  g_set_str (&self->owner_uid, end->is_backwards ? end->note_uid : uid);
  g_set_str (&self->target_note_uid, target_note != NULL ? target_note : "");
  g_set_str (&self->target_article_uid, target_article != NULL ? target_article : "");
  g_set_str (&self->note_uid, end->note_uid != NULL && end->is_found ? end->note_uid : "");
  g_set_str (&self->article_uid, end->has_article ? end->article_uid : "");
  set_words (self, end);
}
