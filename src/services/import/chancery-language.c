/* chancery-language.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-language.h"

#include <string.h>

#include "chancery-letter-statistics.h"

/* How much of a text is looked at. */
#define LETTERS_MAX 20000

/* Below so many letters, or above so many half bits a pair, it is anybody's guess. */
#define LETTERS_MIN 16
#define COST_MAX 13.0

/* All letters that the statistics know are below this. */
#define CHARACTERS 0x0700

typedef struct
{
  GUnicodeScript script;
  const char *lang;
} ScriptLanguage;

/* Scripts that one language writes most of the texts in. */
static const ScriptLanguage script_languages[] = {
  { G_UNICODE_SCRIPT_HAN, "zh" },
  { G_UNICODE_SCRIPT_HANGUL, "ko" },
  { G_UNICODE_SCRIPT_HEBREW, "he" },
  { G_UNICODE_SCRIPT_GREEK, "el" },
  { G_UNICODE_SCRIPT_ARMENIAN, "hy" },
  { G_UNICODE_SCRIPT_GEORGIAN, "ka" },
  { G_UNICODE_SCRIPT_THAI, "th" },
  { G_UNICODE_SCRIPT_DEVANAGARI, "hi" },
  { G_UNICODE_SCRIPT_BENGALI, "bn" },
};

/* Letters that one language has and its neighbours in the same script have not. */
static const struct
{
  const char32_t *letters;
  const char *lang;
} telltales[] = {
  { U"ٹڈڑںے", "ur" },
  { U"پچژگکی", "fa" },
  { U"әғқңұһ", "kk" },
  { U"ѓќѕ", "mk" },
};

typedef struct
{
  gsize n_letters;
  gsize n_latin;
  gsize n_cyrillic;
  gsize n_arabic;
  gsize n_kana;
  gsize n_telltales[G_N_ELEMENTS (telltales)];
  gsize n_scripts[G_N_ELEMENTS (script_languages)];
} Census;

static void
count_letter (Census   *census,
              gunichar  c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  census->n_letters++;
  if (script == G_UNICODE_SCRIPT_LATIN)
    census->n_latin++;
  else if (script == G_UNICODE_SCRIPT_CYRILLIC)
    census->n_cyrillic++;
  else if (script == G_UNICODE_SCRIPT_ARABIC)
    census->n_arabic++;
  else if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA)
    census->n_kana++;
  for (gsize i = 0; i < G_N_ELEMENTS (script_languages); i++)
    if (script == script_languages[i].script)
      census->n_scripts[i]++;
  for (gsize i = 0; i < G_N_ELEMENTS (telltales); i++)
    for (const char32_t *letter = telltales[i].letters; *letter != 0; letter++)
      if (*letter == c)
        census->n_telltales[i]++;
}

static char32_t
fold (gunichar c)
{
  c = g_unichar_tolower (c);
  /* Romanian letters with commas below are in the statistics with cedillas. */
  return c == 0x0219 ? 0x015f : c == 0x021b ? 0x0163 : c;
}

/* How many half bits a pair of letters of the sample costs in a language. */
static double
cost_in (const ChanceryLetterStatistics *statistics,
         const char                     *sample,
         const char                     *end)
{
  guint8 places[CHARACTERS] = { 0, };
  gsize n_pairs = 0, row = 0;
  guint64 cost = 0;

  for (gsize i = 0; statistics->alphabet[i] != 0; i++)
    places[statistics->alphabet[i]] = (guint8) (i + 1);

  for (const char *p = sample; p < end; p = g_utf8_next_char (p))
    {
      char32_t c = fold (g_utf8_get_char (p));
      gsize column = c < CHARACTERS ? places[c] : 0;
      gboolean foreign = column == 0 && g_unichar_isalpha (c);

      if (row != 0 || column != 0 || foreign)
        {
          cost += foreign ? CHANCERY_LETTER_COST_MAX
                          : (guint64) (statistics->costs[row * statistics->size + column] - 'a');
          n_pairs++;
        }
      row = column;
    }

  return n_pairs > 0 ? (double) cost / (double) n_pairs : G_MAXDOUBLE;
}

static const char *
detect_by_letters (const char *sample,
                   const char *end,
                   gboolean    cyrillic)
{
  const char *best = NULL;
  double best_cost = COST_MAX;

  for (gsize i = 0; i < chancery_n_letter_statistics; i++)
    {
      const ChanceryLetterStatistics *statistics = &chancery_letter_statistics[i];
      GUnicodeScript script = g_unichar_get_script (statistics->alphabet[0]);
      double cost;

      if (script != (cyrillic ? G_UNICODE_SCRIPT_CYRILLIC : G_UNICODE_SCRIPT_LATIN))
        continue;
      cost = cost_in (statistics, sample, end);
      if (cost < best_cost)
        {
          best = statistics->lang;
          best_cost = cost;
        }
    }

  return best;
}

/**
 * chancery_language_detect:
 * @text: UTF-8
 * @length_bytes: how long it is
 *
 * Guesses a text's language by its script and by how often one letter follows
 * another. Looks at the beginning of long texts alone. Any thread.
 *
 * Returns: (nullable): a BCP 47 tag, or %NULL if there is too little to tell
 */
const char *
chancery_language_detect (const char *text,
                          gsize       length_bytes)
{
  const char *end = text + length_bytes, *sample_end;
  Census census = { 0, };

  for (sample_end = text; sample_end < end && census.n_letters < LETTERS_MAX; sample_end = g_utf8_next_char (sample_end))
    {
      gunichar c = g_utf8_get_char (sample_end);

      if (g_unichar_isalpha (c))
        count_letter (&census, c);
    }

  if (census.n_kana > 0 && census.n_kana * 10 > census.n_letters)
    return "ja";
  for (gsize i = 0; i < G_N_ELEMENTS (script_languages); i++)
    if (census.n_scripts[i] * 2 > census.n_letters)
      return script_languages[i].lang;

  for (gsize i = 0; i < G_N_ELEMENTS (telltales); i++)
    if (census.n_telltales[i] * 50 > census.n_letters)
      return telltales[i].lang;
  if (census.n_arabic * 2 > census.n_letters)
    return "ar";

  if (census.n_letters < LETTERS_MIN)
    return NULL;
  return detect_by_letters (text, sample_end, census.n_cyrillic > census.n_latin);
}
