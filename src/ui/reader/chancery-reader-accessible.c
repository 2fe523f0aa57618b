/* chancery-reader-accessible.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-reader-text-private.h"

#include <math.h>

#include "chancery-mention.h"
#include "chancery-note.h"
#include "notes/chancery-colour-namer.h"

/* What is drawn around the letters, as attributes of the text for assistive technology: beside the usual ones
 * of colour and underline, "mention" has the state's name, "highlight" the names of the colours, "note" what was
 * noted. */

/* How much of a note is told with the text that it is on. */
#define MAX_NOTE_CHARS 200

static GtkAccessibleTextInterface *parent_iface;

typedef struct
{
  ChanceryReaderText *text;
  guint offset;

  /* From where to where everything is the same */
  guint start;
  guint end;

  GString *colours;
  GString *notes;
  int topmost; /* the colour on top, or -1 */
  const ChanceryMention *mention; /* (nullable) */
} Marks;

/* Takes in what a span says of the offset, and leaves of the range what has the same spans. */
static gboolean
narrow (Marks              *marks,
        const ChancerySpan *span)
{
  if (span->start > marks->offset)
    {
      marks->end = MIN (marks->end, span->start);
      return FALSE;
    }
  if (span->end <= marks->offset)
    {
      marks->start = MAX (marks->start, span->end);
      return FALSE;
    }

  marks->start = MAX (marks->start, span->start);
  marks->end = MIN (marks->end, span->end);
  return TRUE;
}

static void
add_highlight_cb (const ChancerySpan *span,
                  guint               position,
                  gpointer            user_data)
{
  Marks *marks = user_data;
  const char *body;

  if (!narrow (marks, span))
    return;

  marks->topmost = span->style;
  if (marks->colours->len > 0)
    g_string_append (marks->colours, ", ");
  g_string_append (marks->colours, chancery_colour_namer_get_name (GTK_WIDGET (marks->text), (ChanceryColour) span->style));

  body = chancery_note_get_body (span->data);
  if (*body != '\0')
    {
      g_autofree char *beginning = g_utf8_substring (body, 0, MIN (MAX_NOTE_CHARS, g_utf8_strlen (body, -1)));

      if (marks->notes->len > 0)
        g_string_append_c (marks->notes, '\n');
      g_string_append (marks->notes, beginning);
    }
}

static void
add_mention_cb (const ChancerySpan *span,
                guint               position,
                gpointer            user_data)
{
  Marks *marks = user_data;

  if (narrow (marks, span))
    marks->mention = span->data;
}

static char *
dup_colour (const GdkRGBA *colour)
{
  return g_strdup_printf ("%ld,%ld,%ld", lroundf (colour->red * 65535), lroundf (colour->green * 65535),
                          lroundf (colour->blue * 65535));
}

static void
add_attribute (GPtrArray  *names,
               GPtrArray  *values,
               const char *name,
               char       *value)
{
  g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_add (values, value);
}

static void
add_marks (ChanceryReaderText *self,
           Marks              *marks,
           GPtrArray          *names,
           GPtrArray          *values)
{
  if (marks->topmost >= 0)
    {
      const ChanceryColour colour = (ChanceryColour) marks->topmost;

      add_attribute (names, values, GTK_ACCESSIBLE_ATTRIBUTE_BACKGROUND,
                     dup_colour (chancery_colour_get_highlight (colour, self->scheme)));
      add_attribute (names, values, "highlight", g_strdup (marks->colours->str));
    }
  if (marks->notes->len > 0)
    add_attribute (names, values, "note", g_strdup (marks->notes->str));
  if (marks->mention != NULL)
    {
      const char *iso = marks->mention->iso;
      ChanceryState *state = self->catalogue != NULL ? chancery_catalogue_lookup_state (self->catalogue, iso) : NULL;

      add_attribute (names, values, GTK_ACCESSIBLE_ATTRIBUTE_UNDERLINE,
                     g_strdup (GTK_ACCESSIBLE_ATTRIBUTE_UNDERLINE_SINGLE));
      add_attribute (names, values, "mention",
                     state != NULL ? chancery_state_dup_display_name (state) : g_strdup (iso));
    }
}

/* The paragraph, or the part of one that has a line of its own. */
static void
get_line (ChanceryReaderText *self,
          guint               offset,
          guint              *start,
          guint              *end)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, (int) offset);
  gtk_text_iter_set_line_offset (&iter, 0);
  *start = (guint) gtk_text_iter_get_offset (&iter);
  gtk_text_iter_forward_line (&iter);
  *end = MAX ((guint) gtk_text_iter_get_offset (&iter), *start);
}

static gboolean
get_attributes (GtkAccessibleText        *accessible,
                unsigned int              offset,
                gsize                    *n_ranges,
                GtkAccessibleTextRange  **ranges,
                char                   ***attribute_names,
                char                   ***attribute_values)
{
  ChanceryReaderText *self = CHANCERY_READER_TEXT (accessible);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autoptr (GPtrArray) values = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autoptr (GString) colours = g_string_new (NULL);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree GtkAccessibleTextRange *tag_ranges = NULL;
  g_auto (GStrv) tag_names = NULL;
  g_auto (GStrv) tag_values = NULL;
  Marks marks = { .text = self, .offset = offset, .colours = colours, .notes = notes, .topmost = -1 };
  gsize n_tags = 0;
  guint line_start, line_end;

  get_line (self, offset, &line_start, &line_end);
  marks.start = line_start;
  marks.end = line_end;
  if (parent_iface->get_attributes (accessible, offset, &n_tags, &tag_ranges, &tag_names, &tag_values))
    for (gsize i = 0; i < n_tags; i++)
      {
        add_attribute (names, values, tag_names[i], g_strdup (tag_values[i]));
        if (tag_ranges[i].start <= offset && offset < tag_ranges[i].start + tag_ranges[i].length)
          {
            marks.start = MAX (marks.start, (guint) tag_ranges[i].start);
            marks.end = MIN (marks.end, (guint) (tag_ranges[i].start + tag_ranges[i].length));
          }
      }

  if (self->layers[CHANCERY_READER_LAYER_HIGHLIGHTS] != NULL)
    chancery_span_index_foreach (self->layers[CHANCERY_READER_LAYER_HIGHLIGHTS], line_start, line_end,
                                 add_highlight_cb, &marks);
  if (self->layers[CHANCERY_READER_LAYER_MENTIONS] != NULL)
    chancery_span_index_foreach (self->layers[CHANCERY_READER_LAYER_MENTIONS], line_start, line_end,
                                 add_mention_cb, &marks);
  add_marks (self, &marks, names, values);
  /* Without any attribute there would be no range either, and all that follows be taken for plain. */
  if (names->len == 0)
    add_attribute (names, values, GTK_ACCESSIBLE_ATTRIBUTE_UNDERLINE, g_strdup (GTK_ACCESSIBLE_ATTRIBUTE_UNDERLINE_NONE));

  /* Each has the same range, that of them all: who asks puts them together. */
  *n_ranges = names->len;
  *ranges = g_new (GtkAccessibleTextRange, names->len);
  for (guint i = 0; i < names->len; i++)
    (*ranges)[i] = (GtkAccessibleTextRange) { marks.start, marks.end - marks.start };
  *attribute_names = (char **) g_ptr_array_steal (names, NULL);
  *attribute_values = (char **) g_ptr_array_steal (values, NULL);

  return TRUE;
}

void
chancery_reader_text_accessible_init (GtkAccessibleTextInterface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->get_attributes = get_attributes;
}
