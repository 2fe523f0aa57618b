/* chancery-reader-commands.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-private.h"

#include <glib/gi18n.h>

#include "chancery-passage.h"

/* Says something to everybody. */
void
chancery_reader_say (ChanceryReader *self,
                     const char     *message)
{
  g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_MESSAGE], 0, message);
}

/* The selection in bytes of the canonical text, without the space around it. Returns whether there
 * is anything left. */
gboolean
chancery_reader_get_passage (ChanceryReader *self,
                             gsize          *start_bytes,
                             gsize          *end_bytes)
{
  const ChanceryDisplayText *display = chancery_reader_text_get_display (self->text);
  ChanceryPassage passage;
  gboolean is_something;
  guint from, to;

  if (display == NULL || !chancery_reader_text_get_selection (self->text, &from, &to))
    return FALSE;

  passage = (ChanceryPassage) {
    chancery_article_chars_to_bytes (self->article, chancery_display_text_to_canonical (display, from)),
    chancery_article_chars_to_bytes (self->article, chancery_display_text_to_canonical (display, to)),
  };
  is_something = chancery_passage_trim (chancery_article_get_text (self->article), &passage);
  *start_bytes = passage.start_bytes;
  *end_bytes = passage.end_bytes;

  return is_something;
}

/**
 * chancery_reader_dup_selection:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): the passage that is selected; %NULL for none
 */
ChancerySelector *
chancery_reader_dup_selection (ChanceryReader *self)
{
  gsize start_bytes, end_bytes;

  g_return_val_if_fail (CHANCERY_IS_READER (self), NULL);

  if (self->article == NULL || !chancery_reader_get_passage (self, &start_bytes, &end_bytes))
    return NULL;

  return chancery_selector_new_for_span (chancery_article_get_text (self->article), start_bytes, end_bytes);
}

/**
 * chancery_reader_get_last_colour:
 * @self: a reader
 *
 * Returns: the colour that was highlighted with last, which the next passage gets
 *   if no other is asked for
 */
ChanceryColour
chancery_reader_get_last_colour (ChanceryReader *self)
{
  g_return_val_if_fail (CHANCERY_IS_READER (self), CHANCERY_COLOUR_YELLOW);

  return self->last_colour;
}

/* The note that a command without a selection is about: the active one, if the caret is in it, or
 * the topmost at the caret. */
ChanceryNote *
chancery_reader_dup_current_note (ChanceryReader *self)
{
  g_autoptr (GPtrArray) notes = NULL;
  guint caret = chancery_reader_get_caret (self);

  if (self->article == NULL)
    return NULL;

  notes = chancery_reader_dup_notes_at (self, caret);
  /* The caret behind the last letter of a passage still belongs to it. */
  if (notes->len == 0 && caret > 0)
    {
      g_ptr_array_unref (notes);
      notes = chancery_reader_dup_notes_at (self, caret - 1);
    }
  if (notes->len == 0)
    return NULL;

  if (self->active_note != NULL && g_ptr_array_find (notes, self->active_note, NULL))
    return g_object_ref (self->active_note);

  return g_object_ref (g_ptr_array_index (notes, notes->len - 1));
}

/* A note on exactly these words, or NULL. */
static ChanceryNote *
find_note_on (ChanceryReader *self,
              gsize           start_bytes,
              gsize           end_bytes)
{
  const ChanceryDisplayText *display = chancery_reader_text_get_display (self->text);
  guint start = (guint) chancery_display_text_to_display (display, chancery_article_bytes_to_chars (self->article, start_bytes));
  guint end = (guint) chancery_display_text_to_display_end (display, chancery_article_bytes_to_chars (self->article, end_bytes));
  g_autoptr (GPtrArray) notes = chancery_reader_dup_notes_at (self, start);

  for (guint i = 0; i < notes->len; i++)
    {
      guint note_start, note_end;

      if (chancery_reader_get_note_span (self, g_ptr_array_index (notes, i), &note_start, &note_end) &&
          note_start == start && note_end == end)
        return g_object_ref (g_ptr_array_index (notes, i));
    }

  return NULL;
}

