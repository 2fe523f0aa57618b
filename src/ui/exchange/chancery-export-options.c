/* chancery-export-options.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-export-options.h"

#include <glib/gi18n.h>
#include <string.h>

/* File systems take 255 bytes, with the extension and what the user may add. */
#define MAX_NAME_BYTES 120

typedef struct
{
  const char *id;
  const char *explanation;
  gboolean has_title;
  gboolean has_text;
  gboolean has_mark;
  gboolean is_prose; /* read by people rather than by programs */
} Options;

static const Options all[] = {
  { "jsonld", N_("For other programs that annotate. Can be imported again without loss."), TRUE, TRUE, FALSE, FALSE },
  { "markdown", N_("Text with simple markup, for programs that keep notes."), TRUE, TRUE, FALSE, FALSE },
  { "html", N_("A page to read in a browser, to print or to send."), TRUE, TRUE, FALSE, FALSE },
  { "text", N_("Words alone, for any program."), TRUE, TRUE, FALSE, TRUE },
  { "odt", N_("A document for LibreOffice and other word processors."), TRUE, TRUE, FALSE, TRUE },
  { "csv", N_("A row for each note, for spreadsheets. Can be imported again without loss."), FALSE, FALSE, TRUE, FALSE },
  { "bibtex", N_("The articles to be cited, for LaTeX."), FALSE, FALSE, FALSE, FALSE },
  { "ris", N_("The articles to be cited, for reference managers."), FALSE, FALSE, FALSE, FALSE },
  { "csl", N_("The articles to be cited, for Zotero and Pandoc."), FALSE, FALSE, FALSE, FALSE },
  { "ics", N_("Forecasts and commitments on the day when they are due, for calendars."), TRUE, FALSE, FALSE, FALSE },
};

static const Options *
find (const ChanceryExportFormat *format)
{
  static const Options none = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (strcmp (all[i].id, format->id) == 0)
      return &all[i];
  return &none;
}

/**
 * chancery_export_explain:
 * @format: a format
 *
 * Returns: (transfer none): what it is good for, in the user's language
 */
const char *
chancery_export_explain (const ChanceryExportFormat *format)
{
  const char *explanation = find (format)->explanation;

  return explanation != NULL ? _(explanation) : "";
}

/**
 * chancery_export_has_title:
 *
 * Returns: whether the format says what the export is called
 */
gboolean
chancery_export_has_title (const ChanceryExportFormat *format)
{
  return find (format)->has_title;
}

/**
 * chancery_export_has_text:
 *
 * Returns: whether the format can have the articles' text
 */
gboolean
chancery_export_has_text (const ChanceryExportFormat *format)
{
  return find (format)->has_text;
}

/**
 * chancery_export_has_mark:
 *
 * Returns: whether the format can begin with a byte order mark
 */
gboolean
chancery_export_has_mark (const ChanceryExportFormat *format)
{
  return find (format)->has_mark;
}

/**
 * chancery_export_is_prose:
 *
 * Returns: whether the format is read rather than processed
 */
gboolean
chancery_export_is_prose (const ChanceryExportFormat *format)
{
  return find (format)->is_prose;
}

/**
 * chancery_export_is_text:
 *
 * Returns: whether its files are text, so that they can be shown as they will be
 */
gboolean
chancery_export_is_text (const ChanceryExportFormat *format)
{
  return format->flush == NULL;
}

/**
 * chancery_export_make_file_name:
 * @title: what the export is called
 *
 * Returns: (transfer full): what to call the file
 */
char *
chancery_export_make_file_name (const ChanceryExportFormat *format,
                                const char                 *title)
{
  GString *name = g_string_new (NULL);

  for (const char *p = title; *p != '\0' && name->len < MAX_NAME_BYTES; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      /* What some file system doesn't take. */
      if (g_unichar_iscntrl (c) || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL))
        g_string_append_c (name, ' ');
      else
        g_string_append_unichar (name, c);
    }
  g_strstrip (name->str);
  name->len = strlen (name->str);
  /* It would be hidden, or be taken for an extension. */
  while (name->len > 0 && name->str[0] == '.')
    g_string_erase (name, 0, 1);
  if (name->len == 0)
    g_string_append (name, _("Notes"));
  g_string_append_printf (name, ".%s", format->extension);
  return g_string_free_and_steal (name);
}
