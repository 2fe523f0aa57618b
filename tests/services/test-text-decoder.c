/* test-text-decoder.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "import/chancery-text-decoder.h"

#define ENGLISH_SHORT "The minister’s café opened “today” — at last."
#define ENGLISH_LONG \
  "The ministers met for two days in the old town hall and, to everybody’s surprise, signed the plan. " \
  "“We did not expect this,” said one of them, an elderly man who had come by train. The paper — four pages " \
  "long — names no dates, but the delegates spoke of the spring. Nobody had asked the café’s owner, who served " \
  "coffee until midnight and kept the signed menu."
#define RUSSIAN_SHORT "Вода в реке"
#define RUSSIAN_LONG \
  "Министры пяти стран два дня совещались в старой ратуше и ко всеобщему удивлению подписали соглашение. " \
  "«Мы этого не ждали», — сказал один из них, пожилой человек, который приехал поездом. Документ занимает " \
  "четыре страницы; сроки в нём не названы, однако делегаты говорили о весне. Съезд объявили открытым."
#define UKRAINIAN_SHORT "Річка і її вода"
#define UKRAINIAN_LONG \
  "Міністри п’яти країн два дні радилися у старій ратуші й, на загальний подив, підписали угоду. «Ми цього не " \
  "чекали», — сказав один із них, літній чоловік, який приїхав потягом. Документ має чотири сторінки; строків у " \
  "ньому не названо, проте делегати говорили про весну. Ґанок ратуші був прикрашений квітами, її двері відчинені."
#define FRENCH_SHORT "L’été à Orléans"
#define FRENCH_LONG \
  "Les ministres de cinq pays se sont réunis deux jours durant dans le vieil hôtel de ville et, à la surprise " \
  "générale, ont signé l’accord. « Nous n’y comptions pas », a avoué l’un d’eux, un homme âgé venu en train. Le " \
  "document ne fixe aucune échéance, mais les délégués évoquaient déjà le printemps. Où ? Nul ne le sait."
#define GERMAN_SHORT "Die Brücke ist schön"
#define GERMAN_LONG \
  "Die Minister von fünf Ländern berieten zwei Tage lang im alten Rathaus und unterschrieben zu aller Überraschung " \
  "den Vertrag. „Das hätten wir nicht erwartet“, sagte einer von ihnen, ein älterer Herr, der mit dem Zug angereist " \
  "war. Das Schriftstück umfasst vier Seiten, nennt aber keine Fristen; die Gäste sprachen vom Frühjahr."
#define SPANISH_SHORT "El niño y el río"
#define SPANISH_LONG \
  "Los ministros de cinco países deliberaron durante dos días en el antiguo ayuntamiento y, para sorpresa de todos, " \
  "firmaron el acuerdo. «No lo esperábamos», confesó uno de ellos, un señor mayor que había llegado en tren. ¿Cuándo " \
  "entrará en vigor? El documento no fija plazos, pero las delegaciones hablaban ya de la próxima primavera."
#define TURKISH_LONG \
  "Beş ülkenin bakanları eski belediye binasında iki gün görüştü ve herkesi şaşırtarak anlaşmayı imzaladı. Belge dört " \
  "sayfadan oluşuyor; içinde süre belirtilmiyor, ancak heyetler ilkbahardan söz ediyordu. Yağmur öğleden sonra dindi."
#define POLISH_LONG \
  "Ministrowie pięciu krajów obradowali dwa dni w starym ratuszu i ku powszechnemu zdziwieniu podpisali umowę. " \
  "Dokument liczy cztery strony; nie określa terminów, lecz delegaci mówili już o wiośnie. Żaden się nie spóźnił."
#define ARABIC_LONG \
  "اجتمع وزراء خمس دول يومين في دار البلدية القديمة ووقعوا الاتفاق وسط دهشة الجميع. تقع الوثيقة في أربع صفحات ولا " \
  "تحدد مواعيد، غير أن المندوبين تحدثوا عن الربيع المقبل."
#define CHINESE_LONG \
  "五个国家的部长在老市政厅开了两天会，出人意料地签署了协议。文件共四页，没有规定期限，但是代表们都谈到了春天。"

typedef struct
{
  const char *name;
  const char *text;
  const char *iconv;
  const char *encoding;
} EncodingCase;

static const EncodingCase encoding_cases[] = {
  { "english/short/windows-1252", ENGLISH_SHORT, "WINDOWS-1252", "windows-1252" },
  { "english/long/windows-1252", ENGLISH_LONG, "WINDOWS-1252", "windows-1252" },
  { "english/long/utf-16le", ENGLISH_LONG, "UTF-16LE", "UTF-16LE" },
  { "english/long/utf-16be", ENGLISH_LONG, "UTF-16BE", "UTF-16BE" },
  { "russian/short/windows-1251", RUSSIAN_SHORT, "WINDOWS-1251", "windows-1251" },
  { "russian/long/windows-1251", RUSSIAN_LONG, "WINDOWS-1251", "windows-1251" },
  { "russian/short/koi8-r", RUSSIAN_SHORT, "KOI8-R", "KOI8-R" },
  { "russian/short/iso-8859-5", RUSSIAN_SHORT, "ISO-8859-5", "ISO-8859-5" },
  { "russian/short/ibm866", RUSSIAN_SHORT, "CP866", "IBM866" },
  { "russian/short/utf-16le", RUSSIAN_SHORT, "UTF-16LE", "UTF-16LE" },
  { "russian/short/utf-16be", RUSSIAN_SHORT, "UTF-16BE", "UTF-16BE" },
  { "russian/long/mac", RUSSIAN_LONG, "MAC-CYRILLIC", "x-mac-cyrillic" },
  { "russian/long/utf-16le", RUSSIAN_LONG, "UTF-16LE", "UTF-16LE" },
  { "russian/word/windows-1251", "Минск", "WINDOWS-1251", "windows-1251" },
  { "russian/word/koi8-r", "Минск", "KOI8-R", "KOI8-R" },
  { "russian/three-letters/windows-1251", "Йод", "WINDOWS-1251", "windows-1251" },
  { "russian/three-letters/koi8-r", "Сон", "KOI8-R", "KOI8-R" },
  { "russian/three-letters/iso-8859-5", "Лёд", "ISO-8859-5", "ISO-8859-5" },
  { "russian/capitals/windows-1251", "МИНСК, РОССИЯ", "WINDOWS-1251", "windows-1251" },
  { "russian/capitals/koi8-r", "МИНСК, РОССИЯ", "KOI8-R", "KOI8-R" },
  { "russian/in-english/windows-1251", "The word Союз is Russian.", "WINDOWS-1251", "windows-1251" },
  { "french/word/windows-1252", "Élysée", "WINDOWS-1252", "windows-1252" },
  { "german/word/windows-1252", "Köln", "WINDOWS-1252", "windows-1252" },
  { "spanish/word/windows-1252", "España", "WINDOWS-1252", "windows-1252" },
  { "english/signs/windows-1252", "£5 – 10 % of it • “all”…", "WINDOWS-1252", "windows-1252" },
  { "ukrainian/short/windows-1251", UKRAINIAN_SHORT, "WINDOWS-1251", "windows-1251" },
  { "ukrainian/long/windows-1251", UKRAINIAN_LONG, "WINDOWS-1251", "windows-1251" },
  { "ukrainian/short/koi8-u", UKRAINIAN_SHORT, "KOI8-U", "KOI8-U" },
  { "ukrainian/short/utf-16le", UKRAINIAN_SHORT, "UTF-16LE", "UTF-16LE" },
  { "french/short/windows-1252", FRENCH_SHORT, "WINDOWS-1252", "windows-1252" },
  { "french/long/windows-1252", FRENCH_LONG, "WINDOWS-1252", "windows-1252" },
  { "french/long/utf-16be", FRENCH_LONG, "UTF-16BE", "UTF-16BE" },
  { "german/short/windows-1252", GERMAN_SHORT, "WINDOWS-1252", "windows-1252" },
  { "german/long/windows-1252", GERMAN_LONG, "WINDOWS-1252", "windows-1252" },
  { "spanish/short/windows-1252", SPANISH_SHORT, "WINDOWS-1252", "windows-1252" },
  { "spanish/long/windows-1252", SPANISH_LONG, "WINDOWS-1252", "windows-1252" },
  { "turkish/long/windows-1254", TURKISH_LONG, "WINDOWS-1254", "windows-1254" },
  { "polish/long/windows-1250", POLISH_LONG, "WINDOWS-1250", "windows-1250" },
  { "arabic/long/windows-1256", ARABIC_LONG, "WINDOWS-1256", "windows-1256" },
  { "chinese/long/gb18030", CHINESE_LONG, "GB18030", "GB18030" },
  { "chinese/long/utf-8", CHINESE_LONG, "UTF-8", "UTF-8" },
  { "arabic/long/utf-8", ARABIC_LONG, "UTF-8", "UTF-8" },
  { "ascii", "Plain words.", "UTF-8", "UTF-8" },
};

static void
test_encoding (gconstpointer data)
{
  const EncodingCase *encoding_case = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  const char *encoding;
  char *converted;
  gsize converted_bytes, length_bytes;

  converted = g_convert (encoding_case->text, -1, encoding_case->iconv, "UTF-8", NULL, &converted_bytes, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (converted, converted_bytes);

  text = chancery_text_decode (bytes, &length_bytes, &encoding, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, encoding_case->text);
  g_assert_cmpstr (encoding, ==, encoding_case->encoding);
  g_assert_cmpuint (length_bytes, ==, strlen (text));
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize n_bytes;
  const char *text;
  const char *encoding;
} BytesCase;

#define BYTES(literal) literal, sizeof (literal) - 1

static const BytesCase bytes_cases[] = {
  { "utf-8-mark", BYTES ("\xef\xbb\xbf" "caf\xc3\xa9"), "café", "UTF-8" },
  { "utf-16le-mark", BYTES ("\xff\xfe" "c\0a\0f\0\xe9\0"), "café", "UTF-16LE" },
  { "utf-16be-mark", BYTES ("\xfe\xff" "\0c\0a\0f\0\xe9"), "café", "UTF-16BE" },
  { "utf-16be-surrogates", BYTES ("\xfe\xff\0a\xd8\x3d\xde\x00\0b"), "a😀b", "UTF-16BE" },
  { "utf-32le-mark", BYTES ("\xff\xfe\0\0" "a\0\0\0\x00\xf6\x01\0"), "a😀", "UTF-32LE" },
  { "utf-32be-mark", BYTES ("\0\0\xfe\xff" "\0\0\0a\0\0\x04\x10"), "aА", "UTF-32BE" },
  { "utf-16-odd-end", BYTES ("\xff\xfe" "a\0b\0c\0d\0e\0f\0g"), "abcdef\xef\xbf\xbd", "UTF-16LE" },
  { "utf-8-cut-at-the-end", BYTES ("Москва, вода, рек\xd0"), "Москва, вода, рек\xef\xbf\xbd", "UTF-8" },
  { "utf-8-one-bad-byte", BYTES ("Вода в реке поднялась за ночь \xff и утром спала."),
    "Вода в реке поднялась за ночь \xef\xbf\xbd и утром спала.", "UTF-8" },
  { "line-ends", BYTES ("a\r\nb\rc\nd\xc2\x85" "e\xe2\x80\xa8" "f\xe2\x80\xa9g\x0ch\x0bi"), "a\nb\nc\nd\ne\nf\n\ng\n\nh\ni",
    "UTF-8" },
  { "soft-hyphens", BYTES ("inter\xc2\xad" "national co\xc2\xad\nunt\xc2\xad\r\nry"), "international country", "UTF-8" },
  { "zero-width", BYTES ("a\xe2\x80\x8b" "b\xef\xbb\xbf" "c\xe2\x81\xa0" "d\xe2\x80\x8c" "e\xe2\x80\x8d"), "abcde", "UTF-8" },
  { "joiner-in-persian", BYTES ("می\xe2\x80\x8cشود"), "می\xe2\x80\x8cشود", "UTF-8" },
  { "joiner-in-emoji", BYTES ("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80"), "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80", "UTF-8" },
  { "decomposed", BYTES ("cafe\xcc\x81 и\xcc\x86"), "café й", "UTF-8" },
  { "singletons", BYTES ("\xe2\x84\xab \xe2\x84\xa6"), "Å Ω", "UTF-8" },
  { "ctrl-z-at-the-end", BYTES ("last line\x1a"), "last line", "UTF-8" },
  { "latin-1-controls", BYTES ("It\xc2\x92s \xc2\x93so\xc2\x94"), "It’s “so”", "UTF-8" },
  { "no-break-space-kept", BYTES ("« so »"), "« so »", "UTF-8" },
};

static void
test_bytes (gconstpointer data)
{
  const BytesCase *bytes_case = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (bytes_case->bytes, bytes_case->n_bytes);
  const char *encoding;
  g_autofree char *text = chancery_text_decode (bytes, NULL, &encoding, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, bytes_case->text);
  g_assert_cmpstr (encoding, ==, bytes_case->encoding);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize n_bytes;
  ChanceryImportError code;
} RefusalCase;

static const RefusalCase refusal_cases[] = {
  { "nothing", BYTES (""), CHANCERY_IMPORT_ERROR_EMPTY },
  { "white-space", BYTES (" \t\r\n\xc2\xa0\xe3\x80\x80\n"), CHANCERY_IMPORT_ERROR_EMPTY },
  { "invisible", BYTES ("\xef\xbb\xbf\xe2\x80\x8b\n"), CHANCERY_IMPORT_ERROR_EMPTY },
  { "utf-16-mark-alone", BYTES ("\xff\xfe"), CHANCERY_IMPORT_ERROR_EMPTY },
  { "ctrl-z-alone", BYTES ("\x1a"), CHANCERY_IMPORT_ERROR_EMPTY },
  { "zero-byte", BYTES ("some words\0and others"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "zero-bytes-alone", BYTES ("\0\0\0\0"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "zip", BYTES ("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xdf\xa4\xd2lZ\x01\0\0"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "elf", BYTES ("\x7f" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "gzip", BYTES ("\x1f\x8b\x08\x08\xa7\x9e\x1c\x65\x02\x03" "a.txt"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "bell", BYTES ("ring the \a bell"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "escape", BYTES ("\x1b[1mbold\x1b[0m"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "delete", BYTES ("words\x7f"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "unassigned-control", BYTES ("words \xc2\x81 words"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "utf-16-noise", BYTES ("\xff\xfe\x00\xd8\x01\xd8\x02\xd8\x03\xd8\x04\xd8\x05\xd8"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
  { "utf-16-control", BYTES ("\xff\xfe" "a\0\x07\0b\0"), CHANCERY_IMPORT_ERROR_NOT_TEXT },
};

static void
assert_sentence (const char *message)
{
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_true (g_str_has_suffix (message, "."));
  g_assert_true (g_ascii_isupper (message[0]));
}

static void
test_refusal (gconstpointer data)
{
  const RefusalCase *refusal_case = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (refusal_case->bytes, refusal_case->n_bytes);
  g_autofree char *text = chancery_text_decode (bytes, NULL, NULL, &error);

  g_assert_null (text);
  g_assert_error (error, CHANCERY_IMPORT_ERROR, (gint) refusal_case->code);
  assert_sentence (error->message);
}

static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 50; round++)
    {
      guchar noise[400];
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      for (gsize i = 0; i < sizeof noise; i++)
        noise[i] = (guchar) g_rand_int_range (rand, 0x80, 0x100);
      bytes = g_bytes_new (noise, sizeof noise);
      text = chancery_text_decode (bytes, NULL, NULL, &error);
      g_assert_null (text);
      g_assert_error (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_NOT_TEXT);
    }
}

static void
test_too_large (void)
{
  gsize size = CHANCERY_IMPORT_MAX_BYTES + 1;
  char *data = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  memset (data, 'a', size);
  bytes = g_bytes_new_take (data, size);
  text = chancery_text_decode (bytes, NULL, NULL, &error);
  g_assert_null (text);
  g_assert_error (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_TOO_LARGE);
  assert_sentence (error->message);
}

/* Every part of the long texts that is long enough comes back as it was, in every encoding that has its letters. */
static void
test_round_trips (void)
{
  static const struct
  {
    const char *text;
    const char *encodings[5];
  } cases[] = {
    { RUSSIAN_LONG, { "WINDOWS-1251", "UTF-16LE", "UTF-16BE", "UTF-8", NULL } },
    { UKRAINIAN_LONG, { "WINDOWS-1251", "UTF-16LE", "UTF-8", NULL } },
    { FRENCH_LONG, { "WINDOWS-1252", "UTF-16BE", "UTF-8", NULL } },
    { GERMAN_LONG, { "WINDOWS-1252", "UTF-16LE", "UTF-8", NULL } },
    { SPANISH_LONG, { "WINDOWS-1252", "UTF-16LE", "UTF-8", NULL } },
    { ENGLISH_LONG, { "WINDOWS-1252", "UTF-16LE", "UTF-8", NULL } },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize e = 0; cases[i].encodings[e] != NULL; e++)
      for (guint round = 0; round < 40; round++)
        {
          glong n_chars = g_utf8_strlen (cases[i].text, -1);
          glong length = g_rand_int_range (rand, 80, 160);
          glong start = g_rand_int_range (rand, 0, (gint32) (n_chars - length));
          g_autofree char *part = g_utf8_substring (cases[i].text, start, start + length);
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = NULL;
          g_autofree char *text = NULL;
          gsize n_bytes;
          char *converted = g_convert (part, -1, cases[i].encodings[e], "UTF-8", NULL, &n_bytes, &error);

          g_assert_no_error (error);
          bytes = g_bytes_new_take (converted, n_bytes);
          text = chancery_text_decode (bytes, NULL, NULL, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (text, ==, part);
        }
}

static void
add_case (const char    *folder,
          const char    *name,
          gconstpointer  data,
          GTestDataFunc  function)
{
  g_autofree char *path = g_strdup_printf ("/text-decoder/%s/%s", folder, name);

  g_test_add_data_func (path, data, function);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (encoding_cases); i++)
    add_case ("encoding", encoding_cases[i].name, &encoding_cases[i], test_encoding);
  for (gsize i = 0; i < G_N_ELEMENTS (bytes_cases); i++)
    add_case ("bytes", bytes_cases[i].name, &bytes_cases[i], test_bytes);
  for (gsize i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    add_case ("refusal", refusal_cases[i].name, &refusal_cases[i], test_refusal);
  g_test_add_func ("/text-decoder/noise", test_noise);
  g_test_add_func ("/text-decoder/too-large", test_too_large);
  g_test_add_func ("/text-decoder/round-trips", test_round_trips);

  return g_test_run ();
}