static void
create_note (ChanceryReader *self,
             gsize           start_bytes,
             gsize           end_bytes,
             ChanceryColour  colour,
             gboolean        edit)
{
  g_autoptr (ChancerySelector) selector =
    chancery_selector_new_for_span (chancery_article_get_text (self->article), start_bytes, end_bytes);

  self->last_colour = colour;
  chancery_reader_popdown_toolbar (self);
  /* What was marked is to be seen, not the selection over it. */
  chancery_reader_text_place_caret (
    self->text,
    (guint) chancery_display_text_to_display (chancery_reader_text_get_display (self->text),
                                              chancery_article_bytes_to_chars (self->article, start_bytes)));
  g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_CREATE_NOTE], 0, selector, colour, edit);
  if (!edit)
    {
      /* Translators: said by a screen reader when words were highlighted; the argument is a colour */
      g_autofree char *words = g_strdup_printf (_("Highlighted: %s"), chancery_colour_namer_get_name (GTK_WIDGET (self), colour));

      chancery_reader_announce (self, words);
    }
}

static void
highlight (ChanceryReader *self,
           ChanceryColour  colour,
           gboolean        edit)
{
  g_autoptr (ChanceryNote) note = NULL;
  guint from, to;
  gsize start_bytes, end_bytes;

  if (self->article == NULL)
    return;

  if (chancery_reader_get_passage (self, &start_bytes, &end_bytes))
    {
      note = find_note_on (self, start_bytes, end_bytes);
      if (note == NULL)
        {
          create_note (self, start_bytes, end_bytes, colour, edit);
          return;
        }
    }
  else if (!chancery_reader_text_get_selection (self->text, &from, &to))
    note = chancery_reader_dup_current_note (self);

  if (note == NULL)
    {
      chancery_reader_say (self, _("Select some words of the text first."));
      return;
    }

  chancery_reader_popdown_toolbar (self);
  if (edit)
    {
      g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_EDIT_NOTE], 0, note);
      return;
    }

  self->last_colour = colour;
  if (chancery_note_get_colour (note) != colour)
    g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_RECOLOUR_NOTE], 0, note, colour);
}

static void
highlight_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gint32 colour = g_variant_get_int32 (parameter);

  if (colour >= 0 && colour < (gint32) CHANCERY_N_COLOURS)
    highlight (CHANCERY_READER (widget), (ChanceryColour) colour, FALSE);
}

static void
highlight_again_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);

  highlight (self, self->last_colour, FALSE);
}

/* Whether a passage begins and ends where words do. */
static gboolean
is_of_whole_words (ChanceryReader *self,
                   gsize           start_bytes,
                   gsize           end_bytes)
{
  const char *text = chancery_article_get_text (self->article);
  const char *before = start_bytes > 0 ? g_utf8_find_prev_char (text, text + start_bytes) : NULL;

  return (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before))) &&
         !g_unichar_isalnum (g_utf8_get_char (text + end_bytes));
}

/* The same words may be marked already, or be parts of longer words. */
static void
highlight_all_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_selector_free);
  g_autoptr (GArray) matches = NULL;
  g_autofree char *phrase = NULL;
  g_autofree char *words = NULL;
  gsize start_bytes, end_bytes;
  gboolean whole;

  if (self->article == NULL)
    return;
  if (!chancery_reader_get_passage (self, &start_bytes, &end_bytes))
    {
      chancery_reader_say (self, _("Select some words of the text first."));
      return;
    }

  phrase = g_strndup (chancery_article_get_text (self->article) + start_bytes, end_bytes - start_bytes);
  whole = is_of_whole_words (self, start_bytes, end_bytes);
  matches = chancery_reader_find_words (self, phrase);
  for (guint i = 0; i < matches->len; i++)
    {
      const ChanceryTextMatch *match = &g_array_index (matches, ChanceryTextMatch, i);
      gsize from_bytes = chancery_article_chars_to_bytes (self->article, match->start_chars);
      gsize to_bytes = chancery_article_chars_to_bytes (self->article, match->end_chars);
      g_autoptr (ChanceryNote) marked = find_note_on (self, from_bytes, to_bytes);

      if (marked == NULL && (!whole || is_of_whole_words (self, from_bytes, to_bytes)))
        g_ptr_array_add (selectors, chancery_selector_new_for_span (chancery_article_get_text (self->article),
                                                                    from_bytes, to_bytes));
    }

  chancery_reader_popdown_toolbar (self);
  if (selectors->len > 0)
    g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_CREATE_NOTES], 0, selectors, self->last_colour);
  words = g_strdup_printf (ngettext ("%'u passage highlighted", "%'u passages highlighted", selectors->len),
                           selectors->len);
  chancery_reader_say (self, words);
}

