/* chancery-map-canvas.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-canvas-private.h"

#include <math.h>
#include <string.h>

typedef enum
{
  PROP_MODEL = 1,
  PROP_POINTED,
  PROP_READY,
} ChanceryMapCanvasProps;

static GParamSpec *props[PROP_READY + 1];

enum
{
  SIGNAL_ACTIVATE_STATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryMapCanvas, chancery_map_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, chancery_map_canvas_accessible_init))

ChanceryMapEntry *
chancery_map_canvas_get_entry (ChanceryMapCanvas *self,
           guint              position)
{
  return position < self->entries->len ? &g_array_index (self->entries, ChanceryMapEntry, position) : NULL;
}

guint
chancery_map_canvas_find (ChanceryMapCanvas *self,
                          const char        *code)
{
  const guint position = chancery_map_looks_has (code) ? self->positions[chancery_map_looks_index (code)] : 0;

  return position > 0 ? position - 1 : GTK_INVALID_LIST_POSITION;
}

static void
flush_update (ChanceryMapCanvas *self)
{
  const gboolean standings_changed = self->standings_changed;

  if (self->update_id == 0)
    return;
  g_clear_handle_id (&self->update_id, g_source_remove);
  self->standings_changed = FALSE;

  memset (&self->looks, 0, sizeof self->looks);
  for (guint i = 0; i < self->entries->len; i++)
    {
      ChanceryMapEntry *entry = chancery_map_canvas_get_entry (self, i);
      const char *code = chancery_state_item_get_iso (entry->item);

      if (!chancery_map_looks_has (code))
        continue;
      self->looks.status[chancery_map_looks_index (code)] = (guint8) chancery_state_item_get_status (entry->item);
      self->looks.selected[chancery_map_looks_index (code)] = gtk_selection_model_is_selected (self->model, i);
      if (entry->region != NULL)
        chancery_map_canvas_update_region (self, i);
    }

  if (standings_changed)
    chancery_map_canvas_follow (self);
  chancery_map_canvas_update_layers (self);
  if (standings_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_POINTED]);
}

static gboolean
update_cb (gpointer user_data)
{
  flush_update (user_data);

  return G_SOURCE_REMOVE;
}

static void
queue_update (ChanceryMapCanvas *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
standing_changed_cb (ChanceryMapCanvas *self)
{
  self->standings_changed = TRUE;
  queue_update (self);
}

static void
selection_changed_cb (ChanceryMapCanvas *self)
{
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (self->model);

  /* What the user points at on the map stays where it is. */
  if (!self->is_selecting && gtk_bitset_get_size (selection) == 1)
    chancery_map_canvas_reveal (self, gtk_bitset_get_minimum (selection));
  queue_update (self);
}

static void
clear_entry (gpointer data)
{
  ChanceryMapEntry *entry = data;

  if (entry->region != NULL)
    gtk_widget_unparent (GTK_WIDGET (entry->region));
  g_clear_object (&entry->item);
}

static void
drop_entry (ChanceryMapCanvas *self,
            ChanceryMapEntry  *entry,
            GHashTable        *regions)
{
  g_signal_handlers_disconnect_by_func (entry->item, standing_changed_cb, self);
  if (entry->region != NULL)
    g_hash_table_insert (regions, g_object_ref (entry->item), g_object_ref (g_steal_pointer (&entry->region)));
}

static void
unparent_region_cb (gpointer key,
                    gpointer value,
                    gpointer user_data)
{
  gtk_widget_unparent (GTK_WIDGET (value));
}

static void
items_changed_cb (GListModel        *model,
                  guint              position,
                  guint              n_removed,
                  guint              n_added,
                  ChanceryMapCanvas *self)
{
  /* What only moves keeps its region, and with it the focus. */
  g_autoptr (GHashTable) regions = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);

  for (guint i = position; i < position + n_removed; i++)
    drop_entry (self, chancery_map_canvas_get_entry (self, i), regions);
  if (n_removed > 0)
    g_array_remove_range (self->entries, position, n_removed);

  for (guint i = 0; i < n_added; i++)
    {
      ChanceryMapEntry entry = { g_list_model_get_item (model, position + i), NULL };

      entry.region = g_hash_table_lookup (regions, entry.item);
      if (entry.region != NULL)
        g_hash_table_remove (regions, entry.item);
      g_signal_connect_object (entry.item, "notify::status", G_CALLBACK (standing_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (entry.item, "notify::since", G_CALLBACK (standing_changed_cb), self, G_CONNECT_SWAPPED);
      g_array_insert_val (self->entries, position + i, entry);
    }
  g_hash_table_foreach (regions, unparent_region_cb, NULL);

  memset (self->positions, 0, sizeof self->positions);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *code = chancery_state_item_get_iso (chancery_map_canvas_get_entry (self, i)->item);

      if (chancery_map_looks_has (code))
        self->positions[chancery_map_looks_index (code)] = (guint16) (i + 1);
    }

  self->hovered = GTK_INVALID_LIST_POSITION;
  self->focused = self->last_focused = GTK_INVALID_LIST_POSITION;
  if (self->has_regions)
    {
      self->has_regions = FALSE;
      chancery_map_canvas_ensure_regions (self);
    }
  self->standings_changed = TRUE;
  queue_update (self);
}

