/* chancery-note-session.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-session.h"

/**
 * ChanceryNoteSession:
 *
 * The editing of one note, from opening it to committing or cancelling. What is
 * edited is a draft, which is saved after a short rest; all that was saved in
 * one session is one step of the history. A draft that couldn't be saved is
 * kept, and tried again.
 */
struct _ChanceryNoteSession
{
  GObject parent_instance;

  ChanceryHistory *history; /* (owned) */
  ChanceryNote *note; /* (owned): the one that views show */
  ChanceryNote *original; /* (owned): as it was */
  ChanceryNote *seen; /* (owned): as @note was when last looked at */
  ChanceryNote *queued; /* (owned): as the history was last asked to make it */
  ChanceryNote *draft; /* (owned): as it is to be */
  guint id;
  guint n_writing;
  guint rest_source;
  gboolean has_written;
  GError *error; /* (owned) (nullable): why the last attempt failed */
};

typedef enum
{
  PROP_UNSAVED = 1,
} ChanceryNoteSessionProps;

static GParamSpec *props[PROP_UNSAVED + 1];

enum
{
  SIGNAL_REFRESHED,
  SIGNAL_SAVED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryNoteSession, chancery_note_session, G_TYPE_OBJECT)

/* Whether two notes say the same, whenever that was. */
static gboolean
say_the_same (ChanceryNote *a,
              ChanceryNote *b)
{
  g_autoptr (ChanceryNote) copy = chancery_note_copy (a);

  chancery_note_set_modified_us (copy, chancery_note_get_modified_us (b));
  return chancery_note_equal (copy, b);
}

/* Applies what differs between @from and @to on top of @base. */
static ChanceryNote *
rebase (ChanceryNote *from,
        ChanceryNote *to,
        ChanceryNote *base)
{
  g_autoptr (ChanceryNoteChange) change = chancery_note_change_new (from, to);

  chancery_note_change_rebase (change, base);
  return g_object_ref (change->after);
}

/* Looks whether the note changed otherwise than by this session: it was undone,
 * say, or changed in another window. The draft keeps what the user changed in
 * it, and takes over the rest. */