static void
annotate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);

  highlight (self, self->last_colour, TRUE);
}

static void
remove_note_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  g_autoptr (ChanceryNote) note = chancery_reader_dup_current_note (self);

  if (note == NULL)
    chancery_reader_say (self, _("There is no highlight here."));
  else
    g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_REMOVE_NOTE], 0, note);
}

void
chancery_reader_copy (ChanceryReader *self)
{
  const ChanceryDisplayText *display = chancery_reader_text_get_display (self->text);
  g_autofree char *words = NULL;
  const char *text;
  gsize start_bytes, end_bytes;
  guint from, to;

  if (display == NULL)
    return;
  if (!chancery_reader_text_get_selection (self->text, &from, &to))
    {
      chancery_reader_say (self, _("Select some words of the text first."));
      return;
    }

  text = chancery_article_get_text (self->article);
  start_bytes = chancery_article_chars_to_bytes (self->article, chancery_display_text_to_canonical (display, from));
  end_bytes = chancery_article_chars_to_bytes (self->article, chancery_display_text_to_canonical (display, to));
  words = g_strndup (text + start_bytes, end_bytes - start_bytes);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words);
  chancery_reader_popdown_toolbar (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  chancery_reader_copy (CHANCERY_READER (widget));
}

static void
copy_quotation_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  chancery_reader_copy_quotation (CHANCERY_READER (widget));
}

static void
select_all_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  g_signal_emit_by_name (CHANCERY_READER (widget)->text, "select-all", TRUE);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  GdkRectangle area;
  guint from, to;

  chancery_reader_text_get_selection (self->text, &from, &to);
  chancery_reader_get_area (self, from, MAX (from + 1, to), &area);
  chancery_reader_popup_menu (self, &area);
}

static void
scroll_page_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  gboolean handled;

  g_signal_emit_by_name (self->scrolled,
                         "scroll-child",
                         g_variant_get_int32 (parameter) < 0 ? GTK_SCROLL_PAGE_UP : GTK_SCROLL_PAGE_DOWN,
                         FALSE,
                         &handled);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  gint32 step = g_variant_get_int32 (parameter);

  chancery_reader_set_font_size (self, step == 0 ? 13 : self->font_size + step);
}

void
chancery_reader_focus_mention (ChanceryReader *self,
                               guint           mention)
{
  const ChancerySpanIndex *index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS);
  const ChancerySpan *span = chancery_span_index_get (index, mention);
  const ChanceryMention *data = span->data;
  ChanceryState *state =
    self->catalogue != NULL ? chancery_catalogue_lookup_state (self->catalogue, data->iso) : NULL;
  g_autofree char *name = state != NULL ? chancery_state_dup_display_name (state) : g_strdup (data->iso);
  g_autofree char *form =
    g_strndup (chancery_article_get_text (self->article) + data->start_bytes, data->end_bytes - data->start_bytes);
  g_autofree char *words = NULL;
  guint position, n_mentions;

  self->ring_mention = mention;
  chancery_reader_text_place_caret (self->text, span->start);
  chancery_reader_text_set_ring (self->text, span->start, span->end);
  chancery_reader_page_reveal (self->page, span->start, 0.3);

  n_mentions = chancery_reader_count_mentions (self, mention, &position);
  /* Translators: said by a screen reader: the words in the text, the state they stand for, the number
   * of this mention and of all mentions of the state */
  words = g_strdup_printf (_("%s: %s, mention %u of %u"), form, name, position, n_mentions);
  chancery_reader_announce (self, words);
}

