/* chancery-front-lines.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-front-lines.h"

#include <string.h>

#include "chancery-agencies.h"
#include "chancery-folding.h"

#define BYLINE_CHARS_MAX 120
#define LABEL_CHARS_MAX 40
#define HEADLINE_CHARS_MAX 300
#define RUNNING_TEXT_CHARS_MIN 280
#define KICKERS_MAX 3

/* Words above a headline, as chancery_fold() makes them. Those marked with "!"
 * are ordinary words, too: they must be written in capitals. */
static const char * const kickers[] = {
  "preview", "update", "exclusive", "analysis", "breaking", "breaking news", "wrapup", "wrap", "rpt", "corrected",
  "correction", "refile", "factbox", "explainer", "!timeline", "!insight", "!feature", "interview", "opinion", "!comment",
  "!column", "editorial", "!live", "!watch", "urgent", "advisory", "newsmaker", "instant view", "!scenarios", "!focus",
  "special report", "!graphic", "!profile", "roundup", "!alert", "!snapshot", "!overview", "press review", "!review",
  "backgrounder", "!background", "fact check", "commentary", "!briefing", "!highlights", "!report", "!obituary",
  "обзор", "анализ", "аналитика", "интервью", "эксклюзив", "срочно", "молния", "!обновлено", "превью", "!анонс",
  "!мнение", "!комментарий", "!справка", "!досье", "!хроника", "!репортаж", "!дополнение", "обзор прессы",
  "огляд", "аналіз", "інтерв'ю", "ексклюзив", "терміново", "!оновлено", "!думка", "!коментар", "!довідка",
  "!portrait", "analyse", "entretien", "exclusif", "!alerte", "!reportage", "!eclairage", "decryptage", "!en direct",
  "!tribune", "!chronologie", "avant-papier", "!lead", "eilmeldung", "exklusiv", "!hintergrund", "kommentar",
  "!meinung", "!uberblick", "!portrat", "!vorschau", "analise", "exclusiva", "exclusivo", "entrevista", "ultima hora",
  "urgente", "!opinion", "opiniao", "!perfil", "!cronologia", "!previa", "!avance", "analisi", "esclusiva", "intervista",
  "!opinione", "!anteprima", "analiz", "!son dakika", "ozel haber",
  "تحليل", "حصري", "عاجل", "مقابلة", "تقرير", "خاص", "رأي",
  "快讯", "独家", "分析", "特稿", "综述", "专访", "评论", "时评", "述评",
};

/* What sites call their sections, as chancery_fold() makes them. */
static const char * const labels[] = {
  "all news", "news", "latest news", "top news", "top stories", "world", "world news", "politics", "international",
  "business", "economy", "society", "defense", "defence", "military", "security", "diplomacy", "home", "home page",
  "europe", "asia", "africa", "middle east", "americas", "russia", "national", "regional", "press releases",
  "press release", "statements", "statement", "speeches", "science", "sports", "culture", "opinions",
  "все новости", "новости", "в мире", "мир", "политика", "международная панорама", "экономика", "общество", "армия",
  "главное", "россия", "бывший ссср", "экономика и бизнес", "происшествия", "в стране", "лента новостей",
  "усі новини", "новини", "світ", "політика", "економіка", "суспільство",
  "actualites", "actualite", "monde", "politique", "economie", "societe", "a la une", "afrique", "proche-orient",
  "nachrichten", "politik", "ausland", "inland", "welt", "wirtschaft", "international", "europa",
  "noticias", "mundo", "politica", "internacional", "economia", "america", "ultimas noticias", "sociedad",
  "notizie", "mondo", "esteri", "cronaca", "gundem", "dunya", "siyaset", "ekonomi",
  "أخبار", "العالم", "سياسة", "الأخبار", "اقتصاد", "عربي", "دولي", "国际", "时政", "新闻", "要闻", "滚动新闻",
};

/* What saved pages have left of their buttons, as chancery_fold() makes it. */
static const char * const buttons[] = {
  "share", "tweet", "print", "facebook", "twitter", "telegram", "whatsapp", "email", "e-mail", "linkedin", "reddit", "vk",
  "copy link", "menu", "search", "log in", "login", "sign in", "subscribe", "save", "comments", "listen", "x",
  "advertisement", "поделиться", "печать", "подписаться", "меню", "поиск", "войти", "вконтакте", "одноклассники",
  "реклама", "поділитися", "друк", "partager", "imprimer", "s'abonner", "rechercher", "teilen", "drucken", "anmelden",
  "suche", "compartir", "imprimir", "suscribirse", "buscar", "condividi", "stampa", "paylas", "yazdir", "مشاركة",
  "طباعة", "分享", "打印",
};