static void
follow_note (ChanceryNoteSession *self)
{
  ChanceryNote *draft;
  gboolean is_mine;

  if (self->n_writing > 0 || chancery_note_equal (self->note, self->seen))
    return;

  g_object_unref (self->seen);
  self->seen = chancery_note_copy (self->note);
  is_mine = say_the_same (self->seen, self->queued);
  draft = is_mine ? g_object_ref (self->draft) : rebase (self->queued, self->draft, self->seen);
  g_set_object (&self->queued, self->seen);
  g_set_object (&self->draft, draft);
  g_object_unref (draft);

  if (!is_mine)
    g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static void
chancery_note_session_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((ChanceryNoteSessionProps) prop_id)
    {
    case PROP_UNSAVED:
      g_value_set_boolean (value, chancery_note_session_get_unsaved (CHANCERY_NOTE_SESSION (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_note_session_dispose (GObject *object)
{
  ChanceryNoteSession *self = CHANCERY_NOTE_SESSION (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->note != NULL)
    g_signal_handlers_disconnect_by_func (self->note, follow_note, self);
  g_clear_object (&self->history);
  g_clear_object (&self->note);
  g_clear_object (&self->original);
  g_clear_object (&self->seen);
  g_clear_object (&self->queued);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (chancery_note_session_parent_class)->dispose (object);
}

static void
chancery_note_session_finalize (GObject *object)
{
  ChanceryNoteSession *self = CHANCERY_NOTE_SESSION (object);

  g_clear_error (&self->error);

  G_OBJECT_CLASS (chancery_note_session_parent_class)->finalize (object);
}

static void
chancery_note_session_class_init (ChanceryNoteSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = chancery_note_session_get_property;
  object_class->dispose = chancery_note_session_dispose;
  object_class->finalize = chancery_note_session_finalize;

  /**
   * ChanceryNoteSession:unsaved:
   *
   * Whether something of the draft is not in the library yet.
   */
  props[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryNoteSession::refreshed:
   *
   * The draft changed by itself, since the note did.
   */
  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryNoteSession::saved:
   *
   * All of the draft is in the library.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryNoteSession::failed:
   * @error: why
   *
   * The draft could not be saved, and is kept.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
chancery_note_session_init (ChanceryNoteSession *self)
{
}

/**
 * chancery_note_session_new:
 * @history: what writes
 * @note: the note to edit, as views show it
 *
 * Returns: (transfer full): a session with a draft that says what @note says
 */
ChanceryNoteSession *
chancery_note_session_new (ChanceryHistory *history,
                           ChanceryNote    *note)
{
  ChanceryNoteSession *self;

  g_return_val_if_fail (CHANCERY_IS_HISTORY (history), NULL);
  g_return_val_if_fail (CHANCERY_IS_NOTE (note), NULL);

  self = g_object_new (CHANCERY_TYPE_NOTE_SESSION, NULL);
  self->history = g_object_ref (history);
  self->note = g_object_ref (note);
  self->original = chancery_note_copy (note);
  self->seen = g_object_ref (self->original);
  self->queued = g_object_ref (self->original);
  self->draft = g_object_ref (self->original);
  self->id = chancery_history_begin_session (history);
  g_signal_connect_swapped (note, "notify", G_CALLBACK (follow_note), self);

  return self;
}

/**
 * chancery_note_session_get_note:
 * @self: a session
 *
 * Returns: (transfer none): the note that is edited, as views show it
 */
ChanceryNote *
chancery_note_session_get_note (ChanceryNoteSession *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_SESSION (self), NULL);

  return self->note;
}

/**
 * chancery_note_session_get_draft:
 * @self: a session
 *
 * Returns: (transfer none): the note as it is to be; don't change it
 */
ChanceryNote *
chancery_note_session_get_draft (ChanceryNoteSession *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_SESSION (self), NULL);

  return self->draft;
}

/**
 * chancery_note_session_get_unsaved:
 * @self: a session
 *
 * Returns: whether something of the draft is not in the library yet
 */
gboolean
chancery_note_session_get_unsaved (ChanceryNoteSession *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_SESSION (self), FALSE);

  return self->n_writing > 0 || !say_the_same (self->draft, self->queued);
}

/**
 * chancery_note_session_get_error:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): why the draft could not be saved
 */
const GError *
chancery_note_session_get_error (ChanceryNoteSession *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_SESSION (self), NULL);

  return self->error;
}

static void
rested_cb (gpointer user_data)
{
  ChanceryNoteSession *self = CHANCERY_NOTE_SESSION (user_data);

  self->rest_source = 0;
  chancery_note_session_save (self);
}

/**
 * chancery_note_session_set_draft:
 * @self: a session
 * @draft: the note as it is to be; a copy is taken
 *
 * Takes over what the user changed. It is saved after a rest.
 */
void
chancery_note_session_set_draft (ChanceryNoteSession *self,
                                 ChanceryNote        *draft)
{
  g_return_if_fail (CHANCERY_IS_NOTE_SESSION (self));
  g_return_if_fail (CHANCERY_IS_NOTE (draft));

  if (say_the_same (self->draft, draft))
    return;

  g_object_unref (self->draft);
  self->draft = chancery_note_copy (draft);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (!say_the_same (self->draft, self->queued))
    self->rest_source = g_timeout_add_once (CHANCERY_NOTE_SESSION_REST_MS, rested_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNSAVED]);
}

typedef struct
{
  ChanceryNoteSession *session; /* (owned) */
  ChanceryNote *before; /* (owned) */
} Writing;

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Writing *writing = user_data;
  g_autoptr (ChanceryNoteSession) self = writing->session;
  g_autoptr (ChanceryNote) before = writing->before;
  g_autoptr (GError) error = NULL;
  gboolean written = chancery_history_finish (CHANCERY_HISTORY (object), result, &error);

  self->n_writing--;
  g_clear_error (&self->error);

  if (written)
    {
      self->has_written = TRUE;
    }
  else
    {
      /* The draft stays; what is saved is what was before. */
      g_set_object (&self->queued, before);
      self->error = g_error_copy (error);
    }

  follow_note (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNSAVED]);
  if (!written)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, self->error);
  else if (!chancery_note_session_get_unsaved (self))
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

/**
 * chancery_note_session_save:
 * @self: a session
 *
 * Saves the draft now, if something of it isn't.
 */
void
chancery_note_session_save (ChanceryNoteSession *self)
{
  Writing *writing;

  g_return_if_fail (CHANCERY_IS_NOTE_SESSION (self));

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (say_the_same (self->draft, self->queued))
    return;

  writing = g_new0 (Writing, 1);
  writing->session = g_object_ref (self);
  writing->before = g_steal_pointer (&self->queued);
  self->queued = chancery_note_copy (self->draft);
  self->n_writing++;
  chancery_history_change_note_async (self->history, writing->before, self->queued, self->id, NULL, written_cb, writing);
}

/**
 * chancery_note_session_commit:
 * @self: a session
 *
 * Ends the editing with the draft saved. Where it says again what the note said
 * at the beginning, nothing has happened.
 */
void
chancery_note_session_commit (ChanceryNoteSession *self)
{
  g_return_if_fail (CHANCERY_IS_NOTE_SESSION (self));

  if (say_the_same (self->draft, self->original))
    chancery_note_session_cancel (self);
  else
    chancery_note_session_save (self);
}

/**
 * chancery_note_session_cancel:
 * @self: a session
 *
 * Ends the editing with the note as it was at the beginning.
 */
void
chancery_note_session_cancel (ChanceryNoteSession *self)
{
  g_return_if_fail (CHANCERY_IS_NOTE_SESSION (self));

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_set_object (&self->draft, self->original);
  if (self->has_written || self->n_writing > 0)
    chancery_history_revert_session_async (self->history, self->id, NULL, NULL, NULL);
  g_set_object (&self->queued, self->original);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNSAVED]);
}
