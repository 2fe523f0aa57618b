/* chancery-term-forms.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-term-forms.h"

#include <string.h>

#include "chancery-content.h"

/* A term stands for all its inflected forms: “Армени{ия}” is a stem and a paradigm, the list of its endings. */

struct _ChanceryTermForms
{
  GHashTable *paradigms; /* a name -> GPtrArray of its endings */
};

/* More would be a mistake in the file. */
#define MAX_FORMS 4096u

#define FAIL(cursor, ...) chancery_json_cursor_fail (cursor, error, CHANCERY_CONTENT_ERROR_VALUE, __VA_ARGS__)

static GPtrArray *
read_endings (const ChanceryJsonCursor  *list,
              GError                   **error)
{
  g_autoptr (GPtrArray) endings = g_ptr_array_new_with_free_func (g_free);
  guint length;

  if (!chancery_json_cursor_get_length (list, &length, error))
    return NULL;
  if (length == 0)
    return FAIL (list, "a paradigm has one ending at least"), NULL;

  for (guint i = 0; i < length; i++)
    {
      ChanceryJsonCursor child;

      chancery_json_cursor_get_element (list, i, &child);
      /* An ending may be empty, which no other string may. */
      if (!JSON_NODE_HOLDS_VALUE (child.node) || json_node_get_value_type (child.node) != G_TYPE_STRING)
        return chancery_json_cursor_fail (&child, error, CHANCERY_CONTENT_ERROR_TYPE, "should be a string"), NULL;
      g_ptr_array_add (endings, g_strdup (json_node_get_string (child.node)));
    }

  return g_steal_pointer (&endings);
}

/**
 * chancery_term_forms_new:
 * @paradigms: an object of lists of endings
 *
 * Returns: (transfer full) (nullable): the paradigms of a language, or %NULL
 *   with @error set
 */
ChanceryTermForms *
chancery_term_forms_new (const ChanceryJsonCursor  *paradigms,
                         GError                   **error)
{
  g_autoptr (ChanceryTermForms) self = g_new0 (ChanceryTermForms, 1);
  JsonObjectIter iter;
  const char *name;

  self->paradigms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (!JSON_NODE_HOLDS_OBJECT (paradigms->node))
    return chancery_json_cursor_check_object (paradigms, NULL, error), NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (paradigms->node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      ChanceryJsonCursor list;
      GPtrArray *endings;

      chancery_json_cursor_get_optional (paradigms, name, &list);
      endings = read_endings (&list, error);
      if (endings == NULL)
        return NULL;
      g_hash_table_insert (self->paradigms, g_strdup (name), endings);
    }

  return g_steal_pointer (&self);
}

void
chancery_term_forms_free (ChanceryTermForms *self)
{
  g_hash_table_unref (self->paradigms);
  g_free (self);
}

/* A stretch of a term: what is written, then perhaps a paradigm. */
typedef struct
{
  const char *stem;
  gsize stem_bytes;
  const GPtrArray *endings; /* (nullable) */
  gboolean multiplies;
} Part;

static gboolean
read_parts (const ChanceryTermForms   *self,
            const ChanceryJsonCursor  *place,
            const char                *text,
            GArray                    *parts,
            guint                     *n_together,
            GError                   **error)
{
  *n_together = 0;

  while (*text != '\0')
    {
      Part part = { text, strcspn (text, "{}"), NULL, FALSE };

      text += part.stem_bytes;
      if (*text != '\0')
        {
          const char *end = strchr (text, '}');
          g_autofree char *name = NULL;

          if (*text == '}' || end == NULL)
            return FAIL (place, "a brace stands alone");
          part.multiplies = text[1] == '*';
          text += part.multiplies ? 2 : 1;
          name = g_strndup (text, (gsize) (end - text));
          part.endings = g_hash_table_lookup (self->paradigms, name);
          if (part.endings == NULL)
            return FAIL (place, "there is no paradigm “%s”", name);
          if (!part.multiplies)
            {
              if (*n_together != 0 && *n_together != part.endings->len)
                return FAIL (place, "the paradigms have %u and %u endings", *n_together, part.endings->len);
              *n_together = part.endings->len;
            }
          text = end + 1;
        }
      g_array_append_val (parts, part);
    }

  return TRUE;
}

static void
add_forms (const GArray *parts,
           guint         p,
           guint         together,
           GString      *form,
           GHashTable   *seen,
           GPtrArray    *forms)
{
  const Part *part = &g_array_index (parts, Part, p);
  gsize length = form->len;
  guint n_endings;

  if (p == parts->len)
    {
      if (forms->len < MAX_FORMS && g_hash_table_add (seen, g_strdup (form->str)))
        g_ptr_array_add (forms, g_strdup (form->str));
      return;
    }

  n_endings = part->endings != NULL && part->multiplies ? part->endings->len : 1;
  for (guint e = 0; e < n_endings; e++)
    {
      g_string_append_len (form, part->stem, (gssize) part->stem_bytes);
      if (part->endings != NULL)
        g_string_append (form, g_ptr_array_index (part->endings, part->multiplies ? e : together));
      add_forms (parts, p + 1, together, form, seen, forms);
      g_string_truncate (form, length);
    }
}

/**
 * chancery_term_forms_expand:
 * @place: where @text stands, for errors
 * @text: a term, in which `{name}` stands for each ending of a paradigm, and
 *   several go together by their position (“Российск{ая} Федераци{я}”), while
 *   `{*name}` goes with each of the others
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the forms, each once,
 *   or %NULL with @error set
 */
GPtrArray *
chancery_term_forms_expand (const ChanceryTermForms   *self,
                            const ChanceryJsonCursor  *place,
                            const char                *text,
                            GError                   **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) parts = g_array_new (TRUE, TRUE, sizeof (Part));
  g_autoptr (GString) form = g_string_new (NULL);
  guint n_together;

  if (!read_parts (self, place, text, parts, &n_together, error))
    return NULL;
  for (guint i = 0; i < MAX (n_together, 1); i++)
    add_forms (parts, 0, i, form, seen, forms);
  if (forms->len == MAX_FORMS)
    return FAIL (place, "“%s” has %u forms or more", text, MAX_FORMS), NULL;

  return g_steal_pointer (&forms);
}
