/* chancery-note-filter-popover.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-filter-popover.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chancery-chip.h"
#include "chancery-chip-entry.h"
#include "chancery-colour-mark.h"
#include "chancery-colour-namer.h"
#include "chancery-note-text.h"

#define N_KINDS (CHANCERY_NOTE_KIND_QUESTION + 1)

struct _ChanceryNoteFilterPopover
{
  GtkPopover parent_instance;

  AdwWrapBox *colours;
  AdwWrapBox *kinds;
  ChanceryChipEntry *tags;
  GtkDropDown *period;
  GtkCheckButton *members;
  GtkCheckButton *due;
  GtkCheckButton *orphans;
  GtkWidget *clear_button;

  GtkToggleButton *colour_buttons[CHANCERY_N_COLOURS];
  GtkToggleButton *kind_buttons[N_KINDS];
  GStrv chosen_tags;
  GStrv isos;
  gboolean clearing;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryNoteFilterPopover, chancery_note_filter_popover, GTK_TYPE_POPOVER)

static void
changed_cb (ChanceryNoteFilterPopover *self)
{
  if (self->clearing)
    return;

  g_clear_pointer (&self->chosen_tags, g_strfreev);
  self->chosen_tags = chancery_chip_entry_dup_chip_ids (self->tags);
  gtk_widget_set_sensitive (self->clear_button, chancery_note_filter_popover_is_active (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chancery_note_filter_popover_map (GtkWidget *widget)
{
  ChanceryNoteFilterPopover *self = CHANCERY_NOTE_FILTER_POPOVER (widget);

  for (guint i = 0; i < CHANCERY_N_COLOURS; i++)
    chancery_colour_namer_label (GTK_WIDGET (self->colour_buttons[i]), (ChanceryColour) i);

  GTK_WIDGET_CLASS (chancery_note_filter_popover_parent_class)->map (widget);
}

static guint
get_mask (GtkToggleButton * const *buttons,
          guint                    n)
{
  guint mask = 0;

  for (guint i = 0; i < n; i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      mask |= 1u << i;

  return mask;
}

/* The start of the first day of a period that ends today. */
static gint64
get_created_from_us (ChanceryNoteFilterPopover *self)
{
  static const int n_days[] = { 0, 1, 7, 30, 365 };
  const guint selected = gtk_drop_down_get_selected (self->period);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) start = NULL;

  if (selected == 0 || selected >= G_N_ELEMENTS (n_days))
    return 0;

  now = g_date_time_new_now_local ();
  first = g_date_time_add_days (now, 1 - n_days[selected]);
  start = g_date_time_new_local (g_date_time_get_year (first), g_date_time_get_month (first),
                                 g_date_time_get_day_of_month (first), 0, 0, 0);

  return g_date_time_to_unix_usec (start != NULL ? start : first);
}

static void
chancery_note_filter_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_NOTE_FILTER_POPOVER);

  G_OBJECT_CLASS (chancery_note_filter_popover_parent_class)->dispose (object);
}

static void
chancery_note_filter_popover_finalize (GObject *object)
{
  ChanceryNoteFilterPopover *self = CHANCERY_NOTE_FILTER_POPOVER (object);

  g_strfreev (self->chosen_tags);
  g_strfreev (self->isos);

  G_OBJECT_CLASS (chancery_note_filter_popover_parent_class)->finalize (object);
}

