/* chancery-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-private.h"

#include <glib/gi18n.h>

GParamSpec *chancery_reader_props[CHANCERY_READER_N_PROPS];
guint chancery_reader_signals[CHANCERY_READER_N_SIGNALS];

G_DEFINE_ENUM_TYPE (ChanceryReaderScheme,
                    chancery_reader_scheme,
                    G_DEFINE_ENUM_VALUE (CHANCERY_READER_SCHEME_SYSTEM, "system"),
                    G_DEFINE_ENUM_VALUE (CHANCERY_READER_SCHEME_LIGHT, "light"),
                    G_DEFINE_ENUM_VALUE (CHANCERY_READER_SCHEME_DARK, "dark"),
                    G_DEFINE_ENUM_VALUE (CHANCERY_READER_SCHEME_SEPIA, "sepia"))

G_DEFINE_FINAL_TYPE (ChanceryReader, chancery_reader, GTK_TYPE_WIDGET)

static gboolean
scroll_key_cb (ChanceryReader *self,
               GtkScrollType   scroll)
{
  gboolean handled;

  g_signal_emit_by_name (self->scrolled, "scroll-child", scroll, FALSE, &handled);
  return handled;
}

static void
move_cursor_cb (ChanceryReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter iter;

  chancery_reader_popdown_toolbar (self);
  if (!self->caret_mode)
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  chancery_reader_page_reveal (self->page, (guint) gtk_text_iter_get_offset (&iter), -1);
}

/* The text view has a key of its own for this. */
static void
notify_cursor_visible_cb (ChanceryReader *self)
{
  chancery_reader_set_caret_mode (self, gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->text)));
}

static void
correct_date_cb (ChanceryReader *self)
{
  g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_CORRECT_DATE], 0);
}

static void
step_find_cb (ChanceryReader *self,
              int             direction)
{
  chancery_reader_step_find (self, direction);
}

static void
chancery_reader_real_announce (ChanceryReader *self,
                               const char     *words)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self->text), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
chancery_reader_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ChanceryReader *self = CHANCERY_READER (object);

  switch ((ChanceryReaderProperty) prop_id)
    {
    case CHANCERY_READER_PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case CHANCERY_READER_PROP_NOTES:
      g_value_set_object (value, self->notes);
      break;
    case CHANCERY_READER_PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case CHANCERY_READER_PROP_ORGANISATION:
      g_value_set_object (value, self->organisation);
      break;
    case CHANCERY_READER_PROP_AS_OF_DATE:
      g_value_set_boxed (value, &self->as_of_date);
      break;
    case CHANCERY_READER_PROP_FONT:
      g_value_set_string (value, self->font);
      break;
    case CHANCERY_READER_PROP_FONT_SIZE:
      g_value_set_double (value, self->font_size);
      break;
    case CHANCERY_READER_PROP_LINE_HEIGHT:
      g_value_set_double (value, self->line_height);
      break;
    case CHANCERY_READER_PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;
    case CHANCERY_READER_PROP_SCHEME:
      g_value_set_enum (value, self->scheme);
      break;
    case CHANCERY_READER_PROP_CARET_MODE:
      g_value_set_boolean (value, self->caret_mode);
      break;
    case CHANCERY_READER_PROP_ACTIVE_NOTE:
      g_value_set_object (value, self->active_note);
      break;
    case CHANCERY_READER_PROP_MARKED_STATE:
      g_value_set_string (value, self->marked_state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_reader_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ChanceryReader *self = CHANCERY_READER (object);

  switch ((ChanceryReaderProperty) prop_id)
    {
    case CHANCERY_READER_PROP_ARTICLE:
      chancery_reader_set_article (self, g_value_get_object (value));
      break;
    case CHANCERY_READER_PROP_NOTES:
      chancery_reader_set_notes (self, g_value_get_object (value));
      break;
    case CHANCERY_READER_PROP_CATALOGUE:
      chancery_reader_set_catalogue (self, g_value_get_object (value));
      break;
    case CHANCERY_READER_PROP_ORGANISATION:
      chancery_reader_set_organisation (self, g_value_get_object (value));
      break;
    case CHANCERY_READER_PROP_AS_OF_DATE:
      {
        const ChanceryDate *date = g_value_get_boxed (value);

        chancery_reader_set_as_of_date (self, date != NULL ? *date : CHANCERY_DATE_NONE);
      }
      break;
    case CHANCERY_READER_PROP_FONT:
      chancery_reader_set_font (self, g_value_get_string (value));
      break;
    case CHANCERY_READER_PROP_FONT_SIZE:
      chancery_reader_set_font_size (self, g_value_get_double (value));
      break;
    case CHANCERY_READER_PROP_LINE_HEIGHT:
      chancery_reader_set_line_height (self, g_value_get_double (value));
      break;
    case CHANCERY_READER_PROP_COLUMN_WIDTH:
      chancery_reader_set_column_width (self, g_value_get_int (value));
      break;
    case CHANCERY_READER_PROP_SCHEME:
      chancery_reader_set_scheme (self, g_value_get_enum (value));
      break;
    case CHANCERY_READER_PROP_CARET_MODE:
      chancery_reader_set_caret_mode (self, g_value_get_boolean (value));
      break;
    case CHANCERY_READER_PROP_ACTIVE_NOTE:
      chancery_reader_set_active_note (self, g_value_get_object (value));
      break;
    case CHANCERY_READER_PROP_MARKED_STATE:
      chancery_reader_set_marked_state (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_reader_dispose (GObject *object)
{
  ChanceryReader *self = CHANCERY_READER (object);

  chancery_reader_watch_notes (self, NULL);
  g_clear_handle_id (&self->highlights_source, g_source_remove);
  g_clear_handle_id (&self->marks_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->flash != NULL)
    adw_animation_reset (self->flash);
  g_clear_object (&self->flash);

  if (self->provider != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->provider);

  g_clear_pointer (&self->toolbar, gtk_widget_unparent);
  g_clear_pointer (&self->mention_popover, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->find_bar != NULL)
    g_signal_handlers_disconnect_by_data (self->find_bar, self);
  if (self->text != NULL)
    g_signal_handlers_disconnect_by_data (self->text, self);
  if (self->overlay != NULL)
    g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scrolled), self);
  if (self->find_bar != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->find_bar));
  self->find_bar = NULL;
  self->text = NULL;
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  g_clear_object (&self->article);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->organisation);
  g_clear_object (&self->active_note);
  g_clear_object (&self->handle_note);
  g_clear_pointer (&self->mentions, g_array_unref);

  chancery_reader_end_run (self);
  g_clear_object (&self->history);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (chancery_reader_parent_class)->dispose (object);
}

