/* chancery-state-item.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-state-item.h"

#include <glib/gi18n.h>

struct _ChanceryStateItem
{
  GObject parent_instance;

  ChanceryState *state;
  char *display_name;
  char *collation_key;
  ChanceryMembershipStatus status;
  ChanceryDate since;
  guint n_mentions;
  guint n_notes;
};

typedef enum
{
  PROP_STATE = 1,
  PROP_DISPLAY_NAME,
  PROP_STATUS,
  PROP_SINCE,
  PROP_N_MENTIONS,
  PROP_N_NOTES,
} ChanceryStateItemProps;

static GParamSpec *props[PROP_N_NOTES + 1];

G_DEFINE_FINAL_TYPE (ChanceryStateItem, chancery_state_item, G_TYPE_OBJECT)

static void
chancery_state_item_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ChanceryStateItem *self = CHANCERY_STATE_ITEM (object);

  switch ((ChanceryStateItemProps) prop_id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, self->display_name);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, (int) self->status);
      break;
    case PROP_SINCE:
      g_value_set_boxed (value, &self->since);
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
      break;
    case PROP_N_NOTES:
      g_value_set_uint (value, self->n_notes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_state_item_dispose (GObject *object)
{
  ChanceryStateItem *self = CHANCERY_STATE_ITEM (object);

  g_clear_object (&self->state);

  G_OBJECT_CLASS (chancery_state_item_parent_class)->dispose (object);
}

static void
chancery_state_item_finalize (GObject *object)
{
  ChanceryStateItem *self = CHANCERY_STATE_ITEM (object);

  g_free (self->display_name);
  g_free (self->collation_key);

  G_OBJECT_CLASS (chancery_state_item_parent_class)->finalize (object);
}

static void
chancery_state_item_class_init (ChanceryStateItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_state_item_get_property;
  object_class->dispose = chancery_state_item_dispose;
  object_class->finalize = chancery_state_item_finalize;

  props[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, CHANCERY_TYPE_STATE, flags);
  props[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL, flags);
  props[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, CHANCERY_TYPE_MEMBERSHIP_STATUS,
                                          CHANCERY_MEMBERSHIP_STATUS_NONE, flags);
  props[PROP_SINCE] = g_param_spec_boxed ("since", NULL, NULL, CHANCERY_TYPE_DATE, flags);
  props[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_NOTES] = g_param_spec_uint ("n-notes", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_state_item_init (ChanceryStateItem *self)
{
}

/**
 * chancery_state_item_new:
 * @state: a state
 *
 * Returns: (transfer full): an item for @state, without standing
 */
ChanceryStateItem *
chancery_state_item_new (ChanceryState *state)
{
  ChanceryStateItem *self = g_object_new (CHANCERY_TYPE_STATE_ITEM, NULL);

  self->state = g_object_ref (state);
  self->display_name = chancery_state_dup_display_name (state);
  self->collation_key = g_utf8_collate_key (self->display_name, -1);

  return self;
}

ChanceryState *
chancery_state_item_get_state (ChanceryStateItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE_ITEM (self), NULL);

  return self->state;
}

const char *
chancery_state_item_get_iso (ChanceryStateItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE_ITEM (self), NULL);

  return chancery_state_get_iso (self->state);
}

/**
 * chancery_state_item_get_display_name:
 * @self: an item
 *
 * Returns: the state's name in the language of the interface
 */
const char *
chancery_state_item_get_display_name (ChanceryStateItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE_ITEM (self), NULL);

  return self->display_name;
}

/**
 * chancery_state_item_get_collation_key:
 * @self: an item
 *
 * Returns: what strcmp() orders the names by
 */
const char *
chancery_state_item_get_collation_key (ChanceryStateItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE_ITEM (self), NULL);

  return self->collation_key;
}

ChanceryMembershipStatus
chancery_state_item_get_status (ChanceryStateItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE_ITEM (self), CHANCERY_MEMBERSHIP_STATUS_NONE);

  return self->status;
}

