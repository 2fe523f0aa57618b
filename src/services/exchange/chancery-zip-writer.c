/* chancery-zip-writer.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-zip-writer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chancery-exchange-error.h"

/* Names are UTF-8; the sizes come after the member. */
#define FLAG_SIZES_FOLLOW (1u << 3)
#define FLAG_UTF_8 (1u << 11)
#define METHOD_STORED 0
#define METHOD_DEFLATED 8
#define VERSION 20
/* 1 January 1980, the earliest day that an archive can name: the same notes make the same archive. */
#define DOS_DATE 0x0021

typedef struct
{
  char *name;
  guint method;
  guint flags;
  guint32 checksum;
  guint64 packed_bytes;
  guint64 size_bytes;
  guint64 offset_bytes;
} Member;

struct _ChanceryZipWriter
{
  GOutputStream *stream;
  GArray *members;
  guint64 offset_bytes;
  /* (nullable): of the member that is being written */
  GConverter *deflate;
  Member open;
};

static void
clear_member (gpointer data)
{
  g_free (((Member *) data)->name);
}

/**
 * chancery_zip_writer_new:
 * @stream: where the archive goes; it isn't closed
 *
 * Returns: (transfer full): a new archive
 */
ChanceryZipWriter *
chancery_zip_writer_new (GOutputStream *stream)
{
  ChanceryZipWriter *self = g_new0 (ChanceryZipWriter, 1);

  self->stream = g_object_ref (stream);
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  return self;
}

void
chancery_zip_writer_free (ChanceryZipWriter *self)
{
  g_clear_object (&self->deflate);
  g_free (self->open.name);
  g_array_unref (self->members);
  g_object_unref (self->stream);
  g_free (self);
}

/* CRC-32 of IEEE 802.3, as zlib has it. */
static guint32
add_to_checksum (guint32     checksum,
                 const char *data,
                 gsize       size_bytes)
{
  static guint32 table[256];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint32 i = 0; i < 256; i++)
        {
          table[i] = i;
          for (guint bit = 0; bit < 8; bit++)
            table[i] = (table[i] >> 1) ^ ((table[i] & 1) != 0 ? 0xedb88320u : 0);
        }
      g_once_init_leave (&made, 1);
    }

  checksum = ~checksum;
  for (gsize i = 0; i < size_bytes; i++)
    checksum = (checksum >> 8) ^ table[(checksum ^ (guchar) data[i]) & 0xff];
  return ~checksum;
}

static void
append_number (GString *record,
               guint64  value,
               guint    n_bytes)
{
  for (guint i = 0; i < n_bytes; i++, value >>= 8)
    g_string_append_c (record, (char) (value & 0xff));
}

static gboolean
write_out (ChanceryZipWriter  *self,
           const char         *data,
           gsize               size_bytes,
           GCancellable       *cancellable,
           GError            **error)
{
  if (self->offset_bytes + size_bytes > G_MAXUINT32)
    {
      g_set_error_literal (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_LIMIT,
                           _("This is too much for one document. Export fewer notes at a time."));
      return FALSE;
    }
  self->offset_bytes += size_bytes;
  return g_output_stream_write_all (self->stream, data, size_bytes, NULL, cancellable, error);
}

/* What the header of a member and the central directory both say. */
static void
append_head (GString      *record,
             const Member *member)
{
  append_number (record, VERSION, 2);
  append_number (record, member->flags, 2);
  append_number (record, member->method, 2);
  append_number (record, 0, 2);
  append_number (record, DOS_DATE, 2);
}

static void
append_sizes (GString      *record,
              const Member *member)
{
  append_number (record, member->checksum, 4);
  append_number (record, member->packed_bytes, 4);
  append_number (record, member->size_bytes, 4);
}

static gboolean
write_header (ChanceryZipWriter  *self,
              const Member       *member,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autoptr (GString) record = g_string_new ("PK\003\004");

  append_head (record, member);
  append_sizes (record, member);
  append_number (record, strlen (member->name), 2);
  append_number (record, 0, 2);
  g_string_append (record, member->name);
  return write_out (self, record->str, record->len, cancellable, error);
}

/**
 * chancery_zip_writer_add_stored:
 *
 * Adds a member as it is, whose size is told before it.
 */
