/* chancery-dateline.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-dateline.h"

#include <string.h>

#include "chancery-agencies.h"
#include "chancery-folding.h"

#define PLACE_WORDS_MAX 5
#define PLACE_BYTES_MAX 120
#define AGENCY_CHARS_MAX 40
#define COMPONENTS_MAX 8

typedef enum
{
  TERMINATOR_NONE,
  TERMINATOR_STOP,
  TERMINATOR_COLON,
  TERMINATOR_DASH,
  TERMINATOR_LONG_DASH,
} Terminator;

typedef struct
{
  const char *place;
  const char *place_end;
  gboolean place_is_caps;
  gboolean has_region;
  const char *agency;
  const char *agency_end;
  gboolean agency_is_known;
  gboolean agency_is_set_apart;
  gboolean has_date;
  ChanceryScannedDate date;
  Terminator terminator;
  const char *end;
} Parse;

static gboolean
is_han (const char *p)
{
  return g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN;
}

/* What comes after a dash, with the spaces around it, or NULL. A hyphen counts
 * if a space, a full stop before it or another hyphen stands beside it. */
static const char *
skip_dash (const char *text,
           gboolean    after_stop,
           Terminator *kind)
{
  const char *p = chancery_scan_spaces (text);
  gboolean spaced = p > text || after_stop;
  guint n_hyphens = 0;

  if (g_str_has_prefix (p, "—") || g_str_has_prefix (p, "―"))
    {
      *kind = TERMINATOR_LONG_DASH;
      return chancery_scan_spaces (p + strlen ("—"));
    }
  if (g_str_has_prefix (p, "–"))
    {
      *kind = TERMINATOR_DASH;
      return chancery_scan_spaces (p + strlen ("–"));
    }
  if (g_str_has_prefix (p, "−"))
    {
      *kind = TERMINATOR_DASH;
      return chancery_scan_spaces (p + strlen ("−"));
    }

  while (*p == '-' && n_hyphens < 3)
    {
      p++;
      n_hyphens++;
    }
  if (n_hyphens == 0 || (n_hyphens == 1 && !spaced && !g_unichar_isspace (g_utf8_get_char (p)) && *p != '\0'))
    return NULL;
  *kind = n_hyphens > 1 ? TERMINATOR_LONG_DASH : TERMINATOR_DASH;
  return chancery_scan_spaces (p);
}

