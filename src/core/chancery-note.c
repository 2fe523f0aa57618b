/* chancery-note.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note.h"

#include <string.h>

/**
 * ChanceryNote:
 *
 * What a reader marked or wrote: a highlight, with or without words, on a
 * passage, an article or a state. Belongs to the main thread once it is shown;
 * the library copies what it needs.
 */
struct _ChanceryNote
{
  GObject parent_instance;

  char *uid;
  char *article_uid;
  ChancerySelector *selector;
  char *body;
  ChanceryColour colour;
  ChanceryNoteKind kind;
  GStrv tags;
  GStrv states;
  gint64 created_us;
  gint64 modified_us;
  gboolean orphan;
  ChanceryDate due;
  GPtrArray *links;
  double score;
  char *foreign;
};

typedef enum
{
  PROP_UID = 1,
  PROP_ARTICLE_UID,
  PROP_SELECTOR,
  PROP_BODY,
  PROP_COLOUR,
  PROP_KIND,
  PROP_TAGS,
  PROP_STATES,
  PROP_MODIFIED_US,
  PROP_ORPHAN,
  PROP_DUE,
  PROP_LINKS,
  PROP_SCORE,
  PROP_FOREIGN,
} ChanceryNoteProps;

static GParamSpec *props[PROP_FOREIGN + 1];

G_DEFINE_FINAL_TYPE (ChanceryNote, chancery_note, G_TYPE_OBJECT)

static void
chancery_note_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ChanceryNote *self = CHANCERY_NOTE (object);

  switch ((ChanceryNoteProps) prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;
    case PROP_ARTICLE_UID:
      g_value_set_string (value, self->article_uid);
      break;
    case PROP_SELECTOR:
      g_value_set_boxed (value, self->selector);
      break;
    case PROP_BODY:
      g_value_set_string (value, self->body);
      break;
    case PROP_COLOUR:
      g_value_set_enum (value, (int) self->colour);
      break;
    case PROP_KIND:
      g_value_set_enum (value, (int) self->kind);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, self->tags);
      break;
    case PROP_STATES:
      g_value_set_boxed (value, self->states);
      break;
    case PROP_MODIFIED_US:
      g_value_set_int64 (value, self->modified_us);
      break;
    case PROP_ORPHAN:
      g_value_set_boolean (value, self->orphan);
      break;
    case PROP_DUE:
      g_value_set_boxed (value, chancery_date_is_set (self->due) ? &self->due : NULL);
      break;
    case PROP_LINKS:
      g_value_set_boxed (value, self->links);
      break;
    case PROP_SCORE:
      g_value_set_double (value, self->score);
      break;
    case PROP_FOREIGN:
      g_value_set_string (value, self->foreign);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_note_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ChanceryNote *self = CHANCERY_NOTE (object);

  switch ((ChanceryNoteProps) prop_id)
    {
    case PROP_BODY:
      chancery_note_set_body (self, g_value_get_string (value));
      break;
    case PROP_COLOUR:
      chancery_note_set_colour (self, (ChanceryColour) g_value_get_enum (value));
      break;
    case PROP_KIND:
      chancery_note_set_kind (self, (ChanceryNoteKind) g_value_get_enum (value));
      break;
    case PROP_TAGS:
      chancery_note_set_tags (self, g_value_get_boxed (value));
      break;
    case PROP_STATES:
      chancery_note_set_states (self, g_value_get_boxed (value));
      break;
    case PROP_MODIFIED_US:
      chancery_note_set_modified_us (self, g_value_get_int64 (value));
      break;
    case PROP_DUE:
      chancery_note_set_due (self, g_value_get_boxed (value) != NULL
                             ? *(const ChanceryDate *) g_value_get_boxed (value) : CHANCERY_DATE_NONE);
      break;
    case PROP_LINKS:
      chancery_note_set_links (self, g_value_get_boxed (value));
      break;
    case PROP_UID:
    case PROP_ARTICLE_UID:
    case PROP_SELECTOR:
    case PROP_ORPHAN:
    case PROP_SCORE:
    case PROP_FOREIGN:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_note_finalize (GObject *object)
{
  ChanceryNote *self = CHANCERY_NOTE (object);

  g_free (self->uid);
  g_free (self->article_uid);
  g_clear_pointer (&self->selector, chancery_selector_free);
  g_free (self->body);
  g_strfreev (self->tags);
  g_strfreev (self->states);
  g_ptr_array_unref (self->links);
  g_free (self->foreign);

  G_OBJECT_CLASS (chancery_note_parent_class)->finalize (object);
}

static void
chancery_note_class_init (ChanceryNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = chancery_note_get_property;
  object_class->set_property = chancery_note_set_property;
  object_class->finalize = chancery_note_finalize;

  props[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, readable);
  props[PROP_ARTICLE_UID] = g_param_spec_string ("article-uid", NULL, NULL, NULL, readable);
  props[PROP_SELECTOR] = g_param_spec_boxed ("selector", NULL, NULL, CHANCERY_TYPE_SELECTOR, readable);
  props[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, "", writable);
  props[PROP_COLOUR] = g_param_spec_enum ("colour", NULL, NULL, CHANCERY_TYPE_COLOUR,
                                          CHANCERY_COLOUR_YELLOW, writable);
  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, CHANCERY_TYPE_NOTE_KIND,
                                        CHANCERY_NOTE_KIND_NOTE, writable);
  props[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, writable);
  props[PROP_STATES] = g_param_spec_boxed ("states", NULL, NULL, G_TYPE_STRV, writable);
  props[PROP_MODIFIED_US] = g_param_spec_int64 ("modified-us", NULL, NULL, G_MININT64, G_MAXINT64, 0, writable);
  props[PROP_ORPHAN] = g_param_spec_boolean ("orphan", NULL, NULL, FALSE, readable);
  /* %NULL where there is none. */
  props[PROP_DUE] = g_param_spec_boxed ("due", NULL, NULL, CHANCERY_TYPE_DATE, writable);
  props[PROP_LINKS] = g_param_spec_boxed ("links", NULL, NULL, G_TYPE_PTR_ARRAY, writable);
  props[PROP_SCORE] = g_param_spec_double ("score", NULL, NULL, 0, 1, 1, readable);
  props[PROP_FOREIGN] = g_param_spec_string ("foreign", NULL, NULL, NULL, readable);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
chancery_note_init (ChanceryNote *self)
{
}

/* In 0 … 1, whatever an importer says. */
static double
make_score (double   score,
            gboolean orphan)
{
  if (score > 0)
    return MIN (score, 1);
  return orphan ? 0 : 1;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Sorts, and drops what is empty or there already. */
static GStrv
dup_words (const char * const *words)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;

  /* Most notes have one word or none, and there are very many notes. */
  if (words == NULL || words[0] == NULL || (words[1] == NULL && *words[0] != '\0'))
    return words != NULL ? g_strdupv ((char **) words) : g_new0 (char *, 1);

  sorted = g_ptr_array_new ();
  builder = g_strv_builder_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (sorted, (gpointer) words[i]);
  g_ptr_array_sort (sorted, compare_strings);

  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || strcmp (sorted->pdata[i - 1], sorted->pdata[i]) != 0)
      g_strv_builder_add (builder, sorted->pdata[i]);

  return g_strv_builder_end (builder);
}