/* What stands before a name; with "!", also without a colon before two names. */
static const char * const byline_marks[] = {
  "!by", "!par", "!von", "!por", "!di", "!de", "!door", "!yazan", "author", "authors", "written by", "auteur", "auteurs",
  "autor", "autora", "autore", "автор", "авторы", "текст", "!автор", "автор текста", "автори", "!بقلم", "!كتب", "كتبت",
  "作者", "记者", "文", "yazar", "muhabir",
};

static const char * const name_particles[] = {
  "and", "und", "et", "y", "e", "ed", "и", "та", "і", "va", "ve", "en", "in", "with", "for", "de", "da", "do", "dos",
  "di", "del", "della", "du", "la", "le", "van", "von", "der", "den", "ter", "al", "el", "bin", "ben", "ibn", "of",
  "at", "к", "в",
};

static const char * const day_marks[] = {
  "published on", "published", "posted on", "posted", "updated", "last updated", "date", "issued on", "issued",
  "опубликовано", "обновлено", "дата публикации", "дата", "опубліковано", "оновлено", "publie le", "mis a jour le",
  "date de publication", "veroffentlicht am", "veroffentlicht", "stand", "datum", "publicado el", "publicado em",
  "publicado", "actualizado", "fecha", "data", "pubblicato il", "pubblicato", "yayinlanma", "guncelleme", "تاريخ النشر",
  "نشر في", "发布时间", "时间",
};

/* What may stand beside the day in a line that says nothing but when. */
static const char * const time_words[] = {
  "at", "gmt", "utc", "msk", "est", "edt", "et", "cet", "cest", "bst", "pst", "am", "pm", "a", "h", "um", "uhr", "мск",
  "в", "о", "ч", "alle", "ore", "las", "a las", "z", "t",
};

static const char *
match_words (const char *text,
             const char *words)
{
  const char *end = chancery_match_folded (text, words, strlen (words));

  return end != NULL && !g_unichar_isalpha (g_utf8_get_char (end)) ? end : NULL;
}

static const char *
match_any (const char         *text,
           const char * const *list,
           gsize               n_list)
{
  const char *longest = NULL;

  for (gsize i = 0; i < n_list; i++)
    {
      const char *end = match_words (text, list[i]);

      if (end != NULL && end > longest)
        longest = end;
    }
  return longest;
}

static gboolean
is_in_capitals (const char *start,
                const char *end)
{
  gboolean has_capital = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      has_capital = has_capital || g_unichar_isupper (c);
    }
  return has_capital;
}

/* The end of a kicker's words, without what parts them from the headline, or NULL. */
static const char *
match_kicker (const char *line)
{
  const char *longest = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kickers); i++)
    {
      gboolean must_be_capitals = *kickers[i] == '!';
      const char *end = match_words (line, kickers[i] + must_be_capitals);

      if (end == NULL || (must_be_capitals && !is_in_capitals (line, end)) ||
          g_unichar_islower (g_utf8_get_char (line)))
        continue;
      if (end > longest)
        longest = end;
    }

  if (longest != NULL && *longest == ' ' && g_ascii_isdigit (longest[1]))
    for (longest++; g_ascii_isdigit (*longest); longest++)
      ;
  return longest;
}

/* What comes after what parts a kicker from a headline, or NULL. */
static const char *
skip_kicker_sign (const char *end,
                  gboolean    in_capitals)
{
  static const char * const signs[] = { ":", "：", "|", "-", "–", "—", "/", "." };
  const char *p = chancery_scan_spaces (end);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (!g_str_has_prefix (p, signs[i]))
        continue;
      if ((*p == '.' || *p == '/') && !in_capitals)
        return NULL;
      /* "Exclusive-economic zone" */
      if (*p == '-' && p == end && !in_capitals && g_unichar_islower (g_utf8_get_char (p + 1)))
        return NULL;
      p += strlen (signs[i]);
      while (*p == '-')
        p++;
      return chancery_scan_spaces (p);
    }
  return NULL;
}

/**
 * chancery_front_line_skip_kicker:
 * @line: a line
 * @kicker_bytes: (out): how long the kicker is
 *
 * Finds the kicker at the beginning of a headline, "UPDATE 2-EXCLUSIVE-" or
 * "ANALYSIS:". Only words that are known to be kickers are: a headline may have
 * a colon of its own.
 *
 * Returns: (nullable): the headline itself, or %NULL if there is no kicker
 */
