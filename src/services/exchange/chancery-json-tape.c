/* chancery-json-tape.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-json-tape.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-exchange-error.h"

#define MAX_MEMBERS 10000u

G_DEFINE_QUARK (chancery-exchange-error-quark, chancery_exchange_error)

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  /* (nullable): where the nodes go */
  GArray *nodes;
  const char *failure;
} Parser;

static gboolean
fail (Parser     *self,
      const char *failure)
{
  self->failure = failure;
  return FALSE;
}

static void
skip_space (Parser *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
/* Whether a byte of the word is less than @limit, which is at most 0x80, or is @byte. */
#define HAS_LESS(word, limit) (((word) - EACH_BYTE (limit)) & ~(word) & EACH_BYTE (0x80))
#define HAS_BYTE(word, byte) HAS_LESS ((word) ^ EACH_BYTE (byte), 1)

/* The next byte of a string that isn't just itself: a quotation mark, a backslash or a control character. Most of a
 * document is in strings, so that eight are looked at at once. */
static inline const char *
skip_plain (const char *at,
            const char *end)
{
  while (end - at >= (gssize) sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, at, sizeof word);
      if ((HAS_BYTE (word, '"') | HAS_BYTE (word, '\\') | HAS_LESS (word, 0x20)) != 0)
        break;
      at += sizeof word;
    }
  while (at < end && *at != '"' && *at != '\\' && (guchar) *at >= 0x20)
    at++;
  return at;
}

static gboolean
parse_string (Parser   *self,
              gboolean *escaped)
{
  for (self->at = skip_plain (self->at + 1, self->end); self->at < self->end; self->at = skip_plain (self->at + 1, self->end))
    {
      if (*self->at == '"')
        {
          self->at++;
          return TRUE;
        }
      if (*self->at != '\\')
        return fail (self, N_("there is a control character in a string"));

      *escaped = TRUE;
      self->at++;
      if (self->at == self->end)
        break;
      if (*self->at == 'u')
        {
          for (guint i = 0; i < 4; i++)
            if (++self->at >= self->end || !g_ascii_isxdigit (*self->at))
              return fail (self, N_("an escape in a string is wrong"));
        }
      else if (strchr ("\"\\/bfnrt", *self->at) == NULL || *self->at == '\0')
        return fail (self, N_("an escape in a string is wrong"));
    }

  return fail (self, N_("a string doesn’t end"));
}

static gboolean
parse_digits (Parser *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > start;
}

static gboolean
parse_number (Parser *self)
{
  if (*self->at == '-')
    self->at++;
  if (self->at < self->end && *self->at == '0')
    self->at++;
  else if (!parse_digits (self))
    return fail (self, N_("a number is wrong"));
  if (self->at < self->end && *self->at == '.')
    {
      self->at++;
      if (!parse_digits (self))
        return fail (self, N_("a number is wrong"));
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      self->at++;
      if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
        self->at++;
      if (!parse_digits (self))
        return fail (self, N_("a number is wrong"));
    }
  return TRUE;
}

static gboolean
parse_word (Parser     *self,
            const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->at) < length || strncmp (self->at, word, length) != 0)
    return fail (self, N_("a value is missing"));
  self->at += length;
  return TRUE;
}

static gboolean parse_value (Parser *self,
                             guint   depth);

static gboolean
parse_members (Parser *self,
               guint   depth,
               char    closing)
{
  self->at++;
  skip_space (self);
  if (self->at < self->end && *self->at == closing)
    {
      self->at++;
      return TRUE;
    }

  while (TRUE)
    {
      skip_space (self);
      if (closing == '}')
        {
          if (self->at == self->end || *self->at != '"')
            return fail (self, N_("the name of a member is missing"));
          if (!parse_value (self, depth + 1))
            return FALSE;
          skip_space (self);
          if (self->at == self->end || *self->at != ':')
            return fail (self, N_("a colon is missing"));
          self->at++;
        }
      if (!parse_value (self, depth + 1))
        return FALSE;

      skip_space (self);
      if (self->at == self->end)
        return fail (self, N_("it ends too early"));
      if (*self->at == closing)
        {
          self->at++;
          return TRUE;
        }
      if (*self->at != ',')
        return fail (self, N_("a comma is missing"));
      self->at++;
    }
}

