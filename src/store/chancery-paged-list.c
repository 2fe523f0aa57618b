/* chancery-paged-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-paged-list.h"

#include "chancery-article-item-private.h"
#include "chancery-library-private.h"

/* How many stretches of rows are kept; those used longest ago go first. Those
 * with a placeholder that somebody may be waiting for stay, unless there are
 * very many. */
#define MAX_RUNS 16
#define MAX_WAITING_RUNS 64

/* Rows come and go inside a stretch; when it has become this long it is cut in two. */
#define MAX_RUN_LENGTH (2 * CHANCERY_STORE_PAGE_SIZE)

/**
 * ChanceryPagedList:
 *
 * A list of rows in the library, of which only some stretches are in memory.
 *
 * An item that isn't there yet is handed out as a placeholder, and its stretch
 * is asked for. The library answers in the order in which things happened, so
 * positions in its answers and in its changes are always those of the list as
 * it is when they arrive; see #ChanceryCursor for the other half.
 */
struct _ChanceryPagedList
{
  GObject parent_instance;

  ChanceryLibrary *library;
  guint cursor_id;
  ChanceryCursorKind kind;

  guint n_items;
  gboolean loading;
  gboolean counting;
  /* (element-type Run): the stretches in memory, in order, none touching another's rows */
  GPtrArray *runs;
  guint64 clock;
  gboolean waiting;
  /* (element-type utf8 Known): the items that somebody has, so that a row is
   * the same object as long as it is looked at */
  GHashTable *known;
};

typedef enum
{
  PROP_LOADING = 1,
  PROP_COUNTING,
} ChanceryPagedListProps;

static GParamSpec *props[PROP_COUNTING + 1];

typedef struct
{
  GObject *item;
  gboolean filled;
} Slot;

typedef struct
{
  guint start;
  GArray *slots;
  guint64 used;
} Run;

typedef struct
{
  ChanceryPagedList *list;
  GObject *item;
  char *uid;
} Known;

static void chancery_paged_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ChanceryPagedList, chancery_paged_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, chancery_paged_list_list_model_init))

/* Items */

static const char *
get_uid (ChanceryPagedList *self,
         GObject           *item)
{
  return self->kind == CHANCERY_CURSOR_ARTICLES
    ? chancery_article_item_get_uid (CHANCERY_ARTICLE_ITEM (item))
    : chancery_note_get_uid (CHANCERY_NOTE (item));
}

static GObject *
new_placeholder (ChanceryPagedList *self)
{
  return self->kind == CHANCERY_CURSOR_ARTICLES
    ? G_OBJECT (chancery_article_item_new (NULL))
    : G_OBJECT (chancery_note_new (&(ChanceryNoteFields) { .uid = "" }));
}

static void
assign (ChanceryPagedList *self,
        GObject           *item,
        GObject           *row)
{
  if (self->kind == CHANCERY_CURSOR_ARTICLES)
    chancery_article_item_assign (CHANCERY_ARTICLE_ITEM (item), CHANCERY_ARTICLE_ITEM (row));
  else
    chancery_note_assign (CHANCERY_NOTE (item), CHANCERY_NOTE (row));
}

static void
known_free (Known *known)
{
  g_free (known->uid);
  g_free (known);
}

static void
item_gone_cb (gpointer  user_data,
              GObject  *item)
{
  Known *known = user_data;

  g_hash_table_remove (known->list->known, known->uid);
}

static void
forget (ChanceryPagedList *self,
        const char        *uid)
{
  Known *known = g_hash_table_lookup (self->known, uid);

  if (known == NULL)
    return;

  g_object_weak_unref (known->item, item_gone_cb, known);
  g_hash_table_remove (self->known, uid);
}

static void
remember (ChanceryPagedList *self,
          GObject           *item)
{
  Known *known = g_new0 (Known, 1);

  known->list = self;
  known->item = item;
  known->uid = g_strdup (get_uid (self, item));
  forget (self, known->uid);
  g_object_weak_ref (item, item_gone_cb, known);
  g_hash_table_insert (self->known, known->uid, known);
}

/* Returns: (transfer full): the item for a row: the one that somebody has, which
 * may not say yet what the row says, or the row itself. */
static GObject *
item_for_row (ChanceryPagedList *self,
              GObject           *row)
{
  Known *known = g_hash_table_lookup (self->known, get_uid (self, row));

  if (known != NULL)
    return g_object_ref (known->item);

  remember (self, row);
  return g_object_ref (row);
}

/* Stretches */

static void
clear_slot (gpointer data)
{
  g_clear_object (&((Slot *) data)->item);
}

