/* chancery-map.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map.h"

#include <glib/gi18n.h>

#include "chancery-map-canvas.h"
#include "chancery-map-legend.h"
#include "chancery-map-remarks.h"

struct _ChanceryMap
{
  GtkWidget parent_instance;

  ChanceryMapCanvas *canvas;
  GtkLabel *line;
  GtkMenuButton *legend_button;
  ChanceryMapLegend *legend;
};

typedef enum
{
  PROP_MODEL = 1,
} ChanceryMapProps;

static GParamSpec *props[PROP_MODEL + 1];

enum
{
  SIGNAL_ACTIVATE_STATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryMap, chancery_map, GTK_TYPE_WIDGET)

static guint
count_members (GListModel *states)
{
  guint n_members = 0;

  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (ChanceryStateItem) item = g_list_model_get_item (states, i);

      n_members += chancery_state_item_get_status (item) == CHANCERY_MEMBERSHIP_STATUS_MEMBER ||
                   chancery_state_item_get_status (item) == CHANCERY_MEMBERSHIP_STATUS_SUSPENDED;
    }

  return n_members;
}

static ChanceryStateItem *
dup_selected (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (model);

  return gtk_bitset_get_size (selection) == 1
           ? g_list_model_get_item (G_LIST_MODEL (model), gtk_bitset_get_minimum (selection))
           : NULL;
}

/* What is pointed at, or selected, or how many there are. */
static void
update_line (ChanceryMap *self)
{
  GtkSelectionModel *model = chancery_map_canvas_get_model (self->canvas);
  ChanceryStateItem *pointed = chancery_map_canvas_get_pointed (self->canvas);
  const char *remark = chancery_map_canvas_get_remark (self->canvas);
  g_autoptr (ChanceryStateItem) item = NULL;
  g_autofree char *error = chancery_map_canvas_dup_error (self->canvas);
  g_autofree char *text = NULL;

  if (pointed != NULL)
    item = g_object_ref (pointed);
  else if (model != NULL && remark == NULL)
    item = dup_selected (model);

  if (error != NULL)
    {
      text = g_markup_escape_text (error, -1);
    }
  else if (item != NULL)
    {
      g_autofree char *standing = chancery_state_item_dup_standing_text (item);

      if (remark != NULL)
        text = g_markup_printf_escaped ("<b>%s</b> · %s\n%s", chancery_state_item_get_display_name (item), standing,
                                        chancery_map_remark_translate (remark));
      else
        text = g_markup_printf_escaped ("<b>%s</b>\n%s", chancery_state_item_get_display_name (item), standing);
    }
  else if (remark != NULL)
    {
      text = g_markup_escape_text (chancery_map_remark_translate (remark), -1);
    }
  else if (model != NULL)
    {
      const guint n_members = count_members (G_LIST_MODEL (model));

      text = n_members > 0 ? g_strdup_printf (ngettext ("%'u member", "%'u members", n_members), n_members) : NULL;
    }

  gtk_label_set_markup (self->line, text != NULL ? text : "");
}

static void
activate_state_cb (ChanceryMap *self,
                   const char  *iso)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_STATE], 0, iso);
}

static void
show_legend_cb (ChanceryMap *self)
{
  chancery_map_legend_update (self->legend, G_LIST_MODEL (chancery_map_canvas_get_model (self->canvas)),
                              chancery_map_canvas_get_palette (self->canvas));
}

static void
chancery_map_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ChanceryMap *self = CHANCERY_MAP (object);

  switch ((ChanceryMapProps) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, chancery_map_get_model (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_map_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ChanceryMap *self = CHANCERY_MAP (object);

  switch ((ChanceryMapProps) prop_id)
    {
    case PROP_MODEL:
      chancery_map_set_model (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_map_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_MAP);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (chancery_map_parent_class)->dispose (object);
}

static void
chancery_map_class_init (ChanceryMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_map_get_property;
  object_class->set_property = chancery_map_set_property;
  object_class->dispose = chancery_map_dispose;

  /**
   * ChanceryMap:model:
   *
   * The states, items of type [class@StateItem], and which are selected.
   */
  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, GTK_TYPE_SELECTION_MODEL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryMap::activate-state:
   * @iso: the code of the state
   *
   * The user wants to go to a state.
   */
  signals[SIGNAL_ACTIVATE_STATE] = g_signal_new ("activate-state", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CHANCERY_TYPE_MAP_CANVAS);
  g_type_ensure (CHANCERY_TYPE_MAP_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/map/chancery-map.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryMap, canvas);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMap, line);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMap, legend_button);
  gtk_widget_class_bind_template_child (widget_class, ChanceryMap, legend);
  gtk_widget_class_bind_template_callback (widget_class, activate_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_legend_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_line);
  gtk_widget_class_bind_template_callback (widget_class, chancery_map_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, chancery_map_zoom_out);
  gtk_widget_class_bind_template_callback (widget_class, chancery_map_fit_members);
}

static void
chancery_map_init (ChanceryMap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
chancery_map_new (void)
{
  return g_object_new (CHANCERY_TYPE_MAP, NULL);
}

/**
 * chancery_map_get_model:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the states
 */
GtkSelectionModel *
chancery_map_get_model (ChanceryMap *self)
{
  g_return_val_if_fail (CHANCERY_IS_MAP (self), NULL);

  return chancery_map_canvas_get_model (self->canvas);
}

/**
 * chancery_map_set_model:
 * @self: a map
 * @model: (nullable): the states, items of type [class@StateItem]
 *
 * Sets what the map shows, and what it selects in. Where a state stands is
 * taken from its item, and followed.
 */
void
chancery_map_set_model (ChanceryMap       *self,
                        GtkSelectionModel *model)
{
  GtkSelectionModel *old;

  g_return_if_fail (CHANCERY_IS_MAP (self));
  g_return_if_fail (model == NULL || GTK_IS_SELECTION_MODEL (model));

  old = chancery_map_canvas_get_model (self->canvas);
  if (old == model)
    return;

  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, update_line, self);
  chancery_map_canvas_set_model (self->canvas, model);
  if (model != NULL)
    g_signal_connect_object (model, "selection-changed", G_CALLBACK (update_line), self, G_CONNECT_SWAPPED);
  update_line (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

/**
 * chancery_map_fit_members:
 * @self: a map
 *
 * Shows all members, and goes on doing so until the user moves the map.
 */
void
chancery_map_fit_members (ChanceryMap *self)
{
  g_return_if_fail (CHANCERY_IS_MAP (self));

  chancery_map_canvas_fit_members (self->canvas);
}

/**
 * chancery_map_fit_selection:
 * @self: a map
 *
 * Shows the selected states; without any, the members.
 */
void
chancery_map_fit_selection (ChanceryMap *self)
{
  g_return_if_fail (CHANCERY_IS_MAP (self));

  chancery_map_canvas_fit_selection (self->canvas);
}

/**
 * chancery_map_fit_world:
 * @self: a map
 *
 * Shows the whole Earth.
 */
void
chancery_map_fit_world (ChanceryMap *self)
{
  g_return_if_fail (CHANCERY_IS_MAP (self));

  chancery_map_canvas_fit_world (self->canvas);
}

void
chancery_map_zoom_in (ChanceryMap *self)
{
  g_return_if_fail (CHANCERY_IS_MAP (self));

  chancery_map_canvas_zoom_in (self->canvas);
}

void
chancery_map_zoom_out (ChanceryMap *self)
{
  g_return_if_fail (CHANCERY_IS_MAP (self));

  chancery_map_canvas_zoom_out (self->canvas);
}
