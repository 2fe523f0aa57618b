/* chancery-note-filter-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-note-filter-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chancery-note-filter-popover.h"
#include "chancery-note-text.h"
#include "chancery-text.h"

struct _ChanceryNoteFilterBar
{
  GtkWidget parent_instance;

  GtkSearchBar *search_bar;
  AdwBanner *banner;
  GtkEditable *entry; /* (nullable): until the bar is opened first */
  ChanceryNoteFilterPopover *popover; /* (nullable): likewise */

  char *words; /* (owned): what is filtered for; never %NULL */
  GStrv folded_words;
  GListModel *known_tags; /* (owned) (nullable) */
  char *organisation;
  GStrv members;
};

typedef enum
{
  PROP_SEARCH_MODE = 1,
  PROP_WORDS,
} ChanceryNoteFilterBarProps;

static GParamSpec *props[PROP_WORDS + 1];

enum
{
  SIGNAL_OPENED,
  SIGNAL_CLOSED,
  SIGNAL_ACTIVATED,
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryNoteFilterBar, chancery_note_filter_bar, GTK_TYPE_WIDGET)

static void
set_words (ChanceryNoteFilterBar *self,
           const char            *words)
{
  g_autofree char *folded = NULL;

  if (!g_set_str (&self->words, words))
    return;

  folded = chancery_text_fold (words);
  g_strfreev (self->folded_words);
  self->folded_words = g_strsplit_set (folded, " \t", -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORDS]);
}

static void
search_changed_cb (ChanceryNoteFilterBar *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (gtk_search_bar_get_search_mode (self->search_bar))
    set_words (self, words);
}

static void
activate_cb (ChanceryNoteFilterBar *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
chosen_cb (ChanceryNoteFilterBar *self)
{
  adw_banner_set_revealed (self->banner, chancery_note_filter_popover_is_active (self->popover));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
show_all_cb (ChanceryNoteFilterBar *self)
{
  chancery_note_filter_popover_clear (self->popover);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
make_controls (ChanceryNoteFilterBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _("Filter by words or tags"));
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);

  self->popover = g_object_new (CHANCERY_TYPE_NOTE_FILTER_POPOVER, NULL);
  chancery_note_filter_popover_set_known_tags (self->popover, self->known_tags);
  chancery_note_filter_popover_set_members (self->popover, self->organisation, (const char * const *) self->members);
  g_signal_connect_swapped (self->popover, "changed", G_CALLBACK (chosen_cb), self);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "chancery-filter-symbolic");
  gtk_widget_set_tooltip_text (button, _("Filter Notes"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_add_css_class (button, "flat");

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_search_bar_set_child (self->search_bar, box);
  gtk_search_bar_connect_entry (self->search_bar, self->entry);
}

static void
search_mode_cb (ChanceryNoteFilterBar *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    g_signal_emit (self, signals[SIGNAL_OPENED], 0);
  else
    {
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->search_bar)) != NULL)
        g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
      gtk_editable_set_text (self->entry, "");
      set_words (self, "");
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH_MODE]);
}

/* The object */

static void
chancery_note_filter_bar_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  ChanceryNoteFilterBar *self = CHANCERY_NOTE_FILTER_BAR (object);

  switch ((ChanceryNoteFilterBarProps) prop_id)
    {
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, chancery_note_filter_bar_get_search_mode (self));
      break;
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_note_filter_bar_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  switch ((ChanceryNoteFilterBarProps) prop_id)
    {
    case PROP_SEARCH_MODE:
      chancery_note_filter_bar_set_search_mode (CHANCERY_NOTE_FILTER_BAR (object), g_value_get_boolean (value));
      break;
    case PROP_WORDS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
chancery_note_filter_bar_dispose (GObject *object)
{
  ChanceryNoteFilterBar *self = CHANCERY_NOTE_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_NOTE_FILTER_BAR);
  self->entry = NULL;
  self->popover = NULL;
  g_clear_object (&self->known_tags);

  G_OBJECT_CLASS (chancery_note_filter_bar_parent_class)->dispose (object);
}

static void
chancery_note_filter_bar_finalize (GObject *object)
{
  ChanceryNoteFilterBar *self = CHANCERY_NOTE_FILTER_BAR (object);

  g_free (self->words);
  g_strfreev (self->folded_words);
  g_free (self->organisation);
  g_strfreev (self->members);

  G_OBJECT_CLASS (chancery_note_filter_bar_parent_class)->finalize (object);
}

