/* chancery-link-loader.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-link-loader.h"

/* Many more than are ever shown at a time. */
#define MAX_KNOWN 1000

struct _ChanceryLinkLoader
{
  GObject parent_instance;

  ChanceryLibrary *library; /* (owned) */
  gboolean of_articles;
  GCancellable *cancellable; /* (owned) */
  GHashTable *known; /* (owned): uid → Known */
  GHashTable *wanted; /* (owned): uids to ask for next */
  guint source;
  guint64 generation; /* how often the library has changed */
};

typedef struct
{
  ChanceryLinkEnds *ends; /* (owned) */
  guint64 generation;
} Known;

typedef struct
{
  ChanceryLinkLoader *loader; /* (owned) */
  guint64 generation;
} Asking;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryLinkLoader, chancery_link_loader, G_TYPE_OBJECT)

static void
known_free (gpointer data)
{
  Known *known = data;

  chancery_link_ends_free (known->ends);
  g_free (known);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (ChanceryLinkLoader) self = asking->loader;
  g_autoptr (GHashTable) found = chancery_library_load_links_finish (CHANCERY_LIBRARY (object), result, NULL);
  GHashTableIter iter;
  gpointer uid, ends;

  /* What can't be read isn't shown; whoever lists the notes says that the library can't be read. */
  if (found == NULL)
    return;

  if (g_hash_table_size (self->known) > MAX_KNOWN)
    g_hash_table_remove_all (self->known);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &uid, &ends))
    {
      Known *known = g_new0 (Known, 1);

      known->ends = ends;
      known->generation = asking->generation;
      g_hash_table_iter_steal (&iter);
      g_hash_table_replace (self->known, uid, known);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
ask_cb (gpointer user_data)
{
  ChanceryLinkLoader *self = CHANCERY_LINK_LOADER (user_data);
  g_autofree const char **uids = (const char **) g_hash_table_get_keys_as_array (self->wanted, NULL);
  Asking *asking = g_new0 (Asking, 1);

  self->source = 0;
  asking->loader = g_object_ref (self);
  asking->generation = self->generation;
  chancery_library_load_links_async (self->library, uids, self->of_articles, self->cancellable, loaded_cb, asking);
  g_hash_table_remove_all (self->wanted);

  return G_SOURCE_REMOVE;
}

static void
library_changed_cb (ChanceryLinkLoader *self)
{
  self->generation++;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chancery_link_loader_dispose (GObject *object)
{
  ChanceryLinkLoader *self = CHANCERY_LINK_LOADER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (chancery_link_loader_parent_class)->dispose (object);
}

static void
chancery_link_loader_finalize (GObject *object)
{
  ChanceryLinkLoader *self = CHANCERY_LINK_LOADER (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->wanted);

  G_OBJECT_CLASS (chancery_link_loader_parent_class)->finalize (object);
}

static void
chancery_link_loader_class_init (ChanceryLinkLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = chancery_link_loader_dispose;
  object_class->finalize = chancery_link_loader_finalize;

  /**
   * ChanceryLinkLoader::changed:
   *
   * What chancery_link_loader_get() returns may be another.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
chancery_link_loader_init (ChanceryLinkLoader *self)
{
  self->cancellable = g_cancellable_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * chancery_link_loader_new:
 * @library: where the notes are
 * @of_articles: whether it is articles, not notes, that are asked about
 *
 * Returns: (transfer full): a loader
 */
ChanceryLinkLoader *
chancery_link_loader_new (ChanceryLibrary *library,
                          gboolean         of_articles)
{
  ChanceryLinkLoader *self;

  g_return_val_if_fail (CHANCERY_IS_LIBRARY (library), NULL);

  self = g_object_new (CHANCERY_TYPE_LINK_LOADER, NULL);
  self->library = g_object_ref (library);
  self->of_articles = of_articles;
  g_signal_connect_object (library, "notes-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "articles-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * chancery_link_loader_get:
 * @self: a loader
 * @uid: a note
 *
 * Returns: (transfer none) (nullable): what the note is linked with, as far as it
 *   is known; #ChanceryLinkLoader::changed follows if there is more to know
 */
const ChanceryLinkEnds *
chancery_link_loader_get (ChanceryLinkLoader *self,
                          const char         *uid)
{
  const Known *known;

  g_return_val_if_fail (CHANCERY_IS_LINK_LOADER (self), NULL);

  known = g_hash_table_lookup (self->known, uid);
  if (known == NULL || known->generation != self->generation)
    {
      g_hash_table_add (self->wanted, g_strdup (uid));
      /* After all rows of a moment are bound. */
      if (self->source == 0)
        self->source = g_idle_add (ask_cb, self);
    }

  return known != NULL ? known->ends : NULL;
}
