/* chancery-reader-reshape.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-note-merger.h"
#include "chancery-text.h"

/* Highlights are extended, shrunk, split and merged: what the keys and menus do, written through the history before it
 * is shown. */

/* Presses that follow each other within this time are undone together. */
#define RUN_MS 3000

#define MAX_EDGE_CHARS 40

static const struct
{
  const char *name;
  ChanceryPassageEdge edge;
  ChanceryPassageUnit unit;
  gboolean forward;
  gboolean sideways; /* whether forward means to the right, whichever way the text runs */
} resizings[] = {
  { "end-right", CHANCERY_PASSAGE_END, CHANCERY_PASSAGE_WORD, TRUE, TRUE },
  { "end-left", CHANCERY_PASSAGE_END, CHANCERY_PASSAGE_WORD, FALSE, TRUE },
  { "end-next-word", CHANCERY_PASSAGE_END, CHANCERY_PASSAGE_WORD, TRUE, FALSE },
  { "end-previous-word", CHANCERY_PASSAGE_END, CHANCERY_PASSAGE_WORD, FALSE, FALSE },
  { "end-next-sentence", CHANCERY_PASSAGE_END, CHANCERY_PASSAGE_SENTENCE, TRUE, FALSE },
  { "end-previous-sentence", CHANCERY_PASSAGE_END, CHANCERY_PASSAGE_SENTENCE, FALSE, FALSE },
  { "start-next-word", CHANCERY_PASSAGE_START, CHANCERY_PASSAGE_WORD, TRUE, FALSE },
  { "start-previous-word", CHANCERY_PASSAGE_START, CHANCERY_PASSAGE_WORD, FALSE, FALSE },
  { "start-next-sentence", CHANCERY_PASSAGE_START, CHANCERY_PASSAGE_SENTENCE, TRUE, FALSE },
  { "start-previous-sentence", CHANCERY_PASSAGE_START, CHANCERY_PASSAGE_SENTENCE, FALSE, FALSE },
};

/* What is written, and what is said when it is. */
typedef struct
{
  ChanceryReader *reader; /* (owned) */
  char *words; /* (owned) */
  char *uid; /* (owned) (nullable): the note that stands out then */
  guint session; /* of the run; 0 for what is not part of one */
} Writing;

static Writing *
writing_new (ChanceryReader *self,
             const char     *words,
             const char     *uid,
             guint           session)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->reader = g_object_ref (self);
  writing->words = g_strdup (words);
  writing->uid = g_strdup (uid);
  writing->session = session;
  if (session == 0)
    self->n_reshaping++;

  return writing;
}

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->reader);
  g_free (writing->words);
  g_free (writing->uid);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

/* Forgets which highlight was resized last. */
void
chancery_reader_end_run (ChanceryReader *self)
{
  g_clear_object (&self->run.note);
  g_clear_object (&self->run.before);
  g_clear_object (&self->run.last);
  self->run.n_writing = 0;
  self->run.session = 0;
}

/**
 * chancery_reader_set_history:
 * @self: a reader
 * @history: (nullable): what changes notes; %NULL for highlights that can't be
 *   reshaped
 * @library: (nullable): where notes are that link to those of the article
 *
 * Sets where it is written how highlights are extended, shrunk, split and
 * merged.
 */
void
chancery_reader_set_history (ChanceryReader  *self,
                             ChanceryHistory *history,
                             ChanceryLibrary *library)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  g_set_object (&self->library, library);
  if (g_set_object (&self->history, history))
    chancery_reader_end_run (self);
}

static ChanceryNote *
find_note (ChanceryReader *self,
           const char     *uid)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ChanceryNote *note = g_array_index (self->rows, ChanceryReaderNote, i).note;

      if (g_strcmp0 (chancery_note_get_uid (note), uid) == 0)
        return note;
    }

  return NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Writing) writing = user_data;
  ChanceryReader *self = writing->reader;
  ChanceryHistory *history = CHANCERY_HISTORY (source);
  g_autoptr (GError) error = NULL;
  const gboolean is_written = chancery_history_finish (history, result, &error);
  ChanceryNote *note;

  if (writing->session == 0)
    self->n_reshaping--;
  else if (writing->session == self->run.session && --self->run.n_writing == 0)
    self->run.serial = chancery_history_get_serial (history);
  if (self->text == NULL)
    return;

  if (!is_written)
    {
      chancery_reader_end_run (self);
      chancery_reader_update_handles (self);
      chancery_reader_say (self, error->message);
      return;
    }

  note = writing->uid != NULL ? find_note (self, writing->uid) : NULL;
  if (note != NULL)
    chancery_reader_set_active_note (self, note);
  chancery_reader_announce (self, writing->words);
}

