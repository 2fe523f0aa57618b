/* chancery-date-patterns.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-date-patterns.h"

#include <string.h>

#include "import/chancery-date-scanner.h"
#include "import/chancery-folding.h"

#define YEAR_MIN 1900
#define YEAR_MAX 2199

#define NUMBER_MAX 999

/* A pattern is words as chancery_fold() makes them, with spaces between; a word may have several forms, and may be left
 * out if a question mark is before it. %w is a day of the week, %m a month, %y a year, %n a number, and %u a unit.
 * @number and @unit say what the words do, where they do. */
typedef struct
{
  const char *lang;
  ChanceryDatePatternKind kind;
  int number;
  ChanceryDateUnit unit;
  const char *words;
} Pattern;

#define DAY(lang, number, words) { lang, CHANCERY_DATE_PATTERN_DAY, number, CHANCERY_DATE_UNIT_DAY, words }
#define WEEKDAY(lang, words) { lang, CHANCERY_DATE_PATTERN_WEEKDAY, 0, CHANCERY_DATE_UNIT_DAY, words }
#define AFTER(lang, words) { lang, CHANCERY_DATE_PATTERN_WEEKDAY_AFTER, 0, CHANCERY_DATE_UNIT_DAY, words }
#define BEFORE(lang, words) { lang, CHANCERY_DATE_PATTERN_WEEKDAY_BEFORE, 0, CHANCERY_DATE_UNIT_DAY, words }
#define LATER(lang, words) { lang, CHANCERY_DATE_PATTERN_LATER, 0, CHANCERY_DATE_UNIT_DAY, words }
#define END(lang, words) { lang, CHANCERY_DATE_PATTERN_END, 0, CHANCERY_DATE_UNIT_DAY, words }
#define END_OF(lang, unit, number, words) { lang, CHANCERY_DATE_PATTERN_END_OF_UNIT, number, CHANCERY_DATE_UNIT_##unit, words }
#define UNIT(lang, unit, number, words) { lang, CHANCERY_DATE_PATTERN_UNIT, number, CHANCERY_DATE_UNIT_##unit, words }
#define MONTH(lang, words) { lang, CHANCERY_DATE_PATTERN_MONTH, 0, CHANCERY_DATE_UNIT_DAY, words }
#define YEAR(lang, words) { lang, CHANCERY_DATE_PATTERN_YEAR, 0, CHANCERY_DATE_UNIT_DAY, words }

