/* chancery-text-decoder.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-text-decoder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-nfc.h"
#include "chancery-single-byte.h"
#include "chancery-text-cleaner.h"
#include "chancery-wide-text.h"

/* Half bits a pair of letters, above which a text makes no sense in any language that we know. */
#define COST_OF_NOISE 26.0
#define COST_OF_SENSE 13.0

/* How few bytes can't tell UTF-16 without any space or sign from accented letters. */
#define WIDE_MIN_BYTES 16

/* How few bytes beyond ASCII can't tell noise from a name. */
#define NOISE_MIN_BYTES 16

static gboolean
has_control_characters (const guchar *data,
                        gsize         length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    if (data[i] < 0x20 && strchr ("\t\n\v\f\r\x1a", data[i]) == NULL)
      return TRUE;
    else if (data[i] == 0)
      return TRUE;
  return FALSE;
}

/* How long the UTF-8 character at the beginning is, or 0 if there is none. */
static gsize
utf8_character_length (const guchar *data,
                       gsize         length_bytes)
{
  gunichar c = g_utf8_get_char_validated ((const char *) data, (gssize) MIN (length_bytes, 4));

  return c >= (gunichar) -2 ? 0 : (gsize) g_unichar_to_utf8 (c, NULL);
}

/* Reads UTF-8 that was damaged in a few places, or cut in the middle of a character, with a mark for
 * each place; NULL if it is not UTF-8 at all. */
static GString *
decode_damaged_utf8 (const guchar *data,
                     gsize         length_bytes,
                     gboolean      has_mark)
{
  g_autoptr (GString) text = g_string_sized_new (length_bytes);
  gsize n_good = 0, n_bad = 0;
  gboolean ends_inside = FALSE;

  for (gsize i = 0; i < length_bytes;)
    {
      gsize start = i;

      while (i < length_bytes && data[i] < 0x80)
        i++;
      g_string_append_len (text, (const char *) data + start, (gssize) (i - start));
      if (i == length_bytes)
        break;

      gsize length = utf8_character_length (data + i, length_bytes - i);
      if (length > 0)
        {
          g_string_append_len (text, (const char *) data + i, (gssize) length);
          i += length;
          n_good++;
          continue;
        }

      g_string_append (text, "\357\277\275");
      n_bad++;
      for (i++; i < length_bytes && (data[i] & 0xc0) == 0x80; i++)
        ;
      ends_inside = i == length_bytes && n_bad == 1 && n_good > 1;
      if (n_bad > 64 && n_good < n_bad * 4)
        return NULL;
    }

  if (!ends_inside && n_good < n_bad * (has_mark ? 4 : 20))
    return NULL;

  return g_steal_pointer (&text);
}

/* Whether a text is valid in GB 18030 and most of it are the characters that are most common. */
static gboolean
looks_like_gb18030 (const guchar *data,
                    gsize         length_bytes)
{
  gsize n_characters = 0, n_common = 0;

  for (gsize i = 0; i < length_bytes;)
    {
      if (data[i] < 0x80)
        {
          i++;
          continue;
        }
      if (data[i] == 0x80 || data[i] == 0xff || i + 1 >= length_bytes)
        return FALSE;
      n_characters++;
      if (data[i + 1] >= 0x30 && data[i + 1] <= 0x39)
        {
          if (i + 3 >= length_bytes || data[i + 2] < 0x81 || data[i + 2] == 0xff ||
              data[i + 3] < 0x30 || data[i + 3] > 0x39)
            return FALSE;
          i += 4;
          continue;
        }
      if (data[i + 1] < 0x40 || data[i + 1] == 0x7f || data[i + 1] == 0xff)
        return FALSE;
      /* GB 2312's rows of punctuation and of its first level. */
      if (data[i + 1] >= 0xa1 && ((data[i] >= 0xb0 && data[i] <= 0xd7) || (data[i] >= 0xa1 && data[i] <= 0xa3)))
        n_common++;
      i += 2;
    }

  return n_characters >= 2 && n_common * 10 >= n_characters * 8;
}

