/* chancery-exchange-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-exchange-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-json-tape.h"

#define US_A_DAY ((gint64) 24 * 60 * 60 * 1000 * 1000)
/* The first and the day after the last that have a year of four digits, in days since 1970. */
#define FIRST_DAY (-719162)
#define END_DAY 2932897

/* Days since 1970 and the calendar; Howard Hinnant, “chrono-compatible low-level date algorithms”. */
static gint64
days_from_civil (gint64 year,
                 guint  month,
                 guint  day)
{
  gint64 era, year_of_era, day_of_year;

  year -= month <= 2;
  era = (year >= 0 ? year : year - 399) / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static void
civil_from_days (gint64  days,
                 guint  *year,
                 guint  *month,
                 guint  *day)
{
  gint64 era, day_of_era, year_of_era, day_of_year, shifted;

  days += 719468;
  era = (days >= 0 ? days : days - 146096) / 146097;
  day_of_era = days - era * 146097;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  shifted = (5 * day_of_year + 2) / 153;
  *day = (guint) (day_of_year - (153 * shifted + 2) / 5 + 1);
  *month = (guint) (shifted < 10 ? shifted + 3 : shifted - 9);
  *year = (guint) (year_of_era + era * 400 + (*month <= 2 ? 1 : 0));
}

/**
 * chancery_exchange_append_time:
 * @time_us: microseconds since 1970
 *
 * Appends the time as in RFC 3339, in UTC, with as many digits as it needs.
 *
 * Returns: whether it has such a form; if not, nothing is appended
 */
gboolean
chancery_exchange_append_time (GString *text,
                               gint64   time_us)
{
  gint64 days = time_us / US_A_DAY, rest = time_us % US_A_DAY;
  guint year, month, day, seconds, micros;

  if (rest < 0)
    {
      days--;
      rest += US_A_DAY;
    }
  if (days < FIRST_DAY || days >= END_DAY)
    return FALSE;

  civil_from_days (days, &year, &month, &day);
  seconds = (guint) (rest / 1000000);
  micros = (guint) (rest % 1000000);
  g_string_append_printf (text, "%04u-%02u-%02uT%02u:%02u:%02u", year, month, day, seconds / 3600, seconds / 60 % 60,
                          seconds % 60);
  if (micros != 0)
    {
      g_string_append_printf (text, ".%06u", micros);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  g_string_append_c (text, 'Z');
  return TRUE;
}

static gboolean
read_digits (const char **text,
             guint        n_digits,
             guint       *value)
{
  *value = 0;
  for (guint i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = *value * 10 + (guint) g_ascii_digit_value (**text);
    }
  return TRUE;
}

static gboolean
read_char (const char **text,
           char         wanted)
{
  if (**text != wanted)
    return FALSE;
  (*text)++;
  return TRUE;
}

/**
 * chancery_exchange_parse_time:
 * @text: a time as in xsd:dateTime or RFC 3339; without a zone it is in UTC
 * @time_us: (out): microseconds since 1970; smaller parts are left out
 *
 * Returns: whether @text is a time, as a whole
 */
gboolean
chancery_exchange_parse_time (const char *text,
                              gint64     *time_us)
{
  guint year, month, day, hour, minute, second, micros = 0, zone_hour = 0, zone_minute = 0;
  gint64 zone = 0;

  if (!read_digits (&text, 4, &year) || !read_char (&text, '-') ||
      !read_digits (&text, 2, &month) || !read_char (&text, '-') || !read_digits (&text, 2, &day) ||
      !(read_char (&text, 'T') || read_char (&text, 't') || read_char (&text, ' ')) ||
      !read_digits (&text, 2, &hour) || !read_char (&text, ':') ||
      !read_digits (&text, 2, &minute) || !read_char (&text, ':') || !read_digits (&text, 2, &second) ||
      year == 0 || month == 0 || month > 12 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year) ||
      hour > 23 || minute > 59 || second > 60)
    return FALSE;

  if (read_char (&text, '.'))
    {
      guint unit = 100000;

      if (!g_ascii_isdigit (*text))
        return FALSE;
      for (; g_ascii_isdigit (*text); text++, unit /= 10)
        micros += unit * (guint) g_ascii_digit_value (*text);
    }
  if (*text == '+' || *text == '-')
    {
      const gint64 sign = *text++ == '-' ? -1 : 1;

      if (!read_digits (&text, 2, &zone_hour))
        return FALSE;
      read_char (&text, ':');
      if (!read_digits (&text, 2, &zone_minute) || zone_hour > 23 || zone_minute > 59)
        return FALSE;
      zone = sign * (zone_hour * 60 + zone_minute);
    }
  else if (*text != '\0' && !read_char (&text, 'Z') && !read_char (&text, 'z'))
    return FALSE;
  if (*text != '\0')
    return FALSE;

  *time_us = days_from_civil (year, month, day) * US_A_DAY +
             ((((gint64) hour * 60 + minute - zone) * 60 + MIN (second, 59)) * 1000000 + micros);
  return TRUE;
}

/**
 * chancery_exchange_is_iri:
 *
 * Returns: whether @text is an absolute IRI, as an annotation names things (RFC 3987)
 */
gboolean
chancery_exchange_is_iri (const char *text)
{
  const char *scheme_end;

  if (!g_ascii_isalpha (*text))
    return FALSE;
  for (scheme_end = text; g_ascii_isalnum (*scheme_end) || strchr ("+-.", *scheme_end) != NULL; scheme_end++)
    if (*scheme_end == '\0')
      return FALSE;
  if (*scheme_end != ':' || scheme_end[1] == '\0')
    return FALSE;

  for (const char *p = scheme_end; *p != '\0'; p++)
    if ((guchar) *p <= 0x20 || *p == 0x7f || strchr ("<>\"{}|\\^`", *p) != NULL)
      return FALSE;
  return TRUE;
}

/**
 * chancery_exchange_make_uid:
 * @name: what something is known by elsewhere
 *
 * Returns: (transfer full): a UUID that is always the same for @name (RFC 9562, version 5, of addresses)
 */
char *
chancery_exchange_make_uid (const char *name)
{
  static const guchar of_addresses[] = {
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
  };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_checksum_update (checksum, of_addresses, sizeof of_addresses);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (guint8) ((digest[6] & 0x0f) | 0x50);
  digest[8] = (guint8) ((digest[8] & 0x3f) | 0x80);

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6], digest[7],
                          digest[8], digest[9], digest[10], digest[11], digest[12], digest[13], digest[14], digest[15]);
}