static void
chancery_reader_finalize (GObject *object)
{
  ChanceryReader *self = CHANCERY_READER (object);

  g_array_unref (self->rows);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->folding, chancery_text_folding_free);
  g_free (self->marked_state);
  g_free (self->font);
  g_free (self->css_class);
  g_free (self->dragged);

  G_OBJECT_CLASS (chancery_reader_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  /**
   * ChanceryReader:article:
   *
   * What is read. Mentions are to be set anew after it.
   */
  chancery_reader_props[CHANCERY_READER_PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, CHANCERY_TYPE_ARTICLE, flags);
  /**
   * ChanceryReader:notes:
   *
   * The article's notes, a model of #ChanceryNote that is watched.
   */
  chancery_reader_props[CHANCERY_READER_PROP_NOTES] = g_param_spec_object ("notes", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  /**
   * ChanceryReader:catalogue:
   *
   * Where the states are looked up.
   */
  chancery_reader_props[CHANCERY_READER_PROP_CATALOGUE] = g_param_spec_object ("catalogue", NULL, NULL, CHANCERY_TYPE_CATALOGUE, flags);
  /**
   * ChanceryReader:organisation:
   *
   * The organisation that is looked at.
   */
  chancery_reader_props[CHANCERY_READER_PROP_ORGANISATION] = g_param_spec_object ("organisation", NULL, NULL, CHANCERY_TYPE_ORGANISATION, flags);
  /**
   * ChanceryReader:as-of-date:
   *
   * The date that memberships are shown for; none stands for the article's.
   */
  chancery_reader_props[CHANCERY_READER_PROP_AS_OF_DATE] = g_param_spec_boxed ("as-of-date", NULL, NULL, CHANCERY_TYPE_DATE, flags);
  /**
   * ChanceryReader:font:
   *
   * "serif", "sans", or the name of a family.
   */
  chancery_reader_props[CHANCERY_READER_PROP_FONT] = g_param_spec_string ("font", NULL, NULL, "serif", flags);
  /**
   * ChanceryReader:font-size:
   *
   * The size of the text in points, before the system's text scaling.
   */
  chancery_reader_props[CHANCERY_READER_PROP_FONT_SIZE] = g_param_spec_double ("font-size", NULL, NULL, 6, 72, 13, flags);
  /**
   * ChanceryReader:line-height:
   *
   * From line to line, in sizes of the text.
   */
  chancery_reader_props[CHANCERY_READER_PROP_LINE_HEIGHT] = g_param_spec_double ("line-height", NULL, NULL, 1, 3, 1.6, flags);
  /**
   * ChanceryReader:column-width:
   *
   * How many characters a line has at most, on average.
   */
  chancery_reader_props[CHANCERY_READER_PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 30, 200, 66, flags);
  /**
   * ChanceryReader:scheme:
   *
   * The colours of the reading surface.
   */
  chancery_reader_props[CHANCERY_READER_PROP_SCHEME] =
    g_param_spec_enum ("scheme", NULL, NULL, CHANCERY_TYPE_READER_SCHEME, CHANCERY_READER_SCHEME_SYSTEM, flags);
  /**
   * ChanceryReader:caret-mode:
   *
   * Whether there is a caret, and the arrow keys move it.
   */
  chancery_reader_props[CHANCERY_READER_PROP_CARET_MODE] = g_param_spec_boolean ("caret-mode", NULL, NULL, FALSE, flags);
  /**
   * ChanceryReader:active-note:
   *
   * The note whose highlight stands out.
   */
  chancery_reader_props[CHANCERY_READER_PROP_ACTIVE_NOTE] = g_param_spec_object ("active-note", NULL, NULL, CHANCERY_TYPE_NOTE, flags);
  /**
   * ChanceryReader:marked-state:
   *
   * The code of the state whose mentions stand out, in the text and beside the
   * scrollbar.
   */
  chancery_reader_props[CHANCERY_READER_PROP_MARKED_STATE] = g_param_spec_string ("marked-state", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (chancery_reader_props), chancery_reader_props);
}

static void
install_signals (GType type)
{
  /**
   * ChanceryReader::create-note:
   * @selector: (type ChancerySelector): the passage
   * @colour: its colour
   * @edit: whether the note is to be written at once
   *
   * A passage was marked. Whoever keeps the notes adds one to the model.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_CREATE_NOTE] =
    g_signal_new ("create-note", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                  CHANCERY_TYPE_SELECTOR, CHANCERY_TYPE_COLOUR, G_TYPE_BOOLEAN);
  /**
   * ChanceryReader::create-notes:
   * @selectors: (element-type ChancerySelector): at least one passage
   * @colour: their colour
   *
   * Several passages were marked at once.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_CREATE_NOTES] =
    g_signal_new ("create-notes", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_PTR_ARRAY, CHANCERY_TYPE_COLOUR);
  /**
   * ChanceryReader::recolour-note:
   * @note: a note
   * @colour: its new colour
   *
   * A highlight is to change its colour.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_RECOLOUR_NOTE] =
    g_signal_new ("recolour-note", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  CHANCERY_TYPE_NOTE, CHANCERY_TYPE_COLOUR);
  /**
   * ChanceryReader::edit-note:
   * @note: a note
   *
   * A note is to be opened for writing.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_EDIT_NOTE] =
    g_signal_new ("edit-note", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);
  /**
   * ChanceryReader::remove-note:
   * @note: a note
   *
   * A note is to be removed, so that it can be undone.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_REMOVE_NOTE] =
    g_signal_new ("remove-note", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);
  /**
   * ChanceryReader::note-activated:
   * @note: a note
   *
   * A highlight was clicked, or activated with a key.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_NOTE_ACTIVATED] =
    g_signal_new ("note-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CHANCERY_TYPE_NOTE);
  /**
   * ChanceryReader::show-state:
   * @iso: the code of a state
   *
   * A state is to be selected in the list and on the map.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_SHOW_STATE] =
    g_signal_new ("show-state", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * ChanceryReader::open-state:
   * @iso: the code of a state
   *
   * All that is known of a state is to be shown.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_OPEN_STATE] =
    g_signal_new ("open-state", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * ChanceryReader::correct-date:
   *
   * The article's date is a guess, and the user wants to correct it.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_CORRECT_DATE] =
    g_signal_new ("correct-date", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * ChanceryReader::rested:
   *
   * Nothing has moved for a while, after the page was scrolled.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_RESTED] =
    g_signal_new ("rested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * ChanceryReader::message:
   * @message: a sentence
   *
   * Something is to be said to the user, as in a toast.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_MESSAGE] =
    g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * ChanceryReader::announce:
   * @words: what a screen reader is to say
   *
   * Something happened that can only be seen. The default handler has it said.
   */
  chancery_reader_signals[CHANCERY_READER_SIGNAL_ANNOUNCE] =
    g_signal_new_class_handler ("announce", type, G_SIGNAL_RUN_LAST, G_CALLBACK (chancery_reader_real_announce),
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
chancery_reader_class_init (ChanceryReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_reader_get_property;
  object_class->set_property = chancery_reader_set_property;
  object_class->dispose = chancery_reader_dispose;
  object_class->finalize = chancery_reader_finalize;

  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
  chancery_reader_install_actions (widget_class);
  chancery_reader_install_reshaping (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_children (ChanceryReader *self)
{
  GtkWidget *page;

  self->find_bar = CHANCERY_FIND_BAR (chancery_find_bar_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->find_bar), GTK_WIDGET (self));

  self->header = CHANCERY_READER_HEADER (chancery_reader_header_new ());
  self->text = CHANCERY_READER_TEXT (chancery_reader_text_new ());
  page = chancery_reader_page_new (GTK_WIDGET (self->header), GTK_TEXT_VIEW (self->text));
  self->page = CHANCERY_READER_PAGE (page);

  self->clamp = ADW_CLAMP_SCROLLABLE (adw_clamp_scrollable_new ());
  adw_clamp_scrollable_set_unit (self->clamp, ADW_LENGTH_UNIT_PX);
  adw_clamp_scrollable_set_child (self->clamp, page);

  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->clamp));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);

  self->marks = CHANCERY_READER_MARKS (chancery_reader_marks_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->marks), GTK_ALIGN_END);

  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->scrolled));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->marks));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

