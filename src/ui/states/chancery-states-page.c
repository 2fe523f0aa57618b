/* chancery-states-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-states-page.h"

#include <glib/gi18n.h>

#include "chancery-state-menu.h"
#include "chancery-state-row.h"
#include "chancery-text.h"
#include "lists/chancery-list-filler.h"
#include "map/chancery-map.h"

struct _ChanceryStatesPage
{
  AdwBin parent_instance;

  ChanceryMap *map;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GMenuModel *state_menu;

  ChanceryStates *states;
  GSignalGroup *states_signals;
  ChanceryListFiller *filler; /* (owned) */
  GdkFrameClock *clock; /* (owned) (nullable): until the list is laid out */
  gulong layout_id;
};

typedef enum
{
  PROP_STATES = 1,
} ChanceryStatesPageProps;

static GParamSpec *props[PROP_STATES + 1];

enum
{
  ACTIVATE_STATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryStatesPage, chancery_states_page, ADW_TYPE_BIN)

static char *
dup_section_title (ChanceryMembershipStatus status,
                   guint                    n)
{
  switch (status)
    {
    case CHANCERY_MEMBERSHIP_STATUS_MEMBER:
      return g_strdup_printf (ngettext ("%'u member", "%'u members", n), n);
    case CHANCERY_MEMBERSHIP_STATUS_SUSPENDED:
      return g_strdup_printf (ngettext ("%'u suspended", "%'u suspended", n), n);
    case CHANCERY_MEMBERSHIP_STATUS_OBSERVER:
      return g_strdup_printf (ngettext ("%'u observer", "%'u observers", n), n);
    case CHANCERY_MEMBERSHIP_STATUS_ASSOCIATE:
      return g_strdup_printf (ngettext ("%'u associate", "%'u associates", n), n);
    case CHANCERY_MEMBERSHIP_STATUS_PARTNER:
      return g_strdup_printf (ngettext ("%'u partner", "%'u partners", n), n);
    case CHANCERY_MEMBERSHIP_STATUS_CANDIDATE:
      return g_strdup_printf (ngettext ("%'u candidate", "%'u candidates", n), n);
    case CHANCERY_MEMBERSHIP_STATUS_APPLICANT:
      return g_strdup_printf (ngettext ("%'u applicant", "%'u applicants", n), n);
    case CHANCERY_MEMBERSHIP_STATUS_INVITED:
      return g_strdup_printf (ngettext ("%'u invited", "%'u invited", n), n);
    case CHANCERY_MEMBERSHIP_STATUS_FORMER:
      return g_strdup_printf (ngettext ("%'u former member", "%'u former members", n), n);
    case CHANCERY_MEMBERSHIP_STATUS_NONE:
    default:
      return g_strdup_printf (ngettext ("%'u other state or territory", "%'u other states and territories", n), n);
    }
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, chancery_state_row_new (list_item));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  chancery_state_row_set_item (CHANCERY_STATE_ROW (gtk_list_item_get_child (list_item)),
                               gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  chancery_state_row_set_item (CHANCERY_STATE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_header_set_child (header, label);
}

static void
update_header_cb (ChanceryStatesPage *self,
                  GParamSpec         *pspec,
                  GtkListHeader      *header)
{
  ChanceryStateItem *item = gtk_list_header_get_item (header);
  g_autofree char *title = NULL;
  guint start, end;

  if (item == NULL)
    return;

  /* The list may not have all of the section yet. */
  gtk_section_model_get_section (GTK_SECTION_MODEL (chancery_states_get_selection (self->states)),
                                 gtk_list_header_get_start (header), &start, &end);
  title = dup_section_title (chancery_state_item_get_status (item), end - start);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), title);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header,
                ChanceryStatesPage       *self)
{
  g_signal_connect_swapped (header, "notify::n-items", G_CALLBACK (update_header_cb), self);
  update_header_cb (self, NULL, header);
}

static void
unbind_header_cb (GtkSignalListItemFactory *factory,
                  GtkListHeader            *header,
                  ChanceryStatesPage       *self)
{
  g_signal_handlers_disconnect_by_func (header, update_header_cb, self);
}

static void
activate_row_cb (ChanceryStatesPage *self,
                 guint               position)
{
  g_autoptr (ChanceryStateItem) item =
    g_list_model_get_item (G_LIST_MODEL (chancery_states_get_selection (self->states)), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATE_STATE], 0, chancery_state_item_get_iso (item));
}

static void
activate_region_cb (ChanceryStatesPage *self,
                    const char         *iso)
{
  g_signal_emit (self, signals[ACTIVATE_STATE], 0, iso);
}

static void
scroll_to (ChanceryStatesPage *self,
           const char         *iso,
           GtkListScrollFlags  flags)
{
  chancery_list_filler_scroll_to (self->filler, chancery_states_get_position (self->states, iso), flags);
}

/* What is selected on the map is brought into view in the list. */
static void
selected_cb (ChanceryStatesPage *self)
{
  ChanceryStateItem *item = chancery_states_get_selected (self->states);

  if (item != NULL)
    scroll_to (self, chancery_state_item_get_iso (item), GTK_LIST_SCROLL_NONE);
}

static void
stop_showing_top (ChanceryStatesPage *self)
{
  if (self->clock != NULL)
    g_signal_handler_disconnect (self->clock, self->layout_id);
  g_clear_object (&self->clock);
}

static void
laid_out_cb (ChanceryStatesPage *self)
{
  stop_showing_top (self);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
}

