/* chancery-term-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-term-file.h"

#include "chancery-content.h"
#include "chancery-enum-types.h"
#include "chancery-term-compiler.h"
#include "chancery-term-forms.h"
#include "chancery-term-people.h"
#include "chancery-word-class.h"

#define FAIL(cursor, ...) chancery_json_cursor_fail (cursor, error, CHANCERY_CONTENT_ERROR_VALUE, __VA_ARGS__)

typedef struct
{
  ChanceryCatalogue *catalogue;   /* (unowned) */
  ChanceryTermForms *forms;       /* (owned) */
  ChanceryTermCompiler *compiler; /* (owned) */
} TermFile;

static void
term_file_clear (TermFile *self)
{
  g_clear_pointer (&self->forms, chancery_term_forms_free);
  g_clear_pointer (&self->compiler, chancery_term_compiler_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TermFile, term_file_clear)

static gboolean
add_forms (TermFile                  *self,
           const ChanceryJsonCursor  *place,
           const char                *text,
           const ChanceryTermEntry   *entry,
           GError                   **error)
{
  g_autoptr (GPtrArray) forms = chancery_term_forms_expand (self->forms, place, text, error);

  if (forms == NULL)
    return FALSE;
  for (guint i = 0; i < forms->len; i++)
    {
      if (!chancery_term_compiler_add (self->compiler, g_ptr_array_index (forms, i), entry))
        return FAIL (place, "“%s” is empty or too long", (const char *) g_ptr_array_index (forms, i));
    }

  return TRUE;
}

/* A list of terms, each a string or an object that says when it is in use. */
static gboolean
read_terms (TermFile                  *self,
            const ChanceryJsonCursor  *list,
            ChanceryTermEntry          entry,
            GError                   **error)
{
  const char *const members[] = { "text", "from", "to", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint length;

  if (!chancery_json_cursor_get_length (list, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      ChanceryJsonCursor child;
      const char *text;

      entry.from = entry.to = CHANCERY_DATE_NONE;
      chancery_json_cursor_get_element (list, i, &child);
      if (chancery_json_cursor_is_string (&child))
        {
          if (!chancery_json_cursor_read_string (&child, &text, error))
            return FALSE;
        }
      else if (!chancery_json_cursor_check_object (&child, members, error) ||
               !chancery_json_cursor_get_string (&child, "text", &text, error) ||
               !chancery_json_cursor_get_period (&child, &entry.from, &entry.to, error))
        {
          return FALSE;
        }
      if (!g_hash_table_add (seen, (gpointer) text))
        return FAIL (&child, "“%s” is there twice", text);
      if (!add_forms (self, &child, text, &entry, error))
        return FALSE;
    }

  return TRUE;
}

/* Walks over the members of an object. */
typedef gboolean (* ReadMember) (TermFile                  *self,
                                 const char                *name,
                                 const ChanceryJsonCursor  *value,
                                 GError                   **error);

static gboolean
read_members (TermFile                  *self,
              const ChanceryJsonCursor  *object,
              ReadMember                 read,
              GError                   **error)
{
  JsonObjectIter iter;
  const char *name;

  if (!JSON_NODE_HOLDS_OBJECT (object->node))
    return chancery_json_cursor_check_object (object, NULL, error);

  json_object_iter_init_ordered (&iter, json_node_get_object (object->node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      ChanceryJsonCursor value;

      chancery_json_cursor_get_optional (object, name, &value);
      if (!read (self, name, &value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_state (TermFile                  *self,
             const char                *iso,
             const ChanceryJsonCursor  *place,
             GError                   **error)
{
  ChanceryState *state = chancery_catalogue_lookup_state (self->catalogue, iso);

  if (state == NULL || !chancery_state_get_is_sovereign (state))
    return FAIL (place, "“%s” is not the code of a state", iso);

  return TRUE;
}

static gboolean
read_state (TermFile                  *self,
            const char                *iso,
            const ChanceryJsonCursor  *value,
            GError                   **error)
{
  JsonObjectIter iter;
  const char *word;

  if (!check_state (self, iso, value, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (value->node))
    return chancery_json_cursor_check_object (value, NULL, error);

  json_object_iter_init_ordered (&iter, json_node_get_object (value->node));
  while (json_object_iter_next_ordered (&iter, &word, NULL))
    {
      ChanceryTermEntry entry = { 0 };
      ChanceryJsonCursor list;
      int kind;

      chancery_json_cursor_get_optional (value, word, &list);
      if (!chancery_enum_from_nick (CHANCERY_TYPE_MENTION_KIND, word, &kind) || kind == CHANCERY_MENTION_KIND_LEADER)
        return FAIL (value, "“%s” is not a known member", word);
      g_strlcpy (entry.iso, iso, sizeof entry.iso);
      entry.kind = (guint8) kind;
      if (!read_terms (self, &list, entry, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_combining (TermFile                  *self,
                const char                *iso,
                const ChanceryJsonCursor  *value,
                GError                   **error)
{
  ChanceryTermEntry entry = { .kind = CHANCERY_MENTION_KIND_DEMONYM, .flags = CHANCERY_TERM_COMBINING };

  if (!check_state (self, iso, value, error))
    return FALSE;
  g_strlcpy (entry.iso, iso, sizeof entry.iso);

  return read_terms (self, value, entry, error);
}

static gboolean
read_words (TermFile                  *self,
            const char                *name,
            const ChanceryJsonCursor  *value,
            GError                   **error)
{
  guint64 word_class = chancery_word_class_from_name (name);
  g_auto (GStrv) words = NULL;
  const char *text;

  if (word_class == 0)
    return FAIL (value, "there is no class “%s” of words", name);
  if (!chancery_json_cursor_read_string (value, &text, error))
    return FALSE;

  words = g_strsplit (text, " ", -1);
  for (guint w = 0; words[w] != NULL; w++)
    {
      g_autoptr (GPtrArray) forms = chancery_term_forms_expand (self->forms, value, words[w], error);

      if (forms == NULL)
        return FALSE;
      for (guint i = 0; i < forms->len; i++)
        chancery_term_compiler_add_classes (self->compiler, g_ptr_array_index (forms, i), word_class);
    }

  return TRUE;
}

static void
add_people (TermFile *self)
{
  GListModel *states = chancery_catalogue_get_states (self->catalogue);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (ChanceryState) state = g_list_model_get_item (states, i);
      const ChanceryOfficeHolder *holders;
      gsize n_holders;

      holders = chancery_state_get_office_holders (state, &n_holders);
      for (gsize h = 0; chancery_state_get_is_sovereign (state) && h < n_holders; h++)
        {
          guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, holders[h].name));

          if (number == 0)
            {
              number = g_hash_table_size (numbers) + 1;
              g_hash_table_insert (numbers, (gpointer) holders[h].name, GUINT_TO_POINTER (number));
            }
          chancery_term_people_add (self->compiler, chancery_state_get_iso (state), number, &holders[h]);
        }
    }
}

/**
 * chancery_term_file_compile:
 * @file: the terms of a language
 * @catalogue: the states and who held their offices
 * @swap: whether to write for a machine of the other byte order
 * @cancellable: (nullable): a #GCancellable
 * @error: return location
 *
 * Compiles a language. What the files of data/terms say, and how, is in
 * CONTRIBUTING.md.
 *
 * Returns: (transfer full): the index for chancery_term_index_new(), or %NULL
 *   with @error set, which names the file and the member
 */
GBytes *
chancery_term_file_compile (GFile             *file,
                            ChanceryCatalogue *catalogue,
                            gboolean           swap,
                            GCancellable      *cancellable,
                            GError           **error)
{
  const char *const members[] = { "schemaVersion", "lang", "source", "license", "asOf", "remark", "paradigms", "states",
                                  "territories", "combining", "blocked", "words", NULL };
  const ChanceryTermEntry blocked = { .flags = CHANCERY_TERM_BLOCKED };
  g_auto (TermFile) self = { .catalogue = catalogue };
  g_autoptr (JsonParser) parser = NULL;
  ChanceryJsonCursor root, version, paradigms, states, territories, combining, phrases, words;
  const char *lang, *source, *license, *remark;
  ChanceryDate as_of;
  guint number;

  parser = chancery_json_load (file, cancellable, &root, error);
  if (parser == NULL ||
      !chancery_json_cursor_check_object (&root, members, error) ||
      !chancery_json_cursor_get_member (&root, "schemaVersion", &version, error) ||
      !chancery_json_cursor_read_uint (&version, 1, 1, &number, error) ||
      !chancery_json_cursor_get_string (&root, "lang", &lang, error) ||
      !chancery_json_cursor_get_string (&root, "source", &source, error) ||
      !chancery_json_cursor_get_string (&root, "license", &license, error) ||
      !chancery_json_cursor_get_optional_string (&root, "remark", &remark, error) ||
      !chancery_json_cursor_get_optional_date (&root, "asOf", &as_of, error) ||
      !chancery_json_cursor_get_member (&root, "paradigms", &paradigms, error) ||
      !chancery_json_cursor_get_member (&root, "states", &states, error) ||
      !chancery_json_cursor_get_member (&root, "territories", &territories, error) ||
      !chancery_json_cursor_get_member (&root, "combining", &combining, error) ||
      !chancery_json_cursor_get_member (&root, "blocked", &phrases, error) ||
      !chancery_json_cursor_get_member (&root, "words", &words, error))
    return NULL;

  self.forms = chancery_term_forms_new (&paradigms, error);
  if (self.forms == NULL)
    return NULL;
  self.compiler = chancery_term_compiler_new (lang);
  if (!read_terms (&self, &phrases, blocked, error) ||
      !read_members (&self, &combining, read_combining, error) ||
      !read_members (&self, &words, read_words, error) ||
      !read_members (&self, &states, read_state, error) ||
      !read_terms (&self, &territories, blocked, error))
    return NULL;
  add_people (&self);

  return chancery_term_compiler_finish (g_steal_pointer (&self.compiler), swap);
}
