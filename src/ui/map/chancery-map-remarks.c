/* chancery-map-remarks.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-map-remarks.h"

#include <glib/gi18n.h>

/* What data/content/geometry-*.json says about disputed areas, here for translators; a test compares them. */
static const char *const remarks[] = {
  N_("Chagos Archipelago: administered by the United Kingdom, claimed by Mauritius"),
  N_("Crimea: part of Ukraine by General Assembly resolution 68/262 (2014); administered and claimed by Russia"),
  N_("Falkland Islands (Malvinas): administered by the United Kingdom, claimed by Argentina"),
  N_("Gibraltar: administered by the United Kingdom, claimed by Spain"),
  N_("Golan Heights: part of Syria by Security Council resolution 497 (1981); administered and claimed by Israel"),
  N_("Halaib Triangle: administered by Egypt, claimed by Sudan"),
  N_("Kosovo: declared its independence in 2008, claimed by Serbia; see Security Council resolution 1244 (1999)"),
  N_("Mayotte: administered by France, claimed by the Comoros"),
  N_("Northern Cyprus: part of Cyprus by Security Council resolution 541 (1983); administered by Turkish "
     "Cypriot authorities"),
  N_("Siachen Glacier: claimed by India and Pakistan"),
  N_("Somaliland: part of Somalia; governs itself and declared its independence in 1991"),
  N_("South Georgia and the South Sandwich Islands: administered by the United Kingdom, claimed by Argentina"),
  N_("Southern Kuril Islands: administered by Russia, claimed by Japan"),
  N_("State of Palestine: occupied by Israel since 1967; its final borders are not agreed"),
  N_("Taiwan: governs itself, claimed by China"),
  N_("Western Sahara: a non-self-governing territory by the list of the United Nations; this part is "
     "administered and claimed by Morocco"),
  N_("Western Sahara: a non-self-governing territory by the list of the United Nations; this part is "
     "administered by the Polisario Front and claimed by Morocco"),
  NULL,
};

/**
 * chancery_map_remark_translate:
 * @remark: of an outline
 *
 * Returns: @remark in the language of the interface
 */
const char *
chancery_map_remark_translate (const char *remark)
{
  return _(remark);
}

/**
 * chancery_map_remarks:
 *
 * Returns: (array zero-terminated=1): all remarks that can be translated, in English
 */
const char * const *
chancery_map_remarks (void)
{
  return remarks;
}

/**
 * chancery_map_get_border_policy:
 *
 * Returns: what borders the map shows, in a few sentences for people to read
 */
const char *
chancery_map_get_border_policy (void)
{
  return _("Borders on the map follow the positions of the United Nations and imply no opinion on the status of any "
           "territory. Areas that are claimed by more than one state are hatched and have a dashed border; point at "
           "one to see who administers and who claims it. In Jammu and Kashmir the map shows the Line of Control, "
           "because the final status is not agreed upon. The outlines are those of Natural Earth at 1:50 million, "
           "changed where they differ from this; they are too coarse to settle where a border runs.");
}