static Run *
run_new (guint start)
{
  Run *run = g_new0 (Run, 1);

  run->start = start;
  run->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_array_set_clear_func (run->slots, clear_slot);

  return run;
}

static void
run_free (Run *run)
{
  g_array_unref (run->slots);
  g_free (run);
}

static Run *
get_run (ChanceryPagedList *self,
         guint              i)
{
  return g_ptr_array_index (self->runs, i);
}

static Slot *
get_slot (Run   *run,
          guint  i)
{
  return &g_array_index (run->slots, Slot, i);
}

/* The first stretch that ends after @position. */
static guint
find_run (ChanceryPagedList *self,
          guint              position)
{
  guint low = 0, high = self->runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      Run *run = get_run (self, middle);

      if (run->start + run->slots->len <= position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
has_gaps (Run *run)
{
  for (guint i = 0; i < run->slots->len; i++)
    if (!get_slot (run, i)->filled)
      return TRUE;

  return FALSE;
}

static void
drop_oldest_runs (ChanceryPagedList *self)
{
  while (self->runs->len > MAX_RUNS)
    {
      guint oldest = G_MAXUINT;

      for (guint i = 0; i < self->runs->len; i++)
        if ((self->runs->len > MAX_WAITING_RUNS || !has_gaps (get_run (self, i))) &&
            (oldest == G_MAXUINT || get_run (self, i)->used < get_run (self, oldest)->used))
          oldest = i;
      if (oldest == G_MAXUINT)
        return;

      g_ptr_array_remove_index (self->runs, oldest);
    }
}

/* The stretch with @position: the page that it is on, without what is there already. */
static Run *
ensure_run (ChanceryPagedList *self,
            guint              position)
{
  guint i = find_run (self, position);
  guint start, end;
  Run *run;

  if (i < self->runs->len && get_run (self, i)->start <= position)
    {
      run = get_run (self, i);
      run->used = ++self->clock;
      return run;
    }

  start = position - position % CHANCERY_STORE_PAGE_SIZE;
  end = MIN (start + CHANCERY_STORE_PAGE_SIZE, self->n_items);
  if (i > 0)
    start = MAX (start, get_run (self, i - 1)->start + get_run (self, i - 1)->slots->len);
  if (i < self->runs->len)
    end = MIN (end, get_run (self, i)->start);

  /* What is less than a page lengthens the stretch before it, so that there are
   * never many short ones. */
  if (i > 0 && end - start < CHANCERY_STORE_PAGE_SIZE)
    {
      run = get_run (self, i - 1);
      if (run->start + run->slots->len == start && run->slots->len + end - start <= MAX_RUN_LENGTH)
        {
          g_array_set_size (run->slots, end - run->start);
          run->used = ++self->clock;
          return run;
        }
    }

  run = run_new (start);
  g_array_set_size (run->slots, end - start);
  run->used = ++self->clock;
  g_ptr_array_insert (self->runs, (int) i, run);
  drop_oldest_runs (self);

  return run;
}

/* Asks for what is missing in the stretch used last; one question at a time,
 * so that a list that is scrolled fast doesn't wait for what has gone by. */
static void
ask (ChanceryPagedList *self)
{
  Run *latest = NULL;
  guint first = 0, last = 0;

  if (self->waiting)
    return;

  for (guint i = 0; i < self->runs->len; i++)
    {
      Run *run = get_run (self, i);
      guint from = 0, to = run->slots->len;

      while (from < to && get_slot (run, from)->filled)
        from++;
      while (to > from && get_slot (run, to - 1)->filled)
        to--;
      if (from == to || (latest != NULL && latest->used > run->used))
        continue;
      latest = run;
      first = run->start + from;
      last = run->start + to;
    }

  if (latest == NULL)
    return;

  self->waiting = TRUE;
  chancery_library_fetch (self->library, self->cursor_id, first, last - first);
}

/* Returns: whether a row was missing. */
static gboolean
fill_slot (ChanceryPagedList *self,
           Slot              *slot,
           GObject           *row)
{
  g_autoptr (GObject) item = NULL;

  if (slot->filled)
    return FALSE;

  slot->filled = TRUE;
  if (slot->item == NULL)
    slot->item = item_for_row (self, row);

  /* Whoever is notified may change the stretches, so the slot isn't used any more. */
  item = g_object_ref (slot->item);
  assign (self, item, row);
  if (!g_hash_table_contains (self->known, get_uid (self, item)))
    remember (self, item);

  return TRUE;
}

/* List model */

static GType
chancery_paged_list_get_item_type (GListModel *model)
{
  ChanceryPagedList *self = CHANCERY_PAGED_LIST (model);

  return self->kind == CHANCERY_CURSOR_ARTICLES ? CHANCERY_TYPE_ARTICLE_ITEM : CHANCERY_TYPE_NOTE;
}

static guint
chancery_paged_list_get_n_items (GListModel *model)
{
  return CHANCERY_PAGED_LIST (model)->n_items;
}

static gpointer
chancery_paged_list_get_item (GListModel *model,
                              guint       position)
{
  ChanceryPagedList *self = CHANCERY_PAGED_LIST (model);
  Slot *slot;
  Run *run;

  if (position >= self->n_items)
    return NULL;

  run = ensure_run (self, position);
  slot = get_slot (run, position - run->start);
  if (slot->item == NULL)
    slot->item = new_placeholder (self);
  if (!slot->filled)
    ask (self);

  return g_object_ref (slot->item);
}

static void
chancery_paged_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = chancery_paged_list_get_item_type;
  iface->get_n_items = chancery_paged_list_get_n_items;
  iface->get_item = chancery_paged_list_get_item;
}

/* Object */

static void
chancery_paged_list_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ChanceryPagedList *self = CHANCERY_PAGED_LIST (object);

  switch ((ChanceryPagedListProps) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_COUNTING:
      g_value_set_boolean (value, self->counting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_paged_list_dispose (GObject *object)
{
  ChanceryPagedList *self = CHANCERY_PAGED_LIST (object);

  if (self->library != NULL)
    chancery_library_drop_list (self->library, self->cursor_id);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (chancery_paged_list_parent_class)->dispose (object);
}

static void
chancery_paged_list_finalize (GObject *object)
{
  ChanceryPagedList *self = CHANCERY_PAGED_LIST (object);
  GHashTableIter iter;
  gpointer known;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &known))
    g_object_weak_unref (((Known *) known)->item, item_gone_cb, known);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->runs);

  G_OBJECT_CLASS (chancery_paged_list_parent_class)->finalize (object);
}