static const Pattern patterns[] = {
  DAY ("en", 0, "today"),
  DAY ("en", 1, "tomorrow"),
  DAY ("en", 2, "?the day after tomorrow"),
  DAY ("en", -1, "yesterday"),
  DAY ("en", -2, "?the day before yesterday"),
  WEEKDAY ("en", "?on|this %w"),
  AFTER ("en", "?on next|coming %w"),
  BEFORE ("en", "?on last|past %w"),
  LATER ("en", "within|in ?the ?next %n %u"),
  LATER ("en", "over|during the next|coming %n %u"),
  END ("en", "?by|before|until|till ?the end of ?the ?year %y"),
  END ("en", "?by|before|until|till ?the end of %m ?%y"),
  END_OF ("en", YEAR, 0, "?by|before|until|till ?the end of the|this year"),
  END_OF ("en", YEAR, 1, "?by|before|until|till ?the end of next year"),
  END_OF ("en", YEAR, 0, "?by|before year-end"),
  END_OF ("en", YEAR, 0, "?by|before ?the year's end"),
  END_OF ("en", MONTH, 0, "?by|before|until|till ?the end of the|this month"),
  END_OF ("en", MONTH, 1, "?by|before|until|till ?the end of next month"),
  END_OF ("en", WEEK, 0, "?by|before|until|till ?the end of the|this week"),
  UNIT ("en", WEEK, 0, "?later this week"),
  UNIT ("en", WEEK, 1, "?by|in|during next week"),
  UNIT ("en", MONTH, 0, "?later this month"),
  UNIT ("en", MONTH, 1, "?by|in|during next month"),
  UNIT ("en", YEAR, 0, "?later this year"),
  UNIT ("en", YEAR, 1, "?by|in|during next year"),
  MONTH ("en", "?in|by|until|till|before|after|since|from|during|next|this|of|late|early %m ?of %y"),
  MONTH ("en", "in|by|until|till|before|after|since|during|next|this ?early|late|mid %m"),
  YEAR ("en", "?in|by|until|till|before|after|since|from ?the year %y"),
  YEAR ("en", "in|by|until|till|before|after|since|from %y"),

  DAY ("ru", 0, "сегодня"),
  DAY ("ru", 1, "завтра"),
  DAY ("ru", 2, "послезавтра"),
  DAY ("ru", -1, "вчера"),
  DAY ("ru", -2, "позавчера"),
  WEEKDAY ("ru", "в|во|к|до|эту|этот %w"),
  AFTER ("ru", "?в|во ближайший|ближайшую|ближайшее|следующий|следующую|следующее|будущий|будущую %w"),
  BEFORE ("ru", "?в|во прошлый|прошлую|прошлое|минувший|минувшую %w"),
  LATER ("ru", "в течение ?ближайших|следующих %n %u"),
  LATER ("ru", "через %n %u"),
  LATER ("ru", "в ближайшие|следующие %n %u"),
  END ("ru", "?до|к|в|под|на конца|концу|конце|конец %y ?года|год|г"),
  END ("ru", "?до|к|в|под|на конца|концу|конце|конец %m ?%y ?года|год|г"),
  END_OF ("ru", YEAR, 0, "?до|к|в|под|на конца|концу|конце|конец ?текущего|этого года"),
  END_OF ("ru", YEAR, 1, "?до|к|в|под|на конца|концу|конце|конец следующего|будущего года"),
  END_OF ("ru", MONTH, 0, "?до|к|в|под|на конца|концу|конце|конец ?текущего|этого месяца"),
  END_OF ("ru", MONTH, 1, "?до|к|в|под|на конца|концу|конце|конец следующего|будущего месяца"),
  END_OF ("ru", WEEK, 0, "?до|к|в|под|на конца|концу|конце|конец ?текущей|этой недели"),
  UNIT ("ru", WEEK, 0, "?на этой неделе"),
  UNIT ("ru", WEEK, 1, "?на следующей|будущей неделе"),
  UNIT ("ru", MONTH, 0, "?в этом|текущем месяце"),
  UNIT ("ru", MONTH, 1, "?в следующем|будущем месяце"),
  UNIT ("ru", YEAR, 0, "?в этом|текущем году"),
  UNIT ("ru", YEAR, 1, "?в следующем|будущем году"),
  MONTH ("ru", "?в|к|до|с|после %m %y ?года|году|год|г"),
  MONTH ("ru", "в|к|до|с|после ?начале|конце|середине %m"),
  YEAR ("ru", "?в|к|до|с|после|на %y года|году|год"),

  DAY ("fr", 0, "aujourd'hui"),
  DAY ("fr", 1, "demain"),
  DAY ("fr", 2, "apres-demain"),
  DAY ("fr", -1, "hier"),
  DAY ("fr", -2, "avant-hier"),
  WEEKDAY ("fr", "?le|ce|d'ici|avant %w"),
  AFTER ("fr", "?le|d'ici|avant %w prochain"),
  BEFORE ("fr", "?le %w dernier"),
  LATER ("fr", "dans|d'ici|sous ?un delai de %n %u"),
  LATER ("fr", "dans|d'ici|sous ?les %n ?prochains|prochaines %u"),
  LATER ("fr", "dans un delai de %n %u"),
  END ("fr", "?d'ici|avant|jusqu'a|a ?la fin ?de ?l'annee %y"),
  END ("fr", "?d'ici|avant|jusqu'a|a ?la fin ?de %m ?%y"),
  END_OF ("fr", YEAR, 0, "?d'ici|avant|jusqu'a|a ?la fin de l'annee|l'an"),
  END_OF ("fr", YEAR, 1, "?d'ici|avant|jusqu'a|a ?la fin de l'annee|l'an prochaine|prochain"),
  END_OF ("fr", MONTH, 0, "?d'ici|avant|jusqu'a|a ?la fin du mois"),
  END_OF ("fr", MONTH, 1, "?d'ici|avant|jusqu'a|a ?la fin du mois prochain"),
  END_OF ("fr", WEEK, 0, "?d'ici|avant|jusqu'a|a ?la fin de la semaine"),
  UNIT ("fr", WEEK, 0, "cette semaine"),
  UNIT ("fr", WEEK, 1, "?la semaine prochaine"),
  UNIT ("fr", MONTH, 0, "ce mois-ci"),
  UNIT ("fr", MONTH, 1, "?le mois prochain"),
  UNIT ("fr", YEAR, 0, "cette annee"),
  UNIT ("fr", YEAR, 1, "?d'ici l'annee|l'an prochaine|prochain"),
  MONTH ("fr", "?en|d'ici|avant|apres|depuis|jusqu'en|debut|fin %m %y"),
  MONTH ("fr", "en|d'ici|avant|apres|depuis|jusqu'en ?debut %m"),
  YEAR ("fr", "en|d'ici|avant|apres|depuis|jusqu'en ?a ?l'annee|l'an %y"),

  DAY ("es", 0, "hoy"),
  DAY ("es", 2, "pasado manana"),
  DAY ("es", 1, "manana"),
  DAY ("es", -1, "ayer"),
  DAY ("es", -2, "anteayer"),
  WEEKDAY ("es", "?el|este %w"),
  AFTER ("es", "?el proximo %w"),
  AFTER ("es", "?el %w proximo"),
  AFTER ("es", "?el %w que viene"),
  BEFORE ("es", "?el pasado %w"),
  BEFORE ("es", "?el %w pasado"),
  LATER ("es", "en|dentro ?de ?un ?plazo ?de ?los|las ?proximos|proximas %n %u"),
  END ("es", "?a|para|antes|hasta ?de ?el finales|final|fines|fin de|del ?ano %y"),
  END ("es", "?a|para|antes|hasta ?de ?el finales|final|fines|fin de %m ?de|del ?%y"),
  END_OF ("es", YEAR, 0, "?a|para|antes|hasta ?de ?el finales|final|fines|fin de|del ?este ano"),
  END_OF ("es", MONTH, 0, "?a|para|antes|hasta ?de ?el finales|final|fines|fin de|del ?este mes"),
  END_OF ("es", WEEK, 0, "?a|para|antes|hasta ?de ?el finales|final|fines|fin de ?la|esta semana"),
  UNIT ("es", WEEK, 0, "esta semana"),
  UNIT ("es", WEEK, 1, "?la proxima semana"),
  UNIT ("es", WEEK, 1, "?la semana proxima"),
  UNIT ("es", WEEK, 1, "?la semana que viene"),
  UNIT ("es", MONTH, 0, "este mes"),
  UNIT ("es", MONTH, 1, "?el proximo mes"),
  UNIT ("es", MONTH, 1, "?el mes proximo"),
  UNIT ("es", MONTH, 1, "?el mes que viene"),
  UNIT ("es", YEAR, 0, "este ano"),
  UNIT ("es", YEAR, 1, "?el proximo ano"),
  UNIT ("es", YEAR, 1, "?el ano proximo"),
  UNIT ("es", YEAR, 1, "?el ano que viene"),
  MONTH ("es", "?en|para|hasta|desde|antes ?de %m de|del %y"),
  MONTH ("es", "en|para|hasta|desde %m"),
  YEAR ("es", "en|para|hasta|desde ?el ?ano %y"),

  DAY ("de", 0, "heute"),
  DAY ("de", 1, "morgen"),
  DAY ("de", 2, "ubermorgen"),
  DAY ("de", -1, "gestern"),
  DAY ("de", -2, "vorgestern"),
  WEEKDAY ("de", "?am|bis|diesen|vom ?zum %w"),
  AFTER ("de", "?am|bis nachsten|nachster|kommenden|kommender %w"),
  BEFORE ("de", "?am letzten|vergangenen|vorigen %w"),
  LATER ("de", "in|innerhalb|binnen ?von ?den ?nachsten|kommenden %n %u"),
  END ("de", "?bis|zum|am ?zum ende ?des ?jahres %y"),
  END ("de", "?bis|zum|am ?zum ende ?des %m ?%y"),
  END_OF ("de", YEAR, 0, "?bis|zum|am ?zum ende des|dieses jahres"),
  END_OF ("de", YEAR, 1, "?bis|zum|am ?zum ende ?des nachsten|kommenden jahres"),
  END_OF ("de", YEAR, 0, "?bis|zum|am ?zum jahresende"),
  END_OF ("de", MONTH, 0, "?bis|zum|am ?zum ende des|dieses monats"),
  END_OF ("de", MONTH, 0, "?bis|zum|am ?zum monatsende"),
  END_OF ("de", WEEK, 0, "?bis|zum|am ?zum ende der|dieser woche"),
  UNIT ("de", WEEK, 0, "?in diese|dieser woche"),
  UNIT ("de", WEEK, 1, "?in ?der nachste|nachsten|kommende|kommenden woche"),
  UNIT ("de", MONTH, 0, "?in diesen|diesem monat"),
  UNIT ("de", MONTH, 1, "?im nachsten|kommenden monat"),
  UNIT ("de", YEAR, 0, "?in dieses|diesem jahr"),
  UNIT ("de", YEAR, 1, "?im nachstes|nachsten|kommendes|kommenden jahr"),
  MONTH ("de", "?im|bis|ab|seit|anfang|mitte|vor|nach %m %y"),
  MONTH ("de", "im|bis|ab|seit|anfang|mitte %m"),
  YEAR ("de", "?im|bis|ab|seit ?zum jahr|jahre|jahres %y"),
  YEAR ("de", "bis|ab|seit %y"),

  DAY ("ar", 0, "اليوم"),
  DAY ("ar", 1, "غدا|غدًا|غداً"),
  DAY ("ar", 2, "بعد غد|غدٍ"),
  DAY ("ar", -1, "أمس|امس"),
  DAY ("ar", -2, "أول أمس|امس"),
  WEEKDAY ("ar", "?يوم %w"),
  AFTER ("ar", "?يوم %w المقبل|القادم"),
  BEFORE ("ar", "?يوم %w الماضي"),
  LATER ("ar", "خلال|بعد %n %u"),
  LATER ("ar", "في غضون %n %u"),
  LATER ("ar", "خلال|بعد|غضون %u"),
  END ("ar", "?بحلول|حتى|قبل|في نهاية|بنهاية|أواخر|اواخر ?عام|سنة|العام %y"),
  END ("ar", "?بحلول|حتى|قبل|في نهاية|بنهاية|أواخر|اواخر ?شهر %m ?%y"),
  END_OF ("ar", YEAR, 0, "?بحلول|حتى|قبل|في نهاية|بنهاية العام|السنة ?الجاري|الحالي|الجارية|الحالية"),
  END_OF ("ar", YEAR, 1, "?بحلول|حتى|قبل|في نهاية|بنهاية العام|السنة المقبل|القادم|المقبلة|القادمة"),
  END_OF ("ar", MONTH, 0, "?بحلول|حتى|قبل|في نهاية|بنهاية الشهر ?الجاري|الحالي"),
  END_OF ("ar", WEEK, 0, "?بحلول|حتى|قبل|في نهاية|بنهاية الأسبوع ?الجاري|الحالي"),
  UNIT ("ar", WEEK, 0, "?في|خلال هذا الأسبوع"),
  UNIT ("ar", WEEK, 1, "?في|خلال الأسبوع المقبل|القادم"),
  UNIT ("ar", MONTH, 0, "?في|خلال هذا الشهر"),
  UNIT ("ar", MONTH, 1, "?في|خلال الشهر المقبل|القادم"),
  UNIT ("ar", YEAR, 0, "?في|خلال هذا العام"),
  UNIT ("ar", YEAR, 1, "?في|خلال العام|السنة المقبل|القادم|المقبلة|القادمة"),
  MONTH ("ar", "?في|بحلول|حتى|منذ|قبل|بعد ?شهر %m ?عام|سنة|من %y"),
  MONTH ("ar", "في|بحلول|حتى|منذ|قبل|بعد ?شهر %m"),
  YEAR ("ar", "?في|بحلول|حتى|منذ|قبل|بعد عام|العام|سنة|بعام %y"),
  YEAR ("ar", "في|بحلول|حتى|منذ %y"),
};

