/* changed-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "changed-text.h"

#include <string.h>

/* Sounds that words are made of. */
static const char * const sounds[N_SCRIPTS][24] = {
  { "an", "be", "con", "dé", "er", "fla", "go", "hi", "in", "ju", "ka", "lo", "men", "nö", "op", "pre", "qui", "ra", "sto", "tion", "ul", "vi", "wa", "ço" },
  { "ан", "бе", "вод", "го", "да", "ер", "же", "за", "ин", "йк", "ко", "лё", "мир", "на", "ос", "пра", "ре", "ст", "то", "ук", "хо", "ще", "ья", "юн" },
  { "ال", "با", "تم", "ثق", "جد", "حر", "خا", "دو", "ذه", "رئ", "زي", "سل", "شر", "صح", "ضم", "طر", "ظل", "عم", "غر", "في", "قر", "كت", "لج", "منا" },
  { "国", "会", "人", "大", "年", "学", "水", "电", "书", "北", "京", "海", "南", "山", "发", "展", "市", "文", "化", "交", "流", "経", "済", "東" },
};

static const char * const names[N_CHANGES] = {
  "none", "shifted", "typos", "words", "inserted", "cut", "surroundings", "moved", "spaces", "punctuation", "decomposed",
  "invisible", "gone", "replaced",
};

const char *
change_get_name (Change change)
{
  return names[change];
}

/* Some words are frequent and most are rare, as in any language. */
static void
append_word (GString *text,
             GRand   *random,
             Script   script)
{
  guint32 rank = (guint32) (g_rand_double (random) * g_rand_double (random) * g_rand_double (random) * 3000);
  guint n_sounds = script == SCRIPT_HAN ? 1 + rank % 3 : 1 + MIN (rank / 40, 2) + rank % 2;

  for (guint i = 0; i < n_sounds; i++)
    {
      rank = rank * 2654435761u + 12345u;
      g_string_append (text, sounds[script][(rank >> 16) % G_N_ELEMENTS (sounds[script])]);
    }
}

static void
append_sentence (GString *text,
                 GRand   *random,
                 Script   script)
{
  guint n_words = (guint) g_rand_int_range (random, 6, 22);
  const char *space = script == SCRIPT_HAN ? "" : " ";
  gint quoted = g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, 0, 4) : -1;

  for (guint i = 0; i < n_words; i++)
    {
      if ((gint) i == quoted)
        g_string_append (text, "“");
      append_word (text, random, script);
      if ((gint) i == quoted + 2 && quoted >= 0)
        g_string_append (text, "”");
      if (i + 1 == n_words)
        g_string_append (text, script == SCRIPT_HAN ? "。" : ".");
      else if (g_rand_int_range (random, 0, 9) == 0)
        g_string_append (text, script == SCRIPT_HAN ? "，" : g_rand_boolean (random) ? ", " : " — ");
      else
        g_string_append (text, space);
    }
}

char *
make_paragraph (GRand  *random,
                Script  script,
                guint   n_sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    {
      if (i > 0 && script != SCRIPT_HAN)
        g_string_append_c (text, ' ');
      append_sentence (text, random, script);
    }
  return g_string_free_and_steal (text);
}

static char *
make_paragraphs (GRand  *random,
                 Script  script,
                 guint   n_paragraphs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *paragraph = make_paragraph (random, script, (guint) g_rand_int_range (random, 1, 6));

      g_string_append (text, paragraph);
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

/* Chooses words of a paragraph: where they begin and end. In Chinese each character is one. */
static void
choose_words (GRand      *random,
              Script      script,
              const char *paragraph,
              guint       n_words,
              gsize      *start_bytes,
              gsize      *end_bytes)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint first;

  for (const char *p = paragraph, *before = " "; *p != '\0'; before = p, p = g_utf8_next_char (p))
    {
      gboolean in_word = g_unichar_isalpha (g_utf8_get_char (p));
      const char *after = g_utf8_next_char (p);
      gsize place = (gsize) (p - paragraph), end = (gsize) (after - paragraph);

      if (in_word && (script == SCRIPT_HAN || !g_unichar_isalpha (g_utf8_get_char (before))))
        g_array_append_val (starts, place);
      if (in_word && (script == SCRIPT_HAN || !g_unichar_isalpha (g_utf8_get_char (after))))
        g_array_append_val (ends, end);
    }

  n_words = CLAMP (script == SCRIPT_HAN ? n_words * 2 : n_words, 1, starts->len);
  first = (guint) g_rand_int_range (random, 0, (gint32) (starts->len - n_words + 1));
  *start_bytes = g_array_index (starts, gsize, first);
  *end_bytes = g_array_index (ends, gsize, first + n_words - 1);
}