static void
chancery_note_filter_bar_class_init (ChanceryNoteFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = chancery_note_filter_bar_get_property;
  object_class->set_property = chancery_note_filter_bar_set_property;
  object_class->dispose = chancery_note_filter_bar_dispose;
  object_class->finalize = chancery_note_filter_bar_finalize;

  /**
   * ChanceryNoteFilterBar:search-mode:
   *
   * Whether the bar is open. Closing it clears the words.
   */
  props[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * ChanceryNoteFilterBar:words:
   *
   * What the user filters for; empty for no filter.
   */
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, "",
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ChanceryNoteFilterBar::opened:
   *
   * Somebody is about to filter.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryNoteFilterBar::closed:
   *
   * The bar was closed with the focus in it, which must go elsewhere.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryNoteFilterBar::activated:
   *
   * The user wants to go on to the notes.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryNoteFilterBar::chosen:
   *
   * The user has chosen other notes, by anything but words.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/notes/"
                                                             "chancery-note-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ChanceryNoteFilterBar, banner);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
chancery_note_filter_bar_init (ChanceryNoteFilterBar *self)
{
  self->words = g_strdup ("");
  self->folded_words = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
chancery_note_filter_bar_get_search_mode (ChanceryNoteFilterBar *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_FILTER_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->search_bar);
}

/**
 * chancery_note_filter_bar_set_search_mode:
 * @self: a bar
 * @search_mode: whether it is open; closing clears the words
 */
void
chancery_note_filter_bar_set_search_mode (ChanceryNoteFilterBar *self,
                                          gboolean               search_mode)
{
  g_return_if_fail (CHANCERY_IS_NOTE_FILTER_BAR (self));

  if (search_mode && self->popover == NULL)
    make_controls (self);
  gtk_search_bar_set_search_mode (self->search_bar, search_mode);
}

/**
 * chancery_note_filter_bar_set_known_tags:
 * @self: a bar
 * @tags: (nullable) (element-type GtkStringObject): tags to suggest
 */
void
chancery_note_filter_bar_set_known_tags (ChanceryNoteFilterBar *self,
                                         GListModel            *tags)
{
  g_return_if_fail (CHANCERY_IS_NOTE_FILTER_BAR (self));

  if (g_set_object (&self->known_tags, tags) && self->popover != NULL)
    chancery_note_filter_popover_set_known_tags (self->popover, tags);
}

/**
 * chancery_note_filter_bar_set_members:
 * @self: a bar
 * @organisation: (nullable): the name of an organisation
 * @members: (nullable): the codes of its members
 *
 * Offers to show only notes on members of that organisation.
 */
void
chancery_note_filter_bar_set_members (ChanceryNoteFilterBar *self,
                                      const char            *organisation,
                                      const char * const    *members)
{
  g_return_if_fail (CHANCERY_IS_NOTE_FILTER_BAR (self));

  g_set_str (&self->organisation, organisation);
  g_strfreev (self->members);
  self->members = g_strdupv ((char **) members);
  if (self->popover != NULL)
    chancery_note_filter_popover_set_members (self->popover, organisation, members);
}

const char *
chancery_note_filter_bar_get_words (ChanceryNoteFilterBar *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_FILTER_BAR (self), NULL);

  return self->words;
}

/**
 * chancery_note_filter_bar_is_chosen:
 * @self: a bar
 *
 * Returns: whether anything but words leaves notes out
 */
gboolean
chancery_note_filter_bar_is_chosen (ChanceryNoteFilterBar *self)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_FILTER_BAR (self), FALSE);

  return self->popover != NULL && chancery_note_filter_popover_is_active (self->popover);
}

/**
 * chancery_note_filter_bar_matches:
 * @self: a bar
 * @note: a note
 *
 * Returns: whether the note has the words
 */
gboolean
chancery_note_filter_bar_matches (ChanceryNoteFilterBar *self,
                                  ChanceryNote          *note)
{
  g_return_val_if_fail (CHANCERY_IS_NOTE_FILTER_BAR (self), FALSE);

  return *self->words == '\0' || chancery_note_matches (note, (const char * const *) self->folded_words);
}

/**
 * chancery_note_filter_bar_fill:
 * @self: a bar
 * @filter: what to add the user's choice to; its strings stay valid until the
 *   next change
 */
void
chancery_note_filter_bar_fill (ChanceryNoteFilterBar *self,
                               ChanceryNoteFilter    *filter)
{
  g_return_if_fail (CHANCERY_IS_NOTE_FILTER_BAR (self));

  if (self->popover != NULL)
    chancery_note_filter_popover_fill (self->popover, filter);
  filter->words = self->words;
}

/**
 * chancery_note_filter_bar_clear:
 * @self: a bar
 *
 * Lets every note through, and closes the bar.
 */
void
chancery_note_filter_bar_clear (ChanceryNoteFilterBar *self)
{
  g_return_if_fail (CHANCERY_IS_NOTE_FILTER_BAR (self));

  chancery_note_filter_bar_set_search_mode (self, FALSE);
  if (chancery_note_filter_bar_is_chosen (self))
    chancery_note_filter_popover_clear (self->popover);
}