/* In full: what is shortened is too often another word. The forms that a preposition asks for are there too. */
static const char * const weekdays[7] = {
  "monday|понедельник|понедельника|понедельнику|lundi|lunes|montag|الاثنين|الإثنين",
  "tuesday|вторник|вторника|вторнику|mardi|martes|dienstag|الثلاثاء",
  "wednesday|среду|среда|среды|среде|mercredi|miercoles|mittwoch|الأربعاء|الاربعاء",
  "thursday|четверг|четверга|четвергу|jeudi|jueves|donnerstag|الخميس",
  "friday|пятницу|пятница|пятницы|пятнице|vendredi|viernes|freitag|الجمعة",
  "saturday|субботу|суббота|субботы|субботе|samedi|sabado|samstag|sonnabend|السبت",
  "sunday|воскресенье|воскресенья|воскресенью|dimanche|domingo|sonntag|الأحد|الاحد",
};

/* Cases of Russian months that no dateline has. */
static const char * const more_months[12] = {
  "январе|январю", "феврале|февралю", "марте|марту", "апреле|апрелю", "мае|маю", "июне|июню",
  "июле|июлю", "августе|августу", "сентябре|сентябрю", "октябре|октябрю", "ноябре|ноябрю", "декабре|декабрю",
};

static const struct
{
  int number;
  const char *words;
} numbers[] = {
  { 1, "a|an|one|один|одного|одну|одной|un|une|uno|una|ein|eine|einem|einer|eines|واحد|واحدة" },
  { 2, "two|два|две|двух|deux|dos|zwei" },
  { 3, "three|три|трех|трёх|trois|tres|drei|ثلاثة|ثلاث" },
  { 4, "four|четыре|четырех|четырёх|quatre|cuatro|vier|أربعة|أربع" },
  { 5, "five|пять|пяти|cinq|cinco|funf|خمسة|خمس" },
  { 6, "six|шесть|шести|six|seis|sechs|ستة|ست" },
  { 7, "seven|семь|семи|sept|siete|sieben|سبعة|سبع" },
  { 8, "eight|восемь|восьми|huit|ocho|acht|ثمانية|ثماني" },
  { 9, "nine|девять|девяти|neuf|nueve|neun|تسعة|تسع" },
  { 10, "ten|десять|десяти|dix|diez|zehn|عشرة|عشر" },
  { 12, "twelve|двенадцать|двенадцати|douze|doce|zwolf" },
  { 14, "fourteen|четырнадцать|четырнадцати|quatorze|catorce|vierzehn" },
  { 15, "fifteen|пятнадцать|пятнадцати|quinze|quince|funfzehn" },
  { 20, "twenty|двадцать|двадцати|vingt|veinte|zwanzig|عشرين|عشرون" },
  { 30, "thirty|тридцать|тридцати|trente|treinta|dreissig|ثلاثين|ثلاثون" },
  { 60, "sixty|шестьдесят|шестидесяти|soixante|sesenta|sechzig|ستين|ستون" },
  { 90, "ninety|девяносто|quatre-vingt-dix|noventa|neunzig|تسعين|تسعون" },
};

