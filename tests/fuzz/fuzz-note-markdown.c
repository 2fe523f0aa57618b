/* fuzz-note-markdown.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/chancery-note-reader.h"

int LLVMFuzzerTestOneInput (const guchar *data,
                            gsize         size);

/* Whatever the file says, its notes are read, and each has words that are text. */
int
LLVMFuzzerTestOneInput (const guchar *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (ChanceryImportReport) report = chancery_import_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ChanceryNoteReader) reader = chancery_note_reader_new (bytes, "notes.md", 1, report, &error);

  g_assert_true ((reader == NULL) == (error != NULL));
  while (reader != NULL)
    {
      g_auto (ChanceryNoteRecord) record = { NULL };

      if (!chancery_note_reader_next (reader, &record))
        break;
      if (record.note != NULL)
        {
          const ChancerySelector *selector = chancery_note_get_selector (record.note);

          g_assert_true (g_utf8_validate (chancery_note_get_body (record.note), -1, NULL));
          g_assert_true (selector == NULL || g_utf8_validate (selector->exact, -1, NULL));
          g_assert_true (record.title == NULL || g_utf8_validate (record.title, -1, NULL));
        }
    }
  return 0;
}
