/* chancery-export-ics.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* iCalendar (RFC 5545): an event on the last day on which a forecast or a commitment may come true. Events, since
 * most calendars that import a file leave its tasks out. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-citation.h"
#include "chancery-exchange-text.h"

/* A line has at most so many bytes, without its end. */
#define LINE_BYTES 75
/* A summary has at most so many characters. */
#define SUMMARY_CHARS 120

/* Ends the line that begins at @start, and folds it where it is too long. */
static void
end_line (GString *text,
          gsize    start)
{
  gsize line = start;

  while (text->len - line > LINE_BYTES)
    {
      gsize cut = line + LINE_BYTES;

      /* Not within a character. */
      while (((guchar) text->str[cut] & 0xc0) == 0x80)
        cut--;
      g_string_insert (text, (gssize) cut, "\r\n ");
      line = cut + 2;
    }
  g_string_append (text, "\r\n");
}

static void
append_escaped (GString    *text,
                const char *value)
{
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\\' || *p == ';' || *p == ',')
        {
          g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
        }
      else if (*p == '\n' || *p == '\r')
        {
          g_string_append (text, "\\n");
          if (*p == '\r' && p[1] == '\n')
            p++;
        }
      else if ((guchar) *p < 0x20 && *p != '\t')
        g_string_append_c (text, ' ');
      else if (*p != 0x7f)
        g_string_append_c (text, *p);
    }
}

static void
append_line (GString    *text,
             const char *name,
             const char *value)
{
  const gsize start = text->len;

  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (text, "%s:", name);
  append_escaped (text, value);
  end_line (text, start);
}

static void
append_time (GString    *text,
             const char *name,
             gint64      time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (time_us);
  g_autofree char *value = time != NULL ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : NULL;

  if (value != NULL && strlen (value) == 16)
    append_line (text, name, value);
}

static void
begin (ChanceryExport *export,
       GString        *text)
{
  g_string_append (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Chancery//Chancery//EN\r\n");
  append_line (text, "NAME", chancery_export_get_title (export));
  append_line (text, "X-WR-CALNAME", chancery_export_get_title (export));
}

static char *
make_summary (ChanceryNote *note)
{
  const ChancerySelector *selector = chancery_note_get_selector (note);
  const char *body = chancery_note_get_body (note);
  const char *words = *body != '\0' ? body : selector != NULL && selector->exact != NULL ? selector->exact : "";
  g_autofree char *first = g_strndup (words, strcspn (words, "\r\n"));
  g_autofree char *cut = NULL;
  const char *kind = chancery_exchange_name_kind (chancery_note_get_kind (note));

  if (*first == '\0')
    return g_strdup (kind);
  if (g_utf8_strlen (first, -1) > SUMMARY_CHARS)
    {
      g_autofree char *head = g_utf8_substring (first, 0, SUMMARY_CHARS - 1);

      cut = g_strconcat (head, "…", NULL);
    }
  /* Translators: the kind of a note and what it says, as in “Forecast: The bridge will be opened” */
  return g_strdup_printf (C_("summary of a note", "%1$s: %2$s"), kind, cut != NULL ? cut : first);
}

static char *
make_description (ChanceryArticle *article,
                  ChanceryNote    *note)
{
  const ChancerySelector *selector = chancery_note_get_selector (note);
  GString *text = g_string_new (chancery_note_get_body (note));

  if (selector != NULL && selector->exact != NULL)
    {
      g_autofree char *quotation = chancery_citation_quote (article, selector->exact);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", quotation);
    }
  else if (article != NULL)
    {
      g_autofree char *citation = chancery_citation_format (article);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", citation);
    }
  return g_string_free_and_steal (text);
}

static void
append_categories (GString            *text,
                   const char * const *tags)
{
  const gsize start = text->len;

  if (tags[0] == NULL)
    return;
  g_string_append (text, "CATEGORIES:");
  for (gsize i = 0; tags[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_escaped (text, tags[i]);
    }
  end_line (text, start);
}

static void
note (ChanceryExport  *export,
      ChanceryArticle *article,
      ChanceryNote    *one,
      GString         *text)
{
  const ChanceryDate due = chancery_date_last_day (chancery_note_get_due (one));
  const char *address = article != NULL ? chancery_article_get_address (article) : NULL;
  g_autofree char *summary = make_summary (one);
  g_autofree char *description = make_description (article, one);
  GDate *next = g_date_new_dmy (due.day, (GDateMonth) due.month, due.year);

  g_string_append (text, "BEGIN:VEVENT\r\n");
  append_line (text, "UID", chancery_note_get_uid (one));
  append_time (text, "DTSTAMP", chancery_export_get_options (export)->now_us);
  append_time (text, "CREATED", chancery_note_get_created_us (one));
  append_time (text, "LAST-MODIFIED", chancery_note_get_modified_us (one));
  g_date_add_days (next, 1);
  g_string_append_printf (text, "DTSTART;VALUE=DATE:%04u%02u%02u\r\n", due.year, due.month, due.day);
  if (g_date_get_year (next) <= 9999)
    g_string_append_printf (text, "DTEND;VALUE=DATE:%04u%02u%02u\r\n", g_date_get_year (next),
                            (guint) g_date_get_month (next), g_date_get_day (next));
  g_date_free (next);
  g_string_append (text, "TRANSP:TRANSPARENT\r\n");
  append_line (text, "SUMMARY", summary);
  append_line (text, "DESCRIPTION", description);
  append_categories (text, chancery_note_get_tags (one));
  if (address != NULL && chancery_exchange_is_iri (address))
    {
      const gsize start = text->len;

      /* An address is not text, and has nothing to be escaped. */
      g_string_append_printf (text, "URL:%s", address);
      end_line (text, start);
    }
  g_string_append (text, "END:VEVENT\r\n");
}

static void
end (ChanceryExport *export,
     GString        *text)
{
  g_string_append (text, "END:VCALENDAR\r\n");
}

const ChanceryExportFormat chancery_export_ics = {
  .id = "ics",
  .name = N_("Calendar of what is due (iCalendar)"),
  .extension = "ics",
  .mime_type = "text/calendar",
  .scope = CHANCERY_EXPORT_DUE,
  .begin = begin,
  .note = note,
  .end = end,
};
