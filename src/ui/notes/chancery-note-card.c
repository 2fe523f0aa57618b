/* chancery-note-card.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chancery-colour-mark.h"
#include "chancery-colour-namer.h"
#include "chancery-due.h"
#include "chancery-note-text.h"
#include "links/chancery-link-list.h"
#include "links/chancery-link-words.h"
#include "revisions/chancery-note-place.h"

/* What a card shows of a long text; the editor and the reader show all. */
#define MAX_QUOTATION_CHARS 400
#define MAX_BODY_CHARS 1500

struct _ChanceryNoteCard
{
  GtkWidget parent_instance;

  ChanceryNote *note; /* (owned) (nullable) */
  ChanceryCatalogue *catalogue; /* (owned) (nullable) */
  ChanceryLinkLoader *loader; /* (owned) (nullable) */
  gulong note_handler;
  gulong loader_handler;
  guint update_source;
  gboolean is_unsaved;
  gboolean has_menu;
  char *summary;

  GtkWidget *box;
  ChanceryColourMark *mark;
  GtkWidget *content;
  GtkLabel *heading;
  GtkWidget *menu;
  GtkLabel *quotation;
  GtkLabel *body;
  GtkWidget *tags;
  GtkWidget *notice; /* (nullable): made when it is needed, like the next three */
  GtkWidget *due;
  GtkWidget *outcome;
  GtkWidget *links;
  GtkWidget *editor; /* (owned) (nullable) */
};

typedef enum
{
  PROP_SUMMARY = 1,
} ChanceryNoteCardProps;

static GParamSpec *props[PROP_SUMMARY + 1];

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_MENU_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryNoteCard, chancery_note_card, GTK_TYPE_WIDGET)

static void
show_heading (ChanceryNoteCard *self)
{
  const char *kind = chancery_note_get_label (self->note);
  g_autofree char *states = chancery_note_dup_state_names (self->note, self->catalogue);
  /* Translators: the first line of a note: its kind and the states that it is about */
  g_autofree char *heading = states != NULL ? g_strdup_printf (C_("note's heading", "%1$s · %2$s"), kind, states)
                                            : g_strdup (kind);
  g_autoptr (PangoAttrList) attributes = NULL;
  const char *found = g_strstr_len (heading, -1, kind);

  if (found != NULL)
    {
      PangoAttribute *upper = pango_attr_text_transform_new (PANGO_TEXT_TRANSFORM_UPPERCASE);

      attributes = pango_attr_list_new ();
      upper->start_index = (guint) (found - heading);
      upper->end_index = upper->start_index + (guint) strlen (kind);
      pango_attr_list_insert (attributes, upper);
    }

  gtk_label_set_attributes (self->heading, attributes);
  gtk_label_set_label (self->heading, heading);
}

static void
show_quotation (ChanceryNoteCard *self)
{
  const ChancerySelector *selector = chancery_note_get_selector (self->note);
  g_autofree char *text = NULL;

  if (selector != NULL && selector->exact != NULL)
    text = chancery_note_text_shorten (selector->exact, MAX_QUOTATION_CHARS);

  gtk_widget_set_visible (GTK_WIDGET (self->quotation), text != NULL);
  gtk_label_set_label (self->quotation, text != NULL ? text : "");
  if (text != NULL && chancery_note_text_suits_italics (text))
    gtk_widget_add_css_class (GTK_WIDGET (self->quotation), "italic");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->quotation), "italic");
}

static void
show_body (ChanceryNoteCard *self)
{
  const char *body = chancery_note_get_body (self->note);
  const char *end = body;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < MAX_BODY_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  shown = g_strndup (body, (gsize) (end - body));

  gtk_widget_set_visible (GTK_WIDGET (self->body), *shown != '\0' && self->editor == NULL);
  gtk_label_set_label (self->body, shown);
}

/* Chips are kept from one note to the next; those too many are hidden. */
static void
show_tags (ChanceryNoteCard *self)
{
  const char * const *tags = chancery_note_get_tags (self->note);
  GtkWidget *chip = gtk_widget_get_first_child (self->tags);

  gtk_widget_set_visible (self->tags, tags[0] != NULL && self->editor == NULL);

  for (gsize i = 0; tags[i] != NULL; i++)
    {
      if (chip == NULL)
        {
          chip = gtk_label_new (NULL);
          gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
          gtk_widget_add_css_class (chip, "tag");
          adw_wrap_box_append (ADW_WRAP_BOX (self->tags), chip);
        }
      gtk_label_set_label (GTK_LABEL (chip), tags[i]);
      gtk_widget_set_visible (chip, TRUE);
      chip = gtk_widget_get_next_sibling (chip);
    }
  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    gtk_widget_set_visible (chip, FALSE);
}