static char *
make_typos (GRand      *random,
            Script      script,
            const char *text)
{
  GString *changed = g_string_new (NULL);
  glong n_chars = g_utf8_strlen (text, -1);
  glong next = g_rand_int_range (random, 0, (gint32) MIN (n_chars, 14));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (next-- > 0 || g_unichar_isspace (g_utf8_get_char (p)))
        {
          g_string_append_unichar (changed, g_utf8_get_char (p));
          continue;
        }
      next = g_rand_int_range (random, 12, 24);
      switch (g_rand_int_range (random, 0, 3))
        {
        case 0: /* one more */
          g_string_append_unichar (changed, g_utf8_get_char (p));
          g_string_append_unichar (changed, g_utf8_get_char (sounds[script][g_rand_int_range (random, 0, 24)]));
          break;
        case 1: /* another */
          g_string_append_unichar (changed, g_utf8_get_char (sounds[script][g_rand_int_range (random, 0, 24)]));
          break;
        default: /* one less, unless it is all there is */
          if (n_chars < 3)
            g_string_append_unichar (changed, g_utf8_get_char (p));
          break;
        }
    }
  return g_string_free_and_steal (changed);
}

static char *
change_words (GRand      *random,
              Script      script,
              const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *changed = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint what = g_rand_int_range (random, 0, 20);

      if (i > 0)
        g_string_append_c (changed, ' ');
      if (what == 0)
        append_word (changed, random, script);
      else if (what != 1 || i == 0 || words[i + 1] == NULL)
        g_string_append (changed, words[i]);
      if (what == 2)
        {
          g_string_append_c (changed, ' ');
          append_word (changed, random, script);
        }
    }
  return g_string_free_and_steal (changed);
}

static char *
insert_sentence (GRand      *random,
                 Script      script,
                 const char *text)
{
  glong n_chars = g_utf8_strlen (text, -1);
  const char *middle = g_utf8_offset_to_pointer (text, n_chars / 3 + g_rand_int_range (random, 0, (gint32) (n_chars / 3)));
  g_autoptr (GString) sentence = g_string_new (NULL);

  append_sentence (sentence, random, script);
  while (*middle != '\0' && *middle != ' ' && script != SCRIPT_HAN)
    middle++;
  return g_strdup_printf ("%.*s %s%s", (int) (middle - text), text, sentence->str, middle);
}

static char *
cut (GRand      *random,
     const char *text)
{
  glong n_chars = g_utf8_strlen (text, -1), n_cut = n_chars * g_rand_int_range (random, 15, 35) / 100;

  return g_rand_boolean (random) ? g_utf8_substring (text, n_cut, n_chars) : g_utf8_substring (text, 0, n_chars - n_cut);
}

static char *
break_lines (GRand      *random,
             const char *text)
{
  GString *changed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      static const char * const spaces[] = { "\n", "  ", "\t", " \n ", "\302\240", " ", " " };

      if (*p == ' ')
        g_string_append (changed, spaces[g_rand_int_range (random, 0, G_N_ELEMENTS (spaces))]);
      else if (*p == '\n')
        g_string_append (changed, "\r\n\r\n");
      else
        g_string_append_c (changed, *p);
    }
  return g_string_free_and_steal (changed);
}

static char *
change_marks (const char *text)
{
  GString *changed = g_string_new (text);

  g_string_replace (changed, "“", "« ", 0);
  g_string_replace (changed, "”", " »", 0);
  g_string_replace (changed, "—", "--", 0);
  g_string_replace (changed, ", ", ",\302\240", 0);
  return g_string_free_and_steal (changed);
}

static char *
put_in_invisible (GRand      *random,
                  const char *text)
{
  GString *changed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      static const gunichar invisible[] = { 0xad, 0x200b, 0x2060, 0x200d, 0xfeff };

      g_string_append_unichar (changed, g_utf8_get_char (p));
      if (g_rand_int_range (random, 0, 12) == 0)
        g_string_append_unichar (changed, invisible[g_rand_int_range (random, 0, G_N_ELEMENTS (invisible))]);
    }
  return g_string_free_and_steal (changed);
}

/* The text in parts: before the paragraph, its head, the passage, its tail, after the paragraph. */
enum
{
  BEFORE,
  HEAD,
  PASSAGE,
  TAIL,
  AFTER,
  N_PARTS,
};

