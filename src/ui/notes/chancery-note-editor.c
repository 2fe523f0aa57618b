/* chancery-note-editor.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-editor.h"

#include "chancery-chip-entry.h"
#include "chancery-colour-chooser.h"
#include "chancery-due-row.h"
#include "chancery-due.h"
#include "chancery-note-text.h"

#define N_KINDS (CHANCERY_NOTE_KIND_QUESTION + 1)

/* How tall the field for the words is, as long as it holds few or many. */
#define MIN_BODY_HEIGHT 64
#define MAX_BODY_HEIGHT 260

/* After how long a rest what is written is searched for dates. */
#define SUGGEST_REST_MS 300

struct _ChanceryNoteEditor
{
  GtkWidget parent_instance;

  ChanceryNote *note; /* (owned) (nullable): what was loaded */
  gboolean is_loading;
  guint fit_source;
  guint suggest_source;
  ChanceryDate published; /* of the note's article */
  char *lang; /* (nullable): likewise */
  GHashTable *bad_dates; /* uid → what was written as its due date, and is no date */

  GtkWidget *box;
  GtkScrolledWindow *scroller;
  GtkTextView *body;
  GtkTextBuffer *buffer;
  GtkWidget *placeholder;
  ChanceryChipEntry *tags;
  ChanceryChipEntry *states;
  ChanceryColourChooser *colour;
  GtkDropDown *kind;
  ChanceryDueRow *due;
  GtkLabel *error;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DONE,
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryNoteEditor, chancery_note_editor, GTK_TYPE_WIDGET)

static void
emit_changed (ChanceryNoteEditor *self)
{
  if (!self->is_loading)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Lists give their rows the least height, so that must be what the words need. */
static gboolean
fit_body_cb (gpointer user_data)
{
  ChanceryNoteEditor *self = CHANCERY_NOTE_EDITOR (user_data);
  GtkTextIter end;
  int y;
  int line_height;
  int height;

  self->fit_source = 0;
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_view_get_line_yrange (self->body, &end, &y, &line_height);
  height = gtk_text_view_get_top_margin (self->body) + y + line_height + gtk_text_view_get_bottom_margin (self->body);
  gtk_scrolled_window_set_min_content_height (self->scroller, CLAMP (height, MIN_BODY_HEIGHT, MAX_BODY_HEIGHT));

  return G_SOURCE_REMOVE;
}

/* Later, since the height becomes known while sizes are being allocated. */
static void
queue_fit_body (ChanceryNoteEditor *self)
{
  if (self->fit_source == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fit_body_cb, self, NULL);
}

static void
adjustment_changed_cb (GtkAdjustment *adjustment,
                       gpointer       user_data)
{
  queue_fit_body (CHANCERY_NOTE_EDITOR (user_data));
}

/* Due dates */

static void
update_due (ChanceryNoteEditor *self)
{
  const ChanceryNoteKind kind = (ChanceryNoteKind) gtk_drop_down_get_selected (self->kind);

  gtk_widget_set_visible (GTK_WIDGET (self->due),
                          kind == CHANCERY_NOTE_KIND_FORECAST || kind == CHANCERY_NOTE_KIND_COMMITMENT ||
                          chancery_date_is_set (chancery_due_row_get_date (self->due)) ||
                          chancery_due_row_get_text (self->due) != NULL ||
                          gtk_widget_get_focus_child (GTK_WIDGET (self->due)) != NULL);
}

static void
suggest (ChanceryNoteEditor *self)
{
  g_autoptr (ChanceryNote) draft = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;

  g_clear_handle_id (&self->suggest_source, g_source_remove);
  if (self->note == NULL)
    return;

  draft = chancery_note_editor_dup_draft (self);
  suggestions = chancery_due_suggestions_find (draft, self->published, self->lang);
  chancery_due_row_set_suggestions (self->due, suggestions);
}

static void
suggest_cb (gpointer user_data)
{
  ChanceryNoteEditor *self = CHANCERY_NOTE_EDITOR (user_data);

  self->suggest_source = 0;
  suggest (self);
}

/* After a rest, so that no key waits for it. */
static void
queue_suggest (ChanceryNoteEditor *self)
{
  g_clear_handle_id (&self->suggest_source, g_source_remove);
  self->suggest_source = g_timeout_add_once (SUGGEST_REST_MS, suggest_cb, self);
}

static void
due_changed_cb (ChanceryDueRow *row,
                gpointer        user_data)
{
  emit_changed (CHANCERY_NOTE_EDITOR (user_data));
}

static void
kind_changed_cb (GtkDropDown *kind,
                 GParamSpec  *pspec,
                 gpointer     user_data)
{
  ChanceryNoteEditor *self = CHANCERY_NOTE_EDITOR (user_data);

  update_due (self);
  emit_changed (self);
}

static void
body_changed_cb (GtkTextBuffer *buffer,
                 gpointer       user_data)
{
  ChanceryNoteEditor *self = CHANCERY_NOTE_EDITOR (user_data);

  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
  queue_fit_body (self);
  if (!self->is_loading)
    queue_suggest (self);
  emit_changed (self);
}

static void
changed_cb (ChanceryChipEntry *entry,
            gpointer           user_data)
{
  emit_changed (CHANCERY_NOTE_EDITOR (user_data));
}

static void
notified_cb (GObject    *object,
             GParamSpec *pspec,
             gpointer    user_data)
{
  emit_changed (CHANCERY_NOTE_EDITOR (user_data));
}

static void
finish (ChanceryNoteEditor *self)
{
  chancery_chip_entry_commit (self->tags);
  chancery_chip_entry_commit (self->states);
  if (chancery_due_row_commit (self->due))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
  else
    chancery_due_row_focus (self->due);
}

static void
done_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  finish (CHANCERY_NOTE_EDITOR (user_data));
}