/* A word for one unit, or in Arabic for two. */
static const struct
{
  ChanceryDateUnit unit;
  int number;
  const char *words;
} units[] = {
  { CHANCERY_DATE_UNIT_DAY, 1, "day|days|день|дня|дней|jour|jours|dia|dias|tag|tage|tagen|tages|يوم|أيام|يوما|يومًا" },
  { CHANCERY_DATE_UNIT_WEEK, 1,
    "week|weeks|неделю|недели|недель|semaine|semaines|semana|semanas|woche|wochen|أسبوع|أسابيع|أسبوعا" },
  { CHANCERY_DATE_UNIT_MONTH, 1, "month|months|месяц|месяца|месяцев|mois|mes|meses|monat|monate|monaten|monats|شهر|أشهر|شهرا|شهور" },
  { CHANCERY_DATE_UNIT_YEAR, 1,
    "year|years|год|года|лет|an|ans|annee|annees|ano|anos|jahr|jahre|jahren|jahres|عام|أعوام|عاما|سنة|سنوات" },
  { CHANCERY_DATE_UNIT_DAY, 2, "يومين" },
  { CHANCERY_DATE_UNIT_WEEK, 2, "أسبوعين" },
  { CHANCERY_DATE_UNIT_MONTH, 2, "شهرين" },
  { CHANCERY_DATE_UNIT_YEAR, 2, "عامين|سنتين" },
};

