/* test-language.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "import/chancery-language.h"

static const struct
{
  const char *lang;
  const char *text;
} cases[] = {
  { "en", "Ministers agree on a water plan" },
  { "en", "The river rose overnight, and in the morning the old bridge was gone." },
  { "ru", "Министры договорились о воде" },
  { "ru", "За ночь вода в реке поднялась, а утром старого моста уже не было." },
  { "uk", "Міністри домовилися про воду" },
  { "uk", "За ніч вода в річці піднялася, а вранці старого мосту вже не було." },
  { "be", "За ноч вада ў рацэ паднялася, а раніцай старога моста ўжо не было." },
  { "bg", "През нощта водата в реката се покачи, а на сутринта старият мост вече го нямаше." },
  { "fr", "Pendant la nuit, le fleuve a monté, et au matin le vieux pont avait disparu." },
  { "es", "Durante la noche el río creció y por la mañana el viejo puente ya no estaba." },
  { "de", "In der Nacht stieg der Fluss, und am Morgen war die alte Brücke verschwunden." },
  { "pt", "Durante a noite o rio subiu e de manhã a velha ponte já não estava lá." },
  { "it", "Durante la notte il fiume è salito e al mattino il vecchio ponte non c’era più." },
  { "tr", "Gece boyunca nehir yükseldi ve sabah eski köprü artık yerinde değildi." },
  { "pl", "W nocy rzeka wezbrała, a rano starego mostu już nie było." },
  { "cs", "V noci se řeka rozvodnila a ráno už starý most nestál." },
  { "nl", "In de nacht steeg de rivier en de volgende ochtend was de oude brug verdwenen." },
  { "sv", "Under natten steg floden och på morgonen var den gamla bron borta." },
  { "ar", "ارتفع النهر ليلاً وفي الصباح اختفى الجسر القديم." },
  { "fa", "شب هنگام آب رودخانه بالا آمد و صبح پل قدیمی دیگر آنجا نبود." },
  { "zh", "夜里河水上涨，第二天早晨旧桥不见了。" },
  { "ja", "夜のうちに川の水かさが増し、朝には古い橋がなくなっていた。" },
  { "ko", "밤사이 강물이 불어나 아침에는 낡은 다리가 사라졌다." },
  { "he", "בלילה עלה הנהר, ובבוקר הגשר הישן כבר לא היה." },
  { "el", "Τη νύχτα το ποτάμι φούσκωσε και το πρωί η παλιά γέφυρα δεν υπήρχε." },
  { "kk", "Түнде өзеннің суы көтеріліп, таңертең ескі көпір жоқ болып шықты." },
  { NULL, "" },
  { NULL, "12 34 — 56" },
  { NULL, "Oui" },
  { NULL, "CSTO NATO EU" },
};

static void
test_language (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  g_assert_cmpstr (chancery_language_detect (cases[i].text, strlen (cases[i].text)), ==, cases[i].lang);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/language/%02u-%s", (guint) i, cases[i].lang != NULL ? cases[i].lang : "none");

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_language);
    }

  return g_test_run ();
}