static gboolean
done_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  finish (CHANCERY_NOTE_EDITOR (widget));

  return GDK_EVENT_STOP;
}

static gboolean
take_due_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  ChanceryNoteEditor *self = CHANCERY_NOTE_EDITOR (widget);

  return gtk_widget_get_visible (GTK_WIDGET (self->due)) && chancery_due_row_take_suggestion (self->due);
}

static gboolean
cancel_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  chancery_due_row_set_text (CHANCERY_NOTE_EDITOR (widget)->due, NULL);
  g_signal_emit (widget, signals[SIGNAL_CANCELLED], 0);

  return GDK_EVENT_STOP;
}

static void
chancery_note_editor_dispose (GObject *object)
{
  ChanceryNoteEditor *self = CHANCERY_NOTE_EDITOR (object);

  self->is_loading = TRUE;
  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_handle_id (&self->suggest_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CHANCERY_TYPE_NOTE_EDITOR);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (chancery_note_editor_parent_class)->dispose (object);
}

static void
chancery_note_editor_finalize (GObject *object)
{
  ChanceryNoteEditor *self = CHANCERY_NOTE_EDITOR (object);

  g_free (self->lang);
  g_hash_table_unref (self->bad_dates);

  G_OBJECT_CLASS (chancery_note_editor_parent_class)->finalize (object);
}

static void
chancery_note_editor_class_init (ChanceryNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_note_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = chancery_note_editor_finalize;

  /**
   * ChanceryNoteEditor::changed:
   *
   * The user changed something.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryNoteEditor::done:
   *
   * The user is done.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryNoteEditor::cancelled:
   *
   * The user wants the note as it was.
   */
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CHANCERY_TYPE_CHIP_ENTRY);
  g_type_ensure (CHANCERY_TYPE_COLOUR_CHOOSER);
  g_type_ensure (CHANCERY_TYPE_DUE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/notes/chancery-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, box);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, body);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, placeholder);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, tags);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, states);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, colour);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, due);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteEditor, error);
  gtk_widget_class_bind_template_callback (widget_class, adjustment_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, body_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, notified_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "noteeditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_shortcut (ChanceryNoteEditor  *self,
              GtkPropagationPhase  phase,
              const char          *trigger,
              GtkShortcutFunc      callback)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                                          gtk_callback_action_new (callback, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
chancery_note_editor_init (ChanceryNoteEditor *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->is_loading = TRUE;
  self->bad_dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_KINDS; i++)
    gtk_string_list_append (kinds, chancery_note_kind_get_name ((ChanceryNoteKind) i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  self->is_loading = FALSE;

  /* Ctrl+Enter before the text takes it as a new line; Escape after a popover
   * has had it. */
  add_shortcut (self, GTK_PHASE_CAPTURE, "<Control>Return|<Control>KP_Enter", done_cb);
  add_shortcut (self, GTK_PHASE_BUBBLE, "Escape", cancel_cb);
  add_shortcut (self, GTK_PHASE_CAPTURE, "<Control>t", take_due_cb);
}

GtkWidget *
chancery_note_editor_new (void)
{
  return g_object_new (CHANCERY_TYPE_NOTE_EDITOR, NULL);
}

/**
 * chancery_note_editor_focus_body:
 * @self: an editor
 *
 * Gives the focus to the words of the note.
 */
void
chancery_note_editor_focus_body (ChanceryNoteEditor *self)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

/**
 * chancery_note_editor_set_known_tags:
 * @self: an editor
 * @tags: (nullable) (element-type ChanceryChip): what to suggest
 */
void
chancery_note_editor_set_known_tags (ChanceryNoteEditor *self,
                                     GListModel         *tags)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITOR (self));

  chancery_chip_entry_set_known (self->tags, tags);
}

/**
 * chancery_note_editor_set_known_states:
 * @self: an editor
 * @states: (nullable) (element-type ChanceryChip): what can be added, by code
 */
void
chancery_note_editor_set_known_states (ChanceryNoteEditor *self,
                                       GListModel         *states)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITOR (self));

  chancery_chip_entry_set_known (self->states, states);
}

