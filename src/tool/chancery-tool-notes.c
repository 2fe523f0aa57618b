/* chancery-tool-notes.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_words (JsonBuilder        *builder,
           const char         *name,
           const char * const *words)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (gsize i = 0; words[i] != NULL; i++)
    json_builder_add_string_value (builder, words[i]);
  json_builder_end_array (builder);
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (time_us);
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  chancery_tool_add_string (builder, name, text);
}

static void
add_links (JsonBuilder *builder,
           GPtrArray   *links)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const ChanceryNoteLink *link = g_ptr_array_index (links, i);

      json_builder_begin_object (builder);
      chancery_tool_add_string (builder, "relation",
                                chancery_enum_to_nick (CHANCERY_TYPE_LINK_RELATION, (int) link->relation));
      chancery_tool_add_string (builder, "note", link->note_uid);
      chancery_tool_add_string (builder, "article", link->article_uid);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_note (JsonBuilder  *builder,
          ChanceryNote *note)
{
  const ChancerySelector *selector = chancery_note_get_selector (note);
  const ChanceryDate due_date = chancery_note_get_due (note);
  g_autofree char *due = chancery_date_is_set (due_date) ? chancery_date_to_string (due_date) : NULL;

  json_builder_begin_object (builder);
  chancery_tool_add_string (builder, "id", chancery_note_get_uid (note));
  chancery_tool_add_string (builder, "article", chancery_note_get_article_uid (note));
  chancery_tool_add_string (builder, "quote", selector != NULL ? selector->exact : NULL);
  chancery_tool_add_string (builder, "prefix", selector != NULL ? selector->prefix : NULL);
  chancery_tool_add_string (builder, "suffix", selector != NULL ? selector->suffix : NULL);
  json_builder_set_member_name (builder, "start");
  if (selector != NULL && selector->has_position)
    json_builder_add_int_value (builder, (gint64) selector->start_chars);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "end");
  if (selector != NULL && selector->has_position)
    json_builder_add_int_value (builder, (gint64) selector->end_chars);
  else
    json_builder_add_null_value (builder);
  chancery_tool_add_string (builder, "body", chancery_note_get_body (note));
  chancery_tool_add_string (builder, "colour",
                            chancery_enum_to_nick (CHANCERY_TYPE_COLOUR, (int) chancery_note_get_colour (note)));
  chancery_tool_add_string (builder, "kind",
                            chancery_enum_to_nick (CHANCERY_TYPE_NOTE_KIND, (int) chancery_note_get_kind (note)));
  add_words (builder, "tags", chancery_note_get_tags (note));
  add_words (builder, "states", chancery_note_get_states (note));
  chancery_tool_add_string (builder, "due", due);
  add_links (builder, chancery_note_get_links (note));
  add_time (builder, "created", chancery_note_get_created_us (note));
  add_time (builder, "modified", chancery_note_get_modified_us (note));
  json_builder_set_member_name (builder, "orphan");
  json_builder_add_boolean_value (builder, chancery_note_get_orphan (note));
  json_builder_end_object (builder);
}

/* The item, once it has been read; %NULL if it can't be. */
static ChanceryNote *
wait_for_note (GListModel *notes,
               guint       position,
               char      **failure)
{
  g_autoptr (ChanceryNote) note = g_list_model_get_item (notes, position);

  while (*chancery_note_get_uid (note) == '\0' && *failure == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *failure == NULL ? g_steal_pointer (&note) : NULL;
}

ChanceryToolStatus
chancery_tool_notes (ChanceryTool *tool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *article = NULL, *state = NULL, *failure = NULL;
  GError *error = NULL;
  ChanceryLibrary *library;
  ChanceryNoteFilter filter = { 0 };
  const GOptionEntry entries[] = {
    { "article", 0, 0, G_OPTION_ARG_FILENAME, &article, N_("Only notes on this article"), N_("ID") },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &state, N_("Only notes about this state"), N_("XX") },
    G_OPTION_ENTRY_NULL
  };

  if (!chancery_tool_parse (tool, entries, 0, 0))
    return CHANCERY_TOOL_MISUSED;

  library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_EXISTING, &error);
  if (library == NULL)
    return chancery_tool_fail (error);
  chancery_tool_watch_lists (library, &failure);

  filter.article_uid = article;
  filter.iso = state;
  chancery_library_list_notes_async (library, &filter, NULL, chancery_tool_result_cb, &result);
  notes = chancery_library_list_notes_finish (library, chancery_tool_wait (&result), &error);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; notes != NULL && failure == NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (ChanceryNote) note = wait_for_note (notes, i, &failure);

      if (note != NULL)
        add_note (builder, note);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  g_clear_object (&notes);
  chancery_tool_close_library (library);
  if (error == NULL && failure != NULL)
    error = g_error_new_literal (CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_IO, failure);
  if (error != NULL)
    return chancery_tool_fail (error);

  return chancery_tool_print (json_builder_get_root (builder));
}

