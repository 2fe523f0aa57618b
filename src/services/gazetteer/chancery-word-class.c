/* chancery-word-class.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-word-class.h"

/* By bit. */
static const char *const names[] = {
  "saying", "month", "weekday", "function", "person-title", "office", "first-name", "kin", "us-place", "region",
  "place-tail", "name-tail", "church", "club", "treaty", "direction", "language-tail", "language-lead",
  "place-preposition", "move", "goods", "organ", "private", "place-noun", "topic", "sport", "former", "deputy",
  "honorific", "particle", "head", "monarch", "foreign", "event", "union", "preposition", "give", "target",
  "name-lead", "act", "country-cue", "state-cue", "modifier", "auxiliary", "bird", "past-realm", "shared-name",
  "tongue", "ethnic", "trade", "determiner", "about", "common-surname", "dateline-local", "state-noun",
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) <= 64);

/**
 * chancery_word_class_from_name:
 * @name: the name of a class ("place-noun")
 *
 * Returns: its bit, or 0 if there is no such class
 */
guint64
chancery_word_class_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], name))
        return G_GUINT64_CONSTANT (1) << i;
    }

  return 0;
}
