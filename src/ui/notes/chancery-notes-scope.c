/* chancery-notes-scope.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-notes-scope.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (ChanceryNotesScope, chancery_notes_scope,
                    G_DEFINE_ENUM_VALUE (CHANCERY_NOTES_SCOPE_ARTICLE, "article"),
                    G_DEFINE_ENUM_VALUE (CHANCERY_NOTES_SCOPE_STATE, "state"),
                    G_DEFINE_ENUM_VALUE (CHANCERY_NOTES_SCOPE_ALL, "all"))

/**
 * chancery_notes_scope_dup_subtitle:
 * @scope: which notes are shown
 * @state: (nullable): the state that is selected
 * @n_notes: how many there are in scope
 * @n_shown: how many of them fit the filter
 *
 * Returns: (transfer full): what is shown, in words: "5 in this article"
 */
char *
chancery_notes_scope_dup_subtitle (ChanceryNotesScope  scope,
                                   ChanceryState      *state,
                                   guint               n_notes,
                                   guint               n_shown)
{
  g_autofree char *name = NULL;

  switch (scope)
    {
    case CHANCERY_NOTES_SCOPE_ARTICLE:
      if (n_shown != n_notes)
        /* Translators: below the title "Notes": how many fit the filter, and how many there are */
        return g_strdup_printf (ngettext ("%1$'u of %2$'u", "%1$'u of %2$'u", n_notes), n_shown, n_notes);
      /* Translators: below the title "Notes" */
      return g_strdup_printf (ngettext ("%'u in this article", "%'u in this article", n_notes), n_notes);
    case CHANCERY_NOTES_SCOPE_STATE:
      if (state == NULL)
        return g_strdup (_("No state selected"));
      name = chancery_state_dup_display_name (state);
      /* Translators: below the title "Notes"; %2$s is the name of a state */
      return g_strdup_printf (ngettext ("%1$'u on %2$s", "%1$'u on %2$s", n_notes), n_notes, name);
    case CHANCERY_NOTES_SCOPE_ALL:
    default:
      /* Translators: below the title "Notes" */
      return g_strdup_printf (ngettext ("%'u in the library", "%'u in the library", n_notes), n_notes);
    }
}

/**
 * chancery_notes_scope_get_empty:
 * @scope: which notes would be shown
 * @state: (nullable): the state that is selected
 * @is_filtered: whether the user filters for words
 *
 * Returns: what to say where there are none; free its title
 */
ChanceryNotesEmpty
chancery_notes_scope_get_empty (ChanceryNotesScope  scope,
                                ChanceryState      *state,
                                gboolean            is_filtered)
{
  g_autofree char *name = NULL;

  if (is_filtered)
    return (ChanceryNotesEmpty) { "system-search-symbolic", g_strdup (_("No Matches")),
                                  _("No note has these words."), _("_Clear Filter") };

  switch (scope)
    {
    case CHANCERY_NOTES_SCOPE_STATE:
      if (state == NULL)
        return (ChanceryNotesEmpty) { "find-location-symbolic", g_strdup (_("No State Selected")),
                                      _("Select a state on the map or in the list to see what you noted on it."),
                                      _("Show _All Notes") };
      name = chancery_state_dup_display_name (state);
      /* Translators: %s is the name of a state */
      return (ChanceryNotesEmpty) { "text-x-generic-symbolic", g_strdup_printf (_("No Notes on %s"), name),
                                    _("Notes on passages that mention the state appear here."), _("Show _All Notes") };
    case CHANCERY_NOTES_SCOPE_ARTICLE:
      return (ChanceryNotesEmpty) { "text-x-generic-symbolic", g_strdup (_("No Notes Yet")),
                                    _("Select a passage of the article to highlight it or to write a note."),
                                    _("Show _All Notes") };
    case CHANCERY_NOTES_SCOPE_ALL:
    default:
      return (ChanceryNotesEmpty) { "text-x-generic-symbolic", g_strdup (_("No Notes Yet")),
                                    _("What you highlight and write in articles is gathered here."), NULL };
    }
}