static gboolean
decode_narrow (const guchar *data,
               gsize         length_bytes,
               GString     **text,
               const char  **encoding,
               GError      **error)
{
  const ChancerySingleByte *single_byte;
  gsize n_upper = 0;
  double cost;

  *text = decode_damaged_utf8 (data, length_bytes, FALSE);
  if (*text != NULL)
    {
      *encoding = "UTF-8";
      return TRUE;
    }

  single_byte = chancery_single_byte_detect (data, length_bytes, &cost);
  if (cost > COST_OF_SENSE && looks_like_gb18030 (data, length_bytes))
    {
      gsize converted_bytes;
      g_autofree char *converted = g_convert ((const char *) data, (gssize) length_bytes, "UTF-8", "GB18030",
                                              NULL, &converted_bytes, NULL);

      if (converted != NULL)
        {
          *text = g_string_new_len (converted, (gssize) converted_bytes);
          *encoding = "GB18030";
          return TRUE;
        }
    }

  /* UTF-16 of Chinese characters alone has neither zero bytes nor control characters. */
  if (cost > COST_OF_SENSE && length_bytes >= WIDE_MIN_BYTES &&
      (*text = chancery_wide_text_decode_unmarked (data, length_bytes, encoding)) != NULL)
    return TRUE;

  for (gsize i = 0; i < length_bytes; i++)
    n_upper += data[i] >= 0x80;
  if (single_byte == NULL || (cost > COST_OF_NOISE && n_upper >= NOISE_MIN_BYTES))
    {
      g_set_error_literal (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_NOT_TEXT,
                           _("This is not text, or its encoding is not known. Save it as UTF-8 and try again."));
      return FALSE;
    }

  *text = g_string_sized_new (length_bytes + n_upper);
  chancery_single_byte_append (single_byte, data, length_bytes, *text);
  *encoding = single_byte->name;
  return TRUE;
}

static gboolean
decode (const guchar *data,
        gsize         length_bytes,
        GString     **text,
        const char  **encoding,
        GError      **error)
{
  gboolean suspicious;

  if (chancery_wide_text_has_mark (data, length_bytes))
    {
      *text = chancery_wide_text_decode_marked (data, length_bytes, encoding, error);
      return *text != NULL;
    }

  if (length_bytes >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    {
      *text = decode_damaged_utf8 (data + 3, length_bytes - 3, TRUE);
      *encoding = "UTF-8";
      if (*text != NULL)
        return TRUE;
    }

  suspicious = has_control_characters (data, length_bytes);
  if (suspicious)
    {
      *text = chancery_wide_text_decode_unmarked (data, length_bytes, encoding);
      if (*text != NULL)
        return TRUE;
      if (memchr (data, '\0', length_bytes) != NULL)
        {
          g_set_error_literal (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_NOT_TEXT,
                               _("This is not text: it has zero bytes. If it is a document of another program, "
                                 "save it as plain text and try again."));
          return FALSE;
        }
    }

  if (g_utf8_validate_len ((const char *) data, length_bytes, NULL))
    {
      *text = g_string_new_len ((const char *) data, (gssize) length_bytes);
      *encoding = "UTF-8";
      return TRUE;
    }

  return decode_narrow (data, length_bytes, text, encoding, error);
}

/**
 * chancery_text_decode:
 * @bytes: a file or a part of one
 * @length_bytes: (out) (optional): how long the text is
 * @encoding: (out) (optional) (transfer none): IANA's name of the encoding
 * @error: return location for an error of %CHANCERY_IMPORT_ERROR
 *
 * Reads a text in an encoding that nobody has said: what a byte order mark
 * says; UTF-16 without one; UTF-8 if it is valid, or nearly so; else the
 * encoding of one byte a character (or GB 18030) in which its letters follow
 * one another as they do in some language.
 *
 * The text returned is NFC, its lines end with a line feed and its paragraphs,
 * where the text marks them with U+2029 or a form feed, with two; soft hyphens,
 * byte order marks and zero-width spaces inside are gone. What could not be
 * read is U+FFFD.
 *
 * Takes linear time. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *
chancery_text_decode (GBytes      *bytes,
                      gsize       *length_bytes,
                      const char **encoding,
                      GError     **error)
{
  gsize size_bytes;
  const guchar *data = g_bytes_get_data (bytes, &size_bytes);
  g_autoptr (GString) text = NULL;
  const char *name = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (size_bytes > CHANCERY_IMPORT_MAX_BYTES)
    {
      g_set_error_literal (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_TOO_LARGE,
                           _("This is larger than 32 MiB. Divide it and import the parts."));
      return NULL;
    }

  /* Old editors end a text with Ctrl+Z. */
  if (size_bytes > 0 && data[size_bytes - 1] == 0x1a)
    size_bytes--;

  if (size_bytes == 0)
    {
      g_set_error_literal (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_EMPTY,
                           _("There is no text in it."));
      return NULL;
    }

  if (!decode (data, size_bytes, &text, &name, error))
    return NULL;
  if (!chancery_text_clean (text, error))
    return NULL;

  if (encoding != NULL)
    *encoding = name;
  return chancery_nfc (text->str, text->len, length_bytes);
}
