/* chancery-chip.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-chip.h"

#include <string.h>

#include "chancery-note-text.h"
#include "chancery-text.h"

struct _ChanceryChip
{
  GObject parent_instance;

  char *id;
  char *label;
  char *folded; /* the label and what else it is found by, one a line */
};

typedef enum
{
  PROP_ID = 1,
  PROP_LABEL,
} ChanceryChipProps;

static GParamSpec *props[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (ChanceryChip, chancery_chip, G_TYPE_OBJECT)

static void
chancery_chip_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ChanceryChip *self = CHANCERY_CHIP (object);

  switch ((ChanceryChipProps) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_chip_finalize (GObject *object)
{
  ChanceryChip *self = CHANCERY_CHIP (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->folded);

  G_OBJECT_CLASS (chancery_chip_parent_class)->finalize (object);
}

static void
chancery_chip_class_init (ChanceryChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = chancery_chip_get_property;
  object_class->finalize = chancery_chip_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_chip_init (ChanceryChip *self)
{
}

/**
 * chancery_chip_new:
 * @id: what it stands for: a tag, a state's code
 * @label: how it is shown
 * @also: (nullable): other names that it is found by, one a line
 *
 * Returns: (transfer full): a chip
 */
ChanceryChip *
chancery_chip_new (const char *id,
                   const char *label,
                   const char *also)
{
  ChanceryChip *self;
  g_autofree char *names = NULL;

  g_return_val_if_fail (id != NULL && label != NULL, NULL);

  names = also != NULL ? g_strconcat (label, "\n", also, NULL) : g_strdup (label);
  self = g_object_new (CHANCERY_TYPE_CHIP, NULL);
  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->folded = chancery_text_fold (names);

  return self;
}

const char *
chancery_chip_get_id (ChanceryChip *self)
{
  g_return_val_if_fail (CHANCERY_IS_CHIP (self), NULL);

  return self->id;
}

const char *
chancery_chip_get_label (ChanceryChip *self)
{
  g_return_val_if_fail (CHANCERY_IS_CHIP (self), NULL);

  return self->label;
}

/**
 * chancery_chip_match:
 * @self: a chip
 * @words: what the user typed
 *
 * Returns: how well it fits: 0 not at all, 1 inside a word, 2 at the start of a
 *   word, 3 at the start of a name, 4 the whole of a name
 */
int
chancery_chip_match (ChanceryChip *self,
                     const char   *words)
{
  g_autofree char *needle = NULL;
  gsize length;
  int best = 0;

  g_return_val_if_fail (CHANCERY_IS_CHIP (self), 0);

  needle = chancery_text_fold (words);
  g_strstrip (needle);
  length = strlen (needle);
  if (length == 0)
    return 1;

  for (const char *p = strstr (self->folded, needle); p != NULL; p = strstr (p + 1, needle))
    {
      gunichar before = p > self->folded ? g_utf8_get_char (g_utf8_prev_char (p)) : '\n';
      char after = p[length];
      int fit = before == '\n' ? (after == '\0' || after == '\n' ? 4 : 3) : !g_unichar_isalnum (before) ? 2 : 1;

      best = MAX (best, fit);
    }

  return best;
}

static gpointer
tag_to_chip (gpointer item,
             gpointer user_data)
{
  g_autoptr (GtkStringObject) tag = item;
  const char *text = gtk_string_object_get_string (tag);

  return chancery_chip_new (text, text, NULL);
}

/**
 * chancery_chip_list_new_for_tags:
 * @tags: (element-type GtkStringObject): tags, live
 *
 * Returns: (transfer full) (element-type ChanceryChip): a chip for each
 */
GListModel *
chancery_chip_list_new_for_tags (GListModel *tags)
{
  return G_LIST_MODEL (gtk_map_list_model_new (g_object_ref (tags), tag_to_chip, NULL, NULL));
}
