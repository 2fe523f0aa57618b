/* chancery-single-byte.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-single-byte.h"

#include <string.h>

#include "chancery-letter-statistics.h"

/* From the mapping tables of the Unicode Consortium
 * (https://www.unicode.org/Public/MAPPINGS/). Of two that read a text equally
 * well, the first is taken. */
static const ChancerySingleByte encodings[] = {
  {
    "windows-1252",
    U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"
    U"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
    U"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
    U"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    0,
  },
  {
    "windows-1251",
    U"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\uFFFD™љ›њќћџ"
    U"\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї"
    U"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    U"абвгдежзийклмнопрстуфхцчшщъыьэюя",
    1,
  },
  {
    "KOI8-R",
    U"─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00A0⌡°²·÷"
    U"═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
    U"юабцдефгхийклмнопярстужвьызшэщчъ"
    U"ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    2,
  },
  {
    "KOI8-U",
    U"─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00A0⌡°²·÷"
    U"═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©"
    U"юабцдефгхийклмнопярстужвьызшэщчъ"
    U"ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    4,
  },
  {
    "ISO-8859-5",
    U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
    U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
    U"\u00A0ЁЂЃЄЅІЇЈЉЊЋЌ\u00ADЎЏАБВГДЕЖЗИЙКЛМНОП"
    U"РСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп"
    U"рстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ",
    6,
  },
  {
    "IBM866",
    U"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    U"абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    U"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
    U"рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00A0",
    6,
  },
  {
    "x-mac-cyrillic",
    U"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    U"†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњ"
    U"јЅ¬√ƒ≈∆«»…\u00A0ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёя"
    U"абвгдежзийклмнопрстуфхцчшщъыьэю€",
    24,
  },
  {
    "windows-1250",
    U"€\uFFFD‚\uFFFD„…†‡\uFFFD‰Š‹ŚŤŽŹ\uFFFD‘’“”•–—\uFFFD™š›śťžź"
    U"\u00A0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00AD®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
    U"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
    U"ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    16,
  },
  {
    "windows-1254",
    U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFD\uFFFD\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFD\uFFFDŸ"
    U"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
    U"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
    U"àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
    6,
  },
  {
    "windows-1256",
    U"€\u067E‚ƒ„…†‡ˆ‰\u0679‹Œ\u0686\u0698\u0688\u06AF‘’“”•–—\u06A9™\u0691›œ\u200C\u200D\u06BA"
    U"\u00A0،¢£¤¥¦§¨©\u06BE«¬\u00AD®¯°±²³´µ¶·¸¹\u061B»¼½¾\u061F"
    U"\u06C1\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628\u0629\u062A\u062B\u062C\u062D\u062E\u062F"
    U"\u0630\u0631\u0632\u0633\u0634\u0635\u0636×\u0637\u0638\u0639\u063A\u0640\u0641\u0642\u0643"
    U"à\u0644â\u0645\u0646\u0647\u0648çèéêë\u0649\u064Aîïًٌٍَôُِ÷ّùْûü\u200E\u200F\u06D2",
    12,
  },
};

typedef enum
{
  SCRIPT_NONE,
  SCRIPT_LATIN,
  SCRIPT_CYRILLIC,
  SCRIPT_ARABIC,
} Script;

/* What a byte is in one encoding. */
typedef struct
{
  char32_t folded;
  Script script;
  gboolean is_letter;
  gboolean invalid;
  gboolean is_upper;
  gboolean is_lower;
  gboolean is_symbol;
  guint cost;
} Reading;

typedef struct
{
  guchar first;
  guchar second;
  guint64 count;
} Pair;

/* All letters that the statistics know are below this. */
#define CHARACTERS 0x0700

/* In half bits. */
#define COST_FOREIGN_LETTER (CHANCERY_LETTER_COST_MAX + 8)
#define COST_TWO_SCRIPTS 30
#define COST_UPPER_AFTER_LOWER 24
#define COST_TWO_SIGNS 4
#define COST_OF_MARK 8
#define COST_OF_SYMBOL 18
#define COST_OF_SYMBOL_AT_LETTER 36
#define COST_OF_LANGUAGE_MAX 48
#define COST_OF_SCRIPT 24

static Script
script_of (char32_t c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_LATIN:
      return SCRIPT_LATIN;
    case G_UNICODE_SCRIPT_CYRILLIC:
      return SCRIPT_CYRILLIC;
    case G_UNICODE_SCRIPT_ARABIC:
      return SCRIPT_ARABIC;
    default:
      return SCRIPT_NONE;
    }
}

static gboolean
find_character (const char32_t *characters,
                char32_t        c)
{
  for (gsize i = 0; characters[i] != 0; i++)
    if (characters[i] == c)
      return TRUE;
  return FALSE;
}

