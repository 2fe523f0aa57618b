/* chancery-diff-model.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-diff-model.h"

#include "chancery-note-place.h"

/* Unchanged paragraphs beside a change that stay in sight, and how many others are worth folding. */
#define N_CONTEXT 1
#define MIN_FOLDED 2

/* No position. */
#define NONE G_MAXUINT

struct _ChanceryDiffModel
{
  GObject parent_instance;

  ChanceryComparison *comparison; /* (owned) */
  GHashTable *notes; /* (owned): paragraph → GPtrArray of the notes in it */
  GPtrArray *items; /* (owned) (element-type ChanceryDiffItem) */
};

static void chancery_diff_model_init_list (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryDiffModel, chancery_diff_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, chancery_diff_model_init_list))

static void
chancery_diff_model_finalize (GObject *object)
{
  ChanceryDiffModel *self = CHANCERY_DIFF_MODEL (object);

  g_clear_object (&self->comparison);
  g_hash_table_unref (self->notes);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (chancery_diff_model_parent_class)->finalize (object);
}

static void
chancery_diff_model_class_init (ChanceryDiffModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = chancery_diff_model_finalize;
}

static void
chancery_diff_model_init (ChanceryDiffModel *self)
{
  self->notes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static GType
get_item_type (GListModel *list)
{
  return CHANCERY_TYPE_DIFF_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return CHANCERY_DIFF_MODEL (list)->items->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  ChanceryDiffModel *self = CHANCERY_DIFF_MODEL (list);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
chancery_diff_model_init_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static const ChanceryTextParagraph *
get_paragraphs (ChanceryDiffModel *self,
                guint             *n_paragraphs)
{
  return chancery_text_diff_get_paragraphs (chancery_comparison_get_diff (self->comparison), n_paragraphs);
}

/* The last paragraph that begins at a place or before it. */
static guint
find_paragraph (ChanceryDiffModel *self,
                gboolean           in_newer,
                gsize              start_chars)
{
  guint n, low = 0, high;
  const ChanceryTextParagraph *paragraphs = get_paragraphs (self, &n);

  high = n;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const ChanceryTextSpan *span = in_newer ? &paragraphs[middle].after : &paragraphs[middle].before;

      if (span->end_chars <= start_chars)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
place_notes (ChanceryDiffModel *self)
{
  GPtrArray *notes = chancery_comparison_get_notes (self->comparison);
  guint n_paragraphs;

  get_paragraphs (self, &n_paragraphs);
  for (guint i = 0; i < notes->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (notes, i);
      GPtrArray *there;
      gboolean in_newer;
      gsize start_chars;
      guint paragraph;

      if (!chancery_comparison_find_note (self->comparison, note, &in_newer, &start_chars))
        continue;
      paragraph = find_paragraph (self, in_newer, start_chars);
      if (paragraph >= n_paragraphs)
        continue;

      there = g_hash_table_lookup (self->notes, GUINT_TO_POINTER (paragraph));
      if (there == NULL)
        {
          there = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->notes, GUINT_TO_POINTER (paragraph), there);
        }
      g_ptr_array_add (there, g_object_ref (note));
    }
}

static ChanceryDiffItem *
make_item (ChanceryDiffModel *self,
           guint              first,
           guint              n)
{
  return chancery_diff_item_new (self->comparison, first, n,
                                 n == 1 ? g_hash_table_lookup (self->notes, GUINT_TO_POINTER (first)) : NULL);
}

/* Whether a paragraph is worth seeing by itself: it changed, or a note in it isn't sure of its place. */
static gboolean
is_notable (ChanceryDiffModel *self,
            guint              paragraph)
{
  guint n_paragraphs;
  GPtrArray *there = g_hash_table_lookup (self->notes, GUINT_TO_POINTER (paragraph));

  if (get_paragraphs (self, &n_paragraphs)[paragraph].change != CHANCERY_TEXT_CHANGE_KEPT)
    return TRUE;
  for (guint i = 0; there != NULL && i < there->len; i++)
    if (chancery_note_has_unsure_place (g_ptr_array_index (there, i)) ||
        chancery_note_get_orphan (g_ptr_array_index (there, i)))
      return TRUE;

  return FALSE;
}

static void
add_items (ChanceryDiffModel *self)
{
  guint n, i = 0;

  get_paragraphs (self, &n);
  while (i < n)
    {
      guint start = i, end, fold_start, fold_end;

      if (is_notable (self, i))
        {
          g_ptr_array_add (self->items, make_item (self, i++, 1));
          continue;
        }

      for (end = start; end < n && !is_notable (self, end); end++)
        ;
      fold_start = start > 0 ? MIN (start + N_CONTEXT, end) : start;
      fold_end = end < n ? MAX (end - MIN (end, N_CONTEXT), fold_start) : end;
      if (fold_end - fold_start < MIN_FOLDED)
        fold_start = fold_end = end;
      for (i = start; i < fold_start; i++)
        g_ptr_array_add (self->items, make_item (self, i, 1));
      if (fold_end > fold_start)
        g_ptr_array_add (self->items, make_item (self, fold_start, fold_end - fold_start));
      for (i = fold_end; i < end; i++)
        g_ptr_array_add (self->items, make_item (self, i, 1));
    }
}

/**
 * chancery_diff_model_new:
 * @comparison: a comparison
 *
 * Returns: (transfer full): its rows
 */
ChanceryDiffModel *
chancery_diff_model_new (ChanceryComparison *comparison)
{
  ChanceryDiffModel *self;

  g_return_val_if_fail (CHANCERY_IS_COMPARISON (comparison), NULL);

  self = g_object_new (CHANCERY_TYPE_DIFF_MODEL, NULL);
  self->comparison = g_object_ref (comparison);
  place_notes (self);
  add_items (self);

  return self;
}

/**
 * chancery_diff_model_unfold:
 * @self: the rows
 * @position: one of them
 *
 * Shows the paragraphs that are folded there.
 *
 * Returns: whether there are any
 */
gboolean
chancery_diff_model_unfold (ChanceryDiffModel *self,
                            guint              position)
{
  guint first, n;

  g_return_val_if_fail (CHANCERY_IS_DIFF_MODEL (self), FALSE);

  if (position >= self->items->len || !chancery_diff_item_is_folded (g_ptr_array_index (self->items, position)))
    return FALSE;

  first = chancery_diff_item_get_first (g_ptr_array_index (self->items, position));
  n = chancery_diff_item_get_n_paragraphs (g_ptr_array_index (self->items, position));
  g_ptr_array_remove_index (self->items, position);
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->items, (int) (position + i), make_item (self, first + i, 1));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, n);

  return TRUE;
}

