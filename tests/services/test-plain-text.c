/* test-plain-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "import/chancery-importer.h"

static ChanceryDate
clock_2026 (gpointer user_data)
{
  return (ChanceryDate) { 2026, 11, 24 };
}

static ChanceryArticle *
import (const char            *text,
        ChanceryImportDetails *details)
{
  g_autoptr (ChanceryImporter) importer = chancery_importer_new (clock_2026, NULL);
  g_autoptr (GError) error = NULL;
  ChanceryArticle *article = chancery_importer_import_text (importer, text, details, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);
  return article;
}

/* The blocks, one a line: the first letter of the kind, the level if it isn't 0 or 1, a space, the text. */
static char *
describe_blocks (ChanceryArticle *article)
{
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
    {
      const ChanceryBlock *block = chancery_article_get_block (article, i);

      g_string_append_c (description, "phql"[block->kind]);
      if (block->level > 1)
        g_string_append_printf (description, "%u", block->level);
      g_string_append_printf (description, " %s\n", block->text);
    }

  return g_string_free_and_steal (description);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *section;
  const char *kicker;
  const char *headline;
  const char *standfirst;
  const char *place;
  const char *agency;
  const char *byline;
  const char *lang;
  const char *published;
  gboolean guessed;
  const char *blocks;
} Case;

#define FIRST "Ministers of five countries agreed to share the water of the river. The plan will be signed in spring."
#define SECOND "A sixth country watched the talks, its delegate said."

