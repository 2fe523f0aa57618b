/* chancery-zip-writer.h
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ChanceryZipWriter:
 *
 * Writes a ZIP archive (APPNOTE 6.3.10) into a stream that can't be sought in, so
 * that the size of a member is told after it. Up to 4 GiB. One thread at a time.
 */
typedef struct _ChanceryZipWriter ChanceryZipWriter;

ChanceryZipWriter *chancery_zip_writer_new        (GOutputStream      *stream);
void               chancery_zip_writer_free       (ChanceryZipWriter  *self);
gboolean           chancery_zip_writer_add_stored (ChanceryZipWriter  *self,
                                                   const char         *name,
                                                   const char         *data,
                                                   gsize               size_bytes,
                                                   GCancellable       *cancellable,
                                                   GError            **error);
gboolean           chancery_zip_writer_begin      (ChanceryZipWriter  *self,
                                                   const char         *name,
                                                   GCancellable       *cancellable,
                                                   GError            **error);
gboolean           chancery_zip_writer_write      (ChanceryZipWriter  *self,
                                                   const char         *data,
                                                   gsize               size_bytes,
                                                   GCancellable       *cancellable,
                                                   GError            **error);
gboolean           chancery_zip_writer_end        (ChanceryZipWriter  *self,
                                                   GCancellable       *cancellable,
                                                   GError            **error);
gboolean           chancery_zip_writer_finish     (ChanceryZipWriter  *self,
                                                   GCancellable       *cancellable,
                                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChanceryZipWriter, chancery_zip_writer_free)

G_END_DECLS
