/* chancery-annotation-check.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) says that an annotation MUST
 * and MUST NOT be. */

#include "chancery-annotation-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-annotation-model.h"
#include "chancery-exchange-error.h"
#include "chancery-exchange-text.h"

typedef struct
{
  const ChanceryJsonTape *tape;
  /* Where the check is, as in “target.selector” */
  GString *place;
  ChanceryAnnotationWarnFunc warn;
  gpointer user_data;
  GError **error;
} Check;

static gsize
enter (Check      *self,
       const char *member)
{
  const gsize before = self->place->len;

  if (before > 0 && *member != '[')
    g_string_append_c (self->place, '.');
  g_string_append (self->place, member);
  return before;
}

static gsize
enter_element (Check *self,
               guint  index)
{
  char text[24];

  g_snprintf (text, sizeof text, "[%u]", index);
  return enter (self, text);
}

/* Where a failure happened stays in the place. */
static gboolean
leave (Check    *self,
       gsize     before,
       gboolean  right)
{
  if (right)
    g_string_truncate (self->place, before);
  return right;
}

static gboolean
fail (Check      *self,
      const char *message)
{
  g_set_error_literal (self->error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_MODEL, message);
  return FALSE;
}

static gboolean fail_member (Check      *self,
                             const char *member,
                             const char *format,
                             ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail_member (Check      *self,
             const char *member,
             const char *format,
             ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  enter (self, member);
  return fail (self, message);
}

static void
warn_kind (Check      *self,
           const char *member)
{
  g_autofree char *message =
    g_strdup_printf (_("“%s” is not of the kind that the model asks for. It was kept as it came."), member);
  gsize before = enter (self, member);

  if (self->warn != NULL)
    self->warn (self->place->str, message, self->user_data);
  g_string_truncate (self->place, before);
}

static void
warn_unknown (Check      *self,
              const char *member)
{
  g_autofree char *message =
    g_strdup_printf (_("“%s” is not a member that the model knows. It was kept as it came."), member);
  gsize before = enter (self, member);

  if (self->warn != NULL)
    self->warn (self->place->str, message, self->user_data);
  g_string_truncate (self->place, before);
}

static guint
get (Check      *self,
     guint       object,
     const char *member)
{
  return chancery_json_get (self->tape, object, member);
}

static ChanceryJsonKind
kind (Check *self,
      guint  node)
{
  return chancery_json_kind (self->tape, node);
}

static gboolean
is_iri (Check *self,
        guint  node)
{
  g_autofree char *text = chancery_json_dup_string (self->tape, node);

  return text != NULL && chancery_exchange_is_iri (text);
}

/* Members that several things have */

static gboolean
check_single_iri (Check      *self,
                  guint       object,
                  const char *member)
{
  guint node = get (self, object, member);

  return node == 0 || is_iri (self, chancery_annotation_single (self->tape, node)) ||
         fail_member (self, member, _("“%s” should be one absolute address."), member);
}

static gboolean
check_iris (Check      *self,
            guint       object,
            const char *member)
{
  guint node = get (self, object, member);

  if (node == 0 || is_iri (self, node))
    return TRUE;
  if (kind (self, node) != CHANCERY_JSON_ARRAY || chancery_json_length (self->tape, node) == 0)
    return fail_member (self, member, _("“%s” should be absolute addresses."), member);

  CHANCERY_JSON_FOREACH (self->tape, node, element)
    if (!is_iri (self, element))
      return fail_member (self, member, _("“%s” should be absolute addresses."), member);
  return TRUE;
}

static gboolean
check_time (Check      *self,
            guint       object,
            const char *member)
{
  guint node = get (self, object, member);
  g_autofree char *text = NULL;
  gint64 time_us;

  if (node == 0)
    return TRUE;
  text = chancery_json_dup_string (self->tape, chancery_annotation_single (self->tape, node));
  return (text != NULL && chancery_exchange_parse_time (text, &time_us)) ||
         fail_member (self, member, _("“%s” should be one time, as in 2026-11-23T08:00:00Z."), member);
}

static gboolean
check_string (Check      *self,
              guint       object,
              const char *member,
              gboolean    needed)
{
  guint node = get (self, object, member);

  if (node == 0)
    return !needed || fail_member (self, member, _("“%s” is missing."), member);
  return kind (self, node) == CHANCERY_JSON_STRING || fail_member (self, member, _("“%s” should be one string."), member);
}

static gboolean
check_number (Check      *self,
              guint       object,
              const char *member,
              guint64    *number)
{
  guint node = get (self, object, member);

  if (node == 0)
    return fail_member (self, member, _("“%s” is missing."), member);
  return chancery_json_get_uint64 (self->tape, node, number) ||
         fail_member (self, member, _("“%s” should be a whole number that isn’t negative."), member);
}

static gboolean
check_direction (Check *self,
                 guint  object)
{
  guint node = chancery_annotation_single (self->tape, get (self, object, "textDirection"));

  return node == 0 || chancery_json_is (self->tape, node, "ltr") || chancery_json_is (self->tape, node, "rtl") ||
         chancery_json_is (self->tape, node, "auto") ||
         fail_member (self, "textDirection", _("“%s” should be “ltr”, “rtl” or “auto”."), "textDirection");
}

/* An agent is an address or an object; what else it may be is only recommended. */
static void
look_at_agent (Check      *self,
               guint       object,
               const char *member)
{
  guint node = get (self, object, member);

  if (node == 0)
    return;
  if (kind (self, node) == CHANCERY_JSON_ARRAY && chancery_json_length (self->tape, node) > 0)
    node++;
  if (kind (self, node) != CHANCERY_JSON_OBJECT && !is_iri (self, node))
    warn_kind (self, member);
}

static void
look_at_strings (Check      *self,
                 guint       object,
                 const char *member,
                 gboolean    single)
{
  guint node = get (self, object, member);

  if (node == 0 || kind (self, node) == CHANCERY_JSON_STRING)
    return;
  if (kind (self, node) != CHANCERY_JSON_ARRAY || (single && chancery_json_length (self->tape, node) > 1))
    {
      warn_kind (self, member);
      return;
    }
  CHANCERY_JSON_FOREACH (self->tape, node, element)
    if (kind (self, element) != CHANCERY_JSON_STRING)
      {
        warn_kind (self, member);
        return;
      }
}

static gboolean
check_life (Check *self,
            guint  object)
{
  look_at_agent (self, object, "creator");
  look_at_agent (self, object, "generator");
  return check_time (self, object, "created") && check_time (self, object, "modified") &&
         check_iris (self, object, "rights") && check_single_iri (self, object, "canonical") &&
         check_iris (self, object, "via");
}

/* Selectors and states */

typedef gboolean (*CheckFunc) (Check *self,
                               guint  node);

/* One or more. */
static gboolean
check_each (Check      *self,
            guint       object,
            const char *member,
            CheckFunc   check)
{
  guint node = get (self, object, member);
  gsize before;
  guint index = 0;

  if (node == 0)
    return TRUE;
  before = enter (self, member);
  if (kind (self, node) != CHANCERY_JSON_ARRAY)
    return leave (self, before, check (self, node));

  CHANCERY_JSON_FOREACH (self->tape, node, element)
    {
      gsize inside = enter_element (self, index++);

      if (!leave (self, inside, check (self, element)))
        return FALSE;
    }
  return leave (self, before, TRUE);
}

static gboolean check_selector (Check *self,
                                guint  node);

static gboolean
check_range_end (Check      *self,
                 guint       object,
                 const char *member)
{
  guint node = get (self, object, member);

  if (node == 0)
    return fail_member (self, member, _("“%s” is missing."), member);
  return check_each (self, object, member, check_selector);
}

static gboolean
check_known_selector (Check *self,
                      guint  node)
{
  guint64 start, end;

  if (chancery_annotation_has_type (self->tape, node, "FragmentSelector"))
    return check_string (self, node, "value", TRUE) && check_single_iri (self, node, "conformsTo");
  if (chancery_annotation_has_type (self->tape, node, "CssSelector") ||
      chancery_annotation_has_type (self->tape, node, "XPathSelector") ||
      chancery_annotation_has_type (self->tape, node, "HttpRequestState"))
    return check_string (self, node, "value", TRUE);
  if (chancery_annotation_has_type (self->tape, node, "TextQuoteSelector"))
    return check_string (self, node, "exact", TRUE) && check_string (self, node, "prefix", FALSE) &&
           check_string (self, node, "suffix", FALSE);
  if (chancery_annotation_has_type (self->tape, node, "TextPositionSelector") ||
      chancery_annotation_has_type (self->tape, node, "DataPositionSelector"))
    return check_number (self, node, "start", &start) && check_number (self, node, "end", &end) &&
           (start <= end || fail (self, _("The selector ends before it begins.")));
  if (chancery_annotation_has_type (self->tape, node, "SvgSelector"))
    return check_string (self, node, "value", get (self, node, "id") == 0);
  if (chancery_annotation_has_type (self->tape, node, "RangeSelector"))
    return check_range_end (self, node, "startSelector") && check_range_end (self, node, "endSelector");
  if (chancery_annotation_has_type (self->tape, node, "TimeState"))
    return check_time (self, node, "sourceDateStart") && check_time (self, node, "sourceDateEnd") &&
           check_iris (self, node, "cached");

  /* One that the model doesn't know is kept, and so is a bare address. */
  return get (self, node, "type") != 0 || get (self, node, "id") != 0 ||
         fail (self, _("This is neither an address nor a selector or state."));
}

static gboolean
check_selector (Check *self,
                guint  node)
{
  if (is_iri (self, node))
    return TRUE;
  if (kind (self, node) != CHANCERY_JSON_OBJECT)
    return fail (self, _("This is neither an address nor a selector or state."));
  return check_single_iri (self, node, "id") && check_known_selector (self, node) &&
         check_each (self, node, "refinedBy", check_selector);
}

/* Bodies and targets */

static gboolean
is_set (Check *self,
        guint  node)
{
  static const char * const types[] = { "Choice", "Composite", "List", "Independents" };
  guint type = get (self, node, "type");

  for (gsize i = 0; type != 0 && i < G_N_ELEMENTS (types); i++)
    if (chancery_json_is (self->tape, type, types[i]))
      return TRUE;
  return FALSE;
}

/* What a resource may have, with the lengths, since this is asked of every member there is. */
#define KNOWN(name) { name, sizeof (name) - 1 }

static const struct
{
  const char *name;
  gsize length;
} known_members[] = {
  KNOWN ("type"), KNOWN ("value"), KNOWN ("purpose"), KNOWN ("format"), KNOWN ("source"), KNOWN ("selector"), KNOWN ("id"),
  KNOWN ("@context"), KNOWN ("language"), KNOWN ("processingLanguage"), KNOWN ("textDirection"), KNOWN ("state"),
  KNOWN ("styleClass"), KNOWN ("renderedVia"), KNOWN ("scope"), KNOWN ("items"), KNOWN ("creator"), KNOWN ("created"),
  KNOWN ("modified"), KNOWN ("generator"), KNOWN ("generated"), KNOWN ("audience"), KNOWN ("accessibility"),
  KNOWN ("rights"), KNOWN ("canonical"), KNOWN ("via"), KNOWN ("label"), KNOWN ("motivation"), KNOWN ("cached"),
  KNOWN ("refinedBy"), KNOWN ("conformsTo"), KNOWN ("name"), KNOWN ("nickname"), KNOWN ("email"), KNOWN ("homepage"),
};

static void
look_at_members (Check *self,
                 guint  node)
{
  CHANCERY_JSON_FOREACH (self->tape, node, key)
    {
      const ChanceryJsonNode *place = chancery_json_node (self->tape, key);
      const gsize length = (gsize) (place->end - place->start) - 2;
      gboolean known = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (known_members) && !known; i++)
        known = known_members[i].length == length && memcmp (known_members[i].name, place->start + 1, length) == 0;
      if (!known)
        {
          g_autofree char *name = chancery_json_dup_string (self->tape, key);

          /* What belongs to another vocabulary says which. */
          if (strchr (name, ':') == NULL && *name != '@')
            warn_unknown (self, name);
        }
      key++;
    }
}

