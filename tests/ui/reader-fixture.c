/* reader-fixture.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reader-fixture.h"

#include <stdlib.h>
#include <string.h>

/* Texts written for these tests, about nothing that happened. */

typedef struct
{
  ChanceryBlockKind kind;
  guint level;
  const char *text;
} Block;

static const Block english[] = {
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "The heads of the member states gather in Minsk today. The Armenian prime minister is not among them: he told "
    "his host in advance that he would not come, and his ministers had already missed the meetings that prepared the "
    "summit." },
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "Moscow describes the organisation as purely defensive and a threat to nobody, and says that two divisions of "
    "air-defence systems have been delivered to Tajikistan as a part of the common system." },
  { CHANCERY_BLOCK_KIND_QUOTATION, 1,
    "“Nobody is made to stay, and nobody is made to leave,” the secretary-general said. “An empty chair is a position "
    "as well, and we have taken note of it.”" },
  { CHANCERY_BLOCK_KIND_HEADING, 2, "What is on the table" },
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "The agenda has three parts, of which the delegations expect to settle two before dinner:" },
  { CHANCERY_BLOCK_KIND_LIST_ITEM, 1, "a common list of equipment, with Kazakhstan as its keeper for the next two years;" },
  { CHANCERY_BLOCK_KIND_LIST_ITEM, 1,
    "the programme for the border between Tajikistan and its southern neighbour, which has been on the agenda since "
    "2013 and has been put off four times;" },
  { CHANCERY_BLOCK_KIND_LIST_ITEM, 1, "the budget, which Kyrgyzstan asks to be lower." },
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "Yerevan has recalled its ambassador to the organisation, but says that it does not plan to leave and goes on "
    "working on the text of an observer mission. Belarus, which holds the presidency, has kept the chair at the table "
    "and the flag on its pole." },
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "Officials in Astana were careful to sound neither pleased nor worried. A café across the square from the palace "
    "offered a dish for each delegation, the Armenian one included; by noon it had sold out of that one alone." },
  { CHANCERY_BLOCK_KIND_HEADING, 2, "What comes next" },
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "The presidency passes to Kazakhstan in 2024. Russia has said that it will propose a meeting of the defence "
    "ministers in the spring, and that the invitation will go to all six capitals, Yerevan among them." },
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "Those who have followed the organisation for long are in no hurry to draw conclusions. It has lived through the "
    "departure of three states in 1999 and the return of one in 2006; that one, Uzbekistan, left again six years "
    "later. What it has never had is a member that neither comes nor goes." },
};

static const Block arabic[] = {
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "يجتمع رؤساء الدول الأعضاء اليوم في مينسك. ولم يحضر رئيس وزراء أرمينيا الاجتماع، وكان قد أبلغ مضيفه مسبقًا بأنه لن "
    "يأتي، كما غاب وزراؤه عن اللقاءات التي سبقت القمة." },
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "CSTO منظمة دفاعية بحسب موسكو ولا تهدد أحدًا، وقد سُلّمت فرقتان من أنظمة الدفاع الجوي (S-300) إلى طاجيكستان في عام "
    "2023 في إطار النظام المشترك." },
  { CHANCERY_BLOCK_KIND_QUOTATION, 1, "«لا أحد يُجبر على البقاء، ولا أحد يُجبر على الرحيل»، كما قال الأمين العام." },
  { CHANCERY_BLOCK_KIND_HEADING, 2, "ما هو مطروح" },
  { CHANCERY_BLOCK_KIND_LIST_ITEM, 1, "قائمة مشتركة للمعدات، على أن تحتفظ بها كازاخستان في العامين المقبلين؛" },
  { CHANCERY_BLOCK_KIND_LIST_ITEM, 1, "الميزانية، التي تطلب قيرغيزستان خفضها." },
  { CHANCERY_BLOCK_KIND_PARAGRAPH, 0,
    "واستدعت يريفان سفيرها لدى المنظمة، لكنها تقول إنها لا تنوي الانسحاب منها. وتنتقل الرئاسة إلى كازاخستان في عام 2024." },
};

static const struct
{
  const char *word;
  const char *iso;
  ChanceryMentionKind kind;
} words[] = {
  { "Armenian", "AM", CHANCERY_MENTION_KIND_DEMONYM },    { "Yerevan", "AM", CHANCERY_MENTION_KIND_CAPITAL },
  { "Belarus", "BY", CHANCERY_MENTION_KIND_NAME },        { "Minsk", "BY", CHANCERY_MENTION_KIND_CAPITAL },
  { "Moscow", "RU", CHANCERY_MENTION_KIND_CAPITAL },      { "Russia", "RU", CHANCERY_MENTION_KIND_NAME },
  { "Tajikistan", "TJ", CHANCERY_MENTION_KIND_NAME },     { "Kazakhstan", "KZ", CHANCERY_MENTION_KIND_NAME },
  { "Astana", "KZ", CHANCERY_MENTION_KIND_CAPITAL },      { "Kyrgyzstan", "KG", CHANCERY_MENTION_KIND_NAME },
  { "Uzbekistan", "UZ", CHANCERY_MENTION_KIND_NAME },     { "مينسك", "BY", CHANCERY_MENTION_KIND_CAPITAL },
  { "أرمينيا", "AM", CHANCERY_MENTION_KIND_NAME },        { "موسكو", "RU", CHANCERY_MENTION_KIND_CAPITAL },
  { "طاجيكستان", "TJ", CHANCERY_MENTION_KIND_NAME },      { "كازاخستان", "KZ", CHANCERY_MENTION_KIND_NAME },
  { "قيرغيزستان", "KG", CHANCERY_MENTION_KIND_NAME },     { "يريفان", "AM", CHANCERY_MENTION_KIND_CAPITAL },
};

