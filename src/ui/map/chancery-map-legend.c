/* chancery-map-legend.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-legend.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chancery-map-picture.h"
#include "states/chancery-state-item.h"

#define SAMPLE_WIDTH 28
#define SAMPLE_HEIGHT 18

struct _ChanceryMapLegend
{
  GtkWidget parent_instance;

  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (ChanceryMapLegend, chancery_map_legend, GTK_TYPE_WIDGET)

static void
chancery_map_legend_dispose (GObject *object)
{
  ChanceryMapLegend *self = CHANCERY_MAP_LEGEND (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (chancery_map_legend_parent_class)->dispose (object);
}

static void
chancery_map_legend_class_init (ChanceryMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = chancery_map_legend_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
chancery_map_legend_init (ChanceryMapLegend *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 6, NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

static void
add_row (ChanceryMapLegend        *self,
         const ChanceryMapPalette *palette,
         const ChanceryMapFill    *fill,
         gboolean                  disputed,
         const char               *text)
{
  const double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (GdkTexture) texture = NULL;
  GtkWidget *picture, *label;
  int row = 0;

  while (gtk_grid_get_child_at (GTK_GRID (self->grid), 1, row) != NULL)
    row++;

  texture = chancery_map_picture_paint_sample (palette, fill, disputed, scale, (int) (SAMPLE_WIDTH * scale),
                                               (int) (SAMPLE_HEIGHT * scale));
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_widget_set_size_request (picture, SAMPLE_WIDTH, SAMPLE_HEIGHT);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "map-sample");
  /* The text beside it says all. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_grid_attach (GTK_GRID (self->grid), picture, 0, row, 1, 1);

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (GTK_GRID (self->grid), label, 1, row, 1, 1);
}

/**
 * chancery_map_legend_update:
 * @self: a legend
 * @states: (nullable): items of type [class@StateItem]
 * @palette: the colours of the map
 *
 * Explains the statuses that occur.
 */
void
chancery_map_legend_update (ChanceryMapLegend        *self,
                            GListModel               *states,
                            const ChanceryMapPalette *palette)
{
  static const struct
  {
    ChanceryMembershipStatus statuses[3];
    const char *text;
  } rows[] = {
    { { CHANCERY_MEMBERSHIP_STATUS_MEMBER }, N_("Member, plain") },
    { { CHANCERY_MEMBERSHIP_STATUS_SUSPENDED }, N_("Suspended, crossed lines") },
    { { CHANCERY_MEMBERSHIP_STATUS_OBSERVER, CHANCERY_MEMBERSHIP_STATUS_ASSOCIATE, CHANCERY_MEMBERSHIP_STATUS_PARTNER },
      N_("Observer, associate or partner, diagonal lines") },
    { { CHANCERY_MEMBERSHIP_STATUS_CANDIDATE, CHANCERY_MEMBERSHIP_STATUS_APPLICANT, CHANCERY_MEMBERSHIP_STATUS_INVITED },
      N_("Candidate, applicant or invited, dots") },
    { { CHANCERY_MEMBERSHIP_STATUS_FORMER }, N_("Former member, wide lines") },
  };
  gboolean occurs[CHANCERY_N_MEMBERSHIP_STATUSES] = { FALSE };
  const guint n_states = states != NULL ? g_list_model_get_n_items (states) : 0;
  GtkWidget *child;

  g_return_if_fail (CHANCERY_IS_MAP_LEGEND (self));

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);

  for (guint i = 0; i < n_states; i++)
    {
      g_autoptr (ChanceryStateItem) item = g_list_model_get_item (states, i);

      occurs[chancery_state_item_get_status (item)] = TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean any = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (rows[i].statuses); j++)
        any = any || (rows[i].statuses[j] != CHANCERY_MEMBERSHIP_STATUS_NONE && occurs[rows[i].statuses[j]]);
      if (any)
        add_row (self, palette, &palette->fills[rows[i].statuses[0]], FALSE, _(rows[i].text));
    }
  add_row (self, palette, &palette->fills[CHANCERY_MEMBERSHIP_STATUS_NONE], FALSE, _("Not a member"));
  add_row (self, palette, &palette->fills[CHANCERY_MEMBERSHIP_STATUS_NONE], TRUE, _("Disputed area, hatched, dashed border"));
}
