/* chancery-link-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-link-words.h"

#include <glib/gi18n.h>

#include "notes/chancery-note-text.h"

#define MAX_TEXT_CHARS 160

/**
 * chancery_link_relation_get_name:
 * @relation: what a link says
 * @is_backwards: whether it is seen from what it leads to
 *
 * Returns: what to call it, before what is at the other end
 */
const char *
chancery_link_relation_get_name (ChanceryLinkRelation relation,
                                 gboolean             is_backwards)
{
  switch (relation)
    {
    case CHANCERY_LINK_RELATION_BEARS_OUT:
      /* Translators: of a note; the passage that is linked to follows: it bears the note out, or is borne out by it */
      return is_backwards ? C_("link", "Bears out") : C_("link", "Borne out by");
    case CHANCERY_LINK_RELATION_REFUTES:
      return is_backwards ? C_("link", "Refutes") : C_("link", "Refuted by");
    case CHANCERY_LINK_RELATION_RELATED:
    default:
      return C_("link", "Related");
    }
}

/**
 * chancery_link_relation_get_icon:
 * @relation: what a link says
 * @is_backwards: whether it is seen from what it leads to
 *
 * Returns: the name of an icon
 */
const char *
chancery_link_relation_get_icon (ChanceryLinkRelation relation,
                                 gboolean             is_backwards)
{
  if (relation == CHANCERY_LINK_RELATION_RELATED || is_backwards)
    return "insert-link-symbolic";

  return chancery_outcome_get_icon (relation == CHANCERY_LINK_RELATION_BEARS_OUT ? CHANCERY_OUTCOME_BORNE_OUT
                                                                                : CHANCERY_OUTCOME_REFUTED);
}

/**
 * chancery_link_end_dup_caption:
 * @end: an end of a link
 *
 * Returns: (transfer full): what the link says, and where the other end is
 */
char *
chancery_link_end_dup_caption (const ChanceryLinkEnd *end)
{
  const char *name = chancery_link_relation_get_name (end->relation, end->is_backwards);

  /* An article's headline is the text itself. */
  if (end->headline == NULL || (end->note_uid == NULL && end->is_found))
    return g_strdup (name);

  /* Translators: above the passage that a note is linked with: “Borne out by”, and the headline of its article */
  return g_strdup_printf (C_("link", "%1$s · %2$s"), name, end->headline);
}

/**
 * chancery_link_end_dup_text:
 * @end: an end of a link
 *
 * Returns: (transfer full): what is at the end: the passage or the words of a
 *   note, the headline of an article, or that it is no longer there
 */
char *
chancery_link_end_dup_text (const ChanceryLinkEnd *end)
{
  if (!end->is_found)
    return g_strdup (end->note_uid != NULL ? _("A note that is no longer in the library")
                                           : _("An article that is no longer in the library"));
  if (end->note_uid == NULL)
    return g_strdup (end->headline != NULL ? end->headline : _("Untitled"));
  if (end->text != NULL && *end->text != '\0')
    {
      g_autofree char *text = chancery_note_text_shorten (end->text, MAX_TEXT_CHARS);

      /* Translators: a passage of an article, or the words of a note */
      return g_strdup_printf (C_("link", "“%s”"), text);
    }

  return g_strdup (chancery_note_kind_get_name (end->kind));
}

/**
 * chancery_note_get_outcome:
 * @note: a note
 *
 * Returns: what became of what it says
 */
ChanceryOutcome
chancery_note_get_outcome (ChanceryNote *note)
{
  GPtrArray *links = chancery_note_get_links (note);
  gboolean borne_out = FALSE, refuted = FALSE;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const ChanceryNoteLink *link = g_ptr_array_index (links, i);

      borne_out |= link->relation == CHANCERY_LINK_RELATION_BEARS_OUT;
      refuted |= link->relation == CHANCERY_LINK_RELATION_REFUTES;
    }

  if (borne_out)
    return refuted ? CHANCERY_OUTCOME_DISPUTED : CHANCERY_OUTCOME_BORNE_OUT;

  return refuted ? CHANCERY_OUTCOME_REFUTED : CHANCERY_OUTCOME_NONE;
}

/**
 * chancery_outcome_get_name:
 * @outcome: an outcome
 *
 * Returns: (nullable): what to call it; %NULL for none
 */
const char *
chancery_outcome_get_name (ChanceryOutcome outcome)
{
  switch (outcome)
    {
    case CHANCERY_OUTCOME_BORNE_OUT:
      /* Translators: of a forecast, a commitment or a claim */
      return C_("outcome", "Borne out");
    case CHANCERY_OUTCOME_REFUTED:
      return C_("outcome", "Refuted");
    case CHANCERY_OUTCOME_DISPUTED:
      return C_("outcome", "Borne out and refuted");
    case CHANCERY_OUTCOME_NONE:
    default:
      return NULL;
    }
}

/**
 * chancery_outcome_get_icon:
 * @outcome: an outcome
 *
 * Returns: the name of an icon
 */
const char *
chancery_outcome_get_icon (ChanceryOutcome outcome)
{
  switch (outcome)
    {
    case CHANCERY_OUTCOME_BORNE_OUT:
      return "object-select-symbolic";
    case CHANCERY_OUTCOME_REFUTED:
      return "window-close-symbolic";
    case CHANCERY_OUTCOME_DISPUTED:
    case CHANCERY_OUTCOME_NONE:
    default:
      return "dialog-question-symbolic";
    }
}