static gboolean
goes_on (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* What comes after one form of a word; ’ is as good as '. After an apostrophe the next word may follow at once. */
static const char *
match_form (const char *text,
            const char *form,
            const char *form_end)
{
  while (form < form_end)
    {
      gunichar c = g_utf8_get_char (text), wanted = g_utf8_get_char (form);

      if (c == 0x2019)
        c = '\'';
      if (*text == '\0' || (chancery_fold (c) != wanted && c != wanted))
        return NULL;
      text = g_utf8_next_char (text);
      form = g_utf8_next_char (form);
    }

  return goes_on (text) ? NULL : text;
}

/* What comes after the longest of the forms, which end with a space or the end of the list. */
static const char *
match_forms (const char *text,
             const char *forms)
{
  const char *longest = NULL;

  for (const char *form = forms;;)
    {
      const char *form_end = form + strcspn (form, "| "), *end = match_form (text, form, form_end);

      if (end != NULL && (longest == NULL || end > longest))
        longest = end;
      if (*form_end != '|')
        return longest;
      form = form_end + 1;
    }
}

static const char *
match_number (const char *text,
              int        *number)
{
  guint digits;
  const char *end = chancery_scan_number (text, 3, &digits);

  if (end != NULL && digits > 0 && digits <= NUMBER_MAX && !goes_on (end))
    {
      *number = (int) digits;
      return end;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      end = match_forms (text, numbers[i].words);
      if (end != NULL)
        {
          *number = numbers[i].number;
          return end;
        }
    }
  return NULL;
}

static const char *
match_unit (const char         *text,
            ChanceryDatePhrase *phrase)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *end = match_forms (text, units[i].words);

      if (end != NULL)
        {
          phrase->unit = units[i].unit;
          phrase->number = MAX (phrase->number, units[i].number);
          return end;
        }
    }
  return NULL;
}