static void
chancery_map_canvas_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  ChanceryMapCanvas *self = CHANCERY_MAP_CANVAS (widget);

  flush_update (self);

  chancery_map_canvas_allocate_camera (self);
  chancery_map_canvas_update_layers (self);
  chancery_map_canvas_allocate_regions (self);
}

static void
chancery_map_canvas_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 210;
}

/* Focus */

static gboolean
chancery_map_canvas_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  ChanceryMapCanvas *self = CHANCERY_MAP_CANVAS (widget);

  /* One stop for Tab; inside, the arrow keys are the input's. */
  if (gtk_widget_get_focus_child (widget) != NULL || self->entries->len == 0)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
chancery_map_canvas_grab_focus (GtkWidget *widget)
{
  ChanceryMapCanvas *self = CHANCERY_MAP_CANVAS (widget);
  const guint position = chancery_map_canvas_get_first_focus (self);

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  chancery_map_canvas_focus_region (self, position);
  return TRUE;
}

static void
chancery_map_canvas_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (chancery_map_canvas_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (widget)), "notify::scale",
                           G_CALLBACK (chancery_map_canvas_update_layers), widget, G_CONNECT_SWAPPED);
}

static void
chancery_map_canvas_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_native_get_surface (gtk_widget_get_native (widget)), chancery_map_canvas_update_layers,
                                        widget);

  GTK_WIDGET_CLASS (chancery_map_canvas_parent_class)->unrealize (widget);
}

