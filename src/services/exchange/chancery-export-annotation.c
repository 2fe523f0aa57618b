/* chancery-export-annotation.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* W3C Web Annotation: a collection with one page that is in it, in JSON-LD. */

#include "chancery-export-formats.h"

#include <glib/gi18n.h>

#include "chancery-annotation-model.h"
#include "chancery-annotation-writer.h"
#include "chancery-exchange-text.h"
#include "chancery-json-tape.h"

typedef struct
{
  char *urn;
  gboolean page_begun;
} State;

static void
begin (ChanceryExport *export,
       GString        *text)
{
  const ChanceryExportOptions *options = chancery_export_get_options (export);
  State *state = chancery_export_get_state (export);
  g_autofree char *uid = g_uuid_string_random ();

  state->urn = chancery_exchange_uid_to_urn (uid);
  g_string_append (text, "{\n\"@context\":[\"" CHANCERY_ANNOTATION_CONTEXT "\","
                   "{\"schema\":\"http://schema.org/\",\"chancery\":\"" CHANCERY_ANNOTATION_NAMESPACE "\"}],\n\"id\":");
  chancery_json_append_string (text, state->urn);
  g_string_append (text, ",\n\"type\":\"AnnotationCollection\",\n\"label\":");
  chancery_json_append_string (text, chancery_export_get_title (export));
  g_string_append (text, ",\n\"created\":\"");
  if (!chancery_exchange_append_time (text, options->now_us))
    g_string_append (text, "1970-01-01T00:00:00Z");
  g_string_append (text, "\",\n\"chancery:articles\":[");
}

static void
article (ChanceryExport  *export,
         ChanceryArticle *one,
         GString         *text)
{
  g_string_append (text, chancery_export_get_n_articles (export) > 0 ? ",\n" : "\n");
  chancery_annotation_append_article (text, one, chancery_export_get_options (export)->with_text);
}

static void
begin_page (ChanceryExport *export,
            GString        *text)
{
  State *state = chancery_export_get_state (export);

  if (state->page_begun)
    return;
  state->page_begun = TRUE;
  g_string_append_printf (text, "],\n\"first\":{\n\"id\":\"%s#page\",\n\"type\":\"AnnotationPage\",\n\"partOf\":\"%s\",\n"
                          "\"startIndex\":0,\n\"items\":[", state->urn, state->urn);
}

static void
note (ChanceryExport  *export,
      ChanceryArticle *its_article,
      ChanceryNote    *one,
      GString         *text)
{
  begin_page (export, text);
  g_string_append (text, chancery_export_get_n_notes (export) > 0 ? ",\n" : "\n");
  chancery_annotation_append (text, one, its_article);
}

static void
end (ChanceryExport *export,
     GString        *text)
{
  begin_page (export, text);
  g_string_append_printf (text, "]},\n\"total\":%u\n}\n", chancery_export_get_n_notes (export));
}

static void
clear (gpointer data)
{
  State *state = data;

  g_free (state->urn);
}

const ChanceryExportFormat chancery_export_annotation = {
  .id = "jsonld",
  .name = N_("Web Annotation (JSON-LD)"),
  .extension = "jsonld",
  .mime_type = "application/ld+json",
  .scope = CHANCERY_EXPORT_NOTES,
  .restores = TRUE,
  .wants_articles = TRUE,
  .state_size = sizeof (State),
  .begin = begin,
  .article = article,
  .note = note,
  .end = end,
  .clear = clear,
};