static void
chancery_paged_list_class_init (ChanceryPagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = chancery_paged_list_get_property;
  object_class->dispose = chancery_paged_list_dispose;
  object_class->finalize = chancery_paged_list_finalize;

  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_COUNTING] = g_param_spec_boolean ("counting", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_paged_list_init (ChanceryPagedList *self)
{
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) known_free);
  self->loading = TRUE;
}

/**
 * chancery_paged_list_new:
 * @library: the library, of which the list keeps a reference
 * @cursor_id: its cursor
 * @kind: what it lists
 *
 * Returns: (transfer full): an empty list, which is loading
 */
ChanceryPagedList *
chancery_paged_list_new (ChanceryLibrary    *library,
                         guint               cursor_id,
                         ChanceryCursorKind  kind)
{
  ChanceryPagedList *self = g_object_new (CHANCERY_TYPE_PAGED_LIST, NULL);

  self->library = g_object_ref (library);
  self->cursor_id = cursor_id;
  self->kind = kind;

  return self;
}

/**
 * chancery_paged_list_fill:
 * @self: a list that is loading
 * @n_rows: how many rows it has
 * @first_rows: (element-type GObject): the first of them
 *
 * Ends the loading.
 */
void
chancery_paged_list_fill (ChanceryPagedList *self,
                          guint              n_rows,
                          GPtrArray         *first_rows)
{
  self->n_items = n_rows;
  if (first_rows->len > 0)
    {
      Run *run = ensure_run (self, 0);

      for (guint i = 0; i < MIN (first_rows->len, run->slots->len); i++)
        fill_slot (self, get_slot (run, i), g_ptr_array_index (first_rows, i));
    }

  self->loading = FALSE;
  if (n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_rows);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

/**
 * chancery_paged_list_deliver:
 * @self: a list that asked for rows
 * @position: where they are now
 * @rows: (nullable) (element-type GObject): the rows; %NULL if they couldn't be read
 *
 * Fills in what is missing.
 */
void
chancery_paged_list_deliver (ChanceryPagedList *self,
                             guint              position,
                             GPtrArray         *rows)
{
  gboolean progress = FALSE;

  self->waiting = FALSE;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      guint found = find_run (self, position + i);
      Run *run;

      if (found >= self->runs->len)
        break;
      run = get_run (self, found);
      if (run->start > position + i)
        continue;
      progress |= fill_slot (self, get_slot (run, position + i - run->start), g_ptr_array_index (rows, i));
    }

  /* What can't be read isn't asked for over and over, but when it is next looked at. */
  if (progress)
    ask (self);
  drop_oldest_runs (self);
}