static const char *
match_month (const char         *text,
             ChanceryDatePhrase *phrase)
{
  const char *end = chancery_scan_month (text, &phrase->month);

  /* "May" is a month, and "may" is not. */
  if (end != NULL && !g_str_has_prefix (text, "may ") && !g_str_has_prefix (text, "mar "))
    return end;
  for (guint i = 0; i < G_N_ELEMENTS (more_months); i++)
    {
      end = match_forms (text, more_months[i]);
      if (end != NULL)
        {
          phrase->month = i + 1;
          return end;
        }
    }
  return NULL;
}

static const char *
match_weekday (const char         *text,
               ChanceryDatePhrase *phrase)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      const char *end = match_forms (text, weekdays[i]);

      if (end != NULL)
        {
          phrase->weekday = i + 1;
          return end;
        }
    }
  return NULL;
}

static const char *
match_year (const char         *text,
            ChanceryDatePhrase *phrase)
{
  const char *end = chancery_scan_number (text, 4, &phrase->year);

  if (end == NULL || phrase->year < YEAR_MIN || phrase->year > YEAR_MAX || goes_on (end))
    {
      phrase->year = 0;
      return NULL;
    }
  return end;
}

static const char *
match_token (const char         *text,
             const char         *token,
             ChanceryDatePhrase *phrase)
{
  if (*token != '%')
    return match_forms (text, token);
  switch (token[1])
    {
    case 'w':
      return match_weekday (text, phrase);
    case 'm':
      return match_month (text, phrase);
    case 'y':
      return match_year (text, phrase);
    case 'n':
      return match_number (text, &phrase->number);
    case 'u':
    default:
      return match_unit (text, phrase);
    }
}

