/* chancery-orphan-card.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-orphan-card.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chancery-note-place.h"
#include "notes/chancery-colour-mark.h"
#include "notes/chancery-colour-namer.h"
#include "notes/chancery-note-text.h"

#define MAX_QUOTATION_CHARS 300
#define MAX_BODY_CHARS 400

struct _ChanceryOrphanCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  ChanceryColourMark *mark;
  GtkLabel *article;
  GtkLabel *quotation;
  GtkLabel *body;
  GtkStack *place_stack;
  GtkLabel *likelihood;
  GtkLabel *place;
  GtkWidget *attach;

  gboolean show_article;
  ChanceryNote *note; /* (owned) (nullable) */
  char *place_spoken;
  char *summary;
};

typedef enum
{
  PROP_SUMMARY = 1,
} ChanceryOrphanCardProps;

static GParamSpec *props[PROP_SUMMARY + 1];

enum
{
  COMMAND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryOrphanCard, chancery_orphan_card, GTK_TYPE_WIDGET)

static void
update_summary (ChanceryOrphanCard *self)
{
  g_autofree char *summary = NULL;

  if (self->note != NULL && *chancery_note_get_uid (self->note) != '\0')
    {
      g_autofree char *note = chancery_note_dup_accessible_label (
        self->note, chancery_colour_namer_get_name (GTK_WIDGET (self), chancery_note_get_colour (self->note)), NULL);

      summary = g_strconcat (note, C_("separator of sentences", ". "), self->place_spoken, NULL);
    }
  if (g_set_str (&self->summary, summary))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static void
clicked_cb (GtkButton *button,
            gpointer   user_data)
{
  g_signal_emit (gtk_widget_get_ancestor (GTK_WIDGET (button), CHANCERY_TYPE_ORPHAN_CARD), signals[COMMAND], 0,
                 gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
chancery_orphan_card_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((ChanceryOrphanCardProps) prop_id)
    {
    case PROP_SUMMARY:
      g_value_set_string (value, CHANCERY_ORPHAN_CARD (object)->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_orphan_card_dispose (GObject *object)
{
  ChanceryOrphanCard *self = CHANCERY_ORPHAN_CARD (object);

  g_clear_object (&self->note);
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_ORPHAN_CARD);

  G_OBJECT_CLASS (chancery_orphan_card_parent_class)->dispose (object);
}

static void
chancery_orphan_card_finalize (GObject *object)
{
  ChanceryOrphanCard *self = CHANCERY_ORPHAN_CARD (object);

  g_free (self->place_spoken);
  g_free (self->summary);

  G_OBJECT_CLASS (chancery_orphan_card_parent_class)->finalize (object);
}

static void
chancery_orphan_card_class_init (ChanceryOrphanCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_orphan_card_get_property;
  object_class->dispose = chancery_orphan_card_dispose;
  object_class->finalize = chancery_orphan_card_finalize;

  /**
   * ChanceryOrphanCard:summary:
   *
   * The note and its likeliest place as they are read out.
   */
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryOrphanCard::command:
   * @command: what is to be done with the note
   */
  signals[COMMAND] = g_signal_new ("command", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CHANCERY_TYPE_COLOUR_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/revisions/chancery-orphan-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanCard, box);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanCard, mark);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanCard, article);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanCard, quotation);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanCard, body);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanCard, place_stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanCard, likelihood);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanCard, place);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrphanCard, attach);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "orphancard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_orphan_card_init (ChanceryOrphanCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * chancery_orphan_card_new:
 * @show_article: whether to say which article the note is on
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
chancery_orphan_card_new (gboolean show_article)
{
  ChanceryOrphanCard *self = g_object_new (CHANCERY_TYPE_ORPHAN_CARD, NULL);

  self->show_article = show_article;
  return GTK_WIDGET (self);
}

/**
 * chancery_orphan_card_get_note:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the note that it shows
 */
