/* chancery-agencies.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-agencies.h"

#include <string.h>

#include "chancery-folding.h"

/* As they sign their datelines; written as chancery_fold() makes them. */
static const char * const agencies[] = {
  "24.kg", "aa", "aap", "abna", "adn", "adnkronos", "aetoswire", "afp", "agi", "akipress", "ana-mpa",
  "anadolu", "anadolu agency", "andina", "anf", "ani", "anp", "ansa", "antara", "ap", "apa", "app", "aps", "ara",
  "armenpress", "armradio", "associated press", "ats", "awp", "azertac", "bbc", "belga", "belta", "bernama",
  "bloomberg", "bna", "bns", "brasil 247", "bss", "bta", "canadian press", "cna", "cns", "cp", "ctk", "delfi", "dha",
  "dow jones", "dpa", "dpa-afx", "ecns", "efe", "elta", "ens", "europa press", "fides", "france-presse",
  "fars", "gna", "hina", "iha", "ians", "ina", "inform.kz", "interfax", "interfax-ukraine",
  "interfax.ru", "ips", "irna", "isna", "jiji", "jiji press", "jpost", "jta", "kabar", "kazinform", "kna",
  "kcna", "kuna", "kyodo", "kyodo news", "lana", "leta", "lusa", "map", "mehr", "mena", "mia", "mna", "montsame", "mti",
  "nan", "news.am", "news.az", "nhk", "nina", "notimex", "ntb", "nna", "onna", "pa", "pa media", "pap",
  "petra", "pna", "prensa latina", "press association", "pti", "qna", "rapsi", "regnum", "report.az", "reuters",
  "ria", "ria novosti", "ritzau", "saba", "sana", "sapa", "sda", "sid", "spa", "sputnik", "sta", "stt",
  "suna", "tanjug", "tap", "tasr", "tass", "tasnim", "telam", "thomson reuters foundation", "trend", "tt", "uni", "unian",
  "un news", "united press international", "upi", "ukrinform", "vna", "vatican news", "wafa", "wam", "xinhua",
  "yna", "yonhap", "zenit", "press trust of india", "al jazeera", "le monde", "cercle finance", "rtr",
  "агн", "азертадж", "арменпресс", "апа", "белта", "бта", "интерфакс", "интерфакс-украина",
  "кабар", "казинформ", "прайм", "рапси", "рбк", "регнум", "рейтер", "риа", "риа новости",
  "росбизнесконсалтинг", "синьхуа", "спутник", "тасс", "итар-тасс", "танюг", "тренд", "укринформ", "укрінформ", "унн",
  "униан", "уніан", "франс пресс", "хабар", "interfax-kazakhstan", "интерфакс-казахстан", "интерфакс-запад",
  "رويترز", "أ ف ب", "ا ف ب", "أ.ف.ب", "فرانس برس", "وكالة فرانس برس", "أ ب", "ا ب", "أسوشيتد برس", "د ب أ", "د.ب.أ",
  "تاس", "سبوتنيك", "شينخوا", "وام", "واس", "بترا", "قنا", "كونا", "سانا", "وفا", "الأناضول", "أ ش أ", "ا ش ا", "واع",
  "واج", "وأج", "وات", "إرنا", "ارنا", "نوفوستي", "العربية", "بنا", "العمانية",
};

static const char * const han_agencies[] = {
  "新华社", "新华网", "中新社", "中新网", "中国新闻网", "人民网", "人民日报", "央视新闻", "央广网", "光明网", "环球网", "中央社",
  "路透社", "法新社", "美联社", "塔斯社", "俄新社", "国际文传电讯社", "共同社", "时事社", "韩联社", "德新社", "埃菲社", "安莎社",
  "卫星通讯社", "朝中社", "新華社", "路透", "法新社電", "中通社",
};