static void
change_parts (GRand   *random,
              Script   script,
              Change   change,
              char   **parts)
{
  char *moved;

  for (guint i = 0; i < N_PARTS; i++)
    {
      char *changed = NULL;

      switch (change)
        {
        case CHANGE_TYPOS:
          changed = i == PASSAGE ? make_typos (random, script, parts[i]) : NULL;
          break;
        case CHANGE_WORDS:
          changed = i == PASSAGE ? change_words (random, script, parts[i]) : NULL;
          break;
        case CHANGE_INSERTED:
          changed = i == PASSAGE ? insert_sentence (random, script, parts[i]) : NULL;
          break;
        case CHANGE_CUT:
          changed = i == PASSAGE ? cut (random, parts[i]) : NULL;
          break;
        case CHANGE_SURROUNDINGS:
          changed = i == HEAD || i == TAIL ? make_paragraph (random, script, 2) : NULL;
          break;
        case CHANGE_SHIFTED:
          if (i == BEFORE)
            {
              g_autofree char *more = make_paragraphs (random, script, (guint) g_rand_int_range (random, 1, 4));

              changed = g_strconcat (more, parts[i], NULL);
            }
          break;
        case CHANGE_SPACES:
          changed = break_lines (random, parts[i]);
          break;
        case CHANGE_PUNCTUATION:
          changed = change_marks (parts[i]);
          break;
        case CHANGE_DECOMPOSED:
          changed = g_utf8_normalize (parts[i], -1, G_NORMALIZE_NFD);
          break;
        case CHANGE_INVISIBLE:
          changed = put_in_invisible (random, parts[i]);
          break;
        case CHANGE_GONE:
          changed = i >= HEAD && i <= TAIL ? g_strdup ("") : NULL;
          break;
        case CHANGE_REPLACED:
          changed = i >= HEAD && i <= TAIL ? make_paragraph (random, script, 2) : NULL;
          break;
        case CHANGE_NONE:
        case CHANGE_MOVED:
        case N_CHANGES:
        default:
          break;
        }
      if (changed != NULL)
        {
          g_free (parts[i]);
          parts[i] = changed;
        }
    }

  if (change != CHANGE_MOVED)
    return;
  moved = g_strconcat (parts[BEFORE], parts[AFTER], NULL);
  g_free (parts[BEFORE]);
  parts[BEFORE] = moved;
  g_free (parts[AFTER]);
  parts[AFTER] = g_strdup ("");
}

ChangedText *
changed_text_new (GRand  *random,
                  Script  script,
                  Change  change,
                  guint   n_paragraphs,
                  guint   n_words)
{
  ChangedText *self = g_new0 (ChangedText, 1);
  guint n_before = (guint) g_rand_int_range (random, 0, (gint32) n_paragraphs);
  g_autofree char *paragraph = make_paragraph (random, script, 5);
  char *parts[N_PARTS + 1] = { NULL };
  gsize start_bytes, end_bytes, before_bytes;

  choose_words (random, script, paragraph, n_words, &start_bytes, &end_bytes);
  parts[BEFORE] = make_paragraphs (random, script, n_before);
  parts[HEAD] = g_strndup (paragraph, start_bytes);
  parts[PASSAGE] = g_strndup (paragraph + start_bytes, end_bytes - start_bytes);
  parts[TAIL] = g_strconcat (paragraph + end_bytes, "\n", NULL);
  parts[AFTER] = make_paragraphs (random, script, n_paragraphs - n_before);

  self->old_text = g_strjoinv (NULL, parts);
  before_bytes = strlen (parts[BEFORE]) + strlen (parts[HEAD]);
  self->selector = chancery_selector_new_for_span (self->old_text, before_bytes, before_bytes + strlen (parts[PASSAGE]));

  change_parts (random, script, change, parts);
  self->new_text = g_strjoinv (NULL, parts);
  self->is_there = change != CHANGE_GONE && change != CHANGE_REPLACED;
  self->start_bytes = strlen (parts[BEFORE]) + strlen (parts[HEAD]);
  self->end_bytes = self->start_bytes + strlen (parts[PASSAGE]);

  for (guint i = 0; i < N_PARTS; i++)
    g_free (parts[i]);
  return self;
}

void
changed_text_free (ChangedText *self)
{
  g_free (self->old_text);
  g_free (self->new_text);
  chancery_selector_free (self->selector);
  g_free (self);
}