static void
remove_rows (ChanceryPagedList *self,
             guint              position,
             guint              n_removed)
{
  const guint end = position + n_removed;

  for (guint i = self->runs->len; i > 0; i--)
    {
      Run *run = get_run (self, i - 1);
      const guint run_end = run->start + run->slots->len;
      const guint from = MAX (run->start, position), to = MIN (run_end, end);

      if (run_end <= position)
        break;
      if (from < to)
        g_array_remove_range (run->slots, from - run->start, to - from);
      if (run->start >= end)
        run->start -= n_removed;
      else if (run->start > position)
        run->start = position;
      if (run->slots->len == 0)
        g_ptr_array_remove_index (self->runs, i - 1);
    }
}

static void
split_run (ChanceryPagedList *self,
           guint              i,
           guint              length)
{
  Run *run = get_run (self, i), *rest = run_new (run->start + length);

  rest->used = run->used;
  for (guint j = length; j < run->slots->len; j++)
    {
      Slot slot = *get_slot (run, j);

      if (slot.item != NULL)
        g_object_ref (slot.item);
      g_array_append_val (rest->slots, slot);
    }
  g_array_set_size (run->slots, length);
  g_ptr_array_insert (self->runs, (int) i + 1, rest);
}

static void
add_rows (ChanceryPagedList *self,
          guint              position,
          guint              n_added,
          GObject           *row)
{
  guint found = 0;

  if (row != NULL && self->runs->len == 0)
    g_ptr_array_add (self->runs, run_new (position));

  /* The stretch that has the place, or ends at it. */
  while (found < self->runs->len &&
         get_run (self, found)->start + get_run (self, found)->slots->len < position)
    found++;

  for (guint i = found; i < self->runs->len; i++)
    {
      Run *run = get_run (self, i);

      if (run->start > position || (run->start == position && (i > found || row == NULL)))
        run->start += n_added;
    }

  if (found >= self->runs->len || get_run (self, found)->start > position)
    return;

  if (row != NULL)
    {
      Run *run = get_run (self, found);
      Slot slot = { item_for_row (self, row), TRUE };

      g_array_insert_val (run->slots, position - run->start, slot);
      if (run->slots->len > MAX_RUN_LENGTH)
        split_run (self, found, run->slots->len / 2);
    }
  else if (position < get_run (self, found)->start + get_run (self, found)->slots->len)
    {
      split_run (self, found, position - get_run (self, found)->start);
      get_run (self, found + 1)->start += n_added;
    }

  drop_oldest_runs (self);
}

/**
 * chancery_paged_list_splice:
 * @self: a list
 * @position: where something happened
 * @n_removed: how many rows went
 * @n_added: how many rows came
 * @row: (nullable): the row that came, if it was one
 *
 * Follows a change to the order.
 */
void
chancery_paged_list_splice (ChanceryPagedList *self,
                            guint              position,
                            guint              n_removed,
                            guint              n_added,
                            GObject           *row)
{
  g_return_if_fail (position + n_removed <= self->n_items);
  g_return_if_fail (row == NULL || n_added == 1);

  if (n_removed > 0)
    remove_rows (self, position, n_removed);
  self->n_items -= n_removed;
  if (n_added > 0)
    add_rows (self, position, n_added, row);
  self->n_items += n_added;

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  if (row != NULL)
    chancery_paged_list_update (self, row);
}

/**
 * chancery_paged_list_update:
 * @self: a list
 * @row: what a row of it says now
 *
 * Follows a change to a row, if somebody has it.
 */
void
chancery_paged_list_update (ChanceryPagedList *self,
                            GObject           *row)
{
  Known *known = g_hash_table_lookup (self->known, get_uid (self, row));

  if (known != NULL)
    {
      g_autoptr (GObject) item = g_object_ref (known->item);

      assign (self, item, row);
    }
}

/**
 * chancery_paged_list_reset:
 * @self: a list
 * @n_rows: how many rows it has
 *
 * Begins anew: nothing is known of where the rows are.
 */
void
chancery_paged_list_reset (ChanceryPagedList *self,
                           guint              n_rows)
{
  guint n_before = self->n_items;

  g_ptr_array_set_size (self->runs, 0);
  self->n_items = n_rows;
  if (n_before > 0 || n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, n_rows);
}

/**
 * chancery_paged_list_set_counting:
 * @self: a list
 * @counting: whether more rows may be found
 */
void
chancery_paged_list_set_counting (ChanceryPagedList *self,
                                  gboolean           counting)
{
  if (self->counting == counting)
    return;

  self->counting = counting;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNTING]);
}

/**
 * chancery_paged_list_get_n_kept:
 * @self: a list
 *
 * Returns: how many rows are in memory
 */
guint
chancery_paged_list_get_n_kept (ChanceryPagedList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->runs->len; i++)
    n += get_run (self, i)->slots->len;

  return n;
}
