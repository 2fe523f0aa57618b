/* chancery-selection-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-selection-bar.h"

#include <glib/gi18n.h>

#include "chancery-chip.h"
#include "chancery-chip-entry.h"
#include "chancery-colour-chooser.h"

struct _ChancerySelectionBar
{
  GtkWidget parent_instance;

  GtkActionBar *bar;
  GtkLabel *count;
  GtkWidget *merge_button;
  GtkMenuButton *tags_button;
  GtkPopover *tags_popover;
  ChanceryChipEntry *tags;
  GtkPopover *looks_popover;
  ChanceryColourChooser *colours;

  GStrv common_tags; /* (nullable): those that all notes had when it was asked last */
  gboolean filling;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_NOTES_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChancerySelectionBar, chancery_selection_bar, GTK_TYPE_WIDGET)

static void
edit (ChancerySelectionBar *self,
      ChanceryNoteEdit      edit)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, &edit);
}

static void
delete_cb (ChancerySelectionBar *self)
{
  edit (self, (ChanceryNoteEdit) { .kind = CHANCERY_NOTE_EDIT_DELETE });
}

static void
colour_chosen_cb (ChancerySelectionBar *self)
{
  gtk_popover_popdown (self->looks_popover);
  edit (self, (ChanceryNoteEdit) {
    .kind = CHANCERY_NOTE_EDIT_COLOUR,
    .colour = chancery_colour_chooser_get_colour (self->colours),
  });
}

static void
kind_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  int kind;

  if (chancery_enum_from_nick (CHANCERY_TYPE_NOTE_KIND, g_variant_get_string (parameter, NULL), &kind))
    edit (CHANCERY_SELECTION_BAR (widget), (ChanceryNoteEdit) {
      .kind = CHANCERY_NOTE_EDIT_KIND,
      .note_kind = (ChanceryNoteKind) kind,
    });
}

/* Tags */

static void
tags_shown_cb (ChancerySelectionBar *self)
{
  /* Until the notes are read, nothing can be said about their tags. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->tags), FALSE);
  g_signal_emit (self, signals[SIGNAL_NOTES_WANTED], 0);
}

static void
edit_missing (ChancerySelectionBar *self,
              GStrv                 from,
              GStrv                 in,
              ChanceryNoteEditKind  kind)
{
  for (gsize i = 0; from[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) in, from[i]))
      edit (self, (ChanceryNoteEdit) { .kind = kind, .tag = from[i] });
}

static void
tags_changed_cb (ChancerySelectionBar *self)
{
  g_auto (GStrv) before = NULL;

  if (self->filling || self->common_tags == NULL)
    return;

  before = g_steal_pointer (&self->common_tags);
  self->common_tags = chancery_chip_entry_dup_chip_ids (self->tags);
  edit_missing (self, self->common_tags, before, CHANCERY_NOTE_EDIT_ADD_TAG);
  edit_missing (self, before, self->common_tags, CHANCERY_NOTE_EDIT_REMOVE_TAG);
}

static GStrv
dup_common_tags (GPtrArray *notes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char * const *first = notes->len > 0 ? chancery_note_get_tags (g_ptr_array_index (notes, 0)) : NULL;

  for (gsize i = 0; first != NULL && first[i] != NULL; i++)
    {
      gboolean is_common = TRUE;

      for (guint j = 1; j < notes->len && is_common; j++)
        is_common = g_strv_contains (chancery_note_get_tags (g_ptr_array_index (notes, j)), first[i]);
      if (is_common)
        g_strv_builder_add (builder, first[i]);
    }

  return g_strv_builder_end (builder);
}

/* The object */

static void
chancery_selection_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_SELECTION_BAR);

  G_OBJECT_CLASS (chancery_selection_bar_parent_class)->dispose (object);
}

static void
chancery_selection_bar_finalize (GObject *object)
{
  g_strfreev (CHANCERY_SELECTION_BAR (object)->common_tags);

  G_OBJECT_CLASS (chancery_selection_bar_parent_class)->finalize (object);
}

