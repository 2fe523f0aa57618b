/* chancery-organisation-chooser.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-organisation-chooser.h"

#include <glib/gi18n.h>

struct _ChanceryOrganisationChooser
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkPopover *popover;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;

  ChanceryStates *states;
  GSignalGroup *states_signals;
  char *wanted;
  const char *lang;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryOrganisationChooser, chancery_organisation_chooser, ADW_TYPE_BIN)

static gboolean
has_words (const char *text,
           const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, wanted) != NULL;
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  ChanceryOrganisationChooser *self = user_data;
  ChanceryOrganisation *organisation = item;
  const char * const *aliases = chancery_organisation_get_aliases (organisation);

  if (self->wanted == NULL || *self->wanted == '\0')
    return TRUE;
  if (has_words (chancery_organisation_get_abbreviation (organisation), self->wanted) ||
      has_words (chancery_organisation_get_name (organisation), self->wanted) ||
      has_words (chancery_organisation_get_name_in (organisation, self->lang), self->wanted))
    return TRUE;
  for (gsize i = 0; aliases != NULL && aliases[i] != NULL; i++)
    if (has_words (aliases[i], self->wanted))
      return TRUE;

  return FALSE;
}

static void
update_title_cb (ChanceryOrganisationChooser *self)
{
  ChanceryOrganisation *organisation = self->states != NULL ? chancery_states_get_organisation (self->states) : NULL;
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *label = NULL;

  if (organisation == NULL)
    {
      gtk_label_set_label (self->title, _("No Organisation"));
      gtk_widget_set_visible (GTK_WIDGET (self->subtitle), FALSE);
      return;
    }

  date = chancery_date_format (chancery_states_get_date (self->states));
  /* Translators: the day for which memberships are shown */
  subtitle = g_strdup_printf (_("as of %s"), date);
  gtk_label_set_label (self->title, chancery_organisation_get_abbreviation (organisation));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), TRUE);

  /* Translators: a button's name for screen readers: an organisation, and "as of" a date */
  label = g_strdup_printf (_("Organisation: %1$s, %2$s"),
                           chancery_organisation_get_name_in (organisation, self->lang), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               chancery_organisation_get_name_in (organisation, self->lang));
}

static void
show_results (ChanceryOrganisationChooser *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "nothing");
}

static void
search_changed_cb (ChanceryOrganisationChooser *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_results (self);
}

static void
choose (ChanceryOrganisationChooser *self,
        guint                        position)
{
  g_autoptr (ChanceryOrganisation) organisation = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (organisation == NULL)
    return;

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, chancery_organisation_get_id (organisation));
}

static void
search_activate_cb (ChanceryOrganisationChooser *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  choose (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
list_activate_cb (ChanceryOrganisationChooser *self,
                  guint                        position)
{
  choose (self, position);
}

static gboolean
search_key_cb (ChanceryOrganisationChooser *self,
               guint                        keyval)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n_items == 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    selected = selected == GTK_INVALID_LIST_POSITION ? 0 : MIN (selected + 1, n_items - 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    selected = selected == GTK_INVALID_LIST_POSITION || selected == 0 ? 0 : selected - 1;
  else
    return GDK_EVENT_PROPAGATE;

  gtk_list_view_scroll_to (self->list, selected, GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static void
popover_shown_cb (ChanceryOrganisationChooser *self)
{
  ChanceryOrganisation *organisation = self->states != NULL ? chancery_states_get_organisation (self->states) : NULL;
  guint n_items;

  /* Rows are made when they are of use. */
  if (gtk_list_view_get_model (self->list) == NULL)
    gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ChanceryOrganisation) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (item == organisation)
        gtk_list_view_scroll_to (self->list, i, GTK_LIST_SCROLL_SELECT, NULL);
    }
}

static void
setup_cb (ChanceryOrganisationChooser *self,
          GtkListItem                 *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
      if (i == 1)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dimmed");
        }
    }
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (ChanceryOrganisationChooser *self,
         GtkListItem                 *list_item)
{
  ChanceryOrganisation *organisation = gtk_list_item_get_item (list_item);
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  const char *name = chancery_organisation_get_name_in (organisation, self->lang);

  gtk_label_set_label (GTK_LABEL (first), chancery_organisation_get_abbreviation (organisation));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), name);
  gtk_list_item_set_accessible_label (list_item, name);
}

static void
chancery_organisation_chooser_dispose (GObject *object)
{
  ChanceryOrganisationChooser *self = CHANCERY_ORGANISATION_CHOOSER (object);

  g_clear_object (&self->states_signals);
  g_clear_object (&self->states);
  /* The bin must not keep a child that goes with the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_ORGANISATION_CHOOSER);

  G_OBJECT_CLASS (chancery_organisation_chooser_parent_class)->dispose (object);
}

static void
chancery_organisation_chooser_finalize (GObject *object)
{
  g_free (CHANCERY_ORGANISATION_CHOOSER (object)->wanted);

  G_OBJECT_CLASS (chancery_organisation_chooser_parent_class)->finalize (object);
}

static void
chancery_organisation_chooser_class_init (ChanceryOrganisationChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_organisation_chooser_dispose;
  object_class->finalize = chancery_organisation_chooser_finalize;

  /**
   * ChanceryOrganisationChooser::chosen:
   * @self: the chooser
   * @id: the organisation's id
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/states/"
                                                             "chancery-organisation-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrganisationChooser, button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrganisationChooser, title);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrganisationChooser, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrganisationChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrganisationChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrganisationChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrganisationChooser, list);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrganisationChooser, selection);
  gtk_widget_class_bind_template_child (widget_class, ChanceryOrganisationChooser, filtered);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
chancery_organisation_chooser_init (ChanceryOrganisationChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->lang = pango_language_to_string (pango_language_get_default ());
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));
  g_object_unref (self->filter);

  self->states_signals = g_signal_group_new (CHANCERY_TYPE_STATES);
  g_signal_group_connect_swapped (self->states_signals, "notify::organisation", G_CALLBACK (update_title_cb), self);
  g_signal_group_connect_swapped (self->states_signals, "notify::date", G_CALLBACK (update_title_cb), self);
  update_title_cb (self);
}

/**
 * chancery_organisation_chooser_set_catalogue:
 * @self: a chooser
 * @catalogue: (nullable): whose organisations can be chosen
 */
void
chancery_organisation_chooser_set_catalogue (ChanceryOrganisationChooser *self,
                                             ChanceryCatalogue           *catalogue)
{
  g_return_if_fail (CHANCERY_IS_ORGANISATION_CHOOSER (self));

  gtk_filter_list_model_set_model (self->filtered,
                                   catalogue != NULL ? chancery_catalogue_get_organisations (catalogue) : NULL);
}

/**
 * chancery_organisation_chooser_set_states:
 * @self: a chooser
 * @states: (nullable): what shows the organisation that is chosen
 */
void
chancery_organisation_chooser_set_states (ChanceryOrganisationChooser *self,
                                          ChanceryStates              *states)
{
  g_return_if_fail (CHANCERY_IS_ORGANISATION_CHOOSER (self));

  if (!g_set_object (&self->states, states))
    return;

  g_signal_group_set_target (self->states_signals, states);
  update_title_cb (self);
}

void
chancery_organisation_chooser_popup (ChanceryOrganisationChooser *self)
{
  g_return_if_fail (CHANCERY_IS_ORGANISATION_CHOOSER (self));

  gtk_menu_button_popup (self->button);
}