/* Where @quote is in @text, given what must stand before and after it. */
static gboolean
find_quote (const char  *text,
            const char  *quote,
            const char  *prefix,
            const char  *suffix,
            gsize       *start_bytes,
            GError     **error)
{
  const gsize length = strlen (quote), prefix_length = strlen (prefix), suffix_length = strlen (suffix);
  guint n_found = 0;

  for (const char *p = strstr (text, quote); p != NULL; p = strstr (g_utf8_next_char (p), quote))
    {
      gsize start = (gsize) (p - text);

      if (start < prefix_length || strncmp (p - prefix_length, prefix, prefix_length) != 0 ||
          strncmp (p + length, suffix, suffix_length) != 0)
        continue;
      if (n_found++ == 0)
        *start_bytes = start;
    }

  if (n_found == 1)
    return TRUE;

  if (n_found == 0)
    g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_NOT_FOUND,
                 _("The article doesn’t say “%s”."), quote);
  else
    g_set_error (error, CHANCERY_STORE_ERROR, CHANCERY_STORE_ERROR_INVALID,
                 ngettext ("The article says “%s” %u time; say which with --prefix or --suffix.",
                           "The article says “%s” %u times; say which with --prefix or --suffix.", n_found),
                 quote, n_found);
  return FALSE;
}

static ChanceryNote *
make_note (ChanceryArticle     *article,
           const char          *quote,
           const char          *prefix,
           const char          *suffix,
           ChanceryNoteFields  *fields,
           GError             **error)
{
  g_autoptr (ChancerySelector) selector = NULL;
  const char *text = chancery_article_get_text (article);
  /* Canonical text is NFC. */
  g_autofree char *normal_quote = g_utf8_normalize (quote, -1, G_NORMALIZE_NFC);
  g_autofree char *normal_prefix = g_utf8_normalize (prefix, -1, G_NORMALIZE_NFC);
  g_autofree char *normal_suffix = g_utf8_normalize (suffix, -1, G_NORMALIZE_NFC);
  gsize start_bytes;

  if (!find_quote (text, normal_quote, normal_prefix, normal_suffix, &start_bytes, error))
    return NULL;

  selector = chancery_selector_new_for_span (text, start_bytes, start_bytes + strlen (normal_quote));
  fields->article_uid = chancery_article_get_uid (article);
  fields->selector = selector;
  fields->created_us = fields->modified_us = g_get_real_time ();
  return chancery_note_new (fields);
}