static GPtrArray *
make_blocks (const Block *blocks,
             gsize        n_blocks)
{
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  for (gsize i = 0; i < n_blocks; i++)
    g_ptr_array_add (array, chancery_block_new (blocks[i].kind, blocks[i].level, blocks[i].text));

  return array;
}

ChanceryArticle *
reader_fixture_article (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks (english, G_N_ELEMENTS (english));

  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = "3a1c7c1c-4be4-4b62-a5d8-0a8b6f3fdc10",
    .kicker = "PREVIEW",
    .headline = "Summit in Minsk opens with one seat empty",
    .standfirst = "Five of six leaders meet; the agenda is collective security, and the question is the one who "
                  "stayed at home.",
    .place = "Moscow",
    .agency = "Agency report",
    .lang = "en",
    .source = "Example News",
    .published = { 2023, 11, 23 },
    .published_guessed = TRUE,
    .blocks = blocks,
  });
}

ChanceryArticle *
reader_fixture_arabic_article (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks (arabic, G_N_ELEMENTS (arabic));

  return chancery_article_new (&(ChanceryArticleFields) {
    .uid = "7d0f2f3c-24b1-4a70-9d5c-0e8d64a3c1f2",
    .kicker = "تقرير",
    .headline = "قمة مينسك تبدأ بمقعد شاغر",
    .standfirst = "خمسة من ستة قادة يجتمعون لبحث الأمن الجماعي.",
    .place = "موسكو",
    .agency = "وكالة",
    .lang = "ar",
    .published = { 2023, 11, 23 },
    .blocks = blocks,
  });
}

ChanceryArticle *
reader_fixture_plain_article (const char * const *paragraphs)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) chancery_block_free);

  for (gsize i = 0; paragraphs[i] != NULL; i++)
    g_ptr_array_add (blocks, chancery_block_new (CHANCERY_BLOCK_KIND_PARAGRAPH, 0, paragraphs[i]));

  return chancery_article_new (&(ChanceryArticleFields) { .headline = "A headline", .blocks = blocks });
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const ChanceryMention *left = a;
  const ChanceryMention *right = b;

  return left->start_bytes < right->start_bytes ? -1 : left->start_bytes > right->start_bytes;
}

GArray *
reader_fixture_mentions (ChanceryArticle *article)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (ChanceryMention));
  const char *text = chancery_article_get_text (article);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *p = strstr (text, words[i].word); p != NULL; p = strstr (p + 1, words[i].word))
      {
        ChanceryMention mention = {
          .start_bytes = (gsize) (p - text),
          .end_bytes = (gsize) (p - text) + strlen (words[i].word),
          .kind = words[i].kind,
        };

        g_strlcpy (mention.iso, words[i].iso, sizeof mention.iso);
        g_array_append_val (mentions, mention);
      }
  g_array_sort (mentions, compare_mentions);

  return mentions;
}

ChanceryNote *
reader_fixture_note (ChanceryArticle *article,
                     const char      *quote,
                     ChanceryColour   colour,
                     const char      *body)
{
  const char *text = chancery_article_get_text (article);
  const char *found = strstr (text, quote);
  g_autoptr (ChancerySelector) selector = NULL;

  g_assert_nonnull (found);
  selector = chancery_selector_new_for_span (text, (gsize) (found - text), (gsize) (found - text) + strlen (quote));

  return chancery_note_new (&(ChanceryNoteFields) {
    .article_uid = chancery_article_get_uid (article),
    .selector = selector,
    .body = body,
    .colour = colour,
  });
}

GListModel *
reader_fixture_notes (ChanceryArticle *article)
{
  static const struct
  {
    const char *quote;
    ChanceryColour colour;
    const char *body;
  } notes[] = {
    { "he told his host in advance that he would not come", CHANCERY_COLOUR_YELLOW, "Second summit missed? Check 2022." },
    { "purely defensive and a threat to nobody", CHANCERY_COLOUR_BLUE, "Indirect; relayed by the agency." },
    { "a threat to nobody, and says that two divisions", CHANCERY_COLOUR_ORANGE, NULL },
    { "An empty chair is a position as well", CHANCERY_COLOUR_PURPLE, NULL },
    { "put off four times", CHANCERY_COLOUR_PINK, "Count them." },
    { "but says that it does not plan to leave", CHANCERY_COLOUR_GREEN, "Compare with February 2024." },
    { "careful to sound neither pleased nor worried", CHANCERY_COLOUR_TEAL, NULL },
    { "in 2024", CHANCERY_COLOUR_PINK, "Presidency." },
    { "It has lived through the departure of three states in 1999 and the return of one in 2006", CHANCERY_COLOUR_GREY, NULL },
    { "لن يأتي، كما غاب وزراؤه", CHANCERY_COLOUR_YELLOW, "Note" },
    { "فرقتان من أنظمة الدفاع الجوي (S-300) إلى طاجيكستان في عام 2023", CHANCERY_COLOUR_BLUE, NULL },
    { "لكنها تقول إنها لا تنوي الانسحاب", CHANCERY_COLOUR_GREEN, NULL },
  };
  GListStore *store = g_list_store_new (CHANCERY_TYPE_NOTE);

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    if (strstr (chancery_article_get_text (article), notes[i].quote) != NULL)
      {
        g_autoptr (ChanceryNote) note = reader_fixture_note (article, notes[i].quote, notes[i].colour, notes[i].body);

        g_list_store_append (store, note);
      }

  return G_LIST_MODEL (store);
}
