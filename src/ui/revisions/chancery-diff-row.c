/* chancery-diff-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-diff-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chancery-note-place.h"
#include "notes/chancery-colour-mark.h"
#include "notes/chancery-note-text.h"

#define MAX_NOTE_CHARS 90

struct _ChanceryDiffRow
{
  GtkWidget parent_instance;

  GtkLabel *sign;
  GtkWidget *body;
  GtkLabel *text;
  GtkWidget *notes;
  GtkButton *fold;
};

enum
{
  UNFOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChanceryDiffRow, chancery_diff_row, GTK_TYPE_WIDGET)

static void
fold_clicked_cb (ChanceryDiffRow *self)
{
  g_signal_emit (self, signals[UNFOLD], 0);
}

static void
chancery_diff_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_DIFF_ROW);

  G_OBJECT_CLASS (chancery_diff_row_parent_class)->dispose (object);
}

static void
chancery_diff_row_class_init (ChanceryDiffRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_diff_row_dispose;

  /**
   * ChanceryDiffRow::unfold:
   *
   * What is folded here is wanted.
   */
  signals[UNFOLD] = g_signal_new ("unfold", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/chancery_app/Chancery/ui/revisions/chancery-diff-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryDiffRow, sign);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDiffRow, body);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDiffRow, text);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDiffRow, notes);
  gtk_widget_class_bind_template_child (widget_class, ChanceryDiffRow, fold);
  gtk_widget_class_bind_template_callback (widget_class, fold_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "diffrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_diff_row_init (ChanceryDiffRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
chancery_diff_row_new (void)
{
  return g_object_new (CHANCERY_TYPE_DIFF_ROW, NULL);
}

static GtkWidget *
make_note_line (ChanceryNote *note)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = chancery_colour_mark_new (chancery_note_get_colour (note), TRUE);
  const ChancerySelector *selector = chancery_note_get_selector (note);
  const char *words = *chancery_note_get_body (note) != '\0' ? chancery_note_get_body (note) : selector->exact;
  g_autofree char *text = chancery_note_text_shorten (words != NULL ? words : "", MAX_NOTE_CHARS);
  g_autofree char *place = chancery_note_dup_place_label (note);
  /* Translators: a note, and what became of its place in the newer text */
  g_autofree char *whole = g_strdup_printf (C_("note and its place", "%1$s — %2$s"), text, place);
  GtkWidget *label = gtk_label_new (whole);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (line, "diff-note");
  if (chancery_note_get_orphan (note))
    {
      gtk_box_insert_child_after (GTK_BOX (line), gtk_image_new_from_icon_name ("dialog-warning-symbolic"), mark);
      gtk_widget_add_css_class (line, "warning");
    }

  return line;
}

static void
show_notes (ChanceryDiffRow  *self,
            ChanceryDiffItem *item)
{
  GPtrArray *notes = chancery_diff_item_get_notes (item);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notes)) != NULL)
    gtk_box_remove (GTK_BOX (self->notes), child);
  for (guint i = 0; i < notes->len; i++)
    gtk_box_append (GTK_BOX (self->notes), make_note_line (g_ptr_array_index (notes, i)));
  gtk_widget_set_visible (self->notes, notes->len > 0);
}

/**
 * chancery_diff_row_set_item:
 * @self: a row
 * @item: what to show
 */
void
chancery_diff_row_set_item (ChanceryDiffRow  *self,
                            ChanceryDiffItem *item)
{
  static const struct
  {
    const char *sign;
    const char *css_class;
  } looks[] = {
    [CHANCERY_TEXT_CHANGE_KEPT] = { "", "kept" },
    [CHANCERY_TEXT_CHANGE_REMOVED] = { "−", "removed" },
    [CHANCERY_TEXT_CHANGE_ADDED] = { "+", "added" },
    [CHANCERY_TEXT_CHANGE_EDITED] = { "±", "edited" },
  };
  const gboolean is_folded = chancery_diff_item_is_folded (item);
  const ChanceryTextChange change = chancery_diff_item_get_change (item);
  g_autofree char *text = chancery_diff_item_dup_text (item);
  g_autoptr (PangoAttrList) attributes = chancery_diff_item_dup_attributes (item);

  g_return_if_fail (CHANCERY_IS_DIFF_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->fold), is_folded);
  gtk_widget_set_visible (GTK_WIDGET (self->sign), !is_folded);
  gtk_widget_set_visible (self->body, !is_folded);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].css_class);
  if (is_folded)
    {
      adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (self->fold)), text);
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self), looks[change].css_class);
  gtk_label_set_label (self->sign, looks[change].sign);
  gtk_label_set_attributes (self->text, attributes);
  gtk_label_set_label (self->text, text);
  if (chancery_diff_item_is_heading (item))
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "heading");
  show_notes (self, item);
}