static void
step_mention_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  const ChancerySpanIndex *index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_MENTIONS);
  int direction = g_variant_get_int32 (parameter);
  guint origin, mention;

  if (index == NULL || chancery_span_index_get_size (index) == 0)
    {
      chancery_reader_say (self, _("No state is mentioned in this article."));
      return;
    }

  origin = chancery_reader_get_origin (self);
  mention = chancery_reader_find_span_from (index, origin, self->ring_mention != G_MAXUINT, direction);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  chancery_reader_focus_mention (self, mention);
}

void
chancery_reader_activate_note (ChanceryReader *self,
                               ChanceryNote   *note)
{
  chancery_reader_set_active_note (self, note);
  g_signal_emit (self, chancery_reader_signals[CHANCERY_READER_SIGNAL_NOTE_ACTIVATED], 0, note);
}

static void
step_note_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  const ChancerySpanIndex *index;
  int direction = g_variant_get_int32 (parameter);
  guint start, end, size, position = G_MAXUINT;

  if (self->highlights_source != 0)
    chancery_reader_update_highlights (self);
  index = chancery_reader_text_get_layer (self->text, CHANCERY_READER_LAYER_HIGHLIGHTS);
  size = index != NULL ? chancery_span_index_get_size (index) : 0;
  if (size == 0)
    {
      chancery_reader_say (self, _("Nothing is highlighted in this article."));
      return;
    }

  /* From the active note to its neighbour, even if both begin at the same word. */
  if (self->active_note != NULL && chancery_reader_get_note_span (self, self->active_note, &start, &end) &&
      start == chancery_reader_get_origin (self))
    {
      for (guint i = 0; i < size; i++)
        if (chancery_span_index_get (index, i)->data == self->active_note)
          position = (i + (direction > 0 ? 1 : size - 1)) % size;
    }
  if (position == G_MAXUINT)
    position = chancery_reader_find_span_from (index, chancery_reader_get_origin (self), FALSE, direction);

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  chancery_reader_scroll_to_note (self, chancery_span_index_get (index, position)->data);
}

/* What Enter does: looks the mention up that the ring or the caret is on, or goes to the note. */
static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  g_autoptr (ChanceryNote) note = NULL;
  guint mention = self->ring_mention;

  if (self->article == NULL)
    return;

  if (mention == G_MAXUINT && self->caret_mode)
    mention = chancery_reader_find_mention_at (self, chancery_reader_get_caret (self));
  if (mention != G_MAXUINT)
    {
      chancery_reader_popup_mention (self, mention);
      return;
    }

  note = chancery_reader_dup_current_note (self);
  if (note != NULL)
    chancery_reader_activate_note (self, note);
}

static void
activate_note_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  const char *uid = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      ChanceryNote *note = g_array_index (self->rows, ChanceryReaderNote, i).note;

      if (g_strcmp0 (chancery_note_get_uid (note), uid) == 0)
        {
          chancery_reader_activate_note (self, note);
          return;
        }
    }
}

/* What Escape does: lets go of what is held, one thing at a time. */
static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);
  guint from, to;

  if (chancery_find_bar_is_open (self->find_bar))
    chancery_find_bar_close (self->find_bar);
  else if (chancery_reader_text_get_selection (self->text, &from, &to))
    chancery_reader_text_place_caret (self->text, from);
  else if (self->ring_mention != G_MAXUINT)
    chancery_reader_clear_ring (self);
  else
    chancery_reader_set_active_note (self, NULL);
  chancery_reader_popdown_toolbar (self);
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  chancery_reader_find (CHANCERY_READER (widget));
}

static void
step_find_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  ChanceryReader *self = CHANCERY_READER (widget);

  if (chancery_find_bar_is_open (self->find_bar))
    chancery_reader_step_find (self, g_variant_get_int32 (parameter));
  else
    chancery_reader_find (self);
}

/* Actions and keys */

