/* chancery-open-article.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-open-article.h"

#include "chancery-mention.h"

/**
 * ChanceryOpenArticle:
 *
 * Opens one article after the other. What was asked for last wins; what comes
 * late for an earlier one is dropped. The article and its notes come together,
 * so that nothing is shown half; the mentions follow when they are found.
 */
struct _ChanceryOpenArticle
{
  GObject parent_instance;

  ChanceryContext *context;
  GCancellable *cancellable; /* (owned) (nullable): ends what is under way */

  /* In progress */
  char *wanted_uid;
  ChanceryArticle *coming_article;
  GListModel *coming_notes;
  gboolean coming_position;
  gboolean is_looking; /* whether the text changed */
  gboolean look_again;

  /* Results */
  ChanceryArticle *article;
  GListModel *notes;
  GArray *mentions; /* (element-type ChanceryMention) */
  gsize position_chars;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_ARTICLE,
  PROP_MENTIONS,
} ChanceryOpenArticleProps;

static GParamSpec *props[PROP_MENTIONS + 1];

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryOpenArticle, chancery_open_article, G_TYPE_OBJECT)

static void
stop (ChanceryOpenArticle *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->coming_article);
  g_clear_object (&self->coming_notes);
  self->coming_position = FALSE;
}

static void
fail (ChanceryOpenArticle *self,
      GError              *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  stop (self);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ChanceryOpenArticle) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) mentions = chancery_gazetteer_find_finish (CHANCERY_GAZETTEER (source), result, &error);

  if (mentions == NULL)
    {
      fail (self, error);
      return;
    }

  g_clear_pointer (&self->mentions, g_array_unref);
  self->mentions = g_steal_pointer (&mentions);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MENTIONS]);
}

static void
find_mentions (ChanceryOpenArticle *self)
{
  ChanceryGazetteer *gazetteer = chancery_context_get_gazetteer (self->context);

  if (self->article == NULL || self->cancellable == NULL)
    return;

  chancery_gazetteer_find_async (gazetteer, chancery_article_get_text (self->article),
                                 chancery_article_get_lang (self->article), chancery_open_article_get_date (self),
                                 self->cancellable, found_cb, g_object_ref (self));
}

static void
show_if_complete (ChanceryOpenArticle *self)
{
  if (self->coming_article == NULL || self->coming_notes == NULL || !self->coming_position)
    return;

  g_set_object (&self->article, self->coming_article);
  g_set_object (&self->notes, self->coming_notes);
  g_clear_object (&self->coming_article);
  g_clear_object (&self->coming_notes);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ARTICLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MENTIONS]);
  find_mentions (self);
}

static void
article_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ChanceryOpenArticle) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryArticle) article =
    chancery_library_load_article_finish (CHANCERY_LIBRARY (source), result, &error);

  if (article == NULL)
    {
      fail (self, error);
      return;
    }
  if (g_strcmp0 (chancery_article_get_uid (article), self->wanted_uid) != 0)
    return;

  g_set_object (&self->coming_article, article);
  show_if_complete (self);
}

static void
notes_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ChanceryOpenArticle) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) notes = chancery_library_list_notes_finish (CHANCERY_LIBRARY (source), result, &error);

  if (notes == NULL)
    {
      fail (self, error);
      return;
    }

  g_set_object (&self->coming_notes, notes);
  show_if_complete (self);
}

static void
position_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ChanceryOpenArticle) self = user_data;
  g_autoptr (GError) error = NULL;
  gsize position_chars = 0;

  if (!chancery_library_get_reading_finish (CHANCERY_LIBRARY (source), result, &position_chars, NULL, &error))
    {
      fail (self, error);
      return;
    }

  self->position_chars = position_chars;
  self->coming_position = TRUE;
  show_if_complete (self);
}