static void
read_bytes (const ChancerySingleByte *encoding,
            Reading                   readings[256])
{
  for (guint byte = 0; byte < 256; byte++)
    {
      char32_t c = byte < 0x80 ? byte : encoding->upper[byte - 0x80];
      Reading *reading = &readings[byte];

      *reading = (Reading) { .folded = g_unichar_tolower (c), .invalid = c == 0xfffd };
      if (g_unichar_isalpha (c) && c != 0xaa && c != 0xba)
        {
          reading->script = script_of (c);
          reading->is_letter = TRUE;
          reading->is_upper = g_unichar_isupper (c);
          reading->is_lower = g_unichar_islower (c);
        }
      else if (byte >= 0x80)
        {
          static const char32_t marks[] = U"\u00A0«»„“”‘’‚…–—•\u00AD\u200C\u200D";
          static const char32_t arabic_marks[] = U"،\u061B\u061F";

          reading->cost = COST_OF_MARK;
          if (find_character (arabic_marks, c))
            reading->script = SCRIPT_ARABIC;
          else if (c == 0xaa || c == 0xba)
            reading->is_symbol = TRUE;
          else if (!find_character (marks, c))
            {
              reading->is_symbol = TRUE;
              reading->cost = g_unichar_ismark (c) ? COST_FOREIGN_LETTER : COST_OF_SYMBOL;
            }
        }
    }
}

/* The readings of all encodings, made when they are first needed. */
static const Reading (*
get_readings (void))[256]
{
  static Reading readings[G_N_ELEMENTS (encodings)][256];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
        read_bytes (&encodings[i], readings[i]);
      g_once_init_leave (&made, 1);
    }

  return (const Reading (*)[256]) readings;
}

/* The row of each byte in a language's table; the table's size for a letter that the language doesn't have. */
static void
find_places (const ChanceryLetterStatistics *statistics,
             const Reading                   readings[256],
             gsize                           places[256])
{
  guint8 rows[CHARACTERS] = { 0, };

  for (gsize i = 0; statistics->alphabet[i] != 0; i++)
    rows[statistics->alphabet[i]] = (guint8) (i + 1);
  for (guint byte = 0; byte < 256; byte++)
    {
      char32_t letter = readings[byte].folded;

      places[byte] = 0;
      if (readings[byte].is_letter)
        places[byte] = letter < CHARACTERS && rows[letter] != 0 ? rows[letter] : statistics->size;
    }
}

static guint
cost_of_pair (const ChanceryLetterStatistics *statistics,
              const Reading                   readings[256],
              const gsize                     places[256],
              const Pair                     *pair)
{
  const Reading *first = &readings[pair->first], *second = &readings[pair->second];
  gsize row = places[pair->first], column = places[pair->second];
  guint cost = second->cost;

  if (row == 0 && column == 0)
    cost += COST_TWO_SIGNS;
  else if (row == statistics->size || column == statistics->size)
    cost += COST_FOREIGN_LETTER;
  else
    cost += (guint) (statistics->costs[row * statistics->size + column] - 'a');
  if (first->script != SCRIPT_NONE && second->script != SCRIPT_NONE && first->script != second->script)
    cost += COST_TWO_SCRIPTS;
  if (first->is_lower && second->is_upper)
    cost += COST_UPPER_AFTER_LOWER;
  if ((first->is_symbol && second->is_letter) || (second->is_symbol && first->is_letter))
    cost += COST_OF_SYMBOL_AT_LETTER;

  return cost;
}

/* Pairs of neighbours that have a byte beyond ASCII, or else, pairs of ASCII letters. */
static GArray *
list_pairs (const guint64 counts[256 * 256],
            gboolean      upper)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < 256 * 256; i++)
    {
      Pair pair = { (guchar) (i / 256), (guchar) (i % 256), counts[i] };

      if (pair.count > 0 && ((pair.first | pair.second) >= 0x80) == upper &&
          (upper || (g_ascii_isalpha (pair.first) && g_ascii_isalpha (pair.second))))
        g_array_append_val (pairs, pair);
    }

  return pairs;
}

static guint64
count_in (GArray *pairs)
{
  guint64 n_pairs = 0;

  for (guint i = 0; i < pairs->len; i++)
    n_pairs += g_array_index (pairs, Pair, i).count;
  return n_pairs;
}

static guint64
cost_of_pairs (const ChanceryLetterStatistics *statistics,
               const Reading                   readings[256],
               GArray                         *pairs,
               guint64                         cost_max)
{
  gsize places[256];
  guint64 cost = 0;

  find_places (statistics, readings, places);
  for (guint i = 0; i < pairs->len && cost < cost_max; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      cost += pair->count * cost_of_pair (statistics, readings, places, pair);
    }

  return cost;
}