static char *
dup_body (ChanceryNoteEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
load_chips (ChanceryChipEntry  *entry,
            const char * const *ids)
{
  g_auto (GStrv) shown = chancery_chip_entry_dup_ids (entry);

  if (!g_strv_equal ((const char * const *) shown, ids))
    chancery_chip_entry_set_ids (entry, ids);
}

/**
 * chancery_note_editor_set_article:
 * @self: an editor
 * @published: the date of the article that the note is on, or %CHANCERY_DATE_NONE
 * @lang: (nullable): its language
 *
 * Says how dates in the passage are to be understood.
 */
void
chancery_note_editor_set_article (ChanceryNoteEditor *self,
                                  ChanceryDate        published,
                                  const char         *lang)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITOR (self));

  self->published = published;
  g_set_str (&self->lang, lang);
  suggest (self);
}

/* What could not be understood is still there when the note is edited again. */
static void
load_due (ChanceryNoteEditor *self,
          ChanceryNote       *before)
{
  const char *uid = chancery_note_get_uid (self->note);
  const char *bad_date = chancery_due_row_get_text (self->due);
  gboolean is_same = before != NULL && g_str_equal (chancery_note_get_uid (before), uid);

  if (before != NULL && !is_same && bad_date != NULL)
    g_hash_table_replace (self->bad_dates, g_strdup (chancery_note_get_uid (before)), g_strdup (bad_date));
  chancery_due_row_set_date (self->due, chancery_note_get_due (self->note));
  if (!is_same)
    {
      chancery_due_row_set_text (self->due, g_hash_table_lookup (self->bad_dates, uid));
      g_hash_table_remove (self->bad_dates, uid);
    }
  update_due (self);
}

/**
 * chancery_note_editor_load:
 * @self: an editor
 * @note: what to show; a copy is taken
 *
 * Shows what @note says. Fields that show it already are left alone, with the
 * caret and what can be undone in them.
 */
void
chancery_note_editor_load (ChanceryNoteEditor *self,
                           ChanceryNote       *note)
{
  g_autofree char *body = NULL;
  g_autoptr (ChanceryNote) before = NULL;

  g_return_if_fail (CHANCERY_IS_NOTE_EDITOR (self));
  g_return_if_fail (CHANCERY_IS_NOTE (note));

  before = g_steal_pointer (&self->note);
  self->note = chancery_note_copy (note);
  self->is_loading = TRUE;

  body = dup_body (self);
  if (!g_str_equal (body, chancery_note_get_body (note)))
    {
      GtkTextIter end;

      gtk_text_buffer_begin_irreversible_action (self->buffer);
      gtk_text_buffer_set_text (self->buffer, chancery_note_get_body (note), -1);
      gtk_text_buffer_end_irreversible_action (self->buffer);
      gtk_text_buffer_get_end_iter (self->buffer, &end);
      gtk_text_buffer_place_cursor (self->buffer, &end);
    }
  load_chips (self->tags, chancery_note_get_tags (note));
  load_chips (self->states, chancery_note_get_states (note));
  chancery_colour_chooser_set_colour (self->colour, chancery_note_get_colour (note));
  gtk_drop_down_set_selected (self->kind, (guint) chancery_note_get_kind (note));
  load_due (self, before);
  chancery_note_editor_set_error (self, NULL);

  self->is_loading = FALSE;
  if (before == NULL || g_strcmp0 (chancery_note_get_article_uid (before), chancery_note_get_article_uid (note)) != 0)
    chancery_note_editor_set_article (self, CHANCERY_DATE_NONE, NULL);
  else
    suggest (self);
}

/**
 * chancery_note_editor_dup_draft:
 * @self: an editor that was loaded
 *
 * Returns: (transfer full): the note that was loaded, as the user changed it
 */
ChanceryNote *
chancery_note_editor_dup_draft (ChanceryNoteEditor *self)
{
  g_autofree char *body = NULL;
  g_auto (GStrv) tags = NULL;
  g_auto (GStrv) states = NULL;
  ChanceryNoteFields fields;

  g_return_val_if_fail (CHANCERY_IS_NOTE_EDITOR (self), NULL);
  g_return_val_if_fail (self->note != NULL, NULL);

  body = dup_body (self);
  tags = chancery_chip_entry_dup_ids (self->tags);
  states = chancery_chip_entry_dup_ids (self->states);
  chancery_note_get_fields (self->note, &fields);
  fields.body = body;
  fields.tags = (const char * const *) tags;
  fields.states = (const char * const *) states;
  fields.colour = chancery_colour_chooser_get_colour (self->colour);
  fields.kind = (ChanceryNoteKind) gtk_drop_down_get_selected (self->kind);
  fields.due = chancery_due_row_get_date (self->due);

  return chancery_note_new (&fields);
}

/**
 * chancery_note_editor_set_error:
 * @self: an editor
 * @message: (nullable): why what is in it could not be saved; %NULL if it could
 */
void
chancery_note_editor_set_error (ChanceryNoteEditor *self,
                                const char         *message)
{
  g_return_if_fail (CHANCERY_IS_NOTE_EDITOR (self));

  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}
