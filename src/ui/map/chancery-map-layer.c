/* chancery-map-layer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-layer.h"

#include <math.h>

#define MAX_THREADS 2

struct _ChanceryMapPainter
{
  gatomicrefcount ref_count;
  ChanceryMapPainterFunc tiles_ready;
  gpointer user_data;
  GThreadPool *pool;

  GMutex lock;
  /* under the lock */
  GQueue finished; /* (element-type Job) */
  guint source_id;
  GError *error;
  ChanceryGeometry *geometries[CHANCERY_GEOMETRY_50M + 1];
};

struct _ChanceryMapLayer
{
  gatomicrefcount ref_count;
  ChanceryMapPainter *painter;
  ChanceryMapPicture picture;
  ChanceryMapProjection projection;
  ChanceryGeometryScale detail;
  int tile_size;

  gint closed; /* atomic */
  GHashTable *tiles; /* (element-type gint64 GdkTexture): the main thread's; pending ones are NULL */

  GMutex lock;
  /* under the lock; once set, they stay */
  ChanceryMapScene *scene;
  GArray *dots;
};

typedef struct
{
  ChanceryMapLayer *layer;
  int column;
  int row;
  GdkTexture *texture;
} Job;

/* Unsigned, since columns and rows are negative, too. */
static gint64
tile_key (int column,
          int row)
{
  return (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
}

static void
painter_unref (ChanceryMapPainter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->geometries); i++)
    g_clear_object (&self->geometries[i]);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
layer_unref (ChanceryMapLayer *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->scene, chancery_map_scene_unref);
  g_clear_pointer (&self->dots, g_array_unref);
  g_clear_pointer (&self->tiles, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  painter_unref (self->painter);
  g_free (self);
}

static void
job_free (Job *job)
{
  g_clear_object (&job->texture);
  layer_unref (job->layer);
  g_free (job);
}

/* Any thread. */
static ChanceryGeometry *
get_geometry (ChanceryMapPainter    *self,
              ChanceryGeometryScale  detail)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->geometries[detail] == NULL && self->error == NULL)
    self->geometries[detail] = chancery_geometry_load (detail, &self->error);

  return self->geometries[detail] != NULL ? g_object_ref (self->geometries[detail]) : NULL;
}

/* Any thread. The first job of a layer makes what the others need. */
static gboolean
prepare (ChanceryMapLayer *layer)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&layer->lock);

  if (layer->dots != NULL)
    return TRUE;

  if (layer->scene == NULL)
    {
      g_autoptr (ChanceryGeometry) geometry = get_geometry (layer->painter, layer->detail);

      if (geometry == NULL)
        return FALSE;
      layer->scene = chancery_map_scene_new (geometry, &layer->projection, exp2 (ceil (log2 (layer->picture.scale))));
    }
  layer->dots = chancery_map_dots_new (layer->scene, &layer->picture.looks, layer->picture.scale,
                                       layer->picture.device_scale);

  return TRUE;
}

static gboolean
tiles_ready_cb (gpointer user_data)
{
  ChanceryMapPainter *self = user_data;

  g_mutex_lock (&self->lock);
  self->source_id = 0;
  g_mutex_unlock (&self->lock);

  self->tiles_ready (self->user_data);

  return G_SOURCE_REMOVE;
}

/* A thread of the pool. */
static void
paint_cb (gpointer data,
          gpointer user_data)
{
  Job *job = data;
  ChanceryMapPainter *self = user_data;
  ChanceryMapLayer *layer = job->layer;
  const int size = layer->tile_size;

  if (g_atomic_int_get (&layer->closed) || !prepare (layer))
    {
      job_free (job);
      return;
    }

  job->texture = chancery_map_picture_paint (&layer->picture, layer->scene, layer->dots, job->column * size,
                                             job->row * size, size + CHANCERY_MAP_TILE_OVERLAP,
                                             size + CHANCERY_MAP_TILE_OVERLAP);

  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->finished, job);
  if (self->source_id == 0)
    self->source_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tiles_ready_cb, self, NULL);
  g_mutex_unlock (&self->lock);
}

/**
 * chancery_map_painter_new:
 * @tiles_ready: called in the main thread when there is something to collect
 * @user_data: for @tiles_ready
 *
 * Returns: (transfer full): a painter; its threads end when they are idle
 */
