/* exchange-utils.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange-utils.h"

#include <string.h>

GBytes *
exchange_export (ChanceryLibrary          *library,
                 const ChanceryNoteFilter *filter,
                 const char * const       *uids,
                 const char               *format,
                 gboolean                  with_text)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const ChanceryExportOptions options = { .with_text = with_text };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  chancery_exporter_export_async (library, filter, uids, chancery_export_find_format (format), &options, stream, NULL, NULL,
                                  NULL, test_result_cb, &result);
  chancery_exporter_export_finish (library, test_wait (&result), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

ChanceryImportReport *
exchange_import_with (ChanceryLibrary             *library,
                      GBytes                      *bytes,
                      const char                  *name,
                      const ChanceryImportOptions *options)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ChanceryImportReport *report;

  chancery_note_importer_import_bytes_async (library, bytes, name, options, NULL, test_result_cb, &result);
  report = chancery_note_importer_import_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  return report;
}

ChanceryImportReport *
exchange_import_bytes (ChanceryLibrary *library,
                       GBytes          *bytes,
                       const char      *name)
{
  return exchange_import_with (library, bytes, name, NULL);
}

ChanceryImportReport *
exchange_import_text (ChanceryLibrary *library,
                      const char      *text,
                      const char      *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return exchange_import_bytes (library, bytes, name);
}

GPtrArray *
exchange_load_notes (ChanceryLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *notes;

  chancery_library_load_notes_async (library, NULL, NULL, test_result_cb, &result);
  notes = chancery_library_load_notes_finish (library, test_wait (&result), &error);
  g_assert_no_error (error);
  return notes;
}

static ChanceryNote *
find_note (GPtrArray  *notes,
           const char *uid)
{
  for (guint i = 0; i < notes->len; i++)
    if (strcmp (chancery_note_get_uid (notes->pdata[i]), uid) == 0)
      return notes->pdata[i];
  return NULL;
}

void
exchange_assert_same_notes (ChanceryLibrary *a,
                            ChanceryLibrary *b)
{
  g_autoptr (GPtrArray) notes_a = exchange_load_notes (a), notes_b = exchange_load_notes (b);

  g_assert_cmpuint (notes_a->len, ==, notes_b->len);
  for (guint i = 0; i < notes_a->len; i++)
    {
      ChanceryNote *other = find_note (notes_b, chancery_note_get_uid (notes_a->pdata[i]));

      g_assert_nonnull (other);
      if (!chancery_note_equal (notes_a->pdata[i], other))
        g_error ("note %s is not the same", chancery_note_get_uid (other));
    }
}