/**
 * chancery_note_new:
 * @fields: what the note says; all of it is copied
 *
 * Returns: (transfer full): a new note
 */
ChanceryNote *
chancery_note_new (const ChanceryNoteFields *fields)
{
  ChanceryNote *self = g_object_new (CHANCERY_TYPE_NOTE, NULL);

  g_return_val_if_fail (fields != NULL, NULL);

  self->uid = fields->uid != NULL ? g_strdup (fields->uid) : g_uuid_string_random ();
  self->article_uid = g_strdup (fields->article_uid);
  self->selector = fields->selector != NULL ? chancery_selector_copy (fields->selector) : NULL;
  self->body = g_strdup (fields->body != NULL ? fields->body : "");
  self->colour = fields->colour;
  self->kind = fields->kind;
  self->tags = dup_words (fields->tags);
  self->states = dup_words (fields->states);
  self->created_us = fields->created_us;
  self->modified_us = fields->modified_us;
  self->orphan = fields->orphan;
  self->due = fields->due;
  self->links = chancery_note_links_copy (fields->links);
  self->score = make_score (fields->score, fields->orphan);
  self->foreign = g_strdup (fields->foreign);

  return self;
}

/**
 * chancery_note_copy:
 * @self: a note
 *
 * Returns: (transfer full): a note that says the same
 */
ChanceryNote *
chancery_note_copy (ChanceryNote *self)
{
  ChanceryNoteFields fields;

  chancery_note_get_fields (self, &fields);
  return chancery_note_new (&fields);
}

/**
 * chancery_note_get_fields:
 * @self: a note
 * @fields: (out caller-allocates): where to return what it says, borrowed from
 *   @self until that changes
 */