ChanceryMapPainter *
chancery_map_painter_new (ChanceryMapPainterFunc tiles_ready,
                          gpointer               user_data)
{
  ChanceryMapPainter *self = g_new0 (ChanceryMapPainter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->tiles_ready = tiles_ready;
  self->user_data = user_data;
  g_mutex_init (&self->lock);
  g_queue_init (&self->finished);
  /* Without threads of its own, this can't fail. */
  self->pool = g_thread_pool_new (paint_cb, self, MAX_THREADS, FALSE, NULL);

  return self;
}

/**
 * chancery_map_painter_free:
 * @self: a painter, whose layers are closed
 *
 * Waits for the tiles that are being painted at this moment.
 */
void
chancery_map_painter_free (ChanceryMapPainter *self)
{
  Job *job;

  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_clear_handle_id (&self->source_id, g_source_remove);
  while ((job = g_queue_pop_head (&self->finished)) != NULL)
    job_free (job);
  painter_unref (self);
}

/**
 * chancery_map_painter_collect:
 * @self: a painter
 *
 * Takes what has been painted into the layers.
 *
 * Returns: whether there was anything
 */
gboolean
chancery_map_painter_collect (ChanceryMapPainter *self)
{
  GQueue finished = G_QUEUE_INIT;
  gboolean any = FALSE;
  Job *job;

  g_mutex_lock (&self->lock);
  finished = self->finished;
  g_queue_init (&self->finished);
  g_mutex_unlock (&self->lock);

  while ((job = g_queue_pop_head (&finished)) != NULL)
    {
      if (!g_atomic_int_get (&job->layer->closed))
        {
          gint64 *key = g_new (gint64, 1);

          *key = tile_key (job->column, job->row);
          g_hash_table_replace (job->layer->tiles, key, g_steal_pointer (&job->texture));
          any = TRUE;
        }
      job_free (job);
    }

  return any;
}

/**
 * chancery_map_painter_dup_error:
 * @self: a painter
 *
 * Returns: (transfer full) (nullable): why there is nothing to be painted
 */
GError *
chancery_map_painter_dup_error (ChanceryMapPainter *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->error != NULL ? g_error_copy (self->error) : NULL;
}

static void
clear_tile (gpointer texture)
{
  if (texture != NULL)
    g_object_unref (texture);
}

/**
 * chancery_map_layer_new:
 * @painter: who paints it
 * @picture: what it looks like; copied
 * @projection: how the Earth is laid flat
 * @detail: which outlines
 * @tile_size: width and height of a tile, in pixels
 * @similar: (nullable): a layer to take over what can be
 *
 * Returns: (transfer full): a layer without tiles; close it when it isn't
 *   needed any more
 */
ChanceryMapLayer *
chancery_map_layer_new (ChanceryMapPainter          *painter,
                        const ChanceryMapPicture    *picture,
                        const ChanceryMapProjection *projection,
                        ChanceryGeometryScale        detail,
                        int                          tile_size,
                        ChanceryMapLayer            *similar)
{
  ChanceryMapLayer *self = g_new0 (ChanceryMapLayer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&painter->ref_count);
  self->painter = painter;
  self->picture = *picture;
  self->projection = *projection;
  self->detail = detail;
  self->tile_size = tile_size;
  self->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, clear_tile);
  g_mutex_init (&self->lock);

  if (similar != NULL && similar->detail == detail && chancery_map_projection_equal (&similar->projection, projection))
    {
      ChanceryMapScene *scene = chancery_map_layer_get_scene (similar);

      if (scene != NULL && picture->scale <= chancery_map_scene_get_scale (scene) &&
          picture->scale > chancery_map_scene_get_scale (scene) / 2)
        self->scene = chancery_map_scene_ref (scene);
    }

  return self;
}

/**
 * chancery_map_layer_close:
 * @self: (transfer full): a layer
 *
 * Drops the tiles, and what hasn't been painted yet.
 */
void
chancery_map_layer_close (ChanceryMapLayer *self)
{
  g_atomic_int_set (&self->closed, TRUE);
  g_hash_table_remove_all (self->tiles);
  layer_unref (self);
}

const ChanceryMapPicture *
chancery_map_layer_get_picture (ChanceryMapLayer *self)
{
  return &self->picture;
}

const ChanceryMapProjection *
chancery_map_layer_get_projection (ChanceryMapLayer *self)
{
  return &self->projection;
}