static gboolean
parse_value (Parser *self,
             guint   depth)
{
  guint node = 0;
  ChanceryJsonKind kind = CHANCERY_JSON_NULL;
  const char *start;
  gboolean right, escaped = FALSE;

  skip_space (self);
  if (self->at == self->end)
    return fail (self, N_("it ends too early"));
  if (depth > CHANCERY_JSON_MAX_DEPTH)
    return fail (self, N_("it is nested too deeply"));

  start = self->at;
  if (self->nodes != NULL)
    {
      node = self->nodes->len;
      if (node == CHANCERY_JSON_MAX_NODES)
        return fail (self, N_("there is too much in it"));
      g_array_set_size (self->nodes, node + 1);
    }

  switch (*start)
    {
    case '{':
      kind = CHANCERY_JSON_OBJECT;
      right = parse_members (self, depth, '}');
      break;
    case '[':
      kind = CHANCERY_JSON_ARRAY;
      right = parse_members (self, depth, ']');
      break;
    case '"':
      kind = CHANCERY_JSON_STRING;
      right = parse_string (self, &escaped);
      break;
    case 't':
    case 'f':
      kind = CHANCERY_JSON_BOOLEAN;
      right = parse_word (self, *start == 't' ? "true" : "false");
      break;
    case 'n':
      right = parse_word (self, "null");
      break;
    default:
      if (*start != '-' && !g_ascii_isdigit (*start))
        return fail (self, N_("a value is missing"));
      kind = CHANCERY_JSON_NUMBER;
      right = parse_number (self);
    }
  if (!right)
    return FALSE;

  if (self->nodes != NULL)
    g_array_index (self->nodes, ChanceryJsonNode, node) =
      (ChanceryJsonNode) { .start = start, .end = self->at, .next = self->nodes->len, .kind = kind, .escaped = escaped ? 1 : 0 };
  return TRUE;
}

static gboolean
parse (Parser  *self,
       GError **error)
{
  guint line = 1;

  if (parse_value (self, 0))
    {
      skip_space (self);
      if (self->at == self->end)
        return TRUE;
      self->failure = N_("something follows after its end");
    }

  for (const char *p = self->start; p < self->at; p++)
    if (*p == '\n')
      line++;
  g_set_error (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_SYNTAX,
               /* Translators: %u is the number of a line, %s what is wrong there, as in “a comma is missing”. */
               _("Not valid JSON, line %u: %s"), line, _(self->failure));
  return FALSE;
}

void
chancery_json_tape_init (ChanceryJsonTape *self)
{
  self->nodes = g_array_new (FALSE, FALSE, sizeof (ChanceryJsonNode));
}

void
chancery_json_tape_clear (ChanceryJsonTape *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
}

/**
 * chancery_json_tape_parse:
 * @start: the first byte of UTF-8 text, which must outlive the use of @self
 * @end: the byte after its last
 *
 * Reads one value; what @self had before is forgotten.
 *
 * Returns: whether it is right; if not, @error is set, of %CHANCERY_EXCHANGE_ERROR
 */
gboolean
chancery_json_tape_parse (ChanceryJsonTape  *self,
                          const char        *start,
                          const char        *end,
                          GError           **error)
{
  Parser parser = { .start = start, .at = start, .end = end, .nodes = self->nodes };

  g_array_set_size (self->nodes, 0);
  return parse (&parser, error);
}

/**
 * chancery_json_check:
 * @text: UTF-8 that claims to be JSON
 * @root: (out): the whole, without space and a byte order mark
 *
 * Checks a whole document: its syntax and its depth. Whether it is UTF-8 is known already.
 *
 * Returns: whether it is right
 */