ChanceryNote *
chancery_orphan_card_get_note (ChanceryOrphanCard *self)
{
  g_return_val_if_fail (CHANCERY_IS_ORPHAN_CARD (self), NULL);

  return self->note;
}

/**
 * chancery_orphan_card_set_note:
 * @self: a card
 * @note: (nullable): a note, of which the place isn't known yet
 */
void
chancery_orphan_card_set_note (ChanceryOrphanCard *self,
                               ChanceryNote       *note)
{
  const ChancerySelector *selector;
  g_autofree char *quotation = NULL;
  g_autofree char *body = NULL;

  g_return_if_fail (CHANCERY_IS_ORPHAN_CARD (self));

  g_set_object (&self->note, note);
  if (note == NULL)
    return;

  selector = chancery_note_get_selector (note);
  quotation = chancery_note_text_shorten (selector != NULL && selector->exact != NULL ? selector->exact : "",
                                          MAX_QUOTATION_CHARS);
  body = chancery_note_text_shorten (chancery_note_get_body (note), MAX_BODY_CHARS);
  chancery_colour_mark_set_colour (self->mark, chancery_note_get_colour (note));
  gtk_label_set_label (self->quotation, quotation);
  if (chancery_note_text_suits_italics (quotation))
    gtk_widget_add_css_class (GTK_WIDGET (self->quotation), "italic");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->quotation), "italic");
  gtk_label_set_label (self->body, body);
  gtk_widget_set_visible (GTK_WIDGET (self->body), *body != '\0');
  chancery_orphan_card_set_place (self, NULL);
}

/* The words around it are there to recognise it by. */
static void
show_place (ChanceryOrphanCard        *self,
            const ChanceryOrphanPlace *place)
{
  g_autofree char *text = g_strconcat (place->before, place->passage, place->after, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *all[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      all[i]->start_index = (guint) strlen (place->before);
      all[i]->end_index = all[i]->start_index + (guint) strlen (place->passage);
      pango_attr_list_insert (attributes, all[i]);
    }
  gtk_label_set_attributes (self->place, attributes);
  gtk_label_set_label (self->place, text);
}

/**
 * chancery_orphan_card_set_place:
 * @self: a card
 * @place: (nullable): where the note may belong; %NULL as long as that isn't known
 */
void
chancery_orphan_card_set_place (ChanceryOrphanCard        *self,
                                const ChanceryOrphanPlace *place)
{
  const gboolean found = place != NULL && place->selector != NULL;
  const char *headline = place != NULL ? place->headline : NULL;
  g_autofree char *likelihood = NULL;

  g_return_if_fail (CHANCERY_IS_ORPHAN_CARD (self));

  gtk_stack_set_visible_child_name (self->place_stack, place == NULL ? "looking" : found ? "found" : "nothing");
  gtk_widget_set_visible (self->attach, found);
  gtk_label_set_label (self->article, headline != NULL ? headline : "");
  gtk_widget_set_visible (GTK_WIDGET (self->article), self->show_article && headline != NULL);

  g_clear_pointer (&self->place_spoken, g_free);
  if (found)
    {
      g_autofree char *score = chancery_score_dup_label (place->score);

      if (place->is_replacement)
        likelihood = g_strdup (_("What stands there now"));
      else
        /* Translators: where a note may belong; %s is "43 % sure" */
        likelihood = g_strdup_printf (_("Likeliest place, %s"), score);
      gtk_label_set_label (self->likelihood, likelihood);
      show_place (self, place);
      /* Translators: read out by a screen reader: "Likeliest place, 43 % sure", and the words there */
      self->place_spoken = g_strdup_printf (_("%1$s: %2$s"), likelihood, place->passage);
    }
  else if (place != NULL)
    self->place_spoken = g_strdup (_("Nothing like it is in the text any more"));
  else
    self->place_spoken = g_strdup (_("Looking for its place"));
  update_summary (self);
}