static gboolean
is_change (ChanceryDiffModel *self,
           guint              position)
{
  return chancery_diff_item_get_change (g_ptr_array_index (self->items, position)) != CHANCERY_TEXT_CHANGE_KEPT;
}

/**
 * chancery_diff_model_find_change:
 * @self: the rows
 * @from: where to start; %G_MAXUINT for before the first row
 * @forward: whether to look towards the end
 *
 * Returns: the next row, not @from itself, that has a change; %G_MAXUINT for none
 */
guint
chancery_diff_model_find_change (ChanceryDiffModel *self,
                                 guint              from,
                                 gboolean           forward)
{
  g_return_val_if_fail (CHANCERY_IS_DIFF_MODEL (self), NONE);

  if (forward)
    {
      for (guint i = from == NONE ? 0 : from + 1; i < self->items->len; i++)
        if (is_change (self, i))
          return i;
    }
  else if (from != NONE)
    {
      for (guint i = MIN (from, self->items->len); i > 0; i--)
        if (is_change (self, i - 1))
          return i - 1;
    }

  return NONE;
}

/**
 * chancery_diff_model_count_changes:
 * @self: the rows
 * @n_edited: (out): how many paragraphs have other words
 * @n_added: (out): how many came
 * @n_removed: (out): how many went
 */
void
chancery_diff_model_count_changes (ChanceryDiffModel *self,
                                   guint             *n_edited,
                                   guint             *n_added,
                                   guint             *n_removed)
{
  guint n;
  const ChanceryTextParagraph *paragraphs = get_paragraphs (self, &n);

  *n_edited = *n_added = *n_removed = 0;
  for (guint i = 0; i < n; i++)
    {
      *n_edited += paragraphs[i].change == CHANCERY_TEXT_CHANGE_EDITED;
      *n_added += paragraphs[i].change == CHANCERY_TEXT_CHANGE_ADDED;
      *n_removed += paragraphs[i].change == CHANCERY_TEXT_CHANGE_REMOVED;
    }
}