static const char *
skip_spaces (const char *text)
{
  while (*text != '\0' && *text != '\n' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* Matches the rest of a pattern; what may be left out is first tried with, then without. */
static const char *
match_rest (const char         *text,
            const char         *words,
            gboolean            is_first,
            ChanceryDatePhrase *phrase)
{
  const char *next = words + strcspn (words, " "), *end, *rest;
  gboolean optional = *words == '?';
  const char *place = is_first ? text : skip_spaces (text);

  if (*words == '\0')
    return text;
  if (*next == ' ')
    next++;
  /* Between two words there is a space, or an apostrophe that belongs to the first. */
  end = is_first || place > text || text[-1] == '\'' || g_str_has_prefix (text - 1, "\231")
    ? match_token (place, words + optional, phrase) : NULL;
  if (end != NULL)
    {
      rest = match_rest (end, next, FALSE, phrase);
      if (rest != NULL)
        return rest;
    }
  return optional ? match_rest (text, next, is_first, phrase) : NULL;
}

static gboolean
is_for (const Pattern *pattern,
        const char    *lang)
{
  return lang == NULL || g_str_equal (pattern->lang, lang);
}

/* All words that a phrase may begin with, so that most places of a text are passed over at once. */
static GHashTable *
get_first_words (void)
{
  static GHashTable *words = NULL;

  if (g_once_init_enter_pointer (&words))
    {
      GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      const char * const *lists[] = { weekdays, more_months };

      for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
        for (const char *token = patterns[i].words; *token != '\0';)
          {
            gsize n_bytes = strcspn (token, " ");
            g_autofree char *forms = g_strndup (token + (*token == '?'), n_bytes - (*token == '?'));
            g_auto (GStrv) split = g_strsplit (forms, "|", -1);

            for (guint form = 0; *forms != '%' && split[form] != NULL; form++)
              {
                split[form][strcspn (split[form], "'-")] = '\0';
                g_hash_table_add (all, g_strdup (split[form]));
              }
            if (*token != '?')
              break;
            token += n_bytes + (token[n_bytes] == ' ');
          }
      for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
        for (guint i = 0; i < (list == 0 ? G_N_ELEMENTS (weekdays) : G_N_ELEMENTS (more_months)); i++)
          {
            g_auto (GStrv) split = g_strsplit (lists[list][i], "|", -1);

            for (guint form = 0; split[form] != NULL; form++)
              g_hash_table_add (all, g_strdup (split[form]));
          }
      g_once_init_leave_pointer (&words, all);
    }
  return words;
}

/**
 * chancery_date_phrase_may_begin:
 * @text: UTF-8, at the beginning of a word
 *
 * Whether it is worth to call chancery_date_phrase_match(): quick, and sometimes
 * wrongly yes. Any thread.
 *
 * Returns: whether a phrase that names a date may begin with this word
 */
gboolean
chancery_date_phrase_may_begin (const char *text)
{
  char folded[64];
  gsize n_bytes = 0;
  guint month;

  for (const char *p = text; *p != '\0' && n_bytes + 8 < sizeof folded; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c))
        break;
      n_bytes += (gsize) g_unichar_to_utf8 (chancery_fold (c), folded + n_bytes);
    }
  folded[n_bytes] = '\0';

  return n_bytes > 0 && (g_hash_table_contains (get_first_words (), folded) ||
                         chancery_scan_month (text, &month) != NULL);
}

/**
 * chancery_date_phrase_match:
 * @text: UTF-8, at the beginning of a word
 * @lang: (nullable): the text's language, or %NULL for any
 * @phrase: (out): what the phrase says
 *
 * Reads the longest phrase that names a date other than by its day, at the
 * beginning of a text, in English, Russian, French, Spanish, German or Arabic.
 * Any thread.
 *
 * Returns: (nullable): what comes after it
 */
const char *
chancery_date_phrase_match (const char         *text,
                            const char         *lang,
                            ChanceryDatePhrase *phrase)
{
  const char *longest = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      ChanceryDatePhrase found = { patterns[i].kind, patterns[i].number, patterns[i].unit, 0, 0, 0 };
      const char *end = is_for (&patterns[i], lang) ? match_rest (text, patterns[i].words, TRUE, &found) : NULL;

      if (end != NULL && (longest == NULL || end > longest))
        {
          longest = end;
          *phrase = found;
        }
    }
  return longest;
}