static void
show_notice (ChanceryNoteCard *self)
{
  const gboolean is_unsure = !self->is_unsaved && chancery_note_has_unsure_place (self->note);
  g_autofree char *place = is_unsure ? chancery_note_dup_place_label (self->note) : NULL;
  const char *text = place;

  if (self->is_unsaved)
    text = _("Your changes could not be saved yet");
  else if (chancery_note_get_orphan (self->note))
    text = _("Its passage is no longer in the text");

  if (text == NULL && self->notice == NULL)
    return;

  if (self->notice == NULL)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      self->notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (self->notice), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_box_append (GTK_BOX (self->notice), label);
      gtk_widget_add_css_class (self->notice, "note-notice");
      gtk_box_insert_child_after (GTK_BOX (self->content), self->notice, GTK_WIDGET (self->quotation));
    }

  if (is_unsure)
    gtk_widget_add_css_class (self->notice, "quiet");
  else
    gtk_widget_remove_css_class (self->notice, "quiet");
  gtk_widget_set_visible (gtk_widget_get_first_child (self->notice), !is_unsure);
  gtk_widget_set_tooltip_text (self->notice, is_unsure ? _("The text changed, and the passage was found again in it. Press C "
                                                           "on the note to confirm that it is the right one.") : NULL);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (self->notice)), text != NULL ? text : "");
  gtk_widget_set_visible (self->notice, text != NULL);
}

static void
show_due (ChanceryNoteCard *self)
{
  const ChanceryDate today = chancery_due_get_today ();
  const gboolean is_overdue = chancery_note_get_due_status (self->note, today) == CHANCERY_DUE_OVERDUE;
  g_autofree char *text = self->editor == NULL ? chancery_note_dup_due_text (self->note, today) : NULL;

  if (text == NULL && self->due == NULL)
    return;

  if (self->due == NULL)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      self->due = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (self->due), gtk_image_new ());
      gtk_box_append (GTK_BOX (self->due), label);
      gtk_widget_add_css_class (self->due, "note-due");
      gtk_box_insert_child_after (GTK_BOX (self->content), self->due, GTK_WIDGET (self->body));
    }

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (self->due)),
                                is_overdue ? "dialog-warning-symbolic" : "x-office-calendar-symbolic");
  if (is_overdue)
    gtk_widget_add_css_class (self->due, "overdue");
  else
    gtk_widget_remove_css_class (self->due, "overdue");
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (self->due)), text != NULL ? text : "");
  gtk_widget_set_visible (self->due, text != NULL);
}

static void
show_outcome (ChanceryNoteCard *self)
{
  const ChanceryOutcome outcome = self->editor == NULL ? chancery_note_get_outcome (self->note) : CHANCERY_OUTCOME_NONE;

  if (outcome == CHANCERY_OUTCOME_NONE && self->outcome == NULL)
    return;

  if (self->outcome == NULL)
    {
      self->outcome = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (self->outcome), gtk_image_new ());
      gtk_box_append (GTK_BOX (self->outcome), gtk_label_new (NULL));
      gtk_widget_add_css_class (self->outcome, "note-outcome");
      gtk_box_insert_child_after (GTK_BOX (self->content), self->outcome, gtk_widget_get_first_child (self->content));
    }

  gtk_widget_set_visible (self->outcome, outcome != CHANCERY_OUTCOME_NONE);
  if (outcome == CHANCERY_OUTCOME_NONE)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (self->outcome)), chancery_outcome_get_icon (outcome));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (self->outcome)), chancery_outcome_get_name (outcome));
  gtk_widget_set_css_classes (self->outcome, (const char *[]) {
    "note-outcome",
    outcome == CHANCERY_OUTCOME_BORNE_OUT ? "success" : outcome == CHANCERY_OUTCOME_REFUTED ? "error" : "warning",
    NULL });
}