/* Where a dateline has neither day nor agency, only these places make one. */
static const char * const cities[] = {
  "abu dhabi", "abuja", "accra", "addis ababa", "algiers", "almaty", "amman", "amsterdam", "ankara", "astana", "athens",
  "atlanta", "baghdad", "baku", "bangkok", "barcelona", "beijing", "beirut", "belgrade", "berlin", "bern", "bishkek",
  "bogota", "boston", "brasilia", "bratislava", "brussels", "bruxelles", "bucharest", "budapest", "buenos aires", "cairo",
  "canberra", "caracas", "chicago", "chisinau", "colombo", "copenhagen", "dakar", "damascus", "davos", "delhi", "dhaka",
  "doha", "dubai", "dublin", "dushanbe", "frankfurt", "geneva", "geneve", "hanoi", "havana", "helsinki", "hong kong",
  "islamabad", "istanbul", "jakarta", "jerusalem", "johannesburg", "kabul", "kampala", "kathmandu", "khartoum", "kiev",
  "kigali", "kinshasa", "kuala lumpur", "kyiv", "lagos", "la paz", "lima", "lisbon", "lisboa", "london", "londres",
  "los angeles", "luxembourg", "madrid", "manila", "mexico city", "miami", "milan", "minsk", "mogadishu", "montreal",
  "moscow", "moscou", "moskau", "mumbai", "nairobi", "new delhi", "new york", "nicosia", "oslo", "ottawa", "paris",
  "pristina", "podgorica", "prague", "pretoria", "pyongyang", "quito", "rabat", "ramallah", "reykjavik", "riga", "rio de janeiro",
  "riyadh", "roma", "rome", "san francisco", "sao paulo", "santiago", "sarajevo", "seoul", "shanghai", "singapore",
  "skopje", "sofia", "stockholm", "strasbourg", "sydney", "taipei", "tallinn", "tashkent", "tbilisi", "tehran",
  "tel aviv", "the hague", "tirana", "tokyo", "toronto", "tripoli", "tunis", "ulaanbaatar", "united nations", "valletta",
  "vatican city", "vienna", "vilnius", "warsaw", "washington", "wellington", "yerevan", "zagreb", "zurich",
  "астана", "баку", "берлин", "бишкек", "брюссель", "варшава", "вашингтон", "вена", "душанбе", "ереван", "женева", "киев",
  "київ", "лондон", "минск", "москва", "нью-йорк", "париж", "пекин", "рим", "санкт-петербург", "ташкент", "тбилиси",
  "стамбул", "токио",
};

/* What comes after a name at the beginning of a text, or NULL. */
static const char *
match_name (const char *text,
            const char *name)
{
  const char *end = chancery_match_folded (text, name, strlen (name));

  return end != NULL && !g_unichar_isalnum (g_utf8_get_char (end)) ? end : NULL;
}

static gboolean
is_listed (const char         *name,
           gsize               name_bytes,
           const char * const *list,
           gsize               n_list)
{
  for (gsize i = 0; i < n_list; i++)
    if (match_name (name, list[i]) == name + name_bytes)
      return TRUE;
  return FALSE;
}

/**
 * chancery_agencies_match:
 * @text: UTF-8
 *
 * Returns: (nullable): what comes after the longest name of a news agency that
 *   @text begins with
 */
const char *
chancery_agencies_match (const char *text)
{
  const char *longest = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (agencies); i++)
    {
      const char *end = match_name (text, agencies[i]);

      if (end != NULL && (longest == NULL || end > longest))
        longest = end;
    }

  return longest;
}

/**
 * chancery_agencies_match_han:
 * @text: UTF-8
 *
 * Returns: (nullable): what comes after the Chinese name of a news agency that
 *   @text begins with
 */
const char *
chancery_agencies_match_han (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (han_agencies); i++)
    if (g_str_has_prefix (text, han_agencies[i]))
      return text + strlen (han_agencies[i]);
  return NULL;
}

/**
 * chancery_agencies_is_known:
 * @name: UTF-8
 * @name_bytes: how long it is
 *
 * Returns: whether @name, up to a slash or comma in it, is that of a news agency
 */
gboolean
chancery_agencies_is_known (const char *name,
                            gsize       name_bytes)
{
  const char *end = chancery_agencies_match (name);

  return end != NULL && end <= name + name_bytes &&
         (end == name + name_bytes || strchr ("/,-", *end) != NULL || g_str_has_prefix (end, " - "));
}

/**
 * chancery_dateline_cities_has:
 * @name: UTF-8
 * @name_bytes: how long it is
 *
 * Returns: whether @name is that of a city from where much is reported
 */
gboolean
chancery_dateline_cities_has (const char *name,
                              gsize       name_bytes)
{
  return is_listed (name, name_bytes, cities, G_N_ELEMENTS (cities));
}
