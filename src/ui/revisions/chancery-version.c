/* chancery-version.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-version.h"

#include <glib/gi18n.h>

struct _ChanceryVersion
{
  GObject parent_instance;

  guint number;
  gboolean is_current;
  char *title;
  char *subtitle;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
} ChanceryVersionProps;

static GParamSpec *props[PROP_SUBTITLE + 1];

G_DEFINE_FINAL_TYPE (ChanceryVersion, chancery_version, G_TYPE_OBJECT)

static void
chancery_version_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ChanceryVersion *self = CHANCERY_VERSION (object);

  switch ((ChanceryVersionProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_version_finalize (GObject *object)
{
  ChanceryVersion *self = CHANCERY_VERSION (object);

  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (chancery_version_parent_class)->finalize (object);
}

static void
chancery_version_class_init (ChanceryVersionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_version_get_property;
  object_class->finalize = chancery_version_finalize;

  /**
   * ChanceryVersion:title:
   *
   * "Version 2 (current)".
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);

  /**
   * ChanceryVersion:subtitle:
   *
   * When it was taken in.
   */
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, readable);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_version_init (ChanceryVersion *self)
{
}

/**
 * chancery_version_new:
 * @revision: what the library says of it
 *
 * Returns: (transfer full): the same, to be shown
 */
ChanceryVersion *
chancery_version_new (const ChanceryRevision *revision)
{
  ChanceryVersion *self = g_object_new (CHANCERY_TYPE_VERSION, NULL);
  g_autoptr (GDateTime) added = g_date_time_new_from_unix_local (revision->added_us / G_USEC_PER_SEC);
  g_autofree char *day = chancery_date_format (chancery_date_from_g_date_time (added));
  g_autofree char *time = g_date_time_format (added, "%X");

  self->number = revision->number;
  self->is_current = revision->is_current;
  self->title = g_strdup_printf (revision->is_current ? _("Version %u (current)") : _("Version %u"), revision->number);
  /* Translators: when a text came into the library: a day and a time */
  self->subtitle = g_strdup_printf (_("Taken in on %1$s at %2$s"), day, time);

  return self;
}

guint
chancery_version_get_number (ChanceryVersion *self)
{
  g_return_val_if_fail (CHANCERY_IS_VERSION (self), 0);

  return self->number;
}

gboolean
chancery_version_get_is_current (ChanceryVersion *self)
{
  g_return_val_if_fail (CHANCERY_IS_VERSION (self), FALSE);

  return self->is_current;
}

const char *
chancery_version_get_title (ChanceryVersion *self)
{
  g_return_val_if_fail (CHANCERY_IS_VERSION (self), NULL);

  return self->title;
}

const char *
chancery_version_get_subtitle (ChanceryVersion *self)
{
  g_return_val_if_fail (CHANCERY_IS_VERSION (self), NULL);

  return self->subtitle;
}
