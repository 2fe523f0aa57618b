/* chancery-reader-pointer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-private.h"

#include <glib/gi18n.h>

#include "chancery-highlight-toolbar.h"

#define MAX_MENU_CHARS 40

/* The rectangle of a passage's first line in the reader. */
void
chancery_reader_get_area (ChanceryReader *self,
                          guint           start,
                          guint           end,
                          GdkRectangle   *area)
{
  graphene_point_t point;

  chancery_reader_text_get_area (self->text, start, end, area);
  if (gtk_widget_compute_point (GTK_WIDGET (self->text),
                                GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y),
                                &point))
    {
      area->x = (int) point.x;
      area->y = (int) point.y;
    }
}

void
chancery_reader_popdown_toolbar (ChanceryReader *self)
{
  if (self->toolbar != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->toolbar));
}

static void
popup_toolbar (ChanceryReader *self)
{
  g_autoptr (ChanceryNote) note = NULL;
  ChanceryPassage passage;
  GdkRectangle area, last;
  gboolean shrinks = FALSE;
  guint start, end;

  if (self->article == NULL || !chancery_reader_text_get_selection (self->text, &start, &end))
    return;

  if (self->toolbar == NULL)
    {
      self->toolbar = chancery_highlight_toolbar_new ();
      gtk_widget_set_parent (self->toolbar, GTK_WIDGET (self));
    }

  chancery_reader_get_area (self, start, end, &area);
  chancery_reader_get_area (self, MAX (start, end - 1), end, &last);
  note = chancery_reader_dup_note_to_fit (self, &passage, &shrinks);
  chancery_highlight_toolbar_set_fitting (CHANCERY_HIGHLIGHT_TOOLBAR (self->toolbar), note != NULL, shrinks);

  /* Of several lines, the toolbar is above the first or, if that is out of sight, below the last. */
  if (area.y < gtk_widget_get_height (GTK_WIDGET (self->find_bar)))
    {
      area = last;
      area.y = MIN (area.y, gtk_widget_get_height (GTK_WIDGET (self)) - area.height);
      gtk_popover_set_position (GTK_POPOVER (self->toolbar), GTK_POS_BOTTOM);
    }
  else
    gtk_popover_set_position (GTK_POPOVER (self->toolbar), GTK_POS_TOP);

  gtk_popover_set_pointing_to (GTK_POPOVER (self->toolbar), &area);
  gtk_popover_popup (GTK_POPOVER (self->toolbar));
}

