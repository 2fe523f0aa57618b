/* test-nfc.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "chancery-nfc.h"

static void
assert_like_glib (const char *text)
{
  gsize length_bytes;
  g_autofree char *expected = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *result = chancery_nfc (text, strlen (text), &length_bytes);

  g_assert_cmpstr (result, ==, expected);
  g_assert_cmpuint (length_bytes, ==, strlen (expected));
}

static void
test_every_character (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char text[16] = "e";
      int length;

      if (c >= 0xd800 && c <= 0xdfff)
        continue;
      length = 1 + g_unichar_to_utf8 (c, text + 1);
      strcpy (text + length, "\xcc\x81z");
      assert_like_glib (text);
      /* A mark that belongs before most others. */
      strcpy (text + length, "\xcc\xa3z");
      assert_like_glib (text);
    }
}

/* Texts of characters that interact, longer than is normalised at once. */
static void
test_random (void)
{
  static const gunichar characters[] = {
    'a', 'e', ' ', 0xe9, 0x301, 0x323, 0x327, 0x338, 0x435, 0x439, 0x306, 0x1100, 0x1161, 0x11a8, 0xac00, 0x212b, 0x2126,
    0x0627, 0x0653, 0x0654, 0x0622, 0x093c, 0x0915, 0x0958, 0x09c7, 0x09be, 0x0b47, 0x0b3e, 0x1f71, 0x3042, 0x3099, 0xf900, 0x4e00,
    0x034f, 0x200d, 0x1f600, 0x1d15e, 0x1d16e,
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n_chars = g_rand_int_range (rand, 1, round % 20 == 0 ? 20000 : 40);
      guint n_marks = 0;

      for (int i = 0; i < n_chars; i++)
        {
          gunichar c = characters[g_rand_int_range (rand, 0, G_N_ELEMENTS (characters))];

          n_marks = g_unichar_combining_class (c) != 0 ? n_marks + 1 : 0;
          if (n_marks <= 20)
            g_string_append_unichar (text, c);
        }
      assert_like_glib (text->str);
    }
}

static void
test_many_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *result = NULL;
  guint n_marks = 0, n_joiners = 0, in_a_row = 0;

  for (guint i = 0; i < 100000; i++)
    g_string_append_unichar (text, i % 2 == 0 ? 0x0301 : 0x0323);
  result = chancery_nfc (text->str, text->len, NULL);

  for (const char *p = g_utf8_next_char (result); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x034f)
        {
          n_joiners++;
          in_a_row = 0;
          continue;
        }
      n_marks++;
      in_a_row++;
      g_assert_cmpuint (in_a_row, <=, 30);
    }

  /* The first one is in "ạ". */
  g_assert_cmpuint (n_marks, ==, 100000 - 1);
  g_assert_cmpuint (n_joiners, ==, (100000 - 1) / 30);
}

static void
test_idempotent (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_unichar (text, i % 3 == 0 ? 0x0301 : 0x0323);
  once = chancery_nfc (text->str, text->len, NULL);
  twice = chancery_nfc (once, strlen (once), NULL);
  g_assert_cmpstr (once, ==, twice);
}

static void
test_empty (void)
{
  gsize length_bytes = 1;
  g_autofree char *result = chancery_nfc ("", 0, &length_bytes);

  g_assert_cmpstr (result, ==, "");
  g_assert_cmpuint (length_bytes, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/nfc/every-character", test_every_character);
  g_test_add_func ("/nfc/random", test_random);
  g_test_add_func ("/nfc/many-marks", test_many_marks);
  g_test_add_func ("/nfc/idempotent", test_idempotent);
  g_test_add_func ("/nfc/empty", test_empty);

  return g_test_run ();
}
