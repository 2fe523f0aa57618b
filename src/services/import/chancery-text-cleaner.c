/* chancery-text-cleaner.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-text-cleaner.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-import-error.h"

#define SOFT_HYPHEN 0x00ad
#define NEXT_LINE 0x0085
#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d

/* What the C1 control characters stand for where Windows-1252 was taken for
 * Latin-1, as the encoding standard (https://encoding.spec.whatwg.org) reads
 * them; 0 for what stands for nothing. */
static const gunichar misread[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

static gboolean
is_alphabetic_without_joiners (gunichar c)
{
  GUnicodeScript script = c == 0 ? G_UNICODE_SCRIPT_COMMON : g_unichar_get_script (c);

  return c < 0x80 ||
         script == G_UNICODE_SCRIPT_LATIN ||
         script == G_UNICODE_SCRIPT_GREEK ||
         script == G_UNICODE_SCRIPT_CYRILLIC;
}

/* Whether a character is invisible and says nothing. Joiners say something
 * after letters of scripts that need them and in emoji. */
static gboolean
is_idle (gunichar c,
         gunichar previous)
{
  switch (c)
    {
    case SOFT_HYPHEN:
    case 0x200b: /* zero-width space */
    case 0x2060: /* word joiner */
    case 0xfeff: /* byte order mark */
      return TRUE;
    case ZERO_WIDTH_NON_JOINER:
    case ZERO_WIDTH_JOINER:
      return is_alphabetic_without_joiners (previous);
    default:
      return FALSE;
    }
}

static gboolean
refuse_control_character (gunichar  c,
                          guint     line,
                          GError  **error)
{
  g_set_error (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_NOT_TEXT,
               /* Translators: the first is a character's number, as in "U+0007", the second that of a line */
               _("This is not text: it has the control character U+%04X in line %u."),
               (guint) c, line);
  return FALSE;
}

/* The end of the line feed that a soft hyphen stands before, or NULL: the word goes on in the next line. */
static const char *
skip_line_end (const char *p)
{
  if (*p == '\r')
    return p[1] == '\n' ? p + 2 : p + 1;
  return *p == '\n' ? p + 1 : NULL;
}

/**
 * chancery_text_clean:
 * @text: valid UTF-8; changed in place, never made longer than twice its length
 * @error: return location for an error of %CHANCERY_IMPORT_ERROR
 *
 * Gives a text one kind of line ends and takes what is invisible out of it.
 * Refuses control characters, and a text of nothing but white space.
 *
 * Returns: whether it is text
 */
gboolean
chancery_text_clean (GString  *text,
                     GError  **error)
{
  g_autoptr (GString) clean = g_string_sized_new (text->len);
  guint line = 1;
  gunichar previous = 0;
  gboolean blank = TRUE;

  for (const char *p = text->str, *end = text->str + text->len; p < end;)
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      const char *next = (guchar) *p < 0x80 ? p + 1 : g_utf8_next_char (p);

      if (c >= 0x20 && c < 0x7f)
        {
          g_string_append_c (clean, (char) c);
          blank = blank && c == ' ';
        }
      else if (c == '\n' || c == '\r' || c == '\v' || c == NEXT_LINE || c == 0x2028)
        {
          if (c == '\r' && *next == '\n')
            next++;
          g_string_append_c (clean, '\n');
          line++;
        }
      else if (c == '\f' || c == 0x2029)
        {
          g_string_append (clean, "\n\n");
          line++;
        }
      else if (c == '\t')
        g_string_append_c (clean, '\t');
      else if (c < 0x20 || c == 0x7f)
        return refuse_control_character (c, line, error);
      else if (c < 0xa0)
        {
          if (misread[c - 0x80] == 0)
            return refuse_control_character (c, line, error);
          g_string_append_unichar (clean, misread[c - 0x80]);
          blank = FALSE;
        }
      else if (is_idle (c, previous))
        {
          const char *after = c == SOFT_HYPHEN ? skip_line_end (next) : NULL;

          if (after != NULL)
            {
              next = after;
              line++;
            }
          p = next;
          continue;
        }
      else
        {
          g_string_append_len (clean, p, (gssize) (next - p));
          blank = blank && g_unichar_isspace (c);
        }

      previous = c;
      p = next;
    }

  if (blank)
    {
      g_set_error_literal (error, CHANCERY_IMPORT_ERROR, CHANCERY_IMPORT_ERROR_EMPTY,
                           _("There is no text in it."));
      return FALSE;
    }

  g_string_truncate (text, 0);
  g_string_append_len (text, clean->str, (gssize) clean->len);
  return TRUE;
}