/* What is being split or merged can't be told from what is shown yet. */
static gboolean
is_busy (ChanceryReader *self)
{
  return self->n_reshaping > 0;
}

/* Which highlight */

static gboolean
has_passage (ChanceryReader *self,
             ChanceryNote   *note)
{
  guint start, end;

  return chancery_reader_get_note_span (self, note, &start, &end);
}

/* The highlight that a command is for: that of the last one, as long as nothing else happened, though its passage may
 * have left the caret; the one at the caret; or the one that stands out. */
static ChanceryNote *
dup_target (ChanceryReader *self)
{
  ChanceryNote *note;

  if (self->article == NULL || self->history == NULL)
    return NULL;

  if (self->run.note != NULL && self->run.note == self->active_note &&
      self->run.caret == chancery_reader_get_caret (self) && has_passage (self, self->run.note))
    return g_object_ref (self->run.note);

  note = chancery_reader_dup_current_note (self);
  if (note == NULL && self->active_note != NULL && has_passage (self, self->active_note))
    note = g_object_ref (self->active_note);

  return note;
}

/* Whether what is asked for now is undone together with what was asked before. */
static gboolean
goes_on (ChanceryReader *self,
         ChanceryNote   *note,
         guint32         time_ms)
{
  const ChanceryReaderRun *run = &self->run;

  if (run->note != note || run->caret != chancery_reader_get_caret (self) || time_ms - run->time_ms > RUN_MS)
    return FALSE;

  return run->n_writing > 0 ||
         (run->serial == chancery_history_get_serial (self->history) &&
          chancery_selector_equal (chancery_note_get_selector (note), chancery_note_get_selector (run->last)));
}

/* The note as it is, or will be once what was asked for is written. */
static ChanceryNote *
get_latest (ChanceryReader *self,
            ChanceryNote   *note)
{
  return self->run.note == note && self->run.n_writing > 0 ? self->run.last : note;
}

/* Resizing */

static char *
dup_words_at (ChanceryReader        *self,
              const ChanceryPassage *passage,
              ChanceryPassageEdge    edge)
{
  const char *text = chancery_article_get_text (self->article);
  g_autofree char *words = g_strndup (text + passage->start_bytes, passage->end_bytes - passage->start_bytes);
  const glong n_chars = g_utf8_strlen (words, -1);

  return edge == CHANCERY_PASSAGE_START ? g_utf8_substring (words, 0, MIN (n_chars, MAX_EDGE_CHARS))
                                        : g_utf8_substring (words, MAX (0, n_chars - MAX_EDGE_CHARS), -1);
}

/* Asks the history to give a note another passage, as a part of a run. */
static void
write_passage (ChanceryReader        *self,
               ChanceryNote          *note,
               const ChanceryPassage *passage,
               const char            *words)
{
  ChanceryReaderRun *run = &self->run;
  const guint32 time_ms = self->key_ms;
  g_autoptr (ChanceryNote) latest = chancery_note_copy (get_latest (self, note));
  g_autoptr (ChanceryNote) resized = NULL;
  g_autoptr (ChanceryNote) after = NULL;
  ChanceryNoteFields fields, resized_fields;

  if (!goes_on (self, note, time_ms))
    {
      g_set_object (&run->note, note);
      g_set_object (&run->before, latest);
      run->n_writing = 0;
      run->session = chancery_history_begin_session (self->history);
      run->caret = chancery_reader_get_caret (self);
    }
  run->time_ms = time_ms;

  /* States that come and go on the way are as if it had been done at once. */
  resized = chancery_note_new_on_passage (run->before, self->article, passage, self->mentions);
  chancery_note_get_fields (resized, &resized_fields);
  chancery_note_get_fields (latest, &fields);
  fields.selector = resized_fields.selector;
  fields.states = resized_fields.states;
  fields.orphan = FALSE;
  fields.score = 1;
  after = chancery_note_new (&fields);

  g_set_object (&run->last, after);
  run->n_writing++;
  chancery_reader_set_active_note (self, note);
  chancery_history_change_note_async (self->history, latest, after, run->session, NULL, written_cb,
                                      writing_new (self, words, NULL, run->session));
}

static void
refuse (ChanceryReader *self,
        const char     *why)
{
  gtk_widget_error_bell (GTK_WIDGET (self->text));
  chancery_reader_announce (self, why);
}