static void
popover_closed_cb (ChanceryReader *self)
{
  if (self->text != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
emit_state (ChanceryReader       *self,
            ChanceryReaderSignal  signal)
{
  const ChanceryMention *mention = chancery_reader_get_mention (self, self->ring_mention);

  if (mention != NULL)
    g_signal_emit (self, chancery_reader_signals[signal], 0, mention->iso);
}

static void
show_state_cb (ChanceryReader *self)
{
  emit_state (self, CHANCERY_READER_SIGNAL_SHOW_STATE);
}

static void
open_state_cb (ChanceryReader *self)
{
  emit_state (self, CHANCERY_READER_SIGNAL_OPEN_STATE);
}

/* Goes to the same state's next or previous mention, around the end if need be. */
static void
step_state_cb (ChanceryReader *self,
               int             direction)
{
  const ChancerySpanIndex *index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS);
  guint size, position;
  guint16 style;

  if (index == NULL || self->ring_mention >= chancery_span_index_get_size (index))
    return;

  size = chancery_span_index_get_size (index);
  style = chancery_span_index_get (index, self->ring_mention)->style;
  position = self->ring_mention;
  do
    position = (position + (direction > 0 ? 1 : size - 1)) % size;
  while (chancery_span_index_get (index, position)->style != style);

  chancery_reader_popup_mention (self, position);
}

void
chancery_reader_popup_mention (ChanceryReader *self,
                               guint           mention)
{
  const ChancerySpanIndex *index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS);
  const ChancerySpan *span = chancery_span_index_get (index, mention);
  const ChanceryMention *data = span->data;
  ChanceryState *state =
    self->catalogue != NULL ? chancery_catalogue_lookup_state (self->catalogue, data->iso) : NULL;
  ChanceryMentionPopover *popover;
  ChanceryDate published;
  guint position, n_mentions;
  GdkRectangle area;

  chancery_reader_popdown_toolbar (self);
  chancery_reader_focus_mention (self, mention);
  if (state == NULL)
    return;

  if (self->mention_popover == NULL)
    {
      self->mention_popover = chancery_mention_popover_new ();
      gtk_widget_set_parent (self->mention_popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->mention_popover, "closed", G_CALLBACK (popover_closed_cb), self);
      g_signal_connect_swapped (self->mention_popover, "step", G_CALLBACK (step_state_cb), self);
      g_signal_connect_swapped (self->mention_popover, "show-state", G_CALLBACK (show_state_cb), self);
      g_signal_connect_swapped (self->mention_popover, "open-state", G_CALLBACK (open_state_cb), self);
    }

  popover = CHANCERY_MENTION_POPOVER (self->mention_popover);
  published = chancery_article_get_published (self->article);
  chancery_mention_popover_set_state (popover,
                                      state,
                                      self->organisation,
                                      published,
                                      chancery_date_is_set (self->as_of_date) ? self->as_of_date : published);
  n_mentions = chancery_reader_count_mentions (self, mention, &position);
  chancery_mention_popover_set_count (popover, position, n_mentions);

  chancery_reader_get_area (self, span->start, span->end, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
popup_model (ChanceryReader     *self,
             GMenuModel         *model,
             const GdkRectangle *area)
{
  chancery_reader_popdown_toolbar (self);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (popover_closed_cb), self);
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Lets the user choose among notes that overlap at a place. */
void
chancery_reader_popup_notes (ChanceryReader *self,
                             GPtrArray      *notes,
                             guint           offset)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GdkRectangle area;

  for (guint i = notes->len; i > 0; i--)
    {
      ChanceryNote *note = g_ptr_array_index (notes, i - 1);
      const char *body = chancery_note_get_body (note);
      const char *words = body != NULL && *body != '\0' ? body : chancery_note_get_selector (note)->exact;
      g_autofree char *excerpt = g_utf8_strlen (words, -1) > MAX_MENU_CHARS
                                   ? g_utf8_truncate_middle (words, MAX_MENU_CHARS)
                                   : g_strdup (words);
      /* Translators: a note in a menu: its colour, and its words */
      g_autofree char *label =
        g_strdup_printf (C_("note", "%s: %s"), chancery_colour_namer_get_name (GTK_WIDGET (self), chancery_note_get_colour (note)), excerpt);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "reader.activate-note", "s", chancery_note_get_uid (note));
      g_menu_append_item (menu, item);
    }

  chancery_reader_get_area (self, offset, offset + 1, &area);
  popup_model (self, G_MENU_MODEL (menu), &area);
}

void
chancery_reader_popup_menu (ChanceryReader     *self,
                            const GdkRectangle *area)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) colours = g_menu_new ();
  g_autoptr (GMenu) notes = g_menu_new ();
  g_autoptr (GMenu) editing = g_menu_new ();
  g_autoptr (ChanceryNote) note = NULL;
  gsize start_bytes, end_bytes;
  gboolean selected = chancery_reader_get_passage (self, &start_bytes, &end_bytes);

  if (!selected)
    note = chancery_reader_dup_current_note (self);

  if (selected || note != NULL)
    {
      for (ChanceryColour colour = 0; colour < CHANCERY_N_COLOURS; colour++)
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (chancery_colour_namer_get_name (GTK_WIDGET (self), colour), NULL);

          g_menu_item_set_action_and_target (item, "reader.highlight", "i", (gint32) colour);
          g_menu_append_item (colours, item);
        }
      g_menu_append_submenu (notes, selected ? _("_Highlight") : _("_Colour"), G_MENU_MODEL (colours));
      if (selected)
        g_menu_append (notes, _("Highlight _Everywhere"), "reader.highlight-all");
      if (selected)
        chancery_reader_append_fitting (self, notes);
      else
        chancery_reader_append_reshaping (self, note, notes);
      g_menu_append (notes, selected ? _("Add _Note") : _("Edit _Note"), "reader.annotate");
      g_menu_append (notes, C_("menu", "_Link…"), "win.link-passage");
      if (note != NULL)
        g_menu_append (notes, _("_Remove Highlight"), "reader.remove-note");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (notes));
    }

  if (selected)
    g_menu_append (editing, _("_Copy"), "reader.copy");
  if (selected || note != NULL)
    g_menu_append (editing, _("Copy as _Quotation"), "reader.copy-quotation");
  g_menu_append (editing, _("Select _All"), "reader.select-all");
  g_menu_append (editing, _("_Find in Article…"), "reader.find");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (editing));

  popup_model (self, G_MENU_MODEL (menu), area);
}

