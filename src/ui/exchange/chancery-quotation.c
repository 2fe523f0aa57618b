/* chancery-quotation.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-quotation.h"

#include <string.h>

#include "exchange/chancery-citation.h"

#define HTML "text/html"
#define TEXT "text/plain;charset=utf-8"

/* Who takes formatted text needn't guess its encoding. */
#define HTML_HEAD "<meta charset=\"utf-8\">"

struct _ChanceryQuotation
{
  GdkContentProvider parent_instance;

  GPtrArray *notes; /* (owned) (nullable) (element-type ChanceryNote): until they are loaded */
  ChanceryLibrary *library; /* (owned) (nullable) */
  ChanceryArticle *article; /* (owned) (nullable): of the note before */
  GString *text;
  GString *html;
  guint n_loaded;
  GPtrArray *waiting; /* (owned) (nullable) (element-type GTask): while it loads */
};

G_DEFINE_FINAL_TYPE (ChanceryQuotation, chancery_quotation, GDK_TYPE_CONTENT_PROVIDER)

static void
add (ChanceryQuotation *self,
     char              *text,
     char              *html)
{
  if (self->text->len > 0)
    {
      g_string_append (self->text, "\n\n");
      g_string_append_c (self->html, '\n');
    }
  g_string_append (self->text, text);
  g_string_append (self->html, html);
  g_free (text);
  g_free (html);
}

static void
add_note (ChanceryQuotation *self,
          ChanceryNote      *note,
          ChanceryArticle   *article)
{
  add (self, chancery_citation_note (article, note), chancery_citation_note_html (article, note));
}

/* Loading */

static void load_next (ChanceryQuotation *self);

static void
article_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ChanceryQuotation) self = user_data;

  /* Without its article, the passage alone. */
  g_clear_object (&self->article);
  self->article = chancery_library_load_article_finish (CHANCERY_LIBRARY (source), result, NULL);
  add_note (self, g_ptr_array_index (self->notes, self->n_loaded++), self->article);
  load_next (self);
}

static void
finish_loading (ChanceryQuotation *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_object (&self->article);
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
}

/* Notes on one article come one after the other, so that one article at a time is enough. */
static void
load_next (ChanceryQuotation *self)
{
  while (self->n_loaded < self->notes->len)
    {
      ChanceryNote *note = g_ptr_array_index (self->notes, self->n_loaded);
      const char *uid = chancery_note_get_article_uid (note);
      ChanceryArticle *article = NULL;

      if (uid != NULL && self->article != NULL && strcmp (chancery_article_get_uid (self->article), uid) == 0)
        article = self->article;
      else if (uid != NULL && self->library != NULL)
        {
          chancery_library_load_article_async (self->library, uid, NULL, article_loaded_cb, g_object_ref (self));
          return;
        }
      add_note (self, note, article);
      self->n_loaded++;
    }
  finish_loading (self);
}

/**
 * chancery_quotation_load_async:
 * @self: a quotation
 *
 * Loads the articles that are cited, so that nothing is to be waited for when it is pasted.
 */
void
chancery_quotation_load_async (ChanceryQuotation   *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CHANCERY_IS_QUOTATION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, chancery_quotation_load_async);
  if (self->notes == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  if (self->waiting != NULL)
    {
      g_ptr_array_add (self->waiting, task);
      return;
    }
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->waiting, task);
  load_next (self);
}

void
chancery_quotation_load_finish (ChanceryQuotation *self,
                                GAsyncResult      *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

/* The content */

static GdkContentFormats *
chancery_quotation_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_mime_type (builder, HTML);
  gdk_content_formats_builder_add_mime_type (builder, TEXT);
  return gdk_content_formats_builder_free_to_formats (builder);
}

