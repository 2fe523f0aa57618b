/* chancery-tool-anchor.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-tool.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "anchoring/chancery-anchor-target.h"

/* The longest line: a text of a few million characters, escaped. */
#define LINE_BYTES_MAX ((gsize) 64 * 1024 * 1024)
#define READ_BYTES ((gsize) 64 * 1024)

typedef struct
{
  int fd;
  GByteArray *bytes;
  gsize start; /* of the line to come */
  gsize searched;
  gboolean at_end;
  guint line;
} LineReader;

/* The next line without its end, valid until the next call; NULL at the end of the input or with @error set. */
static char *
read_line (LineReader  *self,
           gsize       *length,
           GError     **error)
{
  for (;;)
    {
      char *start = self->bytes->data != NULL ? (char *) self->bytes->data + self->start : NULL;
      gsize n_bytes = self->bytes->len - self->start, old_length;
      char *end = n_bytes > self->searched ? memchr (start + self->searched, '\n', n_bytes - self->searched) : NULL;
      gssize n_read;

      if (end == NULL && self->at_end && n_bytes > 0)
        {
          g_byte_array_append (self->bytes, (const guint8 *) "\n", 1);
          continue;
        }
      if (end != NULL)
        {
          *end = '\0';
          *length = (gsize) (end - start);
          self->start += *length + 1;
          self->searched = 0;
          self->line++;
          return start;
        }
      if (self->at_end)
        return NULL;
      if (n_bytes > LINE_BYTES_MAX)
        {
          self->line++;
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("the line is longer than %u MiB"),
                       (guint) (LINE_BYTES_MAX / 1024 / 1024));
          return NULL;
        }

      if (self->start > 0)
        g_byte_array_remove_range (self->bytes, 0, (guint) self->start);
      self->start = 0;
      self->searched = n_bytes;
      old_length = self->bytes->len;
      g_byte_array_set_size (self->bytes, (guint) (old_length + READ_BYTES));
      do
        n_read = read (self->fd, self->bytes->data + old_length, READ_BYTES);
      while (n_read < 0 && errno == EINTR);
      g_byte_array_set_size (self->bytes, (guint) (old_length + (gsize) MAX (n_read, 0)));
      if (n_read < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
          return NULL;
        }
      self->at_end = n_read == 0;
    }
}

static gboolean
is_blank (const char *line,
          gsize       length)
{
  return strspn (line, " \t\r") == length;
}

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

static void
print_answer (JsonNode             *id,
              gboolean              found,
              ChanceryAnchorText   *text,
              const ChanceryAnchor *anchor)
{
  char score[G_ASCII_DTOSTR_BUF_SIZE];

  if (!found)
    {
      fputs ("null\n", stdout);
      return;
    }

  putchar ('{');
  if (id != NULL && JSON_NODE_HOLDS_VALUE (id))
    {
      g_autofree char *id_text = json_to_string (id, FALSE);

      printf ("\"id\":%s,", id_text);
    }
  printf ("\"start\":%" G_GSIZE_FORMAT ",\"end\":%" G_GSIZE_FORMAT ",\"score\":%s}\n",
          chancery_anchor_text_bytes_to_chars (text, anchor->start_bytes),
          chancery_anchor_text_bytes_to_chars (text, anchor->end_bytes),
          g_ascii_formatd (score, sizeof score, "%.3f", anchor->score));
}

/* Answers one line. */
static gboolean
answer (JsonParser  *parser,
        const char  *line,
        gsize        length,
        GError     **error)
{
  g_auto (ChanceryAnchorTarget) target = { NULL, NULL, NULL };
  g_autoptr (ChanceryAnchorText) prepared = NULL;
  ChanceryAnchor anchor;
  JsonNode *root, *text, *selectors;
  const char *string;
  gboolean found;

  if (!json_parser_load_from_data (parser, line, (gssize) length, error))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fail (error, _("there is no JSON object"));
  text = json_object_get_member (json_node_get_object (root), "text");
  selectors = json_object_get_member (json_node_get_object (root), "selectors");
  if (text == NULL || json_node_get_value_type (text) != G_TYPE_STRING)
    return fail (error, _("“text” is not a string"));
  if (selectors == NULL || !(JSON_NODE_HOLDS_ARRAY (selectors) || JSON_NODE_HOLDS_OBJECT (selectors)))
    return fail (error, _("“selectors” is not an array"));
  if (!chancery_anchor_target_read (selectors, &target, error))
    return FALSE;

  string = json_node_get_string (text);
  prepared = chancery_anchor_text_new_for_one (string, strlen (string));
  found = chancery_anchor_target_find (&target, prepared, &anchor);
  print_answer (json_object_get_member (json_node_get_object (root), "id"), found, prepared, &anchor);

  return TRUE;
}

static ChanceryToolStatus
answer_lines (int         fd,
              const char *name)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  LineReader reader = { .fd = fd, .bytes = bytes };
  GError *error = NULL;
  char *line;
  gsize length;

  while ((line = read_line (&reader, &length, &error)) != NULL)
    {
      if (is_blank (line, length))
        continue;
      if (!answer (parser, line, length, &error))
        break;
      /* Whoever asks line by line waits for the answer. */
      if (fflush (stdout) == EOF)
        return chancery_tool_fail (g_error_new (G_IO_ERROR, g_io_error_from_errno (errno),
                                                _("The output could not be written: %s"), g_strerror (errno)));
    }
  if (error == NULL)
    return CHANCERY_TOOL_DONE;

  /* Translators: a file, the number of a line in it, and what is wrong with it. */
  g_printerr (_("chancery-tool: %s: line %u: %s"), name, reader.line, error->message);
  g_printerr ("\n");
  g_error_free (error);
  return CHANCERY_TOOL_FAILED;
}

ChanceryToolStatus
chancery_tool_anchor (ChanceryTool *tool)
{
  g_autofree char *name = NULL;
  ChanceryToolStatus status;
  int fd;

  if (!chancery_tool_parse (tool, NULL, 0, 1))
    return CHANCERY_TOOL_MISUSED;
  if (tool->argc < 2 || g_str_equal (tool->argv[1], "-"))
    return answer_lines (STDIN_FILENO, "-");

  name = g_filename_display_name (tool->argv[1]);
  fd = g_open (tool->argv[1], O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return chancery_tool_fail (g_error_new (G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", name, g_strerror (errno)));
  status = answer_lines (fd, name);
  close (fd);

  return status;
}