static const Case cases[] = {
  {
    "agency-page",
    "All news\n\nPREVIEW: River states to gather in Riverton without their neighbour\n\n"
    "According to the host’s office, the agenda will include \"questions of water and of ice\"\n\n"
    "RIVERTON, November 23. /TASS/. Leaders of the RCO (River Cooperation Organization, a league of five) will gather. "
    "Their neighbour failed to come in May 2021 and in September 2022.\n\n"
    "According to the host’s office, the agenda will include \"questions of water and of ice.\"\n\n"
    "The previous meeting was held last year. In 2024, the chair will go over to another country.\n",
    .section = "All news",
    .kicker = "PREVIEW",
    .headline = "River states to gather in Riverton without their neighbour",
    .standfirst = "According to the host’s office, the agenda will include \"questions of water and of ice\"",
    .place = "RIVERTON",
    .agency = "TASS",
    .lang = "en",
    .published = "2023-11-23",
    .guessed = TRUE,
    .blocks =
      "p Leaders of the RCO (River Cooperation Organization, a league of five) will gather. "
      "Their neighbour failed to come in May 2021 and in September 2022.\n"
      "p According to the host’s office, the agenda will include \"questions of water and of ice.\"\n"
      "p The previous meeting was held last year. In 2024, the chair will go over to another country.\n",
  },
  {
    "standfirst-cut-and-whole",
    "River plan signed\n\nThe five ministers signed the plan after two…\n\n"
    "The five ministers signed the plan after two days of talks in the town hall\n\nPARIS, Nov 3 2023 (AFP) - " FIRST,
    .headline = "River plan signed",
    .standfirst = "The five ministers signed the plan after two days of talks in the town hall",
    .place = "PARIS",
    .agency = "AFP",
    .lang = "en",
    .published = "2023-11-03",
    .blocks = "p " FIRST "\n",
  },
  {
    "hard-wrapped",
    "World\n\nUPDATE 2-EXCLUSIVE-Ministers agree on water plan: officials\n\nBy Anna Keller and John Smith\n\n"
    "PARIS, Nov 3 (Reuters) - Ministers of five countries agreed to share the\nwater of the river. The plan, which had "
    "been expected to fail, will be\nsigned in spring 2024, one of the many delegates said, and nobody who\nheard him "
    "doubted it.\n\nA sixth country watched the talks, its delegate said, without taking any\npart in them.\n\n"
    "> The river belongs to all who live on it, and to the fish that swim in\n> it, too.\n",
    .section = "World",
    .kicker = "UPDATE 2-EXCLUSIVE",
    .headline = "Ministers agree on water plan: officials",
    .place = "PARIS",
    .agency = "Reuters",
    .byline = "Anna Keller and John Smith",
    .lang = "en",
    .published = "2023-11-03",
    .guessed = TRUE,
    .blocks =
      "p Ministers of five countries agreed to share the water of the river. The plan, which had been expected to fail, "
      "will be signed in spring 2024, one of the many delegates said, and nobody who heard him doubted it.\n"
      "p A sixth country watched the talks, its delegate said, without taking any part in them.\n"
      "q The river belongs to all who live on it, and to the fish that swim in it, too.\n",
  },
  {
    "wrapped-by-hand",
    "River plan signed\n\nMinisters of five countries agreed\nto share the water of the river, which they had not\n"
    "done before, one of the many\ndelegates said to those who asked.\n\nA sixth country watched the talks and\n"
    "went home.\n",
    .headline = "River plan signed",
    .lang = "en",
    .blocks =
      "p Ministers of five countries agreed to share the water of the river, which they had not done before, one of the "
      "many delegates said to those who asked.\np A sixth country watched the talks and went home.\n",
  },
  {
    "line-a-paragraph",
    "River plan signed\nMOSCOW, 2023-11-23. /TASS/. " FIRST "\n" SECOND "\nThat was all, they said.",
    .headline = "River plan signed",
    .place = "MOSCOW",
    .agency = "TASS",
    .lang = "en",
    .published = "2023-11-23",
    .blocks = "p " FIRST "\np " SECOND "\np That was all, they said.\n",
  },
  {
    "dateline-on-its-own-line",
    "River plan signed\n\nMOSCOW, November 23, 2023. /TASS/.\n\n" FIRST,
    .headline = "River plan signed",
    .place = "MOSCOW",
    .agency = "TASS",
    .lang = "en",
    .published = "2023-11-23",
    .blocks = "p " FIRST "\n",
  },
  {
    "no-dateline",
    "Ministers agree on water plan\n\nPublished: 23 November 2023 14:05 GMT\n\nBy Maria Lopez\n\n" FIRST "\n\n" SECOND,
    .headline = "Ministers agree on water plan",
    .byline = "Maria Lopez",
    .lang = "en",
    .published = "2023-11-23",
    .blocks = "p " FIRST "\np " SECOND "\n",
  },
  {
    "year-from-the-line-above",
    "23 NOV 2021, 09:00\n\nRiver plan signed\n\nMOSCOW, November 23. /TASS/. " FIRST,
    .headline = "River plan signed",
    .place = "MOSCOW",
    .agency = "TASS",
    .lang = "en",
    .published = "2021-11-23",
    .blocks = "p " FIRST "\n",
  },
  {
    "colon-in-headline",
    "Minister: river is ready for talks\n\nMOSCOW, November 23. /TASS/. " FIRST,
    .headline = "Minister: river is ready for talks",
    .place = "MOSCOW",
    .agency = "TASS",
    .lang = "en",
    .published = "2026-11-23",
    .guessed = TRUE,
    .blocks = "p " FIRST "\n",
  },
  {
    "organisation-and-colon-in-headline",
    "NATO: what next?\n\n" FIRST,
    .headline = "NATO: what next?",
    .lang = "en",
    .blocks = "p " FIRST "\n",
  },
  {
    "kicker-that-is-an-ordinary-word",
    "Live-fire drills end on the river\n\n" FIRST,
    .headline = "Live-fire drills end on the river",
    .lang = "en",
    .blocks = "p " FIRST "\n",
  },
  {
    "kicker-on-its-own-line",
    "EXCLUSIVE\n\nMinisters agree on water plan\n\nBERLIN (dpa) - " FIRST,
    .kicker = "EXCLUSIVE",
    .headline = "Ministers agree on water plan",
    .place = "BERLIN",
    .agency = "dpa",
    .lang = "en",
    .blocks = "p " FIRST "\n",
  },
  {
    "russian",
    "Новости\n\nОБЗОР. Министры договорились о воде\n\nМОСКВА, 23 ноября. /ТАСС/. Министры пяти стран договорились о "
    "воде. Соглашение подпишут весной.\n\nАвтор: Иван Петров\n",
    .section = "Новости",
    .kicker = "ОБЗОР",
    .headline = "Министры договорились о воде",
    .place = "МОСКВА",
    .agency = "ТАСС",
    .byline = "Иван Петров",
    .lang = "ru",
    .published = "2026-11-23",
    .guessed = TRUE,
    .blocks = "p Министры пяти стран договорились о воде. Соглашение подпишут весной.\n",
  },
  {
    "ukrainian",
    "Міністри домовилися про воду\n\nКИЇВ, 23 листопада 2023 року (Укрінформ) – Міністри п’яти країн домовилися про воду. "
    "Угоду підпишуть навесні.",
    .headline = "Міністри домовилися про воду",
    .place = "КИЇВ",
    .agency = "Укрінформ",
    .lang = "uk",
    .published = "2023-11-23",
    .blocks = "p Міністри п’яти країн домовилися про воду. Угоду підпишуть навесні.\n",
  },
  {
    "french",
    "Accord sur le fleuve : cinq pays s’entendent\n\nPar Jeanne Moreau\n\nPARIS, 3 novembre 2023 (AFP) - Cinq pays sont "
    "convenus de partager l’eau du fleuve. L’accord sera signé au printemps.",
    .headline = "Accord sur le fleuve : cinq pays s’entendent",
    .place = "PARIS",
    .agency = "AFP",
    .byline = "Jeanne Moreau",
    .lang = "fr",
    .published = "2023-11-03",
    .blocks = "p Cinq pays sont convenus de partager l’eau du fleuve. L’accord sera signé au printemps.\n",
  },
  {
    "german",
    "Fünf Länder teilen sich den Fluss\n\nVon Hans Müller\n\nBERLIN (dpa) - Fünf Länder haben sich darauf geeinigt, das "
    "Wasser zu teilen. Der Vertrag wird im Frühjahr unterschrieben.",
    .headline = "Fünf Länder teilen sich den Fluss",
    .place = "BERLIN",
    .agency = "dpa",
    .byline = "Hans Müller",
    .lang = "de",
    .blocks = "p Fünf Länder haben sich darauf geeinigt, das Wasser zu teilen. Der Vertrag wird im Frühjahr unterschrieben.\n",
  },
  {
    "spanish",
    "Cinco países comparten el río\n\nMADRID, 3 nov (EFE).- Cinco países acordaron compartir el agua del río. El acuerdo "
    "se firmó en la primavera de 2022.",
    .headline = "Cinco países comparten el río",
    .place = "MADRID",
    .agency = "EFE",
    .lang = "es",
    .published = "2026-11-03",
    .guessed = TRUE,
    .blocks = "p Cinco países acordaron compartir el agua del río. El acuerdo se firmó en la primavera de 2022.\n",
  },
  {
    "arabic",
    "القاهرة 3 نوفمبر (رويترز) - اتفق وزراء خمس دول على تقاسم مياه النهر. وسيوقع الاتفاق في الربيع.\n\nوشاركت دولة سادسة.",
    .place = "القاهرة",
    .agency = "رويترز",
    .lang = "ar",
    .published = "2026-11-03",
    .guessed = TRUE,
    .blocks = "p اتفق وزراء خمس دول على تقاسم مياه النهر. وسيوقع الاتفاق في الربيع.\np وشاركت دولة سادسة.\n",
  },
  {
    "chinese",
    "五国就河水分配达成协议\n\n新华社北京11月23日电 五个国家的部长同意分享河水。协议将于春季签署。\n\n第六个国家作为观察员出席。",
    .headline = "五国就河水分配达成协议",
    .place = "北京",
    .agency = "新华社",
    .lang = "zh",
    .published = "2026-11-23",
    .guessed = TRUE,
    .blocks = "p 五个国家的部长同意分享河水。协议将于春季签署。\np 第六个国家作为观察员出席。\n",
  },
  {
    "markdown",
    "# A plan for the river\n\n## What was agreed\n\n" FIRST "\n\n1. First point\n2. Second point\n\n* bullet\n  - inner bullet\n"
    "+ other\n\nWho came\n========\n\n> one\n> > two\n",
    .headline = "A plan for the river",
    .lang = "en",
    .blocks =
      "h2 What was agreed\np " FIRST "\nl 1. First point\nl 2. Second point\nl bullet\nl2 inner bullet\nl other\n"
      "h Who came\nq one\nq2 two\n",
  },
  {
    "saved-page",
    "Share\nTweet\nHome > World > Rivers\nMinisters agree on water plan\n"
    "A plan to share the river was adopted after two days of talks in the old town hall\n"
    "BERLIN (dpa) - " FIRST "\nRead also: Why the river matters\n" SECOND "\nTags: rivers, water, talks",
    .section = "Home > World > Rivers",
    .headline = "Ministers agree on water plan",
    .standfirst = "A plan to share the river was adopted after two days of talks in the old town hall",
    .place = "BERLIN",
    .agency = "dpa",
    .lang = "en",
    .blocks = "p Share\np Tweet\np " FIRST "\np Read also: Why the river matters\np " SECOND "\np Tags: rivers, water, talks\n",
  },
  {
    "headline-twice",
    "River plan signed\n\nWorld\n\nRiver plan signed\n\nMINSK, November 23, 2023 (BelTA) – " FIRST,
    .headline = "River plan signed",
    .standfirst = "World",
    .place = "MINSK",
    .agency = "BelTA",
    .lang = "en",
    .published = "2023-11-23",
    .blocks = "p " FIRST "\n",
  },
  {
    "subheadings",
    "River plan signed\n\nGENEVA, 23 November 2023 – " FIRST "\n\nBackground\n\n" SECOND "\n\nRead also: more\n\n" SECOND
    "\n\nShare\n\n" SECOND "\n\nlast line",
    .headline = "River plan signed",
    .place = "GENEVA",
    .lang = "en",
    .published = "2023-11-23",
    .blocks = "p " FIRST "\nh2 Background\np " SECOND "\np Read also: more\np " SECOND "\np Share\np " SECOND "\np last line\n",
  },
  {
    "council",
    "Press release\n\nStatement by the Council\n\nBrussels, 23 November 2023\n\n" FIRST,
    .section = "Press release",
    .headline = "Statement by the Council",
    .place = "Brussels",
    .lang = "en",
    .published = "2023-11-23",
    .blocks = "p " FIRST "\n",
  },
  {
    "agency-above",
    "TASS\n23 NOV, 09:00\nRCO\nRiver leaders to gather\nBy TASS\nMINSK, November 23, 2023. /TASS/. " FIRST,
    .section = "RCO",
    .headline = "River leaders to gather",
    .place = "MINSK",
    .agency = "TASS",
    .byline = "TASS",
    .lang = "en",
    .published = "2023-11-23",
    .blocks = "p " FIRST "\n",
  },
  { "no-headline", FIRST "\n\n" SECOND, .lang = "en", .blocks = "p " FIRST "\np " SECOND "\n" },
  { "one-word", "Water", .blocks = "p Water\n" },
  { "one-line", "Ministers agree on water plan", .lang = "en", .blocks = "p Ministers agree on water plan\n" },
  { "two-short-lines", "Water\nFire", .blocks = "p Water\np Fire\n" },
  { "only-a-dateline", "MOSCOW, November 23, 2023. /TASS/.", .place = "MOSCOW", .agency = "TASS", .published = "2023-11-23",
    .blocks = "" },
  { "signs", "* * *\n\n---\n\n>\n\n- \n\n#", .blocks = "p * * *\np ---\np -\np #\n" },
  { "dialogue", "— Will they come?\n— They will, said the host, and went to open the door.", .lang = "en",
    .blocks = "p — Will they come?\np — They will, said the host, and went to open the door.\n" },
  { "tabs-and-spaces", "  Water\t\tand   fire.  \n\t\n", .blocks = "p Water and fire.\n" },
  { "divided-word", "The ministers of all the five countries met for two days in the inter-\nnational hall, where the river "
    "is seen from every window and door, and\nthey agreed on nothing.", .lang = "en",
    .blocks = "p The ministers of all the five countries met for two days in the inter-national hall, where the river is seen "
    "from every window and door, and they agreed on nothing.\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *text_case = data;
  ChanceryImportDetails details;
  g_autoptr (ChanceryArticle) article = import (text_case->text, &details);
  g_autofree char *published = chancery_date_to_string (chancery_article_get_published (article));
  g_autofree char *blocks = describe_blocks (article);

  g_assert_cmpstr (chancery_article_get_section (article), ==, text_case->section);
  g_assert_cmpstr (chancery_article_get_kicker (article), ==, text_case->kicker);
  g_assert_cmpstr (chancery_article_get_headline (article), ==, text_case->headline);
  g_assert_cmpstr (chancery_article_get_standfirst (article), ==, text_case->standfirst);
  g_assert_cmpstr (chancery_article_get_place (article), ==, text_case->place);
  g_assert_cmpstr (chancery_article_get_agency (article), ==, text_case->agency);
  g_assert_cmpstr (chancery_article_get_byline (article), ==, text_case->byline);
  g_assert_cmpstr (chancery_article_get_lang (article), ==, text_case->lang);
  g_assert_cmpstr (published, ==, text_case->published);
  g_assert_true (chancery_article_get_published_guessed (article) == text_case->guessed);
  g_assert_cmpstr (blocks, ==, text_case->blocks);
  g_assert_cmpstr (details.format, ==, "plain-text");
  g_assert_cmpstr (details.encoding, ==, "UTF-8");
}

static void
test_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", "csto-preview.txt", NULL);
  g_autofree char *text = NULL;
  g_autofree char *published = NULL;
  g_autofree char *again = NULL;
  g_autoptr (ChanceryArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryImportDetails details;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  article = import (text, &details);

  g_assert_cmpstr (chancery_article_get_section (article), ==, "All news");
  g_assert_cmpstr (chancery_article_get_kicker (article), ==, "PREVIEW");
  g_assert_cmpstr (chancery_article_get_headline (article), ==, "CSTO leaders to gather in Minsk without Armenian PM");
  g_assert_true (g_str_has_prefix (chancery_article_get_standfirst (article), "According to the Kremlin press service"));
  g_assert_true (g_str_has_suffix (chancery_article_get_standfirst (article), "international and regional problems\""));
  g_assert_cmpstr (chancery_article_get_place (article), ==, "MOSCOW");
  g_assert_cmpstr (chancery_article_get_agency (article), ==, "TASS");
  g_assert_null (chancery_article_get_byline (article));
  g_assert_cmpstr (chancery_article_get_lang (article), ==, "en");
  published = chancery_date_to_string (chancery_article_get_published (article));
  g_assert_cmpstr (published, ==, "2023-11-23");
  g_assert_true (chancery_article_get_published_guessed (article));

  g_assert_cmpuint (chancery_article_get_n_blocks (article), ==, 9);
  for (guint i = 0; i < 9; i++)
    g_assert_cmpint (chancery_article_get_block (article, i)->kind, ==, CHANCERY_BLOCK_KIND_PARAGRAPH);
  g_assert_true (g_str_has_prefix (chancery_article_get_text (article),
                                   "Leaders of the CSTO (Collective Security Treaty Organization, a Russia-led security bloc)"));
  again = g_strconcat (chancery_article_get_standfirst (article), NULL);
  again[strlen (again) - 1] = '\0';
  g_assert_true (g_str_has_prefix (chancery_article_get_block (article, 1)->text, again));
  g_assert_true (g_str_has_suffix (chancery_article_get_block (article, 1)->text, "problems.\""));
}

static const char * const lines[] = {
  "All news", "World", "PREVIEW: River states to gather", "EXCLUSIVE", "UPDATE 2-Ministers agree on plan",
  "By Anna Keller", "Par Jeanne Moreau", "Автор: Иван Петров", "According to the host, the agenda will include questions of water",
  "MOSCOW, November 23. /TASS/. " FIRST, "PARIS, Nov 3 (Reuters) - " SECOND, "BERLIN (dpa) - Fünf Länder teilen den Fluss.",
  "МОСКВА, 23 ноября. /ТАСС/. Министры договорились.", "القاهرة 3 نوفمبر (رويترز) - اتفق الوزراء.",
  "新华社北京11月23日电 部长同意分享河水。", FIRST, SECOND, "- a point", "• another point", "1. first", "2) second", "> quoted",
  "> > twice quoted", "# Title", "## Part", "-----", "=====", "* * *", "Share", "Read also: more", "Tags: water, ice",
  "Министры пяти стран договорились о воде.", "short", "a", "—", "", "", "", "\t", "   indented words",
  "lower case begins this line and it is about as long as others are here", "so that texts look wrapped by hand, or by a mail program",
  "Café — naïve", "(c) nobody", "\"Quoted,\" he said.", "Home > World", "23", "Peace talks", "NATO — the alliance",
};

static void
count_letters (const char *text,
               GHashTable *counts,
               int         sign)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        g_hash_table_insert (counts, GUINT_TO_POINTER (c),
                             GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, GUINT_TO_POINTER (c))) + sign));
    }
}

