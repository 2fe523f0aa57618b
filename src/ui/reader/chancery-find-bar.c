/* chancery-find-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-find-bar.h"

#include <glib/gi18n.h>

struct _ChanceryFindBar
{
  GtkWidget parent_instance;

  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *status;
  GtkWidget *previous;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (ChanceryFindBar, chancery_find_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_STEP,
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
search_changed_cb (ChanceryFindBar *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
next_cb (ChanceryFindBar *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, 1);
}

static void
previous_cb (ChanceryFindBar *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, -1);
}

static void
stop_cb (ChanceryFindBar *self)
{
  chancery_find_bar_close (self);
}

static void
notify_search_mode_cb (ChanceryFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar))
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
chancery_find_bar_dispose (GObject *object)
{
  ChanceryFindBar *self = CHANCERY_FIND_BAR (object);

  if (self->bar != NULL)
    g_signal_handlers_disconnect_by_func (self->bar, notify_search_mode_cb, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_FIND_BAR);

  G_OBJECT_CLASS (chancery_find_bar_parent_class)->dispose (object);
}

static void
chancery_find_bar_class_init (ChanceryFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_find_bar_dispose;

  /**
   * ChanceryFindBar::changed:
   *
   * Other words are to be looked for.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ChanceryFindBar::step:
   * @direction: 1 or -1
   *
   * The next or the previous match is asked for.
   */
  signals[SIGNAL_STEP] =
    g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * ChanceryFindBar::closed:
   *
   * Finding is over.
   */
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/reader/chancery-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, ChanceryFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, ChanceryFindBar, status);
  gtk_widget_class_bind_template_child (widget_class, ChanceryFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, ChanceryFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
chancery_find_bar_init (ChanceryFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->bar, self->entry);
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (notify_search_mode_cb), self);
}

/**
 * chancery_find_bar_new:
 *
 * Returns: (transfer floating): a closed bar
 */
GtkWidget *
chancery_find_bar_new (void)
{
  return g_object_new (CHANCERY_TYPE_FIND_BAR, NULL);
}

/**
 * chancery_find_bar_open:
 * @self: a bar
 * @words: (nullable): what to look for; %NULL for what was looked for last
 *
 * Opens the bar and gives it the focus.
 */
void
chancery_find_bar_open (ChanceryFindBar *self,
                        const char      *words)
{
  g_autofree char *before = NULL;

  g_return_if_fail (CHANCERY_IS_FIND_BAR (self));

  /* A search bar that opens clears its entry. */
  before = g_strdup (gtk_editable_get_text (self->entry));
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_editable_set_text (self->entry, words != NULL ? words : before);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * chancery_find_bar_close:
 * @self: a bar
 *
 * Closes the bar.
 */
void
chancery_find_bar_close (ChanceryFindBar *self)
{
  g_return_if_fail (CHANCERY_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

/**
 * chancery_find_bar_is_open:
 * @self: a bar
 *
 * Returns: whether the bar is shown
 */
gboolean
chancery_find_bar_is_open (ChanceryFindBar *self)
{
  g_return_val_if_fail (CHANCERY_IS_FIND_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar);
}

/**
 * chancery_find_bar_get_words:
 * @self: a bar
 *
 * Returns: (transfer none): what to look for
 */
const char *
chancery_find_bar_get_words (ChanceryFindBar *self)
{
  g_return_val_if_fail (CHANCERY_IS_FIND_BAR (self), NULL);

  return gtk_editable_get_text (self->entry);
}

/**
 * chancery_find_bar_set_status:
 * @self: a bar
 * @position: which match is shown, from 1; 0 for none
 * @n_matches: how many there are
 *
 * Shows how finding went.
 */
void
chancery_find_bar_set_status (ChanceryFindBar *self,
                              guint            position,
                              guint            n_matches)
{
  g_autofree char *status = NULL;
  gboolean asked = *gtk_editable_get_text (self->entry) != '\0';

  g_return_if_fail (CHANCERY_IS_FIND_BAR (self));

  if (asked && n_matches == 0)
    status = g_strdup (_("Not found"));
  else if (asked)
    /* Translators: find in article: the number of the match and of all matches */
    status = g_strdup_printf (_("%u of %u"), position, n_matches);

  gtk_label_set_label (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
  gtk_widget_set_sensitive (self->previous, n_matches > 0);
  gtk_widget_set_sensitive (self->next, n_matches > 0);
  if (asked && n_matches == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/**
 * chancery_find_bar_get_status:
 * @self: a bar
 *
 * Returns: (transfer none): how finding went, in words
 */
const char *
chancery_find_bar_get_status (ChanceryFindBar *self)
{
  g_return_val_if_fail (CHANCERY_IS_FIND_BAR (self), NULL);

  return gtk_label_get_label (self->status);
}