static ChanceryNote *
put_note (ChanceryLibrary     *library,
          const char          *article_uid,
          const char          *quote,
          const char          *prefix,
          const char          *suffix,
          ChanceryNoteFields  *fields,
          GError             **error)
{
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (ChanceryNote) note = NULL;
  g_autoptr (GAsyncResult) load_result = NULL, put_result = NULL;

  chancery_library_load_article_async (library, article_uid, NULL, chancery_tool_result_cb, &load_result);
  article = chancery_library_load_article_finish (library, chancery_tool_wait (&load_result), error);
  if (article == NULL)
    return NULL;
  note = make_note (article, quote, prefix, suffix, fields, error);
  if (note == NULL)
    return NULL;

  chancery_library_put_note_async (library, note, NULL, chancery_tool_result_cb, &put_result);
  if (!chancery_library_put_note_finish (library, chancery_tool_wait (&put_result), error))
    return NULL;

  return g_steal_pointer (&note);
}

static gboolean
all_valid (const char * const *texts)
{
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!g_utf8_validate (texts[i], -1, NULL))
      return FALSE;

  return TRUE;
}

ChanceryToolStatus
chancery_tool_add_note (ChanceryTool *tool)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (ChanceryNote) note = NULL;
  g_autofree char *quote = NULL, *body = NULL, *prefix = NULL, *suffix = NULL, *colour = NULL, *kind = NULL;
  g_auto (GStrv) tags = NULL, states = NULL;
  GError *error = NULL;
  ChanceryLibrary *library;
  ChanceryNoteFields fields = { 0 };
  int value;
  const GOptionEntry entries[] = {
    { "quote", 0, 0, G_OPTION_ARG_FILENAME, &quote, N_("The words that the note is on"), N_("TEXT") },
    { "body", 0, 0, G_OPTION_ARG_FILENAME, &body, N_("What the note says"), N_("TEXT") },
    { "prefix", 0, 0, G_OPTION_ARG_FILENAME, &prefix, N_("What stands before the words"), N_("TEXT") },
    { "suffix", 0, 0, G_OPTION_ARG_FILENAME, &suffix, N_("What stands after the words"), N_("TEXT") },
    { "colour", 0, 0, G_OPTION_ARG_FILENAME, &colour, N_("Its colour"), N_("C") },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind, N_("Its kind: note, claim, forecast, commitment or question"), N_("K") },
    { "tag", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &tags, N_("A tag; more than once for more tags"), N_("T") },
    { "state", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &states, N_("A state that it is about; more than once for more"), N_("XX") },
    G_OPTION_ENTRY_NULL
  };

  if (!chancery_tool_parse (tool, entries, 1, 1))
    return CHANCERY_TOOL_MISUSED;
  if (quote == NULL || *quote == '\0' || body == NULL)
    return chancery_tool_misused (tool, _("--quote and --body are needed"));
  if (!all_valid ((const char * const []) { quote, body, prefix != NULL ? prefix : "", suffix, NULL }) ||
      !all_valid ((const char * const *) tags) || !all_valid ((const char * const *) states))
    return chancery_tool_misused (tool, _("the arguments must be UTF-8"));
  if (colour != NULL && !chancery_enum_from_nick (CHANCERY_TYPE_COLOUR, colour, &value))
    return chancery_tool_misused (tool, _("“%s” is not a colour"), colour);
  if (colour != NULL)
    fields.colour = (ChanceryColour) value;
  if (kind != NULL && !chancery_enum_from_nick (CHANCERY_TYPE_NOTE_KIND, kind, &value))
    return chancery_tool_misused (tool, _("“%s” is not a kind of note"), kind);
  if (kind != NULL)
    fields.kind = (ChanceryNoteKind) value;
  fields.body = body;
  fields.tags = (const char * const *) tags;
  fields.states = (const char * const *) states;

  library = chancery_tool_open_library (tool, CHANCERY_LIBRARY_EXISTING, &error);
  if (library == NULL)
    return chancery_tool_fail (error);
  note = put_note (library, tool->argv[1], quote, prefix != NULL ? prefix : "", suffix != NULL ? suffix : "",
                   &fields, &error);
  chancery_tool_close_library (library);
  if (note == NULL)
    return chancery_tool_fail (error);

  add_note (builder, note);
  return chancery_tool_print (json_builder_get_root (builder));
}
