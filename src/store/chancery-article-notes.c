/* chancery-article-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-article-notes.h"

#include <string.h>

#include "chancery-library-private.h"

/**
 * ChanceryArticleNotes:
 *
 * The notes of one article, all of them, in the order of the text: those
 * without a passage first, then by where the passage begins and ends, and by
 * age where that is the same.
 */
struct _ChanceryArticleNotes
{
  GObject parent_instance;

  ChanceryLibrary *library;
  guint cursor_id;
  gboolean loading;

  /* (element-type ChanceryNote): in order */
  GPtrArray *notes;
  /* (element-type utf8 ChanceryNote): the same by uid, both borrowed */
  GHashTable *by_uid;
};

typedef enum
{
  PROP_LOADING = 1,
} ChanceryArticleNotesProps;

static GParamSpec *props[PROP_LOADING + 1];

static void chancery_article_notes_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryArticleNotes, chancery_article_notes, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, chancery_article_notes_list_model_init))

static GType
chancery_article_notes_get_item_type (GListModel *model)
{
  return CHANCERY_TYPE_NOTE;
}

static guint
chancery_article_notes_get_n_items (GListModel *model)
{
  return CHANCERY_ARTICLE_NOTES (model)->notes->len;
}

static gpointer
chancery_article_notes_get_item (GListModel *model,
                                 guint       position)
{
  ChanceryArticleNotes *self = CHANCERY_ARTICLE_NOTES (model);

  return position < self->notes->len ? g_object_ref (g_ptr_array_index (self->notes, position)) : NULL;
}

static void
chancery_article_notes_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = chancery_article_notes_get_item_type;
  iface->get_n_items = chancery_article_notes_get_n_items;
  iface->get_item = chancery_article_notes_get_item;
}