static void
click (ChanceryReader *self,
       double          x,
       double          y)
{
  g_autoptr (GPtrArray) notes = NULL;
  guint offset, mention, from, to;

  if (self->article == NULL || chancery_reader_text_get_selection (self->text, &from, &to))
    return;

  if (!chancery_reader_text_get_offset_at (self->text, x, y, &offset))
    {
      self->ring_mention = G_MAXUINT;
      chancery_reader_text_set_ring (self->text, 0, 0);
      return;
    }

  mention = chancery_reader_find_mention_at (self, offset);
  notes = chancery_reader_dup_notes_at (self, offset);

  if (notes->len == 1)
    chancery_reader_activate_note (self, g_ptr_array_index (notes, 0));
  else if (notes->len == 0)
    chancery_reader_set_active_note (self, NULL);

  if (mention != G_MAXUINT)
    chancery_reader_popup_mention (self, mention);
  else
    {
      self->ring_mention = G_MAXUINT;
      chancery_reader_text_set_ring (self->text, 0, 0);
      if (notes->len > 1)
        chancery_reader_popup_notes (self, notes, offset);
    }
}

static void
click_released_cb (ChanceryReader  *self,
                   int              n_press,
                   double           x,
                   double           y,
                   GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  /* With a modifier, a click extends the selection. */
  if (n_press == 1 && (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    click (self, x, y);
}

static void
menu_pressed_cb (ChanceryReader  *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  graphene_point_t point;
  guint offset, from, to;

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));

  /* The menu is about what is under the pointer, unless that is the selection. */
  if (chancery_reader_text_get_offset_at (self->text, x, y, &offset) &&
      (!chancery_reader_text_get_selection (self->text, &from, &to) || offset < from || offset >= to))
    chancery_reader_text_place_caret (self->text, offset);

  if (gtk_widget_compute_point (GTK_WIDGET (self->text),
                                GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                &point))
    chancery_reader_popup_menu (self, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
}

/* The text view takes a drag for itself, so that its end can only be seen from here. */
static gboolean
event_cb (ChanceryReader           *self,
          GdkEvent                 *event,
          GtkEventControllerLegacy *controller)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS)
    chancery_reader_popdown_toolbar (self);
  else if ((type == GDK_BUTTON_RELEASE && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY) ||
           type == GDK_TOUCH_END)
    popup_toolbar (self);

  return GDK_EVENT_PROPAGATE;
}

static void
motion_cb (ChanceryReader *self,
           double          x,
           double          y)
{
  gboolean active = FALSE;
  ChanceryPassageEdge edge;
  graphene_point_t aim;
  guint offset;

  if (chancery_reader_find_handle (self, x, y, &edge, &aim))
    {
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text), "col-resize");
      return;
    }

  if (self->article != NULL && chancery_reader_text_get_offset_at (self->text, x, y, &offset))
    {
      active = chancery_reader_find_mention_at (self, offset) != G_MAXUINT;
      if (!active)
        {
          g_autoptr (GPtrArray) notes = chancery_reader_dup_notes_at (self, offset);

          active = notes->len > 0;
        }
    }

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text), active ? "pointer" : "text");
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  return gtk_widget_activate_action (widget, "reader.menu", NULL);
}

void
chancery_reader_add_controllers (ChanceryReader *self)
{
  GtkWidget *text = GTK_WIDGET (self->text);
  GtkGesture *gesture;
  GtkEventController *controller;
  GtkEventController *keys;

  chancery_reader_add_drag (self);
  chancery_reader_add_handles (self);

  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (gesture, "released", G_CALLBACK (click_released_cb), self);
  gtk_widget_add_controller (text, GTK_EVENT_CONTROLLER (gesture));

  /* In place of the text view's own menu, which is about editing. */
  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (text, GTK_EVENT_CONTROLLER (gesture));

  keys = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"), gtk_callback_action_new (menu_key_cb, NULL, NULL)));
  gtk_widget_add_controller (text, keys);

  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  g_signal_connect_swapped (controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (text, controller);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (text, controller);
}