gboolean
chancery_json_check (const char        *text,
                     gsize              length_bytes,
                     ChanceryJsonPart  *root,
                     GError           **error)
{
  Parser parser = { .start = text, .at = text, .end = text + length_bytes };

  if (length_bytes >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    parser.at += 3;
  skip_space (&parser);
  root->start = parser.at;
  if (!parse (&parser, error))
    return FALSE;

  root->end = parser.end;
  while (root->end > root->start && strchr (" \n\r\t", root->end[-1]) != NULL)
    root->end--;
  return TRUE;
}

/* Reading nodes */

static gboolean
is_string (const char *start,
           const char *end,
           gboolean    escaped,
           const char *string,
           gsize       length_bytes)
{
  ChanceryJsonPart part = { start, end };
  g_autofree char *value = NULL;

  if (!escaped)
    return (gsize) (end - start) == length_bytes + 2 && memcmp (start + 1, string, length_bytes) == 0;

  value = chancery_json_part_dup_string (&part);
  return strcmp (value, string) == 0;
}

/**
 * chancery_json_get:
 * @object: any node
 *
 * Returns: the value of its last member of that name, or 0
 */
guint
chancery_json_get (const ChanceryJsonTape *self,
                   guint                   object,
                   const char             *key)
{
  const gsize length_bytes = strlen (key);
  guint found = 0;

  if (chancery_json_kind (self, object) != CHANCERY_JSON_OBJECT)
    return 0;

  CHANCERY_JSON_FOREACH (self, object, member)
    {
      const ChanceryJsonNode *node = chancery_json_node (self, member);

      /* The key's value is the very next node. */
      member = node->next;
      if (is_string (node->start, node->end, node->escaped != 0, key, length_bytes))
        found = member;
    }

  return found;
}

guint
chancery_json_length (const ChanceryJsonTape *self,
                      guint                   parent)
{
  guint n = 0;

  CHANCERY_JSON_FOREACH (self, parent, child)
    n++;
  return chancery_json_kind (self, parent) == CHANCERY_JSON_OBJECT ? n / 2 : n;
}

/**
 * chancery_json_element:
 *
 * Returns: the element of that number, or 0
 */
guint
chancery_json_element (const ChanceryJsonTape *self,
                       guint                   array,
                       guint                   index)
{
  CHANCERY_JSON_FOREACH (self, array, child)
    if (index-- == 0)
      return child;
  return 0;
}

gboolean
chancery_json_is (const ChanceryJsonTape *self,
                  guint                   node,
                  const char             *string)
{
  const ChanceryJsonNode *place = chancery_json_node (self, node);

  return place->kind == CHANCERY_JSON_STRING &&
         is_string (place->start, place->end, place->escaped != 0, string, strlen (string));
}

/**
 * chancery_json_dup_string:
 *
 * Returns: (transfer full) (nullable): the string, or %NULL if @node isn't one
 */
char *
chancery_json_dup_string (const ChanceryJsonTape *self,
                          guint                   node)
{
  const ChanceryJsonNode *place = chancery_json_node (self, node);
  ChanceryJsonPart part = { place->start, place->end };

  if (place->kind != CHANCERY_JSON_STRING)
    return NULL;
  return place->escaped != 0 ? chancery_json_part_dup_string (&part)
                        : g_strndup (place->start + 1, (gsize) (place->end - place->start) - 2);
}

/**
 * chancery_json_dup_raw:
 *
 * Returns: (transfer full): the bytes of the value as they came
 */
char *
chancery_json_dup_raw (const ChanceryJsonTape *self,
                       guint                   node)
{
  const ChanceryJsonNode *place = chancery_json_node (self, node);

  return g_strndup (place->start, (gsize) (place->end - place->start));
}

/**
 * chancery_json_get_uint64:
 *
 * Returns: whether @node is a whole number that isn't negative, however it is written
 */
gboolean
chancery_json_get_uint64 (const ChanceryJsonTape *self,
                          guint                   node,
                          guint64                *number)
{
  const ChanceryJsonNode *place = chancery_json_node (self, node);
  guint64 value = 0;
  double real;

  if (place->kind != CHANCERY_JSON_NUMBER)
    return FALSE;

  for (const char *p = place->start; p < place->end; p++)
    {
      if (!g_ascii_isdigit (*p))
        {
          /* 412.0 and 4e2 are whole as well. */
          real = chancery_json_get_double (self, node);
          if (!(real >= 0 && real < 9007199254740992.0) || real != (double) (guint64) real)
            return FALSE;
          *number = (guint64) real;
          return TRUE;
        }
      if (value > (G_MAXUINT64 - 9) / 10)
        return FALSE;
      value = value * 10 + (guint) g_ascii_digit_value (*p);
    }

  *number = value;
  return TRUE;
}

double
chancery_json_get_double (const ChanceryJsonTape *self,
                          guint                   node)
{
  g_autofree char *text = chancery_json_dup_raw (self, node);

  return chancery_json_kind (self, node) == CHANCERY_JSON_NUMBER ? g_ascii_strtod (text, NULL) : 0;
}

/**
 * chancery_json_is_object:
 * @text: (nullable): UTF-8
 *
 * Returns: whether @text is JSON, and an object
 */
gboolean
chancery_json_is_object (const char *text)
{
  Parser parser = { .start = text, .at = text };

  if (text == NULL)
    return FALSE;
  parser.end = text + strlen (text);
  skip_space (&parser);
  return *parser.at == '{' && parse (&parser, NULL);
}

/* Walking through what has been checked */

static const char *
skip_string (const char *at,
             const char *end)
{
  for (at = skip_plain (at + 1, end); *at != '"'; at = skip_plain (at + 1, end))
    at++;
  return at + 1;
}

static const char *
skip_white (const char *at)
{
  while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
    at++;
  return at;
}

static const char *
skip_value (const char *at,
            const char *end)
{
  guint depth = 0;

  if (*at == '"')
    return skip_string (at, end);
  if (*at != '{' && *at != '[')
    return at + strcspn (at, ",]} \n\r\t");

  do
    {
      if (*at == '"')
        {
          at = skip_string (at, end);
          continue;
        }
      if (*at == '{' || *at == '[')
        depth++;
      else if (*at == '}' || *at == ']')
        depth--;
      at++;
    }
  while (depth > 0);
  return at;
}

/**
 * chancery_json_walk_init:
 * @part: a value of a checked document
 *
 * Returns: whether it is an array or an object, so that it can be walked through
 */
gboolean
chancery_json_walk_init (ChanceryJsonWalk       *self,
                         const ChanceryJsonPart *part)
{
  *self = (ChanceryJsonWalk) { .at = part->start + 1, .end = part->end, .object = *part->start == '{' };
  return *part->start == '{' || *part->start == '[';
}

/**
 * chancery_json_walk_next:
 * @key: (out) (optional): the name of the member, as a string of JSON
 * @value: (out): the member or the element
 *
 * Returns: %FALSE at the end
 */
gboolean
chancery_json_walk_next (ChanceryJsonWalk *self,
                         ChanceryJsonPart *key,
                         ChanceryJsonPart *value)
{
  ChanceryJsonPart name = { NULL, NULL };

  self->at = skip_white (self->at);
  if (*self->at == ',')
    self->at = skip_white (self->at + 1);
  if (*self->at == ']' || *self->at == '}')
    return FALSE;

  if (self->object)
    {
      name = (ChanceryJsonPart) { self->at, skip_string (self->at, self->end) };
      /* Over the colon. */
      self->at = skip_white (skip_white (name.end) + 1);
    }
  *value = (ChanceryJsonPart) { self->at, skip_value (self->at, self->end) };
  self->at = value->end;
  if (key != NULL)
    *key = name;
  return TRUE;
}

typedef struct
{
  ChanceryJsonPart key;
  ChanceryJsonPart value;
} Member;

/**
 * chancery_json_members_init:
 * @part: a value of a checked document
 *
 * Finds the members of an object, in one walk, so that many can be asked for. What isn't an object has none.
 */
void
chancery_json_members_init (ChanceryJsonMembers    *self,
                            const ChanceryJsonPart *part)
{
  ChanceryJsonWalk walk;
  Member member;

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  if (!chancery_json_walk_init (&walk, part) || !walk.object)
    return;
  /* More than so many are no annotation's, and would only take memory. */
  while (self->members->len < MAX_MEMBERS && chancery_json_walk_next (&walk, &member.key, &member.value))
    g_array_append_val (self->members, member);
}

void
chancery_json_members_clear (ChanceryJsonMembers *self)
{
  g_clear_pointer (&self->members, g_array_unref);
}

/**
 * chancery_json_members_get:
 * @value: (out): the last member of that name
 *
 * Returns: whether there is one
 */
gboolean
chancery_json_members_get (const ChanceryJsonMembers *self,
                           const char                *key,
                           ChanceryJsonPart          *value)
{
  for (guint i = self->members->len; i > 0; i--)
    {
      const Member *member = &g_array_index (self->members, Member, i - 1);

      const gsize key_bytes = (gsize) (member->key.end - member->key.start);

      if (is_string (member->key.start, member->key.end, memchr (member->key.start, '\\', key_bytes) != NULL, key, strlen (key)))
        {
          *value = member->value;
          return TRUE;
        }
    }
  return FALSE;
}

static gunichar
read_escape (const char *at)
{
  gunichar c = 0;

  for (guint i = 0; i < 4; i++)
    c = c * 16 + (gunichar) g_ascii_xdigit_value (at[i]);
  return c;
}

/**
 * chancery_json_part_dup_string:
 * @self: a string of a checked document
 *
 * Half of a surrogate pair, and NUL, which no text of ours can have, become U+FFFD.
 *
 * Returns: (transfer full): what it says
 */
char *
chancery_json_part_dup_string (const ChanceryJsonPart *self)
{
  const char *at = self->start + 1, *end = self->end - 1;
  GString *text;

  if (memchr (at, '\\', (gsize) (end - at)) == NULL)
    return g_strndup (at, (gsize) (end - at));

  text = g_string_sized_new ((gsize) (end - at));
  while (at < end)
    {
      gunichar c;

      if (*at != '\\')
        {
          const char *escape = memchr (at, '\\', (gsize) (end - at));
          const char *stop = escape != NULL ? escape : end;

          g_string_append_len (text, at, stop - at);
          at = stop;
          continue;
        }

      at += 2;
      switch (at[-1])
        {
        case 'b':
          g_string_append_c (text, '\b');
          break;
        case 'f':
          g_string_append_c (text, '\f');
          break;
        case 'n':
          g_string_append_c (text, '\n');
          break;
        case 'r':
          g_string_append_c (text, '\r');
          break;
        case 't':
          g_string_append_c (text, '\t');
          break;
        case 'u':
          c = read_escape (at);
          at += 4;
          if (c >= 0xd800 && c < 0xdc00 && end - at >= 6 && at[0] == '\\' && at[1] == 'u')
            {
              gunichar low = read_escape (at + 2);

              if (low >= 0xdc00 && low < 0xe000)
                {
                  c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
                  at += 6;
                }
            }
          if (c == 0 || (c >= 0xd800 && c < 0xe000))
            c = 0xfffd;
          g_string_append_unichar (text, c);
          break;
        default:
          g_string_append_c (text, at[-1]);
        }
    }

  return g_string_free_and_steal (text);
}

/* Writing */

/**
 * chancery_json_append_string:
 * @string: UTF-8
 *
 * Appends @string in quotation marks. “<” is escaped, so that the JSON can stand in a page, and so are the line
 * separators that JavaScript took for line ends.
 */
void
chancery_json_append_string (GString    *json,
                             const char *string)
{
  const char *plain = string;

  g_string_append_c (json, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7f && c != 0xe2)
        continue;
      if (c == 0xe2 && (p[1] != '\x80' || (p[2] != '\xa8' && p[2] != '\xa9')))
        continue;

      g_string_append_len (json, plain, p - plain);
      if (c == '"' || c == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, (char) c);
        }
      else if (c == '\n')
        g_string_append (json, "\\n");
      else if (c == '\t')
        g_string_append (json, "\\t");
      else if (c == 0xe2)
        {
          g_string_append (json, p[2] == '\xa8' ? "\\u2028" : "\\u2029");
          p += 2;
        }
      else
        g_string_append_printf (json, "\\u%04x", c);
      plain = p + 1;
    }
  g_string_append (json, plain);
  g_string_append_c (json, '"');
}

/**
 * chancery_json_append_member:
 *
 * Appends a comma if there is a member before, and the name of the next one.
 */
void
chancery_json_append_member (GString    *json,
                             const char *key)
{
  if (json->len > 0 && strchr ("{[,", json->str[json->len - 1]) == NULL)
    g_string_append_c (json, ',');
  chancery_json_append_string (json, key);
  g_string_append_c (json, ':');
}