static void
chancery_article_notes_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ChanceryArticleNotes *self = CHANCERY_ARTICLE_NOTES (object);

  switch ((ChanceryArticleNotesProps) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_article_notes_dispose (GObject *object)
{
  ChanceryArticleNotes *self = CHANCERY_ARTICLE_NOTES (object);

  if (self->library != NULL)
    chancery_library_drop_list (self->library, self->cursor_id);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (chancery_article_notes_parent_class)->dispose (object);
}

static void
chancery_article_notes_finalize (GObject *object)
{
  ChanceryArticleNotes *self = CHANCERY_ARTICLE_NOTES (object);

  g_hash_table_unref (self->by_uid);
  g_ptr_array_unref (self->notes);

  G_OBJECT_CLASS (chancery_article_notes_parent_class)->finalize (object);
}

static void
chancery_article_notes_class_init (ChanceryArticleNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = chancery_article_notes_get_property;
  object_class->dispose = chancery_article_notes_dispose;
  object_class->finalize = chancery_article_notes_finalize;

  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_article_notes_init (ChanceryArticleNotes *self)
{
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->loading = TRUE;
}

/**
 * chancery_article_notes_new:
 * @library: the library, of which the list keeps a reference
 * @cursor_id: its cursor
 *
 * Returns: (transfer full): an empty list, which is loading
 */
ChanceryArticleNotes *
chancery_article_notes_new (ChanceryLibrary *library,
                            guint            cursor_id)
{
  ChanceryArticleNotes *self = g_object_new (CHANCERY_TYPE_ARTICLE_NOTES, NULL);

  self->library = g_object_ref (library);
  self->cursor_id = cursor_id;

  return self;
}

/**
 * chancery_article_notes_fill:
 * @self: a list that is loading
 * @rows: (element-type ChanceryNote): its notes, in order
 *
 * Ends the loading.
 */
void
chancery_article_notes_fill (ChanceryArticleNotes *self,
                             GPtrArray            *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (rows, i);

      g_ptr_array_add (self->notes, g_object_ref (note));
      g_hash_table_insert (self->by_uid, (gpointer) chancery_note_get_uid (note), note);
    }

  self->loading = FALSE;
  if (rows->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, rows->len);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static int
compare_offsets (gint64 a,
                 gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_notes (ChanceryNote *a,
               ChanceryNote *b)
{
  const ChancerySelector *one = chancery_note_get_selector (a), *other = chancery_note_get_selector (b);
  const gboolean has_one = one != NULL && one->has_position, has_other = other != NULL && other->has_position;
  int order;

  order = compare_offsets (has_one ? (gint64) one->start_chars : -1, has_other ? (gint64) other->start_chars : -1);
  if (order == 0)
    order = compare_offsets (has_one ? (gint64) one->end_chars : -1, has_other ? (gint64) other->end_chars : -1);
  if (order == 0)
    order = compare_offsets (chancery_note_get_created_us (a), chancery_note_get_created_us (b));
  if (order == 0)
    order = strcmp (chancery_note_get_uid (a), chancery_note_get_uid (b));

  return order;
}

static guint
find_place (ChanceryArticleNotes *self,
            ChanceryNote         *note)
{
  guint low = 0, high = self->notes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_notes (g_ptr_array_index (self->notes, middle), note) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Where @note is; its place among the others may not be right any more. */
static guint
find_note (ChanceryArticleNotes *self,
           ChanceryNote         *note)
{
  guint position = find_place (self, note);

  if (position < self->notes->len && g_ptr_array_index (self->notes, position) == note)
    return position;

  g_ptr_array_find (self->notes, note, &position);
  return position;
}

static void
add (ChanceryArticleNotes *self,
     ChanceryNote         *note)
{
  guint position = find_place (self, note);

  g_ptr_array_insert (self->notes, (int) position, g_object_ref (note));
  g_hash_table_insert (self->by_uid, (gpointer) chancery_note_get_uid (note), note);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static void
drop (ChanceryArticleNotes *self,
      guint                 position)
{
  ChanceryNote *note = g_ptr_array_index (self->notes, position);

  g_hash_table_remove (self->by_uid, chancery_note_get_uid (note));
  g_ptr_array_remove_index (self->notes, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * chancery_article_notes_follow:
 * @self: a list
 * @uid: a note that came, went or changed
 * @row: (nullable): what it says; %NULL if it doesn't belong here
 *
 * Follows a change.
 */
void
chancery_article_notes_follow (ChanceryArticleNotes *self,
                               const char           *uid,
                               ChanceryNote         *row)
{
  ChanceryNote *note = g_hash_table_lookup (self->by_uid, uid);
  guint position;

  if (note == NULL)
    {
      if (row != NULL)
        add (self, row);
      return;
    }

  position = find_note (self, note);
  if (row == NULL)
    {
      drop (self, position);
      return;
    }

  if ((position == 0 || compare_notes (g_ptr_array_index (self->notes, position - 1), row) < 0) &&
      (position + 1 == self->notes->len || compare_notes (row, g_ptr_array_index (self->notes, position + 1)) < 0))
    {
      chancery_note_assign (note, row);
    }
  else
    {
      g_autoptr (ChanceryNote) moved = g_object_ref (note);

      drop (self, position);
      chancery_note_assign (moved, row);
      add (self, moved);
    }
}

/**
 * chancery_article_notes_replace:
 * @self: a list
 * @rows: (element-type ChanceryNote): its notes, read anew
 *
 * Makes the list have exactly @rows, changing only what differs.
 */
void
chancery_article_notes_replace (ChanceryArticleNotes *self,
                                GPtrArray            *rows)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (wanted, (gpointer) chancery_note_get_uid (g_ptr_array_index (rows, i)));
  for (guint i = self->notes->len; i > 0; i--)
    if (!g_hash_table_contains (wanted, chancery_note_get_uid (g_ptr_array_index (self->notes, i - 1))))
      drop (self, i - 1);
  for (guint i = 0; i < rows->len; i++)
    chancery_article_notes_follow (self, chancery_note_get_uid (g_ptr_array_index (rows, i)),
                                   g_ptr_array_index (rows, i));
}