static gboolean check_body (Check *self,
                            guint  node);
static gboolean check_target (Check *self,
                              guint  node);

static gboolean
check_source (Check *self,
              guint  node)
{
  if (kind (self, node) != CHANCERY_JSON_OBJECT)
    return is_iri (self, chancery_annotation_single (self->tape, node)) ||
           fail (self, _("This is neither an address nor a resource that the model knows."));
  return get (self, node, "id") != 0
    ? check_single_iri (self, node, "id") && check_direction (self, node) && check_life (self, node)
    : fail (self, _("This is neither an address nor a resource that the model knows."));
}

static gboolean
check_resource (Check *self,
                guint  node,
                gboolean  is_body)
{
  guint items, source, value, id;
  guint n_kinds;
  gsize before;

  if (kind (self, node) == CHANCERY_JSON_STRING && is_iri (self, node))
    return TRUE;
  if (kind (self, node) != CHANCERY_JSON_OBJECT)
    return fail (self, _("This is neither an address nor a resource that the model knows."));

  items = get (self, node, "items");
  source = get (self, node, "source");
  value = get (self, node, "value");
  id = get (self, node, "id");
  n_kinds = (items != 0) + (source != 0) + (value != 0);

  if (n_kinds > 1 || (items != 0 && get (self, node, "purpose") != 0) ||
      (n_kinds == 0 && id != 0 && get (self, node, "purpose") != 0))
    return fail (self, _("This is several kinds of resource at once."));
  /* Text can be what an annotation says; what it is about has an address. */
  if (!(items != 0 && is_set (self, node)) && source == 0 && id == 0 && (value == 0 || !is_body))
    return fail (self, _("This is neither an address nor a resource that the model knows."));

  if (!check_single_iri (self, node, "id") || (value != 0 && !check_string (self, node, "value", TRUE)) ||
      !check_direction (self, node) || !check_life (self, node) ||
      !check_each (self, node, "selector", check_selector) || !check_each (self, node, "state", check_selector))
    return FALSE;
  if (get (self, node, "styleClass") != 0 && source == 0)
    return fail_member (self, "styleClass", _("“%s” belongs to a resource with a source."), "styleClass");
  look_at_strings (self, node, "format", FALSE);
  look_at_strings (self, node, "language", FALSE);
  look_at_strings (self, node, "processingLanguage", TRUE);
  look_at_members (self, node);

  if (source != 0)
    {
      before = enter (self, "source");
      return leave (self, before, check_source (self, source));
    }
  if (items != 0)
    return kind (self, items) == CHANCERY_JSON_ARRAY && chancery_json_length (self->tape, items) > 0
      ? check_each (self, node, "items", is_body ? check_body : check_target)
      : fail_member (self, "items", _("“%s” is missing."), "items");
  return TRUE;
}

