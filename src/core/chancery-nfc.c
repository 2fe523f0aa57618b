/* chancery-nfc.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-nfc.h"

/* How much is given to g_utf8_normalize() at once, if a text lets itself be cut there. */
#define CHUNK_BYTES 4096

/* The Stream-Safe Text Format (Unicode Standard Annex 15, section 13): no more
 * marks than this in a row, since ordering them takes time by the square. */
#define MARKS_MAX 30
#define COMBINING_GRAPHEME_JOINER "\315\217"

/* Characters that are NFC by themselves and never combine with one before them;
 * not all such, but those that texts are made of. */
static gboolean
is_inert (gunichar c)
{
  static const struct
  {
    gunichar first;
    gunichar last;
  } ranges[] = {
    { 0x0388, 0x0482 }, { 0x048a, 0x0590 }, { 0x05d0, 0x05ea }, { 0x0621, 0x064a }, { 0x0660, 0x066f },
    { 0x0671, 0x06d5 }, { 0x1e00, 0x1eff }, { 0x2002, 0x20cf }, { 0x2190, 0x2328 }, { 0x2500, 0x27ff },
    { 0x3001, 0x3029 }, { 0x3041, 0x3098 }, { 0x309b, 0x9fff }, { 0xac00, 0xd7a3 }, { 0xfe30, 0xfffd },
    { 0x1f000, 0x1faff }, { 0x20000, 0x2f7ff },
  };

  if (c < 0x0300)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (ranges) && c >= ranges[i].first; i++)
    if (c <= ranges[i].last)
      return TRUE;
  return FALSE;
}

/* Whether a text may be cut before a character that isn't inert, and both parts normalised by themselves. */
static gboolean
is_boundary (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_combining_class (c) == 0 &&
         type != G_UNICODE_NON_SPACING_MARK &&
         type != G_UNICODE_SPACING_MARK &&
         type != G_UNICODE_ENCLOSING_MARK &&
         !(c >= 0x1160 && c <= 0x11ff) &&
         !(c >= 0xd7b0 && c <= 0xd7fb);
}

static void
append_chunk (GString    *result,
              const char *start,
              const char *end,
              gboolean    inert)
{
  g_autofree char *normal = NULL;

  if (inert)
    {
      g_string_append_len (result, start, (gssize) (end - start));
      return;
    }

  normal = g_utf8_normalize (start, (gssize) (end - start), G_NORMALIZE_NFC);
  g_string_append (result, normal);
}

/**
 * chancery_nfc:
 * @text: valid UTF-8 without NUL
 * @length_bytes: how long it is
 * @result_bytes: (out) (optional): how long the result is
 *
 * Brings a text into Unicode's Normalisation Form C. Unlike g_utf8_normalize()
 * it takes time linear in the length and little memory besides the result
 * whatever the text: more than thirty combining marks in a row are kept apart
 * by a combining grapheme joiner, as the Stream-Safe Text Format (Unicode
 * Standard Annex 15) has it. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *
chancery_nfc (const char *text,
              gsize       length_bytes,
              gsize      *result_bytes)
{
  GString *result = g_string_sized_new (length_bytes);
  const char *end = text + length_bytes, *chunk = text;
  gboolean chunk_is_inert = TRUE;
  guint n_marks = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0xcc ? 0 : g_utf8_get_char (p);

      if (is_inert (c))
        {
          n_marks = 0;
          if (p - chunk >= CHUNK_BYTES)
            {
              append_chunk (result, chunk, p, chunk_is_inert);
              chunk = p;
              chunk_is_inert = TRUE;
            }
          continue;
        }

      n_marks = g_unichar_combining_class (c) != 0 ? n_marks + 1 : 0;
      if (n_marks > MARKS_MAX || (p - chunk >= CHUNK_BYTES && is_boundary (c)))
        {
          append_chunk (result, chunk, p, chunk_is_inert);
          chunk = p;
          if (n_marks > MARKS_MAX)
            {
              g_string_append (result, COMBINING_GRAPHEME_JOINER);
              n_marks = 1;
            }
        }
      chunk_is_inert = FALSE;
    }
  append_chunk (result, chunk, end, chunk_is_inert);

  if (result_bytes != NULL)
    *result_bytes = result->len;
  return g_string_free_and_steal (result);
}