static void
chancery_reader_init (ChanceryReader *self)
{
  static guint n_readers;
  AdwStyleManager *manager =
    adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->font = g_strdup ("serif");
  self->font_size = 13;
  self->line_height = 1.6;
  self->column_width = 66;
  self->ring_mention = G_MAXUINT;
  self->match = G_MAXUINT;
  self->rows = g_array_new (FALSE, FALSE, sizeof (ChanceryReaderNote));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  make_children (self);

  self->css_class = g_strdup_printf ("reader-%u", ++n_readers);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader");
  gtk_widget_add_css_class (GTK_WIDGET (self), self->css_class);
  self->provider = gtk_css_provider_new ();
  chancery_reader_update_style (self);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (chancery_reader_update_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (chancery_reader_update_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->text, "typography-changed", G_CALLBACK (chancery_reader_update_column), self);
  g_signal_connect_swapped (self->text, "scroll-key", G_CALLBACK (scroll_key_cb), self);
  g_signal_connect_swapped (self->text, "copy", G_CALLBACK (chancery_reader_copy), self);
  g_signal_connect_swapped (self->text, "notify::cursor-visible", G_CALLBACK (notify_cursor_visible_cb), self);
  g_signal_connect_data (self->text, "move-cursor", G_CALLBACK (move_cursor_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (self->header, "correct-date", G_CALLBACK (correct_date_cb), self);
  g_signal_connect_swapped (self->find_bar, "changed", G_CALLBACK (chancery_reader_run_find), self);
  g_signal_connect_swapped (self->find_bar, "step", G_CALLBACK (step_find_cb), self);
  g_signal_connect_swapped (self->find_bar, "closed", G_CALLBACK (chancery_reader_end_find), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scrolled),
                            "value-changed",
                            G_CALLBACK (chancery_reader_moved),
                            self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scrolled),
                            "notify::upper",
                            G_CALLBACK (chancery_reader_queue_marks),
                            self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scrolled),
                            "value-changed",
                            G_CALLBACK (chancery_reader_popdown_toolbar),
                            self);

  chancery_reader_add_controllers (self);
  chancery_reader_add_shortcuts (self);
  chancery_reader_watch_keys (self);
}