const char *
chancery_front_line_skip_kicker (const char *line,
                                 gsize      *kicker_bytes)
{
  const char *headline = NULL, *p = line;

  *kicker_bytes = 0;
  for (guint i = 0; i < KICKERS_MAX; i++)
    {
      const char *end = match_kicker (p), *next;

      if (end == NULL)
        break;
      next = skip_kicker_sign (end, is_in_capitals (p, end));
      if (next == NULL || *next == '\0')
        break;
      *kicker_bytes = (gsize) (end - line);
      headline = p = next;
    }

  return headline;
}

/**
 * chancery_front_line_is_kicker:
 * @line: a line
 *
 * Returns: whether the line is nothing but a kicker
 */
gboolean
chancery_front_line_is_kicker (const char *line)
{
  const char *end = match_kicker (line);

  if (end == NULL)
    return FALSE;
  return *end == '\0' || ((*end == ':' || *end == '.') && end[1] == '\0');
}

/* Whether all of it is names, and how many words have a capital letter. */
static gboolean
is_names (const char *text,
          guint      *n_names)
{
  const char *p = text;

  *n_names = 0;
  while (*p != '\0')
    {
      const char *start = p;
      gunichar first = g_utf8_get_char (p);
      ChanceryScannedDate date;
      guint number;

      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (g_unichar_isdigit (first) || chancery_scan_date (start, &date) != NULL ||
          (start == text && (chancery_scan_weekday (start, &number) == p || chancery_scan_month (start, &number) == p)))
        return FALSE;
      if (g_unichar_isupper (first) || (g_unichar_isalpha (first) && !g_unichar_islower (first)))
        (*n_names)++;
      else if (first != '|' && first != '/' && first != '&' && first != '(' &&
               match_any (start, name_particles, G_N_ELEMENTS (name_particles)) != p)
        return FALSE;
      p = chancery_scan_spaces (p);
    }

  return TRUE;
}

/**
 * chancery_front_line_dup_byline:
 * @line: a line
 *
 * Returns: (transfer full) (nullable): the names in a line that says who wrote
 *   it ("By John Smith"), or %NULL if it doesn't look like one
 */
char *
chancery_front_line_dup_byline (const char *line)
{
  if (g_utf8_strlen (line, -1) > BYLINE_CHARS_MAX || chancery_front_line_ends_sentence (line))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (byline_marks); i++)
    {
      gboolean needs_no_colon = *byline_marks[i] == '!';
      const char *end = match_words (line, byline_marks[i] + needs_no_colon), *names;
      gboolean has_colon;
      guint n_names;

      if (end == NULL)
        continue;
      names = chancery_scan_spaces (end);
      has_colon = *names == ':' || g_str_has_prefix (names, "：");
      if (has_colon)
        names = chancery_scan_spaces (g_utf8_next_char (names));
      if (*names == '\0' || (!has_colon && !needs_no_colon) || !is_names (names, &n_names))
        continue;
      if (n_names >= (has_colon || chancery_agencies_is_known (names, strlen (names)) ? 1 : 2) && n_names <= 10)
        return g_strdup (names);
    }

  return NULL;
}

static gboolean
is_time_and_signs (const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        {
          const char *end = match_any (p, time_words, G_N_ELEMENTS (time_words));

          if (end == NULL)
            return FALSE;
          p = end;
          continue;
        }
      if (!g_unichar_isdigit (c) && !g_unichar_isspace (c) && !g_unichar_ispunct (c) && c != '+' && c != '|')
        return FALSE;
      p = g_utf8_next_char (p);
    }

  return TRUE;
}

/* Skips "14:05," and returns what comes after it. */
static const char *
skip_time (const char *text)
{
  guint hour, minute;
  const char *p = chancery_scan_number (text, 2, &hour);

  if (p == NULL || (*p != ':' && *p != '.') || hour > 24)
    return text;
  p = chancery_scan_number (p + 1, 2, &minute);
  if (p == NULL || minute > 59 || *p == '.')
    return text;
  p = chancery_scan_spaces (p);
  if (*p == ',' || *p == '|')
    p++;
  return chancery_scan_spaces (p);
}

/**
 * chancery_front_line_is_day:
 * @line: a line
 * @day: (out): where to return the day
 *
 * Returns: whether the line says nothing but when the report was published
 */
