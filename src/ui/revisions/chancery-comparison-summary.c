/* chancery-comparison-summary.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-comparison-summary.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chancery-note-place.h"
#include "states/chancery-flag.h"

struct _ChanceryComparisonSummary
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *counts;
  GtkWidget *states;
  GtkLabel *no_states;
  GtkWidget *added_box;
  GtkWidget *dropped_box;
  AdwWrapBox *added;
  AdwWrapBox *dropped;
  GtkLabel *notes;
  GtkWidget *review;

  GString *spoken; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ChanceryComparisonSummary, chancery_comparison_summary, GTK_TYPE_WIDGET)

static void
chancery_comparison_summary_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CHANCERY_TYPE_COMPARISON_SUMMARY);

  G_OBJECT_CLASS (chancery_comparison_summary_parent_class)->dispose (object);
}

static void
chancery_comparison_summary_finalize (GObject *object)
{
  g_string_free (CHANCERY_COMPARISON_SUMMARY (object)->spoken, TRUE);

  G_OBJECT_CLASS (chancery_comparison_summary_parent_class)->finalize (object);
}

static void
chancery_comparison_summary_class_init (ChanceryComparisonSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = chancery_comparison_summary_dispose;
  object_class->finalize = chancery_comparison_summary_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/chancery_app/Chancery/ui/revisions/chancery-comparison-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, box);
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, counts);
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, states);
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, no_states);
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, added_box);
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, dropped_box);
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, added);
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, dropped);
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, notes);
  gtk_widget_class_bind_template_child (widget_class, ChanceryComparisonSummary, review);
  gtk_widget_class_set_css_name (widget_class, "comparisonsummary");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
chancery_comparison_summary_init (ChanceryComparisonSummary *self)
{
  self->spoken = g_string_new (NULL);
  g_type_ensure (CHANCERY_TYPE_FLAG);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
chancery_comparison_summary_new (void)
{
  return g_object_new (CHANCERY_TYPE_COMPARISON_SUMMARY, NULL);
}

static void
add_spoken (ChanceryComparisonSummary *self,
            const char                *sentence)
{
  if (self->spoken->len > 0)
    g_string_append (self->spoken, C_("separator of sentences", ". "));
  g_string_append (self->spoken, sentence);
}

static void
add_count (GString    *line,
           const char *format,
           guint       n)
{
  if (n == 0)
    return;
  if (line->len > 0)
    g_string_append (line, C_("list separator", ", "));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (line, format, n);
#pragma GCC diagnostic pop
}

static void
show_counts (ChanceryComparisonSummary *self,
             ChanceryDiffModel         *model)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_edited, n_added, n_removed;

  chancery_diff_model_count_changes (model, &n_edited, &n_added, &n_removed);
  add_count (line, ngettext ("%'u paragraph changed", "%'u paragraphs changed", n_edited), n_edited);
  add_count (line, ngettext ("%'u paragraph added", "%'u paragraphs added", n_added), n_added);
  add_count (line, ngettext ("%'u paragraph removed", "%'u paragraphs removed", n_removed), n_removed);
  if (line->len == 0)
    g_string_append (line, _("Both versions have the same words"));
  gtk_label_set_label (self->counts, line->str);
  add_spoken (self, line->str);
}

static char *
dup_state_name (ChanceryCatalogue *catalogue,
                const char        *iso)
{
  ChanceryState *state = catalogue != NULL ? chancery_catalogue_lookup_state (catalogue, iso) : NULL;

  return state != NULL ? chancery_state_dup_display_name (state) : g_strdup (iso);
}

static GtkWidget *
make_chip (const char *iso,
           const char *name)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *flag = g_object_new (CHANCERY_TYPE_FLAG, NULL);

  chancery_flag_set_iso (CHANCERY_FLAG (flag), iso);
  chancery_flag_set_width (CHANCERY_FLAG (flag), 18);
  gtk_widget_set_valign (flag, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (chip), flag);
  gtk_box_append (GTK_BOX (chip), gtk_label_new (name));
  gtk_widget_add_css_class (chip, "state-chip");

  return chip;
}

static gboolean
show_states_in (ChanceryComparisonSummary *self,
                AdwWrapBox                *box,
                GtkWidget                 *frame,
                const char * const        *states,
                ChanceryCatalogue         *catalogue,
                const char                *spoken_format)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *spoken = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
  for (gsize i = 0; states[i] != NULL; i++)
    {
      g_autofree char *name = dup_state_name (catalogue, states[i]);

      adw_wrap_box_append (box, make_chip (states[i], name));
      if (i > 0)
        g_string_append (names, C_("list separator", ", "));
      g_string_append (names, name);
    }
  gtk_widget_set_visible (frame, states[0] != NULL);
  if (states[0] == NULL)
    return FALSE;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  spoken = g_strdup_printf (spoken_format, names->str);
#pragma GCC diagnostic pop
  add_spoken (self, spoken);
  return TRUE;
}

static void
show_states (ChanceryComparisonSummary *self,
             ChanceryComparison        *comparison,
             ChanceryCatalogue         *catalogue)
{
  gboolean any;

  /* Translators: read out by a screen reader; %s is a list of states */
  any = show_states_in (self, self->added, self->added_box, chancery_comparison_get_states_added (comparison), catalogue,
                        _("States added in this revision: %s"));
  any |= show_states_in (self, self->dropped, self->dropped_box, chancery_comparison_get_states_dropped (comparison),
                         catalogue, _("States dropped in this revision: %s"));
  gtk_widget_set_visible (GTK_WIDGET (self->no_states), !any);
  if (!any)
    add_spoken (self, gtk_label_get_label (self->no_states));
}