static gboolean
is_particle (const char *word,
             gsize       word_bytes)
{
  static const char * const particles[] = {
    "de", "la", "le", "les", "las", "los", "el", "al", "sur", "of", "the", "am", "an", "der", "den", "du", "des",
    "do", "da", "dos", "di", "bei", "y", "e", "and", "et", "на", "в", "во", "под",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (particles); i++)
    if (strlen (particles[i]) == word_bytes && memcmp (word, particles[i], word_bytes) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a full stop belongs to the word before it: St. Petersburg, D.C., Ore. */
static gboolean
is_abbreviated (const char *word,
                const char *stop,
                gboolean    in_region)
{
  static const char * const words[] = { "st", "ft", "mt", "st", "sta", "ste", "pt" };
  glong n_chars = g_utf8_strlen (word, stop - word);

  if (n_chars == 1 || memchr (word, '.', (gsize) (stop - word)) != NULL)
    return TRUE;
  if (in_region && n_chars <= 5)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (chancery_match_folded (word, words[i], strlen (words[i])) == stop)
      return TRUE;
  return FALSE;
}

/* The end of a word of a place's name, or NULL if there is none. */
static const char *
scan_place_word (const char *text,
                 gboolean   *has_small,
                 gboolean   *has_case)
{
  const char *p = text;
  gunichar first = g_utf8_get_char (text);

  if (!g_unichar_isalpha (first) || is_han (text))
    return NULL;

  for (;;)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next;

      if (*p == '\0')
        break;
      next = g_utf8_next_char (p);
      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        {
          if (g_unichar_islower (c) && !(*has_case && p == text))
            *has_small = TRUE;
          if (g_unichar_isupper (c) || g_unichar_islower (c))
            *has_case = TRUE;
        }
      else if (!((c == '-' || c == '\'' || c == 0x2019 || c == '/' || c == '.') &&
                 p > text && g_unichar_isalpha (g_utf8_get_char (next))))
        break;
      p = next;
    }

  return p > text ? p : NULL;
}

static gboolean
can_begin_place (const char *text,
                 const char *end)
{
  gunichar first = g_utf8_get_char (text);

  return !g_unichar_islower (first) || is_particle (text, (gsize) (end - text));
}

static gboolean
is_date_here (const char *text)
{
  ChanceryScannedDate date;

  return chancery_scan_date (text, &date) != NULL;
}

/* "le 3 novembre", "on November 3", "في 3 نوفمبر" */
static const char *
skip_preposition (const char *text)
{
  static const char * const prepositions[] = { "le", "on", "el", "em", "den", "am", "il", "في" };

  for (gsize i = 0; i < G_N_ELEMENTS (prepositions); i++)
    {
      const char *end = chancery_scan_word (text, prepositions[i]);

      if (end != NULL && is_date_here (chancery_scan_spaces (end)))
        return chancery_scan_spaces (end);
    }
  return text;
}

/* Reads a place's name up to what can't belong to one; returns its end or NULL. */
static const char *
scan_place (const char *text,
            gboolean    in_region,
            gboolean   *is_caps)
{
  const char *p = text, *end = NULL;
  gboolean has_small = FALSE, has_case = FALSE;

  for (guint n_words = 0; n_words < PLACE_WORDS_MAX; n_words++)
    {
      const char *word_end = scan_place_word (p, &has_small, &has_case);
      const char *next;

      if (word_end == NULL || !can_begin_place (p, word_end) ||
          (n_words == 0 && g_unichar_islower (g_utf8_get_char (p))) ||
          (n_words > 0 && (is_date_here (p) || skip_preposition (p) != p)))
        break;
      if (!is_particle (p, (gsize) (word_end - p)))
        end = word_end;
      next = word_end;
      if (*next == '.' && is_abbreviated (p, word_end, in_region))
        {
          next++;
          if (end == word_end)
            end = next;
        }
      /* A place may be told together with another: Moscow / Minsk. */
      if (g_str_has_prefix (next, " / ") && scan_place_word (next + 3, &has_small, &has_case) != NULL &&
          strchr (next + 3, '/') == NULL)
        next += 2;
      if (*next != ' ')
        break;
      p = next + 1;
    }

  if (end == NULL || end - text > PLACE_BYTES_MAX)
    return NULL;
  *is_caps = has_case && !has_small;
  return end;
}

/* Reads an agency between brackets or slashes; returns what comes after it or NULL. */
static const char *
scan_set_apart (const char *text,
                Parse      *parse)
{
  static const struct
  {
    const char *open;
    const char *close;
  } pairs[] = { { "(", ")" }, { "/", "/" }, { "[", "]" }, { "（", "）" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *start, *end, *close;

      if (!g_str_has_prefix (text, pairs[i].open))
        continue;
      start = chancery_scan_spaces (text + strlen (pairs[i].open));
      close = start;
      for (guint n = 0; n < AGENCY_CHARS_MAX && *close != '\0' && !g_str_has_prefix (close, pairs[i].close); n++)
        close = g_utf8_next_char (close);
      if (!g_str_has_prefix (close, pairs[i].close))
        return NULL;
      end = close;
      while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
        end = g_utf8_prev_char (end);
      if (end == start || g_unichar_islower (g_utf8_get_char (start)) ? !chancery_agencies_is_known (start, (gsize) (end - start))
                                                                     : !g_unichar_isalnum (g_utf8_get_char (start)))
        return NULL;

      parse->agency = start;
      parse->agency_end = end;
      parse->agency_is_known = chancery_agencies_is_known (start, (gsize) (end - start));
      parse->agency_is_set_apart = TRUE;
      return close + strlen (pairs[i].close);
    }

  return NULL;
}

/* Reads the bare name of an agency that is known, with a dash or stop after it. */
static const char *
scan_bare_agency (const char *text,
                  Parse      *parse)
{
  const char *end = chancery_agencies_match (text), *after;
  Terminator kind;

  if (end == NULL || g_unichar_islower (g_utf8_get_char (text)))
    return NULL;

  after = chancery_scan_spaces (end);
  if (skip_dash (end, FALSE, &kind) == NULL && *after != '.' && *after != ':' && *after != ',' && *after != '/')
    return NULL;

  parse->agency = text;
  parse->agency_end = end;
  parse->agency_is_known = TRUE;
  return *after == '/' ? after + 1 : end;
}

static const char *
scan_bracketed_date (const char *text,
                     Parse      *parse)
{
  const char *end;

  if (*text != '(')
    return NULL;
  end = chancery_scan_date (text + 1, &parse->date);
  return end != NULL && *end == ')' ? end + 1 : NULL;
}

/* Reads one part of a dateline at a place where one may begin; returns its end or NULL. */
static const char *
scan_component (const char *text,
                gboolean    after_comma,
                Parse      *parse)
{
  const char *end;

  if (!parse->has_date)
    {
      end = chancery_scan_date (skip_preposition (text), &parse->date);
      if (end == NULL)
        end = scan_bracketed_date (text, parse);
      if (end != NULL)
        {
          parse->has_date = TRUE;
          return end;
        }
    }

  if (parse->agency == NULL)
    {
      end = scan_set_apart (text, parse);
      if (end == NULL)
        end = scan_bare_agency (text, parse);
      if (end != NULL)
        return end;
    }

  if (after_comma && parse->place != NULL && !parse->has_date && parse->agency == NULL && !parse->has_region)
    {
      gboolean is_caps;

      end = scan_place (text, TRUE, &is_caps);
      if (end != NULL)
        {
          parse->has_region = TRUE;
          parse->place_end = end;
          return end;
        }
    }

  return NULL;
}

/* Reads what follows the place; leaves parse->end at the beginning of the report. */
static void
scan_components (const char *text,
                 Parse      *parse)
{
  const char *p = text;

  for (guint n = 0; n < COMPONENTS_MAX; n++)
    {
      Terminator kind = TERMINATOR_NONE;
      const char *q = chancery_scan_spaces (p), *dash = NULL, *end;
      gboolean after_comma = FALSE;

      if (*q == ',' || g_str_has_prefix (q, "،"))
        {
          after_comma = TRUE;
          q = g_utf8_next_char (q);
        }
      else if (*q == '.' || *q == ';')
        {
          kind = TERMINATOR_STOP;
          q++;
        }
      else if (*q == ':')
        {
          kind = TERMINATOR_COLON;
          q++;
        }
      q = chancery_scan_spaces (q);

      if (!after_comma)
        dash = skip_dash (kind == TERMINATOR_NONE ? p : q, kind != TERMINATOR_NONE, &kind);
      if (dash != NULL)
        q = dash;
      /* What stands right at the end of what was read, as in "Nov 3(Reuters)", is read too. */
      end = kind == TERMINATOR_COLON ? NULL : scan_component (q, after_comma, parse);
      if (end == NULL)
        {
          parse->terminator = kind;
          parse->end = kind != TERMINATOR_NONE ? q : chancery_scan_spaces (p);
          return;
        }
      p = end;
    }

  parse->end = chancery_scan_spaces (p);
}

static gsize
letters_of_place (const Parse *parse)
{
  return parse->place != NULL ? (gsize) g_utf8_strlen (parse->place, parse->place_end - parse->place) : 0;
}

/* Words that begin a sentence which goes on with a day: "On November 3 (Friday)". */
static gboolean
is_preposition (const Parse *parse)
{
  static const char * const words[] = {
    "on", "in", "at", "by", "as of", "after", "before", "since", "until", "from", "till", "le", "au", "du", "depuis",
    "el", "al", "desde", "am", "im", "ab", "seit", "bis", "vom", "il", "dal", "em", "no", "в", "на", "с", "к", "до",
    "после", "от", "у", "з", "до", "від", "після", "في", "منذ", "يوم",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (chancery_match_folded (parse->place, words[i], strlen (words[i])) == parse->place_end)
      return TRUE;
  return FALSE;
}

/* What must come together to be sure that it is no sentence. */
static gboolean
is_convincing (const Parse *parse)
{
  gboolean dashed = parse->terminator == TERMINATOR_DASH || parse->terminator == TERMINATOR_LONG_DASH;
  gboolean stopped = dashed || parse->terminator == TERMINATOR_COLON;

  if (parse->terminator == TERMINATOR_NONE && *parse->end == ',')
    return FALSE;
  if (parse->place != NULL && is_preposition (parse))
    return FALSE;

  if (parse->has_date && parse->agency != NULL)
    return parse->agency_is_known || (parse->agency_is_set_apart && (dashed || parse->place_is_caps));
  if (parse->has_date && parse->place != NULL)
    return stopped || *parse->end == '\0' || (parse->place_is_caps && parse->terminator == TERMINATOR_STOP);
  if (parse->agency != NULL && parse->agency_is_known && parse->agency_is_set_apart)
    return stopped || (parse->terminator == TERMINATOR_STOP && *parse->agency_end == '/');
  if (parse->agency != NULL && parse->agency_is_known)
    return dashed && parse->place_is_caps;
  if (parse->agency != NULL)
    return dashed && parse->place_is_caps && letters_of_place (parse) >= 6 &&
           parse->agency_end - parse->agency <= 20;
  if (parse->place != NULL)
    return parse->terminator == TERMINATOR_LONG_DASH && parse->place_is_caps &&
           (chancery_dateline_cities_has (parse->place, (gsize) (parse->place_end - parse->place)) ||
            (parse->has_region && letters_of_place (parse) >= 6));
  return FALSE;
}

/* 新华社北京11月23日电 */
static gboolean
parse_han (const char       *text,
           ChanceryDateline *dateline)
{
  static const char * const endings[] = { "电", "電", "讯", "訊", "消息" };
  const char *p = text, *agency, *agency_end, *place_end, *end = NULL;
  ChanceryScannedDate date;

  if (g_str_has_prefix (p, "（") || g_str_has_prefix (p, "【"))
    p += strlen ("（");
  if (!is_han (p))
    return FALSE;

  agency = p;
  agency_end = chancery_agencies_match_han (p);
  if (agency_end == NULL)
    return FALSE;
  p = chancery_scan_spaces (agency_end);
  for (place_end = p; place_end - p <= PLACE_BYTES_MAX && *place_end != '\0'; place_end = g_utf8_next_char (place_end))
    {
      end = chancery_scan_date (place_end, &date);
      if (end != NULL || !is_han (place_end))
        break;
    }
  if (end == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (end, endings[i]))
      {
        end += strlen (endings[i]);
        if (g_str_has_prefix (end, "）") || g_str_has_prefix (end, "】"))
          end += strlen ("）");
        dateline->agency = g_strndup (agency, (gsize) (agency_end - agency));
        dateline->place = place_end > p ? g_strndup (p, (gsize) (place_end - p)) : NULL;
        dateline->has_date = TRUE;
        dateline->date = date;
        dateline->end_bytes = (gsize) (chancery_scan_spaces (end) - text);
        return TRUE;
      }

  return FALSE;
}

/* "— РИА Новости, Иван Иванов." */
static void
parse_reporter (Parse            *parse,
                ChanceryDateline *dateline)
{
  const char *start, *p;
  guint n_words = 0;

  if (parse->terminator != TERMINATOR_NONE || *parse->end != ',' || parse->agency_is_set_apart)
    return;

  start = p = chancery_scan_spaces (parse->end + 1);
  for (;;)
    {
      gboolean has_small = FALSE, has_case = FALSE;
      const char *end = scan_place_word (p, &has_small, &has_case);

      if (end == NULL || g_unichar_islower (g_utf8_get_char (p)) || ++n_words > 4)
        return;
      p = end;
      if (*p == '.' && n_words > 1)
        break;
      if (*p != ' ')
        return;
      p++;
    }

  dateline->byline = g_strndup (start, (gsize) (p - start));
  parse->terminator = TERMINATOR_STOP;
  parse->end = chancery_scan_spaces (p + 1);
}

/**
 * chancery_dateline_parse:
 * @text: the beginning of a paragraph; UTF-8
 * @dateline: (out caller-allocates): where to return the dateline; all zeroes
 *   if there is none
 *
 * Reads the dateline at the beginning of a report: a place, a day, an agency, in
 * any order and with the signs that agencies put between and after them. Two of
 * the three must be there, or one that is sure and a dash; what might be a
 * sentence is none. Looks at the first few words alone. Any thread.
 *
 * Returns: whether there is one
 */
gboolean
chancery_dateline_parse (const char       *text,
                         ChanceryDateline *dateline)
{
  const char *start = chancery_scan_spaces (text);
  Parse parse = { NULL, };

  *dateline = (ChanceryDateline) { NULL, };
  if (parse_han (start, dateline))
    {
      dateline->end_bytes += (gsize) (start - text);
      return TRUE;
    }

  if (scan_component (start, FALSE, &parse) != NULL)
    {
      /* The agency or the day comes first: the place may still follow. */
      const char *end, *place;
      Terminator kind = TERMINATOR_NONE;
      Parse first;

      parse = (Parse) { NULL, };
      end = scan_component (start, FALSE, &parse);
      first = parse;
      place = skip_dash (end, FALSE, &kind);
      if (place != NULL && first.agency != NULL)
        {
          parse.place = place;
          parse.place_end = scan_place (place, FALSE, &parse.place_is_caps);
          if (parse.place_end != NULL)
            scan_components (parse.place_end, &parse);
          if (parse.place_end == NULL || !parse.has_date || parse.terminator == TERMINATOR_NONE)
            parse = first;
        }
      if (parse.place == NULL)
        scan_components (end, &parse);
    }
  else
    {
      parse.place = start;
      parse.place_end = scan_place (start, FALSE, &parse.place_is_caps);
      if (parse.place_end == NULL)
        return FALSE;
      scan_components (parse.place_end, &parse);
    }

  if (parse.agency != NULL && parse.agency_is_known && (parse.has_date || parse.place != NULL))
    parse_reporter (&parse, dateline);
  if (!is_convincing (&parse))
    {
      chancery_dateline_clear (dateline);
      return FALSE;
    }

  if (parse.place != NULL)
    dateline->place = g_strndup (parse.place, (gsize) (parse.place_end - parse.place));
  if (parse.agency != NULL)
    dateline->agency = g_strndup (parse.agency, (gsize) (parse.agency_end - parse.agency));
  dateline->has_date = parse.has_date;
  dateline->date = parse.date;
  dateline->end_bytes = (gsize) (parse.end - text);
  return TRUE;
}

/**
 * chancery_dateline_clear:
 * @dateline: a dateline
 *
 * Frees what @dateline owns and makes it empty.
 */
void
chancery_dateline_clear (ChanceryDateline *dateline)
{
  g_free (dateline->place);
  g_free (dateline->agency);
  g_free (dateline->byline);
  *dateline = (ChanceryDateline) { NULL, };
}
