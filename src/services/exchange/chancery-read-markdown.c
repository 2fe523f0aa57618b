/* chancery-read-markdown.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Markdown as Readwise and Zotero write it, and any that has quotations (“>”) with words after them. Headings say
 * what the quotations are from. */

#include "chancery-note-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-exchange-error.h"
#include "chancery-exchange-text.h"
#include "chancery-quoted-line.h"

/* A line that is longer is no note's. */
#define MAX_LINE_BYTES ((gsize) 1024 * 1024)

typedef struct
{
  const char *at;
  const char *end;
  guint line;

  char *title;
  char *author;
  char *address;
  gboolean highlights;

  /* The note that is being read: @quote is %NULL between notes */
  GString *quote;
  GString *comment;
  GPtrArray *tags;
  guint quote_line;
  gboolean in_quote;
  gboolean readwise;
} State;

static char *
take_line (State *state)
{
  const char *end = memchr (state->at, '\n', (gsize) (state->end - state->at));
  const char *stop = end != NULL ? end : state->end;
  gsize length = (gsize) (stop - state->at);
  char *line;

  if (length > 0 && state->at[length - 1] == '\r')
    length--;
  line = g_strndup (state->at, MIN (length, MAX_LINE_BYTES));
  state->at = end != NULL ? end + 1 : state->end;
  state->line++;
  /* A long line may have been cut in a character. */
  if (length > MAX_LINE_BYTES)
    {
      const char *valid_end;

      if (!g_utf8_validate (line, -1, &valid_end))
        line[valid_end - line] = '\0';
    }
  return line;
}

static gsize
get_indent (const char *line)
{
  gsize n = 0;

  for (; *line == ' ' || *line == '\t'; line++)
    n += *line == '\t' ? 4 : 1;
  return n;
}

static gboolean
is_item (const char *line)
{
  return (*line == '-' || *line == '*' || *line == '+') && line[1] == ' ';
}