void
chancery_reader_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
    int parameter;
  } keys[] = {
    /* Of several keys, menus show the last. */
    { GDK_KEY_h, 0, "reader.highlight-again", G_MININT },
    { GDK_KEY_H, GDK_SHIFT_MASK, "reader.highlight-all", G_MININT },
    { GDK_KEY_n, 0, "reader.annotate", G_MININT },
    { GDK_KEY_l, 0, "win.link-passage", G_MININT },
    { GDK_KEY_KP_Delete, 0, "reader.remove-note", G_MININT },
    { GDK_KEY_Delete, 0, "reader.remove-note", G_MININT },
    { GDK_KEY_bracketright, 0, "reader.step-note", 1 },
    { GDK_KEY_bracketleft, 0, "reader.step-note", -1 },
    { GDK_KEY_period, 0, "reader.step-mention", 1 },
    { GDK_KEY_comma, 0, "reader.step-mention", -1 },
    /* Layouts without brackets or with them behind a modifier have these. */
    { GDK_KEY_Down, GDK_ALT_MASK, "reader.step-note", 1 },
    { GDK_KEY_Up, GDK_ALT_MASK, "reader.step-note", -1 },
    { GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK, "reader.step-mention", 1 },
    { GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK, "reader.step-mention", -1 },
    { GDK_KEY_Return, 0, "reader.activate", G_MININT },
    { GDK_KEY_KP_Enter, 0, "reader.activate", G_MININT },
    { GDK_KEY_ISO_Enter, 0, "reader.activate", G_MININT },
    { GDK_KEY_Escape, 0, "reader.cancel", G_MININT },
    { GDK_KEY_space, 0, "reader.scroll-page", 1 },
    { GDK_KEY_space, GDK_SHIFT_MASK, "reader.scroll-page", -1 },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.copy-quotation", G_MININT },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "reader.zoom", 1 },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "reader.zoom", 1 },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "reader.zoom", 1 },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "reader.zoom", -1 },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "reader.zoom", -1 },
    { GDK_KEY_0, GDK_CONTROL_MASK, "reader.zoom", 0 },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "reader.zoom", 0 },
  };

  gtk_widget_class_install_action (widget_class, "reader.highlight", "i", highlight_action);
  gtk_widget_class_install_action (widget_class, "reader.highlight-again", NULL, highlight_again_action);
  gtk_widget_class_install_action (widget_class, "reader.highlight-all", NULL, highlight_all_action);
  gtk_widget_class_install_action (widget_class, "reader.annotate", NULL, annotate_action);
  gtk_widget_class_install_action (widget_class, "reader.remove-note", NULL, remove_note_action);
  gtk_widget_class_install_action (widget_class, "reader.activate-note", "s", activate_note_action);
  gtk_widget_class_install_action (widget_class, "reader.step-note", "i", step_note_action);
  gtk_widget_class_install_action (widget_class, "reader.step-mention", "i", step_mention_action);
  gtk_widget_class_install_action (widget_class, "reader.activate", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "reader.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "reader.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "reader.copy-quotation", NULL, copy_quotation_action);
  gtk_widget_class_install_action (widget_class, "reader.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "reader.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "reader.scroll-page", "i", scroll_page_action);
  gtk_widget_class_install_action (widget_class, "reader.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "reader.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "reader.step-find", "i", step_find_action);
  gtk_widget_class_install_property_action (widget_class, "reader.caret-mode", "caret-mode");

  for (gint32 colour = 0; colour < (gint32) CHANCERY_N_COLOURS; colour++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + (guint) colour, 0, "reader.highlight", "i", colour);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + (guint) colour, 0, "reader.highlight", "i", colour);
    }

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].parameter == G_MININT)
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
    else
      gtk_widget_class_add_binding_action (widget_class,
                                           keys[i].key,
                                           keys[i].modifiers,
                                           keys[i].action,
                                           "i",
                                           keys[i].parameter);
}

static void
add_shortcut (GtkShortcutController *controller,
              const char            *trigger,
              const char            *action,
              GVariant              *parameter)
{
  GtkShortcut *shortcut =
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action));

  if (parameter != NULL)
    gtk_shortcut_set_arguments (shortcut, parameter);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/* Keys that work wherever the focus is in the window. */
void
chancery_reader_add_shortcuts (ChanceryReader *self)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_set_scope (controller, GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (controller, "<Control>f", "reader.find", NULL);
  add_shortcut (controller, "<Control>g", "reader.step-find", g_variant_new_int32 (1));
  add_shortcut (controller, "<Control><Shift>g", "reader.step-find", g_variant_new_int32 (-1));
  add_shortcut (controller, "F7", "reader.caret-mode", NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}