/* Whether the paragraph that an end of a passage is in is read from the right. */
gboolean
chancery_reader_is_right_to_left_at (ChanceryReader *self,
                                     gsize           offset_bytes)
{
  const char *text = chancery_article_get_text (self->article);
  const char *line = text + offset_bytes;
  g_autofree char *paragraph = NULL;

  while (line > text && line[-1] != '\n')
    line--;
  paragraph = g_strndup (line, strcspn (line, "\n"));

  return chancery_text_is_right_to_left (paragraph);
}

/**
 * chancery_reader_resize:
 * @self: a reader
 * @note: (nullable): a note of its model; %NULL for the highlight at the caret,
 *   or the one that stands out
 * @how: which end, and where to: "end-right", "end-left", or "start" or "end"
 *   with "-next-word", "-previous-word", "-next-sentence", "-previous-sentence"
 *
 * Extends or shrinks a highlight, as a step that can be undone, and says where
 * it begins or ends then. What follows soon after becomes part of that step.
 */
void
chancery_reader_resize (ChanceryReader *self,
                        ChanceryNote   *note,
                        const char     *how)
{
  g_autoptr (ChanceryNote) target = NULL;
  g_autofree char *edge_words = NULL;
  g_autofree char *words = NULL;
  ChanceryPassage passage;
  gboolean forward;
  guint i = 0;

  g_return_if_fail (CHANCERY_IS_READER (self));

  if (is_busy (self))
    return;

  while (i < G_N_ELEMENTS (resizings) && !g_str_equal (resizings[i].name, how))
    i++;
  target = note != NULL ? g_object_ref (note) : dup_target (self);
  if (i == G_N_ELEMENTS (resizings) || self->history == NULL || self->article == NULL || target == NULL ||
      !chancery_passage_locate (self->article, chancery_note_get_selector (get_latest (self, target)), TRUE, &passage))
    {
      chancery_reader_say (self, _("There is no highlight here."));
      return;
    }

  chancery_reader_popdown_toolbar (self);
  forward = resizings[i].forward;
  if (resizings[i].sideways && chancery_reader_is_right_to_left_at (self, passage.end_bytes))
    forward = !forward;
  if (!chancery_passage_move (chancery_article_get_text (self->article), &passage, resizings[i].edge, resizings[i].unit,
                              forward))
    {
      if (forward == (resizings[i].edge == CHANCERY_PASSAGE_START))
        refuse (self, _("The highlight can’t be shorter."));
      else
        refuse (self, forward ? _("The article ends here.") : _("The article begins here."));
      return;
    }

  edge_words = dup_words_at (self, &passage, resizings[i].edge);
  if (resizings[i].edge == CHANCERY_PASSAGE_START)
    /* Translators: said by a screen reader; the argument is the first words of a highlight */
    words = g_strdup_printf (_("Highlight now begins with “%s”"), edge_words);
  else
    /* Translators: said by a screen reader; the argument is the last words of a highlight */
    words = g_strdup_printf (_("Highlight now ends with “%s”"), edge_words);
  write_passage (self, target, &passage, words);
}

static void
resize_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  chancery_reader_resize (CHANCERY_READER (widget), NULL, g_variant_get_string (parameter, NULL));
}

/* The highlight that a selection has to do with, and what it would become: the one that stands out, or the topmost. */
ChanceryNote *
chancery_reader_dup_note_to_fit (ChanceryReader  *self,
                                 ChanceryPassage *passage,
                                 gboolean        *shrinks)
{
  ChanceryNote *found = NULL;
  ChanceryPassage selected;

  if (self->article == NULL || self->history == NULL ||
      !chancery_reader_get_passage (self, &selected.start_bytes, &selected.end_bytes))
    return NULL;

  for (guint i = 0; i < self->rows->len && (found == NULL || found != self->active_note); i++)
    {
      ChanceryNote *note = g_array_index (self->rows, ChanceryReaderNote, i).note;
      ChanceryPassage before, after;

      if (chancery_note_get_orphan (note) ||
          !chancery_passage_locate (self->article, chancery_note_get_selector (get_latest (self, note)), FALSE, &before))
        continue;
      after = before;
      /* What only touches it is not meant, unless it was chosen. */
      if ((note != self->active_note &&
           (selected.end_bytes <= before.start_bytes || selected.start_bytes >= before.end_bytes)) ||
          !chancery_passage_fit (&after, &selected))
        continue;

      found = note;
      *passage = after;
      *shrinks = after.start_bytes >= before.start_bytes && after.end_bytes <= before.end_bytes;
    }

  return found != NULL ? g_object_ref (found) : NULL;
}

