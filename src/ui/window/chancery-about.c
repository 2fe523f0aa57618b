/* chancery-about.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-about.h"

#include <glib/gi18n.h>

#include "chancery-config.h"
#include "map/chancery-map-remarks.h"

/**
 * chancery_about_new:
 *
 * Returns: (transfer floating): what the program is, where its data come from,
 *   and by which rule it draws borders
 */
AdwDialog *
chancery_about_new (void)
{
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (adw_about_dialog_new ());
  g_autofree char *comments = NULL;

  adw_about_dialog_set_application_name (about, g_get_application_name ());
  adw_about_dialog_set_application_icon (about, CHANCERY_APPLICATION_ID);
  adw_about_dialog_set_version (about, CHANCERY_VERSION);
  /* Translators: the authors taken together */
  adw_about_dialog_set_developer_name (about, _("The Chancery authors"));
  adw_about_dialog_set_copyright (about, "© 2026 The Chancery authors");
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  comments = g_markup_printf_escaped ("%s\n\n%s",
                                      _("Read the news of international organisations beside a map of their member "
                                        "states, and keep what you mark."),
                                      chancery_map_get_border_policy ());
  adw_about_dialog_set_comments (about, comments);
  /* Translators: write your name here, a translator a line */
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));

  adw_about_dialog_add_legal_section (about, _("Outlines of states"),
                                      /* Translators: Natural Earth is the name of a map data set */
                                      _("Natural Earth, public domain"), GTK_LICENSE_CUSTOM, NULL);
  adw_about_dialog_add_legal_section (about, _("Capitals, names of peoples, office holders"),
                                      _("CIA World Factbook, public domain; Wikidata, CC0 1.0; additions of this project"),
                                      GTK_LICENSE_CUSTOM, NULL);
  adw_about_dialog_add_legal_section (about, _("Memberships of organisations"),
                                      _("Compiled for this project, CC0 1.0"), GTK_LICENSE_CUSTOM, NULL);
  adw_about_dialog_add_legal_section (about, _("Names of states"), "iso-codes", GTK_LICENSE_LGPL_2_1, NULL);
  adw_about_dialog_add_legal_section (about, _("Flags"), "country-flag-icons", GTK_LICENSE_MIT_X11, NULL);

  return ADW_DIALOG (about);
}