#define URN_UUID "urn:uuid:"
#define URN_OTHER "urn:chancery:"

/**
 * chancery_exchange_uid_to_urn:
 *
 * Returns: (transfer full): the IRI of a note or an article of ours
 */
char *
chancery_exchange_uid_to_urn (const char *uid)
{
  g_autofree char *escaped = NULL;

  if (g_uuid_string_is_valid (uid))
    return g_strconcat (URN_UUID, uid, NULL);

  escaped = g_uri_escape_string (uid, NULL, FALSE);
  return g_strconcat (URN_OTHER, escaped, NULL);
}

/**
 * chancery_exchange_urn_to_uid:
 *
 * Returns: (transfer full) (nullable): the uid, or %NULL if @urn isn't from chancery_exchange_uid_to_urn()
 */
char *
chancery_exchange_urn_to_uid (const char *urn)
{
  if (g_str_has_prefix (urn, URN_UUID) && g_uuid_string_is_valid (urn + strlen (URN_UUID)))
    return g_strdup (urn + strlen (URN_UUID));
  if (g_str_has_prefix (urn, URN_OTHER))
    {
      g_autofree char *uid = g_uri_unescape_string (urn + strlen (URN_OTHER), NULL);

      if (uid != NULL && *uid != '\0' && g_utf8_validate (uid, -1, NULL))
        return g_steal_pointer (&uid);
    }
  return NULL;
}

/**
 * chancery_exchange_append_xml:
 * @text: UTF-8
 *
 * Appends @text for an element or a quoted attribute of XML or HTML. Characters that XML has no way to write
 * become U+FFFD.
 */
void
chancery_exchange_append_xml (GString    *xml,
                              const char *text)
{
  const char *plain = text, *p;

  for (p = text; *p != '\0'; p++)
    {
      const guchar c = (guchar) *p;
      const char *entity = NULL;
      gsize length = 1;

      if (c == '&')
        entity = "&amp;";
      else if (c == '<')
        entity = "&lt;";
      else if (c == '>')
        entity = "&gt;";
      else if (c == '"')
        entity = "&quot;";
      else if (c == '\'')
        entity = "&#39;";
      else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
        entity = "\xef\xbf\xbd";
      else if (c == 0xef && p[1] == '\xbf' && (p[2] == '\xbe' || p[2] == '\xbf'))
        {
          entity = "\xef\xbf\xbd";
          length = 3;
        }
      if (entity == NULL)
        continue;

      g_string_append_len (xml, plain, p - plain);
      g_string_append (xml, entity);
      p += length - 1;
      plain = p + 1;
    }
  g_string_append_len (xml, plain, p - plain);
}