gboolean
chancery_front_line_is_day (const char          *line,
                            ChanceryScannedDate *day)
{
  const char *p = match_any (line, day_marks, G_N_ELEMENTS (day_marks));

  if (p != NULL)
    {
      p = chancery_scan_spaces (p);
      if (*p == ':' || g_str_has_prefix (p, "："))
        p = g_utf8_next_char (p);
    }
  else
    p = line;

  p = chancery_scan_date (skip_time (chancery_scan_spaces (p)), day);
  return p != NULL && is_time_and_signs (p);
}

/**
 * chancery_front_line_is_button:
 * @line: a line
 *
 * Returns: whether the line is what a saved page has left of a button, and no
 *   part of an article
 */
gboolean
chancery_front_line_is_button (const char *line)
{
  const char *end = match_any (line, buttons, G_N_ELEMENTS (buttons));

  return end != NULL && *end == '\0';
}

static guint
count_words (const char *text)
{
  guint n_words = 0;
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

      if (!is_space && !in_word)
        n_words++;
      in_word = !is_space;
    }
  return n_words;
}

/**
 * chancery_front_line_is_label:
 * @line: a line
 * @is_known: (out): whether sites are known to call a section so, or it is a
 *   path of sections
 *
 * Returns: whether the line could be the label of a site's section
 */
gboolean
chancery_front_line_is_label (const char *line,
                              gboolean   *is_known)
{
  glong n_chars = g_utf8_strlen (line, -1);

  *is_known = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *end = match_words (line, labels[i]);

      if (end != NULL && *end == '\0')
        *is_known = TRUE;
    }
  if (*is_known)
    return TRUE;

  if (n_chars > LABEL_CHARS_MAX * 2 || chancery_front_line_ends_sentence (line))
    return FALSE;
  if (strstr (line, " > ") != NULL || strstr (line, " » ") != NULL || strstr (line, " › ") != NULL ||
      strstr (line, " / ") != NULL)
    {
      *is_known = TRUE;
      return TRUE;
    }
  return n_chars <= LABEL_CHARS_MAX && count_words (line) <= 2 && strpbrk (line, ":;,!?\"") == NULL;
}

/**
 * chancery_front_line_ends_sentence:
 * @line: a line
 *
 * Returns: whether it ends as a sentence does that isn't a headline: with a
 *   full stop, perhaps before a closing quotation mark or bracket
 */
gboolean
chancery_front_line_ends_sentence (const char *line)
{
  const char *p = line + strlen (line);

  while (p > line)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c == '.')
        return !(p - line >= 2 && p[-1] == '.') && !(p > line + 1 && g_ascii_isupper (p[-1]) && p[-2] == '.');
      if (c == 0x3002)
        return TRUE;
      if (!(c == '"' || c == '\'' || c == ')' || c == 0xbb || c == 0x201d || c == 0x2019 || c == 0x201c))
        return FALSE;
    }
  return FALSE;
}

/**
 * chancery_front_line_is_headline:
 * @line: a line
 *
 * Returns: whether the line could be a headline
 */
gboolean
chancery_front_line_is_headline (const char *line)
{
  glong n_chars = g_utf8_strlen (line, -1);
  gboolean has_letter = FALSE;

  /* A dash begins what somebody says. */
  if (g_str_has_prefix (line, "—") || g_str_has_prefix (line, "–"))
    return FALSE;

  for (const char *p = line; *p != '\0' && !has_letter; p = g_utf8_next_char (p))
    has_letter = g_unichar_isalpha (g_utf8_get_char (p));
  return has_letter && n_chars <= HEADLINE_CHARS_MAX && !chancery_front_line_ends_sentence (line);
}

/* Whether a sentence ends inside the line and another begins. */
static gboolean
has_two_sentences (const char *line)
{
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x3002 && p[strlen ("。")] != '\0')
        return TRUE;
      if ((c == '.' || c == '!' || c == '?') && p > line + 3 && p[1] == ' ' &&
          g_unichar_islower (g_utf8_get_char (g_utf8_prev_char (p))) &&
          g_unichar_isupper (g_utf8_get_char (p + 2)))
        return TRUE;
    }
  return FALSE;
}

/**
 * chancery_front_line_is_running_text:
 * @line: a line
 *
 * Returns: whether the line is a paragraph of a report and nothing before it
 */
gboolean
chancery_front_line_is_running_text (const char *line)
{
  return g_utf8_strlen (line, -1) > RUNNING_TEXT_CHARS_MIN || has_two_sentences (line) ||
         chancery_front_line_ends_sentence (line);
}