/* Gives a highlight the passage, which is selected. */
void
chancery_reader_reshape (ChanceryReader        *self,
                         ChanceryNote          *note,
                         const ChanceryPassage *passage)
{
  g_autofree char *first_words = dup_words_at (self, passage, CHANCERY_PASSAGE_START);
  g_autofree char *last_words = dup_words_at (self, passage, CHANCERY_PASSAGE_END);
  /* Translators: said by a screen reader; the arguments are the first and the last words of a highlight */
  g_autofree char *words = g_strdup_printf (_("Highlight now reaches from “%1$s” to “%2$s”"), first_words, last_words);
  g_autoptr (ChanceryNote) resized = NULL;

  chancery_reader_popdown_toolbar (self);
  /* What was marked is to be seen, not the selection over it. */
  chancery_reader_text_place_caret (self->text, chancery_reader_get_caret (self));
  resized = chancery_note_new_on_passage (get_latest (self, note), self->article, passage, self->mentions);
  chancery_history_change_note_async (self->history, get_latest (self, note), resized, 0, NULL, written_cb,
                                      writing_new (self, words, chancery_note_get_uid (note), 0));
  chancery_reader_end_run (self);
}

static void
fit_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  ChanceryPassage passage;
  gboolean shrinks;
  g_autoptr (ChanceryNote) note = chancery_reader_dup_note_to_fit (self, &passage, &shrinks);

  if (is_busy (self))
    return;
  if (note == NULL)
    {
      chancery_reader_say (self, _("Select some words in a highlight, or from it on."));
      return;
    }

  chancery_reader_reshape (self, note, &passage);
}

/* Splitting and merging */

static gsize
get_caret_bytes (ChanceryReader *self)
{
  return chancery_article_chars_to_bytes (
    self->article,
    chancery_display_text_to_canonical (chancery_reader_text_get_display (self->text), chancery_reader_get_caret (self)));
}

/* What splitting the highlight at the caret would change; NULL if it can't be. */
GPtrArray *
chancery_reader_dup_split (ChanceryReader *self)
{
  g_autoptr (ChanceryNote) note = NULL;

  if (self->article == NULL || self->history == NULL)
    return NULL;

  note = chancery_reader_dup_current_note (self);
  if (note == NULL)
    return NULL;

  return chancery_note_split (get_latest (self, note), self->article, get_caret_bytes (self), self->mentions,
                              g_get_real_time ());
}

static void
split_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  g_autoptr (GPtrArray) changes = chancery_reader_dup_split (self);
  ChanceryNoteChange *change;

  if (is_busy (self))
    return;
  if (changes == NULL)
    {
      chancery_reader_say (self, _("Put the text cursor between two words of a highlight first."));
      return;
    }

  chancery_reader_popdown_toolbar (self);
  chancery_reader_end_run (self);
  change = g_ptr_array_index (changes, 0);
  chancery_history_apply_async (self->history, changes, NULL, written_cb,
                                writing_new (self, _("Highlight split in two"),
                                             chancery_note_get_uid (change->after), 0));
}

/* The highlights that a selection goes over. */
GPtrArray *
chancery_reader_dup_selected_notes (ChanceryReader *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);
  ChanceryPassage selected;

  if (!chancery_reader_get_passage (self, &selected.start_bytes, &selected.end_bytes))
    return notes;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ChanceryNote *note = g_array_index (self->rows, ChanceryReaderNote, i).note;
      ChanceryPassage passage;

      if (!chancery_note_get_orphan (note) &&
          chancery_passage_locate (self->article, chancery_note_get_selector (note), FALSE, &passage) &&
          passage.end_bytes > selected.start_bytes && passage.start_bytes < selected.end_bytes)
        g_ptr_array_add (notes, g_object_ref (note));
    }

  return notes;
}

/* The highlight that begins next, if there is no word before it. */
static ChanceryNote *
find_next (ChanceryReader *self,
           ChanceryNote   *note)
{
  ChanceryPassage passage, best = { 0, 0 };
  ChanceryNote *next = NULL;

  if (!chancery_passage_locate (self->article, chancery_note_get_selector (note), FALSE, &passage))
    return NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ChanceryNote *other = g_array_index (self->rows, ChanceryReaderNote, i).note;
      ChanceryPassage place;

      if (other == note || chancery_note_get_orphan (other) ||
          !chancery_passage_locate (self->article, chancery_note_get_selector (other), FALSE, &place) ||
          place.start_bytes < passage.start_bytes || (next != NULL && place.start_bytes >= best.start_bytes) ||
          !chancery_passage_touches (chancery_article_get_text (self->article), &passage, &place))
        continue;
      next = other;
      best = place;
    }

  return next;
}

