/* chancery-wide-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-wide-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-import-error.h"

/* How many bytes decide whether a text without a mark is UTF-16. */
#define SAMPLE_BYTES (64 * 1024)

typedef struct
{
  const char *name;
  gsize unit_bytes;
  gboolean big_endian;
  const char *mark;
} Form;

/* UTF-32 first: its little-endian mark begins with UTF-16's. */
static const Form forms[] = {
  { "UTF-32LE", 4, FALSE, "\377\376\0\0" },
  { "UTF-32BE", 4, TRUE, "\0\0\376\377" },
  { "UTF-16LE", 2, FALSE, "\377\376" },
  { "UTF-16BE", 2, TRUE, "\376\377" },
};

static guint32
read_unit (const Form   *form,
           const guchar *data)
{
  if (form->unit_bytes == 4)
    return form->big_endian
      ? (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3]
      : (guint32) data[3] << 24 | (guint32) data[2] << 16 | (guint32) data[1] << 8 | data[0];
  return form->big_endian ? (guint32) data[0] << 8 | data[1] : (guint32) data[1] << 8 | data[0];
}

/* Reads the character at *position and moves on; U+FFFD for what is none. */
static gunichar
read_character (const Form   *form,
                const guchar *data,
                gsize         length_bytes,
                gsize        *position)
{
  guint32 unit, next;

  if (length_bytes - *position < form->unit_bytes)
    {
      *position = length_bytes;
      return 0xfffd;
    }

  unit = read_unit (form, data + *position);
  *position += form->unit_bytes;
  if (form->unit_bytes == 2 && unit >= 0xd800 && unit <= 0xdbff && length_bytes - *position >= 2)
    {
      next = read_unit (form, data + *position);
      if (next >= 0xdc00 && next <= 0xdfff)
        {
          *position += 2;
          return 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
        }
    }

  return g_unichar_validate (unit) ? unit : 0xfffd;
}

static GString *
decode_form (const Form   *form,
             const guchar *data,
             gsize         length_bytes,
             gsize        *n_bad)
{
  GString *text = g_string_sized_new (length_bytes);

  *n_bad = 0;
  for (gsize i = 0; i < length_bytes;)
    {
      gunichar c = read_character (form, data, length_bytes, &i);

      if (c == 0xfffd)
        (*n_bad)++;
      if (c < 0x80)
        g_string_append_c (text, (char) c);
      else
        g_string_append_unichar (text, c);
    }

  return text;
}

static const Form *
find_mark (const guchar *data,
           gsize         length_bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (length_bytes >= forms[i].unit_bytes &&
        memcmp (data, forms[i].mark, forms[i].unit_bytes) == 0 &&
        (forms[i].unit_bytes == 2 || length_bytes % 4 == 0))
      return &forms[i];
  return NULL;
}

/**
 * chancery_wide_text_has_mark:
 * @data: bytes
 * @length_bytes: how many
 *
 * Returns: whether they begin with a byte order mark of UTF-16 or UTF-32
 */
gboolean
chancery_wide_text_has_mark (const guchar *data,
                             gsize         length_bytes)
{
  return find_mark (data, length_bytes) != NULL;
}

/**
 * chancery_wide_text_decode_marked:
 * @data: a text with a byte order mark of UTF-16 or UTF-32
 * @length_bytes: how long it is
 * @encoding: (out): the name of the encoding
 * @error: return location for an error of %CHANCERY_IMPORT_ERROR
 *
 * Returns: (transfer full): the text as UTF-8, without the mark
 */
GString *
chancery_wide_text_decode_marked (const guchar *data,
                                  gsize         length_bytes,
                                  const char  **encoding,
                                  GError      **error)
{
  const Form *form = find_mark (data, length_bytes);
  g_autoptr (GString) text = NULL;
  gsize n_bad;

  g_return_val_if_fail (form != NULL, NULL);

  text = decode_form (form, data + form->unit_bytes, length_bytes - form->unit_bytes, &n_bad);
  if (n_bad > 1 && n_bad * 50 > length_bytes / form->unit_bytes)
    {
      g_set_error (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_NOT_TEXT,
                   /* Translators: %s is the name of an encoding, as in "UTF-16LE" */
                   _("This is not text: it begins as %s does, but does not go on so."), form->name);
      return NULL;
    }

  *encoding = form->name;
  return g_steal_pointer (&text);
}

/* Whether it is a character that texts are made of. */
static gboolean
is_usual (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' ||
         (c >= 0x20 && c < 0x7f) ||
         (c >= 0xa0 && c < 0x0700) ||
         (c >= 0x1e00 && c < 0x2070) ||
         (c >= 0x3000 && c < 0xa000) ||
         (c >= 0xac00 && c < 0xd7a4);
}

static gboolean
looks_like (const Form   *form,
            const guchar *data,
            gsize         length_bytes,
            gsize        *n_latin_and_space)
{
  gsize n_characters = 0, n_usual = 0;

  *n_latin_and_space = 0;
  for (gsize i = 0; i < length_bytes;)
    {
      gunichar c = read_character (form, data, length_bytes, &i);

      n_characters++;
      if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
        return FALSE;
      if (c < 0x0700)
        (*n_latin_and_space)++;
      if (is_usual (c))
        n_usual++;
    }

  return n_characters > 0 && n_usual * 100 >= n_characters * 97;
}

/* Two letters of ASCII are a Chinese character in UTF-16. */
static gboolean
is_mostly_ascii (const guchar *data,
                 gsize         length_bytes)
{
  gsize n_ascii = 0;

  for (gsize i = 0; i < length_bytes; i++)
    if (data[i] >= 0x20 && data[i] < 0x7f)
      n_ascii++;
  return n_ascii * 4 > length_bytes * 3;
}

/**
 * chancery_wide_text_decode_unmarked:
 * @data: a text without a byte order mark
 * @length_bytes: how long it is
 * @encoding: (out): the name of the encoding
 *
 * Returns: (transfer full) (nullable): the text as UTF-8, or %NULL if it
 *   doesn't look like UTF-16
 */
GString *
chancery_wide_text_decode_unmarked (const guchar *data,
                                    gsize         length_bytes,
                                    const char  **encoding)
{
  const Form *little = &forms[2], *big = &forms[3], *form = NULL;
  gsize n_little, n_big, n_bad;
  gsize sample_bytes = MIN (length_bytes, SAMPLE_BYTES);
  gboolean is_little, is_big;

  if (length_bytes % 2 != 0 || is_mostly_ascii (data, sample_bytes))
    return NULL;

  is_little = looks_like (little, data, sample_bytes, &n_little);
  is_big = looks_like (big, data, sample_bytes, &n_big);
  if (is_little && is_big)
    form = n_big > n_little ? big : little;
  else if (is_little)
    form = little;
  else if (is_big)
    form = big;
  if (form == NULL)
    return NULL;

  *encoding = form->name;
  return decode_form (form, data, length_bytes, &n_bad);
}