static void
chancery_open_article_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ChanceryOpenArticle *self = CHANCERY_OPEN_ARTICLE (object);

  switch ((ChanceryOpenArticleProps) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_MENTIONS:
      g_value_set_boxed (value, self->mentions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_open_article_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ChanceryOpenArticle *self = CHANCERY_OPEN_ARTICLE (object);

  switch ((ChanceryOpenArticleProps) prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_ARTICLE:
    case PROP_MENTIONS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_open_article_dispose (GObject *object)
{
  ChanceryOpenArticle *self = CHANCERY_OPEN_ARTICLE (object);

  stop (self);
  g_clear_object (&self->article);
  g_clear_object (&self->notes);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (chancery_open_article_parent_class)->dispose (object);
}

static void
chancery_open_article_finalize (GObject *object)
{
  ChanceryOpenArticle *self = CHANCERY_OPEN_ARTICLE (object);

  g_clear_pointer (&self->mentions, g_array_unref);
  g_free (self->wanted_uid);

  G_OBJECT_CLASS (chancery_open_article_parent_class)->finalize (object);
}

static void
chancery_open_article_class_init (ChanceryOpenArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_open_article_get_property;
  object_class->set_property = chancery_open_article_set_property;
  object_class->dispose = chancery_open_article_dispose;
  object_class->finalize = chancery_open_article_finalize;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, CHANCERY_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, CHANCERY_TYPE_ARTICLE, flags);
  props[PROP_MENTIONS] = g_param_spec_boxed ("mentions", NULL, NULL, G_TYPE_ARRAY, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryOpenArticle::failed:
   * @self: the open article
   * @error: why the article that was asked for can't be shown
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
chancery_open_article_init (ChanceryOpenArticle *self)
{
}

/**
 * chancery_open_article_new:
 * @context: the context, with or without a library yet
 *
 * Returns: (transfer full): no article, so far
 */
ChanceryOpenArticle *
chancery_open_article_new (ChanceryContext *context)
{
  return g_object_new (CHANCERY_TYPE_OPEN_ARTICLE, "context", context, NULL);
}

/**
 * chancery_open_article_open:
 * @self: the open article
 * @uid: an article of the library, which must be open
 *
 * Opens an article. #ChanceryOpenArticle:article is notified when it is there.
 */
void
chancery_open_article_open (ChanceryOpenArticle *self,
                            const char          *uid)
{
  ChanceryLibrary *library;

  g_return_if_fail (CHANCERY_IS_OPEN_ARTICLE (self));
  g_return_if_fail (uid != NULL);

  library = chancery_context_get_library (self->context);
  g_return_if_fail (library != NULL);

  stop (self);
  g_set_str (&self->wanted_uid, uid);
  self->cancellable = g_cancellable_new ();
  chancery_library_load_article_async (library, self->wanted_uid, self->cancellable, article_loaded_cb,
                                       g_object_ref (self));
  chancery_library_list_notes_async (library, &(ChanceryNoteFilter) { .article_uid = self->wanted_uid },
                                     self->cancellable, notes_listed_cb, g_object_ref (self));
  chancery_library_get_reading_async (library, self->wanted_uid, self->cancellable, position_read_cb,
                                      g_object_ref (self));
}

/**
 * chancery_open_article_reload:
 * @self: the open article
 *
 * Reads the article again, after its fields were corrected.
 */
void
chancery_open_article_reload (ChanceryOpenArticle *self)
{
  g_autofree char *uid = NULL;

  g_return_if_fail (CHANCERY_IS_OPEN_ARTICLE (self));

  uid = g_strdup (self->wanted_uid);
  if (uid != NULL)
    chancery_open_article_open (self, uid);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryOpenArticle) self = user_data;
  g_autoptr (ChanceryArticle) article = chancery_library_load_article_finish (CHANCERY_LIBRARY (source), result, NULL);
  const gboolean look_again = self->look_again;

  self->is_looking = self->look_again = FALSE;
  if (article != NULL && self->article != NULL &&
      g_strcmp0 (chancery_article_get_uid (article), self->wanted_uid) == 0 &&
      g_strcmp0 (chancery_article_get_uid (self->article), self->wanted_uid) == 0 &&
      !g_str_equal (chancery_article_get_text (article), chancery_article_get_text (self->article)))
    chancery_open_article_reload (self);
  else if (look_again)
    chancery_open_article_refresh (self);
}

/**
 * chancery_open_article_refresh:
 * @self: the open article
 *
 * Looks whether the library has another text for the article now: a newer
 * version, or an older one again. If so, the article is read again.
 */
void
chancery_open_article_refresh (ChanceryOpenArticle *self)
{
  ChanceryLibrary *library;

  g_return_if_fail (CHANCERY_IS_OPEN_ARTICLE (self));

  library = chancery_context_get_library (self->context);
  if (self->article == NULL || library == NULL)
    return;
  if (self->is_looking)
    {
      self->look_again = TRUE;
      return;
    }

  self->is_looking = TRUE;
  chancery_library_load_article_async (library, chancery_article_get_uid (self->article), NULL, looked_cb,
                                       g_object_ref (self));
}

/**
 * chancery_open_article_close:
 * @self: the open article
 *
 * Opens nothing.
 */
void
chancery_open_article_close (ChanceryOpenArticle *self)
{
  g_return_if_fail (CHANCERY_IS_OPEN_ARTICLE (self));

  stop (self);
  g_clear_pointer (&self->wanted_uid, g_free);
  if (self->article == NULL)
    return;

  g_clear_object (&self->article);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ARTICLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MENTIONS]);
}

/**
 * chancery_open_article_get_uid:
 * @self: the open article
 *
 * Returns: (nullable): the article that was asked for last
 */
const char *
chancery_open_article_get_uid (ChanceryOpenArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_OPEN_ARTICLE (self), NULL);

  return self->wanted_uid;
}

/**
 * chancery_open_article_get_article:
 * @self: the open article
 *
 * Returns: (transfer none) (nullable): the article that is shown
 */
ChanceryArticle *
chancery_open_article_get_article (ChanceryOpenArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_OPEN_ARTICLE (self), NULL);

  return self->article;
}

/**
 * chancery_open_article_get_notes:
 * @self: the open article
 *
 * Returns: (transfer none) (nullable): its notes, a live list
 */
GListModel *
chancery_open_article_get_notes (ChanceryOpenArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_OPEN_ARTICLE (self), NULL);

  return self->notes;
}

/**
 * chancery_open_article_get_mentions:
 * @self: the open article
 *
 * Returns: (transfer none) (nullable) (element-type ChanceryMention): the
 *   mentions of states in its text, once they are found
 */
GArray *
chancery_open_article_get_mentions (ChanceryOpenArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_OPEN_ARTICLE (self), NULL);

  return self->mentions;
}

/**
 * chancery_open_article_get_position_chars:
 * @self: the open article
 *
 * Returns: where the article was left
 */
gsize
chancery_open_article_get_position_chars (ChanceryOpenArticle *self)
{
  g_return_val_if_fail (CHANCERY_IS_OPEN_ARTICLE (self), 0);

  return self->position_chars;
}

/**
 * chancery_open_article_get_date:
 * @self: the open article
 *
 * Returns: the as-of date: the article's, or today where there is none
 */
ChanceryDate
chancery_open_article_get_date (ChanceryOpenArticle *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (CHANCERY_IS_OPEN_ARTICLE (self), CHANCERY_DATE_NONE);

  if (self->article != NULL && chancery_date_is_set (chancery_article_get_published (self->article)))
    return chancery_article_get_published (self->article);

  now = g_date_time_new_now_local ();
  return chancery_date_from_g_date_time (now);
}
