/* chancery-map-canvas-private.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "chancery-map-canvas.h"
#include "chancery-map-layer.h"
#include "chancery-map-places.h"
#include "chancery-map-region.h"

G_BEGIN_DECLS

/* What the map goes on showing when its size or the standings change. */
typedef enum
{
  CHANCERY_MAP_FOLLOW_NOTHING,
  CHANCERY_MAP_FOLLOW_MEMBERS,
  CHANCERY_MAP_FOLLOW_WORLD,
} ChanceryMapFollow;

/* A state of the model, at the same position. */
typedef struct
{
  ChanceryStateItem *item; /* (owned) */
  ChanceryMapRegion *region; /* (nullable): a child of the canvas, once somebody asked for it */
} ChanceryMapEntry;

struct _ChanceryMapCanvas
{
  GtkWidget parent_instance;

  GtkSelectionModel *model; /* (owned) (nullable) */
  GArray *entries; /* (element-type ChanceryMapEntry) */
  guint16 positions[26 * 26]; /* by code: one more than the position of its entry, or 0 */
  gboolean has_regions;
  ChanceryMapPlaces *places; /* (owned) (nullable) */

  /* What is seen */
  ChanceryMapFollow follow;
  gboolean has_view;
  ChanceryMapView view;
  ChanceryMapView from;
  ChanceryMapView to; /* where an animation leads; @view when there is none */
  AdwAnimation *animation; /* (owned) */
  gboolean in_gesture;

  /* What is drawn */
  ChanceryMapPainter *painter;
  ChanceryMapPalette palette;
  ChanceryMapLooks looks;
  ChanceryMapLayer *previous; /* (owned) (nullable): fades out */
  ChanceryMapLayer *current; /* (owned) (nullable): is shown */
  ChanceryMapLayer *incoming; /* (owned) (nullable): is being painted */
  AdwAnimation *fade; /* (owned) */
  double fade_progress;

  /* What is pointed at */
  guint hovered; /* a position, or %GTK_INVALID_LIST_POSITION */
  guint focused;
  guint last_focused;
  const char *hovered_remark;
  gboolean focus_visible;

  guint update_id;
  guint settle_id;
  guint upgrade_id;
  gboolean standings_changed;
  gboolean is_selecting;

  /* Input */
  GtkGesture *drag;
  GtkGesture *swipe;
  double pointer_x;
  double pointer_y;
  ChanceryMapView gesture_view;
};

/* chancery-map-canvas.c */
ChanceryMapEntry *chancery_map_canvas_get_entry      (ChanceryMapCanvas     *self,
                                                      guint                  position);
guint             chancery_map_canvas_find           (ChanceryMapCanvas     *self,
                                                      const char            *code);

static inline double
chancery_map_canvas_get_width (ChanceryMapCanvas *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self));
}

static inline double
chancery_map_canvas_get_height (ChanceryMapCanvas *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self));
}

/* chancery-map-camera.c */
void              chancery_map_canvas_init_camera    (ChanceryMapCanvas     *self);
void              chancery_map_canvas_clear_camera   (ChanceryMapCanvas     *self);
void              chancery_map_canvas_allocate_camera (ChanceryMapCanvas    *self);
void              chancery_map_canvas_follow         (ChanceryMapCanvas     *self);
gboolean          chancery_map_canvas_is_animating   (ChanceryMapCanvas     *self);
const ChanceryMapView *chancery_map_canvas_get_target (ChanceryMapCanvas    *self);
void              chancery_map_canvas_set_view       (ChanceryMapCanvas     *self,
                                                      const ChanceryMapView *view);
void              chancery_map_canvas_animate_to     (ChanceryMapCanvas     *self,
                                                      const ChanceryMapView *view,
                                                      AdwEasing              easing,
                                                      guint                  duration_ms);
void              chancery_map_canvas_zoom_at        (ChanceryMapCanvas     *self,
                                                      double                 factor,
                                                      double                 x,
                                                      double                 y);
void              chancery_map_canvas_stop           (ChanceryMapCanvas     *self);
void              chancery_map_canvas_settle         (ChanceryMapCanvas     *self);
void              chancery_map_canvas_settle_later   (ChanceryMapCanvas     *self);
void              chancery_map_canvas_reveal         (ChanceryMapCanvas     *self,
                                                      guint                  position);

/* chancery-map-stage.c */
void              chancery_map_canvas_init_stage     (ChanceryMapCanvas     *self);
void              chancery_map_canvas_clear_stage    (ChanceryMapCanvas     *self);
void              chancery_map_canvas_update_layers  (ChanceryMapCanvas     *self);
void              chancery_map_canvas_trim_layers    (ChanceryMapCanvas     *self);
void              chancery_map_canvas_snapshot       (GtkWidget             *widget,
                                                      GtkSnapshot           *snapshot);

/* chancery-map-pointing.c */
gboolean          chancery_map_canvas_is_shown       (ChanceryMapCanvas     *self);
void              chancery_map_canvas_get_dot_point  (ChanceryMapCanvas     *self,
                                                      const ChanceryMapDot  *dot,
                                                      double                *x,
                                                      double                *y);
guint             chancery_map_canvas_pick           (ChanceryMapCanvas     *self,
                                                      double                 x,
                                                      double                 y,
                                                      gboolean               touch,
                                                      const char           **remark);
gboolean          chancery_map_canvas_get_area       (ChanceryMapCanvas     *self,
                                                      guint                  position,
                                                      graphene_rect_t       *area);
void              chancery_map_canvas_set_hovered    (ChanceryMapCanvas     *self,
                                                      guint                  position,
                                                      const char            *remark);
void              chancery_map_canvas_set_focused    (ChanceryMapCanvas     *self,
                                                      guint                  position,
                                                      gboolean               visible);
void              chancery_map_canvas_select         (ChanceryMapCanvas     *self,
                                                      guint                  position);
void              chancery_map_canvas_activate       (ChanceryMapCanvas     *self,
                                                      guint                  position);

/* chancery-map-input.c */
void              chancery_map_canvas_add_input      (ChanceryMapCanvas     *self);

/* chancery-map-regions.c */
void              chancery_map_canvas_ensure_regions (ChanceryMapCanvas     *self);
void              chancery_map_canvas_allocate_regions (ChanceryMapCanvas   *self);
void              chancery_map_canvas_update_region  (ChanceryMapCanvas     *self,
                                                      guint                  position);
void              chancery_map_canvas_focus_region   (ChanceryMapCanvas     *self,
                                                      guint                  position);
guint             chancery_map_canvas_get_first_focus (ChanceryMapCanvas    *self);
void              chancery_map_canvas_accessible_init (GtkAccessibleInterface *iface);

G_END_DECLS
