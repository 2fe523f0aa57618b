/* chancery-article-item.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-article-item-private.h"

struct _ChanceryArticleItem
{
  GObject parent_instance;

  char *uid;
  char *kicker;
  char *headline;
  char *source;
  char *agency;
  char *lang;
  ChanceryDate published;
  gboolean published_guessed;
  gboolean unread;
  guint n_notes;
};

typedef enum
{
  PROP_LOADED = 1,
  PROP_UID,
  PROP_KICKER,
  PROP_HEADLINE,
  PROP_SOURCE,
  PROP_AGENCY,
  PROP_LANG,
  PROP_PUBLISHED,
  PROP_PUBLISHED_GUESSED,
  PROP_UNREAD,
  PROP_N_NOTES,
} ChanceryArticleItemProps;

static GParamSpec *props[PROP_N_NOTES + 1];

G_DEFINE_FINAL_TYPE (ChanceryArticleItem, chancery_article_item, G_TYPE_OBJECT)

static void
chancery_article_item_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ChanceryArticleItem *self = CHANCERY_ARTICLE_ITEM (object);

  switch ((ChanceryArticleItemProps) prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->uid != NULL);
      break;
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;
    case PROP_KICKER:
      g_value_set_string (value, self->kicker);
      break;
    case PROP_HEADLINE:
      g_value_set_string (value, self->headline);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_AGENCY:
      g_value_set_string (value, self->agency);
      break;
    case PROP_LANG:
      g_value_set_string (value, self->lang);
      break;
    case PROP_PUBLISHED:
      g_value_set_boxed (value, &self->published);
      break;
    case PROP_PUBLISHED_GUESSED:
      g_value_set_boolean (value, self->published_guessed);
      break;
    case PROP_UNREAD:
      g_value_set_boolean (value, self->unread);
      break;
    case PROP_N_NOTES:
      g_value_set_uint (value, self->n_notes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_article_item_finalize (GObject *object)
{
  ChanceryArticleItem *self = CHANCERY_ARTICLE_ITEM (object);

  g_free (self->uid);
  g_free (self->kicker);
  g_free (self->headline);
  g_free (self->source);
  g_free (self->agency);
  g_free (self->lang);

  G_OBJECT_CLASS (chancery_article_item_parent_class)->finalize (object);
}

static void
chancery_article_item_class_init (ChanceryArticleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_article_item_get_property;
  object_class->finalize = chancery_article_item_finalize;

  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  props[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, flags);
  props[PROP_KICKER] = g_param_spec_string ("kicker", NULL, NULL, NULL, flags);
  props[PROP_HEADLINE] = g_param_spec_string ("headline", NULL, NULL, NULL, flags);
  props[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  props[PROP_AGENCY] = g_param_spec_string ("agency", NULL, NULL, NULL, flags);
  props[PROP_LANG] = g_param_spec_string ("lang", NULL, NULL, NULL, flags);
  props[PROP_PUBLISHED] = g_param_spec_boxed ("published", NULL, NULL, CHANCERY_TYPE_DATE, flags);
  props[PROP_PUBLISHED_GUESSED] = g_param_spec_boolean ("published-guessed", NULL, NULL, FALSE, flags);
  props[PROP_UNREAD] = g_param_spec_boolean ("unread", NULL, NULL, FALSE, flags);
  props[PROP_N_NOTES] = g_param_spec_uint ("n-notes", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_article_item_init (ChanceryArticleItem *self)
{
}

/**
 * chancery_article_item_new:
 * @fields: (nullable): what it says; %NULL for one that isn't read yet
 *
 * Returns: (transfer full): a new item
 */
ChanceryArticleItem *
chancery_article_item_new (const ChanceryArticleItemFields *fields)
{
  ChanceryArticleItem *self = g_object_new (CHANCERY_TYPE_ARTICLE_ITEM, NULL);

  if (fields == NULL)
    return self;

  self->uid = g_strdup (fields->uid);
  self->kicker = g_strdup (fields->kicker);
  self->headline = g_strdup (fields->headline);
  self->source = g_strdup (fields->source);
  self->agency = g_strdup (fields->agency);
  self->lang = g_strdup (fields->lang);
  self->published = fields->published;
  self->published_guessed = fields->published_guessed;
  self->unread = fields->unread;
  self->n_notes = fields->n_notes;

  return self;
}

static void
assign_string (ChanceryArticleItem       *self,
               char                     **field,
               const char                *value,
               ChanceryArticleItemProps   prop)
{
  if (g_set_str (field, value))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
assign_boolean (ChanceryArticleItem      *self,
                gboolean                 *field,
                gboolean                  value,
                ChanceryArticleItemProps  prop)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/**
 * chancery_article_item_assign:
 * @self: an item
 * @other: an item of the same article, unless @self isn't read yet
 *
 * Makes @self say what @other says, and notifies of each property that changes.
 */
void
chancery_article_item_assign (ChanceryArticleItem *self,
                              ChanceryArticleItem *other)
{
  g_return_if_fail (CHANCERY_IS_ARTICLE_ITEM (self));
  g_return_if_fail (CHANCERY_IS_ARTICLE_ITEM (other));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->uid == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
  assign_string (self, &self->uid, other->uid, PROP_UID);
  assign_string (self, &self->kicker, other->kicker, PROP_KICKER);
  assign_string (self, &self->headline, other->headline, PROP_HEADLINE);
  assign_string (self, &self->source, other->source, PROP_SOURCE);
  assign_string (self, &self->agency, other->agency, PROP_AGENCY);
  assign_string (self, &self->lang, other->lang, PROP_LANG);
  if (!chancery_date_equal (self->published, other->published))
    {
      self->published = other->published;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PUBLISHED]);
    }
  assign_boolean (self, &self->published_guessed, other->published_guessed, PROP_PUBLISHED_GUESSED);
  assign_boolean (self, &self->unread, other->unread, PROP_UNREAD);
  if (self->n_notes != other->n_notes)
    {
      self->n_notes = other->n_notes;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_NOTES]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * chancery_article_item_get_loaded:
 * @self: an item
 *
 * Returns: whether the library has read it
 */
gboolean
chancery_article_item_get_loaded (ChanceryArticleItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ITEM (self), FALSE);

  return self->uid != NULL;
}

const char *
chancery_article_item_get_uid (ChanceryArticleItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ITEM (self), NULL);

  return self->uid;
}

const char *
chancery_article_item_get_headline (ChanceryArticleItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ITEM (self), NULL);

  return self->headline;
}

const char *
chancery_article_item_get_source (ChanceryArticleItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ITEM (self), NULL);

  return self->source;
}

const char *
chancery_article_item_get_agency (ChanceryArticleItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ITEM (self), NULL);

  return self->agency;
}

const char *
chancery_article_item_get_lang (ChanceryArticleItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ITEM (self), NULL);

  return self->lang;
}

ChanceryDate
chancery_article_item_get_published (ChanceryArticleItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ITEM (self), CHANCERY_DATE_NONE);

  return self->published;
}

gboolean
chancery_article_item_get_unread (ChanceryArticleItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ITEM (self), FALSE);

  return self->unread;
}

guint
chancery_article_item_get_n_notes (ChanceryArticleItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_ARTICLE_ITEM (self), 0);

  return self->n_notes;
}