typedef struct
{
  char *mime_type; /* (owned) */
  GOutputStream *stream; /* (owned) */
  int io_priority;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->mime_type);
  g_object_unref (writing->stream);
  g_free (writing);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_loaded (GTask *task)
{
  ChanceryQuotation *self = g_task_get_source_object (task);
  const Writing *writing = g_task_get_task_data (task);
  const GString *content = g_str_equal (writing->mime_type, HTML) ? self->html : self->text;

  g_output_stream_write_all_async (writing->stream, content->str, content->len, writing->io_priority,
                                   g_task_get_cancellable (task), written_cb, task);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  chancery_quotation_load_finish (CHANCERY_QUOTATION (source), result);
  write_loaded (user_data);
}

static void
chancery_quotation_write_mime_type_async (GdkContentProvider  *provider,
                                          const char          *mime_type,
                                          GOutputStream       *stream,
                                          int                  io_priority,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  ChanceryQuotation *self = CHANCERY_QUOTATION (provider);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  g_task_set_source_tag (task, chancery_quotation_write_mime_type_async);
  writing->mime_type = g_strdup (mime_type);
  writing->stream = g_object_ref (stream);
  writing->io_priority = io_priority;
  g_task_set_task_data (task, writing, writing_free);

  chancery_quotation_load_async (self, loaded_cb, task);
}

static gboolean
chancery_quotation_write_mime_type_finish (GdkContentProvider  *provider,
                                           GAsyncResult        *result,
                                           GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The object */

static void
chancery_quotation_finalize (GObject *object)
{
  ChanceryQuotation *self = CHANCERY_QUOTATION (object);

  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->article);
  g_string_free (self->text, TRUE);
  g_string_free (self->html, TRUE);

  G_OBJECT_CLASS (chancery_quotation_parent_class)->finalize (object);
}

static void
chancery_quotation_class_init (ChanceryQuotationClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = chancery_quotation_finalize;

  provider_class->ref_formats = chancery_quotation_ref_formats;
  provider_class->write_mime_type_async = chancery_quotation_write_mime_type_async;
  provider_class->write_mime_type_finish = chancery_quotation_write_mime_type_finish;
}

static void
chancery_quotation_init (ChanceryQuotation *self)
{
  self->text = g_string_new (NULL);
  self->html = g_string_new (HTML_HEAD);
}

/**
 * chancery_quotation_new:
 * @notes: (element-type ChanceryNote): notes, of which those on one article come one after the other
 * @library: (nullable): where the articles are
 *
 * Makes a quotation of each note, which is loaded when it is first asked for.
 *
 * Returns: (transfer full): the notes' passages, each with where it is from
 */
GdkContentProvider *
chancery_quotation_new (GPtrArray       *notes,
                        ChanceryLibrary *library)
{
  ChanceryQuotation *self = g_object_new (CHANCERY_TYPE_QUOTATION, NULL);

  self->notes = g_ptr_array_ref (notes);
  g_set_object (&self->library, library);
  return GDK_CONTENT_PROVIDER (self);
}

/**
 * chancery_quotation_new_for_passage:
 * @passage: words of the article
 * @article: the article
 *
 * Returns: (transfer full): the passage, with where it is from
 */
GdkContentProvider *
chancery_quotation_new_for_passage (const char      *passage,
                                    ChanceryArticle *article)
{
  ChanceryQuotation *self = g_object_new (CHANCERY_TYPE_QUOTATION, NULL);

  add (self, chancery_citation_quote (article, passage), chancery_citation_quote_html (article, passage));
  return GDK_CONTENT_PROVIDER (self);
}

/**
 * chancery_quotation_new_for_note:
 * @note: a note
 * @article: the article that it is on
 *
 * Returns: (transfer full): the note's passage, with where it is from
 */
GdkContentProvider *
chancery_quotation_new_for_note (ChanceryNote    *note,
                                 ChanceryArticle *article)
{
  ChanceryQuotation *self = g_object_new (CHANCERY_TYPE_QUOTATION, NULL);

  add_note (self, note, article);
  return GDK_CONTENT_PROVIDER (self);
}