/**
 * chancery_reader_new:
 *
 * Returns: (transfer floating): a reader without an article
 */
GtkWidget *
chancery_reader_new (void)
{
  return g_object_new (CHANCERY_TYPE_READER, NULL);
}

/**
 * chancery_reader_set_article:
 * @self: a reader
 * @article: (nullable): the article to show
 *
 * Shows an article from its beginning, without mentions until they are set.
 */
void
chancery_reader_set_article (ChanceryReader  *self,
                             ChanceryArticle *article)
{
  const char *headline;

  g_return_if_fail (CHANCERY_IS_READER (self));
  g_return_if_fail (article == NULL || CHANCERY_IS_ARTICLE (article));

  if (!g_set_object (&self->article, article))
    return;

  chancery_reader_popdown_toolbar (self);
  chancery_reader_clear_find (self);
  g_clear_pointer (&self->folding, chancery_text_folding_free);
  g_clear_pointer (&self->mentions, g_array_unref);
  self->ring_mention = G_MAXUINT;
  chancery_reader_end_run (self);
  chancery_reader_set_active_note (self, NULL);

  /* As long as no line of the new text is laid out, its top can't be told from its end. */
  chancery_reader_page_scroll_to_top (self->page);
  chancery_reader_text_set_article (self->text, article);
  chancery_reader_header_set_article (self->header, article);
  chancery_reader_update_highlights (self);

  headline = article != NULL ? chancery_article_get_headline (article) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  headline != NULL ? headline : _("Article"),
                                  -1);

  if (chancery_find_bar_is_open (self->find_bar))
    chancery_reader_run_find (self);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_ARTICLE]);
}