static void
show_links (ChanceryNoteCard *self)
{
  const ChanceryLinkEnds *ends =
    self->loader != NULL && self->editor == NULL ? chancery_link_loader_get (self->loader, chancery_note_get_uid (self->note))
                                                 : NULL;
  const gboolean has_links = ends != NULL && ends->ends->len > 0;

  if (!has_links && self->links == NULL)
    return;

  if (self->links == NULL)
    {
      self->links = chancery_link_list_new ();
      gtk_box_insert_child_after (GTK_BOX (self->content), self->links, self->tags);
    }
  chancery_link_list_set_ends (CHANCERY_LINK_LIST (self->links), chancery_note_get_uid (self->note), FALSE, ends);
  gtk_widget_set_visible (self->links, has_links);
}

static void
update (ChanceryNoteCard *self)
{
  g_autofree char *summary = NULL;
  gboolean is_placeholder;

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->note == NULL)
    return;

  /* An item of a list whose page has not been read yet. */
  is_placeholder = *chancery_note_get_uid (self->note) == '\0';
  gtk_widget_set_visible (self->content, !is_placeholder);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), !is_placeholder);
  if (is_placeholder)
    gtk_widget_add_css_class (self->box, "placeholder");
  else
    gtk_widget_remove_css_class (self->box, "placeholder");

  if (!is_placeholder)
    {
      chancery_colour_mark_set_colour (self->mark, chancery_note_get_colour (self->note));
      show_heading (self);
      show_quotation (self);
      show_body (self);
      show_tags (self);
      show_due (self);
      show_outcome (self);
      show_links (self);
      show_notice (self);
      summary = chancery_note_dup_accessible_label (
        self->note, chancery_colour_namer_get_name (GTK_WIDGET (self), chancery_note_get_colour (self->note)),
        self->catalogue);
    }

  if (g_set_str (&self->summary, summary))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static gboolean
update_cb (gpointer user_data)
{
  ChanceryNoteCard *self = CHANCERY_NOTE_CARD (user_data);

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Several properties change at once, so look at them once. */
static void
note_changed_cb (ChanceryNoteCard *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GTK_PRIORITY_RESIZE, update_cb, self, NULL);
}

static void
menu_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  ChanceryNoteCard *self = CHANCERY_NOTE_CARD (user_data);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (gtk_widget_compute_bounds (self->menu, GTK_WIDGET (self), &bounds))
    g_signal_emit (self, signals[SIGNAL_MENU_REQUESTED], 0,
                   (double) (bounds.origin.x + bounds.size.width / 2),
                   (double) (bounds.origin.y + bounds.size.height));
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             gpointer         user_data)
{
  ChanceryNoteCard *self = CHANCERY_NOTE_CARD (user_data);

  /* With a modifier, it is selected and nothing else. */
  if (n_press == 1 && self->editor == NULL && gtk_widget_contains (GTK_WIDGET (self), x, y) &&
      !(gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) &
        (GDK_SHIFT_MASK | GDK_CONTROL_MASK)))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
secondary_pressed_cb (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      gpointer         user_data)
{
  ChanceryNoteCard *self = CHANCERY_NOTE_CARD (user_data);

  if (self->editor != NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU_REQUESTED], 0, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 gpointer             user_data)
{
  ChanceryNoteCard *self = CHANCERY_NOTE_CARD (user_data);

  if (self->editor != NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU_REQUESTED], 0, x, y);
}

