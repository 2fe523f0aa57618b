/* chancery-colour-namer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-colour-namer.h"

#include "chancery-colours.h"

G_DEFINE_INTERFACE (ChanceryColourNamer, chancery_colour_namer, GTK_TYPE_WIDGET)

static void
chancery_colour_namer_default_init (ChanceryColourNamerInterface *iface)
{
}

/**
 * chancery_colour_namer_get_name:
 * @widget: a widget, within a namer or not
 * @colour: a colour
 *
 * Returns: what the reader calls @colour, else its name in the user's language;
 *   valid until the reader calls it something else
 */
const char *
chancery_colour_namer_get_name (GtkWidget      *widget,
                                ChanceryColour  colour)
{
  GtkWidget *namer;
  const char *name = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  namer = gtk_widget_get_ancestor (widget, CHANCERY_TYPE_COLOUR_NAMER);
  if (namer != NULL)
    name = CHANCERY_COLOUR_NAMER_GET_IFACE (namer)->get_name (CHANCERY_COLOUR_NAMER (namer), colour);

  return name != NULL && *name != '\0' ? name : chancery_colour_get_name (colour);
}

/**
 * chancery_colour_namer_label:
 * @button: a button that stands for a colour, within a namer or not
 * @colour: the colour
 *
 * Says the colour's name in the button's tooltip and to assistive technology.
 */
void
chancery_colour_namer_label (GtkWidget      *button,
                             ChanceryColour  colour)
{
  const char *name = chancery_colour_namer_get_name (button, colour);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