/**
 * chancery_reader_set_mentions:
 * @self: a reader
 * @mentions: (nullable) (element-type ChanceryMention): the states that the
 *   article's canonical text mentions, in order; not to be changed any more
 *
 * Sets what is underlined and can be looked up.
 */
void
chancery_reader_set_mentions (ChanceryReader *self,
                              GArray         *mentions)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  if (self->mentions == mentions)
    return;

  g_clear_pointer (&self->mentions, g_array_unref);
  if (mentions != NULL)
    self->mentions = g_array_ref (mentions);
  self->ring_mention = G_MAXUINT;
  chancery_reader_update_mentions (self);
}

/**
 * chancery_reader_set_notes:
 * @self: a reader
 * @notes: (nullable): a model of #ChanceryNote; both it and the notes are
 *   watched
 *
 * Sets what is highlighted. Notes without a passage, those that lost it, and
 * those whose words don't stand in the article are left out.
 */
void
chancery_reader_set_notes (ChanceryReader *self,
                           GListModel     *notes)
{
  g_return_if_fail (CHANCERY_IS_READER (self));
  g_return_if_fail (notes == NULL || G_IS_LIST_MODEL (notes));

  if (self->notes == notes)
    return;

  chancery_reader_watch_notes (self, notes);
  chancery_reader_update_highlights (self);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_NOTES]);
}

/**
 * chancery_reader_set_catalogue:
 * @self: a reader
 * @catalogue: (nullable): where the states are looked up
 *
 * Sets where the states are looked up.
 */
void
chancery_reader_set_catalogue (ChanceryReader    *self,
                               ChanceryCatalogue *catalogue)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;

  chancery_reader_text_set_catalogue (self->text, catalogue);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_CATALOGUE]);
}

/**
 * chancery_reader_set_organisation:
 * @self: a reader
 * @organisation: (nullable): the organisation that is looked at
 *
 * Sets the organisation that is looked at.
 */
void
chancery_reader_set_organisation (ChanceryReader       *self,
                                  ChanceryOrganisation *organisation)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  if (g_set_object (&self->organisation, organisation))
    g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_ORGANISATION]);
}

/**
 * chancery_reader_set_as_of_date:
 * @self: a reader
 * @date: the date that memberships are shown for; none for the article's own
 *
 * Sets the date.
 */
void
chancery_reader_set_as_of_date (ChanceryReader *self,
                                ChanceryDate    date)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  if (chancery_date_equal (self->as_of_date, date))
    return;

  self->as_of_date = date;
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_AS_OF_DATE]);
}

/**
 * chancery_reader_get_active_note:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the note whose highlight stands out
 */
ChanceryNote *
chancery_reader_get_active_note (ChanceryReader *self)
{
  g_return_val_if_fail (CHANCERY_IS_READER (self), NULL);

  return self->active_note;
}

/**
 * chancery_reader_set_active_note:
 * @self: a reader
 * @note: (nullable): the note whose highlight is to stand out
 *
 * Sets the active note, without scrolling.
 */
void
chancery_reader_set_active_note (ChanceryReader *self,
                                 ChanceryNote   *note)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  if (!g_set_object (&self->active_note, note))
    return;

  chancery_reader_text_set_active (self->text, note);
  chancery_reader_update_handles (self);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_ACTIVE_NOTE]);
}

/**
 * chancery_reader_set_marked_state:
 * @self: a reader
 * @iso: (nullable): the code of a state
 *
 * Makes a state's mentions stand out.
 */
void
chancery_reader_set_marked_state (ChanceryReader *self,
                                  const char     *iso)
{
  g_return_if_fail (CHANCERY_IS_READER (self));

  if (!g_set_str (&self->marked_state, iso))
    return;

  chancery_reader_text_set_marked (self->text, iso != NULL ? chancery_reader_style_for_state (iso) : -1);
  chancery_reader_queue_marks (self);
  g_object_notify_by_pspec (G_OBJECT (self), chancery_reader_props[CHANCERY_READER_PROP_MARKED_STATE]);
}