void
chancery_state_item_set_standing (ChanceryStateItem        *self,
                                  ChanceryMembershipStatus  status,
                                  ChanceryDate              since)
{
  g_return_if_fail (CHANCERY_IS_STATE_ITEM (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->status != status)
    {
      self->status = status;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
    }
  if (!chancery_date_equal (self->since, since))
    {
      self->since = since;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SINCE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * chancery_state_item_get_n_mentions:
 * @self: an item
 *
 * Returns: how often the article that is open mentions the state
 */
guint
chancery_state_item_get_n_mentions (ChanceryStateItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE_ITEM (self), 0);

  return self->n_mentions;
}

void
chancery_state_item_set_n_mentions (ChanceryStateItem *self,
                                    guint              n_mentions)
{
  g_return_if_fail (CHANCERY_IS_STATE_ITEM (self));

  if (self->n_mentions == n_mentions)
    return;

  self->n_mentions = n_mentions;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_MENTIONS]);
}

/**
 * chancery_state_item_get_n_notes:
 * @self: an item
 *
 * Returns: how many notes in the library are about the state
 */
guint
chancery_state_item_get_n_notes (ChanceryStateItem *self)
{
  g_return_val_if_fail (CHANCERY_IS_STATE_ITEM (self), 0);

  return self->n_notes;
}

void
chancery_state_item_set_n_notes (ChanceryStateItem *self,
                                 guint              n_notes)
{
  g_return_if_fail (CHANCERY_IS_STATE_ITEM (self));

  if (self->n_notes == n_notes)
    return;

  self->n_notes = n_notes;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_NOTES]);
}

static char *
dup_standing_since (ChanceryMembershipStatus  status,
                    const char               *date)
{
  switch (status)
    {
    case CHANCERY_MEMBERSHIP_STATUS_MEMBER:
      return g_strdup_printf (_("member since %s"), date);
    case CHANCERY_MEMBERSHIP_STATUS_SUSPENDED:
      return g_strdup_printf (_("suspended since %s"), date);
    case CHANCERY_MEMBERSHIP_STATUS_OBSERVER:
      return g_strdup_printf (_("observer since %s"), date);
    case CHANCERY_MEMBERSHIP_STATUS_ASSOCIATE:
      return g_strdup_printf (_("associate since %s"), date);
    case CHANCERY_MEMBERSHIP_STATUS_PARTNER:
      return g_strdup_printf (_("partner since %s"), date);
    case CHANCERY_MEMBERSHIP_STATUS_CANDIDATE:
      return g_strdup_printf (_("candidate since %s"), date);
    case CHANCERY_MEMBERSHIP_STATUS_APPLICANT:
      return g_strdup_printf (_("applicant since %s"), date);
    case CHANCERY_MEMBERSHIP_STATUS_INVITED:
      return g_strdup_printf (_("invited since %s"), date);
    case CHANCERY_MEMBERSHIP_STATUS_FORMER:
      return g_strdup_printf (_("left %s"), date);
    case CHANCERY_MEMBERSHIP_STATUS_NONE:
    default:
      return g_strdup (_("not a member"));
    }
}

static const char *
get_standing_word (ChanceryMembershipStatus status)
{
  switch (status)
    {
    case CHANCERY_MEMBERSHIP_STATUS_MEMBER:
      return C_("status", "member");
    case CHANCERY_MEMBERSHIP_STATUS_SUSPENDED:
      return C_("status", "suspended");
    case CHANCERY_MEMBERSHIP_STATUS_OBSERVER:
      return C_("status", "observer");
    case CHANCERY_MEMBERSHIP_STATUS_ASSOCIATE:
      return C_("status", "associate");
    case CHANCERY_MEMBERSHIP_STATUS_PARTNER:
      return C_("status", "partner");
    case CHANCERY_MEMBERSHIP_STATUS_CANDIDATE:
      return C_("status", "candidate");
    case CHANCERY_MEMBERSHIP_STATUS_APPLICANT:
      return C_("status", "applicant");
    case CHANCERY_MEMBERSHIP_STATUS_INVITED:
      return C_("status", "invited");
    case CHANCERY_MEMBERSHIP_STATUS_FORMER:
      return C_("status", "former member");
    case CHANCERY_MEMBERSHIP_STATUS_NONE:
    default:
      return C_("status", "not a member");
    }
}

/**
 * chancery_state_item_dup_standing_text:
 * @self: an item
 *
 * Returns: (transfer full): the status and since when, for people to read
 */
char *
chancery_state_item_dup_standing_text (ChanceryStateItem *self)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (CHANCERY_IS_STATE_ITEM (self), NULL);

  if (!chancery_date_is_set (self->since))
    return g_strdup (get_standing_word (self->status));

  date = chancery_date_format ((ChanceryDate) { self->since.year, 0, 0 });
  return dup_standing_since (self->status, date);
}
