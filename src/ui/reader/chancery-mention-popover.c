/* chancery-mention-popover.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-mention-popover.h"

#include <glib/gi18n.h>

#include "states/chancery-flag.h"
#include "states/chancery-state-item.h"

struct _ChanceryMentionPopover
{
  GtkPopover parent_instance;

  ChanceryFlag *flag;
  GtkLabel *name;
  GtkLabel *official_name;
  GtkLabel *standing;
  GtkLabel *capital;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *show;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (ChanceryMentionPopover, chancery_mention_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_STEP,
  SIGNAL_SHOW_STATE,
  SIGNAL_OPEN_STATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
previous_cb (ChanceryMentionPopover *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, -1);
}

static void
next_cb (ChanceryMentionPopover *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, 1);
}

static void
show_cb (ChanceryMentionPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_SHOW_STATE], 0);
}

static void
open_cb (ChanceryMentionPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_OPEN_STATE], 0);
}

static void
chancery_mention_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_MENTION_POPOVER);

  G_OBJECT_CLASS (chancery_mention_popover_parent_class)->dispose (object);
}

static void
chancery_mention_popover_class_init (ChanceryMentionPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_mention_popover_dispose;

  g_type_ensure (CHANCERY_TYPE_FLAG);

  /**
   * ChanceryMentionPopover::step:
   * @direction: 1 or -1
   *
   * The state's next or previous mention is asked for.
   */
  signals[SIGNAL_STEP] =
    g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * ChanceryMentionPopover::show-state:
   *
   * The state is to be shown in the list and on the map.
   */
  signals[SIGNAL_SHOW_STATE] =
    g_signal_new ("show-state", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryMentionPopover::open-state:
   *
   * All that is known of the state is to be shown.
   */
  signals[SIGNAL_OPEN_STATE] =
    g_signal_new ("open-state", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/reader/chancery-mention-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, flag);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, name);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, official_name);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, standing);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, capital);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, count);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, previous);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, next);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, show);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMentionPopover, open);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
chancery_mention_popover_init (ChanceryMentionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * chancery_mention_popover_new:
 *
 * Returns: (transfer floating): an empty popover
 */
GtkWidget *
chancery_mention_popover_new (void)
{
  return g_object_new (CHANCERY_TYPE_MENTION_POPOVER, NULL);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * chancery_mention_popover_set_state:
 * @self: a popover
 * @state: the state that is mentioned
 * @organisation: (nullable): the organisation that is looked at
 * @article_date: the article's date, or none
 * @as_of_date: the date that memberships are shown for, or none
 *
 * Shows a state.
 */
void
chancery_mention_popover_set_state (ChanceryMentionPopover *self,
                                    ChanceryState          *state,
                                    ChanceryOrganisation   *organisation,
                                    ChanceryDate            article_date,
                                    ChanceryDate            as_of_date)
{
  g_autofree char *name = NULL;
  g_autofree char *official_name = NULL;
  g_autofree char *standing = NULL;
  g_autofree char *capital = NULL;
  const char *capital_name;

  g_return_if_fail (CHANCERY_IS_MENTION_POPOVER (self));
  g_return_if_fail (CHANCERY_IS_STATE (state));

  name = chancery_state_dup_display_name (state);
  official_name = chancery_state_dup_display_official_name (state);
  set_text (self->name, name);
  set_text (self->official_name, g_strcmp0 (name, official_name) != 0 ? official_name : NULL);
  chancery_flag_set_iso (self->flag, chancery_state_get_iso (state));

  if (organisation != NULL)
    {
      g_autoptr (ChanceryStateItem) item = chancery_state_item_new (state);
      ChanceryStanding found =
        chancery_organisation_get_standing (organisation, chancery_state_get_iso (state), as_of_date);
      g_autofree char *status = NULL;
      const char *organisation_name = chancery_organisation_get_abbreviation (organisation);

      if (organisation_name == NULL)
        organisation_name = chancery_organisation_get_name (organisation);
      chancery_state_item_set_standing (item, found.status, found.since);
      status = chancery_state_item_dup_standing_text (item);
      if (status != NULL && *status != '\0')
        /* Translators: an organisation, and what the state is to it, as in "CSTO: Member since 1994" */
        standing = g_strdup_printf (C_("standing", "%s: %s"), organisation_name, status);
      else
        /* Translators: the name of an organisation */
        standing = g_strdup_printf (_("Not in %s"), organisation_name);
    }
  set_text (self->standing, standing);

  capital_name = chancery_state_get_capital (state, article_date);
  if (capital_name != NULL)
    capital = g_strdup_printf (_("Capital: %s"), capital_name);
  set_text (self->capital, capital);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * chancery_mention_popover_set_count:
 * @self: a popover
 * @position: which of the state's mentions this is, from 1
 * @n_mentions: how many there are in the article
 *
 * Shows where in the article this is.
 */
void
chancery_mention_popover_set_count (ChanceryMentionPopover *self,
                                    guint                   position,
                                    guint                   n_mentions)
{
  g_autofree char *count = NULL;

  g_return_if_fail (CHANCERY_IS_MENTION_POPOVER (self));

  /* Translators: the number of a mention of a state and of all its mentions */
  count = g_strdup_printf (ngettext ("%'u of %'u in this article", "%'u of %'u in this article", n_mentions),
                           position,
                           n_mentions);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_sensitive (self->previous, n_mentions > 1);
  gtk_widget_set_sensitive (self->next, n_mentions > 1);
}
