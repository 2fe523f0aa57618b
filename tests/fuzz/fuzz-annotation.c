/* fuzz-annotation.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "exchange/chancery-annotation-writer.h"
#include "exchange/chancery-note-reader.h"

int LLVMFuzzerTestOneInput (const guchar *data,
                            gsize         size);

static GPtrArray *
read_notes (const char *text,
            gsize       length_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length_bytes);
  g_autoptr (ChanceryImportReport) report = chancery_import_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryNoteReader) reader = chancery_note_reader_new (bytes, "notes.json", 1, report, &error);
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true ((reader == NULL) == (error != NULL));
  while (reader != NULL)
    {
      g_auto (ChanceryNoteRecord) record = { NULL };

      if (!chancery_note_reader_next (reader, &record))
        break;
      if (record.note != NULL)
        g_ptr_array_add (notes, g_object_ref (record.note));
    }
  for (guint i = 0; i < report->skipped->len; i++)
    {
      const ChanceryImportRemark *remark = g_ptr_array_index (report->skipped, i);

      g_assert_true (g_utf8_validate (remark->place, -1, NULL) && g_utf8_validate (remark->reason, -1, NULL));
    }
  return notes;
}

/* Annotations, of Hypothesis too, are read or refused with a reason; and those that are read go out as JSON, of which
 * the same notes are read again. */
int
LLVMFuzzerTestOneInput (const guchar *data,
                        gsize         size)
{
  g_autoptr (GPtrArray) notes = read_notes ((const char *) data, size);
  g_autoptr (GString) json = g_string_new ("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"@graph\":[");
  g_autoptr (GPtrArray) again = NULL;
  ChanceryJsonPart root;

  for (guint i = 0; i < notes->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      chancery_annotation_append (json, notes->pdata[i], NULL);
    }
  g_string_append (json, "]}");
  /* One that is as deep as may be is too deep inside another. */
  if (!chancery_json_check (json->str, json->len, &root, NULL))
    return 0;

  again = read_notes (json->str, json->len);
  for (guint i = 0; i < again->len && again->len == notes->len; i++)
    {
      g_assert_cmpstr (chancery_note_get_uid (again->pdata[i]), ==, chancery_note_get_uid (notes->pdata[i]));
      g_assert_cmpstr (chancery_note_get_body (again->pdata[i]), ==, chancery_note_get_body (notes->pdata[i]));
      g_assert_cmpstr (chancery_note_get_foreign (again->pdata[i]), ==, chancery_note_get_foreign (notes->pdata[i]));
    }
  return 0;
}