/* The highlights that would be merged: those in the selection, or one and the next; NULL for none. @note is (nullable):
 * the one, if it isn't that at the caret. */
GPtrArray *
chancery_reader_dup_notes_to_merge (ChanceryReader *self,
                                    ChanceryNote   *note)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (ChanceryNote) target = NULL;
  ChanceryNote *next;

  if (self->article == NULL || self->history == NULL)
    return NULL;

  notes = note == NULL ? chancery_reader_dup_selected_notes (self) : g_ptr_array_new_with_free_func (g_object_unref);
  if (notes->len > 1)
    return g_steal_pointer (&notes);

  target = note != NULL ? g_object_ref (note) : dup_target (self);
  next = target != NULL ? find_next (self, target) : NULL;
  if (next == NULL)
    return NULL;

  g_ptr_array_set_size (notes, 0);
  g_ptr_array_add (notes, g_object_ref (target));
  g_ptr_array_add (notes, g_object_ref (next));
  return g_steal_pointer (&notes);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ChanceryReader) self = user_data;
  g_autoptr (GError) error = NULL;
  ChanceryMergeability mergeability;
  g_autofree char *uid = chancery_notes_merge_finish (CHANCERY_HISTORY (source), result, &mergeability, &error);
  ChanceryNote *note;

  self->n_reshaping--;
  if (self->text == NULL)
    return;

  if (uid == NULL)
    {
      chancery_reader_say (self, error != NULL ? error->message : _("There are words between these highlights."));
      return;
    }

  /* What became one is to be seen, not the selection over it. */
  chancery_reader_text_place_caret (self->text, chancery_reader_get_caret (self));
  note = find_note (self, uid);
  if (note != NULL)
    chancery_reader_set_active_note (self, note);
  chancery_reader_announce (self, _("Highlights merged"));
}

/**
 * chancery_reader_merge:
 * @self: a reader
 * @note: (nullable): a note of its model; %NULL for those in the selection or,
 *   without one, the highlight at the caret
 *
 * Merges highlights that overlap or follow each other, or one with the next, as
 * a step that can be undone.
 */
void
chancery_reader_merge (ChanceryReader *self,
                       ChanceryNote   *note)
{
  g_autoptr (GPtrArray) notes = NULL;

  g_return_if_fail (CHANCERY_IS_READER (self));

  if (is_busy (self))
    return;

  notes = chancery_reader_dup_notes_to_merge (self, note);
  if (notes == NULL)
    {
      chancery_reader_say (self, _("No highlight follows directly."));
      return;
    }

  chancery_reader_popdown_toolbar (self);
  chancery_reader_end_run (self);
  self->n_reshaping++;
  chancery_notes_merge_async (self->history, self->library, self->article, notes, merged_cb, g_object_ref (self));
}

static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  chancery_reader_merge (CHANCERY_READER (widget), NULL);
}

/* Actions and keys */

/* When it was pressed, whenever its turn comes. */
static gboolean
key_pressed_cb (ChanceryReader        *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                GtkEventControllerKey *keys)
{
  self->key_ms = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (keys));

  return GDK_EVENT_PROPAGATE;
}

void
chancery_reader_watch_keys (ChanceryReader *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
chancery_reader_install_reshaping (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad_key;
    GdkModifierType modifiers;
    const char *how;
  } keys[] = {
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, "end-right" },
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, "end-left" },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, "end-next-sentence" },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, "end-previous-sentence" },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, "start-next-word" },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, "start-previous-word" },
    { GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, "start-next-sentence" },
    { GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, "start-previous-sentence" },
  };

  gtk_widget_class_install_action (widget_class, "reader.resize", "s", resize_action);
  gtk_widget_class_install_action (widget_class, "reader.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "reader.split", NULL, split_action);
  gtk_widget_class_install_action (widget_class, "reader.merge", NULL, merge_action);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const GdkModifierType modifiers = GDK_ALT_MASK | GDK_SHIFT_MASK | keys[i].modifiers;

      gtk_widget_class_add_binding_action (widget_class, keys[i].key, modifiers, "reader.resize", "s", keys[i].how);
      gtk_widget_class_add_binding_action (widget_class, keys[i].keypad_key, modifiers, "reader.resize", "s", keys[i].how);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, 0, "reader.fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "reader.split", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "reader.merge", NULL);
}