/* Headings that tools put between highlights, which are no titles. */
static gboolean
is_section (const char *heading)
{
  static const char * const sections[] = { "Highlights", "New highlights", "Metadata", "Annotations", "Notes", "Document Note" };

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_ascii_strncasecmp (heading, sections[i], strlen (sections[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
open_reader (ChanceryNoteReader  *reader,
             gpointer             data,
             GError             **error)
{
  State *state = data;
  gsize length_bytes;
  const char *text = chancery_note_reader_get_text (reader, &length_bytes);
  const char *start = text, *end = text + length_bytes;
  gboolean found = FALSE;

  if (length_bytes >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    start += 3;
  *state = (State) { .at = start, .end = end };

  /* Without a quotation anywhere, the file is something else. */
  while (state->at < state->end && !found)
    {
      g_autofree char *line = take_line (state);

      found = *line == '>' || strstr (line, "](zotero://") != NULL || g_ascii_strncasecmp (line, "## Highlights", 13) == 0;
    }
  *state = (State) { .at = start, .end = end };
  return found;
}

static void
begin_note (State      *state,
            const char *quote,
            gboolean    readwise)
{
  state->quote = g_string_new (quote);
  state->comment = g_string_new (NULL);
  state->tags = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  state->quote_line = state->line;
  state->readwise = readwise;
  state->in_quote = TRUE;
}

static void
drop_note (State *state)
{
  if (state->quote != NULL)
    g_string_free (state->quote, TRUE);
  if (state->comment != NULL)
    g_string_free (state->comment, TRUE);
  g_clear_pointer (&state->tags, g_ptr_array_unref);
  state->quote = state->comment = NULL;
}

/* “[[one]] [[two]]” or “#one #two”, or words with commas between them. */
static void
read_tags (State      *state,
           const char *text)
{
  if (strstr (text, "[[") != NULL)
    {
      for (const char *p = strstr (text, "[["); p != NULL; p = strstr (p, "[["))
        {
          const char *end = strstr (p, "]]");

          if (end == NULL)
            return;
          g_ptr_array_add (state->tags, g_strndup (p + 2, (gsize) (end - p - 2)));
          p = end;
        }
    }
  else
    {
      g_auto (GStrv) words = g_strsplit_set (text, *text == '#' ? " ," : ",", -1);

      for (guint i = 0; words[i] != NULL; i++)
        {
          const char *word = g_strstrip (words[i]);

          word += *word == '#' ? 1 : 0;
          if (*word != '\0')
            g_ptr_array_add (state->tags, g_strdup (word));
        }
    }
}

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0 && text->len < CHANCERY_NOTE_READER_MAX_WORDS_BYTES)
    g_string_append_c (text, '\n');
  if (text->len < CHANCERY_NOTE_READER_MAX_WORDS_BYTES)
    g_string_append (text, line);
}

static char *
strip_brackets (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "[[", -1);
  g_autofree char *open = g_strjoinv ("", parts);
  g_auto (GStrv) rest = g_strsplit (open, "]]", -1);

  return g_strjoinv ("", rest);
}

/* “- Author: …” under the heading “Metadata” of Readwise. */
static void
read_metadata (State      *state,
               const char *item)
{
  const char *value = strchr (item, ':');
  g_autofree char *key = NULL;
  g_autofree char *plain = NULL;

  if (value == NULL)
    return;
  key = g_strstrip (g_strndup (item, (gsize) (value - item)));
  plain = strip_brackets (value + 1);
  g_strstrip (plain);

  if (g_ascii_strcasecmp (key, "Author") == 0)
    g_set_str (&state->author, plain);
  else if (g_ascii_strcasecmp (key, "Full Title") == 0)
    g_set_str (&state->title, plain);
  else if (g_ascii_strcasecmp (key, "URL") == 0 || g_ascii_strcasecmp (key, "Source") == 0)
    g_set_str (&state->address, plain);
}

static void
read_heading (State      *state,
              const char *line)
{
  g_autofree char *heading = NULL;

  while (*line == '#')
    line++;
  heading = chancery_unescape_markdown (line);
  g_strstrip (heading);
  if (is_section (heading))
    {
      state->highlights = g_ascii_strncasecmp (heading, "Highlights", 10) == 0 ||
                          g_ascii_strncasecmp (heading, "New highlights", 14) == 0;
      return;
    }
  state->highlights = FALSE;
  g_set_str (&state->title, heading);
  g_clear_pointer (&state->author, g_free);
  g_clear_pointer (&state->address, g_free);
}

/* What stands under a highlight of Readwise. */
static gboolean
read_detail (State      *state,
             const char *item)
{
  if (g_ascii_strncasecmp (item, "Note:", 5) == 0)
    append_line (state->comment, g_strstrip ((char *) item + 5));
  else if (g_ascii_strncasecmp (item, "Tags:", 5) == 0)
    read_tags (state, g_strstrip ((char *) item + 5));
  else
    return FALSE;
  state->in_quote = FALSE;
  return TRUE;
}

/* Whether the line begins a note, so that the one before is complete. */
static gboolean
begins_note (State      *state,
             const char *line)
{
  if (*line == '#')
    return TRUE;
  if (*line == '>')
    return !state->in_quote || state->readwise;
  if (state->highlights && get_indent (line) == 0 && is_item (line))
    return TRUE;
  return strstr (line, "](zotero://") != NULL;
}

static void
read_line (State *state,
           char  *line)
{
  g_auto (ChanceryQuotedLine) quoted = { NULL };
  char *words = line + strspn (line, " \t");
  g_autofree char *plain = NULL;

  if (*line == '#')
    {
      read_heading (state, line);
      return;
    }

  if (strstr (line, "](zotero://") != NULL)
    {
      g_autofree char *stripped = chancery_exchange_strip_markup (line);
      g_autofree char *unescaped = chancery_unescape_markdown (stripped);

      if (chancery_quoted_line_read (unescaped, &quoted))
        {
          begin_note (state, quoted.quote, FALSE);
          state->in_quote = FALSE;
          append_line (state->comment, quoted.comment);
          return;
        }
    }

  if (*line == '>')
    {
      words = line + 1 + (line[1] == ' ' ? 1 : 0);
      if (g_str_has_suffix (words, "\\"))
        words[strlen (words) - 1] = '\0';
      plain = chancery_unescape_markdown (words);
      if (state->quote == NULL)
        begin_note (state, plain, FALSE);
      else
        append_line (state->quote, plain);
      return;
    }

  if (state->highlights && get_indent (line) == 0 && is_item (line))
    {
      words += 2;
      g_free (chancery_quoted_line_cut_link (words));
      plain = chancery_unescape_markdown (words);
      begin_note (state, plain, TRUE);
      return;
    }

  if (state->quote == NULL)
    {
      if (is_item (words))
        read_metadata (state, words + 2);
      return;
    }
  if (is_item (words) && read_detail (state, words + 2))
    return;
  if (*words == '\0')
    {
      state->in_quote = FALSE;
      return;
    }
  /* What we write under a note of our own. */
  if (*words == '*' && words[strlen (words) - 1] == '*' && strstr (words, " · ") != NULL)
    return;

  if (g_str_has_suffix (words, "\\"))
    words[strlen (words) - 1] = '\0';
  if (state->readwise && state->in_quote)
    g_free (chancery_quoted_line_cut_link (words));
  plain = chancery_unescape_markdown (words);
  append_line (state->readwise && state->in_quote ? state->quote : state->comment, plain);
}

static void
finish_note (ChanceryNoteReader *reader,
             State              *state,
             ChanceryNoteRecord *record)
{
  g_autoptr (ChancerySelector) selector = NULL;
  g_autofree char *name = NULL;
  g_autofree char *uid = NULL;
  const char *quote = g_strstrip (state->quote->str);
  const char *title = state->title != NULL ? state->title : "";

  /* Translators: a line of a file, as the place of a mistake in it */
  record->place = g_strdup_printf (_("line %u"), state->quote_line);
  if (*quote == '\0' || state->quote->len >= CHANCERY_NOTE_READER_MAX_WORDS_BYTES ||
      state->comment->len >= CHANCERY_NOTE_READER_MAX_WORDS_BYTES)
    {
      chancery_import_report_add_skip (chancery_note_reader_get_report (reader), record->place, *quote == '\0'
                                       ? _("There are no words that were marked.")
                                       : _("Its words are too many for a note."));
      drop_note (state);
      return;
    }

  name = g_strjoin ("\n", "highlight", title, state->address != NULL ? state->address : "", quote, "", NULL);
  uid = chancery_exchange_make_uid (name);
  selector = chancery_selector_new (quote, NULL, NULL);
  record->note = chancery_note_new (&(ChanceryNoteFields) {
    .uid = uid,
    .selector = selector,
    .body = g_strstrip (state->comment->str),
    .tags = (const char * const *) state->tags->pdata,
    .created_us = chancery_note_reader_get_now_us (reader),
    .modified_us = chancery_note_reader_get_now_us (reader),
    .score = 1,
  });
  record->title = g_strdup (state->title);
  record->author = g_strdup (state->author);
  record->address = g_strdup (state->address);
  drop_note (state);
}

static gboolean
next (ChanceryNoteReader *reader,
      gpointer            data,
      ChanceryNoteRecord *record)
{
  State *state = data;

  while (state->at < state->end)
    {
      const char *before = state->at;
      const guint line_before = state->line;
      g_autofree char *line = take_line (state);

      chancery_note_reader_set_at (reader, state->at);
      if (state->quote != NULL && begins_note (state, line))
        {
          /* The line is read again, after the note that it ends. */
          state->at = before;
          state->line = line_before;
          finish_note (reader, state, record);
          return TRUE;
        }
      read_line (state, line);
    }

  if (state->quote == NULL)
    return FALSE;
  finish_note (reader, state, record);
  return TRUE;
}

static void
clear (gpointer data)
{
  State *state = data;

  drop_note (state);
  g_free (state->title);
  g_free (state->author);
  g_free (state->address);
}

const ChanceryNoteReaderFormat chancery_read_markdown = {
  .id = "markdown",
  .state_size = sizeof (State),
  .open = open_reader,
  .next = next,
  .clear = clear,
};