static void
chancery_note_filter_popover_class_init (ChanceryNoteFilterPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_note_filter_popover_dispose;
  object_class->finalize = chancery_note_filter_popover_finalize;
  widget_class->map = chancery_note_filter_popover_map;

  /**
   * ChanceryNoteFilterPopover::changed:
   *
   * The user has chosen something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CHANCERY_TYPE_CHIP_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/notes/"
                                                             "chancery-note-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterPopover, colours);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterPopover, kinds);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterPopover, tags);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterPopover, period);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterPopover, members);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterPopover, due);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterPopover, orphans);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chancery_note_filter_popover_clear);
}

static void
chancery_note_filter_popover_init (ChanceryNoteFilterPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < CHANCERY_N_COLOURS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      self->colour_buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_button_set_child (GTK_BUTTON (button), chancery_colour_mark_new ((ChanceryColour) i, TRUE));
      gtk_widget_add_css_class (button, "flat");
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
      chancery_colour_namer_label (button, (ChanceryColour) i);
      adw_wrap_box_append (self->colours, button);
    }
  for (guint i = 0; i < N_KINDS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (chancery_note_kind_get_name ((ChanceryNoteKind) i));

      self->kind_buttons[i] = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
      adw_wrap_box_append (self->kinds, button);
    }
}

/**
 * chancery_note_filter_popover_is_active:
 * @self: a popover
 *
 * Returns: whether it leaves any note out
 */
gboolean
chancery_note_filter_popover_is_active (ChanceryNoteFilterPopover *self)
{
  ChanceryNoteFilter filter = { 0 };

  g_return_val_if_fail (CHANCERY_IS_NOTE_FILTER_POPOVER (self), FALSE);

  chancery_note_filter_popover_fill (self, &filter);

  return filter.colours != 0 || filter.kinds != 0 || filter.tags != NULL || filter.created_from_us != 0 ||
         filter.organisation != NULL || filter.due_only || filter.orphans != CHANCERY_NOTE_ORPHANS_ANY;
}

/**
 * chancery_note_filter_popover_clear:
 * @self: a popover
 *
 * Lets every note through.
 */
void
chancery_note_filter_popover_clear (ChanceryNoteFilterPopover *self)
{
  g_return_if_fail (CHANCERY_IS_NOTE_FILTER_POPOVER (self));

  self->clearing = TRUE;
  for (guint i = 0; i < CHANCERY_N_COLOURS; i++)
    gtk_toggle_button_set_active (self->colour_buttons[i], FALSE);
  for (guint i = 0; i < N_KINDS; i++)
    gtk_toggle_button_set_active (self->kind_buttons[i], FALSE);
  chancery_chip_entry_set_ids (self->tags, NULL);
  gtk_drop_down_set_selected (self->period, 0);
  gtk_check_button_set_active (self->members, FALSE);
  gtk_check_button_set_active (self->due, FALSE);
  gtk_check_button_set_active (self->orphans, FALSE);
  self->clearing = FALSE;
  changed_cb (self);
}

/**
 * chancery_note_filter_popover_fill:
 * @self: a popover
 * @filter: what to add the user's choice to; its strings stay valid until the
 *   next change
 */
void
chancery_note_filter_popover_fill (ChanceryNoteFilterPopover *self,
                                   ChanceryNoteFilter        *filter)
{
  g_return_if_fail (CHANCERY_IS_NOTE_FILTER_POPOVER (self));

  filter->colours = get_mask (self->colour_buttons, CHANCERY_N_COLOURS);
  filter->kinds = get_mask (self->kind_buttons, N_KINDS);
  filter->tags = self->chosen_tags != NULL && self->chosen_tags[0] != NULL
                   ? (const char * const *) self->chosen_tags : NULL;
  filter->created_from_us = get_created_from_us (self);
  filter->organisation = gtk_check_button_get_active (self->members) ? (const char * const *) self->isos : NULL;
  filter->due_only = gtk_check_button_get_active (self->due);
  filter->orphans = gtk_check_button_get_active (self->orphans) ? CHANCERY_NOTE_ORPHANS_ONLY
                                                                : CHANCERY_NOTE_ORPHANS_ANY;
}

/**
 * chancery_note_filter_popover_set_known_tags:
 * @self: a popover
 * @tags: (nullable) (element-type GtkStringObject): tags to suggest
 */
void
chancery_note_filter_popover_set_known_tags (ChanceryNoteFilterPopover *self,
                                             GListModel                *tags)
{
  g_autoptr (GListModel) chips = NULL;

  g_return_if_fail (CHANCERY_IS_NOTE_FILTER_POPOVER (self));

  chips = tags != NULL ? chancery_chip_list_new_for_tags (tags) : NULL;
  chancery_chip_entry_set_known (self->tags, chips);
}

/**
 * chancery_note_filter_popover_set_members:
 * @self: a popover
 * @organisation: (nullable): the name of an organisation
 * @members: (nullable): the codes of its members
 *
 * Offers to show only notes on members of that organisation.
 */
void
chancery_note_filter_popover_set_members (ChanceryNoteFilterPopover *self,
                                          const char                *organisation,
                                          const char * const        *members)
{
  g_autofree char *label = NULL;

  g_return_if_fail (CHANCERY_IS_NOTE_FILTER_POPOVER (self));

  g_strfreev (self->isos);
  self->isos = g_strdupv ((char **) members);
  gtk_widget_set_visible (GTK_WIDGET (self->members), organisation != NULL);
  if (organisation == NULL)
    {
      gtk_check_button_set_active (self->members, FALSE);
      return;
    }

  /* Translators: of notes; %s is an organisation, as in "CSTO" */
  label = g_strdup_printf (_("Only on members of %s"), organisation);
  gtk_check_button_set_label (self->members, label);
  if (gtk_check_button_get_active (self->members))
    changed_cb (self);
}