void
chancery_note_get_fields (ChanceryNote       *self,
                          ChanceryNoteFields *fields)
{
  g_return_if_fail (CHANCERY_IS_NOTE (self));
  g_return_if_fail (fields != NULL);

  *fields = (ChanceryNoteFields) {
    .uid = self->uid,
    .article_uid = self->article_uid,
    .selector = self->selector,
    .body = self->body,
    .colour = self->colour,
    .kind = self->kind,
    .tags = (const char * const *) self->tags,
    .states = (const char * const *) self->states,
    .created_us = self->created_us,
    .modified_us = self->modified_us,
    .orphan = self->orphan,
    .due = self->due,
    .links = self->links,
    .score = self->score,
    .foreign = self->foreign,
  };
}

/**
 * chancery_note_assign:
 * @self: a note
 * @other: a note with the same uid; or any, if @self has the empty string as
 *   uid, as the items of a list do until they are read
 *
 * Makes @self say what @other says, and notifies of each property that changes.
 */
void
chancery_note_assign (ChanceryNote *self,
                      ChanceryNote *other)
{
  g_return_if_fail (CHANCERY_IS_NOTE (self));
  g_return_if_fail (CHANCERY_IS_NOTE (other));
  g_return_if_fail (*self->uid == '\0' || strcmp (self->uid, other->uid) == 0);

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_str (&self->uid, other->uid))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UID]);
  if (g_set_str (&self->article_uid, other->article_uid))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ARTICLE_UID]);
  if (!chancery_selector_equal (self->selector, other->selector))
    {
      g_clear_pointer (&self->selector, chancery_selector_free);
      self->selector = other->selector != NULL ? chancery_selector_copy (other->selector) : NULL;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTOR]);
    }
  if (self->orphan != other->orphan)
    {
      self->orphan = other->orphan;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORPHAN]);
    }
  if (self->score < other->score || self->score > other->score)
    {
      self->score = other->score;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCORE]);
    }
  if (g_set_str (&self->foreign, other->foreign))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOREIGN]);
  self->created_us = other->created_us;
  chancery_note_set_body (self, other->body);
  chancery_note_set_colour (self, other->colour);
  chancery_note_set_kind (self, other->kind);
  chancery_note_set_tags (self, (const char * const *) other->tags);
  chancery_note_set_states (self, (const char * const *) other->states);
  chancery_note_set_due (self, other->due);
  chancery_note_set_links (self, other->links);
  chancery_note_set_modified_us (self, other->modified_us);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * chancery_note_equal:
 * @self: a note
 * @other: a note
 *
 * Returns: whether both say the same in every field
 */
gboolean
chancery_note_equal (ChanceryNote *self,
                     ChanceryNote *other)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), FALSE);
  g_return_val_if_fail (CHANCERY_IS_NOTE (other), FALSE);

  return g_strcmp0 (self->uid, other->uid) == 0 &&
         g_strcmp0 (self->article_uid, other->article_uid) == 0 &&
         chancery_selector_equal (self->selector, other->selector) &&
         g_strcmp0 (self->body, other->body) == 0 &&
         self->colour == other->colour &&
         self->kind == other->kind &&
         g_strv_equal ((const char * const *) self->tags, (const char * const *) other->tags) &&
         g_strv_equal ((const char * const *) self->states, (const char * const *) other->states) &&
         self->created_us == other->created_us &&
         self->modified_us == other->modified_us &&
         self->orphan == other->orphan &&
         chancery_date_equal (self->due, other->due) &&
         chancery_note_links_equal (self->links, other->links) &&
         !(self->score < other->score || self->score > other->score) &&
         g_strcmp0 (self->foreign, other->foreign) == 0;
}

const char *
chancery_note_get_uid (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), NULL);

  return self->uid;
}

/**
 * chancery_note_get_article_uid:
 * @self: a note
 *
 * Returns: (nullable): the article that it is on; %NULL for a note on a state
 */
const char *
chancery_note_get_article_uid (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), NULL);

  return self->article_uid;
}

/**
 * chancery_note_get_selector:
 * @self: a note
 *
 * Returns: (nullable): its passage; %NULL for a note on the whole of an article
 *   or of a state
 */
const ChancerySelector *
chancery_note_get_selector (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), NULL);

  return self->selector;
}

/**
 * chancery_note_get_body:
 * @self: a note
 *
 * Returns: the reader's words; empty for a bare highlight
 */
const char *
chancery_note_get_body (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), NULL);

  return self->body;
}

void
chancery_note_set_body (ChanceryNote *self,
                        const char   *body)
{
  g_return_if_fail (CHANCERY_IS_NOTE (self));

  if (g_set_str (&self->body, body != NULL ? body : ""))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BODY]);
}