static void
chancery_note_card_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((ChanceryNoteCardProps) prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_string (value, CHANCERY_NOTE_CARD (object)->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_note_card_dispose (GObject *object)
{
  ChanceryNoteCard *self = CHANCERY_NOTE_CARD (object);

  chancery_note_card_set_note (self, NULL, NULL);
  chancery_note_card_set_link_loader (self, NULL);
  if (self->box != NULL)
    chancery_note_card_set_editor (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_NOTE_CARD);

  G_OBJECT_CLASS (chancery_note_card_parent_class)->dispose (object);
}

static void
chancery_note_card_finalize (GObject *object)
{
  ChanceryNoteCard *self = CHANCERY_NOTE_CARD (object);

  g_free (self->summary);

  G_OBJECT_CLASS (chancery_note_card_parent_class)->finalize (object);
}

static void
chancery_note_card_class_init (ChanceryNoteCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_note_card_get_property;
  object_class->dispose = chancery_note_card_dispose;
  object_class->finalize = chancery_note_card_finalize;

  /**
   * ChanceryNoteCard:summary:
   *
   * The note as it is read out.
   */
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryNoteCard::activated:
   *
   * The card was clicked.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryNoteCard::menu-requested:
   * @x: where, in the card
   * @y: where, in the card
   *
   * The user wants to see what can be done with the note.
   */
  signals[SIGNAL_MENU_REQUESTED] = g_signal_new ("menu-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  g_type_ensure (CHANCERY_TYPE_COLOUR_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/notes/chancery-note-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteCard, box);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteCard, mark);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteCard, content);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteCard, heading);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteCard, menu);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteCard, quotation);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteCard, body);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteCard, tags);
  gtk_widget_class_bind_template_callback (widget_class, menu_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "notecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_note_card_init (ChanceryNoteCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  self->has_menu = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
}

GtkWidget *
chancery_note_card_new (void)
{
  return g_object_new (CHANCERY_TYPE_NOTE_CARD, NULL);
}

/**
 * chancery_note_card_get_note:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the note that it shows
 */
ChanceryNote *
chancery_note_card_get_note (ChanceryNoteCard *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_CARD (self), NULL);

  return self->note;
}

/**
 * chancery_note_card_set_note:
 * @self: a card
 * @note: (nullable): what to show, and to follow
 * @catalogue: (nullable): where the names of states are
 */
void
chancery_note_card_set_note (ChanceryNoteCard  *self,
                             ChanceryNote      *note,
                             ChanceryCatalogue *catalogue)
{
  g_return_if_fail (CHANCERY_IS_NOTE_CARD (self));
  g_return_if_fail (note == NULL || CHANCERY_IS_NOTE (note));

  if (self->note != NULL)
    g_clear_signal_handler (&self->note_handler, self->note);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_set_object (&self->note, note);
  g_set_object (&self->catalogue, catalogue);
  if (note == NULL)
    return;

  self->note_handler = g_signal_connect_swapped (note, "notify", G_CALLBACK (note_changed_cb), self);
  update (self);
}

static void
links_changed_cb (ChanceryNoteCard *self)
{
  if (self->note != NULL)
    note_changed_cb (self);
}

/**
 * chancery_note_card_set_link_loader:
 * @self: a card
 * @loader: (nullable): what knows what notes are linked with; %NULL to show the
 *   outcome alone
 */
void
chancery_note_card_set_link_loader (ChanceryNoteCard   *self,
                                    ChanceryLinkLoader *loader)
{
  g_return_if_fail (CHANCERY_IS_NOTE_CARD (self));

  if (self->loader == loader)
    return;

  if (self->loader != NULL)
    g_clear_signal_handler (&self->loader_handler, self->loader);
  g_set_object (&self->loader, loader);
  if (loader != NULL)
    self->loader_handler = g_signal_connect_swapped (loader, "changed", G_CALLBACK (links_changed_cb), self);
}

/**
 * chancery_note_card_get_editor:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the editor that it gives its place to
 */
GtkWidget *
chancery_note_card_get_editor (ChanceryNoteCard *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_CARD (self), NULL);

  return self->editor;
}

/**
 * chancery_note_card_set_editor:
 * @self: a card
 * @editor: (nullable): a widget to show instead of the note's words
 */
void
chancery_note_card_set_editor (ChanceryNoteCard *self,
                               GtkWidget        *editor)
{
  g_return_if_fail (CHANCERY_IS_NOTE_CARD (self));
  g_return_if_fail (editor == NULL || GTK_IS_WIDGET (editor));

  if (self->editor == editor)
    return;

  if (self->editor != NULL)
    gtk_box_remove (GTK_BOX (self->content), self->editor);
  g_set_object (&self->editor, editor);
  if (editor != NULL)
    gtk_box_append (GTK_BOX (self->content), editor);

  gtk_widget_set_visible (self->menu, editor == NULL && self->has_menu);
  update (self);
}

/**
 * chancery_note_card_set_has_menu:
 * @self: a card
 * @has_menu: whether it offers a menu
 */
void
chancery_note_card_set_has_menu (ChanceryNoteCard *self,
                                 gboolean          has_menu)
{
  g_return_if_fail (CHANCERY_IS_NOTE_CARD (self));

  self->has_menu = has_menu;
  gtk_widget_set_visible (self->menu, self->editor == NULL && has_menu);
}

/**
 * chancery_note_card_set_unsaved:
 * @self: a card
 * @unsaved: whether there are changes of the note that could not be saved
 */
void
chancery_note_card_set_unsaved (ChanceryNoteCard *self,
                                gboolean          unsaved)
{
  g_return_if_fail (CHANCERY_IS_NOTE_CARD (self));

  if (self->is_unsaved == unsaved)
    return;

  self->is_unsaved = unsaved;
  update (self);
}