static void
chancery_selection_bar_class_init (ChancerySelectionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_selection_bar_dispose;
  object_class->finalize = chancery_selection_bar_finalize;

  /**
   * ChancerySelectionBar::edited:
   * @edit: (type ChanceryNoteEdit): what to do
   *
   * The user wants all selected notes to be changed.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * ChancerySelectionBar::notes-wanted:
   *
   * The bar is to be told with chancery_selection_bar_set_notes() which notes
   * are selected.
   */
  signals[SIGNAL_NOTES_WANTED] = g_signal_new ("notes-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CHANCERY_TYPE_CHIP_ENTRY);
  g_type_ensure (CHANCERY_TYPE_COLOUR_CHOOSER);
  gtk_widget_class_install_action (widget_class, "selection.kind", "s", kind_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/chancery_app/Chancery/ui/notes/"
                                                             "chancery-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ChancerySelectionBar, bar);
  gtk_widget_class_bind_template_child (widget_class, ChancerySelectionBar, count);
  gtk_widget_class_bind_template_child (widget_class, ChancerySelectionBar, merge_button);
  gtk_widget_class_bind_template_child (widget_class, ChancerySelectionBar, tags_button);
  gtk_widget_class_bind_template_child (widget_class, ChancerySelectionBar, tags_popover);
  gtk_widget_class_bind_template_child (widget_class, ChancerySelectionBar, tags);
  gtk_widget_class_bind_template_child (widget_class, ChancerySelectionBar, looks_popover);
  gtk_widget_class_bind_template_child (widget_class, ChancerySelectionBar, colours);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, tags_changed_cb);
}

static void
chancery_selection_bar_init (ChancerySelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
chancery_selection_bar_new (void)
{
  return g_object_new (CHANCERY_TYPE_SELECTION_BAR, NULL);
}

/**
 * chancery_selection_bar_set_n_selected:
 * @self: a bar
 * @n_selected: how many notes are selected; the bar shows from two on
 */
void
chancery_selection_bar_set_n_selected (ChancerySelectionBar *self,
                                       guint                 n_selected)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CHANCERY_IS_SELECTION_BAR (self));

  gtk_action_bar_set_revealed (self->bar, n_selected >= 2);
  if (n_selected < 2)
    return;

  /* Translators: notes */
  text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n_selected), n_selected);
  if (g_str_equal (text, gtk_label_get_label (self->count)))
    return;

  gtk_label_set_label (self->count, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/**
 * chancery_selection_bar_set_merge_obstacle:
 * @self: a bar
 * @obstacle: (nullable): why the notes can't be merged; %NULL if they can
 *
 * Says what the button to merge does, or why it does nothing.
 */
void
chancery_selection_bar_set_merge_obstacle (ChancerySelectionBar *self,
                                           const char           *obstacle)
{
  g_return_if_fail (CHANCERY_IS_SELECTION_BAR (self));

  gtk_widget_set_tooltip_text (self->merge_button, obstacle != NULL ? obstacle : _("Merge Selected Notes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->merge_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  obstacle != NULL ? obstacle : "", -1);
}

/**
 * chancery_selection_bar_set_known_tags:
 * @self: a bar
 * @tags: (nullable) (element-type GtkStringObject): tags to suggest
 */
void
chancery_selection_bar_set_known_tags (ChancerySelectionBar *self,
                                       GListModel           *tags)
{
  g_autoptr (GListModel) chips = NULL;

  g_return_if_fail (CHANCERY_IS_SELECTION_BAR (self));

  chips = tags != NULL ? chancery_chip_list_new_for_tags (tags) : NULL;
  chancery_chip_entry_set_known (self->tags, chips);
}

/**
 * chancery_selection_bar_set_notes:
 * @self: a bar
 * @notes: (element-type ChanceryNote): the notes that are selected
 *
 * Shows the tags that all of them have.
 */
void
chancery_selection_bar_set_notes (ChancerySelectionBar *self,
                                  GPtrArray            *notes)
{
  g_return_if_fail (CHANCERY_IS_SELECTION_BAR (self));

  g_strfreev (self->common_tags);
  self->common_tags = dup_common_tags (notes);
  self->filling = TRUE;
  chancery_chip_entry_set_ids (self->tags, (const char * const *) self->common_tags);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->tags), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->tags));
}