/* What the importer turns into something else than text: days, the marks of bylines, Chinese "report", doubles. */
static gboolean
may_be_lost (gunichar    c,
             const char *text)
{
  static const char turned[] = "November Nov Novembre ноября نوفمبر 月日电 By Par Автор";

  return g_utf8_strchr (turned, -1, c) != NULL;
}

/* The canonical text is the blocks, and whatever the order of lines, no letter is lost. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (guint round = 0; round < 800; round++)
    {
      g_autoptr (GString) text = g_string_new ("x\n");
      g_autoptr (GString) joined = g_string_new (NULL);
      g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
      g_autoptr (ChanceryArticle) article = NULL;
      gboolean used[G_N_ELEMENTS (lines)] = { FALSE, };
      guint n_lines = (guint) g_rand_int_range (rand, 1, 25);
      GHashTableIter iter;
      gpointer key, value;

      for (guint i = 0; i < n_lines; i++)
        {
          gsize line = (gsize) g_rand_int_range (rand, 0, G_N_ELEMENTS (lines));

          if (used[line])
            continue;
          used[line] = *lines[line] != '\0';
          g_string_append (text, lines[line]);
          g_string_append (text, g_rand_boolean (rand) ? "\n" : "\n\n");
        }

      article = import (text->str, NULL);
      for (guint i = 0; i < chancery_article_get_n_blocks (article); i++)
        {
          const ChanceryBlock *block = chancery_article_get_block (article, i);

          g_assert_null (strchr (block->text, '\n'));
          g_assert_cmpuint (joined->len + (i > 0), ==, chancery_article_get_block_start_bytes (article, i));
          if (i > 0)
            g_string_append_c (joined, '\n');
          g_string_append (joined, block->text);
        }
      g_assert_cmpstr (joined->str, ==, chancery_article_get_text (article));

      count_letters (text->str, counts, 1);
      count_letters (joined->str, counts, -1);
      count_letters (chancery_article_get_section (article), counts, -1);
      count_letters (chancery_article_get_kicker (article), counts, -1);
      count_letters (chancery_article_get_headline (article), counts, -1);
      count_letters (chancery_article_get_standfirst (article), counts, -1);
      count_letters (chancery_article_get_place (article), counts, -1);
      count_letters (chancery_article_get_agency (article), counts, -1);
      count_letters (chancery_article_get_byline (article), counts, -1);
      g_hash_table_iter_init (&iter, counts);
      while (g_hash_table_iter_next (&iter, &key, &value))
        if (!may_be_lost (GPOINTER_TO_UINT (key), text->str) && GPOINTER_TO_INT (value) != 0)
          {
            g_autofree char *blocks = describe_blocks (article);

            g_test_message ("U+%04X is lost or doubled in:\n%s\n=>\n%s", GPOINTER_TO_UINT (key), text->str, blocks);
            g_test_fail ();
            return;
          }
    }
}

/* A text of more blocks than are wanted keeps all its words. */
static void
test_many_blocks (void)
{
  guint n_lines = 250000, n_letters = 0;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ChanceryArticle) article = NULL;

  for (guint i = 0; i < n_lines; i++)
    g_string_append (text, "Water.\n\n");
  article = import (text->str, NULL);

  g_assert_cmpuint (chancery_article_get_n_blocks (article), <, 150000);
  for (const char *p = chancery_article_get_text (article); *p != '\0'; p++)
    n_letters += g_ascii_isalpha (*p);
  g_assert_cmpuint (n_letters, ==, n_lines * strlen ("Water"));
}