ChanceryGeometryScale
chancery_map_layer_get_detail (ChanceryMapLayer *self)
{
  return self->detail;
}

int
chancery_map_layer_get_tile_size (ChanceryMapLayer *self)
{
  return self->tile_size;
}

/**
 * chancery_map_layer_get_scene:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): what it is painted of; %NULL before the
 *   first tile is
 */
ChanceryMapScene *
chancery_map_layer_get_scene (ChanceryMapLayer *self)
{
  ChanceryMapScene *scene = NULL;

  /* Not worth waiting for. */
  if (g_mutex_trylock (&self->lock))
    {
      scene = self->scene;
      g_mutex_unlock (&self->lock);
    }

  return scene;
}

/**
 * chancery_map_layer_get_dots:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable) (element-type ChanceryMapDot): the small
 *   states; %NULL before the first tile is painted
 */
GArray *
chancery_map_layer_get_dots (ChanceryMapLayer *self)
{
  GArray *dots = NULL;

  if (g_mutex_trylock (&self->lock))
    {
      dots = self->dots;
      g_mutex_unlock (&self->lock);
    }

  return dots;
}

/**
 * chancery_map_layer_request:
 * @self: a layer
 * @tiles: columns and rows of tiles
 *
 * Has the tiles painted that have not been asked for yet, the middle first.
 *
 * Returns: whether all are there
 */
gboolean
chancery_map_layer_request (ChanceryMapLayer            *self,
                            const cairo_rectangle_int_t *tiles)
{
  const int middle_column = tiles->x + tiles->width / 2, middle_row = tiles->y + tiles->height / 2;
  const int reach = MAX (tiles->width, tiles->height);
  gboolean complete = TRUE;

  for (int distance = 0; distance <= reach; distance++)
    for (int row = tiles->y; row < tiles->y + tiles->height; row++)
      for (int column = tiles->x; column < tiles->x + tiles->width; column++)
        {
          gint64 key = tile_key (column, row);
          gpointer texture;
          Job *job;

          if (MAX (ABS (column - middle_column), ABS (row - middle_row)) != distance)
            continue;
          if (g_hash_table_lookup_extended (self->tiles, &key, NULL, &texture))
            {
              complete = complete && texture != NULL;
              continue;
            }

          complete = FALSE;
          g_hash_table_insert (self->tiles, g_memdup2 (&key, sizeof key), NULL);
          job = g_new0 (Job, 1);
          g_atomic_ref_count_inc (&self->ref_count);
          job->layer = self;
          job->column = column;
          job->row = row;
          g_thread_pool_push (self->painter->pool, job, NULL);
        }

  return complete;
}

/**
 * chancery_map_layer_has:
 * @self: a layer
 * @tiles: columns and rows of tiles
 *
 * Returns: whether all of them are painted
 */
gboolean
chancery_map_layer_has (ChanceryMapLayer            *self,
                        const cairo_rectangle_int_t *tiles)
{
  for (int row = tiles->y; row < tiles->y + tiles->height; row++)
    for (int column = tiles->x; column < tiles->x + tiles->width; column++)
      if (chancery_map_layer_get_tile (self, column, row) == NULL)
        return FALSE;

  return TRUE;
}

/**
 * chancery_map_layer_get_tile:
 * @self: a layer
 * @column: which tile, from the projection's centre to the right
 * @row: likewise, downwards
 *
 * Returns: (transfer none) (nullable): the tile, or %NULL if it isn't painted
 */
GdkTexture *
chancery_map_layer_get_tile (ChanceryMapLayer *self,
                             int               column,
                             int               row)
{
  gint64 key = tile_key (column, row);

  return g_hash_table_lookup (self->tiles, &key);
}

/**
 * chancery_map_layer_keep:
 * @self: a layer
 * @tiles: columns and rows of tiles
 *
 * Drops all other tiles that are painted.
 */
void
chancery_map_layer_keep (ChanceryMapLayer            *self,
                         const cairo_rectangle_int_t *tiles)
{
  GHashTableIter iter;
  gpointer key, texture;

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, &key, &texture))
    {
      const int column = (int) (*(gint64 *) key >> 32), row = (int) (gint32) (*(gint64 *) key & 0xffffffff);

      if (texture != NULL && (column < tiles->x || column >= tiles->x + tiles->width || row < tiles->y ||
                              row >= tiles->y + tiles->height))
        g_hash_table_iter_remove (&iter);
    }
}