static void
show_notes (ChanceryComparisonSummary *self,
            GPtrArray                 *notes)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_sure = 0, n_unsure = 0, n_orphans = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      ChanceryNote *note = g_ptr_array_index (notes, i);

      if (chancery_note_get_orphan (note))
        n_orphans++;
      else if (chancery_note_has_unsure_place (note))
        n_unsure++;
      else if (chancery_note_get_selector (note) != NULL)
        n_sure++;
    }

  add_count (line, ngettext ("%'u note in its place", "%'u notes in their places", n_sure), n_sure);
  add_count (line, ngettext ("%'u note found again", "%'u notes found again", n_unsure), n_unsure);
  add_count (line, ngettext ("%'u note needs a place", "%'u notes need a place", n_orphans), n_orphans);
  gtk_label_set_label (self->notes, line->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), line->len > 0);
  gtk_widget_set_visible (self->review, n_orphans > 0);
  if (line->len > 0)
    add_spoken (self, line->str);
}

/**
 * chancery_comparison_summary_show:
 * @self: a summary
 * @comparison: what to sum up
 * @model: its paragraphs
 * @catalogue: (nullable): where the states' names are
 */
void
chancery_comparison_summary_show (ChanceryComparisonSummary *self,
                                  ChanceryComparison        *comparison,
                                  ChanceryDiffModel         *model,
                                  ChanceryCatalogue         *catalogue)
{
  g_return_if_fail (CHANCERY_IS_COMPARISON_SUMMARY (self));

  g_string_truncate (self->spoken, 0);
  show_counts (self, model);
  show_states (self, comparison, catalogue);
  show_notes (self, chancery_comparison_get_notes (comparison));
}

/**
 * chancery_comparison_summary_dup_spoken:
 * @self: a summary
 *
 * Returns: (transfer full): all that it shows, to be read out
 */
char *
chancery_comparison_summary_dup_spoken (ChanceryComparisonSummary *self)
{
  g_return_val_if_fail (CHANCERY_IS_COMPARISON_SUMMARY (self), NULL);

  return g_strdup (self->spoken->str);
}