static void
show_top_of_list (ChanceryStatesPage *self)
{
  if (self->clock != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return;

  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self->list)));
  self->layout_id = g_signal_connect_object (self->clock, "layout", G_CALLBACK (laid_out_cb), self,
                                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* The list keeps its first row at the top, and its header above that, out of sight; once it is laid out it can
 * be moved, in the same frame. */
static void
point_of_view_cb (ChanceryStatesPage *self)
{
  ChanceryStateItem *item = chancery_states_get_selected (self->states);

  if (item != NULL)
    scroll_to (self, chancery_state_item_get_iso (item), GTK_LIST_SCROLL_NONE);
  else
    show_top_of_list (self);
  chancery_map_fit_members (self->map);
}

/* Selects the next state, from the one that is selected, whose name has the words; a name that begins
 * with them goes before one that has them inside. */
static void
find_state (ChanceryStatesPage *self,
            gboolean            go_on)
{
  GListModel *model = G_LIST_MODEL (chancery_states_get_selection (self->states));
  g_autofree char *wanted = chancery_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  ChanceryStateItem *selected = chancery_states_get_selected (self->states);
  guint n_items = g_list_model_get_n_items (model), first = 0;
  ChanceryStateItem *inside = NULL, *found = NULL;

  if (*wanted == '\0')
    return;
  if (selected != NULL)
    first = chancery_states_get_position (self->states, chancery_state_item_get_iso (selected)) + (go_on ? 1 : 0);

  for (guint i = 0; i < n_items && found == NULL; i++)
    {
      g_autoptr (ChanceryStateItem) item = g_list_model_get_item (model, (first + i) % n_items);
      g_autofree char *name = chancery_text_fold (chancery_state_item_get_display_name (item));

      if (g_str_has_prefix (name, wanted))
        found = item;
      else if (inside == NULL && strstr (name, wanted) != NULL)
        inside = item;
    }

  if (found == NULL)
    found = inside;
  if (found != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
      chancery_states_select (self->states, chancery_state_item_get_iso (found));
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->search_entry), "error");
      gtk_accessible_announce (GTK_ACCESSIBLE (self->search_entry), _("No state has this name"),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
search_changed_cb (ChanceryStatesPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
  find_state (self, FALSE);
}

static void
search_next_cb (ChanceryStatesPage *self)
{
  find_state (self, TRUE);
}

static void
chancery_states_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ChanceryStatesPage *self = CHANCERY_STATES_PAGE (object);

  switch ((ChanceryStatesPageProps) prop_id)
    {
    case PROP_STATES:
      g_value_set_object (value, self->states);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_states_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ChanceryStatesPage *self = CHANCERY_STATES_PAGE (object);

  switch ((ChanceryStatesPageProps) prop_id)
    {
    case PROP_STATES:
      chancery_states_page_set_states (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_states_page_dispose (GObject *object)
{
  ChanceryStatesPage *self = CHANCERY_STATES_PAGE (object);

  stop_showing_top (self);
  g_clear_object (&self->states_signals);
  g_clear_object (&self->filler);
  g_clear_object (&self->states);
  /* The bin must not keep a child that goes with the template. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_STATES_PAGE);

  G_OBJECT_CLASS (chancery_states_page_parent_class)->dispose (object);
}

static void
chancery_states_page_class_init (ChanceryStatesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_states_page_get_property;
  object_class->set_property = chancery_states_page_set_property;
  object_class->dispose = chancery_states_page_dispose;

  props[PROP_STATES] = g_param_spec_object ("states", NULL, NULL, CHANCERY_TYPE_STATES,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryStatesPage::activate-state:
   * @self: the page
   * @iso: the state's code
   *
   * A state was activated in the list or on the map.
   */
  signals[ACTIVATE_STATE] = g_signal_new ("activate-state", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CHANCERY_TYPE_MAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/states/chancery-states-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryStatesPage, map);
  gtk_widget_class_bind_template_child (widget_class, ChanceryStatesPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ChanceryStatesPage, list);
  gtk_widget_class_bind_template_child (widget_class, ChanceryStatesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ChanceryStatesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ChanceryStatesPage, state_menu);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_region_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_top_of_list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
}

static void
chancery_states_page_init (ChanceryStatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = chancery_list_filler_new (self->list, self->scrolled);
  chancery_state_menu_add (GTK_WIDGET (self), self->list, self->state_menu);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->list));

  self->states_signals = g_signal_group_new (CHANCERY_TYPE_STATES);
  g_signal_group_connect_swapped (self->states_signals, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_group_connect_swapped (self->states_signals, "notify::organisation", G_CALLBACK (point_of_view_cb), self);
}

void
chancery_states_page_set_states (ChanceryStatesPage *self,
                                 ChanceryStates     *states)
{
  g_return_if_fail (CHANCERY_IS_STATES_PAGE (self));

  if (!g_set_object (&self->states, states))
    return;

  g_signal_group_set_target (self->states_signals, states);
  chancery_map_set_model (self->map, states != NULL ? chancery_states_get_selection (states) : NULL);
  chancery_list_filler_set_model (self->filler, states != NULL ? chancery_states_get_selection (states) : NULL);
  show_top_of_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATES]);
}

/**
 * chancery_states_page_reveal:
 * @self: the page
 * @iso: a state's code
 *
 * Selects a state, and brings it into view in the list and on the map.
 */
void
chancery_states_page_reveal (ChanceryStatesPage *self,
                             const char         *iso)
{
  g_return_if_fail (CHANCERY_IS_STATES_PAGE (self));

  if (self->states == NULL)
    return;

  chancery_states_select (self->states, iso);
  chancery_map_fit_selection (self->map);
  scroll_to (self, iso, GTK_LIST_SCROLL_FOCUS);
}