static gboolean
check_body (Check *self,
            guint  node)
{
  return check_resource (self, node, TRUE);
}

static gboolean
check_target (Check *self,
              guint  node)
{
  return check_resource (self, node, FALSE);
}

/* The annotation */

static gboolean
is_context (const ChanceryJsonTape *tape,
            guint                   node)
{
  return chancery_json_is (tape, node, CHANCERY_ANNOTATION_CONTEXT) ||
         chancery_json_is (tape, node, "https://www.w3.org/ns/anno.jsonld");
}

/**
 * chancery_annotation_check_context:
 * @context: the value of “@context”
 *
 * Returns: whether it is the context of Web Annotation, alone or among others
 */
gboolean
chancery_annotation_check_context (const ChanceryJsonTape *tape,
                                   guint                   context)
{
  if (chancery_json_kind (tape, context) != CHANCERY_JSON_ARRAY)
    return is_context (tape, context);

  CHANCERY_JSON_FOREACH (tape, context, element)
    if (is_context (tape, element))
      return TRUE;
  return FALSE;
}

static gboolean
check_annotation (Check    *self,
                  gboolean  inherits_context)
{
  guint context, target;

  if (kind (self, 0) != CHANCERY_JSON_OBJECT)
    return fail (self, _("An annotation should be an object."));

  context = get (self, 0, "@context");
  if (context == 0 && !inherits_context)
    return fail_member (self, "@context", _("“%s” is missing."), "@context");
  if (context != 0 && !inherits_context && !chancery_annotation_check_context (self->tape, context))
    return fail_member (self, "@context", _("“%s” is not that of Web Annotation."), "@context");
  if (get (self, 0, "id") == 0)
    return fail_member (self, "id", _("“%s” is missing."), "id");
  if (!check_single_iri (self, 0, "id"))
    return FALSE;
  if (get (self, 0, "type") == 0)
    return fail_member (self, "type", _("“%s” is missing."), "type");
  if (!chancery_annotation_has_type (self->tape, 0, "Annotation"))
    return fail_member (self, "type", _("“%s” is not “Annotation”."), "type");

  target = get (self, 0, "target");
  if (target == 0 || (kind (self, target) == CHANCERY_JSON_ARRAY && chancery_json_length (self->tape, target) == 0))
    return fail_member (self, "target", _("“%s” is missing."), "target");
  if (get (self, 0, "body") != 0 && get (self, 0, "bodyValue") != 0)
    return fail_member (self, "bodyValue", _("“%s” must not be there beside “body”."), "bodyValue");

  return check_string (self, 0, "bodyValue", FALSE) && check_time (self, 0, "generated") && check_life (self, 0) &&
         check_each (self, 0, "body", check_body) && check_each (self, 0, "target", check_target);
}

/**
 * chancery_annotation_check:
 * @tape: an annotation
 * @inherits_context: whether it is in a collection, which has the context
 * @warn: (nullable): told of small mistakes
 * @place: (out): where it is wrong, as in “target.selector”; empty for the whole of it
 *
 * Checks an annotation against all that the model says it must be. Any thread.
 *
 * Returns: whether it is right; if not, @error says why, in %CHANCERY_EXCHANGE_ERROR_MODEL
 */
gboolean
chancery_annotation_check (const ChanceryJsonTape      *tape,
                           gboolean                     inherits_context,
                           ChanceryAnnotationWarnFunc   warn,
                           gpointer                     user_data,
                           char                       **place,
                           GError                     **error)
{
  Check check = { tape, g_string_new (NULL), warn, user_data, error };
  gboolean right = check_annotation (&check, inherits_context);

  *place = g_string_free_and_steal (check.place);
  return right;
}