gboolean
chancery_zip_writer_add_stored (ChanceryZipWriter  *self,
                                const char         *name,
                                const char         *data,
                                gsize               size_bytes,
                                GCancellable       *cancellable,
                                GError            **error)
{
  Member member = {
    .name = g_strdup (name),
    .method = METHOD_STORED,
    .checksum = add_to_checksum (0, data, size_bytes),
    .packed_bytes = size_bytes,
    .size_bytes = size_bytes,
    .offset_bytes = self->offset_bytes,
  };

  g_array_append_val (self->members, member);
  return write_header (self, &member, cancellable, error) && write_out (self, data, size_bytes, cancellable, error);
}

/**
 * chancery_zip_writer_begin:
 *
 * Begins a member that is packed.
 */
gboolean
chancery_zip_writer_begin (ChanceryZipWriter  *self,
                           const char         *name,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_return_val_if_fail (self->deflate == NULL, FALSE);

  self->open = (Member) {
    .name = g_strdup (name),
    .method = METHOD_DEFLATED,
    .flags = FLAG_SIZES_FOLLOW | FLAG_UTF_8,
    .offset_bytes = self->offset_bytes,
  };
  self->deflate = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6));
  return write_header (self, &self->open, cancellable, error);
}

static gboolean
deflate (ChanceryZipWriter  *self,
         const char         *data,
         gsize               size_bytes,
         gboolean            last,
         GCancellable       *cancellable,
         GError            **error)
{
  char packed[16 * 1024];
  GConverterResult result;

  do
    {
      gsize n_read, n_written;

      result = g_converter_convert (self->deflate, data, size_bytes, packed, sizeof packed,
                                    last ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR || !write_out (self, packed, n_written, cancellable, error))
        return FALSE;
      self->open.packed_bytes += n_written;
      data += n_read;
      size_bytes -= n_read;
    }
  while (last ? result != G_CONVERTER_FINISHED : size_bytes > 0);
  return TRUE;
}

/**
 * chancery_zip_writer_write:
 *
 * Writes more of the member that was begun.
 */
gboolean
chancery_zip_writer_write (ChanceryZipWriter  *self,
                           const char         *data,
                           gsize               size_bytes,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_return_val_if_fail (self->deflate != NULL, FALSE);

  if (size_bytes == 0)
    return TRUE;
  self->open.checksum = add_to_checksum (self->open.checksum, data, size_bytes);
  self->open.size_bytes += size_bytes;
  if (self->open.size_bytes > G_MAXUINT32)
    {
      g_set_error_literal (error, CHANCERY_EXCHANGE_ERROR, CHANCERY_EXCHANGE_ERROR_LIMIT,
                           _("This is too much for one document. Export fewer notes at a time."));
      return FALSE;
    }
  return deflate (self, data, size_bytes, FALSE, cancellable, error);
}

/**
 * chancery_zip_writer_end:
 *
 * Ends the member that was begun.
 */
gboolean
chancery_zip_writer_end (ChanceryZipWriter  *self,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autoptr (GString) record = g_string_new ("PK\007\010");

  g_return_val_if_fail (self->deflate != NULL, FALSE);

  if (!deflate (self, "", 0, TRUE, cancellable, error))
    return FALSE;
  g_clear_object (&self->deflate);
  append_sizes (record, &self->open);
  g_array_append_val (self->members, self->open);
  self->open.name = NULL;
  return write_out (self, record->str, record->len, cancellable, error);
}

/**
 * chancery_zip_writer_finish:
 *
 * Writes the directory, with which the archive ends.
 */
gboolean
chancery_zip_writer_finish (ChanceryZipWriter  *self,
                            GCancellable       *cancellable,
                            GError            **error)
{
  g_autoptr (GString) record = g_string_new (NULL);
  const guint64 start_bytes = self->offset_bytes;

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      g_string_append (record, "PK\001\002");
      append_number (record, VERSION, 2);
      append_head (record, member);
      append_sizes (record, member);
      append_number (record, strlen (member->name), 2);
      append_number (record, 0, 2 + 2 + 2 + 2);
      append_number (record, 0, 4);
      append_number (record, member->offset_bytes, 4);
      g_string_append (record, member->name);
    }

  const gsize directory_bytes = record->len;

  g_string_append (record, "PK\005\006");
  append_number (record, 0, 4);
  append_number (record, self->members->len, 2);
  append_number (record, self->members->len, 2);
  append_number (record, directory_bytes, 4);
  append_number (record, start_bytes, 4);
  append_number (record, 0, 2);
  return write_out (self, record->str, record->len, cancellable, error);
}