static gsize
read_entity (const char *at,
             GString    *text)
{
  static const struct
  {
    const char *name;
    const char *value;
  } entities[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" },
    { "&nbsp;", "\xc2\xa0" }, { "&ldquo;", "“" }, { "&rdquo;", "”" }, { "&lsquo;", "‘" }, { "&rsquo;", "’" },
    { "&hellip;", "…" }, { "&ndash;", "–" }, { "&mdash;", "—" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (at, entities[i].name))
      {
        g_string_append (text, entities[i].value);
        return strlen (entities[i].name);
      }

  if (at[1] == '#')
    {
      const gboolean hex = at[2] == 'x' || at[2] == 'X';
      const char *digits = at + (hex ? 3 : 2);
      char *end;
      guint64 c = g_ascii_isxdigit (*digits) ? g_ascii_strtoull (digits, &end, hex ? 16 : 10) : 0;

      if (c != 0 && *end == ';' && c <= 0x10ffff && g_unichar_validate ((gunichar) c))
        {
          g_string_append_unichar (text, (gunichar) c);
          return (gsize) (end + 1 - at);
        }
    }

  g_string_append_c (text, '&');
  return 1;
}

/**
 * chancery_exchange_strip_markup:
 * @html: a short piece of HTML
 *
 * Returns: (transfer full): its words, with line ends for its paragraphs and breaks
 */
char *
chancery_exchange_strip_markup (const char *html)
{
  GString *text = g_string_new (NULL);

  for (const char *p = html; *p != '\0';)
    {
      const char *end = *p == '<' ? strchr (p, '>') : NULL;

      if (*p == '&')
        p += read_entity (p, text);
      else if (end != NULL && (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!'))
        {
          if (g_ascii_strncasecmp (p, "<br", 3) == 0 || g_ascii_strncasecmp (p, "</p", 3) == 0 ||
              g_ascii_strncasecmp (p, "</li", 4) == 0 || g_ascii_strncasecmp (p, "</div", 5) == 0 ||
              g_ascii_strncasecmp (p, "</blockquote", 12) == 0)
            g_string_append_c (text, '\n');
          p = end + 1;
        }
      else
        g_string_append_c (text, *p++);
    }

  return g_strstrip (g_string_free_and_steal (text));
}

/**
 * chancery_exchange_join:
 * @words: (array zero-terminated=1): tags, or the like
 *
 * Returns: (transfer full): the words in one cell, with “; ” between them; as a JSON array if that would be
 *   ambiguous
 */
char *
chancery_exchange_join (const char * const *words)
{
  GString *json;
  gboolean plain = words[0] == NULL || *words[0] != '[';

  for (gsize i = 0; plain && words[i] != NULL; i++)
    plain = strpbrk (words[i], ";\n\r") == NULL && *words[i] != '\0' && !g_ascii_isspace (*words[i]) &&
            !g_ascii_isspace (words[i][strlen (words[i]) - 1]);
  if (plain)
    return g_strjoinv ("; ", (char **) words);

  json = g_string_new ("[");
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      chancery_json_append_string (json, words[i]);
    }
  g_string_append_c (json, ']');
  return g_string_free_and_steal (json);
}

/**
 * chancery_exchange_split:
 * @joined: what chancery_exchange_join() made, or words with semicolons between them
 *
 * Returns: (transfer full): the words
 */
GStrv
chancery_exchange_split (const char *joined)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (*joined == '[')
    {
      g_auto (ChanceryJsonTape) tape = { NULL };

      chancery_json_tape_init (&tape);
      if (chancery_json_tape_parse (&tape, joined, joined + strlen (joined), NULL))
        {
          CHANCERY_JSON_FOREACH (&tape, 0, element)
            if (chancery_json_kind (&tape, element) == CHANCERY_JSON_STRING)
              g_strv_builder_take (builder, chancery_json_dup_string (&tape, element));
          return g_strv_builder_end (builder);
        }
    }

  for (const char *start = joined; *start != '\0';)
    {
      const char *end = strchrnul (start, ';');
      g_autofree char *word = g_strstrip (g_strndup (start, (gsize) (end - start)));

      if (*word != '\0')
        g_strv_builder_add (builder, word);
      start = *end != '\0' ? end + 1 : end;
    }
  return g_strv_builder_end (builder);
}

/**
 * chancery_exchange_name_kind:
 *
 * Returns: the kind in the language of the interface
 */
const char *
chancery_exchange_name_kind (ChanceryNoteKind kind)
{
  switch (kind)
    {
    case CHANCERY_NOTE_KIND_CLAIM:
      return C_("kind of note", "Claim");
    case CHANCERY_NOTE_KIND_FORECAST:
      return C_("kind of note", "Forecast");
    case CHANCERY_NOTE_KIND_COMMITMENT:
      return C_("kind of note", "Commitment");
    case CHANCERY_NOTE_KIND_QUESTION:
      return C_("kind of note", "Question");
    case CHANCERY_NOTE_KIND_NOTE:
    default:
      return C_("kind of note", "Note");
    }
}

const char *
chancery_exchange_name_colour (ChanceryColour colour)
{
  switch (colour)
    {
    case CHANCERY_COLOUR_GREEN:
      return _("Green");
    case CHANCERY_COLOUR_BLUE:
      return _("Blue");
    case CHANCERY_COLOUR_PINK:
      return _("Pink");
    case CHANCERY_COLOUR_ORANGE:
      return _("Orange");
    case CHANCERY_COLOUR_PURPLE:
      return _("Purple");
    case CHANCERY_COLOUR_TEAL:
      return _("Teal");
    case CHANCERY_COLOUR_GREY:
      return _("Grey");
    case CHANCERY_COLOUR_YELLOW:
    default:
      return _("Yellow");
    }
}