static void
chancery_map_canvas_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ChanceryMapCanvas *self = CHANCERY_MAP_CANVAS (object);

  switch ((ChanceryMapCanvasProps) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_POINTED:
      g_value_set_object (value, chancery_map_canvas_get_pointed (self));
      break;
    case PROP_READY:
      g_value_set_boolean (value, chancery_map_canvas_get_ready (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_map_canvas_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ChanceryMapCanvas *self = CHANCERY_MAP_CANVAS (object);

  switch ((ChanceryMapCanvasProps) prop_id)
    {
    case PROP_MODEL:
      chancery_map_canvas_set_model (self, g_value_get_object (value));
      break;
    case PROP_POINTED:
    case PROP_READY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_map_canvas_dispose (GObject *object)
{
  ChanceryMapCanvas *self = CHANCERY_MAP_CANVAS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->model != NULL)
    chancery_map_canvas_set_model (self, NULL);
  g_clear_handle_id (&self->update_id, g_source_remove);

  if (self->painter != NULL)
    {
      chancery_map_canvas_clear_camera (self);
      chancery_map_canvas_clear_stage (self);
    }

  G_OBJECT_CLASS (chancery_map_canvas_parent_class)->dispose (object);
}

static void
chancery_map_canvas_finalize (GObject *object)
{
  ChanceryMapCanvas *self = CHANCERY_MAP_CANVAS (object);

  g_clear_pointer (&self->places, chancery_map_places_free);
  g_array_unref (self->entries);

  G_OBJECT_CLASS (chancery_map_canvas_parent_class)->finalize (object);
}

static void
chancery_map_canvas_class_init (ChanceryMapCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_map_canvas_get_property;
  object_class->set_property = chancery_map_canvas_set_property;
  object_class->dispose = chancery_map_canvas_dispose;
  object_class->finalize = chancery_map_canvas_finalize;

  widget_class->realize = chancery_map_canvas_realize;
  widget_class->unrealize = chancery_map_canvas_unrealize;
  widget_class->measure = chancery_map_canvas_measure;
  widget_class->size_allocate = chancery_map_canvas_size_allocate;
  widget_class->snapshot = chancery_map_canvas_snapshot;
  widget_class->focus = chancery_map_canvas_focus;
  widget_class->grab_focus = chancery_map_canvas_grab_focus;

  /**
   * ChanceryMapCanvas:model:
   *
   * The states, items of type [class@StateItem], and which are selected.
   */
  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, GTK_TYPE_SELECTION_MODEL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * ChanceryMapCanvas:pointed:
   *
   * The state that the pointer is on or, without one, that has the focus.
   */
  props[PROP_POINTED] = g_param_spec_object ("pointed", NULL, NULL, CHANCERY_TYPE_STATE_ITEM,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * ChanceryMapCanvas:ready:
   *
   * Whether there is a picture yet.
   */
  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryMapCanvas::activate-state:
   * @iso: the code of the state
   *
   * The user wants to go to a state.
   */
  signals[SIGNAL_ACTIVATE_STATE] = g_signal_new ("activate-state", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chancerymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
chancery_map_canvas_init (ChanceryMapCanvas *self)
{
  g_autoptr (ChanceryGeometry) geometry = NULL;

  self->entries = g_array_new (FALSE, TRUE, sizeof (ChanceryMapEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->hovered = self->focused = self->last_focused = GTK_INVALID_LIST_POSITION;

  /* Bundled and mapped, so that this takes less than a millisecond; the painter tells of an error. */
  geometry = chancery_geometry_load (CHANCERY_GEOMETRY_110M, NULL);
  if (geometry != NULL)
    self->places = chancery_map_places_new (geometry);

  chancery_map_canvas_init_camera (self);
  chancery_map_canvas_init_stage (self);
  chancery_map_canvas_add_input (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
chancery_map_canvas_new (void)
{
  return g_object_new (CHANCERY_TYPE_MAP_CANVAS, NULL);
}

/**
 * chancery_map_canvas_get_model:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the states
 */
GtkSelectionModel *
chancery_map_canvas_get_model (ChanceryMapCanvas *self)
{
  g_return_val_if_fail (CHANCERY_IS_MAP_CANVAS (self), NULL);

  return self->model;
}

void
chancery_map_canvas_set_model (ChanceryMapCanvas *self,
                               GtkSelectionModel *model)
{
  g_return_if_fail (CHANCERY_IS_MAP_CANVAS (self));
  g_return_if_fail (model == NULL || GTK_IS_SELECTION_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->model, selection_changed_cb, self);
      items_changed_cb (G_LIST_MODEL (self->model), 0, self->entries->len, 0, self);
    }
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (model, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
      items_changed_cb (G_LIST_MODEL (model), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

/**
 * chancery_map_canvas_get_pointed:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): the state that the pointer is on or,
 *   without one, that has the focus
 */
ChanceryStateItem *
chancery_map_canvas_get_pointed (ChanceryMapCanvas *self)
{
  ChanceryMapEntry *entry;

  g_return_val_if_fail (CHANCERY_IS_MAP_CANVAS (self), NULL);

  entry = chancery_map_canvas_get_entry (self, self->hovered);
  if (entry == NULL)
    entry = chancery_map_canvas_get_entry (self, self->focused);

  return entry != NULL ? entry->item : NULL;
}

/**
 * chancery_map_canvas_get_remark:
 * @self: a map
 *
 * Returns: (nullable): who administers and who claims the area that the
 *   pointer is on, in English
 */
const char *
chancery_map_canvas_get_remark (ChanceryMapCanvas *self)
{
  g_return_val_if_fail (CHANCERY_IS_MAP_CANVAS (self), NULL);

  return self->hovered_remark;
}

const ChanceryMapPalette *
chancery_map_canvas_get_palette (ChanceryMapCanvas *self)
{
  g_return_val_if_fail (CHANCERY_IS_MAP_CANVAS (self), NULL);

  return &self->palette;
}

gboolean
chancery_map_canvas_get_ready (ChanceryMapCanvas *self)
{
  g_return_val_if_fail (CHANCERY_IS_MAP_CANVAS (self), FALSE);

  return self->current != NULL;
}

/**
 * chancery_map_canvas_dup_error:
 * @self: a map
 *
 * Returns: (transfer full) (nullable): why there is no map, for people to read
 */
char *
chancery_map_canvas_dup_error (ChanceryMapCanvas *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (CHANCERY_IS_MAP_CANVAS (self), NULL);

  error = chancery_map_painter_dup_error (self->painter);

  return error != NULL ? g_strdup (error->message) : NULL;
}