/* What it costs a language of Latin letters that others suit the text's ASCII letters better, and
 * one of others that the text is mostly of ASCII letters. */
static void
rank_languages (GArray  *ascii_pairs,
                guint64  n_upper_pairs,
                guint64 *handicaps)
{
  const Reading *readings = get_readings ()[0];
  guint64 best = G_MAXUINT64, n_ascii_pairs = count_in (ascii_pairs);

  for (gsize l = 0; l < chancery_n_letter_statistics; l++)
    {
      handicaps[l] = n_ascii_pairs > 2 * n_upper_pairs ? COST_OF_SCRIPT : 0;
      if (script_of (chancery_letter_statistics[l].alphabet[0]) != SCRIPT_LATIN)
        continue;
      handicaps[l] = cost_of_pairs (&chancery_letter_statistics[l], readings, ascii_pairs, G_MAXUINT64);
      best = MIN (best, handicaps[l]);
    }

  for (gsize l = 0; l < chancery_n_letter_statistics; l++)
    if (script_of (chancery_letter_statistics[l].alphabet[0]) == SCRIPT_LATIN)
      handicaps[l] = MIN (handicaps[l] - best, COST_OF_LANGUAGE_MAX);
}

static gboolean
can_read (const Reading readings[256],
          GArray       *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    if (readings[g_array_index (pairs, Pair, i).second].invalid)
      return FALSE;
  return TRUE;
}

/**
 * chancery_single_byte_detect:
 * @data: a text with bytes beyond ASCII
 * @length_bytes: how long it is
 * @cost: (out): how many half bits a pair of letters costs in the encoding and
 *   language that suit best: about 10 in a text, about 30 in noise
 *
 * Finds the encoding in which the text's pairs of letters are the least
 * surprising in any language that there are statistics of. Takes time linear
 * in the length. Any thread.
 *
 * Returns: (nullable): the encoding, or %NULL if there is none in which all
 *   bytes stand for something
 */
const ChancerySingleByte *
chancery_single_byte_detect (const guchar *data,
                             gsize         length_bytes,
                             double       *cost)
{
  g_autofree guint64 *counts = g_new0 (guint64, 256 * 256);
  g_autofree guint64 *handicaps = g_new (guint64, chancery_n_letter_statistics);
  g_autoptr (GArray) ascii_pairs = NULL;
  g_autoptr (GArray) pairs = NULL;
  const ChancerySingleByte *best = NULL;
  guint64 best_cost = G_MAXUINT64, n_pairs;
  guchar previous = ' ';

  for (gsize i = 0; i <= length_bytes; i++)
    {
      guchar byte = i < length_bytes ? data[i] : ' ';

      counts[previous * 256 + byte]++;
      previous = byte;
    }
  ascii_pairs = list_pairs (counts, FALSE);
  pairs = list_pairs (counts, TRUE);
  n_pairs = count_in (pairs);
  rank_languages (ascii_pairs, n_pairs, handicaps);

  for (gsize e = 0; e < G_N_ELEMENTS (encodings); e++)
    {
      const Reading *readings = get_readings ()[e];

      if (!can_read (readings, pairs))
        continue;

      for (gsize l = 0; l < chancery_n_letter_statistics; l++)
        {
          guint64 total = encodings[e].handicap + handicaps[l];

          total += cost_of_pairs (&chancery_letter_statistics[l], readings, pairs, best_cost);
          if (total < best_cost)
            {
              best = &encodings[e];
              best_cost = total;
            }
        }
    }

  *cost = best != NULL && n_pairs > 0 ? (double) best_cost / (double) n_pairs : G_MAXDOUBLE;
  return best;
}

/**
 * chancery_single_byte_append:
 * @encoding: an encoding
 * @data: a text in it
 * @length_bytes: how long it is
 * @text: a string to append it to, as UTF-8
 */
void
chancery_single_byte_append (const ChancerySingleByte *encoding,
                             const guchar             *data,
                             gsize                     length_bytes,
                             GString                  *text)
{
  char forms[128][4];
  gsize lengths[128];

  for (gsize i = 0; i < 128; i++)
    {
      char form[6];

      lengths[i] = (gsize) g_unichar_to_utf8 (encoding->upper[i], form);
      memcpy (forms[i], form, lengths[i]);
    }

  for (gsize i = 0; i < length_bytes;)
    {
      gsize start = i;

      while (i < length_bytes && data[i] < 0x80)
        i++;
      g_string_append_len (text, (const char *) data + start, (gssize) (i - start));
      for (; i < length_bytes && data[i] >= 0x80; i++)
        g_string_append_len (text, forms[data[i] - 0x80], (gssize) lengths[data[i] - 0x80]);
    }
}