ChanceryColour
chancery_note_get_colour (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), CHANCERY_COLOUR_YELLOW);

  return self->colour;
}

void
chancery_note_set_colour (ChanceryNote   *self,
                          ChanceryColour  colour)
{
  g_return_if_fail (CHANCERY_IS_NOTE (self));

  if (self->colour == colour)
    return;

  self->colour = colour;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLOUR]);
}

ChanceryNoteKind
chancery_note_get_kind (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), CHANCERY_NOTE_KIND_NOTE);

  return self->kind;
}

void
chancery_note_set_kind (ChanceryNote     *self,
                        ChanceryNoteKind  kind)
{
  g_return_if_fail (CHANCERY_IS_NOTE (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

static void
set_words (ChanceryNote       *self,
           GStrv              *field,
           const char * const *words,
           GParamSpec         *pspec)
{
  g_auto (GStrv) copy = dup_words (words);

  if (g_strv_equal ((const char * const *) *field, (const char * const *) copy))
    return;

  g_strfreev (*field);
  *field = g_steal_pointer (&copy);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/**
 * chancery_note_get_tags:
 * @self: a note
 *
 * Returns: (array zero-terminated=1): its tags, sorted, never %NULL
 */
const char * const *
chancery_note_get_tags (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), NULL);

  return (const char * const *) self->tags;
}

void
chancery_note_set_tags (ChanceryNote       *self,
                        const char * const *tags)
{
  g_return_if_fail (CHANCERY_IS_NOTE (self));

  set_words (self, &self->tags, tags, props[PROP_TAGS]);
}

/**
 * chancery_note_get_states:
 * @self: a note
 *
 * Returns: (array zero-terminated=1): the codes of the states that it is
 *   about, sorted, never %NULL
 */
const char * const *
chancery_note_get_states (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), NULL);

  return (const char * const *) self->states;
}

void
chancery_note_set_states (ChanceryNote       *self,
                          const char * const *states)
{
  g_return_if_fail (CHANCERY_IS_NOTE (self));

  set_words (self, &self->states, states, props[PROP_STATES]);
}

gint64
chancery_note_get_created_us (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), 0);

  return self->created_us;
}

gint64
chancery_note_get_modified_us (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), 0);

  return self->modified_us;
}

void
chancery_note_set_modified_us (ChanceryNote *self,
                               gint64        modified_us)
{
  g_return_if_fail (CHANCERY_IS_NOTE (self));

  if (self->modified_us == modified_us)
    return;

  self->modified_us = modified_us;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED_US]);
}

/**
 * chancery_note_get_orphan:
 * @self: a note
 *
 * Returns: whether its passage could not be found in the text
 */
gboolean
chancery_note_get_orphan (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), FALSE);

  return self->orphan;
}

/**
 * chancery_note_get_due:
 * @self: a note
 *
 * Returns: by when what it says should come true, at the precision that is
 *   known; all zeroes for never
 */
ChanceryDate
chancery_note_get_due (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), CHANCERY_DATE_NONE);

  return self->due;
}

void
chancery_note_set_due (ChanceryNote *self,
                       ChanceryDate  due)
{
  g_return_if_fail (CHANCERY_IS_NOTE (self));

  if (chancery_date_equal (self->due, due))
    return;

  self->due = due;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DUE]);
}

/**
 * chancery_note_get_links:
 * @self: a note
 *
 * Returns: (transfer none) (element-type ChanceryNoteLink): what it links to,
 *   never %NULL; not to be changed
 */
GPtrArray *
chancery_note_get_links (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), NULL);

  return self->links;
}

/**
 * chancery_note_set_links:
 * @self: a note
 * @links: (nullable) (element-type ChanceryNoteLink): what it links to; copied
 */
void
chancery_note_set_links (ChanceryNote *self,
                         GPtrArray    *links)
{
  GPtrArray *copy;

  g_return_if_fail (CHANCERY_IS_NOTE (self));

  if (chancery_note_links_equal (self->links, links))
    return;

  copy = chancery_note_links_copy (links);
  g_ptr_array_unref (self->links);
  self->links = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINKS]);
}

/**
 * chancery_note_get_score:
 * @self: a note
 *
 * Returns: how sure its place is, 0 … 1; 1 for what was marked in this very text
 */
double
chancery_note_get_score (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), 0);

  return self->score;
}

/**
 * chancery_note_get_foreign:
 * @self: a note
 *
 * Returns: (nullable): a JSON object with members of a W3C annotation that mean
 *   nothing here
 */
const char *
chancery_note_get_foreign (ChanceryNote *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE (self), NULL);

  return self->foreign;
}