typedef struct
{
  const char *name;
  const char *unit;
  guint n_units;
} HostileCase;

static const HostileCase hostile_cases[] = {
  { "blank-lines", "\n", 200000 },
  { "one-line", "word ", 100000 },
  { "one-word", "a", 200000 },
  { "quotation-marks", ">", 200000 },
  { "spaced-quotation-marks", "> ", 125000 },
  { "hashes", "#", 200000 },
  { "brackets", "(", 200000 },
  { "dashes", "- ", 125000 },
  { "digits", "1", 200000 },
  { "numbers", "1. ", 87500 },
  { "years", "In 2020 it will be. ", 12500 },
  { "marks", "\xcc\x81", 62500 },
  { "two-marks", "\xcc\x81\xcc\xa3", 62500 },
  { "soft-hyphens", "\xc2\xad\n", 62500 },
  { "capitals", "MOSCOW ", 37500 },
  { "datelines", "MOSCOW, November 23. /TASS/. ", 12500 },
  { "dateline-lines", "MOSCOW, November 23. /TASS/.\n\n", 6250 },
  { "underlines", "a\n===\n", 25000 },
};

/* Texts on which a careless importer takes time by the square. The test's time limit is what catches it. */
static void
test_hostile (gconstpointer data)
{
  const HostileCase *hostile_case = data;
  g_autoptr (GString) text = g_string_new ("x");
  g_autoptr (ChanceryArticle) article = NULL;

  for (guint i = 0; i < hostile_case->n_units; i++)
    g_string_append (text, hostile_case->unit);
  article = import (text->str, NULL);
  g_assert_cmpuint (chancery_article_get_length_bytes (article), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plain-text/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plain-text/hostile/%s", hostile_cases[i].name);

      g_test_add_data_func (path, &hostile_cases[i], test_hostile);
    }
  g_test_add_func ("/plain-text/sample", test_sample);
  g_test_add_func ("/plain-text/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/plain-text/many-blocks", test_many_blocks);

  return g_test_run ();
}
