/* chancery-quoted-line.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-quoted-line.h"

#include <string.h>

/* So many citations and links follow a quotation at most. */
#define MAX_LINKS 8

/* The end of a link “([words](address))” or “(words)” at @at, or %NULL. */
static const char *
find_link_end (const char  *at,
               char       **link)
{
  const char *close, *open;

  if (g_str_has_prefix (at, "(["))
    {
      open = strstr (at, "](");
      close = open != NULL ? strchr (open + 2, ')') : NULL;
      if (close == NULL || close[1] != ')')
        return NULL;
      g_free (*link);
      *link = g_strndup (open + 2, (gsize) (close - open - 2));
      return close + 2;
    }

  if (*at != '(' || (close = strchr (at, ')')) == NULL)
    return NULL;
  return close + 1;
}

static const char *
find_closing_quote (const char *at)
{
  const char *last = NULL;

  /* The last one that a citation or the end of the line follows; quotations have quotations within. */
  for (const char *p = at; *p != '\0'; p++)
    {
      gsize length = *p == '"' ? 1 : g_str_has_prefix (p, "”") || g_str_has_prefix (p, "“") || g_str_has_prefix (p, "„")
        ? 3 : g_str_has_prefix (p, "»") ? 2 : 0;
      const char *after = p + length;

      if (length == 0)
        continue;
      while (*after == ' ')
        after++;
      if (*after == '\0' || *after == '(')
        return p;
      if (last == NULL && (g_str_has_prefix (p, "”") || *p == '"' || *p == '\xc2'))
        last = p;
    }
  return last;
}

/**
 * chancery_quoted_line_read:
 * @line: a line without markup
 * @quoted: (out caller-allocates): what it says
 *
 * Returns: whether the line begins with a quotation
 */
gboolean
chancery_quoted_line_read (const char         *line,
                           ChanceryQuotedLine *quoted)
{
  const char *start, *end, *after;

  while (g_ascii_isspace (*line) || *line == '-' || *line == '*')
    line++;
  if (*line == '"')
    start = line + 1;
  else if (g_str_has_prefix (line, "“") || g_str_has_prefix (line, "„"))
    start = line + 3;
  else if (g_str_has_prefix (line, "«"))
    start = line + 2;
  else
    return FALSE;

  end = find_closing_quote (start);
  if (end == NULL || end == start)
    return FALSE;

  *quoted = (ChanceryQuotedLine) { .quote = g_strstrip (g_strndup (start, (gsize) (end - start))) };
  after = g_utf8_next_char (end);
  for (guint i = 0; i < MAX_LINKS; i++)
    {
      const char *stop;

      while (*after == ' ')
        after++;
      stop = find_link_end (after, &quoted->link);
      if (stop == NULL)
        break;
      after = stop;
    }
  quoted->comment = g_strstrip (g_strdup (after));
  return TRUE;
}

void
chancery_quoted_line_clear (ChanceryQuotedLine *quoted)
{
  g_clear_pointer (&quoted->quote, g_free);
  g_clear_pointer (&quoted->comment, g_free);
  g_clear_pointer (&quoted->link, g_free);
}

/**
 * chancery_quoted_line_cut_link:
 * @line: (inout): a line, from whose end “([View Highlight](address))” is taken away
 *
 * Returns: (transfer full) (nullable): the address
 */
char *
chancery_quoted_line_cut_link (char *line)
{
  char *start = g_strrstr (line, "([");
  char *link = NULL;
  const char *end = start != NULL ? find_link_end (start, &link) : NULL;

  if (end == NULL || *end != '\0')
    {
      g_free (link);
      return NULL;
    }
  *start = '\0';
  g_strchomp (line);
  return link;
}

/**
 * chancery_unescape_markdown:
 *
 * Returns: (transfer full): @text without the backslashes that keep characters from being markup
 */
char *
chancery_unescape_markdown (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' && g_ascii_ispunct (p[1]))
        p++;
      g_string_append_c (plain, *p);
    }
  return g_string_free_and_steal (plain);
}

/**
 * chancery_read_colour:
 * @text: a colour as other programs call it
 *
 * Returns: the colour of ours that is nearest; yellow, if there is none
 */
ChanceryColour
chancery_read_colour (const char *text)
{
  static const struct
  {
    const char *name;
    ChanceryColour colour;
  } names[] = {
    { "yellow", CHANCERY_COLOUR_YELLOW }, { "green", CHANCERY_COLOUR_GREEN }, { "blue", CHANCERY_COLOUR_BLUE },
    { "pink", CHANCERY_COLOUR_PINK }, { "red", CHANCERY_COLOUR_PINK }, { "orange", CHANCERY_COLOUR_ORANGE },
    { "purple", CHANCERY_COLOUR_PURPLE }, { "magenta", CHANCERY_COLOUR_PURPLE }, { "teal", CHANCERY_COLOUR_TEAL },
    { "grey", CHANCERY_COLOUR_GREY }, { "gray", CHANCERY_COLOUR_GREY }, { "#ffd400", CHANCERY_COLOUR_YELLOW },
    { "#ff6666", CHANCERY_COLOUR_PINK }, { "#5fb236", CHANCERY_COLOUR_GREEN }, { "#2ea8e5", CHANCERY_COLOUR_BLUE },
    { "#a28ae5", CHANCERY_COLOUR_PURPLE }, { "#e56eee", CHANCERY_COLOUR_PURPLE }, { "#f19837", CHANCERY_COLOUR_ORANGE },
    { "#aaaaaa", CHANCERY_COLOUR_GREY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].name, text) == 0)
      return names[i].colour;
  return CHANCERY_COLOUR_YELLOW;
}
